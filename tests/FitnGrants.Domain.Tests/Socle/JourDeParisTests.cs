using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Socle;

public sealed class JourDeParisTests
{
    [Theory]
    [InlineData("2021-08-27T21:59:59.999Z", 27)]
    [InlineData("2021-08-27T22:00:00Z", 28)]
    [InlineData("2021-08-28T00:00:00+02:00", 28)]
    public void Le_jour_change_à_minuit_heure_de_Paris(string instant, int jour) =>
        Assert.Equal(new DateOnly(2021, 8, jour), JourDeParis.De(Quand.Z(instant)));

    [Fact]
    public void La_fin_du_27_août_est_à_22_heures_UTC()
    {
        Assert.Equal(Quand.Z("2021-08-27T22:00:00Z"), JourDeParis.Fin(new DateOnly(2021, 8, 27)));
        Assert.Equal(Quand.Z("2021-08-26T22:00:00Z"), JourDeParis.Debut(new DateOnly(2021, 8, 27)));
        Assert.Equal(TimeSpan.Zero, JourDeParis.Debut(new DateOnly(2021, 8, 27)).Offset);
    }

    [Theory]
    [InlineData(2021, 10, 19, "2021-10-19T07:00:00Z")]
    [InlineData(2022, 2, 8, "2022-02-08T08:00:00Z")]
    public void Neuf_heures_à_Paris_ne_sont_pas_la_même_heure_UTC_l_été_et_l_hiver(int annee, int mois, int jour, string attendu) =>
        Assert.Equal(Quand.Z(attendu), JourDeParis.ALHeure(new DateOnly(annee, mois, jour), new TimeOnly(9, 0)));

    [Fact]
    public void Le_31_octobre_2021_dure_vingt_cinq_heures()
    {
        var jour = new DateOnly(2021, 10, 31);
        Assert.Equal(Quand.Z("2021-10-30T22:00:00Z"), JourDeParis.Debut(jour));
        Assert.Equal(Quand.Z("2021-10-31T23:00:00Z"), JourDeParis.Fin(jour));
        Assert.Equal(TimeSpan.FromHours(25), JourDeParis.Fin(jour) - JourDeParis.Debut(jour));
        Assert.Equal(jour, JourDeParis.De(Quand.Z("2021-10-31T00:30:00Z")));
        Assert.Equal(jour, JourDeParis.De(Quand.Z("2021-10-31T01:30:00Z")));
        Assert.Equal(2, JourDeParis.HeureLocale(Quand.Z("2021-10-31T01:30:00Z")).Hour);
    }

    [Fact]
    public void Une_heure_ambiguë_désigne_un_seul_instant() =>
        Assert.Equal(ChangementDHeure, JourDeParis.De(JourDeParis.ALHeure(ChangementDHeure, new TimeOnly(2, 30))));

    private static readonly DateOnly ChangementDHeure = new(2021, 10, 31);

    [Fact]
    public void Chaque_jour_de_deux_ans_commence_où_finit_la_veille()
    {
        for (var jour = new DateOnly(2021, 1, 1); jour.Year < 2023; jour = jour.AddDays(1))
        {
            Assert.Equal(jour, JourDeParis.De(JourDeParis.Debut(jour)));
            Assert.Equal(jour, JourDeParis.De(JourDeParis.Fin(jour).AddTicks(-1)));
        }
    }
}
