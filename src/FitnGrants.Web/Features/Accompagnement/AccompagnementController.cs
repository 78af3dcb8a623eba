using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Accompagnement;

public sealed record NoteFormulaire
{
    public string? Texte { get; init; }
}

public sealed class NoteValidator : AbstractValidator<NoteFormulaire>
{
    public NoteValidator() => RuleFor(f => f.Texte).NotEmpty().WithMessage("Écrivez votre note.").TexteLibre(4000);
}

/// <summary>The dossiers that a session sent back, for the laboratory that helps their porteurs (R66).</summary>
[Route("accompagnement")]
[Requiert(Droit.Accompagner)]
public sealed class AccompagnementController(FitnContext db, Actes actes) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken arret) =>
        View(await AccompagnementsPage.ChargerAsync(db, User.ActeurRequis(), arret));

    [HttpGet("{numero}")]
    public Task<IActionResult> Voir(string numero, CancellationToken arret) => MontrerAsync(numero, new NoteFormulaire(), arret);

    [HttpPost("{numero}")]
    [UneFois]
    public Task<IActionResult> Ecrire([FromRoute] string numero, NoteFormulaire formulaire, CancellationToken arret) =>
        actes.RepondreAsync(
            this,
            new ActeDemande
            {
                Acteur = User.ActeurRequis(),
                Dossier = (numero, d => d.VisiblesPar(User.ActeurRequis(), Droit.Accompagner)),
                Revision = null,
            },
            Actes.Sans(a => db.Notes.Add(Note.Ecrire(a.Dossier, Saisie.Propre(formulaire.Texte)!, a.Acteur, a.Instant))),
            new ReponseDActe("Note envoyée. Le porteur la lit sur son dossier.", Adresses.Accompagnement(numero), _ =>
                MontrerAsync(numero, formulaire, arret)
            ),
            arret
        );

    private async Task<IActionResult> MontrerAsync(string numero, NoteFormulaire formulaire, CancellationToken arret)
    {
        if (await AccompagnementPage.ChargerAsync(db, numero, User.ActeurRequis(), arret) is not { } page)
            return NotFound();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData.Porter(page);
        return View("/Features/Accompagnement/Voir.cshtml", formulaire);
    }
}
