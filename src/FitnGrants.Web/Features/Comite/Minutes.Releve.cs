using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The relevé de décisions: the outcome of a session on one page, for quick circulation.</summary>
public sealed partial class Minutes
{
    private static object Releve(Faits f, Emetteur emetteur, string code) =>
        new
        {
            papier = emetteur.Papier($"Relevé de décisions, séance {f.Seance.Du}", code, projet: code.Length == 0),
            nature = Nature(f, "Relevé de décisions", "Relevé rectificatif"),
            instance = Francais.Majuscule(f.Seance.NomInstance),
            seance = f.Seance.Du,
            edition = Edition(f, "le relevé de décisions", "le relevé rectificatif"),
            tenue = Francais.Typographier(TenueEnUneLigne(f.Seance)),
            decisions = f.Lignes.Select(l =>
                new[]
                {
                    $"{l.P.Ordre}",
                    $"{l.Dossier.Porteur!.Nom} ({l.Dossier.Departement})",
                    Francais.Typographier($"{l.Version.Contenu.Projet.Titre}, {l.Dossier.Numero}"),
                    $"{l.Version.MontantDemande}",
                    l.Montree?.MontantAccorde?.ToString() ?? "–",
                    l.Montree?.MontantAccorde is { } m && l.Dossier.RetenuDe(l.Version).Assiette is { } a
                        ? m.Sur(a)?.ToString() ?? "–"
                        : "–",
                    l.Issue,
                }
            ),
            total = new[] { "", Francais.Compte(f.Lignes.Count, "dossier"), "", $"{f.Demande}", $"{f.Propose}", "", "" },
            conditions = f
                .Lignes.Where(l => l.Montree?.Conditions is not null)
                .Select(l => Francais.Typographier($"Point {l.P.Ordre} : {EnUneLigne(l.Montree!.Conditions!)}")),
            rectifications = f
                .Lignes.Where(l => !l.Masquee)
                .SelectMany(l => l.Rectifiees.Select(x => Francais.Typographier($"Point {l.P.Ordre} : ") + Rectification(l, x))),
            retires = Retires(f),
            enveloppes = f.Enveloppes.Select(e => e.EnReperes),
            signature = f.Seance.Tenue.President is { } president
                ? new
                {
                    formule = new[]
                    {
                        president.Civilite == Civilite.Madame ? "La présidente de séance," : "Le président de séance,",
                        $"{president.Qualite},",
                    }.Select(Francais.Typographier),
                    mention = (string?)null,
                    nom = president.NomEntier,
                }
                : null,
        };

    /// <summary>« Sous la présidence du secrétaire général. 4 membres présents sur 5 : le quorum est atteint. »</summary>
    private static string TenueEnUneLigne(Seance s)
    {
        var presidence = s.Tenue.President is { } p ? $"Présidence : {Francais.LeOuLa(p.Qualite, p.Civilite == Civilite.Madame)}. " : "";
        var report = s.Mouvement is { } m ? $"Séance {m}, initialement prévue {s.Initialement}. " : "";
        return $"{report}{presidence}{Quorum(s)}";
    }

    private static string EnUneLigne(string texte) =>
        Francais.Phrase(
            string.Join(
                " ; ",
                texte
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(l => l.TrimStart('-', '–', '•', ' '))
            )
        );
}
