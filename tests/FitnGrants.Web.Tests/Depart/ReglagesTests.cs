using FitnGrants.Web.Donnees;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Tests.Depart;

/// <summary>Every setting is read before a database is opened: none is here.</summary>
public sealed class ReglagesTests
{
    [Theory]
    [InlineData("Production", "Antivirus:Absent", "false", "Indiquez Antivirus__Serveur")]
    [InlineData(
        "Preproduction",
        "Demonstration:Jeu",
        "complet",
        "Un service réel (environnement Preproduction) refuse les réglages Demonstration__"
    )]
    [InlineData("demonstration", "Demonstration:Active", "true", "Un service réel (environnement demonstration) refuse")]
    [InlineData("Staging", "Demonstration:Maintenant", "2021-06-01T09:00:00+02:00", "Un service réel (environnement Staging) refuse")]
    [InlineData("Demonstration", "Demonstration:Active", "false", "Demonstration__Active=false ne fait pas un service réel")]
    [InlineData("Production", "Demonstration:Active", "peut-être", "Le réglage Demonstration__Active n’est pas lisible")]
    [InlineData("Production", "Journaux:Niveau", "fort", "Le réglage Journaux__Niveau n’est pas lisible")]
    [InlineData("Production", "Journaux:Requetes", "parfois", "Le réglage Journaux__Requetes n’est pas lisible")]
    [InlineData("Production", "urls", "n,importe", "n,importe")]
    [InlineData("Production", "Mandataires", "10.0.0.0/8, ici", "Mandataires nomme des adresses")]
    [InlineData("Production", "Courriels:Serveur", "smtp.example", "Indiquez AdressePublique")]
    [InlineData("Demonstration", "Courriels:Serveur", "smtp.example", "Une démonstration n’écrit à personne")]
    [InlineData("Production", "Pieces:S3:Seau", "x", "Pieces__S3__Adresse")]
    [InlineData("Production", "Pieces:TailleMaximaleMo", "grande", "Le réglage Pieces__TailleMaximaleMo n’est pas lisible")]
    [InlineData("Production", "Limites:ConnexionsParMinute", "beaucoup", "Le réglage Limites__ConnexionsParMinute n’est pas lisible")]
    [InlineData("Production", "Limites:SimulationsParMinute", "0", "Limites:SimulationsParMinute vaut au moins 1")]
    [InlineData("Production", "AdressePublique", "fitn.example", "AdressePublique commence par https://")]
    [InlineData("Production", "Comptes:VerificationSecondes", "souvent", "Le réglage Comptes__VerificationSecondes n’est pas lisible")]
    [InlineData("Production", "Comptes:CodeDesAgents", "parfois", "Le réglage Comptes__CodeDesAgents n’est pas lisible")]
    [InlineData("Production", "Seance:SeparationStricte", "peut-être", "Le réglage Seance__SeparationStricte n’est pas lisible")]
    [InlineData("Production", "Reglements:Secondes", "vite", "Le réglage Reglements__Secondes n’est pas lisible")]
    [InlineData("Demonstration", "Demonstration:Jeu", "complette", "Demonstration__Jeu est l’un de : simple, seance, instruction, complet")]
    [InlineData("Demonstration", "Demonstration:Maintenant", "hier", "Le réglage Demonstration__Maintenant n’est pas lisible")]
    [InlineData("Production", "ConnectionStrings:Fitn", "n’importe quoi", "n’est pas lisible")]
    public async Task Un_reglage_faux_est_dit_par_son_nom(string environnement, string cle, string valeur, string attendu)
    {
        var refus = await Assert.ThrowsAsync<ReglageInvalideException>(() => VerifierAsync(environnement, (cle, valeur)));

        Assert.Contains(attendu, refus.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Demonstration", true)]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    [InlineData("Preproduction", false)]
    [InlineData("Staging", false)]
    [InlineData("demonstration", false)]
    [InlineData("DEVELOPMENT", false)]
    [InlineData("Démonstration", false)]
    public async Task Une_demonstration_n_est_nommee_que_par_deux_noms(string environnement, bool demonstration)
    {
        await using var application = Construction.Construire(
            "",
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Antivirus:Absent"] = "true" },
            environnement
        );

        Assert.Equal(demonstration, application.Services.GetRequiredService<IOptions<OptionsDemonstration>>().Value.Active);
        Assert.Equal(demonstration, application.Services.GetRequiredService<IHostEnvironment>().EstUneDemonstration());
        // Cookies of a real service never travel in clear.
        var cookie = application
            .Services.GetRequiredService<IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>>()
            .Get(Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme)
            .Cookie;
        Assert.Equal(!demonstration, cookie.SecurePolicy == Microsoft.AspNetCore.Http.CookieSecurePolicy.Always);
    }

    private static async Task VerifierAsync(string environnement, (string Cle, string Valeur) reglage)
    {
        var reglages = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Antivirus:Absent"] = "true",
            [reglage.Cle] = reglage.Valeur,
        };
        await using var application = Construction.Construire("", reglages, environnement);
        Reglages.Verifier(application.Services, application.Configuration);
    }
}
