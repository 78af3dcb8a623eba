using FitnGrants.Domain.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class ServicesConfiguration : IEntityTypeConfiguration<ServiceEmetteur>
{
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
