using FitnGrants.Domain.Collectivites;

namespace FitnGrants.Web.Donnees;

/// <summary>A referential that cannot be imported; nothing of it was. The message is for people.</summary>
public sealed class ReferentielInvalideException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Figures of one reference year, and the first day they are in force.</summary>
public sealed record Millesime(int Annee, DateOnly EnVigueurLe)
{
    /// <summary>False for a year out of reach, or a day that no figures of that year wait for (three years in law).</summary>
    public bool EstPlausible => Annee is >= 2000 and <= 2100 && EnVigueurLe.Year > Annee && EnVigueurLe.Year <= Annee + 5;
}

/// <summary>A collectivité as a source gives it, with the figures found so far.</summary>
public sealed record LigneDeReferentiel(
    string Nom,
    NatureJuridique Nature,
    string? CodeInsee,
    string Departement,
    string Region,
    string? Epci = null
)
{
    public List<PopulationMillesime> Populations { get; } = [];

    public string[] CodesPostaux { get; init; } = [];

    /// <summary>First day of the first package that names it; null for the oldest package.</summary>
    public DateOnly? ExisteDu { get; set; }

    /// <summary>Last day before the first package that no longer names it; null for the newest.</summary>
    public DateOnly? ExisteAu { get; set; }
}

/// <summary>What one import is about to write, by SIREN.</summary>
public sealed class LotDeReferentiel
{
    public Dictionary<string, LigneDeReferentiel> Collectivites { get; } = new(StringComparer.Ordinal);

    /// <summary>Communes of the newest package that have no SIREN.</summary>
    public int SansSiren { get; set; }

    /// <summary>What no longer is in a later package, or is in none of the first, lived between two of them.</summary>
    /// <param name="jours">First day of each package, in order.</param>
    public void Dater(IReadOnlyList<DateOnly> jours)
    {
        foreach (var ligne in Collectivites.Values)
        {
            var (premier, dernier) = (ligne.Populations.Min(p => p.EnVigueurLe), ligne.Populations.Max(p => p.EnVigueurLe));
            ligne.ExisteDu = premier == jours[0] ? null : premier;
            ligne.ExisteAu = dernier == jours[^1] ? null : jours.First(j => j > dernier).AddDays(-1);
        }
    }

    /// <summary>The first source that names a collectivité gives its codes and names; each adds its figures.</summary>
    public void Ajouter(string siren, LigneDeReferentiel ligne, PopulationMillesime population)
    {
        if (!Collectivites.TryGetValue(siren, out var connue))
            Collectivites[siren] = connue = ligne;
        connue.Populations.Add(population);
    }
}
