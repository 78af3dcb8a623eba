using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Echeancier;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>The reports of a laureate through the forms (suivi.md, 4): saved as typed, sent, read or sent back, reminded.</summary>
public sealed class EtatsDesLieuxTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Vern = "213503527";
    private const string LeGuerno = "215600776";
    private const string Beuzec = "212900088";

    private static readonly (string, string?)[] Dit =
    [
        ("Statut", "EnCours"),
        ("AvancementPct", "40"),
        ("Avancement", "Le portail est en essai."),
        ("DepensesPayees", "9 000"),
        ("Previsions[0].Montant", "19000"),
        ("AucuneEntreprise", "true"),
    ];

    [Fact]
    public async Task De_la_saisie_à_la_lecture_point_par_point()
    {
        await instance.AlHeureAsync("2021-06-22T10:00:00+02:00");
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var numero = await instance.EnExecutionAsync("porteur.vern", "Portail, états", 28000m, 20720m, Vern);
        var (etats, prochain) = ($"/suivi/{numero}/etats-des-lieux", $"/suivi/{numero}/etats-des-lieux/prochain");
        // Received on 22 June: due on 22 September, open on 23 August.
        Assert.Contains("Il s'ouvre le 23 août 2021", (await porteur.LireAsync(etats)).De("main"));
        Assert.Equal(etats, (await porteur.LireAsync(prochain)).Vers);
        await instance.AlHeureAsync("2021-09-01T10:00:00+02:00");
        var page = await porteur.LireAsync(prochain);
        Assert.Contains("Au plus tard le 22 septembre 2021", page.De("main"));

        // As it is typed: kept, its revision given back; a half typed number is said beside its field, and changes nothing.
        var champs = PageLue
            .Champs(page.Formulaire("main form"))
            .Where(c => Dit.All(d => d.Item1 != c.Nom))
            .Select(c => (c.Nom, (string?)c.Valeur));
        var garde = await porteur.AutomatiqueAsync(prochain, [.. champs, .. Dit]);
        Assert.Contains("\"revision\":1", garde.Source, StringComparison.Ordinal);
        var faute = await porteur.AutomatiqueAsync(
            prochain,
            [.. champs.Where(c => c.Nom != "Revision"), ("Revision", "1"), ("DepensesPayees", "9 0")]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faute.Code);
        Assert.Contains("DepensesPayees", faute.Source, StringComparison.Ordinal);
        await DeuxOngletsAsync(porteur, prochain, [.. champs], page);
        var reprise = await porteur.LireAsync(prochain);
        Assert.Equal(Plat("9 000,00"), Plat(reprise.Valeur("DepensesPayees")));
        Assert.Contains("6 660,00 €", reprise.De("[data-calcul=credits]"));
        Assert.Contains("égal à votre plan", reprise.De("[data-calcul=total]"));
        // A draft is its porteur's own.
        var agent = await instance.EnTantQueAsync("instructeur.35");
        Assert.Equal(HttpStatusCode.NotFound, (await agent.LireAsync(etats + "/1")).Code);

        Assert.Equal(HttpStatusCode.Redirect, (await porteur.SoumettreAsync(reprise, "main form", ("action", "transmettre"))).Code);
        Assert.Contains(numero, (await agent.LireAsync("/suivi?Onglet=etats-a-lire")).De("tbody"));
        var lecture = await agent.LireAsync(etats + "/1");
        Assert.Contains("De la dépense, aucune entreprise", lecture.De("#lecture"));
        // Nothing ticked, and a finding without its reason: refused beside their fields.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EnvoyerAsync(agent, lecture, "renvoi")).Code);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await EnvoyerAsync(agent, lecture, "constat", ("Constat", "E5"), ("Motifs[E5]", " "))).Code
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await EnvoyerAsync(agent, lecture, "renvoi", ("Points[0].Coche", "true"), ("Points[0].Texte", "Donnez les entreprises."))).Code
        );
        // The page of before is stale.
        Assert.Equal(HttpStatusCode.Conflict, (await agent.SoumettreAsync(lecture, "#lecture")).Code);
        var correction = await porteur.LireAsync(prochain);
        Assert.Contains("Donnez les entreprises.", correction.De("main"));
        var courriels = await instance.LireAsync(db =>
            db.Courriels.Where(c => db.Dossiers.Any(d => d.Id == c.DossierId && d.Numero == numero)).Select(c => c.Objet).ToListAsync()
        );
        Assert.Contains(courriels, o => o.StartsWith("Votre état des lieux n", StringComparison.Ordinal));

        var ajout = await porteur.SoumettreAsync(correction, "main form", ("AucuneEntreprise", null), ("action", "entreprise"));
        Assert.Contains("?ajouter=entreprise", ajout.Vers, StringComparison.Ordinal);
        var corrige = await porteur.SoumettreAsync(
            await porteur.LireAsync(prochain + "?ajouter=entreprise"),
            "main form",
            ("AucuneEntreprise", null),
            ("Entreprises[0].Nom", "Atelier <b>Kerlenn</b>"),
            ("Entreprises[0].Siren", "552 100 554"),
            ("Entreprises[0].Departement", "35"),
            ("Entreprises[0].Montant", "18000"),
            ("action", "transmettre")
        );
        Assert.True(corrige.Code == HttpStatusCode.Redirect, corrige.De("main"));
        await HorsDuPerimetreAsync(etats);
        lecture = await agent.LireAsync(etats + "/1");
        Assert.Contains("Atelier <b>Kerlenn</b>", lecture.De("main"));
        // What was asked, and what its answer changed of the first sending.
        Assert.Contains("Depuis le renvoi Il était demandé : Donnez les entreprises.", lecture.De("main"));
        var change = lecture.Document.QuerySelectorAll("table")[0];
        Assert.Equal(
            ["Entreprises", "aucune à ce jour", "1 entreprise", "changé"],
            Assert.Single(change.QuerySelectorAll("tbody tr")).QuerySelectorAll("td").Select(c => Plat(c.TextContent).Trim())
        );
        Assert.Equal(HttpStatusCode.Redirect, (await agent.SoumettreAsync(lecture, "#lecture")).Code);
        Assert.Equal(StadeDEtat.Lu, (await EtatAsync(numero)).Stade);

        await SuivantAsync(porteur, agent, numero);
    }

    /// <summary>
    /// A second tab that shows what was there before: the same again changes nothing; what only it changed is added; what both changed is
    /// chosen, and nothing is lost before that.
    /// </summary>
    private static async Task DeuxOngletsAsync(Navigateur porteur, string prochain, (string Nom, string? Valeur)[] champs, PageLue page)
    {
        Assert.NotEmpty(page.Valeur("Origine")!);
        Assert.Equal(HttpStatusCode.Redirect, (await porteur.PosterAsync(prochain, [.. champs, .. Dit])).Code);
        // It saves by itself: it learns its number, and goes on showing the former words of the other one.
        var appris = await SeulAsync(porteur, prochain, champs, "Un agent parti.", null);
        var ensemble = await porteur.LireAsync(prochain);
        Assert.Equal(("40", "Un agent parti."), (ensemble.Valeur("AvancementPct"), ensemble.Valeur("Difficultes")));
        await SeulAsync(porteur, prochain, champs, "Un agent parti, deux recrutés", appris);
        // The answer of that saving was lost on the way: the page goes on from what it knew, and is not told of another.
        await SeulAsync(porteur, prochain, champs, "Un agent parti, deux recrutés.", appris);
        ensemble = await porteur.LireAsync(prochain);
        Assert.Equal(("40", "Un agent parti, deux recrutés."), (ensemble.Valeur("AvancementPct"), ensemble.Valeur("Difficultes")));
        (string, string?)[] autre = [.. champs, .. Dit.Where(d => d.Item1 != "DepensesPayees"), ("DepensesPayees", "9 500")];
        var seul = await porteur.AutomatiqueAsync(prochain, autre);
        Assert.Equal(HttpStatusCode.Conflict, seul.Code);
        Assert.Contains("Dépenses payées depuis le début", seul.Source, StringComparison.Ordinal);
        var choix = await porteur.PosterAsync(prochain, [.. autre, ("action", "transmettre")]);
        Assert.Equal(HttpStatusCode.Conflict, choix.Code);
        // What was about to be sent is chosen first; the button saves, and does nothing else.
        Assert.Equal("enregistrer", Assert.Single(choix.Document.QuerySelectorAll("[name=action]")).GetAttribute("value"));
        Assert.Contains("9 500,00 €", choix.De("main"));
        Assert.Contains("9 000,00 €", choix.De("main"));
        var leur = choix.Document.QuerySelector("#depenses-leur")!.GetAttribute("value");
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await porteur.SoumettreAsync(
                    choix,
                    "main form",
                    ("Choix.depenses", leur),
                    ("Difficultes", "Un agent parti, deux recrutés."),
                    ("action", "enregistrer")
                )
            ).Code
        );
        Assert.Equal(Plat("9 000,00"), Plat((await porteur.LireAsync(prochain)).Valeur("DepensesPayees")));
    }

    /// <summary>What a page saves by itself: another text, what it showed or what it learned last.</summary>
    private static async Task<(string Revision, string Origine)> SeulAsync(
        Navigateur porteur,
        string prochain,
        (string Nom, string? Valeur)[] champs,
        string difficultes,
        (string Revision, string Origine)? appris
    )
    {
        var garde = await porteur.AutomatiqueAsync(
            prochain,
            [
                .. champs.Where(c => c.Nom != "Difficultes" && (appris is null || c.Nom is not ("Revision" or "Origine"))),
                ("Difficultes", difficultes),
                .. appris is { } a ? new (string, string?)[] { ("Revision", a.Revision), ("Origine", a.Origine) } : [],
            ]
        );
        Assert.Equal(HttpStatusCode.OK, garde.Code);
        using var json = System.Text.Json.JsonDocument.Parse(garde.Source);
        return (json.RootElement.GetProperty("revision").GetRawText(), json.RootElement.GetProperty("origine").GetString()!);
    }

    /// <summary>The second report: everything carried over, what changed said with what it was.</summary>
    private async Task SuivantAsync(Navigateur porteur, Navigateur agent, string numero)
    {
        var prochain = $"/suivi/{numero}/etats-des-lieux/prochain";
        await instance.AlHeureAsync("2021-12-10T10:00:00+01:00");
        var page = await porteur.LireAsync(prochain);
        Assert.Equal("40", page.Valeur("AvancementPct"));
        Assert.Equal("Rien n'est changé le reste est repris", page.De("[data-calcul=compte]"));
        var calcul = await porteur.SoumettreAsync(
            page,
            "main form",
            ("AvancementPct", "30"),
            ("DepensesPayees", "8000"),
            ("action", "recalculer")
        );
        Assert.Contains("Changé 40 %", calcul.De("[data-calcul='change-AvancementPct']"));
        Assert.Contains("2 champs changés", calcul.De("[data-calcul=compte]"));
        Assert.NotNull(calcul.Document.QuerySelector("#MotifDeBaisse"));
        // Another laureate that names the same company.
        var envoi = await porteur.SoumettreAsync(
            page,
            "main form",
            ("AvancementPct", "30"),
            ("DepensesPayees", "8000"),
            ("Entreprises[0].Departement", "75"),
            ("action", "transmettre")
        );
        Assert.True(envoi.Code == HttpStatusCode.Redirect, envoi.De("main"));
        var lecture = await agent.LireAsync($"/suivi/{numero}/etats-des-lieux/2");
        foreach (
            var dit in new[]
            {
                "E2",
                "E3",
                "8 000,00 € payés, 9 000,00 € au précédent",
                "30 % après 40 %",
                "− 10 points",
                "un autre lauréat a dit : siège : Ille-et-Vilaine (35)",
            }
        )
            Assert.Contains(dit, lecture.De("main"));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await EnvoyerAsync(
                    agent,
                    lecture,
                    "constat",
                    ("Constat", "E3"),
                    ("Motifs[E3]", "Un module est repris."),
                    ("Points[0].Coche", "true"),
                    ("Points[0].Texte", "Expliquez la baisse.")
                )
            ).Code
        );
        lecture = await agent.LireAsync($"/suivi/{numero}/etats-des-lieux/2");
        Assert.DoesNotContain("E3", lecture.De("#lecture"));
        // What was ticked of another finding is still there.
        Assert.Equal("Expliquez la baisse.", lecture.Valeur("Points[0].Texte"));
        Assert.Contains("Un module est repris.", lecture.De("main"));
        // The porteur reads what it sent, and none of what is said of it.
        var sien = (await porteur.LireAsync($"/suivi/{numero}/etats-des-lieux/2")).De("main");
        Assert.DoesNotContain("Un module est repris.", sien);
        Assert.DoesNotContain("un autre lauréat", sien);
    }

    [Fact]
    public async Task Une_entreprise_connue_se_complète_par_son_siren()
    {
        await instance.SqlAsync(
            $"""
            insert into entreprises_connues (siren, nom, departement_siege) values ('542107651', 'Ouest Formation', '75')
            on conflict do nothing
            """
        );
        await instance.AlHeureAsync("2021-06-22T10:00:00+02:00");
        var porteur = await instance.EnTantQueAsync("porteur.leguerno");
        var numero = await instance.EnExecutionAsync("porteur.leguerno", "Mairie, états", 28000m, 20720m, LeGuerno);
        await instance.AlHeureAsync("2021-09-01T10:00:00+02:00");
        var prochain = $"/suivi/{numero}/etats-des-lieux/prochain";
        var page = await porteur.LireAsync(prochain + "?ajouter=entreprise");
        var ecrit = await porteur.SoumettreAsync(page, "main form", ("Entreprises[0].Siren", "542107651"), ("action", "enregistrer"));
        Assert.True(ecrit.Code == HttpStatusCode.Redirect, ecrit.De("main"));
        page = await porteur.LireAsync(prochain);
        Assert.Equal(("Ouest Formation", "75"), (page.Valeur("Entreprises[0].Nom"), page.Valeur("Entreprises[0].Departement")));
        await porteur.SoumettreAsync(page, "main form", ("action", "retirer:entreprise:0"));
        Assert.DoesNotContain("Ouest Formation", (await porteur.LireAsync(prochain)).De("main"));
    }

    [Fact]
    public async Task Chaque_rappel_part_une_fois_au_porteur_puis_aussi_à_qui_suit()
    {
        await instance.AlHeureAsync("2021-06-22T10:00:00+02:00");
        var numero = await instance.EnExecutionAsync("porteur.beuzec", "Rappels d'états", 28000m, 20720m, Beuzec);
        async Task<IReadOnlyList<string>> LeAsync(string jour)
        {
            await instance.AlHeureAsync(jour + "T10:00:00+02:00");
            await instance.FaireAsync(s => s.GetRequiredService<RappelsDuSuivi>().TraiterAsync(default));
            await instance.FaireAsync(s => s.GetRequiredService<RappelsDuSuivi>().TraiterAsync(default));
            return await instance.LireAsync(db =>
                db.Courriels.Where(c =>
                        db.Dossiers.Any(d => d.Id == c.DossierId && d.Numero == numero) && EF.Functions.Like(c.Objet, "%tat des lieux%")
                    )
                    .OrderBy(c => c.CreeLe)
                    .ThenBy(c => c.Id)
                    .Select(c => c.Objet.Replace('\u00A0', ' '))
                    .ToListAsync()
            );
        }
        Assert.Empty(await LeAsync("2021-08-22"));
        Assert.StartsWith(
            "Votre état des lieux est attendu le 22 septembre 2021",
            Assert.Single(await LeAsync("2021-08-23")),
            StringComparison.Ordinal
        );
        // Over a jump, the last level alone.
        Assert.Equal(2, (await LeAsync("2021-09-18")).Count);
        var tard = await LeAsync("2021-09-23");
        Assert.Equal(4, tard.Count);
        Assert.Contains(tard, o => o.StartsWith("Un état des lieux est en retard", StringComparison.Ordinal));
        Assert.Contains(
            "Votre état des lieux a 15 jours de retard",
            string.Join(' ', await LeAsync("2021-10-07")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Une_campagne_demande_à_tous_une_fois_et_avance_le_jour_attendu()
    {
        await instance.AlHeureAsync("2021-06-22T10:00:00+02:00");
        var numero = await instance.EnExecutionAsync("porteur.dinan", "Campagne", 28000m, 20720m, "200068989");
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        var page = await gestion.LireAsync("/suivi/campagnes");
        Assert.Contains(numero, page.De("tbody"));
        var vide = await gestion.PosterAsync("/suivi/campagnes", ("AvantLe", "22/06/2021"), ("Motif", "Point."), ("Numeros", numero));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, vide.Code);
        Assert.Contains("un jour à venir", vide.De(".erreurs"));
        var rien = await gestion.PosterAsync("/suivi/campagnes", ("AvantLe", "15/07/2021"), ("Motif", "Point."));
        Assert.Contains("Cochez au moins un lauréat", rien.De(".erreurs"));
        var lance = await gestion.SoumettreAsync(page, "main form", ("AvantLe", "15/07/2021"), ("Motif", "Conférence régionale."));
        Assert.True(lance.Code == HttpStatusCode.Redirect, lance.De("main"));
        Assert.Contains("déjà demandé avant le 15 juillet 2021", (await gestion.LireAsync("/suivi/campagnes")).De("tbody"));
        // Sent again, by a page of before: nothing is asked twice.
        await gestion.SoumettreAsync(page, "main form", ("AvantLe", "20/07/2021"), ("Motif", "Encore."));
        var acte = await instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.Numero == numero + "-A1"));
        Assert.Equal((new DateOnly(2021, 7, 15), new DateOnly(2021, 7, 15)), (acte.EtatAttenduLe!.Value, acte.EtatDemandeAvantLe!.Value));
        var porteur = await instance.EnTantQueAsync("porteur.dinan");
        Assert.Contains(
            "Au plus tard le 15 juillet 2021",
            (await porteur.LireAsync($"/suivi/{numero}/etats-des-lieux/prochain")).De("main")
        );
        Assert.Contains(
            "Un état des lieux vous est demandé avant le 15 juillet 2021",
            string.Join(' ', await instance.LireAsync(db => db.Courriels.Select(c => c.Objet.Replace('\u00A0', ' ')).ToListAsync())),
            StringComparison.Ordinal
        );
        var autre = await instance.EnTantQueAsync("gestionnaire.68");
        Assert.DoesNotContain(numero, (await autre.LireAsync("/suivi/campagnes")).De("main"));
        await autre.PosterAsync("/suivi/campagnes", ("AvantLe", "15/08/2021"), ("Motif", "Pas à nous."), ("Numeros", numero));
        Assert.Equal(
            new DateOnly(2021, 7, 15),
            (await instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.Id == acte.Id))).EtatAttenduLe
        );
    }

    /// <summary>Outside its perimeter nothing is read; who reads does not conclude.</summary>
    private async Task HorsDuPerimetreAsync(string etats)
    {
        HttpStatusCode[] fermes = [HttpStatusCode.NotFound, HttpStatusCode.Forbidden];
        foreach (
            var (compte, lu) in new[]
            {
                ("porteur.leguerno", HttpStatusCode.NotFound),
                ("instructeur.56", HttpStatusCode.NotFound),
                ("gestionnaire.68", HttpStatusCode.NotFound),
                ("secretaire.bretagne", HttpStatusCode.OK),
                ("auditeur", HttpStatusCode.OK),
                ("membre.35", HttpStatusCode.Forbidden),
            }
        )
        {
            var qui = await instance.EnTantQueAsync(compte);
            Assert.Equal((compte, lu), (compte, (await qui.LireAsync(etats)).Code));
            Assert.Equal((compte, lu), (compte, (await qui.LireAsync(etats + "/1")).Code));
            await qui.LireAsync("/plan-du-site");
            Assert.Contains((await qui.PosterAsync(etats + "/prochain", ("Revision", "0"), ("action", "transmettre"))).Code, fermes);
            Assert.Contains((await qui.PosterAsync(etats + "/1/lecture", ("Revision", "5"))).Code, fermes);
        }
    }

    private Task<EtatDesLieux> EtatAsync(string numero) =>
        instance.LireAsync(db =>
            db.EtatsDesLieux.SingleAsync(e => db.ActesAttributifs.Any(a => a.Id == e.ActeId && a.Numero == numero + "-A1"))
        );

    private static Task<PageLue> EnvoyerAsync(Navigateur qui, PageLue page, string geste, params (string, string?)[] valeurs)
    {
        var formulaire = page.Formulaire("#lecture");
        var noms = valeurs.Select(v => v.Item1).ToHashSet(StringComparer.Ordinal);
        var champs = PageLue.Champs(formulaire).Where(c => !noms.Contains(c.Nom)).Select(c => (c.Nom, (string?)c.Valeur));
        return qui.PosterAsync(
            formulaire.GetAttribute("action")!.Replace("/lecture", "/" + geste, StringComparison.Ordinal),
            [.. champs, .. valeurs]
        );
    }

    private static string Plat(string? texte) => (texte ?? "").Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
