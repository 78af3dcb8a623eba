using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Chorus;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>
/// The database. Nothing is tracked unless it is asked for (<c>AsTracking</c>), to act: what a page reads is never saved.
/// </summary>
public sealed class FitnContext(DbContextOptions<FitnContext> options)
    : IdentityUserContext<Utilisateur, Guid>(options),
        IDataProtectionKeyContext
{
    public DbSet<Collectivite> Collectivites => Set<Collectivite>();
    public DbSet<Succession> Successions => Set<Succession>();
    public DbSet<Dossier> Dossiers => Set<Dossier>();
    public DbSet<Piece> Pieces => Set<Piece>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<NoteInterne> NotesInternes => Set<NoteInterne>();
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<Seance> Seances => Set<Seance>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Engagement> Engagements => Set<Engagement>();
    public DbSet<ActeAttributif> ActesAttributifs => Set<ActeAttributif>();
    public DbSet<DemandeDeVersement> Versements => Set<DemandeDeVersement>();
    public DbSet<EtatDesLieux> EtatsDesLieux => Set<EtatDesLieux>();
    public DbSet<EntrepriseConnue> EntreprisesConnues => Set<EntrepriseConnue>();
    public DbSet<ExtraitChorus> ExtraitsChorus => Set<ExtraitChorus>();
    public DbSet<LigneChorus> LignesChorus => Set<LigneChorus>();
    public DbSet<HabilitationAccordee> Habilitations => Set<HabilitationAccordee>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<ServiceEmetteur> Services => Set<ServiceEmetteur>();
    public DbSet<ModeleDuService> ModelesDesServices => Set<ModeleDuService>();
    public DbSet<Lettre> Lettres => Set<Lettre>();
    public DbSet<VueEnregistree> Vues => Set<VueEnregistree>();
    public DbSet<Lot> Lots => Set<Lot>();
    public DbSet<PageOuverte> PagesOuvertes => Set<PageOuverte>();
    public DbSet<DemandeDAcces> DemandesDAcces => Set<DemandeDAcces>();
    public DbSet<VersionDeReglement> VersionsDeReglement => Set<VersionDeReglement>();
    public DbSet<Enveloppe> Enveloppes => Set<Enveloppe>();
    public DbSet<Compteur> Compteurs => Set<Compteur>();
    public DbSet<LigneDeJournal> Journal => Set<LigneDeJournal>();
    public DbSet<Courriel> Courriels => Set<Courriel>();
    public DbSet<Envoi> Envois => Set<Envoi>();
    public DbSet<PageRefusee> PagesRefusees => Set<PageRefusee>();
    public DbSet<FormulaireRecu> FormulairesRecus => Set<FormulaireRecu>();
    public DbSet<DocumentArchive> Documents => Set<DocumentArchive>();
    public DbSet<Parametre> Parametres => Set<Parametre>();

    /// <summary>Keys of cookies and tokens: any number of processes read the same.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<Euros>().HaveConversion<Configurations.EurosConverter>().HaveColumnType("numeric(14,2)");
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasPostgresExtension("pg_trgm");
        builder.HasPostgresExtension("btree_gist");
        builder.ApplyConfigurationsFromAssembly(typeof(FitnContext).Assembly);
        // Their names would be made of the table's first name, that Identity gives.
        foreach (
            var cle in builder
                .Model.GetEntityTypes()
                .SelectMany(e => e.GetForeignKeys())
                .Where(c => c.PrincipalEntityType.ClrType == typeof(Utilisateur))
        )
            cle.SetConstraintName($"fk_{cle.DeclaringEntityType.GetTableName()}_utilisateurs_{cle.Properties[0].GetColumnName()}");
    }
}
