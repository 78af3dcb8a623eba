using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class UnSeulProjetIndividuelTests : RegleTests<UnSeulProjetIndividuel>
{
    private static readonly AccordActif Tenu = new(
        "BZH-V1",
        UneCandidature.Vern.Siren!,
        Individuel: true,
        "Portail famille",
        "FITN-BZH-V1-2021-00001"
    );

    private static ImmutableArray<Constat> Avec(AccordActif accord, Candidature candidature, Moment moment = Moment.Depot) =>
        Juger(UnReglement.Bretagne, candidature, moment, Quand.Situation(UnReglement.Bretagne) with { Accords = [accord] });

    [Fact]
    public void Sans_accord_le_dossier_individuel_est_admis() =>
        Attendre(Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne)), Conforme);

    [Theory]
    [InlineData(Moment.Simulation)]
    [InlineData(Moment.Depot)]
    [InlineData(Moment.Instruction)]
    [InlineData(Moment.Decision)]
    public void Une_lauréate_est_refusée_à_chaque_moment_et_le_projet_est_nommé(Moment moment)
    {
        var constat = Assert.Single(Avec(Tenu, UneCandidature.Bretonne, moment));
        Attendre(constat, Bloquant, "Vern-sur-Seiche est déjà lauréate individuellement du projet « Portail famille »");
        Assert.Equal("FITN-BZH-V1-2021-00001", constat.Valeurs["dossier"]);
    }

    [Fact]
    public void L_accord_d_un_groupement_ne_compte_pas() =>
        Attendre(Assert.Single(Avec(Tenu with { Individuel = false }, UneCandidature.Bretonne)), Conforme);

    [Fact]
    public void L_accord_d_un_autre_dispositif_ne_compte_pas() =>
        Attendre(Assert.Single(Avec(Tenu with { Dispositif = "HR-V1" }, UneCandidature.Bretonne)), Conforme);

    [Fact]
    public void L_accord_d_un_autre_SIREN_ne_compte_pas() =>
        Attendre(Assert.Single(Avec(Tenu with { Siren = "215600776" }, UneCandidature.Bretonne)), Conforme);

    [Fact]
    public void Une_lauréate_peut_mener_un_groupement() =>
        Attendre(Assert.Single(Avec(Tenu, UneCandidature.Bretonne.De(UneCandidature.Vern, UneCandidature.RennesMetropole))), SansObjet);

    [Fact]
    public void Un_groupement_d_un_seul_SIREN_reste_individuel() =>
        Attendre(Assert.Single(Avec(Tenu, UneCandidature.Bretonne.De(UneCandidature.Vern, UneCandidature.Vern))), Bloquant);

    [Fact]
    public void Une_collectivité_fictive_n_est_pas_jugée() =>
        Attendre(Assert.Single(Avec(Tenu, UneCandidature.Bretonne.De(UneCandidature.Commune(500, "35")))), SansObjet);

    [Fact]
    public void Dans_le_Haut_Rhin_et_le_Grand_Est_ce_n_est_qu_une_alerte()
    {
        foreach (
            var (reglement, candidature) in new[]
            {
                (UnReglement.HautRhin, UneCandidature.HautRhinoise),
                (UnReglement.GrandEst, UneCandidature.GrandEst),
            }
        )
        {
            var accord = Tenu with { Dispositif = reglement.Code, Siren = candidature.Porteur.Siren! };
            Attendre(Assert.Single(Juger(reglement, candidature, Moment.Depot, new Situation { Accords = [accord] })), Alerte);
        }
    }
}
