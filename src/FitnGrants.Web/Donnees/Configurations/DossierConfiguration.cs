using FitnGrants.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class DossierConfiguration
    : IEntityTypeConfiguration<Dossier>,
        IEntityTypeConfiguration<Controle>,
        IEntityTypeConfiguration<VersionDeposee>,
        IEntityTypeConfiguration<Piece>,
        IEntityTypeConfiguration<Message>,
        IEntityTypeConfiguration<Note>,
        IEntityTypeConfiguration<Lettre>
{
    /// <summary>Since when a porteur waits for an answer, else the due day, else a day after all others.</summary>
    public const string Tri = "Tri";

    /// <summary>That day; the greatest date of .NET means infinity to the driver.</summary>
    public static readonly DateOnly SansEcheance = new(9000, 1, 1);

    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.ToTable("dossiers", t =>
        {
            t.HasCheckConstraint("ck_dossiers_montant", "montant_demande is null or montant_demande > 0");
            t.HasCheckConstraint("ck_dossiers_depot", "(etat = 'Brouillon') = (numero is null)");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.Ignore(d => d.Grille);
        builder.Ignore(d => d.Faits);
        builder.Property(d => d.Contenu).EnJson();
        builder.Property(d => d.Porteur).EnJson();
        builder.Property(d => d.Membres).EnJson();
        builder.Property(d => d.Avis).EnJson();
        builder.Property(d => d.Rapprochements).EnJson();
        builder.Property(d => d.Demandes).EnJson();
        builder.Property(d => d.Ecartees).EnJson();
        builder.Ignore(d => d.EcarteesEnVigueur);
        builder.Ignore(d => d.MontantRetenu);
        builder.Ignore(d => d.DemandeEnCours);
        builder.Property(d => d.Issue).EnJson();
        builder.Ignore(d => d.PorteurActuel);
        builder.Property(d => d.Substitutions).EnJson().HasDefaultValueSql("'[]'").HasSentinel([]);
        builder.Property(d => d.Prorogations).EnJson().HasDefaultValueSql("'[]'").HasSentinel([]);
        builder.Property(d => d.Reouverture).EnJson();
        builder.HasIndex(d => d.Sirens).HasMethod("gin");
        // What falls due by itself: the silence of two months.
        builder.HasIndex(d => d.RecevabiliteAvantLe).HasFilter("recevabilite = 'EnAttente' and etat in ('Depose', 'EnInstruction')");
        builder.Property(d => d.Siren).HasMaxLength(9).IsFixedLength();
        builder.HasIndex(d => d.Numero).IsUnique();
        builder.HasIndex(d => d.Jeton).IsUnique();
        builder.HasIndex(d => d.Siren);
        // The work list: a département (or a région in volet 2), a state, by what waits most.
        builder
            .Property<DateOnly>(Tri)
            .HasComputedColumnSql("coalesce(reponse_attendue_depuis, echeance_le, date '9000-01-01')", stored: true);
        builder.HasIndex(nameof(Dossier.Departement), nameof(Dossier.Etat), Tri, nameof(Dossier.Id));
        builder.HasIndex(nameof(Dossier.Region), nameof(Dossier.Etat), Tri, nameof(Dossier.Id));
        // The few on which préfectures give their avis.
        builder.HasIndex(d => d.Etat).HasFilter("volet = 2");
        builder.HasIndex(d => d.Recherche).HasMethod("gin").HasOperators("gin_trgm_ops");
        // What each agent has under way.
        builder.HasIndex(d => new { d.Instructeur, d.Etat }).HasFilter("instructeur is not null");
        // What reads nearly as a project.
        builder.HasIndex(d => d.Comparaison).HasMethod("gin").HasOperators("gin_trgm_ops");
        // The deposited dossiers that a version judges.
        builder.HasIndex(d => new { d.VersionReglement, d.Numero }).HasFilter("numero is not null");
        builder.HasMany(d => d.Controles).WithOne().HasForeignKey("DossierId").IsRequired();
        builder.HasMany(d => d.Versions).WithOne().HasForeignKey("DossierId").IsRequired();
        builder.HasOne<Domain.Collectivites.Collectivite>().WithMany().HasForeignKey(d => d.Siren);
    }

    public void Configure(EntityTypeBuilder<Controle> builder)
    {
        builder.ToTable("controles");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex("DossierId", nameof(Controle.Version), nameof(Controle.Regle)).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VersionDeposee> builder)
    {
        builder.ToTable("versions_deposees");
        builder.Property<Guid>("DossierId");
        builder.HasKey("DossierId", nameof(VersionDeposee.Version));
        builder.Property(v => v.Version).ValueGeneratedNever();
        builder.Property(v => v.Contenu).EnJson();
        builder.Property(v => v.Pieces).EnJson();
    }

    public void Configure(EntityTypeBuilder<Piece> builder)
    {
        builder.ToTable("pieces", t => t.HasCheckConstraint("ck_pieces_taille", "taille > 0"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.Ignore(p => p.Faits);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(p => p.DossierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.DossierId, p.AjouteeLe });
        builder.HasOne<Message>().WithMany().HasForeignKey(p => p.MessageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Lettre>().WithMany().HasForeignKey(p => p.LettreId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Domain.Suivi.ActeAttributif>().WithMany().HasForeignKey(p => p.ActeId).OnDelete(DeleteBehavior.Cascade);
        // What the antivirus is asked next.
        builder.HasIndex(p => p.AnalyserLe).HasFilter("etat in ('EnAnalyse', 'NonAnalysee')");
    }

    public void Configure(EntityTypeBuilder<Lettre> builder)
    {
        builder.ToTable("lettres");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Revision).IsConcurrencyToken();
        builder.Ignore(l => l.Faits);
        builder.Ignore(l => l.ReferenceDArchive);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(l => l.DossierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(l => new { l.DossierId, l.Reference }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.Faits);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(m => m.DossierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => new { m.DossierId, m.Le });
    }

    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Ignore(n => n.Faits);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(n => n.DossierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(n => new { n.DossierId, n.Le });
    }
}
