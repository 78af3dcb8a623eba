using FitnGrants.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class ReferentielConfiguration : IEntityTypeConfiguration<Collectivite>
{
    public void Configure(EntityTypeBuilder<Collectivite> builder)
    {
        builder.ToTable("collectivites");
        builder.HasKey(c => c.Siren);
        builder.Property(c => c.Siren).HasMaxLength(9).IsFixedLength();
        builder.Property(c => c.Epci).HasMaxLength(9).IsFixedLength();
        builder.HasIndex(c => c.CodeInsee);
        builder.HasIndex(c => c.Epci);
        builder.OwnsMany(
            c => c.Populations,
            p =>
            {
                p.ToTable("populations");
                p.Property<string>("Siren");
                p.WithOwner().HasForeignKey("Siren");
                p.HasKey("Siren", nameof(PopulationMillesime.Annee));
                p.Property(x => x.Annee).ValueGeneratedNever();
                p.Property(x => x.Epci).HasMaxLength(9).IsFixedLength();
            }
        );
    }
}
