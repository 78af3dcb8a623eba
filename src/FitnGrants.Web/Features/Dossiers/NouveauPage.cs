using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>Before a draft: says at once if the collectivité cannot apply, and why.</summary>
/// <param name="Disparue">Why nobody deposits under this SIREN any more, or not yet; null when the collectivité exists.</param>
public sealed record NouveauPage(Reglement Reglement, string Siren, string Collectivite, IReadOnlyList<Constat> Refus, string? Disparue)
{
    public static async Task<NouveauPage?> ChargerAsync(
        FitnContext db,
        Reglement? reglement,
        Acteur acteur,
        Horloge horloge,
        CancellationToken arret
    )
    {
        var siren = acteur.Pour(Droit.EcrireDossier).Select(h => h.Siren).FirstOrDefault(s => s is not null);
        if (reglement is null || await db.Collectivites.FirstOrDefaultAsync(c => c.Siren == siren, arret) is not { } collectivite)
            return null;
        var candidature = new Candidature
        {
            Porteur = collectivite.Beneficiaire(horloge.Aujourdhui),
            Projet = new Projet(),
            Instant = horloge.Maintenant,
        };
        var examen = Examen.Faire(
            reglement,
            candidature,
            await db.PourLePorteurAsync(reglement, [collectivite.Siren], null, arret),
            Moment.Simulation
        );
        return new NouveauPage(
            reglement,
            collectivite.Siren,
            collectivite.Nom,
            [.. examen.Constats.Where(c => c.EstBloquant)],
            collectivite.ExisteLe(horloge.Aujourdhui) ? null : await DisparueAsync(db, collectivite, horloge.Aujourdhui, arret)
        );
    }

    private static async Task<string> DisparueAsync(FitnContext db, Collectivite collectivite, DateOnly jour, CancellationToken arret)
    {
        var autre = (
            await db.Collectivites.Where(c => c.CodeInsee != null && c.CodeInsee == collectivite.CodeInsee).ToListAsync(arret)
        ).Find(c => c.ExisteLe(jour));
        return Francais.Typographier(
            (
                collectivite.ExisteAu < jour
                    ? $"{collectivite.Nom} ({collectivite.Siren}) n’existe plus depuis le "
                        + Francais.Date(collectivite.ExisteAu!.Value.AddDays(1))
                    : $"{collectivite.Nom} ({collectivite.Siren}) n’existe que depuis le {Francais.Date(collectivite.ExisteDu!.Value)}"
            ) + (autre is null ? "." : $" : {autre.Nom} ({autre.Siren}) dépose à sa place.")
        );
    }

    /// <summary>What the referential, the last dossier of the collectivité and the simulation already know is not asked again.</summary>
    public static ContenuDossier Prerempli(Collectivite collectivite, Identite? connue, Projet? simule, string? courriel) =>
        new()
        {
            Identite = connue ?? new Identite { Siret = Siret.SiegePlausible(collectivite.Siren).Valeur, Courriel = courriel },
            Projet = (simule ?? new Projet()) with { Lieux = collectivite.Nom },
        };
}
