using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Echanges;

/// <summary>What a porteur says with its answer.</summary>
public sealed record ReponseFormulaire
{
    public int Revision { get; init; }
    public string? Reponse { get; init; }
}

public sealed class ReponseValidator : AbstractValidator<ReponseFormulaire>
{
    public ReponseValidator() => RuleFor(f => f.Reponse).TexteLibre(4000);
}

/// <summary>The answer to a request: what is asked, what was done of it, one button that gives the ball back.</summary>
[Route("dossiers/{reference}/completer")]
[Requiert(Droit.EcrireDossier)]
public sealed class ReponsesController(FitnContext db, DossiersDuPorteur dossiers) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Completer(string reference, CancellationToken arret) =>
        await OuvrirAsync(reference, arret) is not { } ouvert ? NotFound()
        : ouvert.Dossier.Etat != EtatDossier.ACompleter ? Redirect(Adresses.Dossiers.Un(ouvert.Dossier.Adresse))
        : Montrer(ouvert, new ReponseFormulaire { Revision = ouvert.Dossier.Revision }, []);

    [HttpPost("")]
    public async Task<IActionResult> Completer([FromRoute] string reference, ReponseFormulaire formulaire, CancellationToken arret)
    {
        var (acteur, instant) = (User.ActeurRequis(), Arrivee.De(HttpContext));
        if (await OuvrirAsync(reference, arret) is not { } ouvert)
            return NotFound();
        // The same click twice gives one answer.
        if (ouvert.Dossier is { Etat: EtatDossier.EnInstruction } && ouvert.Dossier.Demandes.Any(d => d.Repondue))
            return Redirect(Adresses.Dossiers.Un(ouvert.Dossier.Adresse));
        if (!ModelState.IsValid)
            return Montrer(ouvert, formulaire, []);
        if (ouvert.Dossier.Revision != formulaire.Revision)
            throw new PagePerimeeException();
        await db.Entry(ouvert.Dossier).Collection(d => d.Controles).LoadAsync(arret);
        var resultat = await dossiers.RepondreAsync(ouvert, Saisie.Propre(formulaire.Reponse), acteur, instant, arret);
        if (!resultat.EstAccepte)
            return Montrer(ouvert, formulaire, resultat.Refus);
        TempData["Succes"] = "Réponse envoyée. Le service reprend l’instruction de votre dossier.";
        return Redirect(Adresses.Dossiers.Un(ouvert.Dossier.Adresse));
    }

    private Task<DossierOuvert?> OuvrirAsync(string reference, CancellationToken arret) =>
        dossiers.OuvrirAsync(reference, User.ActeurRequis(), Droit.EcrireDossier, arret);

    private ViewResult Montrer(DossierOuvert ouvert, ReponseFormulaire formulaire, IReadOnlyList<Constat> refus)
    {
        Response.StatusCode = ModelState.IsValid && refus.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        var dossier = ouvert.Dossier;
        ViewData.Porter(dossier);
        ViewData.Porter(ouvert.ATraiter);
        ViewData.Porter(new RefusDActe([.. refus]));
        return View("/Features/Echanges/Completer.cshtml", formulaire);
    }
}
