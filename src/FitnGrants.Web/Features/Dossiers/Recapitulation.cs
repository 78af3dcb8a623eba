using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A member of a groupement as people read it. The leader certifies at the deposit: its attestation is null.</summary>
public sealed record MembreLu(string Nom, string Siren, bool ChefDeFile, string Part, Euros? Subvention, bool? Attestation)
{
    /// <summary>« Le Guerno (SIREN 215600776) : 33,33 %, soit 6 906,01 € ».</summary>
    public string Phrase =>
        $"{Nom} (SIREN {Siren}{(ChefDeFile ? ", chef de file" : "")}) : {Part}"
        + (Subvention is { } euros ? $", soit {euros}" : "")
        + (Attestation == false ? ", sans attestation" : "");
}

/// <summary>What a dossier is read from: what was written, and who bears it.</summary>
/// <param name="Contenu">As it was written.</param>
/// <param name="Membres">The leader first; empty for an individual dossier.</param>
public sealed record Recapitulation(ContenuDossier Contenu, IReadOnlyList<MembreLu> Membres)
{
    public IReadOnlyList<LigneDuDossier> Lignes => LignesDuDossier.De(Contenu);

    /// <param name="contenu">As it was written.</param>
    /// <param name="porteur">Name and SIREN of the leader.</param>
    /// <param name="noms">Names by SIREN; a member without one is shown by its SIREN.</param>
    public static Recapitulation De(
        ContenuDossier contenu,
        (string Nom, string Siren) porteur,
        IEnumerable<(string Siren, string Nom)> noms
    )
    {
        if (contenu.Groupement is not { } groupement)
            return new Recapitulation(contenu, []);
        var connus = noms.DistinctBy(n => n.Siren).ToDictionary(n => n.Siren, n => n.Nom, StringComparer.Ordinal);
        var subventions = contenu.Projet.MontantDemande is { } montant ? groupement.Repartir(montant) : null;
        return new Recapitulation(
            contenu,
            [
                new MembreLu(porteur.Nom, porteur.Siren, ChefDeFile: true, Part(groupement.PartDuChefDeFile), subventions?[0], null),
                .. groupement.Membres.Select(
                    (m, i) =>
                        new MembreLu(
                            connus.GetValueOrDefault(m.Siren) ?? $"SIREN {m.Siren}",
                            m.Siren,
                            ChefDeFile: false,
                            Part(m.Part),
                            subventions?[i + 1],
                            m.Attestation
                        )
                ),
            ]
        );
    }

    /// <summary>Of a deposited dossier: members under the names they had that day.</summary>
    public static Recapitulation De(Dossier dossier, ContenuDossier contenu) =>
        De(contenu, (dossier.Porteur!.Nom, dossier.Siren), dossier.Membres.Where(m => m.Siren is not null).Select(m => (m.Siren!, m.Nom)));

    private static string Part(decimal? part) => part is { } p ? Francais.TauxBref(p) + Francais.Fine + "%" : "part à compléter";
}

/// <summary>A dossier that is checked before its deposit: each answer leads to its question.</summary>
/// <param name="Adresse">Its number or its token.</param>
public sealed record ARelire(string Adresse);
