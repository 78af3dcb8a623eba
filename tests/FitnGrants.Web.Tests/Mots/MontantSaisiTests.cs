using System.Globalization;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Tests.Mots;

public sealed class MontantSaisiTests
{
    [Theory]
    [InlineData("1 234,56", "1234.56")]
    [InlineData("1234.5", "1234.5")]
    [InlineData("45.000,50", "45000.5")]
    [InlineData("45,000.50", "45000.5")]
    [InlineData("45.000", "45000")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,234,567.8", "1234567.8")]
    [InlineData("45'000", "45000")]
    [InlineData("45’000.50", "45000.5")]
    [InlineData("45 000 euros", "45000")]
    [InlineData("1 euro", "1")]
    [InlineData("EUR 45000", "45000")]
    [InlineData("45000EUR", "45000")]
    [InlineData("€ 45 000", "45000")]
    [InlineData("45\u202F000,00\u00A0€", "45000")]
    [InlineData("４５０００", "45000")]
    [InlineData("\u202A45 000\u202C", "45000")]
    [InlineData("45 k€", "45000")]
    [InlineData("4,5 K€", "4500")]
    [InlineData("5000.-", "5000")]
    [InlineData("45 000,--", "45000")]
    [InlineData("45000,– €", "45000")]
    [InlineData("1 234 567,89", "1234567.89")]
    [InlineData("45 000 , 50", "45000.5")]
    [InlineData("12 345", "12345")]
    [InlineData("0,01", "0.01")]
    [InlineData("999999999,99", "999999999.99")]
    public void Un_montant_se_lit_comme_on_l_ecrit(string tape, string lu)
    {
        var montant = MontantSaisi.Lire(tape);

        Assert.Equal(new MontantSaisi(new Euros(decimal.Parse(lu, CultureInfo.InvariantCulture)), null, null), montant);
    }

    [Theory]
    [InlineData("12 000 € HT", BaseTaxe.HT)]
    [InlineData("12000ht", BaseTaxe.HT)]
    [InlineData("12 000,00 € H.T.", BaseTaxe.HT)]
    [InlineData("12 000 euros hors taxes", BaseTaxe.HT)]
    [InlineData("12 000 TTC", BaseTaxe.TTC)]
    [InlineData("12 000 € toutes taxes comprises", BaseTaxe.TTC)]
    public void La_base_ecrite_avec_lui_est_lue(string tape, BaseTaxe @base)
    {
        var montant = MontantSaisi.Lire(tape);

        Assert.Equal((12000m, (BaseTaxe?)@base), (montant.Montant?.Montant, montant.Base));
    }

    [Theory]
    [InlineData("1,234", "« 1,234 » se lit 1234 ou 1,234")]
    [InlineData("45,000", "« 45,000 » se lit 45000 ou 45,00")]
    [InlineData("45 000 50", "« 45 000 50 » : vérifiez les espaces")]
    [InlineData("20 720 00", "« 20 720 00 » : vérifiez les espaces")]
    [InlineData("1 234 56", "« 1 234 56 » : vérifiez les espaces")]
    [InlineData("4 5000", "« 4 5000 » : vérifiez les espaces")]
    [InlineData("45 00 0", "« 45 00 0 » : vérifiez les espaces")]
    [InlineData("1234 567", "« 1234 567 » : vérifiez les espaces")]
    [InlineData("45'00", "« 45'00 » : vérifiez les espaces")]
    [InlineData("45000 - 48000", "Indiquez un seul montant")]
    [InlineData("1,2,3", "Indiquez un montant en euros")]
    [InlineData("1.234,567", "Indiquez un montant en euros")]
    [InlineData("0.500", "Indiquez un montant en euros")]
    [InlineData("12,3456", "Indiquez un montant en euros")]
    [InlineData("environ 500", "Indiquez un montant en euros")]
    [InlineData("5000 $", "Indiquez un montant en euros")]
    [InlineData("cinq cents", "Indiquez un montant en euros")]
    [InlineData("500 à 600", "Indiquez un seul montant")]
    [InlineData("-500", "Indiquez un montant positif")]
    [InlineData("−500", "Indiquez un montant positif")]
    [InlineData("1000000000", "Ce montant est trop grand")]
    [InlineData("99999999999999999999999999999999999999999999999999", "Ce montant est trop grand")]
    [InlineData("1e9", "Indiquez un montant en euros")]
    [InlineData("\u0600", "Indiquez un montant en euros")]
    public void Ce_qui_est_ambigu_se_demande(string tape, string faute)
    {
        var montant = MontantSaisi.Lire(tape);

        Assert.Null(montant.Montant);
        Assert.StartsWith(faute, montant.Faute, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_texte_sans_fin_est_refuse_sans_attendre() =>
        Assert.All([new string(' ', 300), new string('\'', 5000), "," + new string(' ', 20000)], t =>
            Assert.NotNull(MontantSaisi.Lire($"1{t}x").Faute)
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0\u200B")]
    public void Rien_n_est_ni_un_montant_ni_une_faute(string? tape) =>
        Assert.Equal(new MontantSaisi(null, null, null), MontantSaisi.Lire(tape));

    [Theory]
    [InlineData("120", 120)]
    [InlineData("1 200", 1200)]
    [InlineData("1.200", 1200)]
    [InlineData("１２", 12)]
    [InlineData("12,5", null)]
    [InlineData("120 agents", null)]
    [InlineData("-1", null)]
    public void Un_nombre_entier_aussi(string tape, int? lu) => Assert.Equal(lu, Saisie.Entier(tape));
}
