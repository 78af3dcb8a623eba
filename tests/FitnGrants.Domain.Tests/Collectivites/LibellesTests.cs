using FitnGrants.Domain.Collectivites;

namespace FitnGrants.Domain.Tests.Collectivites;

public sealed class LibellesTests
{
    /// <summary>The fourteen départements of Bretagne and Grand Est, and how their préfectures sign.</summary>
    [Theory]
    [InlineData("22", "Côtes-d’Armor", "les Côtes-d’Armor", "Préfecture des Côtes-d’Armor")]
    [InlineData("29", "Finistère", "le Finistère", "Préfecture du Finistère")]
    [InlineData("35", "Ille-et-Vilaine", "l’Ille-et-Vilaine", "Préfecture d’Ille-et-Vilaine")]
    [InlineData("56", "Morbihan", "le Morbihan", "Préfecture du Morbihan")]
    [InlineData("08", "Ardennes", "les Ardennes", "Préfecture des Ardennes")]
    [InlineData("10", "Aube", "l’Aube", "Préfecture de l’Aube")]
    [InlineData("51", "Marne", "la Marne", "Préfecture de la Marne")]
    [InlineData("52", "Haute-Marne", "la Haute-Marne", "Préfecture de la Haute-Marne")]
    [InlineData("54", "Meurthe-et-Moselle", "la Meurthe-et-Moselle", "Préfecture de Meurthe-et-Moselle")]
    [InlineData("55", "Meuse", "la Meuse", "Préfecture de la Meuse")]
    [InlineData("57", "Moselle", "la Moselle", "Préfecture de la Moselle")]
    [InlineData("67", "Bas-Rhin", "le Bas-Rhin", "Préfecture du Bas-Rhin")]
    [InlineData("68", "Haut-Rhin", "le Haut-Rhin", "Préfecture du Haut-Rhin")]
    [InlineData("88", "Vosges", "les Vosges", "Préfecture des Vosges")]
    public void Un_département_a_son_nom_son_article_et_sa_préfecture(string code, string nom, string avecArticle, string prefecture)
    {
        Assert.Equal(nom, Libelles.Departement(code));
        Assert.Equal(avecArticle, Libelles.LeDepartement(code));
        Assert.Equal(code == "54" ? "en Meurthe-et-Moselle" : "dans " + avecArticle, Libelles.DansDepartement(code));
        Assert.Equal(prefecture, Libelles.Prefecture(code));
    }

    [Fact]
    public void Un_département_que_le_produit_ne_nomme_pas_se_lit_par_son_code()
    {
        Assert.Equal("département 75", Libelles.Departement("75"));
        Assert.Equal("le département 75", Libelles.LeDepartement("75"));
        Assert.Equal("dans le département 2A", Libelles.DansDepartement("2A"));
        Assert.Equal("Préfecture du département 75", Libelles.Prefecture("75"));
    }

    [Theory]
    [InlineData(NatureJuridique.Commune, "une commune")]
    [InlineData(NatureJuridique.CC, "une communauté de communes")]
    [InlineData(NatureJuridique.CA, "une communauté d’agglomération")]
    [InlineData(NatureJuridique.CU, "une communauté urbaine")]
    [InlineData(NatureJuridique.Metropole, "une métropole")]
    [InlineData(NatureJuridique.Departement, "un département")]
    [InlineData(NatureJuridique.Region, "une région")]
    [InlineData(NatureJuridique.SIVU, "un syndicat intercommunal à vocation unique")]
    [InlineData(NatureJuridique.SIVOM, "un syndicat intercommunal à vocation multiple")]
    [InlineData(NatureJuridique.SMF, "un syndicat mixte fermé")]
    [InlineData(NatureJuridique.SMO, "un syndicat mixte ouvert")]
    [InlineData(NatureJuridique.PETR, "un pôle d’équilibre territorial et rural")]
    [InlineData(NatureJuridique.PoleMetropolitain, "un pôle métropolitain")]
    [InlineData(NatureJuridique.EPT, "un établissement public territorial")]
    [InlineData(NatureJuridique.Autre, "un autre organisme")]
    public void Une_nature_juridique_se_dit_avec_son_genre(NatureJuridique nature, string texte)
    {
        Assert.Equal(texte, Libelles.UneNature(nature));
        Assert.Equal(texte[(texte.IndexOf(' ', StringComparison.Ordinal) + 1)..], Libelles.Nature(nature));
    }

    [Fact]
    public void La_métropole_de_Lyon_est_unique_et_féminine()
    {
        Assert.Equal("métropole de Lyon", Libelles.Nature(NatureJuridique.Met69));
        Assert.StartsWith("une ", Libelles.UneNature(NatureJuridique.Met69), StringComparison.Ordinal);
    }

    [Fact]
    public void Une_population_s_écrit_avec_ses_habitants()
    {
        Assert.Equal("69 774 habitants", Lisible.De(Libelles.Habitants(69_774)));
        Assert.Equal("1 habitant", Lisible.De(Libelles.Habitants(1)));
    }
}
