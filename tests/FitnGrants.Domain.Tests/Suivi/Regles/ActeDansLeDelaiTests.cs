using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Regles;

namespace FitnGrants.Domain.Tests.Suivi.Regles;

public sealed class ActeDansLeDelaiTests : RegleTests<ActeDansLeDelai>
{
    private static readonly DateOnly Terme = new(2022, 1, 10);

    [Theory]
    [InlineData(0, Conforme)]
    [InlineData(1, Alerte)]
    public void Le_dernier_jour_est_encore_dans_le_délai(int apres, ResultatConstat attendu) =>
        Attendre(Assert.Single(Le(Terme, Terme.AddDays(apres))), attendu, "10 janvier 2022");

    [Fact]
    public void Sans_terme_la_règle_ne_dit_rien() => AucunConstat(Le(null, Terme));

    private static System.Collections.Immutable.ImmutableArray<Constat> Le(DateOnly? terme, DateOnly jour) =>
        Juger(
            UnReglement.Bretagne,
            UneCandidature.Bretonne,
            Moment.Acte,
            acte: new ActeJuge(TypeActe.Convention, new Euros(1m), new TermesDeLActe(), terme, jour)
        );
}
