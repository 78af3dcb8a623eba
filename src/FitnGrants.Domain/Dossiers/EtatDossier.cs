namespace FitnGrants.Domain.Dossiers;

/// <summary>Where a dossier stands (domain.md 3.3).</summary>
public enum EtatDossier
{
    Brouillon,
    Depose,
    EnInstruction,
    ACompleter,
    Instruit,
    InscritSeance,
    AccordSousReserve,
    EnReconstruction,
    Refuse,
    Irrecevable,
    Reoriente,
    Retire,
}

/// <summary>Whether the request may be examined at all (décret n° 2018-514, art. 4).</summary>
public enum Recevabilite
{
    EnAttente,
    Recevable,
    ReputeeRecevable,
    Irrecevable,
}

public static class Etats
{
    /// <summary>« En instruction ».</summary>
    public static string Libelle(EtatDossier etat) =>
        etat switch
        {
            EtatDossier.Brouillon => "Brouillon",
            EtatDossier.Depose => "Déposé",
            EtatDossier.EnInstruction => "En instruction",
            EtatDossier.ACompleter => "À compléter",
            EtatDossier.Instruit => "Instruit",
            EtatDossier.InscritSeance => "Inscrit en séance",
            EtatDossier.AccordSousReserve => "Accord sous réserve",
            EtatDossier.EnReconstruction => "À revoir",
            EtatDossier.Irrecevable => "Irrecevable",
            EtatDossier.Reoriente => "Réorienté",
            EtatDossier.Retire => "Retiré",
            _ => "Refusé",
        };

    /// <summary>« réputé recevable ».</summary>
    public static string Libelle(Recevabilite recevabilite) =>
        recevabilite switch
        {
            Recevabilite.EnAttente => "recevabilité à dire",
            Recevabilite.Recevable => "recevable",
            Recevabilite.ReputeeRecevable => "réputé recevable",
            _ => "irrecevable",
        };
}
