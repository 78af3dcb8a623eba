using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The papers of an act: a draft until its edition, then the bytes that were frozen.</summary>
public sealed class PapiersDuSuivi(FitnContext db, CadresDeSuivi cadres, Archives archives)
{
    public const string TypeDeLActe = "acte";
    public const string TypeDeLAvenant = "avenant";

    /// <summary>The act as it stands that day: what was edited, else a draft, « Projet, sans valeur ».</summary>
    /// <param name="dossier">With its versions.</param>
    /// <param name="acte">Its act.</param>
    /// <param name="jour">Paris day of a draft.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<byte[]> LActeAsync(Dossier dossier, ActeAttributif acte, DateOnly jour, CancellationToken arret) =>
        acte.Etat != EtatActe.Projet && await archives.LireAsync(dossier.Id, TypeDeLActe, acte.ReferenceDArchive, arret) is { } fige
            ? fige
            : await archives.ProjeterAsync(await ComposerAsync(dossier, acte, jour, arret), arret);

    /// <summary>An edition as it was frozen, in force or replaced; null where there is none of that rank, from 1.</summary>
    public Task<byte[]?> EditionAsync(Dossier dossier, ActeAttributif acte, int edition, CancellationToken arret) =>
        archives.LireAsync(dossier.Id, TypeDeLActe, acte.ReferenceDeLEdition(edition), arret);

    /// <summary>Freezes the edition that was just made.</summary>
    public async Task FigerAsync(Dossier dossier, ActeAttributif acte, DateOnly jour, CancellationToken arret) =>
        await archives.ObtenirAsync(dossier.Id, await ComposerAsync(dossier, acte, jour, arret), arret);

    /// <summary>An avenant: what was edited, else a draft, « Projet, sans valeur ».</summary>
    public async Task<byte[]> LAvenantAsync(
        Dossier dossier,
        (ActeAttributif Acte, Avenant Avenant) sur,
        DateOnly jour,
        CancellationToken arret
    ) =>
        sur.Avenant.Etat is not (EtatAvenant.Demande or EtatAvenant.Projet)
        && await archives.LireAsync(dossier.Id, TypeDeLAvenant, sur.Avenant.ReferenceDArchive, arret) is { } fige
            ? fige
            : await archives.ProjeterAsync(await ComposerLAvenantAsync(dossier, sur, jour, arret), arret);

    /// <summary>Freezes the avenant that was just edited.</summary>
    public async Task FigerLAvenantAsync(Dossier dossier, ActeAttributif acte, DateOnly jour, CancellationToken arret) =>
        await archives.ObtenirAsync(dossier.Id, await ComposerLAvenantAsync(dossier, (acte, acte.AvenantEnCours!), jour, arret), arret);

    private async Task<DocumentAProduire> ComposerAsync(Dossier dossier, ActeAttributif acte, DateOnly jour, CancellationToken arret) =>
        new(TypeDeLActe, acte.ReferenceDArchive, "acte", (await TexteAsync(dossier, acte, jour, arret)).Donnees);

    private async Task<DocumentAProduire> ComposerLAvenantAsync(
        Dossier dossier,
        (ActeAttributif Acte, Avenant Avenant) sur,
        DateOnly jour,
        CancellationToken arret
    )
    {
        var texte = await TexteAsync(dossier, sur.Acte, jour, arret);
        return new(TypeDeLAvenant, sur.Avenant.ReferenceDArchive, "acte", code => texte.DonneesDeLAvenant(sur.Avenant, code));
    }

    private async Task<TexteDeLActe> TexteAsync(Dossier dossier, ActeAttributif acte, DateOnly jour, CancellationToken arret)
    {
        var reglement = await cadres.ReglementAsync(dossier, arret);
        var (emetteur, _) = await cadres.AttribuantAsync(acte, jour, arret);
        var accord = await db.Decisions.SingleAsync(d => d.Id == acte.DecisionId, arret);
        return new TexteDeLActe(dossier, acte, accord, reglement, emetteur);
    }
}
