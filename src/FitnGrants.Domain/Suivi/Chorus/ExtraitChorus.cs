using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi.Chorus;

/// <summary>An extract that a service read.</summary>
public sealed class ExtraitChorus : Racine
{
    private ExtraitChorus() { }

    /// <summary>Service that read it.</summary>
    public string Service { get; private set; } = "";

    /// <summary>Name of its file.</summary>
    public string Fichier { get; private set; } = "";

    public DateTimeOffset LuLe { get; private set; }

    /// <summary>Function of who read it.</summary>
    public string Par { get; private set; } = "";

    /// <summary>Lines that it held.</summary>
    public int Lues { get; private set; }

    /// <summary>Those that no extract had brought.</summary>
    public int Nouvelles { get; private set; }

    /// <summary>Reads an extract: what was known brings nothing.</summary>
    /// <param name="service">Service that reads.</param>
    /// <param name="fichier">Name of its file.</param>
    /// <param name="lues">Its lines.</param>
    /// <param name="connues">Every line that the service knows of the same demandes de paiement.</param>
    /// <param name="par">Who manages.</param>
    /// <param name="instant">When.</param>
    /// <returns>The extract, and its new lines.</returns>
    public static (ExtraitChorus Extrait, IReadOnlyList<LigneChorus> Lignes) Lire(
        string service,
        string fichier,
        IReadOnlyList<LigneLue> lues,
        IReadOnlyCollection<LigneChorus> connues,
        Acteur par,
        DateTimeOffset instant
    )
    {
        var extrait = new ExtraitChorus
        {
            Id = Guid.CreateVersion7(),
            Service = service,
            Fichier = fichier,
            LuLe = instant,
            Par = par.Fonction,
            Lues = lues.Count,
        };
        IReadOnlyList<LigneChorus> lignes = [.. Inconnues(lues, connues).Select(l => LigneChorus.De(extrait, l))];
        extrait.Nouvelles = lignes.Count;
        extrait.Noter(new LireUnExtrait(par.Fonction, service, fichier, lues.Count, lignes.Count));
        return (extrait, lignes);
    }

    /// <summary>
    /// A line is known by its payment, posts, day and signed amount. Where one of the two extracts does not say the posts, a line
    /// stands for one line of the same payment, day and amount, once.
    /// </summary>
    private static IEnumerable<LigneLue> Inconnues(IReadOnlyList<LigneLue> lues, IReadOnlyCollection<LigneChorus> connues)
    {
        var restent = connues.Select(c => c.Contenu).GroupBy(c => c.CleBreve).ToDictionary(g => g.Key, g => g.ToList());
        var vues = new HashSet<(string, string?, string?, DateOnly, Euros)>();
        foreach (var lue in lues)
        {
            if (!lue.SansPoste && !vues.Add(lue.Cle))
                continue;
            var memes = restent.GetValueOrDefault(lue.CleBreve) ?? [];
            var connue = lue.SansPoste ? memes.FirstOrDefault() : memes.Find(c => c.Cle == lue.Cle) ?? memes.Find(c => c.SansPoste);
            if (connue is null)
                yield return lue;
            else
                memes.Remove(connue);
        }
    }
}
