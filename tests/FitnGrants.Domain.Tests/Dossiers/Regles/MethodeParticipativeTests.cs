using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class MethodeParticipativeTests : RegleTests<MethodeParticipative>
{
    private const string Demande = "Décrivez la méthode participative : comment les usagers et les agents sont associés.";

    [Fact]
    public void Une_méthode_présentée_suffit() =>
        Assert.Equal("R50", Attendre(EnBretagne(p => p with { MethodeParticipative = "x" }), Conforme).Regle);

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    public void Vide_elle_est_refusée_même_dans_une_simulation(string texte)
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot })
            Attendre(EnBretagne(p => p with { MethodeParticipative = texte }, moment), Bloquant, Demande, "methodeParticipative");
    }

    [Fact]
    public void Non_dite_elle_est_à_vérifier_puis_refusée()
    {
        Attendre(EnBretagne(p => p with { MethodeParticipative = null }, Moment.Simulation), AVerifier, Demande, "methodeParticipative");
        Attendre(EnBretagne(p => p with { MethodeParticipative = null }), Bloquant, Demande, "methodeParticipative");
    }

    [Fact]
    public void Le_Haut_Rhin_et_le_Grand_Est_ne_la_demandent_pas()
    {
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }
}
