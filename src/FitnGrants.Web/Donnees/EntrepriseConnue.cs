namespace FitnGrants.Web.Donnees;

/// <summary>What a laureate last said of a company: proposed to the next one that names its SIREN, and decided by none.</summary>
public sealed class EntrepriseConnue
{
    public required string Siren { get; init; }
    public required string Nom { get; set; }

    /// <summary>Département of its registered office.</summary>
    public required string DepartementSiege { get; set; }
}
