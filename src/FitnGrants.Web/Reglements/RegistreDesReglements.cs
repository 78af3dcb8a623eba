using System.Collections.Concurrent;
using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace FitnGrants.Web.Reglements;

/// <summary>The règlements in force, read from the files at start, and the past versions that still judge a dossier.</summary>
public sealed class RegistreDesReglements
{
    private readonly ConcurrentDictionary<string, Reglement> versions = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(string Fichier, string Contenu)> fichiers;

    /// <exception cref="ReglementInvalideException">A file does not hold: the start stops.</exception>
    public RegistreDesReglements(string dossier)
    {
        fichiers = [.. Directory.EnumerateFiles(dossier, "*.yaml").Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllText(f)))];
        EnVigueur = [.. fichiers.Select(f => LecteurDeReglement.Lire(Path.GetFileName(f.Fichier), f.Contenu)).OrderBy(r => Array.IndexOf(Ordre, r.Code))];
        foreach (var reglement in EnVigueur)
            versions[reglement.Version] = reglement;
    }

    private static readonly string[] Ordre = ["BZH-V1", "HR-V1", "GE-V2"];

    /// <summary>In the order people read them.</summary>
    public ImmutableArray<Reglement> EnVigueur { get; }

    /// <summary>The règlement in force; null for an unknown code.</summary>
    public Reglement? Trouver(string? code) => EnVigueur.FirstOrDefault(r => r.Code == code);

    /// <summary>The règlement in force of a code the database holds.</summary>
    public Reglement Exiger(string code) => Trouver(code) ?? throw new InvalidOperationException($"Dispositif inconnu : {code}");

    /// <summary>The version that judges a dossier.</summary>
    public async Task<Reglement> VersionAsync(FitnContext db, string version, CancellationToken arret)
    {
        if (versions.TryGetValue(version, out var connu))
            return connu;
        var ligne = await db.VersionsDeReglement.AsNoTracking().SingleAsync(v => v.Version == version, arret);
        return versions.GetOrAdd(version, LecteurDeReglement.Lire(ligne.Code, ligne.Contenu));
    }

    /// <summary>Publishes the files that changed. A file whose SHA-256 is known creates no version.</summary>
    public async Task PublierAsync(FitnContext db, DateTimeOffset instant, CancellationToken arret)
    {
        var connues = await db.VersionsDeReglement.Select(v => v.Version).ToListAsync(arret);
        foreach (var (reglement, contenu) in EnVigueur.Select(r => (r, Contenu(r.Version))).Where(r => !connues.Contains(r.r.Version)))
        {
            db.VersionsDeReglement.Add(new VersionDeReglement
            {
                Version = reglement.Version,
                Code = reglement.Code,
                Contenu = contenu,
                PublieeLe = instant.ToUniversalTime(),
            });
            db.AddRange(reglement.Tranches.Select(t => new TrancheDeTaux
            {
                Version = reglement.Version,
                Code = t.Code,
                Bornes = new NpgsqlRange<int>(t.BorneInf, true, false, t.BorneSup ?? 0, false, t.BorneSup is null),
            }));
            var enveloppe = await db.Enveloppes.FindAsync([reglement.Code], arret);
            if (enveloppe is null)
                db.Enveloppes.Add(enveloppe = new Enveloppe { Dispositif = reglement.Code });
            enveloppe.Montant = reglement.Enveloppe;
        }
        await db.SaveChangesAsync(arret);
    }

    private string Contenu(string version) => fichiers.First(f =>
        LecteurDeReglement.Lire(Path.GetFileName(f.Fichier), f.Contenu).Version == version).Contenu;
}
