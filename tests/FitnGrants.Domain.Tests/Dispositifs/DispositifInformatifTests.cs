using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dispositifs;

public sealed class DispositifInformatifTests
{
    private static readonly Source Page = new("Page", "citation", [1]);

    private static readonly DispositifInformatif Collectivites = UnAppel("COLL", Recruteur.Collectivite);
    private static readonly DispositifInformatif Structures = UnAppel("STRUCT", Recruteur.Association, Recruteur.EntrepriseEss);

    private static DispositifInformatif UnAppel(string code, params Recruteur[] recruteurs) =>
        new()
        {
            Code = code,
            Rang = 1,
            Intitule = code,
            Nom = code,
            PourQui = "",
            Depot = "",
            EnBref = [],
            Contenu = [],
            Calendrier = [],
            Regles = [new RegleInformative("R83", "Qui recrute", "Phrase.", Page)],
            Orientation = new Orientation("R83", null, [.. recruteurs], []),
        };

    [Theory]
    [InlineData("2021-05-27", "se clôture le 28 mai 2021")]
    [InlineData("2021-05-28", "se clôture le 28 mai 2021")]
    [InlineData("2021-05-29", "s'est clôturée le 28 mai 2021")]
    public void Une_échéance_change_de_temps_le_lendemain_de_son_jour(string jour, string phrase)
    {
        var echeance = new Echeance(new DateOnly(2021, 5, 28), "s’est clôturée le {date}", "se clôture le {date}", Page);

        Assert.Equal(phrase, Lisible.De(echeance.Phrase(DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Une_échéance_sans_date_ne_change_pas() =>
        Assert.Equal("Trois sessions.", new Echeance(null, "Trois sessions.", null, Page).Phrase(new DateOnly(2030, 1, 1)));

    [Theory]
    [InlineData(Recruteur.Collectivite, "COLL")]
    [InlineData(Recruteur.Association, "STRUCT")]
    [InlineData(Recruteur.EntrepriseEss, "STRUCT")]
    [InlineData(Recruteur.Autre, null)]
    public void Chaque_recruteur_a_son_appel_vu_de_l_un_ou_de_l_autre(Recruteur recruteur, string? attendu)
    {
        foreach (var fiche in new[] { Collectivites, Structures })
        {
            var appel = AppelDuRecruteur.Juger(fiche, recruteur, [Collectivites, Structures]);

            Assert.Equal(attendu, appel.Vers?.Code);
            Assert.Equal(
                attendu is null ? ResultatConstat.AVerifier
                    : attendu == fiche.Code ? ResultatConstat.Conforme
                    : ResultatConstat.NonApplicable,
                appel.Constat.Resultat
            );
            Assert.Equal("R83", appel.Constat.Regle);
        }
    }

    [Theory]
    [InlineData(Recruteur.Collectivite, "Cet appel s'adresse à vous.")]
    [InlineData(Recruteur.Association, "Cet appel ne s'adresse pas à vous : un autre vous est destiné.")]
    [InlineData(Recruteur.Autre, "Aucun appel ne nomme clairement votre structure : posez la question au service indiqué sur cette page.")]
    public void Chaque_recruteur_lit_si_l_appel_est_pour_lui(Recruteur recruteur, string phrase) =>
        Assert.Equal(phrase, Lisible.De(AppelDuRecruteur.Juger(Collectivites, recruteur, [Collectivites, Structures]).Constat.Message));

    [Fact]
    public void Une_fiche_n_a_que_ses_règles()
    {
        Assert.Equal("Qui recrute", Collectivites.Regle("R83").Nom);
        Assert.Throws<InvalidOperationException>(() => Collectivites.Regle("R16"));
    }
}
