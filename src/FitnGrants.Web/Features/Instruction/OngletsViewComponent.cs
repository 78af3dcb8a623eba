using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The parts of a dossier that its reader may open.</summary>
public sealed record OngletsDuDossier
{
    public required string Numero { get; init; }

    /// <summary>« notes »: the one that is open.</summary>
    public string Ici { get; init; } = "";

    /// <summary>The list one comes from, as it goes along: « ?Onglet=en-cours », or nothing.</summary>
    public string Suite { get; init; } = "";
    public required EtatDossier Etat { get; init; }
    public required bool Instruit { get; init; }
    public required bool DuService { get; init; }
    public required int Lignes { get; init; }
    public required int Conclues { get; init; }
    public required int Notes { get; init; }
    public required int AvisDemandes { get; init; }
    public required int AvisRecus { get; init; }
    public required bool Pieces { get; init; }

    /// <summary>True once a letter may have been sent.</summary>
    public bool Lettres => Etat != EtatDossier.Depose;
    public required bool ReponseAttendue { get; init; }

    /// <summary>True where what follows its accord may be read.</summary>
    public required bool Suivi { get; init; }

    /// <summary>In volet 2 its départements give their avis.</summary>
    public required int Volet { get; init; }
    public required string[] Departements { get; init; }
    public required string[] AvisRendus { get; init; }

    /// <summary>
    /// True when the reader's préfecture has given its avis and may replace it, false when it may give one; null otherwise.
    /// </summary>
    public bool? AvisRendu { get; init; }
}

/// <summary>Those parts, on each page of a dossier that its agents open.</summary>
public sealed class OngletsViewComponent(FitnContext db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string numero, string ici)
    {
        var acteur = UserClaimsPrincipal.Acteur();
        if (acteur?.Peut(Droit.LireListeDeTravail) != true)
            return Content("");
        var lus = await db
            .Dossiers.VisiblesPar(acteur, Droit.LireListeDeTravail)
            .Where(d => d.Numero == numero)
            .Select(d => new OngletsDuDossier
            {
                Numero = numero,
                Etat = d.Etat,
                Instruit = db.Dossiers.InstruitsPar(acteur).Any(x => x.Id == d.Id),
                DuService = db.Dossiers.DuServiceDe(acteur, Droit.Confier).Any(x => x.Id == d.Id),
                Lignes = d.Controles.Count(c => c.Version == d.Version),
                Conclues = d.Controles.Count(c => c.Version == d.Version && c.Conclusion != null),
                Notes = db.NotesInternes.Count(n => n.DossierId == d.Id),
                AvisDemandes = db.Consultations.Count(c => c.DossierId == d.Id && c.RetireeLe == null),
                AvisRecus = db.Consultations.Count(c => c.DossierId == d.Id && c.RendueLe != null),
                Pieces = db.Pieces.Any(p => p.DossierId == d.Id && p.Version != null),
                ReponseAttendue = d.ReponseAttendueDepuis != null,
                Suivi = db.ActesAttributifs.VisiblesPar(acteur, Droit.LireSuivi).Any(a => a.DossierId == d.Id),
                Volet = d.Volet,
                Departements = d.Departements,
                AvisRendus = d.AvisRendus,
            })
            .FirstOrDefaultAsync(HttpContext.RequestAborted);
        return lus is null
            ? Content("")
            : View(
                "/Features/Instruction/_Onglets.cshtml",
                lus with
                {
                    Ici = ici,
                    Suite = HttpContext.Request.Suite(),
                    AvisRendu = AvisDe(lus, acteur),
                }
            );
    }

    private static bool? AvisDe(OngletsDuDossier d, Acteur acteur)
    {
        var siens = Perimetres.DepartementsDAvis(acteur).Where(x => d.Departements.Contains(x)).ToList();
        return d.Volet != 2 || siens.Count == 0 || !Consultation.EstPossible(d.Etat)
            ? null
            : siens.TrueForAll(x => d.AvisRendus.Contains(x));
    }
}
