using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Lettres;

/// <summary>The acts on the path of letters: the first thing said of a letter makes its row.</summary>
public sealed class SuiviDesLettres(FitnContext db, Papiers papiers, RegistreDesReglements reglements, Horloge horloge)
{
    /// <summary>
    /// The letter to act on, and the days that bound it, read under the locks: of its session first, since a notification holds that one.
    /// </summary>
    /// <exception cref="PagePerimeeException">Its decision was rectified meanwhile.</exception>
    public async Task<(Lettre Lettre, JoursDeLettre Jours)> TrouverAsync(CheminDeLettre chemin, CancellationToken arret)
    {
        if (chemin.SeanceId is { } seance)
            await db.VerrouillerSeanceAsync(seance, arret);
        await db.VerrouillerDossierAsync(chemin.DossierId, arret);
        var notifiee = chemin.NotifieeLe;
        if (chemin.EstUneDecision)
        {
            var id = Guid.Parse(chemin.Reference);
            var lue = await db.Decisions.Where(d => d.Id == id).Select(d => new { d.NotifieeLe }).FirstOrDefaultAsync(arret);
            notifiee = lue is null ? throw new PagePerimeeException(chemin.DossierId) : lue.NotifieeLe;
        }
        var connue = await db
            .Lettres.AsTracking()
            .FirstOrDefaultAsync(l => l.DossierId == chemin.DossierId && l.Reference == chemin.Reference, arret);
        if (connue is null)
            db.Lettres.Add(connue = Lettre.De(chemin.DossierId, chemin.Nature, chemin.Reference));
        return (connue, (chemin with { NotifieeLe = notifiee }).Jours(horloge.Aujourdhui));
    }

    /// <summary>Joins the scan of a signed paper to its letter.</summary>
    /// <exception cref="ActeImpossibleException">Nobody signs for that service that day, or the path does not allow it.</exception>
    public async Task SignerAsync(CheminDeLettre chemin, DateOnly jour, FichierRecu scan, Acteur par, CancellationToken arret)
    {
        var dossier = await db
            .Dossiers.Where(d => d.Id == chemin.DossierId)
            .Select(d => new { d.VersionReglement, d.Departement })
            .SingleAsync(arret);
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var service = chemin.EstUneDecision ? reglement.Attribuant : reglement.CodeDuService(dossier.Departement);
        if ((await papiers.EmetteurAsync(service, jour, arret)).Signataire is null)
            throw new ActeImpossibleException($"Action impossible : personne ne signe pour ce service le {Francais.Date(jour)}.");
        var (lettre, jours) = await TrouverAsync(chemin, arret);
        var perdue = await db.Pieces.AnyAsync(p => p.Id == lettre.NumeriseeId && p.Etat == EtatPiece.Refusee, arret);
        db.Pieces.Add(lettre.Signer(jour, scan, jours, par, horloge.Maintenant.ToUniversalTime(), perdue));
    }
}
