using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Administration;

/// <summary>What an act on an agent asks once before it is done: its title, what will happen, its button and its address.</summary>
public sealed record ConfirmationDAgent(string Titre, string Acte, string Bouton, params string[] Suites)
{
    private const string Ecrans = "La personne ne pourra plus se connecter, et ses écrans ouverts se ferment dans la minute.";
    private const string Dossiers =
        "Ce qu’elle a fait reste au journal sous sa fonction. Les dossiers qui lui sont confiés restent à son nom : un chef de "
        + "service les confie à un autre agent.";

    public static readonly ConfirmationDAgent Suspension = new(
        "Suspendre le compte",
        "suspension",
        "Suspendre le compte",
        Ecrans,
        Dossiers,
        "Vous pourrez rouvrir le compte à tout moment, avec les rôles qu’il a aujourd’hui."
    );

    public static readonly ConfirmationDAgent Fermeture = new(
        "Fermer le compte",
        "fermeture",
        "Fermer le compte",
        Ecrans,
        Dossiers,
        "Le compte reste dans la liste, avec ce qui a été fait : on peut encore le rouvrir."
    );

    public static readonly ConfirmationDAgent RetraitDuCode = new(
        "Retirer le code de",
        "code",
        "Retirer le code",
        "Assurez-vous d’abord, de vive voix, que c’est bien cette personne qui le demande.",
        "Ses écrans ouverts se ferment dans la minute.",
        "À sa prochaine connexion, son mot de passe suffira pour choisir un autre code ; d’ici là, elle n’aura accès à rien d’autre."
    );

    public static ConfirmationDAgent RetraitDe(AgentPage.RoleDonne role) =>
        new(
            "Retirer un rôle à",
            $"roles/{role.Id}/retrait",
            "Retirer le rôle",
            $"Dans la minute, elle n’aura plus ce rôle : {role.Habilitation.Role.Mot()}, {MotsDesRoles.Perimetre(role.Habilitation)}.",
            Dossiers,
            "Vous pourrez le lui rendre."
        );
}

/// <summary>An act on an agent, before it is confirmed.</summary>
public sealed record ActeAConfirmer(AgentPage Agent, ConfirmationDAgent Acte);
