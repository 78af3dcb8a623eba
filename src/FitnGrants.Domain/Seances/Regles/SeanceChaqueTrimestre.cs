using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances.Regles;

/// <summary>R61: one session a quarter between two dates; a quarter without one is an alert.</summary>
public sealed class SeanceChaqueTrimestre : Regle
{
    public override string Nom => "Une séance par trimestre";

    public override string Phrase => "L’instance se réunit tous les trimestres.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Calendrier;

    public override Moment Moments => Moment.Simulation;

    public override ImmutableArray<string> Cles => ["de@", "a@"];

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        var prevues = modele.Reglement.Seances.Select(s => s.Jour).ToImmutableArray();
        return
        [
            modele.Sachant("Le calendrier publié.", s => s with { Seances = prevues }),
            modele.Sachant("Le calendrier publié, sans sa première séance.", s => s with { Seances = [.. prevues.Skip(1)] }),
        ];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var vides = Vides(juge.Parametres, examen.Situation.Seances.IsDefault ? [] : examen.Situation.Seances);
        return
        [
            vides.Count == 0
                ? juge.Conforme("une séance au moins chaque trimestre.")
                : juge.Manquement($"Aucune séance n’est planifiée : {Francais.Liste(vides)}.").Avec("trimestres", Francais.Liste(vides)),
        ];
    }

    /// <summary>Quarters without a session, « 4e trimestre 2021 », in their order.</summary>
    /// <param name="parametres">« de » and « a » : first and last days of the calendar.</param>
    /// <param name="jours">Days of the sessions that are not cancelled.</param>
    public static IReadOnlyList<string> Vides(Parametres parametres, IReadOnlyCollection<DateOnly> jours) =>
        [
            .. Trimestres(parametres.Date("de", DateOnly.MaxValue), parametres.Date("a", DateOnly.MinValue))
                .Where(t => !jours.Any(j => j >= t && j < t.AddMonths(3)))
                .Select(Libelle),
        ];

    private static string Libelle(DateOnly trimestre) =>
        $"{(trimestre.Month == 1 ? "1er" : $"{(trimestre.Month + 2) / 3}e")} trimestre {trimestre.Year}";

    private static IEnumerable<DateOnly> Trimestres(DateOnly de, DateOnly a)
    {
        for (var t = new DateOnly(de.Year, (de.Month - 1) / 3 * 3 + 1, 1); t <= a && t.Year < DateOnly.MaxValue.Year; t = t.AddMonths(3))
            yield return t;
    }
}
