using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class ControleTests
{
    [Theory]
    [InlineData(ResultatConstat.Conforme, Conclusion.Conforme, false)]
    [InlineData(ResultatConstat.Conforme, Conclusion.NonConforme, true)]
    [InlineData(ResultatConstat.Conforme, Conclusion.SansObjet, true)]
    [InlineData(ResultatConstat.Alerte, Conclusion.Conforme, true)]
    [InlineData(ResultatConstat.Alerte, Conclusion.NonConforme, true)]
    [InlineData(ResultatConstat.Alerte, Conclusion.SansObjet, true)]
    [InlineData(ResultatConstat.Bloquant, Conclusion.Conforme, true)]
    [InlineData(ResultatConstat.Bloquant, Conclusion.NonConforme, true)]
    [InlineData(ResultatConstat.Bloquant, Conclusion.SansObjet, true)]
    [InlineData(ResultatConstat.AVerifier, Conclusion.Conforme, true)]
    [InlineData(ResultatConstat.AVerifier, Conclusion.NonConforme, true)]
    [InlineData(ResultatConstat.AVerifier, Conclusion.SansObjet, true)]
    [InlineData(ResultatConstat.NonApplicable, Conclusion.Conforme, true)]
    [InlineData(ResultatConstat.NonApplicable, Conclusion.NonConforme, true)]
    [InlineData(ResultatConstat.NonApplicable, Conclusion.SansObjet, false)]
    public void Un_motif_est_demandé_sauf_quand_l_agent_confirme(ResultatConstat propose, Conclusion conclusion, bool motif) =>
        Assert.Equal(motif, Controle.ExigeUnMotif(propose, conclusion));

    [Fact]
    public void La_grille_a_une_ligne_par_code_de_règle_dans_l_ordre()
    {
        var grille = UnDossier.EnInstruction().Grille.ToList();
        Assert.Equal(grille.Count, grille.Select(c => c.Regle).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, grille.Count), grille.Select(c => c.Rang));
        Assert.All(grille, c =>
        {
            Assert.Equal(1, c.Version);
            Assert.False(c.EstConclu);
            Assert.False(string.IsNullOrWhiteSpace(c.Document));
        });
    }

    [Fact]
    public void Le_constat_le_plus_grave_mène_la_ligne()
    {
        var candidature = UneCandidature.HautRhinoise.Avec(p =>
            p.Finance(20_000m, 16_000m) with
            {
                Depenses =
                [
                    UnProjet.Depense(20_000m),
                    UnProjet.Depense(1_000m, CategorieDepense.Licence, pays: "DE"),
                    UnProjet.Depense(1_000m, CategorieDepense.Licence, pays: "US"),
                ],
                Ressources = [UnProjet.Fonds(16_000m), UnProjet.Autofinancement(6_000m)],
            }
        );
        var ligne = UnDossier.EnInstruction(candidature, UnReglement.HautRhin).Grille.Single(c => c.Regle == "R37");
        Assert.Equal(ResultatConstat.Alerte, ligne.Propose);
        Assert.Contains("Allemagne", ligne.Message, StringComparison.Ordinal);
        Assert.Contains("États-Unis", ligne.Message, StringComparison.Ordinal);
    }
}
