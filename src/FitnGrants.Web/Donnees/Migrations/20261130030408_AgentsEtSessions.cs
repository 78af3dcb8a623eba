using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class AgentsEtSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "agent",
                table: "utilisateurs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "etat",
                table: "utilisateurs",
                type: "text",
                nullable: false,
                defaultValue: "Ouvert");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "etat_depuis",
                table: "utilisateurs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "utilisateurs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "depuis_le",
                table: "habilitations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "par",
                table: "habilitations",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cles_de_protection",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cles_de_protection", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "codes_utilises",
                columns: table => new
                {
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codes_utilises", x => new { x.utilisateur_id, x.code });
                    table.ForeignKey(
                        name: "fk_codes_utilises_utilisateurs_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalTable: "utilisateurs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "essais_de_connexion",
                columns: table => new
                {
                    cle = table.Column<string>(type: "text", nullable: false),
                    nombre = table.Column<int>(type: "integer", nullable: false),
                    depuis = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_essais_de_connexion", x => x.cle);
                });

            migrationBuilder.CreateTable(
                name: "sessions_closes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    close_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions_closes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_essais_de_connexion_depuis",
                table: "essais_de_connexion",
                column: "depuis");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_closes_close_le",
                table: "sessions_closes",
                column: "close_le");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_instructeur_etat",
                table: "dossiers",
                columns: new[] { "instructeur", "etat" },
                filter: "instructeur is not null");

            // Agents are those who have a role of a service; wrong tries no longer lock anybody out.
            migrationBuilder.Sql("""
                update utilisateurs u set lockout_enabled = false, lockout_end = null, access_failed_count = 0,
                    agent = exists (select from habilitations h where h.utilisateur_id = u.id and h.role not in ('Lecteur', 'Porteur', 'RepresentantLegal'));
                """);
            // Keys keep what they protect: cookies, links of messages.
            migrationBuilder.Sql("""
                insert into cles_de_protection (friendly_name, xml) select substr(cle, 5), valeur from parametres where cle like 'cle-%';
                delete from parametres where cle like 'cle-%';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_dossiers_instructeur_etat",
                table: "dossiers");

            migrationBuilder.DropTable(
                name: "cles_de_protection");

            migrationBuilder.DropTable(
                name: "codes_utilises");

            migrationBuilder.DropTable(
                name: "essais_de_connexion");

            migrationBuilder.DropTable(
                name: "sessions_closes");

            migrationBuilder.DropColumn(
                name: "agent",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "etat",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "etat_depuis",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "depuis_le",
                table: "habilitations");

            migrationBuilder.DropColumn(
                name: "par",
                table: "habilitations");
        }
    }
}
