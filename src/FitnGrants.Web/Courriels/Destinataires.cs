using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Courriels;

/// <summary>Who reads a message, at the time it leaves: whoever left since gets nothing, whoever came gets it.</summary>
public static class Destinataires
{
    /// <summary>Key of the service in charge of a dossier.</summary>
    public const string Service = "service/";

    /// <summary>Key of the instructors of a département.</summary>
    public const string Prefecture = "prefecture/";

    /// <summary>Key of who manages for a service that attributes: « gestion/R53 ».</summary>
    public const string Gestion = "gestion/";

    private static readonly Role[] DeLaCollectivite = [Role.Porteur, Role.RepresentantLegal];

    /// <summary>Confirmed addresses, once each, in a constant order.</summary>
    public static Task<List<string>> AdressesAsync(FitnContext db, Courriel courriel, CancellationToken arret) =>
        courriel.Destinataire.Split('@') switch
        {
            // An account is looked up here and not where it is asked for: the page answers the same, in the same time, whoever it is.
            _ when courriel.Modele == LiensDeCompte.MotDePasse => ComptesAsync(db, courriel.Destinataire, arret),
            [var service] when service.StartsWith(Service, StringComparison.Ordinal) => DuServiceAsync(
                db,
                Guid.Parse(service[Service.Length..]),
                arret
            ),
            [var service] when service.StartsWith(Prefecture, StringComparison.Ordinal) => Confirmees(
                db,
                db.Habilitations.Where(h => h.Role == Role.InstructeurDep && h.Departement == service.Substring(Prefecture.Length)),
                arret
            ),
            [var gestion] when gestion.StartsWith(Gestion, StringComparison.Ordinal) => Confirmees(
                db,
                Gestionnaires(db, gestion[Gestion.Length..]),
                arret
            ),
            [{ Length: 9 } siren] => Confirmees(
                db,
                db.Habilitations.Where(h => h.Siren == siren && DeLaCollectivite.Contains(h.Role)),
                arret
            ),
            [{ Length: <= 4 } membre, { Length: 2 } region] => Confirmees(db, Membres(db, membre, region), arret),
            _ => Task.FromResult(new List<string> { courriel.Destinataire }),
        };

    private static Task<List<string>> ComptesAsync(FitnContext db, string adresse, CancellationToken arret)
    {
        var cle = adresse.ToUpperInvariant();
        return db.Users.Ouverts().Where(u => u.NormalizedEmail == cle).Select(u => u.Email!).ToListAsync(arret);
    }

    /// <summary>Who took charge of it; without anyone, who could.</summary>
    private static async Task<List<string>> DuServiceAsync(FitnContext db, Guid dossier, CancellationToken arret)
    {
        var d = await db
            .Dossiers.Where(x => x.Id == dossier)
            .Select(x => new
            {
                x.Instructeur,
                x.Volet,
                x.Departement,
                x.Region,
            })
            .SingleAsync(arret);
        var habilitations =
            d.Volet == 1
                ? db.Habilitations.Where(h => h.Role == Role.InstructeurDep && h.Departement == d.Departement)
                : db.Habilitations.Where(h => h.Role == Role.InstructeurReg && h.Region == d.Region);
        var enCharge = await Confirmees(db, habilitations.Where(h => h.UtilisateurId == d.Instructeur), arret);
        return enCharge.Count > 0 ? enCharge : await Confirmees(db, habilitations, arret);
    }

    private static IQueryable<HabilitationAccordee> Gestionnaires(FitnContext db, string attribuant) =>
        attribuant[0] == 'R'
            ? db.Habilitations.Where(h => h.Role == Role.Gestionnaire && h.Departement == null && h.Region == attribuant.Substring(1))
            : db.Habilitations.Where(h => h.Role == Role.Gestionnaire && h.Departement == attribuant);

    private static IQueryable<HabilitationAccordee> Membres(FitnContext db, string membre, string region) =>
        membre == Membre.Sgar
            ? db.Habilitations.Where(h =>
                h.Region == region && (h.Role == Role.Secretaire || (h.Role == Role.MembreCommunaute && h.Departement == null))
            )
            : db.Habilitations.Where(h => h.Region == region && h.Role == Role.MembreCommunaute && h.Departement == membre);

    private static Task<List<string>> Confirmees(FitnContext db, IQueryable<HabilitationAccordee> habilitations, CancellationToken arret) =>
        (
            from u in db.Users.Ouverts()
            where u.EmailConfirmed && habilitations.Any(h => h.UtilisateurId == u.Id)
            orderby u.Email
            select u.Email!
        ).ToListAsync(arret);
}
