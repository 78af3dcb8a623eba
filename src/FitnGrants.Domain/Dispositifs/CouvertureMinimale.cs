using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dispositifs;

/// <summary>A collectivité that a project concerns.</summary>
/// <param name="Siren">Nine digits: the same SIREN twice is one territory.</param>
/// <param name="Nom">Name as read by people.</param>
/// <param name="Nature">Legal nature.</param>
/// <param name="Departement">Département of the siège.</param>
/// <param name="PopulationMunicipale">Inhabitants; null when unknown.</param>
/// <param name="Epci">SIREN of the EPCI à fiscalité propre of a commune; null when unknown.</param>
public sealed record Territoire(
    string Siren,
    string Nom,
    NatureJuridique Nature,
    string Departement,
    int? PopulationMunicipale,
    string? Epci
);

/// <summary>What a project covers, and what R16 says of it.</summary>
/// <param name="Constat">
/// <c>Conforme</c> when the minimum is reached, <c>NonApplicable</c> when it is not (an orientation refuses nothing),
/// <c>AVerifier</c> when an answer is missing.
/// </param>
/// <param name="Population">Inhabitants counted, each commune once.</param>
/// <param name="Comptes">Territories that are counted.</param>
/// <param name="DejaComptes">Communes already counted with their EPCI.</param>
/// <param name="Inconnus">Territories whose population is not known, so not counted.</param>
public sealed record Couverture(
    Constat Constat,
    long Population,
    ImmutableArray<Territoire> Comptes,
    ImmutableArray<Territoire> DejaComptes,
    ImmutableArray<Territoire> Inconnus
);

/// <summary>
/// R16 (S1:44): national calls are for projects that cover a number of inhabitants, or a département. Municipal
/// populations, so that nobody is counted in two communes.
/// </summary>
public static class CouvertureMinimale
{
    /// <summary>What a project that reaches the minimum is told.</summary>
    public const string Suggestion = "Ce projet peut relever des appels à projets nationaux.";

    /// <summary>Judges what a project covers. Never throws.</summary>
    /// <param name="regle">The rule that answers, with its source.</param>
    /// <param name="seuil">Inhabitants to cover, inclusive (« au minimum »).</param>
    /// <param name="territoires">What the project concerns, in any order, repeated or not.</param>
    /// <param name="couvreUnDepartement">Does it cover a whole département? Null when not said.</param>
    public static Couverture Juger(RegleInformative regle, int seuil, IEnumerable<Territoire> territoires, bool? couvreUnDepartement)
    {
        var tous = territoires.DistinctBy(t => t.Siren).ToImmutableArray();
        var sirens = tous.Select(t => t.Siren).ToHashSet(StringComparer.Ordinal);
        var deja = tous.Where(t => t.Nature == NatureJuridique.Commune && t.Epci is { } e && e != t.Siren && sirens.Contains(e))
            .ToImmutableArray();
        var comptes = tous.Except(deja).Where(EstDenombre).ToImmutableArray();
        var inconnus = tous.Except(deja).Except(comptes).Where(t => !CouvreUnDepartement(t)).ToImmutableArray();
        var population = comptes.Sum(t => (long)t.PopulationMunicipale!.Value);
        var departement = tous.Any(CouvreUnDepartement) ? true : couvreUnDepartement;
        var (resultat, message) =
            departement == true || population >= seuil
                ? (ResultatConstat.Conforme, Suggestion)
                : SousLeMinimum(seuil, population, tous.IsEmpty, inconnus, departement);
        var constat = regle
            .Constat(resultat, message)
            .Avec("population", Francais.Entier(population))
            .Avec("minimum", Francais.Entier(seuil))
            .Avec("departement", departement == true ? "oui" : null);
        return new Couverture(constat, population, comptes, deja, inconnus);
    }

    private static (ResultatConstat Resultat, string Message) SousLeMinimum(
        int seuil,
        long population,
        bool vide,
        ImmutableArray<Territoire> inconnus,
        bool? departement
    )
    {
        if (vide)
            return (ResultatConstat.AVerifier, "Indiquez les collectivités que le projet concerne, ou s’il couvre un département entier.");
        if (!inconnus.IsEmpty)
            return (ResultatConstat.AVerifier, Inconnue(inconnus, population, seuil));
        return departement is null
            ? (
                ResultatConstat.AVerifier,
                $"{Compte(population)}, moins que {Francais.Entier(seuil)} : " + "dites si le projet couvre un département entier."
            )
            : (
                ResultatConstat.NonApplicable,
                $"{Compte(population)} : il en manque {Francais.Entier(seuil - population)} "
                    + $"pour atteindre {Francais.Entier(seuil)}, et le projet ne couvre pas un département."
            );
    }

    /// <summary>A région and the Collectivité européenne d’Alsace are at least a département (A27).</summary>
    private static bool CouvreUnDepartement(Territoire t) => t.Nature is NatureJuridique.Departement or NatureJuridique.Region;

    /// <summary>A syndicat or a PETR is not counted: its members are, and no one knows here which are in the list.</summary>
    private static bool EstDenombre(Territoire t) =>
        t.PopulationMunicipale >= 0
        && t.Nature
            is NatureJuridique.Commune
                or NatureJuridique.CC
                or NatureJuridique.CA
                or NatureJuridique.CU
                or NatureJuridique.Metropole
                or NatureJuridique.Met69;

    private static string Compte(long population) => $"Les collectivités indiquées comptent {Habitants(population)}";

    private static string Habitants(long population) =>
        $"{Francais.Entier(population)}{Francais.Insecable}{(population < 2 ? "habitant" : "habitants")}";

    private static string Inconnue(ImmutableArray<Territoire> inconnus, long population, int seuil)
    {
        var (qui, sans) = inconnus.Length == 1 ? ("de cette collectivité", "elle") : ("de ces collectivités", "elles");
        return $"La population {qui} n’est pas connue ici : {Francais.Liste([.. inconnus.Select(t => t.Nom)])}. "
            + $"Sans {sans}, le projet couvre {Habitants(population)}, et il en faut {Francais.Entier(seuil)}.";
    }
}
