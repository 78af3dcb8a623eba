using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class VieDesCollectivites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_collectivites_recherche",
                table: "collectivites");

            migrationBuilder.DropColumn(
                name: "recherche",
                table: "collectivites");

            migrationBuilder.AddColumn<string>(
                name: "epci",
                table: "populations",
                type: "character(9)",
                fixedLength: true,
                maxLength: 9,
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "codes_postaux",
                table: "collectivites",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<DateOnly>(
                name: "existe_au",
                table: "collectivites",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "existe_du",
                table: "collectivites",
                type: "date",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "epci",
                table: "populations");

            migrationBuilder.DropColumn(
                name: "codes_postaux",
                table: "collectivites");

            migrationBuilder.DropColumn(
                name: "existe_au",
                table: "collectivites");

            migrationBuilder.DropColumn(
                name: "existe_du",
                table: "collectivites");

            migrationBuilder.AddColumn<string>(
                name: "recherche",
                table: "collectivites",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_collectivites_recherche",
                table: "collectivites",
                column: "recherche")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }
    }
}
