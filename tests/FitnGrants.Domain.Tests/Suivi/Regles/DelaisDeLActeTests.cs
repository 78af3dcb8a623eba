using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Suivi.Regles;

namespace FitnGrants.Domain.Tests.Suivi.Regles;

public sealed class DelaiDeCommencementTests : RegleTests<DelaiDeCommencement>
{
    [Theory]
    [InlineData(24, "2023-07-12")]
    [InlineData(12, "2022-07-12")]
    public void Il_court_de_la_réception_selon_le_règlement(int mois, string attendu) =>
        Assert.Equal(
            DateOnly.Parse(attendu, System.Globalization.CultureInfo.InvariantCulture),
            DelaiDeCommencement.Terme(new DateOnly(2021, 7, 12), UnReglement.Bretagne.Reglant("ACTE-COMMENCEMENT", "mois", mois))
        );

    [Fact]
    public void Il_s_arrête_à_la_fin_du_mois() =>
        Assert.Equal(
            new DateOnly(2026, 2, 28),
            DelaiDeCommencement.Terme(new DateOnly(2024, 2, 29), UnReglement.Bretagne with { Regles = [] })
        );

    [Fact]
    public void Il_se_dit_et_ne_juge_rien() =>
        Attendre(Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Acte)), SansObjet, "deux ans");
}

public sealed class ObservationsPrealablesTests : RegleTests<ObservationsPrealables>
{
    [Fact]
    public void Quinze_jours_sauf_si_le_règlement_en_dit_davantage()
    {
        Assert.Equal(15, ObservationsPrealables.Jours(UnReglement.Bretagne));
        Assert.Equal(15, ObservationsPrealables.Jours(UnReglement.Bretagne with { Regles = [] }));
        Assert.Equal(30, ObservationsPrealables.Jours(UnReglement.Bretagne.Reglant("CRPA-L121-1", "jours", 30)));
        Attendre(Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Acte)), SansObjet, "quinze jours");
    }
}

public sealed class RetraitDansLeDelaiTests : RegleTests<RetraitDansLeDelai>
{
    [Fact]
    public void Quatre_mois_sauf_si_le_règlement_dit_autre_chose()
    {
        var jour = new DateOnly(2021, 10, 31);
        Assert.Equal(new DateOnly(2022, 2, 28), RetraitDansLeDelai.Terme(jour, UnReglement.Bretagne));
        Assert.Equal(new DateOnly(2022, 2, 28), RetraitDansLeDelai.Terme(jour, UnReglement.Bretagne with { Regles = [] }));
        Assert.Equal(new DateOnly(2021, 12, 31), RetraitDansLeDelai.Terme(jour, UnReglement.Bretagne.Reglant("CRPA-L242-1", "mois", 2)));
        Attendre(Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Acte)), SansObjet, "quatre mois");
    }
}
