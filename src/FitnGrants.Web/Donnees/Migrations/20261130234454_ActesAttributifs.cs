using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class ActesAttributifs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "acte_id",
                table: "pieces",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "actes_attributifs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dispositif = table.Column<string>(type: "text", nullable: false),
                    siren = table.Column<string>(type: "text", nullable: false),
                    volet = table.Column<int>(type: "integer", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    departement = table.Column<string>(type: "text", nullable: false),
                    attribuant = table.Column<string>(type: "text", nullable: false),
                    numero = table.Column<string>(type: "text", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    etape = table.Column<string>(type: "text", nullable: false),
                    etape_depuis = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    echeance_le = table.Column<DateOnly>(type: "date", nullable: true),
                    montant = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    depense = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    termes = table.Column<string>(type: "jsonb", nullable: true),
                    beneficiaires = table.Column<string>(type: "jsonb", nullable: false),
                    conditions = table.Column<string>(type: "jsonb", nullable: false),
                    plan = table.Column<string>(type: "jsonb", nullable: true),
                    plan_a_accepter = table.Column<bool>(type: "boolean", nullable: false),
                    editions = table.Column<int>(type: "integer", nullable: false),
                    edite_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signe_le = table.Column<DateOnly>(type: "date", nullable: true),
                    signatures = table.Column<string>(type: "jsonb", nullable: false),
                    numerise_id = table.Column<Guid>(type: "uuid", nullable: true),
                    envoye_le = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recu_le = table.Column<DateOnly>(type: "date", nullable: true),
                    preuve_de_reception = table.Column<string>(type: "text", nullable: true),
                    commencer_avant_le = table.Column<DateOnly>(type: "date", nullable: true),
                    commencement = table.Column<string>(type: "jsonb", nullable: true),
                    observations = table.Column<string>(type: "jsonb", nullable: false),
                    fin = table.Column<string>(type: "jsonb", nullable: true),
                    rappel_le = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actes_attributifs", x => x.id);
                    table.CheckConstraint("ck_actes_attributifs_montant", "montant > 0");
                    table.ForeignKey(
                        name: "fk_actes_attributifs_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_actes_attributifs_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pieces_acte_id",
                table: "pieces",
                column: "acte_id");

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_attribuant_echeance_le_id",
                table: "actes_attributifs",
                columns: new[] { "attribuant", "echeance_le", "id" },
                filter: "echeance_le is not null");

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_attribuant_etape_etape_depuis_id",
                table: "actes_attributifs",
                columns: new[] { "attribuant", "etape", "etape_depuis", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_decision_id",
                table: "actes_attributifs",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_dossier_id",
                table: "actes_attributifs",
                column: "dossier_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_numero",
                table: "actes_attributifs",
                column: "numero",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_rappel_le",
                table: "actes_attributifs",
                column: "rappel_le",
                filter: "rappel_le is not null");

            migrationBuilder.AddForeignKey(
                name: "fk_pieces_actes_attributifs_acte_id",
                table: "pieces",
                column: "acte_id",
                principalTable: "actes_attributifs",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            // Each accord that was told and waits: its act is to be prepared. A text of conditions is one condition.
            migrationBuilder.Sql("""
                insert into actes_attributifs (id, dossier_id, decision_id, dispositif, siren, volet, region, departement, attribuant, numero,
                  etat, etape, etape_depuis, echeance_le, montant, beneficiaires, conditions, plan_a_accepter, editions, signatures,
                  observations, revision, rappel_le)
                select gen_random_uuid(), d.id, x.id, d.dispositif, d.siren, d.volet, d.region, d.departement,
                  case when d.volet = 2 or d.dispositif like 'BZH%' then 'R' || d.region else d.departement end, d.numero || '-A1',
                  'Projet', 'AEditer', x.notifiee_le, d.rejet_implicite_le, x.montant_accorde,
                  jsonb_strip_nulls(jsonb_build_array(jsonb_build_object('Siren', d.siren, 'Nom', d.porteur ->> 'Nom',
                      'Part', case when jsonb_array_length(coalesce(v.contenu #> '{Groupement,Membres}', '[]')) > 0
                                   then v.contenu #> '{Groupement,PartDuChefDeFile}' end))
                    || coalesce((select jsonb_agg(jsonb_build_object('Siren', m ->> 'Siren', 'Part', m -> 'Part', 'Nom',
                          coalesce((select b ->> 'Nom' from jsonb_array_elements(d.membres) b where b ->> 'Siren' = m ->> 'Siren'),
                                   'SIREN ' || (m ->> 'Siren'))) order by rang)
                        from jsonb_array_elements(v.contenu #> '{Groupement,Membres}') with ordinality t (m, rang)
                        where m ->> 'Siren' <> d.siren), '[]')),
                  case when x.conditions is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('Texte', x.conditions)) end,
                  false, 0, '{}', '[]', 0, d.rejet_implicite_le - 60
                from decisions x join dossiers d on d.id = x.dossier_id
                join versions_deposees v on v.dossier_id = d.id and v.version = x.version_dossier
                where x.type = 'Accord' and x.annulee_par_id is null and x.notifiee_le is not null and d.etat = 'AccordSousReserve';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_pieces_actes_attributifs_acte_id",
                table: "pieces");

            migrationBuilder.DropTable(
                name: "actes_attributifs");

            migrationBuilder.DropIndex(
                name: "ix_pieces_acte_id",
                table: "pieces");

            migrationBuilder.DropColumn(
                name: "acte_id",
                table: "pieces");
        }
    }
}
