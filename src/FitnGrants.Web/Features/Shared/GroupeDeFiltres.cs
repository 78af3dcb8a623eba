using FitnGrants.Web.Composants;

namespace FitnGrants.Web.Features.Shared;

/// <summary>Boxes of one filter of the list, and those ticked.</summary>
public sealed record GroupeDeFiltres(string Nom, string Titre, IReadOnlyList<Reponse> Choix, List<string> Coches);
