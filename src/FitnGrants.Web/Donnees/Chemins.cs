namespace FitnGrants.Web.Donnees;

/// <summary>Where things are on this machine.</summary>
/// <param name="Modules">The node_modules of the application.</param>
/// <param name="Donnees">Folder of what this instance keeps on disk.</param>
/// <param name="Garder">Which SIREN an import keeps; null for all (tests keep some three hundred).</param>
public sealed record Chemins(string Modules, string Donnees, Func<string, bool>? Garder = null)
{
    /// <summary>Connection string, once the database is known: settings are checked before it is opened.</summary>
    public string Connexion { get; set; } = "";
}
