using System.Linq.Expressions;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Donnees.Configurations;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>Who bears a dossier of the list.</summary>
public sealed record PorteurDeListe(string Nom, NatureJuridique Nature);

/// <summary>What the list and its export read of a dossier.</summary>
public sealed record DossierDeListe
{
    public required Guid Id { get; init; }
    public required string Numero { get; init; }
    public required string Dispositif { get; init; }
    public required string Titre { get; init; }
    public required string Siren { get; init; }
    public required PorteurDeListe Porteur { get; init; }
    public required string Departement { get; init; }
    public required string Region { get; init; }
    public required EtatDossier Etat { get; init; }
    public required bool NotificationEnAttente { get; init; }
    public required DateOnly? EcheanceLe { get; init; }

    /// <summary>What the list sorts it by.</summary>
    public required DateOnly Tri { get; init; }

    /// <summary>Since when a message of the porteur waits for an answer.</summary>
    public required DateOnly? ReponseAttendueDepuis { get; init; }
    public required Recevabilite Recevabilite { get; init; }
    public required DateOnly? RecevabiliteAvantLe { get; init; }
    public required DateOnly? RejetImpliciteLe { get; init; }
    public required DateOnly? SuspenduDepuis { get; init; }
    public required DateTimeOffset? DeposeLe { get; init; }
    public required Euros? Assiette { get; init; }
    public required Euros? AssietteRetenue { get; init; }
    public required Euros? MontantDemande { get; init; }

    /// <summary>What the instruction retains: proposed, else asked and brought down.</summary>
    public required Euros? MontantRetenu { get; init; }
    public required Euros? MontantPropose { get; init; }

    /// <summary>Of the accord that holds, told or not: shown in a state that the reader may know.</summary>
    public required Euros? MontantAccorde { get; init; }
    public required Guid? Instructeur { get; init; }

    /// <summary>Function of the account it is entrusted to.</summary>
    public required string? Agent { get; init; }

    /// <summary>Avis asked of others and not withdrawn, and how many were given.</summary>
    public required int AvisDemandes { get; init; }
    public required int AvisRecus { get; init; }

    /// <summary>But for those that stay in the service that asked.</summary>
    public required int AvisDefavorables { get; init; }
    public required int AConclure { get; init; }
    public required int Bloquants { get; init; }
    public required int Alertes { get; init; }
    public required int AVerifier { get; init; }

    public Taux? Taux => AssietteRetenue is { } assiette ? MontantRetenu?.Sur(assiette) : null;

    /// <summary>The legal delays that still count, in a state that the reader may know.</summary>
    public (DelaiLegal? Recevabilite, DelaiLegal? Decision) Delais(EtatDossier etat) =>
        (
            DelaiLegal.DeRecevabilite(etat, Recevabilite, RecevabiliteAvantLe, SuspenduDepuis),
            DelaiLegal.DeDecision(etat, RejetImpliciteLe, SuspenduDepuis)
        );

    /// <summary>The one projection.</summary>
    public static Expression<Func<Dossier, DossierDeListe>> Lire(FitnContext db) =>
        d => new DossierDeListe
        {
            Id = d.Id,
            Numero = d.Numero!,
            Dispositif = d.Dispositif,
            Titre = d.Titre,
            Siren = d.Siren,
            Porteur = db.Collectivites.Where(c => c.Siren == d.Siren).Select(c => new PorteurDeListe(c.Nom, c.Nature)).First(),
            Departement = d.Departement,
            Region = d.Region,
            Etat = d.Etat,
            NotificationEnAttente = d.NotificationEnAttente,
            EcheanceLe = d.EcheanceLe,
            Tri = EF.Property<DateOnly>(d, DossierConfiguration.Tri),
            ReponseAttendueDepuis = d.ReponseAttendueDepuis,
            Recevabilite = d.Recevabilite,
            RecevabiliteAvantLe = d.RecevabiliteAvantLe,
            RejetImpliciteLe = d.RejetImpliciteLe,
            SuspenduDepuis = d.SuspenduDepuis,
            DeposeLe = d.DeposeLe,
            Assiette = d.Assiette,
            AssietteRetenue = d.AssietteRetenue,
            MontantDemande = d.MontantDemande,
            MontantRetenu = d.MontantPropose ?? d.MontantRamene,
            MontantPropose = d.MontantPropose,
            MontantAccorde = db
                .Decisions.Where(x => x.DossierId == d.Id && x.Type == TypeDecision.Accord)
                .Select(x => x.MontantAccorde)
                .FirstOrDefault(),
            Instructeur = d.Instructeur,
            Agent = db.Users.Where(u => u.Id == d.Instructeur).Select(u => u.Fonction).FirstOrDefault(),
            AvisDemandes = db.Consultations.Count(c => c.DossierId == d.Id && c.RetireeLe == null),
            AvisRecus = db.Consultations.Count(c => c.DossierId == d.Id && c.RendueLe != null),
            AvisDefavorables = db.Consultations.Count(c => c.DossierId == d.Id && c.Sens == SensAvis.Defavorable && !c.Confidentielle),
            AConclure = d.Controles.Count(c => c.Version == d.Version && c.Conclusion == null),
            Bloquants = d.Controles.Count(c => c.Version == d.Version && c.Propose == ResultatConstat.Bloquant),
            Alertes = d.Controles.Count(c => c.Version == d.Version && c.Propose == ResultatConstat.Alerte),
            AVerifier = d.Controles.Count(c => c.Version == d.Version && c.Propose == ResultatConstat.AVerifier),
        };
}
