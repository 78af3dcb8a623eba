using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using static FitnGrants.Web.Documents.Lettres.ValeurDeLettre;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>What a letter may say of a dossier, field by field: the only values that a template names.</summary>
public static partial class ChampsDesLettres
{
    /// <summary>A field, with the words that name it where it is missing.</summary>
    public static ChampDeLettre Un(string nom, ValeurDeLettre? valeur, bool facultatif = false) =>
        new(nom, Libelles[nom], valeur, facultatif);

    /// <summary>What each letter may say.</summary>
    public static IEnumerable<ChampDeLettre> Communs(Dossier dossier, VersionDeposee? version, Reglement reglement)
    {
        var projet = version?.Contenu.Projet ?? dossier.Contenu.Projet;
        yield return Un("projet", new Texte(EntreGuillemets(projet.Titre)));
        yield return Un("numéro", new Texte(dossier.Numero));
        yield return Un("réception", dossier.DeposeLe is { } le ? new Texte(Francais.Date(JourDeParis.De(le))) : null);
        yield return Un("volet", new Texte($"ITN7, axe 3, volet {reglement.Volet}"));
        yield return Un("dispositif", new Texte($"{reglement.Intitule} ({reglement.Nom})"));
    }

    /// <summary>The fields of the letter of a decision.</summary>
    /// <param name="dossier">The dossier, with its versions.</param>
    /// <param name="version">The one that was decided.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="proches">Words of the projects to learn from, by number.</param>
    /// <param name="seances">Sentence on the next sessions.</param>
    /// <param name="reglement">The règlement that judged it.</param>
    /// <param name="constats">What the examination of that version found, by rule.</param>
    public static Dictionary<string, ChampDeLettre> De(
        Dossier dossier,
        VersionDeposee version,
        Decision decision,
        IReadOnlyDictionary<string, string> proches,
        string seances,
        Reglement reglement,
        IReadOnlyDictionary<string, string> constats
    )
    {
        var assiette = dossier.RetenuDe(version).Assiette;
        var @base = version.Contenu.Projet.BaseRetenue == BaseTaxe.HT ? "hors taxes" : "toutes taxes comprises";
        var instance = reglement.Instance;
        var feminin = instance.Article == "la";
        var moindre = assiette < version.Assiette;
        var reduction = decision.MontantAccorde is { } m && version.MontantDemande is { } d && m < d ? d.Moins(m) : (Euros?)null;
        IEnumerable<ChampDeLettre> propres =
        [
            Un("coût", version.Assiette is { } cout ? new Texte($"{cout} {@base}") : null),
            Un("demande", new Texte(version.MontantDemande?.ToString())),
            Un("de l’instance", new Texte($"{(feminin ? "de la" : "du")} {instance.Nom}")),
            Un("réunion", new Texte($"{(feminin ? "réunie" : "réuni")} le {Francais.Date(decision.PriseLe)}")),
            Un("montant", new Texte(decision.MontantAccorde?.ToString())),
            Un(
                "chiffres",
                decision.MontantAccorde is { } accorde && assiette is { } retenue
                    ? new Reperes([
                        ($"Dépense éligible retenue ({(version.Contenu.Projet.BaseRetenue == BaseTaxe.HT ? "HT" : "TTC")})", $"{retenue}"),
                        ("Taux d’intervention", accorde.Sur(retenue)?.ToString() ?? ""),
                        ("Aide réservée", $"{accorde}"),
                    ])
                    : null
            ),
            Un("motifs", new Texte(Motifs(decision))),
            Un("réduction", reduction is { } r ? new Texte($"{r}") : null, facultatif: true),
            Un(
                "cause",
                new Texte(
                    moindre
                        ? $"car la dépense retenue est de {assiette}, et non de {version.Assiette}"
                        : $"montant que propose {instance.Article} {instance.Nom}"
                )
            ),
            Un("attribuant", new Texte(Francais.Minuscule(ServicesDesReglements.NomDuService(reglement.Attribuant)))),
            Un("parts", Parts(dossier, version, decision), facultatif: true),
            Un(
                "rejet",
                dossier.RejetImpliciteLe is { } rejet && rejet < decision.PriseLe ? new Texte(Francais.Date(rejet)) : null,
                facultatif: true
            ),
            Un("conditions", new Liste(Lignes(decision.Conditions)), facultatif: true),
            Un("terme", dossier.RejetImpliciteLe is { } terme ? new Texte(Francais.Date(terme)) : null),
            Un("fois", new Texte(Fois(dossier.NombreARevoir)), facultatif: true),
            Un(
                "axes",
                new Liste(
                    [
                        .. decision.Axes.Select(a =>
                            AxesDAmelioration.Cible(a.Cible, reglement) is { } cible ? $"{a.Texte} ({Francais.Minuscule(cible)})" : a.Texte
                        ),
                    ],
                    Numerotee: true
                )
            ),
            Un("référent", new Texte(decision.Referent)),
            Un(
                "similaires",
                new Liste([.. decision.Similaires.Select(n => proches.GetValueOrDefault(n)).OfType<string>()]),
                facultatif: true
            ),
            Un("séances", new Texte(seances)),
            Un("fondements", new Liste(Cites(decision, reglement, constats)), facultatif: true),
        ];
        return Communs(dossier, version, reglement).Concat(propres).ToDictionary(c => c.Nom, StringComparer.Ordinal);
    }

    /// <summary>The part of each member of a groupement, that sum to the amount to the cent.</summary>
    private static Tableau? Parts(Dossier dossier, VersionDeposee version, Decision decision)
    {
        if (
            version.Contenu.Groupement is not { Membres.Length: > 0, Parts: { } parts } groupement
            || decision.MontantAccorde is not { } montant
            || groupement.Repartir(montant) is not { } montants
        )
            return null;
        var noms = groupement
            .Membres.Select(m => dossier.Membres.FirstOrDefault(b => b.Siren == m.Siren)?.Nom ?? $"SIREN {m.Siren}")
            .Prepend($"{dossier.Porteur!.Nom}, chef de file");
        return new Tableau(
            ["Collectivité", "Part", "Montant"],
            [.. noms.Select((n, i) => (string[])[n, $"{new Taux(parts[i])}", $"{montants[i]}"])]
        );
    }

    /// <summary>The fields of the letter that ends an instruction without a session.</summary>
    /// <param name="dossier">The dossier, with its versions.</param>
    /// <param name="issue">How it ended.</param>
    /// <param name="reglement">Its règlement.</param>
    /// <param name="constat">What the examination found against the rule; null where it found nothing.</param>
    public static Dictionary<string, ChampDeLettre> De(Dossier dossier, Issue issue, Reglement reglement, string? constat)
    {
        var regle = reglement.Regles.FirstOrDefault(r => r.Code == issue.Regle);
        IEnumerable<ChampDeLettre> propres =
        [
            Un("règle", regle is null ? null : new Texte(Enoncer(regle, constat)), facultatif: issue.Axe is not null),
            Un("axe", new Texte(issue.Axe)),
            Un("cible", new Texte(issue.Coordonnees), facultatif: true),
            Un("motifs", new Texte(issue.Motivation)),
        ];
        return Communs(dossier, dossier.Versions.MaxBy(v => v.Version), reglement)
            .Concat(propres)
            .ToDictionary(c => c.Nom, StringComparer.Ordinal);
    }

    /// <summary>The fields of the letter that asks for pieces and corrections.</summary>
    public static Dictionary<string, ChampDeLettre> De(Dossier dossier, VersionDeposee? version, Demande demande, Reglement reglement)
    {
        IEnumerable<ChampDeLettre> propres =
        [
            Un("échéance", new Texte(Francais.Date(demande.AvantLe))),
            Un(
                "points",
                new Tableau(
                    ["N°", "Pièce ou point", "Ce qui est attendu, et pourquoi", "Texte qui le demande"],
                    [.. demande.Points.Select((p, i) => (string[])[$"{i + 1}", Nom(p), p.Texte, Source(p, reglement)])]
                )
            ),
            Un("indispensables", new Texte(Indispensables(demande)), facultatif: true),
        ];
        return Communs(dossier, version, reglement).Concat(propres).ToDictionary(c => c.Nom, StringComparer.Ordinal);
    }

    /// <summary>« les points 1 et 3 de ce tableau »; null where the instruction may go on without any.</summary>
    private static string? Indispensables(Demande demande) =>
        demande.Points.Select((p, i) => (p, N: $"{i + 1}")).Where(x => x.p.Indispensable).Select(x => x.N).ToList() switch
        {
            [] => null,
            [var seul] => $"le point {seul} de ce tableau",
            var rangs => $"les points {Francais.Liste(rangs)} de ce tableau",
        };

    private static string Nom(PointDemande point) =>
        point.Piece is { } piece ? Choix.TypesDePiece.Libelle(piece.ToString())
        : Rubrique.Trouver(point.Cible) is { } rubrique ? rubrique.Nom
        : point.Cible;

    /// <summary>The quoted rule that speaks of a part, where it is alone; the arrêté of 2018 says what a request must contain.</summary>
    private static string Source(PointDemande point, Reglement reglement)
    {
        var classes = Rubrique.Trouver(point.Cible)?.Regles ?? [];
        var regles = reglement
            .Regles.Where(r => r.Mode != ModeRegle.Inactif && r.Source.Citation is { Length: > 0 } && classes.Contains(r.Regle.GetType()))
            .ToList();
        // A part that several rules speak of is asked for by none of them alone.
        return regles is [var seule] ? Cite(seule) : "Arrêté du 21 août 2018";
    }

    /// <summary>The typed motivation, then what it rests on, in words.</summary>
    private static string Motifs(Decision decision)
    {
        var fondements = decision
            .Motifs.Select(m => $"{Nom(m.Fondement)} « {m.Nom} »")
            .Concat(decision.Fondements.Except(decision.Motifs.Select(m => m.Fondement)).Select(f => $"{Des(f)} du règlement"))
            .ToList();
        return fondements.Count == 0
            ? decision.Motivation
            : $"{decision.Motivation}\nCette décision se fonde sur {Francais.Liste(fondements)}.";
    }

    private static string Nom(Fondement fondement) =>
        fondement switch
        {
            Fondement.Critere => "le critère",
            Fondement.Valeur => "la valeur",
            Fondement.Priorite => "la priorité",
            _ => "l’exclusion",
        };

    private static string Des(Fondement fondement) =>
        fondement switch
        {
            Fondement.Critere => "les critères",
            Fondement.Valeur => "les valeurs",
            Fondement.Priorite => "les priorités",
            _ => "les exclusions",
        };

    /// <summary>Each rule with its source, and what the examination found against it.</summary>
    private static List<string> Cites(Decision decision, Reglement reglement, IReadOnlyDictionary<string, string> constats) =>
        [
            .. decision
                .Motifs.Select(m => reglement.Regles.FirstOrDefault(r => r.Code == m.Code))
                .OfType<RegleActivee>()
                .Select(r =>
                    Cite(r) + (constats.GetValueOrDefault(r.Code) is { Length: > 0 } constat ? $". {Francais.Phrase(Fait(constat))}" : "")
                ),
        ];

    /// <summary>The fact of a finding, without what it advised while there was time.</summary>
    private static string Fait(string constat) =>
        constat.IndexOf(" : ", StringComparison.Ordinal) is > UnFait and var fin ? constat[..fin] : constat;

    /// <summary>Letters under which what comes before a colon is a label, not a fact.</summary>
    private const int UnFait = 20;

    /// <summary>The rule in full, as it reads, with its quote, then what was found against it.</summary>
    private static string Enoncer(RegleActivee regle, string? constat) =>
        $"{Francais.Phrase(regle.Phrase)} {Cite(regle)}{(regle.Source.Citation is { Length: > 0 } ? "" : $" ({regle.Source.Document})")}."
        + (constat is { Length: > 0 } ? $" {Francais.Phrase(Fait(constat))}" : "");

    private static string Cite(RegleActivee regle) =>
        regle.Source.Citation is { Length: > 0 } citation
            ? $"{regle.Nom} : « {EntreGuillemets(citation)} » ({regle.Source.Document})"
            : regle.Nom;

    /// <summary>Quotes within quotes become « “ ” ».</summary>
    private static string? EntreGuillemets(string? texte) =>
        texte
            ?.Replace("« ", "“", StringComparison.Ordinal)
            .Replace("«", "“", StringComparison.Ordinal)
            .Replace(" »", "”", StringComparison.Ordinal)
            .Replace("»", "”", StringComparison.Ordinal)
            .Trim();

    private static List<string> Lignes(string? texte) =>
        [
            .. (texte ?? "")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.TrimStart('-', '–', '•', '*', ' ')),
        ];

    private static string? Fois(int nombre) =>
        nombre switch
        {
            <= 1 => null,
            2 => " pour la deuxième fois",
            3 => " pour la troisième fois",
            _ => $" pour la {nombre}e fois",
        };
}
