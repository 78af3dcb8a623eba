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
    public static Task CopierAsync(this Instance instance, string numero, int nombre, string prefixe, string changements = "") =>
        instance.LireAsync(async db =>
        {
            var colonnes = await db
                .Database.SqlQuery<string>(
                    $"""
                    select quote_ident(column_name) as "Value" from information_schema.columns where table_schema = 'public'
                    and table_name = 'dossiers' and is_generated = 'NEVER'
                    """
                )
                .ToListAsync();
            var suite = changements.Length == 0 ? "" : ", " + changements;
            var insertion = $$"""
                insert into dossiers ({{string.Join(", ", colonnes)}})
                select {{string.Join(", ", colonnes.Select(c => "x." + c))}}
                from dossiers d, generate_series(1, {{nombre}}) g,
                    lateral jsonb_populate_record(null::dossiers, to_jsonb(d) || jsonb_build_object(
                        'id', gen_random_uuid(), 'numero', '{{prefixe}}' || g, 'jeton', lower('{{prefixe}}') || g{{suite}})) x
                where d.numero = @p0
                """;
            await db.Database.ExecuteSqlRawAsync(insertion, numero);
            var versions = $"""
                insert into versions_deposees select (jsonb_populate_record(v, jsonb_build_object('dossier_id', x.id))).*
                from versions_deposees v join dossiers d on d.id = v.dossier_id, dossiers x
                where d.numero = @p0 and x.jeton like lower('{prefixe}') || '%'
                """;
            await db.Database.ExecuteSqlRawAsync(versions, numero);
            return await db.Database.ExecuteSqlRawAsync("analyze dossiers");
        });
}
