using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Socle;

public sealed class ResultatTests
{
    private static Constat Un(ResultatConstat resultat) =>
        new()
        {
            Regle = "R0",
            Nom = "Règle",
            Resultat = resultat,
            Message = "Phrase.",
            Source = new Source("Texte", null, []),
        };

    [Fact]
    public void Sans_constat_l_acte_est_accepté() => Assert.True(Resultat.De([]).EstAccepte);

    [Theory]
    [InlineData(ResultatConstat.Conforme)]
    [InlineData(ResultatConstat.Alerte)]
    [InlineData(ResultatConstat.AVerifier)]
    [InlineData(ResultatConstat.NonApplicable)]
    public void Ce_qui_ne_bloque_pas_n_empêche_rien(ResultatConstat constat)
    {
        var resultat = Resultat.De([Un(constat)]);
        Assert.True(resultat.EstAccepte);
        Assert.Empty(resultat.Refus);
        Assert.Single(resultat.Constats);
    }

    [Fact]
    public void Tous_les_motifs_de_refus_sont_donnés_ensemble()
    {
        var resultat = Resultat.De([Un(ResultatConstat.Bloquant), Un(ResultatConstat.Conforme), Un(ResultatConstat.Bloquant)]);
        Assert.False(resultat.EstAccepte);
        Assert.Equal(2, resultat.Refus.Length);
        Assert.Equal(3, resultat.Constats.Length);
    }

    [Fact]
    public void Un_acte_impossible_parle_français() =>
        Assert.Equal("Action impossible\u00A0: l’état", new ActeImpossibleException("Action impossible : l'état").Message);
}
