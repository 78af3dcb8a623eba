using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <summary>Admin reads the versions of a règlement, prepares one, corrects it, and publishes it for a day far away.</summary>
public sealed class ReglementsTests(Service service)
{
    [Fact]
    public async Task L_administration_prepare_et_publie_une_version()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("admin");
        await v.SuivreAsync("^Règlements$");
        await v.RegarderAsync("reglements");
        await v.SuivreAsync("Haut-Rhin, volet 1");
        await v.RegarderAsync("versions");
        await v.SuivreAsync("Préparer une nouvelle version");
        var texte = await v.Page.InputValueAsync("#Texte");
        await v.Page.FillAsync("#Texte", texte.Replace("regle: PlanEquilibre", "regle: PlanAuHasard", StringComparison.Ordinal));
        await v.CliquerAsync("Vérifier");
        await v.VoirAsync("règle inconnue : PlanAuHasard");
        await v.RegarderAsync("nouvelle-version-fautive");
        await v.Page.FillAsync("#Texte", texte.Replace("plafond: 100000", "plafond: 50000", StringComparison.Ordinal));
        await v.CliquerAsync("Vérifier");
        await v.VoirAsync("dossiers changeraient de constat");
        await v.RegarderAsync("apercu-version");
        await v.Page.FillAsync("#Le", "01/09/2030");
        await v.CliquerAsync("Publier la version");
        await v.VoirAsync("À venir : elle juge à partir du 1er septembre 2030");
        await v.Page.Locator("summary:has-text('Lire le texte')").ClickAsync();
        await v.RegarderAsync("version");
        Assert.Empty(v.Erreurs);
        Assert.Empty(v.Defauts);
    }
}
