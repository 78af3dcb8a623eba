using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The sessions of the actor's région.</summary>
public sealed record SeancesPage(IReadOnlyList<SeancesPage.Ligne> Lignes, IReadOnlyList<SeancesPage.Trou> Trous, bool PeutPreparer)
{
    /// <summary>Quarters in which a dispositif asks for a session and has none (R61).</summary>
    public sealed record Trou(Reglement Reglement, IReadOnlyList<string> Trimestres)
    {
        /// <summary>Code of the rule that asks for it.</summary>
        public string Regle => Reglement.Trouver<SeanceChaqueTrimestre>()!.Code;
    }

    /// <summary>What R61 misses among sessions; nothing where the dispositif does not ask for it.</summary>
    public static IReadOnlyList<string> TrimestresSansSeance(Reglement reglement, IEnumerable<Seance> seances) =>
        reglement.Regles.FirstOrDefault(r => r is { Mode: not ModeRegle.Inactif, Regle: SeanceChaqueTrimestre }) is { } regle
            ? SeanceChaqueTrimestre.Vides(
                regle.Parametres,
                [.. seances.Where(s => s.Etat != EtatSeance.Annulee && s.Dispositifs.Contains(reglement.Code)).Select(s => s.Jour)]
            )
            : [];

    public sealed record Ligne(Seance Seance, int Points);

    public static async Task<SeancesPage> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var seances = await db
            .Seances.VisiblesPar(acteur, Droit.LireSeances)
            .OrderBy(s => s.Jour)
            .Select(s => new { Seance = s, Points = s.Points.Count(p => p.Etat != EtatPoint.Retire) })
            .ToListAsync(arret);
        var codes = seances.SelectMany(s => s.Seance.Dispositifs).Distinct(StringComparer.Ordinal);
        var trous = codes
            .Select(reglements.Trouver)
            .OfType<Reglement>()
            .Select(r => new Trou(r, TrimestresSansSeance(r, seances.Select(s => s.Seance))));
        return new SeancesPage(
            [.. seances.Select(s => new Ligne(s.Seance, s.Points))],
            [.. trous.Where(t => t.Trimestres.Count > 0)],
            acteur.Peut(Droit.PreparerSeance)
        );
    }
}
