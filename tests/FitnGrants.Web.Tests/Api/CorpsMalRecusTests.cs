using System.Net.Sockets;
using System.Text;

namespace FitnGrants.Web.Tests.Api;

/// <summary>Bodies that the server itself refuses, over a real socket: too large, said or not, and cut into what is no chunk.</summary>
[Trait("duree", "longue")]
public sealed class CorpsMalRecusTests(Instance instance) : IClassFixture<Instance>
{
    private const string Tete = "POST /api/v1/simulations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    [Fact]
    public async Task Ce_qui_est_mal_recu_est_a_qui_l_envoie()
    {
        await using var programme = new ProcessusWeb(instance.Connexion);
        await programme.AttendreAsync();
        var gros = "{\"titre\":\"" + new string('a', 300_000) + "\"}";

        Assert.Equal(413, await DemanderAsync(programme.Adresse, $"{Tete}Content-Length: {gros.Length}\r\n\r\n{gros}"));
        Assert.Equal(
            413,
            await DemanderAsync(programme.Adresse, $"{Tete}Transfer-Encoding: chunked\r\n\r\n{gros.Length:x}\r\n{gros}\r\n0\r\n\r\n")
        );
        Assert.Equal(400, await DemanderAsync(programme.Adresse, $"{Tete}Transfer-Encoding: chunked\r\n\r\nzz\r\n{{}}\r\n0\r\n\r\n"));
        // What was announced never comes: the server waits some seconds, then says whose fault it is.
        Assert.Equal(408, await DemanderAsync(programme.Adresse, $"{Tete}Content-Length: 100\r\n\r\n{{"));
    }

    [Fact]
    public async Task Une_adresse_qui_serait_un_autre_site_ne_mene_nulle_part()
    {
        await using var programme = new ProcessusWeb(instance.Connexion);
        await programme.AttendreAsync();

        foreach (var chemin in new[] { "//ailleurs.example/x?refus=1", "/%5Cailleurs.example/x?refus=1", "///ailleurs.example?refus=1" })
            Assert.Equal(
                (chemin, 404),
                (chemin, await DemanderAsync(programme.Adresse, $"GET {chemin} HTTP/1.1\r\nHost: localhost\r\n\r\n"))
            );
    }

    private static async Task<int> DemanderAsync(Uri adresse, string requete)
    {
        using var prise = new TcpClient();
        await prise.ConnectAsync(adresse.Host, adresse.Port, TestContext.Current.CancellationToken);
        await using var flux = prise.GetStream();
        try
        {
            await flux.WriteAsync(Encoding.Latin1.GetBytes(requete), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It answered before it had read all.
        }
        using var lecteur = new StreamReader(flux, Encoding.Latin1);
        var ligne = await lecteur.ReadLineAsync(TestContext.Current.CancellationToken);
        return int.Parse(ligne!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
