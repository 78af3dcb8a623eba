using FitnGrants.Domain.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class ServicesConfiguration : IEntityTypeConfiguration<ServiceEmetteur>, IEntityTypeConfiguration<ModeleDuService>
{
    public void Configure(EntityTypeBuilder<ModeleDuService> builder)
    {
        builder.ToTable("modeles_des_services");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.Revision);
        builder.Ignore(m => m.Faits);
        builder
            .HasIndex(m => new
            {
                m.Service,
                m.Nature,
                m.Numero,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<ServiceEmetteur> builder)
    {
        builder.ToTable("services");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.Code).IsUnique();
        builder.Property(s => s.Revision).IsConcurrencyToken();
        builder.Property(s => s.Fiches).EnJson();
        builder.Property(s => s.Signataires).EnJson();
        builder.Ignore(s => s.Faits);
    }
}
