using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class MutualisationRechercheeTests : RegleTests<MutualisationRecherchee>
{
    private const string Demande = "Dites ce que le projet met en commun ou apprend à d'autres collectivités.";

    [Fact]
    public void Décrite_elle_est_conforme()
    {
        Attendre(EnBretagne(p => p with { Mutualisation = "x" }), Conforme);
        Assert.Equal("R46", Attendre(DansLeHautRhin(p => p), Conforme).Regle);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Vide_elle_alerte_en_Bretagne_et_ne_joue_pas_dans_le_Haut_Rhin(string texte)
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot, Moment.Instruction })
        {
            Attendre(EnBretagne(p => p with { Mutualisation = texte }, moment), Alerte, Demande, "mutualisation");
            Attendre(DansLeHautRhin(p => p with { Mutualisation = texte }, moment), SansObjet, "ne joue pas");
        }
    }

    [Fact]
    public void Non_dite_elle_est_à_vérifier_même_au_dépôt()
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot })
        {
            Attendre(EnBretagne(p => p with { Mutualisation = null }, moment), AVerifier, Demande, "mutualisation");
            Attendre(DansLeHautRhin(p => p with { Mutualisation = null }, moment), AVerifier);
        }
    }

    [Fact]
    public void Le_Grand_Est_ne_l_a_pas() => AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
}
