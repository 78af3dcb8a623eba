using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Lettres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "lettre_id",
                table: "pieces",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "assiette_retenue",
                table: "dossiers",
                type: "numeric(14,2)",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "montant_ramene",
                table: "dossiers",
                type: "numeric(14,2)",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "lettres",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    datee_du = table.Column<DateOnly>(type: "date", nullable: true),
                    editions = table.Column<int>(type: "integer", nullable: false),
                    signee_le = table.Column<DateOnly>(type: "date", nullable: true),
                    numerisee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    postee_le = table.Column<DateOnly>(type: "date", nullable: true),
                    recommande = table.Column<string>(type: "text", nullable: true),
                    recue_le = table.Column<DateOnly>(type: "date", nullable: true),
                    ouverte_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lettres", x => x.id);
                    table.ForeignKey(
                        name: "fk_lettres_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "modeles_des_services",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: true),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    par = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_modeles_des_services", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pieces_lettre_id",
                table: "pieces",
                column: "lettre_id");

            migrationBuilder.CreateIndex(
                name: "ix_lettres_dossier_id_reference",
                table: "lettres",
                columns: new[] { "dossier_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_modeles_des_services_service_nature_numero",
                table: "modeles_des_services",
                columns: new[] { "service", "nature", "numero" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_pieces_lettres_lettre_id",
                table: "pieces",
                column: "lettre_id",
                principalTable: "lettres",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            // Where nothing is set aside, what is retained is what was deposited; the rest is computed at the next start.
            migrationBuilder.Sql(
                "update dossiers set assiette_retenue = assiette, montant_ramene = montant_demande "
                    + "where numero is not null and jsonb_array_length(ecartees::jsonb) = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_pieces_lettres_lettre_id",
                table: "pieces");

            migrationBuilder.DropTable(
                name: "lettres");

            migrationBuilder.DropTable(
                name: "modeles_des_services");

            migrationBuilder.DropIndex(
                name: "ix_pieces_lettre_id",
                table: "pieces");

            migrationBuilder.DropColumn(
                name: "lettre_id",
                table: "pieces");

            migrationBuilder.DropColumn(
                name: "assiette_retenue",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "montant_ramene",
                table: "dossiers");
        }
    }
}
