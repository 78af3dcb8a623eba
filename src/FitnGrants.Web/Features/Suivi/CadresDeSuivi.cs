using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>How payments are kept apart.</summary>
public sealed class OptionsDePaiement
{
    /// <summary>True where one person who does two steps of a payment is refused, and not only pointed at.</summary>
    public bool SeparationStricte { get; set; }
}

/// <summary>What the verbs of an act are judged with.</summary>
public sealed class CadresDeSuivi(FitnContext db, RegistreDesReglements reglements, Papiers papiers, IOptions<OptionsDePaiement> options)
{
    public Task<Reglement> ReglementAsync(Dossier dossier, CancellationToken arret) => DuSuiviAsync(db, reglements, dossier, arret);

    /// <summary>Money by the version of the first deposit; the act, that is written today, by the one in force.</summary>
    public static async Task<Reglement> DuSuiviAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Dossier dossier,
        CancellationToken arret
    )
    {
        var depot = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        return depot with
        {
            Regles =
            [
                .. depot.Regles.Where(r => r.Regle.Groupe != GroupeDeRegles.Acte),
                .. reglements.Exiger(dossier.Dispositif).Regles.Where(r => r.Regle.Groupe == GroupeDeRegles.Acte),
            ],
        };
    }

    public async Task<CadreDeLActe> DeAsync(Dossier dossier, Acteur par, DateTimeOffset instant, CancellationToken arret) =>
        new(dossier, await ReglementAsync(dossier, arret), par, instant.ToUniversalTime());

    /// <summary>With every request of payment of its act, read under its locks.</summary>
    public async Task<CadreDeLActe> DeAsync(ActeEnCours acte, CancellationToken arret) =>
        await DeAsync(acte.Dossier, acte.Acteur, acte.Instant, arret) with
        {
            Versements = await db
                .Versements.AsTracking()
                .Where(v => v.ActeId == acte.Attributif.Id)
                .OrderBy(v => v.Rang)
                .ToListAsync(arret),
            SeparationStricte = options.Value.SeparationStricte,
        };

    /// <summary>Euros paid on an act and not given back.</summary>
    public async Task<Euros> PayeAsync(ActeAttributif acte, CancellationToken arret) =>
        acte.Depense is null ? Euros.Zero : acte.Liquider(await db.Versements.Where(v => v.ActeId == acte.Id).ToListAsync(arret)).Paye;

    /// <summary>The service that attributes, as it stands that day.</summary>
    public async Task<(Emetteur Emetteur, AttribuantDeLActe Attribuant)> AttribuantAsync(
        ActeAttributif acte,
        DateOnly jour,
        CancellationToken arret
    )
    {
        var emetteur = await papiers.EmetteurAsync(acte.Attribuant, jour, arret);
        return (
            emetteur,
            new AttribuantDeLActe(
                emetteur.Fiche.Siret,
                emetteur.Service.SignataireAu(NatureDeSignature.Actes, jour, acte.Montant) is not null
            )
        );
    }
}
