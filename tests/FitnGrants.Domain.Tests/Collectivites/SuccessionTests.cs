using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;

namespace FitnGrants.Domain.Tests.Collectivites;

/// <summary>A collectivité that takes the place of another: its rights, its dossiers and its acts follow (CGCT, art. L. 2113-5).</summary>
public sealed class SuccessionTests
{
    private static readonly Acteur Admin = UnDossier.Qui("Administration", Role.Admin);
    private static readonly DateTimeOffset Quand1 = Quand.Le(2022, 1, 3);
    private static readonly DateOnly Janvier = new(2022, 1, 1);
    private const string Nouveau = "200000081";
    private const string Arrete = "arrêté n° 2021-345 du 15 décembre 2021";

    [Theory]
    [InlineData(null, Nouveau, "2022-01-01", Arrete, "ancien", "n’est pas au référentiel")]
    [InlineData("213503527", null, "2022-01-01", Arrete, "nouveau", "n’est pas au référentiel")]
    [InlineData("213503527", "213503527", "2022-01-01", Arrete, "nouveau", "elle-même")]
    [InlineData("213503527", Nouveau, null, Arrete, "le", "Indiquez le jour")]
    [InlineData("213503527", Nouveau, "2022-01-04", Arrete, "le", "d’avance")]
    [InlineData("213503527", Nouveau, "2022-01-03", " ", "arrete", "l’arrêté")]
    public void Ce_qui_manque_se_dit_au_champ(string? ancien, string? nouveau, string? le, string arrete, string champ, string dit)
    {
        var (succession, resultat) = Succession.Enregistrer(
            ancien is null ? null : Commune(ancien),
            nouveau is null ? null : Commune(nouveau),
            le is null ? null : DateOnly.Parse(le, System.Globalization.CultureInfo.InvariantCulture),
            arrete,
            [],
            Admin,
            Quand1
        );
        Assert.Null(succession);
        var refus = Assert.Single(resultat.Refus);
        Assert.Equal(champ, refus.Champ);
        Assert.Contains(dit, refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_SIREN_n_a_qu_un_successeur_et_un_mort_n_en_est_pas_un()
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        var faite = Succeder(u.Siren, Nouveau);
        Assert.Contains("déjà enregistré", Refus(Commune(u.Siren), Commune("200000099"), faite), StringComparison.Ordinal);
        Assert.Contains("a elle-même un successeur", Refus(Commune("200000099"), Commune(u.Siren), faite), StringComparison.Ordinal);
        Assert.Contains("Une commune succède à une commune", Refus(Commune("200000099"), Epci("200000107")), StringComparison.Ordinal);
    }

    [Fact]
    public void Le_dossier_suit_avec_sa_population_son_règlement_et_sa_version()
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        var (avant, contenu, ancien) = (u.Dossier.Porteur!, u.Dossier.ContenuDepose, u.Siren);
        u.Dossier.Succeder(Succeder(ancien, Nouveau), Commune(Nouveau), Admin);
        Assert.Equal(
            (Nouveau, "Commune nouvelle", Nouveau),
            (u.Dossier.Siren, u.Dossier.PorteurActuel!.Nom, Assert.Single(u.Dossier.Sirens))
        );
        Assert.Same(avant, u.Dossier.Porteur);
        Assert.Equal(avant with { Siren = Nouveau, Nom = "Commune nouvelle" }, u.Dossier.PorteurActuel);
        Assert.Same(contenu, u.Dossier.ContenuDepose);
        Assert.Contains(Nouveau, u.Dossier.Recherche, StringComparison.Ordinal);
        Assert.Contains(ancien, u.Dossier.Recherche, StringComparison.Ordinal);
    }

    [Fact]
    public void L_acte_reçu_attend_le_SIRET_du_successeur_et_garde_ses_termes()
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        var valeurs = u.Acte.Valeurs;
        Suivre(u);
        Assert.Equal((Nouveau, null, null), (u.Acte.Siren, u.Acte.Beneficiaires[0].Siret, u.Acte.Beneficiaires[0].ConfirmePar));
        Assert.Equal((true, true), (u.Acte.SiretASaisir, u.Acte.SiretsOuverts));
        Assert.Equal(valeurs, u.Acte.Valeurs);
        var siret = Siret.SiegePlausible(Nouveau).Valeur;
        UnActe.Accepter(u.Acte.SaisirLesSirets(new Dictionary<string, string?> { [Nouveau] = siret }, UnDossier.Representant));
        Assert.False(u.Acte.SiretASaisir);
        u.Acte.ConfirmerLesSirets(UnActe.Gestionnaire);
        Assert.Equal((siret, false), (u.Acte.Beneficiaires[0].Siret, u.Acte.SiretsOuverts));
    }

    [Fact]
    public void Un_papier_en_signature_nomme_une_disparue_jusqu_à_sa_reprise()
    {
        var u = UnActe.A(EtapeDeSuivi.ASigner);
        Assert.False(u.Acte.NommeUneDisparue(u.Dossier));
        Suivre(u);
        Assert.True(u.Acte.NommeUneDisparue(u.Dossier));
        UnActe.Accepter(u.Acte.Reprendre("La commune a changé.", UnActe.Gestionnaire, Quand1));
        Assert.False(u.Acte.NommeUneDisparue(u.Dossier));
    }

    [Fact]
    public void Deux_membres_qui_deviennent_un_ont_la_part_des_deux()
    {
        var u = UnActe.AEditer(candidature: UneCandidature.Groupement(("213503527", 40m), ("213500010", 35m), ("213500028", 25m)));
        var succession = Succeder("213500010", "213500028");
        u.Dossier.Succeder(succession, Commune("213500028"), Admin);
        u.Acte.Succeder(u.Dossier.Substitutions[^1]);
        Assert.Equal([40m, 60m], u.Acte.Beneficiaires.Select(b => b.Part!.Value));
        Assert.Equal(u.Acte.Montant, new Euros(u.Acte.Parts.Sum(p => p.Montant)));
    }

    private static void Suivre(UnActe u)
    {
        u.Dossier.Succeder(Succeder(u.Siren, Nouveau), Commune(Nouveau), Admin);
        u.Acte.Succeder(u.Dossier.Substitutions[^1]);
    }

    private static Succession Succeder(string ancien, string nouveau) =>
        Succession.Enregistrer(Commune(ancien), Commune(nouveau), Janvier, Arrete, [], Admin, Quand1).Succession!;

    private static string Refus(Collectivite ancien, Collectivite nouveau, params Succession[] connues) =>
        Assert.Single(Succession.Enregistrer(ancien, nouveau, Janvier, Arrete, connues, Admin, Quand1).Resultat.Refus).Message;

    private static Collectivite Commune(string siren) =>
        Collectivite.Creer(
            siren,
            "Commune nouvelle",
            NatureJuridique.Commune,
            "35352",
            "35",
            "53",
            [new PopulationMillesime(2018, Janvier, 9000, 9000)]
        );

    private static Collectivite Epci(string siren) =>
        Collectivite.Creer(
            siren,
            "Agglomération",
            NatureJuridique.CA,
            null,
            "35",
            "53",
            [new PopulationMillesime(2018, Janvier, 90000, 90000)]
        );
}
