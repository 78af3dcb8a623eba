using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Engagements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "engagements",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dispositif = table.Column<string>(type: "text", nullable: false),
                    exercice = table.Column<int>(type: "integer", nullable: false),
                    montant = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    siren_reserve = table.Column<string>(type: "text", nullable: true),
                    libere_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mouvements = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_engagements", x => x.decision_id);
                    table.CheckConstraint("ck_engagements_libere", "libere_le is null or siren_reserve is null");
                    table.CheckConstraint("ck_engagements_montant", "montant >= 0");
                    table.ForeignKey(
                        name: "fk_engagements_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_engagements_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_engagements_dispositif",
                table: "engagements",
                column: "dispositif")
                .Annotation("Npgsql:IndexInclude", new[] { "montant" });

            migrationBuilder.CreateIndex(
                name: "ix_engagements_dossier_id",
                table: "engagements",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ux_engagements_siren_reserve",
                table: "engagements",
                columns: new[] { "dispositif", "siren_reserve" },
                unique: true,
                filter: "siren_reserve is not null");

            // Each accord that holds, then the proof that no cent was lost nor made.
            migrationBuilder.Sql("""
                insert into engagements (decision_id, dossier_id, dispositif, exercice, montant, siren_reserve, mouvements)
                select id, dossier_id, dispositif, extract(year from prise_le)::int, montant_accorde, siren_reserve,
                  jsonb_build_array(jsonb_build_object('Le', to_char(enregistree_le at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'),
                    'Montant', montant_accorde, 'Cause', 'Accord'))
                from decisions where type = 'Accord' and annulee_par_id is null;
                do $$ begin
                  if exists (select 1 from
                      (select dispositif, sum(montant_accorde) s, count(*) n, count(siren_reserve) r from decisions
                       where type = 'Accord' and annulee_par_id is null group by dispositif) d
                      full join (select dispositif, sum(montant) s, count(*) n, count(siren_reserve) r from engagements
                                 group by dispositif) e using (dispositif)
                      where (d.s, d.n, d.r) is distinct from (e.s, e.n, e.r))
                  then raise exception 'Les engagements ne sont pas la somme des accords.'; end if;
                end $$;
                """);

            migrationBuilder.DropIndex(
                name: "ux_decisions_siren_reserve",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "siren_reserve",
                table: "decisions");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "siren_reserve",
                table: "decisions",
                type: "text",
                nullable: true);

            migrationBuilder.Sql("""
                alter table decisions disable trigger decisions_immuables;
                update decisions d set siren_reserve = e.siren_reserve from engagements e where e.decision_id = d.id;
                alter table decisions enable trigger decisions_immuables;
                """);

            migrationBuilder.DropTable(
                name: "engagements");

            migrationBuilder.CreateIndex(
                name: "ux_decisions_siren_reserve",
                table: "decisions",
                columns: new[] { "dispositif", "siren_reserve" },
                unique: true,
                filter: "siren_reserve is not null and annulee_par_id is null");
        }
    }
}
