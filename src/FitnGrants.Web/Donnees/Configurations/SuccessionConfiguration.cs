using FitnGrants.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class SuccessionConfiguration : IEntityTypeConfiguration<Succession>
{
    public void Configure(EntityTypeBuilder<Succession> builder)
    {
        builder.ToTable("successions", t => t.HasCheckConstraint("ck_successions_autre", "ancien <> nouveau"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Revision).IsConcurrencyToken();
        builder.Ignore(s => s.Faits);
        builder.Property(s => s.Ancien).HasMaxLength(9).IsFixedLength();
        builder.Property(s => s.Nouveau).HasMaxLength(9).IsFixedLength();
        builder.HasIndex(s => s.Ancien).IsUnique();
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(s => s.Ancien).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(s => s.Nouveau).OnDelete(DeleteBehavior.Restrict);
    }
}
