using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The acts that are done to many dossiers at once.</summary>
public static class ActesEnLot
{
    private static readonly Dictionary<ActeEnLot, ActeSurUnLot> Actes = new()
    {
        [ActeEnLot.PrendreEnCharge] = new PriseEnChargeEnLot(),
        [ActeEnLot.Confier] = new AttributionEnLot(),
        [ActeEnLot.Clore] = new ClotureEnLot(),
        [ActeEnLot.DeclarerIrrecevable] = new IrrecevabiliteEnLot(),
    };

    public static ActeSurUnLot De(ActeEnLot acte) => Actes[acte];

    /// <summary>Those of a tab of the list; of a search when it is null.</summary>
    public static IEnumerable<ActeEnLot> De(string? onglet) =>
        Actes.Where(a => onglet is null || a.Value.Onglets.Contains(onglet)).Select(a => a.Key);

    public static string Etat(EtatDeLigne etat) =>
        etat switch
        {
            EtatDeLigne.Ecartee => "écarté",
            EtatDeLigne.Prevue => "à faire",
            EtatDeLigne.Faite => "fait",
            EtatDeLigne.Refusee => "refusé",
            _ => "annulé",
        };
}
