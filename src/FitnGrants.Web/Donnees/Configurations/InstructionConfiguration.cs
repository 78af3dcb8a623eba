using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

/// <summary>What the services of instruction keep beside the dossiers.</summary>
public sealed class InstructionConfiguration
    : IEntityTypeConfiguration<Delegation>,
        IEntityTypeConfiguration<Lot>,
        IEntityTypeConfiguration<LigneDeLot>,
        IEntityTypeConfiguration<NoteInterne>,
        IEntityTypeConfiguration<VueEnregistree>,
        IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegations", t => t.HasCheckConstraint("ck_delegations_jours", "du <= au and delegant <> delegataire"));
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.Ignore(d => d.Faits);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(d => d.Delegant).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(d => d.Delegataire).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NoteInterne> builder)
    {
        builder.ToTable("notes_internes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Ignore(n => n.Faits);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(n => n.DossierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(n => n.Auteur).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.DossierId, n.Le });
    }

    public void Configure(EntityTypeBuilder<VueEnregistree> builder)
    {
        builder.ToTable("vues");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => new { v.UtilisateurId, v.Nom }).IsUnique();
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(v => v.UtilisateurId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultations");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.Ignore(c => c.Faits);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(c => c.DossierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.DossierId, c.DemandeeLe });
        // What is reminded of.
        builder.HasIndex(c => c.AvantLe).HasFilter("rendue_le is null and retiree_le is null");
    }

    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        builder.ToTable("lots");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(l => l.Par).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(l => l.Lignes).WithOne().HasForeignKey(l => l.LotId);
        builder.HasIndex(l => new { l.Par, l.CreeLe });
    }

    public void Configure(EntityTypeBuilder<LigneDeLot> builder)
    {
        builder.ToTable("lots_lignes");
        builder.HasKey(l => new { l.LotId, l.Rang });
        builder.Property(l => l.Rang).ValueGeneratedNever();
        // Two screens may carry the same batch on: each line is done once.
        builder.Property(l => l.Etat).IsConcurrencyToken();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(l => l.DossierId).OnDelete(DeleteBehavior.Cascade);
    }
}
