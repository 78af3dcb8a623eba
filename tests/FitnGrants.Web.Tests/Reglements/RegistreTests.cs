using FitnGrants.Web.Reglements;
using FitnGrants.Web.Taches;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Tests.Reglements;

/// <summary>What each process knows of the versions, and when.</summary>
[Trait("duree", "longue")]
public sealed class RegistreTests(Serveur serveur) : IAsyncLifetime
{
    private readonly Instance instance = new(serveur);

    private static readonly string PlafondAbaisse = TextesDEssai.Avec("HR-V1", ("plafond: 100000", "plafond: 50000"));

    public ValueTask InitializeAsync() => instance.InitializeAsync();

    public ValueTask DisposeAsync() => instance.DisposeAsync();

    private RegistreDesReglements Registre => instance.Services.GetRequiredService<RegistreDesReglements>();

    [Fact]
    public async Task Un_autre_processus_voit_la_version_des_qu_il_relit_la_liste()
    {
        var autre = new RegistreDesReglements(TextesDEssai.Dossier, instance.Services.GetRequiredService<Horloge>());
        await RelireAsync(autre);
        var avant = autre.Exiger("HR-V1").Version;

        await instance.PublierUneVersionAsync("HR-V1", PlafondAbaisse, ("Le", "01/06/2021"));

        Assert.Equal(avant, autre.Exiger("HR-V1").Version);
        await RelireAsync(autre);
        Assert.Equal(
            (Registre.Exiger("HR-V1").Version, Registre.Publications.Length),
            (autre.Exiger("HR-V1").Version, autre.Publications.Length)
        );
        Assert.NotEqual(avant, autre.Exiger("HR-V1").Version);
    }

    [Fact]
    public async Task Un_nouveau_demarrage_garde_la_version_publiee_et_n_en_cree_pas()
    {
        await instance.PublierUneVersionAsync("HR-V1", PlafondAbaisse, ("Le", "01/06/2021"));
        var trace = await TraceAsync();

        await using var autre = Construction.Construire(instance.Connexion, new Dictionary<string, string?>(StringComparer.Ordinal));
        await autre.Services.GetRequiredService<Demarrage>().PreparerAsync(CancellationToken.None);

        Assert.Equal(trace, await TraceAsync());
        Assert.Equal(Registre.Exiger("HR-V1").Version, autre.Services.GetRequiredService<RegistreDesReglements>().Exiger("HR-V1").Version);
    }

    [Fact]
    public async Task Une_version_d_avant_qu_elles_aient_un_jour_prend_celui_de_sa_publication()
    {
        await instance.SqlAsync($"update versions_de_reglement set en_vigueur_le = '0001-01-01', publiee_par = '', enveloppe = null");

        await instance.LireAsync(async db =>
        {
            await Registre.PublierAsync(
                db,
                DateTimeOffset.Parse("2021-06-02T09:00:00+02:00", System.Globalization.CultureInfo.InvariantCulture),
                CancellationToken.None
            );
            return true;
        });

        Assert.All(Registre.Publications, p => Assert.Equal((new DateOnly(2021, 6, 1), "Système"), (p.EnVigueurLe, p.PublieePar)));
        Assert.Equal(
            270000m,
            await instance.LireAsync(db =>
                db.VersionsDeReglement.Where(v => v.Code == "HR-V1").Select(v => v.Enveloppe!.Value).SingleAsync()
            )
                is var e
                ? e.Montant
                : 0
        );
    }

    [Theory]
    [InlineData("2021-05-01", true)]
    [InlineData("2021-06-02", false)]
    public async Task Une_version_que_ce_processus_ne_sait_pas_lire_ne_gene_que_si_elle_juge_encore(string jour, bool passee)
    {
        var avant = Registre.EnVigueur;
        var version = new string('f', 64);
        var enVigueurLe = DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture);
        await instance.SqlAsync(
            $"""
            insert into versions_de_reglement (version, code, contenu, publiee_le, en_vigueur_le, publiee_par, enveloppe)
            values ({version}, 'HR-V1', 'regles: inconnues', now(), {enVigueurLe}, 'Essai', 1)
            """
        );

        var erreur = await Record.ExceptionAsync(() => RelireAsync(Registre));

        Assert.Equal(passee, erreur is null);
        Assert.Equal(passee, Registre.Publications.Any(p => p.Version == version));
        Assert.True(erreur is null or ReglementInvalideException);
        Assert.Equal(avant.Select(r => r.Version), Registre.EnVigueur.Select(r => r.Version));
    }

    [Fact]
    public async Task Un_tour_de_suivi_fait_voir_ce_qu_un_autre_processus_publie()
    {
        await using var autre = Construction.Construire(instance.Connexion, new Dictionary<string, string?>(StringComparer.Ordinal));
        await autre.Services.GetRequiredService<Demarrage>().PreparerAsync(CancellationToken.None);
        await instance.PublierUneVersionAsync("HR-V1", PlafondAbaisse, ("Le", "01/06/2021"));

        await ActivatorUtilities.CreateInstance<SuiviDesReglements>(autre.Services).FaireUnTourAsync(CancellationToken.None);

        Assert.Equal(Registre.Exiger("HR-V1").Version, autre.Services.GetRequiredService<RegistreDesReglements>().Exiger("HR-V1").Version);
    }

    [Fact]
    public async Task Le_suivi_s_arrete_sans_attendre_son_tour()
    {
        using var suivi = ActivatorUtilities.CreateInstance<SuiviDesReglements>(
            instance.Services,
            Options.Create(new OptionsDeSuivi { Secondes = 3600 })
        );
        await suivi.StartAsync(CancellationToken.None);
        Assert.False(suivi.ExecuteTask!.IsCompleted);

        await suivi.StopAsync(CancellationToken.None);

        Assert.True(suivi.ExecuteTask.IsCompleted);
    }

    private Task<bool> RelireAsync(RegistreDesReglements registre) =>
        instance.LireAsync(async db =>
        {
            await registre.RechargerAsync(db, CancellationToken.None);
            return true;
        });

    private Task<(int Versions, int Journal)> TraceAsync() =>
        instance.LireAsync(async db => (await db.VersionsDeReglement.CountAsync(), await db.Journal.CountAsync()));
}
