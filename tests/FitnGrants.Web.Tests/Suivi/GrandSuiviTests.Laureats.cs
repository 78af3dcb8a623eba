using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Features.Laureats;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Suivi;

/// <content>The same hundred thousand, as everyone reads them.</content>
public sealed partial class GrandSuiviTests
{
    private const long HuitMegaoctets = 8 * 1024 * 1024;

    [Theory]
    [InlineData("/laureats", 3)]
    [InlineData("/laureats?Departement=35", 4)]
    [InlineData("/laureats?Theme=FormationInclusion", 4)]
    [InlineData("/laureats?Q=ville700", 4)]
    [InlineData("/laureats/carte", 3)]
    [InlineData("/statistiques", 2)]
    [InlineData("/sitemap.xml", 2)]
    [InlineData("/api/v1/laureats", 2)]
    [InlineData("/api/v1/laureats.csv", 2)]
    [InlineData("/api/v1/subventions-scdl.csv", 3)]
    public async Task Une_adresse_publique_se_lit_en_peu_de_commandes_quel_que_soit_le_nombre(string adresse, int commandes)
    {
        var tous = instance.Anonyme();
        Assert.Equal(HttpStatusCode.OK, await LireSansGarderAsync(tous, adresse));
        var compteur = instance.Services.GetRequiredService<CompteurSql>();
        compteur.Oublier();
        Assert.Equal(HttpStatusCode.OK, await LireSansGarderAsync(tous, adresse));
        Assert.InRange(compteur.Commandes.Count, 1, commandes);
    }

    public static TheoryData<string, string, Thematique?> ChoixPublics =>
        [
            ("", "", null),
            ("35", "", null),
            ("", "ville700", null),
            ("", "", Thematique.OffreOmnicanale),
            ("35", "", Thematique.FormationInclusion),
        ];

    [Theory]
    [MemberData(nameof(ChoixPublics))]
    public async Task Aucune_liste_publique_ne_parcourt_les_laureats(string departement, string q, Thematique? theme)
    {
        foreach (var apres in new[] { null, $"20210701-{Guid.Empty:N}" })
        {
            var filtre = new LaureatsFiltre
            {
                Departement = departement,
                Q = q,
                Theme = theme,
                Apres = apres,
            };
            var plan = await instance.ExpliquerAsync(db => new LaureatsPublics(db).Page(filtre));
            Assert.True(!plan.Contains("Seq Scan", StringComparison.Ordinal), plan);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "Seq Scan",
                await instance.ExpliquerAsync(db => new LaureatsPublics(db).AuPlus(filtre)),
                StringComparison.Ordinal
            );
        }
        Assert.DoesNotContain("Seq Scan", await instance.ExpliquerAsync(SommesDesLaureats.Requete), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("scdl")]
    public async Task Cent_mille_laureats_s_ecrivent_sans_monter_en_memoire(string format)
    {
        // The memory is that of the process: other tests beside it would be measured.
        Assert.SkipUnless(Environment.GetEnvironmentVariable("FITN_TOUT") == "oui", "FITN_TOUT=oui, seul.");
        await using var services = instance.Services.CreateAsyncScope();
        var (donnees, scdl) = (
            services.ServiceProvider.GetRequiredService<DonneesDesLaureats>(),
            services.ServiceProvider.GetRequiredService<SubventionsScdl>()
        );
        // Models are read, queries compiled: what is left is what the lines take.
        await EcrireAsync(Stream.Null);
        await using var flux = new FluxMesure();
        await EcrireAsync(flux);
        Assert.InRange(flux.Length, HuitMegaoctets, long.MaxValue);
        Assert.True(flux.Monte < HuitMegaoctets, $"{flux.Monte} octets");

        Task EcrireAsync(Stream sortie) =>
            format switch
            {
                "csv" => donnees.CsvAsync(sortie, default),
                "json" => donnees.JsonAsync(sortie, DateTimeOffset.UnixEpoch, default),
                _ => scdl.EcrireAsync(sortie, deux: true, default),
            };
    }

    /// <summary>Forgets what is written, and looks at the memory every four million bytes.</summary>
    private sealed class FluxMesure : Stream
    {
        private const int Pas = 4_000_000;
        private readonly long avant = GC.GetTotalMemory(forceFullCollection: true);
        private long ecrits;

        public long Monte { get; private set; }

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => ecrits;
        public override long Position
        {
            get => ecrits;
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            if ((ecrits + count) / Pas > ecrits / Pas)
                Monte = Math.Max(Monte, GC.GetTotalMemory(forceFullCollection: true) - avant);
            ecrits += count;
        }
    }

    [Fact]
    public async Task La_liste_publique_se_lit_par_pages_sans_trou_ni_double()
    {
        var (tous, vus) = (instance.Anonyme(), new List<string>());
        var page = await tous.LireAsync("/laureats?Departement=35");
        for (var i = 0; i < 4; i++)
        {
            vus.AddRange(page.Document.QuerySelectorAll("tbody a[href^='/laureats/']").Select(a => a.GetAttribute("href")!));
            page = await tous.LireAsync(page.Document.QuerySelector(".sous-tableau a")!.GetAttribute("href")!);
        }
        Assert.Equal((80, 80), (vus.Count, vus.Distinct(StringComparer.Ordinal).Count()));
    }

    /// <summary>Reads it to its end, and keeps nothing of it.</summary>
    private static async Task<HttpStatusCode> LireSansGarderAsync(Navigateur qui, string adresse)
    {
        using var reponse = await qui.Client.GetAsync(adresse, HttpCompletionOption.ResponseHeadersRead);
        await using var flux = await reponse.Content.ReadAsStreamAsync();
        await flux.CopyToAsync(Stream.Null);
        return reponse.StatusCode;
    }
}
