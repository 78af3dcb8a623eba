using FitnGrants.Web.Donnees;

namespace FitnGrants.Web;

/// <summary>Where the application's files are, whether it runs from its project or published.</summary>
public static class RacineDeContenu
{
    public static string Trouver()
    {
        var ici = new DirectoryInfo(AppContext.BaseDirectory);
        for (var d = ici; d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "FitnGrants.Web.csproj")))
                return d.FullName;
        return ici.FullName;
    }
}

/// <summary>The database named by a setting, or the private one.</summary>
public static class BaseDeDonnees
{
    /// <summary>Starts the private PostgreSQL; null when a connection string names another.</summary>
    /// <exception cref="ReglageInvalideException">A real service would be erased, or opened as a demonstration.</exception>
    public static async Task<Donnees.PostgresEmbarque?> OuvrirAsync(
        IConfiguration configuration,
        string racine,
        bool neuf,
        bool demonstration
    )
    {
        if (neuf && !demonstration)
            throw new ReglageInvalideException("--neuf n’efface qu’une démonstration : la base d’un service réel ne s’efface pas d’ici.");
        if (!string.IsNullOrWhiteSpace(configuration.GetConnectionString("Fitn")))
            return neuf
                ? throw new ReglageInvalideException(
                    "--neuf n’efface que la base privée : videz vous-même celle de ConnectionStrings__Fitn."
                )
                : null;
        var dossier = Dossier(configuration, racine);
        Donnees.NatureDeLaBase.Verifier(dossier, demonstration);
        if (neuf && Directory.Exists(Path.Combine(dossier, "pieces")))
            Directory.Delete(Path.Combine(dossier, "pieces"), recursive: true);
        var serveur = await Donnees.PostgresEmbarque.DemarrerAsync(
            Path.Combine(racine, "node_modules"),
            dossier,
            Console.WriteLine,
            neuf,
            configuration.GetValue("FITN_EPHEMERE", false)
        );
        await using var connexion = new Npgsql.NpgsqlConnection(serveur.Connexion);
        await connexion.OpenAsync();
        await using var existe = new Npgsql.NpgsqlCommand("select 1 from pg_database where datname = 'fitn'", connexion);
        if (await existe.ExecuteScalarAsync() is null)
        {
            await using var creer = new Npgsql.NpgsqlCommand("create database fitn", connexion);
            await creer.ExecuteNonQueryAsync();
        }
        return serveur;
    }

    /// <summary>Folder of what this instance keeps on disk; each demonstration has its own.</summary>
    public static string Dossier(IConfiguration configuration, string racine) =>
        configuration["FITN_DATA"] ?? Path.Combine(racine, "..", "..", ".data", configuration["Demonstration:Jeu"] ?? "");

    /// <summary>Connection string of the application.</summary>
    public static string Connexion(IConfiguration configuration, Donnees.PostgresEmbarque? serveur) =>
        serveur?.Pour("fitn") ?? configuration.GetConnectionString("Fitn")!;
}

/// <summary>Faults of a start that people can mend: a sentence, not a stack.</summary>
public static class Pannes
{
    /// <summary>Says at once that a port is taken, before a database is started for nothing.</summary>
    public static void VerifierLesPorts(string? adresses)
    {
        var pris = System
            .Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties()
            .GetActiveTcpListeners()
            .Select(l => l.Port)
            .ToHashSet();
        foreach (var adresse in (adresses ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (
                Uri.TryCreate(adresse.Replace('*', '0').Replace('+', '0'), UriKind.Absolute, out var uri)
                && uri.Port != 0
                && pris.Contains(uri.Port)
            )
                throw new ReglageInvalideException(
                    $"Le port {uri.Port} est déjà pris : arrêtez l’autre programme, ou choisissez une autre adresse avec ASPNETCORE_URLS."
                );
    }

    public static string? Expliquer(Exception e) =>
        e switch
        {
            Reglements.ReglementInvalideException => $"Règlement invalide : {e.Message}",
            ReglageInvalideException or Microsoft.Extensions.Options.OptionsValidationException => e.Message,
            Donnees.ReferentielInvalideException => $"Référentiel : {e.Message}",
            IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
                "Le port est déjà pris : arrêtez l’autre programme, ou choisissez une autre adresse avec ASPNETCORE_URLS.",
            InvalidOperationException { Source: "FitnGrants.Web" } => e.Message,
            InvalidOperationException { InnerException: Npgsql.NpgsqlException cause } => Expliquer(cause),
            Npgsql.NpgsqlException => $"La base de données ne répond pas : {e.Message}",
            _ => null,
        };
}
