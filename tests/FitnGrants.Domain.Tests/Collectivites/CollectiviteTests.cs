using FitnGrants.Domain.Collectivites;

namespace FitnGrants.Domain.Tests.Collectivites;

public sealed class CollectiviteTests
{
    private static readonly Collectivite Feldkirch = Collectivite.Creer(
        "216800888",
        "Feldkirch",
        NatureJuridique.Commune,
        "68088",
        "68",
        "44",
        [
            new PopulationMillesime(2023, new DateOnly(2026, 1, 1), 1_002, 1_020),
            new PopulationMillesime(2018, new DateOnly(2021, 1, 1), 995, 1_015),
        ]
    );

    [Theory]
    [InlineData(2021, 1, 1, 2018)]
    [InlineData(2025, 12, 31, 2018)]
    [InlineData(2026, 1, 1, 2023)]
    [InlineData(2020, 12, 31, 2018)]
    public void Le_millésime_est_celui_en_vigueur_ce_jour_là(int annee, int mois, int jour, int millesime) =>
        Assert.Equal(millesime, Feldkirch.PopulationAu(new DateOnly(annee, mois, jour))!.Annee);

    [Fact]
    public void Sans_millésime_en_vigueur_le_plus_ancien_est_retenu_et_c_est_dit()
    {
        Assert.True(Feldkirch.Beneficiaire(new DateOnly(2020, 12, 31)).MillesimeAnticipe);
        Assert.False(Feldkirch.Beneficiaire(new DateOnly(2021, 1, 1)).MillesimeAnticipe);
    }

    [Fact]
    public void Le_bénéficiaire_porte_les_deux_chiffres()
    {
        var beneficiaire = Feldkirch.Beneficiaire(new DateOnly(2021, 8, 20));
        Assert.Equal(1_015, beneficiaire.Population(PopulationReference.Totale));
        Assert.Equal(995, beneficiaire.Population(PopulationReference.Municipale));
        Assert.True(beneficiaire.EstReel);
        Assert.Equal(1_020, Feldkirch.Taille);
    }

    [Fact]
    public void Sans_population_rien_n_est_inventé()
    {
        var inconnue = Collectivite.Creer("200066058", "CA", NatureJuridique.CA, null, "68", "44", []);
        Assert.Null(inconnue.PopulationAu(new DateOnly(2021, 8, 20)));
        Assert.Null(inconnue.Beneficiaire(new DateOnly(2021, 8, 20)).Population(PopulationReference.Totale));
        Assert.Equal(0, inconnue.Taille);
    }

    [Fact]
    public void Les_chiffres_se_rangent_du_plus_ancien_au_plus_récent() =>
        Assert.Equal([2018, 2023], Feldkirch.Populations.Select(p => p.Annee));

    /// <summary>What puts the likeliest answer first in a search.</summary>
    [Fact]
    public void La_taille_est_la_plus_grande_population_connue_totale_ou_à_défaut_municipale()
    {
        Assert.Equal(1_020, Taille((995, 1_015), (1_002, 1_020)));
        Assert.Equal(1_020, Taille((1_002, 1_020), (995, 1_015)));
        Assert.Equal(900, Taille((900, null)));
        Assert.Equal(950, Taille((null, 950)));

        static int Taille(params (int? Municipale, int? Totale)[] chiffres) =>
            Collectivite
                .Creer(
                    "216800888",
                    "Feldkirch",
                    NatureJuridique.Commune,
                    "68088",
                    "68",
                    "44",
                    chiffres.Select((c, i) => new PopulationMillesime(2018 + i, new DateOnly(2021 + i, 1, 1), c.Municipale, c.Totale))
                )
                .Taille;
    }

    [Theory]
    [InlineData("68", "Haut-Rhin (68)")]
    [InlineData("04", "département 04")]
    [InlineData("2A", "département 2A")]
    public void Un_département_sans_nom_ne_dit_son_code_qu_une_fois(string code, string dit) =>
        Assert.Equal(dit, Libelles.DepartementEtCode(code));

    [Fact]
    public void Une_collectivité_porte_ce_que_le_référentiel_en_dit()
    {
        var vern = Collectivite.Creer("213503527", "Vern-sur-Seiche", NatureJuridique.Commune, "35352", "35", "53", [], "243500139");
        Assert.Equal(("213503527", "Vern-sur-Seiche", NatureJuridique.Commune), (vern.Siren, vern.Nom, vern.Nature));
        Assert.Equal(("35352", "35", "53", "243500139"), (vern.CodeInsee, vern.Departement, vern.Region, vern.Epci));
        var beneficiaire = vern.Beneficiaire(new DateOnly(2021, 8, 20));
        Assert.Equal(("213503527", "Vern-sur-Seiche", "35"), (beneficiaire.Siren, beneficiaire.Nom, beneficiaire.Departement));
        Assert.Equal((null, false), (beneficiaire.Millesime, beneficiaire.MillesimeAnticipe));
    }
}
