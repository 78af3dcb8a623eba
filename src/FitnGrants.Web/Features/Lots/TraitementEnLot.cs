using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Instruction;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Lots;

/// <summary>
/// The same act on many dossiers: tried first on copies that nobody saves, then done one dossier per transaction, so that
/// what is done stays done whatever stops it, and the rest is carried on later.
/// </summary>
public sealed class TraitementEnLot(FitnContext db, RegistreDesReglements reglements, PrisesEnCharge prises, Horloge horloge)
{
    /// <summary>Dossiers of one batch at most.</summary>
    public const int Maximum = 500;

    private const int ParTour = 20;
    private const string MotivationDEssai = "Motivation à écrire par l’agent avant l’envoi.";

    private readonly Dictionary<string, Reglement> versions = new(StringComparer.Ordinal);

    public static Droit DroitDe(ActeEnLot acte) => acte == ActeEnLot.Confier ? Droit.Confier : Droit.Instruire;

    /// <summary>True for what may be undone: no porteur was told of it, and a colleague's mail may still be held back.</summary>
    public static bool SeDefait(ActeEnLot acte) => acte is ActeEnLot.Confier or ActeEnLot.Clore;

    /// <summary>Checks the act on each dossier; null when none was chosen.</summary>
    public async Task<Lot?> PreparerAsync(ActeEnLot acte, ListeFiltre filtre, Acteur acteur, CancellationToken arret)
    {
        var choisis = new ListeDeTravail(db, acteur).Choisir(filtre).DuServiceDe(acteur, DroitDe(acte));
        var dossiers = await choisis.Ranger().Take(Maximum).Include(d => d.Controles).AsSplitQuery().ToListAsync(arret);
        if (dossiers.Count == 0)
            return null;
        var lot = new Lot { Id = Guid.CreateVersion7(), Acte = acte, Par = acteur.Id, CreeLe = horloge.Maintenant, Liste = (filtre with { Numeros = [] }).Adresse() };
        foreach (var dossier in dossiers)
        {
            var ligne = new LigneDeLot { Rang = lot.Lignes.Count + 1, DossierId = dossier.Id, Avant = dossier.Instructeur, Revision = dossier.Revision };
            if (acte == ActeEnLot.DeclarerIrrecevable)
                ligne.Regle = dossier.RegleEnDefaut(await VersionAsync(dossier, arret));
            ligne.Message = await EssayerAsync(dossier, lot, ligne, acteur, arret);
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
        var rangs = await db.Lots.Where(l => l.Id == lot && l.LanceLe != null).SelectMany(l => l.Lignes).Where(l => l.Etat == EtatDeLigne.Prevue)
            .OrderBy(l => l.Rang).Select(l => l.Rang).Take(ParTour).ToListAsync(arret);
        foreach (var rang in rangs)
            await SurLaLigneAsync(lot, rang, EtatDeLigne.Prevue, acteur, async (l, ligne, dossier) =>
            {
                (ligne.Avant, ligne.Recevabilite) = (dossier.Instructeur, dossier.Recevabilite);
                ligne.Message = dossier.Revision == ligne.Revision ? await AgirAsync(dossier, l, ligne, acteur, arret) : "Ce dossier a changé depuis ce qui vous a été annoncé : relisez-le.";
                (ligne.Etat, ligne.Revision) = ligne.Message is null ? (EtatDeLigne.Faite, dossier.Revision) : (EtatDeLigne.Refusee, (int?)null);
            }, arret);
    }

    /// <summary>Undoes what was done to some of its dossiers, where nothing happened to them since.</summary>
    /// <returns>Why some could not be undone; null when all were.</returns>
    public async Task<string?> DefaireAsync(Lot lot, int? rang, Acteur acteur, CancellationToken arret)
    {
        if (!SeDefait(lot.Acte))
            throw new ActeImpossibleException("Action impossible : cette action ne s’annule pas.");
        var refus = new List<string>();
        foreach (var r in lot.Lignes.Where(l => l.Etat == EtatDeLigne.Faite && (rang is null || l.Rang == rang)).Select(l => l.Rang).ToList())
        {
            var defaite = false;
            await SurLaLigneAsync(lot.Id, r, EtatDeLigne.Faite, acteur, async (l, ligne, dossier) =>
            {
                if (dossier.Revision != ligne.Revision)
                    return;
                if (l.Acte == ActeEnLot.Clore)
                    dossier.AnnulerLaCloture(acteur, ligne.Recevabilite);
                else
                {
                    dossier.AnnulerLAttribution(acteur, ligne.Avant);
                    await db.Courriels.Where(c => c.DossierId == dossier.Id && c.Modele == Courriers.ModeleConfie && c.RepartiLe == null).ExecuteDeleteAsync(arret);
                }
                ligne.Etat = EtatDeLigne.Defaite;
                defaite = true;
            }, arret);
            if (!defaite)
                refus.Add("Un de ces dossiers a changé depuis.");
        }
        return refus.Count == 0 ? null : Francais.Typographier($"{refus[0]} Ce qui lui a été fait ne s’annule plus d’ici{(refus.Count > 1 ? $", comme pour {Francais.Compte(refus.Count - 1, "autre dossier", "autres dossiers")}" : "")}.");
    }

    /// <summary>One line and its dossier in one transaction; a line that another screen did meanwhile is left to it.</summary>
    private async Task SurLaLigneAsync(Guid lot, int rang, EtatDeLigne attendu, Acteur acteur, Func<Lot, LigneDeLot, Dossier, Task> quoi, CancellationToken arret)
    {
        db.ChangeTracker.Clear();
        try
        {
            await db.ActeAsync(acteur, horloge.Maintenant, async () =>
            {
                var l = await db.Lots.SingleAsync(x => x.Id == lot, arret);
                var ligne = await db.Set<LigneDeLot>().SingleAsync(x => x.LotId == lot && x.Rang == rang, arret);
                var dossier = await db.Dossiers.Include(d => d.Controles).DuServiceDe(acteur, DroitDe(l.Acte)).SingleOrDefaultAsync(d => d.Id == ligne.DossierId, arret);
                if (ligne.Etat == attendu && dossier is not null)
                    await quoi(l, ligne, dossier);
                else if (dossier is null && attendu == EtatDeLigne.Prevue)
                    (ligne.Etat, ligne.Message) = (EtatDeLigne.Refusee, "Ce dossier n’est plus dans votre périmètre.");
            }, arret);
        }
        catch (PagePerimeeException)
        {
            // The line or its dossier changed in between: the next turn reads them again.
        }
    }

    /// <summary>Why an act would be refused; null when it would pass. The dossier is a copy that is not saved.</summary>
    private async Task<string?> EssayerAsync(Dossier copie, Lot lot, LigneDeLot ligne, Acteur acteur, CancellationToken arret)
    {
        try
        {
            switch (lot.Acte)
            {
                case ActeEnLot.PrendreEnCharge:
                    copie.PrendreEnCharge(new PriseEnCharge(acteur, horloge.Maintenant, await VersionAsync(copie, arret), new Situation()));
                    return null;
                case ActeEnLot.Confier:
                    copie.Confier(new Attribution(acteur, Guid.CreateVersion7()));
                    return null;
                case ActeEnLot.Clore:
                    return Dire(copie.Clore(new Cloture(acteur, horloge.Maintenant, null)));
                default:
                    return ligne.Regle is null
                        ? "Aucune règle bloquante n’est en défaut dans sa grille."
                        : Dire(copie.DeclarerIrrecevable(new Irrecevabilite(acteur, horloge.Maintenant, await VersionAsync(copie, arret), ligne.Regle, MotivationDEssai)));
            }
        }
        catch (ActeImpossibleException e)
        {
            return e.Message;
        }
    }

    private async Task<string?> AgirAsync(Dossier dossier, Lot lot, LigneDeLot ligne, Acteur acteur, CancellationToken arret)
    {
        var instant = horloge.Maintenant;
        try
        {
            switch (lot.Acte)
            {
                case ActeEnLot.PrendreEnCharge:
                    dossier.PrendreEnCharge(await prises.PreparerAsync(dossier, acteur, instant, arret));
                    return null;
                case ActeEnLot.Confier:
                    if (lot.Agent is { } a && !await Instruit(a, dossier).AnyAsync(arret))
                        return "Cette personne n’instruit pas les dossiers de ce service.";
                    dossier.Confier(new Attribution(acteur, lot.Agent));
                    return null;
                case ActeEnLot.Clore:
                    // What was proposed before a reopening is still what is proposed.
                    return Dire(dossier.Clore(new Cloture(acteur, instant, ligne.Motif) { Montant = dossier.MontantPropose, Reglement = await VersionAsync(dossier, arret) }));
                default:
                    return Dire(dossier.DeclarerIrrecevable(new Irrecevabilite(acteur, instant, await VersionAsync(dossier, arret), ligne.Regle, ligne.Motif)));
            }
        }
        catch (ActeImpossibleException e)
        {
            return e.Message;
        }
    }

    private IQueryable<HabilitationAccordee> Instruit(Guid agent, Dossier dossier) => db.Habilitations.Where(h => h.UtilisateurId == agent
        && ((dossier.Volet == 1 && h.Role == Role.InstructeurDep && h.Departement == dossier.Departement) || (dossier.Volet == 2 && h.Role == Role.InstructeurReg && h.Region == dossier.Region)));

    private static string? Dire(Resultat resultat) => resultat.Refus switch
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
