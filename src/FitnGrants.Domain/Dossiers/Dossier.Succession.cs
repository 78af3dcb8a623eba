using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Collectivites.Traces;
using FitnGrants.Domain.Habilitations;

namespace FitnGrants.Domain.Dossiers;

/// <summary>A collectivité of the dossier that another took the place of.</summary>
/// <param name="Ancien">SIREN of the deposit.</param>
/// <param name="Nouveau">SIREN of today.</param>
/// <param name="Nom">Of today.</param>
/// <param name="EnregistreeLe">When it was recorded.</param>
public sealed record Substitution(string Ancien, string Nouveau, string Nom, DateTimeOffset EnregistreeLe);

public sealed partial class Dossier
{
    /// <summary>The first first.</summary>
    public ImmutableArray<Substitution> Substitutions { get; private set; } = [];

    /// <summary>The porteur of the deposit under its name of today: whom a letter is sent to.</summary>
    public Beneficiaire? PorteurActuel =>
        Substitutions.LastOrDefault(s => s.Nouveau == Siren) is { } s ? Porteur! with { Siren = s.Nouveau, Nom = s.Nom } : Porteur;

    /// <summary>
    /// Follows the successor of its porteur or of a member: rights and place of laureate go to it. The deposited versions, the population
    /// and the règlement of the deposit stay (I18).
    /// </summary>
    /// <param name="succession">Of a SIREN that it names.</param>
    /// <param name="nouvelle">The successor.</param>
    /// <param name="par">Who administers.</param>
    public void Succeder(Succession succession, Collectivite nouvelle, Acteur par)
    {
        string Suivre(string siren) => siren == succession.Ancien ? succession.Nouveau : siren;
        Substitutions = [.. Substitutions, new Substitution(succession.Ancien, succession.Nouveau, nouvelle.Nom, succession.EnregistreeLe)];
        (Siren, Sirens) = (Suivre(Siren), [.. Sirens.Select(Suivre).Distinct(StringComparer.Ordinal)]);
        if (Contenu.Groupement is { } groupement)
            Contenu = Contenu with
            {
                Groupement = groupement with { Membres = [.. groupement.Membres.Select(m => m with { Siren = Suivre(m.Siren) })] },
            };
        // Found under both names.
        if (Version > 0)
            Recherche = $"{Recherche} {Socle.Francais.Normaliser(nouvelle.Nom)} {succession.Nouveau}";
        Noter(new SuccederAuPorteur(par.Fonction, succession.Ancien, succession.Nouveau, nouvelle.Nom, succession.Le), Etat);
    }
}
