using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Services;

public sealed class ModeleDuServiceTests
{
    [Fact]
    public void Une_version_suit_celle_qui_est_en_usage_et_le_journal_garde_qui_sans_le_texte()
    {
        var chef = new Acteur(Guid.CreateVersion7(), "Préfecture d’essai, chef de service", []);
        var le = Quand.Le(2021, 6, 1);
        var modele = ModeleDuService.Ecrire("R53", NatureDeLettre.Refus, 2, "Objet : essai", chef, le);
        Assert.Equal(
            ("R53", NatureDeLettre.Refus, 3, "Objet : essai", le, chef.Fonction),
            (modele.Service, modele.Nature, modele.Numero, modele.Texte, modele.Le, modele.Par)
        );
        var fait = Assert.Single(modele.Faits);
        Assert.Equal(
            (Acte.EcrireUnModele, "Refus", "3", "R53"),
            (fait.Acte, fait.Details["nature"], fait.Details["numero"], fait.Details["service"])
        );
        Assert.DoesNotContain("essai\"", string.Concat(fait.Details.Values), StringComparison.Ordinal);
        Assert.Null(ModeleDuService.Ecrire("R53", NatureDeLettre.Refus, 0, null, chef, le).Texte);
    }
}
