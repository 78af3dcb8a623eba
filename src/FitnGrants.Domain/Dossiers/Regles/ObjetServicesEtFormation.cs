using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R26: what volet 1 of the Haut-Rhin is for.</summary>
public sealed class ObjetServicesEtFormation : RegleDInformation
{
    public override string Nom => "Objet du volet 1";

    public override string Phrase => "Le volet 1 est dédié aux services numériques et à la formation des agents.";
}
