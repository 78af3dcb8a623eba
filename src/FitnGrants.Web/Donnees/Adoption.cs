using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FitnGrants.Web.Donnees;

/// <summary>
/// The first twenty-four migrations became two. A database that had them all is adopted: its history is written again and
/// its keys and indexes take the names of today; nothing of its data is touched.
/// </summary>
public static class Adoption
{
    private const string Derniere = "20261123021714_DelaisLegaux";

    /// <exception cref="ReglageInvalideException">The database is older: the message says what to do.</exception>
    public static async Task AdopterAsync(FitnContext db, CancellationToken arret)
    {
        // Names of columns tell: the history of today is written in small letters.
        if (
            !await db
                .Database.SqlQuery<bool>(
                    $"""
                    select exists (select from information_schema.columns where table_schema = current_schema()
                    and table_name = '__EFMigrationsHistory' and column_name = 'MigrationId') as "Value"
                    """
                )
                .SingleAsync(arret)
        )
            return;
        var derniere = await db
            .Database.SqlQuery<string>($"""select max("MigrationId") as "Value" from "__EFMigrationsHistory" """)
            .SingleOrDefaultAsync(arret);
        if (derniere != Derniere)
            throw new ReglageInvalideException(
                $"Cette base vient d’une version trop ancienne (dernière migration : {derniere ?? "aucune"}). Ouvrez-la une fois avec "
                    + "la version dont la dernière "
                    + $"migration est {Derniere}, puis avec celle-ci. Une démonstration repart de rien avec scripts/run --neuf."
            );
        await using var transaction = await db.Database.BeginTransactionAsync(arret);
        await db.Database.ExecuteSqlRawAsync(
            """
            alter table "__EFMigrationsHistory" rename column "MigrationId" to migration_id;
            alter table "__EFMigrationsHistory" rename column "ProductVersion" to product_version;
            alter table "__EFMigrationsHistory" rename constraint "PK___EFMigrationsHistory" to pk___ef_migrations_history;
            alter table dossiers rename column nombre_arevoir to nombre_a_revoir;
            delete from "__EFMigrationsHistory";
            do $$
            declare c record;
            begin
              for c in select conrelid::regclass as de, conname as nom from pg_constraint
                       where connamespace = 'public'::regnamespace and conname <> lower(conname) loop
                execute format('alter table %s rename constraint %I to %I', c.de, c.nom, lower(c.nom));
              end loop;
              for c in select i.relname as nom from pg_class i join pg_index x on x.indexrelid = i.oid
                       where i.relnamespace = 'public'::regnamespace and i.relname <> lower(i.relname) and i.relname not in ('EmailIndex',
                       'UserNameIndex') loop
                execute format('alter index %I rename to %I', c.nom, lower(c.nom));
              end loop;
            end $$;
            """,
            arret
        );
        foreach (var migration in db.Database.GetMigrations().Take(2))
            await db.Database.ExecuteSqlAsync(
                $"insert into \"__EFMigrationsHistory\" (migration_id, product_version) values ({migration}, {ProductInfo.GetVersion()})",
                arret
            );
        await transaction.CommitAsync(arret);
    }
}
