using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Chorus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ecart_regle",
                table: "versements",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "visa_id",
                table: "versements",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "vise_le",
                table: "versements",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "extraits_chorus",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    fichier = table.Column<string>(type: "text", nullable: false),
                    lu_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    par = table.Column<string>(type: "text", nullable: false),
                    lues = table.Column<int>(type: "integer", nullable: false),
                    nouvelles = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extraits_chorus", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reglages_chorus",
                columns: table => new
                {
                    service = table.Column<string>(type: "text", nullable: false),
                    colonnes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reglages_chorus", x => x.service);
                });

            migrationBuilder.CreateTable(
                name: "lignes_chorus",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    extrait_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    choix = table.Column<Guid>(type: "uuid", nullable: true),
                    versement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    motif = table.Column<string>(type: "text", nullable: true),
                    refus = table.Column<string>(type: "text", nullable: true),
                    dp = table.Column<string>(type: "text", nullable: true),
                    ej = table.Column<string>(type: "text", nullable: true),
                    fournisseur = table.Column<string>(type: "text", nullable: true),
                    le = table.Column<DateOnly>(type: "date", nullable: false),
                    montant = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    poste_dp = table.Column<string>(type: "text", nullable: true),
                    poste_ej = table.Column<string>(type: "text", nullable: true),
                    rang = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lignes_chorus", x => x.id);
                    table.CheckConstraint("ck_lignes_chorus_montant", "montant <> 0");
                    table.ForeignKey(
                        name: "fk_lignes_chorus_extraits_chorus_extrait_id",
                        column: x => x.extrait_id,
                        principalTable: "extraits_chorus",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lignes_chorus_versements_versement_id",
                        column: x => x.versement_id,
                        principalTable: "versements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_versements_numero_dp",
                table: "versements",
                column: "numero_dp",
                filter: "numero_dp is not null");

            migrationBuilder.CreateIndex(
                name: "ix_extraits_chorus_service_lu_le",
                table: "extraits_chorus",
                columns: new[] { "service", "lu_le" });

            migrationBuilder.CreateIndex(
                name: "ix_lignes_chorus_extrait_id",
                table: "lignes_chorus",
                column: "extrait_id");

            migrationBuilder.CreateIndex(
                name: "ix_lignes_chorus_service_id",
                table: "lignes_chorus",
                columns: new[] { "service", "id" },
                filter: "etat = 'EnAttente'");

            migrationBuilder.CreateIndex(
                name: "ix_lignes_chorus_versement_id",
                table: "lignes_chorus",
                column: "versement_id",
                filter: "versement_id is not null");

            // What a line names: its demande de paiement among the lines of its service, its engagement among the acts.
            migrationBuilder.Sql(
                """
                create index ix_lignes_chorus_service_dp on lignes_chorus (service, dp) where dp is not null;
                create index ix_lignes_chorus_service_ej on lignes_chorus (service, ej) where dp is null;
                create index ix_actes_attributifs_ej on actes_attributifs using gin ((termes -> 'Ej'));
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index ix_actes_attributifs_ej;");

            migrationBuilder.DropTable(
                name: "lignes_chorus");

            migrationBuilder.DropTable(
                name: "reglages_chorus");

            migrationBuilder.DropTable(
                name: "extraits_chorus");

            migrationBuilder.DropIndex(
                name: "ix_versements_numero_dp",
                table: "versements");

            migrationBuilder.DropColumn(
                name: "ecart_regle",
                table: "versements");

            migrationBuilder.DropColumn(
                name: "visa_id",
                table: "versements");

            migrationBuilder.DropColumn(
                name: "vise_le",
                table: "versements");
        }
    }
}
