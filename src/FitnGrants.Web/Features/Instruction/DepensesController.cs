using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>A cost to set aside, or to count again.</summary>
public sealed record DepenseFormulaire
{
    public int Revision { get; init; }
    public int Rang { get; init; }
    public string? Motif { get; init; }
}

public sealed class DepenseFormulaireValidator : AbstractValidator<DepenseFormulaire>
{
    public const int MotifMaximum = 1000;

    public DepenseFormulaireValidator() => RuleFor(f => f.Motif).TexteLibre(MotifMaximum);
}

/// <summary>The plan as it is retained.</summary>
public sealed record DepensesPage(Dossier Dossier, Reglement Reglement, Examen Retenu, bool PeutEcarter)
{
    /// <summary>What was refused, and the line it is about.</summary>
    public DepenseFormulaire? Saisie { get; init; }

    public IReadOnlyList<Constat> Refus { get; init; } = [];
}

/// <summary>The costs of a plan, one by one: those that the service sets aside, and what the project becomes.</summary>
[Route("instruction/{numero}/depenses")]
[Requiert(Droit.Instruire)]
public sealed class DepensesController(FitnContext db, RegistreDesReglements reglements, PrisesEnCharge prises, Actes actes) : Controller
{
    private const string Vue = "/Features/Instruction/Depenses.cshtml";

    [HttpGet("")]
    public Task<IActionResult> Voir(string numero, CancellationToken arret) => MontrerAsync(numero, null, null, arret);

    [HttpPost("ecart")]
    public Task<IActionResult> Ecarter([FromRoute] string numero, DepenseFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero,
            formulaire,
            (d, contexte) => d.EcarterUneDepense(new MiseALEcart(formulaire.Rang, Saisie.Propre(formulaire.Motif), contexte)),
            "Dépense écartée. Les règles qui en dépendent sont à conclure.",
            arret
        );

    [HttpPost("reintegration")]
    public Task<IActionResult> Reintegrer([FromRoute] string numero, DepenseFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero,
            formulaire,
            (d, contexte) =>
            {
                d.ReintegrerUneDepense(formulaire.Rang, contexte);
                return Resultat.De([]);
            },
            "Dépense réintégrée. Les règles qui en dépendent sont à conclure.",
            arret
        );

    private Task<IActionResult> ActerAsync(
        string numero,
        DepenseFormulaire formulaire,
        Func<Dossier, PriseEnCharge, Resultat> acte,
        string succes,
        CancellationToken arret
    ) =>
        actes.RepondreAsync(
            this,
            new ActeDemande
            {
                Acteur = User.ActeurRequis(),
                Dossier = (numero, Deposes),
                Revision = formulaire.Revision,
            },
            async a => acte(a.Dossier, await prises.PreparerAsync(a.Dossier, a.Acteur, a.Instant, arret)),
            new ReponseDActe(succes, Adresses.Instruction.Depenses(numero), r => MontrerAsync(numero, formulaire, r, arret)),
            arret
        );

    private async Task<IActionResult> MontrerAsync(string numero, DepenseFormulaire? saisie, Resultat? refus, CancellationToken arret) =>
        await Deposes(db.Dossiers).ParAdresse(numero).FirstOrDefaultAsync(arret) switch
        {
            null => NotFound(),
            // What its porteur is writing again is not for the service: it reads what was deposited, on the grid.
            { EstModifiable: true } => Redirect(Adresses.Instruction.Un(numero)),
            var dossier => View(Vue, await PageAsync(dossier, arret) with { Saisie = saisie, Refus = [.. refus?.Refus ?? []] }),
        };

    private IQueryable<Dossier> Deposes(IQueryable<Dossier> dossiers) =>
        dossiers.Include(d => d.Controles).InstruitsPar(User.ActeurRequis()).Where(d => d.Version > 0);

    private async Task<DepensesPage> PageAsync(Dossier dossier, CancellationToken arret)
    {
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        return new DepensesPage(dossier, reglement, dossier.Evaluer(reglement), dossier.Etat == EtatDossier.EnInstruction);
    }
}
