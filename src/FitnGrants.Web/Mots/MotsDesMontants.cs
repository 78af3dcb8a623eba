using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Mots;

/// <summary>Amounts, as people read them.</summary>
public static class MotsDesMontants
{
    /// <summary>An amount that the instruction retains: zero says that none is possible.</summary>
    public static string Possible(Euros? montant) =>
        montant is not { } m ? "–"
        : m == Euros.Zero ? $"{m}, aucun montant possible"
        : $"{m}";
}
