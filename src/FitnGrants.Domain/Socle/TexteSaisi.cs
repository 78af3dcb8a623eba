using System.Buffers;
using System.Globalization;
using System.Text;

namespace FitnGrants.Domain.Socle;

/// <summary>
/// What people type, paste and bring, as it is kept: what hides goes, what is seen stays. Nothing is refused for a sign that its
/// author could not see.
/// </summary>
public static class TexteSaisi
{
    /// <summary>Signs that need no thought: most texts are made of them alone.</summary>
    private static readonly SearchValues<char> Courants = SearchValues.Create(
        "\n ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
            + "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸàâäçéèêëîïôöùûüÿŒœÆæ’«»…–—€°²\u00A0\u202F"
    );

    /// <summary>Signs 0x80 to 0x9F of Windows texts read as another encoding; the five that it leaves empty are spaces.</summary>
    private const string Windows1252 = "€ ‚ƒ„\n†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    /// <summary>
    /// One form for one text (NFC): line ends are « \n », other controls a space, bullets of the symbol typefaces « • »; direction marks,
    /// invisible signs, noncharacters and halves of pairs go.
    /// </summary>
    public static string Nettoyer(string texte)
    {
        if (!texte.AsSpan().ContainsAnyExcept(Courants))
            return texte;
        var propre = new StringBuilder(texte.Length);
        var dernier = default(Rune);
        for (var reste = texte.AsSpan(); !reste.IsEmpty; )
        {
            var entier = Rune.DecodeFromUtf16(reste, out var signe, out var pris) == OperationStatus.Done;
            var finDeLigne = entier && signe.Value == '\r' && reste.Length > 1 && reste[1] == '\n';
            reste = reste[(finDeLigne ? 2 : pris)..];
            if (!entier || Vu(signe, dernier, reste) is not { } vu)
                continue;
            // What a PDF joins into one sign is letters.
            if (signe.Value is >= 0xFB00 and <= 0xFB06)
            {
                propre.Append(signe.ToString().Normalize(NormalizationForm.FormKC));
                dernier = new Rune(propre[^1]);
                continue;
            }
            propre.Append(vu);
            // Marks move when the text takes its one form: what they stand on does not.
            if (!EstUneMarque(vu))
                dernier = vu;
        }
        // A sign that takes another form may leave a joiner between Latin letters: what was read of it is read again.
        var (net, une) = (propre.ToString(), propre.ToString().Normalize());
        return string.Equals(net, une, StringComparison.Ordinal) ? net : Nettoyer(une);
    }

    /// <summary>True when it is kept as it is.</summary>
    public static bool EstPropre(string texte) => string.Equals(Nettoyer(texte), texte, StringComparison.Ordinal);

    /// <summary>A number as it was pasted: what hides goes, digits of other widths and scripts are plain ones.</summary>
    public static string Chiffres(string texte)
    {
        var net = new StringBuilder(texte.Length);
        foreach (var signe in Nettoyer(texte).EnumerateRunes())
            if (Rune.GetUnicodeCategory(signe) == UnicodeCategory.DecimalDigitNumber)
                net.Append((int)Rune.GetNumericValue(signe));
            else if (Rune.GetUnicodeCategory(signe) != UnicodeCategory.Format)
                net.Append(signe);
        return net.ToString();
    }

    private static Rune? Vu(Rune signe, Rune avant, ReadOnlySpan<char> apres) =>
        signe.Value switch
        {
            '\n' or '\r' or '\v' or '\f' or 0x2028 or 0x2029 => new Rune('\n'),
            >= 0x80 and <= 0x9F => new Rune(Windows1252[signe.Value - 0x80]),
            _ when Rune.IsControl(signe) => new Rune(' '),
            0x200C or 0x200D => Lie(avant, apres) ? signe : null,
            // Bullets, arrows and ticks of Symbol and Wingdings, which word processors write there.
            >= 0xF000 and <= 0xF0FF => new Rune('•'),
            0x00AD or 0x034F or 0x061C or 0x180E or 0x200B or 0x200E or 0x200F or 0xFEFF or 0xFFFC => null,
            (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0xFFF9 and <= 0xFFFB) => null,
            (>= 0xFDD0 and <= 0xFDEF) or (>= 0xE0000 and <= 0xE007F) => null,
            _ when (signe.Value & 0xFFFE) == 0xFFFE => null,
            _ => signe,
        };

    /// <summary>A joiner holds together a family of emoji or a word of another script; between Latin letters it only hides.</summary>
    private static bool Lie(Rune avant, ReadOnlySpan<char> apres) =>
        avant.Value is > 0x36F and not (>= 0x1E00 and <= 0x1EFF)
        && Rune.DecodeFromUtf16(apres, out var suivant, out _) == OperationStatus.Done
        && suivant.Value is > 0x36F and not 0xFFFC
        && Rune.GetUnicodeCategory(suivant) is UnicodeCategory.OtherSymbol or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierSymbol;

    private static bool EstUneMarque(Rune signe) =>
        Rune.GetUnicodeCategory(signe)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark;
}
