using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Chorus;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class ChorusConfiguration
    : IEntityTypeConfiguration<ExtraitChorus>,
        IEntityTypeConfiguration<LigneChorus>,
        IEntityTypeConfiguration<ReglageDeChorus>
{
    public void Configure(EntityTypeBuilder<ExtraitChorus> builder)
    {
        builder.ToTable("extraits_chorus");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Revision).IsConcurrencyToken();
        builder.Ignore(e => e.Faits);
        builder.HasIndex(e => new { e.Service, e.LuLe });
    }

    public void Configure(EntityTypeBuilder<LigneChorus> builder)
    {
        builder.ToTable("lignes_chorus", t => t.HasCheckConstraint("ck_lignes_chorus_montant", "montant <> 0"));
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.ComplexProperty(
            l => l.Contenu,
            c =>
            {
                c.Property(x => x.Rang).HasColumnName("rang");
                c.Property(x => x.Dp).HasColumnName("dp");
                c.Property(x => x.PosteDp).HasColumnName("poste_dp");
                c.Property(x => x.Ej).HasColumnName("ej");
                c.Property(x => x.PosteEj).HasColumnName("poste_ej");
                c.Property(x => x.Montant).HasColumnName("montant");
                c.Property(x => x.Le).HasColumnName("le");
                c.Property(x => x.Fournisseur).HasColumnName("fournisseur");
                c.Ignore(x => x.Paiement);
            }
        );
        builder.HasIndex(l => new { l.Service, l.Id }).HasFilter("etat = 'EnAttente'");
        builder.HasIndex(l => l.VersementId).HasFilter("versement_id is not null");
        builder.HasOne<ExtraitChorus>().WithMany().HasForeignKey(l => l.ExtraitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DemandeDeVersement>().WithMany().HasForeignKey(l => l.VersementId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReglageDeChorus> builder)
    {
        builder.ToTable("reglages_chorus");
        builder.HasKey(r => r.Service);
        builder.Property(r => r.Colonnes).EnJson();
    }
}
