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

    // After the accord (suivi.md, 2).
    Conventionne,
    EnExecution,
    Acheve,
    Solde,
    Caduc,
    Abandonne,
    Retiree,
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
    /// <summary>Those of an accord, from its notification to the end of its act.</summary>
    public static readonly EtatDossier[] DUnAccord =
    [
        EtatDossier.AccordSousReserve,
        EtatDossier.Conventionne,
        EtatDossier.EnExecution,
        EtatDossier.Acheve,
        EtatDossier.Solde,
        EtatDossier.Caduc,
        EtatDossier.Abandonne,
        EtatDossier.Retiree,
    ];

    /// <summary>Those that a decision of accord or of refus leads to.</summary>
    public static readonly EtatDossier[] Decides = [.. DUnAccord, EtatDossier.Refuse];

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
            EtatDossier.Conventionne => "Aide attribuée",
            EtatDossier.EnExecution => "En exécution",
            EtatDossier.Acheve => "Achevé",
            EtatDossier.Solde => "Soldé",
            EtatDossier.Caduc => "Caduc",
            EtatDossier.Abandonne => "Abandonné",
            EtatDossier.Retiree => "Aide retirée",
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
