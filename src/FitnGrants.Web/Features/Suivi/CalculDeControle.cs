using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What a control would say, as its form stands: computed by the same liquidation as the verb.</summary>
/// <param name="Retenu">Costs retained of this request, in euros.</param>
/// <param name="Autres">Costs that other requests retained.</param>
/// <param name="Du">Euros due on both.</param>
/// <param name="Engage">Euros controlled or paid by the others.</param>
/// <param name="Possible">What may be paid.</param>
/// <param name="Payable">What would be certified.</param>
public sealed record CalculDeControle(Euros Retenu, Euros Autres, Euros Du, Euros Engage, Plafond Possible, Euros Payable)
{
    public static CalculDeControle De(Liquidation liquidation, DemandeDeVersement demande, ControleFormulaire saisie)
    {
        var retenu = Euros.Somme(demande.Lignes.Zip(saisie.LesLignes(), (l, c) => c.Retenu ?? l.Montant));
        var autres = liquidation.Sans(demande);
        var possible = liquidation.Possible(demande, retenu);
        var voulu = Saisie.Montant(saisie.Montant)
            ?? (demande.Demande is { } demandee ? Euros.Min(demandee, possible.Montant) : possible.Montant);
        return new CalculDeControle(retenu, autres.Retenu, autres.Du(autres.Retenu + retenu), autres.Engage, possible, voulu);
    }
}
