namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>Which server a run of tests uses, whatever the machine.</summary>
public sealed class ServeurPostgresTests
{
    private static readonly TimeSpan Longtemps = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Un_serveur_nomme_passe_avant_tout()
    {
        var choisi = await ServeurPostgres.ChoisirAsync("Host=ici", _ => Donner("conteneur"), () => Donner("embarqué"), Longtemps);

        Assert.Equal(("nommé", "Host=ici"), (choisi.Genre, choisi.Connexion));
    }

    [Fact]
    public async Task Un_moteur_qui_repond_donne_un_conteneur() =>
        Assert.Equal(
            "conteneur",
            (await ServeurPostgres.ChoisirAsync(" ", _ => Donner("conteneur"), () => Donner("embarqué"), Longtemps)).Genre
        );

    [Fact]
    public async Task Sans_moteur_le_serveur_embarque_repond() =>
        Assert.Equal(
            "embarqué",
            (
                await ServeurPostgres.ChoisirAsync(
                    null,
                    _ => throw new InvalidOperationException("pas de moteur"),
                    () => Donner("embarqué"),
                    Longtemps
                )
            ).Genre
        );

    [Fact]
    public async Task Un_moteur_trop_lent_laisse_sa_place()
    {
        // It never answers: only the patience of who asked ends it.
        Assert.Equal(
            "embarqué",
            (
                await ServeurPostgres.ChoisirAsync(
                    null,
                    new TaskCompletionSource<ServeurPostgres>().Task.WaitAsync,
                    () => Donner("embarqué"),
                    TimeSpan.FromMilliseconds(1)
                )
            ).Genre
        );
    }

    private static Task<ServeurPostgres> Donner(string genre) =>
        Task.FromResult(new ServeurPostgres(genre, "", () => ValueTask.CompletedTask));
}
