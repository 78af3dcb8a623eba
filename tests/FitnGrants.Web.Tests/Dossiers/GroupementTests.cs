using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Dossiers;

public sealed class GroupementTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";
    private const string LeGuerno = "215600776";
    private const string RennesMetropole = "243500139";

    private async Task<(Navigateur Porteur, string Adresse)> BrouillonAsync() =>
        (
            await instance.EnTantQueAsync("porteur.vern"),
            await instance.DeroulerAsync(new(Vern, "Portail commun", 28000m, 20720.01m) { Jusqua = EtatDossier.Brouillon })
        );

    private static async Task<PageLue> SaisirAsync(Navigateur porteur, string adresse, params (string Nom, string? Valeur)[] champs) =>
        await porteur.SoumettreAsync(await porteur.LireAsync($"/dossiers/{adresse}/modifier/groupement"), "main form", champs);

    /// <summary>Vern under the SIREN that a merger gave it: one body, before and after.</summary>
    private Task<int> FusionnerVernAsync() =>
        instance.SqlAsync(
            $"""
            insert into collectivites (siren, nom, nature, code_insee, departement, region, taille, codes_postaux, existe_du)
            select '200099992', nom, nature, code_insee, departement, region, taille, codes_postaux, date '2026-01-01'
            from collectivites where siren = {Vern} on conflict do nothing
            """
        );

    [Fact]
    public async Task Une_commune_et_celle_qui_lui_succede_ne_forment_pas_un_groupement()
    {
        await FusionnerVernAsync();
        var (porteur, adresse) = await BrouillonAsync();

        var refus = await SaisirAsync(
            porteur,
            adresse,
            ("EnGroupement", "oui"),
            ("PartDuChefDeFile", "50"),
            ("Membres[0].Collectivite", "Vern-sur-Seiche"),
            ("Membres[0].Siren", "200099992"),
            ("Membres[0].Part", "50"),
            ("Membres[0].Attestation", "true")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("sont la même commune", refus.Erreur("Membres_0__Collectivite"));
        Assert.Null((await instance.DossierAsync(adresse)).Contenu.Groupement);
    }

    [Fact]
    public async Task Les_parts_en_pour_cent_donnent_des_montants_au_centime_et_le_depot_est_collectif()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var reponse = await SaisirAsync(
            porteur,
            adresse,
            ("EnGroupement", "oui"),
            ("PartDuChefDeFile", "33,34"),
            ("ContactOperationnel", "Service numérique de Vern"),
            ("Membres[0].Collectivite", "Le Guerno"),
            ("Membres[0].Siren", ""),
            ("Membres[0].Part", "33,33"),
            ("Membres[0].Attestation", "true"),
            ("Membres[1].Collectivite", RennesMetropole),
            ("Membres[1].Siren", ""),
            ("Membres[1].Part", "33,33"),
            ("Membres[1].Attestation", "true")
        );

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

    [Fact]
    public async Task Les_membres_et_leurs_parts_se_lisent_au_recapitulatif_au_dossier_a_l_instruction_et_sur_l_accuse_de_reception()
    {
        var (porteur, adresse) = await BrouillonAsync();
        await SaisirAsync(
            porteur,
            adresse,
            ("EnGroupement", "oui"),
            ("PartDuChefDeFile", "66,67"),
            ("ContactOperationnel", "Service numérique de Vern"),
            ("Membres[0].Collectivite", "Le Guerno"),
            ("Membres[0].Part", "33,33"),
            ("Membres[0].Attestation", "true")
        );
        const string chef = "Vern-sur-Seiche, chef de file 213503527 au dépôt 66,67 % 13 814,03 €";
        const string membre = "Le Guerno 215600776 oui 33,33 % 6 905,98 €";
        var recapitulatif = await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif");
        Assert.Equal([chef, membre], Membres(recapitulatif));
        Assert.Equal([chef, membre], Membres(await porteur.LireAsync($"/dossiers/{adresse}")));

        var numero = (await porteur.SoumettreAsync(recapitulatif, "form[action$='/deposer']", ("Certifie", "true"))).Vers!.Split('/')[2];

        var agent = await instance.EnTantQueAsync("instructeur.35");
        Assert.Equal([chef, membre], Membres(await agent.LireAsync($"/dossiers/{numero}")));
        Assert.Equal([chef, membre], Membres(await agent.LireAsync($"/instruction/{numero}")));
        Assert.Equal(
            "Vern-sur-Seiche (SIREN 213503527, chef de file) : 66,67 %, soit 13 814,03 € ; Le Guerno (SIREN 215600776) : 33,33 %, "
                + "soit 6 905,98 €",
            await GroupementDuRecepisseAsync(numero)
        );
    }

    [Fact]
    public async Task Un_dossier_individuel_n_a_ni_tableau_de_membres_ni_ligne_de_groupement()
    {
        var numero = await instance.DeroulerAsync(new(Vern, "Portail seul", 28000m, 20720m) { Jusqua = EtatDossier.Depose });

        Assert.Empty(Membres(await (await instance.EnTantQueAsync("porteur.vern")).LireAsync($"/dossiers/{numero}")));
        Assert.Null(await GroupementDuRecepisseAsync(numero));
    }

    [Fact]
    public async Task La_prefecture_qui_donne_son_avis_lit_les_membres_et_leurs_parts()
    {
        var numero = await instance.DeroulerAsync(
            new("246800726", "Laboratoire partagé", 60000m, 36000m) { Dispositif = "GE-V2", Jusqua = EtatDossier.Depose }
        );
        await instance.SqlAsync(
            $$"""
            update dossiers set contenu = jsonb_set(contenu::jsonb, '{Groupement}',
                '{"PartDuChefDeFile": 60, "Membres": [{"Siren": "216800664", "Part": 40, "Attestation": true}],
                  "ContactOperationnel": "Direction du numérique"}')
            where numero = {{numero}}
            """
        );
        // What was deposited is what a préfecture reads.
        await instance.SqlAsync(
            $"update versions_deposees v set contenu = d.contenu from dossiers d where d.id = v.dossier_id and d.numero = {numero}"
        );

        var page = await (await instance.EnTantQueAsync("instructeur.68")).LireAsync($"/instruction/{numero}/avis");

        Assert.EndsWith("chef de file 246800726 au dépôt 60 % 21 600,00 €", Membres(page)[0]);
        Assert.EndsWith("216800664 oui 40 % 14 400,00 €", Membres(page)[1]);
    }

    private static List<string> Membres(PageLue page) =>
        page
            .Document.QuerySelectorAll("table")
            .Where(t => t.QuerySelector("caption")?.TextContent.StartsWith("Membres du groupement", StringComparison.Ordinal) == true)
            .SelectMany(t => t.QuerySelectorAll("tbody tr"))
            .Select(l => PageLue.Plat(string.Join(' ', l.Children.Select(c => c.TextContent))))
            .ToList();

    private async Task<string?> GroupementDuRecepisseAsync(string numero)
    {
        var dossier = await instance.DossierAsync(numero);
        await using var portee = instance.Services.CreateAsyncScope();
        var services = portee.ServiceProvider;
        var reglement = services.GetRequiredService<Web.Reglements.RegistreDesReglements>().Exiger(dossier.Dispositif);
        var document = Web.Features.Dossiers.Impressions.Recepisse(
            dossier,
            dossier.Versions[0],
            reglement,
            services.GetRequiredService<Web.Documents.Papiers>().De(ServiceEmetteur.Creer("68"), new DateOnly(2021, 6, 1))
        );
        var donnees = System.Text.Json.JsonSerializer.SerializeToElement(document.Donnees("CODE"));
        return donnees
            .GetProperty("faits")
            .EnumerateArray()
            .Where(f => f[0].GetString() == "Groupement")
            .Select(f => PageLue.Plat(f[1].GetString()!))
            .SingleOrDefault();
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
        (string, string?)[] champs =
        [
            ("EnGroupement", "oui"),
            ("PartDuChefDeFile", "50"),
            ("Membres[0].Collectivite", "Le Guerno"),
            ("Membres[0].Part", "50"),
        ];

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
        await SaisirAsync(
            porteur,
            adresse,
            ("EnGroupement", "oui"),
            ("PartDuChefDeFile", "50"),
            ("Membres[0].Collectivite", "Le Guerno"),
            ("Membres[0].Part", "49,99")
        );

        var recapitulatif = await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif");
        Assert.Contains("Les parts font 99,99 % : leur somme doit faire 100 %.", recapitulatif.Texte);
        Assert.Contains("Membre 1 : son représentant légal doit attester.", recapitulatif.Texte);
        Assert.Contains("Indiquez le contact opérationnel", recapitulatif.Texte);
        Assert.Equal(EtatDossier.Brouillon, (await instance.DossierAsync(adresse)).Etat);
    }

    [Fact]
    public async Task En_revenant_a_l_etape_chaque_constat_se_lit_a_cote_de_son_champ()
    {
        var (porteur, adresse) = await BrouillonAsync();
        Task<PageLue> RevenirAsync() => porteur.LireAsync($"/dossiers/{adresse}/modifier/groupement");
        Assert.Null((await RevenirAsync()).Document.QuerySelector(".constat"));

        await SaisirAsync(
            porteur,
            adresse,
            ("EnGroupement", "oui"),
            ("PartDuChefDeFile", "50"),
            ("Membres[0].Collectivite", "216800664"),
            ("Membres[0].Part", "49,99")
        );
        var page = await RevenirAsync();
        Assert.Contains("Les parts font 99,99 %", page.De("#PartDuChefDeFile-constats"));
        Assert.Contains("son représentant légal doit attester", page.De("#Membres_0__Attestation-constats"));
        Assert.Contains("Colmar, membre du groupement, a son siège hors du territoire", page.De("#Membres_0__Collectivite-constats"));
        Assert.Contains("Indiquez le contact opérationnel", page.De("#ContactOperationnel-constats"));

        await SaisirAsync(
            porteur,
            adresse,
            ("PartDuChefDeFile", "50"),
            ("ContactOperationnel", "Service numérique"),
            ("Membres[0].Collectivite", "Le Guerno"),
            ("Membres[0].Part", "50"),
            ("Membres[0].Attestation", "true")
        );
        Assert.Equal("Conforme. 2 collectivités, parts et attestations complètes.", (await RevenirAsync()).De("main form .constat p"));
    }

    [Fact]
    public async Task Un_membre_que_le_reglement_n_admet_pas_est_refuse_a_son_champ()
    {
        var adresse = await instance.DeroulerAsync(
            new("216802777", "Archives partagées", 12345.67m, 4115.18m) { Dispositif = "HR-V1", Jusqua = EtatDossier.Brouillon }
        );
        var porteur = await instance.EnTantQueAsync("porteur.riquewihr");
        await SaisirAsync(
            porteur,
            adresse,
            ("EnGroupement", "oui"),
            ("PartDuChefDeFile", "50"),
            ("Membres[0].Collectivite", "Mulhouse"),
            ("Membres[0].Siren", "216802249"),
            ("Membres[0].Part", "50")
        );

        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/groupement");

        Assert.Contains("Mulhouse, membre du groupement, compte", page.De("#Membres_0__Collectivite-constats"));
        Assert.Contains(
            "/modifier/groupement#Membres_0__Collectivite",
            (await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif")).Source
        );
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
        await SaisirAsync(
            porteur,
            adresse,
            ("EnGroupement", "non"),
            ("Membres[0].Collectivite", "Le Guerno"),
            ("Membres[0].Part", "40"),
            ("action", "ajouter-membre")
        );
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
        var reponse = await porteur.PosterAsync(
            $"/dossiers/{adresse}/modifier/{etape}",
            ("Revision", $"{revision}"),
            ("BaseTaxe", "HT"),
            (champ, "0"),
            (champ, "7")
        );
        Assert.True(reponse.Code is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity, $"{reponse.Code}");
    }
}
