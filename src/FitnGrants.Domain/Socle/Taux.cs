namespace FitnGrants.Domain.Socle;

/// <summary>A rate in percent (80 means 80 %). Verdicts compare amounts, never a rounded rate.</summary>
/// <param name="Pourcentage">Percent, unrounded.</param>
public readonly record struct Taux(decimal Pourcentage)
{
    /// <summary>French form with two decimals: « 33,33 % ».</summary>
    public override string ToString() => Francais.Taux(this);
}
