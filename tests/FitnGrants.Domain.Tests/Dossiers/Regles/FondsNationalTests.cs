using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class FondsNationalTests : RegleTests<FondsNational>
{
    [Fact]
    public void Informe_dans_une_simulation()
    {
        var constat = Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Simulation));
        Attendre(constat, SansObjet);
        Assert.Equal(Francais.Typographier(new FondsNational().Phrase), constat.Message);
    }

    [Theory]
    [InlineData(Moment.Depot)]
    [InlineData(Moment.Instruction)]
    [InlineData(Moment.Decision)]
    public void N_est_pas_jugée_ailleurs(Moment moment) =>
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, moment));
}
