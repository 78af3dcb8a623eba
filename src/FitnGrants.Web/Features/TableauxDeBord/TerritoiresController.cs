using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>The spread of accords over départements and sizes (S0:72-75).</summary>
[Route("tableaux-de-bord/territoires")]
[Requiert(Droit.LireTableaux)]
public sealed class TerritoiresController(FitnContext db, RegistreDesReglements reglements, Horloge horloge) : Controller
{
    private static readonly string[] Titres = ["Numéro", "Projet", "Lauréat", "Département", "Population", "Demandé", "Accordé"];

    [HttpGet("")]
    public async Task<IActionResult> Voir(string? dispositif, CancellationToken arret) =>
        View("/Features/TableauxDeBord/Territoires.cshtml", await ChargerAsync(dispositif, arret));

    [HttpGet("/tableaux-de-bord/territoires.csv")]
    public async Task<IActionResult> Csv(string? dispositif, CancellationToken arret) =>
        await TableauAsync(dispositif, arret) is { } tableau ? new TableauCsv(tableau) : NotFound();

    [HttpGet("/tableaux-de-bord/territoires.xlsx")]
    public async Task<IActionResult> Xlsx(string? dispositif, CancellationToken arret) =>
        await TableauAsync(dispositif, arret) is { } tableau ? new TableauXlsx(tableau) : NotFound();

    private Task<TerritoiresPage?> ChargerAsync(string? dispositif, CancellationToken arret) =>
        TerritoiresPage.ChargerAsync(db, reglements, dispositif, (User.ActeurRequis(), horloge.Aujourdhui), arret);

    private async Task<TableauProduit?> TableauAsync(string? dispositif, CancellationToken arret) =>
        await ChargerAsync(dispositif, arret) is { } page
            ? new TableauProduit($"territoires-{horloge.Aujourdhui:yyyy-MM-dd}", Titres, Titres[5..], LignesAsync(page.Dispositif))
            : null;

    private async IAsyncEnumerable<object?[]> LignesAsync(string dispositif)
    {
        var lignes = new TerritoiresDesLaureats(db, User.ActeurRequis(), dispositif).Lignes;
        await foreach (var l in lignes.AsAsyncEnumerable())
            yield return [l.Numero, l.Titre, l.Porteur, l.Departement, l.Population, l.Demande, l.Accorde];
    }
}
