namespace FitnGrants.Domain.Socle;

/// <summary>An amount in euros, exact to the cent. Never a float.</summary>
public readonly record struct Euros : IComparable<Euros>
{
    /// <summary>Largest amount the product handles, in euros.</summary>
    public const decimal Maximum = 999_999_999.99m;

    public static readonly Euros Zero;

    /// <summary>Smallest amount above zero: one cent.</summary>
    public static readonly Euros UnCentime = new(0.01m);

    /// <summary>The amount in euros, two decimals at most.</summary>
    public decimal Montant { get; }

    /// <param name="montant">Euros, with two decimals at most.</param>
    /// <exception cref="ArgumentException">More than two decimals.</exception>
    public Euros(decimal montant)
    {
        if (decimal.Round(montant, 2) != montant)
            throw new ArgumentException("Un montant a deux décimales au plus.", nameof(montant));
        Montant = montant;
    }

    /// <summary>Rounds half away from zero: for a rate typed by a person (I22).</summary>
    public static Euros Arrondir(decimal montant) => new(Math.Round(montant, 2, MidpointRounding.AwayFromZero));

    /// <summary>The ceiling of a rate: rounded down to the cent (I22).</summary>
    public Euros Plafond(Taux taux) => new(Math.Floor(Montant * taux.Pourcentage) / 100m);

    /// <summary>The floor of a rate: rounded up to the cent (I22).</summary>
    public Euros Plancher(Taux taux) => new(Math.Ceiling(Montant * taux.Pourcentage) / 100m);

    /// <summary>What this amount is of <paramref name="assiette"/>; null when the assiette is zero or less.</summary>
    public Taux? Sur(Euros assiette) => assiette.Montant <= 0 ? null : new Taux(Montant / assiette.Montant * 100m);

    public static Euros Somme(IEnumerable<Euros> montants) => montants.Aggregate(Zero, (a, b) => a + b);

    public static Euros Min(Euros a, Euros b) => a < b ? a : b;

    /// <inheritdoc />
    public int CompareTo(Euros other) => Montant.CompareTo(other.Montant);

    public static Euros operator +(Euros a, Euros b) => new(a.Montant + b.Montant);

    public static Euros operator -(Euros a, Euros b) => new(a.Montant - b.Montant);

    public static bool operator <(Euros a, Euros b) => a.Montant < b.Montant;

    public static bool operator >(Euros a, Euros b) => a.Montant > b.Montant;

    public static bool operator <=(Euros a, Euros b) => a.Montant <= b.Montant;

    public static bool operator >=(Euros a, Euros b) => a.Montant >= b.Montant;

    /// <summary>What is left once an amount is taken, never below zero.</summary>
    public Euros Moins(Euros autre) => this > autre ? this - autre : Zero;

    /// <summary>French form: « 1 188 000,00 € ».</summary>
    public override string ToString() => Francais.Montant(this);
}
