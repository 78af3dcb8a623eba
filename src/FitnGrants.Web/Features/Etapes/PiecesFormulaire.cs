using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Features.Dossiers;
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

/// <summary>What the step of pieces shows.</summary>
/// <param name="Attendues">What this dossier should join, and whether it does.</param>
/// <param name="Ouverte">Says which kinds may be sent now.</param>
public sealed record PiecesAJoindre(IReadOnlyList<PieceAttendue> Attendues, Func<TypePiece, bool> Ouverte);
