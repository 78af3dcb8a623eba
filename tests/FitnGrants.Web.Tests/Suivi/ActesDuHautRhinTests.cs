using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>Acts of the Haut-Rhin: an arrêté of its préfecture under 23 000 €, rates by population.</summary>
public sealed class ActesDuHautRhinTests(SeanceDuHautRhin instance) : IClassFixture<SeanceDuHautRhin>
{
    private const string Colmar = "216800664";
    private const string Riquewihr = "216802777";

    /// <summary>
    /// Scenario 2: asked 60 000 of 100 000, granted 40 000; 50 000 of costs is 80 %, the ceiling, and one cent less is past it.
    /// </summary>
    [Fact]
    public async Task Colmar_rééquilibre_sur_quarante_mille_et_le_plafond_tient_au_centime()
    {
        var (gestion, porteur) = (await instance.EnTantQueAsync("gestionnaire.68"), await instance.EnTantQueAsync("porteur.colmar"));
        var numero = await instance.AccorderAsync(Colmar, "Rendez-vous en ligne", 100_000m, 60_000m, 40_000m);
        await instance.PreparerLActeAsync(numero, ("Type", "Convention"));
        var refus = await gestion.LireAsync($"/suivi/{numero}/acte");
        Assert.Contains("ne s'équilibre pas sur 40 000,00", refus.De("main"));

        var plan = await porteur.LireAsync($"/suivi/{numero}/plan");
        var propres = Enumerable.Range(0, 9).Single(i => plan.Valeur($"Ressources[{i}].Type") == "Autofinancement");
        (string, string?)[] Sur(string depense, string reste) =>
            [("Depenses[0].Montant", depense), ($"Ressources[{propres}].Montant", reste), ("action", "transmettre")];
        var trop = await porteur.SoumettreAsync(plan, "main form", Sur("49999,99", "9999,99"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, trop.Code);
        Assert.Contains("39 999,99", trop.De("main"));
        Assert.Equal(HttpStatusCode.Redirect, (await porteur.SoumettreAsync(trop, "main form", Sur("50000", "10000"))).Code);

        var attend = await gestion.LireAsync($"/suivi/{numero}/acte");
        Assert.Equal(["40,00", "80,00"], attend.Document.QuerySelectorAll("td[data-titre=Taux]").Select(t => t.TextContent.Trim()[..5]));
        Assert.Null(attend.Document.QuerySelector("form[action$='/edition']"));
        await gestion.FaireAsync(numero, "plan/accord", ("Motif", "Le périmètre est réduit, le service rendu reste le même."));
        await gestion.FaireAsync(numero, "edition");
        var acte = await ActeAsync(numero);
        Assert.Equal((new Euros(40_000m), new Euros(50_000m)), (acte.Montant, acte.Depense!.Value));
    }

    [Fact]
    public async Task Un_arrêté_dit_ses_mentions_et_se_modifie_par_un_arrêté_que_l_État_signe_seul()
    {
        var (gestion, porteur) = (await instance.EnTantQueAsync("gestionnaire.68"), await instance.EnTantQueAsync("porteur.riquewihr"));
        var numero = await instance.AccorderAsync(Riquewihr, "Archives en ligne", 12345.67m, 4115.18m);
        await instance.PreparerLActeAsync(numero);
        await gestion.FaireAsync(numero, "edition");
        await gestion.FaireAsync(numero, "signature", ("SigneLe", "21/09/2021"));
        await gestion.FaireAsync(numero, "envoi");
        var arrete = PdfLu.Lire((await porteur.LireAsync($"/suivi/{numero}/acte.pdf")).Octets).Texte;
        foreach (
            var mention in new[]
            {
                $"Arrêté n° {numero}-A1",
                "Le préfet du Haut-Rhin",
                "Arrête :",
                "4 115,18",
                "quatre mille cent quinze euros et dix-huit centimes",
                "33,33 % (arrondi)",
                "la caducité de la subvention est constatée",
                "une avance de 30 % au plus, soit 1 234,55",
                "Voies et délais de recours",
                "tribunal administratif de Strasbourg",
            }
        )
            Assert.Contains(mention, arrete, StringComparison.Ordinal);

        var page = $"/suivi/{numero}/avenants";
        await gestion.FaireSurAsync(
            page,
            "avenants",
            ("Objet", "Consultation des registres"),
            ("Raison", "L’objet de l’arrêté est mal rédigé.")
        );
        await gestion.FaireSurAsync(page, "edition");
        Assert.Null((await gestion.LireAsync(page)).Document.QuerySelector($"[name='Signatures[{Riquewihr}]']"));
        var code = await instance.LireAsync(db =>
            db.Documents.Where(d => d.Type == "avenant" && d.Reference == numero + "-A2/1").Select(d => d.Code).SingleAsync()
        );
        Assert.DoesNotContain("plus récente", (await gestion.LireAsync($"/verification/{code}")).De("main"));
        await gestion.FaireSurAsync(page, "reprise", ("Motif", "Une coquille."));
        await gestion.FaireSurAsync(page, "edition");
        Assert.Contains("Une édition plus récente existe", (await gestion.LireAsync($"/verification/{code}")).De("main"));
        await gestion.FaireSurAsync(page, "signature", ("SigneLe", "21/09/2021"));
        await gestion.FaireSurAsync(page, "envoi");
        var modificatif = PdfLu.Lire((await porteur.LireAsync(page + "/2.pdf")).Octets).Texte;
        Assert.Contains($"Arrêté n° {numero}-A2", modificatif, StringComparison.Ordinal);
        Assert.Contains("modifiant l", modificatif, StringComparison.Ordinal);
        Assert.Contains("Considérant que l", modificatif, StringComparison.Ordinal);
        Assert.Contains("Voies et délais de recours", modificatif, StringComparison.Ordinal);
        Assert.Equal("Consultation des registres", (await ActeAsync(numero)).Termes!.Objet);
    }

    private Task<ActeAttributif> ActeAsync(string numero) =>
        instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.Numero == numero + "-A1"));
}
