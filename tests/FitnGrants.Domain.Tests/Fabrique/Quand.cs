using System.Globalization;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>Instants of Paris, and what lies beyond a dossier on an ordinary day.</summary>
internal static class Quand
{
    public static DateTimeOffset Le(int annee, int mois, int jour, int heure = 10, int minute = 0) =>
        JourDeParis.ALHeure(new DateOnly(annee, mois, jour), new TimeOnly(heure, minute));

    public static DateTimeOffset Z(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);

    public static Situation Situation(Reglement reglement) =>
        new()
        {
            Disponible = reglement.Enveloppe,
            LimitesOrdreDuJour = reglement.DelaiOrdreDuJourJours is { } delai
                ? [.. reglement.Seances.Select(s => s.Jour.AddDays(-delai))]
                : [],
        };
}
