using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dispositifs;

/// <summary>The examples shown beside a rule are judged by the rule: they must show both sides of its boundary.</summary>
public sealed class ExemplesTests
{
    public static TheoryData<string, string> ReglesQuiJugent() => [.. UnReglement.Tous.SelectMany(
        d => d.Regles.Where(r => r.Regle is not RegleDInformation && r.Mode != ModeRegle.Inactif), (d, r) => (d.Code, r.Code))];

    [Theory]
    [MemberData(nameof(ReglesQuiJugent))]
    public void Chaque_règle_montre_deux_cas_et_deux_réponses_au_moins(string dispositif, string code)
    {
        var (reglement, activee) = Trouver(dispositif, code);
        var exemples = Exemples(reglement, activee);
        Assert.True(exemples.Count >= 2, $"{exemples.Count} exemple");
        var reponses = exemples.Select(e => Reponse(e.Juger(reglement, activee))).ToList();
        Assert.True(reponses.Distinct(StringComparer.Ordinal).Count() >= 2, string.Join(" / ", reponses));
    }

    [Theory]
    [MemberData(nameof(ReglesQuiJugent))]
    public void Chaque_exemple_se_lit_en_une_phrase_qui_n_est_dite_qu_une_fois(string dispositif, string code)
    {
        var (reglement, activee) = Trouver(dispositif, code);
        var cas = Exemples(reglement, activee).ConvertAll(e => e.Cas);
        Assert.All(cas, c => Assert.False(string.IsNullOrWhiteSpace(c)));
        Assert.All(cas, c => Assert.Equal(Francais.Typographier(c), c));
        Assert.Equal(cas.Count, cas.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(ReglesQuiJugent))]
    public void La_réponse_d_un_exemple_est_celle_de_la_règle(string dispositif, string code)
    {
        var (reglement, activee) = Trouver(dispositif, code);
        Assert.All(Exemples(reglement, activee).Select(e => e.Juger(reglement, activee)).OfType<Constat>(), c =>
        {
            Assert.Equal((code, activee.Source), (c.Activee, c.Source));
            Assert.False(string.IsNullOrWhiteSpace(c.Message));
            if (activee.Mode != ModeRegle.Bloquant)
                Assert.NotEqual(ResultatConstat.Bloquant, c.Resultat);
        });
    }

    /// <summary>R77 apart, whose examples speak of the calendar: late, a report is an alert.</summary>
    [Fact]
    public void Une_règle_qui_bloque_montre_un_refus() => Assert.Equal(
        ["HR-V1 R77"],
        UnReglement.Tous.SelectMany(d => d.Regles.Where(r => r.Mode == ModeRegle.Bloquant), (d, r) => (Dispositif: d, Regle: r))
            .Where(x => !Exemples(x.Dispositif, x.Regle).Exists(
                e => e.Juger(x.Dispositif, x.Regle) is { Resultat: ResultatConstat.Bloquant }))
            .Select(x => $"{x.Dispositif.Code} {x.Regle.Code}"));

    [Fact]
    public void Une_règle_qui_informe_n_a_pas_d_exemple() => Assert.All(
        UnReglement.Tous.SelectMany(d => d.Regles.Where(r => r.Regle is RegleDInformation), (d, r) => (Dispositif: d, Regle: r)),
        x => Assert.Empty(Exemples(x.Dispositif, x.Regle)));

    /// <summary>What an example is about is the only thing that its rule finds against it.</summary>
    [Fact]
    public void La_candidature_ordinaire_est_admise_par_toutes_les_règles_qui_bloquent() => Assert.All(UnReglement.Tous, r =>
    {
        var modele = new Modele(r);
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot, Moment.Instruction })
            Assert.DoesNotContain(Examen.Faire(r, modele.Candidature, modele.Situation, moment).Constats, c => c.EstBloquant);
        Assert.DoesNotContain(
            Examen.Faire(r, modele.Candidature, modele.Situation, Moment.Decision, modele.Accord).Constats, c => c.EstBloquant);
    });

    [Fact]
    public void L_exemple_retient_le_constat_le_plus_grave()
    {
        var (reglement, activee) = Trouver("HR-V1", "R37");
        var modele = new Modele(reglement);
        Exemple Licences(params string?[] pays) => modele.Projet("Des licences.", p => p with
        {
            Depenses = [.. pays.Select(c => Modele.Ligne(new Euros(5_000m), CategorieDepense.Licence, pays: c))],
        });
        Assert.Equal(ResultatConstat.AVerifier, Licences("DE", null, "US").Juger(reglement, activee)!.Resultat);
        Assert.Equal(ResultatConstat.Alerte, Licences("DE", "US").Juger(reglement, activee)!.Resultat);
        Assert.Equal(ResultatConstat.AVerifier, Licences("DE", null).Juger(reglement, activee)!.Resultat);
        Assert.Equal(ResultatConstat.Conforme, Licences("DE").Juger(reglement, activee)!.Resultat);
        Assert.Equal(ResultatConstat.NonApplicable, Licences().Juger(reglement, activee)!.Resultat);
        var personnel = Trouver("HR-V1", "R34").Activee;
        Assert.Equal(ResultatConstat.Bloquant, modele.Projet("Du personnel.", p => p with
        {
            Depenses = [Modele.Ligne(new Euros(1m), CategorieDepense.Personnel) with { Libelle = "Conseiller numérique" }],
        }).Juger(reglement, personnel)!.Resultat);
    }

    [Fact]
    public void Sans_calendrier_ni_limite_ni_tranches_les_exemples_qui_en_dépendent_manquent_sans_erreur()
    {
        var nu = UnReglement.HautRhin with { LimiteDepot = null, Tranches = [], Seances = [] };
        Assert.All(new[] { "R71", "R20", "A16" }, c => Assert.Empty(Exemples(nu, Trouver("HR-V1", c).Activee)));
        Assert.Empty(Exemples(nu, Trouver("BZH-V1", "A11").Activee));
        Assert.All(nu.Regles, r => Assert.All(Exemples(nu, r), e => e.Juger(nu, r)));
    }

    private static (Reglement Reglement, RegleActivee Activee) Trouver(string dispositif, string code)
    {
        var reglement = UnReglement.Tous.Single(r => r.Code == dispositif);
        return (reglement, reglement.Regles.Single(r => r.Code == code));
    }

    private static List<Exemple> Exemples(Reglement reglement, RegleActivee activee) =>
        [.. activee.Regle.Exemples(activee, new Modele(reglement))];

    /// <summary>R57 finds against nobody: what it answers is the size.</summary>
    private static string Reponse(Constat? constat) =>
        constat is null ? "rien" : $"{constat.Resultat} {constat.Valeurs.GetValueOrDefault("taille")}";
}
