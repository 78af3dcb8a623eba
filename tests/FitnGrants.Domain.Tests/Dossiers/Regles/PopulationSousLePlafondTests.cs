using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class PopulationSousLePlafondTests : RegleTests<PopulationSousLePlafond>
{
    private static Constat Pour(int? population, Moment moment = Moment.Depot) =>
        Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(UneCandidature.Commune(population)), moment));

    [Theory]
    [InlineData(1)]
    [InlineData(99_999)]
    public void Sous_100_000_habitants_la_commune_peut_déposer(int population) => Attendre(Pour(population), Conforme);

    [Theory]
    [InlineData(100_000, "100 000 habitants")]
    [InlineData(110_174, "110 174 habitants")]
    public void À_partir_de_100_000_habitants_elle_est_refusée_vers_le_volet_2(int population, string compte)
    {
        var constat = Pour(population);
        Attendre(
            constat,
            Bloquant,
            $"Votre collectivité compte {compte} : le volet 1 est réservé "
                + "aux collectivités de moins de 100 000 habitants. Voir le volet 2."
        );
        Assert.Equal("R11", constat.Regle);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Une_population_inconnue_ou_nulle_est_à_vérifier_puis_refusée(int? population)
    {
        Attendre(Pour(population, Moment.Simulation), AVerifier, "Population INSEE inconnue : contactez la préfecture.");
        Attendre(Pour(population), Bloquant, "Population INSEE inconnue : contactez la préfecture.");
    }

    [Fact]
    public void Un_membre_trop_peuplé_est_refusé_et_nommé()
    {
        var constats = Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(UneCandidature.Riquewihr, UneCandidature.Mulhouse));
        Attendre(constats[0], Conforme);
        Attendre(constats[1], Bloquant, "Mulhouse, membre du groupement, compte 110 174 habitants");
    }

    [Fact]
    public void C_est_la_population_totale_qui_compte()
    {
        var dinan = UneCandidature.Corps("CA", NatureJuridique.CA, "68", 100_240, null, 97_589);
        Attendre(Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(dinan))), Bloquant);
        Attendre(
            Assert.Single(
                Juger(
                    UnReglement.HautRhin with
                    {
                        PopulationReference = PopulationReference.Municipale,
                    },
                    UneCandidature.HautRhinoise.De(dinan)
                )
            ),
            Conforme
        );
    }

    [Fact]
    public void Ni_la_Bretagne_ni_le_Grand_Est_n_ont_de_plafond()
    {
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.RennesMetropole)));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst.De(UneCandidature.CaColmar)));
    }

    /// <summary>What decides whether a rate exists at all.</summary>
    [Theory]
    [InlineData(99_999, true)]
    [InlineData(100_000, false)]
    [InlineData(null, false)]
    public void Le_plafond_admet_ou_non_le_porteur(int? population, bool admis)
    {
        var activee = UnReglement.HautRhin.Regles.Single(r => r.Code == "R11");
        Assert.Equal(
            admis,
            new PopulationSousLePlafond().Admet(UneCandidature.Commune(population), activee.Parametres, UnReglement.HautRhin)
        );
    }

    [Fact]
    public void La_réponse_dit_qui_combien_et_le_plafond()
    {
        var constat = Pour(99_999);
        Assert.Equal(
            ("Commune-Test", "99 999", "100 000"),
            (constat.Valeurs["beneficiaire"], Lisible.De(constat.Valeurs["population"]), Lisible.De(constat.Valeurs["plafond"]))
        );
        Assert.Equal("Commune-Test", Pour(null).Valeurs["beneficiaire"]);
    }
}
