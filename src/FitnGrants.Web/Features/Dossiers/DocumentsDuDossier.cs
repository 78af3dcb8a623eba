using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>The documents of a dossier, as its page gives them and as messages carry them: the same bytes.</summary>
public sealed class DocumentsDuDossier(
    FitnContext db,
    RegistreDesReglements reglements,
    Archives archives,
    Papiers papiers,
    LettresDuDossier lettres,
    ScansDePapiers scans,
    Horloge horloge
) : IDocumentsJoints
{
    /// <summary>Receipt of a deposit; of the last one by default. Null without one.</summary>
    public async Task<byte[]?> RecepisseAsync(Dossier dossier, int? version, CancellationToken arret)
    {
        var deposee = version is null ? dossier.Versions.MaxBy(v => v.Version) : dossier.Versions.FirstOrDefault(v => v.Version == version);
        return deposee is null ? null : await RecepisseAsync(dossier, deposee, arret);
    }

    private async Task<byte[]> RecepisseAsync(Dossier dossier, VersionDeposee version, CancellationToken arret)
    {
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var service = reglement.CodeDuService(dossier.Departement);
        var emetteur = await papiers.EmetteurAsync(service, JourDeParis.De(version.DeposeeLe), arret);
        var document = Impressions.Recepisse(dossier, version, reglement, emetteur);
        if (await archives.LireAsync(dossier.Id, document.Type, document.Reference, arret) is { } connu)
            return connu;
        // It bears no signature: an address, a telephone and a mailbox make it opposable (CRPA L112-6).
        ExigerComplete(emetteur.Manques(recours: true, signe: false));
        return await archives.ObtenirAsync(dossier.Id, document, arret);
    }

    /// <summary>Letter of an irrecevabilité or of an orientation; null when it did not end so.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="editee">True for the letter as it was edited, beside its signed paper.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<byte[]?> NotificationAsync(Dossier dossier, bool editee, CancellationToken arret) =>
        dossier.Issue is not { } issue
            ? null
            : await LireOuEditerAsync(
                dossier,
                (TypesDeLettre.Issue, TypesDeLettre.Reference(issue)),
                editee,
                _ => lettres.DeLIssueAsync(dossier, arret),
                arret
            );

    /// <summary>Letter of a request for pieces; null without such a request.</summary>
    public async Task<byte[]?> DemandeAsync(Dossier dossier, Guid demande, bool editee, CancellationToken arret) =>
        dossier.Demandes.FirstOrDefault(d => d.Id == demande) is not { } trouvee
            ? null
            : await LireOuEditerAsync(
                dossier,
                (TypesDeLettre.Demande, demande.ToString()),
                editee,
                _ => lettres.DeLaDemandeAsync(dossier, trouvee, arret),
                arret
            );

    /// <summary>Letter of a decision; null while it is not notified.</summary>
    public async Task<byte[]?> LettreAsync(Dossier dossier, Guid decision, bool editee, CancellationToken arret) =>
        await db.Decisions.FirstOrDefaultAsync(d => d.Id == decision && d.DossierId == dossier.Id && d.NotifieeLe != null, arret)
            is not { } prise
            ? null
            : await LireOuEditerAsync(
                dossier,
                (TypesDeLettre.Decision, decision.ToString()),
                editee,
                l => lettres.DeLaDecisionAsync(dossier, prise, l, l?.DateeDu ?? JourDeParis.De(prise.NotifieeLe!.Value), arret),
                arret
            );

    /// <summary>The letter of a decision that is not told yet: as it was edited for its signature, else a draft of today.</summary>
    public async Task<byte[]> AvantNotificationAsync(Dossier dossier, Decision decision, CancellationToken arret)
    {
        var lettre = await LettreConnueAsync(dossier, decision.Id.ToString(), arret);
        if (lettre?.DateeDu is not null)
            return await LireOuEditerAsync(
                dossier,
                (TypesDeLettre.Decision, decision.Id.ToString()),
                editee: false,
                l => lettres.DeLaDecisionAsync(dossier, decision, l, l!.DateeDu!.Value, arret),
                arret
            );
        var prete = await lettres.DeLaDecisionAsync(dossier, decision, null, horloge.Aujourdhui, arret);
        return await archives.ProjeterAsync(prete.Document, arret);
    }

    private Task<Lettre?> LettreConnueAsync(Dossier dossier, string reference, CancellationToken arret) =>
        db.Lettres.FirstOrDefaultAsync(l => l.DossierId == dossier.Id && l.Reference == reference, arret);

    /// <summary>The signed paper where there is one, else what was edited, else the letter edited now: composed only then.</summary>
    private async Task<byte[]> LireOuEditerAsync(
        Dossier dossier,
        (string Type, string Reference) cle,
        bool editee,
        Func<Lettre?, Task<LettrePrete>> composer,
        CancellationToken arret
    )
    {
        var lettre = await LettreConnueAsync(dossier, cle.Reference, arret);
        if (!editee && lettre?.NumeriseeId is { } piece && await scans.LireAsync(piece, arret) is { } signee)
            return signee;
        if (await archives.LireAsync(dossier.Id, cle.Type, lettre?.ReferenceDArchive ?? cle.Reference, arret) is { } connue)
            return connue;
        var prete = await composer(lettre);
        ExigerComplete(prete.Manques);
        return await archives.ObtenirAsync(dossier.Id, prete.Document, arret);
    }

    /// <summary>
    /// The whole dossier. What was deposited is kept as it was first rendered; what is being written is rendered each time.
    /// </summary>
    /// <param name="dossier">The dossier, with its versions.</param>
    /// <param name="enCours">True for who writes it: they read what they are writing.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<byte[]?> EntierAsync(Dossier dossier, bool enCours, CancellationToken arret)
    {
        if (!(enCours && dossier.EstModifiable) && dossier.Versions.MaxBy(v => v.Version) is { } version)
            return await RendreAsync(
                dossier,
                JourDeParis.De(version.DeposeeLe),
                (r, e) => Impressions.Entier(dossier, version, Recapitulation.De(dossier, version.Contenu), dossier.Porteur!.Nom, r, e),
                arret
            );
        string[] sirens = [dossier.Siren, .. dossier.Contenu.Groupement?.Membres.Select(m => m.Siren) ?? []];
        var noms = (await db.Collectivites.Where(c => sirens.Contains(c.Siren)).Select(c => new { c.Siren, c.Nom }).ToListAsync(arret))
            .Select(c => (c.Siren, c.Nom))
            .ToList();
        var porteur = noms.First(n => n.Siren == dossier.Siren);
        var lu = Recapitulation.De(dossier.Contenu, (porteur.Nom, porteur.Siren), noms);
        var reglement = dossier.Numero is null
            ? reglements.Exiger(dossier.Dispositif)
            : await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var emetteur = await papiers.EmetteurAsync(reglement.CodeDuService(dossier.Departement), horloge.Aujourdhui, arret);
        return await archives.ProjeterAsync(Impressions.Entier(dossier, null, lu, porteur.Nom, reglement, emetteur), arret);
    }

    /// <summary>What a message carries: its name and its bytes; null when it carries nothing.</summary>
    public async Task<(string Nom, byte[] Contenu)?> JointAsync(Courriel courriel, CancellationToken arret)
    {
        if (courriel.Joint?.Split('/') is not [var type, var reference])
            return null;
        var dossier = await db.Dossiers.Include(d => d.Versions).SingleAsync(d => d.Id == courriel.DossierId, arret);
        var contenu = type switch
        {
            "recepisse" => await RecepisseAsync(dossier, int.Parse(reference, System.Globalization.CultureInfo.InvariantCulture), arret),
            TypesDeLettre.Decision => await LettreAsync(dossier, Guid.Parse(reference), editee: false, arret),
            TypesDeLettre.Demande => await DemandeAsync(dossier, Guid.Parse(reference), editee: false, arret),
            _ => await NotificationAsync(dossier, editee: false, arret),
        };
        return contenu is null ? null : ($"{(type == "recepisse" ? "accuse-de-reception" : "lettre")}-{dossier.Numero}.pdf", contenu);
    }

    /// <summary>What never was edited is not while its service lacks something.</summary>
    /// <exception cref="ActeImpossibleException">It names what is missing.</exception>
    private static void ExigerComplete(IEnumerable<Manque> manques)
    {
        if (manques.Select(m => m.Phrase).ToList() is { Count: > 0 } phrases)
            throw new ActeImpossibleException($"Ce document n’est pas encore prêt. Il y manque : {Francais.Liste(phrases)}.");
    }

    private async Task<byte[]> RendreAsync(
        Dossier dossier,
        DateOnly jour,
        Func<Reglement, Emetteur, DocumentAProduire> document,
        CancellationToken arret
    )
    {
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var emetteur = await papiers.EmetteurAsync(reglement.CodeDuService(dossier.Departement), jour, arret);
        return await archives.ObtenirAsync(dossier.Id, document(reglement, emetteur), arret);
    }
}
