using FitnGrants.Domain.Habilitations;

namespace FitnGrants.Domain.Tests.Habilitations;

public sealed class MatriceTests
{
    /// <summary>
    /// Who may do what: one line a right, one column a role, in the order of their enums. A person checks it in one look.
    /// </summary>
    private const string Table = """
        //                 Lecteur  Porteur  Représ.  Instr.dép  Instr.rég  Chef  Membre  Labo  Secrét.  Gestion  Admin  Audit
        LireMesDossiers    oui      oui      oui      .          .          .     .       .     .        .        .      .
        EcrireDossier      .        oui      oui      .          .          .     .       .     .        .        .      .
        Deposer            .        .        oui      .          .          .     .       .     .        .        .      .
        LireDossier        oui      oui      oui      oui        oui        oui   oui     oui   oui      oui      .      oui
        LireDecision       oui      oui      oui      oui        oui        oui   oui     oui   oui      oui      .      oui
        LireListeDeTravail .        .        .        oui        oui        oui   .       .     oui      .        .      oui
        Instruire          .        .        .        oui        oui        .     .       .     .        .        .      .
        DonnerAvis         .        .        .        oui        .          .     .       .     .        .        .      .
        LireSeances        .        .        .        oui        oui        oui   oui     .     oui      .        .      oui
        Sieger             .        .        .        .          .          .     oui     .     .        .        .      .
        PreparerSeance     .        .        .        .          .          .     .       .     oui      .        .      .
        Decider            .        .        .        .          .          .     .       .     oui      .        .      .
        Notifier           .        .        .        .          .          .     .       .     oui      .        .      .
        ReglerHorloge      .        .        .        .          .          .     .       .     .        .        oui    .
        TenirReferentiel   .        .        .        .          .          .     .       .     .        .        oui    .
        TenirReglements    .        .        .        .          .          .     .       .     .        .        oui    .
        SuivreCourriels    .        .        .        .          .          .     .       .     .        .        oui    .
        Echanger           .        oui      oui      oui        oui        .     .       .     .        .        .      .
        GererAcces         .        .        oui      .          .          .     .       .     .        .        .      .
        ApprouverAcces     .        .        .        oui        .          .     .       .     .        .        .      .
        GererSonCompte     oui      oui      oui      oui        oui        oui   oui     oui   oui      oui      oui    oui
        Accompagner        .        .        .        .          .          .     .       oui   .        .        .      .
        Confier            .        .        .        oui        oui        oui   .       .     .        .        .      .
        Encadrer           .        .        .        .          .          oui   .       .     .        .        .      .
        GererAgents        .        .        .        .          .          .     .       .     .        .        oui    .
        LireListeDeSuivi   .        .        .        oui        oui        oui   .       .     oui      oui      .      oui
        LireTableaux       .        .        .        oui        oui        oui   oui     .     oui      oui      .      oui
        LireSuivi          oui      oui      oui      oui        oui        oui   .       .     oui      oui      .      oui
        GererSuivi         .        .        .        .          .          .     .       .     .        oui      .      .
        ControlerLExecution .       .        .        oui        oui        .     .       .     .        oui      .      .
        RelancerLesLaureats .       .        .        oui        oui        .     .       .     oui      oui      .      .
        ExecuterLeProjet   .        oui      oui      .          .          .     .       .     .        .        .      .
        EngagerLaCollectivite .        .        oui      .          .          .     .       .     .        .        .      .
        Deleguer           .        .        .        oui        oui        oui   .       .     oui      oui      .      .
        TenirServices      .        .        .        .          .          oui   .       .     .        .        oui    .
        SuivreLettres      .        .        .        oui        oui        oui   .       .     oui      .        .      .
        """;

    private static readonly char[] Blancs = [' ', '\r'];

    [Fact]
    public void Chaque_rôle_a_ses_droits_et_aucun_autre()
    {
        var lignes = Table.Split('\n').Skip(1).Select(l => l.Split(Blancs, StringSplitOptions.RemoveEmptyEntries)).ToList();
        var roles = Enum.GetValues<Role>();

        Assert.Equal(Enum.GetNames<Droit>(), lignes.Select(l => l[0]));
        foreach (var ligne in lignes)
        {
            Assert.Equal(roles.Length, ligne.Length - 1);
            foreach (var (role, dit) in roles.Zip(ligne.Skip(1)))
                Assert.True(Matrice.Accorde(role, Enum.Parse<Droit>(ligne[0])) == (dit == "oui"), $"{role} × {ligne[0]}");
        }
    }

    [Fact]
    public void Un_rôle_ou_un_droit_inconnu_est_refusé()
    {
        Assert.False(Matrice.Accorde((Role)999, Droit.LireDossier));
        Assert.False(Matrice.Accorde(Role.Secretaire, (Droit)999));
    }

    [Fact]
    public void L_administrateur_ne_décide_ni_n_instruit()
    {
        Assert.False(Matrice.Accorde(Role.Admin, Droit.Decider));
        Assert.False(Matrice.Accorde(Role.Admin, Droit.Instruire));
    }

    [Fact]
    public void Seul_le_secrétaire_décide() =>
        Assert.Equal([Role.Secretaire], Enum.GetValues<Role>().Where(r => Matrice.Accorde(r, Droit.Decider)));
}
