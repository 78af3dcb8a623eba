namespace FitnGrants.Web.Donnees;

/// <summary>Whether this process serves: everything that a start does is done.</summary>
public sealed class Disponibilite
{
    public bool EstPret { get; set; }
}
