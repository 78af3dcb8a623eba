using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class BeneficiairesAdmisTests : RegleTests<BeneficiairesAdmis>
{
    private static readonly Dictionary<string, (Reglement Reglement, Candidature Candidature)> Par = new(StringComparer.Ordinal)
    {
        ["BZH-V1"] = (UnReglement.Bretagne, UneCandidature.Bretonne),
        ["HR-V1"] = (UnReglement.HautRhin, UneCandidature.HautRhinoise),
        ["GE-V2"] = (UnReglement.GrandEst, UneCandidature.GrandEst),
    };

    private static Beneficiaire Une(NatureJuridique nature) => UneCandidature.Corps($"Organisme {nature}", nature, "68", 5_000);

    private static Constat Pour(string code, NatureJuridique nature) =>
        Assert.Single(Juger(Par[code].Reglement, Par[code].Candidature.De(Une(nature))));

    [Theory]
    [InlineData("BZH-V1", "Commune CC CA CU Metropole Met69 Departement Region")]
    [InlineData("GE-V2", "Commune CC CA CU Metropole Met69 Departement Region")]
    [InlineData("HR-V1", "Commune CC CA CU Metropole")]
    public void Les_natures_citées_sont_admises(string code, string natures)
    {
        foreach (var nature in natures.Split(' ').Select(Enum.Parse<NatureJuridique>))
            Attendre(Pour(code, nature), Conforme);
    }

    [Theory]
    [InlineData("BZH-V1")]
    [InlineData("GE-V2")]
    public void Les_syndicats_et_les_PETR_donnent_l_alerte_A30(string code)
    {
        const string natures = "SIVU SIVOM SMF SMO PETR PoleMetropolitain EPT";
        foreach (var nature in natures.Split(' ').Select(Enum.Parse<NatureJuridique>))
        {
            var constat = Pour(code, nature);
            Attendre(constat, Alerte);
            Assert.Equal("A30", constat.Regle);
        }
    }

    [Theory]
    [InlineData("BZH-V1")]
    [InlineData("GE-V2")]
    public void Un_autre_organisme_est_refusé(string code) =>
        Attendre(
            Pour(code, NatureJuridique.Autre),
            Bloquant,
            "Seules les collectivités territoriales et leurs groupements peuvent déposer une demande."
        );

    [Fact]
    public void Le_Haut_Rhin_refuse_toute_autre_nature()
    {
        NatureJuridique[] admises =
        [
            NatureJuridique.Commune,
            NatureJuridique.CC,
            NatureJuridique.CA,
            NatureJuridique.CU,
            NatureJuridique.Metropole,
        ];
        foreach (var nature in Enum.GetValues<NatureJuridique>().Except(admises))
            Attendre(Pour("HR-V1", nature), Bloquant, "Le volet 1 du Haut-Rhin est réservé aux communes et aux EPCI à fiscalité propre.");
    }

    [Fact]
    public void La_CeA_est_refusée_en_volet_1_et_admise_en_volet_2()
    {
        Attendre(Pour("HR-V1", NatureJuridique.Departement), Bloquant, "communes et aux EPCI à fiscalité propre");
        Attendre(Pour("GE-V2", NatureJuridique.Departement), Conforme);
    }

    [Fact]
    public void Chaque_membre_est_jugé_et_nommé()
    {
        var constats = Juger(
            UnReglement.HautRhin,
            UneCandidature.HautRhinoise.De(UneCandidature.Riquewihr, Une(NatureJuridique.Region), UneCandidature.Colmar)
        );
        Assert.Equal([Conforme, Bloquant, Conforme], constats.Select(c => c.Resultat));
        Assert.Contains("Organisme Region", constats[1].Message, StringComparison.Ordinal);
        Assert.Equal("R10", constats[1].Regle);
    }
}
