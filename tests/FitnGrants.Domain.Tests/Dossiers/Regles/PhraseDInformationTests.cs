using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class PhraseDInformationTests : RegleTests<PhraseDInformation>
{
    [Fact]
    public void Chaque_dispositif_informe_de_ses_propres_phrases()
    {
        Assert.Equal(["R1", "R87", "R56", "R60", "S0-22", "R62", "R63", "R68", "R73", "R74"], Codes(UnReglement.Bretagne));
        Assert.Equal(["R1", "S1-4", "S1-5", "S1-6", "R26", "R19", "R69", "R73", "R74", "R86", "R87"], Codes(UnReglement.HautRhin));
        Assert.Equal(["R1", "S1-4", "S1-5", "S1-6", "R73", "R74", "R69", "R86", "R87"], Codes(UnReglement.GrandEst));
    }

    [Fact]
    public void La_phrase_est_celle_que_donne_le_règlement()
    {
        const string phrase = "Un groupement peut réunir plusieurs départements : c'est admis.";
        var reglement = UnReglement.Bretagne with
        {
            Regles = [.. UnReglement.Bretagne.Regles.Where(r => r.Code == "R56").Select(r => r with { Phrase = phrase })],
        };
        var constat = Assert.Single(Juger(reglement, UneCandidature.Bretonne, Moment.Simulation));
        Attendre(constat, SansObjet, phrase);
        Assert.Null(constat.Champ);
    }

    [Theory]
    [InlineData(Moment.Depot)]
    [InlineData(Moment.Instruction)]
    [InlineData(Moment.OrdreDuJour)]
    [InlineData(Moment.Decision)]
    [InlineData(Moment.Suivi)]
    public void N_est_pas_jugée_ailleurs_que_dans_une_simulation(Moment moment) =>
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, moment));

    private static IEnumerable<string> Codes(Reglement reglement) =>
        Juger(reglement, UneCandidature.Bretonne, Moment.Simulation).Select(c => c.Regle);
}
