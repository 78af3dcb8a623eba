using FitnGrants.Web.Courriels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Administration;

/// <summary>A service that is not a demonstration, and has no mail server.</summary>
public sealed class UneProduction(Serveur serveur) : Instance(serveur)
{
    protected override IReadOnlyDictionary<string, string?> Reglages { get; } =
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Antivirus:Absent"] = "true", ["Comptes:CodeDesAgents"] = "false" };

    protected override string Environnement => "Production";

    protected override async Task PreparerLaBaseAsync()
    {
        await using var connexion = new Npgsql.NpgsqlConnection(Connexion);
        await connexion.OpenAsync();
        await using var commande = new Npgsql.NpgsqlCommand("update parametres set valeur = 'service' where cle = 'nature'", connexion);
        await commande.ExecuteNonQueryAsync();
    }
}

public sealed class CourrielsTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task En_demonstration_rien_ne_part_et_tout_se_lit()
    {
        await instance.FaireAsync(s => s.GetRequiredService<Distribution>().FaireUnTourAsync(CancellationToken.None));
        var admin = await instance.EnTantQueAsync("admin");

        var liste = await admin.LireAsync("/administration/courriels");
        var page = await admin.LireAsync(liste.Document.QuerySelector("tbody a")!.GetAttribute("href")!);

        Assert.Contains("aucun courriel ne part", liste.Texte, StringComparison.Ordinal);
        Assert.Contains("Nous avons reçu votre dossier", page.Texte, StringComparison.Ordinal);
        Assert.Contains("retenu", page.Texte, StringComparison.Ordinal);
        Assert.False(await instance.LireAsync(db => db.Envois.AnyAsync(e => e.EnvoyeLe != null || e.Essais > 0)));
    }

    [Fact]
    public async Task Un_courriel_inconnu_n_existe_pas() =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("admin")).LireAsync($"/administration/courriels/{Guid.NewGuid()}")).Code
        );

    [Fact]
    public async Task Un_courriel_qui_attend_n_est_pas_renvoye()
    {
        var id = await instance.LireAsync(db => db.Courriels.Select(c => c.Id).FirstAsync());
        var journal = await instance.LireAsync(db => db.Journal.CountAsync());

        await (await instance.EnTantQueAsync("admin")).PosterAsync($"/administration/courriels/{id}/renvoi");

        Assert.Equal(journal, await instance.LireAsync(db => db.Journal.CountAsync()));
    }
}

public sealed class CourrielsEnServiceTests(UneProduction instance) : IClassFixture<UneProduction>
{
    [Fact]
    public async Task Hors_demonstration_l_administrateur_ne_lit_pas_le_texte_et_sait_que_rien_ne_part()
    {
        var admin = instance.Anonyme();
        var connexion = await admin.LireAsync("/compte/connexion");
        await admin.SoumettreAsync(
            connexion,
            "form[action='/compte/connexion']",
            ("Adresse", "admin@demo.example"),
            ("MotDePasse", Web.Comptes.ComptesDeDemonstration.MotDePasse)
        );

        var liste = await admin.LireAsync("/administration/courriels");
        var page = await admin.LireAsync(liste.Document.QuerySelector("tbody a")!.GetAttribute("href")!);

        Assert.Contains("Aucun serveur d'envoi n'est réglé", liste.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Nous avons reçu votre dossier", page.Texte, StringComparison.Ordinal);
    }
}
