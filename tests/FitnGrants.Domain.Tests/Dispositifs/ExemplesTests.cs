using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dispositifs;

/// <summary>The examples shown beside a rule are judged by the rule: they must show both sides of its boundary.</summary>
public sealed class ExemplesTests
{
    public static TheoryData<string, string> ReglesQuiJugent() =>
        [
            .. UnReglement.Tous.SelectMany(
                d => d.Regles.Where(r => r.Regle is not RegleDInformation && r.Mode != ModeRegle.Inactif),
                (d, r) => (d.Code, r.Code)
            ),
        ];

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
    public void Une_règle_qui_bloque_montre_un_refus() =>
        Assert.Equal(
            ["HR-V1 R77"],
            UnReglement
                .Tous.SelectMany(d => d.Regles.Where(r => r.Mode == ModeRegle.Bloquant), (d, r) => (Dispositif: d, Regle: r))
                .Where(x =>
                    !Exemples(x.Dispositif, x.Regle).Exists(e => e.Juger(x.Dispositif, x.Regle) is { Resultat: ResultatConstat.Bloquant })
                )
                .Select(x => $"{x.Dispositif.Code} {x.Regle.Code}")
        );

    [Fact]
    public void Une_règle_qui_informe_n_a_pas_d_exemple() =>
        Assert.All(
            UnReglement.Tous.SelectMany(d => d.Regles.Where(r => r.Regle is RegleDInformation), (d, r) => (Dispositif: d, Regle: r)),
            x => Assert.Empty(Exemples(x.Dispositif, x.Regle))
        );

    /// <summary>What an example is about is the only thing that its rule finds against it.</summary>
    [Fact]
    public void La_candidature_ordinaire_est_admise_par_toutes_les_règles_qui_bloquent() => Assert.All(UnReglement.Tous, r =>
        {
            var modele = new Modele(r);
            foreach (var moment in new[] { Moment.Simulation, Moment.Depot, Moment.Instruction })
                Assert.DoesNotContain(Examen.Faire(r, modele.Candidature, modele.Situation, moment).Constats, c => c.EstBloquant);
            Assert.DoesNotContain(Examen.Faire(r, modele.Candidature, modele.Situation, Moment.Decision, modele.Accord).Constats, c =>
                c.EstBloquant
            );
        });

    [Fact]
    public void L_exemple_retient_le_constat_le_plus_grave()
    {
        var (reglement, activee) = Trouver("HR-V1", "R37");
        var modele = new Modele(reglement);
        Exemple Licences(params string?[] pays) =>
            modele.Projet("Des licences.", p =>
                p with
                {
                    Depenses = [.. pays.Select(c => Modele.Ligne(new Euros(5_000m), CategorieDepense.Licence, pays: c))],
                }
            );
        Assert.Equal(ResultatConstat.AVerifier, Licences("DE", null, "US").Juger(reglement, activee)!.Resultat);
        Assert.Equal(ResultatConstat.Alerte, Licences("DE", "US").Juger(reglement, activee)!.Resultat);
        Assert.Equal(ResultatConstat.AVerifier, Licences("DE", null).Juger(reglement, activee)!.Resultat);
        Assert.Equal(ResultatConstat.Conforme, Licences("DE").Juger(reglement, activee)!.Resultat);
        Assert.Equal(ResultatConstat.NonApplicable, Licences().Juger(reglement, activee)!.Resultat);
        var personnel = Trouver("HR-V1", "R34").Activee;
        Assert.Equal(
            ResultatConstat.Bloquant,
            modele
                .Projet("Du personnel.", p =>
                    p with
                    {
                        Depenses = [Modele.Ligne(new Euros(1m), CategorieDepense.Personnel) with { Libelle = "Conseiller numérique" }],
                    }
                )
                .Juger(reglement, personnel)!
                .Resultat
        );
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

    /// <summary>What an example names, it names whole; only a CRTE that does not exist has no name.</summary>
    [Theory]
    [MemberData(nameof(ReglesQuiJugent))]
    public void Un_exemple_ne_laisse_aucun_texte_blanc_et_se_lit_comme_une_phrase(string dispositif, string code)
    {
        var (reglement, activee) = Trouver(dispositif, code);
        Assert.All(Exemples(reglement, activee), e =>
        {
            Assert.Matches(@"^[«\p{Lu}\d].*[.»]$", e.Cas);
            Assert.DoesNotMatch(@"  | [,.]|, \.|«\W*»", Lisible.De(e.Cas));
            if (!AttendUnTexteBlanc.Contains(code))
                Assert.DoesNotContain(
                    "\"\"",
                    System.Text.Json.JsonSerializer.Serialize((e.Candidature, e.Decision, e.EtatDesLieux, e.Situation), Tout),
                    StringComparison.Ordinal
                );
        });
    }

    private static readonly System.Text.Json.JsonSerializerOptions Tout = new() { IncludeFields = true };

    /// <summary>Their subject is a text left blank.</summary>
    private static readonly string[] AttendUnTexteBlanc = ["R46", "R50", "R54"];

    /// <summary>One case on each side of the boundary, the admitted one first; what is not so is spelt here.</summary>
    private static readonly Dictionary<string, string> Reponses = new(StringComparer.Ordinal)
    {
        ["BZH-V1 A1"] = "rien Alerte",
        ["HR-V1 A1"] = "rien Alerte Alerte",
        ["GE-V2 A1"] = "rien Alerte",
        ["BZH-V1 R48"] = "Conforme NonApplicable",
        ["HR-V1 R48"] = "Conforme NonApplicable",
        ["GE-V2 R48"] = "Conforme NonApplicable",
        ["BZH-V1 R49"] = "NonApplicable Alerte",
        ["BZH-V1 R35"] = "Conforme Alerte Bloquant",
        ["BZH-V1 R9"] = "Conforme NonApplicable",
        ["BZH-V1 R39"] = "Conforme NonApplicable",
        ["BZH-V1 R57"] = "Conforme Conforme",
        ["BZH-V1 R66"] = "rien Bloquant",
        ["HR-V1 R66"] = "rien Bloquant",
        ["GE-V2 R66"] = "rien Bloquant",
        ["HR-V1 R20"] = "Conforme Bloquant Conforme Bloquant",
        ["HR-V1 R21"] = "Conforme Bloquant Conforme Bloquant",
        ["HR-V1 A16"] = "rien Alerte",
        ["HR-V1 R46"] = "Conforme NonApplicable",
        ["HR-V1 R29"] = "Conforme NonApplicable",
        ["HR-V1 R77"] = "Conforme Alerte",
        ["BZH-V1 D2018-514-8"] = "Bloquant Bloquant Conforme",
        ["HR-V1 D2018-514-8"] = "Conforme Alerte Conforme",
        ["GE-V2 D2018-514-8"] = "Conforme Alerte Conforme",
        ["BZH-V1 D2018-514-12"] = "Conforme Bloquant Conforme Bloquant Bloquant",
        ["HR-V1 D2018-514-12"] = "Conforme Bloquant Conforme Bloquant Bloquant",
        ["GE-V2 D2018-514-12"] = "Conforme Bloquant Conforme Bloquant Bloquant",
    };

    [Theory]
    [MemberData(nameof(ReglesQuiJugent))]
    public void Les_exemples_encadrent_la_limite_de_la_règle(string dispositif, string code)
    {
        var (reglement, activee) = Trouver(dispositif, code);
        var attendu = Reponses.GetValueOrDefault($"{dispositif} {code}")
            ?? (activee.Mode == ModeRegle.Bloquant ? "Conforme Bloquant" : "Conforme Alerte");
        Assert.Equal(
            attendu,
            string.Join(' ', Exemples(reglement, activee).Select(e => e.Juger(reglement, activee)?.Resultat.ToString() ?? "rien"))
        );
    }

    /// <summary>The numbers that an example shows are those of the règlement, so its answers do not move with them.</summary>
    [Theory]
    [InlineData("BZH-V1", "R35", "seuilAlerte", 30, "Conforme Alerte Bloquant")]
    [InlineData("BZH-V1", "R49", "seuil", 10_000, "NonApplicable Alerte")]
    [InlineData("BZH-V1", "R9", "grande", 10_000, "Conforme NonApplicable")]
    [InlineData("BZH-V1", "R57", "moyenne", 5_000, "Conforme petite Conforme moyenne")]
    [InlineData("BZH-V1", "R64", "longueurMinimale", 40, "Conforme Bloquant")]
    [InlineData("HR-V1", "R11", "plafond", 50_000, "Conforme Bloquant")]
    public void Un_exemple_suit_les_nombres_du_règlement(string dispositif, string code, string cle, int valeur, string attendu)
    {
        var regle = UnReglement.Tous.Single(r => r.Code == dispositif).Reglant(code, cle, valeur);
        var activee = regle.Regles.Single(r => r.Code == code);
        Assert.Equal(
            attendu,
            string.Join(
                ' ',
                Exemples(regle, activee)
                    .Select(e => e.Juger(regle, activee)!)
                    .Select(c => code == "R57" ? $"{c.Resultat} {c.Valeurs["taille"]}" : $"{c.Resultat}")
            )
        );
    }

    [Fact]
    public void Les_membres_d_un_groupement_se_montrent_de_part_et_d_autre_des_tranches()
    {
        var (reglement, activee) = Trouver("HR-V1", "A16");
        string[] attendus =
        [
            "Le chef de file compte 5 000 habitants, l'autre membre 999 habitants.",
            "Le chef de file compte 5 000 habitants, l'autre membre 80 000 habitants.",
        ];
        Assert.Equal(attendus, Exemples(reglement, activee).Select(e => Lisible.De(e.Cas)));
        Assert.Equal(2, Exemples(reglement with { Tranches = [.. reglement.Tranches.Take(2)] }, activee).Count);
        Assert.Empty(Exemples(reglement with { Tranches = [reglement.Tranches[0]] }, activee));
    }

    [Fact]
    public void Un_exemple_de_calendrier_montre_deux_jours_qui_se_suivent()
    {
        foreach (var (dispositif, code) in new[] { ("BZH-V1", "A11"), ("HR-V1", "R71"), ("GE-V2", "R72") })
        {
            var (reglement, activee) = Trouver(dispositif, code);
            var jours = Exemples(reglement, activee).ConvertAll(e => e.Candidature.Jour);
            Assert.Equal(jours[0].AddDays(1), jours[1]);
        }
        var (bretagne, ouverture) = Trouver("BZH-V1", "R6");
        Assert.Contains(Exemples(bretagne, ouverture), e => Lisible.De(e.Cas) == "Dossier déposé la veille, le 28 février 2021.");
    }

    [Fact]
    public void Un_refus_montré_précède_le_dépôt_et_une_dernière_séance_ne_prive_qu_un_département()
    {
        var (reglement, refus) = Trouver("BZH-V1", "R67");
        Assert.All(Exemples(reglement, refus), e => Assert.True(Assert.Single(e.Situation.Refus).Le < e.Candidature.Jour));
        var repartition = Trouver("BZH-V1", "R55").Activee;
        Assert.Equal("le Finistère", Exemples(reglement, repartition)[1].Juger(reglement, repartition)!.Valeurs["sans"]);
        var trimestres = Trouver("BZH-V1", "R61").Activee;
        Assert.Equal("2e trimestre 2021", Exemples(reglement, trimestres)[1].Juger(reglement, trimestres)!.Valeurs["trimestres"]);
    }

    /// <summary>A rate is shown only to a body that may apply, on an assiette from which the excluded costs are gone.</summary>
    [Fact]
    public void Un_exemple_de_taux_tient_compte_du_porteur_refusé_et_des_dépenses_exclues()
    {
        var (reglement, taux) = Trouver("HR-V1", "R21");
        var modele = new Modele(reglement);
        Assert.Equal(
            ResultatConstat.NonApplicable,
            modele
                .Porteur("Un syndicat.", b => b with { Nature = Domain.Collectivites.NatureJuridique.SIVU })
                .Juger(reglement, taux)!
                .Resultat
        );
        var constat = modele
            .Projet("Un recrutement de plus.", p =>
                p with
                {
                    Depenses = [Modele.Ligne(new Euros(20_000m)), Modele.Ligne(new Euros(30_000m), CategorieDepense.Personnel)],
                }
            )
            .Juger(reglement, taux)!;
        Assert.Equal("16 000,00 €", Lisible.De(constat.Valeurs["plafond"]));
    }

    [Fact]
    public void Le_modèle_a_le_calendrier_de_son_règlement_et_un_plan_qui_tombe_juste()
    {
        Assert.Equal(
            [new DateOnly(2021, 6, 7), new DateOnly(2021, 8, 30), new DateOnly(2021, 10, 4), new DateOnly(2022, 1, 24)],
            new Modele(UnReglement.Bretagne).Situation.LimitesOrdreDuJour
        );
        Assert.Equal([new DateOnly(2021, 6, 1), new DateOnly(2021, 9, 1)], new Modele(UnReglement.HautRhin).Situation.LimitesOrdreDuJour);
        var total = new Euros(20_000m);
        Assert.Equal(total, Assert.Single(Modele.Ressources(total, total)).Montant);
        var partage = Modele.Ressources(total, new Euros(16_000m));
        Assert.Equal([new Euros(16_000m), new Euros(4_000m)], partage.Select(r => r.Montant!.Value));
        Assert.Equal([TypeRessource.FITN, TypeRessource.Autofinancement], partage.Select(r => r.Type));
    }

    /// <summary>Bodies that exist nowhere: nine digits, none of them an authority's.</summary>
    [Fact]
    public void Les_collectivités_d_exemple_sont_fictives_et_distinctes()
    {
        var modele = new Modele(UnReglement.Bretagne);
        Assert.Matches("^999999[0-9]{3}$", modele.Voisine.Siren!);
        Assert.Matches("^999999[0-9]{3}$", modele.Candidature.Porteur.Siren!);
        Assert.NotEqual(modele.Voisine.Siren, modele.Candidature.Porteur.Siren);
        Assert.Equal(("Commune d’exemple", "Commune voisine"), (modele.Candidature.Porteur.Nom, modele.Voisine.Nom));
    }
}
