using System.Text;
using FitnGrants.Parcours.Tests.Fabrique;
using Microsoft.Playwright;

namespace FitnGrants.Parcours.Tests;

/// <summary>
/// Scenarios 1, from the acompte to the balance, and 7, once money was paid: by their people, each one cent over too.
/// </summary>
public sealed class ArgentTests(ServiceDuSuivi service) : IClassFixture<ServiceDuSuivi>
{
    private const string Jour = "14/03/2022";
    private const string Raison = "Le motif est dit en toutes lettres, en droit et en fait.";

    [Fact]
    public async Task L_argent_va_de_l_acompte_au_solde_et_revient_quand_on_renonce()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await AcompteAsync(v);
        await SoldeAsync(v);
        await RenoncerAsync(v);
        Assert.Empty(v.Erreurs);
        Assert.Empty(v.Defauts);
    }

    private static async Task AcompteAsync(Visite v)
    {
        await v.ConnecterAsync("porteur.vern");
        await v.SuivreAsync("Portail des familles");
        await v.VoirAsync(
            "Sur 20 720,00 € attribués, 6 216,00 € sont versés, 444,00 € au plus sont demandés et en cours de contrôle. "
                + "Il reste 14 060,00 € au plus."
        );
        await v.RegarderAsync("argent-porteur");
        await v.ConnecterAsync("gestionnaire.bretagne");
        await v.SuivreAsync("^À contrôler");
        await v.RegarderAsync("argent-a-controler");
        await v.SuivreAsync("Portail des familles");
        await v.SuivreAsync("^Acompte");
        await v.VoirAsync("Ce qui peut être payé : 444,00 €");
        await v.RegarderAsync("argent-controle");
        // Set aside, then reduced: the amount follows, the reason is asked; then the whole again.
        await v.Page.CheckAsync("[name='Lignes[0].Conclusion'][value=Ecarter]");
        await v.VoirAsync("Ce qui peut être payé : 0,00 €");
        await v.Page.CheckAsync("[name='Lignes[0].Conclusion'][value=Reduire]");
        await v.Page.FillAsync("[name='Lignes[0].Retenu']", "7 400");
        await v.VoirAsync("Ce qui peut être payé : 370,00 €");
        await v.RegarderAsync("argent-controle-reduit");
        await v.Page.CheckAsync("[name='Lignes[0].Conclusion'][value=Retenir]");
        await v.VoirAsync("Ce qui peut être payé : 444,00 €");
        await v.Page.FillAsync("#Montant", "444,01");
        await v.CliquerAsync("Certifier le service fait");
        await v.VoirAsync("444,00 € au plus");
        await v.RegarderAsync("argent-controle-refuse");
        await v.Page.FillAsync("#Montant", "");
        await v.CliquerAsync("Certifier le service fait");
        await v.VoirAsync("Service fait certifié.");
        var page = new Uri(v.Page.Url).AbsolutePath;
        var certificat = Pdf.Texte(await v.TelechargerAsync(page + "/certificat.pdf"));
        foreach (var dit in new[] { "Certificat pour le paiement", "444,00 €", "quatre cent quarante-quatre euros", "6 660,00 €" })
            Assert.Contains(dit, certificat, StringComparison.Ordinal);
        await v.Page.GotoAsync(page);
        await v.Page.FillAsync("#NumeroDp", "100204999");
        await v.CliquerAsync("Ordonnancer");
        await ParChorusAsync(v);
        await v.Page.GotoAsync(page);
        await v.VoirAsync("Payée");
        await v.RegarderAsync("argent-paye");
    }

    /// <summary>The extract says what was paid: a line that the product does not know, then the acompte in two posts.</summary>
    private static async Task ParChorusAsync(Visite v)
    {
        const string Extrait = """
            N° DP;N° poste DP;N° EJ;Fournisseur payé (DP);Montant payé;Date de dernière opération sur la DP
            100204999;00001;#;COMMUNE;400,00;14.03.2022
            100204999;00002;#;COMMUNE;44,00;14.03.2022
            999999999;00001;#;UNE AUTRE;12,00;14.03.2022
            """;
        await v.ConnecterAsync("gestionnaire.bretagne-2");
        await v.Page.GotoAsync("/suivi");
        await v.SuivreAsync("Paiements de Chorus");
        await v.RegarderAsync("chorus-vide");
        await v.CliquerAsync("Lire l’extrait");
        await v.VoirAsync("Choisissez l’extrait de Chorus");
        await ChargerAsync(v, "Une colonne;Une autre\n1;2");
        await v.VoirAsync("Les colonnes de cet extrait ne sont pas reconnues");
        await v.RegarderAsync("chorus-colonnes");
        await v.Page.GotoAsync("/suivi/chorus");
        await ChargerAsync(v, Extrait);
        await v.VoirAsync("3 lignes lues, 3 nouvelles");
        await v.VoirAsync("1 paiement est reconnu, 444,00 €");
        await v.RegarderAsync("chorus-lu");
        await v.CliquerAsync("Enregistrer ce paiement");
        await v.VoirAsync("Les paiements rapprochés sont enregistrés.");
        await v.SuivreAsync("^Inconnus$");
        await v.RegarderAsync("chorus-inconnus");
        await v.Page.FillAsync("#Motif", "Un autre fonds.");
        await v.Page.Locator("form.encart").GetByText("Écarter", new() { Exact = true }).ClickAsync();
        await v.VoirAsync("1 paiement écarté.");
        await ChargerAsync(v, Extrait);
        await v.VoirAsync("3 lignes lues, 0 nouvelle");
        await v.RegarderAsync("chorus-relu");
        await v.ConnecterAsync("gestionnaire.bretagne");
    }

    private static async Task ChargerAsync(Visite v, string texte)
    {
        await v.Page.SetInputFilesAsync(
            "#Fichier",
            new FilePayload
            {
                Name = "extrait.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(texte),
            }
        );
        await v.CliquerAsync("Lire l’extrait");
    }

    private static async Task SoldeAsync(Visite v)
    {
        await v.ConnecterAsync("porteur.vern");
        await v.SuivreAsync("Portail des familles");
        await v.SuivreAsync("Déclarer l’achèvement");
        await v.RegarderAsync("achevement");
        await v.Page.FillAsync("#AcheveLe", Jour);
        await v.Page.FillAsync("#AutresAides", "0");
        await v.Page.Locator("summary:has-text('Prendre les dépenses d’un tableur')").ClickAsync();
        await v.Page.FillAsync("#Colle", "Atelier\tF-9\t01/03/2022\tdemain\t16 000,00");
        await v.CliquerAsync("Ajouter ces lignes");
        await v.VoirAsync("Ligne 1, « Jour du paiement » : « demain » n’est pas un jour.");
        await v.RegarderAsync("achevement-colle-refuse");
        await v.Page.FillAsync("#Colle", "Atelier\tF-9\t01/03/2022\t02/03/2022\t16 000,00");
        await v.CliquerAsync("Ajouter ces lignes");
        await v.Page.Locator("#Lignes_0__Montant").WaitForAsync();
        await v.RegarderAsync("achevement-lignes");
        await v.CliquerAsync("^Déclarer l’achèvement$");
        await v.VoirAsync("Achèvement déclaré : le solde est demandé.");
        var suivi = new Uri(v.Page.Url).AbsolutePath;
        var etat = Pdf.Texte(await v.TelechargerAsync(suivi + "/versements/3/etat-recapitulatif.pdf"));
        Assert.Contains("Visa du comptable public", etat, StringComparison.Ordinal);
        Assert.Contains("16 000,00 €", etat, StringComparison.Ordinal);

        // 25 000 in all: 18 500 are due, 11 840 remain.
        await v.ConnecterAsync("gestionnaire.bretagne");
        await v.Page.GotoAsync(suivi + "/versements/3");
        await v.VoirAsync("Ce qui peut être payé : 11 840,00 €");
        await v.Page.FillAsync("#Montant", "11 840,01");
        await v.CliquerAsync("Certifier le service fait");
        await v.VoirAsync("11 840,00 € au plus");
        await v.Page.FillAsync("#Montant", "");
        await v.CliquerAsync("Certifier le service fait");
        await PayerAsync(v, suivi + "/versements/3", "100205000");
        await v.ConnecterAsync("gestionnaire.bretagne");
        await v.Page.GotoAsync(suivi + "/achevement");
        await v.VoirAsync("revient à l’enveloppe : 2 220,00 €");
        await v.RegarderAsync("a-solder");
        await v.CliquerAsync("^Solder$");
        await v.VoirAsync("18 500,00 € ont été versés ; 2 220,00 € sont revenus à l’enveloppe.");
        await v.RegarderAsync("solde");
    }

    private static async Task RenoncerAsync(Visite v)
    {
        await v.ConnecterAsync("gestionnaire.bretagne");
        await v.Page.GotoAsync("/suivi?Onglet=a-payer");
        await v.SuivreAsync("Signalements des habitants");
        await v.SuivreAsync("^Avance$");
        var versement = new Uri(v.Page.Url).AbsolutePath;
        var suivi = versement[..versement.IndexOf("/versements", StringComparison.Ordinal)];
        await NoterLePaiementAsync(v, versement);
        await v.Page.GotoAsync(suivi + "/renonciation");
        await v.Page.FillAsync("textarea", "Courrier du maire du 10 mars 2022.");
        await v.CliquerAsync("Noter le renoncement");
        await v.VoirAsync("ce qui est versé doit d’abord avoir son reversement décidé");
        await v.Page.GotoAsync(suivi + "/reversements");
        await v.Page.CheckAsync("[name=Fondement][value=ActeRetire]");
        await v.Page.FillAsync("#Montant", "4 500,01");
        await v.Page.FillAsync("#Motif", Raison);
        await v.CliquerAsync("Demander ses observations");
        await v.VoirAsync("4 500,00 € au plus");
        await v.RegarderAsync("reversement-refuse");
        await v.Page.FillAsync("#Montant", "4 500");
        await v.CliquerAsync("Demander ses observations");
        await v.VoirAsync("Observations demandées");
        await v.Page.FillAsync("[name=RecuLe]", Jour);
        await v.CliquerAsync("Noter la réception");
        await v.VoirAsync("Décision possible à partir du 29 mars 2022.");
        await v.RegarderAsync("reversement-attente");
        await v.ConnecterAsync("admin");
        await v.Page.GotoAsync("/administration/horloge");
        await v.Page.FillAsync("#Jour", "29/03/2022");
        await v.CliquerAsync("Avancer l’horloge");
        await v.VoirAsync("Horloge avancée");
        await v.ConnecterAsync("gestionnaire.bretagne");
        await v.Page.GotoAsync(suivi + "/reversements");
        await v.Page.FillAsync("[name=Titre]", "T-2022-7");
        await v.CliquerAsync("Décider le reversement");
        await v.VoirAsync("Reste à recouvrer : 4 500,00 €");
        await v.RegarderAsync("reversement-decide");
        await v.Page.GotoAsync(suivi + "/renonciation");
        await v.Page.FillAsync("textarea", "Courrier du maire du 10 mars 2022.");
        await v.CliquerAsync("Noter le renoncement");
        await v.VoirAsync("4 500,00 € ont été versés ; 10 500,00 € sont revenus à l’enveloppe.");
        await v.Page.GotoAsync(suivi + "/reversements");
        await v.Page.FillAsync("[name=Le]", "29/03/2022");
        await v.Page.Locator("form[action$='/recouvrement'] [name=Montant]").FillAsync("4 500");
        await v.CliquerAsync("Noter le recouvrement");
        await v.VoirAsync("0,00 € versés et non rendus.");
        await v.Page.GotoAsync(suivi);
        await v.VoirAsync("Les 15 000,00 € accordés sont revenus à l’enveloppe");
    }

    private static async Task PayerAsync(Visite v, string versement, string dp)
    {
        await v.Page.GotoAsync(versement);
        await v.Page.FillAsync("#NumeroDp", dp);
        await v.CliquerAsync("Ordonnancer");
        await NoterLePaiementAsync(v, versement);
    }

    /// <summary>By another account than the one that controlled.</summary>
    private static async Task NoterLePaiementAsync(Visite v, string versement)
    {
        await v.ConnecterAsync("gestionnaire.bretagne-2");
        await v.Page.GotoAsync(versement);
        await v.Page.FillAsync("#PayeeLe", Jour);
        await v.CliquerAsync("Noter le paiement");
        await v.VoirAsync("Paiement noté.");
        await v.ConnecterAsync("gestionnaire.bretagne");
    }
}
