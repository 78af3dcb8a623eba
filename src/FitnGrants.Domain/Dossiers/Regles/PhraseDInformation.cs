using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R56, R60, R62, R63, R68, R69, R73, R74: a sentence of the source that informs; the règlement gives it.</summary>
public sealed class PhraseDInformation : RegleDInformation
{
    public override string Nom => "Information";

    public override string Phrase => "Cette phrase de la source informe ; elle ne juge rien.";
}
