using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The desk: tabs by what waits, the lines of one.</summary>
public sealed record SuiviPage
{
    public required SuiviFiltre Filtre { get; init; }
    public required IReadOnlyList<LigneDeSuivi> Lignes { get; init; }
    public required IReadOnlyDictionary<string, int> Comptes { get; init; }

    /// <summary>How many lines the tab or the search has, and what they come to, pages that follow included.</summary>
    public required (int Nombre, Euros Total) Ensemble { get; init; }
    public required string? Suivante { get; init; }
    public required IReadOnlyList<Reponse> Departements { get; init; }
    public required IReadOnlyList<Reponse> Dispositifs { get; init; }
    public required DateOnly Aujourdhui { get; init; }

    /// <summary>Euros of what waits in a tab of payments; null where a control is still to say one, or where pages follow.</summary>
    public Euros? VersementsEnTout =>
        Suivante is not null || Filtre.Apres is not null || Lignes.Any(l => l.VersementMontant is null)
            ? null
            : Euros.Somme(Lignes.Select(l => l.VersementMontant!.Value));

    /// <summary>Under the lines; null under a search, or further than the first page.</summary>
    public required PiedDuBureau? Pied { get; init; }

    public static async Task<SuiviPage> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        SuiviFiltre filtre,
        (Acteur Acteur, DateOnly Aujourdhui) qui,
        CancellationToken arret
    )
    {
        var liste = new ListeDeSuivi(db, qui.Acteur, qui.Aujourdhui);
        var comptes = await liste.ComptesAsync(arret);
        // Where nothing is chosen: the first tab that holds something.
        if (filtre is { Onglet: null, Cherche: false })
            filtre = filtre with { Onglet = ListeDeSuivi.Onglets.FirstOrDefault(o => comptes.ContainsKey(o.Cle)).Cle };
        var choisis = liste.Choisir(filtre);
        var ensemble = await choisis
            .GroupBy(_ => 1)
            .Select(g => new { N = g.Count(), Somme = g.Sum(a => (decimal)(object)a.Montant) })
            .SingleOrDefaultAsync(arret);
        var lues = await liste
            .Lire(ListeDeSuivi.Ranger(ListeDeSuivi.Suite(choisis, filtre), filtre).Take(ListeDeSuivi.Taille + 1))
            .ToListAsync(arret);
        // The join keeps no order of its own.
        lues =
        [
            .. ListeDeSuivi.Cle(filtre) switch
            {
                ListeDeSuivi.ParEcheance => lues.OrderBy(l => l.EcheanceLe).ThenBy(l => l.Id),
                ListeDeSuivi.DesEtatsEnRetard => lues.OrderBy(l => l.EtatAttenduLe).ThenBy(l => l.Id),
                _ => lues.OrderBy(l => ListeDeSuivi.Depuis(l, filtre)).ThenBy(l => l.Id),
            },
        ];
        var codes = reglements.EnVigueur.Where(r => qui.Acteur.Rencontre(Droit.LireListeDeSuivi, r.Attribuant, r.Region)).ToList();
        return new SuiviPage
        {
            Filtre = filtre,
            Lignes = [.. lues.Take(ListeDeSuivi.Taille)],
            Comptes = comptes,
            Ensemble = (ensemble?.N ?? 0, new Euros(ensemble?.Somme ?? 0m)),
            Suivante = lues.Count > ListeDeSuivi.Taille ? ListeDeSuivi.Marque(lues[ListeDeSuivi.Taille - 1], filtre) : null,
            Departements =
            [
                .. codes
                    .SelectMany(r => r.Departements)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(c => new Reponse(c, Domain.Collectivites.Libelles.Departement(c))),
            ],
            Dispositifs = [.. codes.Select(r => new Reponse(r.Code, r.Nom))],
            Aujourdhui = qui.Aujourdhui,
            Pied =
                filtre.Cherche || filtre.Apres is not null ? null : await PiedDuBureau.ChargerAsync(db, qui.Acteur, qui.Aujourdhui, arret),
        };
    }
}
