using System.Text;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Tests.Donnees;

public sealed class FichierDuReferentielTests
{
    private const string Bonne = "213500010;Acigné;commune;35001;35;53;6 700;6861;243500139";
    private static readonly Millesime Millesime2019 = new(2019, new DateOnly(2022, 1, 1));

    [Theory]
    [InlineData(";")]
    [InlineData(",")]
    public async Task Le_point_virgule_et_la_virgule_separent(string separateur)
    {
        var lecture = await LireAsync(Fichier(Bonne).Replace(";", separateur, StringComparison.Ordinal));

        Assert.Equal(0, lecture.NombreDErreurs);
        var (siren, ligne) = Assert.Single(lecture.Lot.Collectivites);
        Assert.Equal(
            ("213500010", "Acigné", NatureJuridique.Commune, "35001", "35", "53", "243500139"),
            (siren, ligne.Nom, ligne.Nature, ligne.CodeInsee, ligne.Departement, ligne.Region, ligne.Epci)
        );
        Assert.Equal(new PopulationMillesime(2019, new DateOnly(2022, 1, 1), 6700, 6861, "243500139"), Assert.Single(ligne.Populations));
    }

    [Fact]
    public async Task Avec_ou_sans_marque_d_ordre_le_texte_est_le_meme()
    {
        var sans = await LireAsync(Encoding.UTF8.GetBytes(Fichier(Bonne)));
        var avec = await LireAsync([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Fichier(Bonne))]);

        Assert.Equal((0, 0), (sans.NombreDErreurs, avec.NombreDErreurs));
        Assert.Equal("Acigné", avec.Lot.Collectivites["213500010"].Nom);
        Assert.NotEqual(sans.Empreinte, avec.Empreinte);
    }

    [Fact]
    public async Task L_ordre_des_colonnes_leur_casse_les_guillemets_et_les_lignes_vides_n_y_font_rien()
    {
        var lecture = await LireAsync(
            "NOM;siren;epci;type;codeInsee;departement;region;populationTotale;populationMunicipale\r\n"
                + "\"L'Île; dite \"\"Aval\"\"\";213500010;;\"COMMUNE\";35001;35;53;10;\r\n;;;;;;;;\r\n\r\n"
        );

        Assert.Equal(0, lecture.NombreDErreurs);
        var ligne = lecture.Lot.Collectivites["213500010"];
        Assert.Equal(("L'Île; dite \"Aval\"", (string?)null), (ligne.Nom, ligne.Epci));
        Assert.Equal((null, 10), (ligne.Populations[0].Municipale, ligne.Populations[0].Totale));
    }

    [Theory]
    [InlineData("CC", NatureJuridique.CC)]
    [InlineData("METRO", NatureJuridique.Metropole)]
    [InlineData("Métropole", NatureJuridique.Metropole)]
    [InlineData("MET69", NatureJuridique.Met69)]
    [InlineData("departement", NatureJuridique.Departement)]
    [InlineData("PETR", NatureJuridique.PETR)]
    [InlineData("Pôle métropolitain", NatureJuridique.PoleMetropolitain)]
    public async Task Le_type_est_celui_des_paquets_ou_du_produit(string type, NatureJuridique nature)
    {
        var lecture = await LireAsync(Fichier($"243500139;Rennes Métropole;{type};;35;53;451762;461166;"));

        Assert.Empty(lecture.Erreurs);
        Assert.Equal(nature, lecture.Lot.Collectivites["243500139"].Nature);
    }

    [Fact]
    public async Task Un_signe_invisible_ne_fait_refuser_personne()
    {
        var lecture = await LireAsync(Fichier("213500010;\u202AAci\u00ADgne\u0301\u202C;commune;35001;35;53;10;20;"));

        Assert.Empty(lecture.Erreurs);
        Assert.Equal("Acigné", lecture.Lot.Collectivites["213500010"].Nom);
    }

    [Theory]
    [InlineData("213500011;Acigné;commune;35001;35;53;10;20;", "colonne siren : « 213500011 » n'est pas un SIREN")]
    [InlineData(";Acigné;commune;35001;35;53;10;20;", "colonne siren : le SIREN manque")]
    [InlineData("213500010;;commune;35001;35;53;10;20;", "colonne nom : le nom manque")]
    [InlineData("213500010;Acigné;royaume;35001;35;53;10;20;", "colonne type : « royaume » n'est pas un type connu")]
    [InlineData("213500010;Acigné;7;35001;35;53;10;20;", "colonne type : « 7 » n'est pas un type connu")]
    [InlineData("213500010;Acigné;;35001;35;53;10;20;", "colonne type : le type manque")]
    [InlineData("213500010;Acigné;commune;1004;35;53;10;20;", "colonne codeInsee : « 1004 » n'est pas un code INSEE")]
    [InlineData("213500010;Acigné;commune;;35;53;10;20;", "colonne codeInsee : cette valeur manque")]
    [InlineData("213500010;Acigné;commune;56001;35;53;10;20;", "colonne codeInsee : « 56001 » n'est pas une commune du département 35")]
    [InlineData("243500139;Rennes;METRO;35001;35;53;10;20;", "colonne codeInsee : seule une commune")]
    [InlineData("213500010;Acigné;commune;01004;1;53;10;20;", "colonne departement : « 1 » n'est pas le code d'un département")]
    [InlineData("213500010;Acigné;commune;35001;35;Bretagne;10;20;", "colonne region : « BRETAGNE » n'est pas le code d'une région")]
    [InlineData("213500010;Acigné;commune;35001;35;53;-1;20;", "colonne populationMunicipale : « -1 » n'est pas un nombre d'habitants")]
    [InlineData("213500010;Acigné;commune;35001;35;53;10;2,5;", "colonne populationTotale : « 2,5 » n'est pas un nombre d'habitants")]
    [InlineData(
        "213500010;Acigné;commune;35001;35;53;10;99999999999;",
        "colonne populationTotale : « 99999999999 » n'est pas un nombre d'habitants"
    )]
    [InlineData("213500010;Acigné;commune;35001;35;53;;;", "colonne populationTotale : indiquez au moins une population")]
    [InlineData(
        "213500010;Acigné;commune;35001;35;53;21;20;",
        "colonne populationTotale : la population totale ne peut pas être inférieure"
    )]
    [InlineData("213500010;Acigné;commune;35001;35;53;10;20;12", "colonne epci : « 12 » n'est pas un SIREN")]
    [InlineData("243500139;Rennes;METRO;;35;53;10;20;243500139", "colonne epci : seule une commune appartient à un EPCI")]
    [InlineData("213500010;Acigné;commune", ": 3 colonnes au lieu de 9.")]
    [InlineData("213500010;Aci\"gné;commune;35001;35;53;10;20;", "colonne nom : un guillemet est au milieu")]
    public async Task Une_ligne_fausse_dit_sa_ligne_sa_colonne_et_pourquoi(string ligne, string attendu)
    {
        var lecture = await LireAsync(Fichier("213500028;Amanlis;commune;35002;35;53;1;2;", ligne));

        var erreur = PageLue.Plat(Assert.Single(lecture.Erreurs));
        Assert.StartsWith("Ligne 3", erreur, StringComparison.Ordinal);
        Assert.Contains(attendu, erreur, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Toutes_les_lignes_fausses_sont_dites_a_la_fois()
    {
        var lecture = await LireAsync(Fichier("x;;commune;35001;35;53;a;b;", Bonne, Bonne, "213500028;Amanlis;commune;35001;35;53;1;2;"));

        Assert.Equal(
            [
                "Ligne 2, colonne siren",
                "Ligne 2, colonne nom",
                "Ligne 2, colonne populationMunicipale",
                "Ligne 2, colonne populationTotale",
                "Ligne 4, colonne siren",
                "Ligne 5, colonne codeInsee",
            ],
            lecture.Erreurs.Select(e => PageLue.Plat(e).Split(" :")[0])
        );
        Assert.Contains("déjà à la ligne 3", PageLue.Plat(lecture.Erreurs[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_valeur_sur_plusieurs_lignes_ne_decale_pas_les_numeros()
    {
        var lecture = await LireAsync(
            Fichier("213500010;\"Acigné\nville\";commune;35001;35;53;10;a;", "x;Amanlis;commune;35002;35;53;1;2;")
        );

        Assert.Equal(
            ["Ligne 2, colonne populationTotale", "Ligne 4, colonne siren"],
            lecture.Erreurs.Select(e => PageLue.Plat(e).Split(" :")[0])
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("bonjour")]
    [InlineData("siren;nom;type;codeInsee;departement;region;populationMunicipale;populationTotale;epci")]
    [InlineData("siren;nom;type;codeInsee;departement;region;populationMunicipale;populationTotale;epci;encore\n")]
    [InlineData("siren;nom;type;codeInsee;departement;region;populationMunicipale;populationTotale;siren\n")]
    public async Task Un_fichier_vide_ou_sans_en_tete_n_a_qu_une_erreur(string texte)
    {
        var lecture = await LireAsync(texte);

        Assert.Equal((1, 0), (lecture.NombreDErreurs, lecture.Lot.Collectivites.Count));
    }

    [Fact]
    public async Task Une_colonne_qui_manque_est_nommee() =>
        Assert.Contains(
            "il manque « epci »",
            PageLue.Plat(
                Assert.Single(
                    (await LireAsync("siren;nom;type;codeInsee;departement;region;populationMunicipale;populationTotale\n")).Erreurs
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Un_fichier_binaire_n_a_qu_une_erreur()
    {
        var octets = new byte[1_000_000];
        new Random(20210601).NextBytes(octets);

        Assert.Contains("en-tête attendu", Assert.Single((await LireAsync(octets)).Erreurs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_autre_codage_est_dit_a_sa_ligne()
    {
        var lecture = await LireAsync(Encoding.Latin1.GetBytes(Fichier("213500028;Amanlis;commune;35002;35;53;1;2;", Bonne)));

        Assert.Equal(
            "Ligne 3, colonne nom : des caractères sont illisibles : enregistrez le fichier en UTF-8.",
            PageLue.Plat(Assert.Single(lecture.Erreurs))
        );
    }

    [Fact]
    public async Task Deux_cent_mille_lignes_de_rebut_ne_donnent_que_cent_erreurs_et_leur_compte()
    {
        var texte = new StringBuilder(FichierDuReferentiel.EnTete).Append('\n');
        for (var i = 0; i < 200_000; i++)
            texte.Append("n'importe quoi;").Append(i).Append(i % 2 == 0 ? "\n" : ";;;;;;;\n");

        var lecture = await LireAsync(texte.ToString());

        Assert.Equal(FichierDuReferentiel.ErreursMontrees, lecture.Erreurs.Count);
        Assert.True(lecture.NombreDErreurs >= 200_000, $"{lecture.NombreDErreurs}");
        Assert.Matches("^Et [0-9 ]+ autres erreurs.$", PageLue.Plat(lecture.Reste!));
    }

    private static string Fichier(params string[] lignes) => FichierDuReferentiel.EnTete + "\n" + string.Join('\n', lignes) + "\n";

    private static Task<LectureDeFichier> LireAsync(string texte) => LireAsync(Encoding.UTF8.GetBytes(texte));

    private static async Task<LectureDeFichier> LireAsync(byte[] octets)
    {
        using var flux = new MemoryStream(octets);
        return await FichierDuReferentiel.LireAsync(flux, Millesime2019, TestContext.Current.CancellationToken);
    }
}
