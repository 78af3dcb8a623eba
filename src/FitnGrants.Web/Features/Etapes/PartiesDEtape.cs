using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;

namespace FitnGrants.Web.Features.Etapes;

/// <summary>The parts of a step of a dossier, as two people may write them at once.</summary>
public static class PartiesDEtape
{
    public static IEnumerable<Rubrique> Rubriques(string etape) => Rubrique.Toutes.Where(r => EtapesDuDossier.De(r).Cle == etape);

    public static IEnumerable<Partie<ContenuDossier>> De(string etape) =>
        Rubriques(etape).Select(r => new Partie<ContenuDossier>(r.Cle, r.Nom, r.Valeur, r.Lignes, r.Reprendre));
}
