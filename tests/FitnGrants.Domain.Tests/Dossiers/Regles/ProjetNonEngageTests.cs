using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class ProjetNonEngageTests : RegleTests<ProjetNonEngage>
{
    private static readonly DateTimeOffset Reception = Quand.Le(2021, 8, 20, 23, 30);

    private static Constat Acte(Reglement reglement, Candidature candidature, DateOnly? acte, Situation? situation = null) =>
        Assert.Single(
            Juger(
                reglement,
                candidature.Avec(p => p with { DatePremierActeJuridique = acte }) with
                {
                    Instant = Reception,
                },
                Moment.Depot,
                situation
            )
        );

    private static Constat HautRhin(DateOnly? acte) => Acte(UnReglement.HautRhin, UneCandidature.HautRhinoise, acte);

    [Fact]
    public void Sans_acte_juridique_le_projet_est_admis() => Attendre(HautRhin(null), Conforme);

    [Fact]
    public void Un_acte_antérieur_à_la_réception_est_refusé_dans_le_Haut_Rhin()
    {
        var constat = HautRhin(new DateOnly(2021, 7, 1));
        Attendre(constat, Bloquant, "Un projet déjà engagé ne peut pas être retenu (premier acte juridique du 1er juillet 2021).");
        Assert.Equal("R28", constat.Regle);
        Attendre(HautRhin(new DateOnly(2021, 8, 19)), Bloquant);
    }

    [Fact]
    public void Un_acte_du_jour_de_la_réception_est_admis() => Attendre(HautRhin(new DateOnly(2021, 8, 20)), Conforme);

    [Theory]
    [InlineData(21)]
    [InlineData(25)]
    public void Un_acte_postérieur_à_la_réception_donne_une_alerte(int jour) => Attendre(HautRhin(new DateOnly(2021, 8, jour)), Alerte);

    [Fact]
    public void En_Bretagne_et_dans_le_Grand_Est_c_est_une_alerte()
    {
        var acte = new DateOnly(2021, 7, 1);
        // The sentence that excludes is that of the Haut-Rhin: elsewhere the décret, for what is to be aided (A6).
        foreach (
            var constat in new[]
            {
                Acte(UnReglement.Bretagne, UneCandidature.Bretonne, acte),
                Acte(UnReglement.GrandEst, UneCandidature.GrandEst, acte),
            }
        )
        {
            Attendre(constat, Alerte, "si cet acte engage ce que l'aide doit financer");
            Assert.DoesNotContain("Un projet déjà engagé", Lisible.De(constat.Message), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void La_réception_est_celle_du_premier_dépôt() =>
        Attendre(
            Acte(
                UnReglement.HautRhin,
                UneCandidature.HautRhinoise,
                new DateOnly(2021, 8, 10),
                new Situation { ReceptionLe = Quand.Le(2021, 8, 10), PremierDepot = false }
            ),
            Conforme
        );
}
