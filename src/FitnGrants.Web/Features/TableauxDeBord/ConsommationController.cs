using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>The consumption of credits, known before a quarter ends (S1:21).</summary>
[Route("tableaux-de-bord/consommation")]
[Requiert(Droit.LireTableaux)]
public sealed class ConsommationController(FitnContext db, RegistreDesReglements reglements, Horloge horloge) : Controller
{
    private static readonly string[] Titres =
    [
        "Numéro",
        "Projet",
        "Lauréat",
        "Dispositif",
        "Exercice",
        "Acté (AE)",
        "Payé (CP)",
        "Consommé",
        "Prévu",
        "Estimé",
        "Consommé ou prévu",
    ];

    [HttpGet("")]
    public async Task<IActionResult> Voir(ConsommationFiltre filtre, CancellationToken arret) =>
        View(
            "/Features/TableauxDeBord/Consommation.cshtml",
            await ConsommationPage.ChargerAsync(db, reglements, filtre, (User.ActeurRequis(), horloge.Aujourdhui), arret)
        );

    [HttpGet("/tableaux-de-bord/consommation.csv")]
    public IActionResult Csv(ConsommationFiltre filtre) => new TableauCsv(Tableau(filtre));

    [HttpGet("/tableaux-de-bord/consommation.xlsx")]
    public IActionResult Xlsx(ConsommationFiltre filtre) => new TableauXlsx(Tableau(filtre));

    /// <summary>Each act at the end of the quarter: the list that its sums are made of.</summary>
    private TableauProduit Tableau(ConsommationFiltre filtre)
    {
        var trimestre = ConsommationPage.Lire(filtre.Au) ?? Trimestre.De(horloge.Aujourdhui);
        return new TableauProduit(
            $"consommation-{trimestre.Fin:yyyy-MM-dd}",
            Titres,
            Titres[5..],
            LignesAsync(filtre.Dispositif, trimestre)
        );
    }

    private async IAsyncEnumerable<object?[]> LignesAsync(string? dispositif, Trimestre trimestre)
    {
        var sommes = new ConsommationDesActes(db, User.ActeurRequis(), horloge.Aujourdhui);
        await foreach (var l in sommes.ParActe(string.IsNullOrEmpty(dispositif) ? null : dispositif, trimestre).AsAsyncEnumerable())
            yield return
            [
                l.Numero,
                l.Titre,
                l.Porteur,
                l.Dispositif,
                l.Exercice,
                l.Acte,
                l.Paye,
                l.Consomme,
                l.Prevu,
                l.Estime,
                l.Consomme + l.Prevu + l.Estime,
            ];
    }
}
