using FitnGrants.Domain.Dispositifs.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Echeancier;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Features.Administration;

/// <summary>The day and hour to move the field's clock to, as typed.</summary>
public sealed record HorlogeFormulaire
{
    public string? Jour { get; init; }
    public string? Heure { get; init; }

    public static bool LireHeure(string? texte, out TimeOnly heure) =>
        TimeOnly.TryParseExact(
            texte?.Replace('h', ':').Replace(" ", "", StringComparison.Ordinal),
            ["H:mm", "H:", "H:mm:ss"],
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out heure
        );
}

public sealed class HorlogeValidator : AbstractValidator<HorlogeFormulaire>
{
    public HorlogeValidator()
    {
        RuleFor(f => f.Jour).NotEmpty().WithMessage("Indiquez le jour.").UneDate();
        RuleFor(f => f.Heure)
            .Must(h => HorlogeFormulaire.LireHeure(h, out _))
            .WithMessage("Indiquez l’heure sous la forme heures:minutes : par exemple 09:00.");
    }
}

[Route("administration")]
[Requiert(Droit.ReglerHorloge)]
public sealed class AdministrationController(
    FitnContext db,
    Horloge horloge,
    ReglageHorloge reglage,
    Echeances echeances,
    Rappels rappels,
    IOptions<OptionsDemonstration> demonstration
) : Controller
{
    [HttpGet("horloge")]
    public IActionResult HorlogeDuDomaine() =>
        demonstration.Value.Active
            ? View(
                "Horloge",
                new HorlogeFormulaire
                {
                    Jour = Saisie.Texte(horloge.Aujourdhui),
                    Heure = JourDeParis
                        .HeureLocale(horloge.Maintenant)
                        .ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                }
            )
            : NotFound();

    [HttpPost("horloge")]
    public async Task<IActionResult> Avancer(HorlogeFormulaire formulaire, CancellationToken arret)
    {
        if (!demonstration.Value.Active)
            return NotFound();
        if (ModelState.IsValid && HorlogeFormulaire.LireHeure(formulaire.Heure, out var heure))
        {
            var instant = JourDeParis.ALHeure(Saisie.Date(formulaire.Jour)!.Value, heure);
            if (instant > horloge.Maintenant)
                return await AvancerAsync(instant, arret);
            ModelState.AddModelError(
                nameof(formulaire.Jour),
                $"L’horloge avance seulement : nous sommes déjà le {Francais.DateEtHeure(horloge.Maintenant)}."
            );
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Horloge", formulaire);
    }

    private async Task<IActionResult> AvancerAsync(DateTimeOffset instant, CancellationToken arret)
    {
        var fait = new Fait(new AvancerHorloge(), nameof(Horloge), Guid.Empty, horloge.Maintenant.ToString("O"), instant.ToString("O"));
        await db.ActeAsync(
            User.ActeurRequis(),
            instant,
            async () =>
            {
                await reglage.ReglerAsync(db, instant, arret);
                return true;
            },
            arret,
            fait
        );
        // What falls due by moving the clock is done now.
        await echeances.TraiterAsync(arret);
        await rappels.TraiterAsync(arret);
        TempData["Succes"] = $"Horloge avancée. Nous sommes le {Francais.DateLongue(JourDeParis.De(instant))}, {Francais.Heure(instant)}.";
        return Redirect(Adresses.AdministrationHorloge);
    }
}
