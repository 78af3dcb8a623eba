using FitnGrants.Web;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Api;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Serilog;

var commande = args.FirstOrDefault(a => !a.StartsWith('-'));
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = RacineDeContenu.Trouver() });
if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
    builder.WebHost.UseUrls("http://localhost:5080");
builder.Host.UseConsoleLifetime(o => o.SuppressStatusMessages = true);
builder.Logging.ClearProviders().AddSerilog(new LoggerConfiguration()
    .MinimumLevel.Information()
    .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
    .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", Serilog.Events.LogEventLevel.Fatal)
    .MinimumLevel.Override("Microsoft.Extensions.Hosting", Serilog.Events.LogEventLevel.Fatal)
    .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", Serilog.Events.LogEventLevel.Error)
    .MinimumLevel.Override("System", Serilog.Events.LogEventLevel.Warning)
    .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture).CreateLogger(), dispose: true);

try
{
    if (commande is null)
        Pannes.VerifierLesPorts(builder.Configuration["urls"]);
    await using var postgres = await BaseDeDonnees.OuvrirAsync(builder.Configuration, builder.Environment.ContentRootPath, args.Contains("--neuf"));
    var chemins = new Chemins(BaseDeDonnees.Connexion(builder.Configuration, postgres), Path.Combine(builder.Environment.ContentRootPath, "node_modules"),
        BaseDeDonnees.Dossier(builder.Configuration, builder.Environment.ContentRootPath));
    builder.AjouterFitn(chemins);
    var app = builder.Build();
    await app.Services.GetRequiredService<Demarrage>().PreparerAsync(CancellationToken.None);
    if (commande == "referentiel")
    {
        await CommandeReferentiel.ExecuterAsync(app.Services, builder.Configuration, args);
        return 0;
    }
    if (commande == "admin")
    {
        Console.WriteLine($"Administrateur créé. Il choisit son mot de passe ici, dans les deux heures : {await CommandeAdmin.ExecuterAsync(app.Services, builder.Configuration, args)}");
        return 0;
    }
    app.UtiliserFitn();
    await app.StartAsync();
    app.Logger.LogInformation("FitnGrants répond sur {Adresses}", string.Join(", ", app.Urls));
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (Pannes.Expliquer(e) is { } explication)
{
    await Console.Error.WriteLineAsync(explication);
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}
