using FitnGrants.Domain.Dispositifs;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using NpgsqlTypes;

namespace FitnGrants.Web.Reglements;

/// <summary>A version as it was published.</summary>
/// <param name="Version">SHA-256 of its text.</param>
/// <param name="Code">Its dispositif.</param>
/// <param name="EnVigueurLe">Paris day from which it judges drafts and first deposits.</param>
/// <param name="PublieeLe">When it was published.</param>
/// <param name="PublieePar">By whom, as a function.</param>
public sealed record Publication(string Version, string Code, DateOnly EnVigueurLe, DateTimeOffset PublieeLe, string PublieePar)
{
    /// <summary>The twelve characters that people read.</summary>
    public string Abrege => Version[..12];

    public string Adresse => Adresses.ReglementsPublies.Version(Code, Abrege);

    /// <summary>True when this one takes the place of the other once both are in force: ties go to the last published.</summary>
    public bool Remplace(Publication autre) => (EnVigueurLe, PublieeLe).CompareTo((autre.EnVigueurLe, autre.PublieeLe)) > 0;
}

/// <summary>How a version is written.</summary>
public static class EcritureDesVersions
{
    /// <summary>Adds a version and its rate bands; the caller saves.</summary>
    public static void AjouterVersion(this FitnContext db, Reglement reglement, string contenu, Publication publication)
    {
        db.VersionsDeReglement.Add(
            new VersionDeReglement
            {
                Version = publication.Version,
                Code = publication.Code,
                Contenu = contenu,
                PublieeLe = publication.PublieeLe,
                EnVigueurLe = publication.EnVigueurLe,
                PublieePar = publication.PublieePar,
                Enveloppe = reglement.Enveloppe,
            }
        );
        db.AddRange(
            reglement.Tranches.Select(t => new TrancheDeTaux
            {
                Version = publication.Version,
                Code = t.Code,
                Bornes = new NpgsqlRange<int>(t.BorneInf, true, false, t.BorneSup ?? 0, false, t.BorneSup is null),
            })
        );
    }
}
