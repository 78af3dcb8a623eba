using System.Security.Cryptography;
using System.Text;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Features.Shared;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>
/// Two agents on one grid: a page carries the mark of each line as it showed it, so that what others concluded meanwhile
/// stays, what this page changed is added, and only a line that both changed is asked about.
/// </summary>
/// <param name="Miennes">What this page changed.</param>
/// <param name="Conflits">The lines that someone else changed too, each with what was concluded.</param>
public sealed record FusionDeGrille(ConclusionsFormulaire Miennes, IReadOnlyList<Constat> Conflits)
{
    /// <summary>Mark of a line as it stands.</summary>
    public static string Marque(Controle ligne) => Marque(ligne.Conclusion, ligne.Motif, ligne.Cote);

    /// <summary>What a page made on another revision changed; null when a line that it changed is no longer to be concluded.</summary>
    public static FusionDeGrille? Faire(ConclusionsFormulaire saisie, Dossier dossier)
    {
        var miennes = saisie.Vues.Where(v => v.Value != Marque(saisie.Conclusions.GetValueOrDefault(v.Key), saisie.Motifs.GetValueOrDefault(v.Key), saisie.Cotes.GetValueOrDefault(v.Key)))
            .ToDictionary(v => v.Key, v => v.Value);
        var lignes = dossier.Grille.Where(c => miennes.ContainsKey(c.Id)).ToList();
        if (saisie.Vues.Count == 0 || dossier.Etat != EtatDossier.EnInstruction || lignes.Count < miennes.Count)
            return null;
        return new FusionDeGrille(
            saisie with
            {
                Revision = dossier.Revision,
                Conclusions = saisie.Conclusions.Where(c => miennes.ContainsKey(c.Key)).ToDictionary(),
                Motifs = saisie.Motifs.Where(c => miennes.ContainsKey(c.Key)).ToDictionary(),
                Cotes = saisie.Cotes.Where(c => miennes.ContainsKey(c.Key)).ToDictionary(),
            },
            [.. lignes.Where(c => Marque(c) != miennes[c.Id] && Marque(c) != Marque(saisie.Conclusions.GetValueOrDefault(c.Id), saisie.Motifs.GetValueOrDefault(c.Id), saisie.Cotes.GetValueOrDefault(c.Id)))
                .Select(EnConflit)]);
    }

    private static string Marque(Conclusion? conclusion, string? motif, int? cote) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conclusion}\n{cote}\n{Saisie.Propre(motif)}")))[..16];

    private static Constat EnConflit(Controle ligne) => new()
    {
        Regle = ligne.Regle,
        Nom = ligne.Nom,
        Resultat = ResultatConstat.Bloquant,
        Message = Francais.Typographier(
            $"{ligne.Nom} ({ligne.Regle}) : pendant que vous écriviez, un collègue l’a {(ligne.Conclusion is { } c ? $"conclue « {Conclusions.Libelle(c)} »" : "remise à conclure")}"
            + $"{(ligne.Motif is null ? "" : $", avec ce motif : « {ligne.Motif} »")}. Enregistrez à nouveau pour garder votre conclusion, ou reprenez la sienne."),
        Source = new Source(ligne.Document, ligne.Citation, []),
        Champ = $"motif-{ligne.Id}",
    };
}
