using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class NatureDAppuiChoisieTests : RegleTests<NatureDAppuiChoisie>
{
    [Fact]
    public void Une_nature_suffit()
    {
        foreach (var nature in Enum.GetValues<NatureAppui>())
            Attendre(DansLeGrandEst(p => p with { NaturesAppui = [nature] }), Conforme);
    }

    [Fact]
    public void Aucune_nature_est_un_refus_dans_les_trois_dispositifs()
    {
        Attendre(EnBretagne(p => p with { NaturesAppui = [] }), Bloquant, champ: "naturesAppui");
        Attendre(DansLeHautRhin(p => p with { NaturesAppui = [] }), Bloquant);
        Attendre(DansLeGrandEst(p => p with { NaturesAppui = [] }), Bloquant);
    }

    [Fact]
    public void Non_dite_elle_est_à_vérifier_puis_refusée()
    {
        Attendre(EnBretagne(p => p with { NaturesAppui = null }, Moment.Simulation), AVerifier);
        Attendre(EnBretagne(p => p with { NaturesAppui = null }), Bloquant);
    }

    [Fact]
    public void Les_choix_se_comptent_et_leur_absence_se_dit()
    {
        Attendre(EnBretagne(p => p with { NaturesAppui = [NatureAppui.Formation] }), Conforme, "1 nature d'appui choisie.");
        Attendre(
            EnBretagne(p => p with { NaturesAppui = [NatureAppui.Formation, NatureAppui.Deploiement] }),
            Conforme,
            "2 natures d'appui choisies."
        );
        Attendre(EnBretagne(p => p with { NaturesAppui = null }), Bloquant, "Choisissez au moins une nature d'appui.", "naturesAppui");
    }
}
