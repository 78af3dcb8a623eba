using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Domain.Tests.Dossiers;

/// <summary>The plan, part by part: its name, where it is written, and how it reads.</summary>
public sealed class RubriquesDuPlanTests
{
    private static readonly ContenuDossier Rempli = UnDossier.Contenu(
        UnProjet.Complet(28_000m, 20_720m) with
        {
            DatePremierActeJuridique = new DateOnly(2021, 9, 2),
        }
    );

    [Theory]
    [InlineData("depenses", "Dépenses", "depenses/Depenses[0].Libelle baseTaxe/BaseTaxe tvaNonRecuperable/TvaNonRecuperable")]
    [InlineData("ressources", "Ressources", "ressources/Ressources[0].Montant montant/Ressources[0].Montant")]
    [InlineData("dateDebutPrevue", "Début prévu", "dateDebutPrevue/DateDebutPrevue")]
    [InlineData("dateFinPrevue", "Fin prévue", "dateFinPrevue/DateFinPrevue")]
    [InlineData("dateEffetConcret", "Effet concret pour les usagers", "dateEffetConcret/DateEffetConcret")]
    [InlineData("datePremierActeJuridique", "Premier acte juridique", "datePremierActeJuridique/DatePremierActeJuridique")]
    public void Une_rubrique_a_son_nom_son_etape_et_ses_champs(string cle, string nom, string champs)
    {
        var rubrique = Rubrique.Trouver(cle)!;
        Assert.Equal(
            (nom, cle.StartsWith("date", StringComparison.Ordinal) ? rubrique.Etape : EtapeDuDossier.Financement),
            (rubrique.Nom, rubrique.Etape)
        );
        Assert.Equal(champs.Split(' '), rubrique.Champs.Select(c => $"{c.Racine}/{c.Controle}"));
    }

    [Fact]
    public void Chaque_champ_du_plan_mene_a_sa_rubrique()
    {
        Assert.Equal(
            ["depenses", "depenses", "depenses", "ressources", "ressources", "dateFinPrevue"],
            new[] { "depenses[3].eligible", "baseTaxe", "tvaNonRecuperable", "ressources[0].statut", "montant", "dateFinPrevue" }.Select(
                Rubrique.DuChamp
            )
        );
        Assert.Null(Rubrique.DuChamp(null));
    }

    [Fact]
    public void Les_depenses_se_lisent_sur_leur_base_et_disent_la_taxe_perdue()
    {
        Assert.Empty(Lignes("depenses", new ContenuDossier()));
        Assert.Equal(["Montants hors taxes", "Ligne Prestation (Prestation) : 28 000,00 €"], Lignes("depenses", Rempli));
        Assert.Equal(
            ["Montants toutes taxes comprises", "TVA non récupérable", "Ligne Prestation (Prestation) : 33 600,00 €"],
            Lignes("depenses", Rempli with { Projet = Rempli.Projet with { BaseTaxe = BaseTaxe.TTC, TvaNonRecuperable = true } })
        );
    }

    [Fact]
    public void Ressources_et_jours_se_lisent_en_clair()
    {
        Assert.Equal(2, Lignes("ressources", Rempli).Count);
        Assert.Contains(Lignes("ressources", Rempli), l => l.Contains("20 720,00 €", StringComparison.Ordinal));
        Assert.Equal(["2 septembre 2021"], Lignes("datePremierActeJuridique", Rempli));
        Assert.Empty(Lignes("datePremierActeJuridique", new ContenuDossier()));
    }

    /// <summary>The amounts are on a basis: to change the one is to change the other.</summary>
    [Fact]
    public void La_base_seule_distingue_deux_plans_et_rien_n_est_pas_une_base()
    {
        var rubrique = Rubrique.Trouver("depenses")!;
        Assert.Equal("", rubrique.Valeur(new ContenuDossier()));
        var ttc = Rempli with { Projet = Rempli.Projet with { BaseTaxe = BaseTaxe.TTC } };
        Assert.NotEqual(rubrique.Valeur(Rempli), rubrique.Valeur(ttc));
        Assert.Equal(["depenses"], Rubrique.Differentes(Rempli, ttc).Select(r => r.Cle));
    }

    private static IReadOnlyList<string> Lignes(string cle, ContenuDossier contenu) =>
        [.. Rubrique.Trouver(cle)!.Lignes(contenu).Select(l => l.Replace('\u202F', ' ').Replace('\u00A0', ' '))];
}
