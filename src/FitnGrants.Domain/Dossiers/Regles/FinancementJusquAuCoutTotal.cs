using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R19: « jusqu’à 100 % », superseded by the bands (A2).</summary>
public sealed class FinancementJusquAuCoutTotal : RegleDInformation
{
    public override string Nom => "Financement jusqu’à 100 %";

    public override string Phrase =>
        "Le financement peut atteindre 100 % du coût du projet, dans la limite du taux de la tranche de population.";
}
