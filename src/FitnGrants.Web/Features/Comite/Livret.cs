using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Consultations;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The booklet of a session: what the day weighs on one page, then a page a point, what a member needs to vote.</summary>
public sealed class Livret(FitnContext db, Papiers papiers, RegistreDesReglements reglements)
{
    public async Task<DocumentAProduire> ProduireAsync(Seance seance, Lecteur lecteur, CancellationToken arret)
    {
        var savoir = lecteur.EnSeance(seance);
        var points = seance.Points.Where(p => p.Etat != EtatPoint.Retire && !savoir.EstDeporte(p)).OrderBy(p => p.Ordre).ToList();
        Guid[] ids = [.. points.Select(p => p.DossierId)];
        var dossiers = await db
            .Dossiers.Include(d => d.Versions)
            .Include(d => d.Controles)
            .AsSplitQuery()
            .Where(d => ids.Contains(d.Id))
            .ToDictionaryAsync(d => d.Id, arret);
        var rendus = await db.AvisLisiblesAsync(ids, arret);
        // A dossier deposited again since keeps, in this booklet, the version that the session decided.
        var decidees = await db
            .Decisions.Where(d => d.SeanceId == seance.Id && ids.Contains(d.DossierId))
            .ToDictionaryAsync(d => d.DossierId, d => d.VersionDossier, arret);
        var renvois = await db.RenvoisDAvantAsync(seance, ids, arret);
        var emetteur = await papiers.EmetteurAsync(ServiceEmetteur.DeRegion(seance.Region), seance.Jour, arret);
        var restants = seance.Points.Where(p => p.Etat != EtatPoint.Retire).OrderBy(p => p.Ordre).Select(p => p.DossierId).ToList();
        var pages = points.ConvertAll(p =>
            PageDuLivret.De(
                p,
                dossiers[p.DossierId],
                decidees.GetValueOrDefault(p.DossierId, dossiers[p.DossierId].Version),
                reglements.Exiger(dossiers[p.DossierId].Dispositif),
                rendus[p.DossierId]
            ) with
            {
                Renvois = [.. renvois[p.DossierId]],
                Heure = seance.Tenue.HeureDuPoint(restants.IndexOf(p.DossierId)),
            }
        );
        var sommaire = new SommaireDuLivret(
            seance,
            pages,
            [.. seance.Dispositifs.Select(reglements.Exiger)],
            [.. (await db.AccordsDAvantAsync(seance, lecteur, arret)).Where(a => a.Connu)]
        );
        return new DocumentAProduire("livret", "", "livret", _ => new
        {
            papier = emetteur.Papier($"Livret, séance {seance.Du}", ""),
            instance = Francais.Majuscule(seance.NomInstance),
            seance = seance.Du,
            sommaire = sommaire.Donnees(),
            points = pages.Select(p => p.Donnees()),
            annexes = pages.Select(p => p.Annexe()).OfType<object>(),
        });
    }
}

/// <summary>The first page: agenda, envelope, spread, what to look at.</summary>
public sealed record SommaireDuLivret(
    Seance Seance,
    IReadOnlyList<PageDuLivret> Pages,
    IReadOnlyList<Reglement> Reglements,
    IReadOnlyList<AccordDAvant> Accords
)
{
    private bool Heures => Pages.Any(p => p.Heure is not null);

    public object Donnees() =>
        new
        {
            tenue = Propre([
                .. Reglements.Select(r => new[] { "Dispositif", $"{r.Intitule} ({r.Nom})" }),
                ["Date", Francais.DateLongue(Seance.Jour)],
                .. Seance.Tenue is { PremierPointA: { } premier, MinutesParPoint: { } minutes }
                    ? new[] { new[] { "Premier point", $"{Francais.Heure(premier)}, {Francais.Compte(minutes, "minute")} par point" } }
                    : [],
                .. Seance.Tenue.Lieu is { } lieu ? new[] { new[] { "Lieu", lieu } } : [],
                .. Seance.Tenue.President is { } p
                    ? new[] { new[] { "Présidence", Francais.LeOuLa(p.Qualite, p.Civilite == Civilite.Madame) } }
                    : [],
                .. Reglements
                    .Select(r => Seance.LimiteOrdreDuJour(r.DelaiOrdreDuJourJours))
                    .OfType<DateOnly>()
                    .Distinct()
                    .Select(limite => new[] { "Ordre du jour", $"dossiers déposés jusqu’au {Francais.Date(limite)}" }),
            ]),
            heures = Heures,
            ordre = Pages.Select(p => p.Ligne(Heures)),
            total = (string[])
                [
                    .. Heures ? new[] { "", "" } : [""],
                    Francais.Compte(Pages.Count, "dossier"),
                    Francais.Typographier($"Coût éligible : {Euros.Somme(Pages.Select(p => p.Assiette ?? Euros.Zero))}"),
                    "",
                    $"{Demande(_ => true)}",
                    "",
                    "",
                ],
            enveloppes = Reglements.Select(Enveloppe),
            departements = Reglements
                .SelectMany(r => r.Departements)
                .Distinct(StringComparer.Ordinal)
                .Select(d => Part(Libelles.Departement(d), p => p.Dossier.Departement == d, a => a.Departement == d)),
            tailles = new[] { ("petite", "Petites"), ("moyenne", "Moyennes"), ("grande", "Grandes") }.Select(t =>
                Part(t.Item2, p => Taille(p.Population) == t.Item1, a => Taille(PopulationDe(a)) == t.Item1)
            ),
            seuils = Francais.Typographier(
                $"Petites : moins de {Francais.Entier(Seuil("moyenne", 3_500))} habitants ; "
                    + $"grandes : {Francais.Entier(Seuil("grande", 50_000))} et plus."
            ),
            regarder = ARegarder().Select(Francais.Typographier),
        };

    /// <summary>A bar on the scale of the envelope, then what it says; the excess in words.</summary>
    private object Enveloppe(Reglement r)
    {
        var reserve = Euros.Somme(Accords.Where(a => a.Dispositif == r.Code).Select(a => a.Montant));
        var demande = Demande(p => p.Dossier.Dispositif == r.Code);
        var total = Math.Max(r.Enveloppe.Montant, (reserve + demande).Montant);
        string Pour(Euros montant) => (montant.Montant / total * 100m).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
        return new
        {
            nom = Francais.Typographier($"Enveloppe {r.NomEnveloppe}"),
            reserve = Pour(reserve),
            demande = Pour(demande),
            reperes = new[]
            {
                new[] { "Enveloppe", $"{r.Enveloppe}" },
                ["Déjà réservé", $"{reserve}"],
                ["Demandé ce jour (hachuré)", $"{demande}"],
                reserve + demande > r.Enveloppe
                    ? ["Dépassement, tout accordé", $"{reserve + demande - r.Enveloppe}"]
                    : ["Resterait, tout accordé", $"{Enveloppes.Reste(r.Enveloppe, reserve + demande)}"],
            },
        };
    }

    private IEnumerable<string> ARegarder()
    {
        foreach (var r in Reglements)
        foreach (var d in r.Departements.Where(d => Pages.All(p => p.Dossier.Departement != d)))
            yield return $"Aucun dossier {Libelles.DansDepartement(d)} n’est inscrit.";
        foreach (var p in Pages)
        foreach (var (nom, message) in p.Bloquants())
            yield return $"Point {p.Point!.Ordre}, {p.Porteur} : {nom}. {message}";
        foreach (var p in Pages)
        foreach (var d in p.Renvois)
            yield return $"Point {p.Point!.Ordre}, {p.Porteur} : mis à revoir le {Francais.Date(d.PriseLe)}"
                + (d.Axes.Length == 0 ? "." : $", à améliorer : {string.Join(" ; ", d.Axes.Select(a => a.Texte.Trim().TrimEnd('.')))}.");
    }

    private string[] Part(string nom, Func<PageDuLivret, bool> ici, Func<AccordDAvant, bool> deja) =>
        [nom, $"{Pages.Count(ici)}", $"{Demande(ici)}", $"{Euros.Somme(Accords.Where(deja).Select(a => a.Montant))}"];

    private Euros Demande(Func<PageDuLivret, bool> ici) => Euros.Somme(Pages.Where(ici).Select(p => p.Demande ?? Euros.Zero));

    private int? PopulationDe(AccordDAvant a) => a.Porteur?.Population(Reglements.First(r => r.Code == a.Dispositif).PopulationReference);

    private string? Taille(int? population) => population is { } p ? Tailles.De(p, Seuils) : null;

    private int Seuil(string cle, int sinon) => Seuils.Entier(cle, sinon);

    private Parametres Seuils =>
        Reglements.Select(r => r.Trouver<PerequationDesTailles>()?.Parametres).FirstOrDefault(p => p is not null) ?? Parametres.Aucun;

    private static IEnumerable<string[]> Propre(IEnumerable<string[]> lignes) =>
        lignes.Select(l => l.Select(Francais.Typographier).ToArray());
}
