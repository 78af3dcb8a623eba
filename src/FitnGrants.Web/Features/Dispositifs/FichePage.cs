using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dispositifs;

/// <summary>A dispositif as people read it.</summary>
public sealed record FichePage(
    Reglement Reglement,
    StatutDispositif Statut,
    IReadOnlyList<Seance> Seances,
    IReadOnlyList<FichePage.Contact> Contacts,
    DateOnly Aujourdhui
)
{
    /// <summary>Whom to ask: a function, never a person.</summary>
    public sealed record Contact(string Qui, string? Telephone, string? Courriel);

    public static async Task<FichePage> ChargerAsync(FitnContext db, Reglement reglement, Horloge horloge, CancellationToken arret)
    {
        var seances = await db.Seances.Where(s => s.Region == reglement.Region).OrderBy(s => s.Jour).ToListAsync(arret);
        return new FichePage(
            reglement,
            reglement.Statut(horloge.Maintenant),
            [.. seances.Where(s => s.Dispositifs.Contains(reglement.Code))],
            await ContactsAsync(db, reglement, horloge.Aujourdhui, arret),
            horloge.Aujourdhui
        );
    }

    /// <summary>As each service says of itself; as the règlement does of those that say nothing yet.</summary>
    private static async Task<IReadOnlyList<Contact>> ContactsAsync(
        FitnContext db,
        Reglement reglement,
        DateOnly jour,
        CancellationToken arret
    )
    {
        string[] codes =
        [
            .. reglement.Departements.Select(reglement.CodeDuService).Append(reglement.Secretariat).Distinct(StringComparer.Ordinal),
        ];
        var connus = (await db.Services.Where(s => codes.Contains(s.Code)).ToListAsync(arret))
            .Select(s => (Nom: ServicesDesReglements.NomDuService(s.Code), Fiche: s.Au(jour)))
            .Where(s => s.Fiche is { Telephone: not null } or { Courriel: not null })
            .OrderBy(s => s.Nom, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. connus.Select(s => new Contact(
                s.Fiche!.Suivi is { } suivi ? $"{s.Nom}, {suivi}" : s.Nom,
                s.Fiche.Telephone,
                s.Fiche.Courriel
            )),
            // A mailbox that the source gives stays, beside what services say of themselves.
            .. reglement
                .Fiche.Contacts.Where(c =>
                    c.Courriel is not null
                    || (connus.Count < codes.Length && !connus.Exists(s => c.Fonction.StartsWith(s.Nom, StringComparison.Ordinal)))
                )
                .Select(c => new Contact(c.Fonction, null, c.Courriel)),
        ];
    }
}
