namespace FitnGrants.Web.Donnees;

/// <summary>A setting that this environment refuses.</summary>
public sealed class ReglageInvalideException(string message) : Exception(message);
