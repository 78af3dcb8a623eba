using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Chorus;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi.Chorus;

public sealed class LignesValidator : AbstractValidator<LignesFormulaire>
{
    public LignesValidator() => RuleFor(f => f.Motif).TexteLibre(400);
}

public sealed class ExtraitValidator : AbstractValidator<ExtraitFormulaire>
{
    public ExtraitValidator() => RuleForEach(f => f.Colonnes.Values).TexteLibre(200).OverridePropertyName("Colonnes");
}

/// <summary>What the page of Chorus shows.</summary>
public sealed record ChorusFiltre(string? Service, SortDePaiement? Sort, bool Refuses = false, int Page = 1, int? Sur = null);

/// <summary>The extract of what the State paid: read, matched, recorded in one pass that may be cut and carried on.</summary>
[Route("suivi/chorus")]
[Requiert(Droit.GererSuivi)]
public sealed class ChorusController(FitnContext db, PaiementsDeChorus chorus, Horloge horloge) : Controller
{
    private const string Vue = "/Features/Suivi/Chorus/Chorus.cshtml";

    /// <summary>Bad cells named at once.</summary>
    private const int FautesAuPlus = 20;

    [HttpGet("")]
    public async Task<IActionResult> Voir(ChorusFiltre filtre, CancellationToken arret) =>
        ServiceDe(filtre.Service) is { } service ? View(Vue, await PageAsync(service, filtre, arret)) : NotFound();

    /// <summary>Reads an extract: its new lines are kept, nothing is recorded yet.</summary>
    [HttpPost("")]
    [RequestSizeLimit(LecteurDeTableau.TailleMaximale + 65536)]
    public async Task<IActionResult> Lire(ExtraitFormulaire formulaire, CancellationToken arret)
    {
        if (ServiceDe(formulaire.Service) is not { } service)
            return NotFound();
        if (formulaire.Fichier is null)
            return await RefuserAsync(service, "Choisissez l’extrait de Chorus, en CSV ou en XLSX.", [], arret);
        var (rangees, refus) = await LecteurDeTableau.LireAsync(formulaire.Fichier, arret);
        if (refus is not null)
            return await RefuserAsync(service, refus, [], arret);
        var gardes = await GarderAsync(service, formulaire, arret);
        var enTete = ColonnesDeChorus.EnTete(rangees, gardes);
        var colonnes = ColonnesDeChorus.Trouver(enTete, gardes);
        if (!ColonnesDeChorus.Suffisent(colonnes))
            return await RefuserAsync(
                service,
                "Les colonnes de cet extrait ne sont pas reconnues : dites où sont ces valeurs, puis joignez le fichier à nouveau. "
                    + "Votre choix est gardé pour les suivants.",
                [.. enTete.Cases.Select(CelluleLue.Texte).OfType<string>().Distinct(StringComparer.Ordinal)],
                arret
            );
        var lu = LectureDeChorus.Lire(rangees, enTete, colonnes, horloge.Aujourdhui);
        if (lu.Fautes.Count > 0)
        {
            var autres = lu.Fautes.Count > FautesAuPlus ? $" Et {Francais.Compte(lu.Fautes.Count - FautesAuPlus, "autre")}." : "";
            return await RefuserAsync(service, "Rien n’est lu. " + string.Join(' ', lu.Fautes.Take(FautesAuPlus)) + autres, [], arret);
        }
        var extrait = await chorus.LireAsync(service, NomDeFichier.Sur(formulaire.Fichier.FileName), lu.Lignes, User.ActeurRequis(), arret);
        TempData["Succes"] = Francais.Typographier(
            $"{Francais.Compte(extrait.Lues, "ligne lue", "lignes lues")}, {Francais.Compte(extrait.Nouvelles, "nouvelle")}"
                + (
                    lu.Ignorees > 0
                        ? $", {Francais.Compte(lu.Ignorees, "ligne sans paiement laissée", "lignes sans paiement laissées")}."
                        : "."
                )
        );
        return Redirect($"{Adresses.Suivi.Chorus}?Service={service}");
    }

    /// <summary>Records the next payments: asked again by the page until none is left.</summary>
    [HttpPost("application")]
    public async Task<IActionResult> Appliquer(string? service, int? sur, CancellationToken arret)
    {
        if (ServiceDe(service) is not { } mien)
            return NotFound();
        if (sur is null)
            await chorus.ReprendreAsync(mien, arret);
        var avant = (await chorus.RapprocherAsync(mien, arret)).Count(p => p.Applicable);
        await chorus.AppliquerAsync(mien, User.ActeurRequis(), arret);
        var reste = (await chorus.RapprocherAsync(mien, arret)).Count(p => p.Applicable);
        var total = sur ?? avant;
        if (reste > 0)
            return Redirect($"{Adresses.Suivi.Chorus}?Service={mien}&Sur={total}");
        TempData["Succes"] = total == 0 ? "Rien n’attendait." : "Les paiements rapprochés sont enregistrés.";
        return Redirect($"{Adresses.Suivi.Chorus}?Service={mien}");
    }

    /// <summary>Says which request a payment is of, where several could be meant.</summary>
    [HttpPost("choix")]
    public async Task<IActionResult> Choisir(LignesFormulaire formulaire, CancellationToken arret)
    {
        if (ServiceDe(formulaire.Service) is not { } service)
            return NotFound();
        var paiement = (await chorus.RapprocherAsync(service, arret)).FirstOrDefault(p => p.Lignes.Any(l => l.Id == formulaire.Ligne));
        var repris = formulaire.Versement is null && paiement?.Lignes.Any(l => l.Choix is not null) == true;
        var versement = paiement?.Candidats.FirstOrDefault(v => v.Id == formulaire.Versement);
        if (paiement is null || (versement is null && !repris))
            throw new ActeImpossibleException("ce paiement n’attend plus ce choix");
        await chorus.RattacherAsync(paiement, versement, User.ActeurRequis(), arret);
        TempData["Succes"] = repris ? "Choix repris." : "Paiement rattaché : il sera enregistré avec les autres.";
        return Redirect($"{Adresses.Suivi.Chorus}?Service={service}");
    }

    /// <summary>Sets aside one payment, or every payment of a kind.</summary>
    [HttpPost("ecart")]
    public async Task<IActionResult> Ecarter(LignesFormulaire formulaire, CancellationToken arret)
    {
        if (ServiceDe(formulaire.Service) is not { } service)
            return NotFound();
        if (Saisie.Propre(formulaire.Motif) is not { } motif)
            ModelState.AddModelError(nameof(formulaire.Motif), "Dites pourquoi ces lignes ne paient rien de ce fonds.");
        else if (ModelState.IsValid)
        {
            var voulus = (await chorus.RapprocherAsync(service, arret))
                .Where(p =>
                    formulaire.Ligne == Guid.Empty
                        ? p.Sort == formulaire.Sort && !p.Applicable
                        : p.Lignes.Any(l => l.Id == formulaire.Ligne)
                )
                .ToList();
            await chorus.EcarterAsync(service, voulus, motif, User.ActeurRequis(), arret);
            TempData["Succes"] = Francais.Compte(voulus.Count, "paiement écarté", "paiements écartés") + ".";
            return Redirect($"{Adresses.Suivi.Chorus}?Service={service}");
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Vue, await PageAsync(service, new ChorusFiltre(service, formulaire.Sort), arret));
    }

    private async Task<ChorusPage> PageAsync(string service, ChorusFiltre filtre, CancellationToken arret) =>
        await ChorusPage.ChargerAsync(db, chorus, service, User.ActeurRequis(), arret) with
        {
            Sort = filtre.Sort,
            Refuses = filtre.Refuses,
            Page = Math.Max(1, filtre.Page),
            Sur = filtre.Sur,
        };

    private async Task<IActionResult> RefuserAsync(string service, string phrase, IReadOnlyList<string> enTetes, CancellationToken arret)
    {
        ModelState.AddModelError(nameof(ExtraitFormulaire.Fichier), Francais.Typographier(phrase));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Vue, await PageAsync(service, new ChorusFiltre(service, null), arret) with { EnTetes = enTetes });
    }

    /// <summary>The headings that the service chose: those of before, then those of this form.</summary>
    private async Task<IReadOnlyDictionary<ChampDeChorus, string>> GarderAsync(
        string service,
        ExtraitFormulaire formulaire,
        CancellationToken arret
    )
    {
        var reglage = await db.Set<ReglageDeChorus>().AsTracking().SingleOrDefaultAsync(r => r.Service == service, arret);
        var choisies = formulaire.Colonnes.Where(c => !string.IsNullOrWhiteSpace(c.Value)).ToList();
        if (choisies.Count > 0)
        {
            if (reglage is null)
                db.Add(reglage = new ReglageDeChorus { Service = service });
            reglage.Colonnes = new(
                reglage
                    .Colonnes.Concat(choisies.Select(c => KeyValuePair.Create($"{c.Key}", c.Value!)))
                    .GroupBy(c => c.Key, StringComparer.Ordinal)
                    .Select(g => g.Last()),
                StringComparer.Ordinal
            );
            await db.SaveChangesAsync(arret);
        }
        return (reglage?.Colonnes ?? [])
            .Where(c => Enum.TryParse<ChampDeChorus>(c.Key, out _))
            .ToDictionary(c => Enum.Parse<ChampDeChorus>(c.Key), c => c.Value);
    }

    /// <summary>The service that is meant, among those that who asks manages; null for another's.</summary>
    private string? ServiceDe(string? voulu)
    {
        var miens = User.ActeurRequis().ServicesGeres();
        return voulu is null ? miens.FirstOrDefault() : miens.FirstOrDefault(s => s == voulu);
    }
}
