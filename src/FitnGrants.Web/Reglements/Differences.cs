using System.Collections.Immutable;
using System.Globalization;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Reglements;

/// <summary>What changes from a version to another: a null side says that the thing was not there.</summary>
/// <param name="Partie">« Dispositif », « Tranche R21 », « Règle R11 »…</param>
/// <param name="Quoi">« plafond »; null for the part itself.</param>
/// <param name="Avant">As it was.</param>
/// <param name="Apres">As it is.</param>
public sealed record Difference(string Partie, string? Quoi, string? Avant, string? Apres)
{
    /// <summary>« Ajoutée », « retirée », « changée ».</summary>
    public string Genre =>
        Avant is null ? "Ajout"
        : Apres is null ? "Retrait"
        : "Changement";
}

/// <summary>A value of a règlement, under its name.</summary>
/// <param name="Cle">Name of the property that it reads.</param>
/// <param name="Nom">As people read it.</param>
/// <param name="Lire">Null when it is not said.</param>
public sealed record ChampDeReglement(string Cle, string Nom, Func<Reglement, string?> Lire);

/// <summary>Compares two versions as they were read, never as texts.</summary>
public static class Differences
{
    /// <summary>Fields, in the order of the file. Bands, sessions, sheet and rules are compared piece by piece.</summary>
    public static readonly ImmutableArray<ChampDeReglement> Champs =
    [
        new(nameof(Reglement.Code), "code", r => r.Code),
        new(nameof(Reglement.Intitule), "intitulé", r => r.Intitule),
        new(nameof(Reglement.Nom), "nom", r => r.Nom),
        new(nameof(Reglement.NomEnveloppe), "nom de l’enveloppe", r => r.NomEnveloppe),
        new(nameof(Reglement.Volet), "volet", r => r.Volet.ToString(CultureInfo.InvariantCulture)),
        new(nameof(Reglement.Region), "région", r => r.Region),
        new(nameof(Reglement.Departements), "départements", r => Liste(r.Departements)),
        new(nameof(Reglement.OuvertLe), "ouverture", r => Date(r.OuvertLe)),
        new(nameof(Reglement.LimiteDepot), "limite de dépôt", r => Date(r.LimiteDepot)),
        new(nameof(Reglement.ArchiveLe), "archive", r => Date(r.ArchiveLe)),
        new(nameof(Reglement.DelaiOrdreDuJourJours), "délai avant la séance", r =>
            r.DelaiOrdreDuJourJours is { } j ? Francais.Compte(j, "jour") : null
        ),
        new(nameof(Reglement.Enveloppe), "enveloppe", r => r.Enveloppe.ToString()),
        new(nameof(Reglement.PopulationReference), "population de référence", r => r.PopulationReference.ToString()),
        new(nameof(Reglement.Instance), "instance", r => $"{r.Instance.Article} {r.Instance.Nom} ({r.Instance.Code})"),
        new(nameof(Reglement.Tribunal), "tribunal", r => r.Tribunal),
        new(nameof(Reglement.Accompagnement), "accompagnement", r => r.Accompagnement),
        new(nameof(Reglement.Attribuant), "service qui attribue", r => r.Attribuant),
        new(nameof(Reglement.ServiceInstructeur), "service instructeur", r => r.ServiceInstructeur),
        new(nameof(Fiche.PourQui), "fiche, pour qui", r => r.Fiche.PourQui),
        new(nameof(Fiche.Taux), "fiche, taux", r => r.Fiche.Taux),
    ];

    private static readonly (string Nom, Func<Reglement, IEnumerable<string>> Lire)[] Listes =
    [
        ("Séances", r => r.Seances.Select(Seance)),
        ("Fiche, ce qui est financé", r => r.Fiche.Finance),
        ("Fiche, critères", r => r.Fiche.Criteres),
        ("Fiche, priorités", r => r.Fiche.Priorites),
        ("Fiche, valeurs", r => r.Fiche.Valeurs),
        ("Fiche, exclusions", r => r.Fiche.Exclusions),
        ("Fiche, ressources", r => r.Fiche.Ressources.Select(x => x.Adresse is null ? x.Libelle : $"{x.Libelle} ({x.Adresse})")),
        ("Fiche, contacts", r => r.Fiche.Contacts.Select(c => c.Courriel is null ? c.Fonction : $"{c.Fonction} ({c.Courriel})")),
    ];

    /// <summary>Everything that changes, in the order of the file.</summary>
    public static ImmutableArray<Difference> Entre(Reglement avant, Reglement apres) =>
        [
            .. Champs.Select(c => Changement("Dispositif", c.Nom, c.Lire(avant), c.Lire(apres))).OfType<Difference>(),
            .. Par(avant.Tranches, apres.Tranches, t => t.Code).SelectMany(p => Entre(p.Avant, p.Apres)),
            .. Listes.SelectMany(l => EntreListes(l.Nom, [.. l.Lire(avant)], [.. l.Lire(apres)])),
            .. Par(avant.Regles, apres.Regles, r => r.Code).SelectMany(p => Entre(p.Avant, p.Apres)),
        ];

    /// <summary>
    /// Rules whose number changes while their quote stays: it may no longer say it. « R21 : le nombre a changé, la citation non… »
    /// </summary>
    public static ImmutableArray<string> CitationsARelire(Reglement avant, Reglement apres) =>
        [
            .. Par(avant.Regles, apres.Regles, r => r.Code)
                .Where(p =>
                    p is { Avant: { } a, Apres: { } b }
                    && a.Source.Citation == b.Source.Citation
                    && a.Source.Document == b.Source.Document
                    && NombreChange(p.Avant, p.Apres, avant, apres)
                )
                .Select(p =>
                    Francais.Typographier(
                        $"{p.Apres!.Code} : le nombre a changé, la {(p.Apres.Source.Citation is null ? "source" : "citation")} non. "
                            + "Vérifiez qu’elle dit encore la même chose."
                    )
                ),
        ];

    /// <summary>« de 20 à 80 % pour 1 000 à 79 999 habitants ».</summary>
    public static string Tranche(Tranche t) =>
        Francais.Typographier(
            $"{(t.Min is { } min ? $"de {Francais.TauxBref(min.Pourcentage)} à " : "jusqu’à ")}{Francais.TauxBref(t.Max.Pourcentage)} "
                + $"% pour {t.Libelle}"
        );

    /// <summary>Parameters of a rule, each with its value as people read it.</summary>
    public static IEnumerable<(string Cle, string Valeur)> Parametres(RegleActivee regle) =>
        regle.Parametres.Valeurs.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, Liste(p.Value.Select(Nombre))));

    private static IEnumerable<Difference> Entre(Tranche? avant, Tranche? apres) =>
        Changement($"Tranche {(avant ?? apres)!.Code}", null, avant is null ? null : Tranche(avant), apres is null ? null : Tranche(apres))
            is { } d
            ? [d]
            : [];

    private static IEnumerable<Difference> Entre(RegleActivee? avant, RegleActivee? apres)
    {
        var partie = $"Règle {(avant ?? apres)!.Code}";
        if (avant is null || apres is null)
            return [new Difference(partie, null, Resume(avant), Resume(apres))];
        var (ici, la) = (
            Parametres(avant).ToDictionary(p => p.Cle, p => p.Valeur, StringComparer.Ordinal),
            Parametres(apres).ToDictionary(p => p.Cle, p => p.Valeur, StringComparer.Ordinal)
        );
        return new[]
        {
            Changement(partie, "mécanisme", avant.Regle.GetType().Name, apres.Regle.GetType().Name),
            Changement(partie, "nom", avant.Nom, apres.Nom),
            Changement(partie, "phrase", avant.Phrase, apres.Phrase),
            Changement(partie, "mode", Mode(avant.Mode), Mode(apres.Mode)),
            Changement(partie, "lecture", avant.Lecture, apres.Lecture),
            Changement(partie, "source", avant.Source.Document, apres.Source.Document),
            Changement(partie, "citation", avant.Source.Citation, apres.Source.Citation),
            Changement(
                partie,
                "lignes de la source",
                Liste(avant.Source.Lignes.Select(l => Francais.Entier(l))),
                Liste(apres.Source.Lignes.Select(l => Francais.Entier(l)))
            ),
        }
            .Concat(
                ici.Keys.Union(la.Keys, StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(c => Changement(partie, c, ici.GetValueOrDefault(c), la.GetValueOrDefault(c)))
            )
            .OfType<Difference>();
    }

    private static bool NombreChange(RegleActivee ici, RegleActivee la, Reglement avant, Reglement apres) =>
        !Parametres(ici).SequenceEqual(Parametres(la))
        || avant.Tranches.FirstOrDefault(t => t.Code == ici.Code) != apres.Tranches.FirstOrDefault(t => t.Code == la.Code);

    private static IEnumerable<Difference> EntreListes(string partie, List<string> avant, List<string> apres) =>
        [
            .. avant.Except(apres, StringComparer.Ordinal).Select(l => new Difference(partie, null, l, null)),
            .. apres.Except(avant, StringComparer.Ordinal).Select(l => new Difference(partie, null, null, l)),
        ];

    private static Difference? Changement(string partie, string? quoi, string? avant, string? apres) =>
        string.Equals(avant, apres, StringComparison.Ordinal) ? null : new Difference(partie, quoi, avant, apres);

    private static IEnumerable<(T? Avant, T? Apres)> Par<T>(IReadOnlyCollection<T> avant, IReadOnlyCollection<T> apres, Func<T, string> cle)
        where T : class
    {
        var (ici, la) = (avant.ToDictionary(cle, StringComparer.Ordinal), apres.ToDictionary(cle, StringComparer.Ordinal));
        return ici.Keys.Union(la.Keys, StringComparer.Ordinal).Select(c => (ici.GetValueOrDefault(c), la.GetValueOrDefault(c)));
    }

    private static string? Resume(RegleActivee? regle) => regle is null ? null : $"{regle.Nom}, {Mode(regle.Mode)}";

    /// <summary>« bloquante ».</summary>
    public static string Mode(ModeRegle mode) =>
        mode switch
        {
            ModeRegle.Bloquant => "bloquante",
            ModeRegle.Alerte => "alerte",
            ModeRegle.Priorite => "priorité",
            ModeRegle.Information => "information",
            _ => "inactive",
        };

    private static string Seance(SeancePrevue s) =>
        (s.AuMois ? Francais.MoisEtAnnee(s.Jour) : Francais.Date(s.Jour))
        + (s.Initiale is { } i ? $", annoncée d’abord le {Francais.Date(i)}" : "")
        + (s.Motif is null ? "" : $" ({s.Motif})");

    private static string? Date(DateOnly? jour) => jour is { } j ? Francais.Date(j) : null;

    private static string Nombre(string valeur) =>
        long.TryParse(valeur, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Francais.Entier(n) : valeur;

    private static string Liste(IEnumerable<string> valeurs) => string.Join(", ", valeurs);
}
