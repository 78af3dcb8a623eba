using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class EtatDAvancementDeclareTests : RegleTests<EtatDAvancementDeclare>
{
    [Fact]
    public void Les_trois_états_de_la_fiche_sont_admis()
    {
        foreach (var etat in Enum.GetValues<EtatAvancement>())
            Attendre(EnBretagne(p => p with { EtatAvancement = etat }), Conforme);
    }

    [Fact]
    public void Non_dit_il_est_à_vérifier_puis_refusé()
    {
        Attendre(EnBretagne(p => p with { EtatAvancement = null }, Moment.Simulation), AVerifier);
        Attendre(EnBretagne(p => p with { EtatAvancement = null }), Bloquant, champ: "etatAvancement");
    }

    [Fact]
    public void La_règle_est_propre_à_la_Bretagne()
    {
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }
}
