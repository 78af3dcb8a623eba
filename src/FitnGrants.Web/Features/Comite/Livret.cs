using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Consultations;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The booklet of the syntheses, one page a point: what the session reads before it deliberates.</summary>
public sealed class Livret(FitnContext db, Papiers papiers)
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
        var emetteur = await papiers.EmetteurAsync(ServiceEmetteur.DeRegion(seance.Region), seance.Jour, arret);
        return new DocumentAProduire("livret", "", "livret", _ => new
        {
            papier = emetteur.Papier($"Livret, séance {seance.Du}", ""),
            instance = Francais.Majuscule(seance.NomInstance),
            seance = seance.Du,
            sommaire = points
                .Select(p => (P: p, D: dossiers[p.DossierId]))
                .Select(x => new[] { $"{x.P.Ordre}", x.D.Titre, x.D.Porteur!.Nom, x.D.MontantDemande?.ToString() ?? "" }),
            points = points.Select(p => Page(p, dossiers[p.DossierId], rendus[p.DossierId])),
        });
    }

    private static object Page(Point p, Dossier d, IEnumerable<Consultation> consultations)
    {
        var version = d.Versions.First(v => v.Version == d.Version);
        string[][] faits =
        [
            ["Département", Domain.Collectivites.Libelles.Departement(d.Departement)],
            ["Coût éligible", version.Assiette?.ToString() ?? ""],
            ["Montant demandé", version.MontantDemande?.ToString() ?? ""],
            .. d.MontantPropose is { } propose ? new[] { new[] { "Montant proposé", propose.ToString() } } : [],
            ["Taux", version.Assiette is { } a ? version.MontantDemande?.Sur(a)?.ToString() ?? "" : ""],
            ["Déposé le", Francais.Date(JourDeParis.De(d.DeposeLe!.Value))],
            .. p.Rapporteur is { } r ? new[] { new[] { "Rapporteur", Membre.NomDe(r) } } : [],
        ];
        return new
        {
            p.Ordre,
            titre = version.Contenu.Projet.Titre ?? d.Titre,
            porteur = d.Porteur!.Nom,
            d.Numero,
            faits,
            resume = version.Contenu.Projet.Resume,
            d.Synthese,
            alertes = d
                .Grille.Where(c => c.Propose == ResultatConstat.Alerte || c.Conclusion == Conclusion.NonConforme)
                .Select(c => $"{c.Nom} ({c.Regle}) : {c.Message}")
                .Concat(d.EcarteesEnVigueur.Select(e => $"Dépense écartée par l’instruction : {e.Ligne.Libelle}. {e.Motif}")),
            avis = d
                .Avis.Select(x => $"{Domain.Collectivites.Libelles.Prefecture(x.Departement)} : {Minutes.Sens(x.Sens)}. {x.Texte}")
                .Concat(consultations.Select(c => c.Phrase()))
                .Concat(p.Avis.Select(x => $"{Membre.NomDe(x.Membre)} : {Minutes.Sens(x.Sens)}. {x.Texte}")),
        };
    }
}
