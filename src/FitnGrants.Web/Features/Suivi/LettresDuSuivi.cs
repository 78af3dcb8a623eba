using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The letters and the arrêtés that follow an act, each as its event made it: frozen at its first rendering.</summary>
public sealed class LettresDuSuivi(
    CadresDeSuivi cadres,
    LettresDuDossier lettres,
    Papiers papiers,
    Archives archives,
    ModelesDeLettres modeles
)
{
    /// <summary>What one letter is.</summary>
    /// <param name="Nature">Its template.</param>
    /// <param name="Reference">What it tells, unique for its nature.</param>
    /// <param name="Service">Code of the service that writes.</param>
    /// <param name="Jour">Paris day that it bears.</param>
    private sealed record Lettre(NatureDeLettre Nature, string Reference, string Service, DateOnly Jour)
    {
        /// <summary>True for a decision, which may be contested.</summary>
        public bool Decide { get; init; } = true;

        /// <summary>What is joined; null for nothing.</summary>
        public string? Pj { get; init; }
    }

    /// <summary>Tells the act: what it gives, what it opens, the days that run from its reception. Null before it is sent.</summary>
    public async Task<byte[]?> NotificationAsync(UnSuivi s, CancellationToken arret) =>
        s.Acte is not { EnvoyeLe: { } envoye, Termes: { } termes } acte || ChampsDuSuivi.Notification(s) is not { } champs
            ? null
            : await RendreAsync(
                s,
                new Lettre(NatureDeLettre.ActeNotifie, acte.ReferenceDArchive, acte.Attribuant, JourDeParis.De(envoye))
                {
                    Pj = $"{Francais.Majuscule(MotsDuSuivi.Nom(termes.Type))} n° {acte.Numero}",
                    // An act that is a contract is contested by its own article.
                    Decide = termes.Type == TypeActe.Arrete,
                },
                champs,
                arret
            );

    /// <summary>The letter of a prorogation; null where there is none of that rank, from 1.</summary>
    public async Task<byte[]?> ProrogationAsync(UnSuivi s, int rang, CancellationToken arret) =>
        s.Dossier.Prorogations.ElementAtOrDefault(rang - 1) is not { } p
            ? null
            : await RendreAsync(
                s,
                new Lettre(
                    NatureDeLettre.Prorogation,
                    $"{rang}",
                    p.ApresLAccord ? s.Reglement.Attribuant : s.Reglement.CodeDuService(s.Dossier.Departement),
                    JourDeParis.De(p.Le)
                ),
                ChampsDuSuivi.Prorogation(s, p),
                arret
            );

    /// <summary>Asks for observations before a measure; null where there is no request of that rank, from 1.</summary>
    public async Task<byte[]?> ObservationsAsync(UnSuivi s, int rang, CancellationToken arret) =>
        s.Acte.Observations.ElementAtOrDefault(rang - 1) is not { } demande
            ? null
            : await RendreAsync(
                s,
                new Lettre(NatureDeLettre.Observations, $"{rang}", s.Acte.Attribuant, JourDeParis.De(demande.DemandeesLe))
                {
                    Decide = false,
                },
                ChampsDuSuivi.Observations(s, demande),
                arret
            );

    /// <summary>Asks for observations before a reversement; null where there is none of that rank, from 1.</summary>
    public async Task<byte[]?> ObservationsDeReversementAsync(UnSuivi s, int rang, CancellationToken arret) =>
        s.Acte.Reversements.ElementAtOrDefault(rang - 1) is not { } r
            ? null
            : await RendreAsync(
                s,
                new Lettre(NatureDeLettre.Observations, $"reversement-{rang}", s.Acte.Attribuant, JourDeParis.De(r.DemandeLe))
                {
                    Decide = false,
                },
                ChampsDuSuivi.Observations(s, r),
                arret
            );

    /// <summary>Asks for the report that is due, or reminds it once late, as it stands that day; null where none is.</summary>
    public async Task<byte[]?> EtatDesLieuxAsync(UnSuivi s, DateOnly jour, CancellationToken arret)
    {
        var service = s.Reglement.CodeDuService(s.Dossier.Departement);
        var site = (await papiers.EmetteurAsync(service, jour, arret)).AdressePublique;
        return ChampsDuSuivi.EtatDesLieux(s, jour, site) is not { } champs
            ? null
            : await RendreAsync(
                s,
                new Lettre(NatureDeLettre.EtatDesLieux, $"{s.Acte.EtatAttenduLe:yyyyMMdd}-{jour:yyyyMMdd}", service, jour)
                {
                    Decide = false,
                },
                champs,
                arret
            );
    }

    /// <summary>A formal notice to report; null where there is none of that rank, from 1.</summary>
    public async Task<byte[]?> MiseEnDemeureAsync(UnSuivi s, int rang, CancellationToken arret) =>
        s.Acte.MisesEnDemeure.ElementAtOrDefault(rang - 1) is not { } m
            ? null
            : await RendreAsync(
                s,
                new Lettre(NatureDeLettre.MiseEnDemeure, $"{rang}", s.Reglement.CodeDuService(s.Dossier.Departement), JourDeParis.De(m.Le)),
                ChampsDuSuivi.MiseEnDemeure(s, m),
                arret
            );

    /// <summary>The arrêté of an end that the service decided; null where the collectivité gave up, or nothing ended.</summary>
    public async Task<byte[]?> FinAsync(UnSuivi s, CancellationToken arret)
    {
        if (s.Acte.Fin is not { Etat: EtatDossier.Caduc or EtatDossier.Retiree } fin)
            return null;
        var emetteur = await papiers.EmetteurAsync(s.Acte.Attribuant, JourDeParis.De(fin.Le), arret);
        return await archives.ObtenirAsync(
            s.Dossier.Id,
            ArreteDeFin.De(s.Dossier, (s.Acte, s.Accord, await cadres.PayeAsync(s.Acte, arret)), fin, s.Reglement, emetteur),
            arret
        );
    }

    /// <summary>The arrêté of a reversement; null before its decision.</summary>
    public async Task<byte[]?> ReversementAsync(UnSuivi suivi, int rang, CancellationToken arret)
    {
        if (suivi.Acte.Reversements.ElementAtOrDefault(rang - 1) is not { DecideLe: { } decide } r)
            return null;
        var emetteur = await papiers.EmetteurAsync(suivi.Acte.Attribuant, decide, arret);
        return await archives.ObtenirAsync(suivi.Dossier.Id, ArreteDeReversement.De(suivi, r, emetteur), arret);
    }

    private async Task<byte[]> RendreAsync(UnSuivi s, Lettre lettre, Dictionary<string, ChampDeLettre> champs, CancellationToken arret)
    {
        var type = TypesDeLettre.De(lettre.Nature);
        if (await archives.LireAsync(s.Dossier.Id, type, lettre.Reference, arret) is { } connue)
            return connue;
        var emetteur = await papiers.EmetteurAsync(lettre.Service, lettre.Jour, arret);
        var texte = await modeles.TexteAsync(lettre.Service, lettre.Nature, arret);
        var prete = await lettres.PreparerAsync(
            s.Dossier,
            s.Dossier.ContenuDepose,
            new LettreAComposer(type, lettre.Reference, emetteur, texte, champs)
            {
                Noms = ChampsDesLettres.Noms(lettre.Nature),
                Decide = lettre.Decide,
                Pj = lettre.Pj,
            },
            arret
        );
        if (prete.Manques.Select(m => m.Phrase).ToList() is { Count: > 0 } manques)
            throw new ActeImpossibleException($"Ce document n’est pas encore prêt. Il y manque : {Francais.Liste(manques)}.");
        return await archives.ObtenirAsync(s.Dossier.Id, prete.Document, arret);
    }
}
