using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Chorus;
using FitnGrants.Domain.Suivi.Traces;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi.Chorus;

/// <summary>Lines of Chorus of one service: read, matched with what waits, recorded, set aside.</summary>
public sealed class PaiementsDeChorus(FitnContext db, Actes actes, CadresDeSuivi cadres, Horloge horloge)
{
    /// <summary>Payments recorded by one request: the page asks for the next ones.</summary>
    public const int ParTour = 100;

    /// <summary>Keeps the lines that were not known. Two readings at once follow each other.</summary>
    public async Task<ExtraitChorus> LireAsync(
        string service,
        string fichier,
        IReadOnlyList<LigneLue> lues,
        Acteur acteur,
        CancellationToken arret
    ) =>
        await db.ActeAsync(
            acteur,
            horloge.Maintenant,
            async () =>
            {
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({"chorus " + service}))", arret);
                string[] dps = [.. lues.Select(l => l.Dp).OfType<string>().Distinct(StringComparer.Ordinal)];
                string[] ejs = [.. lues.Where(l => l.Dp is null).Select(l => l.Ej).OfType<string>().Distinct(StringComparer.Ordinal)];
                var connues = await db
                    .LignesChorus.Where(l =>
                        l.Service == service && (dps.Contains(l.Contenu.Dp) || (l.Contenu.Dp == null && ejs.Contains(l.Contenu.Ej)))
                    )
                    .ToListAsync(arret);
                var (extrait, lignes) = ExtraitChorus.Lire(service, fichier, lues, connues, acteur, horloge.Maintenant.ToUniversalTime());
                db.ExtraitsChorus.Add(extrait);
                db.LignesChorus.AddRange(lignes);
                return extrait;
            },
            arret
        );

    /// <summary>What waits, matched.</summary>
    public async Task<IReadOnlyList<PaiementChorus>> RapprocherAsync(string service, CancellationToken arret)
    {
        var lignes = await db
            .LignesChorus.Where(l => l.Service == service && l.Etat == EtatDeLigneChorus.EnAttente)
            .OrderBy(l => l.Id)
            .ToListAsync(arret);
        return lignes.Count == 0 ? [] : Rapprochement.Faire(lignes, await AttendusAsync(service, lignes, arret));
    }

    /// <summary>Records the next payments, each in the transaction of its act: what is done stays done, whatever stops the rest.</summary>
    /// <returns>How many were recorded.</returns>
    public async Task<int> AppliquerAsync(string service, Acteur acteur, CancellationToken arret)
    {
        var faits = 0;
        foreach (var paiement in (await RapprocherAsync(service, arret)).Where(p => p.Applicable).Take(ParTour))
        {
            db.ChangeTracker.Clear();
            var refus = await EssayerAsync(paiement, acteur, arret);
            if (refus is null)
                faits++;
            else
                await SurLesLignesAsync(paiement.Lignes, l => l.Refuser(refus), arret);
        }
        return faits;
    }

    /// <summary>Why it is refused; null once it is recorded.</summary>
    private async Task<string?> EssayerAsync(PaiementChorus paiement, Acteur acteur, CancellationToken arret)
    {
        try
        {
            var resultat = await actes.FaireAsync(
                ActeDemande.DuSuivi(
                    paiement.Versement?.Dossier ?? paiement.Reversement!.Dossier,
                    acteur,
                    Droit.GererSuivi,
                    revision: null,
                    enveloppe: true
                ),
                a => FaireAsync(a, paiement, arret),
                arret
            );
            return resultat is null ? "Cet acte n’est plus dans votre périmètre."
                : resultat.EstAccepte ? null
                : string.Join(' ', resultat.Refus.Select(r => r.Message));
        }
        catch (ActeImpossibleException e)
        {
            return e.Message;
        }
    }

    private async Task<Resultat> FaireAsync(ActeEnCours acte, PaiementChorus paiement, CancellationToken arret)
    {
        var lignes = await VerrouillerAsync(paiement.Lignes, arret);
        // Another agent was there first.
        if (lignes.Count == 0)
            return Actes.Rien;
        var cadre = await cadres.DeAsync(acte, arret);
        Resultat resultat;
        if (paiement.Reversement is { } reversement)
            resultat = acte.Attributif.RecouvrerUnReversement(
                reversement.Rang,
                paiement.Le,
                Euros.Zero - paiement.Montant,
                cadre,
                acte.Engagement,
                deChorus: true
            );
        else
        {
            var demande = cadre.Versements.Single(v => v.Id == paiement.Versement!.Id);
            var recues = await db.LignesChorus.Where(l => l.VersementId == demande.Id).Select(l => l.Contenu.Montant).ToListAsync(arret);
            var total = Euros.Somme([.. recues, .. lignes.Select(l => l.Contenu.Montant)]);
            resultat = acte.Attributif.ConstaterUnPaiement(demande, paiement.Dp, paiement.Le, total, cadre, acte.Engagement);
        }
        if (resultat.EstAccepte)
            foreach (var ligne in lignes)
                ligne.Appliquer(paiement.Versement?.Id);
        return resultat;
    }

    /// <summary>Says which request a payment is of.</summary>
    /// <param name="versement">The request; null where a choice is taken back.</param>
    public Task RattacherAsync(PaiementChorus paiement, VersementConnu? versement, Acteur acteur, CancellationToken arret) =>
        db.ActeAsync(
            acteur,
            horloge.Maintenant,
            async () => (await VerrouillerAsync(paiement.Lignes, arret)).ForEach(l => l.Choisir(versement?.Id)),
            arret,
            new Fait(
                new RattacherUnPaiement(acteur.Fonction, versement?.Dossier, versement?.Rang, paiement.Dp, paiement.Montant),
                nameof(DemandeDeVersement),
                versement?.Id ?? paiement.Versement?.Id ?? Guid.Empty
            )
        );

    /// <summary>Sets payments aside: they pay nothing of this fund.</summary>
    public Task EcarterAsync(string service, IReadOnlyList<PaiementChorus> paiements, string motif, Acteur acteur, CancellationToken arret)
    {
        IReadOnlyList<LigneChorus> lignes = [.. paiements.SelectMany(p => p.Lignes)];
        var somme = Euros.Somme(lignes.Select(l => l.Contenu.Montant));
        return db.ActeAsync(
            acteur,
            horloge.Maintenant,
            async () => (await VerrouillerAsync(lignes, arret)).ForEach(l => l.Ecarter(motif)),
            arret,
            new Fait(
                new EcarterDesLignes(acteur.Fonction, service, lignes.Count, somme, motif),
                nameof(LigneChorus),
                lignes.Count == 0 ? Guid.Empty : lignes[0].ExtraitId
            )
        );
    }

    /// <summary>What stopped them may have changed: they are tried again.</summary>
    public async Task ReprendreAsync(string service, CancellationToken arret) =>
        await db
            .LignesChorus.Where(l => l.Service == service && l.Etat == EtatDeLigneChorus.EnAttente && l.Refus != null)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Refus, (string?)null), arret);

    private async Task SurLesLignesAsync(IReadOnlyList<LigneChorus> lignes, Action<LigneChorus> quoi, CancellationToken arret)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(arret);
        (await VerrouillerAsync(lignes, arret)).ForEach(quoi);
        await db.SaveChangesAsync(arret);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Those that still wait, under their locks.</summary>
    private async Task<List<LigneChorus>> VerrouillerAsync(IReadOnlyList<LigneChorus> lignes, CancellationToken arret)
    {
        Guid[] ids = [.. lignes.Select(l => l.Id)];
        await db.Database.ExecuteSqlAsync($"select 1 from lignes_chorus where id = any({ids}) order by id for update", arret);
        return await db
            .LignesChorus.AsTracking()
            .Where(l => ids.Contains(l.Id) && l.Etat == EtatDeLigneChorus.EnAttente)
            .OrderBy(l => l.Id)
            .ToListAsync(arret);
    }

    private async Task<Attendus> AttendusAsync(string service, List<LigneChorus> lignes, CancellationToken arret)
    {
        string[] dps = [.. lignes.Select(l => l.Contenu.Dp).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] ejs = [.. lignes.Select(l => l.Contenu.Ej).OfType<string>().Distinct(StringComparer.Ordinal)];
        Guid[] choix = [.. lignes.Select(l => l.Choix).OfType<Guid>().Distinct()];
        var versements = await (
            from v in db.Versements
            join a in db.ActesAttributifs on v.ActeId equals a.Id
            join d in db.Dossiers on a.DossierId equals d.Id
            where
                (dps.Contains(v.NumeroDp) && (v.Etat == EtatDeVersement.Ordonnancee || v.Etat == EtatDeVersement.Payee))
                || (
                    a.Attribuant == service
                    && a.VersementAttend != null
                    && (v.Etat == EtatDeVersement.Controlee || v.Etat == EtatDeVersement.Ordonnancee)
                )
                || choix.Contains(v.Id)
            select new
            {
                v.Id,
                d.Numero,
                v.Rang,
                v.Etat,
                v.NumeroDp,
                v.Montant,
                v.Paye,
                a.Termes,
                a.Attribuant,
            }
        ).ToListAsync(arret);
        // Acts that a line names: what comes back is of theirs, and another service's are not ours to show.
        var nommes = await db
            .ActesAttributifs.FromSql(
                $"""
                select * from actes_attributifs a where a.termes -> 'Ej' ?| {ejs}
                    or a.id in (select v.acte_id from versements v where v.numero_dp = any({dps}))
                """
            )
            .Select(a => new
            {
                a.Id,
                a.Attribuant,
                a.Termes,
                a.Reversements,
                Numero = db.Dossiers.First(d => d.Id == a.DossierId).Numero!,
                Dps = db.Versements.Where(v => v.ActeId == a.Id && v.NumeroDp != null).Select(v => v.NumeroDp!).ToList(),
            })
            .ToListAsync(arret);
        return new Attendus(
            [
                .. versements.Select(v => new VersementConnu(
                    v.Id,
                    v.Numero!,
                    v.Rang,
                    v.Etat,
                    v.NumeroDp,
                    v.Montant ?? Euros.Zero,
                    v.Paye,
                    v.Termes?.Ej ?? [],
                    v.Attribuant == service
                )),
            ],
            [
                .. nommes
                    .Where(a => a.Attribuant == service)
                    .SelectMany(a =>
                        a.Reversements.Where(r => r.Etat == EtatDeReversement.Decide)
                            .Select(r => new ReversementConnu(a.Numero, r.Rang, r.Reste, a.Termes?.Ej ?? [], [.. a.Dps]))
                    ),
            ],
            nommes.Where(a => a.Attribuant != service).SelectMany(a => a.Termes?.Ej ?? []).ToHashSet(StringComparer.Ordinal),
            await db
                .LignesChorus.Where(l => l.Service == service && l.Etat == EtatDeLigneChorus.Appliquee && dps.Contains(l.Contenu.Dp))
                .ToListAsync(arret)
        );
    }
}
