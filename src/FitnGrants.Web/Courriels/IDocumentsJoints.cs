using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Courriels;

/// <summary>The papers that messages carry.</summary>
public interface IDocumentsJoints
{
    /// <summary>Name and bytes of what a message carries; null when it carries nothing.</summary>
    Task<(string Nom, byte[] Contenu)?> JointAsync(Courriel courriel, CancellationToken arret);
}
