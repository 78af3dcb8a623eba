using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class DispositifOuvertTests : RegleTests<DispositifOuvert>
{
    private static Constat A(Reglement reglement, string instant, Moment moment = Moment.Depot) =>
        Assert.Single(Juger(reglement, UneCandidature.Bretonne with { Instant = Quand.Z(instant) }, moment));

    [Fact]
    public void La_veille_de_l_ouverture_le_dépôt_est_refusé() =>
        Attendre(A(UnReglement.Bretagne, "2021-02-28T22:59:59.999Z"), Bloquant, "ouvre le 1er mars 2021");

    [Fact]
    public void Le_jour_de_l_ouverture_le_dépôt_est_admis() => Attendre(A(UnReglement.Bretagne, "2021-02-28T23:00:00Z"), Conforme);

    [Fact]
    public void Le_dernier_jour_du_Haut_Rhin_le_dispositif_est_ouvert() =>
        Attendre(A(UnReglement.HautRhin, "2021-08-27T21:59:59.999Z"), Conforme);

    [Fact]
    public void Le_lendemain_de_la_limite_le_dispositif_est_clos()
    {
        var constat = A(UnReglement.HautRhin, "2021-08-27T22:00:00Z");
        Attendre(constat, Bloquant, "Cette aide n'est plus disponible. Cette page reste accessible pour archivage.");
        Assert.Equal("Clos", constat.Valeurs["statut"]);
    }

    [Fact]
    public void La_Bretagne_reste_ouverte_jusqu_à_son_archivage()
    {
        Attendre(A(UnReglement.Bretagne, "2022-03-31T21:59:59.999Z"), Conforme);
        var constat = A(UnReglement.Bretagne, "2022-03-31T22:00:00Z");
        Attendre(constat, Bloquant);
        Assert.Equal("Archive", constat.Valeurs["statut"]);
    }

    [Fact]
    public void Une_simulation_le_dit_aussi() => Attendre(A(UnReglement.Bretagne, "2022-05-01T10:00:00Z", Moment.Simulation), Bloquant);

    [Fact]
    public void Un_nouveau_dépôt_après_à_revoir_n_est_pas_testé() =>
        AucunConstat(
            Juger(
                UnReglement.HautRhin,
                UneCandidature.HautRhinoise with
                {
                    Instant = Quand.Le(2021, 9, 30),
                },
                Moment.Depot,
                new Situation { PremierDepot = false }
            )
        );
}
