using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class ThematiqueChoisieTests : RegleTests<ThematiqueChoisie>
{
    [Fact]
    public void Une_thématique_suffit()
    {
        foreach (var thematique in Enum.GetValues<Thematique>())
            Attendre(EnBretagne(p => p with { Thematiques = [thematique] }), Conforme);
    }

    [Fact]
    public void Aucune_thématique_est_un_refus()
    {
        Attendre(EnBretagne(p => p with { Thematiques = [] }), Bloquant, champ: "thematiques");
        Attendre(DansLeHautRhin(p => p with { Thematiques = [] }, Moment.Simulation), Bloquant);
    }

    [Fact]
    public void Non_dite_elle_est_à_vérifier_puis_refusée()
    {
        Attendre(EnBretagne(p => p with { Thematiques = null }, Moment.Simulation), AVerifier);
        Attendre(EnBretagne(p => p with { Thematiques = null }), Bloquant);
    }

    [Fact]
    public void Le_Grand_Est_ne_la_demande_pas() => AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));

    [Fact]
    public void Les_choix_se_comptent_et_leur_absence_se_dit()
    {
        Attendre(EnBretagne(p => p with { Thematiques = [Thematique.FormationInclusion] }), Conforme, "1 thématique choisie.");
        Attendre(
            EnBretagne(p => p with { Thematiques = [Thematique.FormationInclusion, Thematique.OffreOmnicanale] }),
            Conforme,
            "2 thématiques choisies."
        );
        Attendre(EnBretagne(p => p with { Thematiques = null }), Bloquant, "Choisissez au moins une thématique.", "thematiques");
    }
}
