using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Simulateur;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Dossiers;

/// <summary>
/// A field that is forgotten somewhere is named here: its page, its form, what the porteur reads before it certifies, the interface.
/// </summary>
public sealed class ChampsTests(Instance instance) : IClassFixture<Instance>
{
    public static TheoryData<string> Rubriques => [.. Rubrique.Toutes.Select(r => r.Cle)];

    /// <summary>The three règlements ask for everything between them.</summary>
    private static readonly (string Dispositif, string Siren, string Compte)[] Partout =
    [
        ("BZH-V1", "215600776", "porteur.leguerno"),
        ("HR-V1", "216800664", "porteur.colmar"),
        ("GE-V2", "246800726", "porteur.colmar-agglo"),
    ];

    /// <summary>What a page knows of itself, and not of its fields.</summary>
    private static readonly string[] DeLaPage = ["Revision", "Origine", "Page", PageLue.Jeton];

    /// <summary>The page of a full draft, posted on an empty one, makes it full: nothing is left out on the way in or out.</summary>
    [Fact]
    public async Task Ce_qui_est_enregistre_revient_tel_quel_du_formulaire_de_son_etape()
    {
        var revenues = new HashSet<string>(StringComparer.Ordinal);
        var controles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (dispositif, siren, compte) in Partout)
        {
            var adresse = await instance.DeroulerAsync(new(siren, "Titre") { Dispositif = dispositif, Jusqua = EtatDossier.Brouillon });
            var porteur = await instance.EnTantQueAsync(compte);
            var vide = await instance.DeroulerAsync(new(siren, "Vide") { Dispositif = dispositif, Jusqua = EtatDossier.Brouillon });
            // A SIRET is that of its collectivité.
            var sien = Plein.Identite.Siret!.StartsWith(siren, StringComparison.Ordinal);
            await EcrireAsync(adresse, sien ? Plein : Plein with { Identite = Plein.Identite with { Siret = null } });
            await EcrireAsync(vide, new ContenuDossier());
            foreach (var etape in EtapesDuDossier.Toutes.Where(e => e.Quoi < EtapeDuDossier.Pieces))
            {
                var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/{etape.Cle}");
                var saisie = PageLue.Champs(page.Formulaire("main form")).Where(c => !DeLaPage.Contains(c.Nom)).ToArray();
                controles.UnionWith(saisie.Select(c => c.Nom.Split('[')[0]));
                controles.UnionWith(page.Document.QuerySelectorAll("main form [name]").Select(c => c.GetAttribute("name")!.Split('[')[0]));
                var vierge = (await porteur.LireAsync($"/dossiers/{vide}/modifier/{etape.Cle}")).Formulaire("main form");
                var enregistree = await porteur.PosterAsync(
                    $"/dossiers/{vide}/modifier/{etape.Cle}",
                    PageLue.Champs(vierge).Where(c => DeLaPage.Contains(c.Nom)).Concat(saisie)
                );
                Assert.True(
                    enregistree.Code == HttpStatusCode.Redirect,
                    $"{dispositif}, {etape.Cle} : {(int)enregistree.Code} {enregistree.De(".erreurs")}"
                );
            }
            var relu = (await instance.DossierAsync(vide)).Contenu;
            revenues.UnionWith(Rubrique.Toutes.Where(r => r.Valeur(Plein) == r.Valeur(relu)).Select(r => r.Cle));
        }

        Assert.Equal("", string.Join(", ", Rubrique.Toutes.Select(r => r.Cle).Except(revenues)));
        Assert.Equal(
            "",
            string.Join(
                ", ",
                Rubrique.Toutes.SelectMany(r => r.Champs).Select(c => c.Controle?.Split('[')[0]).OfType<string>().Except(controles)
            )
        );
    }

    /// <summary>What one certifies is read before: on the page, then in the deposited PDF.</summary>
    [Theory]
    [MemberData(nameof(Rubriques))]
    public void Tout_ce_qui_est_ecrit_se_lit_avant_de_certifier(string cle)
    {
        var rubrique = Rubrique.Trouver(cle)!;
        var seule = rubrique.Reprendre(Plein, new ContenuDossier());

        Assert.NotEmpty(rubrique.Lignes(seule));
        Assert.NotEqual(Lu(new ContenuDossier()), Lu(seule));

        static string Lu(ContenuDossier c)
        {
            var recapitulation = Recapitulation.De(c, ("Le Guerno", "215600776"), []);
            return JsonSerializer.Serialize(
                new
                {
                    c.Projet.Titre,
                    c.Projet.Resume,
                    Lignes = recapitulation.Lignes.Select(l => l.Nom + l.Valeur),
                    recapitulation.Membres,
                    Plan = MotsDuProjet.Plan(c.Projet),
                }
            );
        }
    }

    public static TheoryData<string> DeLInterface =>
        [
            .. Rubrique
                .Toutes.Where(r => r.Etape is > EtapeDuDossier.Groupement and < EtapeDuDossier.Pieces)
                .SelectMany(r => r.Champs)
                .Where(c => c.Lecture is not Lecture.ParSonFormulaire)
                .Select(c => c.Nom),
        ];

    [Theory]
    [MemberData(nameof(DeLInterface))]
    public void L_interface_lit_chaque_champ_sous_son_nom(string nom)
    {
        var champ = Rubrique.Toutes.SelectMany(r => r.Champs).Single(c => c.Nom == nom);
        var corps = new JsonObject
        {
            ["dispositif"] = "BZH-V1",
            ["porteur"] = new JsonObject { ["siren"] = "215600776" },
        };
        var parties = nom.Split('.');
        JsonNode valeur = champ.Lecture switch
        {
            Lecture.DOuiNon => true,
            Lecture.DEntier => 3,
            Lecture.DeJour => "2021-09-15",
            Lecture.DeReponses { Plusieurs: true } r => new JsonArray(r.Valeurs[0]),
            Lecture.DeReponses r => r.Valeurs[0],
            _ => "Un texte",
        };
        corps[parties[0]] = parties.Length == 1 ? valeur : new JsonObject { [parties[1]] = valeur };
        var erreurs = new ErreursJson();

        var lu = DemandeDeSimulation.Lire(new ValeurJson(JsonSerializer.SerializeToElement(corps), "$", erreurs)).Projet;

        Assert.Empty(erreurs.Table());
        Assert.Equal(
            [Rubrique.DuChamp(nom)],
            Rubrique.Differentes(new ContenuDossier(), new ContenuDossier { Projet = lu }).Select(r => r.Cle)
        );
    }

    /// <summary>A finding is read beside its field: the control names it.</summary>
    [Fact]
    public void Un_champ_dont_parle_une_regle_montre_ce_qu_elle_en_dit()
    {
        var vues = string.Concat(
            Directory.EnumerateFiles(Path.Combine(Serveur.Projet, "Features", "Etapes"), "*.cshtml").Select(File.ReadAllText)
        );

        Assert.Equal(
            "",
            string.Join(
                ", ",
                Rubrique
                    .Toutes.Where(r => !r.Regles.IsEmpty && !r.Champs.Any(c => vues.Contains($"\"{c.Nom}", StringComparison.Ordinal)))
                    .Select(r => r.Cle)
            )
        );
    }

    [Theory]
    [InlineData("depenses[3].eligible", "financement", "Depenses_3__Eligible")]
    [InlineData("montant", "financement", "Ressources_2__Montant")]
    [InlineData("laboratoire.lettre", "criteres", "LaboratoireLettre")]
    [InlineData("indicateurs.dureeMois", "calendrier", "DateFinPrevue")]
    [InlineData("membres[1].part", "groupement", "Membres_1__Part")]
    [InlineData("pieces.Devis", "pieces", "Type")]
    [InlineData("certifie", "recapitulatif", "Certifie")]
    [InlineData("ailleurs", null, "Ailleurs")]
    public void Un_constat_mene_au_champ_qui_le_corrige(string champ, string? etape, string ancre) =>
        Assert.Equal((etape, ancre), (EtapesDuDossier.DuChamp(champ), EtapesDuDossier.Ancre(champ, 2)));

    [Theory]
    [InlineData("Depenses[0].Libelle", "depenses")]
    [InlineData("NbAgents", "indicateurs")]
    [InlineData("LicenceCode", "exclusivite")]
    [InlineData("EnGroupement", "membres")]
    [InlineData("Revision", "revision")]
    public void Un_controle_ecrit_une_rubrique(string controle, string cle) =>
        Assert.Equal(cle, EtapesDuDossier.RubriqueDuControle(controle));

    private Task<bool> EcrireAsync(string adresse, ContenuDossier contenu) =>
        instance.FaireAsync(async services =>
        {
            var db = services.GetRequiredService<FitnContext>();
            var instant = DateTimeOffset.Parse("2021-05-20T10:00:00Z", CultureInfo.InvariantCulture);
            await db.ActeAsync(Acteur.Systeme, instant, async () =>
            {
                var dossier = await db.Dossiers.AsTracking().ParAdresse(adresse).SingleAsync();
                dossier.Enregistrer(contenu, instant);
            });
            return true;
        });

    private static readonly ContenuDossier Plein = new()
    {
        Identite = new Identite
        {
            Siret = "21560077600003",
            Adresse = "1 place",
            RepresentantLegal = "Maire",
            Civilite = Civilite.Madame,
            Qualite = "maire par intérim",
            Contact = "DGS",
            Courriel = "a@b.fr",
            Telephone = "0299000000",
        },
        Groupement = new Groupement
        {
            PartDuChefDeFile = 60m,
            Membres = [new MembreDeGroupement("212900088", 33.5m, true), new MembreDeGroupement("213503527", 6.5m, false)],
            ContactOperationnel = "Service numérique",
        },
        Projet = new Projet
        {
            Titre = "Titre",
            Resume = "Résumé",
            Lieux = "Vern",
            Thematiques = [Thematique.FormationInclusion, Thematique.OffreOmnicanale],
            NaturesAppui = [NatureAppui.Ingenierie, NatureAppui.Formation],
            EtatAvancement = EtatAvancement.Usage,
            Regime = RegimeDepense.Mixte,
            Urbanisme = true,
            Laboratoire = new Laboratoire("Labo", true),
            BaseTaxe = BaseTaxe.TTC,
            TvaNonRecuperable = true,
            Depenses =
            [
                new LigneDepense("Logiciel", CategorieDepense.Licence, new Euros(1000m), new Euros(1200m), true, "DE")
                {
                    Section = SectionDepense.Investissement,
                    TauxTva = 20m,
                },
                new LigneDepense("Fauteuils", CategorieDepense.Materiel, null, new Euros(50m), false, null)
                {
                    MotifIneligibilite = "Mobilier",
                },
            ],
            Ressources =
            [
                new LigneRessource(TypeRessource.FITN, null, new Euros(800m), StatutRessource.Sollicite, false),
                new LigneRessource(TypeRessource.Prive, "Une fondation", new Euros(50m), StatutRessource.Acquis, true),
            ],
            MethodeParticipative = "Ateliers",
            Indicateurs = new Indicateurs("Temps gagné", 1, 2, null, "Réunions"),
            Qpv = new Qpv(true, false, "QP035001"),
            Mutualisation = "Avec la voisine",
            PlusValue = "Plus simple",
            Exclusivite = true,
            LicenceCode = "EUPL",
            LicenceDocumentation = "CC BY",
            Revendications = [new Revendication(Priorite.Ruralite, true, "Peu dense")],
            Crte = new Crte("Pays de Rennes", true),
            Devis = true,
            Deliberation = false,
            DateDebutPrevue = new DateOnly(2021, 9, 1),
            DateFinPrevue = new DateOnly(2022, 9, 1),
            DateEffetConcret = new DateOnly(2022, 9, 2),
            DatePremierActeJuridique = new DateOnly(2021, 9, 3),
        },
    };
}
