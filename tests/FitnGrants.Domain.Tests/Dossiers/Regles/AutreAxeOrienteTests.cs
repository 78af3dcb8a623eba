using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class AutreAxeOrienteTests : RegleTests<AutreAxeOriente>
{
    [Theory]
    [InlineData("GED et archivage mutualisés", "GED")]
    [InlineData("Un SAE départemental", "SAE")]
    [InlineData("Archivage électronique", "archivage")]
    [InlineData("Projet de GED/archivage", "GED")]
    [InlineData("La gestion électronique des documents", "gestion électronique de documents")]
    [InlineData("Deux archivages communs", "archivage")]
    [InlineData("Nos archives électroniques", "archives électroniques")]
    public void Les_mots_de_l_axe_2_donnent_une_alerte(string titre, string mot)
    {
        foreach (
            var constat in new[]
            {
                EnBretagne(p => p with { Titre = titre }),
                DansLeHautRhin(p => p with { Resume = titre }),
                DansLeGrandEst(p => p with { Titre = titre }),
            }
        )
        {
            Attendre(constat, Alerte, "l'axe 2 (DINUM) de l'ITN7");
            Assert.Equal(mot, constat.Valeurs["mot"]);
        }
    }

    [Theory]
    [InlineData("Portail famille")]
    [InlineData("Gedeon et les archives")]
    [InlineData(null)]
    public void Sans_ces_mots_rien_n_est_dit(string? titre) => Attendre(EnBretagne(p => p with { Titre = titre }), Conforme);
}
