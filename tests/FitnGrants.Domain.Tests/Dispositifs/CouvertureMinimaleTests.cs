using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dispositifs;

public sealed class CouvertureMinimaleTests
{
    private const string Citation =
        "Les projets proposés devront concerner les collectivités ou un regroupement de collectivités couvrant au minimum "
        + "une population de 500 000 habitants ou un département.";

    private static readonly RegleInformative R16 = new("R16", "Couverture minimale", "Phrase.", new Source("Page", Citation, [44]));

    private static Territoire Epci(string siren, int? population) =>
        new(siren, "EPCI " + siren, NatureJuridique.Metropole, "35", population, null);

    private static Territoire Commune(string siren, int? population, string? epci = null) =>
        new(siren, "Commune " + siren, NatureJuridique.Commune, "35", population, epci);

    private static Couverture Juger(bool? departement, params Territoire[] territoires) =>
        CouvertureMinimale.Juger(R16, 500_000, territoires, departement);

    [Theory]
    [InlineData(499_999, ResultatConstat.NonApplicable)]
    [InlineData(500_000, ResultatConstat.Conforme)]
    [InlineData(500_001, ResultatConstat.Conforme)]
    public void Le_minimum_est_atteint_à_500_000_habitants_exactement(int population, ResultatConstat resultat) =>
        Assert.Equal(resultat, Juger(false, Epci("1", 400_000), Commune("2", population - 400_000, "9")).Constat.Resultat);

    [Fact]
    public void Le_minimum_est_un_paramètre()
    {
        Assert.Equal(ResultatConstat.Conforme, CouvertureMinimale.Juger(R16, 1_000, [Epci("1", 1_000)], false).Constat.Resultat);
        Assert.Equal(ResultatConstat.NonApplicable, CouvertureMinimale.Juger(R16, 1_001, [Epci("1", 1_000)], false).Constat.Resultat);
    }

    [Fact]
    public void La_réponse_porte_la_phrase_les_valeurs_et_la_citation()
    {
        var constat = Juger(false, Epci("1", 600_000)).Constat;

        Assert.Equal("Ce projet peut relever des appels à projets nationaux.", Lisible.De(constat.Message));
        Assert.Equal("600 000", Lisible.De(constat.Valeurs["population"]));
        Assert.Equal("500 000", Lisible.De(constat.Valeurs["minimum"]));
        Assert.Equal(("R16", Citation), (constat.Regle, constat.Source.Citation));
    }

    [Fact]
    public void Sous_le_minimum_la_réponse_dit_ce_qui_manque()
    {
        var message = Lisible.De(Juger(false, Epci("1", 451_762)).Constat.Message);

        Assert.Contains("comptent 451 762 habitants", message, StringComparison.Ordinal);
        Assert.Contains("il en manque 48 238", message, StringComparison.Ordinal);
        Assert.Contains("ne couvre pas un département", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Une_commune_n_est_pas_comptée_deux_fois_avec_son_EPCI(bool communeDAbord)
    {
        Territoire[] liste = [Epci("1", 300_000), Commune("2", 200_000, "1")];
        if (communeDAbord)
            Array.Reverse(liste);

        var couverture = Juger(false, liste);

        Assert.Equal(300_000, couverture.Population);
        Assert.Equal("2", Assert.Single(couverture.DejaComptes).Siren);
        Assert.Equal(ResultatConstat.NonApplicable, couverture.Constat.Resultat);
    }

    [Theory]
    [InlineData("9")]
    [InlineData(null)]
    public void Une_commune_d_un_autre_EPCI_est_comptée(string? epci) =>
        Assert.Equal(500_000, Juger(false, Epci("1", 300_000), Commune("2", 200_000, epci)).Population);

    [Fact]
    public void Le_même_SIREN_ne_compte_qu_une_fois() =>
        Assert.Equal(300_000, Juger(false, Epci("1", 300_000), Epci("1", 300_000)).Population);

    [Fact]
    public void Deux_communes_du_même_EPCI_absent_de_la_liste_s_ajoutent() =>
        Assert.Equal(500_000, Juger(false, Commune("2", 300_000, "1"), Commune("3", 200_000, "1")).Population);

    [Theory]
    [InlineData(NatureJuridique.Departement)]
    [InlineData(NatureJuridique.Region)]
    public void Un_département_dans_la_liste_couvre_un_département(NatureJuridique nature)
    {
        var couverture = Juger(false, new Territoire("1", "Haut-Rhin", nature, "68", null, null), Commune("2", 10));

        Assert.Equal(ResultatConstat.Conforme, couverture.Constat.Resultat);
        Assert.Equal("oui", couverture.Constat.Valeurs["departement"]);
        Assert.Empty(couverture.Inconnus);
    }

    [Fact]
    public void Couvrir_un_département_suffit_sans_aucune_collectivité()
    {
        Assert.Equal(ResultatConstat.Conforme, Juger(true).Constat.Resultat);
        Assert.Equal(ResultatConstat.Conforme, Juger(true, Commune("2", 12)).Constat.Resultat);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void Sans_rien_il_n_y_a_rien_à_juger(bool? departement) =>
        Assert.Equal(ResultatConstat.AVerifier, Juger(departement).Constat.Resultat);

    [Fact]
    public void Une_population_inconnue_est_nommée_et_reste_à_vérifier_sous_le_minimum()
    {
        var constat = Juger(false, Epci("1", 499_999), Commune("2", null)).Constat;

        Assert.Equal(ResultatConstat.AVerifier, constat.Resultat);
        Assert.Contains(
            "n'est pas connue ici : Commune 2. Sans elle, le projet couvre 499 999 habitants",
            Lisible.De(constat.Message),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Une_population_inconnue_n_empêche_pas_d_atteindre_le_minimum() =>
        Assert.Equal(ResultatConstat.Conforme, Juger(false, Epci("1", 500_000), Commune("2", null)).Constat.Resultat);

    [Fact]
    public void Une_commune_inconnue_mais_déjà_comptée_avec_son_EPCI_ne_manque_pas() =>
        Assert.Equal(ResultatConstat.NonApplicable, Juger(false, Epci("1", 300_000), Commune("2", null, "1")).Constat.Resultat);

    [Theory]
    [InlineData(NatureJuridique.PETR)]
    [InlineData(NatureJuridique.SMF)]
    [InlineData(NatureJuridique.EPT)]
    public void Un_groupement_sans_fiscalité_propre_se_compte_par_ses_membres(NatureJuridique nature)
    {
        var couverture = Juger(false, Epci("1", 300_000), new Territoire("2", "Pays", nature, "35", 300_000, null));

        Assert.Equal(300_000, couverture.Population);
        Assert.Equal(ResultatConstat.AVerifier, couverture.Constat.Resultat);
    }

    [Fact]
    public void Sous_le_minimum_sans_réponse_sur_le_département_la_question_reste_posée()
    {
        var constat = Juger(null, Epci("1", 10)).Constat;

        Assert.Equal(ResultatConstat.AVerifier, constat.Resultat);
        Assert.Contains("dites si le projet couvre un département entier", Lisible.De(constat.Message), StringComparison.Ordinal);
    }

    [Fact]
    public void Des_valeurs_absurdes_ne_font_rien_tomber()
    {
        Assert.Equal(2L * int.MaxValue, Juger(false, Epci("1", int.MaxValue), Epci("2", int.MaxValue)).Population);
        Assert.Equal(0, Juger(false, Commune("1", 0)).Population);
        Assert.Equal(ResultatConstat.AVerifier, Juger(false, Commune("1", -5)).Constat.Resultat);
        Assert.Equal(3, Juger(false, Commune("1", 3, "1")).Population);
    }

    [Fact]
    public void La_réponse_ne_dit_un_département_que_s_il_est_couvert()
    {
        Assert.Equal("oui", Juger(true).Constat.Valeurs["departement"]);
        Assert.All(new bool?[] { null, false }, d =>
            Assert.DoesNotContain("departement", Juger(d, Epci("1", 600_000)).Constat.Valeurs.Keys)
        );
        Assert.Equal("", Juger(true).Constat.Activee);
    }

    [Fact]
    public void Chaque_réponse_se_lit_mot_pour_mot()
    {
        Assert.Equal("Indiquez les collectivités que le projet concerne, ou s'il couvre un département entier.", Phrase(null));
        Assert.Equal(
            "Les collectivités indiquées comptent 2 habitants, moins que 500 000 : dites si le projet couvre un département entier.",
            Phrase(null, Epci("1", 2))
        );
        Assert.Equal(
            "Les collectivités indiquées comptent 1 habitant : il en manque 499 999 pour atteindre 500 000, "
                + "et le projet ne couvre pas un département.",
            Phrase(false, Epci("1", 1))
        );
        Assert.Equal(
            "La population de cette collectivité n'est pas connue ici : Commune 2. "
                + "Sans elle, le projet couvre 10 habitants, et il en faut 500 000.",
            Phrase(false, Epci("1", 10), Commune("2", null))
        );
        Assert.Equal(
            "La population de ces collectivités n'est pas connue ici : Commune 2 et Commune 3. "
                + "Sans elles, le projet couvre 0 habitant, et il en faut 500 000.",
            Phrase(false, Commune("2", null), Commune("3", null))
        );

        static string Phrase(bool? departement, params Territoire[] territoires) =>
            Lisible.De(Juger(departement, territoires).Constat.Message);
    }

    /// <summary>An uninhabited commune exists; it is known, and counts for nobody.</summary>
    [Fact]
    public void Une_commune_sans_habitant_est_connue() => Assert.Empty(Juger(false, Commune("1", 0)).Inconnus);
}
