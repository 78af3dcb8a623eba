using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class CoutEligiblePositifTests : RegleTests<CoutEligiblePositif>
{
    private const string Message = "Le coût éligible du projet doit être supérieur à zéro.";

    [Fact]
    public void Un_centime_suffit() => Attendre(EnBretagne(p => p.Finance(0.01m, 0.01m)), Conforme);

    [Fact]
    public void Zéro_euro_est_refusé()
    {
        Attendre(EnBretagne(p => p.Finance(0m, 0m)), Bloquant, Message, "depenses");
        Attendre(DansLeHautRhin(p => p.Finance(0m, 0m), Moment.Simulation), Bloquant, Message);
        Attendre(DansLeGrandEst(p => p.Depensant()), Bloquant, Message);
    }

    [Fact]
    public void Des_lignes_toutes_non_éligibles_sont_refusées() =>
        Attendre(EnBretagne(p => p.Depensant(UnProjet.Depense(20_000m, eligible: false))), Bloquant, Message);

    [Fact]
    public void Du_personnel_coché_éligible_ne_fait_pas_une_assiette() =>
        Attendre(EnBretagne(p => p.Depensant(UnProjet.Depense(18_000m, CategorieDepense.Personnel))), Bloquant, Message);

    [Fact]
    public void Des_dépenses_inconnues_sont_à_vérifier_puis_refusées()
    {
        Attendre(EnBretagne(p => p with { Depenses = null }, Moment.Simulation), AVerifier);
        Attendre(EnBretagne(p => p with { Depenses = null }), Bloquant);
        Attendre(EnBretagne(p => p.Depensant(UnProjet.Depense(100m), UnProjet.Depense(null)), Moment.Simulation), AVerifier);
    }
}
