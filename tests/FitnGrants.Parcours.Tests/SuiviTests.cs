using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;
using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <summary>The product on 14 March 2022, with laureates at every step of what follows an accord.</summary>
public sealed class ServiceDuSuivi(ServeurDesParcours serveur) : Service(serveur)
{
    protected override IReadOnlyDictionary<string, string> Reglages { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Demonstration__Jeu"] = "suivi" };
}

/// <summary>
/// Scenarios 2, 3, 4, 5, 7 (before any payment), 8 and 10 of suivi.md by their people, each also one cent over or the day after; the
/// clock goes forward as an administrator moves it.
/// </summary>
public sealed partial class SuiviTests(ServiceDuSuivi service) : IClassFixture<ServiceDuSuivi>
{
    private const string Raison = "Le motif est dit en toutes lettres, en droit et en fait.";

    [Fact]
    public async Task Ce_qui_suit_un_accord_se_vit_jusqu_a_chacune_de_ses_fins()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await MoinsQueDemandeAsync(v);
        await GroupementAsync(v);
        await FinDeMoisAsync(v);
        await AvenantAsync(v);
        await CommuneNouvelleAsync(v);
        await RenoncerAsync(v);
        await RejetImpliciteAsync(v);
        await RelancerAsync(v);
        await PremierEtatAsync(v);
        await CaduciteAsync(v);
        Assert.Empty(v.Erreurs);
        Assert.Empty(v.Defauts);
    }

    /// <summary>
    /// Scenario 2: 20 000 granted of 35 000; 25 000 of costs is 80 %, the ceiling of Colmar, and one cent less is past it.
    /// </summary>
    private static async Task MoinsQueDemandeAsync(Visite v)
    {
        var suivi = await OuvrirLeSuiviAsync(v, "gestionnaire.68", "Prise de rendez-vous en ligne");
        await v.Page.GotoAsync(suivi + "/acte");
        await v.VoirAsync("Le plan de financement ne s’équilibre pas sur 20 000,00 €");
        await v.RegarderAsync("acte-a-reequilibrer");

        await v.ConnecterAsync("porteur.colmar");
        await v.Page.GotoAsync(suivi);
        await v.VoirAsync("Rééquilibrez votre plan de financement");
        await v.SuivreAsync("Revoir le plan");
        await v.RegarderAsync("plan-a-reequilibrer");
        await v.Page.FillAsync("#Depenses_0__Montant", "24 999,99");
        await FondsPropresAsync(v, "4 999,99");
        await v.CliquerAsync("Transmettre le plan");
        await v.VoirAsync("supérieur au maximum de 80 %");
        await v.RegarderAsync("plan-refuse");
        await v.Page.FillAsync("#Depenses_0__Montant", "25 000");
        await FondsPropresAsync(v, "5 000");
        await v.CliquerAsync("Transmettre le plan");
        await v.VoirAsync("Plan transmis au service.");

        await v.ConnecterAsync("gestionnaire.68");
        await v.Page.GotoAsync(suivi + "/acte");
        await v.VoirAsync("40,00 %");
        await v.VoirAsync("80,00 %");
        await v.RegarderAsync("plan-a-accepter");
        await v.Page.FillAsync("#motif-accord", "Le périmètre est réduit, le service rendu reste le même.");
        await v.CliquerAsync("Accepter ce plan");
        await v.VoirAsync("Plan accepté");
    }

    private static Task FondsPropresAsync(Visite v, string montant) =>
        v.Page.Locator("fieldset:has(select option[value=Autofinancement]:checked) input[name$='.Montant']").FillAsync(montant);

    /// <summary>Scenario 8: 60 and 40 % of 25 000: one act, two SIRET, two signatures, each its share.</summary>
    private static async Task GroupementAsync(Visite v)
    {
        await v.ConnecterAsync("porteur.leguerno");
        await v.SuivreAsync("Archives partagées");
        await v.VoirAsync("Saisissez le SIRET de chaque bénéficiaire");
        var suivi = new Uri(v.Page.Url).AbsolutePath;
        await v.SuivreAsync("Saisir le SIRET");
        var sirets = v.Page.Locator("[name^='Sirets']");
        Assert.Equal(2, await sirets.CountAsync());
        await v.CliquerAsync("Enregistrer");
        await v.VoirAsync("ce n’est pas un SIRET");
        await v.RegarderAsync("sirets-refuses");
        await sirets.Nth(1).FillAsync(Siret.SiegePlausible("215601436").Valeur);
        await v.CliquerAsync("Enregistrer");
        await v.VoirAsync("SIRET enregistré.");

        await v.ConnecterAsync("gestionnaire.bretagne");
        await v.Page.GotoAsync(suivi + "/acte");
        await v.CliquerAsync("Confirmer");
        for (var rang = 0; rang < 2; rang++)
        {
            await v.Page.FillAsync($"[name='Deliberations[{rang}].Le']", "01/03/2022");
            await v.Page.FillAsync($"[name='Deliberations[{rang}].Numero']", $"2022-{rang + 1}");
        }
        await v.Page.FillAsync("#Imputation", "l’UO 0363-CDMA-BRET");
        await v.Page.FillAsync("#Comptable", "le directeur régional des finances publiques");
        await v.Page.FillAsync("#MotifDesAlertes", "Alertes examinées en instruction.");
        await v.CliquerAsync("^Enregistrer$");
        await v.CliquerAsync("Éditer l’acte");
        await v.Page.FillAsync("#SigneLe", "14/03/2022");
        await v.Page.Locator("[name^='Signatures']").First.FillAsync("14/03/2022");
        await v.CliquerAsync("Noter les signatures");
        await v.VoirAsync("Indiquez le jour de la signature de");
        await v.Page.Locator("[name^='Signatures']").Nth(1).FillAsync("14/03/2022");
        await v.CliquerAsync("Noter les signatures");
        await v.CliquerAsync("Envoyer l’acte");
        await v.VoirAsync("Acte envoyé");

        await v.ConnecterAsync("porteur.leguerno");
        var acte = Pdf.Texte(await v.TelechargerAsync(suivi + "/acte.pdf"));
        foreach (var dit in new[] { "15 000,00 €", "10 000,00 €", "60,00 %", "40,00 %", "215 601 436", "3 exemplaires" })
            Assert.Contains(dit, acte, StringComparison.Ordinal);
        await v.Page.GotoAsync(suivi);
        await v.VoirAsync("Part de chacun");
        await v.RegarderAsync("suivi-groupement");
        Assert.Contains("25 000,00 €", Pdf.Texte(await v.TelechargerAsync(suivi + "/lettres/notification.pdf")), StringComparison.Ordinal);
        await DonneesEssentiellesAsync(v, suivi);
        await PayerLeGroupementAsync(v, suivi);
    }

    /// <summary>Two rows of 25 000.00, their shares, their SIRET: what the State and anyone else reads of a groupement.</summary>
    private static async Task DonneesEssentiellesAsync(Visite v, string suivi)
    {
        var lignes = (await v.LireAsync("/api/v1/subventions-scdl.csv"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => l.Contains(suivi.Split('/')[^1] + "-A1", StringComparison.Ordinal))
            .Select(l => l.Trim('\r').Split(','))
            .ToList();
        Assert.Equal(2, lignes.Count);
        Assert.All(lignes, l => Assert.Contains("25000.00", l));
        Assert.Contains("0.6", lignes[0]);
        Assert.Contains("0.4", lignes[1]);
        Assert.Contains(Siret.SiegePlausible("215601436").Valeur, lignes[1]);
    }

    /// <summary>Scenario 3: received on paper on 30 November: due on 28 February, and said late a fortnight after.</summary>
    private static async Task FinDeMoisAsync(Visite v)
    {
        var suivi = await OuvrirLeSuiviAsync(v, "gestionnaire.bretagne", "Parcours des nouveaux arrivants", "a-notifier");
        await v.Page.GotoAsync(suivi + "/acte");
        await v.Page.FillAsync("#RecuLe", "15/03/2022");
        await v.Page.FillAsync("#Preuve", "avis de réception n° 1A 234 567 8901 2");
        await v.CliquerAsync("Noter la réception");
        await v.VoirAsync("Une réception ne se note pas d’avance.");
        await v.Page.FillAsync("#RecuLe", "30/11/2021");
        await v.CliquerAsync("Noter la réception");
        await v.Page.GotoAsync(suivi + "/etats-des-lieux");
        await v.VoirAsync("28 février 2022");
        await v.RegarderAsync("etats-fin-de-mois");
    }

    /// <summary>Eleven days after, the secretary reminds the late together: who reads here has a mail, who does not has a letter.</summary>
    private static async Task RelancerAsync(Visite v)
    {
        await v.ConnecterAsync("secretaire.bretagne");
        await v.Page.GotoAsync("/suivi?Onglet=etats-en-retard");
        await v.SuivreAsync("Relancer ensemble");
        await v.VoirAsync("28 février 2022");
        await v.VoirAsync("Personne n’a de compte ici : lettre de rappel à poster");
        await v.RegarderAsync("relances");
        await v.Page.FillAsync("#Mot", "La conférence régionale se tient vendredi.");
        await v.CliquerAsync("Relancer les lauréats cochés");
        await v.VoirAsync("envoyée");
        await v.VoirAsync("Déjà relancé aujourd’hui");
        await v.RegarderAsync("relances-faites");
    }

    /// <summary>The avance goes to the chef de file: each share is said, to the cent.</summary>
    private static async Task PayerLeGroupementAsync(Visite v, string suivi)
    {
        await v.Page.GotoAsync(suivi + "/commencement");
        await v.Page.FillAsync("#CommenceLe", "14/03/2022");
        await v.Page.CheckAsync("[name=Preuve][value=acte]");
        await v.CliquerAsync("Déclarer le commencement");
        await v.Page.GotoAsync(suivi + "/versements");
        await v.CliquerAsync("Demander l’avance");
        await v.Page.FillAsync("#Montant", "7 500,01");
        await v.CliquerAsync("^Enregistrer$");
        await v.CliquerAsync("Transmettre au service");
        await v.VoirAsync("L’avance ne dépasse pas 7 500,00 €");
        await v.Page.FillAsync("#Montant", "7 499,99");
        await v.CliquerAsync("^Enregistrer$");
        await v.CliquerAsync("Transmettre au service");
        await v.VoirAsync("Demande transmise au service.");
        var versement = new Uri(v.Page.Url).AbsolutePath;
        await v.ConnecterAsync("gestionnaire.bretagne");
        await v.Page.GotoAsync(versement);
        await v.CliquerAsync("Certifier le service fait");
        await v.Page.FillAsync("#NumeroDp", "100300001");
        await v.CliquerAsync("Ordonnancer");
        await v.ConnecterAsync("gestionnaire.bretagne-2");
        await v.Page.GotoAsync(versement);
        await v.Page.FillAsync("#PayeeLe", "14/03/2022");
        await v.CliquerAsync("Noter le paiement");
        await v.VoirAsync("7 499,99 € sont versés à");
        await v.VoirAsync("4 499,99 €");
        await v.VoirAsync("3 000,00 €");
        await v.RegarderAsync("versement-groupement");
    }

    /// <summary>More time, asked by the porteur of the Haut-Rhin in the demonstration, given by an arrêté; never more money.</summary>
    private static async Task AvenantAsync(Visite v)
    {
        await v.ConnecterAsync("gestionnaire.68");
        await v.SuivreAsync("^Avenants");
        await v.RegarderAsync("suivi-avenants");
        await v.SuivreAsync("Formation des secrétaires de mairie");
        await v.VoirAsync("Demandé par le porteur");
        var avenants = new Uri(v.Page.Url).AbsolutePath;
        await v.Page.FillAsync("#Montant", "6 400,01");
        await v.CliquerAsync("^Enregistrer$");
        await v.VoirAsync("Un avenant n’augmente jamais l’aide");
        await v.RegarderAsync("avenant-refuse");
        await v.Page.FillAsync("#Montant", "6 400");
        await v.Page.FillAsync("#Raison", "le prestataire livre trois mois plus tard");
        await v.CliquerAsync("^Enregistrer$");
        await v.VoirAsync("Tout est prêt.");
        await v.RegarderAsync("avenant-pret");
        await v.CliquerAsync("Éditer l’arrêté modificatif");
        await v.Page.FillAsync("#SigneLe", "14/03/2022");
        await v.RegarderAsync("avenant-a-signer");
        await v.CliquerAsync("Noter les signatures");
        await v.CliquerAsync("Envoyer l’arrêté modificatif");
        await v.VoirAsync("Le bénéficiaire ne l’a pas encore ouvert ici.");
        await v.ConnecterAsync("porteur.feldkirch");
        await v.VoirAsync("Ouvrez votre arrêté modificatif");
        await v.Page.GotoAsync(avenants);
        await v.RegarderAsync("avenant-a-ouvrir");
        var papier = Pdf.Texte(await v.TelechargerAsync(avenants + "/2.pdf"));
        Assert.Contains("30 septembre 2022", papier, StringComparison.Ordinal);
        await v.Page.ReloadAsync();
        await v.VoirAsync("En vigueur depuis le 14 mars 2022");
    }

    /// <summary>Scenario 10: in the middle of execution.</summary>
    private static async Task CommuneNouvelleAsync(Visite v)
    {
        await v.ConnecterAsync("admin");
        await v.Page.GotoAsync("/administration/referentiel");
        await v.SuivreAsync("Communes nouvelles");
        await v.Page.FillAsync("#Ancien", "213503527");
        await v.Page.FillAsync("#Nouveau", "213500010");
        await v.Page.FillAsync("#Le", "15/03/2022");
        await v.Page.FillAsync("#Arrete", "arrêté n° 2022-12");
        await v.CliquerAsync("Voir ce qui suivra");
        await v.VoirAsync("attendez ce jour");
        await v.RegarderAsync("succession-refusee");
        await v.Page.FillAsync("#Le", "14/03/2022");
        await v.CliquerAsync("Voir ce qui suivra");
        await v.VoirAsync("Portail des familles");
        await v.RegarderAsync("succession-a-enregistrer");
        await v.CliquerAsync("Enregistrer la succession");
        await v.VoirAsync("Succession enregistrée");
        await v.ConnecterAsync("porteur.vern");
        await v.SuivreAsync("Portail des familles");
        await v.VoirAsync("Saisissez le SIRET de la collectivité nouvelle");
        await v.RegarderAsync("suivi-succession");
        await v.SuivreAsync("Saisir le SIRET");
        await v.Page.Locator("[name^='Sirets']").FillAsync(Siret.SiegePlausible("213500010").Valeur);
        await v.CliquerAsync("Enregistrer");
        await v.VoirAsync("SIRET enregistré.");
    }

    /// <summary>Scenario 7, before any payment: the envelope has its money back at once.</summary>
    private static async Task RenoncerAsync(Visite v)
    {
        await v.ConnecterAsync("porteur.feldkirch");
        await v.SuivreAsync("Formation des secrétaires de mairie");
        await v.SuivreAsync("Renoncer à l’aide");
        await v.CliquerAsync("Renoncer à l’aide");
        await v.VoirAsync("Dites pourquoi la collectivité renonce.");
        await v.RegarderAsync("renonciation-refusee");
        await v.Page.FillAsync("textarea", "La formation est assurée par le centre de gestion.");
        await v.CliquerAsync("Renoncer à l’aide");
        await v.VoirAsync("La collectivité renonce à l’aide");
        await v.VoirAsync("Les 6 400,00 € accordés sont revenus à l’enveloppe");
        await v.RegarderAsync("suivi-abandonne");
    }

    /// <summary>
    /// Scenario 4: prolonged on its last day, refused on the next one of the new term; then stated, the beneficiary heard.
    /// </summary>
    private static async Task RejetImpliciteAsync(Visite v)
    {
        await AvancerAsync(v, "23/04/2022");
        var suivi = await OuvrirLeSuiviAsync(v, "gestionnaire.bretagne", "Sentiers du littoral");
        await v.SuivreAsync("Proroger le délai");
        await v.Page.FillAsync("#Au", "23/04/2022");
        await v.Page.FillAsync("#Motif", Raison);
        await v.CliquerAsync("Proroger");
        await v.VoirAsync("Choisissez un jour après le 23 avril 2022");
        await v.RegarderAsync("prorogation-refusee");
        await v.Page.FillAsync("#Au", "10/05/2022");
        await v.CliquerAsync("Proroger");
        await v.VoirAsync("Délai prorogé");
        await v.ConnecterAsync("porteur.beuzec");
        await v.Page.GotoAsync(suivi);
        await v.VoirAsync("jusqu’au 10 mai 2022");

        await AvancerAsync(v, "11/05/2022");
        await v.ConnecterAsync("porteur.beuzec");
        await v.Page.GotoAsync(suivi);
        await v.VoirAsync("Le délai pour notifier l’acte a pris fin le 10 mai 2022");
        await v.ConnecterAsync("gestionnaire.bretagne");
        await v.Page.GotoAsync(suivi + "/prorogation");
        await v.VoirAsync("il ne se proroge plus");
        await EntendreAsync(v, suivi + "/caducite", "porteur.beuzec", "rejet");
        await AvancerAsync(v, "25/05/2022");
        await PasEncoreAsync(v, "gestionnaire.bretagne", suivi, "26 mai 2022");
        await AvancerAsync(v, "26/05/2022");
        await ConstaterAsync(v, "gestionnaire.bretagne", suivi);
        Assert.Contains("rejet implicite", Pdf.Texte(await v.TelechargerAsync(suivi + "/lettres/fin.pdf")), StringComparison.Ordinal);
    }

    /// <summary>Scenario 5: received on 22 October 2021, nothing begun; that day two years later is open, the next one is not.</summary>
    private static async Task CaduciteAsync(Visite v)
    {
        await AvancerAsync(v, "22/10/2023");
        var suivi = await OuvrirLeSuiviAsync(v, "gestionnaire.grand-est", "Laboratoire des mobilités", "a-commencer");
        await v.Page.GotoAsync(suivi + "/caducite");
        await v.VoirAsync("Le projet peut commencer jusqu’au 22 octobre 2023.");
        await AvancerAsync(v, "23/10/2023");
        await v.ConnecterAsync("porteur.colmar-agglo");
        await v.Page.GotoAsync(suivi + "/commencement");
        await v.Page.FillAsync("#CommenceLe", "23/10/2023");
        await v.Page.CheckAsync("[name=Preuve][value=acte]");
        await v.CliquerAsync("Déclarer le commencement");
        await v.VoirAsync("Le délai pour commencer a pris fin le 22 octobre 2023");
        await v.ConnecterAsync("gestionnaire.grand-est");
        await EntendreAsync(v, suivi + "/caducite", "porteur.colmar-agglo", "caducite");
        await AvancerAsync(v, "06/11/2023");
        await PasEncoreAsync(v, "gestionnaire.grand-est", suivi, "7 novembre 2023");
        await AvancerAsync(v, "07/11/2023");
        await ConstaterAsync(v, "gestionnaire.grand-est", suivi);
        Assert.Contains("caduque", Pdf.Texte(await v.TelechargerAsync(suivi + "/lettres/fin.pdf")), StringComparison.Ordinal);
    }

    private static async Task EntendreAsync(Visite v, string page, string porteur, string nom)
    {
        await v.Page.GotoAsync(page);
        await v.Page.FillAsync("#Motif", Raison);
        await v.CliquerAsync("Demander ses observations");
        await v.RegarderAsync(nom + "-observations-demandees");
        await v.ConnecterAsync(porteur);
        await v.VoirAsync("Présentez vos observations");
        await v.Page.GotoAsync(page.Replace("/caducite", "/observations", StringComparison.Ordinal));
        await v.VoirAsync("pour répondre");
        await v.RegarderAsync(nom + "-observations");
    }

    private static async Task PasEncoreAsync(Visite v, string compte, string suivi, string possible)
    {
        await v.ConnecterAsync(compte);
        await v.Page.GotoAsync(suivi + "/caducite");
        await v.VoirAsync($"Décision possible à partir du {possible}.");
        Assert.Equal(0, await v.Page.Locator("form[action$='/caducite']").CountAsync());
    }

    private static async Task ConstaterAsync(Visite v, string compte, string suivi)
    {
        await v.ConnecterAsync(compte);
        await v.Page.GotoAsync(suivi + "/caducite");
        await v.Page.FillAsync("#Motif", Raison);
        await v.CliquerAsync("^Constater$");
        await v.VoirAsync("Constat enregistré");
        await v.RegarderAsync("suivi-caduc-" + compte.Split('.')[1]);
    }

    private static async Task<string> OuvrirLeSuiviAsync(Visite v, string compte, string titre, string onglet = "a-editer")
    {
        await v.ConnecterAsync(compte);
        await v.Page.GotoAsync("/suivi?Onglet=" + onglet);
        await v.SuivreAsync(titre);
        await v.Page.WaitForURLAsync(new Regex("/suivi/FITN-"));
        return new Uri(v.Page.Url).AbsolutePath;
    }

    private static async Task AvancerAsync(Visite v, string jour)
    {
        await v.ConnecterAsync("admin");
        await v.Page.GotoAsync("/administration/horloge");
        await v.Page.FillAsync("#Jour", jour);
        await v.CliquerAsync("Avancer l’horloge");
        await v.VoirAsync("Horloge avancée");
    }
}
