using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>Where R77 and R78 oblige: a report is whole or refused; late, it is formally asked for, and its letters say so.</summary>
public sealed class EtatsDuHautRhinTests(SeanceDuHautRhin instance) : IClassFixture<SeanceDuHautRhin>
{
    [Fact]
    public async Task Un_état_dû_se_rend_entier_et_se_met_en_demeure()
    {
        var (gestion, porteur) = (await instance.EnTantQueAsync("gestionnaire.68"), await instance.EnTantQueAsync("porteur.feldkirch"));
        var agent = await instance.EnTantQueAsync("instructeur.68");
        var numero = await instance.AccorderAsync("216800888", "États dus", 10_000m, 6_000m);
        await instance.PreparerLActeAsync(numero);
        await gestion.FaireAsync(numero, "edition");
        await gestion.FaireAsync(numero, "signature", ("SigneLe", "21/09/2021"));
        await gestion.FaireAsync(numero, "envoi");
        var acte = PdfLu.Lire((await porteur.LireAsync($"/suivi/{numero}/acte.pdf")).Octets).Texte;
        Assert.Contains("les versements attendent l'état des lieux", acte, StringComparison.Ordinal);
        var (etats, lettres) = ($"/suivi/{numero}/etats-des-lieux", $"/suivi/{numero}/lettres");
        Assert.Equal(HttpStatusCode.NotFound, (await agent.LireAsync(lettres + "/etat-des-lieux.pdf")).Code);

        // Received on 21 September: due on 21 December.
        await instance.AlHeureAsync("2021-12-01T10:00:00+01:00");
        var demande = PdfLu.Lire((await agent.LireAsync(lettres + "/etat-des-lieux.pdf")).Octets).Texte;
        foreach (var dit in new[] { "Demande d'état des lieux", "est attendu le 21 décembre 2021", "quelques minutes", "siège social" })
            Assert.Contains(dit, demande, StringComparison.Ordinal);
        var incomplet = await porteur.SoumettreAsync(
            await porteur.LireAsync(etats + "/prochain"),
            "main form",
            ("Avancement", "Le marché est notifié."),
            ("AvancementPct", "10"),
            ("action", "transmettre")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplet.Code);
        Assert.Contains("Indiquez les dépenses payées depuis le début", incomplet.De(".erreurs"));
        Assert.Contains("Donnez la liste des entreprises", incomplet.De(".erreurs"));
        Assert.Equal("Le marché est notifié.", incomplet.Valeur("Avancement"));
        Assert.DoesNotContain("Mettre en demeure", (await agent.LireAsync(etats)).De("main"));

        await instance.AlHeureAsync("2022-01-20T10:00:00+01:00");
        var rappel = PdfLu.Lire((await agent.LireAsync(lettres + "/etat-des-lieux.pdf")).Octets).Texte;
        foreach (var dit in new[] { "Rappel d'état des lieux", "30 jours de retard", "une mise en demeure pourrait" })
            Assert.Contains(dit, rappel, StringComparison.Ordinal);
        await agent.FaireSurAsync(etats, "demeure");
        Assert.Equal(HttpStatusCode.NotFound, (await agent.LireAsync(lettres + "/mise-en-demeure-2.pdf")).Code);
        var lettre = PdfLu.Lire((await agent.LireAsync(lettres + "/mise-en-demeure-1.pdf")).Octets).Texte;
        foreach (
            var dit in new[]
            {
                "Mise en demeure de rendre l'état des lieux",
                "Le bénéficiaire rend chaque trimestre un état des lieux",
                "le 22 décembre 2021 ;",
                "dans un délai de trente jours",
                "les versements attendraient",
                "après que vous auriez présenté vos observations",
            }
        )
            Assert.Contains(dit, lettre, StringComparison.Ordinal);
        // Read by who follows, nothing is received; by who may answer, it is.
        Assert.Contains("Sa réception n'est pas notée", (await agent.LireAsync(etats)).De("main"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await agent.SoumettreAsync(await agent.LireAsync(etats), "form[action$='/reception']", ("RecuLe", "19/01/2022"))).Code
        );
        await porteur.LireAsync(lettres + "/mise-en-demeure-1.pdf");
        Assert.Contains("à rendre pour le 19 février 2022", (await porteur.LireAsync(etats)).De("main"));
        await instance.AlHeureAsync("2022-02-20T10:00:00+01:00");
        Assert.Contains("les versements attendent", (await agent.LireAsync(etats)).De("main"));

        var entier = await porteur.SoumettreAsync(
            await porteur.LireAsync(etats + "/prochain"),
            "main form",
            ("Avancement", "Le marché est notifié."),
            ("AvancementPct", "10"),
            ("DepensesPayees", "0"),
            ("AucuneEntreprise", "true"),
            ("action", "transmettre")
        );
        Assert.True(entier.Code == HttpStatusCode.Redirect, entier.De("main"));
        Assert.Contains("sans objet depuis le 20 février 2022", (await agent.LireAsync(etats)).De("main"));
        var courriels = await instance.LireAsync(db => db.Courriels.Select(c => c.Objet).ToListAsync());
        Assert.Contains(courriels, o => o.StartsWith("Mise en demeure", StringComparison.Ordinal));
    }
}
