using FitnGrants.Domain.Collectivites;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>
/// The referential as it is searched, in memory: some 36 000 names, read again when one of them has changed (asked every five seconds at
/// most, by whoever needs it).
/// </summary>
public sealed class IndexDesCollectivites(Horloge horloge, TimeProvider systeme)
{
    private static readonly TimeSpan Fraicheur = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim tour = new(1, 1);
    private Etat? tenu;

    public async Task<IReadOnlyList<Trouvaille>> ChercherAsync(FitnContext db, string? texte, int maximum, CancellationToken arret) =>
        (await LireAsync(db, arret)).Chercher(texte, horloge.Aujourdhui, maximum);

    /// <summary>
    /// The other SIREN of the same communes, each with the one that asks: a commune nouvelle and the one before it carry one INSEE code,
    /// and are one body (R47).
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> PlacesAsync(FitnContext db, string[] sirens, CancellationToken arret) =>
        (await LireAsync(db, arret)).Places(sirens);

    /// <summary>The SIREN that stands for a body in the index of its only individual accord.</summary>
    public async Task<string> PlaceAsync(FitnContext db, string siren, CancellationToken arret) =>
        (await LireAsync(db, arret)).Place(siren);

    private async Task<RechercheDeNom> LireAsync(FitnContext db, CancellationToken arret)
    {
        if (tenu is { } frais && systeme.GetElapsedTime(frais.Lu) < Fraicheur)
            return frais.Recherche;
        // Its connection before its turn: who has the turn must never wait for a connection that an act, waiting for the turn, holds.
        await db.Database.OpenConnectionAsync(arret);
        var monTour = false;
        try
        {
            await tour.WaitAsync(arret);
            monTour = true;
            if (tenu is { } entretemps && systeme.GetElapsedTime(entretemps.Lu) < Fraicheur)
                return entretemps.Recherche;
            var lu = systeme.GetTimestamp();
            // Each writing leaves its number on the row.
            var marque = await db
                .Database.SqlQuery<string>(
                    $"select count(*) || '/' || coalesce(sum(xmin::text::bigint), 0) as \"Value\" from collectivites"
                )
                .SingleAsync(arret);
            tenu = new Etat(tenu?.Marque == marque ? tenu.Recherche : await ChargerAsync(db, arret), marque, lu);
            return tenu.Recherche;
        }
        finally
        {
            if (monTour)
                tour.Release();
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<RechercheDeNom> ChargerAsync(FitnContext db, CancellationToken arret) =>
        new(
            await db
                .Collectivites.Select(c => new Entree(
                    c.Siren,
                    c.Nom,
                    c.Nature,
                    c.CodeInsee,
                    c.Departement,
                    c.CodesPostaux,
                    c.Taille,
                    c.ExisteDu,
                    c.ExisteAu
                ))
                .ToListAsync(arret)
        );

    private sealed record Etat(RechercheDeNom Recherche, string Marque, long Lu);
}
