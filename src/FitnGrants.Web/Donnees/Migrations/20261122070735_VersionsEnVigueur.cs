using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class VersionsEnVigueur : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_versions_de_reglement_code_publiee_le",
                table: "versions_de_reglement");

            migrationBuilder.AddColumn<DateOnly>(
                name: "en_vigueur_le",
                table: "versions_de_reglement",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<decimal>(
                name: "enveloppe",
                table: "versions_de_reglement",
                type: "numeric(14,2)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "publiee_par",
                table: "versions_de_reglement",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "version",
                table: "enveloppes",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_versions_de_reglement_code_en_vigueur_le_publiee_le",
                table: "versions_de_reglement",
                columns: new[] { "code", "en_vigueur_le", "publiee_le" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_version_reglement_numero",
                table: "dossiers",
                columns: new[] { "version_reglement", "numero" },
                filter: "numero is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_versions_de_reglement_code_en_vigueur_le_publiee_le",
                table: "versions_de_reglement");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_version_reglement_numero",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "en_vigueur_le",
                table: "versions_de_reglement");

            migrationBuilder.DropColumn(
                name: "enveloppe",
                table: "versions_de_reglement");

            migrationBuilder.DropColumn(
                name: "publiee_par",
                table: "versions_de_reglement");

            migrationBuilder.DropColumn(
                name: "version",
                table: "enveloppes");

            migrationBuilder.CreateIndex(
                name: "IX_versions_de_reglement_code_publiee_le",
                table: "versions_de_reglement",
                columns: new[] { "code", "publiee_le" });
        }
    }
}
