using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Accompagnement;

/// <summary>What a session sent back: those that their porteur is building again, then those deposited again.</summary>
public sealed record AccompagnementsPage(IReadOnlyList<AccompagnementsPage.Ligne> Lignes)
{
    private const int Montres = 200;

    /// <param name="Numero">The dossier.</param>
    /// <param name="Titre">Its title at the last deposit.</param>
    /// <param name="Collectivite">Who bears it.</param>
    /// <param name="Etat">Where it is.</param>
    /// <param name="Referent">Who helps, as the session said.</param>
    /// <param name="Axes">Number of points to improve.</param>
    /// <param name="Notes">Number of notes written.</param>
    public sealed record Ligne(string Numero, string Titre, string Collectivite, EtatDossier Etat, string? Referent, int Axes, int Notes);

    public static async Task<AccompagnementsPage> ChargerAsync(FitnContext db, Acteur acteur, CancellationToken arret)
    {
        var lecteur = Lecteur.De(acteur);
        var lignes = await (
            from d in db.Dossiers.VisiblesPar(acteur, Droit.Accompagner)
            join c in db.Collectivites on d.Siren equals c.Siren
            orderby d.Etat == EtatDossier.EnReconstruction && !d.NotificationEnAttente descending, d.ModifieLe descending, d.Id
            select new
            {
                d.Numero,
                d.Titre,
                c.Nom,
                d.Etat,
                d.NotificationEnAttente,
                d.Region,
                Renvoi = db
                    .Decisions.Where(x => x.DossierId == d.Id && x.Type == TypeDecision.ARevoir && x.NotifieeLe != null)
                    .OrderByDescending(x => x.VersionDossier)
                    .FirstOrDefault(),
                Notes = db.Notes.Count(n => n.DossierId == d.Id),
            }
        )
            .Take(Montres)
            .ToListAsync(arret);
        return new AccompagnementsPage([
            .. lignes.Select(l => new Ligne(
                l.Numero!,
                l.Titre,
                l.Nom,
                lecteur.EtatDe(l.Etat, l.NotificationEnAttente, l.Region),
                l.Renvoi?.Referent,
                l.Renvoi?.Axes.Length ?? 0,
                l.Notes
            )),
        ]);
    }
}

/// <summary>One of them: what the session asks, and what was written to help.</summary>
/// <param name="Numero">The dossier.</param>
/// <param name="Titre">Its title at the last deposit.</param>
/// <param name="Collectivite">Who bears it.</param>
/// <param name="Etat">Where it is.</param>
/// <param name="Renvoi">The last decision that sent it back.</param>
/// <param name="Notes">The first first.</param>
public sealed record AccompagnementPage(
    string Numero,
    string Titre,
    string Collectivite,
    EtatDossier Etat,
    Decision Renvoi,
    IReadOnlyList<Note> Notes
)
{
    public static async Task<AccompagnementPage?> ChargerAsync(FitnContext db, string numero, Acteur acteur, CancellationToken arret)
    {
        var trouve = await (
            from d in db.Dossiers.VisiblesPar(acteur, Droit.Accompagner)
            where d.Numero == numero
            join c in db.Collectivites on d.Siren equals c.Siren
            select new
            {
                d.Titre,
                c.Nom,
                d.Etat,
                d.NotificationEnAttente,
                d.Region,
                Renvoi = db
                    .Decisions.Where(x => x.DossierId == d.Id && x.Type == TypeDecision.ARevoir && x.NotifieeLe != null)
                    .OrderByDescending(x => x.VersionDossier)
                    .FirstOrDefault(),
                Notes = db.Notes.Where(n => n.DossierId == d.Id).OrderBy(n => n.Le).ToList(),
            }
        ).FirstOrDefaultAsync(arret);
        return trouve?.Renvoi is null
            ? null
            : new AccompagnementPage(
                numero,
                trouve.Titre,
                trouve.Nom,
                Lecteur.De(acteur).EtatDe(trouve.Etat, trouve.NotificationEnAttente, trouve.Region),
                trouve.Renvoi,
                trouve.Notes
            );
    }
}
