using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class LicencesHorsUnionEuropeenneTests : RegleTests<LicencesHorsUnionEuropeenne>
{
    private static Constat De(string? pays, Moment moment = Moment.Depot, bool eligible = true) =>
        DansLeHautRhin(
            p => p.Depensant(UnProjet.Depense(1_000m, CategorieDepense.Licence, eligible, pays), UnProjet.Depense(100m)),
            moment
        );

    [Theory]
    [InlineData("US", "États-Unis")]
    [InlineData("GB", "Royaume-Uni")]
    [InlineData("CH", "Suisse")]
    [InlineData("NO", "Norvège")]
    [InlineData("us", "États-Unis")]
    [InlineData("ZZ", "ZZ")]
    [InlineData("NC", "NC")]
    public void Hors_de_l_Union_c_est_une_alerte_jamais_un_refus(string pays, string nom) =>
        Attendre(
            De(pays),
            Alerte,
            $"Licence d'un éditeur hors Union européenne ({nom}) : à éviter. Justifiez l'absence d'alternative.",
            "depenses[0].paysEditeur"
        );

    [Theory]
    [InlineData("DE")]
    [InlineData("FR")]
    [InlineData("hr")]
    [InlineData("IE")]
    [InlineData("GP")]
    [InlineData("RE")]
    [InlineData("MQ")]
    [InlineData("GF")]
    [InlineData("YT")]
    [InlineData("MF")]
    public void Un_éditeur_de_l_Union_est_conforme(string pays) => Attendre(De(pays), Conforme);

    /// <summary>The alert stays, and the instructor reads why.</summary>
    [Fact]
    public void Ce_que_dit_le_porteur_se_lit_dans_l_alerte()
    {
        var ligne = UnProjet.Depense(1_000m, CategorieDepense.Licence, pays: "US") with { JustificationLicence = "aucun équivalent libre" };
        Attendre(DansLeHautRhin(p => p.Depensant(ligne)), Alerte, "Ce que dit le porteur : aucun équivalent libre.");
    }

    [Fact]
    public void Les_vingt_sept_pays_de_l_Union_sont_conformes()
    {
        const string union = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
        Assert.Equal(27, union.Split(' ').Length);
        Assert.All(union.Split(' '), pays => Attendre(De(pays), Conforme));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Un_pays_inconnu_est_à_vérifier_et_ne_bloque_pas_le_dépôt(string? pays)
    {
        Attendre(De(pays, Moment.Simulation), AVerifier);
        Attendre(De(pays), AVerifier);
    }

    [Fact]
    public void Sans_licence_dans_l_assiette_rien_n_est_jugé()
    {
        Attendre(DansLeHautRhin(p => p), SansObjet);
        Attendre(De("US", eligible: false), SansObjet);
    }

    [Fact]
    public void Même_en_mode_bloquant_une_licence_ne_refuse_pas()
    {
        var reglement = UnReglement.HautRhin with
        {
            Regles = [.. UnReglement.HautRhin.Regles.Select(r => r with { Mode = ModeRegle.Bloquant })],
        };
        var candidature = UneCandidature.HautRhinoise.Avec(p =>
            p.Depensant(UnProjet.Depense(1_000m, CategorieDepense.Licence, pays: "US"))
        );
        Attendre(Assert.Single(Juger(reglement, candidature)), Alerte);
    }
}
