using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Etapes;

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

/// <summary>A kind of piece that is expected of this dossier, and whether it is there.</summary>
public sealed record PieceAttendue(string Libelle, bool Obligatoire, bool Jointe)
{
    public static IReadOnlyList<PieceAttendue> De(DossierOuvert ouvert) =>
        De(ouvert.Reglement, ouvert.Dossier.Contenu.Projet, type => ouvert.Pieces.Any(p => p.Type == type && p.Compte));

    /// <summary>The same of what was deposited.</summary>
    /// <param name="reglement">Its règlement.</param>
    /// <param name="projet">The project.</param>
    /// <param name="jointe">Says which kinds are there.</param>
    public static IReadOnlyList<PieceAttendue> De(Reglement reglement, Projet projet, Func<TypePiece, bool> jointe)
    {
        PieceAttendue Faire(TypePiece type, bool obligatoire) =>
            new(Choix.TypesDePiece.Libelle(type.ToString()), obligatoire, jointe(type));
        return
        [
            .. reglement.Applique<AppuiDUnLaboratoire>() ? new[] { Faire(TypePiece.LettreEngagementLaboratoire, true) } : [],
            .. (projet.Ressources ?? []).Any(r => r is { Statut: StatutRessource.Acquis, Type: not TypeRessource.Autofinancement })
                ? new[] { Faire(TypePiece.PreuveDeFinancement, true) }
                : [],
            Faire(TypePiece.Devis, false),
            Faire(TypePiece.Deliberation, false),
        ];
    }
}

/// <summary>What the step of pieces shows.</summary>
/// <param name="Attendues">What this dossier should join, and whether it does.</param>
/// <param name="Ouverte">Says which kinds may be sent now.</param>
public sealed record PiecesAJoindre(IReadOnlyList<PieceAttendue> Attendues, Func<TypePiece, bool> Ouverte);
