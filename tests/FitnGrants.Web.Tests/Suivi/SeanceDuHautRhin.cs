using FitnGrants.Web.Tests.Comite;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>The session of September 2021 in the Grand Est, on the 21st, open.</summary>
public sealed class SeanceDuHautRhin(Serveur serveur) : Instance(serveur)
{
    private const string Jour = "2021-09-21";

    private Guid seance;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await SqlAsync($"update seances set jour = '2021-09-21', au_mois = false where region = '44' and jour = '2021-09-01'");
        seance = await this.SeanceAsync(Jour, "44");
        await AlHeureAsync(Jour + "T09:30:00+02:00");
        await this.OuvrirAsync(seance);
    }

    /// <summary>A dossier granted in the session, and told to its porteur.</summary>
    /// <param name="siren">Of a porteur that has an account.</param>
    /// <param name="titre">Of the project.</param>
    /// <param name="cout">Eligible, in euros.</param>
    /// <param name="demande">Asked, in euros.</param>
    /// <param name="accorde">Granted, in euros; what is asked where it is not said.</param>
    public async Task<string> AccorderAsync(string siren, string titre, decimal cout, decimal demande, decimal? accorde = null)
    {
        var numero = await this.DeroulerAsync(new DossierVoulu(siren, titre, cout, demande) { Dispositif = "HR-V1", Seance = Jour });
        var secretaire = await this.EnTantQueAsync("secretaire.grand-est");
        var point = $"/comite/seances/{seance}/points/{numero}";
        var accord = await secretaire.SoumettreAsync(
            await secretaire.LireAsync(point + "/accord"),
            "main form",
            [.. SeanceOuverte.Motive, ("Montant", $"{accorde ?? demande}")]
        );
        Assert.True(accord.Code == HttpStatusCode.Redirect, accord.De("main"));
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        return numero;
    }
}
