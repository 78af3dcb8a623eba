using FitnGrants.Web;
using FitnGrants.Web.Donnees;

try
{
    var demande = LigneDeCommande.Lire(args);
    if (demande.Commande == "aide")
    {
        Console.WriteLine(LigneDeCommande.Aide);
        return 0;
    }
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = RacineDeContenu.Trouver() });
    if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        builder.WebHost.UseUrls("http://localhost:5080");
    builder.Host.UseConsoleLifetime(o => o.SuppressStatusMessages = true);
    var chemins = new Chemins(
        Path.Combine(builder.Environment.ContentRootPath, "node_modules"),
        BaseDeDonnees.Dossier(builder.Configuration, builder.Environment.ContentRootPath)
    );
    builder.AjouterFitn(chemins);
    await using var app = builder.Build();
    Console.WriteLine(app.Environment.Annonce());
    Reglages.Verifier(app.Services, app.Configuration);
    if (demande.Commande is null)
        Pannes.VerifierLesPorts(app.Configuration["urls"]);
    await using var postgres = await BaseDeDonnees.OuvrirAsync(
        app.Configuration,
        app.Environment.ContentRootPath,
        demande.Neuf,
        app.Environment.EstUneDemonstration()
    );
    chemins.Connexion = BaseDeDonnees.Connexion(app.Configuration, postgres);
    await app.Services.GetRequiredService<Demarrage>().PreparerAsync(CancellationToken.None);
    if (postgres is not null)
        NatureDeLaBase.Retenir(chemins.Donnees, app.Environment.EstUneDemonstration());
    if (demande.Commande == "referentiel")
    {
        await CommandeReferentiel.ExecuterAsync(app.Services, app.Configuration, args);
        return 0;
    }
    if (demande.Commande == "admin")
    {
        Console.WriteLine(
            "Administrateur créé. Il choisit son mot de passe ici, dans les deux heures : "
                + $"{await CommandeAdmin.ExecuterAsync(app.Services, app.Configuration, args)}"
        );
        return 0;
    }
    app.UtiliserFitn();
    await app.StartAsync();
    app.Logger.LogInformation("FitnGrants répond sur {Adresses}", string.Join(", ", app.Urls));
    await app.WaitForShutdownAsync();
    return 0;
}
catch (CommandeInconnueException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
catch (Exception e) when (Pannes.Expliquer(e) is { } explication)
{
    await Console.Error.WriteLineAsync(explication);
    return 1;
}
