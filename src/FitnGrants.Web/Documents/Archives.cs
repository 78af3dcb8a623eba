using System.Security.Cryptography;
using System.Text.RegularExpressions;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Documents;

/// <summary>A document to render: its template and its data, which wait for the verification code.</summary>
/// <param name="Type">« lettre », « recepisse », « proces-verbal »…</param>
/// <param name="Reference">What it renders, unique for its type and its owner.</param>
/// <param name="Modele">Name of the template.</param>
/// <param name="Donnees">Its data, from the verification code.</param>
/// <param name="Norme">Standard that the engine checks as it writes: « ua-1 », or « a-2a » for what is archived.</param>
public sealed record DocumentAProduire(string Type, string Reference, string Modele, Func<string, object> Donnees, string Norme = "ua-1");

/// <summary>Documents are rendered after the act, once, and kept with their hash: what was given is what is kept.</summary>
public sealed partial class Archives(FitnContext db, DocumentTypst typst, Horloge horloge)
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The document as first rendered; rendered now if it never was.</summary>
    public async Task<byte[]> ObtenirAsync(Guid objet, DocumentAProduire document, CancellationToken arret)
    {
        var connu = await LireAsync(objet, document.Type, document.Reference, arret);
        if (connu is not null)
            return connu;
        var code = Code();
        var contenu = await typst.RendreAsync(document.Modele, document.Donnees(code), document.Norme, arret);
        await GarderAsync(objet, (document.Type, document.Reference), code, contenu, arret);
        return await LireAsync(objet, document.Type, document.Reference, arret) ?? contenu;
    }

    /// <summary>Keeps a signed paper beside what was edited, in the transaction under way.</summary>
    /// <param name="objet">What it belongs to.</param>
    /// <param name="type">« proces-verbal-signe ».</param>
    /// <param name="contenu">The scan, examined.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task SignerAsync(Guid objet, string type, byte[] contenu, CancellationToken arret) =>
        await GarderAsync(
            objet,
            (type, $"signe-{1 + await db.Documents.CountAsync(d => d.ObjetId == objet && d.Type == type, arret)}"),
            Code(),
            contenu,
            arret
        );

    /// <summary>The last signed paper; null without one.</summary>
    public Task<byte[]?> LireLeSigneAsync(Guid objet, string type, CancellationToken arret) =>
        db
            .Documents.Where(d => d.ObjetId == objet && d.Type == type)
            .OrderByDescending(d => d.CreeLe)
            .ThenByDescending(d => d.Id)
            .Select(d => (byte[]?)d.Contenu)
            .FirstOrDefaultAsync(arret);

    /// <summary>Two requests may render at once: the first one kept is the one that everybody gets.</summary>
    private Task<int> GarderAsync(Guid objet, (string Type, string Reference) cle, string code, byte[] contenu, CancellationToken arret) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into documents (id, objet_id, type, reference, code, empreinte, contenu, cree_le)
            values ({Guid.CreateVersion7()}, {objet}, {cle.Type}, {cle.Reference}, {code},
                    {Convert.ToHexStringLower(SHA256.HashData(contenu))}, {contenu}, {horloge.Maintenant.ToUniversalTime()})
            on conflict (objet_id, type, reference) do nothing
            """,
            arret
        );

    /// <summary>A document that was kept; null when it never was rendered.</summary>
    public Task<byte[]?> LireAsync(Guid objet, string type, string reference, CancellationToken arret) =>
        db
            .Documents.Where(d => d.ObjetId == objet && d.Type == type && d.Reference == reference)
            .Select(d => (byte[]?)d.Contenu)
            .FirstOrDefaultAsync(arret);

    /// <summary>A draft: rendered each time, kept nowhere, without a code.</summary>
    public Task<byte[]> ProjeterAsync(DocumentAProduire document, CancellationToken arret) =>
        typst.RendreAsync(document.Modele, document.Donnees(""), document.Norme, arret);

    /// <summary>A code as people type it: case, spaces and dashes do not matter; null when it cannot be one.</summary>
    public static string? Normaliser(string? saisi)
    {
        // Alone, or in what was copied around it: a footer, a link.
        if (saisi is { Length: > 20 } && DansUnTexte().Match(saisi) is { Success: true } lu)
            saisi = lu.Value;
        var net = string.Concat((saisi ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return net.Length == 12 ? $"{net[..4]}-{net[4..8]}-{net[8..]}" : null;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\d])[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}(?![\p{L}\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex DansUnTexte();

    private static string Code() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
}
