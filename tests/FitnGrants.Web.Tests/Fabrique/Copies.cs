using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>Many dossiers at once, as rows alone: for lists and what falls due.</summary>
public static class Copies
{
    /// <summary>Copies a dossier and what it deposited; « g » in what changes is the rank of the copy, from 1.</summary>
    /// <param name="instance">The application.</param>
    /// <param name="numero">The dossier copied.</param>
    /// <param name="nombre">How many copies.</param>
    /// <param name="prefixe">Their numbers begin so.</param>
    /// <param name="changements">Columns that differ, in SQL: « 'etat', 'Retire' ».</param>
    public static async Task CopierAsync(this Instance instance, string numero, int nombre, string prefixe, string changements = "")
    {
        await instance.CopierDesLignesAsync(
            "dossiers",
            $"m.numero = '{numero}'",
            $"select g from generate_series(1, {nombre}) g",
            $"'id', gen_random_uuid(), 'numero', '{prefixe}' || g, 'jeton', lower('{prefixe}') || g"
                + (changements.Length == 0 ? "" : ", " + changements)
        );
        await instance.CopierDesLignesAsync(
            "versions_deposees",
            $"m.dossier_id = (select id from dossiers where numero = '{numero}')",
            $"select id from dossiers where jeton like lower('{prefixe}') || '%'",
            "'dossier_id', d.id"
        );
    }

    /// <summary>Copies rows of a table, once for each line of a query. None of it is an act of the product.</summary>
    /// <param name="instance">The application.</param>
    /// <param name="table">Whose rows are copied.</param>
    /// <param name="modeles">Which of its rows, « m », in SQL.</param>
    /// <param name="lignes">A query, « d »: each line makes a copy.</param>
    /// <param name="changements">Columns that differ, in SQL: « 'id', d.id ».</param>
    public static Task CopierDesLignesAsync(this Instance instance, string table, string modeles, string lignes, string changements) =>
        instance.LireAsync(async db =>
        {
            var colonnes = await db
                .Database.SqlQuery<string>(
                    $"""
                    select quote_ident(column_name) as "Value" from information_schema.columns where table_schema = 'public'
                    and table_name = {table} and is_generated = 'NEVER'
                    """
                )
                .ToListAsync();
            // Names and expressions are the tests' own.
            var insertion = $$"""
                insert into {{table}} ({{string.Join(", ", colonnes)}}) select {{string.Join(", ", colonnes.Select(c => "x." + c))}}
                from {{table}} m cross join ({{lignes}}) d,
                    lateral jsonb_populate_record(null::{{table}}, to_jsonb(m) || jsonb_build_object({{changements}})) x
                where {{modeles}};
                analyze {{table}}
                """;
            return await db.Database.ExecuteSqlRawAsync(insertion);
        });
}
