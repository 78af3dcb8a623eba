namespace FitnGrants.Domain.Collectivites;

/// <summary>Legal nature of an applicant (domain.md 3.1).</summary>
public enum NatureJuridique
{
    Commune,
    CC,
    CA,
    CU,
    Metropole,
    Met69,
    Departement,
    Region,
    SIVU,
    SIVOM,
    SMF,
    SMO,
    PETR,
    PoleMetropolitain,
    EPT,
    Autre,
}

/// <summary>The two legal figures of a year. Source: INSEE, populations légales.</summary>
/// <param name="Annee">Reference year of the figures (2018 is in force in 2021).</param>
/// <param name="EnVigueurLe">First day they are in force.</param>
/// <param name="Municipale">Municipal population, inhabitants.</param>
/// <param name="Totale">Total population, inhabitants; null where it is not published.</param>
/// <param name="Epci">SIREN of the EPCI that counts a commune in that same source; null when unknown or not a commune.</param>
public sealed record PopulationMillesime(int Annee, DateOnly EnVigueurLe, int? Municipale, int? Totale, string? Epci = null);

/// <summary>A local authority of the referential. Its key is its SIREN, never its SIRET (R47).</summary>
public sealed class Collectivite
{
    private readonly List<PopulationMillesime> populations = [];

    private Collectivite() { }

    /// <summary>Nine digits.</summary>
    public string Siren { get; private set; } = "";

    /// <summary>Name as read by people.</summary>
    public string Nom { get; private set; } = "";

    public NatureJuridique Nature { get; private set; }

    /// <summary>INSEE code, communes only. Never derived from the SIREN.</summary>
    public string? CodeInsee { get; private set; }

    /// <summary>SIREN of the EPCI à fiscalité propre a commune belongs to; null when unknown or not a commune.</summary>
    public string? Epci { get; private set; }

    /// <summary>Département of the siège, two or three characters.</summary>
    public string Departement { get; private set; } = "";

    /// <summary>Région, two characters.</summary>
    public string Region { get; private set; } = "";

    /// <summary>Postal codes of a commune; empty when they are not known.</summary>
    public string[] CodesPostaux { get; private set; } = [];

    /// <summary>First day of the first millésime that carries it; null when the oldest one does.</summary>
    public DateOnly? ExisteDu { get; private set; }

    /// <summary>Last day of the last millésime that carries it; null when the newest one does.</summary>
    public DateOnly? ExisteAu { get; private set; }

    /// <summary>Largest known population, to put the likeliest answer first.</summary>
    public int Taille { get; private set; }

    /// <summary>Figures known, by year.</summary>
    public IReadOnlyList<PopulationMillesime> Populations => populations;

    /// <summary>A collectivité as the referential gives it.</summary>
    public static Collectivite Creer(
        string siren,
        string nom,
        NatureJuridique nature,
        string? codeInsee,
        string departement,
        string region,
        IEnumerable<PopulationMillesime> populations,
        string? epci = null
    )
    {
        var collectivite = new Collectivite
        {
            Siren = siren,
            Nom = nom,
            Nature = nature,
            CodeInsee = codeInsee,
            Departement = departement,
            Region = region,
            Epci = epci,
        };
        collectivite.populations.AddRange(populations.OrderBy(p => p.Annee));
        collectivite.Taille = collectivite.populations.Max(p => p.Totale ?? p.Municipale) ?? 0;
        return collectivite;
    }

    /// <summary>False once a commune nouvelle, or another grouping, has taken its place, and before it was born.</summary>
    public bool ExisteLe(DateOnly jour) => (ExisteDu is not { } du || du <= jour) && (ExisteAu is not { } au || au >= jour);

    /// <summary>The figures in force on a day; the oldest known when none was (A1); null when none is known.</summary>
    public PopulationMillesime? PopulationAu(DateOnly jour) =>
        populations.Where(p => p.EnVigueurLe <= jour).MaxBy(p => p.EnVigueurLe) ?? populations.MinBy(p => p.EnVigueurLe);

    /// <summary>What the rules judge of this collectivité, on a day.</summary>
    public Beneficiaire Beneficiaire(DateOnly jour)
    {
        var millesime = PopulationAu(jour);
        return new Beneficiaire
        {
            Siren = Siren,
            Nom = Nom,
            Nature = Nature,
            Departement = Departement,
            PopulationTotale = millesime?.Totale,
            PopulationMunicipale = millesime?.Municipale,
            Millesime = millesime?.Annee,
            MillesimeAnticipe = millesime is not null && millesime.EnVigueurLe > jour,
        };
    }
}
