using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class PaysTests
{
    /// <summary>Member states in 2021, under their ISO 3166-1 codes.</summary>
    private const string Union = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";

    /// <summary>Parts of the Union that have a code of their own.</summary>
    private const string Ultramarins = "AX GF GP MF MQ RE YT";

    private const string Autres = "AU BR CA CH CN GB IL IN IS JP KR NO NZ RU SG TR TW UA US";

    [Fact]
    public void Le_formulaire_offre_l_Union_entière_et_dix_neuf_autres_pays() =>
        Assert.Equal(
            $"{Union} {Ultramarins} {Autres}".Split(' ').Order(StringComparer.Ordinal),
            Pays.Noms.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Chaque_pays_a_un_code_de_deux_lettres_et_un_nom_à_lui()
    {
        Assert.All(Pays.Noms.Keys, code => Assert.Matches("^[A-Z]{2}$", code));
        Assert.All(Pays.Noms.Values, nom => Assert.Matches(@"^\p{Lu}[\p{L}\- ]+$", nom));
        Assert.Equal(Pays.Noms.Count, Pays.Noms.Values.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("FR", "France")]
    [InlineData("DE", "Allemagne")]
    [InlineData("GR", "Grèce")]
    [InlineData("CZ", "Tchéquie")]
    [InlineData("US", "États-Unis")]
    [InlineData("GB", "Royaume-Uni")]
    [InlineData("CH", "Suisse")]
    [InlineData("NO", "Norvège")]
    [InlineData("us", "États-Unis")]
    public void Un_code_se_lit_en_français_quelle_que_soit_sa_casse(string code, string nom) => Assert.Equal(nom, Pays.Nom(code));

    [Fact]
    public void Un_pays_que_le_formulaire_n_offre_pas_se_lit_par_son_code() => Assert.Equal("ZZ", Pays.Nom("zz"));
}
