using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class TitresDeposes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "titre",
                table: "versions_deposees",
                type: "text",
                nullable: false,
                defaultValue: "");
            migrationBuilder.Sql("update versions_deposees set titre = coalesce(trim(contenu->'projet'->>'titre'), trim(contenu->'Projet'->>'Titre'), '')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "titre",
                table: "versions_deposees");
        }
    }
}
