using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Tests.Dossiers;

/// <summary>Scenario 11: the millésime in force on the day of deposit judges, and no later one moves the band (I18).</summary>
public sealed class MillesimeDuDepotTests(Instance instance) : IClassFixture<Instance>
{
    private const string Feldkirch = "216800888";
    private static readonly Millesime Populations2018 = new(2018, new DateOnly(2021, 1, 1));

    /// <summary>In force while HR-V1 is open: a file says its own day.</summary>
    private static readonly Millesime Populations2019 = new(2019, new DateOnly(2021, 8, 24));

    [Fact]
    public async Task Un_nouveau_millesime_ne_change_pas_la_tranche_d_un_dossier_depose()
    {
        await ImporterAsync(Populations2018, 998);
        var depose = await instance.DeroulerAsync(Demande("Registres numérisés", "2021-08-20T10:00:00+02:00", EtatDossier.Depose));

        await ImporterAsync(Populations2019, 1003);
        await ImporterAsync(Populations2018, 1002);
        await instance.AlHeureAsync("2021-08-25T10:00:00+02:00");
        var agent = await instance.EnTantQueAsync("instructeur.68");
        await agent.SoumettreAsync(await agent.LireAsync($"/instruction/{depose}"), "form[action$='/prise-en-charge']");

        var dossier = await instance.DossierAsync(depose);
        Assert.Equal((EtatDossier.EnInstruction, 998, 2018), (dossier.Etat, dossier.Porteur!.PopulationTotale, dossier.Porteur.Millesime));
        Assert.Equal(ResultatConstat.Conforme, Propose(dossier, "R20"));
        Assert.Equal(ResultatConstat.NonApplicable, Propose(dossier, "R21"));
    }

    [Fact]
    public async Task Un_brouillon_est_juge_par_le_millesime_en_vigueur_le_jour_de_son_depot()
    {
        await ImporterAsync(Populations2018, 998);
        await ImporterAsync(Populations2019, 1003);
        var brouillon = await instance.DeroulerAsync(Demande("Accueil en ligne", "2021-08-20T10:00:00+02:00", EtatDossier.Brouillon));
        var porteur = await instance.EnTantQueAsync("porteur.feldkirch");

        await instance.AlHeureAsync("2021-08-23T23:59:00+02:00");
        Assert.DoesNotContain("supérieur au maximum", (await LireAsync()).Texte, StringComparison.Ordinal);
        await instance.AlHeureAsync("2021-08-24T00:00:00+02:00");
        var refus = await porteur.SoumettreAsync(await LireAsync(), "form[action$='/deposer']", ("Certifie", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains(
            "supérieur au maximum de 80 % prévu pour votre tranche (1 003 habitants)",
            refus.De(".erreurs"),
            StringComparison.Ordinal
        );
        await instance.AlHeureAsync("2021-08-23T23:59:00+02:00");
        var depot = await porteur.SoumettreAsync(await LireAsync(), "form[action$='/deposer']", ("Certifie", "true"));
        Assert.Equal(HttpStatusCode.Redirect, depot.Code);
        Assert.Equal(998, (await instance.DossierAsync(depot.Vers!.Split('/')[2])).Porteur!.PopulationTotale);

        Task<PageLue> LireAsync() => porteur.LireAsync($"/dossiers/{brouillon}/modifier/recapitulatif");
    }

    private static DossierVoulu Demande(string titre, string instant, EtatDossier jusqua) =>
        new(Feldkirch, titre, 10_000m, 9_000m)
        {
            Dispositif = "HR-V1",
            Depose = instant,
            Jusqua = jusqua,
        };

    private Task<RapportDeMillesime> ImporterAsync(Millesime millesime, int totale) =>
        instance.ImporterAsync(millesime, $"{Feldkirch};Feldkirch;commune;68088;68;44;990;{totale};");

    private static ResultatConstat Propose(Dossier dossier, string regle) => dossier.Grille.Single(c => c.Regle == regle).Propose;
}
