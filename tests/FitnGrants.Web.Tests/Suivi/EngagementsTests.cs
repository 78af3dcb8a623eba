using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>The one table that is summed: it follows decisions to the cent, and those that existed before it.</summary>
public sealed class EngagementsTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private sealed record Compte(Guid DecisionId, decimal Montant, string? SirenReserve, int Exercice, int Mouvements);

    [Fact]
    public async Task Rectifier_un_accord_change_son_engagement_et_l_existant_est_repris_au_centime()
    {
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var (numero, point) = await instance.PointAsync("Premier engagement", 28000m, 20720m);
        await DeciderAsync(point, "20720");
        var (_, autre) = await instance.PointAsync("Second engagement", 10000m, 5000m);
        await DeciderAsync(autre, "4999,99");
        var premier = (
            await instance.LireAsync(db => db.Decisions.SingleAsync(d => db.Dossiers.Any(x => x.Id == d.DossierId && x.Numero == numero)))
        ).Id;
        var rectifier = await secretaire.LireAsync($"{point}/accord?rectifie={premier}");
        await secretaire.SoumettreAsync(
            rectifier,
            "main form",
            [("Montant", "12345,67"), ("MotifRectification", "Erreur de saisie."), .. SeanceOuverte.Motive]
        );

        await secretaire.SoumettreAsync(await secretaire.LireAsync(autre), "form[action$='/notification']");

        var (avant, actes) = (await LireAsync(), await ActesAsync());
        Assert.Single(actes);
        Assert.Equal([4999.99m, 12345.67m], avant.Select(e => e.Montant));
        Assert.Equal(
            12345.67m,
            (
                await instance.LireAsync(db =>
                    db.Engagements.SingleAsync(e => db.Dossiers.Any(d => d.Id == e.DossierId && d.Numero == numero))
                )
            )
                .Montant
                .Montant
        );
        // Back to decisions alone, then forward: what a database of before the table becomes.
        await instance.LireAsync(db => RejouerAsync(db.GetService<IMigrator>()));
        Assert.Equal(avant, await LireAsync());
        Assert.Equal(actes, await ActesAsync());

        async Task DeciderAsync(string ou, string montant) =>
            await secretaire.SoumettreAsync(
                await secretaire.LireAsync(ou + "/accord"),
                "main form",
                [("Montant", montant), .. SeanceOuverte.Motive]
            );
    }

    /// <summary>The acts to prepare, as their notification made them or as the migration did.</summary>
    private Task<List<string>> ActesAsync() =>
        instance.LireAsync(async db =>
        {
            // What is public is read as it is stored, and not as the act tells it.
            var publics = await db
                .ActesAttributifs.OrderBy(a => a.Id)
                .Select(a => new
                {
                    a.Lieux,
                    a.DepartementsServis,
                    a.EtatPublic,
                })
                .ToListAsync();
            return (await db.ActesAttributifs.OrderBy(a => a.Id).ToListAsync())
                .Zip(publics)
                .Select(x =>
                    $"{Dit(x.First)} {x.Second.EtatPublic} {string.Join(' ', x.Second.Lieux)} "
                    + string.Join(' ', x.Second.DepartementsServis)
                )
                .ToList();
        });

    private static string Dit(ActeAttributif a) =>
        $"{a.Numero} {a.Siren} {a.Attribuant} {a.Departement} {a.Montant} {a.Etat} {a.Etape} {a.EcheanceLe} "
        + $"{string.Join(',', a.Beneficiaires)} {a.Conditions.Length} {a.DecisionId} {a.EtapeDepuis:O} {a.DecideLe} "
        + string.Join(' ', a.Thematiques);

    private static async Task<bool> RejouerAsync(IMigrator migrations)
    {
        await migrations.MigrateAsync("Lettres");
        await migrations.MigrateAsync();
        return true;
    }

    private Task<List<Compte>> LireAsync() =>
        instance.LireAsync(async db =>
            (await db.Engagements.OrderBy(e => e.Montant).ToListAsync())
                .Select(e => new Compte(e.DecisionId, e.Montant.Montant, e.SirenReserve, e.Exercice, e.Mouvements.Length))
                .ToList()
        );
}
