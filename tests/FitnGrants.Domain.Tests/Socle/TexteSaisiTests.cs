using System.Text;
using FitnGrants.Domain.Socle;
using FsCheck;
using FsCheck.Fluent;

namespace FitnGrants.Domain.Tests.Socle;

public sealed class TexteSaisiTests
{
    [Theory]
    [InlineData("Portail des familles, 1 200 €", "Portail des familles, 1 200 €")]
    [InlineData("l\u0092eau à 5 \u0080", "l’eau à 5 €")]
    [InlineData("un\u0002deux\ttrois\0quatre", "un deux trois quatre")]
    [InlineData("un\r\ndeux\rtrois\vquatre\fcinq\u0085six\u2028sept", "un\ndeux\ntrois\nquatre\ncinq\nsix\nsept")]
    [InlineData("\u202A02 99 00 00 00\u202C", "02 99 00 00 00")]
    [InlineData("a\uFFFEb\uFFFFc\uFDD0d", "abcd")]
    [InlineData("\u200Bse\u00ADcret\uFEFF", "secret")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("\uF0B7 premier\n\uF0A7 second", "• premier\n• second")]
    [InlineData("a\u200Db", "ab")]
    [InlineData("o\uFB03ce \uFB01nal", "office final")]
    [InlineData("👩\u200D👧 ❤\uFE0F\u200D🔥", "👩\u200D👧 ❤\uFE0F\u200D🔥")]
    [InlineData("🏴\U000E0067\U000E007F", "🏴")]
    [InlineData("Ελληνικά ➜ 漢字", "Ελληνικά ➜ 漢字")]
    public void Ce_qui_cache_s_en_va_ce_qui_se_voit_reste(string saisi, string garde) => Assert.Equal(garde, TexteSaisi.Nettoyer(saisi));

    [Fact]
    public void Une_marque_qui_change_de_place_ne_garde_pas_un_joint()
    {
        var propre = TexteSaisi.Nettoyer("e\u1DFA\u036F\u1DFA\u200D❤");

        Assert.DoesNotContain('\u200D', propre);
        Assert.True(TexteSaisi.EstPropre(propre));
    }

    [Fact]
    public void La_moitie_d_un_signe_s_en_va() => Assert.Equal("ab😀", TexteSaisi.Nettoyer("a\uD83D" + "b\uDE00" + "😀"));

    [Theory]
    [InlineData("\u202A０２ ９９\u202C", "02 99")]
    [InlineData("45\u00A0000,50", "45\u00A0000,50")]
    [InlineData("١٢", "12")]
    public void Un_nombre_se_lit_de_toute_ecriture(string saisi, string lu) => Assert.Equal(lu, TexteSaisi.Chiffres(saisi));

    /// <summary>The sign of the ångström becomes a letter: the joiner after it has nothing to join any more.</summary>
    [Fact]
    public void Un_signe_qui_devient_une_lettre_ne_garde_pas_son_liant() =>
        Assert.Equal("\u00C5\u2764", TexteSaisi.Nettoyer("\u212B\u200D\u2764"));

    [Fact]
    public void Tout_texte_se_nettoie_une_fois_pour_toutes()
    {
        var signes = Gen.OneOf(
            Gen.Choose(0, 0xFFFF),
            Gen.Choose(0, 0x9F),
            Gen.Choose(0x2000, 0x206F),
            Gen.Choose(0x300, 0x36F),
            Gen.Choose(0xD800, 0xDFFF),
            Gen.Elements(0x200D, 0x2764, 0xFE0F, 'e', 0xFFFC)
        );

        Prop.ForAll(Gen.ArrayOf(signes).Select(s => string.Concat(s.Select(c => (char)c))).ToArbitrary(), texte =>
            {
                var propre = TexteSaisi.Nettoyer(texte);
                Assert.True(TexteSaisi.EstPropre(propre));
                Assert.True(propre.IsNormalized());
                Assert.DoesNotContain(propre, c => (char.IsControl(c) && c != '\n') || c is '\uFFFE' or '\uFFFF' or '\u202E');
                Assert.Equal(propre, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(propre)));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }
}
