using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi.EtatsDesLieux;

/// <summary>What the pages of reports are made of.</summary>
public abstract class PagesDEtat(MoyensDuSuivi moyens) : PagesDeSuivi(moyens)
{
    /// <summary>Those that its reader may see: a draft is its porteur's own, and what is being corrected reads as it was sent.</summary>
    protected static EtatsPage Etats(UnSuivi suivi) =>
        new(suivi, [.. suivi.EtatsDesLieux.Where(e => suivi.DuPorteur || e.Transmis is not null)]);

    /// <summary>Every report of the act, under its locks.</summary>
    protected Task<List<EtatDesLieux>> EtatsAsync(ActeAttributif acte, CancellationToken arret) =>
        Moyens.Db.EtatsDesLieux.AsTracking().Where(e => e.ActeId == acte.Id).OrderBy(e => e.Rang).ToListAsync(arret);

    /// <summary>Shows the reports of an act; with what was asked and refused.</summary>
    protected async Task<IActionResult> ListeAsync(string numero, Droit droit, DemandeDEtatFormulaire? refuse, CancellationToken arret)
    {
        if (await TrouverAsync(numero, droit, arret) is not { Acte.RecuLe: not null } suivi)
            return NotFound();
        ViewData.Porter(suivi);
        return View("/Features/Suivi/EtatsDesLieux/Liste.cshtml", Etats(suivi) with { Refuse = refuse });
    }

    /// <summary>What was ticked while a finding was set aside: shown once more.</summary>
    protected const string PointsGardes = "PointsDEtat";

    /// <summary>Shows a report that was sent; 404 where there is none of that rank.</summary>
    protected async Task<IActionResult> MontrerUnEtatAsync(
        string numero,
        int rang,
        Droit droit,
        LectureFormulaire? refuse,
        CancellationToken arret
    )
    {
        if (!ModelState.IsValid && refuse is null)
            return NotFound();
        if (
            await TrouverAsync(numero, droit, arret) is not { } suivi
            || suivi.EtatsDesLieux.FirstOrDefault(e => e.Rang == rang && e.Transmis is not null) is not { } etat
        )
            return NotFound();
        var constats = suivi.DuPorteur ? [] : suivi.Acte.ConstatsDe(etat, suivi.EtatsDesLieux, suivi.Versements);
        if (refuse is null && TempData[PointsGardes] is string gardes)
            refuse = new LectureFormulaire { Points = System.Text.Json.JsonSerializer.Deserialize<List<PointSaisi>>(gardes) ?? [] };
        ViewData.Porter(suivi);
        return View(
            "/Features/Suivi/EtatsDesLieux/Lire.cshtml",
            new LecturePage(Etats(suivi), etat, constats, await ContradictionsAsync(suivi, etat.Transmis!, arret), refuse)
        );
    }

    /// <summary>Registered offices that another laureate said otherwise: pointed out to who reads, never decided.</summary>
    private async Task<IReadOnlyDictionary<string, string>> ContradictionsAsync(
        UnSuivi suivi,
        ContenuDEtat contenu,
        CancellationToken arret
    )
    {
        string[] sirens = suivi.DuPorteur ? [] : [.. contenu.Entreprises.Select(e => e.Siren).OfType<string>()];
        if (sirens.Length == 0)
            return new Dictionary<string, string>(StringComparer.Ordinal);
        var connues = await Moyens
            .Db.EntreprisesConnues.Where(e => sirens.Contains(e.Siren))
            .ToDictionaryAsync(e => e.Siren, e => e.DepartementSiege, StringComparer.Ordinal, arret);
        return contenu
            .Entreprises.Where(e => e.Siren is not null && connues.TryGetValue(e.Siren, out var dit) && dit != e.DepartementSiege)
            .GroupBy(e => e.Siren!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => connues[g.Key], StringComparer.Ordinal);
    }
}
