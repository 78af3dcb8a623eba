using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Acces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "demandes_d_acces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: false),
                    siren = table.Column<string>(type: "character(9)", nullable: false),
                    fonction = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    invite_par = table.Column<string>(type: "text", nullable: true),
                    confirmee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: true),
                    close_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accordee = table.Column<bool>(type: "boolean", nullable: false),
                    close_par = table.Column<string>(type: "text", nullable: true),
                    motif = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demandes_d_acces", x => x.id);
                    table.ForeignKey(
                        name: "FK_demandes_d_acces_collectivites_siren",
                        column: x => x.siren,
                        principalTable: "collectivites",
                        principalColumn: "siren",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_habilitations_siren",
                table: "habilitations",
                column: "siren");

            migrationBuilder.CreateIndex(
                name: "IX_demandes_d_acces_adresse_cree_le",
                table: "demandes_d_acces",
                columns: new[] { "adresse", "cree_le" });

            migrationBuilder.CreateIndex(
                name: "IX_demandes_d_acces_siren",
                table: "demandes_d_acces",
                column: "siren",
                filter: "close_le is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "demandes_d_acces");

            migrationBuilder.DropIndex(
                name: "IX_habilitations_siren",
                table: "habilitations");
        }
    }
}
