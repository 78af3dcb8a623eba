using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Instruction;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Lots;

/// <summary>What is asked of the dossiers chosen in a list.</summary>
public sealed record LotFormulaire(ActeEnLot? Acte, bool Tout);

/// <summary>What is due before a batch starts: to whom, or why for each dossier.</summary>
public sealed record LancementFormulaire
{
    public string? Agent { get; init; }
    public Dictionary<int, string?> Motifs { get; init; } = [];
}

public sealed class LancementValidator : AbstractValidator<LancementFormulaire>
{
    public const int MotifMaximum = 4000;

    public LancementValidator() =>
        RuleFor(f => f)
            .Custom(
                (f, contexte) =>
                {
                    foreach (var (rang, _) in f.Motifs.Where(m => (m.Value?.Length ?? 0) > MotifMaximum))
                        contexte.AddFailure($"Motifs[{rang}]", $"Ce texte a {Francais.Entier(MotifMaximum)} caractères au plus.");
                }
            );
}

[Route("instruction/lots")]
[Requiert(Droit.Confier)]
public sealed class LotsController(FitnContext db, TraitementEnLot lots, Horloge horloge) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Preparer(LotFormulaire formulaire, ListeFiltre filtre, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (formulaire.Acte is not { } acte || !acteur.Peut(ActesEnLot.De(acte).Droit))
            return NotFound();
        filtre = filtre.Propre() with { Apres = null };
        var lot =
            formulaire.Tout || filtre.Numeros.Count > 0
                ? await lots.PreparerAsync(acte, formulaire.Tout ? filtre with { Numeros = [] } : filtre, acteur, arret)
                : null;
        if (lot is not null)
            return Redirect(Adresses.Lots.Un(lot.Id));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = await ListePage.ChargerAsync(db, filtre with { Numeros = [] }, acteur, horloge.Aujourdhui, arret);
        return View("/Features/Instruction/Liste.cshtml", page with { Refus = "Cochez au moins un dossier de la liste." });
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Voir(Guid id, CancellationToken arret) => MontrerAsync(id, null, arret);

    [HttpPost("{id:guid}/lancement")]
    public async Task<IActionResult> Lancer([FromRoute] Guid id, LancementFormulaire formulaire, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (await MienAsync(id, arret) is not { } lot)
            return NotFound();
        if (lot.LanceLe is null)
        {
            await VerifierAsync(lot, formulaire, acteur, arret);
            if (!ModelState.IsValid)
                return await MontrerAsync(id, formulaire, arret);
            lot.LanceLe = horloge.Maintenant;
            await db.SaveChangesAsync(arret);
        }
        await lots.AvancerAsync(id, acteur, arret);
        return Redirect(Adresses.Lots.Un(id));
    }

    /// <summary>The next dossiers: asked again by the page until none is left.</summary>
    [HttpPost("{id:guid}/avancement")]
    public async Task<IActionResult> Avancer([FromRoute] Guid id, CancellationToken arret)
    {
        if (await MienAsync(id, arret) is null)
            return NotFound();
        await lots.AvancerAsync(id, User.ActeurRequis(), arret);
        return Redirect(Adresses.Lots.Un(id));
    }

    [HttpPost("{id:guid}/annulation")]
    public async Task<IActionResult> Annuler([FromRoute] Guid id, int? rang, CancellationToken arret)
    {
        if (await MienAsync(id, arret) is not { } lot)
            return NotFound();
        var refus = await lots.DefaireAsync(lot, rang, User.ActeurRequis(), arret);
        if (refus is null)
            TempData["Succes"] = rang is null ? "Action annulée." : "Action annulée pour ce dossier.";
        else
            throw new ActeImpossibleException(refus);
        return Redirect(Adresses.Lots.Un(id));
    }

    /// <summary>Takes what was typed, and says what is missing.</summary>
    private async Task VerifierAsync(Lot lot, LancementFormulaire formulaire, Acteur acteur, CancellationToken arret)
    {
        var acte = ActesEnLot.De(lot.Acte);
        if (acte.DemandeQui)
        {
            lot.Agent =
                Guid.TryParse(formulaire.Agent, out var agent)
                && await db.Users.AgentsDe(acteur, Droit.Confier).AnyAsync(u => u.Id == agent, arret)
                    ? agent
                    : null;
            if (lot.Agent is null && formulaire.Agent != LotPage.Personne)
                ModelState.AddModelError(nameof(formulaire.Agent), "Choisissez à qui confier ces dossiers.");
        }
        foreach (var ligne in lot.Lignes.Where(l => l.Etat == EtatDeLigne.Prevue))
        {
            ligne.Motif = Saisie.Propre(formulaire.Motifs.GetValueOrDefault(ligne.Rang));
            if (acte.EcritManquant is { } manque && string.IsNullOrWhiteSpace(ligne.Motif))
                ModelState.AddModelError($"Motifs[{ligne.Rang}]", manque);
        }
    }

    /// <summary>A batch is its author's; for others it does not exist.</summary>
    private Task<Lot?> MienAsync(Guid id, CancellationToken arret)
    {
        var moi = User.ActeurRequis().Id;
        return db
            .Lots.AsTracking()
            .Include(l => l.Lignes.OrderBy(x => x.Rang))
            .SingleOrDefaultAsync(l => l.Id == id && l.Par == moi, arret);
    }

    private async Task<IActionResult> MontrerAsync(Guid id, LancementFormulaire? saisie, CancellationToken arret)
    {
        if (await LotPage.ChargerAsync(db, id, User.ActeurRequis(), arret) is not { } page)
            return NotFound();
        if (saisie is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ViewData.Porter(page);
        return View("/Features/Lots/Voir.cshtml", saisie ?? new LancementFormulaire());
    }
}
