using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
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
public sealed class NotesInternesController(FitnContext db, Actes actes) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Lire(string numero, CancellationToken arret) => MontrerAsync(numero, new NoteInterneFormulaire(), arret);

    [HttpPost("")]
    [UneFois]
    public Task<IActionResult> Ecrire([FromRoute] string numero, NoteInterneFormulaire formulaire, CancellationToken arret) =>
        actes.RepondreAsync(
            this,
            new ActeDemande
            {
                Acteur = User.ActeurRequis(),
                Dossier = (numero, d => d.DuServiceDe(User.ActeurRequis(), Droit.Confier)),
                Revision = null,
            },
            Actes.Sans(a => db.NotesInternes.Add(NoteInterne.Ecrire(a.Dossier, Saisie.Propre(formulaire.Texte)!, a.Acteur, a.Instant))),
            new ReponseDActe(
                "Note enregistrée. Elle ne sort pas du service.",
                $"{Adresses.Instruction.Notes(numero)}{Request.Suite()}",
                _ => MontrerAsync(numero, formulaire, arret)
            ),
            arret
        );

    private async Task<IActionResult> MontrerAsync(string numero, NoteInterneFormulaire formulaire, CancellationToken arret)
    {
        var lu = await (
            from d in db.Dossiers.DuServiceDe(User.ActeurRequis(), Droit.Confier)
            where d.Numero == numero
            join c in db.Collectivites on d.Siren equals c.Siren
            select new
            {
                c.Nom,
                d.Titre,
                Notes = (
                    from n in db.NotesInternes
                    where n.DossierId == d.Id
                    join u in db.Users on n.Auteur equals u.Id
                    orderby n.Le descending
                    select new NotesInternesPage.Ligne(u.Fonction, n.Le, n.Texte)
                ).ToList(),
            }
        ).FirstOrDefaultAsync(arret);
        if (lu is null)
            return NotFound();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData.Porter(new NotesInternesPage(numero, lu.Nom, lu.Titre, lu.Notes));
        return View("/Features/Instruction/NotesInternes.cshtml", formulaire);
    }
}
