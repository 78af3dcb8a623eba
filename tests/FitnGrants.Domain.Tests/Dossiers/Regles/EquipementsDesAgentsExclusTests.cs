using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class EquipementsDesAgentsExclusTests : RegleTests<EquipementsDesAgentsExclus>
{
    private static readonly LigneDepense Ordinateurs = UnProjet.Depense(9_000m, CategorieDepense.EquipementAgents);
    private static readonly LigneDepense Borne = UnProjet.Depense(3_000m, CategorieDepense.Materiel);

    [Fact]
    public void Les_ordinateurs_des_agents_éligibles_sont_refusés()
    {
        var constat = DansLeHautRhin(p => p.Depensant(Ordinateurs));
        Attendre(constat, Bloquant, "Les équipements informatiques pour les agents sont exclus", "depenses[0].eligible");
        Assert.Equal("R36", constat.Regle);
    }

    [Fact]
    public void Non_éligibles_ils_sont_admis() =>
        Attendre(DansLeHautRhin(p => p.Depensant(Ordinateurs with { Eligible = false })), Conforme);

    [Fact]
    public void Ils_ne_comptent_jamais_dans_l_assiette_du_Haut_Rhin() =>
        Assert.Equal(
            new Euros(20_000m),
            Examen
                .Faire(
                    UnReglement.HautRhin,
                    UneCandidature.HautRhinoise.Avec(p => p.Depensant(UnProjet.Depense(20_000m), Ordinateurs)),
                    new Situation(),
                    Moment.Simulation
                )
                .Assiette
        );

    [Fact]
    public void Le_matériel_des_usagers_donne_une_alerte()
    {
        Attendre(DansLeHautRhin(p => p.Depensant(UnProjet.Depense(100m), Borne)), Alerte, "pour les usagers", "depenses[1].categorie");
        Attendre(DansLeHautRhin(p => p.Depensant(Borne with { Eligible = false })), SansObjet);
    }

    [Fact]
    public void Les_deux_sont_jugés_ensemble() =>
        Assert.Equal(
            [Bloquant, Alerte],
            Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.Avec(p => p.Depensant(Ordinateurs, Borne))).Select(c => c.Resultat)
        );

    [Fact]
    public void Des_dépenses_inconnues_sont_à_vérifier_puis_refusées()
    {
        Attendre(DansLeHautRhin(p => p with { Depenses = null }, Moment.Simulation), AVerifier);
        Attendre(DansLeHautRhin(p => p with { Depenses = null }), Bloquant);
    }

    [Fact]
    public void La_règle_est_propre_au_Haut_Rhin()
    {
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.Avec(p => p.Depensant(Ordinateurs))));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst.Avec(p => p.Depensant(Ordinateurs))));
    }
}
