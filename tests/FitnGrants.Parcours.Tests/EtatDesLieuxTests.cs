using System.Globalization;
using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <summary>The next report of a laureate on a telephone, from its mail's link to « Transmis »: five minutes by a printed model.</summary>
public sealed class EtatDesLieuxTests(ServiceDuSuivi service, ITestOutputHelper sortie) : IClassFixture<ServiceDuSuivi>
{
    // Card, Moran and Newell's keystroke model, and what a person reads and thinks.
    private const double SecondesParTouche = 0.28;
    private const double SecondesParClic = 1.1;
    private const double MotsParMinute = 200;
    private const double SecondesParQuestion = 4;

    private const string Prochain = "/suivi/FITN-BZH-V1-2021-00003/etats-des-lieux/prochain";

    private int touches;
    private int clics;
    private int questions;

    [Fact]
    public async Task L_état_suivant_se_rend_en_cinq_minutes_sur_un_téléphone_et_se_lit()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("porteur.vern");
        await v.Page.GotoAsync(Prochain);
        await v.RegarderAsync("etat-des-lieux");
        await v.Page.SetViewportSizeAsync(390, 844);
        await v.VoirAsync("Tout est repris du 7 janvier 2022");
        var mots = (await v.Page.Locator("main").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        await TaperAsync(v, "#AvancementPct", "70");
        await TaperAsync(v, "#Avancement", "Le portail est ouvert aux familles ; le paiement en ligne est en essai.");
        await TaperAsync(v, "#DepensesPayees", "20 000");
        await TaperAsync(v, "[name='Previsions[0].Montant']", "8 000");
        await v.VoirAsync("28 000,00 € en tout");
        await v.VoirAsync("4 champs changés");
        await v.VoirAsync("Changé 55 % au 7 janvier 2022");
        await v.VoirAsync("Enregistré à");
        clics++;
        await v.CliquerAsync("Transmettre l’état des lieux");
        await v.VoirAsync("État des lieux transmis.");

        var secondes =
            (touches * SecondesParTouche) + (clics * SecondesParClic) + (mots / MotsParMinute * 60) + (questions * SecondesParQuestion);
        sortie.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{questions} champs, {touches} touches, {clics} clics, {mots} mots lus : {secondes:0} secondes"
            )
        );
        Assert.InRange(questions, 1, 8);
        Assert.InRange(secondes, 1, 300);

        await v.Page.SetViewportSizeAsync(1280, 900);
        await v.ConnecterAsync("instructeur.35");
        await v.Page.GotoAsync("/suivi");
        await v.SuivreAsync("^À lire");
        await v.SuivreAsync("Portail des familles");
        await v.SuivreAsync("N° 3");
        await v.VoirAsync("+ 15 points");
        await v.RegarderAsync("etat-des-lieux-lecture");
        await v.CliquerAsync("Marquer lu");
        await v.VoirAsync("État des lieux marqué lu.");
        await v.Page.GotoAsync("/suivi/campagnes");
        await v.RegarderAsync("etats-campagne");
        Assert.Empty(v.Erreurs);
        Assert.Empty(v.Defauts);
    }

    private async Task TaperAsync(Visite v, string champ, string texte)
    {
        var avant = await v.Page.Locator(champ).InputValueAsync();
        (questions, clics, touches) = (questions + 1, clics + 1, touches + avant.Length + texte.Length);
        await v.Page.Locator(champ).FillAsync(texte);
    }
}
