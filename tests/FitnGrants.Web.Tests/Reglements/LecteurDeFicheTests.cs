using FitnGrants.Domain.Dispositifs;
using FitnGrants.Web.Reglements;

namespace FitnGrants.Web.Tests.Reglements;

public sealed class LecteurDeFicheTests
{
    private static readonly string Dossier = Path.Combine(Serveur.Projet, "Reglements", "fiches");
    private static readonly FichesInformatives Fiches = new(Dossier);

    [Fact]
    public void Les_cinq_fiches_se_lisent_dans_l_ordre_ou_on_les_presente() =>
        Assert.Equal(["NAT-DEMAT", "NAT-DATA", "NAT-COOP", "CNFS-COLL", "CNFS-STRUCT"], Fiches.Toutes.Select(f => f.Code));

    [Fact]
    public void Chaque_citation_est_ecrite_et_donne_ses_lignes()
    {
        var sources = Fiches.Toutes.SelectMany(f => f.Regles.Select(r => r.Source).Concat(f.Calendrier.Select(e => e.Source))).ToList();

        Assert.True(sources.Count > 20);
        Assert.All(sources, s =>
        {
            Assert.False(string.IsNullOrWhiteSpace(s.Citation));
            Assert.NotEmpty(s.Lignes);
            Assert.All(s.Lignes, l => Assert.InRange(l, 1, 63));
            Assert.NotEmpty(s.Document);
        });
    }

    [Fact]
    public void Les_regles_des_fiches_sont_donnees_une_fois_avec_leurs_fiches()
    {
        Assert.Equal(
            ["R16", "R79", "R80", "R81", "R82", "R83", "R84", "R86", "R87"],
            Fiches.Regles.Select(r => r.Regle.Code).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["NAT-DEMAT", "NAT-DATA", "NAT-COOP"], Fiches.Regles.Single(r => r.Regle.Code == "R16").Fiches);
        Assert.Equal(["CNFS-COLL", "CNFS-STRUCT"], Fiches.Regles.Single(r => r.Regle.Code == "R82").Fiches);
    }

    [Theory]
    [InlineData(Recruteur.Collectivite, "CNFS-COLL")]
    [InlineData(Recruteur.Association, "CNFS-STRUCT")]
    [InlineData(Recruteur.EntrepriseEss, "CNFS-STRUCT")]
    public void Un_recruteur_n_a_qu_un_appel(Recruteur recruteur, string code) =>
        Assert.Equal(code, Assert.Single(Fiches.Toutes, f => f.Orientation.Recruteurs.Contains(recruteur)).Code);

    [Theory]
    [InlineData("NAT-DEMAT", "rang: 1", "rangs: 1", "clé inconnue : rangs")]
    [InlineData("NAT-DEMAT", "rang: 1", "rang: premier", "un nombre entier est attendu : premier")]
    [InlineData("NAT-DEMAT", "date: 2021-05-28", "date: 28/05/2021", "une date AAAA-MM-JJ est attendue : 28/05/2021")]
    [InlineData("NAT-DEMAT", "document: S1", "document: S9", "document inconnu : S9")]
    [InlineData("NAT-DEMAT", "lignes: [44]", "lignes: []", "une citation donne ses lignes")]
    [InlineData("NAT-DEMAT", "code: R16", "code: R79", "la règle R79 est donnée deux fois")]
    [InlineData("NAT-DEMAT", "regle: R16", "regle: R99", "la règle R99 n’est pas dans la fiche")]
    [InlineData("NAT-DEMAT", ", seuil: 500000", "", "une orientation donne un seuil ou des recruteurs")]
    [InlineData("NAT-DEMAT", "adresse: \"https:", "adresse: \"javascript:", "une adresse https est attendue")]
    [InlineData("CNFS-COLL", "[Collectivite]", "[Mairie]", "valeur inconnue : Mairie")]
    [InlineData("CNFS-COLL", "rappels: [R82", "rappels: [R16", "la règle R16 n’est pas dans la fiche")]
    [InlineData("CNFS-COLL", "fonction: \"Préf", "personne: \"Préf", "clé inconnue : personne")]
    public void Une_fiche_qui_ne_tient_pas_dit_son_fichier_sa_ligne_et_sa_faute(string code, string juste, string faux, string faute)
    {
        var contenu = File.ReadAllText(Path.Combine(Dossier, code + ".yaml"));
        var debut = contenu.IndexOf(juste, StringComparison.Ordinal);
        Assert.True(debut >= 0, juste);
        var ligne = contenu[..debut].Count(c => c == '\n') + 1;

        var e = Assert.Throws<ReglementInvalideException>(() =>
            LecteurDeFiche.Lire("essai.yaml", contenu[..debut] + faux + contenu[(debut + juste.Length)..])
        );

        Assert.Contains(faute, e.Message, StringComparison.Ordinal);
        Assert.StartsWith($"essai.yaml, ligne {ligne} : ", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("depot: ", "clé absente : depot")]
    [InlineData("pourQui: ", "clé absente : pourQui")]
    public void Une_cle_absente_arrete_la_lecture(string debut, string faute)
    {
        var lignes = File.ReadAllLines(Path.Combine(Dossier, "NAT-COOP.yaml")).Where(l => !l.StartsWith(debut, StringComparison.Ordinal));

        var e = Assert.Throws<ReglementInvalideException>(() => LecteurDeFiche.Lire("essai.yaml", string.Join('\n', lignes)));

        Assert.Contains(faute, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_phrase_qui_depend_d_une_date_la_donne()
    {
        var contenu = File.ReadAllText(Path.Combine(Dossier, "NAT-COOP.yaml"))
            .Replace("date: 2021-05-28\n    ", "", StringComparison.Ordinal);

        var e = Assert.Throws<ReglementInvalideException>(() => LecteurDeFiche.Lire("essai.yaml", contenu));

        Assert.Contains("donne sa date", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_regle_dit_la_meme_chose_dans_toutes_les_fiches()
    {
        var contenu = File.ReadAllText(Path.Combine(Dossier, "NAT-COOP.yaml"));
        var autres = Fiches.Toutes[0].Regles;

        Assert.NotEmpty(LecteurDeFiche.Lire("essai.yaml", contenu, autres).Regles);
        var e = Assert.Throws<ReglementInvalideException>(() =>
            LecteurDeFiche.Lire(
                "essai.yaml",
                contenu.Replace("nom: Couverture minimale", "nom: Couverture", StringComparison.Ordinal),
                autres
            )
        );

        Assert.Contains("la règle R16 ne dit pas la même chose dans une autre fiche", e.Message, StringComparison.Ordinal);
    }
}
