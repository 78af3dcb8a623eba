using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class AdressesDAgenda : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "agenda",
                table: "utilisateurs",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "agenda_dernier",
                table: "utilisateurs",
                type: "integer",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "agenda",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "agenda_dernier",
                table: "utilisateurs");
        }
    }
}
