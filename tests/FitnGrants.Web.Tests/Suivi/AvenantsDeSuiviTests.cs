using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>An act changes by avenant, through the forms: asked, written, edited, signed, opened by its beneficiary.</summary>
public sealed class AvenantsDeSuiviTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Vern = "213503527";
    private const string LeGuerno = "215600776";
    private const string Beuzec = "212900088";
    private const string Raison = "Le prestataire livre trois mois plus tard que prévu.";

    [Fact]
    public async Task Plus_de_temps_demandé_par_le_porteur_s_applique_le_jour_où_il_ouvre_l_avenant()
    {
        var (gestion, porteur) = (await instance.EnTantQueAsync("gestionnaire.bretagne"), await instance.EnTantQueAsync("porteur.vern"));
        var numero = await instance.AccorderAsync("À prolonger", 28000m, 20720m, Vern);
        await NotifierAsync(gestion, porteur, numero);
        var page = $"/suivi/{numero}/avenants";
        var avant = (await ActeAsync(numero)).Termes!.AchevementPrevu!.Value;
        var voulu = avant.AddMonths(3);

        var vide = await porteur.SoumettreAsync(await porteur.LireAsync(page), "form[action$='/demande']", ("Demande", "plus de temps"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "plus de temps"), (vide.Code, vide.Valeur("Demande")));
        Assert.NotNull(vide.Erreur("Demande"));
        await porteur.FaireSurAsync(page, "demande", ("Demande", Raison), ("Achevement", $"{voulu:dd/MM/yyyy}"));
        Assert.Contains("C'est au service d'agir", (await porteur.LireAsync(page)).De("main"));
        Assert.Contains("Répondre à la demande d'avenant", (await gestion.LireAsync($"/suivi/{numero}")).De(".balle"));
        var bureau = await gestion.LireAsync("/suivi?Onglet=avenants");
        Assert.Contains("Avenant demandé", bureau.De("tbody"));
        Assert.Contains(numero, bureau.De("tbody"));

        var saisie = await gestion.LireAsync(page);
        Assert.Equal($"{voulu:dd/MM/yyyy}", saisie.Valeur("AchevementPrevu"));
        var plus = await gestion.SoumettreAsync(saisie, $"form[action$='/avenants']", ("Montant", "20 720,01"), ("Raison", Raison));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "20 720,01"), (plus.Code, plus.Valeur("Montant")));
        Assert.Contains("n'augmente jamais", plus.Erreur("Montant"));
        await gestion.FaireSurAsync(page, "avenants", ("Raison", Raison));
        // What the service prepares is its own until it is sent.
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync(page + "/2.pdf")).Code);
        Assert.Equal(HttpStatusCode.OK, (await gestion.LireAsync(page + "/2.pdf")).Code);
        await gestion.FaireSurAsync(page, "edition");
        await gestion.FaireSurAsync(page, "signature", ("SigneLe", "22/06/2021"), ($"Signatures[{Vern}]", "22/06/2021"));
        await gestion.FaireSurAsync(page, "envoi");
        Assert.Equal(avant, (await ActeAsync(numero)).Termes!.AchevementPrevu);
        Assert.Contains("Ouvrez votre avenant", (await porteur.LireAsync("/mes-dossiers")).De("main"));
        Assert.Contains("Ouvrez votre avenant", (await porteur.LireAsync($"/suivi/{numero}")).De(".balle"));

        var pdf = PdfLu.Lire((await porteur.LireAsync(page + "/2.pdf")).Octets).Texte;
        Assert.Contains($"Avenant n° {numero}-A2 à la convention n° {numero}-A1 du 22 juin 2021", pdf, StringComparison.Ordinal);
        Assert.Contains("Vu la demande du bénéficiaire du 22 juin 2021", pdf, StringComparison.Ordinal);
        Assert.Contains(Jour(avant), pdf, StringComparison.Ordinal);
        Assert.Contains(Jour(voulu), pdf, StringComparison.Ordinal);
        Assert.Contains("demeurent applicables", pdf, StringComparison.Ordinal);
        var recu = await ActeAsync(numero);
        Assert.Equal((voulu, null), (recu.Termes!.AchevementPrevu, recu.AvenantEtat));
        Assert.Contains("En vigueur depuis le 22 juin 2021", (await porteur.LireAsync(page)).De("main"));
        Assert.Contains("Avenant en vigueur", (await porteur.LireAsync($"/suivi/{numero}")).De(".chronologie"));

        // The third says which came before it.
        await CorrigerAsync(gestion, porteur, numero, 3, "Objet", "Gestion des courriers, deuxième rédaction");
        var troisieme = await CorrigerAsync(gestion, porteur, numero, 4, "Objet", "Gestion des courriers, troisième rédaction");
        Assert.Contains($"déjà modifiée (n° {numero}-A2 et n° {numero}-A3)", troisieme, StringComparison.Ordinal);
        Assert.DoesNotContain("Annexe", troisieme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_aide_baissée_attend_le_plan_du_porteur_et_revient_à_l_enveloppe()
    {
        var (gestion, porteur) = (
            await instance.EnTantQueAsync("gestionnaire.bretagne"),
            await instance.EnTantQueAsync("porteur.leguerno")
        );
        var numero = await instance.AccorderAsync("À réduire", 28000m, 20720m, LeGuerno);
        await NotifierAsync(gestion, porteur, numero);
        var page = $"/suivi/{numero}/avenants";
        await gestion.FaireSurAsync(
            page,
            "avenants",
            ("Montant", "14000"),
            ("Raison", "Le périmètre est réduit."),
            ("MotifDesAlertes", "Vu.")
        );
        Assert.Contains("rééquilibre son plan sur 14 000,00", (await gestion.LireAsync(page)).De("main"));
        Assert.Contains("Rééquilibrez votre plan", (await porteur.LireAsync($"/suivi/{numero}")).De(".balle"));
        Assert.Contains("Rééquilibrez votre plan", (await porteur.LireAsync("/mes-dossiers")).De("main"));

        var plan = await porteur.LireAsync($"/suivi/{numero}/plan");
        var propres = Enumerable.Range(0, 9).Single(i => plan.Valeur($"Ressources[{i}].Type") == "Autofinancement");
        Assert.Equal("1400000", string.Concat(plan.Valeur($"Ressources[{propres}].Montant")!.Where(char.IsAsciiDigit)));
        (string, string?)[] Vingt(string depense) => [("Depenses[0].Montant", depense), ($"Ressources[{propres}].Montant", "6000")];
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await porteur.SoumettreAsync(plan, "main form", [.. Vingt("20000,01"), ("action", "transmettre")])).Code
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await porteur.SoumettreAsync(plan, "main form", [.. Vingt("20000"), ("action", "transmettre")])).Code
        );
        var attend = await gestion.LireAsync(page);
        Assert.Equal(["74,00", "70,00"], attend.Document.QuerySelectorAll("td[data-titre=Taux]").Select(t => t.TextContent.Trim()[..5]));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await gestion.SoumettreAsync(attend, "form[action$='/plan/accord']", ("Motif", ""))).Code
        );
        await gestion.FaireSurAsync(page, "plan/accord", ("Motif", "Le périmètre est réduit."));
        await gestion.FaireSurAsync(page, "edition");
        await gestion.FaireSurAsync(page, "signature", ("SigneLe", "22/06/2021"), ($"Signatures[{LeGuerno}]", "22/06/2021"));
        await gestion.FaireSurAsync(page, "envoi");
        var avant = await EngageAsync();
        var recu = ("RecuLe", "22/06/2021");
        var sans = await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/reception']", recu, ("Preuve", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sans.Code);
        await gestion.FaireSurAsync(page, "reception", recu, ("Preuve", "avis de réception n° 1"));

        var acte = await ActeAsync(numero);
        Assert.Equal((new Euros(14_000m), new Euros(20_000m)), (acte.Montant, acte.Depense!.Value));
        Assert.Equal(avant - 6_720m, await EngageAsync());
        var pdf = PdfLu.Lire((await porteur.LireAsync(page + "/2.pdf")).Octets).Texte;
        Assert.Contains("Annexe – Plan de financement", pdf, StringComparison.Ordinal);
        Assert.Contains("74,00 %", pdf, StringComparison.Ordinal);
        Assert.Contains("70,00 %", pdf, StringComparison.Ordinal);
        // The act itself stays as it was signed.
        Assert.Contains(
            "20 720,00",
            PdfLu.Lire((await porteur.LireAsync($"/suivi/{numero}/acte.pdf")).Octets).Texte,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sans_suite_le_porteur_lit_pourquoi_et_hors_périmètre_rien_n_existe()
    {
        var (gestion, porteur) = (await instance.EnTantQueAsync("gestionnaire.bretagne"), await instance.EnTantQueAsync("porteur.beuzec"));
        var numero = await instance.AccorderAsync("Sans suite", 28000m, 20720m, Beuzec);
        var page = $"/suivi/{numero}/avenants";
        Assert.Equal(HttpStatusCode.NotFound, (await gestion.LireAsync(page)).Code);
        await NotifierAsync(gestion, porteur, numero);
        await porteur.FaireSurAsync(page, "demande", ("Demande", Raison));
        var muet = await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/classement']", ("Motif", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, muet.Code);
        await gestion.FaireSurAsync(page, "classement", ("Motif", "Le délai actuel suffit."));
        Assert.Contains("Le délai actuel suffit.", (await porteur.LireAsync(page)).De("main"));
        Assert.NotNull((await porteur.LireAsync(page)).Document.QuerySelector("form[action$='/demande']"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await instance.EnTantQueAsync("gestionnaire.68")).LireAsync(page)).Code);
    }

    private async Task<string> CorrigerAsync(Navigateur gestion, Navigateur porteur, string numero, int rang, string champ, string texte)
    {
        var page = $"/suivi/{numero}/avenants";
        await gestion.FaireSurAsync(page, "avenants", (champ, texte), ("Raison", "La rédaction est à corriger."));
        await gestion.FaireSurAsync(page, "edition");
        await gestion.FaireSurAsync(page, "signature", ("SigneLe", "22/06/2021"), ($"Signatures[{Vern}]", "22/06/2021"));
        await gestion.FaireSurAsync(page, "envoi");
        return PdfLu.Lire((await porteur.LireAsync($"{page}/{rang}.pdf")).Octets).Texte;
    }

    private async Task NotifierAsync(Navigateur gestion, Navigateur porteur, string numero)
    {
        await instance.PreparerLActeAsync(numero);
        await gestion.FaireAsync(numero, "edition");
        await gestion.SignerLActeAsync(instance, numero);
        await gestion.FaireAsync(numero, "envoi");
        Assert.Equal(HttpStatusCode.OK, (await porteur.LireAsync($"/suivi/{numero}/acte.pdf")).Code);
    }

    /// <summary>With plain spaces, as a PDF is read.</summary>
    private static string Jour(DateOnly jour) => Francais.Date(jour).Replace(Francais.Insecable, ' ');

    private Task<ActeAttributif> ActeAsync(string numero) =>
        instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.Numero == numero + "-A1"));

    private async Task<decimal> EngageAsync() =>
        (await instance.LireAsync(db => db.Engagements.Where(e => e.Dispositif == "BZH-V1").Select(e => e.Montant).ToListAsync())).Sum(m =>
            m.Montant
        );
}
