using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Successions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "substitutions",
                table: "dossiers",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateTable(
                name: "successions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ancien = table.Column<string>(type: "character(9)", fixedLength: true, maxLength: 9, nullable: false),
                    nouveau = table.Column<string>(type: "character(9)", fixedLength: true, maxLength: 9, nullable: false),
                    le = table.Column<DateOnly>(type: "date", nullable: false),
                    arrete = table.Column<string>(type: "text", nullable: false),
                    par = table.Column<string>(type: "text", nullable: false),
                    enregistree_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_successions", x => x.id);
                    table.CheckConstraint("ck_successions_autre", "ancien <> nouveau");
                    table.ForeignKey(
                        name: "fk_successions_collectivites_ancien",
                        column: x => x.ancien,
                        principalTable: "collectivites",
                        principalColumn: "siren",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_successions_collectivites_nouveau",
                        column: x => x.nouveau,
                        principalTable: "collectivites",
                        principalColumn: "siren",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_successions_ancien",
                table: "successions",
                column: "ancien",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_successions_nouveau",
                table: "successions",
                column: "nouveau");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "successions");

            migrationBuilder.DropColumn(
                name: "substitutions",
                table: "dossiers");
        }
    }
}
