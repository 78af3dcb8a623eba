using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>Where the account of an agent stands, as an administrator reads it.</summary>
public enum SituationDAgent
{
    Actif,
    Invite,
    Suspendu,
    Ferme,
}

/// <summary>The agents: who has what, and where each account stands.</summary>
public sealed record AgentsPage(
    string Onglet,
    string? Q,
    IReadOnlyDictionary<SituationDAgent, int> Nombres,
    IReadOnlyList<AgentsPage.Ligne> Lignes,
    string? Suivante
)
{
    private const int Taille = 25;
    private static readonly EtatDossier[] EnCours =
    [
        EtatDossier.Depose,
        EtatDossier.EnInstruction,
        EtatDossier.ACompleter,
        EtatDossier.EnReconstruction,
        EtatDossier.Instruit,
    ];

    public static readonly (string Cle, string Nom, SituationDAgent? Situation)[] Onglets =
    [
        ("tous", "Tous", null),
        ("actifs", "Actifs", SituationDAgent.Actif),
        ("invites", "Invités", SituationDAgent.Invite),
        ("suspendus", "Suspendus", SituationDAgent.Suspendu),
        ("fermes", "Fermés", SituationDAgent.Ferme),
    ];

    /// <param name="Dossiers">Dossiers under way that are entrusted to the account.</param>
    /// <param name="SansCode">True for an open account that has not set its second factor up.</param>
    public sealed record Ligne(
        Guid Id,
        string Adresse,
        string Fonction,
        string Service,
        SituationDAgent Situation,
        IReadOnlyList<Habilitation> Roles,
        int Dossiers,
        bool SansCode,
        DateTimeOffset? EtatDepuis
    );

    public int Total => Nombres.Values.Sum();

    public int Nombre(SituationDAgent? situation) => situation is { } s ? Nombres.GetValueOrDefault(s) : Total;

    /// <summary>The address of this list, on another tab or further.</summary>
    public string Adresse(string? onglet = null, string? apres = null) =>
        $"{Adresses.Agents.Liste}?onglet={onglet ?? Onglet}"
        + (Q is null ? "" : $"&q={Uri.EscapeDataString(Q)}")
        + (apres is null ? "" : $"&apres={Uri.EscapeDataString(apres)}");

    public static async Task<AgentsPage> ChargerAsync(
        FitnContext db,
        Acteur acteur,
        string? onglet,
        string? q,
        string? apres,
        CancellationToken arret
    )
    {
        var choisi = Array.Find(Onglets, o => o.Cle == onglet) is { Cle: not null } connu ? connu : Onglets[0];
        var cherche = Saisie.Propre(q) is { Length: <= 100 } texte ? texte : null;
        var agents = db.Users.Where(u => u.Agent);
        if (cherche is not null)
        {
            var litteral = cherche
                .Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("%", @"\%", StringComparison.Ordinal)
                .Replace("_", @"\_", StringComparison.Ordinal);
            var motif = $"%{litteral}%";
            agents = agents.Where(u =>
                EF.Functions.ILike(u.Email!, motif) || EF.Functions.ILike(u.Fonction, motif) || EF.Functions.ILike(u.Organisme, motif)
            );
        }
        var nombres = await agents
            .GroupBy(u => new { u.Etat, Invite = u.PasswordHash == null })
            .Select(g => new
            {
                g.Key.Etat,
                g.Key.Invite,
                N = g.Count(),
            })
            .ToListAsync(arret);
        var suite = EnSituation(agents, choisi.Situation)
            .Where(u => apres == null || string.Compare(u.NormalizedEmail, apres) > 0)
            .OrderBy(u => u.NormalizedEmail)
            .Take(Taille + 1);
        var enCours = Lecteur.De(acteur).DansLesEtats(EnCours);
        var lues = await suite
            .Select(u => new
            {
                u.Id,
                u.Email,
                u.NormalizedEmail,
                u.Fonction,
                u.Organisme,
                u.Etat,
                u.EtatDepuis,
                u.TwoFactorEnabled,
                Invite = u.PasswordHash == null,
                Roles = u.Habilitations.OrderBy(h => h.Id).ToList(),
                Dossiers = db.Dossiers.Where(enCours).Count(d => d.Instructeur == u.Id),
            })
            .ToListAsync(arret);
        return new AgentsPage(
            choisi.Cle,
            cherche,
            nombres.GroupBy(n => Situation(n.Etat, n.Invite)).ToDictionary(g => g.Key, g => g.Sum(n => n.N)),
            [
                .. lues.Take(Taille)
                    .Select(u => new Ligne(
                        u.Id,
                        u.Email!,
                        u.Fonction,
                        u.Organisme,
                        Situation(u.Etat, u.Invite),
                        [.. u.Roles.Select(h => h.Lue())],
                        u.Dossiers,
                        !u.TwoFactorEnabled && !u.Invite,
                        u.EtatDepuis
                    )),
            ],
            lues.Count > Taille ? lues[Taille - 1].NormalizedEmail : null
        );
    }

    public static SituationDAgent Situation(EtatDeCompte etat, bool invite) =>
        etat switch
        {
            EtatDeCompte.Suspendu => SituationDAgent.Suspendu,
            EtatDeCompte.Ferme => SituationDAgent.Ferme,
            _ => invite ? SituationDAgent.Invite : SituationDAgent.Actif,
        };

    private static IQueryable<Utilisateur> EnSituation(IQueryable<Utilisateur> agents, SituationDAgent? situation) =>
        situation switch
        {
            SituationDAgent.Suspendu => agents.Where(u => u.Etat == EtatDeCompte.Suspendu),
            SituationDAgent.Ferme => agents.Where(u => u.Etat == EtatDeCompte.Ferme),
            SituationDAgent.Invite => agents.Where(u => u.Etat == EtatDeCompte.Ouvert && u.PasswordHash == null),
            SituationDAgent.Actif => agents.Where(u => u.Etat == EtatDeCompte.Ouvert && u.PasswordHash != null),
            _ => agents,
        };
}
