using System.Security.Cryptography;
using System.Text;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>
/// Two agents on one grid: a page carries the mark of each line as it showed it, so that what others concluded meanwhile
/// stays, what this page changed is added, and only a line that changed on both sides is asked about.
/// </summary>
/// <param name="Miennes">What this page changed.</param>
/// <param name="Intactes">The lines that are still as it showed them: the only ones that it may confirm.</param>
/// <param name="Conflits">The lines that it changed and that are not.</param>
public sealed record FusionDeGrille(ConclusionsFormulaire Miennes, IReadOnlySet<Guid> Intactes, IReadOnlyList<Constat> Conflits)
{
    /// <summary>Mark of a line as it stands: what is concluded of it, then what its rule finds.</summary>
    public static string Marque(Controle ligne) =>
        $"{Conclu(ligne.Conclusion, ligne.Motif, ligne.Cote)}.{Condense($"{ligne.Propose}\n{ligne.Message}")}";

    /// <summary>What a page made on another revision changed; null when it showed another grid, or one that is closed.</summary>
    public static FusionDeGrille? Faire(ConclusionsFormulaire saisie, Dossier dossier)
    {
        var lignes = dossier.Grille.ToDictionary(c => c.Id);
        if (saisie.Vues.Count == 0 || dossier.Etat != EtatDossier.EnInstruction || saisie.Vues.Keys.Any(id => !lignes.ContainsKey(id)))
            return null;
        string Tape(Guid id) =>
            saisie.AVerifier.Contains(id)
                ? Conclu(null, null, saisie.Cotes.GetValueOrDefault(id))
                : Conclu(saisie.Conclusions.GetValueOrDefault(id), saisie.Motifs.GetValueOrDefault(id), saisie.Cotes.GetValueOrDefault(id));
        var miennes = saisie
            .Vues.Where(v => v.Value?.StartsWith(Tape(v.Key) + ".", StringComparison.Ordinal) != true)
            .Select(v => v.Key)
            .ToHashSet();
        var intactes = saisie.Vues.Where(v => v.Value == Marque(lignes[v.Key])).Select(v => v.Key).ToHashSet();
        return new FusionDeGrille(
            saisie with
            {
                Revision = dossier.Revision,
                AVerifier = [.. saisie.AVerifier.Where(miennes.Contains)],
                Conclusions = saisie.Conclusions.Where(c => miennes.Contains(c.Key)).ToDictionary(),
                Motifs = saisie.Motifs.Where(c => miennes.Contains(c.Key)).ToDictionary(),
                Cotes = saisie.Cotes.Where(c => miennes.Contains(c.Key)).ToDictionary(),
            },
            intactes,
            [
                .. dossier
                    .Grille.Where(c =>
                        miennes.Contains(c.Id)
                        && !intactes.Contains(c.Id)
                        && !Marque(c).StartsWith(Tape(c.Id) + ".", StringComparison.Ordinal)
                    )
                    .Select(EnConflit),
            ]
        );
    }

    private static string Conclu(Conclusion? conclusion, string? motif, int? cote) =>
        Condense($"{conclusion}\n{cote}\n{Saisie.Propre(motif)}");

    private static string Condense(string texte) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texte)))[..16];

    private static Constat EnConflit(Controle ligne) =>
        new()
        {
            Regle = ligne.Regle,
            Nom = ligne.Nom,
            Resultat = ResultatConstat.Bloquant,
            Message = Francais.Typographier(
                $"{ligne.Nom} ({ligne.Regle}) : cette ligne a changé pendant que vous écriviez. "
                    + (
                        ligne.Conclusion is { } c
                            ? $"Un collègue l’a conclue « {Conclusions.Libelle(c)} "
                                + $"»{(ligne.Motif is null ? "" : $", avec ce motif : « {ligne.Motif} »")}"
                            : "Elle est à conclure"
                    )
                    + $"{(ligne.Cote is { } cote ? $", cote {cote}" : "")}. Enregistrez à nouveau pour garder votre conclusion, ou "
                    + "reprenez la sienne."
            ),
            Source = new Source(ligne.Document, ligne.Citation, []),
            Champ = $"conclusion-{ligne.Id}",
        };
}
