using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Demonstration;
using FitnGrants.Web.Pieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Dossiers;

/// <summary>An application whose store is that of the programs that are killed; a file that nothing names is one at once.</summary>
public sealed class UnEntrepotPartage(Serveur serveur) : Instance(serveur)
{
    public string Dossier { get; } = Path.Combine(Serveur.Donnees, $"pieces-{Guid.NewGuid():N}");

    protected override IReadOnlyDictionary<string, string?> Reglages =>
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Pieces:Dossier"] = Dossier, ["Pieces:HeuresDOrphelin"] = "0" };
}

/// <summary>
/// Eight people save, join and deposit, five acts a round; the program is killed at random moments and started again. What was answered is
/// found again.
/// </summary>
[Trait("duree", "longue")]
public sealed class MortSubiteTests(UnEntrepotPartage instance) : IClassFixture<UnEntrepotPartage>, IAsyncLifetime
{
    private static readonly int Tours = Fiabilite.Tours(1);
    private static readonly int Morts = Tours;

    private static readonly (string Compte, string Siren, string Dispositif)[] Personnes =
    [
        ("porteur.vern", "213503527", "BZH-V1"),
        ("porteur.leguerno", "215600776", "BZH-V1"),
        ("porteur.beuzec", "212900088", "BZH-V1"),
        ("porteur.rennes-metropole", "243500139", "BZH-V1"),
        ("porteur.colmar", "216800664", "HR-V1"),
        ("porteur.riquewihr", "216802777", "HR-V1"),
        ("porteur.feldkirch", "216800888", "HR-V1"),
        ("porteur.saint-louis", "200066058", "HR-V1"),
    ];

    private readonly List<ProcessusWeb> processus = [];
    private readonly SemaphoreSlim reponses = new(0);
    private readonly ConcurrentBag<(string Adresse, string Titre)> enregistres = [];
    private readonly ConcurrentBag<string> empreintes = [];
    private readonly ConcurrentBag<(string Titre, string Numero)> deposes = [];
    private readonly CancellationTokenSource fin = new();
    private TaskCompletionSource<ProcessusWeb> courant = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int coupures;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var p in processus)
            await p.DisposeAsync();
        reponses.Dispose();
        fin.Dispose();
    }

    [Fact]
    public async Task Tue_a_tout_moment_le_service_retrouve_tout_ce_qu_il_a_repondu()
    {
        var brouillons = new List<(string Compte, string Siren, string[] Adresses)>();
        foreach (var (compte, siren, dispositif) in Personnes)
        {
            var adresses = new List<string>();
            for (var i = 0; i <= Tours; i++)
                adresses.Add(
                    await instance.DeroulerAsync(
                        new(siren, $"{compte} {i}", Demande: 2000m) { Dispositif = dispositif, Jusqua = EtatDossier.Brouillon }
                    )
                );
            brouillons.Add((compte, siren, [.. adresses]));
        }
        var depart = Stopwatch.GetTimestamp();
        await DemarrerAsync();

        var vies = brouillons.Select(b => VivreAsync(b.Compte, b.Adresses)).ToList();
        var morts = TuerAsync();
        await Task.WhenAll(vies);
        await fin.CancelAsync();
        await morts;

        await VerifierAsync(
            brouillons.Select(b =>
                (b.Adresses[0], enregistres.Where(e => e.Adresse == b.Adresses[0]).Select(e => e.Titre).Max(StringComparer.Ordinal)!)
            )
        );
        Fiabilite.Noter(
            "huit personnes, un service tué",
            Tours,
            Personnes.Length * Tours * 5,
            processus.Count - 1,
            Stopwatch.GetElapsedTime(depart)
        );
    }

    /// <summary>Rounds of five acts: three savings, a file, a deposit.</summary>
    private async Task VivreAsync(string compte, string[] adresses)
    {
        var session = new Session(compte);
        for (var tour = 1; tour <= Tours; tour++)
        {
            for (var n = 0; n < 3; n++)
            {
                var titre = $"Titre {tour:000}{n}";
                await InsisterAsync(session, async nav =>
                    (
                        await nav.SoumettreAsync(
                            await nav.LireAsync($"/dossiers/{adresses[0]}/modifier/projet"),
                            "main form",
                            ("Titre", titre)
                        )
                    ).Code == HttpStatusCode.Redirect
                );
                enregistres.Add((adresses[0], titre));
            }
            byte[] pdf = [.. LettreDEssai.Octets, .. System.Text.Encoding.ASCII.GetBytes($"% {compte} {tour}\n")];
            await InsisterAsync(session, async nav =>
            {
                await nav.LireAsync($"/dossiers/{adresses[0]}/modifier/pieces");
                return (
                        await nav.EnvoyerDesFichiersAsync(
                            $"/dossiers/{adresses[0]}/modifier/pieces",
                            "Devis",
                            automatique: true,
                            ($"devis-{tour}.pdf", pdf)
                        )
                    ).Code == HttpStatusCode.OK;
            });
            empreintes.Add(Convert.ToHexStringLower(SHA256.HashData(pdf)));
            string? numero = null;
            await InsisterAsync(session, async nav =>
            {
                var page = await nav.LireAsync($"/dossiers/{adresses[tour]}/modifier/recapitulatif");
                // Deposited before the answer could leave: its address says so.
                numero = (
                    page.Code == HttpStatusCode.OK ? await nav.SoumettreAsync(page, "form[action$='/deposer']", ("Certifie", "true")) : page
                ).Vers?.Split('/')[^1];
                return numero?.StartsWith("FITN-", StringComparison.Ordinal) == true;
            });
            deposes.Add(($"{compte} {tour}", numero!));
        }
    }

    /// <summary>Until it is answered, as a person does who sees the connection break.</summary>
    private async Task InsisterAsync(Session session, Func<Navigateur, Task<bool>> acte)
    {
        while (true)
        {
            var p = await courant.Task;
            try
            {
                Assert.True(await acte(await session.SurAsync(p)), "Le service a répondu autre chose que ce qui était attendu.");
                reponses.Release();
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                Interlocked.Increment(ref coupures);
                // Dead: the next one is waited for. Still there: asked again.
                if (p.EstMort && courant.Task.IsCompletedSuccessfully && courant.Task.Result == p)
                    await SuivantAsync(p);
            }
        }
    }

    private async Task SuivantAsync(ProcessusWeb mort)
    {
        using var pouls = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (courant.Task.IsCompletedSuccessfully && courant.Task.Result == mort)
            await pouls.WaitForNextTickAsync();
    }

    /// <summary>After a random number of answers, in the middle of what is under way.</summary>
    private async Task TuerAsync()
    {
        var hasard = new Random(20_210_827);
        try
        {
            for (var mort = 0; mort < Morts; mort++)
            {
                for (var reste = hasard.Next(10, 30); reste > 0; reste--)
                    await reponses.WaitAsync(fin.Token);
                var p = courant.Task.Result;
                courant = new TaskCompletionSource<ProcessusWeb>(TaskCreationOptions.RunContinuationsAsynchronously);
                p.Tuer();
                await DemarrerAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Everything was done before the last death.
        }
    }

    private async Task DemarrerAsync()
    {
        var p = new ProcessusWeb(
            instance.Connexion,
            ("Pieces__Dossier", instance.Dossier),
            ("Pieces__Secondes", "0.2"),
            ("Limites__TeleversementsParMinute", "10000")
        );
        processus.Add(p);
        await p.AttendreAsync();
        courant.SetResult(p);
    }

    private async Task VerifierAsync(IEnumerable<(string Adresse, string Titre)> derniers)
    {
        Assert.True(coupures > 0, "Aucune mort n’a rien interrompu.");
        Assert.Equal(Personnes.Length * Tours * 5, enregistres.Count + empreintes.Count + deposes.Count);
        foreach (var (adresse, titre) in derniers)
            Assert.Equal(titre, (await instance.DossierAsync(adresse)).Contenu.Projet.Titre);
        var numeros = await instance.LireAsync(db =>
            db.Dossiers.AsNoTracking()
                .Where(d => d.Etat == EtatDossier.Depose && d.Titre.StartsWith("porteur."))
                .ToDictionaryAsync(d => d.Titre, d => d.Numero!)
        );
        Assert.Equal(
            deposes.OrderBy(d => d.Titre, StringComparer.Ordinal),
            numeros.Select(n => (n.Key, n.Value)).OrderBy(d => d.Key, StringComparer.Ordinal)
        );
        Assert.Equal(numeros.Count, numeros.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            deposes.Count,
            await instance.LireAsync(db =>
                db.Journal.CountAsync(l =>
                    l.Acte == Acte.Deposer && db.Dossiers.Any(d => d.Id == l.EntiteId && d.Titre.StartsWith("porteur."))
                )
            )
        );
        Assert.Equal(
            deposes.Count,
            await instance.LireAsync(db =>
                db.Courriels.CountAsync(c =>
                    c.Modele == "depot" && db.Dossiers.Any(d => d.Id == c.DossierId && d.Titre.StartsWith("porteur."))
                )
            )
        );
        // Each piece has its file and each file its piece, once the collector has passed.
        foreach (var p in processus)
            await p.DisposeAsync();
        await instance.FaireAsync(s => s.GetRequiredService<Ramassage>().FaireUnTourAsync(CancellationToken.None));
        var pieces = await instance.LireAsync(db => db.Pieces.AsNoTracking().Where(p => p.NomFichier.StartsWith("devis-")).ToListAsync());
        Assert.Equal(empreintes.Order(StringComparer.Ordinal), pieces.Select(p => p.Sha256).Order(StringComparer.Ordinal));
        var fichiers = Directory
            .EnumerateFiles(instance.Dossier, "*", SearchOption.AllDirectories)
            .Select(f =>
                (Cle: Guid.ParseExact(Path.GetFileName(f), "N"), Empreinte: Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f))))
            );
        Assert.Equal(pieces.Select(p => (p.Id, p.Sha256)).Order(), fichiers.Order());
    }

    /// <summary>A person's browser on the program that runs now.</summary>
    private sealed class Session(string compte)
    {
        private ProcessusWeb? sur;
        private Navigateur? navigateur;

        public async Task<Navigateur> SurAsync(ProcessusWeb p)
        {
            if (sur == p)
                return navigateur!;
            var neuf = p.Navigateur();
            await neuf.SeConnecterAsync(compte);
            (sur, navigateur) = (p, neuf);
            return neuf;
        }
    }
}
