using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class DelaisLegaux : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_dossiers_depose_le",
                table: "dossiers");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "instruit_le",
                table: "dossiers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "recevabilite_avant_le",
                table: "dossiers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "rejet_implicite_le",
                table: "dossiers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reouverture",
                table: "dossiers",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "reponse_attendue_depuis",
                table: "dossiers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "suspendu_depuis",
                table: "dossiers",
                type: "date",
                nullable: true);

            // What the deposited dossiers already say: first reception, closed requests, messages without an answer.
            migrationBuilder.Sql("""
                with delais as (
                    select d.id, (d.depose_le at time zone 'Europe/Paris')::date as reception, d.contenu #>> '{Projet,Regime}' as regime,
                        coalesce(sum(((r ->> 'CloseLe')::timestamptz at time zone 'Europe/Paris')::date - ((r ->> 'Le')::timestamptz at time zone 'Europe/Paris')::date), 0)::int as jours,
                        max(((r ->> 'Le')::timestamptz at time zone 'Europe/Paris')::date) filter (where r ->> 'CloseLe' is null) as suspendu
                    from dossiers d left join lateral jsonb_array_elements(d.demandes) r on true
                    where d.depose_le is not null group by d.id)
                update dossiers d set
                    recevabilite_avant_le = (x.reception + interval '2 months')::date + x.jours,
                    rejet_implicite_le = (x.reception + case x.regime when 'Fonctionnement' then interval '2 months' else interval '8 months' end)::date + x.jours,
                    suspendu_depuis = x.suspendu,
                    reponse_attendue_depuis = case when d.etat in ('Depose', 'EnInstruction', 'ACompleter', 'Instruit', 'InscritSeance', 'EnReconstruction') then (select min((m.le at time zone 'Europe/Paris')::date) from messages m where m.dossier_id = d.id and not m.du_service
                        and m.le > coalesce((select max(s.le) from messages s where s.dossier_id = d.id and s.du_service), '-infinity')) end
                from delais x where x.id = d.id
                """);

            // The expression alone changes: the column keeps its indexes.
            migrationBuilder.Sql("alter table dossiers alter column tri set expression as (coalesce(reponse_attendue_depuis, echeance_le, date '9000-01-01'))");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_comparaison",
                table: "dossiers",
                column: "comparaison")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_recevabilite_avant_le",
                table: "dossiers",
                column: "recevabilite_avant_le",
                filter: "recevabilite = 'EnAttente' and etat in ('Depose', 'EnInstruction')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The expression alone changes: the column keeps its indexes.
            migrationBuilder.Sql("alter table dossiers alter column tri set expression as (coalesce(echeance_le, date '9000-01-01'))");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_comparaison",
                table: "dossiers");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_recevabilite_avant_le",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "instruit_le",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "recevabilite_avant_le",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "rejet_implicite_le",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "reouverture",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "reponse_attendue_depuis",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "suspendu_depuis",
                table: "dossiers");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_depose_le",
                table: "dossiers",
                column: "depose_le",
                filter: "recevabilite = 'EnAttente' and depose_le is not null");
        }
    }
}
