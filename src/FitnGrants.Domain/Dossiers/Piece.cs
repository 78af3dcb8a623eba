using System.Linq.Expressions;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>What a piece proves.</summary>
public enum TypePiece
{
    Devis,
    Deliberation,
    LettreEngagementLaboratoire,
    PreuveDeFinancement,
    AttestationHonneur,
    RIB,
    CRTE,
    Autre,
}

/// <summary>Whether a piece may be opened.</summary>
public enum EtatPiece
{
    EnAnalyse,
    Saine,
    Refusee,
    NonAnalysee,
}

/// <summary>A file as it was received and measured, before anyone opens it.</summary>
/// <param name="Id">Key of the file in its store.</param>
/// <param name="NomFichier">Name to show, never a path.</param>
/// <param name="Taille">Bytes, more than 0.</param>
/// <param name="Sha256">SHA-256 of the bytes, in hexadecimal.</param>
/// <param name="TypeMime">Type told by the signature of the file, not by its name.</param>
public sealed record FichierRecu(Guid Id, string NomFichier, long Taille, string Sha256, string TypeMime);

/// <summary>A piece as a deposit names it.</summary>
/// <param name="Id">The piece.</param>
/// <param name="Type">What it proves.</param>
/// <param name="NomFichier">Its name.</param>
/// <param name="Taille">Bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal.</param>
public sealed record PieceDeposee(Guid Id, TypePiece Type, string NomFichier, long Taille, string Sha256);

/// <summary>
/// A piece of a dossier. Its bytes never change: another file is another piece. Nobody opens it before the antivirus has
/// found it clean; what was deposited stays readable in its version.
/// </summary>
public sealed class Piece : Racine
{
    /// <summary>Tries after which people are told that it is not examined; the antivirus is still asked, once an hour.</summary>
    public const int EssaisPermis = 12;

    private Piece() { }

    public Guid DossierId { get; private set; }

    /// <summary>The message it goes with; null for what is joined to the dossier itself.</summary>
    public Guid? MessageId { get; private set; }

    /// <summary>The letter whose signed paper it shows; null for anything else.</summary>
    public Guid? LettreId { get; private set; }

    /// <summary>The act whose signed paper it is; null otherwise.</summary>
    public Guid? ActeId { get; private set; }

    /// <summary>What is joined to the dossier itself, and not to what is said or sent around it.</summary>
    public static Expression<Func<Piece, bool>> DuDossier { get; } = p => p.MessageId == null && p.LettreId == null && p.ActeId == null;

    public TypePiece Type { get; private set; }

    /// <summary>Name to show, never a path.</summary>
    public string NomFichier { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Taille { get; private set; }

    /// <summary>SHA-256 of the bytes, in hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Type told by its signature.</summary>
    public string TypeMime { get; private set; } = "";

    /// <summary>Whether it may be opened.</summary>
    public EtatPiece Etat { get; private set; }

    /// <summary>Why it is refused or was not examined; null otherwise.</summary>
    public string? Motif { get; private set; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset AjouteeLe { get; private set; }

    /// <summary>Function of who joined it.</summary>
    public string AjouteePar { get; private set; } = "";

    /// <summary>When the antivirus answered; null before.</summary>
    public DateTimeOffset? AnalyseeLe { get; private set; }

    /// <summary>Times the antivirus could not answer.</summary>
    public int Essais { get; private set; }

    /// <summary>When the antivirus is asked next.</summary>
    public DateTimeOffset AnalyserLe { get; private set; }

    /// <summary>First deposited version that holds it; null while agents may not know of it.</summary>
    public int? Version { get; private set; }

    /// <summary>When it was taken out of what is being written; null while it is in.</summary>
    public DateTimeOffset? RetireeLe { get; private set; }

    /// <summary>True when it counts among what the dossier joins.</summary>
    public bool Compte => RetireeLe is null && Etat != EtatPiece.Refusee;

    /// <summary>As a deposit names it.</summary>
    public PieceDeposee Deposee => new(Id, Type, NomFichier, Taille, Sha256);

    /// <summary>Joins a file to a dossier that its porteur may write.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="type">What the file proves.</param>
    /// <param name="fichier">The file, already in its store.</param>
    /// <param name="par">Who joins it.</param>
    /// <param name="instant">When.</param>
    /// <exception cref="ActeImpossibleException">The dossier is not the porteur's to write.</exception>
    public static Piece Joindre(Dossier dossier, TypePiece type, FichierRecu fichier, Acteur par, DateTimeOffset instant)
    {
        dossier.ExigerOuverte(type);
        return Recevoir(dossier.Id, type, fichier, par, instant);
    }

    /// <summary>Joins a file to a message: it goes with it, and with no deposit.</summary>
    public static Piece Envoyer(Dossier dossier, Message message, FichierRecu fichier, Acteur par, DateTimeOffset instant)
    {
        var piece = Recevoir(dossier.Id, TypePiece.Autre, fichier, par, instant);
        piece.MessageId = message.Id;
        return piece;
    }

    /// <summary>Keeps the scan of a signed letter.</summary>
    internal static Piece Numeriser(Lettre lettre, FichierRecu fichier, Acteur par, DateTimeOffset instant)
    {
        var piece = Recevoir(lettre.DossierId, TypePiece.Autre, fichier, par, instant);
        piece.LettreId = lettre.Id;
        return piece;
    }

    /// <summary>Keeps the scan of a signed act.</summary>
    internal static Piece Numeriser(Suivi.ActeAttributif acte, FichierRecu fichier, Acteur par, DateTimeOffset instant)
    {
        var piece = Recevoir(acte.DossierId, TypePiece.Autre, fichier, par, instant);
        piece.ActeId = acte.Id;
        return piece;
    }

    private static Piece Recevoir(Guid dossier, TypePiece type, FichierRecu fichier, Acteur par, DateTimeOffset instant)
    {
        var piece = new Piece
        {
            Id = fichier.Id,
            DossierId = dossier,
            Type = type,
            NomFichier = fichier.NomFichier,
            Taille = fichier.Taille,
            Sha256 = fichier.Sha256,
            TypeMime = fichier.TypeMime,
            AjouteeLe = instant,
            AjouteePar = par.Fonction,
            AnalyserLe = instant,
        };
        piece.Noter(new JoindrePiece(par.Fonction, dossier, type, fichier.Sha256), null, nameof(EtatPiece.EnAnalyse));
        return piece;
    }

    /// <summary>Takes it out of what is being written. One that was deposited stays in its version; the other goes with its file.</summary>
    /// <exception cref="ActeImpossibleException">The dossier is not the porteur's to write, or it is out already.</exception>
    public void Retirer(Dossier dossier, Acteur par, DateTimeOffset instant)
    {
        dossier.ExigerOuverte(Type);
        if (RetireeLe is not null)
            throw new ActeImpossibleException("Action impossible : cette pièce est déjà retirée.");
        RetireeLe = instant;
        Noter(new RetirerPiece(par.Fonction, DossierId, Sha256), Etat.ToString(), null);
    }

    /// <summary>The antivirus found nothing.</summary>
    /// <exception cref="ActeImpossibleException">It is not waiting for the antivirus.</exception>
    public void DeclarerSaine(DateTimeOffset instant) => Conclure(EtatPiece.Saine, null, instant);

    /// <summary>The antivirus found something: nobody will ever open it.</summary>
    /// <param name="motif">What it found.</param>
    /// <param name="instant">When.</param>
    /// <exception cref="ActeImpossibleException">It is not waiting for the antivirus.</exception>
    public void Refuser(string motif, DateTimeOffset instant) => Conclure(EtatPiece.Refusee, motif, instant);

    /// <summary>The antivirus did not answer: asked again later, twice as late each time, until the tries are over.</summary>
    /// <param name="motif">What went wrong.</param>
    /// <param name="instant">When.</param>
    /// <exception cref="ActeImpossibleException">It is not waiting for the antivirus.</exception>
    public void Reporter(string motif, DateTimeOffset instant)
    {
        ExigerEnAnalyse();
        Essais++;
        AnalyserLe = instant + TimeSpan.FromSeconds(Math.Min(3600, 5 << Math.Min(Essais - 1, 10)));
        if (Essais == EssaisPermis)
            Conclure(EtatPiece.NonAnalysee, motif, instant);
    }

    /// <summary>Asks the antivirus again, by a person.</summary>
    /// <exception cref="ActeImpossibleException">It was examined.</exception>
    public void Relancer(Acteur par, DateTimeOffset instant)
    {
        if (Etat != EtatPiece.NonAnalysee)
            throw new ActeImpossibleException("Action impossible : l’analyse de cette pièce est faite ou en cours.");
        (Etat, Motif, Essais, AnalyserLe, AnalyseeLe) = (EtatPiece.EnAnalyse, null, 0, instant, null);
        Noter(new RelancerAnalyse(par.Fonction, DossierId), nameof(EtatPiece.NonAnalysee), Etat.ToString());
    }

    private void Conclure(EtatPiece etat, string? motif, DateTimeOffset instant)
    {
        ExigerEnAnalyse();
        var avant = Etat;
        (Etat, Motif, AnalyseeLe) = (etat, motif, instant);
        Noter(new AnalyserPiece(Acteur.Systeme.Fonction, DossierId, motif), avant.ToString(), etat.ToString());
    }

    private void ExigerEnAnalyse()
    {
        if (Etat is not (EtatPiece.EnAnalyse or EtatPiece.NonAnalysee))
            throw new ActeImpossibleException("Action impossible : cette pièce n’attend pas d’analyse.");
    }
}
