using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class VuesEtConsultations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "colonnes",
                table: "utilisateurs",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    avant_le = table.Column<DateOnly>(type: "date", nullable: false),
                    confidentielle = table.Column<bool>(type: "boolean", nullable: false),
                    par = table.Column<string>(type: "text", nullable: false),
                    demandee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    relancee_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retiree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rendue_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sens = table.Column<string>(type: "text", nullable: true),
                    texte = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultations", x => x.id);
                    table.ForeignKey(
                        name: "FK_consultations_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "vues",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vues", x => x.id);
                    table.ForeignKey(
                        name: "FK_vues_utilisateurs_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_consultations_avant_le",
                table: "consultations",
                column: "avant_le",
                filter: "rendue_le is null and retiree_le is null");

            migrationBuilder.CreateIndex(
                name: "IX_consultations_dossier_id_demandee_le",
                table: "consultations",
                columns: new[] { "dossier_id", "demandee_le" });

            migrationBuilder.CreateIndex(
                name: "IX_vues_utilisateur_id_nom",
                table: "vues",
                columns: new[] { "utilisateur_id", "nom" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "vues");

            migrationBuilder.DropColumn(
                name: "colonnes",
                table: "utilisateurs");
        }
    }
}
