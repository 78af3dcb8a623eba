using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class QualiteMesureeTests : RegleTests<QualiteMesuree>
{
    private static readonly Indicateurs Dits = UneCandidature.HautRhinoise.Projet.Indicateurs!;

    private static Constat Avec(Indicateurs? indicateurs, Moment moment = Moment.Depot) =>
        DansLeHautRhin(p => p with { Indicateurs = indicateurs }, moment);

    [Fact]
    public void Tout_est_dit()
    {
        var constat = Avec(Dits);
        Attendre(constat, Conforme, "12 agents et 3 400 usagers, 12 mois.");
        Assert.Equal("R30", constat.Regle);
        Assert.Equal(("12", "3 400"), (constat.Valeurs["agents"], Lisible.De(constat.Valeurs["usagers"])));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, null)]
    [InlineData(null, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Un_agent_ou_un_usager_suffit(int? agents, int? usagers) =>
        Attendre(Avec(Dits with { NbAgents = agents, NbUsagers = usagers }), Conforme);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(5, -1)]
    [InlineData(0, -1)]
    [InlineData(int.MinValue, int.MinValue)]
    public void Personne_ou_un_nombre_négatif_est_refusé_même_dans_une_simulation(int agents, int usagers)
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot })
            Attendre(Avec(Dits with { NbAgents = agents, NbUsagers = usagers }, moment), Bloquant, "au moins un", "indicateurs.nbUsagers");
    }

    [Theory]
    [InlineData(1, Conforme)]
    [InlineData(0, Bloquant)]
    [InlineData(-3, Bloquant)]
    public void La_durée_est_d_un_mois_au_moins(int mois, ResultatConstat resultat)
    {
        var constat = Avec(Dits with { DureeMois = mois });
        Attendre(constat, resultat, resultat == Bloquant ? "un mois au moins" : "1 mois.");
        Assert.Equal(resultat == Bloquant ? "indicateurs.dureeMois" : null, constat.Champ);
    }

    [Theory]
    [InlineData("2021-09-15", "2022-06-30", 10)]
    [InlineData("2021-09-15", "2021-09-15", 1)]
    [InlineData("2021-09-15", "2021-10-14", 1)]
    [InlineData("2021-09-15", "2021-10-15", 2)]
    [InlineData("2021-09-15", "2021-09-14", null)]
    [InlineData(null, "2021-10-15", null)]
    [InlineData("2021-09-15", null, null)]
    public void La_durée_se_lit_dans_les_dates_quand_elle_n_est_pas_dite(string? debut, string? fin, int? mois)
    {
        var projet = UneCandidature.HautRhinoise.Projet with
        {
            Indicateurs = Dits with { DureeMois = null },
            DateDebutPrevue = Jour(debut),
            DateFinPrevue = Jour(fin),
        };
        Assert.Equal(mois, projet.DureeEnMois);
        Assert.Equal(7, (projet with { Indicateurs = Dits with { DureeMois = 7 } }).DureeEnMois);
        var constat = Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.Avec(_ => projet), Moment.Depot);
        Attendre(
            Assert.Single((IEnumerable<Constat>)constat),
            mois is null ? Bloquant : Conforme,
            champ: mois is null ? "dateFinPrevue" : null
        );

        static DateOnly? Jour(string? texte) => texte is null ? null : DateOnly.ParseExact(texte, "yyyy-MM-dd");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Un_texte_vide_est_refusé(string texte)
    {
        Attendre(Avec(Dits with { Efficacite = texte }, Moment.Simulation), Bloquant, "l'efficacité du service", "indicateurs.efficacite");
        Attendre(Avec(Dits with { Animation = texte }, Moment.Simulation), Bloquant, "animation", "indicateurs.animation");
    }

    public static TheoryData<string, Indicateurs?> NonDits() =>
        new()
        {
            { "indicateurs.efficacite", null },
            { "indicateurs.efficacite", Dits with { Efficacite = null } },
            { "indicateurs.nbUsagers", Dits with { NbAgents = null, NbUsagers = null } },
            { "indicateurs.animation", Dits with { Animation = null } },
        };

    [Theory]
    [MemberData(nameof(NonDits))]
    public void Ce_qui_n_est_pas_dit_est_à_vérifier_puis_refusé(string champ, Indicateurs? indicateurs)
    {
        Attendre(Avec(indicateurs, Moment.Simulation), AVerifier, champ: champ);
        Attendre(Avec(indicateurs, Moment.Instruction), AVerifier, champ: champ);
        Attendre(Avec(indicateurs), Bloquant, champ: champ);
    }

    [Fact]
    public void Tous_les_manques_sont_dits_ensemble()
    {
        ImmutableArray<Constat> constats = Juger(
            UnReglement.HautRhin,
            UneCandidature.HautRhinoise.Avec(p => p with { Indicateurs = new Indicateurs(null, 0, 0, 0, " ") }),
            Moment.Simulation
        );
        Assert.Equal(
            ["indicateurs.efficacite", "indicateurs.nbUsagers", "indicateurs.dureeMois", "indicateurs.animation"],
            constats.Select(c => c.Champ)
        );
        Assert.Equal([AVerifier, Bloquant, Bloquant, Bloquant], constats.Select(c => c.Resultat));
    }

    [Fact]
    public void La_Bretagne_et_le_Grand_Est_ne_la_demandent_pas()
    {
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }

    /// <summary>Zero user said and no word of the agents: the agents may still be many.</summary>
    [Theory]
    [InlineData(null, 0)]
    [InlineData(0, null)]
    public void Une_moitié_non_dite_reste_à_vérifier_dans_une_simulation(int? agents, int? usagers) =>
        Attendre(
            Avec(Dits with { NbAgents = agents, NbUsagers = usagers }, Moment.Simulation),
            AVerifier,
            "au moins un",
            "indicateurs.nbUsagers"
        );
}
