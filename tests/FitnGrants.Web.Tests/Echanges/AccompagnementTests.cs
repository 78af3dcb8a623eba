using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Echanges;

public sealed class AccompagnementTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Le_laboratoire_ecrit_une_note_que_le_porteur_lit_a_cote_de_ce_qui_lui_est_demande()
    {
        var (numero, point) = await instance.PointAsync("Accueil de quartier", siren: "212900088");
        var (secretaire, porteur, labo) = (
            await instance.EnTantQueAsync("secretaire.bretagne"),
            await instance.EnTantQueAsync("porteur.beuzec"),
            await instance.EnTantQueAsync("tilab")
        );
        var ici = $"/accompagnement/{numero}";
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync(point + "/a-revoir"),
            "main form",
            [
                .. SeanceOuverte.Motive,
                ("Axes[0].Texte", "Associer les usagers"),
                ("Axes[0].Cible", "projet"),
                ("Referent", "Ti Lab, design"),
            ]
        );
        // Nothing is known of it before it is told.
        Assert.DoesNotContain("Accueil de quartier", (await labo.LireAsync("/accompagnement")).Texte);
        Assert.Equal(HttpStatusCode.NotFound, (await labo.LireAsync(ici)).Code);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");

        Assert.Contains("Accueil de quartierBeuzec-Cap-Sizun", (await labo.LireAsync("/accompagnement")).De("tbody")!);
        var page = await labo.LireAsync(ici);
        Assert.Contains("Associer les usagers", page.Texte);
        Assert.Equal("Erreur : Écrivez votre note.", (await labo.SoumettreAsync(page, "main form", ("Texte", " "))).Erreur("Texte"));
        Assert.Equal(ici, (await labo.SoumettreAsync(page, "main form", ("Texte", "Voyez <b>Rennes</b>."))).Vers);

        Assert.Contains("Voyez <b>Rennes</b>.", (await porteur.LireAsync($"/dossiers/{numero}")).Texte);
        var lien = (await porteur.LireAsync($"/dossiers/{numero}/modifier/projet")).Document.QuerySelector("a[href$='#notes']")!;
        Assert.Equal(
            ($"/dossiers/{numero}#notes", "Lire 1 note d'accompagnement"),
            (lien.GetAttribute("href"), PageLue.Plat(lien.TextContent))
        );
        var dossier = await instance.DossierAsync(numero);
        Assert.Equal(
            (false, "212900088"),
            await instance.LireAsync(async db =>
                (await db.Courriels.Where(c => c.DossierId == dossier.Id && c.Modele == "note").ToListAsync())
                    .Select(c => (c.Immediat, c.Destinataire))
                    .Single()
            )
        );
        Assert.Equal(1, await instance.LireAsync(db => db.Journal.CountAsync(l => l.Acte == Acte.Accompagner)));
        // Another region's laboratory knows of nothing.
        var ailleurs = await instance.EnTantQueAsync("labo.grand-est");
        Assert.Equal(HttpStatusCode.NotFound, (await ailleurs.LireAsync(ici)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await ailleurs.PosterAsync(ici, ("Texte", "Indiscret"))).Code);
        // Deposited again, it waits for no note.
        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{numero}/modifier/recapitulatif"),
            "form[action$='/deposer']",
            ("Certifie", "true")
        );
        Assert.Contains("déposé à nouveau", (await labo.LireAsync(ici)).Texte);
        Assert.Equal(HttpStatusCode.Conflict, (await labo.PosterAsync(ici, ("Texte", "Trop tard"))).Code);
    }
}
