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
}

/// <summary>What one import is about to write, by SIREN.</summary>
public sealed class LotDeReferentiel
{
    public Dictionary<string, LigneDeReferentiel> Collectivites { get; } = new(StringComparer.Ordinal);

    /// <summary>Communes of the newest package that have no SIREN.</summary>
    public int SansSiren { get; set; }

    /// <summary>The first source that names a collectivité gives its codes and names; each adds its figures.</summary>
    public void Ajouter(string siren, LigneDeReferentiel ligne, PopulationMillesime population)
    {
        if (!Collectivites.TryGetValue(siren, out var connue))
            Collectivites[siren] = connue = ligne;
        connue.Populations.Add(population);
    }
}
