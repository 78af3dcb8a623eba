namespace FitnGrants.Domain.Dossiers;

/// <summary>Where a dossier stands (domain.md 3.3).</summary>
public enum EtatDossier
{
    Brouillon, Depose, EnInstruction, Instruit, InscritSeance, AccordSousReserve, EnReconstruction, Refuse,
}

/// <summary>French names of the states.</summary>
public static class Etats
{
    /// <summary>« En instruction ».</summary>
    public static string Libelle(EtatDossier etat) => etat switch
    {
        EtatDossier.Brouillon => "Brouillon",
        EtatDossier.Depose => "Déposé",
        EtatDossier.EnInstruction => "En instruction",
        EtatDossier.Instruit => "Instruit",
        EtatDossier.InscritSeance => "Inscrit en séance",
        EtatDossier.AccordSousReserve => "Accord sous réserve",
        EtatDossier.EnReconstruction => "À revoir",
        _ => "Refusé",
    };
}
