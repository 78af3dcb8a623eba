using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>What an administrator says of a successor, read.</summary>
/// <param name="Ancien">SIREN that is dead.</param>
/// <param name="Nouveau">SIREN that takes its place.</param>
/// <param name="Le">Paris day.</param>
/// <param name="Arrete">Reference of the arrêté.</param>
public sealed record SuccessionVoulue(string? Ancien, string? Nouveau, DateOnly? Le, string? Arrete);

/// <summary>A successor takes over rights, dossiers and acts, in one transaction.</summary>
public static class Successions
{
    /// <summary>Judges it without doing anything.</summary>
    public static async Task<(Succession? Succession, Resultat Resultat)> JugerAsync(
        this FitnContext db,
        SuccessionVoulue voulue,
        Acteur par,
        DateTimeOffset instant,
        CancellationToken arret
    )
    {
        var lues = await db
            .Collectivites.Where(c => c.Siren == voulue.Ancien || c.Siren == voulue.Nouveau)
            .ToDictionaryAsync(c => c.Siren, StringComparer.Ordinal, arret);
        var connues = await db.Successions.Where(s => s.Ancien == voulue.Ancien || s.Ancien == voulue.Nouveau).ToListAsync(arret);
        return Succession.Enregistrer(
            lues.GetValueOrDefault(voulue.Ancien ?? ""),
            lues.GetValueOrDefault(voulue.Nouveau ?? ""),
            voulue.Le,
            voulue.Arrete,
            connues,
            par,
            instant
        );
    }

    /// <summary>Records it; nothing moves where it is refused.</summary>
    public static Task<Resultat> SuccederAsync(
        this FitnContext db,
        SuccessionVoulue voulue,
        Acteur par,
        DateTimeOffset instant,
        CancellationToken arret
    ) =>
        db.ActeAsync(
            par,
            instant,
            async () =>
            {
                var (succession, resultat) = await db.JugerAsync(voulue, par, instant, arret);
                if (succession is null)
                    return resultat;
                db.Successions.Add(succession);
                await DeplacerLesDossiersAsync(db, succession, par, arret);
                await DeplacerLesDroitsAsync(db, succession, arret);
                return resultat;
            },
            arret
        );

    /// <summary>Envelopes, then dossiers, each in one order: no other act waits for one of them with another in hand.</summary>
    private static async Task DeplacerLesDossiersAsync(FitnContext db, Succession s, Acteur par, CancellationToken arret)
    {
        var concernes = await db
            .Dossiers.Where(d => d.Siren == s.Ancien || d.Sirens.Contains(s.Ancien))
            .OrderBy(d => d.Id)
            .Select(d => new { d.Id, d.Dispositif })
            .ToListAsync(arret);
        foreach (var dispositif in concernes.Select(c => c.Dispositif).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            await db.VerrouillerEnveloppeAsync(dispositif, arret);
        foreach (var c in concernes)
            await db.VerrouillerDossierAsync(c.Id, arret);
        Guid[] ids = [.. concernes.Select(c => c.Id)];
        var nouvelle = await db.Collectivites.SingleAsync(c => c.Siren == s.Nouveau, arret);
        var dossiers = await db.Dossiers.AsTracking().Where(d => ids.Contains(d.Id)).ToListAsync(arret);
        foreach (var dossier in dossiers)
            dossier.Succeder(s, nouvelle, par);
        var actes = await db.ActesAttributifs.AsTracking().Where(a => ids.Contains(a.DossierId)).ToListAsync(arret);
        foreach (var acte in actes)
            acte.Succeder(dossiers.Single(d => d.Id == acte.DossierId).Substitutions[^1]);
        await DeplacerLaPlaceAsync(db, ids, s, arret);
    }

    /// <summary>One body has one place by dispositif: where the successor holds one already, it keeps that one (R47).</summary>
    private static async Task DeplacerLaPlaceAsync(FitnContext db, Guid[] dossiers, Succession s, CancellationToken arret)
    {
        var index = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<IndexDesCollectivites>(db);
        var (avant, apres) = (await index.PlaceAsync(db, s.Ancien, arret), await index.PlaceAsync(db, s.Nouveau, arret));
        if (avant == apres)
            return;
        var tenues = await db
            .Engagements.AsTracking()
            .Where(e => dossiers.Contains(e.DossierId) && e.SirenReserve == avant)
            .ToListAsync(arret);
        foreach (var engagement in tenues)
            engagement.Suivre(
                await db.Engagements.AnyAsync(e => e.Dispositif == engagement.Dispositif && e.SirenReserve == apres, arret) ? null : apres
            );
    }

    /// <summary>Accounts, requests of access and messages that wait.</summary>
    private static async Task DeplacerLesDroitsAsync(FitnContext db, Succession s, CancellationToken arret)
    {
        var deja = await db.Habilitations.Where(h => h.Siren == s.Nouveau).Select(h => new { h.UtilisateurId, h.Role }).ToListAsync(arret);
        foreach (var h in await db.Habilitations.AsTracking().Where(h => h.Siren == s.Ancien).ToListAsync(arret))
            if (deja.Exists(d => d.UtilisateurId == h.UtilisateurId && d.Role == h.Role))
                db.Habilitations.Remove(h);
            else
                h.Siren = s.Nouveau;
        await db
            .DemandesDAcces.Where(d => d.Siren == s.Ancien && d.CloseLe == null)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.Siren, s.Nouveau), arret);
        await db
            .Courriels.Where(c => c.Destinataire == s.Ancien && !db.Envois.Any(e => e.CourrielId == c.Id))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Destinataire, s.Nouveau), arret);
    }
}
