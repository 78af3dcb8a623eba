namespace FitnGrants.Web.Tests.Depart;

public sealed class LigneDeCommandeTests
{
    public static TheoryData<string, string?, bool> Connues =>
        new()
        {
            { "", null, false },
            { "--neuf", null, true },
            { "--urls http://localhost:5081", null, false },
            { "--urls=http://localhost:5081 --neuf", null, true },
            { "referentiel import", "referentiel", false },
            { "referentiel f.csv --annee 2019 --en-vigueur 2022-01-01", "referentiel", false },
            { "referentiel f.csv", "referentiel", false },
            { "admin creer a@b.fr", "admin", false },
            { "aide", "aide", false },
            { "--help", "aide", false },
            { "-h", "aide", false },
        };

    [Theory]
    [MemberData(nameof(Connues))]
    public void Une_commande_qui_existe_est_lue(string ligne, string? commande, bool neuf) =>
        Assert.Equal(new LigneDeCommande(commande, neuf), LigneDeCommande.Lire(ligne.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("journal verifier")]
    [InlineData("aidez-moi")]
    [InlineData("admin")]
    [InlineData("admin creer")]
    [InlineData("admin supprimer a@b.fr")]
    [InlineData("admin creer a@b.fr encore")]
    [InlineData("referentiel")]
    [InlineData("referentiel import --annee 2019")]
    [InlineData("--neuve")]
    [InlineData("--neuf=oui")]
    [InlineData("--urls")]
    [InlineData("--urls=")]
    [InlineData("admin creer a@b.fr --neuf")]
    [InlineData("--annee 2019")]
    [InlineData("-x")]
    [InlineData("--Demonstration:Active=true")]
    public void Tout_le_reste_est_refuse_avec_la_liste_de_ce_qui_existe(string ligne) =>
        Assert.EndsWith(
            LigneDeCommande.Aide,
            Assert.Throws<CommandeInconnueException>(() => LigneDeCommande.Lire(ligne.Split(' '))).Message,
            StringComparison.Ordinal
        );
}
