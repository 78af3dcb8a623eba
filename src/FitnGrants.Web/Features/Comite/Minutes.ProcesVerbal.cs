using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The procès-verbal: who was there, what was said of each point, what was proposed.</summary>
public sealed partial class Minutes
{
    private static object ProcesVerbal(Faits f, Emetteur emetteur, string code)
    {
        var t = f.Seance.Tenue;
        return new
        {
            papier = emetteur.Papier($"Procès-verbal, séance {f.Seance.Du}", code, projet: code.Length == 0),
            instance = Francais.Majuscule(f.Seance.NomInstance),
            seance = f.Seance.Du,
            nature = Nature(f, $"Procès-verbal{Numero(f)}", "Procès-verbal rectificatif"),
            edition = Edition(f, $"le procès-verbal{Numero(f)}", "le procès-verbal rectificatif"),
            tenue = LaTenue(f),
            membres = Composition(f.Seance),
            quorum = Quorum(f.Seance),
            deports = Interets(f),
            ordre = f.Lignes.Select(l =>
                new[]
                {
                    $"{l.P.Ordre}",
                    $"{l.Dossier.Porteur!.Nom} ({l.Dossier.Departement})",
                    Francais.Typographier(l.Version.Contenu.Projet.Titre ?? ""),
                    $"{l.Version.MontantDemande}",
                    l.Montree?.MontantAccorde?.ToString() ?? l.Issue,
                }
            ),
            total = new[] { "", Francais.Compte(f.Lignes.Count, "dossier"), "", $"{f.Demande}", $"{f.Propose}" },
            points = f.Lignes.Select(Deliberation),
            enveloppes = f.Enveloppes.Select(e => e.EnReperes),
            retires = Retires(f),
            fin = Francais.Typographier(
                f.Seance.ClotureeLe is { } c
                    ? $"L’ordre du jour étant épuisé, la séance est levée{Fin(f.Seance, c)}. Annexe : le livret de la séance."
                    : "La séance n’est pas levée."
            ),
            signatures = new[] { (Role: "président", t.President), (Role: "secrétaire", t.Secretaire) }
                .Where(x => x.Item2 is not null)
                .Select(x =>
                {
                    var elle = x.Item2!.Civilite == Civilite.Madame;
                    var role = x.Role == "président" && elle ? "présidente" : x.Role;
                    return new
                    {
                        formule = new[] { $"{(elle ? "La" : "Le")} {role} de séance,", $"{x.Item2.Qualite}," }.Select(
                            Francais.Typographier
                        ),
                        nom = x.Item2.NomEntier,
                    };
                }),
        };
    }

    private static string Numero(Faits f) => f.Numero is { } numero ? $" n° {numero}" : "";

    /// <summary>Members, then those who are heard or only listen: organisme, quality, voice, presence and mandate.</summary>
    private static IEnumerable<string[]> Composition(Seance s)
    {
        var rang = 0;
        foreach (var m in s.Membres)
        {
            var mandat = m.Presence == Presence.Represente && s.Tenue.De(m.Code)?.MandatA is { } a ? $", mandat {Au(a)}" : "";
            yield return
            [
                $"{++rang}",
                Membre.OrganismeDe(m.Code),
                Francais.Typographier(s.Tenue.De(m.Code)?.Qualite ?? "–"),
                "Délibérative",
                Francais.Majuscule(MotsDesDecisions.Presence(m)) + mandat,
            ];
        }
        foreach (var p in s.Tenue.Participants)
            yield return
            [
                $"{++rang}",
                Francais.Typographier(p.Organisme),
                Francais.Typographier(p.Qualite.Length == 0 ? "–" : p.Qualite),
                p.SansVoix ? "Sans voix" : "Consultative",
                "A participé",
            ];
    }

    private static IEnumerable<string[]> LaTenue(Faits f)
    {
        var s = f.Seance;
        string? De(PersonneDeSeance? p) => p is null ? null : Francais.LeOuLa(p.Qualite, p.Civilite == Civilite.Madame);
        (string Nom, string? Valeur)[] lignes =
        [
            ("Dispositif", f.Dispositifs),
            (
                "Date initiale",
                s.Mouvement is not { } m ? null
                : s.MotifReport is { } motif && motif.Contains(s.Initialement!, StringComparison.Ordinal) ? Francais.Phrase(motif)
                : $"prévue {s.Initialement}, {m}. {Francais.Phrase(s.MotifReport ?? "")}"
            ),
            ("Convocation", s.Tenue.ConvoqueeLe is { } le ? $"envoyée le {Francais.Date(le)}" : null),
            ("Lieu", s.Tenue.Lieu),
            (
                "Heures",
                s.OuverteLe is { } o
                    ? $"ouverte {(s.Tenue.DebutA is { } debut ? $"à {Francais.Heure(debut)}" : Quand(o))}"
                        + (s.ClotureeLe is { } c ? $", levée {(s.Tenue.FinA is { } fin ? $"à {Francais.Heure(fin)}" : Quand(c))}" : "")
                    : null
            ),
            ("Présidence", De(s.Tenue.President)),
            ("Secrétariat", De(s.Tenue.Secretaire)),
        ];
        return lignes.Where(l => !string.IsNullOrWhiteSpace(l.Valeur)).Select(l => new[] { l.Nom, Francais.Typographier(l.Valeur!) });

        // The day is said only where it is not that of the session.
        string Quand(DateTimeOffset instant) =>
            JourDeParis.De(instant) == s.Jour ? $"à {Francais.Heure(instant)}" : $"le {Francais.DateEtHeure(instant)}";
    }

    /// <summary>« Quorum : trois membres au moins (usage). Quatre sont présents : le quorum est atteint. »</summary>
    private static string Quorum(Seance s)
    {
        var representes = s.Membres.Count(m => m.Presence == Presence.Represente);
        var presents =
            Francais.Compte(s.Presents - representes, "membre présent", "membres présents")
            + (representes == 0 ? "" : $" et {Francais.Compte(representes, "représenté", "représentés")}")
            + $" sur {s.Membres.Length}";
        return Francais.Typographier(
            s.Membres.All(m => m.Presence is null) ? "Les présences n’ont pas été enregistrées."
            : s.Tenue.Quorum is not { } minimum ? $"{presents}. Aucun quorum n’est fixé."
            : $"Quorum : {Francais.Compte(minimum, "membre")} au moins{(s.Tenue.SourceDuQuorum is { } source ? $" ({source})" : "")}. "
                + $"{presents} : le quorum {(s.QuorumAtteint == true ? "est" : "n’est pas")} atteint."
        );
    }

    private static string Interets(Faits f) =>
        f.Lignes.Where(l => l.P.Deports.Length > 0).Select(l => $"point {l.P.Ordre}, {Deports(l.P)}").ToList() is { Count: > 0 } dits
            ? Francais.Typographier(Francais.Phrase($"Déports : {string.Join(" ; ", dits)}"))
            : "Aucun membre n’a déclaré d’intérêt dans les affaires inscrites.";

    /// <summary>The hour that was said, else that of the closing where it was closed on its own day.</summary>
    private static string Fin(Seance s, DateTimeOffset close) =>
        s.Tenue.FinA is { } fin ? $" à {Francais.Heure(fin)}"
        : JourDeParis.De(close) == s.Jour ? $" à {Francais.Heure(close)}"
        : "";

    private static object Deliberation(Ligne l)
    {
        var (d, deliberation) = (l.Montree, l.Masquee ? null : l.P.Deliberation);
        var assiette = l.Dossier.RetenuDe(l.Version).Assiette;
        string Taux(Euros? montant) => assiette is { } a && montant is { } m && m.Sur(a) is { } taux ? $" ({taux})" : "";
        string[] faits =
        [
            l.Dossier.Numero!,
            $"dépense éligible{(l.Version.Version == l.Dossier.Version ? " retenue" : "")} {assiette}",
            $"demandé {l.Version.MontantDemande}{Taux(l.Version.MontantDemande)}",
            .. d?.MontantAccorde is { } propose && propose != l.Version.MontantDemande ? new[] { $"proposé {propose}{Taux(propose)}" } : [],
            .. l.P.Rapporteur is { } r ? new[] { $"rapporteur : {Francais.Minuscule(Membre.OrganismeDe(r))}" } : [],
        ];
        (string Nom, string? Texte)[] paragraphes =
        [
            (
                "Avis des membres.",
                l.Masquee || l.P.Avis.Length == 0
                    ? null
                    : string.Join(" ; ", l.P.Avis.Select(a => $"{Membre.OrganismeDe(a.Membre)} : {Sens(a.Sens)}")) + "."
            ),
            ("Débat.", deliberation?.Debat),
            ("Vote.", d is null || l.Masquee ? null : LeVote(deliberation)),
            ("Motifs.", d is null ? null : $"{d.Motivation}\n{Francais.Majuscule(Impressions.Fondements(d))}."),
            ("Conditions.", d?.Conditions),
            ("Accompagnement.", d?.Referent),
            ("Axes à améliorer.", d is { Axes.Length: > 0 } ? Axes(d) : null),
            ("À rapprocher de.", d is { Similaires.Length: > 0 } ? Francais.Liste(d.Similaires) : null),
            .. (l.Masquee ? [] : l.Rectifiees).Select(x => ("Rectification.", (string?)Rectification(l, x))),
        ];
        return new
        {
            l.P.Ordre,
            porteur = l.Dossier.Porteur!.Nom,
            titre = Francais.Typographier(l.Version.Contenu.Projet.Titre ?? ""),
            issue = l.Issue + (d?.MontantAccorde is { } montant ? $" : {montant}" : ""),
            faits = Francais.Typographier(string.Join(" · ", faits)),
            paragraphes = paragraphes
                .Where(p => !string.IsNullOrWhiteSpace(p.Texte))
                .Select(p => new[] { p.Nom, Francais.Typographier(p.Texte!) }),
        };
    }

    /// <summary>One a line: each is a sentence of its own.</summary>
    private static string Axes(Decision d) => string.Join('\n', d.Axes.Select((a, i) => $"{i + 1}. {Francais.Phrase(a.Texte)}"));

    /// <summary>« au secrétariat général… », « à la préfecture du Finistère ».</summary>
    private static string Au(string membre) => (membre == Membre.Sgar ? "au " : "à la ") + Francais.Minuscule(Membre.OrganismeDe(membre));

    private static string LeVote(Deliberation? deliberation) =>
        deliberation is null ? "Aucun vote n’est noté."
        : deliberation.Vote is not { } v ? "Sans vote, par consensus."
        : $"Pour {v.Pour}, contre {v.Contre}, abstentions {v.Abstentions}."
            + (v.Desaccord is { } mention ? $" {Francais.Phrase(mention)}" : "");
}
