using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Habilitations;

public sealed class EquipeTests
{
    private static readonly Guid Maire = Guid.NewGuid();
    private static readonly Guid Agent = Guid.NewGuid();
    private static readonly Equipe Vern = new Equipe("213503527", []).Accorder(Maire, Role.RepresentantLegal).Accorder(Agent, Role.Porteur);

    [Fact]
    public void Le_dernier_représentant_légal_ne_part_ni_ne_change_de_rôle()
    {
        Assert.Throws<ActeImpossibleException>(() => Vern.Retirer(Maire));
        Assert.Throws<ActeImpossibleException>(() => Vern.Accorder(Maire, Role.Porteur));
        var transmise = Vern.Accorder(Agent, Role.RepresentantLegal);
        Assert.Equal([new Equipier(Agent, Role.RepresentantLegal)], transmise.Retirer(Maire).Membres);
        Assert.Throws<ActeImpossibleException>(() => transmise.Retirer(Maire).Retirer(Agent));
    }

    [Fact]
    public void Une_personne_a_un_rôle_et_part_quand_elle_veut()
    {
        Assert.Equal(
            [new Equipier(Maire, Role.RepresentantLegal), new Equipier(Agent, Role.Lecteur)],
            Vern.Accorder(Agent, Role.Lecteur).Membres
        );
        Assert.Equal([new Equipier(Maire, Role.RepresentantLegal)], Vern.Retirer(Agent).Membres);
        Assert.Equal(Vern.Membres, Vern.Retirer(Guid.NewGuid()).Membres);
    }

    [Fact]
    public void Sans_représentant_encore_une_équipe_se_compose_librement()
    {
        var neuve = new Equipe("213503527", []).Accorder(Agent, Role.Porteur);
        Assert.False(neuve.EstRepresentee);
        Assert.Empty(neuve.Retirer(Agent).Membres);
    }

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Secretaire)]
    [InlineData(Role.InstructeurDep)]
    public void Une_collectivité_ne_donne_que_ses_rôles(Role role) =>
        Assert.Throws<ActeImpossibleException>(() => Vern.Accorder(Agent, role));
}
