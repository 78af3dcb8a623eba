using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>What the journal will hold of an aggregate, one readable line per act.</summary>
internal static class Journal
{
    /// <summary>« Dossier Deposer : Brouillon → Depose [numero=…, par=…] »; identifiers by the name given to them.</summary>
    public static IReadOnlyList<string> Lignes(Racine racine, params (Guid Id, string Nom)[] connus)
    {
        Assert.All(racine.Faits, f => Assert.Equal(racine.Id, f.Id));
        return
        [
            .. racine.Faits.Select(f =>
                connus.Aggregate(Ligne(f), (ligne, c) => ligne.Replace(c.Id.ToString(), c.Nom, StringComparison.Ordinal))
            ),
        ];
    }

    private static string Ligne(Fait f) =>
        Lisible.De(
            $"{f.Entite} {f.Acte} : {f.Avant ?? "–"} → {f.Apres ?? "–"} [{string.Join(", ", f.Details.Select(d => $"{d.Key}={d.Value}"))}]"
        );
}
