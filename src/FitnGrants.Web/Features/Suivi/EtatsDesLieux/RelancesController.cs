using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi.EtatsDesLieux;

/// <summary>Laureates to remind of a report that is late.</summary>
public sealed record RelanceFormulaire
{
    /// <summary>What is added to the usual words.</summary>
    public string? Mot { get; init; }

    /// <summary>Numbers of the dossiers that are ticked.</summary>
    public List<string> Numeros { get; init; } = [];
}

public sealed class RelanceValidator : AbstractValidator<RelanceFormulaire>
{
    public RelanceValidator()
    {
        RuleFor(f => f.Mot).TexteLibre(MotifValidator.Maximum);
        RuleFor(f => f.Numeros).NotEmpty().WithMessage("Cochez au moins un lauréat.");
    }
}

/// <summary>Laureates whose report is late, the latest first, each with what a reminder would do.</summary>
public sealed record RelancesPage(IReadOnlyList<RelancesPage.Laureat> Laureats, DateOnly Aujourdhui)
{
    /// <summary>Laureates of one page, at most.</summary>
    public const int Maximum = 500;

    /// <summary>One of them.</summary>
    /// <param name="Numero">Of its dossier.</param>
    /// <param name="Titre">Of its project.</param>
    /// <param name="Porteur">Its name.</param>
    /// <param name="Attendu">Paris day before which the report was due.</param>
    /// <param name="Montant">Euros that its act holds.</param>
    /// <param name="RelanceLe">Paris day of the last reminder by a service.</param>
    /// <param name="LuIci">False where no account reads: a mail would reach nobody.</param>
    public sealed record Laureat(
        string Numero,
        string Titre,
        string Porteur,
        DateOnly Attendu,
        Euros Montant,
        DateOnly? RelanceLe,
        bool LuIci
    );

    /// <summary>Why a reminder would not leave; null where it would.</summary>
    public string? Empechement(Laureat l) =>
        ActeAttributif.RelanceImpossible(l.Attendu, l.RelanceLe, Aujourdhui) ?? (l.LuIci ? null : "personne n’a de compte ici");

    public IReadOnlyList<Laureat> Possibles => [.. Laureats.Where(l => Empechement(l) is null)];

    public Euros Tenu => Euros.Somme(Laureats.Select(l => l.Montant));
}

/// <summary>Reminds together the laureates whose report is late: what would leave is shown first.</summary>
[Route("suivi/relances")]
[Requiert(Droit.RelancerLesLaureats)]
public sealed class RelancesController(MoyensDuSuivi moyens) : Controller
{
    private const string Vue = "/Features/Suivi/EtatsDesLieux/Relances.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Voir(CancellationToken arret)
    {
        var page = await ChargerAsync(arret);
        ViewData.Porter(page);
        return View(Vue, new RelanceFormulaire { Numeros = [.. page.Possibles.Select(l => l.Numero)] });
    }

    /// <summary>Each laureate in its own transaction: what is sent stays sent, and is not sent twice.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Relancer(RelanceFormulaire formulaire, CancellationToken arret)
    {
        var page = await ChargerAsync(arret);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ViewData.Porter(page);
            return View(Vue, formulaire);
        }
        var parties = 0;
        foreach (var laureat in page.Possibles.Where(l => formulaire.Numeros.Contains(l.Numero, StringComparer.Ordinal)))
            parties += await RelancerAsync(laureat.Numero, formulaire.Mot, arret) ? 1 : 0;
        var autres = formulaire.Numeros.Distinct(StringComparer.Ordinal).Count() - parties;
        TempData["Succes"] = Francais.Typographier(
            $"{Francais.Compte(parties, "relance envoyée", "relances envoyées")}."
                + (
                    autres switch
                    {
                        0 => "",
                        1 => " Un lauréat coché n’a pas été relancé : la liste dit pourquoi, ou son état est arrivé.",
                        _ => $" {autres} lauréats cochés n’ont pas été relancés : la liste dit pourquoi, ou leur état est arrivé.",
                    }
                )
        );
        return Redirect(Adresses.Suivi.Relances);
    }

    private Task<bool> RelancerAsync(string numero, string? mot, CancellationToken arret) =>
        moyens.EssayerAsync(
            ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.RelancerLesLaureats, revision: null),
            (a, c) => a.RelancerLEtat(Saisie.Propre(mot), c),
            arret
        );

    private async Task<RelancesPage> ChargerAsync(CancellationToken arret)
    {
        var aujourdhui = moyens.Horloge.Aujourdhui;
        var laureats = await (
            from a in moyens.Db.ActesAttributifs.VisiblesPar(User.ActeurRequis(), Droit.RelancerLesLaureats)
            where a.EtatAttenduLe < aujourdhui
            join d in moyens.Db.Dossiers on a.DossierId equals d.Id
            join c in moyens.Db.Collectivites on a.Siren equals c.Siren
            orderby a.EtatAttenduLe, a.Id
            select new RelancesPage.Laureat(
                d.Numero!,
                d.Titre,
                c.Nom,
                a.EtatAttenduLe!.Value,
                a.Montant,
                a.EtatRelanceLe,
                moyens.Db.SirensLus().Contains(a.Siren)
            )
        )
            .Take(RelancesPage.Maximum)
            .ToListAsync(arret);
        return new RelancesPage(laureats, aujourdhui);
    }
}
