using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Regles;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;
using static FitnGrants.Web.Documents.Lettres.ValeurDeLettre;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What asks for a report, and what formally does.</summary>
public sealed partial class LettresDuSuivi
{
    /// <summary>Asks for the report that is due, or reminds it once late, as it stands that day; null where none is.</summary>
    public async Task<byte[]?> EtatDesLieuxAsync(UnSuivi s, DateOnly jour, CancellationToken arret)
    {
        var a = s.Acte;
        if (a.EtatAttenduLe is not { } attendu || a.EtatOuvreLe > jour)
            return null;
        var (retard, dernier) = (jour.DayNumber - attendu.DayNumber, s.EtatsDesLieux.LastOrDefault(e => e.Transmis is not null));
        var suivante = CalendrierDesEtats.Suivante(a.RecuLe!.Value, a.EtatRenduJusquAu);
        var plusieurs = CalendrierDesEtats.Repondue(a.RecuLe.Value, jour, a.EtatDemandeAvantLe) > suivante;
        return await RendreAsync(
            s.Dossier,
            new LettreAComposer(
                "etat-des-lieux",
                $"{attendu:yyyyMMdd}-{jour:yyyyMMdd}",
                await papiers.EmetteurAsync(s.Reglement.CodeDuService(s.Dossier.Departement), jour, arret),
                modeles.Livre("etat-des-lieux"),
                Champs(
                    s.Dossier,
                    s.Reglement,
                    ("quoi", new Texte(retard > 0 ? "Rappel" : "Demande")),
                    ("acte", new Texte(a.Numero)),
                    ("reçu", new Texte(Francais.Date(a.RecuLe.Value))),
                    ("attendu", new Texte(Francais.Date(attendu))),
                    ("retard?", retard > 0 ? new Texte(Francais.Compte(retard, "jour")) : null),
                    ("avance?", retard > 0 ? null : new Texte("avance")),
                    ("demande?", a.MotifDeLEtatDemande is { } motif ? new Texte(motif) : null),
                    (
                        "contenu",
                        new Liste([
                            "l’avancement du projet ;",
                            "les dépenses payées depuis le début, et celles des prochains trimestres ;",
                            "les dates d’échéance du projet ;",
                            "les entreprises de la commande, avec le département de leur siège social.",
                        ])
                    ),
                    (
                        "dernier?",
                        dernier is null
                            ? null
                            : new Texte(
                                $"Transmis le {Francais.Date(dernier.TransmisLe!.Value)} : {dernier.Transmis!.AvancementPct ?? 0} % "
                                    + $"d’avancement, {dernier.DepensesPayees ?? Euros.Zero} de dépenses payées."
                            )
                    ),
                    ("ensemble?", plusieurs ? new Texte("Un seul état des lieux répond à toutes les échéances passées.") : null),
                    (
                        "suite?",
                        retard > 0 && s.Reglement.Exige<EtatDesLieuxTrimestriel>()
                            ? new Texte(
                                a.EnDemeure is { } m
                                    ? $"Une mise en demeure vous a été adressée le {Francais.Date(JourDeParis.De(m.Le))}."
                                    : "Sans réponse, une mise en demeure pourrait vous être adressée."
                            )
                            : null
                    )
                )
            )
            {
                Decide = false,
            },
            arret
        );
    }

    /// <summary>A formal notice to report; null where there is none of that rank, from 1.</summary>
    public async Task<byte[]?> MiseEnDemeureAsync(UnSuivi s, int rang, CancellationToken arret)
    {
        var a = s.Acte;
        if (a.MisesEnDemeure.ElementAtOrDefault(rang - 1) is not { } m)
            return null;
        var termes = a.EnVigueurAu(JourDeParis.De(m.Le)).Termes;
        return await RendreAsync(
            s.Dossier,
            new LettreAComposer(
                "mise-en-demeure",
                $"{rang}",
                await papiers.EmetteurAsync(s.Reglement.CodeDuService(s.Dossier.Departement), JourDeParis.De(m.Le), arret),
                modeles.Livre("mise-en-demeure"),
                Champs(
                    s.Dossier,
                    s.Reglement,
                    ("acte", new Texte(a.Numero)),
                    ("reçu", new Texte(Francais.Date(a.RecuLe!.Value))),
                    ("montant", new Texte($"{a.Montant}")),
                    ("obligation", new Texte($"« {termes.Obligations?.TrimEnd('.')} ».")),
                    ("attendu", new Texte(Francais.Date(m.Echeance))),
                    (
                        "rappels",
                        new Liste([
                            .. new[] { 1, CalendrierDesEtats.TresTard }.Select(n =>
                                $"le {Francais.Date(m.Echeance.AddDays(n))}{(n == CalendrierDesEtats.TresTard ? "." : " ;")}"
                            ),
                        ])
                    ),
                    ("jours", new Texte(MontantEnLettres.De(MiseEnDemeure.Jours))),
                    ("suspension?", termes.PaiementsSuspendus ? new Texte("suspension") : null)
                )
            ),
            arret
        );
    }
}
