using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Habilitations;

public sealed class CompteDAgentTests
{
    private static readonly Guid Elle = Guid.CreateVersion7();
    private static readonly Acteur Admin = new(Guid.CreateVersion7(), "Administration, administrateur", [new Habilitation(Role.Admin)]);
    private static readonly Habilitation Instruit = new(Role.InstructeurDep, Departement: "35", Region: "53");

    public static TheoryData<Role, string?, string?, bool> Portees =>
        new()
        {
            { Role.InstructeurDep, "35", "53", true },
            { Role.InstructeurDep, null, "53", false },
            { Role.InstructeurDep, null, null, false },
            { Role.InstructeurReg, null, "44", true },
            { Role.InstructeurReg, "68", "44", false },
            { Role.Secretaire, null, "53", true },
            { Role.Secretaire, "35", "53", false },
            { Role.Labo, null, "53", true },
            { Role.ChefDeService, "35", "53", true },
            { Role.ChefDeService, null, "44", true },
            { Role.ChefDeService, null, null, false },
            { Role.MembreCommunaute, "29", "53", true },
            { Role.MembreCommunaute, null, "53", true },
            { Role.Gestionnaire, "68", "44", true },
            { Role.Gestionnaire, null, "53", true },
            { Role.Auditeur, null, null, true },
            { Role.Auditeur, null, "53", true },
            { Role.Auditeur, "35", "53", false },
            { Role.Admin, null, null, true },
            { Role.Admin, null, "53", false },
            { Role.Porteur, null, null, false },
            { Role.RepresentantLegal, null, "53", false },
            { Role.Lecteur, "35", "53", false },
        };

    [Theory]
    [MemberData(nameof(Portees))]
    public void Un_role_ne_se_donne_que_dans_son_perimetre(Role role, string? departement, string? region, bool permis)
    {
        var h = new Habilitation(role, Departement: departement, Region: region);

        Assert.Equal(permis, CompteDAgent.Convient(h));
        if (permis)
            Assert.Contains(h, Compte().Accorder(h, Admin).Habilitations);
        else
            Refuser("ne se donne pas dans ce périmètre", () => Compte().Accorder(h, Admin));
    }

    [Fact]
    public void Un_role_ne_se_donne_pas_deux_fois_et_ne_se_retire_que_donne()
    {
        var compte = Compte(Instruit);

        Refuser("a déjà ce rôle", () => compte.Accorder(Instruit, Admin));
        Assert.Empty(compte.Retirer(Instruit).Habilitations);
        Refuser("n’a plus ce rôle", () => Compte().Retirer(Instruit));
    }

    [Fact]
    public void Un_administrateur_ne_se_donne_aucun_role_de_travail()
    {
        var moi = new CompteDAgent(Admin.Id, EtatDeCompte.Ouvert, [new Habilitation(Role.Admin)], true);

        foreach (var role in CompteDAgent.Roles.Where(r => r != Role.Admin))
            Refuser("ne se donne aucun rôle", () => moi.Accorder(
                    CompteDAgent.Portee(role) switch
                    {
                        PorteeDeRole.Departement => new Habilitation(role, Departement: "35", Region: "53"),
                        PorteeDeRole.RegionOuTout => new Habilitation(role),
                        _ => new Habilitation(role, Region: "53"),
                    },
                    Admin
                ));
    }

    [Fact]
    public void Le_dernier_administrateur_reste()
    {
        var dernier = new CompteDAgent(Elle, EtatDeCompte.Ouvert, [new Habilitation(Role.Admin), Instruit], AutreAdministrateur: false);

        Refuser("le dernier qui administre", () => dernier.Fermer());
        Refuser("le dernier qui administre", () => dernier.Suspendre());
        Refuser("le dernier qui administre", () => dernier.Retirer(new Habilitation(Role.Admin)));
        Assert.Single(dernier.Retirer(Instruit).Habilitations);
        Assert.Equal(EtatDeCompte.Ferme, (dernier with { AutreAdministrateur = true }).Fermer().Etat);
    }

    [Fact]
    public void Un_administrateur_deja_suspendu_se_ferme_meme_sans_autre() =>
        Assert.Equal(
            EtatDeCompte.Ferme,
            new CompteDAgent(Elle, EtatDeCompte.Suspendu, [new Habilitation(Role.Admin)], false).Fermer().Etat
        );

    [Fact]
    public void Un_compte_se_suspend_se_ferme_et_se_rouvre_avec_ses_roles()
    {
        var suspendu = Compte(Instruit).Suspendre();
        var ferme = suspendu.Fermer();

        Assert.Equal((EtatDeCompte.Suspendu, EtatDeCompte.Ferme, EtatDeCompte.Ouvert), (suspendu.Etat, ferme.Etat, ferme.Rouvrir().Etat));
        Assert.Equal([Instruit], ferme.Rouvrir().Habilitations);
        Refuser("n’est pas ouvert", () => suspendu.Suspendre());
        Refuser("déjà fermé", () => ferme.Fermer());
        Refuser("déjà ouvert", () => Compte().Rouvrir());
        Refuser("rouvrez-le d’abord", () => ferme.Accorder(new Habilitation(Role.Auditeur), Admin));
    }

    private static CompteDAgent Compte(params Habilitation[] roles) =>
        new(Elle, EtatDeCompte.Ouvert, [.. roles], AutreAdministrateur: true);

    private static void Refuser(string attendu, Func<CompteDAgent> acte) =>
        Assert.Contains(attendu, Assert.Throws<ActeImpossibleException>(acte).Message, StringComparison.Ordinal);
}
