using System.Globalization;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Caching.Memory;

namespace FitnGrants.Web.Features.Laureats;

/// <summary>The projects that the State helps, for everyone: never a person, a company or an invoice.</summary>
[Public]
[Route("laureats")]
public sealed class LaureatsController(FitnContext db, RegistreDesReglements reglements, IMemoryCache memoire, Horloge horloge) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Liste(LaureatsFiltre filtre, CancellationToken arret) =>
        View("/Features/Laureats/Liste.cshtml", await ChargerAsync(ModelState.IsValid ? filtre : new LaureatsFiltre(), arret));

    [HttpGet("carte")]
    public async Task<IActionResult> Carte(CancellationToken arret) =>
        View("/Features/Laureats/Carte.cshtml", await ChargerAsync(new LaureatsFiltre(), arret));

    [HttpGet("donnees")]
    public IActionResult Donnees() => View("/Features/Laureats/Donnees.cshtml");

    [HttpGet("{numero}")]
    public async Task<IActionResult> Un(string numero, CancellationToken arret) =>
        await UnLaureat.ChargerAsync(db, reglements, numero, arret) is { } laureat
            ? View("/Features/Laureats/Un.cshtml", laureat)
            : NotFound();

    private Task<LaureatsPage> ChargerAsync(LaureatsFiltre filtre, CancellationToken arret) =>
        LaureatsPage.ChargerAsync((db, reglements, memoire), filtre, horloge.Maintenant, arret);
}

/// <summary>The same as files, under the Licence Ouverte 2.0.</summary>
[Public]
[Route("api/v1")]
[EnableRateLimiting(LimitesDeDebit.Donnees)]
public sealed class DonneesController(FitnContext db, DonneesDesLaureats donnees, SubventionsScdl scdl, Horloge horloge) : ControllerBase
{
    public const string AdresseJson = "/api/v1/laureats";
    public const string AdresseCsv = "/api/v1/laureats.csv";
    public const string AdresseScdl = "/api/v1/subventions-scdl.csv";

    private const string Csv = "text/csv; charset=utf-8";

    [HttpGet("laureats")]
    public async Task<IActionResult> Json(CancellationToken arret)
    {
        var instant = horloge.Maintenant;
        return await FichierAsync("application/json; charset=utf-8", "laureats.json", (s, a) => donnees.JsonAsync(s, instant, a), arret);
    }

    [HttpGet("laureats.csv")]
    public Task<IActionResult> EnCsv(CancellationToken arret) => FichierAsync(Csv, "laureats.csv", donnees.CsvAsync, arret);

    /// <summary>The schema « subventions »: 1.1.0, or 2.1.1 where it is asked.</summary>
    [HttpGet("subventions-scdl.csv")]
    public async Task<IActionResult> Scdl(string? version, CancellationToken arret) =>
        version switch
        {
            null or "1.1.0" => await FichierAsync(Csv, "subventions-scdl.csv", (s, a) => scdl.EcrireAsync(s, deux: false, a), arret),
            "2.1.1" => await FichierAsync(Csv, "subventions-scdl-2.1.1.csv", (s, a) => scdl.EcrireAsync(s, deux: true, a), arret),
            _ => new ObjectResult(Problemes.Introuvable("Les versions servies sont 1.1.0 et 2.1.1."))
            {
                StatusCode = StatusCodes.Status404NotFound,
                ContentTypes = { "application/problem+json" },
            },
        };

    private async Task<IActionResult> FichierAsync(
        string type,
        string nom,
        Func<Stream, CancellationToken, Task> ecrire,
        CancellationToken arret
    ) => new FichierOuvert(type, nom, (await db.EmpreinteAsync(arret)).ToString(CultureInfo.InvariantCulture), ecrire);
}
