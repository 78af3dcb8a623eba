using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;

namespace FitnGrants.Web.Suites;

/// <summary>Writes the messages that the line of each act says.</summary>
public sealed class AnnoncesDesActes(RegistreDesReglements reglements, LiensDAvis avis, TimeProvider systeme) : IAnnonces
{
    private readonly Moyens moyens = new(reglements, avis, systeme);

    public async Task<IReadOnlyList<Courriel>> DeAsync(Survenu survenu, CancellationToken arret) =>
        [.. await SuitesDesActes.De(survenu.Fait.Acte).Annonce(survenu, moyens, arret)];
}
