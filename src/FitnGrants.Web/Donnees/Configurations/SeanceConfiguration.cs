using FitnGrants.Domain.Seances;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class SeanceConfiguration
    : IEntityTypeConfiguration<Seance>,
        IEntityTypeConfiguration<Point>,
        IEntityTypeConfiguration<Decision>
{
    /// <summary>One session a day of an instance, those cancelled aside.</summary>
    public const string UneSeanceParJour = "ux_seances_instance_jour";

    /// <summary>One decision per version (I10).</summary>
    public const string UneDecisionParVersion = "ux_decisions_dossier_version";

    public void Configure(EntityTypeBuilder<Seance> builder)
    {
        builder.ToTable("seances");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Revision).IsConcurrencyToken();
        builder.Ignore(s => s.Faits);
        builder.Property(s => s.Dispositifs).EnListe();
        builder.Property(s => s.Deplacements).EnJson();
        builder.Property(s => s.Membres).EnJson();
        builder
            .HasIndex(s => new
            {
                s.Instance,
                s.Jour,
                s.AuMois,
            })
            .IsUnique()
            .HasDatabaseName(UneSeanceParJour)
            .HasFilter("etat <> 'Annulee'");
        builder.Property(s => s.Tenue).EnJson().HasDefaultValueSql("'{}'");
        builder.HasMany(s => s.Points).WithOne().HasForeignKey("SeanceId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<Point> builder)
    {
        builder.ToTable("points");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.DossierId);
        builder.Property(p => p.Ordre);
        builder.Property(p => p.Deports).EnJson();
        builder.Property(p => p.Avis).EnJson();
        builder.Property(p => p.Proposition).EnJson();
        builder.Property(p => p.Deliberation).EnJson();
        // A dossier is on one live agenda at most (I23).
        builder.HasIndex(p => p.DossierId).IsUnique().HasFilter("etat = 'Inscrit'");
        builder.HasOne<Domain.Dossiers.Dossier>().WithMany().HasForeignKey(p => p.DossierId);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions", t =>
        {
            t.HasCheckConstraint(
                "ck_decisions_montant",
                "(type = 'Accord') = (montant_accorde is not null) and coalesce(montant_accorde, 1) > 0"
            );
            t.HasCheckConstraint("ck_decisions_motivee", "length(btrim(motivation)) > 0 and cardinality(fondements) > 0");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Fondements).EnListe();
        builder.Property(d => d.Motifs).EnJson();
        builder.Property(d => d.Axes).EnJson();
        builder.Property(d => d.Similaires).EnListe();
        // What was rectified is history: only who asks for it by name reads it.
        builder.HasQueryFilter(d => d.AnnuleeParId == null);
        builder
            .HasIndex(d => new { d.DossierId, d.VersionDossier })
            .IsUnique()
            .HasDatabaseName(UneDecisionParVersion)
            .HasFilter("annulee_par_id is null");
        builder.HasIndex(d => d.SeanceId);
        builder.HasOne<Domain.Dossiers.Dossier>().WithMany().HasForeignKey(d => d.DossierId);
        builder.HasOne<Seance>().WithMany().HasForeignKey(d => d.SeanceId);
    }
}
