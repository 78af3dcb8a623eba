using System.Text.RegularExpressions;
using FitnGrants.Parcours.Tests.Fabrique;
using Microsoft.Playwright;

namespace FitnGrants.Parcours.Tests;

/// <summary>The whole tour, as its people would: a mairie files, the préfecture instructs, the session decides.</summary>
public sealed class LaVisiteTests(ServicePrive service)
{
    [Fact]
    public async Task Une_mairie_depose_la_prefecture_instruit_la_seance_decide()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await SimulerAsync(v);
        await ParcoursPorteur.DeposerAsync(v, "Guichet des démarches", "porteur.leguerno", regarder: true);
        await InstruireAsync(v);
        var seance = await PreparerAsync(v);
        await AvancerAsync(v);
        await DeciderAsync(v, seance);
        await LireLaDecisionAsync(v);
        await VerifierLaSuiteAsync(v);
        Assert.Empty(v.Erreurs);
        Assert.Empty(v.Defauts);
    }

    private static async Task SimulerAsync(Visite v)
    {
        await v.Page.GotoAsync("/");
        await v.RegarderAsync("accueil");
        await v.Page.GotoAsync("/simulateur");
        await v.RegarderAsync("simulateur");
        await v.Page.Locator("#Collectivite").PressSequentiallyAsync("colm");
        await v.Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { NameRegex = new("^Colmar") }).First.ClickAsync();
        await v.Page.FillAsync("#Cout", "50 000");
        await v.Page.FillAsync("#Montant", "45 000");
        await v.Page.Locator("#formulaire button:has-text('Vérifier')").ClickAsync();
        await v.VoirAsync("Votre tranche, 1 000 à 79 999 habitants, permet de demander de 10 000,00 € à 40 000,00 €");
        await v.VoirAsync("supérieur au maximum de 80 % prévu pour votre tranche (69 774 habitants)");
        await v.VoirAsync("« de 20 à 80 % […] / […] Entre 1000 et 80 000 hab. […] »");
        await v.RegarderAsync("simulateur-reponse");
        foreach (
            var (adresse, nom) in new[]
            {
                ("/dispositifs", "dispositifs"),
                ("/dispositifs/BZH-V1", "fiche"),
                ("/dispositifs/HR-V1/reglement", "reglement"),
                ("/dispositifs/NAT-DEMAT?sirens=243500139&departement=non", "fiche-nationale"),
                ("/dispositifs/CNFS-COLL?Structure=Association", "fiche-conseillers"),
                ("/dispositifs/CNFS-COLL/reglement", "regles-conseillers"),
                ("/plan-du-site", "plan"),
                ("/accessibilite", "accessibilite"),
                ("/mentions-legales", "mentions"),
                ("/donnees-personnelles", "donnees"),
                ("/cookies", "cookies"),
                ("/compte/connexion", "connexion"),
                ("/nulle-part", "introuvable"),
            }
        )
        {
            await v.Page.GotoAsync(adresse);
            await v.RegarderAsync(nom);
        }
    }

    private static async Task InstruireAsync(Visite v)
    {
        await v.ConnecterAsync("instructeur.35");
        await v.Page.GotoAsync("/instruction?Q=vern");
        await v.RegarderAsync("liste");
        await v.SuivreAsync("Portail des familles");
        await v.RegarderAsync("grille");
        await v.CliquerAsync("Confirmer les constats conformes");
        await v.VoirAsync("Conclusions enregistrées.");
        await ConclureLeResteAsync(v);
        await v.RegarderAsync("grille-conclue");
        await v.Page.FillAsync("#Synthese", "Projet simple et utile.");
        await v.CliquerAsync("^Clore l’instruction");
        await v.VoirAsync("Instruction close.");
    }

    private static async Task ConclureLeResteAsync(Visite v)
    {
        var ouvertes = v.Page.Locator("tr:has(.choix-cadre):not(:has(input:checked))");
        if (await ouvertes.CountAsync() == 0)
            return;
        while (await ouvertes.CountAsync() > 0)
        {
            var ligne = ouvertes.First;
            var motif = ligne.Locator("textarea");
            var id = await motif.GetAttributeAsync("id");
            await ligne.Locator("input").First.CheckAsync();
            await v.Page.Locator("#" + id).FillAsync("Vérifié avec la commune.");
        }
        await v.CliquerAsync("Enregistrer les conclusions");
    }

    private static async Task<string> PreparerAsync(Visite v)
    {
        await v.ConnecterAsync("secretaire.bretagne");
        await v.RegarderAsync("seances");
        await v.SuivreAsync("mardi 22 juin 2021");
        await v.RegarderAsync("seance-prete");
        foreach (var projet in new[] { "Portail des familles", "Accueil numérique partagé", "Tablettes de consultation" })
            await v.CliquerAsync("Inscrire " + projet);
        await v.VoirAsync("Ordre du jour, 4 points");
        return v.Page.Url;
    }

    private static async Task AvancerAsync(Visite v)
    {
        await v.ConnecterAsync("admin");
        await v.Page.GotoAsync("/administration/horloge");
        await v.RegarderAsync("horloge");
        await v.Page.FillAsync("#Jour", "31/05/2021");
        await v.CliquerAsync("Avancer l’horloge");
        await v.VoirAsync("L’horloge avance seulement");
        await v.Page.FillAsync("#Jour", "22/06/2021");
        await v.CliquerAsync("Avancer l’horloge");
        await v.VoirAsync("mardi 22 juin 2021");
    }

    private static async Task DeciderAsync(Visite v, string seance)
    {
        await v.ConnecterAsync("secretaire.bretagne");
        await v.Page.GotoAsync(seance);
        await v.CliquerAsync("Ouvrir la séance");
        await v.VoirAsync("1 188 000,00 €");
        await v.SuivreAsync("Portail des familles");
        await v.RegarderAsync("point");
        await v.SuivreAsync("^Accord$");
        await v.Page.FillAsync("#Motivation", "   ");
        await v.CliquerAsync("Enregistrer l’accord");
        await v.VoirAsync("cochez au moins un fondement");
        await v.RegarderAsync("accord-refuse");
        await v.Page.FillAsync("#Montant", "20 720");
        await v.Page.FillAsync("#Motivation", "Le projet simplifie les démarches des familles.");
        await MotiverAsync(v, "Critères");
        await v.CliquerAsync("Enregistrer l’accord");
        await v.VoirAsync("1 167 280,00 €");
        await v.CliquerAsync("Notifier la décision");
        await v.VoirAsync("Notifiée le 22 juin 2021");
        await v.RegarderAsync("point-notifie");
        await AutreDecisionAsync(v, seance, "Accueil numérique partagé", "^À revoir$", "Enregistrer « à revoir »");
        await AutreDecisionAsync(v, seance, "Tablettes de consultation", "^Refus$", "Enregistrer le refus");
        await v.Page.GotoAsync(seance);
        await v.RegarderAsync("seance-ouverte");
    }

    private static async Task AutreDecisionAsync(Visite v, string seance, string projet, string porte, string bouton)
    {
        await v.Page.GotoAsync(seance);
        await v.SuivreAsync(projet);
        await v.SuivreAsync(porte);
        await v.RegarderAsync("decision-" + projet.Split(' ')[0].ToLowerInvariant());
        if (await v.Page.Locator("#Axes").CountAsync() > 0)
        {
            await v.Page.FillAsync("#Axes_0__Texte", "Décrire la méthode participative");
            await v.Page.SelectOptionAsync("#Axes_0__Cible", "criteres");
            await v.Page.FillAsync("#Axes_1__Texte", "Dire comment les usages seront mesurés");
            await v.Page.SelectOptionAsync("#Axes_1__Cible", "R50");
        }
        await v.Page.FillAsync("#Motivation", "Au vu des priorités du dispositif, la séance motive ainsi sa décision.");
        await MotiverAsync(v, "Priorités");
        await v.CliquerAsync(bouton);
        await v.VoirAsync("Décision enregistrée.");
        await v.CliquerAsync("Notifier la décision");
    }

    /// <summary>Ticks the first rule of a group.</summary>
    private static async Task MotiverAsync(Visite v, string groupe)
    {
        var details = v.Page.Locator($"#Fondements details:has(summary:has-text('{groupe}'))");
        if (await details.GetAttributeAsync("open") is null)
            await details.Locator("summary").ClickAsync();
        await details.Locator("input").First.CheckAsync();
    }

    private static async Task LireLaDecisionAsync(Visite v)
    {
        await v.ConnecterAsync("porteur.vern");
        await v.RegarderAsync("mes-dossiers");
        await v.SuivreAsync("Portail des familles");
        await v.VoirAsync("Saisissez le SIRET de la collectivité");
        await v.SuivreAsync("Décision");
        await v.VoirAsync("Accord sous réserve du conventionnement financier.");
        await v.RegarderAsync("dossier-accorde");
        var lettre = await v.Page.Locator("a[href$='lettre.pdf']").First.GetAttributeAsync("href");
        var texte = Pdf.Texte(await v.TelechargerAsync(lettre!));
        Assert.Contains("20 720,00 €", texte, StringComparison.Ordinal);
        Assert.Contains("tribunal administratif de Rennes", texte, StringComparison.Ordinal);
        await AttribuerAsync(v);
    }

    /// <summary>From the accord to the commencement: the porteur and who manages, in turn.</summary>
    private static async Task AttribuerAsync(Visite v)
    {
        await v.SuivreAsync("Suivi");
        await v.RegarderAsync("suivi-porteur");
        await v.SuivreAsync("Saisir le SIRET");
        await v.CliquerAsync("Enregistrer");
        await v.VoirAsync("SIRET enregistré.");

        await v.ConnecterAsync("gestionnaire.bretagne");
        await v.VoirAsync("20 720,00 €");
        await v.RegarderAsync("suivi-bureau");
        await v.SuivreAsync("Portail des familles");
        await v.SuivreAsync("Préparer l’acte");
        await v.VoirAsync("Avant l’édition");
        await v.RegarderAsync("acte-a-preparer");
        await v.CliquerAsync("Confirmer");
        await v.Page.FillAsync("[name='Deliberations[0].Le']", "21/06/2021");
        await v.Page.FillAsync("[name='Deliberations[0].Numero']", "2021-42");
        await v.Page.FillAsync("#Imputation", "l’UO 0363-CDMA-BRET");
        await v.Page.FillAsync("#Comptable", "le directeur régional des finances publiques");
        await v.CliquerAsync("Enregistrer");
        await v.CliquerAsync("Éditer l’acte");
        await v.VoirAsync("Acte édité");
        await v.CliquerAsync("Noter les signatures");
        await v.VoirAsync("Indiquez le jour de la signature de l’État.");
        await v.RegarderAsync("acte-signatures-refus");
        await v.Page.FillAsync("#SigneLe", "22/06/2021");
        await v.Page.FillAsync("[name^='Signatures']", "22/06/2021");
        await v.CliquerAsync("Noter les signatures");
        await v.CliquerAsync("Envoyer l’acte");
        await v.VoirAsync("Acte envoyé");

        await v.ConnecterAsync("porteur.vern");
        await v.SuivreAsync("Portail des familles");
        await v.VoirAsync("Ouvrez votre convention");
        var acte = await v.Page.Locator("a[href$='acte.pdf']").First.GetAttributeAsync("href");
        Assert.Contains("vingt mille sept cent vingt euros", Pdf.Texte(await v.TelechargerAsync(acte!)), StringComparison.Ordinal);
        await v.Page.ReloadAsync();
        await v.VoirAsync("Déclarez le commencement du projet");
        await v.SuivreAsync("Déclarer");
        await v.Page.FillAsync("#CommenceLe", "22/06/2021");
        await v.Page.CheckAsync("[name=Preuve][value=acte]");
        await v.RegarderAsync("commencement");
        await v.CliquerAsync("Déclarer le commencement");
        await v.VoirAsync("Réalisez votre projet");
        await v.RegarderAsync("suivi-en-execution");
    }

    private static async Task VerifierLaSuiteAsync(Visite v)
    {
        // À revoir: back to its porteur, editable, then version 2.
        await v.ConnecterAsync("porteur.beuzec");
        await v.SuivreAsync("Accueil numérique partagé");
        await v.VoirAsync("Décrire la méthode participative");
        await v.SuivreAsync("Modifier le dossier");
        await v.Page.FillAsync("#Resume", "Un point d’accueil conçu avec les habitants, en ateliers, et mesuré chaque trimestre.");
        await v.CliquerAsync("Continuer");
        await v.Page.GotoAsync(Regex.Replace(v.Page.Url, "/modifier/.*", "/modifier/recapitulatif"));
        await v.Page.CheckAsync("#Certifie");
        await v.CliquerAsync("Déposer le dossier");
        await v.VoirAsync("Déposé à nouveau");

        // Refus: the same project cannot be deposited again.
        await ParcoursPorteur.RemplirAsync(v, "Les tablettes de consultation", "porteur.leguerno", regarder: false);
        await v.Page.CheckAsync("#Certifie");
        await v.CliquerAsync("Déposer le dossier");
        await v.VoirAsync("il ne peut pas être redéposé");
    }
}
