using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Suites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pieces_analyser_le",
                table: "pieces");

            migrationBuilder.AddColumn<string>(
                name: "derniere_page",
                table: "dossiers",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_pieces_analyser_le",
                table: "pieces",
                column: "analyser_le",
                filter: "etat in ('EnAnalyse', 'NonAnalysee')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pieces_analyser_le",
                table: "pieces");

            migrationBuilder.DropColumn(
                name: "derniere_page",
                table: "dossiers");

            migrationBuilder.CreateIndex(
                name: "IX_pieces_analyser_le",
                table: "pieces",
                column: "analyser_le",
                filter: "etat = 'EnAnalyse'");
        }
    }
}
