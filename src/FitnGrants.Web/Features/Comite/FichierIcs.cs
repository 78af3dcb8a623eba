using System.Globalization;
using System.Text;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Features.Comite;

/// <summary>Sessions as iCalendar (RFC 5545): all-day events, since no hour is known; a move raises the sequence.</summary>
public static class FichierIcs
{
    /// <summary>The file, in UTF-8.</summary>
    /// <param name="seances">What to write.</param>
    /// <param name="origine">Scheme and host of the addresses.</param>
    /// <param name="instant">Now.</param>
    public static byte[] Ecrire(IEnumerable<Seance> seances, string origine, DateTimeOffset instant)
    {
        var texte = new StringBuilder();
        void Ligne(string contenu) => texte.Append(Plier(contenu)).Append("\r\n");
        Ligne("BEGIN:VCALENDAR");
        Ligne("VERSION:2.0");
        Ligne("PRODID:-//FitnGrants//Seances//FR");
        Ligne("METHOD:PUBLISH");
        foreach (var s in seances)
        {
            Ligne("BEGIN:VEVENT");
            Ligne($"UID:{s.Id}@fitngrants");
            Ligne($"DTSTAMP:{instant.ToUniversalTime():yyyyMMdd'T'HHmmss'Z'}");
            Ligne($"SEQUENCE:{(s.Deplacements.Length + (s.Etat == EtatSeance.Annulee ? 1 : 0)).ToString(CultureInfo.InvariantCulture)}");
            Ligne($"DTSTART;VALUE=DATE:{Jour(s.Jour)}");
            Ligne($"DTEND;VALUE=DATE:{Jour(s.AuMois ? s.Jour.AddMonths(1) : s.Jour.AddDays(1))}");
            Ligne("SUMMARY:" + Echapper((s.AuMois ? "Séance, jour à fixer, " : "Séance, ") + s.NomInstance));
            Ligne("DESCRIPTION:" + Echapper(Description(s)));
            Ligne($"URL:{origine}/comite/seances/{s.Id}");
            Ligne($"STATUS:{(s.Etat == EtatSeance.Annulee ? "CANCELLED" : s.AuMois ? "TENTATIVE" : "CONFIRMED")}");
            // A month to be fixed blocks nobody's diary.
            Ligne($"TRANSP:{(s.AuMois ? "TRANSPARENT" : "OPAQUE")}");
            Ligne("END:VEVENT");
        }
        Ligne("END:VCALENDAR");
        return Encoding.UTF8.GetBytes(texte.ToString());
    }

    private static string Description(Seance s) =>
        string.Join(
            ' ',
            new[]
            {
                "Dispositifs : " + string.Join(", ", s.Dispositifs) + ".",
                s.Mouvement is { } m ? $"Date {m}, initialement prévue {s.Initialement} : {Francais.Phrase(s.MotifReport!)}" : null,
                s.MotifAnnulation is { } a ? $"Séance annulée : {Francais.Phrase(a)}" : null,
            }.OfType<string>()
        );

    private static string Echapper(string texte) =>
        texte
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines of 75 bytes at most, never cut inside a character.</summary>
    private static string Plier(string ligne)
    {
        var plie = new StringBuilder();
        var octets = 0;
        foreach (var rune in ligne.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 74)
            {
                plie.Append("\r\n ");
                octets = 1;
            }
            plie.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return plie.ToString();
    }

    private static string Jour(DateOnly jour) => jour.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
