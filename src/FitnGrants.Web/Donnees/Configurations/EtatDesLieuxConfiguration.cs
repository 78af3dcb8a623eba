using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class EtatDesLieuxConfiguration : IEntityTypeConfiguration<EtatDesLieux>, IEntityTypeConfiguration<EntrepriseConnue>
{
    public void Configure(EntityTypeBuilder<EtatDesLieux> builder)
    {
        builder.ToTable("etats_des_lieux");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Revision).IsConcurrencyToken();
        builder.Property(e => e.DernierePage).HasMaxLength(32);
        builder.Property(e => e.Contenu).EnJson();
        builder.Property(e => e.Transmissions).EnJson();
        builder.Property(e => e.Points).EnJson();
        builder.Property(e => e.Leves).EnJson();
        builder.Property(e => e.Ouverts).EnJson();
        builder.Ignore(e => e.SEcrit);
        builder.Ignore(e => e.Transmis);
        builder.HasIndex(e => new { e.ActeId, e.Rang }).IsUnique();
        // One is written at a time.
        builder
            .HasIndex(e => e.ActeId)
            .IsUnique()
            .HasDatabaseName("ux_etats_des_lieux_en_saisie")
            .HasFilter("stade in ('Brouillon', 'ACorriger')");
        builder.HasOne<ActeAttributif>().WithMany().HasForeignKey(e => e.ActeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EntrepriseConnue> builder)
    {
        builder.ToTable("entreprises_connues");
        builder.HasKey(e => e.Siren);
        builder.Property(e => e.Siren).HasMaxLength(9);
    }
}
