using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <summary>What no model says, in SQL alone: it needs no model of its own.</summary>
    [DbContext(typeof(FitnContext))]
    [Migration("20261130030314_Garanties")]
    public partial class Garanties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The journal is append-only, whoever asks.
            migrationBuilder.Sql("""
                create function refuser_modification() returns trigger language plpgsql as $$
                begin
                  raise exception 'La table % n''accepte que des ajouts.', tg_table_name using errcode = 'integrity_constraint_violation';
                end $$;
                create trigger journal_ajout_seul before update or delete on journal for each row execute function refuser_modification();
                create trigger journal_sans_vidage before truncate on journal for each statement execute function refuser_modification();
                """);
            // A decision never changes: it is told once, or annulled once by another before it is told.
            migrationBuilder.Sql("""
                create function refuser_changement_de_decision() returns trigger language plpgsql as $$
                begin
                  if tg_op = 'UPDATE' and old.notifiee_le is null and old.annulee_par_id is null
                     and (to_jsonb(new) - array['notifiee_le', 'annulee_par_id', 'annulee_le']) = (to_jsonb(old) - array['notifiee_le', 'annulee_par_id', 'annulee_le'])
                     and (new.notifiee_le is null or new.annulee_par_id is null) then
                    return new;
                  end if;
                  raise exception 'Une décision ne se modifie pas.' using errcode = 'integrity_constraint_violation';
                end $$;
                create trigger decisions_immuables before update or delete on decisions for each row execute function refuser_changement_de_decision();
                """);
            // The instant, the number and the population of a deposit are set once (I7, I18).
            migrationBuilder.Sql("""
                create function refuser_changement_de_depot() returns trigger language plpgsql as $$
                begin
                  if old.depose_le is not null and (new.depose_le is distinct from old.depose_le
                     or new.numero is distinct from old.numero or new.porteur is distinct from old.porteur) then
                    raise exception 'La date, le numéro et la population d''un dépôt ne changent pas.' using errcode = 'integrity_constraint_violation';
                  end if;
                  return new;
                end $$;
                create trigger dossiers_depot_immuable before update on dossiers for each row execute function refuser_changement_de_depot();
                """);
            // Two rate bands of one version never overlap.
            migrationBuilder.Sql("alter table tranches add constraint ex_tranches_bornes exclude using gist (version with =, bornes with &&)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                alter table tranches drop constraint ex_tranches_bornes;
                drop function refuser_changement_de_depot cascade;
                drop function refuser_changement_de_decision cascade;
                drop function refuser_modification cascade;
                """);
        }
    }
}
