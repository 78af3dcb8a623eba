using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;

namespace FitnGrants.Web.Features.Statistiques;

[Public]
public sealed class StatistiquesController(FitnContext db, RegistreDesReglements reglements, IMemoryCache memoire) : Controller
{
    [HttpGet("/statistiques")]
    public async Task<IActionResult> Voir(CancellationToken arret) =>
        View(await StatistiquesPubliques.LireAsync(db, reglements, memoire, arret));
}
