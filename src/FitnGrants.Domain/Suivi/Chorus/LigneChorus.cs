using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.Chorus;

/// <summary>A line of an extract, as its file says it.</summary>
/// <param name="Rang">Line of the file.</param>
/// <param name="Dp">Nine digits of the demande de paiement; null where it says none.</param>
/// <param name="PosteDp">Its rank in it.</param>
/// <param name="Ej">Ten digits of the engagement juridique; null where it says none.</param>
/// <param name="PosteEj">Its rank in it.</param>
/// <param name="Montant">Euros; negative for what came back.</param>
/// <param name="Le">Paris day of the last operation.</param>
public sealed record LigneLue(int Rang, string? Dp, string? PosteDp, string? Ej, string? PosteEj, Euros Montant, DateOnly Le)
{
    public string? Fournisseur { get; init; }

    /// <summary>What stands for the demande de paiement where it is not said.</summary>
    public string Paiement => Dp ?? $"ej {Ej}";

    internal bool SansPoste => PosteDp is null && PosteEj is null;

    /// <summary>What tells a line: its demande de paiement, its posts, its day, its signed amount.</summary>
    internal (string, string?, string?, DateOnly, Euros) Cle => (Paiement, PosteDp, PosteEj, Le, Montant);

    /// <summary>The same where an extract does not say the posts.</summary>
    internal (string, DateOnly, Euros) CleBreve => (Paiement, Le, Montant);
}

public enum EtatDeLigneChorus
{
    EnAttente,

    /// <summary>Recorded on a payment, or on a reversement.</summary>
    Appliquee,

    /// <summary>Nothing of this fund, said with a reason.</summary>
    Ecartee,
}

/// <summary>A line that a service read: kept for ever, so that reading it again changes nothing.</summary>
public sealed class LigneChorus
{
    private LigneChorus() { }

    public Guid Id { get; private set; }

    /// <summary>Of the extract that brought it.</summary>
    public Guid ExtraitId { get; private set; }

    /// <summary>Service whose extract it is: « 53 » of a préfecture, « R53 » of a région.</summary>
    public string Service { get; private set; } = "";

    public LigneLue Contenu { get; private set; } = null!;

    public EtatDeLigneChorus Etat { get; private set; }

    /// <summary>Request that an agent chose, where several could be meant; null elsewhere.</summary>
    public Guid? Choix { get; private set; }

    /// <summary>Request on which it is recorded.</summary>
    public Guid? VersementId { get; private set; }

    /// <summary>Why it is set aside.</summary>
    public string? Motif { get; private set; }

    /// <summary>Why it could not be recorded when that was tried; null where nothing stopped it.</summary>
    public string? Refus { get; private set; }

    internal static LigneChorus De(ExtraitChorus extrait, LigneLue lue) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ExtraitId = extrait.Id,
            Service = extrait.Service,
            Contenu = lue,
        };

    /// <summary>Says which request it pays; null where that choice is taken back.</summary>
    public void Choisir(Guid? versement) => (Choix, Refus) = (versement, null);

    /// <summary>It was tried, and something stops it.</summary>
    public void Refuser(string raison) => Refus = raison;

    /// <summary>It is recorded: on a request, or on a reversement where none is given.</summary>
    public void Appliquer(Guid? versement) => (Etat, VersementId, Refus) = (EtatDeLigneChorus.Appliquee, versement, null);

    /// <summary>The record is taken back: it waits again.</summary>
    public void Detacher() => (Etat, VersementId, Choix) = (EtatDeLigneChorus.EnAttente, null, null);

    /// <summary>It pays nothing of this fund.</summary>
    public void Ecarter(string motif) => (Etat, Motif) = (EtatDeLigneChorus.Ecartee, motif);
}
