using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>A dossier loaded to act on it beside its grid.</summary>
public sealed record IssuePage(
    Dossier Dossier,
    Reglement Reglement,
    string Porteur,
    IReadOnlyList<IssuePage.Semblable> Semblables,
    string? DepartementDAvis
)
{
    /// <summary>A project that looks like this one; refused where it has a day of refusal.</summary>
    public sealed record Semblable(
        string Numero,
        string Titre,
        string Dispositif,
        int Similarite,
        DateOnly? RefuseLe,
        Rapprochement? Jugement
    );

    /// <summary>The avis already given by the actor's préfecture.</summary>
    public Avis? Donne => Dossier.Avis.FirstOrDefault(a => a.Departement == DepartementDAvis);

    /// <summary>Refused dossiers of the same dispositif: a refusal elsewhere is an alert only (A5).</summary>
    public IEnumerable<string> AJuger =>
        Semblables.Where(s => s.RefuseLe is not null && s.Dispositif == Dossier.Dispositif).Select(s => s.Numero);

    /// <summary>A project that may be ruled on: not one refused elsewhere.</summary>
    public Semblable? AutreQuiSeJuge(string? numero) =>
        Semblables.FirstOrDefault(s => s.Numero == numero && (s.RefuseLe is null || s.Dispositif == Dossier.Dispositif));

    /// <summary>The first blocking rule that does not hold, to start with.</summary>
    public string? RegleProposee => Dossier.RegleEnDefaut(Reglement);

    /// <summary>The rule that orients to another axis, where the règlement has one.</summary>
    public string? RegleDOrientation => Reglement.Trouver<Domain.Dossiers.Regles.AutreAxeOriente>()?.Code;

    /// <summary>Rules of the grid, to choose from.</summary>
    public IEnumerable<Composants.Reponse> Regles =>
        Dossier
            .Grille.Where(c => Reglement.Regles.Any(r => r.Code == c.Regle))
            .Select(c => new Composants.Reponse(c.Regle, $"{c.Nom} ({c.Regle})"));

    /// <summary>Those that a dossier must respect and does not hold: an irrecevabilité rests on one of them.</summary>
    public IEnumerable<Composants.Reponse> ReglesBloquantes =>
        Regles.Where(r => Bloque(r.Valeur) && Dossier.Grille.Any(c => c.Regle == r.Valeur && !c.EstTenue));

    private bool Bloque(string code) => Reglement.Regles.Any(r => r.Code == code && r.Mode == ModeRegle.Bloquant);

    public static async Task<IssuePage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        string numero,
        string vue,
        Func<IQueryable<Dossier>, IQueryable<Dossier>> perimetre,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var dossiers = perimetre(db.Dossiers.Include(d => d.Controles));
        var dossier = await (vue == "Avis" ? dossiers.Include(d => d.Versions) : dossiers).FirstOrDefaultAsync(
            d => d.Numero == numero,
            arret
        );
        return dossier is null ? null : await DeAsync(db, reglements, dossier, vue, acteur, arret);
    }

    public static async Task<IssuePage> DeAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Dossier dossier,
        string vue,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        return new IssuePage(
            dossier,
            reglement,
            dossier.Porteur!.Nom,
            vue == "Rapprochements" ? await SemblablesAsync(db, reglement, dossier, acteur, arret) : [],
            DepartementsDe(dossier, acteur).OrderBy(d => dossier.AvisRendus.Contains(d)).FirstOrDefault()
        );
    }

    /// <summary>From this share of common trigrams on, a living project is shown as a possible duplicate.</summary>
    internal const double SeuilDeDoublon = 0.6;

    private static async Task<IReadOnlyList<Semblable>> SemblablesAsync(
        FitnContext db,
        Reglement reglement,
        Dossier dossier,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var situation = await db.PourLePorteurAsync(reglement, dossier.Sirens, dossier.Comparaison, arret);
        Rapprochement? Jugement(string numero) => dossier.Rapprochements.FirstOrDefault(r => r.Numero == numero);
        var refuses = situation
            .Semblables.Where(s => s.Numero != dossier.Numero)
            .Select(s => new Semblable(
                s.Numero,
                s.Titre,
                s.Dispositif,
                s.Similarite,
                situation.Refus.FirstOrDefault(r => r.Numero == s.Numero)?.Le,
                Jugement(s.Numero)
            ))
            .ToList();
        return
        [
            .. refuses,
            .. (await VivantsAsync(db, dossier, acteur, arret))
                .Where(v => !refuses.Exists(r => r.Numero == v.Numero))
                .Select(v => v with { Jugement = Jugement(v.Numero) }),
        ];
    }

    /// <summary>Deposited projects that read nearly the same, whoever bears them, the nearest first.</summary>
    private static Task<List<Semblable>> VivantsAsync(FitnContext db, Dossier dossier, Acteur acteur, CancellationToken arret) =>
        (
            from d in db.Dossiers.VisiblesPar(acteur, Droit.LireDossier)
            where
                d.Id != dossier.Id
                && d.Numero != null
                && EF.Functions.TrigramsAreSimilar(d.Comparaison, dossier.Comparaison)
                && EF.Functions.TrigramsSimilarity(d.Comparaison, dossier.Comparaison) >= SeuilDeDoublon
            orderby EF.Functions.TrigramsSimilarity(d.Comparaison, dossier.Comparaison) descending, d.Numero
            select new Semblable(
                d.Numero!,
                d.Titre,
                d.Dispositif,
                (int)(EF.Functions.TrigramsSimilarity(d.Comparaison, dossier.Comparaison) * 100),
                null,
                null
            )
        )
            .Take(10)
            .ToListAsync(arret);

    /// <summary>The département of a posted avis, if it is the actor's and the dossier's; else the first that waits.</summary>
    public string DepartementChoisi(string? departement, Acteur acteur) =>
        DepartementsDe(Dossier, acteur).FirstOrDefault(d => d == departement) ?? DepartementDAvis ?? "";

    private static IEnumerable<string> DepartementsDe(Dossier dossier, Acteur acteur) =>
        Perimetres.DepartementsDAvis(acteur).Where(d => dossier.Departements.Contains(d));
}
