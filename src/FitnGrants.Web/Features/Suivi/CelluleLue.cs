using System.Globalization;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What a cell of a spreadsheet says: days as texts or as serials, amounts as numbers or as texts.</summary>
internal static class CelluleLue
{
    /// <summary>Serials of 2000 to 2099.</summary>
    private const int PremierJour = 36526;
    private const int DernierJour = 73050;

    private static readonly DateOnly JourZero = new(1899, 12, 30);

    /// <summary>« # » stands for nothing.</summary>
    public static string? Texte(string? cellule) => Saisie.Propre(cellule) is { } net && net != "#" ? net : null;

    public static DateOnly? Jour(string? cellule)
    {
        if (Texte(cellule) is not { } net)
            return null;
        return
            decimal.TryParse(net, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serie)
            && serie is >= PremierJour and < DernierJour
            ? JourZero.AddDays((int)serie)
            : Saisie.Date(net);
    }

    /// <summary>Euros, signed: « 1 234,56 », « 1234.5600000001 » as a workbook holds it, « (12,50) », « -3 ».</summary>
    public static Euros? Montant(string? cellule)
    {
        if (Texte(cellule) is not { } texte)
            return null;
        var net = string.Concat(texte.Where(c => !char.IsWhiteSpace(c) && c is not '€')).Replace('−', '-').Replace('–', '-');
        if (net.Length > 2 && net[0] == '(' && net[^1] == ')')
            net = "-" + net[1..^1];
        var (virgule, point) = (net.LastIndexOf(','), net.LastIndexOf('.'));
        // The last of the two parts the cents; the other one, thousands.
        net =
            virgule > point
                ? net.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
                : net.Replace(",", "", StringComparison.Ordinal);
        if (
            net.Count(c => c == '.') > 1
            || !decimal.TryParse(net, NumberStyles.Float, CultureInfo.InvariantCulture, out var lu)
            || Math.Abs(lu) > Euros.Maximum
        )
            return null;
        var arrondi = Euros.Arrondir(lu);
        return Math.Abs(arrondi.Montant - lu) < 0.00001m ? arrondi : null;
    }

    /// <summary>Zeros at the head of a number that a spreadsheet may have lost.</summary>
    private const int ZerosPerdus = 2;

    /// <summary>A number of that many digits, zeros lost by a spreadsheet given back; null for what is none.</summary>
    public static string? Numero(string? cellule, int chiffres)
    {
        if (Texte(cellule) is not { } texte)
            return null;
        var net = string.Concat(texte.Where(c => !char.IsWhiteSpace(c)));
        if (decimal.TryParse(net, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var lu) && lu == decimal.Truncate(lu))
            net = lu.ToString("0", CultureInfo.InvariantCulture);
        if (net.Length >= chiffres - ZerosPerdus)
            net = net.PadLeft(chiffres, '0');
        return net.Length == chiffres && net.All(char.IsAsciiDigit) ? net : null;
    }
}
