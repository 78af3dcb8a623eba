using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>What leaves the list and the grid: the list as filtered or the dossiers chosen in it, syntheses, pieces.</summary>
[Route("instruction")]
[Requiert(Droit.LireListeDeTravail)]
public sealed class ExportsController(FitnContext db, Syntheses syntheses, Archives archives, IEntrepot entrepot, Horloge horloge)
    : Controller
{
    [HttpGet("export.csv")]
    [HttpPost("export.csv")]
    public IActionResult Csv(ListeFiltre filtre) =>
        new TableauCsv(ColonnesDeListe.Tableau(db, filtre, User.ActeurRequis(), horloge.Aujourdhui));

    [HttpGet("export.xlsx")]
    [HttpPost("export.xlsx")]
    public IActionResult Xlsx(ListeFiltre filtre, bool tout) =>
        new TableauXlsx(ColonnesDeListe.Tableau(db, tout ? filtre with { Numeros = [] } : filtre, User.ActeurRequis(), horloge.Aujourdhui));

    [HttpPost("syntheses.pdf")]
    public async Task<IActionResult> Selection(ListeFiltre filtre, bool tout, CancellationToken arret)
    {
        var numeros = tout
            ? await new ListeDeTravail(db, User.ActeurRequis())
                .Choisir(filtre.Propre() with { Numeros = [] })
                .Ranger()
                .Select(d => d.Numero!)
                .Take(Syntheses.Maximum + 1)
                .ToListAsync(arret)
            : filtre.Numeros;
        if (numeros.Count is > 0 and <= Syntheses.Maximum)
            return await SyntheseAsync(numeros, arret);
        throw new ActeImpossibleException(
            numeros.Count == 0
                ? "Cochez au moins un dossier de la liste."
                : $"Un document réunit {Syntheses.Maximum} dossiers au plus : cochez-en moins."
        );
    }

    [HttpGet("{numero}/synthese.pdf")]
    public Task<IActionResult> Synthese(string numero, CancellationToken arret) => SyntheseAsync([numero], arret);

    /// <summary>The pieces of the last deposit.</summary>
    [HttpGet("{numero}/pieces.zip")]
    public async Task<IActionResult> Pieces(string numero, CancellationToken arret)
    {
        var version = await db
            .Dossiers.VisiblesPar(User.ActeurRequis(), Droit.LireListeDeTravail)
            .Where(d => d.Numero == numero)
            .Select(d => d.Versions.OrderByDescending(v => v.Version).First())
            .FirstOrDefaultAsync(arret);
        if (version is null || version.Pieces.Length == 0)
            return NotFound();
        Guid[] ids = [.. version.Pieces.Select(p => p.Id)];
        return new PiecesZip(entrepot, numero, await db.Pieces.Where(p => ids.Contains(p.Id)).OrderBy(p => p.AjouteeLe).ToListAsync(arret));
    }

    private async Task<IActionResult> SyntheseAsync(IReadOnlyCollection<string> numeros, CancellationToken arret) =>
        await syntheses.FaireAsync(numeros, User.ActeurRequis(), arret) is { } document
            ? File(await archives.ProjeterAsync(document, arret), "application/pdf")
            : NotFound();
}
