using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class UrbanismeExcluTests : RegleTests<UrbanismeExclu>
{
    private const string Renvoi =
        "La dématérialisation des autorisations d'urbanisme relève d'un dispositif dédié : "
        + "https://www.cohesion-territoires.gouv.fr/dematerialisation-des-autorisations-durbanisme";

    [Fact]
    public void Répondre_non_suffit() => Attendre(EnBretagne(p => p), Conforme);

    [Fact]
    public void Répondre_oui_bloque_en_Bretagne_et_alerte_ailleurs()
    {
        Attendre(EnBretagne(p => p with { Urbanisme = true }), Bloquant, Renvoi, "urbanisme");
        Attendre(DansLeHautRhin(p => p with { Urbanisme = true }), Alerte, Renvoi);
        Attendre(DansLeGrandEst(p => p with { Urbanisme = true }), Alerte, Renvoi);
    }

    [Fact]
    public void Ne_pas_répondre_est_à_vérifier_puis_un_manquement()
    {
        Attendre(EnBretagne(p => p with { Urbanisme = null }, Moment.Simulation), AVerifier);
        Attendre(EnBretagne(p => p with { Urbanisme = null }), Bloquant);
        Attendre(DansLeHautRhin(p => p with { Urbanisme = null }), AVerifier);
    }

    [Theory]
    [InlineData("Dématérialisation des permis de construire")]
    [InlineData("Instruction des ADS")]
    [InlineData("Raccordement à AD'AU")]
    [InlineData("Raccordement à AD’AU")]
    [InlineData("Raccordement à Adau")]
    [InlineData("Une déclaration préalable en ligne")]
    [InlineData("Service d’URBANISME")]
    [InlineData("Les déclarations préalables en ligne")]
    public void Les_mots_seuls_ne_donnent_qu_une_alerte(string titre)
    {
        Attendre(EnBretagne(p => p with { Titre = titre }), Alerte, Renvoi);
        Attendre(EnBretagne(p => p with { Resume = titre }), Alerte, Renvoi);
    }

    [Theory]
    [InlineData("Des nomades connectés")]
    [InlineData("Construire un portail avec permis d’accès")]
    public void Un_mot_qui_ressemble_ne_compte_pas(string titre) => Attendre(EnBretagne(p => p with { Titre = titre }), Conforme);

    [Fact]
    public void Le_mot_trouvé_est_cité_et_la_question_sans_réponse_est_posée()
    {
        var constat = EnBretagne(p => p with { Titre = "Instruction des ads" });
        Attendre(constat, Alerte, "Le titre ou le résumé cite « ADS ». " + Renvoi, "titre");
        Assert.Equal("ADS", constat.Valeurs["mot"]);
        Attendre(
            EnBretagne(p => p with { Urbanisme = null }),
            Bloquant,
            "Le projet porte-t-il sur les autorisations d'urbanisme ? Répondez par oui ou par non.",
            "urbanisme"
        );
    }
}
