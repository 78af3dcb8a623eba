using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class EtatsDesLieux : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "etat_attend",
                table: "actes_attributifs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "etat_attendu_le",
                table: "actes_attributifs",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "etat_demande_avant_le",
                table: "actes_attributifs",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "etat_depuis",
                table: "actes_attributifs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "etat_final_rendu",
                table: "actes_attributifs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "etat_rendu_jusqu_au",
                table: "actes_attributifs",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mises_en_demeure",
                table: "actes_attributifs",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "rappel_d_etat_le",
                table: "actes_attributifs",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "entreprises_connues",
                columns: table => new
                {
                    siren = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    departement_siege = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entreprises_connues", x => x.siren);
                });

            migrationBuilder.CreateTable(
                name: "etats_des_lieux",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    acte_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    stade = table.Column<string>(type: "text", nullable: false),
                    stade_depuis = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attendu = table.Column<DateOnly>(type: "date", nullable: false),
                    final = table.Column<bool>(type: "boolean", nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: false),
                    transmissions = table.Column<string>(type: "jsonb", nullable: false),
                    points = table.Column<string>(type: "jsonb", nullable: false),
                    leves = table.Column<string>(type: "jsonb", nullable: false),
                    ouverts = table.Column<string>(type: "jsonb", nullable: false),
                    transmis_le = table.Column<DateOnly>(type: "date", nullable: true),
                    depenses_payees = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    credits_consommes = table.Column<decimal>(type: "numeric(14,2)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_etats_des_lieux", x => x.id);
                    table.ForeignKey(
                        name: "fk_etats_des_lieux_actes_attributifs_acte_id",
                        column: x => x.acte_id,
                        principalTable: "actes_attributifs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            // Acts received before reports existed: the first is due three months after.
            migrationBuilder.Sql(
                """
                update actes_attributifs
                set etat_attendu_le = (recu_le + interval '3 months')::date,
                    rappel_d_etat_le = (recu_le + interval '3 months')::date - 30
                where recu_le is not null and fin is null;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_attribuant_etat_attend_etat_depuis_id",
                table: "actes_attributifs",
                columns: new[] { "attribuant", "etat_attend", "etat_depuis", "id" },
                filter: "etat_attend is not null");

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_attribuant_etat_attendu_le_id",
                table: "actes_attributifs",
                columns: new[] { "attribuant", "etat_attendu_le", "id" },
                filter: "etat_attendu_le is not null");

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_rappel_d_etat_le",
                table: "actes_attributifs",
                column: "rappel_d_etat_le",
                filter: "rappel_d_etat_le is not null");

            migrationBuilder.CreateIndex(
                name: "ix_etats_des_lieux_acte_id_rang",
                table: "etats_des_lieux",
                columns: new[] { "acte_id", "rang" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_etats_des_lieux_en_saisie",
                table: "etats_des_lieux",
                column: "acte_id",
                unique: true,
                filter: "stade in ('Brouillon', 'ACorriger')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "entreprises_connues");

            migrationBuilder.DropTable(
                name: "etats_des_lieux");

            migrationBuilder.DropIndex(
                name: "ix_actes_attributifs_attribuant_etat_attend_etat_depuis_id",
                table: "actes_attributifs");

            migrationBuilder.DropIndex(
                name: "ix_actes_attributifs_attribuant_etat_attendu_le_id",
                table: "actes_attributifs");

            migrationBuilder.DropIndex(
                name: "ix_actes_attributifs_rappel_d_etat_le",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "etat_attend",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "etat_attendu_le",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "etat_demande_avant_le",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "etat_depuis",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "etat_final_rendu",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "etat_rendu_jusqu_au",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "mises_en_demeure",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "rappel_d_etat_le",
                table: "actes_attributifs");
        }
    }
}
