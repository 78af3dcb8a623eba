using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The sessions of the actor's région.</summary>
public sealed record SeancesPage(IReadOnlyList<SeancesPage.Ligne> Lignes, DateOnly Aujourdhui)
{
    public sealed record Ligne(Seance Seance, int Points);

    public static async Task<SeancesPage> ChargerAsync(FitnContext db, Acteur acteur, DateOnly aujourdhui, CancellationToken arret)
    {
        var seances = await db.Seances.AsNoTracking().VisiblesPar(acteur, Droit.LireSeances).OrderBy(s => s.Jour)
            .Select(s => new { Seance = s, Points = s.Points.Count(p => p.Etat != EtatPoint.Retire) }).ToListAsync(arret);
        return new SeancesPage([.. seances.Select(s => new Ligne(s.Seance, s.Points))], aujourdhui);
    }
}

/// <summary>One session: agenda, dossiers ready, envelopes.</summary>
public sealed record SeancePage(
    Seance Seance, IReadOnlyList<SeancePage.Point> Points, IReadOnlyList<SeancePage.Pret> Prets,
    IReadOnlyList<(Reglement Reglement, Euros Accorde)> Enveloppes, bool PeutPreparer, bool PeutDecider, DateOnly Aujourdhui)
{
    /// <summary>A withdrawal that was refused, as typed.</summary>
    public RetraitFormulaire? Retrait { get; init; }

    public sealed record Point(string Numero, string Titre, string Porteur, string Departement, Euros Demande, int Ordre, EtatPoint Etat, TypeDecision? Decision, bool Notifiee);

    public sealed record Pret(string Numero, string Titre, string Porteur, string Departement, Euros Demande, DateOnly DeposeLe, DateOnly? Limite)
    {
        public bool HorsDelai => DeposeLe > Limite;
    }

    public static async Task<SeancePage?> ChargerAsync(
        FitnContext db, RegistreDesReglements reglements, Guid id, Acteur acteur, DateOnly aujourdhui, CancellationToken arret)
    {
        var seance = await db.Seances.AsNoTracking().VisiblesPar(acteur, Droit.LireSeances).FirstOrDefaultAsync(s => s.Id == id, arret);
        if (seance is null)
            return null;
        var points = await (
            from p in db.Set<Domain.Seances.Point>().AsNoTracking()
            where EF.Property<Guid>(p, "SeanceId") == id && p.Etat != EtatPoint.Retire
            join d in db.Dossiers.AsNoTracking() on p.DossierId equals d.Id
            join c in db.Collectivites.AsNoTracking() on d.Siren equals c.Siren
            orderby p.Ordre
            select new
            {
                d.Numero,
                d.Titre,
                c.Nom,
                d.Departement,
                d.MontantDemande,
                p.Ordre,
                p.Etat,
                Decision = db.Decisions.Where(x => x.DossierId == d.Id && x.SeanceId == id).Select(x => new { x.Type, x.NotifieeLe }).FirstOrDefault(),
            }).ToListAsync(arret);
        string[] dispositifs = [.. seance.Dispositifs];
        var prets = seance.Etat != EtatSeance.Planifiee ? [] : await (
            from d in db.Dossiers.AsNoTracking()
            where d.Etat == EtatDossier.Instruit && dispositifs.Contains(d.Dispositif)
            join c in db.Collectivites.AsNoTracking() on d.Siren equals c.Siren
            orderby d.Departement, d.Numero
            select new { d.Numero, d.Titre, c.Nom, d.Departement, d.MontantDemande, d.DernierDepotLe, d.Dispositif, d.VersionReglement }).Take(200).ToListAsync(arret);
        var enveloppes = new List<(Reglement, Euros)>();
        foreach (var code in dispositifs)
            enveloppes.Add((reglements.Exiger(code), await db.AccordeAsync(code, arret)));
        return new SeancePage(
            seance,
            [.. points.Select(p => new Point(
                p.Numero!, p.Titre, p.Nom, p.Departement, p.MontantDemande ?? Euros.Zero, p.Ordre, p.Etat, p.Decision?.Type, p.Decision?.NotifieeLe is not null))],
            [.. prets.Select(p => new Pret(
                p.Numero!, p.Titre, p.Nom, p.Departement, p.MontantDemande ?? Euros.Zero, JourDeParis.De(p.DernierDepotLe!.Value),
                seance.LimiteOrdreDuJour(reglements.DeSaVersion(p.Dispositif, p.VersionReglement).DelaiOrdreDuJourJours)))],
            enveloppes, acteur.Peut(Droit.PreparerSeance), acteur.Peut(Droit.Decider), aujourdhui);
    }
}
