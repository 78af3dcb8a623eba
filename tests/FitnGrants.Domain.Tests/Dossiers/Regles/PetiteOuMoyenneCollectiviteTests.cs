using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class PetiteOuMoyenneCollectiviteTests : RegleTests<PetiteOuMoyenneCollectivite>
{
    private static ImmutableArray<Constat> De(Moment moment, int? chef, params int?[] membres) =>
        Juger(
            UnReglement.Bretagne,
            UneCandidature.Bretonne.De(UneCandidature.Commune(chef, "35"), [.. membres.Select(m => UneCandidature.Commune(m, "35"))]),
            moment
        );

    /// <summary>R9 and R39 say the same of the same figures.</summary>
    private static Constat Une(int? chef, params int?[] membres)
    {
        var constats = De(Moment.Depot, chef, membres);
        Assert.Equal(["R9", "R39"], constats.Select(c => c.Regle));
        Assert.Equal(constats[0].Resultat, constats[1].Resultat);
        return constats[0];
    }

    [Theory]
    [InlineData(1, "petite")]
    [InlineData(3_499, "petite")]
    [InlineData(3_500, "moyenne")]
    [InlineData(49_999, "moyenne")]
    public void Sous_50_000_habitants_la_priorité_joue(int population, string taille)
    {
        var constat = Une(population);
        Attendre(constat, Conforme, taille + " collectivité");
        Assert.Equal(taille, constat.Valeurs["taille"]);
        Assert.Equal(Francais.Entier(population), constat.Valeurs["population"]);
    }

    [Fact]
    public void À_50_000_habitants_elle_ne_joue_plus_et_ce_n_est_pas_un_manque()
    {
        Attendre(Une(50_000), SansObjet, "50 000 habitants : cette priorité ne joue pas.");
        Assert.Equal("grande", Une(int.MaxValue).Valeurs["taille"]);
    }

    [Fact]
    public void Un_groupement_qui_en_compte_une_est_regardé_par_la_plus_petite()
    {
        Attendre(Une(90_000, 60_000, 49_999), Conforme, "49 999 habitants");
        Attendre(Une(2_000, 60_000), Conforme, "2 000 habitants");
        Attendre(Une(90_000, 50_000), SansObjet);
    }

    [Fact]
    public void Une_population_inconnue_est_à_vérifier_même_au_dépôt()
    {
        Attendre(Une(null), AVerifier, "Population inconnue");
        Attendre(Une(0), AVerifier);
        Assert.All(De(Moment.Simulation, null), c => Assert.Equal(AVerifier, c.Resultat));
        Attendre(Une(null, 2_000), Conforme);
    }

    [Fact]
    public void Les_seuils_sont_ceux_du_règlement()
    {
        var parametres = new Parametres(
            ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("moyenne", ["10"]).Add("grande", ["20"])
        );
        var reglement = UnReglement.Bretagne with
        {
            Regles = [.. UnReglement.Bretagne.Regles.Where(r => r.Code == "R9").Select(r => r with { Parametres = parametres })],
        };
        string Taille(int population) =>
            Assert.Single(Juger(reglement, UneCandidature.Bretonne.De(UneCandidature.Commune(population, "35")))).Valeurs["taille"];
        Assert.Equal(["petite", "moyenne", "moyenne", "grande"], new[] { 9, 10, 19, 20 }.Select(Taille));
    }

    [Fact]
    public void Le_Haut_Rhin_et_le_Grand_Est_ne_l_ont_pas()
    {
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }
}
