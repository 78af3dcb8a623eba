using System.Text;
using FitnGrants.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitnGrants.Web.Tests.Comite;

public sealed class NotificationsTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Un_accord_de_20_720_laisse_1_167_280_et_reste_ignore_du_porteur_jusqu_a_sa_notification()
    {
        var (numero, point) = await instance.PointAsync("Portail de Vern", 28000m, 20720m, "213503527");
        var (secretaire, porteur) = (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.EnTantQueAsync("porteur.vern"));
        var courriels = (await instance.TraceAsync(numero)).Courriels;
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);
        Assert.Contains("Reste 1 167 280,00 €", Espacer(await secretaire.LireAsync(point)));

        var avant = await porteur.LireAsync($"/dossiers/{numero}");
        var id = await DecisionAsync(numero);
        Assert.Contains("Inscrit en séance", avant.Texte);
        Assert.DoesNotContain("ccord sous réserve", avant.Texte);
        Assert.DoesNotContain("Le projet simplifie", avant.Texte);
        Assert.DoesNotContain("Décision enregistrée", avant.Texte);
        Assert.DoesNotContain("ccord sous réserve", (await porteur.LireAsync("/mes-dossiers")).Texte);
        Assert.DoesNotContain("déjà lauréate", (await porteur.LireAsync("/dossiers/nouveau?dispositif=BZH-V1")).Texte);
        Assert.DoesNotContain("déjà lauréate", (await porteur.LireAsync("/simulateur?Siren=213503527&Cout=1000&Montant=500")).Texte);
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync($"/dossiers/{numero}/decisions/{id}/lettre.pdf")).Code);
        Assert.Equal(courriels, (await instance.TraceAsync(numero)).Courriels);

        var notifiee = await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");

        Assert.Equal((HttpStatusCode.Redirect, point), (notifiee.Code, notifiee.Vers));
        Assert.Equal(courriels + 1, (await instance.TraceAsync(numero)).Courriels);
        var apres = await porteur.LireAsync($"/dossiers/{numero}");
        Assert.Contains("ccord sous réserve", apres.Texte);
        Assert.Contains("Le projet simplifie les démarches des habitants.", apres.Texte);
        var lettre = await porteur.LireAsync($"/dossiers/{numero}/decisions/{id}/lettre.pdf");
        Assert.Equal("%PDF", Encoding.ASCII.GetString(lettre.Octets[..4]));
        Assert.Contains("déjà lauréate", (await porteur.LireAsync("/dossiers/nouveau?dispositif=BZH-V1")).Texte);
        Assert.Equal(HttpStatusCode.Conflict, (await secretaire.PosterAsync($"/comite/decisions/{id}/notification")).Code);
        Assert.Equal(courriels + 1, (await instance.TraceAsync(numero)).Courriels);
        foreach (
            var sql in new FormattableString[]
            {
                $"update decisions set motivation = 'Autre chose' where id = {id}",
                $"update decisions set notifiee_le = null where id = {id}",
                $"delete from decisions where id = {id}",
            }
        )
            Assert.Equal(
                PostgresErrorCodes.IntegrityConstraintViolation,
                (await Assert.ThrowsAsync<PostgresException>(() => instance.SqlAsync(sql))).SqlState
            );
    }

    [Fact]
    public async Task A_revoir_rend_la_main_au_porteur_a_la_notification_et_le_redepot_garde_la_date()
    {
        var (numero, point) = await instance.PointAsync("À améliorer", siren: "215600776");
        var depose = (await instance.DossierAsync(numero)).DeposeLe;
        var (secretaire, porteur) = (
            await instance.EnTantQueAsync("secretaire.bretagne"),
            await instance.EnTantQueAsync("porteur.leguerno")
        );
        var modifier = $"/dossiers/{numero}/modifier/projet";
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync(point + "/a-revoir"),
            "main form",
            [
                .. SeanceOuverte.Motive,
                ("Axes[0].Texte", "Un axe"),
                ("Axes[0].Cible", "projet"),
                ("Axes[1].Texte", "Un autre"),
                ("Axes[1].Cible", "R50"),
            ]
        );

        Assert.Equal(HttpStatusCode.Redirect, (await porteur.LireAsync(modifier)).Code);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await porteur.PosterAsync(modifier, ("Revision", await RevisionAsync(numero)), ("Titre", "Trop tôt"))).Code
        );
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await porteur.PosterAsync($"/dossiers/{numero}/deposer", ("Revision", await RevisionAsync(numero)), ("Certifie", "true"))).Code
        );
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        Assert.Contains("Un autre", (await porteur.LireAsync($"/dossiers/{numero}")).Texte);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await porteur.SoumettreAsync(await porteur.LireAsync(modifier), "main form", ("Resume", "Un meilleur résumé."))).Code
        );
        var redepot = await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{numero}/modifier/recapitulatif"),
            "form[action$='/deposer']",
            ("Certifie", "true")
        );

        Assert.Equal((HttpStatusCode.Redirect, $"/dossiers/{numero}"), (redepot.Code, redepot.Vers));
        var dossier = await instance.DossierAsync(numero);
        Assert.Equal((EtatDossier.Depose, 2, 1, depose), (dossier.Etat, dossier.Version, dossier.NombreARevoir, dossier.DeposeLe));
        Assert.True(dossier.DernierDepotLe > depose);
        Assert.Equal(["Un résumé.", "Un meilleur résumé."], dossier.Versions.OrderBy(v => v.Version).Select(v => v.Contenu.Projet.Resume));
        Assert.Empty(dossier.Grille);
    }

    [Fact]
    public async Task Un_projet_refuse_ne_se_redepose_pas_sous_un_titre_de_meme_sens_un_autre_projet_si()
    {
        var (numero, point) = await instance.PointAsync("Tablettes pour la médiathèque", siren: "212900088");
        var (secretaire, porteur) = (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.EnTantQueAsync("porteur.beuzec"));
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/refus"), "main form", SeanceOuverte.Motive);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        Assert.Equal(HttpStatusCode.Redirect, (await porteur.LireAsync($"/dossiers/{numero}/modifier/projet")).Code);

        var meme = await DeposerAsync("TABLETTES, pour une mediatheque !");
        var autre = await DeposerAsync("Capteurs de qualité de l’air");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, meme.Code);
        Assert.Contains(
            $"Ce projet a fait l'objet d'un refus le 22 juin 2021 (dossier {numero}) : il ne peut pas être redéposé.",
            meme.De(".erreurs")
        );
        Assert.Equal(HttpStatusCode.Redirect, autre.Code);

        async Task<PageLue> DeposerAsync(string titre)
        {
            var brouillon = await instance.DeroulerAsync(new("212900088", titre) { Jusqua = EtatDossier.Brouillon });
            return await porteur.SoumettreAsync(
                await porteur.LireAsync($"/dossiers/{brouillon}/modifier/recapitulatif"),
                "form[action$='/deposer']",
                ("Certifie", "true")
            );
        }
    }

    /// <summary>Term and value of a definition list touch in the text.</summary>
    private static string Espacer(PageLue page) =>
        string.Join(' ', page.Document.QuerySelectorAll("dt, dd").Select(e => PageLue.Plat(e.TextContent)));

    private Task<Guid> DecisionAsync(string numero) =>
        instance.LireAsync(db =>
            (from d in db.Decisions join x in db.Dossiers on d.DossierId equals x.Id where x.Numero == numero select d.Id).SingleAsync()
        );

    private async Task<string> RevisionAsync(string numero) => $"{(await instance.TraceAsync(numero)).Revision}";
}
