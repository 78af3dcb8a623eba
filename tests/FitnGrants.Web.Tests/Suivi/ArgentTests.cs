using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>The money of an act through the forms: from the avance to the balance (suivi.md, 3 and 11.1).</summary>
public sealed class ArgentTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Vern = "213503527";
    private const string LeGuerno = "215600776";
    private const string Beuzec = "212900088";
    private const string Jour = "22/06/2021";

    [Fact]
    public async Task De_l_avance_au_solde_chaque_montant_au_centime_près()
    {
        var (gestion, second) = (
            await instance.EnTantQueAsync("gestionnaire.bretagne"),
            await instance.EnTantQueAsync("gestionnaire.bretagne-2")
        );
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var numero = await instance.EnExecutionAsync("porteur.vern", "Portail, argent", 28000m, 20720m, Vern);
        var (suivi, versements) = ($"/suivi/{numero}", $"/suivi/{numero}/versements");

        Assert.Contains("Aucun versement n'a encore été fait", (await porteur.LireAsync(suivi)).De("main"));
        await porteur.FaireSurAsync(versements, "versements", ("Nature", "Avance"));
        await SaisirAsync(porteur, versements + "/1", ("Montant", "6216,01"));
        var trop = await TransmettreAsync(porteur, versements + "/1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, trop.Code);
        Assert.Contains("6 216,00", trop.De(".erreurs"));
        await SaisirAsync(porteur, versements + "/1", ("Montant", "6216"));
        Assert.Equal(HttpStatusCode.NotFound, (await gestion.LireAsync(versements + "/1")).Code);
        Assert.Equal(HttpStatusCode.Redirect, (await TransmettreAsync(porteur, versements + "/1")).Code);
        Assert.Contains(numero, (await gestion.LireAsync("/suivi?Onglet=a-controler")).De("tbody"));
        await RefuserAsync(gestion, versements + "/1", "controle", ("Montant", "6216,01"), ("Motif", "Vu."));
        // Who instructs controls too; only who manages orders.
        var instructeur = await instance.EnTantQueAsync("instructeur.35");
        await instructeur.FaireSurAsync(versements + "/1", "controle");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await instructeur.PosterAsync(versements + "/1/ordonnancement", ("NumeroDp", "100000001"), ("Revision", "0"))).Code
        );
        await RefuserAsync(gestion, versements + "/1", "ordonnancement", ("NumeroDp", "12"));
        await gestion.FaireSurAsync(versements + "/1", "ordonnancement", ("NumeroDp", "100 000 001"));
        Assert.Contains(numero, (await gestion.LireAsync("/suivi?Q=100000001")).De("tbody"));
        await RefuserAsync(second, versements + "/1", "paiement", ("PayeeLe", "23/06/2021"));
        await second.FaireSurAsync(versements + "/1", "paiement", ("PayeeLe", Jour));
        Assert.Contains("6 216,00 € sont versés", (await porteur.LireAsync(suivi)).De("main"));

        await porteur.FaireSurAsync(versements, "versements", ("Nature", "Acompte"));
        var colle = await porteur.SoumettreAsync(
            await porteur.LireAsync(versements + "/2"),
            "main form",
            ("action", "coller"),
            (
                "Colle",
                "Fournisseur\tFacture\tJour\tPayée\tMontant\nAtelier\tF-1\t22/06/2021\t22/06/2021\t10 "
                    + "000,00\nAtelier\tF-2\tdemain\t22/06/2021\tabc"
            )
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, colle.Code);
        Assert.Contains("Ligne 3, « Jour de la facture » : « demain » n'est pas un jour", colle.De("main"));
        Assert.Contains("Ligne 3, « Montant » : « abc » n'est pas un montant", colle.De("main"));
        var ajoute = await porteur.SoumettreAsync(
            colle,
            "main form",
            ("action", "coller"),
            ("Colle", "Atelier\tF-1\t22/06/2021\t22/06/2021\t12 000,00\nAtelier\tA-1\t22/06/2021\t22/06/2021\t-2 000,00")
        );
        Assert.Equal(Francais.Saisie(new Euros(12_000m)), ajoute.Valeur("Lignes[0].Montant"));
        Assert.Equal(HttpStatusCode.Redirect, (await porteur.SoumettreAsync(ajoute, "main form", ("action", "enregistrer"))).Code);
        await TransmettreAsync(porteur, versements + "/2");
        Assert.Contains("1 184,00", (await gestion.LireAsync(versements + "/2")).De("main"));
        await RefuserAsync(gestion, versements + "/2", "controle", ("Montant", "1184,01"));
        await RefuserAsync(gestion, versements + "/2", "controle", ("Lignes[0].Conclusion", "Reduire"), ("Lignes[0].Retenu", "11999,99"));
        await PayerAsync(gestion, second, versements + "/2", "100000002");

        // The balance: 15 000 more, 25 000 in all, 18 500 due; 11 100 remain once 7 400 are paid.
        var achevement = await porteur.LireAsync(suivi + "/achevement");
        var sans = await porteur.SoumettreAsync(achevement, "main form", ("action", "declarer"));
        Assert.NotNull(sans.Erreur("AcheveLe"));
        Assert.NotNull(sans.Erreur("AutresAides"));
        var lignes = await porteur.SoumettreAsync(
            achevement,
            "main form",
            ("action", "coller"),
            ("Colle", "Atelier;F-3;22/06/2021;22/06/2021;15000;1")
        );
        var declare = await porteur.SoumettreAsync(lignes, "main form", ("action", "declarer"), ("AcheveLe", Jour), ("AutresAides", "0"));
        Assert.True(declare.Code == HttpStatusCode.Redirect, declare.De("main"));
        Assert.Equal(EtatDossier.Acheve, (await instance.DossierAsync(numero)).Etat);
        Assert.Contains(numero, (await gestion.LireAsync("/suivi?Onglet=a-solder")).De("tbody"));
        await RefuserAsync(gestion, versements + "/3", "controle", ("Montant", "11100,01"));
        await PayerAsync(gestion, second, versements + "/3", "100000003");
        var avant = await EngageAsync();
        await gestion.FaireSurAsync(suivi + "/achevement", "solde");
        Assert.Equal(EtatDossier.Solde, (await instance.DossierAsync(numero)).Etat);
        Assert.Equal(avant - 2_220m, await EngageAsync());
        Assert.Contains("18 500,00 € ont été versés", (await porteur.LireAsync(suivi)).De("main"));
        // A certificate asked for at the end counts what its control found, and nothing that came after it.
        foreach (var (rang, compte) in new[] { (1, "0,00 €"), (2, "6 216,00 €"), (3, "7 400,00 €") })
            Assert.Contains(
                $"Déjà contrôlé ou versé {compte}",
                PdfLu.Lire((await gestion.LireAsync($"{versements}/{rang}/certificat.pdf")).Octets).Texte,
                StringComparison.Ordinal
            );
        // Each step that concerns the porteur is told, and each that waits for who manages.
        var objets = await instance.LireAsync(db =>
            db.Courriels.Where(c => db.Dossiers.Any(d => d.Id == c.DossierId && d.Numero == numero)).Select(c => c.Objet).ToListAsync()
        );
        foreach (
            var (objet, fois) in new[]
            {
                ("Un versement est à contrôler", 2),
                ("Service fait certifié", 3),
                ("Versement ordonnancé", 3),
                ("Versement payé", 3),
                ("est achevé", 1),
                ("Aide soldée", 1),
            }
        )
            Assert.Equal(fois, objets.Count(o => o.Contains(objet, StringComparison.Ordinal)));
        Assert.Equal(0, await instance.MaillonsRompusAsync());
    }

    /// <summary>
    /// Scenario 6: two controls of 8 500 at once where one fits: exactly one, the other reads who did it and what is left.
    /// </summary>
    [Fact]
    public async Task Deux_agents_à_la_fois_ne_dépassent_jamais_et_le_second_lit_qui_a_fait_quoi()
    {
        string[] agents = ["gestionnaire.bretagne", "gestionnaire.bretagne-2"];
        var porteur = await instance.EnTantQueAsync("porteur.beuzec");
        var numero = await instance.EnExecutionAsync("porteur.beuzec", "Deux agents", 28000m, 20720m, Beuzec);
        var versements = $"/suivi/{numero}/versements";
        for (var rang = 1; rang <= 2; rang++)
        {
            await porteur.FaireSurAsync(versements, "versements", ("Nature", "Acompte"));
            await SaisirAsync(
                porteur,
                $"{versements}/{rang}",
                ("Lignes[0].Fournisseur", "Atelier"),
                ("Lignes[0].Facture", $"F-{rang}"),
                ("Lignes[0].FactureLe", Jour),
                ("Lignes[0].PayeeLe", Jour),
                ("Lignes[0].Montant", "11486,49"),
                ("Lignes[0].Poste", "0")
            );
            await TransmettreAsync(porteur, $"{versements}/{rang}");
        }
        for (var fois = 0; fois < 5; fois++)
        {
            var pages = new List<(Navigateur Agent, PageLue Page)>();
            foreach (var (agent, rang) in agents.Select((a, i) => (a, i + 1)))
            {
                var navigateur = await instance.EnTantQueAsync(agent);
                pages.Add((navigateur, await navigateur.LireAsync($"{versements}/{rang}")));
            }
            var reponses = await Task.WhenAll(
                pages.Select(p => p.Agent.SoumettreAsync(p.Page, "form[action$='/controle']", ("Montant", "8500"), ("Motif", "Vu.")))
            );
            Assert.Equal(1, reponses.Count(r => r.Code == HttpStatusCode.Redirect));
            var refus = Assert.Single(reponses, r => r.Code == HttpStatusCode.UnprocessableEntity).De(".erreurs");
            Assert.Contains("8 076,00 € au plus", refus);
            Assert.Contains("8 500,00 € comptent déjà (SGAR de Bretagne", refus);
            // The other agent takes it back: both may try again.
            var gagnant = Array.FindIndex(reponses, r => r.Code == HttpStatusCode.Redirect);
            await (await instance.EnTantQueAsync(agents[1 - gagnant])).FaireSurAsync(
                $"{versements}/{gagnant + 1}",
                "annulation",
                ("Motif", "On recommence.")
            );
        }
    }

    [Fact]
    public async Task La_base_refuse_d_ordonnancer_un_centime_de_plus_que_l_aide()
    {
        var numero = await instance.EnExecutionAsync("porteur.leguerno", "Un centime", 10000m, 5000m, LeGuerno);
        var porteur = await instance.EnTantQueAsync("porteur.leguerno");
        await porteur.FaireSurAsync($"/suivi/{numero}/versements", "versements", ("Nature", "Acompte"));
        var id = await instance.LireAsync(db =>
            (
                from v in db.Versements
                join a in db.ActesAttributifs on v.ActeId equals a.Id
                where a.Numero == numero + "-A1"
                select v.Id
            ).SingleAsync()
        );
        await instance.SqlAsync($"update versements set montant = 5000, etat = 'Ordonnancee' where id = {id}");
        var refus = await Assert.ThrowsAnyAsync<Exception>(() =>
            instance.SqlAsync($"update versements set montant = 5000.01 where id = {id}")
        );
        Assert.Contains("dépassent l'aide", refus.ToString(), StringComparison.Ordinal);
        await instance.SqlAsync($"update versements set montant = null, etat = 'Brouillon' where id = {id}");
    }

    private static async Task SaisirAsync(Navigateur porteur, string page, params (string, string?)[] valeurs)
    {
        var reponse = await porteur.SoumettreAsync(await porteur.LireAsync(page), "main form", [.. valeurs, ("action", "enregistrer")]);
        Assert.True(reponse.Code == HttpStatusCode.Redirect, reponse.De("main"));
    }

    private static async Task<PageLue> TransmettreAsync(Navigateur porteur, string page) =>
        await porteur.PosterAsync(
            page + "/transmission",
            PageLue.Champs((await porteur.LireAsync(page)).Formulaire($"form[action='{page}']")).Select(c => (c.Nom, (string?)c.Valeur))
        );

    private static async Task RefuserAsync(Navigateur qui, string page, string geste, params (string, string?)[] valeurs) =>
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await qui.SoumettreAsync(await qui.LireAsync(page), $"form[action$='/{geste}']", valeurs)).Code
        );

    private static async Task PayerAsync(Navigateur gestion, Navigateur second, string page, string dp)
    {
        await gestion.FaireSurAsync(page, "controle");
        await gestion.FaireSurAsync(page, "ordonnancement", ("NumeroDp", dp));
        await second.FaireSurAsync(page, "paiement", ("PayeeLe", Jour));
    }

    private async Task<decimal> EngageAsync() =>
        (await instance.LireAsync(db => db.Engagements.Where(e => e.Dispositif == "BZH-V1").Select(e => e.Montant).ToListAsync())).Sum(m =>
            m.Montant
        );
}
