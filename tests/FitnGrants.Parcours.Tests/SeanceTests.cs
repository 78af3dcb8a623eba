using System.Text.RegularExpressions;
using FitnGrants.Parcours.Tests.Fabrique;
using Microsoft.Playwright;

namespace FitnGrants.Parcours.Tests;

/// <summary>The product on 1 October 2021, with twelve dossiers ready for a session.</summary>
public sealed class ServiceDeSeance(ServeurDesParcours serveur) : Service(serveur)
{
    protected override IReadOnlyDictionary<string, string> Reglages { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Demonstration__Jeu"] = "seance" };
}

/// <summary>A whole session of twelve points with three people at once: the secretary, the member of the 29, a porteur.</summary>
public sealed class SeanceTests(ServiceDeSeance service) : IClassFixture<ServiceDeSeance>
{
    private const string Motivation = "Le projet répond aux besoins des habitants du territoire.";

    [Fact]
    public async Task Le_secretariat_un_membre_et_un_porteur_vivent_une_seance_de_douze_points()
    {
        await using var secretaire = await Visite.OuvrirAsync(service);
        await using var membre = await Visite.OuvrirAsync(service);
        await using var porteur = await Visite.OuvrirAsync(service);
        await secretaire.ConnecterAsync("secretaire.bretagne");
        await membre.ConnecterAsync("membre.29");
        await porteur.ConnecterAsync("porteur.vern");

        var seance = await PlanifierEtAvancerAsync(secretaire);
        await InscrireDouzeAsync(secretaire, seance);
        await PreparerAsync(secretaire, membre, seance);
        await AvancerLHorlogeAsync();
        await OuvrirAsync(secretaire, membre, seance);
        await DeciderAsync(secretaire, membre, porteur, seance);
        await RectifierAsync(secretaire, seance);
        await NotifierAsync(secretaire, porteur, seance);
        await CloreAsync(secretaire, membre, seance);
        foreach (var v in new[] { secretaire, membre, porteur })
        {
            Assert.Empty(v.Erreurs);
            Assert.Empty(v.Defauts);
        }
    }

    /// <summary>The session of the calendar is cancelled, planned again on 4 November, then moved to 19 October.</summary>
    private static async Task<string> PlanifierEtAvancerAsync(Visite v)
    {
        await v.SuivreAsync("mardi 19 octobre 2021");
        await v.SuivreAsync("Annuler la séance");
        await v.RegarderAsync("seance-annulation");
        await v.Page.FillAsync("#Motif", "Reprise du calendrier.");
        await v.CliquerAsync("Annuler la séance définitivement");
        await v.VoirAsync("Séance annulée.");
        await v.SuivreAsync("Toutes les séances");
        await v.RegarderAsync("seances-calendrier");
        await v.SuivreAsync("Planifier une séance");
        await v.RegarderAsync("seance-nouvelle");
        await v.Page.FillAsync("#Jour", "04/11/2021");
        await v.CliquerAsync("Planifier la séance");
        await v.VoirAsync("Séance du jeudi 4 novembre 2021");
        var adresse = v.Page.Url;
        await v.SuivreAsync("Déplacer la séance");
        await v.Page.FillAsync("#Jour", "30/09/2021");
        await v.Page.FillAsync("#Motif", "Date avancée à la demande des préfectures.");
        await v.CliquerAsync("Déplacer la séance");
        await v.VoirAsync("Cette date est passée");
        await v.RegarderAsync("seance-deplacement-refuse");
        await v.Page.FillAsync("#Jour", "19/10/2021");
        await v.CliquerAsync("Déplacer la séance");
        await v.VoirAsync("Séance du mardi 19 octobre 2021");
        await v.VoirAsync("avancée, initialement prévue le 4 novembre 2021");
        return adresse;
    }

    private static async Task InscrireDouzeAsync(Visite v, string seance)
    {
        for (var i = 1; i <= 12; i++)
        {
            await v.CliquerAsync("^Inscrire");
            await v.Page.Locator($"#odj:text('Ordre du jour, {i} point')").WaitForAsync();
        }
        await v.CliquerAsync("Ranger par département");
        await RangAsync(v, 6, "Portail des familles");
        await v.Page.Locator("button:has-text('Descendre Portail des familles')").FocusAsync();
        await v.Page.Keyboard.PressAsync("Enter");
        await RangAsync(v, 7, "Portail des familles");
        await v.VoirAsync("Ordre du jour réordonné.");
        await v.RegarderAsync("seance-douze");
        Assert.StartsWith(seance, v.Page.Url, StringComparison.Ordinal);
    }

    private static Task RangAsync(Visite v, int rang, string projet) =>
        v.Page.Locator($"section[aria-labelledby=odj] tbody tr:nth-child({rang}):has-text('{projet}')").WaitForAsync();

    /// <summary>An opinion on one point, a withdrawal from another; who is there.</summary>
    private static async Task PreparerAsync(Visite secretaire, Visite membre, string seance)
    {
        await membre.Page.GotoAsync(seance);
        await membre.SuivreAsync("Accueil numérique partagé");
        await membre.SuivreAsync("Se déporter de ce point");
        await membre.RegarderAsync("deport");
        await membre.Page.FillAsync("#Motif", "Lien d’intérêt avec la commune.");
        await membre.CliquerAsync("Se déporter");
        await membre.VoirAsync("Votre préfecture s’est déportée de ce point.");
        await membre.Page.GotoAsync(seance);
        await membre.SuivreAsync("Portail des familles");
        await membre.SuivreAsync("Donner l’avis de ma préfecture");
        await membre.RegarderAsync("avis-membre");
        await membre.Page.CheckAsync("input[value=Favorable]");
        await membre.CliquerAsync("Enregistrer l’avis");
        await membre.VoirAsync("Avis enregistré.");
        await membre.RegarderAsync("point-membre");

        await secretaire.Page.GotoAsync(seance);
        foreach (var code in new[] { "SGAR", "22", "29", "35", "56" })
            await secretaire.Page.CheckAsync($"#p-{code}-{(code == "22" ? "Excuse" : "Present")}");
        await secretaire.CliquerAsync("Enregistrer les présences");
        await secretaire.VoirAsync("Présences enregistrées.");
        Assert.Contains(
            "Portail des familles",
            Pdf.Texte(await secretaire.TelechargerAsync(new Uri(seance).AbsolutePath + "/livret.pdf")),
            StringComparison.Ordinal
        );
    }

    private async Task AvancerLHorlogeAsync()
    {
        await using var admin = await Visite.OuvrirAsync(service);
        await admin.ConnecterAsync("admin");
        await admin.Page.GotoAsync("/administration/horloge");
        await admin.Page.FillAsync("#Jour", "19/10/2021");
        await admin.CliquerAsync("Avancer l’horloge");
        await admin.VoirAsync("mardi 19 octobre 2021");
        await admin.SuivreAsync("Courriels");
        await admin.RegarderAsync("courriels");
        await admin.SuivreAsync("La séance du jeudi 4 novembre 2021 est déplacée");
        await admin.VoirAsync("Date avancée");
        await admin.RegarderAsync("courriel");
        Assert.Empty(admin.Defauts);
    }

    /// <summary>What the secretary calls and proposes is on the member's screen within two seconds.</summary>
    private static async Task OuvrirAsync(Visite secretaire, Visite membre, string seance)
    {
        await secretaire.Page.GotoAsync(seance);
        await secretaire.CliquerAsync("Ouvrir la séance");
        await secretaire.SuivreAsync("Écran de séance");
        await membre.Page.GotoAsync(seance + "/direct");
        await membre.VoirAsync("Entre deux points");
        await secretaire.Page.Locator(".ordre-du-jour button:has-text('Vern-sur-Seiche')").ClickAsync();
        await Attendre(membre, "Portail des familles");
        await secretaire.RegarderAsync("direct");
        await secretaire.Page.SetViewportSizeAsync(1920, 1080);
        Assert.Equal(
            0,
            await secretaire.Page.EvaluateAsync<int>("document.documentElement.scrollHeight - document.documentElement.clientHeight")
        );
        await secretaire.Page.SetViewportSizeAsync(1280, 720);
        await secretaire.Page.FillAsync("#Montant", "18 000");
        await Attendre(secretaire, "Ce point, hypothèse");
        // The same projector at 150 %: 1280 × 720 pixels of the page.
        Assert.Equal(
            0,
            await secretaire.Page.EvaluateAsync<int>("document.documentElement.scrollHeight - document.documentElement.clientHeight")
        );
        await secretaire.CliquerAsync("Proposer ce montant");
        await Attendre(membre, "Ce point, proposé");
        await membre.RegarderAsync("direct-membre");

        await secretaire.Page.Locator(".ordre-du-jour button:has-text('Beuzec-Cap-Sizun')").ClickAsync();
        await Attendre(membre, "Votre préfecture s’est déportée de ce point.");
        Assert.Equal(0, await membre.Page.Locator(".enveloppe").CountAsync());
        await membre.RegarderAsync("direct-deporte");
    }

    /// <summary>The three decisions, and an attempt over the envelope; the porteur sees nothing of it.</summary>
    private static async Task DeciderAsync(Visite v, Visite membre, Visite porteur, string seance)
    {
        await DeciderUnAsync(
            v,
            seance,
            "Portail des familles",
            "Accord",
            "Enregistrer l’accord",
            async () =>
            {
                Assert.Equal("18 000,00", Regex.Replace(await v.Page.InputValueAsync("#Montant"), @"\s", " "));
                await v.Page.FillAsync("#Montant", "20 720,01");
                await v.Page.FillAsync("#Conditions", "Fournir le devis signé avant la convention.");
            },
            refuse: "dépasse le montant demandé"
        );
        await v.RegarderAsync("accord-refuse-en-seance");
        await v.Page.FillAsync("#Montant", "20 720");
        await v.CliquerAsync("Enregistrer l’accord");
        await v.VoirAsync("Décision enregistrée.");
        await membre.Page.GotoAsync(seance + "/direct");
        await Attendre(membre, "Accord");
        await DeciderUnAsync(v, seance, "Tablettes de consultation", "À revoir", "Enregistrer « à revoir »", async () =>
        {
            await v.Page.FillAsync("#Axes_0__Texte", "Dire quel service nouveau est rendu");
            await v.Page.SelectOptionAsync("#Axes_0__Cible", "projet");
        });
        await DeciderUnAsync(v, seance, "Accueil numérique partagé", "Refus", "Enregistrer le refus");
        foreach (
            var projet in new[]
            {
                "Données ouvertes du territoire",
                "Guichet numérique des mobilités",
                "Bus des démarches",
                "Port de plaisance en ligne",
                "Médiathèque augmentée",
                "Cantine sans gaspillage",
                "Parcours des nouveaux arrivants",
            }
        )
            await DeciderUnAsync(v, seance, projet, "Accord", "Enregistrer l’accord");
        await DeciderAuClavierAsync(v, seance, "Vie associative");
        // What is left does not hold the last one: to the cent.
        await DeciderUnAsync(
            v,
            seance,
            "Signalements des habitants",
            "Accord",
            "Enregistrer l’accord",
            refuse: "Enveloppe insuffisante : disponible 12 280,00 €, demandé 15 000,00 €."
        );
        await v.RegarderAsync("accord-hors-enveloppe");
        await v.Page.FillAsync("#Montant", "12 280");
        await v.CliquerAsync("Enregistrer l’accord");
        await v.VoirAsync("Reste 0,00 €");
        await porteur.Page.GotoAsync("/mes-dossiers");
        await porteur.SuivreAsync("Portail des familles");
        await porteur.VoirAsync("Inscrit en séance");
        Assert.DoesNotContain("ccord sous réserve", await porteur.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>From the session to the recorded accord, without a mouse.</summary>
    private static async Task DeciderAuClavierAsync(Visite v, string seance, string projet)
    {
        Task Venir(string texte) => v.Page.Locator("main").GetByText(texte).First.WaitForAsync();
        await v.Page.GotoAsync(seance);
        await v.TabulerAsync("a", projet);
        await v.Page.Keyboard.PressAsync("Enter");
        await Venir("Décider ce point");
        await v.TabulerAsync("section[aria-labelledby=decider] a", "Accord");
        await v.Page.Keyboard.PressAsync("Enter");
        await Venir("Accord sous réserve du conventionnement financier");
        await v.TabulerAsync("#Fondements summary");
        await v.Page.Keyboard.PressAsync("Enter");
        await v.TabulerAsync("#Fondements details[open] input");
        await v.Page.Keyboard.PressAsync("Space");
        await v.TabulerAsync("#Motivation");
        await v.Page.Keyboard.TypeAsync(Motivation);
        await v.TabulerAsync("button", "Enregistrer l’accord");
        await v.Page.Keyboard.PressAsync("Enter");
        await Venir("Décision enregistrée.");
    }

    private static async Task DeciderUnAsync(
        Visite v,
        string seance,
        string projet,
        string porte,
        string bouton,
        Func<Task>? remplir = null,
        string? refuse = null
    )
    {
        await v.Page.GotoAsync(seance);
        await v.SuivreAsync(projet);
        await v.Page.Locator($"section[aria-labelledby=decider] a:text-is('{porte}')").ClickAsync();
        await v.Page.Locator("#Fondements summary").First.ClickAsync();
        await v.Page.Locator("#Fondements details[open] input").First.CheckAsync();
        await v.Page.FillAsync("#Motivation", Motivation);
        if (remplir is not null)
            await remplir();
        await v.CliquerAsync(bouton);
        await v.VoirAsync(refuse ?? "Décision enregistrée.");
    }

    /// <summary>The refusal of Beuzec was an error: « à revoir ».</summary>
    private static async Task RectifierAsync(Visite v, string seance)
    {
        await v.Page.GotoAsync(seance);
        await v.SuivreAsync("Accueil numérique partagé");
        await v.SuivreAsync("Rectifier la décision");
        await v.RegarderAsync("rectification");
        await v.SuivreAsync("Par « à revoir »");
        await v.Page.FillAsync("#Axes_0__Texte", "Préciser la participation des habitants");
        await v.Page.SelectOptionAsync("#Axes_0__Cible", "criteres");
        await v.CliquerAsync("Rectifier la décision");
        await v.VoirAsync("Dites pourquoi la décision est rectifiée.");
        await v.RegarderAsync("rectification-refusee");
        await v.Page.FillAsync("#MotifRectification", "Erreur de saisie du secrétariat.");
        await v.CliquerAsync("Rectifier la décision");
        await v.VoirAsync("Décision rectifiée.");
        await v.VoirAsync("Décision rectifiée : refus");
        await v.RegarderAsync("point-rectifie");
    }

    private static async Task NotifierAsync(Visite v, Visite porteur, string seance)
    {
        await v.Page.GotoAsync(seance);
        await v.SuivreAsync("^Lettres$");
        await v.VoirAsync("À notifier, 12 lettres");
        await v.RegarderAsync("lettres-a-notifier");
        Assert.Contains(
            "Projet, sans valeur.",
            Pdf.Texte(await v.TelechargerAsync(new Uri(seance).AbsolutePath + "/lettres/impression.pdf")),
            StringComparison.Ordinal
        );
        await v.SuivreAsync("Notifier les décisions");
        await v.RegarderAsync("notification");
        await v.CliquerAsync("Notifier les décisions cochées");
        await v.VoirAsync("12 décisions notifiées, dont 7 lettres à poster.");
        await PosterAsync(v);
        await porteur.Page.ReloadAsync();
        await porteur.VoirAsync("Accord sous réserve du conventionnement financier.");
        await porteur.VoirAsync("Fournir le devis signé avant la convention.");
        await porteur.RegarderAsync("porteur-accord");
        var lettre = await porteur.Page.Locator("a[href$='lettre.pdf']").First.GetAttributeAsync("href");
        var texte = Pdf.Texte(await porteur.TelechargerAsync(lettre!));
        Assert.Contains("20 720,00 €", texte, StringComparison.Ordinal);
        Assert.Contains("Fournir le devis signé", texte, StringComparison.Ordinal);
        var code = Regex.Match(texte, "[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}").Value;
        await porteur.Page.GotoAsync("/verification/" + code);
        await porteur.VoirAsync("Cette référence est authentique.");
        await porteur.RegarderAsync("verification");
    }

    /// <summary>Those whose collectivité has no account leave on paper, and the dossier tells their path.</summary>
    private static async Task PosterAsync(Visite v)
    {
        await v.VoirAsync("personne n’a de compte dans cette collectivité");
        await v.RegarderAsync("lettres-a-poster");
        await v.CliquerAsync("Noter l’envoi des lettres cochées");
        await v.VoirAsync("Postée le 19 octobre 2021");
        await v.RegarderAsync("lettres-postees");
        await v.Page.Locator("tr:has-text('Postée le') a[href*='/instruction/']").First.ClickAsync();
        await v.VoirAsync("Noter la réception");
        await v.RegarderAsync("lettres-du-dossier");
        await v.CliquerAsync("Noter la réception");
        await v.VoirAsync("Reçue par courrier le 19 octobre 2021");
    }

    private static async Task CloreAsync(Visite v, Visite membre, string seance)
    {
        await v.Page.GotoAsync(seance);
        await v.CliquerAsync("Clôturer la séance");
        await v.VoirAsync("Séance clôturée.");
        await v.RegarderAsync("seance-close");
        await v.SuivreAsync("Préparer le procès-verbal");
        await v.VoirAsync("Il y manque : qui a présidé la séance et qui a tenu le secrétariat.");
        await v.Page.FillAsync("input[name='Membres[22].Qualite']", "référente transformation numérique");
        await v.Page.FillAsync("#Quorum", "99");
        await v.CliquerAsync("^Enregistrer$");
        await v.VoirAsync("le quorum ne peut pas dépasser ce nombre");
        await v.RegarderAsync("tenue-refusee");
        await v.Page.FillAsync("#Quorum", "3");
        await v.CliquerAsync("^Enregistrer$");
        await v.VoirAsync("Tenue de la séance enregistrée.");
        await v.RegarderAsync("tenue");
        var chemin = new Uri(seance).AbsolutePath;
        var pv = Pdf.Texte(await v.TelechargerAsync(chemin + "/proces-verbal.pdf"));
        foreach (
            var attendu in new[]
            {
                "Procès-verbal",
                "Séance du mardi 19 octobre 2021",
                "prévue le 4 novembre 2021, avancée. Date avancée à la demande des préfectures.",
                "Préfecture du Finistère",
                "Excusé",
                "Lien d’intérêt avec la commune.",
                "Accord sous réserve : 20 720,00 €",
                "Fournir le devis signé avant la convention.",
                "Erreur de saisie du secrétariat.",
                Motivation,
                "1 188 000,00 €",
            }
        )
            Assert.Contains(attendu, pv, StringComparison.Ordinal);
        // The member of the 29 withdrew from one point: its copy says so, and nothing of what was said there.
        var exemplaire = Pdf.Texte(await membre.TelechargerAsync(chemin + "/proces-verbal.pdf"));
        Assert.Contains("Exemplaire d’un membre déporté", exemplaire, StringComparison.Ordinal);
        Assert.Contains("Fournir le devis signé avant la convention.", exemplaire, StringComparison.Ordinal);
        Assert.DoesNotContain("Erreur de saisie du secrétariat.", exemplaire, StringComparison.Ordinal);
        await v.TelechargerAsync(chemin + "/releve.pdf");
        var releve = Pdf.Texte(await membre.TelechargerAsync(chemin + "/releve.pdf"));
        Assert.Equal(10, Regex.Count(releve, "Accord sous réserve"));
        Assert.Equal(2, Regex.Count(releve, "À revoir"));
    }

    /// <summary>Waits until a screen shows a text without being reloaded.</summary>
    private static Task Attendre(Visite v, string texte) =>
        v.Page.Locator("#direct").GetByText(texte).First.WaitForAsync(new LocatorWaitForOptions { Timeout = 10_000 });
}
