using System.Text.RegularExpressions;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Tests.Suivi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Pages;

/// <summary>An open session with a point to decide, one decided, and a draft.</summary>
public sealed class UneInstanceRemplie(Serveur serveur) : Instance(serveur)
{
    private readonly Dictionary<string, string> valeurs = new(StringComparer.Ordinal);

    public string Adresse(string modele) => valeurs.Aggregate(modele, (a, v) => a.Replace(v.Key, v.Value, StringComparison.Ordinal));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        valeurs["{vern}"] = await this.NumeroAsync("Portail des familles");
        valeurs["{colmar}"] = await this.NumeroAsync("Prise de rendez-vous en ligne");
        valeurs["{brouillon}"] = await this.NumeroAsync("Archives municipales en ligne");
        valeurs["{mobilites}"] = await this.NumeroAsync("Laboratoire des mobilités");
        valeurs["{instruit}"] = await this.DeroulerAsync(new("213503527", "À instruire") { Jusqua = EtatDossier.EnInstruction });
        valeurs["{complement}"] = await this.DeroulerAsync(new("213503527", "À compléter") { Jusqua = EtatDossier.EnInstruction });
        await DemanderAsync(valeurs["{complement}"]);
        valeurs["{redepose}"] = await this.DeroulerAsync(new("213503527", "Redéposé") { Jusqua = EtatDossier.EnInstruction });
        await DemanderAsync(valeurs["{redepose}"]);
        var porteur = await EnTantQueAsync("porteur.vern");
        await porteur.SoumettreAsync(
            await porteur.LireAsync(Adresse("/dossiers/{redepose}/completer")),
            "main form",
            ("Reponse", "Voici.")
        );
        valeurs["{porteur}"] =
            $"{await LireAsync(db => db.Users.Where(u => u.Email == "porteur.vern@demo.example").Select(u => u.Id).SingleAsync())}";
        var autre = await LireAsync(db => db.Users.Where(u => u.Email == "instructeur.22@demo.example").Select(u => u.Id).SingleAsync());
        valeurs["{agent}"] = $"{autre}";
        valeurs["{role}"] =
            $"{await LireAsync(db => db.Habilitations.Where(h => h.UtilisateurId == autre).Select(h => h.Id).SingleAsync())}";
        valeurs["{planifiee}"] = $"{await this.SeanceAsync("2021-09-14")}";
        valeurs["{ouverte}"] = $"{await this.SeanceAsync()}";
        valeurs["{point}"] = await this.DeroulerAsync(new("213503527", "À décider") { Jusqua = EtatDossier.InscritSeance });
        valeurs["{decide}"] = await this.DeroulerAsync(new("215600776", "Décidé") { Jusqua = EtatDossier.InscritSeance });
        valeurs["{tenu}"] = await this.DeroulerAsync(new("212900088", "À rectifier") { Jusqua = EtatDossier.InscritSeance });
        valeurs["{suivi}"] = await this.DeroulerAsync(new("213503527", "À suivre") { Jusqua = EtatDossier.InscritSeance });
        valeurs["{notifie}"] = await this.DeroulerAsync(new("200068989", "À modifier") { Jusqua = EtatDossier.InscritSeance });
        valeurs["{revoir}"] = await this.DeroulerAsync(new("243500139", "À revoir") { Jusqua = EtatDossier.InscritSeance });
        valeurs["{version}"] = Services.GetRequiredService<Web.Reglements.RegistreDesReglements>().PublicationEnVigueur("HR-V1")!.Abrege;
        valeurs["{courriel}"] = $"{await LireAsync(db => db.Courriels.Select(c => c.Id).FirstAsync())}";
        await AlHeureAsync("2021-06-22T10:00:00+02:00");
        await this.OuvrirAsync(await this.SeanceAsync());
        var secretaire = await EnTantQueAsync("secretaire.bretagne");
        var point = Adresse("/comite/seances/{ouverte}/points/{decide}");
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/refus"), "main form", Comite.SeanceOuverte.Motive);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        var revoir = Adresse("/comite/seances/{ouverte}/points/{revoir}");
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync(revoir + "/a-revoir"),
            "main form",
            [.. Comite.SeanceOuverte.Motive, ("Axes[0].Texte", "Un axe"), ("Axes[0].Cible", "projet")]
        );
        await secretaire.SoumettreAsync(await secretaire.LireAsync(revoir), "form[action$='/notification']");
        await (await EnTantQueAsync("tilab")).PosterAsync(Adresse("/accompagnement/{revoir}"), ("Texte", "Une note."));
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync(Adresse("/comite/seances/{ouverte}/points/{tenu}/refus")),
            "main form",
            Comite.SeanceOuverte.Motive
        );
        var suivi = Adresse("/comite/seances/{ouverte}/points/{suivi}");
        await secretaire.SoumettreAsync(await secretaire.LireAsync(suivi + "/accord"), "main form", Comite.SeanceOuverte.Motive);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(suivi), "form[action$='/notification']");
        await NotifierAsync(secretaire, valeurs["{notifie}"]);
        await porteur.LireAsync(Adresse("/dossiers/{redepose}/recepisse.pdf"));
        valeurs["{document}"] = await LireAsync(db => db.Documents.Select(d => d.Code).FirstAsync());
        valeurs["{rectifiable}"] =
            $"{await LireAsync(db => (from d in db.Decisions where d.NotifieeLe == null select d.Id).SingleAsync())}";
        await secretaire.PosterAsync(Adresse("/comite/seances/{ouverte}/appel"), ("Numero", valeurs["{decide}"]));
    }

    /// <summary>An act received, and an avenant being written.</summary>
    private async Task NotifierAsync(Navigateur secretaire, string numero)
    {
        var point = Adresse("/comite/seances/{ouverte}/points/") + numero;
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", Comite.SeanceOuverte.Motive);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        await this.PreparerLActeAsync(numero);
        var gestion = await EnTantQueAsync("gestionnaire.bretagne");
        await gestion.FaireAsync(numero, "edition");
        await gestion.SignerLActeAsync(this, numero);
        await gestion.FaireAsync(numero, "envoi");
        await gestion.FaireAsync(numero, "reception", ("RecuLe", "22/06/2021"), ("Preuve", "remise en main propre"));
        var dinan = await EnTantQueAsync("porteur.dinan");
        var commencement = await dinan.LireAsync($"/suivi/{numero}/commencement");
        await dinan.SoumettreAsync(commencement, "main form", ("CommenceLe", "22/06/2021"), ("Preuve", "acte"));
        var versements = $"/suivi/{numero}/versements";
        await dinan.FaireSurAsync(versements, "versements", ("Nature", "Avance"));
        await dinan.SoumettreAsync(await dinan.LireAsync(versements + "/1"), "main form", ("Montant", "1000"), ("action", "enregistrer"));
        await dinan.TransmettreAsync(versements + "/1");
        await dinan.FaireSurAsync(versements, "versements", ("Nature", "Acompte"));
        await dinan.RendreUnEtatAsync(gestion, numero);
        await gestion.FaireSurAsync(
            $"/suivi/{numero}/avenants",
            "avenants",
            ("Montant", "4000"),
            ("Raison", "Le projet coûte moins que prévu.")
        );
    }

    private async Task DemanderAsync(string numero)
    {
        var agent = await EnTantQueAsync("instructeur.35");
        await agent.SoumettreAsync(
            await agent.LireAsync($"/instruction/{numero}/pieces"),
            "main form",
            ("Points[0].Cible", "resume"),
            ("Points[0].Texte", "Précisez.")
        );
    }
}

public sealed class ToutesLesPagesTests(UneInstanceRemplie instance) : IClassFixture<UneInstanceRemplie>
{
    public static TheoryData<string?, string> Pages =>
        [
            .. DesPages(
                null,
                "/",
                "/plan-du-site",
                "/accessibilite",
                "/mentions-legales",
                "/donnees-personnelles",
                "/cookies",
                "/compte/connexion",
                "/compte/mot-de-passe-oublie",
                "/compte/mot-de-passe-oublie/envoye",
                "/compte/nouveau-mot-de-passe?jeton=x",
                "/compte/inscription",
                "/compte/inscription/envoye",
                "/compte/inscription/confirmation?jeton=x",
                "/compte/code",
                "/dispositifs",
                "/verification",
                "/verification/{document}",
                "/dispositifs/BZH-V1",
                "/dispositifs/HR-V1",
                "/dispositifs/GE-V2",
                "/dispositifs/BZH-V1/reglement",
                "/dispositifs/HR-V1/reglement",
                "/dispositifs/GE-V2/reglement",
                "/dispositifs/NAT-DEMAT",
                "/dispositifs/NAT-DATA",
                "/dispositifs/NAT-COOP",
                "/dispositifs/CNFS-COLL",
                "/dispositifs/CNFS-STRUCT",
                "/dispositifs/NAT-DEMAT/reglement",
                "/dispositifs/CNFS-STRUCT/reglement",
                "/dispositifs/NAT-DATA?sirens=243500139-216800664&departement=non",
                "/dispositifs/NAT-COOP?sirens=243500139&Collectivite=colm",
                "/dispositifs/CNFS-COLL?Structure=Association",
                "/regles/R11",
                "/regles/R20",
                "/regles/R38",
                "/simulateur",
                "/simulateur?Collectivite=colm",
                "/simulateur?Siren=216800664&Cout=50000&Montant=40000"
            ),
            .. DesPages(
                "porteur.vern",
                "/compte/securite",
                "/compte/acces",
                "/compte/acces/213503527/{porteur}/retrait",
                "/compte/attente",
                "/",
                "/mes-dossiers",
                "/dossiers/nouveau?dispositif=BZH-V1",
                "/dossiers/nouveau?dispositif=HR-V1",
                "/dossiers/{vern}",
                "/dossiers/{vern}/retirer",
                "/dossiers/{vern}/messages",
                "/dossiers/{point}",
                "/dossiers/{complement}",
                "/dossiers/{complement}/completer",
                "/dossiers/{complement}/modifier/projet",
                "/dossiers/{complement}/modifier/pieces"
            ),
            .. DesPages("porteur.leguerno", "/mes-dossiers", "/dossiers/{decide}"),
            .. DesPages(
                "porteur.riquewihr",
                "/dossiers/{brouillon}",
                "/dossiers/{brouillon}/suppression",
                "/dossiers/{brouillon}/modifier/collectivite",
                "/dossiers/{brouillon}/modifier/projet",
                "/dossiers/{brouillon}/modifier/groupement",
                "/dossiers/{brouillon}/modifier/groupement?ajouter=membre",
                "/dossiers/{brouillon}/modifier/criteres",
                "/dossiers/{brouillon}/modifier/financement",
                "/dossiers/{brouillon}/modifier/financement?ajouter=depense",
                "/dossiers/{brouillon}/modifier/calendrier",
                "/dossiers/{brouillon}/modifier/pieces",
                "/dossiers/{brouillon}/modifier/recapitulatif"
            ),
            .. DesPages(
                "instructeur.68",
                "/instruction",
                "/instruction?Q=colmar",
                "/instruction?Onglet=traites",
                "/instruction?Onglet=avis",
                "/instruction/{colmar}",
                "/instruction/{mobilites}/avis",
                "/dossiers/{colmar}",
                "/comite/seances"
            ),
            .. DesPages(
                null,
                "/laureats",
                "/laureats?Departement=35&Q=a",
                "/laureats/carte",
                "/laureats/donnees",
                "/laureats/{notifie}",
                "/statistiques"
            ),
            .. DesPages(
                "instructeur.35",
                "/tableaux-de-bord",
                "/instruction/delegations",
                "/instruction/acces",
                "/instruction",
                "/instruction/{vern}",
                "/instruction/{instruit}/irrecevabilite",
                "/instruction/{instruit}/depenses",
                "/instruction/{instruit}/consultations",
                "/instruction/{instruit}/notes",
                "/instruction/{instruit}/collectivite",
                "/instruction/{instruit}/rapprochements/{vern}",
                "/instruction/{instruit}/reorientation",
                "/instruction/{instruit}/pieces",
                "/instruction/{complement}/pieces/reprise",
                "/instruction/{complement}/lettres",
                "/dossiers/{redepose}/differences",
                "/instruction/{complement}",
                "/dossiers/{complement}/messages",
                "/instruction/{instruit}/rapprochements",
                "/instruction/{point}",
                "/comite/seances",
                "/comite/seances/{ouverte}"
            ),
            .. DesPages("instructeur.grand-est", "/instruction", "/comite/seances"),
            .. DesPages(
                "chef.35",
                "/instruction",
                "/instruction/{vern}",
                "/instruction/charge",
                "/instruction/delegations",
                "/comite/seances/{ouverte}"
            ),
            .. DesPages(
                "secretaire.bretagne",
                "/instruction",
                "/comite/seances",
                "/comite/seances/{planifiee}",
                "/comite/seances/{ouverte}/tenue",
                "/comite/seances/{ouverte}/lettres",
                "/instruction/{decide}/lettres",
                "/comite/seances/{ouverte}",
                "/comite/seances/{ouverte}/points/{point}",
                "/comite/seances/{ouverte}/points/{decide}",
                "/comite/seances/{ouverte}/points/{point}/accord",
                "/comite/seances/{ouverte}/points/{point}/a-revoir",
                "/comite/seances/{ouverte}/points/{point}/refus",
                "/comite/seances/nouvelle",
                "/comite/seances/{planifiee}/deplacement",
                "/comite/seances/{planifiee}/annulation",
                "/comite/seances/{ouverte}/notification",
                "/comite/seances/{ouverte}/direct",
                "/comite/decisions/{rectifiable}/rectification",
                "/comite/seances/{ouverte}/points/{tenu}/accord?rectifie={rectifiable}",
                "/comite/seances/{ouverte}/points/{tenu}"
            ),
            .. DesPages(
                "membre.35",
                "/comite/seances",
                "/comite/agenda",
                "/comite/seances/{ouverte}",
                "/comite/seances/{ouverte}/points/{point}",
                "/dossiers/{point}",
                "/comite/seances/{ouverte}/direct",
                "/comite/seances/{ouverte}/points/{point}/avis",
                "/comite/seances/{ouverte}/points/{point}/deport"
            ),
            .. DesPages("tilab", "/", "/accompagnement", "/accompagnement/{revoir}", "/dossiers/{revoir}"),
            .. DesPages(
                "porteur.rennes-metropole",
                "/dossiers/{revoir}",
                "/dossiers/{revoir}/modifier/projet",
                "/dossiers/{revoir}/modifier/recapitulatif"
            ),
            .. DesPages(
                "gestionnaire.bretagne",
                "/suivi",
                "/suivi?Onglet=echeances&Apres=rien",
                "/suivi?Q=suivre",
                "/suivi/{suivi}",
                "/suivi/{suivi}/acte",
                "/suivi/{suivi}/prorogation",
                "/suivi/{suivi}/commencement",
                "/suivi/{suivi}/renonciation",
                "/suivi/{suivi}/caducite",
                "/suivi/{suivi}/retrait",
                "/suivi?Onglet=avenants",
                "/suivi/chorus",
                "/suivi/campagnes",
                "/suivi/relances",
                "/tableaux-de-bord/consommation",
                "/tableaux-de-bord/entreprises",
                "/tableaux-de-bord/territoires",
                "/suivi/{notifie}",
                "/suivi/{notifie}/acte",
                "/suivi/{notifie}/avenants",
                "/suivi/{notifie}/caducite",
                "/suivi/{notifie}/versements",
                "/suivi/{notifie}/achevement",
                "/suivi/{notifie}/reversements",
                "/suivi/{notifie}/etats-des-lieux",
                "/suivi/{notifie}/etats-des-lieux/1",
                "/suivi?Onglet=etats-a-lire",
                "/suivi?Onglet=etats-en-retard",
                "/suivi/{notifie}/versements/1",
                "/suivi?Onglet=a-controler",
                "/suivi?Onglet=a-solder",
                "/dossiers/{suivi}"
            ),
            .. DesPages(
                "porteur.vern",
                "/suivi/{suivi}",
                "/suivi/{suivi}/plan",
                "/suivi/{suivi}/sirets",
                "/suivi/{suivi}/commencement",
                "/suivi/{suivi}/renonciation",
                "/suivi/{suivi}/observations"
            ),
            .. DesPages(
                "porteur.dinan",
                "/mes-dossiers",
                "/suivi/{notifie}",
                "/suivi/{notifie}/avenants",
                "/suivi/{notifie}/plan",
                "/suivi/{notifie}/versements",
                "/suivi/{notifie}/versements/1",
                "/suivi/{notifie}/versements/2",
                "/suivi/{notifie}/achevement",
                "/suivi/{notifie}/etats-des-lieux",
                "/suivi/{notifie}/etats-des-lieux/1",
                "/suivi/{notifie}/etats-des-lieux/prochain",
                "/suivi/{notifie}/reversements"
            ),
            .. DesPages("instructeur.35", "/suivi", "/suivi/{suivi}", "/dossiers/{suivi}", "/instruction/{instruit}/prorogation"),
            .. DesPages(
                "auditeur",
                "/tableaux-de-bord",
                "/instruction",
                "/instruction/{vern}",
                "/dossiers/{decide}",
                "/comite/seances",
                "/comite/seances/{ouverte}/points/{decide}"
            ),
            .. DesPages(
                "admin",
                "/administration/agents",
                "/administration/agents?onglet=suspendus",
                "/administration/agents?q=pr%C3%A9fecture",
                "/administration/agents/{agent}",
                "/administration/agents/{agent}/suspension",
                "/administration/agents/{agent}/fermeture",
                "/administration/agents/{agent}/code",
                "/administration/agents/{agent}/roles/{role}/retrait",
                "/administration/habilitations/matrice",
                "/administration/services",
                "/administration/services/R53",
                "/administration/services/R53/modeles/Accord",
                "/administration/courriels",
                "/administration/courriels?onglet=ecartes",
                "/administration/courriels/{courriel}",
                "/administration/horloge",
                "/administration/referentiel",
                "/administration/referentiel/successions",
                "/administration/reglements",
                "/administration/reglements/HR-V1",
                "/administration/reglements/HR-V1/{version}",
                "/administration/reglements/HR-V1/nouvelle"
            ),
        ];

    /// <summary>What is read by GET and is no page, or is one at an address that its own tests alone obtain.</summary>
    private static readonly string[] Ailleurs =
    [
        "comite/seances/{id:guid}/direct/etat", // answers a script
        "dossiers/{reference}/pieces/{id:guid}", // a file
        "sante/pret",
        "sante/vivant",
        "avis/{jeton}", // a secret address: ConsultationsTests
        "compte/securite/codes", // shown once: SecuriteTests
        "instruction/lots/{id:guid}", // LotsTests
    ];

    private static IEnumerable<TheoryDataRow<string?, string>> DesPages(string? compte, params string[] adresses) =>
        adresses.Select(a => new TheoryDataRow<string?, string>(compte, a));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Une_page_se_lit_en_six_commandes_a_un_titre_une_langue_et_rien_qui_s_execute_dans_son_texte(
        string? compte,
        string adresse
    )
    {
        var (page, commandes) = await CompterAsync(compte, adresse);
        // What is kept in memory may be read by the first page that needs it.
        if (commandes.Count > 6)
            (page, commandes) = await CompterAsync(compte, adresse);

        Assert.True(commandes.Count <= 6, $"{commandes.Count} commandes : {string.Join("\n---\n", commandes)}");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Code, page.Type));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.NotEmpty(page.De("h1")!);
        Assert.Equal("fr", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Matches("^.+ – FitnGrants$", page.Document.Title);
        Assert.Empty(page.Document.QuerySelectorAll("style, script:not([src]), [style]"));
        Assert.DoesNotContain(page.Document.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.Document.Scripts, s => Assert.StartsWith("/", s.Source!));
        Assert.All(page.Document.QuerySelectorAll("form[method=post]"), f =>
            Assert.NotNull(f.QuerySelector($"input[name={PageLue.Jeton}]"))
        );
        var ids = page.Document.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(page.Document.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
    }

    /// <summary>By reflection: a page added tomorrow is looked at too, or said above to be elsewhere.</summary>
    [Fact]
    public void Chaque_page_est_regardee()
    {
        var visitees = Pages.Select(p => p.Data.Item2.Split('?')[0]).ToList();
        var pages = instance
            .Application.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Where(r => r.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.IsSubclassOf(typeof(Controller)) == true)
            .Select(r => r.RoutePattern.RawText!.TrimStart('/'))
            .Where(m => !Path.HasExtension(m.Split('/')[^1]))
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(
            Ailleurs.Order(StringComparer.Ordinal),
            pages.Where(m => !visitees.Exists(v => Mene(m, v))).Order(StringComparer.Ordinal)
        );
    }

    private static bool Mene(string modele, string adresse) =>
        Regex.IsMatch(adresse.TrimStart('/'), "^" + Regex.Replace(Regex.Escape(modele), @"\\\{[^}]*}", "[^/]+") + "$");

    [Fact]
    public async Task Chaque_reponse_porte_les_en_tetes_de_securite()
    {
        using var reponse = await instance.Anonyme().Client.GetAsync("/", TestContext.Current.CancellationToken);

        var politique = reponse.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", politique);
        Assert.Contains("frame-ancestors 'none'", politique);
        Assert.DoesNotContain("unsafe", politique);
        Assert.Equal("nosniff", reponse.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(reponse.Headers.Contains("Server"));
    }

    private async Task<(PageLue Page, IReadOnlyCollection<string> Commandes)> CompterAsync(string? compte, string adresse)
    {
        var navigateur = compte is null ? instance.Anonyme() : await instance.EnTantQueAsync(compte);
        var compteur = instance.Services.GetRequiredService<CompteurSql>();
        compteur.Oublier();
        return (await navigateur.LireAsync(instance.Adresse(adresse)), compteur.Commandes);
    }
}
