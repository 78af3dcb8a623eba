using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class ListeDeTravail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_dossiers_departement_etat_echeance_le_id",
                table: "dossiers");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_region_etat_echeance_le_id",
                table: "dossiers");

            migrationBuilder.AddColumn<string>(
                name: "recherche",
                table: "dossiers",
                type: "text",
                nullable: false,
                defaultValue: "");

            // What Francais.Normaliser gives, near enough until the next deposit writes it.
            migrationBuilder.Sql("""
                update dossiers set recherche = trim(regexp_replace(translate(lower(concat_ws(' ',
                    case when porteur->>'Nature' = 'Commune' then 'commune de' end, porteur->>'Nom', array_to_string(sirens, ' '), titre, numero)),
                    'àâäáãçéèêëíìîïñóòôöõúùûüÿ', 'aaaaaceeeeiiiinooooouuuuy'), '[^a-z0-9]+', ' ', 'g'))
                where numero is not null
                """);

            migrationBuilder.AddColumn<DateOnly>(
                name: "tri",
                table: "dossiers",
                type: "date",
                nullable: false,
                computedColumnSql: "coalesce(echeance_le, date '9000-01-01')",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_departement_etat_tri_id",
                table: "dossiers",
                columns: new[] { "departement", "etat", "tri", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_recherche",
                table: "dossiers",
                column: "recherche")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_region_etat_tri_id",
                table: "dossiers",
                columns: new[] { "region", "etat", "tri", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_dossiers_departement_etat_tri_id",
                table: "dossiers");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_recherche",
                table: "dossiers");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_region_etat_tri_id",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "tri",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "recherche",
                table: "dossiers");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_departement_etat_echeance_le_id",
                table: "dossiers",
                columns: new[] { "departement", "etat", "echeance_le", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_region_etat_echeance_le_id",
                table: "dossiers",
                columns: new[] { "region", "etat", "echeance_le", "id" });
        }
    }
}
