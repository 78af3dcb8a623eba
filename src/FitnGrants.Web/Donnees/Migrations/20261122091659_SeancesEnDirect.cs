using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class SeancesEnDirect : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_seances_instance_jour_au_mois",
                table: "seances");

            migrationBuilder.DropIndex(
                name: "ux_decisions_dossier_version",
                table: "decisions");

            migrationBuilder.DropIndex(
                name: "ux_decisions_siren_reserve",
                table: "decisions");

            migrationBuilder.RenameColumn(
                name: "dossier_id",
                table: "documents",
                newName: "objet_id");

            migrationBuilder.RenameIndex(
                name: "IX_documents_dossier_id_type_reference",
                table: "documents",
                newName: "IX_documents_objet_id_type_reference");

            migrationBuilder.AddColumn<string>(
                name: "deplacements",
                table: "seances",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "membres",
                table: "seances",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "motif_annulation",
                table: "seances",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "point_courant",
                table: "seances",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "appele_le",
                table: "points",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "avis",
                table: "points",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "deports",
                table: "points",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "motif_retrait",
                table: "points",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proposition",
                table: "points",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rapporteur",
                table: "points",
                type: "text",
                nullable: true);

            // A list of texts becomes a list of points, each with what it is about.
            migrationBuilder.Sql("""
                create function pg_temp.en_points(axes text[]) returns jsonb language sql as
                  $$ select coalesce(jsonb_agg(jsonb_build_object('Texte', a)), '[]') from unnest(axes) a $$;
                alter table decisions alter column axes type jsonb using pg_temp.en_points(axes);
                """);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "annulee_le",
                table: "decisions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "annulee_par_id",
                table: "decisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "conditions",
                table: "decisions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "motif_rectification",
                table: "decisions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "motifs",
                table: "decisions",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string[]>(
                name: "similaires",
                table: "decisions",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AlterColumn<Guid>(
                name: "dossier_id",
                table: "courriels",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "seance_id",
                table: "courriels",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ux_seances_instance_jour",
                table: "seances",
                columns: new[] { "instance", "jour", "au_mois" },
                unique: true,
                filter: "etat <> 'Annulee'");

            migrationBuilder.CreateIndex(
                name: "ux_decisions_dossier_version",
                table: "decisions",
                columns: new[] { "dossier_id", "version_dossier" },
                unique: true,
                filter: "annulee_par_id is null");

            migrationBuilder.CreateIndex(
                name: "ux_decisions_siren_reserve",
                table: "decisions",
                columns: new[] { "dispositif", "siren_reserve" },
                unique: true,
                filter: "siren_reserve is not null and annulee_par_id is null");

            // The préfectures of an instance and its SGAR sit in the sessions that were planned before they were named.
            migrationBuilder.Sql("""
                update seances set membres = (
                  select jsonb_agg(jsonb_build_object('Code', c)) from unnest(case region
                    when '53' then array['SGAR', '22', '29', '35', '56']
                    else array['SGAR', '08', '10', '51', '52', '54', '55', '57', '67', '68', '88'] end) c);
                """);
            // A decision never changes: it is told once, or annulled once by another before it is told.
            migrationBuilder.Sql("""
                create or replace function refuser_changement_de_decision() returns trigger language plpgsql as $$
                begin
                  if tg_op = 'UPDATE' and old.notifiee_le is null and old.annulee_par_id is null
                     and (to_jsonb(new) - array['notifiee_le', 'annulee_par_id', 'annulee_le']) = (to_jsonb(old) - array['notifiee_le', 'annulee_par_id', 'annulee_le'])
                     and (new.notifiee_le is null or new.annulee_par_id is null) then
                    return new;
                  end if;
                  raise exception 'Une décision ne se modifie pas.' using errcode = 'integrity_constraint_violation';
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_seances_instance_jour",
                table: "seances");

            migrationBuilder.DropIndex(
                name: "ux_decisions_dossier_version",
                table: "decisions");

            migrationBuilder.DropIndex(
                name: "ux_decisions_siren_reserve",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "deplacements",
                table: "seances");

            migrationBuilder.DropColumn(
                name: "membres",
                table: "seances");

            migrationBuilder.DropColumn(
                name: "motif_annulation",
                table: "seances");

            migrationBuilder.DropColumn(
                name: "point_courant",
                table: "seances");

            migrationBuilder.DropColumn(
                name: "appele_le",
                table: "points");

            migrationBuilder.DropColumn(
                name: "avis",
                table: "points");

            migrationBuilder.DropColumn(
                name: "deports",
                table: "points");

            migrationBuilder.DropColumn(
                name: "motif_retrait",
                table: "points");

            migrationBuilder.DropColumn(
                name: "proposition",
                table: "points");

            migrationBuilder.DropColumn(
                name: "rapporteur",
                table: "points");

            migrationBuilder.DropColumn(
                name: "annulee_le",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "annulee_par_id",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "conditions",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "motif_rectification",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "motifs",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "similaires",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "seance_id",
                table: "courriels");

            migrationBuilder.RenameColumn(
                name: "objet_id",
                table: "documents",
                newName: "dossier_id");

            migrationBuilder.RenameIndex(
                name: "IX_documents_objet_id_type_reference",
                table: "documents",
                newName: "IX_documents_dossier_id_type_reference");

            migrationBuilder.Sql("""
                create function pg_temp.en_textes(axes jsonb) returns text[] language sql as
                  $$ select coalesce(array_agg(a->>'Texte'), '{}') from jsonb_array_elements(axes) a $$;
                alter table decisions alter column axes type text[] using pg_temp.en_textes(axes);
                """);

            migrationBuilder.AlterColumn<Guid>(
                name: "dossier_id",
                table: "courriels",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_seances_instance_jour_au_mois",
                table: "seances",
                columns: new[] { "instance", "jour", "au_mois" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_decisions_dossier_version",
                table: "decisions",
                columns: new[] { "dossier_id", "version_dossier" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_decisions_siren_reserve",
                table: "decisions",
                columns: new[] { "dispositif", "siren_reserve" },
                unique: true,
                filter: "siren_reserve is not null");
        }
    }
}
