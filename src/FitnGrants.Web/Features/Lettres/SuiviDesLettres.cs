using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Lettres;

/// <summary>The acts on the path of letters: the first thing said of a letter makes its row.</summary>
public sealed class SuiviDesLettres(
    FitnContext db,
    PiecesDuDossier pieces,
    Papiers papiers,
    RegistreDesReglements reglements,
    Horloge horloge
)
{
    /// <summary>The letter to act on, under the lock of its dossier.</summary>
    public async Task<Lettre> TrouverAsync(CheminDeLettre chemin, CancellationToken arret)
    {
        await db.VerrouillerDossierAsync(chemin.DossierId, arret);
        var connue = await db
            .Lettres.AsTracking()
            .FirstOrDefaultAsync(l => l.DossierId == chemin.DossierId && l.Reference == chemin.Reference, arret);
        if (connue is null)
            db.Lettres.Add(connue = Lettre.De(chemin.DossierId, chemin.Nature, chemin.Reference));
        return connue;
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
        var lettre = await TrouverAsync(chemin, arret);
        var perdue = chemin.Numerisee == EtatPiece.Refusee;
        db.Pieces.Add(lettre.Signer(jour, scan, chemin.Jours(horloge.Aujourdhui), par, horloge.Maintenant.ToUniversalTime(), perdue));
    }

    /// <summary>Keeps a scan in the store, before any row names it; why it is refused otherwise.</summary>
    public async Task<(FichierRecu? Recu, string? Refus)> RecevoirAsync(IFormFile fichier, CancellationToken arret)
    {
        await using var contenu = fichier.OpenReadStream();
        if (!await EstUnPdfAsync(contenu, arret))
            return (
                null,
                Francais.Typographier($"« {NomDeFichier.Sur(fichier.FileName)} » n’est pas un PDF : numérisez la lettre signée en PDF.")
            );
        return await pieces.RecevoirAsync(Path.ChangeExtension(fichier.FileName, ".pdf"), contenu, arret);
    }

    /// <summary>By its header, within its first octets, whatever its name.</summary>
    private static async Task<bool> EstUnPdfAsync(Stream contenu, CancellationToken arret)
    {
        var debut = new byte[1024];
        var lus = await contenu.ReadAtLeastAsync(debut, debut.Length, throwOnEndOfStream: false, arret);
        contenu.Position = 0;
        return debut.AsSpan(0, lus).IndexOf("%PDF-"u8) >= 0;
    }
}
