using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Pieces;

/// <summary>Files sent for a type of piece.</summary>
public sealed record PiecesFormulaire
{
    public TypePiece? Type { get; init; }
    public List<IFormFile> Fichiers { get; init; } = [];

    /// <summary>« continuer » goes to the next step, with what is chosen; « joindre » stays.</summary>
    public string? Action { get; init; }

    /// <summary>True when nothing was chosen and one only goes on.</summary>
    public bool NeFaitQueContinuer => Action == "continuer" && Fichiers.Count == 0;
}

public sealed class PiecesValidator : AbstractValidator<PiecesFormulaire>
{
    public PiecesValidator()
    {
        RuleFor(f => f.Type).NotNull().Unless(f => f.NeFaitQueContinuer).WithMessage("Dites ce qu’est cette pièce.");
        RuleFor(f => f.Fichiers).NotEmpty().Unless(f => f.NeFaitQueContinuer).WithMessage("Choisissez un fichier à joindre.");
    }
}

/// <summary>A piece as people read it.</summary>
/// <param name="Id">The piece.</param>
/// <param name="Type">What it proves.</param>
/// <param name="Nom">Name of the file.</param>
/// <param name="Poids">« 2,4 Mo ».</param>
/// <param name="Etat">Whether it may be opened.</param>
/// <param name="Motif">Why it may not.</param>
/// <param name="Le">When it was joined.</param>
/// <param name="Affichable">True for what a browser shows by itself.</param>
public sealed record PieceLue(Guid Id, TypePiece Type, string Nom, string Poids, EtatPiece Etat, string? Motif, DateTimeOffset Le, bool Affichable)
{
    /// <summary>Kinds of file that a browser shows.</summary>
    public static readonly string[] Affichables = ["application/pdf", "image/png", "image/jpeg"];

    /// <summary>« Devis ».</summary>
    public string Nature => Choix.TypesDePiece.Libelle(Type.ToString());

    /// <summary>What follows its name in a line; nothing when it may be opened.</summary>
    public string Suite => Etat switch
    {
        EtatPiece.EnAnalyse => ", analyse antivirus en cours",
        EtatPiece.Refusee => ", refusée par l’antivirus",
        EtatPiece.NonAnalysee => ", pas encore analysée",
        _ => "",
    };

    public static PieceLue De(Piece p) =>
        new(p.Id, p.Type, p.NomFichier, Francais.Poids(p.Taille), p.Etat, p.Motif, p.AjouteeLe, Affichables.Contains(p.TypeMime, StringComparer.Ordinal));

    /// <summary>Those of a deposit, as they are now: what an agent may know of.</summary>
    public static IReadOnlyList<PieceLue> Deposees(IEnumerable<Piece> pieces, VersionDeposee? version) =>
        [.. pieces.Where(p => version?.Pieces.Any(d => d.Id == p.Id) == true).OrderBy(p => p.AjouteeLe).Select(De)];

    /// <summary>Those that its porteur joins now.</summary>
    public static IReadOnlyList<PieceLue> Courantes(IEnumerable<Piece> pieces) => [.. pieces.Where(p => p.RetireeLe is null).OrderBy(p => p.AjouteeLe).Select(De)];

    /// <summary>« Devis : devis.pdf (350 Ko) ».</summary>
    public static string Phrase(PieceDeposee p) => Francais.Typographier($"{Choix.TypesDePiece.Libelle(p.Type.ToString())} : {p.NomFichier} ({Francais.Poids(p.Taille)})");
}

/// <summary>A kind of piece that is expected of this dossier, and whether it is there.</summary>
public sealed record PieceAttendue(string Libelle, bool Obligatoire, bool Jointe)
{
    public static IReadOnlyList<PieceAttendue> De(DossierOuvert ouvert)
    {
        var projet = ouvert.Dossier.Contenu.Projet;
        bool Jointe(TypePiece type) => ouvert.Pieces.Any(p => p.Type == type && p.Compte);
        PieceAttendue Faire(TypePiece type, bool obligatoire) => new(Choix.TypesDePiece.Libelle(type.ToString()), obligatoire, Jointe(type));
        return
        [
            .. ouvert.Reglement.Applique<AppuiDUnLaboratoire>() ? new[] { Faire(TypePiece.LettreEngagementLaboratoire, true) } : [],
            .. (projet.Ressources ?? []).Any(r => r is { Statut: StatutRessource.Acquis, Type: not TypeRessource.Autofinancement }) ? new[] { Faire(TypePiece.PreuveDeFinancement, true) } : [],
            Faire(TypePiece.Devis, false), Faire(TypePiece.Deliberation, false),
        ];
    }
}
