using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Simulateur;

/// <summary>What the page and the interface share: the same examination of the same facts.</summary>
public sealed class Simulation(FitnContext db, Horloge horloge)
{
    /// <summary>The candidature of a request; <c>Introuvable</c> names the body that the referential does not know.</summary>
    public async Task<(Candidature? Valeur, string? Introuvable)> CandidatureAsync(DemandeDeSimulation demande, CancellationToken arret)
    {
        var instant = demande.DeposeLe ?? horloge.Maintenant;
        var jour = JourDeParis.De(instant);
        var tous = new List<Beneficiaire>();
        var communes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var c in demande.Membres.Prepend(demande.Porteur!))
        {
            var connue = c.Fictif is null ? await TrouverAsync(c, jour, arret) : null;
            if ((c.Fictif ?? connue?.Beneficiaire(jour)) is not { } beneficiaire)
                return (null, c.Chemin);
            // A commune nouvelle and the one before it are one body (R48).
            if (connue?.CodeInsee is not { } code || communes.Add(code))
                tous.Add(beneficiaire);
        }
        return (
            new Candidature
            {
                Porteur = tous[0],
                Membres = [.. tous.Skip(1)],
                Projet = demande.Projet,
                Instant = instant,
            },
            null
        );
    }

    /// <summary>Asks every active rule of each dispositif.</summary>
    public async Task<List<Examen>> ExaminerAsync(
        IReadOnlyCollection<Reglement> reglements,
        Candidature candidature,
        CancellationToken arret
    )
    {
        var situations = await db.PourLePorteurAsync(
            reglements,
            candidature.Tous.Select(b => b.Siren).OfType<string>(),
            Dossier.TexteCompare(candidature.Projet),
            arret
        );
        return [.. reglements.Select(r => Examen.Faire(r, candidature, SansTitres(situations[r.Code]), Moment.Simulation))];
    }

    /// <summary>No account here: that a refused project looks like this one may be said, not which.</summary>
    private static Situation SansTitres(Situation situation) =>
        situation with
        {
            Semblables =
            [
                .. situation.Semblables.Select(s =>
                    s with
                    {
                        Titre = "un projet de cette collectivité",
                        Numero = "que sa préfecture connaît",
                    }
                ),
            ],
        };

    /// <summary>By its SIREN; or, of those that carry its code, the one that exists on the day.</summary>
    private Task<Collectivite?> TrouverAsync(CollectiviteDemandee c, DateOnly jour, CancellationToken arret) =>
        db
            .Collectivites.Where(x => c.Siren != null ? x.Siren == c.Siren : x.CodeInsee == c.CodeInsee)
            .OrderByDescending(x => (x.ExisteDu == null || x.ExisteDu <= jour) && (x.ExisteAu == null || x.ExisteAu >= jour))
            .ThenBy(x => x.Siren)
            .FirstOrDefaultAsync(arret);
}
