using FitnGrants.Domain.Suivi;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class VersementConfiguration : IEntityTypeConfiguration<DemandeDeVersement>
{
    public void Configure(EntityTypeBuilder<DemandeDeVersement> builder)
    {
        builder.ToTable("versements", t =>
        {
            t.HasCheckConstraint("ck_versements_montant", "montant >= 0");
            t.HasCheckConstraint("ck_versements_paye", "(etat = 'Payee') = (paye is not null)");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Lignes).EnJson();
        builder.Property(d => d.Transmission).EnJson();
        builder.Property(d => d.Controle).EnJson();
        builder.Property(d => d.Ordonnancement).EnJson();
        builder.Property(d => d.Paiement).EnJson();
        builder.Ignore(d => d.Compte);
        builder.Ignore(d => d.EstTransmise);
        builder.Ignore(d => d.EstControlee);
        builder.Ignore(d => d.Depenses);
        builder.Ignore(d => d.Retenu);
        builder.Ignore(d => d.Ecart);
        builder.Ignore(d => d.EcartOuvert);
        builder.HasIndex(d => new { d.ActeId, d.Rang }).IsUnique();
        builder.HasIndex(d => d.NumeroDp).HasFilter("numero_dp is not null");
        builder.HasOne<ActeAttributif>().WithMany().HasForeignKey(d => d.ActeId).OnDelete(DeleteBehavior.Restrict);
    }
}
