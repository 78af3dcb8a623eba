using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Socle;

public sealed class SirenTests
{
    [Theory]
    [InlineData("216802249")]
    [InlineData("213 503 527")]
    [InlineData("\u00A0243500139 ")]
    [InlineData("200\u202F066\u202F058")]
    [InlineData("356000000")]
    [InlineData("216-802-249")]
    [InlineData("216.802.249")]
    [InlineData("SIREN : 216 802 249")]
    [InlineData("N° SIREN 216802249")]
    [InlineData("\u202A216802249\u202C")]
    [InlineData("２１６８０２２４９")]
    [InlineData("216 802 249 00013")]
    [InlineData("SIRET : 216.802.249.00013")]
    public void Un_SIREN_valide_est_lu_sans_ce_qui_l_entoure(string texte)
    {
        Assert.True(Siren.TryParse(texte, out var siren));
        Assert.Matches("^[0-9]{9}$", siren.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("216802248")]
    [InlineData("21680224")]
    [InlineData("2168022490")]
    [InlineData("21680224A")]
    [InlineData("216802249 (mairie)")]
    [InlineData("216802249, 216802248")]
    [InlineData("21680224900014")]
    [InlineData("21680224C")]
    public void Un_SIREN_faux_est_refusé(string? texte) => Assert.False(Siren.TryParse(texte, out _));
}

public sealed class SiretTests
{
    [Fact]
    public void Un_texte_refusé_ne_laisse_aucun_SIRET()
    {
        Assert.False(Siret.TryParse("21680224900014", out var siret));
        Assert.Null(siret.Valeur);
        Assert.False(Siren.TryParse("216802248", out var siren));
        Assert.Null(siren.Valeur);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public void Quatre_vingts_caractères_espaces_comprises_se_lisent_encore(int longueur, bool lu) =>
        Assert.Equal(lu, Siret.TryParse("21680224900013".PadLeft(longueur), out _));

    [Fact]
    public void Les_espaces_sont_acceptées_et_retirées()
    {
        Assert.True(Siret.TryParse("216 802 249 00013", out var siret));
        Assert.Equal("21680224900013", siret.Valeur);
        Assert.Equal("216802249", siret.Siren);
        Assert.Equal("21680224900013", siret.ToString());
    }

    [Theory]
    [InlineData("21680224900014")]
    [InlineData("2168022490001")]
    [InlineData("216802249000130")]
    [InlineData("2168022490001X")]
    [InlineData("")]
    [InlineData(null)]
    public void Un_SIRET_faux_est_refusé(string? texte) => Assert.False(Siret.TryParse(texte, out _));

    [Theory]
    [InlineData("35600000000048", true)]
    [InlineData("35600000049837", true)]
    [InlineData("356 000 000 49837", true)]
    [InlineData("35600000012345", false)]
    public void La_Poste_a_sa_propre_clé(string texte, bool valide) => Assert.Equal(valide, Siret.TryParse(texte, out _));

    [Fact]
    public void La_règle_de_La_Poste_ne_sert_qu_à_elle() => Assert.False(Siret.TryParse("21680224900018", out _));

    [Fact]
    public void Un_siège_plausible_passe_la_clé()
    {
        Assert.True(Siret.TryParse("21680066400015", out _));
        Assert.True(Siret.TryParse(Siret.SiegePlausible("213503527").Valeur, out _));
    }

    [Fact]
    public void Un_texte_démesuré_est_refusé() => Assert.False(Siret.TryParse(new string(' ', 100) + "21680224900013", out _));
}
