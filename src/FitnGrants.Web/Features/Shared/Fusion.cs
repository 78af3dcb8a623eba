using System.Security.Cryptography;
using System.Text;

namespace FitnGrants.Web.Features.Shared;

/// <summary>A part of what is typed on a page: kept or chosen as a whole.</summary>
/// <param name="Cle">As forms carry it.</param>
/// <param name="Nom">As pages say it.</param>
/// <param name="Valeur">What it holds, to compare.</param>
/// <param name="Lignes">What it holds, to read.</param>
/// <param name="Reprendre">The part of the first, put into the second.</param>
public sealed record Partie<T>(
    string Cle,
    string Nom,
    Func<T, string> Valeur,
    Func<T, IReadOnlyList<string>> Lignes,
    Func<T, T, T> Reprendre
)
{
    /// <summary>A mark of its value: the ends of lines that browsers send do not count.</summary>
    public string Empreinte(T contenu) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    Valeur(contenu).Replace("\r\n", "\n", StringComparison.Ordinal).Replace(@"\r\n", @"\n", StringComparison.Ordinal)
                )
            )
        )[..8];
}

/// <summary>What two people wrote of one page: each part that only one of them changed is kept, the others are chosen between.</summary>
/// <param name="Contenu">What is to be saved, once no part is left to choose.</param>
/// <param name="Conflits">Parts that both changed, to different values.</param>
public sealed record Fusion<T>(T Contenu, IReadOnlyList<Partie<T>> Conflits)
{
    /// <summary>Answer that keeps what one typed; the other keeps what was saved.</summary>
    public const string Mien = "mien";

    /// <param name="parties">Of the page.</param>
    /// <param name="origine">What the page showed when it was opened.</param>
    /// <param name="mien">What it says now, over what is saved.</param>
    /// <param name="courant">What is saved.</param>
    /// <param name="choix">By part, whose value is chosen, and the mark of the saved value that was read: « mien:1a2b3c4d ».</param>
    /// <param name="moi">True when the last saving is of this very page, whose answer was lost on the way.</param>
    public static Fusion<T> Faire(
        IEnumerable<Partie<T>> parties,
        string origine,
        T mien,
        T courant,
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
        var (contenu, conflits) = (mien, new List<Partie<T>>());
        foreach (var partie in parties)
        {
            var (ici, la) = (partie.Empreinte(mien), partie.Empreinte(courant));
            var depart = avant.GetValueOrDefault(partie.Cle);
            if (ici == la || la == depart)
                continue;
            var choisi = choix(partie.Cle)?.Split(':');
            if (ici == depart || (choisi is [not Mien, var lu] && lu == la))
                contenu = partie.Reprendre(courant, contenu);
            else if (!moi && (choisi is not [Mien, var vu] || vu != la))
                conflits.Add(partie);
        }
        return new Fusion<T>(contenu, conflits);
    }
}

public static class Fusions
{
    /// <summary>What a page shows, in a form it can carry: « titre:1a2b3c4d resume:… ».</summary>
    public static string Origine<T>(this IEnumerable<Partie<T>> parties, T contenu) =>
        string.Join(' ', parties.Select(p => $"{p.Cle}:{p.Empreinte(contenu)}"));

    /// <summary>Said to a page that saves by itself: what two people changed at once.</summary>
    public static string PhraseDesConflits<T>(this Fusion<T> fusion) =>
        Domain.Socle.Francais.Typographier(
            $"{Domain.Socle.Francais.Liste([.. fusion.Conflits.Select(p => $"« {p.Nom} »")])} "
                + (fusion.Conflits.Count == 1 ? "a été changé" : "ont été changés")
                + " ailleurs en même temps. Rien n’est perdu :"
        );
}
