namespace FitnGrants.Domain.Socle;

/// <summary>A quarter of a calendar year.</summary>
/// <param name="Annee">Year.</param>
/// <param name="Rang">1 to 4.</param>
public readonly record struct Trimestre(int Annee, int Rang) : IComparable<Trimestre>
{
    private static readonly string[] Noms = ["janvier à mars", "avril à juin", "juillet à septembre", "octobre à décembre"];

    public static Trimestre De(DateOnly jour) => new(jour.Year, ((jour.Month - 1) / 3) + 1);

    public DateOnly Debut => new(Annee, (3 * Rang) - 2, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Fin => Debut.AddMonths(3).AddDays(-1);

    public Trimestre Suivant => De(Debut.AddMonths(3));

    /// <summary>« avril à juin 2022 ».</summary>
    public override string ToString() => $"{Noms[Rang - 1]} {Annee}";

    public int CompareTo(Trimestre other) => (Annee, Rang).CompareTo((other.Annee, other.Rang));

    public static bool operator <(Trimestre left, Trimestre right) => left.CompareTo(right) < 0;

    public static bool operator >(Trimestre left, Trimestre right) => left.CompareTo(right) > 0;

    public static bool operator <=(Trimestre left, Trimestre right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Trimestre left, Trimestre right) => left.CompareTo(right) >= 0;
}
