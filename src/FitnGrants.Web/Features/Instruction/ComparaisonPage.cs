using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>Two deposited dossiers side by side, line by line.</summary>
public sealed record ComparaisonPage(ComparaisonPage.Cote Ici, ComparaisonPage.Cote Autre, IReadOnlyList<ComparaisonPage.Ligne> Lignes)
{
    public required int Revision { get; init; }

    /// <summary>The ruling already made; null before.</summary>
    public required Rapprochement? Jugement { get; init; }

    /// <summary>True where the two read nearly the same and the instruction is open.</summary>
    public required bool SeJuge { get; init; }

    /// <summary>True when the other one was refused, and its porteur told.</summary>
    public required bool Refuse { get; init; }

    /// <summary>True when the two plans do not read the same.</summary>
    public bool PlanDiffere =>
        !Ici.Plan.Select(l => string.Join('\n', l)).SequenceEqual(Autre.Plan.Select(l => string.Join('\n', l)), StringComparer.Ordinal);

    /// <summary>One of the two.</summary>
    public sealed record Cote(string Numero, string Titre, string Porteur, string Dispositif, EtatDossier Etat, VersionDeposee Version)
    {
        public IReadOnlyList<string[]> Plan => MotsDuProjet.Plan(Version.Contenu.Projet);
    }

    /// <summary>What each says of one thing.</summary>
    public sealed record Ligne(string Nom, string Ici, string Autre)
    {
        public bool Differe => !string.Equals(Francais.Normaliser(Ici), Francais.Normaliser(Autre), StringComparison.Ordinal);
    }

    public static async Task<ComparaisonPage?> ChargerAsync(
        FitnContext db,
        string numero,
        string autre,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var lus = await (
            from d in db.Dossiers.VisiblesPar(acteur, Droit.LireDossier)
            where d.Numero == numero || d.Numero == autre
            join c in db.Collectivites on d.Siren equals c.Siren
            select new
            {
                d.Numero,
                d.Titre,
                c.Nom,
                d.Dispositif,
                d.Etat,
                d.NotificationEnAttente,
                d.Region,
                d.Revision,
                d.Rapprochements,
                d.Sirens,
                Version = d.Versions.OrderByDescending(v => v.Version).First(),
                Instruit = db.Dossiers.InstruitsPar(acteur).Any(x => x.Id == d.Id),
                Refuse = db.Decisions.Any(x => x.DossierId == d.Id && x.Type == TypeDecision.Refus && x.NotifieeLe != null),
                Semblable = db.Dossiers.Any(x =>
                    x.Id != d.Id
                    && (x.Numero == numero || x.Numero == autre)
                    && EF.Functions.TrigramsSimilarity(x.Comparaison, d.Comparaison) >= IssuePage.SeuilDeDoublon
                ),
            }
        ).ToListAsync(arret);
        if (
            numero == autre
            || lus.Find(l => l.Numero == numero) is not { Instruit: true } ici
            || lus.Find(l => l.Numero == autre) is not { } la
        )
            return null;
        var lecteur = Lecteur.De(acteur);
        var (a, b) = (
            new Cote(
                numero,
                ici.Titre,
                ici.Nom,
                ici.Dispositif,
                lecteur.EtatDe(ici.Etat, ici.NotificationEnAttente, ici.Region),
                ici.Version
            ),
            new Cote(autre, la.Titre, la.Nom, la.Dispositif, lecteur.EtatDe(la.Etat, la.NotificationEnAttente, la.Region), la.Version)
        );
        // A refusal bars the same project of the same collectivités (A5).
        var refuse = la.Refuse && la.Sirens.Intersect(ici.Sirens, StringComparer.Ordinal).Any();
        return new ComparaisonPage(a, b, Rapprocher(a, b))
        {
            Revision = ici.Revision,
            Jugement = ici.Rapprochements.FirstOrDefault(r => r.Numero == autre),
            Refuse = refuse,
            // Refused elsewhere, it is an alert only (A5).
            SeJuge = ici.Etat == EtatDossier.EnInstruction && ici.Semblable && (!refuse || la.Dispositif == ici.Dispositif),
        };
    }

    private static List<Ligne> Rapprocher(Cote ici, Cote autre)
    {
        var (a, b) = (Lire(ici), Lire(autre));
        return
        [
            .. a
                .Keys.Concat(b.Keys)
                .Distinct(StringComparer.Ordinal)
                .Select(nom => new Ligne(nom, a.GetValueOrDefault(nom, "–"), b.GetValueOrDefault(nom, "–"))),
        ];
    }

    private static Dictionary<string, string> Lire(Cote cote)
    {
        var lignes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Porteur"] = cote.Porteur,
            ["Titre"] = cote.Titre,
            ["Résumé"] = cote.Version.Contenu.Projet.Resume ?? "–",
            ["Coût éligible"] = cote.Version.Assiette?.ToString() ?? "–",
            ["Montant demandé"] = cote.Version.MontantDemande?.ToString() ?? "–",
        };
        foreach (var (nom, valeur, _) in LignesDuDossier.De(cote.Version.Contenu))
            lignes.TryAdd(nom, valeur);
        return lignes;
    }
}
