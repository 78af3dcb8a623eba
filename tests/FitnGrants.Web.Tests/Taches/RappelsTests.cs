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

    private Task<int> TraiterAsync() => instance.FaireAsync(s => s.GetRequiredService<Rappels>().TraiterAsync(CancellationToken.None));
}
