using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

/// <summary>The plan that asks as much as it may: balanced to the cent, nobody else's money touched.</summary>
public sealed class PlanAuMaximumTests
{
    private static readonly LigneRessource Region = new(TypeRessource.Region, "Région", new Euros(2_000m), StatutRessource.Acquis, true);

    private static Projet Plan(decimal cout, params LigneRessource[] ressources) =>
        new()
        {
            Depenses = [new LigneDepense("Portail", CategorieDepense.Prestation, new Euros(cout), null, Eligible: true, null)],
            Ressources = [.. ressources],
        };

    [Theory]
    [InlineData(800_000, 800_000, 200_000)]
    [InlineData(1, 1, 999_999)]
    [InlineData(1_200_000, 1_000_000, null)]
    public void Le_fonds_d_abord_le_reste_de_sa_poche(int plafond, int fonds, int? reste)
    {
        var plan = Plan(10_000m).AuMaximum(new Euros(plafond / 100m), Euros.Zero);

        Assert.Equal(new Euros(fonds / 100m), plan.MontantDemande);
        Assert.Equal(
            reste is { } r ? new Euros(r / 100m) : null,
            plan.Ressources!.Value.FirstOrDefault(l => l.Type == TypeRessource.Autofinancement)?.Montant
        );
        Assert.Equal(plan.TotalDepenses, plan.TotalRessources);
    }

    [Fact]
    public void L_argent_des_autres_reste_et_compte_avant()
    {
        var plan = Plan(
                10_000m,
                new LigneRessource(TypeRessource.FITN, null, new Euros(1m), null, null),
                Region,
                new LigneRessource(TypeRessource.Autofinancement, null, new Euros(1m), null, null)
            )
            .AuMaximum(new Euros(9_000m), Euros.Zero);

        Assert.Equal([TypeRessource.FITN, TypeRessource.Region], plan.Ressources!.Value.Select(r => r.Type));
        Assert.Equal(Region, plan.Ressources.Value[1]);
        Assert.Equal(new Euros(8_000m), plan.MontantDemande);
    }

    [Fact]
    public void La_collectivite_garde_la_part_que_la_loi_lui_laisse()
    {
        var projet = Plan(10_000m) with { Regime = RegimeDepense.Investissement };
        var plan = projet.AuMaximum(new Euros(10_000m), ParticipationMinimale.ApportMinimal(projet));

        Assert.Equal(new Euros(8_000m), plan.MontantDemande);
        Assert.Equal(new Euros(2_000m), plan.Ressources!.Value[^1].Montant);
        Assert.Equal(Euros.Zero, ParticipationMinimale.ApportMinimal(projet with { Regime = RegimeDepense.Fonctionnement }));
        var prive = projet with
        {
            Ressources = [new LigneRessource(TypeRessource.Prive, "Mécène", new Euros(5_000m), StatutRessource.Acquis, true)],
        };
        Assert.Equal(new Euros(1_000m), ParticipationMinimale.ApportMinimal(prive));
    }

    [Fact]
    public void Un_plan_deja_paye_par_d_autres_ne_demande_rien()
    {
        var plan = Plan(1_500m, Region).AuMaximum(new Euros(9_000m), Euros.Zero);

        Assert.Equal(Euros.Zero, plan.MontantDemande);
    }
}
