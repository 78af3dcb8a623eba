using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>One thing that a service or a session asks of a porteur, where it is done, and whether it seems done.</summary>
/// <param name="Texte">What is asked.</param>
/// <param name="Etape">The step where it is done.</param>
/// <param name="Ou">« Projet : Résumé ».</param>
/// <param name="Adresse">Address of the field.</param>
/// <param name="Touche">True once what it is about changed since the last deposit.</param>
public sealed record PointATraiter(string Texte, string Etape, string Ou, string Adresse, bool Touche);

/// <summary>
/// What is asked of a porteur, on the very fields: the points of a request, or those of a session that sent the dossier back.
/// </summary>
/// <param name="Titre">Who asks, and until when.</param>
/// <param name="Points">What is asked.</param>
public sealed record ATraiter(string Titre, IReadOnlyList<PointATraiter> Points)
{
    /// <summary>How many notes a laboratory wrote to help; null where they are on the page.</summary>
    public (string Adresse, int Nombre)? Notes { get; init; }

    /// <summary>Where the letter that asks is read; null where none does.</summary>
    public string? Lettre { get; init; }

    /// <summary>Those of a step; null without any.</summary>
    public ATraiter? Pour(string etape) =>
        Points.Where(p => p.Etape == etape).ToList() is { Count: > 0 } siens ? this with { Points = siens } : null;

    /// <summary>What is asked of who may write a deposited dossier; null when nothing is.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="deposee">Its last deposit; null for a draft.</param>
    /// <param name="decision">The notified decision that sent that deposit back; null without one.</param>
    /// <param name="pieces">Those that it joins now.</param>
    /// <param name="reglement">What judges it.</param>
    public static ATraiter? Pour(
        Dossier dossier,
        VersionDeposee? deposee,
        Decision? decision,
        IReadOnlyList<Piece> pieces,
        Reglement reglement
    ) =>
        !dossier.EstModifiable || deposee is null ? null
        : dossier.DemandeEnCours is { } demande ? De(dossier, demande, deposee, pieces)
        : decision is { } renvoi ? De(dossier, renvoi, deposee, pieces, reglement)
        : null;

    /// <summary>Of a request.</summary>
    private static ATraiter De(Dossier dossier, Demande demande, VersionDeposee deposee, IEnumerable<Piece> pieces)
    {
        var nouvelles = pieces.Where(p => p.Compte && p.Version is null).Select(p => p.Type).ToHashSet();
        return new ATraiter(
            $"{demande.Par} vous demande, au plus tard le {Francais.DateLongue(demande.AvantLe)}",
            [
                .. demande.Points.Select(p =>
                    p.Piece is { } type
                        ? new PointATraiter(
                            p.Texte,
                            "pieces",
                            $"Pièces : {Choix.TypesDePiece.Libelle($"{type}")}",
                            $"{Adresses.Dossiers.Pieces(dossier.Adresse)}#Type",
                            nouvelles.Contains(type)
                        )
                        : Corriger(dossier, p, deposee)
                ),
            ]
        )
        {
            Lettre = Adresses.Dossiers.LettreDeDemande(dossier.Adresse, $"{demande.Id}"),
        };
    }

    /// <summary>Of the session that sent it back.</summary>
    private static ATraiter De(Dossier dossier, Decision decision, VersionDeposee deposee, IEnumerable<Piece> pieces, Reglement reglement)
    {
        var changees = Rubrique
            .Differentes(deposee.Contenu, dossier.Contenu)
            .Select(r => EtapesDuDossier.De(r).Cle)
            .ToHashSet(StringComparer.Ordinal);
        if (pieces.Any(p => p.Compte && p.Version is null))
            changees.Add("pieces");
        return new ATraiter(
            $"Décision du {Francais.Date(decision.PriseLe)} : points à améliorer",
            [
                .. decision.Axes.Select(a =>
                {
                    var etape = AxesDAmelioration.Etape(a.Cible);
                    var champ = Champ(a.Cible, reglement);
                    return new PointATraiter(
                        a.Texte,
                        etape,
                        AxesDAmelioration.Cible(a.Cible, reglement) ?? EtapesDuDossier.Trouver(etape).Nom,
                        Adresses.Dossiers.Etape(dossier.Adresse, etape) + (champ is null ? "" : $"#{EtapesDuDossier.Ancre(champ, 0)}"),
                        changees.Contains(etape)
                    );
                }),
            ]
        );
    }

    private static PointATraiter Corriger(Dossier dossier, PointDemande point, VersionDeposee deposee)
    {
        var rubrique = Rubrique.Trouver(point.Cible)!;
        var etape = EtapesDuDossier.De(rubrique);
        return new PointATraiter(
            point.Texte,
            etape.Cle,
            $"{etape.Nom} : {rubrique.Nom}",
            $"{Adresses.Dossiers.Etape(dossier.Adresse, etape.Cle)}#{EtapesDuDossier.AncreDe(rubrique)}",
            rubrique.Valeur(dossier.Contenu) != rubrique.Valeur(deposee.Contenu)
        );
    }

    /// <summary>The field where a priority is justified; null for a whole step.</summary>
    private static string? Champ(string? cible, Reglement reglement) =>
        reglement.Regles.FirstOrDefault(r => r.Code == cible) is { } regle
        && Domain.Dossiers.Regles.PrioriteRevendiquee.De(regle.Parametres) is not null
            ? "revendications[0].oui"
            : null;
}
