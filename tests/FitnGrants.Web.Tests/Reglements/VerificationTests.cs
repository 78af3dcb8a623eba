using FitnGrants.Domain.Dispositifs;
using FitnGrants.Web.Reglements;

namespace FitnGrants.Web.Tests.Reglements;

public sealed class VerificationTests
{
    private static readonly string HautRhin = TextesDEssai.Lire("HR-V1");

    public static TheoryData<string> Codes => ["BZH-V1", "HR-V1", "GE-V2"];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Un_reglement_du_produit_est_sans_faute_et_garde_son_empreinte(string code)
    {
        var contenu = VerificationDeReglement.Normaliser(TextesDEssai.Lire(code).ReplaceLineEndings("\r\n") + "\n\n");

        var verifie = VerificationDeReglement.Faire(code, contenu, TextesDEssai.Lire(code));

        Assert.Empty(verifie.Erreurs);
        Assert.Equal(LecteurDeReglement.Lire(code, TextesDEssai.Lire(code)).Version, verifie.Reglement!.Version);
    }

    [Theory]
    [InlineData("regle: PopulationSousLePlafond", "regle: PopulationAuHasard", "règle inconnue : PopulationAuHasard")]
    [InlineData("mode: Bloquant", "mode: Parfois", "valeur inconnue : Parfois")]
    [InlineData("ouvertLe: 2021-03-01", "ouvertLe: 01/03/2021", "une date AAAA-MM-JJ est attendue : 01/03/2021")]
    [InlineData("plafond: 100000", "plancher: 100000", "paramètre inconnu de PopulationSousLePlafond : plancher")]
    [InlineData("code: R22, de", "code: R99, de", "la tranche R99 n’a pas de règle du même code")]
    [InlineData("de: 1000,", "de: 999,", "la tranche R21 en chevauche une autre")]
    [InlineData("min: 20, max: 80 }", "min: 20, max: 101 }", "la tranche R21 va jusqu’à 101 % : un taux est de 100 % au plus")]
    [InlineData("min: 20, max: 80 }", "min: -1, max: 80 }", "un nombre entier est attendu : -1")]
    [InlineData("min: 20, max: 80 }", "min: 20, max: -80 }", "un nombre entier est attendu : -80")]
    [InlineData("min: 20, max: 80 }", "min: 81, max: 80 }", "la tranche R21 a un taux minimum, 81 %, au-dessus de son maximum, 80 %")]
    [InlineData(
        "de: 1000,",
        "de: 1001,",
        "la tranche R21 commence à 1\u202F001 habitants, la tranche R20 s’arrête avant 1\u202F000 : entre les deux, aucune tranche"
    )]
    [InlineData(
        "de: 80000,",
        "de: 90000,",
        "la tranche R22 commence à 90\u202F000 habitants, la tranche R21 s’arrête avant 80\u202F000 : entre les deux, aucune tranche"
    )]
    [InlineData("de: 80000,", "de: 79999,", "la tranche R22 en chevauche une autre")]
    [InlineData(
        "code: R21, de: 1000,  a: 80000,  min: 20, max: 80 }",
        "code: R20, de: 1000,  a: 80000,  min: 20, max: 80 }",
        "deux tranches portent le même code"
    )]
    [InlineData("code: HR-V1", "code: BZH-V1", "le code est BZH-V1, celui de cette page est HR-V1")]
    [InlineData("enveloppe: 270000.00", "enveloppe: 1000000000.00", "l’enveloppe dépasse ce que le service sait compter")]
    [InlineData("instance: {", "instance: &a {", "les ancres (&) et les renvois (*) ne sont pas admis")]
    [InlineData("region: \"44\"", "volet: 1", "cette clé est donnée deux fois")]
    [InlineData("  pourQui:", "  ? [a]\n  : b\n  pourQui:", "une clé doit être un mot")]
    [InlineData("nom: Haut-Rhin, volet 1", "nom: Haut-Rhin\u202E, volet 1", "caractères invisibles")]
    [InlineData("nom: Haut-Rhin, volet 1", "nom: \"Haut-Rhin: [", "ce n’est pas du YAML")]
    public void Une_faute_est_dite_a_sa_ligne(string juste, string faux, string faute)
    {
        var contenu = TextesDEssai.Avec("HR-V1", (juste, faux));

        var verifie = VerificationDeReglement.Faire("HR-V1", contenu, HautRhin);

        Assert.Null(verifie.Reglement);
        var erreur = Assert.Single(verifie.Erreurs);
        Assert.Contains(faute, erreur.Message, StringComparison.Ordinal);
        if (!faute.StartsWith("ce n’est pas", StringComparison.Ordinal) && !faute.StartsWith("deux tranches", StringComparison.Ordinal))
            Assert.Equal(TextesDEssai.Ligne(HautRhin, juste), erreur.Ligne);
    }

    [Fact]
    public void Une_tranche_a_ses_bornes_exactes_de_0_a_100_pour_cent_est_admise()
    {
        var contenu = TextesDEssai.Avec("HR-V1", ("min: 20, max: 80 }", "min: 0, max: 100 }"), ("max: 20 }", "min: 20, max: 20 }"));

        Assert.Empty(VerificationDeReglement.Faire("HR-V1", contenu, HautRhin).Erreurs);
    }

    [Fact]
    public void Une_tranche_ecartee_pour_sa_faute_ne_fait_pas_dire_un_trou()
    {
        var contenu = TextesDEssai.Avec("HR-V1", ("min: 20, max: 80 }", "min: vingt, max: 80 }"), ("max: 20 }", "max: 200 }"));

        var erreur = Assert.Single(VerificationDeReglement.Faire("HR-V1", contenu, HautRhin).Erreurs);

        Assert.Equal((TextesDEssai.Ligne(contenu, "min: vingt"), "un nombre entier est attendu : vingt"), (erreur.Ligne, erreur.Message));
    }

    [Fact]
    public void Plusieurs_fautes_sont_dites_ensemble_chacune_a_sa_ligne()
    {
        var contenu = TextesDEssai.Avec(
            "HR-V1",
            ("tribunal: tribunal administratif de Strasbourg\n", "tribunaux: Strasbourg\n"),
            ("enveloppe: 270000.00", "enveloppe: beaucoup"),
            ("limiteDepot: 2021-08-27", "limiteDepot: 2021-02-30"),
            ("regle: PopulationSousLePlafond", "regle: PopulationAuHasard"),
            ("regle: PlanEquilibre", "regle: PlanAuHasard"),
            ("longueurMinimale: 20", "longueurMinimale: vingt"),
            ("{ code: R20, de: 0,", "{ code: R20, de: zero,")
        );

        var verifie = VerificationDeReglement.Faire("HR-V1", contenu, HautRhin);

        Assert.Null(verifie.Reglement);
        (string Mots, string Faute)[] attendues =
        [
            ("limiteDepot:", "une date AAAA-MM-JJ est attendue : 2021-02-30"),
            ("enveloppe: beaucoup", "un montant est attendu : beaucoup"),
            ("tribunaux:", "clé inconnue : tribunaux"),
            ("{ code: R20,", "un nombre entier est attendu : zero"),
            ("PopulationAuHasard", "règle inconnue : PopulationAuHasard"),
            ("PlanAuHasard", "règle inconnue : PlanAuHasard"),
            ("longueurMinimale: vingt", "un nombre entier est attendu : vingt"),
        ];
        foreach (var (mots, faute) in attendues)
            Assert.Contains(verifie.Erreurs, e => e.Ligne == TextesDEssai.Ligne(contenu, mots) && e.Message == faute);
        Assert.Contains(verifie.Erreurs, e => e.Message == "clé absente : tribunal");
        Assert.Equal(attendues.Length + 1, verifie.Erreurs.Length);
    }

    [Fact]
    public void La_meme_faute_a_deux_lignes_est_dite_deux_fois()
    {
        var contenu = TextesDEssai.Avec(
            "HR-V1",
            ("regle: PopulationSousLePlafond", "regle: Rien"),
            ("regle: PlanEquilibre", "regle: Rien")
        );

        var erreurs = VerificationDeReglement.Faire("HR-V1", contenu, HautRhin).Erreurs;

        Assert.Equal(2, erreurs.Length);
        Assert.All(erreurs, e => Assert.Equal("règle inconnue : Rien", e.Message));
        Assert.Equal("ligne " + TextesDEssai.Ligne(contenu, "Rien"), erreurs[0].Phrase.Split('\u00A0')[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("code")]
    [InlineData("- code: HR-V1")]
    [InlineData("{}")]
    [InlineData("{ code: HR-V1, volet: 1 }")]
    [InlineData("code: HR-V1\n...\ncode: HR-V1")]
    [InlineData("a: [1\n")]
    [InlineData("\t")]
    [InlineData("regles:\n- \n-\n- { code: R1 }")]
    public void Un_texte_quelconque_a_au_moins_une_faute(string contenu)
    {
        var verifie = VerificationDeReglement.Faire("HR-V1", VerificationDeReglement.Normaliser(contenu), HautRhin);

        Assert.Null(verifie.Reglement);
        Assert.NotEmpty(verifie.Erreurs);
        Assert.All(verifie.Erreurs, e => Assert.True(e.Ligne >= 1));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Un_texte_sans_fond_est_refuse_sans_etre_parcouru(string pas)
    {
        var contenu = VerificationDeReglement.Normaliser(string.Concat(Enumerable.Repeat(pas, VerificationDeReglement.Maximum / 8)));

        var verifie = VerificationDeReglement.Faire("HR-V1", contenu, HautRhin);

        Assert.Equal((1, "trop de niveaux imbriqués"), (verifie.Erreurs.Single().Ligne, verifie.Erreurs.Single().Message));
    }

    [Fact]
    public void Un_reglement_sans_regle_est_refuse()
    {
        var contenu = HautRhin[..HautRhin.IndexOf("regles:", StringComparison.Ordinal)] + "regles: []\n";
        contenu =
            contenu[..contenu.IndexOf("tranches:", StringComparison.Ordinal)]
            + contenu[contenu.IndexOf("fiche:", StringComparison.Ordinal)..];

        var erreur = Assert.Single(VerificationDeReglement.Faire("HR-V1", contenu, HautRhin).Erreurs);

        Assert.Equal((TextesDEssai.Ligne(contenu, "regles: []"), "au moins une règle est attendue"), (erreur.Ligne, erreur.Message));
    }
}

public sealed class DifferencesTests
{
    [Fact]
    public void Deux_lectures_d_un_meme_texte_n_ont_pas_de_difference() => Assert.Empty(Comparer([]));

    [Fact]
    public void Un_commentaire_n_est_pas_une_difference() => Assert.Empty(Comparer(("code: HR-V1", "# Relu.\ncode: HR-V1")));

    [Theory]
    [InlineData("plafond: 100000", "plafond: 50000", "Règle R11", "plafond", "100 000", "50 000")]
    [InlineData("enveloppe: 270000.00", "enveloppe: 300000", "Dispositif", "enveloppe", "270 000,00 €", "300 000,00 €")]
    [InlineData("limiteDepot: 2021-08-27 ", "# ", "Dispositif", "limite de dépôt", "27 août 2021", null)]
    [InlineData(
        "min: 20, max: 80",
        "min: 20, max: 60",
        "Tranche R21",
        null,
        "de 20 à 80 % pour 1 000 à 79 999 habitants",
        "de 20 à 60 % pour 1 000 à 79 999 habitants"
    )]
    [InlineData("- { mois: 2021-09 }", "- { mois: 2021-10 }", "Séances", null, "septembre 2021", null)]
    [InlineData(
        "effet concret sous deux ans\"",
        "effet concret sous trois ans\"",
        "Règle R23",
        "citation",
        "un effet concret sous deux ans",
        "un effet concret sous trois ans"
    )]
    [InlineData(
        "lignes: [9], citation: \"un effet",
        "lignes: [9, 10], citation: \"un effet",
        "Règle R23",
        "lignes de la source",
        "9",
        "9, 10"
    )]
    [InlineData(
        "  pourQui: Communes",
        "  pourQui: Toutes les communes",
        "Dispositif",
        "fiche, pour qui",
        "Communes et EPCI à fiscalité propre de moins de 100 000 habitants.",
        "Toutes les communes et EPCI à fiscalité propre de moins de 100 000 habitants."
    )]
    public void Ce_qui_change_est_dit_avant_et_apres(string avant, string apres, string partie, string? quoi, string? la, string? ici) =>
        Assert.Contains(Comparer((avant, apres)), d =>
            d.Partie == partie && d.Quoi == quoi && Plat(d.Avant) == Plat(la) && Plat(d.Apres) == Plat(ici)
        );

    [Theory]
    [InlineData("plafond: 100000", "plafond: 50000", "R11")]
    [InlineData("min: 20, max: 80", "min: 20, max: 60", "R21")]
    [InlineData("de: 80000,", "de: 80001,", "R22")]
    public void Un_nombre_qui_change_sans_sa_citation_demande_de_la_relire(string avant, string apres, string regle) =>
        Assert.Equal(
            $"{regle} : le nombre a changé, la citation non. Vérifiez qu'elle dit encore la même chose.",
            Assert.Single(ARelire((avant, apres)))
        );

    [Fact]
    public void Une_citation_qui_change_avec_son_nombre_ou_seule_ne_demande_rien()
    {
        Assert.Empty(ARelire());
        Assert.Empty(ARelire(("effet concret sous deux ans\"", "effet concret sous trois ans\"")));
        Assert.Empty(ARelire(("    regle: UrbanismeExclu\n    mode: Alerte", "    regle: UrbanismeExclu\n    mode: Bloquant")));
        var texte = TextesDEssai.Lire("HR-V1");
        var regle = LecteurDeReglement.Lire("essai", texte).Regles.Single(r => r.Code == "R11");
        Assert.Empty(ARelire(("plafond: 100000", "plafond: 50000"), (regle.Source.Citation!, regle.Source.Citation + " (nouveau)")));
    }

    private static IEnumerable<string> ARelire(params (string, string)[] changements) =>
        Differences
            .CitationsARelire(
                LecteurDeReglement.Lire("essai", TextesDEssai.Lire("HR-V1")),
                LecteurDeReglement.Lire("essai", TextesDEssai.Avec("HR-V1", changements))
            )
            .Select(PageLue.Plat);

    [Fact]
    public void Une_regle_ajoutee_retiree_ou_d_un_autre_mode_est_dite_pour_elle_meme()
    {
        var differences = Comparer(
            (
                "  - code: R48\n    regle: GroupementExempt\n    mode: Information",
                "  - code: R49\n    regle: GroupementExempt\n    mode: Information"
            ),
            ("    regle: UrbanismeExclu\n    mode: Alerte", "    regle: UrbanismeExclu\n    mode: Bloquant")
        );

        Assert.Equal(
            [
                ("Règle R31", "mode", "alerte", "bloquante"),
                ("Règle R48", null, "Groupement, information", null),
                ("Règle R49", null, null, "Groupement, information"),
            ],
            differences.Select(d => (d.Partie, d.Quoi, d.Avant, d.Apres)).OrderBy(d => d.Partie, StringComparer.Ordinal)
        );
        Assert.Equal(["Changement", "Retrait", "Ajout"], differences.OrderBy(d => d.Partie, StringComparer.Ordinal).Select(d => d.Genre));
    }

    [Fact]
    public void Aucun_champ_du_reglement_n_echappe_a_la_comparaison()
    {
        // Compared piece by piece, or the identity of the version itself.
        string[] autrement =
        [
            nameof(Reglement.Version),
            nameof(Reglement.Tranches),
            nameof(Reglement.Regles),
            nameof(Reglement.Seances),
            nameof(Reglement.Fiche),
            nameof(Fiche.Finance),
            nameof(Fiche.Criteres),
            nameof(Fiche.Priorites),
            nameof(Fiche.Valeurs),
            nameof(Fiche.Exclusions),
            nameof(Fiche.Contacts),
            nameof(Fiche.Ressources),
        ];
        var champs = typeof(Reglement).GetProperties().Concat(typeof(Fiche).GetProperties()).Where(p => p.CanWrite).Select(p => p.Name);

        Assert.Equal(
            champs.Order(StringComparer.Ordinal),
            Differences.Champs.Select(c => c.Cle).Concat(autrement).Order(StringComparer.Ordinal)
        );
    }

    private static IReadOnlyList<Difference> Comparer(params (string, string)[] changements) =>
        Differences.Entre(
            LecteurDeReglement.Lire("essai", TextesDEssai.Lire("HR-V1")),
            LecteurDeReglement.Lire("essai", TextesDEssai.Avec("HR-V1", changements))
        );

    private static string? Plat(string? texte) => texte is null ? null : PageLue.Plat(texte);
}
