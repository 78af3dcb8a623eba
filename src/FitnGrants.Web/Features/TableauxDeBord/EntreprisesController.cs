using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>The companies of the order, « au regard du département de leur siège social » (R78). Names are for agents only.</summary>
[Route("tableaux-de-bord/entreprises")]
[Requiert(Droit.LireTableaux)]
public sealed class EntreprisesController(FitnContext db, RegistreDesReglements reglements, Horloge horloge) : Controller
{
    private static readonly string[] Titres = ["Numéro", "Lauréat", "Entreprise", "SIREN", "Siège", "Montant"];

    private EntreprisesDesActes Sommes => new(db, User.ActeurRequis());

    [HttpGet("")]
    public async Task<IActionResult> Voir(CancellationToken arret) =>
        View(
            "/Features/TableauxDeBord/Entreprises.cshtml",
            EntreprisesPage.De(
                await Sommes.ParSiegeAsync(arret),
                await Sommes.LaureatsAsync(arret),
                reglements.EnVigueur.SelectMany(r => r.Departements.Select(d => (r.Region, d))).Distinct().ToLookup(x => x.Region, x => x.d)
            )
        );

    [HttpGet("/tableaux-de-bord/entreprises.csv")]
    public IActionResult Csv() => new TableauCsv(Tableau());

    [HttpGet("/tableaux-de-bord/entreprises.xlsx")]
    public IActionResult Xlsx() => new TableauXlsx(Tableau());

    private TableauProduit Tableau() => new($"entreprises-{horloge.Aujourdhui:yyyy-MM-dd}", Titres, ["Montant"], LignesAsync());

    private async IAsyncEnumerable<object?[]> LignesAsync()
    {
        await foreach (var l in Sommes.Lignes.AsAsyncEnumerable())
            yield return [l.Numero, l.Porteur, l.Nom, l.Siren, l.Siege, l.Montant];
    }
}
