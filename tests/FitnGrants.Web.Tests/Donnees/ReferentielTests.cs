using FitnGrants.Domain.Collectivites;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Donnees;

/// <summary>The one test that imports the whole referential.</summary>
[Trait("duree", "longue")]
public sealed class ReferentielTests(Serveur serveur)
{
    public static readonly (string Siren, string Nom, int Municipale2018, int Totale2018, int Municipale2023, int Totale2023)[] Table =
    [
        ("216800888", "Feldkirch", 995, 1015, 1002, 1020),
        ("216802777", "Riquewihr", 1081, 1100, 1004, 1027),
        ("216800664", "Colmar", 68703, 69774, 67360, 68390),
        ("216802249", "Mulhouse", 108942, 110174, 104924, 106095),
        ("200066058", "Saint-Louis", 80298, 81783, 84055, 85533),
        ("246800726", "Colmar", 113621, 115976, 113600, 115750),
        ("246800585", "Munster", 16237, 16566, 16258, 16560),
        ("212900088", "Beuzec-Cap-Sizun", 999, 1020, 1018, 1044),
        ("215600776", "Guerno", 988, 1004, 975, 998),
        ("213503527", "Vern-sur-Seiche", 8049, 8193, 8272, 8427),
        ("213502388", "Rennes", 217728, 221898, 227830, 231985),
        ("243500139", "Rennes", 451762, 461166, 473973, 483199),
        ("200065928", "Lannion", 99520, 103329, 100877, 104398),
        ("200068989", "Dinan", 97589, 100240, 104442, 107190),
        ("200068120", "Quimper", 100620, 104002, 102574, 105707),
    ];

    [Fact]
    public async Task Le_referentiel_entier_s_importe_avec_ses_chiffres_et_deux_fois_comme_une()
    {
        var connexion = await serveur.CreerVideAsync();
        try
        {
            await using (var db = Ouvrir(connexion))
                await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
            var rapport = await Referentiel.ImporterAsync(
                connexion,
                Serveur.Modules,
                _ => { },
                arret: TestContext.Current.CancellationToken
            );
            Assert.Equal(94, rapport.SansSiren);
            await VerifierAsync(connexion, rapport);
            var avant = await EmpreinteAsync(connexion);

            var second = await Referentiel.ImporterAsync(
                connexion,
                Serveur.Modules,
                _ => { },
                arret: TestContext.Current.CancellationToken
            );

            Assert.Equal(rapport with { Duree = default }, second with { Duree = default });
            Assert.Equal(avant, await EmpreinteAsync(connexion));
        }
        finally
        {
            await serveur.SupprimerAsync(connexion);
        }
    }

    private static async Task VerifierAsync(string connexion, RapportReferentiel rapport)
    {
        await using var db = Ouvrir(connexion);
        Assert.Equal(rapport.Collectivites, await db.Collectivites.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            34_875,
            await db.Collectivites.CountAsync(
                c => c.Nature == NatureJuridique.Commune && c.Populations.Any(p => p.Annee == 2023),
                TestContext.Current.CancellationToken
            )
        );
        foreach (var (siren, nom, municipale2018, totale2018, municipale2023, totale2023) in Table)
        {
            var c = await db.Collectivites.AsNoTracking().SingleAsync(x => x.Siren == siren, TestContext.Current.CancellationToken);
            Assert.Contains(nom, c.Nom);
            Assert.Equal(
                [(2018, municipale2018, totale2018), (2023, municipale2023, totale2023)],
                c.Populations.OrderBy(p => p.Annee).Select(p => (p.Annee, p.Municipale!.Value, p.Totale!.Value))
            );
            Assert.Equal(totale2018, c.PopulationAu(new DateOnly(2021, 6, 1))!.Totale);
            Assert.Equal(totale2023, c.PopulationAu(new DateOnly(2026, 1, 1))!.Totale);
        }
        Assert.Equal(34_871, await db.Collectivites.CountAsync(c => c.Epci != null, TestContext.Current.CancellationToken));
        Assert.Equal("246800726", await EpciAsync(db, "68066"));
        Assert.Null(await EpciAsync(db, "29155"));
        Assert.Null((await db.Collectivites.SingleAsync(c => c.Siren == "246800726", TestContext.Current.CancellationToken)).Epci);
    }

    /// <summary>EPCI of a commune of today: two collectivités may have held the code, one after the other.</summary>
    private static Task<string?> EpciAsync(FitnContext db, string codeInsee) =>
        db
            .Collectivites.Where(c => c.CodeInsee == codeInsee && c.Populations.Any(p => p.Annee == 2023))
            .Select(c => c.Epci)
            .SingleAsync(TestContext.Current.CancellationToken);

    private static async Task<string> EmpreinteAsync(string connexion)
    {
        await using var db = Ouvrir(connexion);
        return await db
            .Database.SqlQuery<string>(
                $"""
                select (select md5(string_agg(c::text, '|' order by siren)) from collectivites c) || (select md5(string_agg(p::text, '|'
                order by p::text)) from populations p) as "Value"
                """
            )
            .SingleAsync(TestContext.Current.CancellationToken);
    }

    private static FitnContext Ouvrir(string connexion)
    {
        var options = new DbContextOptionsBuilder<FitnContext>();
        AccesALaBase.Configurer(options, connexion);
        return new FitnContext(options.Options);
    }
}
