using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Suivi;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>The one filter of perimeters: outside it a thing does not exist (404).</summary>
public static class Perimetres
{
    /// <summary>Dossiers an actor may read under a right.</summary>
    public static IQueryable<Dossier> VisiblesPar(this IQueryable<Dossier> dossiers, Acteur acteur, Droit droit)
    {
        var habilitations = acteur.Pour(droit);
        string[] Sirens(params Role[] roles) =>
            [.. habilitations.Where(h => roles.Contains(h.Role) && h.Siren is not null).Select(h => h.Siren!)];
        string[] Regions(params Role[] roles) =>
            [.. habilitations.Where(h => roles.Contains(h.Role) && h.Region is not null).Select(h => h.Region!)];

        var sirens = Sirens(Role.Lecteur, Role.Porteur, Role.RepresentantLegal);
        // The préfectures of a région's community read each other's dossiers (domain.md 3.2), never each other's work on them.
        string[] departements =
            droit == Droit.LireListeDeTravail
                ? [.. habilitations.Where(EstDUnDepartement).Select(h => h.Departement!).Distinct(StringComparer.Ordinal)]
                : [];
        string[] regions =
        [
            .. habilitations
                .Where(h =>
                    h.Region is not null
                    && (droit != Droit.LireListeDeTravail || !EstDUnDepartement(h))
                    && h.Role
                        is Role.InstructeurDep
                            or Role.InstructeurReg
                            or Role.ChefDeService
                            or Role.Secretaire
                            or Role.Gestionnaire
                            or Role.Auditeur
                )
                .Select(h => h.Region!),
        ];
        var enSeance = Regions(Role.MembreCommunaute);
        var aRevoir = Regions(Role.Labo);
        var tout = habilitations.Any(VoitTout);
        return dossiers.Where(d =>
            sirens.Contains(d.Siren)
            || (
                d.Etat != EtatDossier.Brouillon
                && (
                    tout
                    || regions.Contains(d.Region)
                    || (d.Volet == 1 && departements.Contains(d.Departement))
                    || (d.Volet == 2 && d.Departements.Any(x => departements.Contains(x)))
                )
            )
            || (
                enSeance.Contains(d.Region)
                && (d.Etat == EtatDossier.InscritSeance || d.NombreARevoir > 0 || Etats.Decides.Contains(d.Etat))
            )
            || (aRevoir.Contains(d.Region) && d.NombreARevoir > (d.NotificationEnAttente && d.Etat == EtatDossier.EnReconstruction ? 1 : 0))
        );
    }

    /// <summary>
    /// Dossiers that the dashboards of an actor count: those that it reads, and for who sits in a community those of its région, in sums
    /// alone.
    /// </summary>
    public static IQueryable<Dossier> ComptesPour(this IQueryable<Dossier> dossiers, Acteur acteur)
    {
        string[] regions =
        [
            .. acteur.Pour(Droit.LireTableaux).Where(h => h.Role == Role.MembreCommunaute).Select(h => h.Region).OfType<string>(),
        ];
        var lus = dossiers.VisiblesPar(acteur, Droit.LireTableaux).Select(d => d.Id);
        return dossiers.Where(d => d.DeposeLe != null && (regions.Contains(d.Region) || lus.Contains(d.Id)));
    }

    /// <summary>
    /// True where a reader may meet acts of a dispositif under a right: who manages, those of its service; the others, those of their
    /// région. What pages offer to choose among, no right.
    /// </summary>
    public static bool Rencontre(this Acteur acteur, Droit droit, string attribuant, string region) =>
        acteur
            .Pour(droit)
            .Any(h =>
                h.Role == Role.Gestionnaire
                    ? (h.Departement ?? Domain.Services.ServiceEmetteur.DeRegion(h.Region ?? "")) == attribuant
                    : h.Region is null || h.Region == region
            );

    /// <summary>An audit of every région; that of one région reads that région.</summary>
    private static bool VoitTout(Habilitation h) => h is { Role: Role.Auditeur, Region: null };

    /// <summary>Collectivités where someone writes here: a message reaches them, the others are written to on paper.</summary>
    public static IQueryable<string?> SirensLus(this FitnContext db) =>
        db.Habilitations.Where(h => h.Role == Role.Porteur || h.Role == Role.RepresentantLegal).Select(h => h.Siren);

    /// <summary>
    /// Acts that an actor may read, or do, under a right: of its collectivité, of the service that attributes for who manages, of the
    /// service that instructs, of its région for a secretariat. The other préfectures of a community read none (suivi.md, 9).
    /// </summary>
    public static IQueryable<ActeAttributif> VisiblesPar(this IQueryable<ActeAttributif> actes, Acteur acteur, Droit droit)
    {
        var habilitations = acteur.Pour(droit);
        string[] De(Func<Habilitation, bool> qui, Func<Habilitation, string?> quoi) =>
            [.. habilitations.Where(qui).Select(quoi).OfType<string>().Distinct(StringComparer.Ordinal)];
        var sirens = De(h => h.Siren is not null, h => h.Siren);
        var attribuants = ServicesGeres(acteur, droit);
        var departements = De(EstDUnDepartement, h => h.Departement);
        var instruites = De(h => h.Role == Role.InstructeurReg || h is { Role: Role.ChefDeService, Departement: null }, h => h.Region);
        var regions = De(
            h =>
                h.Role is Role.Secretaire or Role.Auditeur
                // Sums are the whole community's.
                || (
                    droit == Droit.LireTableaux
                    && h.Role is Role.InstructeurDep or Role.InstructeurReg or Role.ChefDeService or Role.MembreCommunaute
                ),
            h => h.Region
        );
        // One service, as nearly everyone who manages has: by equality, that an index answers in order.
        if (attribuants is [var seul] && sirens.Length + departements.Length + instruites.Length + regions.Length == 0)
            return actes.Where(a => a.Attribuant == seul);
        var tout = habilitations.Any(VoitTout);
        return actes.Where(a =>
            tout
            || sirens.Contains(a.Siren)
            || attribuants.Contains(a.Attribuant)
            || (a.Volet == 1 && departements.Contains(a.Departement))
            || (a.Volet == 2 && instruites.Contains(a.Region))
            || regions.Contains(a.Region)
        );
    }

    /// <summary>Services whose acts an actor manages under a right.</summary>
    public static string[] ServicesGeres(this Acteur acteur, Droit droit = Droit.GererSuivi) =>
        [
            .. acteur
                .Pour(droit)
                .Where(h => h.Role == Role.Gestionnaire)
                .Select(h => h.Departement ?? (h.Region is { } r ? ServiceEmetteur.DeRegion(r) : null))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    private static bool EstDUnDepartement(Habilitation h) =>
        h.Departement is not null && h.Role is Role.InstructeurDep or Role.ChefDeService;

    /// <summary>Dossiers an actor may instruct: its département in volet 1, its région in volet 2 (R69, R70).</summary>
    public static IQueryable<Dossier> InstruitsPar(this IQueryable<Dossier> dossiers, Acteur acteur) =>
        dossiers.DuServiceDe(acteur, Droit.Instruire);

    /// <summary>Dossiers that the services in which an actor holds a right instruct.</summary>
    public static IQueryable<Dossier> DuServiceDe(this IQueryable<Dossier> dossiers, Acteur acteur, Droit droit)
    {
        var (departements, regions) = ServicesDe(acteur, droit);
        // One département or one région, as nearly everyone has: by equality, that an index answers in order.
        if (departements is [var departement] && regions.Length == 0)
            return dossiers.Where(d => d.Etat != EtatDossier.Brouillon && d.Volet == 1 && d.Departement == departement);
        if (regions is [var region] && departements.Length == 0)
            return dossiers.Where(d => d.Etat != EtatDossier.Brouillon && d.Volet == 2 && d.Region == region);
        return dossiers.Where(d =>
            d.Etat != EtatDossier.Brouillon
            && ((d.Volet == 1 && departements.Contains(d.Departement)) || (d.Volet == 2 && regions.Contains(d.Region)))
        );
    }

    /// <summary>Accounts that sign in: those suspended or closed receive nothing, and are entrusted with nothing.</summary>
    public static IQueryable<Utilisateur> Ouverts(this IQueryable<Utilisateur> utilisateurs) =>
        utilisateurs.Where(u => u.Etat == EtatDeCompte.Ouvert);

    /// <summary>Open accounts that instruct in the services in which an actor holds a right.</summary>
    public static IQueryable<Utilisateur> AgentsDe(this IQueryable<Utilisateur> utilisateurs, Acteur acteur, Droit droit)
    {
        var (departements, regions) = ServicesDe(acteur, droit);
        return utilisateurs
            .Ouverts()
            .Where(u =>
                u.Habilitations.Any(h =>
                    (h.Role == Role.InstructeurDep && departements.Contains(h.Departement))
                    || (h.Role == Role.InstructeurReg && regions.Contains(h.Region))
                )
            );
    }

    /// <summary>Dossiers whose messages an actor reads and writes: those of its collectivité, and those it instructs.</summary>
    public static IQueryable<Dossier> EchangesDe(this IQueryable<Dossier> dossiers, Acteur acteur)
    {
        string[] sirens = [.. acteur.Pour(Droit.Echanger).Where(h => h.Siren is not null).Select(h => h.Siren!)];
        var (departements, regions) = ServicesDe(acteur, Droit.Echanger);
        return dossiers.Where(d =>
            sirens.Contains(d.Siren)
            || (
                d.Etat != EtatDossier.Brouillon
                && ((d.Volet == 1 && departements.Contains(d.Departement)) || (d.Volet == 2 && regions.Contains(d.Region)))
            )
        );
    }

    /// <summary>Départements of volet 1 and régions of volet 2 of the services in which an actor holds a right.</summary>
    private static (string[] Departements, string[] Regions) ServicesDe(Acteur acteur, Droit droit)
    {
        var habilitations = acteur.Pour(droit);
        return (
            [
                .. habilitations
                    .Where(h => h.Role is Role.InstructeurDep || (h.Role is Role.ChefDeService && h.Departement is not null))
                    .Select(h => h.Departement!)
                    .Distinct(StringComparer.Ordinal),
            ],
            [
                .. habilitations
                    .Where(h => h.Role is Role.InstructeurReg || (h.Role is Role.ChefDeService && h.Departement is null))
                    .Select(h => h.Region!)
                    .Distinct(StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>Dossiers of volet 2 on which the actor's préfecture gives its avis: those of its département (R70, A26).</summary>
    public static IQueryable<Dossier> AvisDe(this IQueryable<Dossier> dossiers, Acteur acteur)
    {
        var departements = DepartementsDAvis(acteur);
        return dossiers.Where(d => d.Volet == 2 && d.Etat != EtatDossier.Brouillon && d.Departements.Any(x => departements.Contains(x)));
    }

    /// <summary>Those that still wait for it.</summary>
    public static IQueryable<Dossier> AvisAttendusDe(this IQueryable<Dossier> dossiers, Acteur acteur)
    {
        var departements = DepartementsDAvis(acteur);
        return dossiers
            .AvisDe(acteur)
            .Where(d =>
                (
                    d.Etat == EtatDossier.Depose
                    || d.Etat == EtatDossier.EnInstruction
                    || d.Etat == EtatDossier.ACompleter
                    || d.Etat == EtatDossier.Instruit
                ) && d.Departements.Any(x => departements.Contains(x) && !d.AvisRendus.Contains(x))
            );
    }

    /// <summary>Départements for which the actor may give an avis.</summary>
    public static string[] DepartementsDAvis(Acteur acteur) =>
        [.. acteur.Pour(Droit.DonnerAvis).Where(h => h.Departement is not null).Select(h => h.Departement!)];

    /// <summary>Sessions of the actor's régions.</summary>
    public static IQueryable<Seance> VisiblesPar(this IQueryable<Seance> seances, Acteur acteur, Droit droit)
    {
        var habilitations = acteur.Pour(droit);
        var tout = habilitations.Any(VoitTout);
        string[] regions = [.. habilitations.Where(h => h.Region is not null).Select(h => h.Region!)];
        return seances.Where(s => tout || regions.Contains(s.Region));
    }

    /// <summary>A dossier by its number, or by its draft identifier.</summary>
    public static IQueryable<Dossier> ParAdresse(this IQueryable<Dossier> dossiers, string adresse) =>
        dossiers.Where(d => d.Numero == adresse || d.Jeton == adresse);
}
