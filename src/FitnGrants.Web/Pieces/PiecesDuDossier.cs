using System.Security.Cryptography;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Pieces;

/// <summary>What became of a file that was given.</summary>
/// <param name="Gardee">True when it is a new piece.</param>
/// <param name="Refus">Why it was refused; null otherwise.</param>
/// <param name="Note">What its porteur may not know: it was here already.</param>
public sealed record Jointure(bool Gardee, string? Refus, string? Note);

/// <summary>
/// Receives, takes out and gives the pieces of a dossier. The file is on disk before its row: a death between them leaves an orphan, never
/// a piece without a file.
/// </summary>
public sealed class PiecesDuDossier(FitnContext db, IEntrepot entrepot, Horloge horloge, IOptions<OptionsDePieces> options)
{
    /// <summary>Receives a file; the same one sent twice is kept once, and said.</summary>
    /// <param name="dossier">The dossier, in the actor's perimeter.</param>
    /// <param name="type">What it proves.</param>
    /// <param name="saisi">Name as sent.</param>
    /// <param name="contenu">Its bytes, that can be read again.</param>
    /// <param name="par">Who sends it.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<Jointure> JoindreAsync(
        Dossier dossier,
        TypePiece type,
        string? saisi,
        Stream contenu,
        Acteur par,
        CancellationToken arret
    )
    {
        var (recu, refus) = await RecevoirAsync(saisi, contenu, arret);
        if (recu is null)
            return new Jointure(Gardee: false, refus, null);
        // A failure leaves the file: its row may be there, and the collector knows.
        var jointure = await InscrireAsync(dossier, type, recu, par, arret);
        if (!jointure.Gardee)
            await entrepot.EffacerAsync(recu.Id, CancellationToken.None);
        return jointure;
    }

    /// <summary>Keeps a file in the store, before any row names it; why it is refused otherwise.</summary>
    public async Task<(FichierRecu? Recu, string? Refus)> RecevoirAsync(string? saisi, Stream contenu, CancellationToken arret)
    {
        var nom = NomDeFichier.Sur(saisi);
        var lu = ControleDuFichier.Lire(nom, contenu.Length, options.Value.TailleMaximale, contenu);
        if (lu.Refus is { } refus)
            return (null, refus);
        var empreinte = Convert.ToHexStringLower(await SHA256.HashDataAsync(contenu, arret));
        contenu.Position = 0;
        var recu = new FichierRecu(Guid.CreateVersion7(), nom, contenu.Length, empreinte, lu.TypeMime!);
        await entrepot.EcrireAsync(recu.Id, contenu, arret);
        return (recu, null);
    }

    /// <summary>
    /// Copies the files that a dossier joins, for another one to join, those that were found clean; nobody opens them there before the
    /// antivirus has seen them again.
    /// </summary>
    public async Task<IReadOnlyList<(TypePiece Type, FichierRecu Fichier)>> CopierAsync(Dossier dossier, CancellationToken arret)
    {
        var copies = new List<(TypePiece, FichierRecu)>();
        foreach (var p in (await CourantesAsync(db, dossier.Id, arret)).Where(p => p.Etat == EtatPiece.Saine))
        {
            var copie = new FichierRecu(Guid.CreateVersion7(), p.NomFichier, p.Taille, p.Sha256, p.TypeMime);
            await using var contenu = await entrepot.LireAsync(p.Id, arret);
            if (contenu is null)
                continue;
            // A store asks for the length of what it is given; a piece is small enough to be held.
            using var tampon = new MemoryStream(checked((int)p.Taille));
            await contenu.CopyToAsync(tampon, arret);
            tampon.Position = 0;
            await entrepot.EcrireAsync(copie.Id, tampon, arret);
            copies.Add((p.Type, copie));
        }
        return copies;
    }

    /// <summary>Takes a piece out; false when the dossier has no such piece.</summary>
    public async Task<bool> RetirerAsync(Dossier dossier, Guid id, Acteur par, CancellationToken arret)
    {
        var piece = await db.ActeAsync(
            par,
            horloge.Maintenant,
            async () =>
            {
                await VerrouillerAsync(dossier, arret);
                if (
                    await db.Pieces.AsTracking().FirstOrDefaultAsync(p => p.Id == id && p.DossierId == dossier.Id, arret) is not { } trouvee
                )
                    return null;
                trouvee.Retirer(dossier, par, horloge.Maintenant);
                if (trouvee.Version is null)
                    db.Pieces.Remove(trouvee);
                return trouvee;
            },
            arret
        );
        if (piece is { Version: null })
            await entrepot.EffacerAsync(piece.Id, CancellationToken.None);
        return piece is not null;
    }

    /// <summary>Asks the antivirus again; false when the dossier has no such piece.</summary>
    public Task<bool> RelancerAsync(Dossier dossier, Guid id, Acteur par, CancellationToken arret) =>
        db.ActeAsync(
            par,
            horloge.Maintenant,
            async () =>
            {
                var piece = await db.Pieces.AsTracking().FirstOrDefaultAsync(p => p.Id == id && p.DossierId == dossier.Id, arret);
                piece?.Relancer(par, horloge.Maintenant);
                return piece is not null;
            },
            arret
        );

    /// <summary>Pieces that a dossier joins now, the first joined first; refused ones too, since their porteur must know.</summary>
    public static Task<List<Piece>> CourantesAsync(FitnContext db, Guid dossier, CancellationToken arret) =>
        db
            .Pieces.Where(Piece.DuDossier)
            .Where(p => p.DossierId == dossier && p.RetireeLe == null)
            .OrderBy(p => p.AjouteeLe)
            .ThenBy(p => p.Id)
            .ToListAsync(arret);

    /// <summary>Enters a deposit. Beside the antivirus, that may be answering of one of them: neither waits for the other.</summary>
    public static Task FigerAsync(FitnContext db, Dossier dossier, IEnumerable<PieceDeposee> pieces, CancellationToken arret)
    {
        Guid[] ids = [.. pieces.Select(p => p.Id)];
        return ids.Length == 0
            ? Task.CompletedTask
            : db
                .Pieces.Where(p => ids.Contains(p.Id) && p.Version == null)
                .ExecuteUpdateAsync(m => m.SetProperty(p => p.Version, dossier.Version), arret);
    }

    /// <summary>Puts the pieces back as they were deposited: those joined since go with their files, those taken out come back.</summary>
    public static async Task RemettreAsync(FitnContext db, Dossier dossier, VersionDeposee deposee, CancellationToken arret)
    {
        Guid[] ids = [.. deposee.Pieces.Select(p => p.Id)];
        await db.VerrouillerDossierAsync(dossier.Id, arret);
        await db.Pieces.Where(Piece.DuDossier).Where(p => p.DossierId == dossier.Id && p.Version == null).ExecuteDeleteAsync(arret);
        await db
            .Pieces.Where(p => ids.Contains(p.Id))
            .ExecuteUpdateAsync(m => m.SetProperty(p => p.RetireeLe, (DateTimeOffset?)null), arret);
    }

    private async Task<Jointure> InscrireAsync(Dossier dossier, TypePiece type, FichierRecu recu, Acteur par, CancellationToken arret) =>
        await db.ActeAsync(
            par,
            horloge.Maintenant,
            async () =>
            {
                await VerrouillerAsync(dossier, arret);
                var presentes = await CourantesAsync(db, dossier.Id, arret);
                // A connection that broke before the answer: what was sent again is already here.
                var semblable = presentes.FindAll(p => p.Sha256 == recu.Sha256 && p.Compte);
                if (semblable.Find(p => p.Type == type) is { } meme)
                    return new Jointure(
                        Gardee: false,
                        null,
                        Francais.Typographier(
                            $"« {recu.NomFichier} » est déjà joint, sous le nom « {meme.NomFichier} » : " + "il n’est gardé qu’une fois."
                        )
                    );
                if (presentes.Where(p => p.Compte).Sum(p => p.Taille) + recu.Taille > options.Value.TotalMaximal)
                    return new Jointure(
                        Gardee: false,
                        Francais.Typographier(
                            $"« {recu.NomFichier} » dépasse la place qui reste : les pièces d’un dossier pèsent "
                                + $"{Francais.Poids(options.Value.TotalMaximal)} au plus, ensemble."
                        ),
                        null
                    );
                db.Pieces.Add(Piece.Joindre(dossier, type, recu, par, horloge.Maintenant));
                return new Jointure(
                    Gardee: true,
                    null,
                    semblable.Count == 0
                        ? null
                        : Francais.Typographier(
                            $"« {recu.NomFichier} » est le même fichier que « {semblable[0].NomFichier} », déjà joint pour une "
                                + "autre pièce. "
                                + "Si c’est une erreur, retirez l’un des deux."
                        )
                );
            },
            arret
        );

    /// <summary>One act at a time on the pieces of a dossier, and none beside its deposit.</summary>
    private async Task VerrouillerAsync(Dossier dossier, CancellationToken arret)
    {
        await db.VerrouillerDossierAsync(dossier.Id, arret);
        await db.Entry(dossier).ReloadAsync(arret);
    }
}
