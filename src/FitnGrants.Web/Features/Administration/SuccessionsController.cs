using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>A successor, as typed.</summary>
public sealed record SuccessionSaisie
{
    public string? Ancien { get; init; }
    public string? Nouveau { get; init; }
    public string? Le { get; init; }
    public string? Arrete { get; init; }

    /// <summary>The pair whose effects were shown: what is recorded is what was read.</summary>
    public string? Vus { get; init; }

    public SuccessionVoulue Lue() => new(SirenDe(Ancien), SirenDe(Nouveau), Saisie.Date(Le), Saisie.Propre(Arrete));

    public string Paire => $"{SirenDe(Ancien)}-{SirenDe(Nouveau)}";

    private static string? SirenDe(string? texte) => Siren.TryParse(texte, out var siren) ? siren.Valeur : null;
}

public sealed class SuccessionValidator : AbstractValidator<SuccessionSaisie>
{
    public SuccessionValidator()
    {
        RuleFor(f => f.Ancien).Must(s => Siren.TryParse(s, out _)).WithMessage("SIREN invalide : vérifiez ses 9 chiffres.");
        RuleFor(f => f.Nouveau).Must(s => Siren.TryParse(s, out _)).WithMessage("SIREN invalide : vérifiez ses 9 chiffres.");
        RuleFor(f => f.Le).UneDate();
        RuleFor(f => f.Arrete).TexteLibre(200);
    }
}

[Route("administration/referentiel/successions")]
[Requiert(Droit.TenirReferentiel)]
public sealed class SuccessionsController(FitnContext db, Horloge horloge) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(CancellationToken arret) => PageAsync(new SuccessionSaisie(), montrer: false, arret);

    /// <summary>Shows what would follow first, then records it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Enregistrer(SuccessionSaisie formulaire, string? action, CancellationToken arret)
    {
        if (!ModelState.IsValid)
            return await RefuserAsync(formulaire, arret);
        var vue = action == "enregistrer" && formulaire.Vus == formulaire.Paire;
        var (par, instant) = (User.ActeurRequis(), horloge.Maintenant);
        var resultat = vue
            ? await db.SuccederAsync(formulaire.Lue(), par, instant, arret)
            : (await db.JugerAsync(formulaire.Lue(), par, instant, arret)).Resultat;
        foreach (var refus in resultat.Refus)
            ModelState.AddModelError(refus.Champ ?? "", refus.Message);
        if (!ModelState.IsValid)
            return await RefuserAsync(formulaire, arret);
        if (!vue)
            return await PageAsync(formulaire, montrer: true, arret);
        TempData["Succes"] = "Succession enregistrée : droits, dossiers et actes sont à la nouvelle collectivité.";
        return Redirect(Adresses.Referentiel.Successions);
    }

    private Task<IActionResult> RefuserAsync(SuccessionSaisie formulaire, CancellationToken arret)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return PageAsync(formulaire, montrer: false, arret);
    }

    private async Task<IActionResult> PageAsync(SuccessionSaisie formulaire, bool montrer, CancellationToken arret) =>
        View(
            "/Features/Administration/Successions.cshtml",
            new SuccessionsPage(
                formulaire,
                montrer ? await EffetsDUneSuccession.LireAsync(db, formulaire.Lue(), arret) : null,
                await (
                    from s in db.Successions
                    join a in db.Collectivites on s.Ancien equals a.Siren
                    join n in db.Collectivites on s.Nouveau equals n.Siren
                    orderby s.EnregistreeLe descending
                    select new LigneDeSuccession(a.Nom, s.Ancien, n.Nom, s.Nouveau, s.Le, s.Arrete, s.Par, s.EnregistreeLe)
                ).ToListAsync(arret)
            )
        );
}
