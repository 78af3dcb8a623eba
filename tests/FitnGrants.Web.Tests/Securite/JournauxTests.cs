using System.Collections.Concurrent;
using System.Globalization;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace FitnGrants.Web.Tests.Securite;

/// <summary>Keeps what is logged.</summary>
public sealed class Puits : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> lignes = new();

    public IReadOnlyCollection<LogEvent> Lignes => lignes;

    public void Emit(LogEvent logEvent) => lignes.Enqueue(logEvent);
}

/// <summary>An application that logs each request, and where a sending may fail.</summary>
public class UneInstanceQuiRaconte(Serveur serveur) : Instance(serveur)
{
    public Puits Puits { get; } = new();

    protected override IReadOnlyDictionary<string, string?> Reglages { get; } =
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Journaux:Requetes"] = "true" };

    protected override void Ajouter(IServiceCollection services)
    {
        services.AddSingleton<ILogEventSink>(Puits);
        services.Configure<MvcOptions>(o => o.Filters.Add(new PanneSurDemande()));
    }

    private sealed class PanneSurDemande : Microsoft.AspNetCore.Mvc.Filters.IResourceFilter
    {
        public void OnResourceExecuting(Microsoft.AspNetCore.Mvc.Filters.ResourceExecutingContext context)
        {
            if (
                context.HttpContext.Request.Query.ContainsKey("panne")
                && !context.HttpContext.Request.Path.StartsWithSegments("/erreur", StringComparison.Ordinal)
            )
                throw new InvalidTimeZoneException("Panne voulue par un test.");
        }

        public void OnResourceExecuted(Microsoft.AspNetCore.Mvc.Filters.ResourceExecutedContext context) { }
    }
}

/// <summary>The same, as a service runs by default: what goes well is not told.</summary>
public sealed class UneInstanceDiscrete(Serveur serveur) : UneInstanceQuiRaconte(serveur)
{
    protected override IReadOnlyDictionary<string, string?> Reglages { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}

public sealed class JournauxParDefautTests(UneInstanceDiscrete instance) : IClassFixture<UneInstanceDiscrete>
{
    [Fact]
    public async Task Par_defaut_ce_qui_echoue_est_dit_avec_sa_route_et_le_reste_est_tu()
    {
        var visiteur = instance.Anonyme();
        await visiteur.LireAsync("/dispositifs");
        await visiteur.LireAsync("/dispositifs/BZH-V1?panne=1");

        var requetes = instance.Puits.Lignes.Where(l => l.Properties.ContainsKey("Route")).ToList();
        var seule = Assert.Single(requetes);
        Assert.Equal(
            (LogEventLevel.Error, "GET dispositifs/{code} : 500"),
            (seule.Level, seule.RenderMessage(CultureInfo.InvariantCulture).Replace("\"", "", StringComparison.Ordinal)[..28])
        );
    }
}

public sealed class JournauxTests(UneInstanceQuiRaconte instance) : IClassFixture<UneInstanceQuiRaconte>
{
    [Fact]
    public async Task Un_journal_porte_le_modele_de_la_route_et_jamais_un_lien_secret()
    {
        var visiteur = instance.Anonyme();
        var avis = instance.Services.GetRequiredService<LiensDAvis>().Pour(Guid.NewGuid());
        var motDePasse = await instance.FaireAsync(async s =>
            await s.GetRequiredService<LiensDeCompte>()
                .PourAsync(
                    await s.GetRequiredService<UserManager<Utilisateur>>().Users.FirstAsync(u => u.Email == "porteur.vern@demo.example")
                )
        );
        string[] secrets = [avis.Split('/')[^1], motDePasse.Split("jeton=")[1]];

        foreach (
            var adresse in new[]
            {
                avis,
                avis + "?panne=1",
                motDePasse,
                motDePasse + "&panne=1",
                "/nulle-part/" + secrets[0],
                "/avis/" + secrets[0] + "/trop",
            }
        )
            await visiteur.LireAsync(adresse);

        var lues = instance.Puits.Lignes.Select(Tout).ToList();
        Assert.All(lues, l => Assert.All(secrets, s => Assert.DoesNotContain(s, l, StringComparison.Ordinal)));
        Assert.Contains(lues, l =>
            l.StartsWith("GET avis/{jeton} : 404", StringComparison.Ordinal)
            || l.StartsWith("GET avis/{jeton} : 200", StringComparison.Ordinal)
        );
        Assert.Contains(lues, l => l.StartsWith("GET compte/nouveau-mot-de-passe : 200", StringComparison.Ordinal));
        Assert.Contains(lues, l => l.StartsWith("GET (aucune route) : 404", StringComparison.Ordinal));
        // What fails is told, with its route, and without its address either.
        Assert.Equal(
            2,
            lues.Count(l => l.Contains("Panne voulue", StringComparison.Ordinal) && !l.StartsWith("GET", StringComparison.Ordinal))
        );
        Assert.Contains(lues, l => l.StartsWith("GET avis/{jeton} : 500", StringComparison.Ordinal));
    }

    /// <summary>Its sentence, each of its properties, and its exception.</summary>
    private static string Tout(LogEvent ligne) =>
        string.Join(
                ' ',
                [
                    ligne.RenderMessage(CultureInfo.InvariantCulture),
                    .. ligne.Properties.Select(p => $"{p.Key}={p.Value}"),
                    $"{ligne.Exception}",
                ]
            )
            .Replace("\"", "", StringComparison.Ordinal);
}
