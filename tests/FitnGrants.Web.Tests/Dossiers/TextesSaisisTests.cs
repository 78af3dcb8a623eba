using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Web.Tests.Dossiers;

/// <summary>What word processors, spreadsheets and telephones put in a text without its author seeing it.</summary>
public sealed class TextesSaisisTests(Instance instance) : IClassFixture<Instance>
{
    [Theory]
    [InlineData("projet", "Titre", "Por\u00ADtail\u200B des\u00A0familles\uFFFE", "Portail des\u00A0familles")]
    [InlineData("projet", "Resume", "L\u0092accueil\r\n\uF0B7 un\v\uF0B7 deux\u0002", "L’accueil\n• un\n• deux")]
    [InlineData("projet", "Lieux", "\u202AVern\u202C \uFFFF", "Vern")]
    [InlineData("projet", "Titre", "Cafe\u0301 ➜ Ελλάς 😀 漢字", "Café ➜ Ελλάς 😀 漢字")]
    [InlineData("collectivite", "Telephone", "\u202A02 99 00 00 00\u202C", "02 99 00 00 00")]
    [InlineData("collectivite", "Telephone", "02.99.00.00.00 / 06 00 00 00 00", "02.99.00.00.00 / 06 00 00 00 00")]
    [InlineData("collectivite", "Siret", "SIRET : 213.503.527.00011", "21350352700011")]
    [InlineData("collectivite", "Siret", "\u202D213 503 527 - 00011", "21350352700011")]
    public async Task Ce_qui_ne_se_voit_pas_n_est_ni_refuse_ni_garde(string etape, string champ, string saisi, string garde)
    {
        var adresse = await instance.DeroulerAsync(new("213503527", "Textes") { Jusqua = EtatDossier.Brouillon });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/{etape}");

        var automatique = await porteur.AutomatiqueAsync(
            $"/dossiers/{adresse}/modifier/{etape}",
            PageLue.Champs(page.Formulaire("main form")).Where(c => c.Nom != champ).Append((champ, saisi))
        );
        Assert.Equal(HttpStatusCode.OK, automatique.Code);
        var relue = await porteur.LireAsync($"/dossiers/{adresse}/modifier/{etape}");
        var bouton = await porteur.SoumettreAsync(relue, "main form", (champ, saisi));

        Assert.Equal(HttpStatusCode.Redirect, bouton.Code);
        var contenu = (await instance.DossierAsync(adresse)).Contenu;
        Assert.Equal(
            garde,
            champ switch
            {
                "Titre" => contenu.Projet.Titre,
                "Resume" => contenu.Projet.Resume,
                "Lieux" => contenu.Projet.Lieux,
                "Telephone" => contenu.Identite.Telephone,
                _ => contenu.Identite.Siret,
            }
        );
    }

    /// <summary>A browser sends two signs for a line end: the limit, the counter and the service count one.</summary>
    [Theory]
    [InlineData(4000, HttpStatusCode.Redirect)]
    [InlineData(4001, HttpStatusCode.UnprocessableEntity)]
    public async Task Une_fin_de_ligne_compte_une_fois(int longueur, HttpStatusCode attendu)
    {
        var adresse = await instance.DeroulerAsync(new("213503527", "Longueurs") { Jusqua = EtatDossier.Brouillon });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/projet");
        var texte = string.Concat(Enumerable.Repeat("a\r\n", 1999)) + new string('b', longueur - 2 * 1999);

        Assert.Equal("4000", page.Document.QuerySelector("[data-maxlength]:has([name=Resume])")?.GetAttribute("data-maxlength"));
        Assert.Equal(attendu, (await porteur.SoumettreAsync(page, "main form", ("Resume", texte))).Code);
    }

    [Theory]
    [InlineData("TTC", "12 000 € HT", "20", 12000, 14400, null)]
    [InlineData("HT", "12 000 € HT", "", 12000, null, null)]
    [InlineData("TTC", "12 000 € HT", "", null, null, "Ce montant est écrit hors taxes, et le plan est toutes taxes comprises")]
    [InlineData("HT", "14 400 TTC", "", null, null, "Ce montant est écrit toutes taxes comprises, et le plan est hors taxes")]
    public async Task Un_montant_qui_dit_sa_base_est_garde_sur_elle(string plan, string tape, string tva, int? ht, int? ttc, string? faute)
    {
        var adresse = await instance.DeroulerAsync(new("213503527", "Bases") { Jusqua = EtatDossier.Brouillon });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/financement");

        var reponse = await porteur.SoumettreAsync(
            page,
            "main form",
            ("BaseTaxe", plan),
            ("Depenses[0].Libelle", "Un"),
            ("Depenses[0].Montant", tape),
            ("Depenses[0].TauxTva", tva)
        );

        if (faute is not null)
        {
            Assert.StartsWith("Erreur : " + faute, reponse.Erreur("Depenses_0__Montant"), StringComparison.Ordinal);
            return;
        }
        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        var depense = (await instance.DossierAsync(adresse)).Contenu.Projet.Depenses!.Value[0];
        Assert.Equal(((decimal?)ht, (decimal?)ttc), (depense.MontantHT?.Montant, depense.MontantTTC?.Montant));
    }

    [Fact]
    public async Task Deux_phrases_egales_nomment_chacune_leur_champ()
    {
        var adresse = await instance.DeroulerAsync(new("213503527", "Fautes") { Jusqua = EtatDossier.Brouillon });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/financement?ajouter=depense");

        var refus = await porteur.SoumettreAsync(
            page,
            "main form",
            ("Depenses[0].Libelle", "Un"),
            ("Depenses[0].Montant", "mille"),
            ("Depenses[1].Libelle", "Deux"),
            ("Depenses[1].Montant", "mille"),
            ("Ressources[0].Montant", "-5")
        );

        Assert.Contains("Montant, ressource 1 : Indiquez un montant positif.", refus.De(".erreurs"));
        var phrases = refus.Document.QuerySelectorAll(".erreurs li").Select(l => PageLue.Plat(l.TextContent)).ToList();
        Assert.Equal(phrases.Distinct(StringComparer.Ordinal), phrases);
        Assert.Contains(phrases, p =>
            p.StartsWith("Montant HT, dépense 2 : Indiquez", StringComparison.Ordinal)
            || p.StartsWith("Montant, dépense 2 : Indiquez", StringComparison.Ordinal)
        );
    }
}
