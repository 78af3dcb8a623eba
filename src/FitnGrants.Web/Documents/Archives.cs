using System.Security.Cryptography;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Documents;

/// <summary>A document to render: its template and its data, which wait for the verification code.</summary>
public sealed record DocumentAProduire(string Type, string Reference, string Modele, Func<string, object> Donnees);

/// <summary>Documents are rendered after the act, once, and kept with their hash: what was given is what is kept.</summary>
public sealed class Archives(FitnContext db, DocumentTypst typst, Horloge horloge)
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The document as first rendered; rendered now if it never was.</summary>
    public async Task<byte[]> ObtenirAsync(Guid dossier, DocumentAProduire document, CancellationToken arret)
    {
        var connu = await LireAsync(dossier, document, arret);
        if (connu is not null)
            return connu;
        var code = Code();
        var contenu = await typst.RendreAsync(document.Modele, document.Donnees(code), "ua-1", arret);
        // Two requests may render at once: the first one kept is the one that everybody gets.
        await db.Database.ExecuteSqlAsync($"""
            insert into documents (id, dossier_id, type, reference, code, empreinte, contenu, cree_le)
            values ({Guid.CreateVersion7()}, {dossier}, {document.Type}, {document.Reference}, {code},
                    {Convert.ToHexStringLower(SHA256.HashData(contenu))}, {contenu}, {horloge.Maintenant.ToUniversalTime()})
            on conflict (dossier_id, type, reference) do nothing
            """, arret);
        return await LireAsync(dossier, document, arret) ?? contenu;
    }

    private Task<byte[]?> LireAsync(Guid dossier, DocumentAProduire document, CancellationToken arret) => db.Documents.AsNoTracking()
        .Where(d => d.DossierId == dossier && d.Type == document.Type && d.Reference == document.Reference)
        .Select(d => (byte[]?)d.Contenu).FirstOrDefaultAsync(arret);

    private static string Code() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
}
