using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Socle;

public sealed class EurosTests
{
    [Fact]
    public void Un_montant_a_deux_décimales_au_plus()
    {
        Assert.Equal(12.34m, new Euros(12.34m).Montant);
        Assert.Equal(new Euros(12.3m), new Euros(12.300m));
        Assert.StartsWith(
            "Un montant a deux décimales au plus.",
            Assert.Throws<ArgumentException>(() => new Euros(12.345m)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => new Euros(0.001m));
    }

    [Fact]
    public void Le_plafond_est_arrondi_au_centime_inférieur()
    {
        Assert.Equal(new Euros(9_876.53m), new Euros(12_345.67m).Plafond(new Taux(80)));
        Assert.Equal(new Euros(0.79m), new Euros(0.99m).Plafond(new Taux(80)));
        Assert.Equal(new Euros(12_345.67m), new Euros(12_345.67m).Plafond(new Taux(100)));
        Assert.Equal(Euros.Zero, Euros.UnCentime.Plafond(new Taux(80)));
    }

    [Fact]
    public void Le_plancher_est_arrondi_au_centime_supérieur()
    {
        Assert.Equal(new Euros(2_469.14m), new Euros(12_345.67m).Plancher(new Taux(20)));
        Assert.Equal(Euros.UnCentime, Euros.UnCentime.Plancher(new Taux(20)));
        Assert.Equal(new Euros(4_000m), new Euros(20_000m).Plancher(new Taux(20)));
    }

    [Fact]
    public void Un_taux_saisi_s_arrondit_en_s_éloignant_de_zéro()
    {
        Assert.Equal(new Euros(0.01m), Euros.Arrondir(0.005m));
        Assert.Equal(new Euros(0.13m), Euros.Arrondir(0.125m));
        Assert.Equal(new Euros(-0.13m), Euros.Arrondir(-0.125m));
        Assert.Equal(new Euros(0.12m), Euros.Arrondir(0.1249m));
    }

    [Fact]
    public void Riquewihr_saisit_33_333_pour_cent_et_le_montant_ne_dérive_pas()
    {
        var assiette = new Euros(12_345.67m);
        var montant = Euros.Arrondir(assiette.Montant * 33.333m / 100m);
        Assert.Equal(new Euros(4_115.18m), montant);
        Assert.Equal("33,33 %", Lisible.De(montant.Sur(assiette)!.Value.ToString()));
        Assert.Equal(montant, Euros.Arrondir(assiette.Montant * montant.Sur(assiette)!.Value.Pourcentage / 100m));
    }

    [Fact]
    public void Un_taux_sur_une_assiette_nulle_ou_négative_n_existe_pas()
    {
        Assert.Null(new Euros(10m).Sur(Euros.Zero));
        Assert.Null(new Euros(10m).Sur(new Euros(-1m)));
        Assert.Equal(74m, new Euros(20_720m).Sur(new Euros(28_000m))!.Value.Pourcentage);
    }

    [Fact]
    public void Les_sommes_et_les_comparaisons_sont_exactes()
    {
        var (a, b) = (new Euros(0.10m), new Euros(0.20m));
        Assert.Equal(new Euros(0.30m), a + b);
        Assert.Equal(new Euros(-0.10m), a - b);
        Assert.True(a < b && b > a && a <= b && b >= a && !(a > b));
        Assert.Equal(a, Euros.Min(a, b));
        Assert.Equal(a, Euros.Min(b, a));
        Assert.Equal(new Euros(0.50m), Euros.Somme([a, b, b]));
        Assert.Equal(Euros.Zero, Euros.Somme([]));
        Assert.True(a.CompareTo(b) < 0);
    }

    [Fact]
    public void Le_plus_grand_montant_garde_ses_centimes() =>
        Assert.Equal(new Euros(Euros.Maximum), new Euros(Euros.Maximum).Plafond(new Taux(100)));

    [Fact]
    public void Un_montant_s_écrit_en_français() => Assert.Equal("1 188 000,00 €", Lisible.De(new Euros(1_188_000m).ToString()));
}
