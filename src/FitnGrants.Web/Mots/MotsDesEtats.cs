using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Traces;
using FitnGrants.Web.Composants;

namespace FitnGrants.Web.Mots;

/// <summary>Words of the reports of laureates.</summary>
public static class MotsDesEtats
{
    /// <summary>« état des lieux n° 2 ».</summary>
    public static string Nom(EtatDesLieux etat) => $"état des lieux n° {etat.Rang}" + (etat.Final ? ", final" : "");

    public static string Statut(StatutDeProjet? statut) =>
        statut switch
        {
            StatutDeProjet.NonCommence => "Pas commencé",
            StatutDeProjet.EnCours => "En cours",
            StatutDeProjet.Bloque => "Bloqué",
            StatutDeProjet.Abandonne => "Abandonné",
            StatutDeProjet.Acheve => "Achevé",
            _ => "non dit",
        };

    /// <summary>Answers of « Où en est le projet ».</summary>
    public static IReadOnlyList<Reponse> Statuts { get; } =
    [.. Enum.GetValues<StatutDeProjet>().Select(s => new Reponse($"{s}", Statut(s)))];

    /// <summary>Where a company may have its registered office.</summary>
    public static IReadOnlyList<Reponse> Sieges { get; } =
    [
        new Reponse("", "Choisissez"),
        .. Departements.Noms.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new Reponse(d.Key, $"{d.Key} – {d.Value}")),
        new Reponse(EntrepriseAttributaire.Etranger, "99 – À l’étranger"),
    ];

    /// <summary>« siège en Ille-et-Vilaine (35) », « siège à l’étranger ».</summary>
    public static string Siege(string? departement) =>
        departement switch
        {
            null => "siège non dit",
            EntrepriseAttributaire.Etranger => "siège à l’étranger",
            _ => $"siège : {Departement(departement)}",
        };

    /// <summary>« Ille-et-Vilaine (35) », « à l’étranger ».</summary>
    public static string Departement(string? departement) =>
        departement switch
        {
            null => "non dit",
            EntrepriseAttributaire.Etranger => "à l’étranger",
            var code => $"{Departements.Noms.GetValueOrDefault(code) ?? code} ({code})",
        };

    public static (string Couleur, string Icone, string Mot) Marque(StadeDEtat stade) =>
        stade switch
        {
            StadeDEtat.Brouillon => ("pierre", "crayon", "En saisie"),
            StadeDEtat.Transmis => ("bleu", "bac", "Transmis, à lire"),
            StadeDEtat.ACorriger => ("ambre", "retour", "À corriger"),
            _ => ("vert", "conforme", "Lu"),
        };

    /// <summary>« de janvier à mars 2022 » ; what is left of the quarter under way: « d’ici au 31 décembre 2021 ».</summary>
    public static string Quand(Trimestre trimestre, DateOnly jour) =>
        trimestre == Trimestre.De(jour) ? $"D’ici au {Francais.Date(trimestre.Fin)}"
        : trimestre.Rang is 2 or 4 ? $"D’{trimestre}"
        : $"De {trimestre}";

    public static string Envoi(TransmettreUnEtat trace) =>
        (trace.Avancement is { } pct ? $"{pct} % d’avancement" : "Avancement non dit")
        + (trace.Montant is { } payees ? $", {payees} de dépenses payées." : ".");

    /// <summary>What a reminder says: its day comes, or is past.</summary>
    /// <param name="attendu">Paris day before which it is due.</param>
    /// <param name="jour">Paris day of the reminder.</param>
    public static string Rappel(DateOnly attendu, DateOnly jour) =>
        jour <= attendu ? $"Votre état des lieux est attendu le {Francais.Date(attendu)}"
        : jour.DayNumber - attendu.DayNumber < CalendrierDesEtats.TresTard
            ? $"Votre état des lieux était attendu le {Francais.Date(attendu)}"
        : $"Votre état des lieux a {Francais.Compte(jour.DayNumber - attendu.DayNumber, "jour")} de retard";
}
