using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi.EtatsDesLieux;

/// <summary>One more report asked of many laureates, before a day.</summary>
public sealed record CampagneFormulaire
{
    public string? AvantLe { get; init; }
    public string? Motif { get; init; }

    /// <summary>Dispositif whose laureates are shown; null for all.</summary>
    public string? Dispositif { get; init; }

    /// <summary>Numbers of the dossiers that are ticked.</summary>
    public List<string> Numeros { get; init; } = [];
}

public sealed class CampagneValidator : AbstractValidator<CampagneFormulaire>
{
    public CampagneValidator()
    {
        RuleFor(f => f.AvantLe).UneDate();
        RuleFor(f => f.Motif).TexteLibre(MotifValidator.Maximum);
        RuleFor(f => f.AvantLe).NotEmpty().WithMessage("Indiquez avant quel jour.");
        RuleFor(f => f.Motif).NotEmpty().WithMessage("Dites pourquoi : les porteurs liront ce texte.");
        RuleFor(f => f.Numeros).NotEmpty().WithMessage("Cochez au moins un lauréat.");
    }
}

/// <summary>Laureates from whom a report is due, each with its next day.</summary>
/// <param name="Laureats">The nearest day first.</param>
/// <param name="Dispositifs">Those that its reader follows.</param>
/// <param name="Dispositif">The one that is shown; null for all.</param>
/// <param name="Aujourdhui">Paris day.</param>
public sealed record CampagnePage(
    IReadOnlyList<CampagnePage.Laureat> Laureats,
    IReadOnlyList<Reponse> Dispositifs,
    string? Dispositif,
    DateOnly Aujourdhui
)
{
    /// <summary>Laureates of one campagne, at most.</summary>
    public const int Maximum = 500;

    /// <summary>One of them.</summary>
    /// <param name="Numero">Of its dossier.</param>
    /// <param name="Titre">Of its project.</param>
    /// <param name="Porteur">Its name.</param>
    /// <param name="Attendu">Paris day of its next report.</param>
    /// <param name="DejaDemande">Paris day asked before; null where none is.</param>
    /// <param name="LuIci">False where no account reads: its letter is to be posted.</param>
    public sealed record Laureat(string Numero, string Titre, string Porteur, DateOnly Attendu, DateOnly? DejaDemande, bool LuIci);
}

/// <summary>Asks all or some laureates for one more report (« au minimum trimestriel »).</summary>
[Route("suivi/campagnes")]
[Requiert(Droit.ControlerLExecution)]
public sealed class CampagnesController(MoyensDuSuivi moyens) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Voir(string? dispositif, CancellationToken arret)
    {
        var page = await ChargerAsync(dispositif, arret);
        ViewData.Porter(page);
        return View(Vue, new CampagneFormulaire { Dispositif = page.Dispositif, Numeros = [.. Possibles(page).Select(l => l.Numero)] });
    }

    /// <summary>Each laureate in its own transaction: what is asked stays asked, and is not asked twice.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Lancer(CampagneFormulaire formulaire, CancellationToken arret)
    {
        var (page, jour) = (await ChargerAsync(formulaire.Dispositif, arret), Saisie.Date(formulaire.AvantLe));
        if (ModelState.IsValid && jour <= moyens.Horloge.Aujourdhui)
            ModelState.AddModelError(nameof(formulaire.AvantLe), "Indiquez un jour à venir.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ViewData.Porter(page);
            return View(Vue, formulaire);
        }
        var voulus = Possibles(page).Where(l => formulaire.Numeros.Contains(l.Numero, StringComparer.Ordinal)).ToList();
        var (demandes, aPoster) = (0, 0);
        foreach (var laureat in voulus)
            if (await DemanderAsync(laureat.Numero, jour, formulaire.Motif, arret))
                (demandes, aPoster) = (demandes + 1, aPoster + (laureat.LuIci ? 0 : 1));
        var autres = formulaire.Numeros.Distinct(StringComparer.Ordinal).Count() - demandes;
        TempData["Succes"] = Francais.Typographier(
            $"{Francais.Compte(demandes, "état des lieux demandé", "états des lieux demandés")}."
                + (aPoster > 0 ? $" {Francais.Compte(aPoster, "lettre est", "lettres sont")} à poster : personne n’a de compte." : "")
                + (autres > 0 ? $" {Francais.Compte(autres, "lauréat")} n’en attendait plus : déjà demandé, ou aide terminée." : "")
        );
        return Redirect(Adresses.Suivi.Campagnes + (page.Dispositif is { } d ? $"?dispositif={d}" : ""));
    }

    private const string Vue = "/Features/Suivi/EtatsDesLieux/Campagne.cshtml";

    private static IEnumerable<CampagnePage.Laureat> Possibles(CampagnePage page) => page.Laureats.Where(l => l.DejaDemande is null);

    private Task<bool> DemanderAsync(string numero, DateOnly? jour, string? motif, CancellationToken arret) =>
        moyens.EssayerAsync(
            ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.ControlerLExecution, revision: null),
            (a, c) => a.DemanderUnEtat(jour, Saisie.Propre(motif), c),
            arret
        );

    private async Task<CampagnePage> ChargerAsync(string? dispositif, CancellationToken arret)
    {
        var miens = moyens
            .Db.ActesAttributifs.VisiblesPar(User.ActeurRequis(), Droit.ControlerLExecution)
            .Where(a => a.EtatAttenduLe != null);
        var codes = await miens.Select(a => a.Dispositif).Distinct().ToListAsync(arret);
        var reglements = moyens.Reglements.EnVigueur.Where(r => codes.Contains(r.Code)).ToList();
        var choisi = reglements.Any(r => r.Code == dispositif) ? dispositif : null;
        var laureats = await (
            from a in miens
            where choisi == null || a.Dispositif == choisi
            join d in moyens.Db.Dossiers on a.DossierId equals d.Id
            join c in moyens.Db.Collectivites on a.Siren equals c.Siren
            orderby a.EtatAttenduLe, a.Id
            select new CampagnePage.Laureat(
                d.Numero!,
                d.Titre,
                c.Nom,
                a.EtatAttenduLe!.Value,
                a.EtatDemandeAvantLe,
                moyens.Db.SirensLus().Contains(a.Siren)
            )
        )
            .Take(CampagnePage.Maximum)
            .ToListAsync(arret);
        return new CampagnePage(laureats, [.. reglements.Select(r => new Reponse(r.Code, r.Nom))], choisi, moyens.Horloge.Aujourdhui);
    }
}
