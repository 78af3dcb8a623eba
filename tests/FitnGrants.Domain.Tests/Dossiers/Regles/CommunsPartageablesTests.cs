using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class CommunsPartageablesTests : RegleTests<CommunsPartageables>
{
    [Theory]
    [InlineData(null, null, "sans exclusivité.")]
    [InlineData("EUPL 1.2", null, "sans exclusivité, sous licence EUPL 1.2.")]
    [InlineData(" ", "CC BY-SA", "sans exclusivité, sous licence CC BY-SA.")]
    [InlineData("EUPL 1.2", "CC BY-SA", "sans exclusivité, sous licence EUPL 1.2 et CC BY-SA.")]
    public void Sans_exclusivité_les_licences_sont_dites(string? code, string? documentation, string message)
    {
        var constat = EnBretagne(p => p with { Exclusivite = false, LicenceCode = code, LicenceDocumentation = documentation });
        Attendre(constat, Conforme);
        Assert.Equal(("R59", message), (constat.Regle, Lisible.De(constat.Message)));
    }

    [Theory]
    [InlineData(Moment.Simulation)]
    [InlineData(Moment.Depot)]
    [InlineData(Moment.Instruction)]
    public void Une_exclusivité_donne_une_alerte_jamais_un_refus(Moment moment) =>
        Attendre(
            EnBretagne(p => p with { Exclusivite = true, LicenceCode = "EUPL 1.2" }, moment),
            Alerte,
            "sans exclusivité",
            "exclusivite"
        );

    [Fact]
    public void Non_dite_elle_est_à_vérifier_même_au_dépôt()
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot })
            Attendre(EnBretagne(p => p with { Exclusivite = null }, moment), AVerifier, "Répondez par oui ou par non", "exclusivite");
    }

    [Fact]
    public void Le_Haut_Rhin_et_le_Grand_Est_ne_l_ont_pas()
    {
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }
}
