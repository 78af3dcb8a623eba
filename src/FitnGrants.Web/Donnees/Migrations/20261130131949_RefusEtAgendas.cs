using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class RefusEtAgendas : Migration
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

            migrationBuilder.CreateTable(
                name: "pages_refusees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cle = table.Column<string>(type: "text", nullable: false),
                    statut = table.Column<int>(type: "integer", nullable: false),
                    contenu = table.Column<byte[]>(type: "bytea", nullable: false),
                    expire_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pages_refusees", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pages_refusees_expire_le",
                table: "pages_refusees",
                column: "expire_le");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pages_refusees");

            migrationBuilder.DropColumn(
                name: "agenda",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "agenda_dernier",
                table: "utilisateurs");
        }
    }
}
