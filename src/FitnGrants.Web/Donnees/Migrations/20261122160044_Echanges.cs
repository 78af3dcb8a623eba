using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Echanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "nouvelles_aussitot",
                table: "utilisateurs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "message_id",
                table: "pieces",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "demandes",
                table: "dossiers",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    par = table.Column<string>(type: "text", nullable: false),
                    du_service = table.Column<bool>(type: "boolean", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => x.id);
                    table.ForeignKey(
                        name: "FK_messages_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pieces_message_id",
                table: "pieces",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "IX_messages_dossier_id_le",
                table: "messages",
                columns: new[] { "dossier_id", "le" });

            migrationBuilder.AddForeignKey(
                name: "FK_pieces_messages_message_id",
                table: "pieces",
                column: "message_id",
                principalTable: "messages",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_pieces_messages_message_id",
                table: "pieces");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropIndex(
                name: "IX_pieces_message_id",
                table: "pieces");

            migrationBuilder.DropColumn(
                name: "nouvelles_aussitot",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "message_id",
                table: "pieces");

            migrationBuilder.DropColumn(
                name: "demandes",
                table: "dossiers");
        }
    }
}
