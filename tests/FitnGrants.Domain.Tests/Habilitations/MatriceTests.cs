using FitnGrants.Domain.Habilitations;

namespace FitnGrants.Domain.Tests.Habilitations;

public sealed class MatriceTests
{
    /// <summary>One row per role, one column per right, in the order of the enums.</summary>
    private const string Table = """
        //                 MesDos Ecrire Depos LireDos LireDec Liste Instr Avis  LireSe Sieger PrepSe Decid Notif Horloge Referentiel Reglements Courriels
        Lecteur            x     .     .     x     x     .     .     .     .     .     .     .     .     .     .     .     .     .     .     .     x     .     .     .     .     .
        Porteur            x     x     .     x     x     .     .     .     .     .     .     .     .     .     .     .     .     x     .     .     x     .     .     .     .     .
        RepresentantLegal  x     x     x     x     x     .     .     .     .     .     .     .     .     .     .     .     .     x     x     .     x     .     .     .     .     .
        InstructeurDep     .     .     .     x     x     x     x     x     x     .     .     .     .     .     .     .     .     x     .     x     x     .     x     .     .     .
        InstructeurReg     .     .     .     x     x     x     x     .     x     .     .     .     .     .     .     .     .     x     .     .     x     .     x     .     .     .
        ChefDeService      .     .     .     x     x     x     .     .     x     .     .     .     .     .     .     .     .     .     .     .     x     .     x     x     .     .
        MembreCommunaute   .     .     .     x     x     .     .     .     x     x     .     .     .     .     .     .     .     .     .     .     x     .     .     .     .     .
        Labo               .     .     .     x     x     .     .     .     .     .     .     .     .     .     .     .     .     .     .     .     x     x     .     .     .     .
        Secretaire         .     .     .     x     x     x     .     .     x     .     x     x     x     .     .     .     .     .     .     .     x     .     .     .     .     .
        Gestionnaire       .     .     .     x     x     .     .     .     .     .     .     .     .     .     .     .     .     .     .     .     x     .     .     .     .     x
        Admin              .     .     .     .     .     .     .     .     .     .     .     .     .     x     x     x     x     .     .     .     x     .     .     .     x     .
        Auditeur           .     .     .     x     x     x     .     .     x     .     .     .     .     .     .     .     .     .     .     .     x     .     .     .     .     .
        """;

    private static readonly char[] Blancs = [' ', '\r'];

    [Fact]
    public void Chaque_rôle_a_ses_droits_et_aucun_autre()
    {
        var lignes = Table.Split('\n').Skip(1).Select(l =>
            l.Split(Blancs, StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(Enum.GetNames<Role>(), lignes.Select(l => l[0]));
        var droits = Enum.GetValues<Droit>();
        foreach (var ligne in lignes)
        {
            var role = Enum.Parse<Role>(ligne[0]);
            Assert.Equal(droits.Length, ligne.Length - 1);
            for (var i = 0; i < droits.Length; i++)
                Assert.True(Matrice.Accorde(role, droits[i]) == (ligne[i + 1] == "x"), $"{role} × {droits[i]}");
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
