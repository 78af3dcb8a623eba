using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Avenants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "avenant_depuis",
                table: "actes_attributifs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "avenant_etat",
                table: "actes_attributifs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "avenants",
                table: "actes_attributifs",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_attribuant_avenant_depuis_id",
                table: "actes_attributifs",
                columns: new[] { "attribuant", "avenant_depuis", "id" },
                filter: "avenant_depuis is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_actes_attributifs_attribuant_avenant_depuis_id",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "avenant_depuis",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "avenant_etat",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "avenants",
                table: "actes_attributifs");
        }
    }
}
