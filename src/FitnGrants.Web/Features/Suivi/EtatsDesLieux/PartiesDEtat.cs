using System.Globalization;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi.EtatsDesLieux;

/// <summary>The parts of a report, as two tabs or two people may write them at once: a list is one part.</summary>
public static class PartiesDEtat
{
    public static readonly IReadOnlyList<Partie<ContenuDEtat>> Toutes =
    [
        Une(
            "statut",
            "Où en est le projet",
            c => c.Statut is { } s ? MotsDesEtats.Statut(s) : null,
            (de, dans) => dans with { Statut = de.Statut }
        ),
        Une(
            "avancementPct",
            "Avancement",
            c => c.AvancementPct is { } p ? $"{p.ToString(CultureInfo.InvariantCulture)} %" : null,
            (de, dans) => dans with { AvancementPct = de.AvancementPct }
        ),
        Une("avancement", "Ce qui a avancé", c => c.Avancement, (de, dans) => dans with { Avancement = de.Avancement }),
        Une("difficultes", "Difficultés rencontrées", c => c.Difficultes, (de, dans) => dans with { Difficultes = de.Difficultes }),
        Une(
            "depenses",
            "Dépenses payées depuis le début",
            c => c.DepensesPayees?.ToString(),
            (de, dans) => dans with { DepensesPayees = de.DepensesPayees }
        ),
        Une(
            "motifDeBaisse",
            "Pourquoi moins que la dernière fois",
            c => c.MotifDeBaisse,
            (de, dans) => dans with { MotifDeBaisse = de.MotifDeBaisse }
        ),
        Liste(
            "previsions",
            "Dépenses à venir",
            c => c.Previsions.Select(p => $"{p.Trimestre} : {p.Montant}"),
            (de, dans) => dans with { Previsions = de.Previsions }
        ),
        Liste(
            "echeances",
            "Échéances",
            c =>
                c.Echeances.Select(e =>
                    $"{e.Libelle}, prévue le {Francais.Date(e.PrevueLe)}" + (e.FaiteLe is { } le ? $", faite le {Francais.Date(le)}" : "")
                ),
            (de, dans) => dans with { Echeances = de.Echeances }
        ),
        Liste(
            "entreprises",
            "Entreprises",
            c =>
                c.AucuneEntreprise && c.Entreprises.IsEmpty
                    ? ["Aucune à ce jour"]
                    : c.Entreprises.Select(e =>
                        string.Join(
                            ", ",
                            new[]
                            {
                                e.Nom,
                                e.Siren,
                                MotsDesEtats.Departement(e.DepartementSiege),
                                e.Objet,
                                e.Montant?.ToString(),
                                e.NotifieLe is { } le ? Francais.Date(le) : null,
                            }.OfType<string>()
                        )
                    ),
            (de, dans) => dans with { Entreprises = de.Entreprises, AucuneEntreprise = de.AucuneEntreprise }
        ),
    ];

    private static Partie<ContenuDEtat> Une(
        string cle,
        string nom,
        Func<ContenuDEtat, string?> dire,
        Func<ContenuDEtat, ContenuDEtat, ContenuDEtat> reprendre
    ) => Liste(cle, nom, c => dire(c) is { } dit ? [dit] : [], reprendre);

    private static Partie<ContenuDEtat> Liste(
        string cle,
        string nom,
        Func<ContenuDEtat, IEnumerable<string>> lignes,
        Func<ContenuDEtat, ContenuDEtat, ContenuDEtat> reprendre
    ) => new(cle, nom, c => string.Join('\n', lignes(c)), c => [.. lignes(c).Select(Francais.Typographier)], reprendre);
}
