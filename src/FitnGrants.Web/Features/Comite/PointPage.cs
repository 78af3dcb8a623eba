using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>One dossier to decide: synthesis, findings, envelope before and after.</summary>
public sealed record PointPage
{
    public required Guid SeanceId { get; init; }
    public required string SeanceLibelle { get; init; }
    public required EtatSeance EtatSeance { get; init; }
    public required Guid DossierId { get; init; }
    public required string Numero { get; init; }
    public required int Revision { get; init; }
    public required int Ordre { get; init; }
    public required string Titre { get; init; }
    public required string Porteur { get; init; }
    public required string Departement { get; init; }
    public required EtatDossier Etat { get; init; }
    public required Euros? Assiette { get; init; }
    public required Euros? Demande { get; init; }
    public required string? Resume { get; init; }
    public required string? Synthese { get; init; }
    public required IReadOnlyList<Controle> Grille { get; init; }
    public required IReadOnlyList<Avis> Avis { get; init; }
    public required Reglement Reglement { get; init; }
    public required Euros Enveloppe { get; init; }
    public required Euros Accorde { get; init; }
    public required Decision? Decision { get; init; }
    public required bool PeutDecider { get; init; }

    public string Adresse => $"/comite/seances/{SeanceId}/points/{Numero}";

    public bool ADecider => PeutDecider && EtatSeance == EtatSeance.Ouverte && Decision is null && Etat == EtatDossier.InscritSeance;

    public static async Task<PointPage?> ChargerAsync(
        FitnContext db, RegistreDesReglements reglements, Guid seanceId, string numero, Acteur acteur, CancellationToken arret)
    {
        var seance = await db.Seances.AsNoTracking().VisiblesPar(acteur, Droit.LireSeances).Include(s => s.Points).FirstOrDefaultAsync(s => s.Id == seanceId, arret);
        var dossier = await db.Dossiers.AsNoTracking().Include(d => d.Controles).Include(d => d.Versions).AsSplitQuery().FirstOrDefaultAsync(d => d.Numero == numero, arret);
        var point = seance?.Points.LastOrDefault(p => p.DossierId == dossier?.Id && p.Etat != EtatPoint.Retire);
        if (seance is null || dossier is null || point is null)
            return null;
        var decision = await db.Decisions.AsNoTracking().FirstOrDefaultAsync(d => d.DossierId == dossier.Id && d.SeanceId == seanceId, arret);
        // A decided point keeps showing the version it decided.
        var version = dossier.Versions.First(v => v.Version == (decision?.VersionDossier ?? dossier.Version));
        return new PointPage
        {
            SeanceId = seanceId,
            SeanceLibelle = seance.Du,
            EtatSeance = seance.Etat,
            DossierId = dossier.Id,
            Numero = numero,
            Revision = dossier.Revision,
            Ordre = point.Ordre,
            Titre = version.Contenu.Projet.Titre ?? dossier.Titre,
            Porteur = dossier.Porteur!.Nom,
            Departement = dossier.Departement,
            Etat = dossier.Etat,
            Assiette = version.Assiette,
            Demande = version.MontantDemande,
            Resume = version.Contenu.Projet.Resume,
            Synthese = dossier.Synthese,
            Grille = [.. dossier.Controles.Where(c => c.Version == version.Version).OrderBy(c => c.Rang)],
            Avis = dossier.Avis,
            Reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret),
            // The envelope is that of the version in force, whichever judges the dossier.
            Enveloppe = reglements.Exiger(dossier.Dispositif).Enveloppe,
            Accorde = await db.AccordeAsync(dossier.Dispositif, arret),
            Decision = decision,
            PeutDecider = acteur.Pour(Droit.Decider).Any(h => h.Region == seance.Region),
        };
    }
}
