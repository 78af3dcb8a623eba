using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Lettres;

/// <summary>Which letters of a session are printed.</summary>
public enum LettresAImprimer
{
    Toutes,
    ASigner,
    APoster,
}

/// <summary>The letters of a session, and what is left to do of them.</summary>
/// <param name="Seance">The session.</param>
/// <param name="Lettres">One for each decision that holds.</param>
/// <param name="ALaMain">True where the service that attributes signs its letters by hand.</param>
/// <param name="Aujourdhui">Paris day.</param>
public sealed record LettresDeSeance(Seance Seance, IReadOnlyList<CheminDeLettre> Lettres, bool ALaMain, DateOnly Aujourdhui)
{
    public EditionFormulaire? Edition { get; init; }

    public SignaturesFormulaire? Signatures { get; init; }

    public EnvoisFormulaire? Envois { get; init; }

    /// <summary>Those to edit for their signature: not told, not signed.</summary>
    public IEnumerable<CheminDeLettre> AEditer => ALaMain ? Lettres.Where(l => l.NotifieeLe is null && !l.EstSignee) : [];

    /// <summary>Those whose paper is edited and waits for its signature.</summary>
    public IEnumerable<CheminDeLettre> ASigner => ALaMain ? Lettres.Where(l => l.Lettre?.DateeDu is not null && !l.EstSignee) : [];

    public IEnumerable<CheminDeLettre> ANotifier => Lettres.Where(l => l.NotifieeLe is null && (!ALaMain || l.EstSignee));

    public IEnumerable<CheminDeLettre> APoster => Lettres.Where(l => l.APosterCar is not null);

    public IEnumerable<CheminDeLettre> Choisies(LettresAImprimer quoi) =>
        quoi switch
        {
            LettresAImprimer.ASigner => ASigner,
            LettresAImprimer.APoster => APoster,
            _ => Lettres,
        };

    /// <summary>The letters of a session that an actor may tell; null outside its perimeter.</summary>
    public static async Task<LettresDeSeance?> ChargerAsync(
        FitnContext db,
        Papiers papiers,
        RegistreDesReglements reglements,
        Guid id,
        Acteur acteur,
        DateOnly aujourdhui,
        CancellationToken arret
    )
    {
        if (await db.Seances.VisiblesPar(acteur, Droit.Notifier).FirstOrDefaultAsync(s => s.Id == id, arret) is not { } seance)
            return null;
        string[] services = [.. seance.Dispositifs.Select(d => reglements.Exiger(d).Attribuant).Distinct(StringComparer.Ordinal)];
        var emetteurs = await papiers.EmetteursAsync(services, aujourdhui, arret);
        return new LettresDeSeance(
            seance,
            await CheminDeLettre.DeLaSeanceAsync(db, id, arret),
            emetteurs.Values.Any(e => e.Fiche.LettresALaMain),
            aujourdhui
        );
    }
}

/// <summary>Letters to tick in a form.</summary>
/// <param name="Nom">Of the control.</param>
/// <param name="Lettres">Those that may be chosen.</param>
/// <param name="Cochees">What was ticked in a form that was refused; null where all are.</param>
public sealed record LettresAChoisir(string Nom, IReadOnlyList<CheminDeLettre> Lettres, IReadOnlyList<Guid>? Cochees)
{
    public bool EstCochee(CheminDeLettre lettre) =>
        Cochees?.Contains(Guid.Parse(lettre.Reference)) ?? (Nom != "AEditer" || lettre.Lettre?.DateeDu is null);
}
