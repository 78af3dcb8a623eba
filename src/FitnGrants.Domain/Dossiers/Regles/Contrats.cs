using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>A rule that keeps a category of cost out of the assiette, even when the porteur ticks it eligible.</summary>
public interface IExclutUneCategorie
{
    CategorieDepense Categorie { get; }
}

/// <summary>A rule that decides, on type or population alone, whether a body may apply: no rate exists without it.</summary>
public interface IFiltreLePorteur
{
    /// <summary>True when the body may apply.</summary>
    bool Admet(Beneficiaire beneficiaire, Parametres parametres, Reglement reglement);
}
