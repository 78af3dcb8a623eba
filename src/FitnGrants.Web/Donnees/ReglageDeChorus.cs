namespace FitnGrants.Web.Donnees;

/// <summary>Headings that a service chose for its extracts, once.</summary>
public sealed class ReglageDeChorus
{
    public required string Service { get; init; }

    /// <summary>By the name of what a line says.</summary>
    public Dictionary<string, string> Colonnes { get; set; } = [];
}
