using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class DepensesDePersonnelExcluesTests : RegleTests<DepensesDePersonnelExclues>
{
    private const string Message =
        "Les dépenses de personnel (ETPT) ne peuvent pas être financées par les crédits Relance : " + "elles sont exclues de l'assiette.";

    private static readonly LigneDepense Etpt = UnProjet.Depense(18_000m, CategorieDepense.Personnel);

    [Fact]
    public void Une_ligne_éligible_de_personnel_est_refusée_dans_les_trois_dispositifs()
    {
        var enBretagne = EnBretagne(p => p.Depensant(UnProjet.Depense(20_000m), Etpt));
        Attendre(enBretagne, Bloquant, Message, "depenses[1].eligible");
        Assert.Equal("R33", enBretagne.Regle);
        Assert.Equal("R34", Attendre(DansLeHautRhin(p => p.Depensant(Etpt)), Bloquant, Message).Regle);
        Assert.Equal("R34", Attendre(DansLeGrandEst(p => p.Depensant(Etpt)), Bloquant, Message).Regle);
    }

    [Fact]
    public void Une_ligne_non_éligible_est_admise_hors_de_l_assiette()
    {
        var candidature = UneCandidature.Bretonne.Avec(p => p.Depensant(UnProjet.Depense(20_000m), Etpt with { Eligible = false }));
        Attendre(Assert.Single(Juger(UnReglement.Bretagne, candidature)), Conforme, "hors de l'assiette");
        var examen = Examen.Faire(UnReglement.Bretagne, candidature, new Situation(), Moment.Simulation);
        Assert.Equal(new Euros(20_000m), examen.Assiette);
    }

    [Fact]
    public void Même_cochée_éligible_elle_reste_hors_de_l_assiette() =>
        Assert.Equal(
            new Euros(20_000m),
            Examen
                .Faire(
                    UnReglement.Bretagne,
                    UneCandidature.Bretonne.Avec(p => p.Depensant(UnProjet.Depense(20_000m), Etpt)),
                    new Situation(),
                    Moment.Simulation
                )
                .Assiette
        );

    [Fact]
    public void Une_prestation_n_est_pas_du_personnel() => Attendre(EnBretagne(p => p), SansObjet);

    [Fact]
    public void Des_dépenses_inconnues_sont_à_vérifier_puis_refusées()
    {
        Attendre(EnBretagne(p => p with { Depenses = null }, Moment.Simulation), AVerifier);
        Attendre(EnBretagne(p => p with { Depenses = null }), Bloquant);
    }

    [Fact]
    public void Chaque_ligne_est_jugée() =>
        Assert.Equal(
            [Bloquant, Conforme],
            Juger(UnReglement.Bretagne, UneCandidature.Bretonne.Avec(p => p.Depensant(Etpt, Etpt with { Eligible = false })))
                .Select(c => c.Resultat)
        );

    [Theory]
    [InlineData("Un conseiller numérique")]
    [InlineData("Conseillers numériques France Services")]
    [InlineData("Conseiller·e numérique")]
    [InlineData("Deux conseiller(e)s numériques")]
    [InlineData("Conseiller·ère·s numériques")]
    [InlineData("CONSEILLERE NUMERIQUE")]
    public void Un_conseiller_numérique_relève_de_son_propre_dispositif(string libelle)
    {
        var ligne = Etpt with { Libelle = libelle, Eligible = false };
        var constats = Juger(UnReglement.Bretagne, UneCandidature.Bretonne.Avec(p => p.Depensant(UnProjet.Depense(20_000m), ligne)));
        Assert.Equal(["R33", "R82"], constats.Select(c => c.Regle));
        Assert.All(constats, c => Assert.Equal("R33", c.Activee));
        Attendre(constats[1], Alerte, "relève du dispositif Conseiller numérique France Services", "depenses[1].categorie");
    }

    [Theory]
    [InlineData(CategorieDepense.Prestation, true)]
    [InlineData(CategorieDepense.Personnel, true)]
    public void Quelle_que_soit_sa_catégorie_ce_n_est_qu_une_alerte(CategorieDepense categorie, bool eligible)
    {
        foreach (
            var (reglement, candidature) in new[]
            {
                (UnReglement.HautRhin, UneCandidature.HautRhinoise),
                (UnReglement.GrandEst, UneCandidature.GrandEst),
            }
        )
        {
            var ligne = Etpt with { Libelle = "Conseiller numérique", Categorie = categorie, Eligible = eligible };
            var constat = Assert.Single(Juger(reglement, candidature.Avec(p => p.Depensant(ligne))), c => c.Regle == "R82");
            Attendre(constat, Alerte, champ: "depenses[0].categorie");
        }
    }

    [Theory]
    [InlineData("Conseil en numérique")]
    [InlineData("Conseiller en organisation")]
    [InlineData("")]
    public void Un_autre_libellé_ne_donne_pas_cette_alerte(string libelle) =>
        Assert.DoesNotContain(
            Juger(UnReglement.Bretagne, UneCandidature.Bretonne.Avec(p => p.Depensant(Etpt with { Libelle = libelle }))),
            c => c.Regle == "R82"
        );
}
