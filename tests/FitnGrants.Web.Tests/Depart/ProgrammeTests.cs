using System.Diagnostics;

namespace FitnGrants.Web.Tests.Depart;

/// <summary>The real program, on what stops it before it opens a database.</summary>
public sealed class ProgrammeTests
{
    /// <summary>Nobody listens there: whoever reached for the database would say so.</summary>
    private const string Nulle = "Host=127.0.0.1;Port=1;Database=fitn;Username=fitn;Timeout=2";

    [Theory]
    [InlineData("journal verifier")]
    [InlineData("--inconnue")]
    public async Task Une_commande_inconnue_ne_demarre_rien(string commande)
    {
        var (code, _, erreurs) = await LancerAsync("Demonstration", commande);

        Assert.Equal(2, code);
        Assert.Contains("scripts/run admin creer", erreurs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aide")]
    [InlineData("--help")]
    public async Task L_aide_dit_ce_qui_existe_et_s_arrete(string commande)
    {
        var (code, sortie, _) = await LancerAsync("Production", commande);

        Assert.Equal((0, true), (code, sortie.Contains("scripts/run referentiel import", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Production", "Antivirus__Absent", "false", "Indiquez Antivirus__Serveur")]
    [InlineData("Preproduction", "Demonstration__Jeu", "complet", "Un service réel (environnement Preproduction) refuse les réglages Demonstration__")]
    [InlineData("demonstration", "Demonstration__Active", "true", "Un service réel (environnement demonstration) refuse")]
    [InlineData("Production", "Pieces__S3__Seau", "x", "Pieces__S3__Adresse")]
    [InlineData("Production", "Limites__ConnexionsParMinute", "beaucoup", "Limites:ConnexionsParMinute")]
    [InlineData("Production", "Limites__SimulationsParMinute", "0", "Limites:SimulationsParMinute vaut au moins 1")]
    [InlineData("Production", "AdressePublique", "fitn.example", "AdressePublique commence par https://")]
    [InlineData("Production", "Comptes__VerificationSecondes", "souvent", "Comptes:VerificationSecondes")]
    [InlineData("Demonstration", "Demonstration__Jeu", "complette", "Demonstration__Jeu est l’un de")]
    [InlineData("Demonstration", "Demonstration__Maintenant", "hier", "Demonstration:Maintenant")]
    [InlineData("Production", "ConnectionStrings__Fitn", "n’importe quoi", "n’est pas lisible")]
    public async Task Un_reglage_faux_est_dit_avant_que_la_base_soit_ouverte(string environnement, string cle, string valeur, string attendu)
    {
        var (code, _, erreurs) = await LancerAsync(environnement, "", (cle, valeur));

        Assert.Equal(1, code);
        Assert.Contains(attendu, erreurs, StringComparison.Ordinal);
        Assert.DoesNotContain("base de données ne répond pas", erreurs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "Service réel (environnement Production)")]
    [InlineData("Preproduction", "Service réel (environnement Preproduction)")]
    [InlineData("Demonstration", "Démonstration (environnement Demonstration)")]
    [InlineData("Development", "Démonstration (environnement Development)")]
    public async Task Un_depart_dit_d_abord_ce_qu_il_est(string environnement, string attendu)
    {
        var (code, sortie, erreurs) = await LancerAsync(environnement, "");

        Assert.Equal((1, attendu), (code, sortie.Split('\n')[0].Trim()));
        Assert.Contains("La base de données ne répond pas", erreurs, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Sortie, string Erreurs)> LancerAsync(string environnement, string commande, params (string Cle, string Valeur)[] reglages)
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
