namespace FitnGrants.Web.Tests.Administration;

public sealed class ReferentielTests(Instance instance) : IClassFixture<Instance>
{
    private static readonly (string Nom, string? Valeur)[] Petr =
    [
        ("Siren", "200 054 781"),
        ("Nom", "PETR du pays d’essai"),
        ("Nature", "PETR"),
        ("Departement", "68"),
        ("Region", "44"),
        ("Totale", "12 345"),
        ("Annee", "2018"),
    ];

    [Fact]
    public async Task Un_PETR_ajoute_a_la_main_est_juge_par_les_regles()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var reponse = await admin.SoumettreAsync(await admin.LireAsync("/administration/referentiel"), "main form", Petr);
        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);

        var page = await instance.Anonyme().LireAsync("/simulateur?Siren=200054781&Cout=20000&Montant=10000");

        Assert.Contains("ne sont pas éligibles au volet 1", page.De("main")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Siren", "200054782", "SIREN invalide")]
    [InlineData("Siren", "216800664", "déjà au référentiel")]
    [InlineData("Nom", "", "Indiquez le nom")]
    [InlineData("Nature", "Royaume", "Choisissez la nature")]
    [InlineData("Departement", "6", "code du département")]
    [InlineData("Region", "Alsace", "code de la région")]
    [InlineData("Totale", "-3", "nombre d'habitants")]
    [InlineData("Annee", "1789", "année de référence")]
    public async Task Une_saisie_fausse_a_sa_phrase_et_n_ajoute_rien(string champ, string valeur, string phrase)
    {
        var admin = await instance.EnTantQueAsync("admin");
        var saisie = Petr.Select(p =>
                p.Nom == champ ? (champ, (string?)valeur)
                : p.Nom == "Siren" ? ("Siren", "200 054 799")
                : p
            )
            .ToArray();

        var page = await admin.SoumettreAsync(await admin.LireAsync("/administration/referentiel"), "main form", saisie);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains(phrase, page.De(".erreurs")!, StringComparison.Ordinal);
    }
}
