using System.Diagnostics;

namespace FitnGrants.Web.Tests.Depart;

/// <summary>The real program, on what stops it before it opens a database.</summary>
[Trait("duree", "longue")]
public sealed class ProgrammeTests
{
    /// <summary>Nobody listens there: whoever reached for the database would say so.</summary>
    private const string Nulle = "Host=127.0.0.1;Port=1;Database=fitn;Username=fitn;Timeout=2";

    [Fact]
    public async Task Une_commande_inconnue_ne_demarre_rien()
    {
        var (code, _, erreurs) = await LancerAsync("Demonstration", "journal verifier");

        Assert.Equal(2, code);
        Assert.Contains("scripts/run admin creer", erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_service_reel_ne_s_efface_pas_d_une_option()
    {
        var dossier = Directory.CreateTempSubdirectory("fitn-nature-").FullName;
        await File.WriteAllTextAsync(Path.Combine(dossier, "nature"), "service", TestContext.Current.CancellationToken);

        foreach (
            var (environnement, attendu) in new[]
            {
                ("Production", "--neuf n’efface qu’une démonstration"),
                ("Demonstration", "Cette base est celle d’un service réel"),
            }
        )
        {
            var (code, _, erreurs) = await LancerAsync(environnement, "--neuf", ("ConnectionStrings__Fitn", ""), ("FITN_DATA", dossier));
            Assert.Equal(1, code);
            Assert.StartsWith(attendu, erreurs, StringComparison.Ordinal);
        }
        Assert.Equal(["nature"], Directory.EnumerateFileSystemEntries(dossier).Select(Path.GetFileName));
        Directory.Delete(dossier, recursive: true);
    }

    [Fact]
    public async Task L_aide_dit_ce_qui_existe_et_s_arrete()
    {
        var (code, sortie, _) = await LancerAsync("Production", "--help");

        Assert.Equal((0, true), (code, sortie.Contains("scripts/run referentiel import", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Un_reglage_faux_est_dit_avant_que_la_base_soit_ouverte()
    {
        var (code, _, erreurs) = await LancerAsync("Production", "", ("Antivirus__Absent", "false"));

        Assert.Equal(
            (1, "Indiquez Antivirus__Serveur, ou dites par Antivirus__Absent=true que les pièces ne sont pas analysées."),
            (code, erreurs.Trim())
        );
    }

    [Theory]
    [InlineData("Preproduction", "Service réel (environnement Preproduction)")]
    [InlineData("Demonstration", "Démonstration (environnement Demonstration)")]
    public async Task Un_depart_dit_d_abord_ce_qu_il_est_puis_que_la_base_ne_repond_pas(string environnement, string attendu)
    {
        var (code, sortie, erreurs) = await LancerAsync(environnement, "");

        Assert.Equal((1, attendu), (code, sortie.Split('\n')[0].Trim()));
        Assert.Contains("La base de données ne répond pas", erreurs, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Sortie, string Erreurs)> LancerAsync(
        string environnement,
        string commande,
        params (string Cle, string Valeur)[] reglages
    )
    {
        var info = new ProcessStartInfo("dotnet", [ProcessusWeb.Programme, .. commande.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            WorkingDirectory = Serveur.Projet,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = environnement;
        info.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        info.Environment["ConnectionStrings__Fitn"] = Nulle;
        info.Environment["Antivirus__Absent"] = "true";
        foreach (var (cle, valeur) in reglages)
            info.Environment[cle] = valeur;
        using var programme = Process.Start(info)!;
        var (sortie, erreurs) = (programme.StandardOutput.ReadToEndAsync(), programme.StandardError.ReadToEndAsync());
        await programme.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (programme.ExitCode, await sortie, await erreurs);
    }
}
