using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <content>The first report of a laureate.</content>
public sealed partial class SuiviTests
{
    /// <summary>
    /// Scenario 1, its first report: 40 %, 9 000 of costs, a company of the 35 and one of the 75; 101 % is refused first.
    /// </summary>
    private static async Task PremierEtatAsync(Visite v)
    {
        await v.ConnecterAsync("porteur.leguerno");
        await v.SuivreAsync("Archives partagées");
        var suivi = new Uri(v.Page.Url).AbsolutePath;
        await v.Page.GotoAsync(suivi + "/etats-des-lieux/prochain");
        await v.VoirAsync("Au plus tard le 14 juin 2022");
        await v.Page.CheckAsync("[name=Statut][value=EnCours]");
        await v.Page.FillAsync("#AvancementPct", "101");
        await v.Page.FillAsync("#Avancement", "Le marché est notifié, les maquettes sont validées.");
        await v.Page.FillAsync("#DepensesPayees", "9 000");
        await v.CliquerAsync("Transmettre l’état des lieux");
        await v.VoirAsync("Rien n’est transmis");
        await v.RegarderAsync("etat-premier-refuse");
        await v.Page.FillAsync("#AvancementPct", "40");
        await EntrepriseAsync(v, 0, "Atelier numérique de l’Ouest", "35", "18 000");
        await EntrepriseAsync(v, 1, "Formation pour tous", "75", "4 500");
        await v.CliquerAsync("Transmettre l’état des lieux");
        await v.VoirAsync("État des lieux transmis.");
        await v.ConnecterAsync("instructeur.56");
        await v.Page.GotoAsync(suivi + "/etats-des-lieux");
        await v.SuivreAsync("N° 1");
        await v.VoirAsync("9 000,00 €");
        await v.RegarderAsync("etat-premier-lecture");
        await v.CliquerAsync("Marquer lu");
        await v.VoirAsync("État des lieux marqué lu.");
    }

    private static async Task EntrepriseAsync(Visite v, int rang, string nom, string departement, string montant)
    {
        await v.CliquerAsync("Ajouter une entreprise");
        await v.Page.FillAsync($"#Entreprises_{rang}__Nom", nom);
        await v.Page.SelectOptionAsync($"#Entreprises_{rang}__Departement", departement);
        await v.Page.FillAsync($"#Entreprises_{rang}__Montant", montant);
    }
}
