using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class BaseDeTaxeUniqueTests : RegleTests<BaseDeTaxeUnique>
{
    [Theory]
    [InlineData(null)]
    [InlineData(BaseTaxe.HT)]
    public void Hors_taxes_est_la_règle(BaseTaxe? baseTaxe) =>
        Attendre(EnBretagne(p => p with { BaseTaxe = baseTaxe, TvaNonRecuperable = false }), Conforme, "hors taxes");

    [Fact]
    public void Toutes_taxes_avec_la_déclaration_est_admis() =>
        Attendre(EnBretagne(p => p with { BaseTaxe = BaseTaxe.TTC, TvaNonRecuperable = true }), Conforme);

    [Fact]
    public void Toutes_taxes_sans_la_déclaration_est_refusé()
    {
        var constat = DansLeGrandEst(p => p with { BaseTaxe = BaseTaxe.TTC, TvaNonRecuperable = false });
        Attendre(constat, Bloquant, champ: "tvaNonRecuperable");
        Assert.Equal("A12", constat.Regle);
    }

    [Fact]
    public void Non_déclarée_elle_est_à_vérifier_puis_refusée()
    {
        Attendre(DansLeHautRhin(p => p with { BaseTaxe = BaseTaxe.TTC }, Moment.Simulation), AVerifier);
        Attendre(DansLeHautRhin(p => p with { BaseTaxe = BaseTaxe.TTC }), Bloquant);
    }

    /// <summary>A line that has the other basis only counted for nothing, and nothing said it.</summary>
    [Theory]
    [InlineData(BaseTaxe.HT, "hors taxes")]
    [InlineData(BaseTaxe.TTC, "toutes taxes comprises")]
    public void Une_ligne_sur_l_autre_base_est_refusée(BaseTaxe baseTaxe, string nom)
    {
        Euros? Si(bool vrai) => vrai ? new Euros(100m) : null;
        var (ht, ttc) = (Si(baseTaxe == BaseTaxe.TTC), Si(baseTaxe == BaseTaxe.HT));
        var autre = new LigneDepense("Maquettes", CategorieDepense.Prestation, ht, ttc, Eligible: true, null);
        var constat = EnBretagne(p => p.Depensant(autre, UnProjet.Depense(100m)) with { BaseTaxe = baseTaxe, TvaNonRecuperable = true });
        Attendre(constat, Bloquant, $"« Maquettes » n'a pas de montant {nom}", "depenses[0].montant");
    }

    [Fact]
    public void Une_seule_base_vaut_pour_toutes_les_lignes()
    {
        var projet = UnProjet.Complet(100m, 100m);
        Assert.Equal(new Euros(100m), projet.TotalDepenses);
        Assert.Equal(new Euros(120m), (projet with { BaseTaxe = BaseTaxe.TTC }).TotalDepenses);
    }
}
