using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents.Lettres;
using static FitnGrants.Web.Documents.Lettres.ValeurDeLettre;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>What a letter may say of a dossier, field by field: the only values that a template names.</summary>
public static class ChampsDesLettres
{
    /// <summary>What each letter may say.</summary>
    private static IEnumerable<ChampDeLettre> Communs(Dossier dossier, VersionDeposee? version, Reglement reglement)
    {
        var projet = version?.Contenu.Projet ?? dossier.Contenu.Projet;
        yield return new("projet", "le titre du projet", new Texte(EntreGuillemets(projet.Titre)));
        yield return new("numero", "le numéro du dossier", new Texte(dossier.Numero));
        yield return new("dossier", "le numéro du dossier", new Texte(dossier.Numero));
        yield return new(
            "reception",
            "le jour de la réception",
            dossier.DeposeLe is { } le ? new Texte(Francais.Date(JourDeParis.De(le))) : null
        );
        yield return new("volet", "l’axe et le volet", new Texte($"ITN7, axe 3, volet {reglement.Volet}"));
        yield return new("dispositif", "le nom du dispositif", new Texte($"{reglement.Intitule} ({reglement.Nom})"));
    }

    /// <summary>The fields of the letter of a decision.</summary>
    /// <param name="dossier">The dossier, with its versions.</param>
    /// <param name="version">The one that was decided.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="proches">Words of the projects to learn from, by number.</param>
    /// <param name="seances">Sentence on the next sessions.</param>
    /// <param name="reglement">The règlement that judged it.</param>
    public static Dictionary<string, ChampDeLettre> De(
        Dossier dossier,
        VersionDeposee version,
        Decision decision,
        IReadOnlyDictionary<string, string> proches,
        string seances,
        Reglement reglement
    )
    {
        var assiette = version.Version == dossier.Version ? dossier.Evaluer(reglement).Assiette : version.Assiette;
        var @base = version.Contenu.Projet.BaseRetenue == BaseTaxe.HT ? "hors taxes" : "toutes taxes comprises";
        var instance = reglement.Instance;
        var feminin = instance.Article == "la";
        var reduction = decision.MontantAccorde is { } m && version.MontantDemande is { } d && m < d ? d.Moins(m) : (Euros?)null;
        IEnumerable<ChampDeLettre> propres =
        [
            new("cout", "le coût éligible", version.Assiette is { } cout ? new Texte($"{cout} {@base}") : null),
            new("demande", "le montant demandé", new Texte(version.MontantDemande?.ToString())),
            new("de l’instance", "l’instance", new Texte($"{(feminin ? "de la" : "du")} {instance.Nom}")),
            new("réunion", "le jour de la séance", new Texte($"{(feminin ? "réunie" : "réuni")} le {Francais.Date(decision.PriseLe)}")),
            new("montant", "le montant de l’aide", new Texte(decision.MontantAccorde?.ToString())),
            new(
                "chiffres",
                "les chiffres de l’aide",
                decision.MontantAccorde is { } accorde && assiette is { } retenue
                    ? new Reperes([
                        ($"Dépense éligible retenue ({(version.Contenu.Projet.BaseRetenue == BaseTaxe.HT ? "HT" : "TTC")})", $"{retenue}"),
                        ("Taux d’intervention", accorde.Sur(retenue)?.ToString() ?? ""),
                        ("Aide réservée", $"{accorde}"),
                    ])
                    : null
            ),
            new("motifs", "la motivation", new Texte(Motifs(decision))),
            new("réduction", "la différence avec la demande", reduction is { } r ? new Texte($"{r}") : null, Facultatif: true),
            new("conditions", "les conditions", new Liste(Lignes(decision.Conditions)), Facultatif: true),
            new("terme", "le terme du délai de l’acte", dossier.RejetImpliciteLe is { } terme ? new Texte(Francais.Date(terme)) : null),
            new("fois", "le nombre de renvois", new Texte(Fois(dossier.NombreARevoir)), Facultatif: true),
            new(
                "axes",
                "les points à améliorer",
                new Liste(
                    [
                        .. decision.Axes.Select(a =>
                            AxesDAmelioration.Cible(a.Cible, reglement) is { } cible ? $"{a.Texte} ({Francais.Minuscule(cible)})" : a.Texte
                        ),
                    ],
                    Numerotee: true
                )
            ),
            new("referent", "qui accompagne le porteur", new Texte(decision.Referent)),
            new(
                "similaires",
                "les projets proches",
                new Liste([.. decision.Similaires.Select(n => proches.GetValueOrDefault(n) ?? n)]),
                Facultatif: true
            ),
            new("séances", "les prochaines séances", new Texte(seances)),
            new("fondements", "les règles citées", new Liste(Cites(decision, reglement)), Facultatif: true),
        ];
        return Communs(dossier, version, reglement).Concat(propres).ToDictionary(c => c.Nom, StringComparer.Ordinal);
    }

    /// <summary>The fields of the letter that ends an instruction without a session.</summary>
    public static Dictionary<string, ChampDeLettre> De(Dossier dossier, Issue issue, Reglement reglement)
    {
        var regle = reglement.Regles.FirstOrDefault(r => r.Code == issue.Regle);
        IEnumerable<ChampDeLettre> propres =
        [
            new("règle", "la règle", regle is null ? null : new Texte(Cite(regle)), Facultatif: issue.Axe is not null),
            new("axe", "le dispositif vers lequel le projet est orienté", new Texte(issue.Axe)),
            new("motifs", "la motivation", new Texte(issue.Motivation)),
        ];
        return Communs(dossier, dossier.Versions.MaxBy(v => v.Version), reglement)
            .Concat(propres)
            .ToDictionary(c => c.Nom, StringComparer.Ordinal);
    }

    /// <summary>Names that a template may use.</summary>
    public static IReadOnlySet<string> Noms(NatureDeLettre nature) =>
        nature is NatureDeLettre.Irrecevabilite or NatureDeLettre.Reorientation ? DUneIssue : DUneDecision;

    private static readonly HashSet<string> Partages = new(StringComparer.Ordinal)
    {
        "projet",
        "numero",
        "dossier",
        "reception",
        "volet",
        "dispositif",
        "motifs",
    };

    private static readonly HashSet<string> DUneIssue = new(Partages, StringComparer.Ordinal) { "règle", "axe" };

    private static readonly HashSet<string> DUneDecision = new(Partages, StringComparer.Ordinal)
    {
        "cout",
        "demande",
        "de l’instance",
        "réunion",
        "montant",
        "chiffres",
        "réduction",
        "conditions",
        "terme",
        "fois",
        "axes",
        "referent",
        "similaires",
        "séances",
        "fondements",
    };

    /// <summary>The typed motivation, then what it rests on, in words.</summary>
    private static string Motifs(Decision decision)
    {
        var fondements = decision
            .Motifs.Select(m => $"{Un(m.Fondement)} « {m.Nom} »")
            .Concat(decision.Fondements.Except(decision.Motifs.Select(m => m.Fondement)).Select(f => $"{Des(f)} du règlement"))
            .ToList();
        return fondements.Count == 0
            ? decision.Motivation
            : $"{decision.Motivation}\nCette décision se fonde sur {Francais.Liste(fondements)}.";
    }

    private static string Un(Fondement fondement) =>
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

    private static List<string> Cites(Decision decision, Reglement reglement) =>
        [
            .. decision
                .Motifs.Select(m => reglement.Regles.FirstOrDefault(r => r.Code == m.Code))
                .OfType<RegleActivee>()
                .Where(r => r.Source.Citation is { Length: > 0 })
                .Select(Cite),
        ];

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
