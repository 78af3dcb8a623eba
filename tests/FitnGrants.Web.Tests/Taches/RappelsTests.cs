using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Echeancier;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Taches;

/// <summary>HR-V1 closes on 27 August 2021 at midnight.</summary>
public sealed class RappelsTests(Instance instance) : IClassFixture<Instance>
{
    [Theory]
    [InlineData("2021-08-25T23:59:59+02:00", 0)]
    [InlineData("2021-08-26T00:00:00+02:00", 1)]
    [InlineData("2021-08-27T23:59:58+02:00", 1)]
    [InlineData("2021-08-28T00:00:00+02:00", 0)]
    public async Task Un_brouillon_est_rappele_une_fois_dans_les_quarante_huit_heures_avant_la_cloture(string instant, int attendus)
    {
        await instance.SqlAsync($"delete from courriels where modele = 'rappel'");
        await instance.SqlAsync($"delete from dossiers where etat = 'Brouillon'");
        var adresse = await instance.DeroulerAsync(
            new("216800664", "Pas encore déposé")
            {
                Dispositif = "HR-V1",
                Depose = "2021-07-01T10:00:00+02:00",
                Jusqua = EtatDossier.Brouillon,
            }
        );
        await instance.AlHeureAsync(instant);

        await Task.WhenAll(TraiterAsync(), TraiterAsync());
        await TraiterAsync();

        var rappels = await instance.LireAsync(db =>
            db.Courriels.AsNoTracking().Where(c => c.Modele == Courriers.ModeleDeRappel).ToListAsync()
        );
        Assert.Equal(attendus, rappels.Count);
        if (rappels is not [var rappel])
            return;
        Assert.Equal(("216800664", $"/dossiers/{adresse}", true), (rappel.Destinataire, rappel.Lien, rappel.Immediat));
        Assert.Equal("Votre brouillon se dépose avant le 27 août 2021, 23 h 59", PageLue.Plat(rappel.Objet));
    }

    /// <summary>BZH-V1 has no closing day: a draft is told before each agenda closes, a fortnight before its session.</summary>
    [Fact]
    public async Task Un_brouillon_de_Bretagne_est_rappele_avant_chaque_ordre_du_jour()
    {
        await instance.SqlAsync($"delete from courriels where modele = 'rappel'");
        await instance.SqlAsync($"delete from dossiers where etat = 'Brouillon'");
        await instance.DeroulerAsync(
            new("213503527", "Pas encore déposé") { Depose = "2021-05-01T10:00:00+02:00", Jusqua = EtatDossier.Brouillon }
        );
        foreach (
            var (instant, attendus) in new[]
            {
                ("2021-08-28T23:59:59+02:00", 0),
                ("2021-08-29T00:00:00+02:00", 1),
                ("2021-08-30T23:59:58+02:00", 1),
                ("2021-08-31T00:00:00+02:00", 1),
                ("2021-10-02T23:59:59+02:00", 1),
                ("2021-10-03T10:00:00+02:00", 2),
            }
        )
        {
            await instance.AlHeureAsync(instant);
            await Task.WhenAll(TraiterAsync(), TraiterAsync());
            Assert.Equal(
                (instant, attendus),
                (instant, await instance.LireAsync(db => db.Courriels.CountAsync(c => c.Modele == Courriers.ModeleDeRappel)))
            );
        }
        var objets = await instance.LireAsync(db =>
            db.Courriels.Where(c => c.Modele == Courriers.ModeleDeRappel).OrderBy(c => c.CreeLe).Select(c => c.Objet).ToListAsync()
        );
        Assert.Equal(
            "Votre brouillon se dépose avant le 30 août 2021, 23 h 59, pour la séance du mardi 14 septembre 2021",
            PageLue.Plat(objets[0])
        );
    }

    private Task<int> TraiterAsync() => instance.FaireAsync(s => s.GetRequiredService<Rappels>().TraiterAsync(CancellationToken.None));
}
