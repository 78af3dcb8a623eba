using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Tests.Mots;

public sealed class AdresseElectroniqueTests
{
    [Theory]
    [InlineData("mairie@commune.fr", "mairie@commune.fr")]
    [InlineData("  mairie@commune.fr\u00A0", "mairie@commune.fr")]
    [InlineData("mailto:mairie@commune.fr?subject=x", "mairie@commune.fr")]
    [InlineData("Mairie de X <mairie@commune.fr>", "mairie@commune.fr")]
    [InlineData("\"Mairie, X\" <mairie@commune.fr>", "mairie@commune.fr")]
    [InlineData("<mairie@commune.fr>,", "mairie@commune.fr")]
    [InlineData("mairie@commune.fr;", "mairie@commune.fr")]
    [InlineData("mairie@le\u2011guerno.fr", "mairie@le-guerno.fr")]
    [InlineData("Jeanne Dupont (mairie@commune.fr)", "mairie@commune.fr")]
    [InlineData("mairie@commune.fr.", "mairie@commune.fr")]
    [InlineData("mairie\u200B@com\u00ADmune.fr\uFEFF", "mairie@commune.fr")]
    [InlineData("jean.d'arc+fitn@ville-été.fr", "jean.d'arc+fitn@ville-été.fr")]
    public void Une_adresse_collee_est_deballee(string tape, string adresse)
    {
        Assert.Equal(adresse, AdresseElectronique.Nette(tape));
        Assert.Null(AdresseElectronique.Faute(tape));
    }

    [Theory]
    [InlineData("mailto:%00%0Aa@commune@fr", "une seule adresse")]
    [InlineData("mairie@le-guerno,fr", "Une virgule s’est glissée après l’arobase")]
    [InlineData("😀@commune.fr", "ni signe d’une autre écriture")]
    [InlineData("rené@commune.fr", "ni lettre accentuée")]
    [InlineData("a@b.fr, c@d.fr", "une seule adresse")]
    [InlineData("a@b.fr c@d.fr", "une seule adresse")]
    [InlineData("jean dupont@commune.fr", "n’a pas d’espace")]
    [InlineData(".jean@commune.fr", "ni point au début")]
    [InlineData("jean.@commune.fr", "ni point au début")]
    [InlineData("jean..dupont@commune.fr", "ni point au début")]
    [InlineData("mairie", "complète")]
    [InlineData("@commune.fr", "complète")]
    [InlineData("mairie@commune", "nom de domaine")]
    [InlineData("mairie@.fr", "nom de domaine")]
    [InlineData("mairie@commune..fr", "nom de domaine")]
    [InlineData("mairie@-commune.fr", "nom de domaine")]
    [InlineData("mairie@127.0.0.1", "nom de domaine")]
    [InlineData("mairie@com_mune.fr", "nom de domaine")]
    public void Ce_qui_ne_partirait_pas_dit_pourquoi(string tape, string faute) =>
        Assert.Contains(faute, AdresseElectronique.Faute(tape), StringComparison.Ordinal);

    [Fact]
    public void Une_adresse_sans_fin_est_refusee_sans_attendre()
    {
        Assert.NotNull(AdresseElectronique.Faute("<" + new string('@', 200_000)));
        Assert.DoesNotContain('\0', AdresseElectronique.Nette("mailto:%00a@b.fr")!);
    }

    [Fact]
    public void Une_adresse_a_deux_cent_cinquante_quatre_caracteres_au_plus()
    {
        var longue = $"a@{string.Join('.', Enumerable.Repeat(new string('b', 60), 4))}.ex.fr";

        Assert.Null(AdresseElectronique.Faute("aaa" + longue));
        Assert.Contains("trop longue", AdresseElectronique.Faute("aaaa" + longue), StringComparison.Ordinal);
    }
}
