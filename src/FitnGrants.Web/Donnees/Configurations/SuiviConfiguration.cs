using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Suivi;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FitnGrants.Web.Donnees.Configurations;

public sealed class SuiviConfiguration : IEntityTypeConfiguration<Engagement>, IEntityTypeConfiguration<ActeAttributif>
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

    /// <summary>Laureates that the public list shows.</summary>
    private const string EnListe = "etat_public in ('Accord', 'Attribuee')";

    public void Configure(EntityTypeBuilder<ActeAttributif> builder)
    {
        builder.ToTable("actes_attributifs", t => t.HasCheckConstraint("ck_actes_attributifs_montant", "montant > 0"));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Revision).IsConcurrencyToken();
        builder.Ignore(a => a.Faits);
        builder.Ignore(a => a.ReferenceDArchive);
        builder.Ignore(a => a.DerniereSignature);
        builder.Ignore(a => a.Parts);
        builder.Ignore(a => a.EditionsRemplacees);
        builder.Ignore(a => a.SiretASaisir);
        builder.Ignore(a => a.SiretsOuverts);
        builder.Ignore(a => a.ClorePossibleApres);
        builder.Ignore(a => a.ARepondre);
        builder.Ignore(a => a.AvenantEnCours);
        builder.Ignore(a => a.Valeurs);
        builder.Ignore(a => a.MontantDuPlan);
        builder.Ignore(a => a.PlanOuvert);
        builder.Ignore(a => a.PlanPropose);
        builder.Ignore(a => a.PlanDAvenantARefaire);
        builder.Ignore(a => a.EtatOuvreLe);
        builder.Ignore(a => a.EnDemeure);
        builder.Ignore(a => a.EnDemeurePossibleLe);
        builder.Property(a => a.Termes).EnJson();
        builder.Property(a => a.Beneficiaires).EnJson();
        builder.Property(a => a.Conditions).EnJson();
        builder.Property(a => a.Plan).EnJson();
        builder.Property(a => a.Signatures).EnJson();
        builder.Property(a => a.Commencement).EnJson();
        builder.Property(a => a.Observations).EnJson();
        builder.Property(a => a.Fin).EnJson();
        builder.Property(a => a.Avenants).EnJson();
        builder.Property(a => a.Reversements).EnJson();
        builder.Property(a => a.MisesEnDemeure).EnJson();
        // As a collectivité's own: an index answers a join of the same type only.
        builder.Property(a => a.Siren).HasMaxLength(9).IsFixedLength();
        builder.Property(a => a.Thematiques).HasDefaultValueSql("'{}'").HasSentinel([]);
        builder.Property(a => a.Lieux).EnJson().HasDefaultValueSql("'[]'").HasSentinel([]);
        builder.Property(a => a.DepartementsServis).HasDefaultValueSql("'{}'").HasSentinel([]);
        // What everyone reads: the last decided first; a département or a theme; the sums, from the index alone.
        builder.HasIndex(a => new { a.DecideLe, a.Id }).IsDescending().HasFilter(EnListe);
        builder.HasIndex(a => a.DepartementsServis).HasMethod("gin").HasFilter(EnListe);
        builder.HasIndex(a => a.Thematiques).HasMethod("gin").HasFilter(EnListe);
        builder
            .HasIndex(a => a.Departement)
            .IncludeProperties(a => new { a.Montant, a.RecuLe })
            .HasFilter($"{EnListe} and cardinality(departements_servis) = 1");
        builder.HasIndex(a => a.Id, "ix_actes_attributifs_partages").HasFilter($"{EnListe} and cardinality(departements_servis) > 1");
        builder.HasIndex(a => a.DossierId).IsUnique();
        builder.HasIndex(a => a.Numero).IsUnique();
        // The desk: a service, what waits, since when; and what falls due.
        builder.HasIndex(a => new
        {
            a.Attribuant,
            a.Etape,
            a.EtapeDepuis,
            a.Id,
        });
        builder
            .HasIndex(a => new
            {
                a.Attribuant,
                a.EcheanceLe,
                a.Id,
            })
            .HasFilter("echeance_le is not null");
        builder
            .HasIndex(a => new
            {
                a.Attribuant,
                a.AvenantDepuis,
                a.Id,
            })
            .HasFilter("avenant_depuis is not null");
        builder
            .HasIndex(a => new
            {
                a.Attribuant,
                a.VersementAttend,
                a.VersementDepuis,
                a.Id,
            })
            .HasFilter("versement_attend is not null");
        builder
            .HasIndex(a => new
            {
                a.Attribuant,
                a.EtatAttend,
                a.EtatDepuis,
                a.Id,
            })
            .HasFilter("etat_attend is not null");
        builder
            .HasIndex(a => new
            {
                a.Attribuant,
                a.EtatAttenduLe,
                a.Id,
            })
            .HasFilter("etat_attendu_le is not null");
        builder.HasIndex(a => a.RappelLe).HasFilter("rappel_le is not null");
        builder.HasIndex(a => a.RappelDEtatLe).HasFilter("rappel_d_etat_le is not null");
        builder.HasOne<Dossier>().WithMany().HasForeignKey(a => a.DossierId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
    }
}
