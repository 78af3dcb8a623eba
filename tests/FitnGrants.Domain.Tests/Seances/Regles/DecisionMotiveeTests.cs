using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances.Regles;

public sealed class DecisionMotiveeTests : RegleTests<DecisionMotivee>
{
    private static ImmutableArray<Constat> Pour(DecisionProposee decision, Reglement? reglement = null) =>
        Juger(reglement ?? UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Decision, null, decision);

    [Fact]
    public void Vingt_caractères_et_un_fondement_suffisent() =>
        Attendre(Assert.Single(Pour(UneSeance.Refus() with { Motivation = new string('a', 20) })), Conforme);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("                              ")]
    [InlineData("  aaaaaaaaaaaaaaaaaaa  ")]
    public void Une_motivation_trop_courte_est_refusée(string? motivation)
    {
        foreach (var decision in new[] { UneSeance.Accord(), UneSeance.ARevoir(), UneSeance.Refus() })
        {
            var constat = Assert.Single(Pour(decision with { Motivation = motivation }));
            Attendre(constat, Bloquant, "La décision doit être motivée au vu des critères, valeurs, priorités ou exclusions", "motivation");
            Assert.Equal("R64", constat.Regle);
        }
    }

    [Theory]
    [InlineData(4, Bloquant)]
    [InlineData(5, Conforme)]
    public void La_longueur_demandée_est_celle_du_règlement(int longueur, ResultatConstat resultat)
    {
        var parametres = new Parametres(ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("longueurMinimale", ["5"]));
        var reglement = UnReglement.Bretagne with
        {
            Regles = [.. UnReglement.Bretagne.Regles.Where(r => r.Code == "R64").Select(r => r with { Parametres = parametres })],
        };
        Attendre(
            Assert.Single(Pour(UneSeance.Refus() with { Motivation = new string('a', longueur) }, reglement)),
            resultat,
            resultat == Bloquant ? "écrivez au moins 5 caractères." : null
        );
    }

    [Fact]
    public void Sans_fondement_elle_est_refusée()
    {
        Attendre(Assert.Single(Pour(UneSeance.Refus() with { Fondements = [] })), Bloquant, champ: "fondements");
        Attendre(Assert.Single(Pour(UneSeance.Refus() with { Fondements = default })), Bloquant, champ: "fondements");
    }

    [Fact]
    public void Les_deux_manques_sont_dits_ensemble() =>
        Assert.Equal(["motivation", "fondements"], Pour(UneSeance.Refus() with { Motivation = " ", Fondements = [] }).Select(c => c.Champ));

    [Fact]
    public void La_règle_bloque_dans_les_trois_dispositifs() =>
        Assert.All(UnReglement.Tous, r => Attendre(Assert.Single(Pour(UneSeance.Refus() with { Motivation = "" }, r)), Bloquant));

    [Fact]
    public void Hors_d_une_décision_elle_n_est_pas_posée()
    {
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne));
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Decision));
    }
}
