using FitnGrants.Domain.Collectivites;

namespace FitnGrants.Domain.Tests.Collectivites;

public sealed class RechercheDeNomTests
{
    private static readonly DateOnly Jour = new(2021, 6, 1);

    private static readonly RechercheDeNom Recherche = new([
        Commune("213500010", "Acigné", "35", "35001", 6_800, "35690"),
        Commune("213500697", "Châteaugiron", "35", "35069", 6_500, "35410") with
        {
            Au = new DateOnly(2025, 12, 31),
        },
        Commune("200064483", "Châteaugiron", "35", "35069", 10_000, "35410") with
        {
            Du = new DateOnly(2026, 1, 1),
        },
        Commune("213502883", "Saint-Malo", "35", "35288", 46_000, "35400"),
        Commune("214402883", "Saint-Malo-de-Guersac", "44", "44176", 3_200, "44550"),
        Commune("215602160", "Saint-Gorgon", "56", "56216", 400, "56350"),
        Commune("218804490", "Saint-Gorgon", "88", "88449", 390, "88700"),
        Commune("218001234", "Y", "80", "80829", 90, "80190"),
        Commune("219400389", "L'Haÿ-les-Roses", "94", "94038", 31_000, "94240"),
        Commune("217100767", "Chalon-sur-Saône", "71", "71076", 45_000, "71100"),
        new("243500139", "Rennes Métropole", NatureJuridique.Metropole, null, "35", [], 450_000, null, null),
        new("245600465", "CA Golfe du Morbihan - Vannes Agglomération", NatureJuridique.CA, null, "56", [], 170_000, null, null),
        new("200066868", "CC du Pays de Barr", NatureJuridique.CC, null, "67", [], 24_000, null, null),
    ]);

    [Theory]
    [InlineData("acigne", "213500010")]
    [InlineData("213 500 010", "213500010")]
    [InlineData("213500010 00012", null)]
    [InlineData("35001", "213500010")]
    [InlineData("35690", "213500010")]
    [InlineData("acigne 35690", "213500010")]
    [InlineData("Acigné (Ille-et-Vilaine)", "213500010")]
    [InlineData("35001 Acigné", "213500010")]
    [InlineData("35690 acigne", "213500010")]
    [InlineData("Acigné 56", null)]
    [InlineData("chatogiron", "213500697")]
    [InlineData("chateaugirom", "213500697")]
    [InlineData("35069", "213500697")]
    [InlineData("st malo", "213502883")]
    [InlineData("saintmalo", "213502883")]
    [InlineData("malo saint", "213502883")]
    [InlineData("S. Malo de Guersac", "214402883")]
    [InlineData("st gorgon vosges", "218804490")]
    [InlineData("St-Gorgon 56", "215602160")]
    [InlineData("y", "218001234")]
    [InlineData("lhay les roses", "219400389")]
    [InlineData("L’Haÿ les Roses", "219400389")]
    [InlineData("chalon s/ saone", "217100767")]
    [InlineData("chalon/saone", "217100767")]
    [InlineData("mairie de Saint-Malo", "213502883")]
    [InlineData("agglo de Vannes", "245600465")]
    [InlineData("CC Pays de Barr", "200066868")]
    [InlineData("com com pays de barr", "200066868")]
    [InlineData("rennes", "243500139")]
    [InlineData("xyz", null)]
    [InlineData("z", null)]
    [InlineData("", null)]
    [InlineData("%%__", null)]
    [InlineData("' or 1=1 --", null)]
    public void Une_collectivité_se_trouve_comme_on_l_écrit(string texte, string? siren) =>
        Assert.Equal(siren, Recherche.Chercher(texte, Jour, 8).Select(t => t.Entree.Siren).FirstOrDefault());

    [Fact]
    public void Celle_qui_existe_ce_jour_vient_avant_celle_qui_a_pris_ou_perdu_sa_place()
    {
        Assert.Equal(["213500697", "200064483"], Recherche.Chercher("Châteaugiron", Jour, 8).Select(t => t.Entree.Siren));
        Assert.Equal(["200064483", "213500697"], Recherche.Chercher("35069", new DateOnly(2026, 1, 1), 8).Select(t => t.Entree.Siren));
        Assert.True(Recherche.Chercher("Châteaugiron", Jour, 8)[0].Sure);
    }

    [Theory]
    [InlineData("Saint-Gorgon", false)]
    [InlineData("Saint-Gorgon (88)", true)]
    [InlineData("acig", false)]
    [InlineData("Acigné", true)]
    [InlineData("Acigny", false)]
    [InlineData("chatogiron", false)]
    [InlineData("Pays de Bar", false)]
    public void Une_seule_réponse_possible_est_sûre(string texte, bool sure) =>
        Assert.Equal(sure, Recherche.Chercher(texte, Jour, 8)[0].Sure);

    [Fact]
    public void Deux_SIREN_d_une_commune_sont_une_seule_place_la_premiere_qu_elle_eut()
    {
        Assert.Equal("213500697", Recherche.Place("200064483"));
        Assert.Equal("213500697", Recherche.Place("213500697"));
        Assert.Equal("213500010", Recherche.Place("213500010"));
        Assert.Equal([("213500697", "200064483")], Recherche.Places(["200064483", "213500010"]).Select(p => (p.Key, p.Value)));
        // Asked together, they are already known.
        Assert.Empty(Recherche.Places(["200064483", "213500697"]));
    }

    [Theory]
    [InlineData("35690", false)]
    [InlineData("35001", true)]
    [InlineData("Acigné 35690", true)]
    [InlineData("213500010", true)]
    public void Un_code_postal_seul_ne_suffit_pas_un_code_Insee_si(string texte, bool sure) =>
        Assert.Equal(sure, Recherche.Chercher(texte, Jour, 8)[0].Sure);

    [Fact]
    public void On_ne_cherche_ni_rien_ni_un_texte_sans_fin_et_on_en_rend_autant_qu_il_est_demande()
    {
        Assert.Empty(Recherche.Chercher(null, Jour, 8));
        Assert.Empty(Recherche.Chercher(new string('a', 101), Jour, 8));
        Assert.Equal(2, Recherche.Chercher("saint gorgon", Jour, 8).Count);
        Assert.Single(Recherche.Chercher("saint gorgon", Jour, 1));
        Assert.Equal("215602160", Recherche.Chercher("saint gorgon", Jour, 1)[0].Entree.Siren);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("ab", "abc", 1)]
    [InlineData("abcd", "abdc", 1)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("abcd", "wxyz", 3)]
    [InlineData("abcdef", "abc", 3)]
    [InlineData("vern", "verne", 1)]
    [InlineData("chateau", "chapeau", 1)]
    public void La_distance_compte_les_lettres_qui_different_et_s_arrete_a_son_plafond(string un, string autre, int distance)
    {
        Assert.Equal(distance, Distance.Entre(un, autre, 2));
        Assert.Equal(distance, Distance.Entre(autre, un, 2));
    }

    private static Entree Commune(string siren, string nom, string departement, string insee, int taille, params string[] codesPostaux) =>
        new(siren, nom, NatureJuridique.Commune, insee, departement, codesPostaux, taille, null, null);
}
