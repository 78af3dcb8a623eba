using System.Security.Cryptography;
using System.Text;
using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>What two people wrote of one step: each part that only one of them changed is kept, the others are chosen between.</summary>
/// <param name="Contenu">What is to be saved, once no part is left to choose.</param>
/// <param name="Conflits">Parts that both changed, to different values.</param>
public sealed record Fusion(ContenuDossier Contenu, IReadOnlyList<Rubrique> Conflits)
{
    /// <summary>Answer that keeps what one typed; the other keeps what was saved.</summary>
    public const string Mien = "mien";

    public static IEnumerable<Rubrique> De(string etape) => Rubrique.Toutes.Where(r => EtapesDuDossier.De(r).Cle == etape);

    /// <summary>What a page shows of its step, in a form it can carry: « titre:1a2b3c4d resume:… ».</summary>
    public static string Origine(string etape, ContenuDossier contenu) =>
        string.Join(' ', De(etape).Select(r => $"{r.Cle}:{Empreinte(r, contenu)}"));

    /// <summary>A mark of a value: the ends of lines that browsers send do not count.</summary>
    public static string Empreinte(Rubrique rubrique, ContenuDossier contenu) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    rubrique
                        .Valeur(contenu)
                        .Replace("\r\n", "\n", StringComparison.Ordinal)
                        .Replace(@"\r\n", @"\n", StringComparison.Ordinal)
                )
            )
        )[..8];

    /// <param name="etape">The step.</param>
    /// <param name="origine">What the page showed when it was opened.</param>
    /// <param name="mien">What it says now, over what is saved.</param>
    /// <param name="courant">What is saved.</param>
    /// <param name="choix">By part, whose value is chosen, and the mark of the saved value that was read: « mien:1a2b3c4d ».</param>
    /// <param name="moi">True when the last saving is of this very page, whose answer was lost on the way.</param>
    public static Fusion Faire(
        string etape,
        string origine,
        ContenuDossier mien,
        ContenuDossier courant,
        Func<string, string?> choix,
        bool moi = false
    )
    {
        var avant = origine
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(o => o.Split(':'))
            .Where(o => o.Length == 2)
            .GroupBy(o => o[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First()[1], StringComparer.Ordinal);
        var (contenu, conflits) = (mien, new List<Rubrique>());
        foreach (var rubrique in De(etape))
        {
            var (ici, la) = (Empreinte(rubrique, mien), Empreinte(rubrique, courant));
            var depart = avant.GetValueOrDefault(rubrique.Cle);
            if (ici == la || la == depart)
                continue;
            var choisi = choix(rubrique.Cle)?.Split(':');
            if (ici == depart || (choisi is [not Mien, var lu] && lu == la))
                contenu = rubrique.Reprendre(courant, contenu);
            else if (!moi && (choisi is not [Mien, var vu] || vu != la))
                conflits.Add(rubrique);
        }
        return new Fusion(contenu, conflits);
    }
}
