using System.Text.Json;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Features.Simulateur;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace FitnGrants.Web.Features.Api;

[Public]
[ApiController]
[Route("api/v1")]
[IgnoreAntiforgeryToken]
public sealed class ApiController(FitnContext db, RegistreDesReglements reglements, Simulation simulation) : ControllerBase
{
    /// <summary>Tries the rules of a dispositif on a collectivité and a project. No account.</summary>
    [HttpPost("simulations")]
    [RequestSizeLimit(256 * 1024)]
    [EnableRateLimiting(LimitesDeDebit.Simulations)]
    [ProducesResponseType<ReponseDeSimulation>(StatusCodes.Status200OK)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
    public async Task<IActionResult> Simuler([FromBody] JsonElement corps, CancellationToken arret)
    {
        var erreurs = new ErreursJson();
        var demande = DemandeDeSimulation.Lire(new ValeurJson(corps, "$", erreurs));
        if (!erreurs.EstVide)
            return BadRequest(Problemes.Invalide(erreurs.Table()));
        if (reglements.Trouver(demande.Dispositif) is not { } reglement)
            return NotFound(Problemes.Introuvable($"Le dispositif « {demande.Dispositif} » n’existe pas ou n’accepte pas de dossier ici."));
        var candidature = await simulation.CandidatureAsync(demande, arret);
        if (candidature.Introuvable is { } chemin)
            return NotFound(Problemes.Introuvable($"Aucune collectivité ne correspond à {chemin}."));
        return Ok(ReponseDeSimulation.De((await simulation.ExaminerAsync([reglement], candidature.Valeur!, arret))[0]));
    }

    /// <summary>Suggestions of collectivités for a few letters, a code INSEE, a SIREN or a SIRET.</summary>
    [HttpGet("collectivites")]
    [EnableRateLimiting(LimitesDeDebit.Suggestions)]
    public async Task<IReadOnlyList<SuggestionDeCollectivite>> Collectivites([FromQuery] string? q, CancellationToken arret) =>
        await db.ChercherAsync(q, 8, arret);
}
