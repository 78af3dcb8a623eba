using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R1: the national fund; displayed only, never debited here.</summary>
public sealed class FondsNational : RegleDInformation
{
    public override string Nom => "Fonds national";

    public override string Phrase =>
        "Le fonds national est doté de 88 millions d’euros ; ce service ne gère que les enveloppes de ses dispositifs.";
}
