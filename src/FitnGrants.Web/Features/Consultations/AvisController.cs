using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Consultations;

/// <summary>What who is asked reads: the question, the project as deposited, and nothing of the instruction.</summary>
public sealed record AvisPage(
    Consultation Consultation,
    string Numero,
    string Porteur,
    string Dispositif,
    EtatDossier Etat,
    VersionDeposee Version
)
{
    /// <summary>True while an answer serves.</summary>
    public bool EstAttendue => Consultation.EstAttendue && Domain.Dossiers.Consultation.EstPossible(Etat);
}

/// <summary>The page of an avis, behind the link of its message: no account is needed.</summary>
[Route("avis/{jeton}")]
[Public]
public sealed class AvisController(FitnContext db, LiensDAvis liens, Horloge horloge) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Lire(string jeton, CancellationToken arret) => MontrerAsync(jeton, new ReponseFormulaire(), arret);

    [HttpPost("")]
    public async Task<IActionResult> Rendre([FromRoute] string jeton, ReponseFormulaire formulaire, CancellationToken arret)
    {
        if (!ModelState.IsValid)
            return await MontrerAsync(jeton, formulaire, arret);
        if (
            liens.Lire(jeton) is not { } id
            || await db.Consultations.AsTracking().FirstOrDefaultAsync(c => c.Id == id, arret) is not { } consultation
        )
            return NotFound();
        var (instant, etat) = (
            horloge.Maintenant,
            await db.Dossiers.Where(d => d.Id == consultation.DossierId).Select(d => d.Etat).SingleAsync(arret)
        );
        await db.ActeAsync(
            Acteur.Systeme with
            {
                Fonction = consultation.Service,
            },
            instant,
            () =>
            {
                consultation.Rendre(etat, formulaire.Sens!.Value, Saisie.Propre(formulaire.Texte), instant);
                return Task.CompletedTask;
            },
            arret
        );
        TempData["Succes"] = "Merci, votre avis est enregistré.";
        return Redirect("/avis/" + jeton);
    }

    private async Task<IActionResult> MontrerAsync(string jeton, ReponseFormulaire formulaire, CancellationToken arret)
    {
        var id = liens.Lire(jeton);
        var lu = id is null
            ? null
            : await (
                from c in db.Consultations
                where c.Id == id
                join d in db.Dossiers on c.DossierId equals d.Id
                join p in db.Collectivites on d.Siren equals p.Siren
                select new AvisPage(c, d.Numero!, p.Nom, d.Dispositif, d.Etat, d.Versions.OrderByDescending(v => v.Version).First())
            ).FirstOrDefaultAsync(arret);
        if (lu is null)
            return NotFound();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData.Porter(lu);
        return View("/Features/Consultations/Avis.cshtml", formulaire);
    }
}
