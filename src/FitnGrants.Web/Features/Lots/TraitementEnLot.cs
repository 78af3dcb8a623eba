using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Instruction;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Lots;

/// <summary>
/// The same act on many dossiers: tried first on copies that nobody saves, then done one dossier per transaction, so that
/// what is done stays done whatever stops it, and the rest is carried on later.
/// </summary>
public sealed class TraitementEnLot(
    FitnContext db,
    RegistreDesReglements reglements,
    PrisesEnCharge prises,
    Papiers papiers,
    Horloge horloge
)
{
    /// <summary>Dossiers of one batch at most.</summary>
    public const int Maximum = 500;

    private const int ParTour = 20;

    private readonly Dictionary<string, Reglement> versions = new(StringComparer.Ordinal);

    /// <summary>What each service lacks to write, read once.</summary>
    private readonly Dictionary<string, string?> manques = new(StringComparer.Ordinal);

    /// <summary>Checks the act on each dossier; null when none was chosen.</summary>
    public async Task<Lot?> PreparerAsync(ActeEnLot acte, ListeFiltre filtre, Acteur acteur, CancellationToken arret)
    {
        var choisis = new ListeDeTravail(db, acteur).Choisir(filtre).DuServiceDe(acteur, ActesEnLot.De(acte).Droit);
        var dossiers = await choisis.Ranger().Take(Maximum).Include(d => d.Controles).AsSplitQuery().ToListAsync(arret);
        if (dossiers.Count == 0)
            return null;
        var lot = new Lot
        {
            Id = Guid.CreateVersion7(),
            Acte = acte,
            Par = acteur.Id,
            CreeLe = horloge.Maintenant,
            Liste = (filtre with { Numeros = [] }).Adresse(),
        };
        foreach (var dossier in dossiers)
        {
            var ligne = new LigneDeLot
            {
                Rang = lot.Lignes.Count + 1,
                DossierId = dossier.Id,
                Avant = dossier.Instructeur,
                Revision = dossier.Revision,
            };
            ligne.Regle = ActesEnLot.De(acte).Regle(dossier, await VersionAsync(dossier, arret));
            ligne.Message = await EssayerAsync(dossier, ligne, ActesEnLot.De(acte), acteur, arret);
            ligne.Etat = ligne.Message is null ? EtatDeLigne.Prevue : EtatDeLigne.Ecartee;
            lot.Lignes.Add(ligne);
        }
        db.Lots.Add(lot);
        await db.SaveChangesAsync(arret);
        return lot;
    }

    /// <summary>Does the next dossiers of a batch.</summary>
    public async Task AvancerAsync(Guid lot, Acteur acteur, CancellationToken arret)
    {
        var rangs = await db
            .Lots.Where(l => l.Id == lot && l.LanceLe != null)
            .SelectMany(l => l.Lignes)
            .Where(l => l.Etat == EtatDeLigne.Prevue)
            .OrderBy(l => l.Rang)
            .Select(l => l.Rang)
            .Take(ParTour)
            .ToListAsync(arret);
        foreach (var rang in rangs)
            await SurLaLigneAsync(
                lot,
                rang,
                EtatDeLigne.Prevue,
                acteur,
                async (l, ligne, dossier) =>
                {
                    (ligne.Avant, ligne.Recevabilite) = (dossier.Instructeur, dossier.Recevabilite);
                    ligne.Message =
                        dossier.Revision == ligne.Revision
                            ? await AgirAsync(dossier, l, ligne, acteur, arret)
                            : "Ce dossier a changé depuis ce qui vous a été annoncé : relisez-le.";
                    (ligne.Etat, ligne.Revision) = ligne.Message is null
                        ? (EtatDeLigne.Faite, dossier.Revision)
                        : (EtatDeLigne.Refusee, (int?)null);
                },
                arret
            );
    }

    /// <summary>Undoes what was done to some of its dossiers, where nothing happened to them since.</summary>
    /// <returns>Why some could not be undone; null when all were.</returns>
    public async Task<string?> DefaireAsync(Lot lot, int? rang, Acteur acteur, CancellationToken arret)
    {
        var acte = ActesEnLot.De(lot.Acte);
        if (!acte.SeDefait)
            throw new ActeImpossibleException("Action impossible : cette action ne s’annule pas.");
        var refus = new List<string>();
        foreach (
            var r in lot.Lignes.Where(l => l.Etat == EtatDeLigne.Faite && (rang is null || l.Rang == rang)).Select(l => l.Rang).ToList()
        )
        {
            var defaite = false;
            await SurLaLigneAsync(
                lot.Id,
                r,
                EtatDeLigne.Faite,
                acteur,
                async (_, ligne, dossier) =>
                {
                    if (dossier.Revision != ligne.Revision)
                        return;
                    await acte.DefaireAsync(db, dossier, ligne, acteur, arret);
                    ligne.Etat = EtatDeLigne.Defaite;
                    defaite = true;
                },
                arret
            );
            if (!defaite)
                refus.Add("Un de ces dossiers a changé depuis.");
        }
        if (refus.Count == 0)
            return null;
        var autres = refus.Count > 1 ? $", comme pour {Francais.Compte(refus.Count - 1, "autre dossier", "autres dossiers")}" : "";
        return Francais.Typographier($"{refus[0]} Ce qui lui a été fait ne s’annule plus d’ici{autres}.");
    }

    /// <summary>One line and its dossier in one transaction; a line that another screen did meanwhile is left to it.</summary>
    private async Task SurLaLigneAsync(
        Guid lot,
        int rang,
        EtatDeLigne attendu,
        Acteur acteur,
        Func<Lot, LigneDeLot, Dossier, Task> quoi,
        CancellationToken arret
    )
    {
        db.ChangeTracker.Clear();
        try
        {
            await db.ActeAsync(
                acteur,
                horloge.Maintenant,
                async () =>
                {
                    var l = await db.Lots.AsTracking().SingleAsync(x => x.Id == lot, arret);
                    var ligne = await db.Set<LigneDeLot>().AsTracking().SingleAsync(x => x.LotId == lot && x.Rang == rang, arret);
                    var dossier = await db
                        .Dossiers.AsTracking()
                        .Include(d => d.Controles)
                        .DuServiceDe(acteur, ActesEnLot.De(l.Acte).Droit)
                        .SingleOrDefaultAsync(d => d.Id == ligne.DossierId, arret);
                    if (ligne.Etat == attendu && dossier is not null)
                        await quoi(l, ligne, dossier);
                    else if (dossier is null && attendu == EtatDeLigne.Prevue)
                        (ligne.Etat, ligne.Message) = (EtatDeLigne.Refusee, "Ce dossier n’est plus dans votre périmètre.");
                },
                arret
            );
        }
        catch (PagePerimeeException)
        {
            // The line or its dossier changed in between: the next turn reads them again.
        }
    }

    /// <summary>Why an act would be refused; null when it would pass. The dossier is a copy that is not saved.</summary>
    private async Task<string?> EssayerAsync(Dossier copie, LigneDeLot ligne, ActeSurUnLot acte, Acteur acteur, CancellationToken arret)
    {
        var prise = await SansSituationAsync(copie, acteur, arret);
        return await LettreImpossibleAsync(acte, copie, prise.Reglement, arret)
            ?? Tenter(acte, acte.Supposer(new TourDeLot(copie, prise) { Regle = ligne.Regle }));
    }

    private async Task<string?> AgirAsync(Dossier dossier, Lot lot, LigneDeLot ligne, Acteur acteur, CancellationToken arret)
    {
        var acte = ActesEnLot.De(lot.Acte);
        var prise = acte.OuvreLaGrille
            ? await prises.PreparerAsync(dossier, acteur, horloge.Maintenant, arret)
            : await SansSituationAsync(dossier, acteur, arret);
        var tour = new TourDeLot(dossier, prise)
        {
            Agent = lot.Agent,
            Regle = ligne.Regle,
            Motif = ligne.Motif,
        };
        return await acte.EmpecherAsync(db, tour, arret)
            ?? await LettreImpossibleAsync(acte, dossier, tour.Reglement, arret)
            ?? Tenter(acte, tour);
    }

    /// <summary>What keeps the letter of an act from leaving; null for an act without one.</summary>
    private async Task<string?> LettreImpossibleAsync(ActeSurUnLot acte, Dossier dossier, Reglement reglement, CancellationToken arret)
    {
        if (!acte.EcritAuPorteur)
            return null;
        var service = reglement.CodeDuService(dossier.Departement);
        if (!manques.TryGetValue(service, out var phrase))
        {
            var manque = (await papiers.EmetteurAsync(service, horloge.Aujourdhui, arret)).Manques(recours: true).FirstOrDefault();
            manques[service] = phrase = manque is null ? null : $"La lettre ne peut pas partir : {manque.Phrase}.";
        }
        return phrase;
    }

    private async Task<PriseEnCharge> SansSituationAsync(Dossier dossier, Acteur acteur, CancellationToken arret) =>
        new(acteur, horloge.Maintenant, await VersionAsync(dossier, arret), new Situation());

    private static string? Tenter(ActeSurUnLot acte, TourDeLot tour)
    {
        try
        {
            return Dire(acte.Faire(tour));
        }
        catch (ActeImpossibleException e)
        {
            return e.Message;
        }
    }

    private static string? Dire(Resultat resultat) =>
        resultat.Refus switch
        {
            [] => null,
            [var seul] => seul.Message,
            [var premier, .. var autres] => $"{premier.Message} Et {Francais.Compte(autres.Length, "autre point", "autres points")}.",
        };

    private async Task<Reglement> VersionAsync(Dossier dossier, CancellationToken arret)
    {
        if (!versions.TryGetValue(dossier.VersionReglement, out var reglement))
            versions[dossier.VersionReglement] = reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        return reglement;
    }
}
