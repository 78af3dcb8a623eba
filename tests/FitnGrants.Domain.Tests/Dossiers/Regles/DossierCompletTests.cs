using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class DossierCompletTests : RegleTests<DossierComplet>
{
    [Fact]
    public void Un_dossier_complet_est_admis() => Attendre(EnBretagne(p => p), Conforme);

    [Fact]
    public void Une_simulation_ne_demande_rien() => AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Simulation));

    [Theory]
    [InlineData("titre")]
    [InlineData("resume")]
    [InlineData("lieux")]
    [InlineData("regime")]
    [InlineData("dateDebutPrevue")]
    [InlineData("dateFinPrevue")]
    public void Chaque_information_du_projet_est_demandée(string champ) =>
        Attendre(
            EnBretagne(p =>
                champ switch
                {
                    "titre" => p with { Titre = "  " },
                    "resume" => p with { Resume = null },
                    "lieux" => p with { Lieux = "" },
                    "regime" => p with { Regime = null },
                    "dateDebutPrevue" => p with { DateDebutPrevue = null },
                    _ => p with { DateFinPrevue = null },
                }
            ),
            Bloquant,
            champ: champ
        );

    [Theory]
    [InlineData("siret")]
    [InlineData("adresse")]
    [InlineData("representantLegal")]
    [InlineData("contact")]
    [InlineData("courriel")]
    public void Chaque_information_de_la_collectivité_est_demandée(string champ)
    {
        var identite = champ switch
        {
            "siret" => UnProjet.Identite with { Siret = null },
            "adresse" => UnProjet.Identite with { Adresse = " " },
            "representantLegal" => UnProjet.Identite with { RepresentantLegal = null },
            "contact" => UnProjet.Identite with { Contact = null },
            _ => UnProjet.Identite with { Courriel = null },
        };
        Attendre(
            Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise with { Identite = identite })),
            Bloquant,
            champ: champ
        );
    }

    [Fact]
    public void Tout_ce_qui_manque_est_dit_en_une_fois()
    {
        var constats = Juger(UnReglement.GrandEst, UneCandidature.GrandEst with { Identite = null, Projet = new Projet() });
        Assert.Equal(11, constats.Length);
        Assert.All(constats, c => Assert.Equal(Bloquant, c.Resultat));
        Assert.Equal(11, constats.Select(c => c.Champ).Distinct().Count());
    }

    [Fact]
    public void La_fin_ne_précède_pas_le_début()
    {
        var debut = new DateOnly(2021, 10, 1);
        Attendre(EnBretagne(p => p with { DateDebutPrevue = debut, DateFinPrevue = debut }), Conforme);
        Attendre(EnBretagne(p => p with { DateDebutPrevue = debut, DateFinPrevue = debut.AddDays(-1) }), Bloquant, "précède");
    }

    [Fact]
    public void Le_téléphone_n_est_pas_demandé() => Assert.Null(UnProjet.Identite.Telephone);
}
