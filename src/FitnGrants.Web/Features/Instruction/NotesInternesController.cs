using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>A note between agents of a service.</summary>
public sealed record NoteInterneFormulaire
{
    public string? Texte { get; init; }
}

public sealed class NoteInterneValidator : AbstractValidator<NoteInterneFormulaire>
{
    public NoteInterneValidator() => RuleFor(f => f.Texte).NotEmpty().WithMessage("Écrivez votre note.").TexteLibre(4000);
}

/// <summary>Notes of a dossier, the last first.</summary>
public sealed record NotesInternesPage(string Numero, string Porteur, string Titre, IReadOnlyList<NotesInternesPage.Ligne> Notes)
{
    public sealed record Ligne(string Auteur, DateTimeOffset Le, string Texte);
}

/// <summary>What the service writes for itself: agents of another service, members of a session and porteurs get 404.</summary>
[Route("instruction/{numero}/notes")]
[Requiert(Droit.Confier)]
public sealed class NotesInternesController(FitnContext db, Horloge horloge) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Lire(string numero, CancellationToken arret) => MontrerAsync(numero, new NoteInterneFormulaire(), arret);

    [HttpPost("")]
    public async Task<IActionResult> Ecrire([FromRoute] string numero, NoteInterneFormulaire formulaire, CancellationToken arret)
    {
        var (acteur, instant) = (User.ActeurRequis(), horloge.Maintenant);
        if (!ModelState.IsValid)
            return await MontrerAsync(numero, formulaire, arret);
        if (await db.Dossiers.DuServiceDe(acteur, Droit.Confier).FirstOrDefaultAsync(d => d.Numero == numero, arret) is not { } dossier)
            return NotFound();
        await db.ActeAsync(acteur, instant, () => Task.FromResult(db.NotesInternes.Add(NoteInterne.Ecrire(dossier, Saisie.Propre(formulaire.Texte)!, acteur, instant))), arret);
        TempData["Succes"] = "Note enregistrée. Elle ne sort pas du service.";
        return Redirect($"/instruction/{numero}/notes{Request.Suite()}");
    }

    private async Task<IActionResult> MontrerAsync(string numero, NoteInterneFormulaire formulaire, CancellationToken arret)
    {
        var lu = await (from d in db.Dossiers.AsNoTracking().DuServiceDe(User.ActeurRequis(), Droit.Confier)
                        where d.Numero == numero
                        join c in db.Collectivites on d.Siren equals c.Siren
                        select new
                        {
                            c.Nom,
                            d.Titre,
                            Notes = (from n in db.NotesInternes where n.DossierId == d.Id join u in db.Users on n.Auteur equals u.Id orderby n.Le descending select new NotesInternesPage.Ligne(u.Email!, n.Le, n.Texte)).ToList(),
                        }).FirstOrDefaultAsync(arret);
        if (lu is null)
            return NotFound();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData["Page"] = new NotesInternesPage(numero, lu.Nom, lu.Titre, lu.Notes);
        return View("/Features/Instruction/NotesInternes.cshtml", formulaire);
    }
}
