using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class RecevabiliteDesLots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "recevabilite",
                table: "lots_lignes",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "recevabilite",
                table: "lots_lignes");
        }
    }
}
