using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class SyndicatsExclusTests : RegleTests<SyndicatsExclus>
{
    private static Beneficiaire Un(NatureJuridique nature) => UneCandidature.Corps("PETR du Sundgau", nature, "68", 5_000);

    [Theory]
    [InlineData(NatureJuridique.SIVU)]
    [InlineData(NatureJuridique.SIVOM)]
    [InlineData(NatureJuridique.SMF)]
    [InlineData(NatureJuridique.SMO)]
    [InlineData(NatureJuridique.PETR)]
    [InlineData(NatureJuridique.PoleMetropolitain)]
    public void Un_syndicat_chef_de_file_est_refusé(NatureJuridique nature)
    {
        var constat = Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(Un(nature))));
        Attendre(constat, Bloquant, "Les syndicats intercommunaux, les syndicats mixtes et les PETR ne sont pas éligibles au volet 1");
        Assert.Equal("R12", constat.Regle);
    }

    [Fact]
    public void Les_autres_natures_ne_sont_pas_visées()
    {
        foreach (
            var nature in Enum.GetValues<NatureJuridique>().Where(n => n is < NatureJuridique.SIVU or > NatureJuridique.PoleMetropolitain)
        )
            Attendre(Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(Un(nature)))), Conforme);
    }

    [Fact]
    public void Un_PETR_membre_d_un_groupement_est_refusé_et_nommé()
    {
        var constats = Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(UneCandidature.Riquewihr, Un(NatureJuridique.PETR)));
        Attendre(constats[0], Conforme);
        Attendre(constats[1], Bloquant, "PETR du Sundgau");
    }

    [Fact]
    public void La_règle_est_absente_de_Bretagne_et_du_Grand_Est()
    {
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(Un(NatureJuridique.PETR))));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst.De(Un(NatureJuridique.PETR))));
    }
}
