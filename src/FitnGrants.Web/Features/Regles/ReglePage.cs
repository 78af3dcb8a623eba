using System.Globalization;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Reglements;

namespace FitnGrants.Web.Features.Regles;

/// <summary>A rule as people read it in one dispositif: its sentence, its mode, its numbers, its quote, its examples.</summary>
public sealed record RegleLue(Reglement Reglement, RegleActivee Regle)
{
    /// <summary>Each case, and what the rule itself answers to it.</summary>
    public IReadOnlyList<(string Cas, Constat? Constat)> Exemples { get; } =
    [.. Regle.Regle.Exemples(Regle, new Modele(Reglement)).Select(e => (e.Cas, e.Juger(Reglement, Regle)))];

    /// <summary>« Bloquante », its tone, and what it does.</summary>
    public (string Mot, string Ton, string Effet) Mode => Modes(Regle.Mode);

    /// <summary>The band of a rate rule.</summary>
    public Tranche? Tranche => Reglement.Tranches.FirstOrDefault(t => t.Code == Regle.Code);

    /// <summary>The numbers and lists of the rule here, in words.</summary>
    public IEnumerable<(string Nom, string Valeur)> Parametres =>
        Regle.Parametres.Valeurs.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => Lire(p.Key, p.Value)).OfType<(string, string)>();

    /// <summary>The fields that its findings are beside.</summary>
    public IEnumerable<string> Champs => Rubrique.Toutes.Where(r => r.Regles.Contains(Regle.Regle.GetType())).Select(r => r.Nom);

    /// <summary>« ligne 13 », « lignes 23 et 24 »; empty for a text.</summary>
    public string Lignes =>
        Regle.Source.Lignes.Length switch
        {
            0 => "",
            1 => $", ligne {Regle.Source.Lignes[0]}",
            _ => $", lignes {Francais.Liste([.. Regle.Source.Lignes.Select(l => l.ToString(CultureInfo.InvariantCulture))])}",
        };

    public static (string Mot, string Ton, string Effet) Modes(ModeRegle? mode) =>
        mode switch
        {
            ModeRegle.Bloquant => ("Bloquante", "rouge", "Un manquement empêche l’acte."),
            ModeRegle.Alerte => ("Alerte", "ambre", "Un manquement se signale et s’explique ; il n’empêche rien."),
            ModeRegle.Priorite => ("Priorité", "bleu", "Elle compte dans le classement ; elle ne décide jamais seule."),
            ModeRegle.Information => ("Information", "gris", "Elle informe."),
            _ => ("Sans effet", "gris", "Elle ne joue pas dans ce dispositif."),
        };

    private static (string, string)? Lire(string cle, System.Collections.Immutable.ImmutableArray<string> valeurs)
    {
        string Nombre() => long.TryParse(valeurs[0], CultureInfo.InvariantCulture, out var n) ? Francais.Entier(n) : valeurs[0];
        string Jour() => DateOnly.TryParse(valeurs[0], CultureInfo.InvariantCulture, out var j) ? Francais.Date(j) : valeurs[0];
        string Natures() => Francais.Liste([.. valeurs.Select(v => Enum.TryParse<NatureJuridique>(v, out var n) ? Libelles.Nature(n) : v)]);
        (string Nom, string Valeur)? lu = cle switch
        {
            "plafond" => ("Plafond, exclu", Nombre() + " habitants"),
            "seuil" => ("À partir de", Nombre() + " habitants"),
            "moyenne" => ("Collectivité moyenne à partir de", Nombre() + " habitants"),
            "grande" => ("Grande collectivité à partir de", Nombre() + " habitants"),
            "seuilAlerte" => ("Alerte à partir de", Nombre() + " % du coût éligible"),
            "longueurMinimale" => ("Motivation, au moins", Nombre() + " caractères"),
            "limite" => ("Jusqu’au", Jour()),
            "de" => ("Du", Jour()),
            "a" => ("Au", Jour()),
            "natures" => ("Admises", Natures()),
            "aConfirmer" => ("Admises, à confirmer", Natures()),
            _ => null,
        };
        return lu is { } x ? (x.Nom, Francais.Typographier(x.Valeur)) : null;
    }
}

/// <summary>One rule, wherever a règlement switches it on, or a sheet states it.</summary>
public sealed record ReglePage(
    string Code,
    string Nom,
    IReadOnlyList<RegleLue> Ici,
    IReadOnlyList<(Reglement Reglement, ModeRegle? Mode)> Modes,
    RegleInformative? Informative,
    IReadOnlyList<DispositifInformatif> Fiches
)
{
    /// <summary>Readings that have no rule of their own: the class that speaks under their code.</summary>
    private static readonly Dictionary<string, Type> Lectures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["A13"] = typeof(Domain.Seances.Regles.AccordDansLaDemande),
        ["A15"] = typeof(Domain.Dossiers.Regles.TerritoireDuDispositif),
        ["A17"] = typeof(Domain.Seances.Regles.ARevoirAccompagne),
        ["A30"] = typeof(Domain.Dossiers.Regles.BeneficiairesAdmis),
    };

    public static ReglePage? De(string demande, IReadOnlyCollection<Reglement> reglements, FichesInformatives fiches)
    {
        var code = Lectures.TryGetValue(demande, out var classe)
            ? reglements.SelectMany(r => r.Regles).FirstOrDefault(r => r.Regle.GetType() == classe)?.Code ?? demande
            : demande;
        bool EstElle(string autre) => string.Equals(autre, code, StringComparison.OrdinalIgnoreCase);
        var ici = reglements
            .SelectMany(r => r.Regles.Where(x => EstElle(x.Code) && x.Mode != ModeRegle.Inactif).Select(x => new RegleLue(r, x)))
            .ToList();
        var informative = fiches.Regles.FirstOrDefault(r => EstElle(r.Regle.Code));
        if (ici.Count == 0 && informative is null)
            return null;
        return new ReglePage(
            informative?.Regle.Code ?? ici[0].Regle.Code,
            ici is [var premiere, ..] ? premiere.Regle.Nom : informative!.Regle.Nom,
            ici,
            ici.Count == 0 ? [] : [.. reglements.Select(r => (r, r.Regles.FirstOrDefault(x => EstElle(x.Code))?.Mode))],
            informative?.Regle,
            [.. fiches.Toutes.Where(f => informative?.Fiches.Contains(f.Code) == true)]
        );
    }
}
