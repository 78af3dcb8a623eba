using FitnGrants.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Dossiers;

public sealed class GroupementTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";
    private const string LeGuerno = "215600776";
    private const string RennesMetropole = "243500139";

    private async Task<(Navigateur Porteur, string Adresse)> BrouillonAsync() => (
        await instance.EnTantQueAsync("porteur.vern"),
        await instance.DeroulerAsync(new(Vern, "Portail commun", 28000m, 20720.01m) { Jusqua = EtatDossier.Brouillon }));

    private static async Task<PageLue> SaisirAsync(Navigateur porteur, string adresse, params (string Nom, string? Valeur)[] champs) =>
        await porteur.SoumettreAsync(await porteur.LireAsync($"/dossiers/{adresse}/modifier/groupement"), "main form", champs);

    [Fact]
    public async Task Les_parts_en_pour_cent_donnent_des_montants_au_centime_et_le_depot_est_collectif()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var reponse = await SaisirAsync(
            porteur, adresse, ("EnGroupement", "oui"), ("PartDuChefDeFile", "33,34"), ("ContactOperationnel", "Service numérique de Vern"),
            ("Membres[0].Collectivite", "Le Guerno"), ("Membres[0].Siren", ""), ("Membres[0].Part", "33,33"), ("Membres[0].Attestation", "true"),
            ("Membres[1].Collectivite", RennesMetropole), ("Membres[1].Siren", ""), ("Membres[1].Part", "33,33"), ("Membres[1].Attestation", "true"));

        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        var groupement = (await instance.DossierAsync(adresse)).Contenu.Groupement!;
        Assert.Equal([LeGuerno, RennesMetropole], groupement.Membres.Select(m => m.Siren));
        var parts = groupement.Repartir(new FitnGrants.Domain.Socle.Euros(20720.01m))!.Value;
        Assert.Equal(20720.01m, parts.Sum(p => p.Montant));
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/groupement");
        Assert.Contains($"Soit {PageLue.Plat(parts[0].ToString())}.", page.Texte);

        var recapitulatif = await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif");
        var depot = await porteur.SoumettreAsync(recapitulatif, "form[action$='/deposer']", ("Certifie", "true"));
        Assert.Equal(HttpStatusCode.Redirect, depot.Code);
        var depose = await instance.LireAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Jeton == adresse));
        Assert.False(depose.Individuel);
        Assert.Equal([Vern, LeGuerno, RennesMetropole], depose.Sirens);
        Assert.Equal(["35", "56"], depose.Departements);
        Assert.Equal("Le Guerno", depose.Membres[0].Nom);
    }

    [Theory]
    [InlineData("PartDuChefDeFile", "abc", "PartDuChefDeFile")]
    [InlineData("PartDuChefDeFile", "100,01", "PartDuChefDeFile")]
    [InlineData("Membres[0].Part", "33,333", "Membres_0__Part")]
    [InlineData("Membres[0].Collectivite", "Commune introuvable", "Membres_0__Collectivite")]
    [InlineData("EnGroupement", "peut-être", "EnGroupement")]
    public async Task Une_valeur_impossible_est_dite_a_son_champ_et_rien_ne_change(string champ, string valeur, string id)
    {
        var (porteur, adresse) = await BrouillonAsync();
        var trace = await instance.TraceAsync(adresse);
        (string, string?)[] champs = [("EnGroupement", "oui"), ("PartDuChefDeFile", "50"), ("Membres[0].Collectivite", "Le Guerno"), ("Membres[0].Part", "50")];

        var reponse = await SaisirAsync(porteur, adresse, [.. champs.Where(c => c.Item1 != champ), (champ, valeur)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.True(reponse.Erreur(id) is { Length: > 10 }, $"Aucune phrase à côté de {champ}.");
        if (champ != "EnGroupement")
            Assert.Equal(valeur, reponse.Valeur(champ));
        Assert.Equal(trace, await instance.TraceAsync(adresse));
    }

    [Fact]
    public async Task Des_parts_qui_ne_font_pas_cent_et_un_membre_sans_attestation_empechent_le_depot()
    {
        var (porteur, adresse) = await BrouillonAsync();
        await SaisirAsync(porteur, adresse, ("EnGroupement", "oui"), ("PartDuChefDeFile", "50"), ("Membres[0].Collectivite", "Le Guerno"), ("Membres[0].Part", "49,99"));

        var recapitulatif = await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif");
        Assert.Contains("Les parts font 99,99 % : leur somme doit faire 100 %.", recapitulatif.Texte);
        Assert.Contains("Membre 1 : son représentant légal doit attester.", recapitulatif.Texte);
        Assert.Contains("Indiquez le contact opérationnel", recapitulatif.Texte);
        Assert.Equal(EtatDossier.Brouillon, (await instance.DossierAsync(adresse)).Etat);
    }

    [Fact]
    public async Task Repondre_non_rend_le_dossier_individuel()
    {
        var (porteur, adresse) = await BrouillonAsync();
        await SaisirAsync(porteur, adresse, ("EnGroupement", "oui"), ("Membres[0].Collectivite", "Le Guerno"));
        await SaisirAsync(porteur, adresse, ("EnGroupement", "non"));
        Assert.Null((await instance.DossierAsync(adresse)).Contenu.Groupement);
    }

    [Fact]
    public async Task Un_membre_tape_sans_changer_la_reponse_n_est_pas_perdu_et_un_nom_efface_retire_le_membre()
    {
        var (porteur, adresse) = await BrouillonAsync();
        await SaisirAsync(porteur, adresse, ("EnGroupement", "non"), ("Membres[0].Collectivite", "Le Guerno"), ("Membres[0].Part", "40"), ("action", "ajouter-membre"));
        Assert.Equal(LeGuerno, Assert.Single((await instance.DossierAsync(adresse)).Contenu.Groupement!.Membres).Siren);

        await SaisirAsync(porteur, adresse, ("Membres[0].Collectivite", "Rennes Métropole"));
        Assert.Equal(RennesMetropole, Assert.Single((await instance.DossierAsync(adresse)).Contenu.Groupement!.Membres).Siren);

        await SaisirAsync(porteur, adresse, ("Membres[0].Collectivite", ""), ("ContactOperationnel", "Service numérique"));
        var groupement = (await instance.DossierAsync(adresse)).Contenu.Groupement!;
        Assert.Empty(groupement.Membres);
        Assert.Equal("Service numérique", groupement.ContactOperationnel);
    }

    [Theory]
    [InlineData("groupement", "Membres.index")]
    [InlineData("criteres", "Revendications.index")]
    [InlineData("financement", "Depenses.index")]
    [InlineData("financement", "Ressources.index")]
    public async Task Une_liste_sans_element_ne_casse_rien(string etape, string champ)
    {
        var (porteur, adresse) = await BrouillonAsync();
        var revision = (await instance.TraceAsync(adresse)).Revision;
        await porteur.LireAsync($"/dossiers/{adresse}/modifier/{etape}");
        var reponse = await porteur.PosterAsync($"/dossiers/{adresse}/modifier/{etape}", ("Revision", $"{revision}"), ("BaseTaxe", "HT"), (champ, "0"), (champ, "7"));
        Assert.True(reponse.Code is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity, $"{reponse.Code}");
    }
}
