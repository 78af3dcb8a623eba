using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FitnGrants.Web.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Laureats : Migration
    {
        /// <summary>What acts of before are for everyone: shares by the largest remainder, as the domain makes them.</summary>
        public const string Remplissage = """
            update actes_attributifs a set
                decide_le = x.prise_le,
                thematiques = coalesce((
                    select array_agg(t) from versions_deposees v, jsonb_array_elements_text(
                        case when jsonb_typeof(v.contenu -> 'Projet' -> 'Thematiques') = 'array'
                            then v.contenu -> 'Projet' -> 'Thematiques' else '[]' end) t
                    where v.dossier_id = a.dossier_id and v.version = d.version), '{}'),
                etat_public = case a.fin ->> 'Etat' when 'Abandonne' then 'Abandonnee' when 'Caduc' then 'Caduque'
                    when 'Retiree' then 'Retiree' else case when a.recu_le is null then 'Accord' else 'Attribuee' end end,
                beneficiaires = (
                    select jsonb_agg(case when c.departement is null then b.v
                        else b.v || jsonb_build_object('Departement', c.departement) end order by b.n)
                    from jsonb_array_elements(a.beneficiaires) with ordinality b(v, n)
                    left join collectivites c on c.siren = b.v ->> 'Siren')
            from decisions x, dossiers d where x.id = a.decision_id and d.id = a.dossier_id;

            with lignes as (
                select a.id, a.montant * 100 as total, b.n, coalesce(b.v ->> 'Departement', a.departement) as departement,
                    (b.v ->> 'Part')::numeric as part,
                    sum((b.v ->> 'Part')::numeric) over (partition by a.id) as somme,
                    count(b.v ->> 'Part') over (partition by a.id) = jsonb_array_length(a.beneficiaires) as dites,
                    jsonb_array_length(a.beneficiaires) as nombre
                from actes_attributifs a, jsonb_array_elements(a.beneficiaires) with ordinality b(v, n)
            ), entieres as (
                select *, case when nombre = 1 then total when dites and somme = 100 then floor(total * part / 100)
                        when n = 1 then total else 0 end as base,
                    case when nombre > 1 and dites and somme = 100 then total * part / 100 - floor(total * part / 100) else 0 end as reste
                from lignes
            ), rangees as (
                select *, row_number() over (partition by id order by reste desc, n) as rang, total - sum(base) over (partition by id) as manque
                from entieres
            ), parts as (
                select id, departement, min(n) as n, sum(base + case when rang <= manque then 1 else 0 end) / 100 as montant
                from rangees where n = 1 or part is distinct from 0 group by id, departement
            ), lieux as (
                select id, jsonb_agg(jsonb_build_object('Departement', departement, 'Montant', round(montant, 2)) order by n) as lieux,
                    array_agg(departement::text order by n) as departements
                from parts group by id
            )
            update actes_attributifs a set lieux = l.lieux, departements_servis = l.departements from lieux l where l.id = a.id;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "siren",
                table: "actes_attributifs",
                type: "character(9)",
                fixedLength: true,
                maxLength: 9,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<DateOnly>(
                name: "decide_le",
                table: "actes_attributifs",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string[]>(
                name: "departements_servis",
                table: "actes_attributifs",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "etat_public",
                table: "actes_attributifs",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "lieux",
                table: "actes_attributifs",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string[]>(
                name: "thematiques",
                table: "actes_attributifs",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.Sql(Remplissage);

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_decide_le_id",
                table: "actes_attributifs",
                columns: new[] { "decide_le", "id" },
                descending: new bool[0],
                filter: "etat_public in ('Accord', 'Attribuee')");

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_departement",
                table: "actes_attributifs",
                column: "departement",
                filter: "etat_public in ('Accord', 'Attribuee') and cardinality(departements_servis) = 1")
                .Annotation("Npgsql:IndexInclude", new[] { "montant", "recu_le" });

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_departements_servis",
                table: "actes_attributifs",
                column: "departements_servis",
                filter: "etat_public in ('Accord', 'Attribuee')")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_thematiques",
                table: "actes_attributifs",
                column: "thematiques",
                filter: "etat_public in ('Accord', 'Attribuee')")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_actes_attributifs_id",
                table: "actes_attributifs",
                column: "id",
                filter: "etat_public in ('Accord', 'Attribuee') and cardinality(departements_servis) > 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_actes_attributifs_decide_le_id",
                table: "actes_attributifs");

            migrationBuilder.DropIndex(
                name: "ix_actes_attributifs_departement",
                table: "actes_attributifs");

            migrationBuilder.DropIndex(
                name: "ix_actes_attributifs_departements_servis",
                table: "actes_attributifs");

            migrationBuilder.DropIndex(
                name: "ix_actes_attributifs_thematiques",
                table: "actes_attributifs");

            migrationBuilder.DropIndex(
                name: "ix_actes_attributifs_id",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "decide_le",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "departements_servis",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "etat_public",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "lieux",
                table: "actes_attributifs");

            migrationBuilder.DropColumn(
                name: "thematiques",
                table: "actes_attributifs");

            migrationBuilder.AlterColumn<string>(
                name: "siren",
                table: "actes_attributifs",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character(9)",
                oldFixedLength: true,
                oldMaxLength: 9);
        }
    }
}
