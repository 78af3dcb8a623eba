using System.Collections.Concurrent;
using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Reglements;

/// <summary>
/// Every published version, and which one is in force by the field's clock. The files are published at start; the
/// versions of the database are read at each reload, never by a request.
/// </summary>
public sealed class RegistreDesReglements
{
    private static readonly string[] Ordre = ["BZH-V1", "HR-V1", "GE-V2"];

    private readonly ConcurrentDictionary<string, Reglement> versions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> illisibles = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(Reglement Reglement, string Contenu)> fichiers;
    private readonly Horloge horloge;
    private Vue vue;

    /// <exception cref="ReglementInvalideException">A file does not hold: the start stops.</exception>
    public RegistreDesReglements(string dossier, Horloge? horloge = null)
    {
        this.horloge = horloge ?? new Horloge(TimeProvider.System);
        fichiers =
        [
            .. Directory
                .EnumerateFiles(dossier, "*.yaml")
                .Order(StringComparer.Ordinal)
                .Select(f => (Nom: Path.GetFileName(f), Contenu: File.ReadAllText(f)))
                .Select(f => (SousSonNom(f.Nom, f.Contenu), f.Contenu)),
        ];
        foreach (var (reglement, _) in fichiers)
            versions[reglement.Version] = reglement;
        vue = Voir(
            Trier(
                fichiers.Select(f => new Publication(
                    f.Reglement.Version,
                    f.Reglement.Code,
                    DateOnly.MinValue,
                    DateTimeOffset.MinValue,
                    Acteur.Systeme.Fonction
                ))
            ),
            this.horloge.Aujourdhui
        );
    }

    /// <summary>Two files of one code would be one dispositif: a copy takes a name and a code of its own.</summary>
    private static Reglement SousSonNom(string fichier, string contenu)
    {
        var reglement = LecteurDeReglement.Lire(fichier, contenu);
        return Path.GetFileNameWithoutExtension(fichier) == reglement.Code
            ? reglement
            : throw new ReglementInvalideException(fichier, 1, $"le code est « {reglement.Code} » : il doit être le nom du fichier");
    }

    /// <summary>What is published, and what it gives on a day.</summary>
    private sealed record Vue(ImmutableArray<Publication> Publications, DateOnly Jour, ImmutableArray<Reglement> EnVigueur);

    /// <summary>The règlements in force today, in the order people read them.</summary>
    public ImmutableArray<Reglement> EnVigueur => Actuelle.EnVigueur;

    /// <summary>Every published version, by dispositif, the earliest in force first.</summary>
    public ImmutableArray<Publication> Publications => Volatile.Read(ref vue).Publications;

    private Vue Actuelle
    {
        get
        {
            var jour = horloge.Aujourdhui;
            while (Volatile.Read(ref vue) is var lue)
            {
                if (lue.Jour == jour)
                    return lue;
                // A reload that came meanwhile wins: its list is the more recent.
                Interlocked.CompareExchange(ref vue, Voir(lue.Publications, jour), lue);
            }
            return vue;
        }
    }

    /// <summary>The règlement in force; null for an unknown code.</summary>
    public Reglement? Trouver(string? code) => EnVigueur.FirstOrDefault(r => r.Code == code);

    /// <summary>The règlement in force of a code the database holds.</summary>
    public Reglement Exiger(string code) => Trouver(code) ?? throw Inconnu(code);

    /// <summary>The règlement in force at an instant: that of a deposit, whatever time it takes.</summary>
    public Reglement Exiger(string code, DateTimeOffset instant) =>
        Choisir(Publications.Where(p => p.Code == code), JourDeParis.De(instant)) is { } p ? versions[p.Version] : throw Inconnu(code);

    /// <summary>The version that judges a deposited dossier, for lists: no query, since every process keeps them all.</summary>
    public Reglement DeSaVersion(string code, string version) => versions.GetValueOrDefault(version) ?? Exiger(code);

    /// <summary>The publication in force today; null for an unknown code.</summary>
    public Publication? PublicationEnVigueur(string code) => Choisir(Publications.Where(p => p.Code == code), horloge.Aujourdhui);

    /// <summary>The version that judges a dossier.</summary>
    public async Task<Reglement> VersionAsync(FitnContext db, string version, CancellationToken arret)
    {
        if (versions.TryGetValue(version, out var connu))
            return connu;
        var ligne = await db.VersionsDeReglement.SingleAsync(v => v.Version == version, arret);
        return versions.GetOrAdd(version, LecteurDeReglement.Lire(ligne.Code, ligne.Contenu));
    }

    /// <summary>Reads the list of versions again; texts are read once per process.</summary>
    /// <exception cref="ReglementInvalideException">A version in force or to come does not hold: the list stays as it was.</exception>
    public async Task RechargerAsync(FitnContext db, CancellationToken arret)
    {
        var lues = Trier(
            await db
                .VersionsDeReglement.Select(v => new Publication(v.Version, v.Code, v.EnVigueurLe, v.PublieeLe, v.PublieePar))
                .ToListAsync(arret)
        );
        var jour = horloge.Aujourdhui;
        foreach (var inconnue in lues.Where(p => !versions.ContainsKey(p.Version) && !illisibles.ContainsKey(p.Version)))
            await LireAsync(
                db,
                inconnue,
                passee: lues.Any(p => p.Code == inconnue.Code && p.EnVigueurLe <= jour && p.Remplace(inconnue)),
                arret
            );
        for (var lue = Volatile.Read(ref vue); lues.Length >= lue.Publications.Length; lue = Volatile.Read(ref vue))
            // Versions are only ever added: a shorter list was read before a longer one.
            if (ReferenceEquals(Interlocked.CompareExchange(ref vue, Voir(lues, jour), lue), lue))
                return;
    }

    /// <summary>Publishes the files that changed, from today. A file whose SHA-256 is known creates no version.</summary>
    public async Task PublierAsync(FitnContext db, DateTimeOffset instant, CancellationToken arret)
    {
        await CompleterAsync(db, arret);
        var connues = await db.VersionsDeReglement.Select(v => v.Version).ToListAsync(arret);
        foreach (var (reglement, contenu) in fichiers.Where(f => !connues.Contains(f.Reglement.Version)))
            db.AjouterVersion(
                reglement,
                contenu,
                new Publication(
                    reglement.Version,
                    reglement.Code,
                    JourDeParis.De(instant),
                    instant.ToUniversalTime(),
                    Acteur.Systeme.Fonction
                )
            );
        var dotes = await db.Enveloppes.Select(e => e.Dispositif).ToListAsync(arret);
        db.Enveloppes.AddRange(
            fichiers
                .Where(f => !dotes.Contains(f.Reglement.Code))
                .Select(f => new Enveloppe { Dispositif = f.Reglement.Code, Montant = f.Reglement.Enveloppe })
        );
        await db.SaveChangesAsync(arret);
        await db.SuivreLesEnveloppesAsync(JourDeParis.De(instant), arret);
        await RechargerAsync(db, arret);
    }

    /// <summary>A version published before versions had a day is in force since its publication.</summary>
    private static async Task CompleterAsync(FitnContext db, CancellationToken arret)
    {
        foreach (var ancienne in await db.VersionsDeReglement.AsTracking().Where(v => v.Enveloppe == null).ToListAsync(arret))
        {
            ancienne.Enveloppe = LecteurDeReglement.Lire(ancienne.Code, ancienne.Contenu).Enveloppe;
            ancienne.EnVigueurLe = JourDeParis.De(ancienne.PublieeLe);
            ancienne.PublieePar = Acteur.Systeme.Fonction;
        }
    }

    private async Task LireAsync(FitnContext db, Publication publication, bool passee, CancellationToken arret)
    {
        try
        {
            await VersionAsync(db, publication.Version, arret);
        }
        catch (ReglementInvalideException e) when (passee)
        {
            // A rule may have left the catalogue since: nothing new is judged by a past version.
            illisibles[publication.Version] = e.Message;
        }
    }

    private Vue Voir(ImmutableArray<Publication> publications, DateOnly jour) =>
        new(
            publications,
            jour,
            [
                .. publications
                    .GroupBy(p => p.Code, StringComparer.Ordinal)
                    .Select(g => Choisir(g, jour))
                    .OfType<Publication>()
                    .Select(p => versions[p.Version]),
            ]
        );

    /// <summary>The last in force on a day; before them all, the first.</summary>
    private Publication? Choisir(IEnumerable<Publication> publications, DateOnly jour)
    {
        var lisibles = publications.Where(p => versions.ContainsKey(p.Version)).ToList();
        return lisibles.FindLast(p => p.EnVigueurLe <= jour) ?? lisibles.FirstOrDefault();
    }

    private static ImmutableArray<Publication> Trier(IEnumerable<Publication> publications) =>
        [
            .. publications
                .OrderBy(p => Ordre.Contains(p.Code) ? Array.IndexOf(Ordre, p.Code) : Ordre.Length)
                .ThenBy(p => p.Code, StringComparer.Ordinal)
                .ThenBy(p => p.EnVigueurLe)
                .ThenBy(p => p.PublieeLe),
        ];

    private static InvalidOperationException Inconnu(string code) => new($"Dispositif inconnu : {code}");
}
