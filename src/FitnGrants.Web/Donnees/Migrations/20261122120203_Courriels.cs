using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Courriels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_courriels_cree_le",
                table: "courriels");

            migrationBuilder.RenameColumn(
                name: "envoye_le",
                table: "courriels",
                newName: "reparti_le");

            migrationBuilder.AddColumn<bool>(
                name: "immediat",
                table: "courriels",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "joint",
                table: "courriels",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lien",
                table: "courriels",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "rang",
                table: "courriels",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn);

            migrationBuilder.CreateTable(
                name: "envois",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    courriel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: false),
                    du_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    essais = table.Column<int>(type: "integer", nullable: false),
                    erreur = table.Column<string>(type: "text", nullable: true),
                    envoye_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ecarte_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_envois", x => x.id);
                    table.ForeignKey(
                        name: "FK_envois_courriels_courriel_id",
                        column: x => x.courriel_id,
                        principalTable: "courriels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_courriels_a_repartir",
                table: "courriels",
                column: "rang",
                filter: "reparti_le is null");

            migrationBuilder.CreateIndex(
                name: "ix_courriels_rang",
                table: "courriels",
                column: "rang",
                unique: true);

            // What already waited was written when all that is about a dossier alone was urgent.
            migrationBuilder.Sql(
                """
                update courriels c set immediat = seance_id is null,
                    lien = coalesce((select '/dossiers/' || coalesce(d.numero, d.jeton) from dossiers d where d.id = c.dossier_id), '/comite/seances/' || seance_id)
                """);

            migrationBuilder.CreateIndex(
                name: "IX_envois_adresse_envoye_le",
                table: "envois",
                columns: new[] { "adresse", "envoye_le" });

            migrationBuilder.CreateIndex(
                name: "IX_envois_courriel_id",
                table: "envois",
                column: "courriel_id");

            migrationBuilder.CreateIndex(
                name: "ix_envois_ecartes",
                table: "envois",
                column: "ecarte_le",
                filter: "ecarte_le is not null");

            migrationBuilder.CreateIndex(
                name: "ix_envois_en_attente",
                table: "envois",
                columns: new[] { "adresse", "id" },
                filter: "envoye_le is null and ecarte_le is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "envois");

            migrationBuilder.DropIndex(
                name: "ix_courriels_a_repartir",
                table: "courriels");

            migrationBuilder.DropIndex(
                name: "ix_courriels_rang",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "immediat",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "joint",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "lien",
                table: "courriels");

            migrationBuilder.DropColumn(
                name: "rang",
                table: "courriels");

            migrationBuilder.RenameColumn(
                name: "reparti_le",
                table: "courriels",
                newName: "envoye_le");

            migrationBuilder.CreateIndex(
                name: "IX_courriels_cree_le",
                table: "courriels",
                column: "cree_le",
                filter: "envoye_le is null");
        }
    }
}
