using System.Globalization;
using FitnGrants.Domain.Socle;
using Humanizer;

namespace FitnGrants.Web.Mots;

/// <summary>« vingt mille sept cent vingt euros et dix-huit centimes », as an act repeats its amount.</summary>
public static class MontantEnLettres
{
    private const long UnMillion = 1_000_000;
    private static readonly CultureInfo Langue = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« quinze ».</summary>
    public static string De(int nombre) => nombre.ToWords(Langue);

    public static string De(Euros montant)
    {
        var euros = (long)decimal.Truncate(montant.Montant);
        var centimes = (long)((montant.Montant - euros) * 100m);
        var entier =
            $"{euros.ToWords(Langue)} {(euros >= UnMillion && euros % UnMillion == 0 ? "d’" : "")}{(euros < 2 ? "euro" : "euros")}";
        var reste = $"{centimes.ToWords(Langue)} {(centimes < 2 ? "centime" : "centimes")}";
        return centimes == 0 ? entier
            : euros == 0 ? reste
            : $"{entier} et {reste}";
    }
}
