using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Pieces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "pieces",
                table: "versions_deposees",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "pieces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    nom_fichier = table.Column<string>(type: "text", nullable: false),
                    taille = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    type_mime = table.Column<string>(type: "text", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: true),
                    ajoutee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ajoutee_par = table.Column<string>(type: "text", nullable: false),
                    analysee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    essais = table.Column<int>(type: "integer", nullable: false),
                    analyser_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: true),
                    retiree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pieces", x => x.id);
                    table.CheckConstraint("ck_pieces_taille", "taille > 0");
                    table.ForeignKey(
                        name: "FK_pieces_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pieces_analyser_le",
                table: "pieces",
                column: "analyser_le",
                filter: "etat = 'EnAnalyse'");

            migrationBuilder.CreateIndex(
                name: "IX_pieces_dossier_id_ajoutee_le",
                table: "pieces",
                columns: new[] { "dossier_id", "ajoutee_le" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pieces");

            migrationBuilder.DropColumn(
                name: "pieces",
                table: "versions_deposees");
        }
    }
}
