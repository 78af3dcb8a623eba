using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Services : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "delegations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegant = table.Column<Guid>(type: "uuid", nullable: false),
                    delegataire = table.Column<Guid>(type: "uuid", nullable: false),
                    du = table.Column<DateOnly>(type: "date", nullable: false),
                    au = table.Column<DateOnly>(type: "date", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: false),
                    par = table.Column<string>(type: "text", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    close_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegations", x => x.id);
                    table.CheckConstraint("ck_delegations_jours", "du <= au and delegant <> delegataire");
                    table.ForeignKey(
                        name: "FK_delegations_utilisateurs_delegant",
                        column: x => x.delegant,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_delegations_utilisateurs_delegataire",
                        column: x => x.delegataire,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    acte = table.Column<string>(type: "text", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: false),
                    cree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lance_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    liste = table.Column<string>(type: "text", nullable: false),
                    agent = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lots", x => x.id);
                    table.ForeignKey(
                        name: "FK_lots_utilisateurs_par",
                        column: x => x.par,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lots_lignes",
                columns: table => new
                {
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: true),
                    regle = table.Column<string>(type: "text", nullable: true),
                    message = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: true),
                    avant = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lots_lignes", x => new { x.lot_id, x.rang });
                    table.ForeignKey(
                        name: "FK_lots_lignes_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_lots_lignes_lots_lot_id",
                        column: x => x.lot_id,
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_delegations_delegant",
                table: "delegations",
                column: "delegant");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_delegataire",
                table: "delegations",
                column: "delegataire");

            migrationBuilder.CreateIndex(
                name: "IX_lots_par_cree_le",
                table: "lots",
                columns: new[] { "par", "cree_le" });

            migrationBuilder.CreateIndex(
                name: "IX_lots_lignes_dossier_id",
                table: "lots_lignes",
                column: "dossier_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delegations");

            migrationBuilder.DropTable(
                name: "lots_lignes");

            migrationBuilder.DropTable(
                name: "lots");
        }
    }
}
