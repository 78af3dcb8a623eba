using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Regles;

[Public]
public sealed class ReglesController(RegistreDesReglements reglements, FichesInformatives fiches) : Controller
{
    /// <summary>One rule: what it says in each dispositif, its source, an example on each side of its boundary.</summary>
    [HttpGet("/regles/{code}")]
    public IActionResult Voir(string code) => ReglePage.De(code, reglements.EnVigueur, fiches) is { } regle ? View(regle) : NotFound();
}
