using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Service;

/// <summary>What each agent of a service has to do, and what is entrusted to nobody.</summary>
public sealed record ChargePage(IReadOnlyList<ChargePage.Ligne> Lignes)
{
    private static readonly EtatDossier[] Suivis =
    [
        EtatDossier.Depose,
        EtatDossier.EnInstruction,
        EtatDossier.ACompleter,
        EtatDossier.EnReconstruction,
        EtatDossier.Instruit,
    ];

    /// <param name="Agent">Its account; null for what nobody has.</param>
    /// <param name="Nom">Its address.</param>
    public sealed record Ligne(Guid? Agent, string Nom, int APrendre, int EnCours, int ChezLePorteur, int Prets, int EnRetard)
    {
        public int Total => APrendre + EnCours + ChezLePorteur + Prets;
    }

    public int Maximum => Math.Max(1, Lignes.Max(l => l.Total));

    public static async Task<ChargePage> ChargerAsync(FitnContext db, Acteur acteur, DateOnly aujourdhui, CancellationToken arret)
    {
        var lus = await db
            .Dossiers.DuServiceDe(acteur, Droit.Encadrer)
            .Where(d => Suivis.Contains(d.Etat))
            .GroupBy(d => new
            {
                d.Instructeur,
                d.Etat,
                d.NotificationEnAttente,
                d.Region,
                Retard = d.EcheanceLe < aujourdhui,
            })
            .Select(g => new
            {
                g.Key.Instructeur,
                g.Key.Etat,
                g.Key.NotificationEnAttente,
                g.Key.Region,
                g.Key.Retard,
                N = g.Count(),
            })
            .ToListAsync(arret);
        var lecteur = Lecteur.De(acteur);
        var comptes = lus.Select(l => (l.Instructeur, Etat: lecteur.EtatDe(l.Etat, l.NotificationEnAttente, l.Region), l.Retard, l.N))
            .Where(l => Suivis.Contains(l.Etat))
            .ToList();
        var agents = await db
            .Users.AgentsDe(acteur, Droit.Encadrer)
            .OrderBy(u => u.Fonction)
            .ThenBy(u => u.Email)
            .Select(u => new
            {
                u.Id,
                u.Fonction,
                u.Email,
            })
            .ToListAsync(arret);
        var noms = NomsDesAgents.Nommer([.. agents.Select(a => (a.Id, a.Fonction, a.Email))]);
        // Who had dossiers and left the service still has them.
        var partis = comptes
            .Select(c => c.Instructeur)
            .OfType<Guid>()
            .Except(agents.Select(a => a.Id))
            .Distinct()
            .Select(id => (Id: (Guid?)id, Nom: "compte d’un autre service"));
        return new ChargePage([
            .. agents
                .Select(a => (Id: (Guid?)a.Id, Nom: noms[a.Id]))
                .Concat(partis)
                .Append((null, "Personne encore"))
                .Select(a =>
                {
                    var siens = comptes.Where(c => c.Instructeur == a.Id).ToList();
                    int Nombre(EtatDossier etat) => siens.Where(c => c.Etat == etat).Sum(c => c.N);
                    return new Ligne(
                        a.Id,
                        a.Nom,
                        Nombre(EtatDossier.Depose),
                        Nombre(EtatDossier.EnInstruction),
                        Nombre(EtatDossier.ACompleter) + Nombre(EtatDossier.EnReconstruction),
                        Nombre(EtatDossier.Instruit),
                        siens.Where(c => c.Retard == true && c.Etat is EtatDossier.Depose or EtatDossier.EnInstruction).Sum(c => c.N)
                    );
                }),
        ]);
    }
}
