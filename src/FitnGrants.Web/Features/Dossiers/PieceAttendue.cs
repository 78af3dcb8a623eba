using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A kind of piece that is expected of this dossier, and whether it is there.</summary>
public sealed record PieceAttendue(string Libelle, bool Obligatoire, bool Jointe)
{
    /// <summary>Those that a project calls for.</summary>
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
