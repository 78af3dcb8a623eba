using System.Globalization;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The accords that were told, the last first, and what they come to.</summary>
public sealed record AccordsPage(IReadOnlyList<AccordsPage.Ligne> Lignes, int Nombre, Euros Total, string? Suivante)
{
    private const int Taille = 50;

    public sealed record Ligne(
        Guid Id,
        string Numero,
        string Titre,
        string Collectivite,
        string Departement,
        string Dispositif,
        EtatDossier Etat,
        Euros Montant,
        string? Conditions,
        DateTimeOffset NotifieLe
    );

    /// <param name="db">The database.</param>
    /// <param name="acteur">Who manages.</param>
    /// <param name="apres">« ticks-identifiant » of the last line read; anything else is the first page.</param>
    /// <param name="arret">Cancellation.</param>
    public static async Task<AccordsPage> ChargerAsync(FitnContext db, Acteur acteur, string? apres, CancellationToken arret)
    {
        var accords = db.AccordsGeresPar(acteur);
        var ensemble = await accords
            .GroupBy(_ => 1)
            .Select(g => new { Nombre = g.Count(), Total = g.Sum(x => (decimal)(object)x.MontantAccorde!) })
            .FirstOrDefaultAsync(arret);
        var (instant, id) = Lire(apres);
        var lues = await (
            from x in accords
            where instant == null || x.NotifieeLe < instant || (x.NotifieeLe == instant && x.Id.CompareTo(id) > 0)
            join d in db.Dossiers on x.DossierId equals d.Id
            join c in db.Collectivites on d.Siren equals c.Siren
            orderby x.NotifieeLe descending, x.Id
            select new Ligne(
                x.Id,
                d.Numero!,
                d.Titre,
                c.Nom,
                d.Departement,
                x.Dispositif,
                d.Etat,
                x.MontantAccorde!.Value,
                x.Conditions,
                x.NotifieeLe!.Value
            )
        )
            .Take(Taille + 1)
            .ToListAsync(arret);
        return new AccordsPage(
            [.. lues.Take(Taille)],
            ensemble?.Nombre ?? 0,
            new Euros(ensemble?.Total ?? 0m),
            lues.Count > Taille
                ? string.Create(CultureInfo.InvariantCulture, $"{lues[Taille - 1].NotifieLe.UtcTicks}-{lues[Taille - 1].Id:N}")
                : null
        );
    }

    private static (DateTimeOffset? Instant, Guid Id) Lire(string? apres) =>
        apres?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
        && t <= DateTime.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var numero)
            ? (new DateTimeOffset(t, TimeSpan.Zero), numero)
            : (null, Guid.Empty);
}
