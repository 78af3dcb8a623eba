using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Administration;

/// <summary>A service words its letters: tried before they are kept, each version kept.</summary>
public sealed class ModelesTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Refus = "/administration/services/R53/modeles/Refus";

    private const string Court = """
        Objet : Votre demande pour « {projet} »
        Réf. : Dossier {numéro}

        Je ne peux pas soutenir ce projet.

        *Motifs.* {motifs}
        """;

    [Fact]
    public async Task Un_texte_s_essaie_sans_rien_changer_puis_se_garde_et_la_lettre_suivante_le_dit()
    {
        var (admin, secretaire) = (await instance.EnTantQueAsync("admin"), await instance.EnTantQueAsync("secretaire.bretagne"));
        var page = await admin.LireAsync(Refus);
        Assert.Contains("{motifs}", page.Valeur("Texte"));
        Assert.Contains("la motivation", page.Texte);

        var essai = await admin.SoumettreAsync(page, "main form", ("Texte", Court), ("Action", "essayer"));
        Assert.Equal(HttpStatusCode.OK, essai.Code);
        Assert.Contains("Ce que donne votre texte", essai.Texte);
        Assert.Contains("[motifs]", essai.Texte);
        Assert.Equal(0, await instance.LireAsync(db => db.ModelesDesServices.CountAsync(m => m.Service == "R53")));

        var garde = await admin.SoumettreAsync(essai, "main form", ("Action", "enregistrer"));
        Assert.Equal((HttpStatusCode.Redirect, Refus), (garde.Code, garde.Vers));
        var lettre = await RefuserAsync(secretaire, "Refusé autrement");
        Assert.Contains("Je ne peux pas soutenir ce projet.", lettre.Texte, StringComparison.Ordinal);
        Assert.Contains("Voies et délais de recours.", lettre.Texte, StringComparison.Ordinal);

        // The page that was open is stale; what it holds is not lost for the one who comes back.
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SoumettreAsync(essai, "main form", ("Action", "enregistrer"))).Code);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await admin.SoumettreAsync(await admin.LireAsync(Refus), "main form", ("Action", "livre"))).Code
        );
        Assert.Contains(
            "j'ai le regret de vous informer",
            (await RefuserAsync(secretaire, "Refusé comme avant")).Texte,
            StringComparison.Ordinal
        );
        var versions = await admin.LireAsync(Refus);
        Assert.Contains("Version 2", versions.Texte);
        Assert.Contains(
            "Je ne peux pas soutenir",
            (await admin.LireAsync(versions.Document.QuerySelector("main a[href*='version=1']")!.GetAttribute("href")!)).Valeur("Texte")
        );
        Assert.Equal(
            2,
            await instance.LireAsync(db =>
                db.Journal.CountAsync(l =>
                    l.Acte == Acte.EcrireUnModele && db.ModelesDesServices.Any(m => m.Id == l.EntiteId && m.Service == "R53")
                )
            )
        );
    }

    [Theory]
    [InlineData("", "Écrivez le texte")]
    [InlineData("Objet : A\n\nTexte", "« Réf. : »")]
    [InlineData("Objet : A\nRéf. : B", "n'a pas de texte")]
    [InlineData("Objet : A\nRéf. : B\n\n{montnt}", "« montnt » n'existe pas")]
    [InlineData("Objet : A\nRéf. : B\n\n{motifs} {fois}", "« fois » n'existe pas")]
    [InlineData("Objet : A\nRéf. : B\n\n{motifs} depuis le {rejet}.", "{rejet} peut ne rien dire")]
    [InlineData("Objet : A\nRéf. : B\n\n{motifs", "accolade")]
    [InlineData("Objet : A\nRéf. : B\n\nBonjour.", "doit dire la motivation : écrivez-y {motifs}")]
    [InlineData("Objet : A\nRéf. : B\n\nBonjour.\n\n[rejet] {motifs}", "doit dire la motivation")]
    [InlineData("Objet : A\nRéf. : B\n\n[motifs] {motifs}", "qui soit toujours là")]
    [InlineData("Objet : A\nRéf. : B\n\n[rejet La suite.\n\n{motifs}", "crochet")]
    public async Task Un_texte_inutilisable_est_refuse_a_cote_de_son_champ_et_reste_tape(string texte, string phrase)
    {
        var admin = await instance.EnTantQueAsync("admin");
        var reponse = await admin.SoumettreAsync(await admin.LireAsync(Refus), "main form", ("Texte", texte), ("Action", "enregistrer"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.Contains(phrase, PageLue.Plat(reponse.Erreur("Texte")!));
        Assert.Equal(texte, reponse.Valeur("Texte")?.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Le_chef_du_service_essaie_sur_un_vrai_dossier_et_ne_tient_que_ses_lettres()
    {
        var (chef, instructeur) = (await instance.EnTantQueAsync("chef.35"), await instance.EnTantQueAsync("instructeur.35"));
        var numero = await instance.DeroulerAsync(
            new DossierVoulu("213503527", "Essayé pour de vrai", 10000m, 5000m) { Jusqua = Domain.Dossiers.EtatDossier.EnInstruction }
        );
        await instructeur.SoumettreAsync(
            await instructeur.LireAsync($"/instruction/{numero}/pieces"),
            "main form",
            ("Points[0].Cible", "pieces.Devis"),
            ("Points[0].Texte", "Un devis signé."),
            ("AvantLe", "08/07/2021")
        );

        var page = await chef.LireAsync("/administration/services/35/modeles/Pieces");
        Assert.Contains("Essayé pour de vrai", page.Document.QuerySelector("select[name=Dossier]")!.TextContent);
        Assert.Contains("Un devis signé.", page.Document.QuerySelector("#avant")!.ParentElement!.TextContent);
        foreach (var ailleurs in new[] { "29/modeles/Pieces", "35/modeles/Refus", "35/modeles/Inconnu" })
            Assert.Equal(HttpStatusCode.NotFound, (await chef.LireAsync($"/administration/services/{ailleurs}")).Code);
    }

    [Theory]
    [MemberData(nameof(Lettres))]
    public async Task Chaque_texte_livre_se_garde_tel_quel_avec_un_mot_de_plus(NatureDeLettre nature)
    {
        var admin = await instance.EnTantQueAsync("admin");
        var adresse = $"/administration/services/R44/modeles/{nature}";
        var page = await admin.LireAsync(adresse);
        Assert.Contains($"href=\"{adresse}\"", (await admin.LireAsync("/administration/services/R44")).Source, StringComparison.Ordinal);
        var livre = page.Valeur("Texte")!;
        var garde = await admin.SoumettreAsync(page, "main form", ("Texte", livre + " Bien reçu."), ("Action", "enregistrer"));
        Assert.Equal((HttpStatusCode.Redirect, adresse), (garde.Code, garde.Vers));
        // What the law asks is asked: without it, nothing is kept.
        var sans = "Objet : A\nRéf. : B\n\nBonjour.";
        var refus = await admin.SoumettreAsync(await admin.LireAsync(adresse), "main form", ("Texte", sans), ("Action", "enregistrer"));
        Assert.Contains("doit dire", refus.Erreur("Texte"));
    }

    public static TheoryData<NatureDeLettre> Lettres => [.. Enum.GetValues<NatureDeLettre>()];

    private async Task<PdfLu> RefuserAsync(Navigateur secretaire, string titre)
    {
        var (numero, point) = await instance.PointAsync(titre);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/refus"), "main form", SeanceOuverte.Motive);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        var decision = await instance.LireAsync(db =>
            (from d in db.Decisions join x in db.Dossiers on d.DossierId equals x.Id where x.Numero == numero select d.Id).SingleAsync()
        );
        return PdfLu.Lire((await secretaire.LireAsync($"/dossiers/{numero}/decisions/{decision}/lettre.pdf")).Octets);
    }
}
