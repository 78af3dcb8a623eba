using FitnGrants.Web.Pieces;

namespace FitnGrants.Web.Tests.Pieces;

public sealed class NomDeFichierTests
{
    [Theory]
    [InlineData("Devis été.pdf", "Devis été.pdf")]
    [InlineData("C:\\Bureau\\devis.pdf", "devis.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("Devis 12:30 \"final\" <v2>|?*.pdf", "Devis 12_30 _final_ _v2____.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("nul", "_nul")]
    [InlineData("Lpt1 .pdf", "_Lpt1 .pdf")]
    [InlineData("console.pdf", "console.pdf")]
    [InlineData("devis.pdf. .", "devis.pdf")]
    [InlineData("devis\u202Efdp.exe", "devisfdp.exe")]
    [InlineData("de\u200Bvis\t.pdf", "devis .pdf")]
    [InlineData("cafe\u0301.pdf", "café.pdf")]
    [InlineData("", "fichier")]
    [InlineData("...", "fichier")]
    [InlineData("???", "fichier")]
    [InlineData(".pdf", "fichier.pdf")]
    public void Un_nom_va_sur_tous_les_ordinateurs(string saisi, string sur) => Assert.Equal(sur, NomDeFichier.Sur(saisi));

    [Fact]
    public void Un_nom_trop_long_garde_son_extension_et_des_signes_entiers()
    {
        var sur = NomDeFichier.Sur(string.Concat(Enumerable.Repeat("👩\u200D👧", 60)) + ".pdf");

        Assert.EndsWith("👧.pdf", sur, StringComparison.Ordinal);
        Assert.InRange(sur.Length, 130, 150);
        Assert.Equal("fichier.pdf", NomDeFichier.Sur(null) + ".pdf");
    }
}
