using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>One thing that is asked.</summary>
public sealed record PointFormulaire(string? Cible, string? Texte)
{
    /// <summary>True where nothing is decided without it.</summary>
    public bool Indispensable { get; init; }
}

/// <summary>What a service asks of a porteur, and until when.</summary>
public sealed record DemandeFormulaire
{
    /// <summary>Lines that the page offers.</summary>
    public const int Lignes = 5;

    public int Revision { get; init; }
    public List<PointFormulaire> Points { get; init; } = [];
    public string? AvantLe { get; init; }

    /// <summary>The lines that say something, where the page has them.</summary>
    private List<(PointDemande Point, int Rang)> Dits =>
        [
            .. Points
                .Select((p, i) => (new PointDemande(p.Cible ?? "", Saisie.Propre(p.Texte) ?? "") { Indispensable = p.Indispensable }, i))
                .Where(p => p.Item1.Cible.Length + p.Item1.Texte.Length > 0),
        ];

    public DemandeDeComplements Acte(Acteur par, DateTimeOffset instant) =>
        new(par, instant, Saisie.Date(AvantLe), [.. Dits.Select(d => d.Point)]);

    /// <summary>The control of a refused field: « points[0].cible » is that of the first line that says something.</summary>
    public string Controle(string champ)
    {
        if (!champ.StartsWith("points[", StringComparison.Ordinal))
            return char.ToUpperInvariant(champ[0]) + champ[1..];
        var (rang, nom) = (
            int.Parse(
                champ["points[".Length..champ.IndexOf(']', StringComparison.Ordinal)],
                System.Globalization.CultureInfo.InvariantCulture
            ),
            champ[(champ.IndexOf('.', StringComparison.Ordinal) + 1)..]
        );
        return $"Points[{(rang < Dits.Count ? Dits[rang].Rang : 0)}].{char.ToUpperInvariant(nom[0])}{nom[1..]}";
    }
}

public sealed class DemandeValidator : AbstractValidator<DemandeFormulaire>
{
    public DemandeValidator()
    {
        RuleFor(f => f.AvantLe).UneDate();
        RuleFor(f => f.Points).Must(p => p.Count <= 30).WithMessage("Trente points au plus.");
        RuleForEach(f => f.Points).ChildRules(p => p.RuleFor(x => x.Texte).TexteLibre(600));
    }
}

/// <summary>Asks the porteur for pieces and corrections, or takes the dossier back.</summary>
[Route("instruction/{numero}/pieces")]
[Requiert(Droit.Instruire)]
public sealed class ComplementsController(
    FitnContext db,
    RegistreDesReglements reglements,
    Actes actes,
    LettresDuDossier lettres,
    Horloge horloge
) : Controller
{
    private const int JoursProposes = 10;

    /// <summary>What may be asked: a field, by step, or a piece.</summary>
    public static IEnumerable<Reponse> Cibles =>
        [
            .. Choix.TypesDePiece.Select(t => new Reponse($"pieces.{t.Valeur}", $"Pièce : {t.Libelle}")),
            .. Rubrique.Toutes.Select(r => new Reponse(r.Cle, $"{EtapesDuDossier.De(r).Nom} : {r.Nom}")),
        ];

    [HttpGet("")]
    public Task<IActionResult> Demander(string numero, CancellationToken arret) => AfficherAsync(numero, null, null, arret);

    [HttpPost("")]
    public async Task<IActionResult> Demander([FromRoute] string numero, DemandeFormulaire formulaire, CancellationToken arret)
    {
        // The letter leaves with the request: what it lacks stops both.
        var dossiers = db.Dossiers.InstruitsPar(User.ActeurRequis());
        foreach (var manque in await lettres.ManquesDuServiceAsync(dossiers, numero, recours: false, horloge.Aujourdhui, arret))
            ModelState.AddModelError(manque.Phrase, $"La lettre ne peut pas partir : {manque.Phrase}.");
        return await EnvoyerAsync(numero, formulaire, arret);
    }

    private Task<IActionResult> EnvoyerAsync(string numero, DemandeFormulaire formulaire, CancellationToken arret) =>
        actes.RepondreAsync(
            this,
            Demande(numero, formulaire.Revision),
            a => Task.FromResult(a.Dossier.DemanderDesComplements(formulaire.Acte(a.Acteur, a.Instant))),
            new ReponseDActe(
                "Demande envoyée. Le porteur a jusqu’au "
                    + $"{(Saisie.Date(formulaire.AvantLe) is { } limite ? Francais.Date(limite) : "")} ; les délais sont suspendus.",
                Adresses.Instruction.Un(numero),
                r => AfficherAsync(numero, formulaire, r, arret)
            ),
            arret
        );

    /// <summary>Asks once: what the porteur is writing will be lost.</summary>
    [HttpGet("reprise")]
    public async Task<IActionResult> Reprendre(string numero, CancellationToken arret)
    {
        if (
            await IssuePage.ChargerAsync(
                db,
                reglements,
                numero,
                "Pieces",
                d => d.InstruitsPar(User.ActeurRequis()),
                User.ActeurRequis(),
                arret
            )
            is not { } page
        )
            return NotFound();
        if (page.Dossier.Etat != EtatDossier.ACompleter)
            return Redirect(Adresses.Instruction.Un(numero));
        ViewData.Porter(page);
        return View("/Features/Instruction/Reprise.cshtml");
    }

    [HttpPost("reprise")]
    public Task<IActionResult> Reprendre([FromRoute] string numero, RevisionFormulaire formulaire, CancellationToken arret) =>
        actes.RepondreAsync(
            this,
            Demande(numero, formulaire.Revision, d => d.Include(x => x.Versions)),
            async a =>
            {
                await PiecesDuDossier.RemettreAsync(db, a.Dossier, a.Dossier.Versions.MaxBy(v => v.Version)!, arret);
                a.Dossier.ReprendreSansReponse(a.Acteur, a.Instant);
                return Actes.Rien;
            },
            new ReponseDActe("Instruction reprise, sur le dossier tel qu’il était déposé.", Adresses.Instruction.Un(numero), _ =>
                Reprendre(numero, arret)
            ),
            arret
        );

    private ActeDemande Demande(string numero, int revision, Func<IQueryable<Dossier>, IQueryable<Dossier>>? avec = null) =>
        new()
        {
            Acteur = User.ActeurRequis(),
            Dossier = (numero, d => (avec?.Invoke(d) ?? d).InstruitsPar(User.ActeurRequis())),
            Revision = revision,
        };

    private async Task<IActionResult> AfficherAsync(
        string numero,
        DemandeFormulaire? formulaire,
        Resultat? resultat,
        CancellationToken arret
    )
    {
        if (
            await IssuePage.ChargerAsync(
                db,
                reglements,
                numero,
                "Pieces",
                d => d.InstruitsPar(User.ActeurRequis()),
                User.ActeurRequis(),
                arret
            )
            is not { } page
        )
            return NotFound();
        if (formulaire is null && page.Dossier.Etat != EtatDossier.EnInstruction)
            return Redirect(Adresses.Instruction.Un(numero));
        Response.StatusCode = formulaire is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData.Porter(page);
        foreach (var refus in resultat?.Refus ?? [])
            ModelState.AddModelError(formulaire!.Controle(refus.Champ!), refus.Message);
        return View(
            "/Features/Instruction/Pieces.cshtml",
            formulaire
                ?? new DemandeFormulaire
                {
                    Revision = page.Dossier.Revision,
                    AvantLe = Saisie.Texte(horloge.Aujourdhui.AddDays(JoursProposes)),
                }
        );
    }
}
