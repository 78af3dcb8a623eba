using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Suites;

/// <summary>Who is told of an act on a dossier, and by which message.</summary>
internal static partial class Annonces
{
    /// <summary>Nobody is written to.</summary>
    public static readonly Annonce Personne = (_, _, _) => Task.FromResult<IEnumerable<Courriel>>([]);

    public static readonly Annonce DeLaReponse = AuSujetDuDossier(Courriers.Reponse);
    public static readonly Annonce DuRetrait = AuSujetDuDossier(Courriers.Retire);
    public static readonly Annonce DeLaDemande = AuSujetDuDossier(Courriers.Demande);
    public static readonly Annonce DeLaReprise = AuSujetDuDossier(Courriers.Reprise);
    public static readonly Annonce DeLIssue = AuSujetDuDossier(Courriers.Issue);

    public static async Task<IEnumerable<Courriel>> DuDepot(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var dossier = (Dossier)s.Racine!;
        return [Courriers.Depose(dossier, await moyens.Reglements.VersionAsync(s.Db, dossier.VersionReglement, arret), s.Instant)];
    }

    /// <summary>Not who takes it for oneself.</summary>
    public static async Task<IEnumerable<Courriel>> ALAgentChoisi(Survenu s, Moyens moyens, CancellationToken arret) =>
        ((Confier)s.Fait.Trace).A is { } agent && agent != s.Par.Id
            ?
            [
                Courriers.Confie(
                    (Dossier)s.Racine!,
                    await s.Db.Users.Where(u => u.Id == agent).Select(u => u.Email!).SingleAsync(arret),
                    s.Instant
                ),
            ]
            : [];

    public static async Task<IEnumerable<Courriel>> DeLaDecision(Survenu s, Moyens moyens, CancellationToken arret) =>
        [Courriers.Notifie((Dossier)s.Racine!, (await s.Db.Decisions.FindAsync([((Notifier)s.Fait.Trace).Decision], arret))!, s.Instant)];

    public static async Task<IEnumerable<Courriel>> DeLAvis(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var consultation = (Consultation)s.Racine!;
        var dossier = await DossierAsync(s, consultation.DossierId, arret);
        return [moyens.Avis.Demande(consultation, dossier.Titre, dossier.Porteur!.Nom, s.Instant)];
    }

    public static async Task<IEnumerable<Courriel>> DuMessage(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var message = (Message)s.Racine!;
        return [Courriers.Message(await DossierAsync(s, message.DossierId, arret), message, s.Instant)];
    }

    public static async Task<IEnumerable<Courriel>> DeLaNote(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var note = (Note)s.Racine!;
        return [Courriers.Note(await DossierAsync(s, note.DossierId, arret), note, s.Instant)];
    }

    /// <summary>Whoever sent it; and the service too when it is part of a deposit, that it may be judging.</summary>
    public static async Task<IEnumerable<Courriel>> DeLaPieceRefusee(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var piece = (Piece)s.Racine!;
        if (piece.Etat != EtatPiece.Refusee)
            return [];
        var dossier = await DossierAsync(s, piece.DossierId, arret);
        var duService =
            piece.LettreId is not null
            || (piece.MessageId is { } id && await s.Db.Messages.AnyAsync(m => m.Id == id && m.DuService, arret));
        return
        [
            .. duService ? [] : new[] { Courriers.PieceRefusee(dossier, piece, s.Instant) },
            .. duService || piece.Version is not null ? new[] { Courriers.PieceRefuseeAuService(dossier, piece, s.Instant) } : [],
        ];
    }

    private static Annonce AuSujetDuDossier(Func<Dossier, DateTimeOffset, Courriel> courriel) =>
        (s, _, _) => Task.FromResult<IEnumerable<Courriel>>([courriel((Dossier)s.Racine!, s.Instant)]);

    private static async Task<Dossier> DossierAsync(Survenu s, Guid id, CancellationToken arret) =>
        s.Db.Dossiers.Local.FirstOrDefault(d => d.Id == id) ?? await s.Db.Dossiers.SingleAsync(d => d.Id == id, arret);
}
