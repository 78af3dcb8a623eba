using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Suivi;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class SuiviConfiguration : IEntityTypeConfiguration<Engagement>
{
    /// <summary>Named here because a violation is answered with its rule's sentence (I8).</summary>
    public const string UnAccordIndividuel = "ux_engagements_siren_reserve";

    public void Configure(EntityTypeBuilder<Engagement> builder)
    {
        builder.ToTable("engagements", t =>
        {
            t.HasCheckConstraint("ck_engagements_montant", "montant >= 0");
            t.HasCheckConstraint("ck_engagements_libere", "libere_le is null or siren_reserve is null");
        });
        builder.HasKey(e => e.DecisionId);
        builder.Property(e => e.DecisionId).ValueGeneratedNever();
        builder.Property(e => e.Mouvements).EnJson();
        builder
            .HasIndex(e => new { e.Dispositif, e.SirenReserve })
            .IsUnique()
            .HasDatabaseName(UnAccordIndividuel)
            .HasFilter("siren_reserve is not null");
        builder.HasIndex(e => e.DossierId);
        builder.HasIndex(e => e.Dispositif).IncludeProperties(e => e.Montant);
        builder.HasOne<Decision>().WithOne().HasForeignKey<Engagement>(e => e.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(e => e.DossierId).OnDelete(DeleteBehavior.Restrict);
    }
}
