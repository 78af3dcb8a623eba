using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Habilitations;

public sealed class DelegationTests
{
    private static readonly Guid Absent = Guid.CreateVersion7();
    private static readonly Guid Remplacant = Guid.CreateVersion7();
    private static readonly Acteur Chef = new(Guid.CreateVersion7(), "Préfecture d’essai, chef de service", []);
    private static readonly DateOnly Lundi = new(2021, 6, 7);
    private static readonly DateTimeOffset Avant = JourDeParis.ALHeure(new DateOnly(2021, 6, 1), new TimeOnly(10, 0));

    private static Delegation Donner(DateOnly du, DateOnly au) =>
        Delegation.Donner(Absent, Remplacant, (du, au), MotifDelegation.Absence, Chef, Avant);

    [Fact]
    public void Elle_vaut_du_premier_minuit_au_dernier_de_Paris()
    {
        bool Vaut(DateTimeOffset instant) => Delegation.Couvre(Lundi, Lundi.AddDays(4), instant);

        Assert.False(Vaut(JourDeParis.Debut(Lundi).AddTicks(-1)));
        Assert.True(Vaut(JourDeParis.Debut(Lundi)));
        Assert.True(Vaut(JourDeParis.Fin(Lundi.AddDays(4)).AddTicks(-1)));
        Assert.False(Vaut(JourDeParis.Fin(Lundi.AddDays(4))));
    }

    [Fact]
    public void Terminee_elle_ne_se_termine_pas_deux_fois()
    {
        var delegation = Donner(Lundi, Lundi.AddDays(4));
        var mardi = JourDeParis.ALHeure(Lundi.AddDays(1), new TimeOnly(9, 0));

        delegation.Clore(Chef, mardi);

        Assert.Equal(mardi, delegation.CloseLe);
        Assert.Throws<ActeImpossibleException>(() => delegation.Clore(Chef, mardi));
    }

    [Fact]
    public void Finie_elle_ne_se_termine_plus()
    {
        var delegation = Donner(Lundi, Lundi);

        Assert.Throws<ActeImpossibleException>(() => delegation.Clore(Chef, JourDeParis.Fin(Lundi)));
        delegation.Clore(Chef, JourDeParis.Fin(Lundi).AddTicks(-1));
    }

    [Theory]
    [InlineData("2021-06-08", "2021-06-07")]
    [InlineData("2021-05-01", "2021-05-31")]
    [InlineData("2021-06-07", "2022-06-08")]
    public void Des_jours_qui_n_ont_pas_de_sens_sont_refuses(string du, string au) =>
        Assert.Throws<ActeImpossibleException>(() => Donner(DateOnly.ParseExact(du, "yyyy-MM-dd"), DateOnly.ParseExact(au, "yyyy-MM-dd")));

    [Fact]
    public void Un_jour_ou_un_an_entier_sont_acceptes()
    {
        Donner(new DateOnly(2021, 6, 1), new DateOnly(2021, 6, 1));
        Donner(Lundi, Lundi.AddDays(Delegation.JoursAuPlus - 1));
    }

    [Fact]
    public void On_ne_se_delegue_rien() =>
        Assert.Throws<ActeImpossibleException>(() =>
            Delegation.Donner(Absent, Absent, (Lundi, Lundi), MotifDelegation.Absence, Chef, Avant)
        );

    [Fact]
    public void Le_journal_dit_qui_remplace_qui_et_quand()
    {
        var fait = Assert.Single(Donner(Lundi, Lundi.AddDays(4)).Faits);

        Assert.Equal((Acte.Deleguer, "Delegation"), (fait.Acte, fait.Entite));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["delegant"] = $"{Absent}",
                ["delegataire"] = $"{Remplacant}",
                ["du"] = "2021-06-07",
                ["au"] = "2021-06-11",
                ["motif"] = "Absence",
                ["par"] = Chef.Fonction,
            },
            fait.Details
        );
    }

    [Fact]
    public void Seuls_les_roles_d_un_service_passent() =>
        Assert.Equal(
            [Role.InstructeurDep, Role.InstructeurReg, Role.ChefDeService, Role.Secretaire, Role.Gestionnaire],
            Enum.GetValues<Role>().Where(Delegation.Passe)
        );

    [Fact]
    public void Un_acteur_agit_pour_son_compte_et_ceux_qu_il_remplace()
    {
        var acteur = Chef with
        {
            Habilitations =
            [
                new(Role.ChefDeService),
                new(Role.InstructeurDep, PourLeCompteDe: Absent),
                new(Role.ChefDeService, PourLeCompteDe: Absent),
            ],
        };

        Assert.Equal([Chef.Id, Absent], acteur.Comptes);
    }
}
