using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class TablesConfiguration
    : IEntityTypeConfiguration<Utilisateur>,
        IEntityTypeConfiguration<HabilitationAccordee>,
        IEntityTypeConfiguration<DemandeDAcces>,
        IEntityTypeConfiguration<PageOuverte>,
        IEntityTypeConfiguration<VersionDeReglement>,
        IEntityTypeConfiguration<TrancheDeTaux>,
        IEntityTypeConfiguration<Enveloppe>,
        IEntityTypeConfiguration<Compteur>,
        IEntityTypeConfiguration<LigneDeJournal>,
        IEntityTypeConfiguration<Courriel>,
        IEntityTypeConfiguration<Envoi>,
        IEntityTypeConfiguration<DocumentArchive>,
        IEntityTypeConfiguration<PageRefusee>,
        IEntityTypeConfiguration<FormulaireRecu>,
        IEntityTypeConfiguration<Parametre>,
        IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
        IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
        IEntityTypeConfiguration<IdentityUserToken<Guid>>,
        IEntityTypeConfiguration<DataProtectionKey>,
        IEntityTypeConfiguration<SessionClose>,
        IEntityTypeConfiguration<CodeUtilise>,
        IEntityTypeConfiguration<EssaiDeConnexion>
{
    public void Configure(EntityTypeBuilder<Utilisateur> builder)
    {
        builder.ToTable("utilisateurs");
        builder.HasMany(u => u.Habilitations).WithOne().HasForeignKey(h => h.UtilisateurId);
        builder.Property(u => u.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<HabilitationAccordee> builder)
    {
        builder.ToTable("habilitations");
        builder.HasIndex(h => h.Siren);
    }

    public void Configure(EntityTypeBuilder<PageOuverte> builder)
    {
        builder.ToTable("pages_ouvertes");
        builder.HasKey(p => new { p.DossierId, p.UtilisateurId });
        builder.HasOne<Domain.Dossiers.Dossier>().WithMany().HasForeignKey(p => p.DossierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(p => p.UtilisateurId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DemandeDAcces> builder)
    {
        builder.ToTable("demandes_d_acces");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => new { d.Adresse, d.CreeLe });
        builder.HasIndex(d => d.Siren).HasFilter("close_le is null");
        builder.HasOne<Domain.Collectivites.Collectivite>().WithMany().HasForeignKey(d => d.Siren);
    }

    public void Configure(EntityTypeBuilder<VersionDeReglement> builder)
    {
        builder.ToTable("versions_de_reglement");
        builder.HasKey(v => v.Version);
        builder.HasIndex(v => new
        {
            v.Code,
            v.EnVigueurLe,
            v.PublieeLe,
        });
    }

    public void Configure(EntityTypeBuilder<TrancheDeTaux> builder)
    {
        builder.ToTable("tranches");
        builder.HasKey(t => new { t.Version, t.Code });
        builder.HasOne<VersionDeReglement>().WithMany().HasForeignKey(t => t.Version);
    }

    public void Configure(EntityTypeBuilder<Enveloppe> builder)
    {
        builder.ToTable("enveloppes", t => t.HasCheckConstraint("ck_enveloppes_montant", "montant >= 0"));
        builder.HasKey(e => e.Dispositif);
    }

    public void Configure(EntityTypeBuilder<Compteur> builder)
    {
        builder.ToTable("compteurs");
        builder.HasKey(c => new { c.Dispositif, c.Annee });
    }

    public void Configure(EntityTypeBuilder<LigneDeJournal> builder)
    {
        builder.ToTable("journal");
        // Text, not jsonb: the hash is computed on these very characters.
        builder.Property(l => l.Details).HasColumnType("text");
        builder.HasIndex(l => new { l.EntiteId, l.Id });
        builder.HasIndex(l => l.Precedent).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Courriel> builder)
    {
        builder.ToTable("courriels");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Rang).UseIdentityAlwaysColumn();
        builder.HasIndex(c => c.Rang, "ix_courriels_rang").IsUnique().HasDatabaseName("ix_courriels_rang");
        builder.HasIndex(c => c.Rang, "ix_courriels_a_repartir").HasFilter("reparti_le is null").HasDatabaseName("ix_courriels_a_repartir");
        builder.HasIndex(c => c.DossierId);
        builder.HasMany(c => c.Envois).WithOne(e => e.Courriel).HasForeignKey(e => e.CourrielId);
    }

    public void Configure(EntityTypeBuilder<Envoi> builder)
    {
        builder.ToTable("envois");
        builder
            .HasIndex(e => new { e.Adresse, e.Id })
            .HasFilter("envoye_le is null and ecarte_le is null")
            .HasDatabaseName("ix_envois_en_attente");
        builder.HasIndex(e => e.EcarteLe).HasFilter("ecarte_le is not null").HasDatabaseName("ix_envois_ecartes");
        builder.HasIndex(e => new { e.Adresse, e.EnvoyeLe });
    }

    public void Configure(EntityTypeBuilder<PageRefusee> builder)
    {
        builder.ToTable("pages_refusees");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.ExpireLe);
    }

    public void Configure(EntityTypeBuilder<FormulaireRecu> builder)
    {
        builder.ToTable("formulaires_recus");
        builder.HasKey(f => f.Cle);
        builder.HasIndex(f => f.Le);
    }

    public void Configure(EntityTypeBuilder<DocumentArchive> builder)
    {
        builder.ToTable("documents");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder
            .HasIndex(d => new
            {
                d.ObjetId,
                d.Type,
                d.Reference,
            })
            .IsUnique();
        builder.HasIndex(d => d.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Parametre> builder)
    {
        builder.ToTable("parametres");
        builder.HasKey(p => p.Cle);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("cles_de_protection");

    public void Configure(EntityTypeBuilder<SessionClose> builder)
    {
        builder.ToTable("sessions_closes");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.CloseLe);
    }

    public void Configure(EntityTypeBuilder<CodeUtilise> builder)
    {
        builder.ToTable("codes_utilises");
        builder.HasKey(c => new { c.UtilisateurId, c.Code });
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(c => c.UtilisateurId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<EssaiDeConnexion> builder)
    {
        builder.ToTable("essais_de_connexion");
        builder.HasKey(e => e.Cle);
        builder.HasIndex(e => e.Depuis);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("utilisateurs_attributs");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("utilisateurs_identites");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("utilisateurs_jetons");
}
