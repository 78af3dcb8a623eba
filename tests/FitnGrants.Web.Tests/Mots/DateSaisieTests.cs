using System.Globalization;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Tests.Mots;

public sealed class DateSaisieTests
{
    [Theory]
    [InlineData("15/09/2021", "2021-09-15")]
    [InlineData("1/9/21", "2021-09-01")]
    [InlineData("1ᵉʳ septembre 2021", "2021-09-01")]
    [InlineData("1 er septembre 2021", "2021-09-01")]
    [InlineData("15092021", "2021-09-15")]
    [InlineData("20210915", "2021-09-15")]
    [InlineData("31/12/21", "2021-12-31")]
    [InlineData("15-9-2021", "2021-09-15")]
    [InlineData("15.09.2021", "2021-09-15")]
    [InlineData("15 09 2021", "2021-09-15")]
    [InlineData("2021-09-15", "2021-09-15")]
    [InlineData("2021/9/15", "2021-09-15")]
    [InlineData("2021-09-15T00:00:00", "2021-09-15")]
    [InlineData("1er septembre 2021", "2021-09-01")]
    [InlineData("1ER SEPTEMBRE 2021", "2021-09-01")]
    [InlineData("15 sept. 2021", "2021-09-15")]
    [InlineData("3 août 21", "2021-08-03")]
    [InlineData("4 fevrier 2022", "2022-02-04")]
    [InlineData("5 juil 2021", "2021-07-05")]
    [InlineData("mercredi 15 septembre 2021", "2021-09-15")]
    [InlineData("le 2 mars 2022", "2022-03-02")]
    [InlineData("\u202A29/02/2024\u202C", "2024-02-29")]
    [InlineData("１５/０９/２０２１", "2021-09-15")]
    public void Un_jour_se_lit_comme_on_l_ecrit(string tape, string lu) =>
        Assert.Equal(new DateSaisie(DateOnly.Parse(lu, CultureInfo.InvariantCulture), null), DateSaisie.Lire(tape));

    [Theory]
    [InlineData("31/02/2022", "« 31/02/2022 » n’existe pas : ce mois a 28 jours.")]
    [InlineData("0/09/2021", "« 0/09/2021 » n’existe pas")]
    [InlineData("09/15/2021", "« 09/15/2021 » n’existe pas : le jour vient d’abord")]
    [InlineData("40/13/2021", "« 40/13/2021 » n’existe pas : les mois vont de 1 à 12")]
    [InlineData("01/09/1921", "« 01/09/1921 » est trop ancienne")]
    [InlineData("01/09/2201", "« 01/09/2201 » est trop lointaine")]
    [InlineData("31/12/99", "« 31/12/99 » se lit 1999 ou 2099")]
    [InlineData("12/2021", "Indiquez aussi le jour : par exemple 01/12/2021.")]
    [InlineData("septembre 2021", "Indiquez aussi le jour : par exemple 01/09/2021.")]
    [InlineData("15/09", "Indiquez aussi l’année.")]
    [InlineData("15 septembre", "Indiquez aussi l’année.")]
    [InlineData("5 jui 2021", "Cette date n’est pas lisible")]
    [InlineData("01/02/213", "Cette date n’est pas lisible")]
    [InlineData("\u0600", "Cette date n’est pas lisible")]
    [InlineData("bientôt", "Cette date n’est pas lisible")]
    public void Ce_qui_n_est_pas_un_jour_dit_pourquoi(string tape, string faute)
    {
        var date = DateSaisie.Lire(tape);

        Assert.Null(date.Jour);
        Assert.StartsWith(faute, date.Faute, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12/2021", "2021-12-01")]
    [InlineData("décembre 2021", "2021-12-01")]
    [InlineData("8/2/22", "2022-02-08")]
    public void Un_mois_suffit_ou_un_mois_est_demande(string tape, string lu) =>
        Assert.Equal(new DateSaisie(DateOnly.Parse(lu, CultureInfo.InvariantCulture), null), DateSaisie.LireLeMois(tape));

    [Fact]
    public void Rien_n_est_ni_un_jour_ni_une_faute() => Assert.Equal(new DateSaisie(null, null), DateSaisie.Lire(" "));
}
