using FitnGrants.Domain.Dispositifs.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Features.Administration;

/// <summary>The outbox: what waits, what left, what was set aside and may be sent again.</summary>
[Route("administration/courriels")]
[Requiert(Droit.SuivreCourriels)]
public sealed class CourrielsController(
    FitnContext db,
    Horloge horloge,
    LiensDeCompte liens,
    TimeProvider systeme,
    IOptions<OptionsDeCourriel> options,
    IOptions<OptionsDemonstration> demonstration
) : Controller
{
    private const string Vues = "/Features/Administration/";

    [HttpGet("")]
    public async Task<IActionResult> Liste(string? onglet, long? avant, CancellationToken arret) =>
        View(Vues + "Courriels.cshtml", await CourrielsPage.ChargerAsync(db, onglet, avant, options.Value, demonstration.Value, arret));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Lire(Guid id, CancellationToken arret) =>
        await CourrielsPage.ChargerAsync(db, id, options.Value, demonstration.Value, arret) is { } page
            ? View(Vues + "Courriel.cshtml", demonstration.Value.Active ? page with { Lien = await LienAsync(id, arret) } : page)
            : NotFound();

    /// <summary>Gives a new life to what was set aside; people are looked up again when there was nobody.</summary>
    [HttpPost("{id:guid}/renvoi")]
    public async Task<IActionResult> Renvoyer(Guid id, CancellationToken arret)
    {
        if (await db.Courriels.AsTracking().Include(c => c.Envois).FirstOrDefaultAsync(c => c.Id == id, arret) is not { } courriel)
            return NotFound();
        var ecartes = courriel.Envois.Where(e => e.EcarteLe is not null).ToList();
        if (courriel.RepartiLe is null || (ecartes.Count == 0 && courriel.Envois.Count > 0))
            return Redirect(Adresses.CourrielsEnvoyes.Un(id));
        var fait = new Fait(new RenvoyerCourriel(), nameof(Courriel), id);
        await db.ActeAsync(User.ActeurRequis(), horloge.Maintenant, () => Task.FromResult(Relancer(courriel, ecartes)), arret, fait);
        TempData["Succes"] = "Courriel remis à envoyer. Il part au prochain tour.";
        return Redirect(Adresses.CourrielsEnvoyes.Un(id));
    }

    /// <summary>Where the message leads, in demonstration: nobody else receives it.</summary>
    private async Task<string> LienAsync(Guid id, CancellationToken arret) =>
        (await liens.AvecSonLienAsync(await db.Courriels.SingleAsync(c => c.Id == id, arret))).Lien;

    private bool Relancer(Courriel courriel, List<Envoi> ecartes)
    {
        if (courriel.Envois.Count == 0)
            courriel.RepartiLe = null;
        foreach (var envoi in ecartes)
            (envoi.EcarteLe, envoi.Essais, envoi.DuLe) = (null, 0, systeme.GetUtcNow());
        return true;
    }
}
