using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Courriels;

/// <summary>Messages on accounts and on who may do what.</summary>
public static class CourriersDeCompte
{
    /// <summary>An agent is given an access; the link is made when the message leaves.</summary>
    public static Courriel InvitationDAgent(Utilisateur agent, string par, DateTimeOffset instant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = LiensDeCompte.Invitation,
            Destinataire = agent.Email!,
            Objet = "Votre accès à FitnGrants",
            Texte = Francais.Typographier(
                "Un accès vous est ouvert à FitnGrants, où s’instruisent les projets numériques des collectivités : "
                    + $"{string.Join(" ; ", agent.Habilitations.Select(h => $"{h.Role.Mot()} ({MotsDesRoles.Perimetre(h.Lue())})"))}. "
                    + $"Il vous est donné par : {par}. "
                    + "Choisissez votre mot de passe par le lien qui suit, "
                    + "valable sept jours et une seule fois. À la première connexion, votre téléphone vous donnera un code."
            ),
            Immediat = true,
            CreeLe = instant,
        };

    /// <summary>Proves the address of who asks for an access to a collectivité, or is invited to it.</summary>
    public static Courriel Adresse(DemandeDAcces demande, string collectivite, DateTimeOffset instant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = LiensDeCompte.Acces,
            Destinataire = demande.Adresse,
            Objet = Francais.Typographier(
                demande.InvitePar is null ? "Confirmez votre adresse" : $"{demande.InvitePar} vous invite à rejoindre {collectivite}"
            ),
            Texte = Francais.Typographier(
                demande.InvitePar is null
                    ? $"Quelqu’un, vous sans doute, demande à agir pour {collectivite} sur FitnGrants. Le lien qui suit confirme "
                        + "votre adresse ; il est valable sept jours. "
                        + "Si ce n’est pas vous, ne faites rien."
                    : $"Vous êtes invité à agir pour {collectivite} sur FitnGrants. Le lien qui suit ouvre votre accès ; il est "
                        + "valable sept jours."
            ),
            // The link itself is made when the message leaves: the table holds no secret.
            Lien = demande.Id.ToString(),
            Immediat = true,
            CreeLe = instant.ToUniversalTime(),
        };

    /// <summary>A request whose address is proved, for who may accept it.</summary>
    /// <param name="demande">The request.</param>
    /// <param name="collectivite">Its collectivité.</param>
    /// <param name="representee">True where it has a legal representative, who answers; else its préfecture does.</param>
    /// <param name="instant">When.</param>
    public static Courriel DemandeDAcces(DemandeDAcces demande, Collectivite collectivite, bool representee, DateTimeOffset instant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = "acces-demande",
            Destinataire = representee ? demande.Siren : Destinataires.Prefecture + collectivite.Departement,
            Objet = Francais.Typographier($"Une demande d’accès pour {collectivite.Nom}"),
            Texte = Francais.Typographier(
                $"{demande.Fonction}, {demande.Adresse}, demande à agir pour {collectivite.Nom} (SIREN {collectivite.Siren}). "
                    + "Vérifiez qui c’est, puis répondez."
            ),
            Lien = representee ? Adresses.Acces.Liste : Adresses.Instruction.Acces,
            CreeLe = instant.ToUniversalTime(),
        };

    /// <summary>What was answered to a request.</summary>
    public static Courriel ReponseDAcces(DemandeDAcces demande, DateTimeOffset instant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = "acces-reponse",
            Destinataire = demande.Adresse,
            Objet = demande.Accordee ? "Votre accès est ouvert" : "Votre demande d’accès est refusée",
            Texte = Francais.Typographier(
                demande.Accordee
                    ? $"{demande.ClosePar} a accepté votre demande. Connectez-vous : les dossiers de votre collectivité sont dans "
                        + "votre espace."
                    : $"{demande.ClosePar} a refusé votre demande : {demande.Motif}"
            ),
            Lien = demande.Accordee ? Adresses.MesDossiers : Adresses.Compte.Attente,
            Immediat = true,
            CreeLe = instant.ToUniversalTime(),
        };

    /// <summary>A colleague is replaced.</summary>
    /// <param name="delegation">From when to when, and why.</param>
    /// <param name="adresse">Of who replaces.</param>
    /// <param name="remplace">« Préfecture du Finistère (adresse) ».</param>
    /// <param name="instant">When.</param>
    public static Courriel Delegation(Delegation delegation, string adresse, string remplace, DateTimeOffset instant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = "delegation",
            Destinataire = adresse,
            Objet = "Une délégation vous est donnée",
            Texte = Francais.Typographier(
                $"Vous remplacez {remplace} du {Francais.Date(delegation.Du)} au {Francais.Date(delegation.Au)} "
                    + $"({Choix.MotifsDeDelegation.Libelle(delegation.Motif.ToString()).ToLowerInvariant()}) : ainsi le veut "
                    + $"{delegation.Par}. "
                    + "La délégation commence et finit d’elle-même."
            ),
            Lien = Adresses.Delegations.Liste,
            Immediat = true,
            CreeLe = instant,
        };
}
