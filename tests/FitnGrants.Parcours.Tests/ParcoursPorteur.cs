using System.Text.RegularExpressions;
using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <summary>The steps of a porteur of Bretagne, from the first page to the receipt.</summary>
public static class ParcoursPorteur
{
    public static async Task DeposerAsync(Visite v, string titre, string compte, bool regarder)
    {
        await RemplirAsync(v, titre, compte, regarder);
        await v.VoirAsync("Votre dossier est complet.");
        await v.CliquerAsync("Déposer le dossier");
        await v.VoirAsync("cochez la case d’attestation");
        await v.Page.CheckAsync("#Certifie");
        await v.CliquerAsync("Déposer le dossier");
        await v.VoirAsync("Dossier déposé.");
        var numero = Regex.Match(v.Page.Url, @"FITN-BZH-V1-2021-\d{5}$").Value;
        Assert.NotEmpty(numero);
        if (regarder)
            await v.RegarderAsync("dossier-depose");
        var texte = Pdf.Texte(await v.TelechargerAsync($"/dossiers/{numero}/recepisse.pdf"));
        Assert.Contains(numero, texte, StringComparison.Ordinal);
        Assert.Contains("réputée rejetée", texte, StringComparison.Ordinal);
        Assert.Contains("tribunal administratif de Rennes", texte, StringComparison.Ordinal);
    }

    public static async Task RemplirAsync(Visite v, string titre, string compte, bool regarder)
    {
        async Task Regarder(string nom)
        {
            if (regarder)
                await v.RegarderAsync(nom);
        }
        await v.ConnecterAsync(compte);
        await v.Page.GotoAsync("/dossiers/nouveau?dispositif=BZH-V1");
        await Regarder("nouveau");
        await v.CliquerAsync("Commencer le dossier");
        await Regarder("etape-collectivite");
        await v.Page.FillAsync("#Adresse", "1 place de la Mairie, 56190 Le Guerno");
        await v.Page.FillAsync("#RepresentantLegal", "Le maire");
        await v.Page.FillAsync("#Contact", "Secrétariat de mairie");
        await v.Page.FillAsync("#Courriel", "mairie@commune.example");
        await v.CliquerAsync("Continuer");
        await Regarder("etape-groupement");
        await v.CliquerAsync("Continuer");
        await v.Page.FillAsync("#Titre", titre);
        await v.Page.FillAsync("#Resume", "Un seul endroit pour toutes les démarches, conçu avec les habitants.");
        await v.Page.CheckAsync("#Thematiques");
        await v.Page.CheckAsync("#NaturesAppui-2");
        await v.Page.CheckAsync("#EtatAvancement");
        await v.Page.CheckAsync("#Regime");
        await Regarder("etape-projet");
        await v.CliquerAsync("Continuer");
        await v.Page.CheckAsync("#Urbanisme-2");
        await v.Page.FillAsync("#MethodeParticipative", "Trois ateliers avec des habitants et des agents.");
        await Regarder("etape-criteres");
        await v.CliquerAsync("Continuer");
        await RemplirLePlanAsync(v, Regarder);
        await v.Page.FillAsync("#DateDebutPrevue", "15/09/2021");
        await v.Page.FillAsync("#DateFinPrevue", "30/06/2022");
        await v.Page.FillAsync("#DateEffetConcret", "30/06/2024");
        await v.CliquerAsync("Continuer");
        await Regarder("etape-pieces");
        await v.CliquerAsync("Continuer vers le récapitulatif");
        await Regarder("recapitulatif-bloque");
        await v.VoirAsync("Le projet doit produire un effet concret dans les deux ans");
        await v.SuivreAsync("Le projet doit produire un effet concret");
        await v.Page.FillAsync("#DateEffetConcret", "30/06/2022");
        await Regarder("etape-calendrier");
        await v.CliquerAsync("Continuer");
        await v.CliquerAsync("Continuer vers le récapitulatif");
        await Regarder("recapitulatif");
    }

    private static async Task RemplirLePlanAsync(Visite v, Func<string, Task> regarder)
    {
        await v.Page.FillAsync("#Depenses_0__Libelle", "Portail");
        await v.Page.FillAsync("#Depenses_0__Montant", "20 000");
        await v.Page.FillAsync("#Ressources_0__Montant", "25 000");
        await v.CliquerAsync("Recalculer");
        await v.VoirAsync("La subvention demandée dépasse le coût éligible du projet.");
        await regarder("etape-financement");
        await v.Page.FillAsync("#Ressources_0__Montant", "-5");
        await v.CliquerAsync("Recalculer");
        await v.VoirAsync("Indiquez un montant positif.");
        await regarder("etape-financement-erreur");
        await v.Page.FillAsync("#Ressources_0__Montant", "16 000");
        await v.CliquerAsync("Ajouter une ressource");
        await v.Page.SelectOptionAsync("#Ressources_1__Type", "Autofinancement");
        await v.Page.SelectOptionAsync("#Ressources_1__Statut", "Acquis");
        await v.Page.FillAsync("#Ressources_1__Montant", "4 000");
        await v.CliquerAsync("Continuer");
    }
}
