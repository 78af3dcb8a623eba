using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Comite;

/// <summary>A commune nouvelle and the one before it carry one INSEE code: one body, one place of laureate (R47).</summary>
public sealed class CommuneNouvelleTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task L_accord_d_une_commune_est_celui_de_la_commune_qui_lui_succede()
    {
        var siren = instance.Commune();
        // Before anyone has searched: the referential is read once in memory.
        await instance.SqlAsync(
            $"""
            insert into collectivites (siren, nom, nature, code_insee, departement, region, taille, codes_postaux, existe_du)
            select '200099990', nom, nature, code_insee, departement, region, taille, codes_postaux, date '2026-01-01'
            from collectivites where siren = {siren}
            """
        );
        var (_, point) = await instance.PointAsync("Accord avant fusion", siren: siren);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync(point + "/accord"),
            "main form",
            [("Montant", "5000"), .. SeanceOuverte.Motive]
        );
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        var situation = await SituationAsync();
        // The last guard holds the place under the one SIREN of the body, whichever deposits.
        var place = await instance.FaireAsync(s =>
            s.GetRequiredService<IndexDesCollectivites>().PlaceAsync(s.GetRequiredService<FitnContext>(), "200099990", default)
        );
        Assert.Equal(siren, place);
        Assert.Equal(
            [siren],
            await instance.LireAsync(db => db.Engagements.Where(e => e.SirenReserve == place).Select(e => e.SirenReserve!).ToListAsync())
        );
        var accord = Assert.Single(situation.Accords);
        Assert.Equal(("200099990", "Accord avant fusion"), (accord.Siren, accord.Titre));
    }

    private Task<Situation> SituationAsync() =>
        instance.FaireAsync(s =>
            s.GetRequiredService<FitnContext>()
                .PourLePorteurAsync(s.GetRequiredService<RegistreDesReglements>().Exiger("BZH-V1"), ["200099990"], null, default)
        );
}
