using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>From the accord to the commencement, through the forms (suivi.md, 11.1).</summary>
public sealed class CheminDeLActeTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Vern = "213503527";

    [Fact]
    public async Task De_l_accord_au_commencement_par_les_formulaires()
    {
        var (gestion, porteur) = (await instance.EnTantQueAsync("gestionnaire.bretagne"), await instance.EnTantQueAsync("porteur.vern"));
        var numero = await instance.AccorderAsync("Portail des familles, suivi", 28000m, 20720m, Vern);
        var (suivi, acte) = ($"/suivi/{numero}", $"/suivi/{numero}/acte");

        var bureau = await gestion.LireAsync("/suivi");
        Assert.Contains(numero, bureau.De("tbody"));
        Assert.StartsWith("À éditer", bureau.De("tbody td:first-child"));
        Assert.Contains("Saisissez le SIRET", (await porteur.LireAsync(suivi)).De(".balle"));
        var refus = await gestion.LireAsync(acte);
        Assert.Contains("son représentant légal ne l'a pas saisi", refus.De("main"));
        Assert.Null(refus.Document.QuerySelector("form[action$='/edition']"));

        await EnvoyerAsync(porteur, suivi + "/sirets", "main form", ($"Sirets[{Vern}]", Siret.SiegePlausible(Vern).Valeur));
        await EnvoyerAsync(gestion, acte, "form[action$='/sirets/confirmation']");
        await EnvoyerAsync(
            gestion,
            acte,
            "form[action$='/acte']",
            ("Deliberations[0].Le", "21/06/2021"),
            ("Deliberations[0].Numero", "2021-42"),
            ("MotifDesAlertes", "Vu.")
        );
        var pret = await gestion.LireAsync(acte);
        Assert.Contains("Tout est prêt", pret.De("main"));
        await EnvoyerAsync(gestion, acte, "form[action$='/edition']");
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync(suivi + "/acte.pdf")).Code);
        await EnvoyerAsync(gestion, acte, "form[action$='/signature']", ("SigneLe", "22/06/2021"), ($"Signatures[{Vern}]", "22/06/2021"));
        await EnvoyerAsync(gestion, acte, "form[action$='/envoi']");
        Assert.Contains("Ouvrez votre convention", (await porteur.LireAsync(suivi)).De(".balle"));

        var pdf = PdfLu.Lire((await porteur.LireAsync(suivi + "/acte.pdf")).Octets).Texte;
        Assert.Contains($"Convention n° {numero}-A1", pdf, StringComparison.Ordinal);
        Assert.Contains("vingt mille sept cent vingt euros", pdf, StringComparison.Ordinal);
        Assert.Contains("et l'accusé de réception qui lui en a été délivré le même jour", pdf, StringComparison.Ordinal);
        Assert.Contains("Suivi Le premier état des lieux est rendu trois mois après la notification", pdf, StringComparison.Ordinal);
        var notification = PdfLu.Lire((await porteur.LireAsync(suivi + "/lettres/notification.pdf")).Octets).Texte;
        Assert.Contains($"n° {numero}-A1, du 22 juin 2021, qui attribue", notification, StringComparison.Ordinal);
        var recu = await ActeAsync(numero);
        Assert.Equal((EtatActe.Notifie, new DateOnly(2021, 6, 22)), (recu.Etat, recu.RecuLe));
        Assert.Equal(EtatDossier.Conventionne, (await instance.DossierAsync(numero)).Etat);

        await EnvoyerAsync(porteur, suivi + "/commencement", "main form", ("CommenceLe", "22/06/2021"), ("Preuve", "acte"));
        Assert.Equal(EtatDossier.EnExecution, (await instance.DossierAsync(numero)).Etat);
        Assert.Contains("fait le 22 juin 2021", (await porteur.LireAsync(suivi)).De(".horloges"));
    }

    [Fact]
    public async Task Un_acte_repris_reste_lisible_et_sa_vérification_le_dit()
    {
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        var numero = await instance.AccorderAsync("À reprendre", 10000m, 5000m);
        await instance.PreparerLActeAsync(numero);
        await gestion.FaireAsync(numero, "edition");
        await gestion.SignerLActeAsync(instance, numero);
        var code = await instance.LireAsync(db =>
            db.Documents.Where(d => d.Type == "acte" && d.Reference == numero + "-A1/1").Select(d => d.Code).SingleAsync()
        );
        Assert.DoesNotContain("repris", (await gestion.LireAsync($"/verification/{code}")).De("main"));

        await gestion.FaireAsync(numero, "reprise", ("Motif", "Une date est fausse."));
        var verifie = (await gestion.LireAsync($"/verification/{code}")).De("main");
        Assert.Contains("Acte attributif d'une subvention", verifie);
        Assert.Contains(numero + "-A1", verifie);
        Assert.Contains("Cet acte a été repris.", verifie);
        Assert.Contains("Édition 1 de l'acte, remplacée", (await gestion.LireAsync($"/suivi/{numero}")).De("aside"));
        Assert.Equal(HttpStatusCode.OK, (await gestion.LireAsync($"/suivi/{numero}/acte-1.pdf")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await gestion.LireAsync($"/suivi/{numero}/acte-2.pdf")).Code);

        await gestion.FaireAsync(numero, "edition");
        Assert.Contains("Une édition plus récente existe", (await gestion.LireAsync($"/verification/{code}")).De("main"));
    }

    [Fact]
    public async Task Les_engagements_juridiques_se_notent_après_l_édition()
    {
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        var numero = await instance.AccorderAsync("Engagement tardif", 10000m, 5000m);
        await instance.PreparerLActeAsync(numero);
        // Half of a délibération: the other half is asked, and what was typed stays.
        var moitie = await gestion.SoumettreAsync(
            await gestion.LireAsync($"/suivi/{numero}/acte"),
            "form[action$='/acte']",
            ("Deliberations[0].Le", ""),
            ("Deliberations[0].Numero", "2022-99")
        );
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "2022-99"), (moitie.Code, moitie.Valeur("Deliberations[0].Numero")));
        Assert.Contains("Indiquez le jour de la délibération", moitie.De(".erreurs"));
        await gestion.FaireAsync(numero, "edition");
        var page = await gestion.LireAsync($"/suivi/{numero}/acte");
        var faux = await gestion.SoumettreAsync(page, "form[action$='/engagements']", ("Ej", "12"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "12"), (faux.Code, faux.Valeur("Ej")));
        Assert.Contains("dix chiffres", faux.De("#ej-erreur"));
        await gestion.FaireAsync(numero, "engagements", ("Ej", "2100 000 001, 2100000002"));
        Assert.Equal(["2100000001", "2100000002"], (await ActeAsync(numero)).Termes!.Ej);
        // Found by that number, or by the SIRET of its beneficiary; the file says both.
        var siret = (await ActeAsync(numero)).Beneficiaires[0].Siret!;
        foreach (var cherche in new[] { "2100000002", siret, siret[..9], numero + "-A1", numero.ToLowerInvariant() + "-a2" })
            Assert.Contains(numero, (await gestion.LireAsync($"/suivi?Q={cherche}")).De("tbody"));
        foreach (var rien in new[] { "%25", "_", "--", "100000001" })
            Assert.DoesNotContain(numero, (await gestion.LireAsync($"/suivi?Q={rien}")).De("main"));
        // A code that no code is chooses nothing, and stops nothing.
        Assert.Equal(HttpStatusCode.OK, (await gestion.LireAsync("/suivi?Departements=%00&Dispositifs=%27")).Code);
        Assert.DoesNotContain(numero, (await gestion.LireAsync("/suivi?Q=2100000009")).De("main"));
        var fichier = (await gestion.LireAsync("/suivi/export.csv?Q=2100000002")).Source;
        Assert.Contains("2100000001 2100000002", fichier, StringComparison.Ordinal);
        Assert.Contains(siret, fichier, StringComparison.Ordinal);
    }

    private Task<ActeAttributif> ActeAsync(string numero) =>
        instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.Numero == numero + "-A1"));

    private static async Task EnvoyerAsync(Navigateur qui, string page, string formulaire, params (string, string?)[] valeurs)
    {
        var reponse = await qui.SoumettreAsync(await qui.LireAsync(page), formulaire, valeurs);
        Assert.True(reponse.Code == HttpStatusCode.Redirect, $"{page} : {reponse.De("main")}");
    }
}
