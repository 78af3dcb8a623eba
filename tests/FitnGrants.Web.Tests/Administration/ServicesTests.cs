using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Administration;

/// <summary>What services say of themselves, who signs for them, and what waits for it.</summary>
public sealed class ServicesTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Bretagne = "/administration/services/R53";

    [Fact]
    public async Task Une_fiche_vaut_a_partir_de_son_jour_et_dit_ce_qui_ne_va_pas_a_cote_de_son_champ()
    {
        var admin = await instance.EnTantQueAsync("admin");
        const string Adresse = "/administration/services/22";

        var refus = await admin.SoumettreAsync(
            await admin.LireAsync(Adresse),
            "main form:not([action])",
            ("CodePostal", "2202"),
            ("Siret", "123"),
            ("Du", "31/02/2022")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Equal(("2202", "123"), (refus.Valeur("CodePostal"), refus.Valeur("Siret")));
        Assert.Contains("cinq chiffres", refus.Erreur("CodePostal"));
        Assert.Contains("n'existe pas", PageLue.Plat(refus.Erreur("Du")!));

        var page = await admin.LireAsync(Adresse);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await admin.SoumettreAsync(page, "main form:not([action])", ("Telephone", "02 96 11 22 33"), ("Du", "01/09/2021"))).Code
        );
        var service = await instance.LireAsync(db => db.Services.AsNoTracking().SingleAsync(s => s.Code == "22"));
        Assert.Equal("02 96 11 22 33", service.Au(new DateOnly(2021, 9, 1))!.Telephone);
        Assert.NotEqual("02 96 11 22 33", service.Au(new DateOnly(2021, 8, 31))!.Telephone);
        // The page that was open before is stale.
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await admin.SoumettreAsync(page, "main form:not([action])", ("Telephone", "02 96 44 55 66"))).Code
        );
    }

    [Fact]
    public async Task Le_chef_d_un_service_tient_le_sien_et_les_autres_n_existent_pas()
    {
        var chef = await instance.EnTantQueAsync("chef.35");

        var liste = await chef.LireAsync("/administration/services");

        Assert.Equal(["/administration/services/35"], liste.Document.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.OK, (await chef.LireAsync("/administration/services/35")).Code);
        foreach (var ailleurs in new[] { Bretagne, "/administration/services/29", "/administration/services/XX" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await chef.LireAsync(ailleurs)).Code);
            Assert.Equal(HttpStatusCode.NotFound, (await chef.PosterAsync(ailleurs, ("Nom", "À moi"))).Code);
        }
    }

    [Fact]
    public async Task Sans_signataire_rien_ne_se_notifie_et_la_page_dit_quoi_completer()
    {
        var (_, point) = await instance.PointAsync("Sans signature");
        var (secretaire, admin) = (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.EnTantQueAsync("admin"));
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);
        var service = await instance.LireAsync(db => db.Services.AsNoTracking().SingleAsync(s => s.Code == "R53"));
        foreach (var signataire in service.Signataires)
            Assert.Equal(
                HttpStatusCode.Redirect,
                (
                    await admin.SoumettreAsync(
                        await admin.LireAsync(Bretagne),
                        $"form[action$='{signataire.Id}/fin']",
                        ("Au", "21/06/2021")
                    )
                ).Code
            );

        var refus = await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("qui signe les lettres le 22 juin 2021", PageLue.Plat(refus.Texte));
        var tout = await secretaire.LireAsync($"/comite/seances/{instance.Seance}/notification");
        Assert.Contains("Rien ne part encore", tout.Texte);
        Assert.Null(tout.Document.QuerySelector("main form"));
        Assert.False(await instance.LireAsync(db => db.Decisions.AnyAsync(d => d.NotifieeLe != null && d.SeanceId == instance.Seance)));

        var faux = await admin.SoumettreAsync(
            await admin.LireAsync(Bretagne),
            "form[action$='/signataires']",
            ("Mode", "Delegation"),
            ("SigneDu", "22/06/2021")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faux.Code);
        foreach (var champ in new[] { "Civilite", "Prenom", "NomDeFamille", "Qualite", "Numero", "DateDuTexte" })
            Assert.NotNull(faux.Erreur(champ));
        var nommee = await admin.SoumettreAsync(
            await admin.LireAsync(Bretagne),
            "form[action$='/signataires']",
            ("Civilite", "Madame"),
            ("Prenom", "[Prénom"),
            ("NomDeFamille", "Nom]"),
            ("Mode", "Titulaire"),
            ("SigneDu", "22/06/2021")
        );
        Assert.True(nommee.Code == HttpStatusCode.Redirect, nommee.De(".erreurs"));
        Assert.Contains("La préfète de la région Bretagne,", (await admin.LireAsync(Bretagne)).Texte);
        Assert.Equal((HttpStatusCode.Redirect, point), await NotifierAsync(secretaire, point));
        Assert.Equal(
            service.Signataires.Length,
            await instance.LireAsync(db => db.Journal.CountAsync(l => l.Acte == Acte.FinirUneSignature))
        );
    }

    private static async Task<(HttpStatusCode, string?)> NotifierAsync(Navigateur secretaire, string point)
    {
        var reponse = await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        return (reponse.Code, reponse.Vers);
    }
}
