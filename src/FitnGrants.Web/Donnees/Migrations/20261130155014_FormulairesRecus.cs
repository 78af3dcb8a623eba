using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class FormulairesRecus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "formulaires_recus",
                columns: table => new
                {
                    cle = table.Column<string>(type: "text", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    vers = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_formulaires_recus", x => x.cle);
                });

            migrationBuilder.CreateIndex(
                name: "ix_formulaires_recus_le",
                table: "formulaires_recus",
                column: "le");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "formulaires_recus");
        }
    }
}
