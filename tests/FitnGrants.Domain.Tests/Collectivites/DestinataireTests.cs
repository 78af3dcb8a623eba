using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Collectivites;

public sealed class DestinataireTests
{
    [Theory]
    [InlineData("Le Guerno", "du Guerno")]
    [InlineData("Les Fougerêts", "des Fougerêts")]
    [InlineData("La Bouëxière", "de La Bouëxière")]
    [InlineData("L'Hermitage", "de L'Hermitage")]
    [InlineData("L’Hermitage", "de L’Hermitage")]
    [InlineData("Ille-et-Vilaine", "d’Ille-et-Vilaine")]
    [InlineData("Hœnheim", "de Hœnheim")]
    [InlineData("Herrlisheim", "de Herrlisheim")]
    [InlineData("Hunawihr", "de Hunawihr")]
    [InlineData("Huelgoat", "de Huelgoat")]
    [InlineData("Hennebont", "d’Hennebont")]
    [InlineData("Acigné", "d’Acigné")]
    [InlineData("Étables", "d’Étables")]
    [InlineData("Œting", "d’Œting")]
    [InlineData("Yffiniac", "d’Yffiniac")]
    [InlineData("Yutz", "de Yutz")]
    [InlineData("Vern-sur-Seiche", "de Vern-sur-Seiche")]
    public void Une_commune_prend_son_article(string nom, string attendu) => Assert.Equal(attendu, Commune(nom, null).Complement);

    [Theory]
    [InlineData("CC de l'Alsace Bossue", NatureJuridique.CC, "de la communauté de communes de l'Alsace Bossue")]
    [InlineData("CC Alsace Rhin Brisach", NatureJuridique.CC, "de la communauté de communes Alsace Rhin Brisach")]
    [InlineData("CA Mulhouse Alsace Agglomération", NatureJuridique.CA, "de Mulhouse Alsace Agglomération")]
    [InlineData("CA Lannion-Trégor Communauté", NatureJuridique.CA, "de Lannion-Trégor Communauté")]
    [InlineData("CA Agglo du Pays de Dreux", NatureJuridique.CA, "de la communauté d’agglomération Agglo du Pays de Dreux")]
    [InlineData("Rennes Métropole", NatureJuridique.Metropole, "de Rennes Métropole")]
    [InlineData("Syndicat mixte Mégalis", NatureJuridique.SMO, "du syndicat mixte Mégalis")]
    [InlineData("Collectivité européenne d’Alsace", NatureJuridique.Autre, "de la collectivité européenne d’Alsace")]
    [InlineData("PETR du Pays de Redon", NatureJuridique.PETR, "du PETR du Pays de Redon")]
    public void Un_groupement_se_dit_par_son_nom_ou_par_sa_nature(string nom, NatureJuridique nature, string attendu) =>
        Assert.Equal(attendu, new Destinataire(nom, nature, null).Complement);

    [Theory]
    [InlineData("Département d’Ille-et-Vilaine", "Madame la présidente du conseil départemental d’Ille-et-Vilaine")]
    [InlineData("Département du Finistère", "Madame la présidente du conseil départemental du Finistère")]
    [InlineData("Côtes-d’Armor", "Madame la présidente du conseil départemental de Côtes-d’Armor")]
    public void Un_departement_se_dit_par_son_conseil(string nom, string attendu) =>
        Assert.Equal(attendu, new Destinataire(nom, NatureJuridique.Departement, Civilite.Madame).PremiereLigne);

    [Fact]
    public void L_appel_et_la_formule_disent_la_meme_personne()
    {
        Assert.Equal(
            ("Madame la Maire", "Madame la maire de Vern-sur-Seiche"),
            (Commune("Vern-sur-Seiche", Civilite.Madame).Appel, Commune("Vern-sur-Seiche", Civilite.Madame).PremiereLigne)
        );
        Assert.Equal("Monsieur le maire du Guerno", Commune("Le Guerno", Civilite.Monsieur).PremiereLigne);
        Assert.Equal(
            "Je vous prie d’agréer, Monsieur le Maire, l’expression de ma considération distinguée.",
            Commune("Le Guerno", Civilite.Monsieur).Formule
        );
        var region = new Destinataire("Région Bretagne", NatureJuridique.Region, Civilite.Monsieur);
        Assert.Equal(
            ("Monsieur le Président", "Monsieur le président du conseil régional de Bretagne"),
            (region.Appel, region.PremiereLigne)
        );
        Assert.EndsWith("ma haute considération.", region.Formule, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_civilite_inconnue_ne_se_devine_pas()
    {
        var inconnu = Commune("Acigné", null);

        Assert.Equal(("Madame, Monsieur", "Madame ou Monsieur le maire d’Acigné"), (inconnu.Appel, inconnu.PremiereLigne));
    }

    [Fact]
    public void La_fonction_tapee_prime()
    {
        var adjointe = Commune("Acigné", Civilite.Madame) with { Qualite = " Adjointe au maire " };

        Assert.Equal(("Madame l’Adjointe", "Madame l’adjointe au maire d’Acigné"), (adjointe.Appel, adjointe.PremiereLigne));
    }

    [Theory]
    [InlineData("1 place de la Mairie\n35770 Vern-sur-Seiche", "1 place de la Mairie", "35770 Vern-sur-Seiche")]
    [InlineData("Mairie, 22 rue de Châteaubriant, 35 770 VERN SUR SEICHE", "Mairie|22 rue de Châteaubriant", "35770 VERN SUR SEICHE")]
    [InlineData("1 place de la Mairie, Vern-sur-Seiche", "1 place de la Mairie", "35770 Vern-sur-Seiche")]
    [InlineData("BP 12345 - 35770 - Vern Cedex", "BP 12345", "35770 Vern Cedex")]
    [InlineData("35770, Vern", "", "35770 Vern")]
    [InlineData("", "", "35770 Vern-sur-Seiche")]
    [InlineData("a\nb\nc\nd\n35770 Vern", "a|b|c, d", "35770 Vern")]
    [InlineData("12000 chemin des Dames\n35770 Vern", "12000 chemin des Dames", "35770 Vern")]
    public void Une_adresse_se_lit_comme_on_l_ecrit(string texte, string lignes, string derniere)
    {
        var adresse = AdressePostale.Lire(texte, "Vern-sur-Seiche", ["35770"]);

        Assert.Equal((lignes, derniere), (string.Join('|', adresse.Lignes), adresse.DerniereLigne));
    }

    [Fact]
    public void Sans_code_postal_sur_rien_on_n_en_invente_pas()
    {
        Assert.Null(AdressePostale.Lire("1 rue de la Paix", "Rennes", ["35000", "35200", "35700"]).DerniereLigne);
        Assert.Null(AdressePostale.Lire("1 rue de la Paix", "Rennes", []).DerniereLigne);
    }

    private static Destinataire Commune(string nom, Civilite? civilite) => new(nom, NatureJuridique.Commune, civilite);
}
