using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Instruction;

/// <summary>What stands beside the grid: notes of the service, the collectivité, projects that look alike, a piece.</summary>
public sealed class AutourDeLaGrilleTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";

    private Task<string> DossierAsync(string titre, EtatDossier etat = EtatDossier.EnInstruction) =>
        instance.DeroulerAsync(new(Vern, titre) { Jusqua = etat });

    [Fact]
    public async Task Une_note_interne_ne_sort_pas_du_service()
    {
        var numero = await DossierAsync("Annoté en interne");
        var agent = await instance.EnTantQueAsync("instructeur.35");
        var page = await agent.LireAsync($"/instruction/{numero}/notes");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await agent.SoumettreAsync(page, "main form", ("Texte", " "))).Code);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await agent.SoumettreAsync(page, "main form", ("Texte", "Rappeler le maire : secret-de-service"))).Code
        );

        foreach (var collegue in new[] { "collegue.35", "chef.35" })
            Assert.Contains(
                "secret-de-service",
                (await (await instance.EnTantQueAsync(collegue)).LireAsync($"/instruction/{numero}/notes")).Texte
            );
        foreach (var autre in new[] { "instructeur.22", "secretaire.bretagne", "porteur.vern", "membre.35", "auditeur" })
        {
            var lecteur = await instance.EnTantQueAsync(autre);
            Assert.Contains(
                (await lecteur.LireAsync($"/instruction/{numero}/notes")).Code,
                new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden }
            );
            foreach (var adresse in new[] { $"/instruction/{numero}", $"/dossiers/{numero}", $"/dossiers/{numero}/messages" })
                Assert.DoesNotContain("secret-de-service", (await lecteur.LireAsync(adresse)).Source);
        }
        var dossier = await instance.DossierAsync(numero);
        Assert.DoesNotContain(
            "secret",
            await instance.LireAsync(db =>
                db.Journal.Where(l => l.Acte == Acte.AnnoterEnInterne).OrderByDescending(l => l.Id).Select(l => l.Details).FirstAsync()
            )
        );
        Assert.Equal(0, await instance.LireAsync(db => db.Courriels.CountAsync(c => c.DossierId == dossier.Id && c.Modele == "note")));
    }

    [Fact]
    public async Task La_collectivite_montre_sa_population_et_ses_autres_dossiers()
    {
        var numero = await DossierAsync("Premier de Vern");
        await DossierAsync("Second de Vern", EtatDossier.Depose);
        var page = await (await instance.EnTantQueAsync("instructeur.35")).LireAsync($"/instruction/{numero}/collectivite");

        Assert.Contains("8 193 hab.", page.Texte);
        Assert.Contains("Second de Vern", page.Texte);
        Assert.Contains("Portail des familles", page.Texte);
        Assert.DoesNotContain("Premier de Vern", page.De("table")!);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("instructeur.68")).LireAsync($"/instruction/{numero}/collectivite")).Code
        );
    }

    [Fact]
    public async Task Un_doublon_se_compare_cote_a_cote_et_se_juge_sans_toucher_a_la_grille()
    {
        var premier = await DossierAsync("Guichet unique des inscriptions scolaires");
        var second = await instance.DeroulerAsync(
            new(Vern, "Guichet unique des inscriptions scolaires !", 12000m, 6000m) { Jusqua = EtatDossier.EnInstruction }
        );
        var autre = await DossierAsync("Capteurs de qualité de l’eau dans les étangs");
        var agent = await instance.EnTantQueAsync("instructeur.35");

        var liste = await agent.LireAsync($"/instruction/{premier}/rapprochements");
        Assert.Contains(second, liste.Texte);
        Assert.DoesNotContain(autre, liste.Texte);
        var cote = await agent.LireAsync($"/instruction/{premier}/rapprochements/{second}");
        Assert.Equal(
            ["diffère", "identique"],
            cote.Document.QuerySelectorAll("tbody th .secondaire").Select(e => e.TextContent).Distinct().Order(StringComparer.Ordinal)
        );
        var grille = (await instance.DossierAsync(premier)).Grille.Select(c => (c.Regle, c.Conclusion)).ToList();

        var refus = await agent.SoumettreAsync(cote, "main form", ("Identique", "oui"), ("Motif", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("Dites pourquoi.", refus.Texte);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await agent.SoumettreAsync(refus, "main form", ("Identique", "oui"), ("Motif", "Même projet, déposé deux fois."))).Code
        );

        var dossier = await instance.DossierAsync(premier);
        Assert.Equal(
            (second, true, false),
            (dossier.Rapprochements.Single().Numero, dossier.Rapprochements.Single().Identique, dossier.Rapprochements.Single().Refuse)
        );
        Assert.Equal(grille, dossier.Grille.Select(c => (c.Regle, c.Conclusion)));
        Assert.Contains("Jugés identiques", (await agent.LireAsync($"/instruction/{premier}/rapprochements/{second}")).Texte);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await agent.PosterAsync(
                    $"/instruction/{premier}/rapprochements",
                    ("Revision", $"{dossier.Revision}"),
                    ("Numero", autre),
                    ("Identique", "oui"),
                    ("Motif", "x")
                )
            ).Code
        );
        Assert.Equal(HttpStatusCode.NotFound, (await agent.LireAsync($"/instruction/{premier}/rapprochements/{premier}")).Code);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("instructeur.22")).LireAsync($"/instruction/{premier}/rapprochements/{second}")).Code
        );
    }

    [Fact]
    public async Task Une_piece_s_ouvre_a_cote_de_la_grille_dans_un_cadre_de_ce_service_seul()
    {
        var numero = await instance.NumeroAsync("Laboratoire des mobilités");
        var agent = await instance.EnTantQueAsync("instructeur.grand-est");
        await agent.SoumettreAsync(await agent.LireAsync("/instruction/" + numero), "form[action*='/prise-en-charge']");
        var lien = (await agent.LireAsync("/instruction/" + numero))
            .Document.QuerySelectorAll("aside a")
            .Single(a => a.TextContent.Contains("ouvrir à côté", StringComparison.Ordinal))
            .GetAttribute("href")!;

        using var reponse = await agent.Client.GetAsync(lien, TestContext.Current.CancellationToken);
        Assert.Contains("frame-src 'self'", reponse.Headers.GetValues("Content-Security-Policy").Single());
        var cadre = (await agent.LireAsync(lien)).Document.QuerySelector("iframe")!;
        using var piece = await agent.Client.GetAsync(cadre.GetAttribute("src"), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (piece.StatusCode, piece.Content.Headers.ContentType!.MediaType));
        Assert.Contains("frame-ancestors 'self'", piece.Headers.GetValues("Content-Security-Policy").Single());
        var inconnue = await agent.LireAsync($"/instruction/{numero}?piece={Guid.Empty}");
        Assert.Null(inconnue.Document.QuerySelector("iframe"));
    }
}
