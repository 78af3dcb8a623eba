using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The desk of who manages, and the page of one act that everyone concerned reads.</summary>
[Route("suivi")]
public sealed class SuiviController(FitnContext db, RegistreDesReglements reglements, Horloge horloge) : Controller
{
    [HttpGet("")]
    [Requiert(Droit.LireListeDeSuivi)]
    public async Task<IActionResult> Liste(SuiviFiltre filtre, CancellationToken arret) =>
        View(await SuiviPage.ChargerAsync(db, reglements, filtre, (User.ActeurRequis(), horloge.Aujourdhui), arret));

    [HttpGet("export.csv")]
    [Requiert(Droit.LireListeDeSuivi)]
    public IActionResult Csv(SuiviFiltre filtre) => new TableauCsv(Tableau(filtre));

    [HttpGet("export.xlsx")]
    [Requiert(Droit.LireListeDeSuivi)]
    public IActionResult Xlsx(SuiviFiltre filtre) => new TableauXlsx(Tableau(filtre));

    [HttpGet("{numero}")]
    [Requiert(Droit.LireSuivi)]
    public async Task<IActionResult> Voir(string numero, CancellationToken arret) =>
        await UnSuivi.ChargerAsync(db, reglements, numero, (User.ActeurRequis(), horloge.Aujourdhui), arret, histoire: true) is { } page
            ? View(page)
            : NotFound();

    private TableauProduit Tableau(SuiviFiltre filtre) => new ListeDeSuivi(db, User.ActeurRequis(), horloge.Aujourdhui).Tableau(filtre);
}
