using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Suites;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>The life of a dossier, read from the journal. The porteur reads nothing of a decision before its notification.</summary>
public static class Recit
{
    private static readonly string[] Noms = ["Dépôt", "Instruction", "Séance", "Décision", "Acte"];

    public static IReadOnlyList<DossierPage.Stade> Stades(EtatDossier etat, IReadOnlyList<LigneDeJournal> lignes, Seance? seance)
    {
        var courant = etat switch
        {
            EtatDossier.Brouillon or EtatDossier.EnReconstruction => 0,
            EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.ACompleter => 1,
            EtatDossier.Instruit or EtatDossier.InscritSeance => 2,
            EtatDossier.AccordSousReserve => 4,
            EtatDossier.Conventionne or EtatDossier.EnExecution or EtatDossier.Acheve or EtatDossier.Solde => 5,
            EtatDossier.Irrecevable or EtatDossier.Reoriente => 2,
            EtatDossier.Retire => 1,
            _ => 3,
        };
        // What was done stays done when a dossier is sent back, and deposited again.
        bool Fait(int rang) =>
            rang switch
            {
                1 => lignes.Any(l => l.Acte == Acte.Clore),
                2 or 3 => lignes.Any(l => l.Acte == Acte.Notifier),
                _ => false,
            };
        string Date(int rang)
        {
            Acte[] actes = rang switch
            {
                0 => [Acte.Deposer],
                1 => [Acte.Clore, Acte.DeclarerIrrecevable, Acte.Reorienter],
                3 => [Acte.Notifier],
                4 => [Acte.RecevoirLActe],
                _ => [],
            };
            if (rang == 2 && seance is not null && rang <= courant)
                return seance.AuMois ? Francais.MoisEtAnnee(seance.Jour) : Francais.JourEtMois(seance.Jour);
            // The first deposit counts: what was sent back keeps its date. Lines are the last first.
            var ligne =
                rang < courant || etat == EtatDossier.Refuse || Fait(rang)
                    ? rang == 0
                        ? lignes.LastOrDefault(l => actes.Contains(l.Acte))
                        : lignes.FirstOrDefault(l => actes.Contains(l.Acte))
                    : null;
            return ligne is not null ? Francais.JourEtMois(JourDeParis.De(ligne.Instant))
                : rang == courant ? "en cours"
                : "";
        }
        var stades = etat switch
        {
            EtatDossier.Retire => 1,
            EtatDossier.Irrecevable or EtatDossier.Reoriente => 2,
            EtatDossier.Refuse or EtatDossier.Caduc or EtatDossier.Abandonne or EtatDossier.Retiree => 4,
            _ => 5,
        };
        return
        [
            .. Noms.Take(stades)
                .Select(
                    (nom, i) =>
                        new DossierPage.Stade(
                            nom,
                            i < courant || (stades < 5 && i == stades - 1) || (i > courant && Fait(i)) ? "fait"
                                : i == courant ? "courant"
                                : "avenir",
                            Date(i)
                        )
                ),
        ];
    }

    public static IReadOnlyList<DossierPage.Evenement> Evenements(IReadOnlyList<LigneDeJournal> lignes, LecteurDHistoire lecteur) =>
        [.. lignes.Select(l => Evenement(l, lecteur)).OfType<DossierPage.Evenement>()];

    private static DossierPage.Evenement? Evenement(LigneDeJournal ligne, LecteurDHistoire lecteur)
    {
        var trace = ligne.Lire();
        return SuitesDesActes.De(ligne.Acte).Histoire(trace, lecteur) is { } l
            ? new DossierPage.Evenement(l.Quoi, ligne.Instant, trace.Par ?? "Système", l.Detail, l.Version)
            : null;
    }
}
