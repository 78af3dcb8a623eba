using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

/// <summary>The words that people read, on forms as on paper: a change of one is seen here.</summary>
public sealed class MotsDuProjetTests
{
    [Fact]
    public void Chaque_choix_a_son_mot()
    {
        Assert.Equal(
            [
                "Service en ligne, données, dématérialisation",
                "Formation au numérique, inclusion numérique",
                "Offre omnicanale : sites, accueil téléphonique et physique",
            ],
            Tous<Thematique>(MotsDuProjet.Libelle)
        );
        Assert.Equal(["Ingénierie", "Déploiement", "Accompagnement", "Formation"], Tous<NatureAppui>(MotsDuProjet.Libelle));
        Assert.Equal(
            ["Réflexion, conception", "Mise en œuvre, réalisation", "Usage, valorisation"],
            Tous<EtatAvancement>(MotsDuProjet.Libelle)
        );
        Assert.Equal(["Investissement", "Fonctionnement", "Les deux"], Tous<RegimeDepense>(MotsDuProjet.Libelle));
        Assert.Equal(
            ["Investissement", "Fonctionnement"],
            Tous<SectionDepense>(MotsDuProjet.Libelle).Order(StringComparer.Ordinal).Reverse()
        );
        Assert.Equal(["Acquis", "Refusé", "Sollicité"], Tous<StatutRessource>(MotsDuProjet.Libelle).Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "Assistance à maîtrise d’ouvrage",
                "Autre",
                "Développement",
                "Formation",
                "Licence",
                "Matériel pour les usagers",
                "Personnel",
                "Prestation",
                "Équipement des agents",
            ],
            Tous<CategorieDepense>(MotsDuProjet.Libelle).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [
                "Autofinancement",
                "Autre aide de l’État",
                "Autre financeur public",
                "Département",
                "Europe",
                "Financeur privé",
                "Fonds FITN (ce dossier)",
                "Intercommunalité",
                "Région",
            ],
            Tous<TypeRessource>(MotsDuProjet.Libelle).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [
                "appui à d’autres projets",
                "coopération entre acteurs",
                "démarche contractuelle avec l’État",
                "inclusion numérique",
                "participation des usagers",
                "prestataires locaux",
                "projet expérimental",
                "ruralité",
                "réplicabilité et pérennité",
                "résilience et frugalité",
                "vie quotidienne",
                "évaluation de l’impact",
            ],
            Tous<Priorite>(MotsDuProjet.Libelle).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(CategorieDepense.AMO, "Assistance à maîtrise d’ouvrage")]
    [InlineData(CategorieDepense.Licence, "Licence")]
    [InlineData(CategorieDepense.Materiel, "Matériel pour les usagers")]
    [InlineData(CategorieDepense.Personnel, "Personnel")]
    public void Une_categorie_a_le_sien(CategorieDepense categorie, string mot) => Assert.Equal(mot, MotsDuProjet.Libelle(categorie));

    [Theory]
    [InlineData(Priorite.Ruralite, "ruralité")]
    [InlineData(Priorite.Cooperation, "coopération entre acteurs")]
    [InlineData(Priorite.PrestatairesLocaux, "prestataires locaux")]
    public void Une_priorite_a_le_sien(Priorite priorite, string mot) => Assert.Equal(mot, MotsDuProjet.Libelle(priorite));

    [Theory]
    [InlineData(TypeRessource.FITN, "Fonds FITN (ce dossier)")]
    [InlineData(TypeRessource.EPCI, "Intercommunalité")]
    [InlineData(TypeRessource.AutrePublic, "Autre financeur public")]
    public void Une_ressource_a_le_sien(TypeRessource type, string mot) => Assert.Equal(mot, MotsDuProjet.Libelle(type));

    [Fact]
    public void Un_plan_se_lit_ligne_a_ligne()
    {
        var projet = new Projet
        {
            Depenses =
            [
                new LigneDepense("Logiciel", CategorieDepense.Licence, new Euros(1_000m), null, true, null)
                {
                    PaysEditeur = "FR",
                    Section = SectionDepense.Fonctionnement,
                },
                new LigneDepense("Tablettes", CategorieDepense.Materiel, null, null, false, null) { MotifIneligibilite = "finalité" },
                new LigneDepense("Reste", CategorieDepense.Autre, new Euros(1m), null, false, null),
            ],
            Ressources =
            [
                new LigneRessource(TypeRessource.FITN, null, new Euros(500m), StatutRessource.Sollicite, null),
                new LigneRessource(TypeRessource.Region, "Région Bretagne", null, StatutRessource.Acquis, true),
            ],
        };

        Assert.Equal(
            [
                "Logiciel|Licence, France, fonctionnement|1 000,00 €",
                "Tablettes (hors du coût éligible : finalité)|Matériel pour les usagers|–",
                "Reste (hors du coût éligible)|Autre|1,00 €",
                "Fonds FITN (ce dossier)|Ressource, sollicité|500,00 €",
                "Région Bretagne|Ressource, acquis, preuve déclarée|–",
            ],
            MotsDuProjet.Plan(projet).Select(l => Lisible.De(string.Join('|', l)))
        );
        Assert.Empty(MotsDuProjet.Plan(new Projet()));
    }

    [Fact]
    public void Oui_non_et_une_part_se_disent_ou_disent_qu_ils_manquent()
    {
        Assert.Equal(("oui", "non", null), (MotsDuProjet.OuiNon(true), MotsDuProjet.OuiNon(false), MotsDuProjet.OuiNon(null)));
        Assert.Equal(("33,33 %", "à dire"), (Lisible.De(MotsDuProjet.Part(33.33m, "à dire")), MotsDuProjet.Part(null, "à dire")));
    }

    private static IEnumerable<string> Tous<T>(Func<T, string> mot)
        where T : struct, Enum => Enum.GetValues<T>().Select(mot);
}
