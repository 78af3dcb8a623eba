using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
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
        return await EditerAsync(
            dossier,
            Impressions.Recepisse(dossier, version, reglement, emetteur),
            // It bears no signature: an address, a telephone and a mailbox make it opposable (CRPA L112-6).
            emetteur.Manques(recours: true, signe: false),
            arret
        );
    }

    /// <summary>Letter of an irrecevabilité or of an orientation; null when it did not end so.</summary>
    public async Task<byte[]?> NotificationAsync(Dossier dossier, CancellationToken arret)
    {
        if (dossier.Issue is null)
            return null;
        var lettre = await lettres.DeLIssueAsync(dossier, arret);
        return await EditerAsync(dossier, lettre.Document, lettre.Manques, arret);
    }

    /// <summary>Letter of a decision; null while it is not notified.</summary>
    public async Task<byte[]?> LettreAsync(Dossier dossier, Guid decision, CancellationToken arret)
    {
        if (
            await db.Decisions.FirstOrDefaultAsync(d => d.Id == decision && d.DossierId == dossier.Id && d.NotifieeLe != null, arret)
            is not { } prise
        )
            return null;
        var lettre = await lettres.DeLaDecisionAsync(dossier, prise, JourDeParis.De(prise.NotifieeLe!.Value), arret);
        return await EditerAsync(dossier, lettre.Document, lettre.Manques, arret);
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
            "lettre" => await LettreAsync(dossier, Guid.Parse(reference), arret),
            _ => await NotificationAsync(dossier, arret),
        };
        return contenu is null ? null : ($"{(type == "recepisse" ? "accuse-de-reception" : "lettre")}-{dossier.Numero}.pdf", contenu);
    }

    /// <summary>What was edited stays what it was; what never was is not edited while its service lacks something.</summary>
    /// <exception cref="ActeImpossibleException">It names what is missing.</exception>
    private async Task<byte[]> EditerAsync(
        Dossier dossier,
        DocumentAProduire document,
        IEnumerable<Manque> manques,
        CancellationToken arret
    )
    {
        if (
            manques.Select(m => m.Phrase).ToList() is { Count: > 0 } phrases
            && await archives.LireAsync(dossier.Id, document.Type, document.Reference, arret) is null
        )
            throw new ActeImpossibleException($"Ce document n’est pas encore prêt. Il y manque : {Francais.Liste(phrases)}.");
        return await archives.ObtenirAsync(dossier.Id, document, arret);
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
