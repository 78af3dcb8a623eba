using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Socle;

public sealed class FrancaisTests
{
    [Theory]
    [InlineData("Aucun acte n’est reçu", "qu’aucun acte n’est reçu")]
    [InlineData("Élue tardivement", "qu’élue tardivement")]
    [InlineData("Le terme est passé", "que le terme est passé")]
    [InlineData("", "que ")]
    public void Que_s_élide_devant_une_voyelle(string phrase, string attendu) => Assert.Equal(attendu, Francais.Que(phrase));

    [Fact]
    public void Un_montant_prend_des_espaces_fines_insécables()
    {
        Assert.Equal("1\u202F188\u202F000,00\u202F€", Francais.Montant(new Euros(1_188_000m)));
        Assert.Equal("0,01\u202F€", Francais.Montant(Euros.UnCentime));
        Assert.Equal("−1\u202F234,50\u202F€", Francais.Montant(new Euros(-1_234.5m)));
    }

    [Fact]
    public void Un_montant_rond_perd_ses_centimes()
    {
        Assert.Equal("1\u202F188\u202F000\u202F€", Francais.MontantRond(new Euros(1_188_000m)));
        Assert.Equal("7\u202F500,01\u202F€", Francais.MontantRond(new Euros(7_500.01m)));
        Assert.Equal("40\u202F000,00", Francais.Saisie(new Euros(40_000m)));
    }

    [Fact]
    public void Un_taux_a_deux_décimales()
    {
        Assert.Equal("33,33\u202F%", Francais.Taux(new Taux(33.333m)));
        Assert.Equal("33,34\u202F%", Francais.Taux(new Taux(33.335m)));
        Assert.Equal("80,00\u202F%", new Taux(80).ToString());
        Assert.Equal("80", Francais.TauxBref(80m));
        Assert.Equal("33,5", Francais.TauxBref(33.5m));
        Assert.Equal("20,00\u202F%", Francais.Taux(new Taux(20m), 20m, 80m));
        Assert.Equal("20,001\u202F%", Francais.Taux(new Taux(20.0009m), 20m, 80m));
        Assert.Equal("79,999999\u202F%", Francais.Taux(new Taux(79.999999m), 20m, 80m));
        Assert.Equal("un peu moins de 80\u202F%", Francais.Taux(new Taux(79.9999999m), 20m, 80m));
        Assert.Equal("20,00\u202F%", Francais.Taux(new Taux(19.9999999m)));
    }

    [Fact]
    public void Un_nombre_se_groupe_par_milliers()
    {
        Assert.Equal("69\u202F774", Francais.Entier(69_774));
        Assert.Equal("999", Francais.Entier(999));
    }

    [Theory]
    [InlineData(1, "1 Ko")]
    [InlineData(1024, "1 Ko")]
    [InlineData(1025, "2 Ko")]
    [InlineData(1024 * 1024, "1 Mo")]
    [InlineData((1024 * 1024) + 1, "1,1 Mo")]
    [InlineData(25L * 1024 * 1024, "25 Mo")]
    public void Un_poids_se_lit_en_Ko_ou_en_Mo_arrondi_par_excès(long octets, string attendu) =>
        Assert.Equal(attendu, Lisible.De(Francais.Poids(octets)));

    [Theory]
    [InlineData(2021, 6, 1, "1er juin 2021")]
    [InlineData(2021, 8, 27, "27 août 2021")]
    [InlineData(2022, 2, 8, "8 février 2022")]
    [InlineData(2021, 12, 31, "31 décembre 2021")]
    public void Une_date_s_écrit_en_lettres(int annee, int mois, int jour, string attendu) =>
        Assert.Equal(attendu, Lisible.De(Francais.Date(new DateOnly(annee, mois, jour))));

    [Fact]
    public void Une_date_se_décline()
    {
        var jour = new DateOnly(2021, 6, 22);
        Assert.Equal("22\u00A0juin 2021", Francais.Date(jour));
        Assert.Equal("22 juin", Lisible.De(Francais.JourEtMois(jour)));
        Assert.Equal("mardi 22 juin 2021", Lisible.De(Francais.DateLongue(jour)));
        Assert.Equal("mardi 1er juin 2021", Lisible.De(Francais.DateLongue(new DateOnly(2021, 6, 1))));
        Assert.Equal("juin 2021", Francais.MoisEtAnnee(jour));
    }

    [Fact]
    public void Une_heure_est_celle_de_Paris()
    {
        Assert.Equal("23 h 59", Lisible.De(Francais.Heure(Quand.Z("2021-08-27T21:59:59.999Z"))));
        Assert.Equal("27 août 2021 à 23 h 59", Lisible.De(Francais.DateEtHeure(Quand.Z("2021-08-27T21:59:59.999Z"))));
        Assert.Equal("8 h 05", Lisible.De(Francais.Heure(Quand.Z("2022-02-08T07:05:00Z"))));
    }

    [Theory]
    [InlineData(0, "0 alerte")]
    [InlineData(1, "1 alerte")]
    [InlineData(2, "2 alertes")]
    [InlineData(1_000, "1 000 alertes")]
    public void Un_compte_s_accorde(int nombre, string attendu) => Assert.Equal(attendu, Lisible.De(Francais.Compte(nombre, "alerte")));

    [Fact]
    public void Un_pluriel_irrégulier_se_donne() =>
        Assert.Equal("3 points restent", Lisible.De(Francais.Compte(3, "point reste", "points restent")));

    [Fact]
    public void Une_liste_se_lie()
    {
        Assert.Equal("", Francais.Liste([]));
        Assert.Equal("a", Francais.Liste(["a"]));
        Assert.Equal("a et b", Francais.Liste(["a", "b"]));
        Assert.Equal("a, b ou c", Francais.Liste(["a", "b", "c"], "ou"));
    }

    [Theory]
    [InlineData("L'accord", "L’accord")]
    [InlineData("« oui »", "«\u00A0oui\u00A0»")]
    [InlineData("Le n° 12", "Le n°\u00A012")]
    [InlineData("Vraiment ?", "Vraiment\u202F?")]
    [InlineData("Non ! Oui ; 20 % et 5 €", "Non\u202F! Oui\u202F; 20\u202F% et 5\u202F€")]
    [InlineData("Refus : voir", "Refus\u00A0: voir")]
    [InlineData("https://exemple.test/a?b=1", "https://exemple.test/a?b=1")]
    [InlineData("Le projet \"Ma mairie\" à 75% et \"Relance\"", "Le projet «\u00A0Ma mairie\u00A0» à 75\u202F% et «\u00A0Relance\u00A0»")]
    [InlineData("Un écran de 24\" et rien", "Un écran de 24\" et rien")]
    [InlineData("https://exemple.test/a%20b/5%20c", "https://exemple.test/a%20b/5%20c")]
    [InlineData("Sans rien", "Sans rien")]
    public void Une_phrase_reçoit_ses_espaces_et_ses_apostrophes(string phrase, string attendu) =>
        Assert.Equal(attendu, Francais.Typographier(phrase));

    [Fact]
    public void Typographier_deux_fois_ne_change_rien()
    {
        var une = Francais.Typographier("L'aide « Relance » : 20 % ; n° 4 ?");
        Assert.Equal(une, Francais.Typographier(une));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("   ", "")]
    [InlineData("Côtes-d’Armor", "cotes d armor")]
    [InlineData("  L'Œuvre,  à NOËL !  ", "l oeuvre a noel")]
    [InlineData("GED/archivage", "ged archivage")]
    [InlineData("e\u0301cole", "ecole")]
    public void Un_texte_se_normalise_pour_la_recherche(string? texte, string attendu) => Assert.Equal(attendu, Francais.Normaliser(texte));

    [Theory]
    [InlineData(20, "dimanche")]
    [InlineData(21, "lundi")]
    [InlineData(22, "mardi")]
    [InlineData(23, "mercredi")]
    [InlineData(24, "jeudi")]
    [InlineData(25, "vendredi")]
    [InlineData(26, "samedi")]
    public void Chaque_jour_de_la_semaine_a_son_nom(int jour, string nom) =>
        Assert.Equal($"{nom} {jour} juin 2021", Lisible.De(Francais.DateLongue(new DateOnly(2021, 6, jour))));

    [Fact]
    public void Chaque_mois_a_son_nom() =>
        Assert.Equal(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            string.Join(' ', Enumerable.Range(1, 12).Select(m => Francais.MoisEtAnnee(new DateOnly(2021, m, 1)).Split(' ')[0]))
        );

    [Fact]
    public void Un_taux_du_règlement_ne_dit_que_les_décimales_qu_il_a() =>
        Assert.Equal(["20", "33,5", "33,33", "0"], new[] { 20m, 33.50m, 33.333m, 0m }.Select(Francais.TauxBref));
}
