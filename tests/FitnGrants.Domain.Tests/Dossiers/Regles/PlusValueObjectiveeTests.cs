using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class PlusValueObjectiveeTests : RegleTests<PlusValueObjectivee>
{
    private static readonly ImmutableArray<Thematique> EnLigne = [Thematique.ServiceEnLigneDonneesDematerialisation];
    private static readonly ImmutableArray<Thematique> Formation = [Thematique.FormationInclusion];

    private static Constat Avec(ImmutableArray<Thematique>? themes, string? texte, Moment moment = Moment.Depot) =>
        EnBretagne(p => p with { Thematiques = themes, PlusValue = texte }, moment);

    [Fact]
    public void Décrite_elle_est_conforme_quelle_que_soit_la_thématique()
    {
        Assert.Equal("R54", Attendre(Avec(EnLigne, "FranceConnect"), Conforme).Regle);
        Attendre(Avec(Formation, "FranceConnect"), Conforme);
        Attendre(Avec(null, "FranceConnect"), Conforme);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Un_service_en_ligne_qui_n_en_dit_rien_donne_une_alerte_jamais_un_refus(string texte)
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot, Moment.Instruction })
            Attendre(Avec([.. Formation, .. EnLigne], texte, moment), Alerte, "au-delà du formulaire papier", "plusValue");
    }

    [Fact]
    public void Un_autre_projet_n_en_dit_rien_sans_alerte()
    {
        Attendre(Avec(Formation, ""), SansObjet, "n'est ni un site ni un service en ligne");
        Attendre(Avec(Formation, null), SansObjet);
        Attendre(Avec([], null), SansObjet);
        Attendre(Avec([Thematique.OffreOmnicanale], ""), Alerte);
    }

    [Fact]
    public void Non_dite_elle_est_à_vérifier_même_au_dépôt()
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot })
        {
            Attendre(Avec(EnLigne, null, moment), AVerifier, champ: "plusValue");
            Attendre(Avec(null, null, moment), AVerifier, champ: "thematiques");
            Attendre(Avec(null, " ", moment), AVerifier, champ: "thematiques");
        }
    }

    [Fact]
    public void Le_Haut_Rhin_et_le_Grand_Est_ne_l_ont_pas()
    {
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }
}
