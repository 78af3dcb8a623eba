using FitnGrants.Domain.Habilitations;

namespace FitnGrants.Domain.Tests.Habilitations;

public sealed class ActeurTests
{
    private static readonly Acteur Double = new(
        Guid.CreateVersion7(),
        "Préfecture du Finistère",
        [
            new Habilitation(Role.InstructeurDep, Departement: "29"),
            new Habilitation(Role.ChefDeService, Departement: "22"),
            new Habilitation(Role.Porteur, Siren: "215600776"),
        ]
    );

    [Fact]
    public void Un_acteur_peut_ce_que_l_un_de_ses_rôles_permet()
    {
        Assert.True(Double.Peut(Droit.Instruire));
        Assert.True(Double.Peut(Droit.EcrireDossier));
        Assert.False(Double.Peut(Droit.Decider));
    }

    [Fact]
    public void Un_droit_ne_vaut_que_dans_le_périmètre_du_rôle_qui_le_donne()
    {
        Assert.Equal(["29"], Double.Pour(Droit.Instruire).Select(h => h.Departement));
        Assert.Equal(["29", "22"], Double.Pour(Droit.LireListeDeTravail).Select(h => h.Departement));
        Assert.Equal(["215600776"], Double.Pour(Droit.EcrireDossier).Select(h => h.Siren));
        Assert.Empty(Double.Pour(Droit.Decider));
    }

    [Fact]
    public void Le_système_n_a_aucun_droit() => Assert.All(Enum.GetValues<Droit>(), d => Assert.False(Acteur.Systeme.Peut(d)));
}
