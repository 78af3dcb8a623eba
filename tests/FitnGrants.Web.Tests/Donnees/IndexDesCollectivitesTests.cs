using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitnGrants.Web.Tests.Donnees;

/// <summary>Acts and pages share the connections: none waits for a turn that waits for its connection.</summary>
public sealed class IndexDesCollectivitesTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Qui_lit_le_referentiel_n_attend_pas_une_connexion_qu_un_acte_lui_tient()
    {
        var arret = TestContext.Current.CancellationToken;
        var connexion = new NpgsqlConnectionStringBuilder(instance.Connexion) { MaxPoolSize = 1, Timeout = 10 }.ConnectionString;
        await using var acte = Ouvrir(connexion);
        await using var page = Ouvrir(connexion);
        var index = new IndexDesCollectivites(new Horloge(TimeProvider.System), TimeProvider.System);
        var transaction = await acte.Database.BeginTransactionAsync(arret);
        // The only connection is taken: the page waits for it.
        var cherche = index.PlaceAsync(page, "213502388", arret);
        Assert.Equal("213502388", await index.PlaceAsync(acte, "213502388", arret));
        await transaction.DisposeAsync();
        Assert.Equal("213502388", await cherche);
    }

    private static FitnContext Ouvrir(string connexion)
    {
        var options = new DbContextOptionsBuilder<FitnContext>();
        AccesALaBase.Configurer(options, connexion);
        return new FitnContext(options.Options);
    }
}
