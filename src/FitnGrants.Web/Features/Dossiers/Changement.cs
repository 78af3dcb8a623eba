using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>What changed in one part, line by line: what went, what came.</summary>
/// <param name="Rubrique">The part.</param>
/// <param name="Avant">Lines that are no longer there.</param>
/// <param name="Apres">Lines that are new.</param>
public sealed record Changement(string Rubrique, IReadOnlyList<string> Avant, IReadOnlyList<string> Apres)
{
    /// <summary>Field by field, plan line by plan line.</summary>
    public static IReadOnlyList<Changement> Entre(ContenuDossier avant, ContenuDossier apres) =>
        [
            .. Domain
                .Dossiers.Rubrique.Differentes(avant, apres)
                .Select(r =>
                {
                    var (un, autre) = (r.Lignes(avant), r.Lignes(apres));
                    return new Changement(r.Nom, Moins(un, autre), Moins(autre, un));
                })
                .Where(c => c.Avant.Count + c.Apres.Count > 0),
        ];

    /// <summary>The pieces that one deposit has and the other has not.</summary>
    public static Changement? DesPieces(VersionDeposee avant, VersionDeposee apres)
    {
        var (un, autre) = (avant.Pieces.Select(PieceLue.Phrase).ToList(), apres.Pieces.Select(PieceLue.Phrase).ToList());
        var changement = new Changement("Pièces jointes", Moins(un, autre), Moins(autre, un));
        return changement.Avant.Count + changement.Apres.Count > 0 ? changement : null;
    }

    /// <summary>Two equal lines of a plan are two lines: one taken out is seen.</summary>
    private static List<string> Moins(IReadOnlyList<string> lignes, IReadOnlyList<string> autres)
    {
        var reste = autres.ToList();
        return [.. lignes.Where(l => !reste.Remove(l))];
    }
}
