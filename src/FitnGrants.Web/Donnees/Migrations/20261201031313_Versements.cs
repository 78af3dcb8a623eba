using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Versements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "acheve_le",
                table: "actes_attributifs",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reversements",
                table: "actes_attributifs",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "versement_attend",
                table: "actes_attributifs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "versement_depuis",
                table: "actes_attributifs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "versements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    acte_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    etat_depuis = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    demande = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    lignes = table.Column<string>(type: "jsonb", nullable: false),
                    autres_aides = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    a_completer = table.Column<string>(type: "text", nullable: true),
                    transmission = table.Column<string>(type: "jsonb", nullable: true),
                    controle = table.Column<string>(type: "jsonb", nullable: true),
                    montant = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    motif_du_controle = table.Column<string>(type: "text", nullable: true),
                    ordonnancement = table.Column<string>(type: "jsonb", nullable: true),
                    numero_dp = table.Column<string>(type: "text", nullable: true),
                    paiement = table.Column<string>(type: "jsonb", nullable: true),
                    payee_le = table.Column<DateOnly>(type: "date", nullable: true),
                    paye = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    motif_de_fin = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_versements", x => x.id);
                    table.CheckConstraint("ck_versements_montant", "montant >= 0");
                    table.CheckConstraint("ck_versements_paye", "(etat = 'Payee') = (paye is not null)");
                    table.ForeignKey(
                        name: "fk_versements_actes_attributifs_acte_id",
                        column: x => x.acte_id,
                        principalTable: "actes_attributifs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_attribuant_versement_attend_versement_dep",
                table: "actes_attributifs",
                columns: new[] { "attribuant", "versement_attend", "versement_depuis", "id" },
                filter: "versement_attend is not null");

            migrationBuilder.CreateIndex(
                name: "ix_versements_acte_id_rang",
                table: "versements",
                columns: new[] { "acte_id", "rang" },
                unique: true);

            // Whatever the code does: what is ordered on an act, and was not given back, never passes what it grants.
            migrationBuilder.Sql(
                """
                create function refuser_au_dela_de_l_aide() returns trigger language plpgsql as $$
                declare acte uuid := case when tg_table_name = 'versements' then (to_jsonb(new) ->> 'acte_id')::uuid else new.id end;
                begin
                    if (select coalesce(sum(v.montant), 0) from versements v where v.acte_id = acte and v.etat in ('Ordonnancee', 'Payee'))
                        > (select a.montant + coalesce((
                                select sum((x ->> 'Montant')::numeric)
                                from jsonb_array_elements(a.reversements) r, jsonb_array_elements(r -> 'Recouvrements') x
                            ), 0)
                            from actes_attributifs a where a.id = acte) then
                        raise exception 'Les versements ordonnancés dépassent l''aide.' using errcode = '23514';
                    end if;
                    return null;
                end $$;
                create constraint trigger versements_sous_l_aide after insert or update on versements
                    deferrable initially deferred for each row execute function refuser_au_dela_de_l_aide();
                create constraint trigger actes_au_dessus_des_versements after update of montant on actes_attributifs
                    deferrable initially deferred for each row execute function refuser_au_dela_de_l_aide();
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function refuser_au_dela_de_l_aide cascade;");
            migrationBuilder.DropTable(
                name: "versements");

            migrationBuilder.DropIndex(
                name: "ix_actes_attributifs_attribuant_versement_attend_versement_dep",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "acheve_le",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "reversements",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "versement_attend",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "versement_depuis",
                table: "actes_attributifs");
        }
    }
}
