using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A piece as people read it.</summary>
/// <param name="Id">The piece.</param>
/// <param name="Type">What it proves.</param>
/// <param name="Nom">Name of the file.</param>
/// <param name="Poids">« 2,4 Mo ».</param>
/// <param name="Etat">Whether it may be opened.</param>
/// <param name="Motif">Why it may not.</param>
/// <param name="Le">When it was joined.</param>
/// <param name="Affichable">True for what a browser shows by itself.</param>
public sealed record PieceLue(
    Guid Id,
    TypePiece Type,
    string Nom,
    string Poids,
    EtatPiece Etat,
    string? Motif,
    DateTimeOffset Le,
    bool Affichable
)
{
    /// <summary>Kinds of file that a browser shows.</summary>
    public static readonly string[] Affichables = ["application/pdf", "image/png", "image/jpeg"];

    /// <summary>« Devis ».</summary>
    public string Nature => Choix.TypesDePiece.Libelle(Type.ToString());

    /// <summary>What follows its name in a line; nothing when it may be opened.</summary>
    public string Suite =>
        Etat switch
        {
            EtatPiece.EnAnalyse => ", analyse antivirus en cours",
            EtatPiece.Refusee => ", refusée par l’antivirus",
            EtatPiece.NonAnalysee => ", pas encore analysée",
            _ => "",
        };

    public static PieceLue De(Piece p) =>
        new(
            p.Id,
            p.Type,
            p.NomFichier,
            Francais.Poids(p.Taille),
            p.Etat,
            p.Motif,
            p.AjouteeLe,
            Affichables.Contains(p.TypeMime, StringComparer.Ordinal)
        );

    /// <summary>Those of a deposit, as they are now: what an agent may know of.</summary>
    public static IReadOnlyList<PieceLue> Deposees(IEnumerable<Piece> pieces, VersionDeposee? version) =>
        [.. pieces.Where(p => version?.Pieces.Any(d => d.Id == p.Id) == true).OrderBy(p => p.AjouteeLe).Select(De)];

    /// <summary>Those that its porteur joins now.</summary>
    public static IReadOnlyList<PieceLue> Courantes(IEnumerable<Piece> pieces) =>
        [.. pieces.Where(p => p.RetireeLe is null).OrderBy(p => p.AjouteeLe).Select(De)];

    /// <summary>« Devis : devis.pdf (350 Ko) ».</summary>
    public static string Phrase(PieceDeposee p) =>
        Francais.Typographier($"{Choix.TypesDePiece.Libelle(p.Type.ToString())} : {p.NomFichier} ({Francais.Poids(p.Taille)})");
}

/// <summary>Pieces of a dossier, and what may be done of them.</summary>
public sealed record PiecesMontrees(IReadOnlyList<PieceLue> Pieces, string Dossier, Func<TypePiece, bool>? Ouverte = null);
