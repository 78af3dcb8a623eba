using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Tests.Donnees;

/// <summary>What a database remembers of its birth, and what becomes of one that an older version made.</summary>
[Trait("duree", "longue")]
public sealed class NaissanceTests(Serveur serveur)
{
    private static readonly Dictionary<string, string?> SansAntivirus = new(StringComparer.Ordinal) { ["Antivirus:Absent"] = "true" };

    [Theory]
    [InlineData("Production")]
    [InlineData("Preproduction")]
    [InlineData("demonstration")]
    [InlineData("Staging")]
    public async Task Une_base_de_demonstration_n_est_ouverte_par_aucun_service_reel(string environnement)
    {
        var connexion = await serveur.CopierAsync();
        await using (var application = Construction.Construire(connexion, SansAntivirus, environnement))
        {
            Assert.False(application.Services.GetRequiredService<IOptions<OptionsDemonstration>>().Value.Active);
            var refus = await Assert.ThrowsAsync<ReglageInvalideException>(() => PreparerAsync(application));
            Assert.StartsWith("Cette base est celle d’une démonstration", refus.Message, StringComparison.Ordinal);
        }
        await serveur.SupprimerAsync(connexion);
    }

    [Fact]
    public async Task Une_base_de_service_n_est_ouverte_par_aucune_demonstration_et_n_a_aucun_compte()
    {
        var connexion = await serveur.CreerAvecReferentielAsync();
        await using (var service = Construction.Construire(connexion, SansAntivirus, "Preproduction"))
        {
            await PreparerAsync(service);
            Assert.Equal(0, await CompterAsync(service, db => db.Users.CountAsync()));
            Assert.Equal(0, await CompterAsync(service, db => db.Dossiers.CountAsync()));
        }
        foreach (var nom in new[] { "Demonstration", "Development" })
            await using (var demonstration = Construction.Construire(connexion, SansAntivirus, nom))
                Assert.StartsWith(
                    "Cette base est celle d’un service réel",
                    (await Assert.ThrowsAsync<ReglageInvalideException>(() => PreparerAsync(demonstration))).Message,
                    StringComparison.Ordinal
                );
        // The other real names open it.
        await using (var production = Construction.Construire(connexion, SansAntivirus, "Production"))
            await PreparerAsync(production);
        await serveur.SupprimerAsync(connexion);
    }

    [Fact]
    public async Task Une_base_d_avant_dit_sa_nature_par_son_horloge()
    {
        var connexion = await serveur.CopierAsync();
        await ExecuterAsync(connexion, "delete from parametres where cle = 'nature'");
        await using (var service = Construction.Construire(connexion, SansAntivirus, "Production"))
            await Assert.ThrowsAsync<ReglageInvalideException>(() => PreparerAsync(service));
        await ExecuterAsync(connexion, "delete from parametres where cle = 'decalage-horloge'");
        await using (var service = Construction.Construire(connexion, SansAntivirus, "Production"))
            await PreparerAsync(service);
        await serveur.SupprimerAsync(connexion);
    }

    [Fact]
    public async Task Une_base_des_vingt_quatre_migrations_est_adoptee_avec_ses_cles_et_finit_comme_une_neuve()
    {
        var connexion = await serveur.CopierAsync();
        var attendu = await SchemaAsync(connexion);
        await using var application = Construction.Construire(connexion, SansAntivirus);
        await VieillirAsync(application, connexion, "20261123021714_DelaisLegaux");
        await ExecuterAsync(
            connexion,
            "insert into parametres (cle, valeur) values ('cle-key-ancienne', '<key id=\"ancienne\" />'); update utilisateurs set "
                + "lockout_enabled = true, lockout_end = now() + interval '1 day'"
        );
        Assert.NotEqual(attendu, await SchemaAsync(connexion));

        await PreparerAsync(application);

        Assert.Equal(attendu, await SchemaAsync(connexion));
        Assert.Equal(
            1,
            await CompterAsync(application, db =>
                db.DataProtectionKeys.CountAsync(k => k.FriendlyName == "key-ancienne" && k.Xml == "<key id=\"ancienne\" />")
            )
        );
        Assert.Equal(0, await CompterAsync(application, db => db.Parametres.CountAsync(p => p.Cle.StartsWith("cle-"))));
        Assert.Equal(0, await CompterAsync(application, db => db.Users.CountAsync(u => u.LockoutEnabled || u.LockoutEnd != null)));
        Assert.Equal(
            ComptesDeDemonstration.Tous.Count(c => c.Siren is null),
            await CompterAsync(application, db => db.Users.CountAsync(u => u.Agent && u.Etat == Domain.Habilitations.EtatDeCompte.Ouvert))
        );
        await application.DisposeAsync();
        await serveur.SupprimerAsync(connexion);
    }

    [Fact]
    public async Task Une_base_plus_ancienne_est_laissee_telle_quelle_et_dit_quoi_faire()
    {
        var connexion = await serveur.CopierAsync();
        await using var application = Construction.Construire(connexion, SansAntivirus);
        await VieillirAsync(application, connexion, "20261123004321_RecevabiliteDesLots");
        var avant = await SchemaAsync(connexion);

        var refus = await Assert.ThrowsAsync<ReglageInvalideException>(() => PreparerAsync(application));

        Assert.Contains("dernière migration : 20261123004321_RecevabiliteDesLots", refus.Message, StringComparison.Ordinal);
        Assert.Contains("--neuf", refus.Message, StringComparison.Ordinal);
        Assert.Equal(avant, await SchemaAsync(connexion));
        await application.DisposeAsync();
        await serveur.SupprimerAsync(connexion);
    }

    /// <summary>Back to what the former migrations left: the last one undone, names in capitals, a history of twenty-four lines.</summary>
    private static async Task VieillirAsync(WebApplication application, string connexion, string derniere)
    {
        await using (var portee = application.Services.CreateAsyncScope())
            await portee.ServiceProvider.GetRequiredService<FitnContext>().Database.MigrateAsync("Garanties");
        await ExecuterAsync(
            connexion,
            $$"""
            do $$
            declare c record;
            begin
              for c in select conrelid::regclass as de, conname as nom from pg_constraint where connamespace = 'public'::regnamespace
              and conname ~ '^(pk|fk|ak)_' loop
                execute format('alter table %s rename constraint %I to %I', c.de, c.nom, upper(left(c.nom, 2)) || substr(c.nom, 3));
              end loop;
              for c in select indexname as nom from pg_indexes where schemaname = 'public' and indexname ~ '^ix_'
              and indexname not like 'ix_courriels_rang' loop
                execute format('alter index %I rename to %I', c.nom, 'IX' || substr(c.nom, 3));
              end loop;
            end $$;
            alter table dossiers rename column nombre_a_revoir to nombre_arevoir;
            alter table "__EFMigrationsHistory" rename column migration_id to "MigrationId";
            alter table "__EFMigrationsHistory" rename column product_version to "ProductVersion";
            alter table "__EFMigrationsHistory" rename constraint "PK___ef_migrations_history" to "PK___EFMigrationsHistory";
            delete from "__EFMigrationsHistory";
            insert into "__EFMigrationsHistory" values ('20261122034902_Initiale', '10.0.14'), ('{{derniere}}', '10.0.14');
            """
        );
    }

    private static async Task<string> SchemaAsync(string connexion)
    {
        await using var ouverte = new Npgsql.NpgsqlConnection(connexion);
        await ouverte.OpenAsync();
        await using var commande = new Npgsql.NpgsqlCommand(
            """
            select string_agg(ligne, E'\n' order by ligne collate "C") from (
              select concat_ws(' ', 'colonne', table_name, column_name, data_type, is_nullable, generation_expression) as ligne
              from information_schema.columns where table_schema = 'public'
              union all select concat_ws(' ', 'contrainte', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
              where connamespace = 'public'::regnamespace and contype <> 'n'
              union all select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname = 'public'
              union all select concat_ws(' ', 'trigger', tgname, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal) s
            """,
            ouverte
        );
        return (string)(await commande.ExecuteScalarAsync())!;
    }

    private static async Task ExecuterAsync(string connexion, string sql)
    {
        await using var ouverte = new Npgsql.NpgsqlConnection(connexion);
        await ouverte.OpenAsync();
        await using var commande = new Npgsql.NpgsqlCommand(sql, ouverte);
        await commande.ExecuteNonQueryAsync();
    }

    private static Task PreparerAsync(WebApplication application) =>
        application.Services.GetRequiredService<Web.Demarrage>().PreparerAsync(CancellationToken.None);

    private static async Task<int> CompterAsync(WebApplication application, Func<FitnContext, Task<int>> quoi)
    {
        await using var portee = application.Services.CreateAsyncScope();
        return await quoi(portee.ServiceProvider.GetRequiredService<FitnContext>());
    }
}
