using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>A later day from which silence is a rejection, and why.</summary>
public sealed record ProrogationFormulaire
{
    public int Revision { get; init; }
    public string? Au { get; init; }
    public string? Motif { get; init; }
}

public sealed class ProrogationValidator : AbstractValidator<ProrogationFormulaire>
{
    public ProrogationValidator()
    {
        RuleFor(f => f.Au).UneDate();
        RuleFor(f => f.Motif).TexteLibre(4000);
    }
}

/// <summary>What the page of a prorogation says.</summary>
public sealed record ProrogationPage(string Numero, string Titre, int Revision, DateOnly? Terme, bool Possible, string Texte);

/// <summary>The delay of the decision, prolonged by the service that instructs while there is no accord (A31).</summary>
[Route("instruction/{numero}/prorogation")]
[Requiert(Droit.Instruire)]
public sealed class ProrogationsController(FitnContext db, Actes actes, Horloge horloge) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Voir(string numero, CancellationToken arret) => MontrerAsync(numero, null, arret);

    [HttpPost("")]
    public Task<IActionResult> Proroger([FromRoute] string numero, ProrogationFormulaire formulaire, CancellationToken arret) =>
        actes.RepondreAsync(
            this,
            new ActeDemande
            {
                Acteur = User.ActeurRequis(),
                Dossier = (numero, d => d.InstruitsPar(User.ActeurRequis())),
                Revision = formulaire.Revision,
            },
            a =>
                Task.FromResult(a.Dossier.Proroger(Saisie.Date(formulaire.Au), Saisie.Propre(formulaire.Motif), null, a.Acteur, a.Instant)),
            new ReponseDActe("Délai prorogé : le porteur en est averti.", Adresses.Instruction.Un(numero), refus =>
            {
                foreach (var constat in refus?.Refus ?? [])
                    ModelState.AddModelError(constat.Champ ?? "", constat.Message);
                return MontrerAsync(numero, formulaire, arret);
            }),
            arret
        );

    private async Task<IActionResult> MontrerAsync(string numero, ProrogationFormulaire? saisi, CancellationToken arret)
    {
        var dossier = await db
            .Dossiers.Include(d => d.Versions)
            .InstruitsPar(User.ActeurRequis())
            .FirstOrDefaultAsync(d => d.Numero == numero, arret);
        if (dossier is null)
            return NotFound();
        var etat = Lecteur.De(User.ActeurRequis()).EtatDe(dossier.Etat, dossier.NotificationEnAttente, dossier.Region);
        var delai = DelaiLegal.DeDecision(etat, dossier.RejetImpliciteLe, dossier.SuspenduDepuis);
        ViewData.Porter(
            new ProrogationPage(
                numero,
                dossier.Titre,
                dossier.Revision,
                dossier.RejetImpliciteLe,
                delai is { SuspenduDepuis: null } d && !d.EstPasseLe(horloge.Aujourdhui),
                MotsDuSuivi.TexteDuDelai(dossier)
            )
        );
        return View("/Features/Instruction/Prorogation.cshtml", saisi ?? new ProrogationFormulaire { Revision = dossier.Revision });
    }
}
