using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Dossiers;

public sealed class RetraitsTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";

    [Fact]
    public async Task Le_representant_retire_son_dossier_en_un_acte_qui_se_lit_partout()
    {
        var numero = await instance.DeroulerAsync(new(Vern, "À retirer") { Jusqua = EtatDossier.EnInstruction });
        var (porteur, agent) = (await instance.EnTantQueAsync("porteur.vern"), await instance.EnTantQueAsync("instructeur.35"));
        var trace = await instance.TraceAsync(numero);
        var page = await porteur.LireAsync(
            (await porteur.LireAsync($"/dossiers/{numero}")).Document.QuerySelector("a[href$='/retirer']")!.GetAttribute("href")!
        );

        var trop = await porteur.SoumettreAsync(page, "main form", ("Motif", new string('a', 1001)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, trace), (trop.Code, await instance.TraceAsync(numero)));
        Assert.Contains("1 000 caractères au plus, il en a 1 001", trop.Erreur("Motif"));
        var reponse = await porteur.SoumettreAsync(page, "main form", ("Motif", "Le marché est annulé."));

        Assert.Equal((HttpStatusCode.Redirect, $"/dossiers/{numero}"), (reponse.Code, reponse.Vers));
        Assert.Equal(EtatDossier.Retire, (await instance.DossierAsync(numero)).Etat);
        var apres = await instance.TraceAsync(numero);
        Assert.Equal((trace.Journal + 1, trace.Courriels + 1), (apres.Journal, apres.Courriels));
        Assert.Contains("Dossier retiré", (await porteur.LireAsync($"/dossiers/{numero}")).Texte);
        Assert.Contains("Le marché est annulé.", (await agent.LireAsync($"/dossiers/{numero}")).Texte);
        Assert.Contains("À retirer", (await agent.LireAsync("/instruction?Onglet=traites")).Texte);
        Assert.DoesNotContain("À retirer", (await agent.LireAsync("/instruction?Onglet=en-cours")).Texte);
        // Twice: the second says so and writes nothing.
        Assert.Equal(HttpStatusCode.Conflict, (await porteur.SoumettreAsync(page, "main form")).Code);
        Assert.Equal(apres, await instance.TraceAsync(numero));
        Assert.Equal(HttpStatusCode.Redirect, (await porteur.PosterAsync($"/dossiers/{numero}/copier")).Code);
    }

    [Fact]
    public async Task A_l_ordre_du_jour_il_le_quitte_et_en_seance_il_attend_sa_decision()
    {
        var seance = await instance.SeanceAsync("2021-09-14");
        var numero = await instance.DeroulerAsync(new(Vern, "Inscrit puis retiré") { Seance = "2021-09-14" });
        var tenu = await instance.DeroulerAsync(new("215600776", "Examiné") { Seance = "2021-09-14" });
        var (porteur, autre) = (await instance.EnTantQueAsync("porteur.vern"), await instance.EnTantQueAsync("porteur.leguerno"));

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await porteur.SoumettreAsync(await porteur.LireAsync($"/dossiers/{numero}/retirer"), "main form")).Code
        );

        var points = await instance.LireAsync(db => db.Seances.AsNoTracking().Include(s => s.Points).SingleAsync(s => s.Id == seance));
        Assert.Equal("Retiré par le porteur.", points.Points.Single(p => p.Etat == EtatPoint.Retire).MotifRetrait);
        var page = await autre.LireAsync($"/dossiers/{tenu}/retirer");
        await instance.OuvrirAsync(seance);
        var trace = await instance.TraceAsync(tenu);
        Assert.Null((await autre.LireAsync($"/dossiers/{tenu}")).Document.QuerySelector("a[href$='/retirer']"));
        var refus = await autre.SoumettreAsync(page, "main form");
        Assert.Equal(HttpStatusCode.Conflict, refus.Code);
        Assert.Contains("votre dossier est examiné en séance", refus.Texte);

        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"/comite/seances/{seance}/points/{tenu}/refus"),
            "main form",
            Comite.SeanceOuverte.Motive
        );
        var apres = await autre.SoumettreAsync(page, "main form");
        // Decided or not, the porteur reads the same.
        Assert.Equal((refus.Code, refus.De("main")), (apres.Code, apres.De("main")));
        Assert.Equal(trace.Courriels, (await instance.TraceAsync(tenu)).Courriels);
    }

    [Fact]
    public async Task Un_brouillon_se_supprime_et_le_journal_s_en_souvient()
    {
        var adresse = await instance.DeroulerAsync(new(Vern, "À supprimer") { Jusqua = EtatDossier.Brouillon });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var id = (await instance.DossierAsync(adresse)).Id;
        var page = await porteur.LireAsync(
            (await porteur.LireAsync($"/dossiers/{adresse}")).Document.QuerySelector("a[href$='/suppression']")!.GetAttribute("href")!
        );
        // Somebody wrote in it since.
        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{adresse}/modifier/projet"),
            "main form",
            ("Titre", "Toujours là")
        );
        Assert.Equal(HttpStatusCode.Conflict, (await porteur.SoumettreAsync(page, "main form")).Code);

        var reponse = await porteur.SoumettreAsync(await porteur.LireAsync($"/dossiers/{adresse}/suppression"), "main form");

        Assert.Equal((HttpStatusCode.Redirect, "/mes-dossiers"), (reponse.Code, reponse.Vers));
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync($"/dossiers/{adresse}")).Code);
        Assert.DoesNotContain("Toujours là", (await porteur.LireAsync("/mes-dossiers")).Texte);
        Assert.Equal(
            [Acte.Creer, Acte.Supprimer],
            await instance.LireAsync(db => db.Journal.Where(l => l.EntiteId == id).OrderBy(l => l.Id).Select(l => l.Acte).ToListAsync())
        );
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.SoumettreAsync(page, "main form")).Code);
    }

    [Fact]
    public async Task Un_dossier_depose_ne_se_supprime_pas_ni_celui_d_une_autre_collectivite()
    {
        var numero = await instance.NumeroAsync("Portail des familles");
        var (porteur, autre) = (await instance.EnTantQueAsync("porteur.vern"), await instance.EnTantQueAsync("porteur.leguerno"));
        var revision = (await instance.DossierAsync(numero)).Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.Redirect, (await porteur.LireAsync($"/dossiers/{numero}/suppression")).Code);
        Assert.Equal(HttpStatusCode.Conflict, (await porteur.PosterAsync($"/dossiers/{numero}/suppression", ("Revision", revision))).Code);
        foreach (var acte in new[] { "suppression", "retirer" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await autre.LireAsync($"/dossiers/{numero}/{acte}")).Code);
            Assert.Equal(HttpStatusCode.NotFound, (await autre.PosterAsync($"/dossiers/{numero}/{acte}", ("Revision", revision))).Code);
        }
        Assert.Equal(EtatDossier.EnInstruction, (await instance.DossierAsync(numero)).Etat);
    }

    [Fact]
    public async Task Le_dossier_entier_se_lit_en_PDF_depose_il_est_garde_brouillon_il_ne_l_est_pas()
    {
        var numero = await instance.NumeroAsync("Portail des familles");
        var brouillon = await instance.DeroulerAsync(new(Vern, "Brouillon en PDF") { Jusqua = EtatDossier.Brouillon });
        var (porteur, agent) = (await instance.EnTantQueAsync("porteur.vern"), await instance.EnTantQueAsync("instructeur.35"));

        var depose = await porteur.LireAsync($"/dossiers/{numero}/dossier.pdf");
        var projet = await porteur.LireAsync($"/dossiers/{brouillon}/dossier.pdf");

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (depose.Code, depose.Type));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (projet.Code, projet.Type));
        Assert.Equal(depose.Octets, (await agent.LireAsync($"/dossiers/{numero}/dossier.pdf")).Octets);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.LireAsync($"/dossiers/{brouillon}/dossier.pdf")).Code);
        Assert.Equal(1, await instance.LireAsync(db => db.Documents.CountAsync(d => d.Type == "dossier")));
    }
}
