using System.Text.Json;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class RubriqueTests
{
    private static readonly ContenuDossier Rempli = UnDossier.Contenu(UnProjet.Complet(28_000m, 20_720m)) with
    {
        Groupement = new Groupement
        {
            PartDuChefDeFile = 60m,
            Membres = [new MembreDeGroupement("215600776", 40m, true)],
            ContactOperationnel = "Service numérique",
        },
    };

    public static TheoryData<string> Cles => [.. Rubrique.Toutes.Select(r => r.Cle)];

    /// <summary>By reflection: a value added tomorrow to a dossier must be in a part.</summary>
    [Fact]
    public void Chaque_valeur_du_dossier_est_dans_une_rubrique()
    {
        var vide = new ContenuDossier();
        var repris = Rubrique.Toutes.Aggregate(vide, (dans, r) => r.Reprendre(Plein, dans));
        Assert.Equal(JsonSerializer.Serialize(Plein), JsonSerializer.Serialize(repris));
        Assert.Equal(Rubrique.Toutes.Length, Rubrique.Toutes.Select(r => r.Cle).Distinct(StringComparer.Ordinal).Count());
        Assert.All(typeof(Projet).GetProperties().Where(p => p.SetMethod is not null), p =>
            Assert.True(p.GetValue(Plein.Projet) is not null, p.Name)
        );
        Assert.All(typeof(Identite).GetProperties(), p => Assert.True(p.GetValue(Plein.Identite) is not null, p.Name));
    }

    [Theory]
    [MemberData(nameof(Cles))]
    public void Une_rubrique_reprise_ne_change_qu_elle(string cle)
    {
        var rubrique = Rubrique.Trouver(cle)!;
        var repris = rubrique.Reprendre(Plein, new ContenuDossier());
        Assert.Equal([cle], Rubrique.Differentes(repris, new ContenuDossier()).Select(r => r.Cle));
        Assert.Equal(rubrique.Valeur(Plein), rubrique.Valeur(repris));
    }

    [Theory]
    [InlineData("depenses[3].eligible", "depenses")]
    [InlineData("montant", "ressources")]
    [InlineData("laboratoire.nom", "laboratoire")]
    [InlineData("tvaNonRecuperable", "depenses")]
    [InlineData("partDuChefDeFile", "membres")]
    [InlineData("pieces.Devis", "pieces.Devis")]
    [InlineData("certifie", null)]
    [InlineData(null, null)]
    public void Un_champ_est_d_une_rubrique(string? champ, string? cle) => Assert.Equal(cle, Rubrique.DuChamp(champ));

    [Fact]
    public void Rien_et_un_texte_vide_sont_la_même_chose_et_une_ligne_du_plan_compte()
    {
        Assert.Empty(Rubrique.Differentes(Rempli, Rempli with { Projet = Rempli.Projet with { Lieux = Rempli.Projet.Lieux } }));
        Assert.Empty(Rubrique.Differentes(new ContenuDossier(), new ContenuDossier { Identite = new Identite { Telephone = "" } }));
        Assert.Equal(
            ["depenses"],
            Rubrique.Differentes(Rempli, Rempli with { Projet = Rempli.Projet.Depensant(UnProjet.Depense(28_000.01m)) }).Select(r => r.Cle)
        );
        // 50000, typed, and 50000,00, read again, are one amount; the basis of the lines is part of them.
        Assert.Empty(
            Rubrique.Differentes(
                Rempli with
                {
                    Projet = Rempli.Projet.Depensant(UnProjet.Depense(50_000m)),
                },
                Rempli with
                {
                    Projet = Rempli.Projet.Depensant(UnProjet.Depense(50_000.00m)),
                }
            )
        );
        Assert.Equal(
            ["depenses"],
            Rubrique.Differentes(Rempli, Rempli with { Projet = Rempli.Projet with { BaseTaxe = BaseTaxe.TTC } }).Select(r => r.Cle)
        );
        Assert.Equal(["membres"], Rubrique.Differentes(Rempli, Rempli with { Groupement = null }).Select(r => r.Cle));
        Assert.Null(Rubrique.Trouver("inconnue"));
    }

    private static ContenuDossier Plein =>
        Rempli with
        {
            Identite = new Identite
            {
                Siret = "21350352700013",
                Adresse = "1 place",
                RepresentantLegal = "Maire",
                Civilite = Civilite.Madame,
                Qualite = "maire par intérim",
                Contact = "DGS",
                Courriel = "a@b.fr",
                Telephone = "0299000000",
            },
            Projet = Rempli.Projet with
            {
                Titre = "Titre",
                Resume = "Résumé",
                Lieux = "Vern",
                Thematiques = [Thematique.FormationInclusion],
                NaturesAppui = [NatureAppui.Formation],
                EtatAvancement = EtatAvancement.Usage,
                Regime = RegimeDepense.Mixte,
                Urbanisme = true,
                Laboratoire = new Laboratoire("Labo", true),
                BaseTaxe = BaseTaxe.TTC,
                TvaNonRecuperable = true,
                MethodeParticipative = "Ateliers",
                Indicateurs = new Indicateurs("x", 1, 2, 3, "y"),
                Qpv = new Qpv(true, false, "QP"),
                Mutualisation = "m",
                PlusValue = "p",
                Exclusivite = true,
                LicenceCode = "EUPL",
                LicenceDocumentation = "CC",
                Revendications = [new Revendication(Priorite.Ruralite, true, "r")],
                Crte = new Crte("c", true),
                Devis = true,
                Deliberation = true,
                DateDebutPrevue = new DateOnly(2021, 9, 1),
                DateFinPrevue = new DateOnly(2022, 9, 1),
                DateEffetConcret = new DateOnly(2022, 9, 2),
                DatePremierActeJuridique = new DateOnly(2021, 9, 3),
            },
        };
}
