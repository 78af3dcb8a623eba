using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances;

/// <summary>What a decision keeps of what was typed: only what its type bears.</summary>
public sealed class DecisionTests
{
    private static readonly DateOnly Juin = new(2021, 6, 22);

    private static readonly DecisionProposee Tout = UneSeance.Accord() with
    {
        Motivation = "  " + UneSeance.Motivation + "  ",
        Conditions = "  Fournir le devis. ",
        Axes = [new("Associer les usagers", "projet"), new("  ", null)],
        Similaires = ["FITN-BZH-V1-2021-00002"],
        Referent = "  Ti Lab ",
    };

    private static Decision Prendre(DecisionProposee proposee)
    {
        var dossier = UnDossier.Instruit();
        var (resultat, decision) = UneSeance.Ouverte(Juin, null, dossier).Decide(dossier, proposee);
        Assert.True(resultat.EstAccepte);
        Assert.Equal(dossier.Id, decision!.DossierId);
        return decision;
    }

    [Fact]
    public void Un_accord_garde_son_montant_et_sa_condition()
    {
        var accord = Prendre(Tout);
        Assert.Equal(
            (TypeDecision.Accord, new Euros(20_720m), "Fournir le devis."),
            (accord.Type, accord.MontantAccorde!.Value, accord.Conditions)
        );
        Assert.Empty(accord.Axes);
        Assert.Empty(accord.Similaires);
        Assert.Null(accord.Referent);
    }

    [Fact]
    public void Un_à_revoir_garde_ses_axes_ses_dossiers_semblables_et_son_référent()
    {
        var aRevoir = Prendre(Tout with { Type = TypeDecision.ARevoir });
        Assert.Equal([new AxeDAmelioration("Associer les usagers", "projet")], aRevoir.Axes);
        Assert.Equal(["FITN-BZH-V1-2021-00002"], aRevoir.Similaires);
        Assert.Equal(("Ti Lab", null, null), (aRevoir.Referent, aRevoir.MontantAccorde, aRevoir.Conditions));
    }

    [Fact]
    public void Un_refus_ne_garde_que_sa_motivation()
    {
        var refus = Prendre(Tout with { Type = TypeDecision.Refus });
        Assert.Equal((null, null, null), (refus.MontantAccorde, refus.Conditions, refus.Referent));
        Assert.Empty(refus.Axes);
        Assert.Empty(refus.Similaires);
        Assert.Equal(UneSeance.Motivation, refus.Motivation);
    }

    [Fact]
    public void Une_condition_blanche_n_en_est_pas_une()
    {
        Assert.Null(Prendre(Tout with { Conditions = "  " }).Conditions);
        Assert.Null(Prendre(Tout with { Conditions = null }).Conditions);
    }

    [Fact]
    public void Une_décision_dit_où_quand_et_par_qui_elle_a_été_prise()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        var decision = seance.Decide(dossier, UneSeance.Accord()).Decision!;
        Assert.Equal(
            (seance.Id, dossier.Id, 1, "BZH-V1"),
            (decision.SeanceId, decision.DossierId, decision.VersionDossier, decision.Dispositif)
        );
        Assert.Equal(
            (Juin, Quand.Le(2021, 6, 22), "SGAR, secrétariat"),
            (decision.PriseLe, decision.EnregistreeLe, decision.EnregistreePar)
        );
        Assert.NotEqual(Guid.Empty, decision.Id);
        Assert.Null(decision.MotifRectification);
        Assert.Equal([Fondement.Critere], decision.Fondements);
    }
}
