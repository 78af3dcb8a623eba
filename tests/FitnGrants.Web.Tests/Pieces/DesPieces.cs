using System.IO.Compression;
using System.Text;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Demonstration;
using FitnGrants.Web.Pieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Pieces;

/// <summary>An application with a real clamd, its own store, and small limits.</summary>
public class DesPieces(Serveur serveur) : Instance(serveur)
{
    private readonly string dossier = Path.Combine(Serveur.Donnees, $"pieces-{Guid.NewGuid():N}");
    private int dernier;

    public Antivirus Antivirus { get; private set; } = null!;

    public IEntrepot Entrepot => Services.GetRequiredService<IEntrepot>();

    protected override IReadOnlyDictionary<string, string?> Reglages =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Antivirus:Serveur"] = "127.0.0.1",
            ["Antivirus:Port"] = $"{Antivirus.Port}",
            ["Pieces:Dossier"] = dossier,
            ["Pieces:TailleMaximaleMo"] = "1",
            ["Pieces:TotalMaximalMo"] = "2",
        };

    public override async ValueTask InitializeAsync()
    {
        // Its tests say that they are skipped.
        if (!Antivirus.EstInstalle)
            return;
        Antivirus = await Antivirus.DemarrerAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        if (Antivirus is not null)
            await Antivirus.DisposeAsync();
    }

    /// <summary>A round of the antivirus, as the service runs it.</summary>
    public Task<int> AnalyserAsync() => FaireAsync(s => s.GetRequiredService<AnalyseDesPieces>().FaireUnTourAsync(CancellationToken.None));

    public Task<int> RamasserAsync() => FaireAsync(s => s.GetRequiredService<Ramassage>().FaireUnTourAsync(CancellationToken.None));

    public Task<List<Piece>> PiecesAsync(string adresse) =>
        LireAsync(db =>
            (
                from p in db.Pieces.AsNoTracking()
                join d in db.Dossiers on p.DossierId equals d.Id
                where d.Jeton == adresse || d.Numero == adresse
                orderby p.AjouteeLe
                select p
            ).ToListAsync()
        );

    /// <summary>Number of files in the store.</summary>
    public async Task<int> FichiersAsync()
    {
        var nombre = 0;
        await foreach (var _ in Entrepot.AnterieuresAAsync(DateTimeOffset.MaxValue, CancellationToken.None))
            nombre++;
        return nombre;
    }

    /// <summary>Makes a file two days old.</summary>
    public virtual void Vieillir(Guid cle) =>
        File.SetLastWriteTimeUtc(Directory.EnumerateFiles(dossier, $"{cle:N}", SearchOption.AllDirectories).Single(), DateTime.UnixEpoch);

    /// <summary>A PDF that no other test sends.</summary>
    public byte[] UnPdf(string fin = "") =>
        [.. LettreDEssai.Octets, .. Encoding.ASCII.GetBytes($"% {Interlocked.Increment(ref dernier)}\n{fin}")];

    public static byte[] UnZip(params (string Nom, string Texte)[] fichiers)
    {
        using var memoire = new MemoryStream();
        using (var zip = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (nom, texte) in fichiers)
            {
                using var ecriture = new StreamWriter(zip.CreateEntry(nom).Open());
                ecriture.Write(texte);
            }
        return memoire.ToArray();
    }

    /// <summary>201 Mo in some 200 Ko.</summary>
    public static byte[] UneBombe()
    {
        using var memoire = new MemoryStream();
        using (var zip = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
        using (var entree = zip.CreateEntry("zeros.txt").Open())
            for (var i = 0; i < 201; i++)
                entree.Write(new byte[1024 * 1024]);
        return memoire.ToArray();
    }

    /// <summary>A ZIP whose only file says that it is encrypted.</summary>
    public static byte[] UnZipChiffre()
    {
        var zip = UnZip(("secret.txt", "rien"));
        // Bit 0 of the general flags, in the local header and in the central one.
        zip[6] |= 1;
        zip[Chercher(zip, [0x50, 0x4B, 0x01, 0x02]) + 8] |= 1;
        return zip;
    }

    private static int Chercher(byte[] ou, byte[] quoi) => ou.AsSpan().IndexOf(quoi);
}
