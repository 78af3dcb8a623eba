using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Groupements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "avis",
                table: "dossiers",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string[]>(
                name: "avis_rendus",
                table: "dossiers",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "comparaison",
                table: "dossiers",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string[]>(
                name: "departements",
                table: "dossiers",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<bool>(
                name: "individuel",
                table: "dossiers",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "issue",
                table: "dossiers",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "membres",
                table: "dossiers",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "rapprochements",
                table: "dossiers",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "recevabilite",
                table: "dossiers",
                type: "text",
                nullable: false,
                defaultValue: "EnAttente");

            migrationBuilder.AddColumn<string[]>(
                name: "sirens",
                table: "dossiers",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            // Dossiers deposited before: one SIREN and one département each; their texts as far as the title goes.
            migrationBuilder.Sql("update dossiers set sirens = array[trim(siren)], departements = array[departement], comparaison = lower(titre) where numero is not null");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_depose_le",
                table: "dossiers",
                column: "depose_le",
                filter: "recevabilite = 'EnAttente' and depose_le is not null");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_sirens",
                table: "dossiers",
                column: "sirens")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_dossiers_depose_le",
                table: "dossiers");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_sirens",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "avis",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "avis_rendus",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "comparaison",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "departements",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "individuel",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "issue",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "membres",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "rapprochements",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "recevabilite",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "sirens",
                table: "dossiers");
        }
    }
}
