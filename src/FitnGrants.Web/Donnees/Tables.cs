using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Identity;

namespace FitnGrants.Web.Donnees;

/// <summary>An account. <see cref="Fonction"/> is what others read: never a person's name.</summary>
public sealed class Utilisateur : IdentityUser<Guid>
{
    public string Fonction { get; set; } = "";

    /// <summary>Whom the account speaks for, as read in the header: « Commune de Vern-sur-Seiche ».</summary>
    public string Organisme { get; set; } = "";

    /// <summary>True to get each news at once, and not grouped once a day.</summary>
    public bool NouvellesAussitot { get; set; }

    /// <summary>True for an account that administrators keep; the others belong to collectivités.</summary>
    public bool Agent { get; set; }

    /// <summary>Where an administrator put the account.</summary>
    public Domain.Habilitations.EtatDeCompte Etat { get; set; }

    /// <summary>Since when it is in that state; null for an account that never left the first one.</summary>
    public DateTimeOffset? EtatDepuis { get; set; }

    /// <summary>Raised by each act of an administrator on the account.</summary>
    public int Revision { get; set; }

    /// <summary>True when it may sign in.</summary>
    public bool EstOuvert => Etat == Domain.Habilitations.EtatDeCompte.Ouvert;

    /// <summary>Columns it wants in its work list, « porteur,taux »; null for those of everyone.</summary>
    public string? Colonnes { get; set; }

    /// <summary>Rank of the agenda's address that answers; null when none does.</summary>
    public int? Agenda { get; set; }

    /// <summary>Rank of the last one opened: none answers twice.</summary>
    public int? AgendaDernier { get; set; }

    public List<HabilitationAccordee> Habilitations { get; } = [];
}

/// <summary>Filters of the work list that an account keeps under a name.</summary>
public sealed class VueEnregistree
{
    public Guid Id { get; set; }
    public Guid UtilisateurId { get; set; }
    public string Nom { get; set; } = "";

    /// <summary>« ?Onglet=en-cours&amp;Qui=moi ».</summary>
    public string Adresse { get; set; } = "";
}

/// <summary>Who had a dossier open to write, and when its page last said so. Nothing of it is kept for long.</summary>
public sealed class PageOuverte
{
    public Guid DossierId { get; set; }
    public Guid UtilisateurId { get; set; }
    public string Etape { get; set; } = "";
    public DateTimeOffset VueLe { get; set; }
}

/// <summary>Someone who asks to act for a collectivité, or is invited to: nothing is granted before the address is proved.</summary>
public sealed class DemandeDAcces
{
    public Guid Id { get; set; }
    public string Adresse { get; set; } = "";
    public string Siren { get; set; } = "";
    public string Fonction { get; set; } = "";
    public Domain.Habilitations.Role Role { get; set; }
    public DateTimeOffset CreeLe { get; set; }

    /// <summary>Function of who invites; null for a request, that someone has to accept.</summary>
    public string? InvitePar { get; set; }

    /// <summary>When the link of the message was followed.</summary>
    public DateTimeOffset? ConfirmeeLe { get; set; }
    public Guid? UtilisateurId { get; set; }

    /// <summary>When it was granted, refused or withdrawn.</summary>
    public DateTimeOffset? CloseLe { get; set; }
    public bool Accordee { get; set; }
    public string? ClosePar { get; set; }
    public string? Motif { get; set; }
}

/// <summary>A role granted to an account, in a perimeter.</summary>
public sealed class HabilitationAccordee
{
    public int Id { get; set; }
    public Guid UtilisateurId { get; set; }
    public Domain.Habilitations.Role Role { get; set; }
    public string? Siren { get; set; }
    public string? Departement { get; set; }
    public string? Region { get; set; }

    /// <summary>Since when; null for a role that was given before this was kept.</summary>
    public DateTimeOffset? DepuisLe { get; set; }

    /// <summary>Function of who gave it.</summary>
    public string? Par { get; set; }

    /// <summary>The role in its perimeter, for the field.</summary>
    public Domain.Habilitations.Habilitation Lue() => new(Role, Siren, Departement, Region);
}

/// <summary>A session that was signed out, kept as long as its cookie could serve.</summary>
public sealed class SessionClose
{
    public Guid Id { get; set; }
    public DateTimeOffset CloseLe { get; set; }
}

/// <summary>A code of a telephone that has served, kept as long as it would be accepted.</summary>
public sealed class CodeUtilise
{
    public Guid UtilisateurId { get; set; }
    public string Code { get; set; } = "";
    public DateTimeOffset Le { get; set; }
}

/// <summary>Tries to sign in, counted.</summary>
public sealed class EssaiDeConnexion
{
    /// <summary>Hash of what is tried and of where from.</summary>
    public string Cle { get; set; } = "";
    public int Nombre { get; set; }

    /// <summary>The first of them.</summary>
    public DateTimeOffset Depuis { get; set; }
}

/// <summary>A version of a règlement that judged or may judge a dossier.</summary>
public sealed class VersionDeReglement
{
    public string Version { get; set; } = "";
    public string Code { get; set; } = "";
    public string Contenu { get; set; } = "";
    public DateTimeOffset PublieeLe { get; set; }

    /// <summary>Paris day from which it judges drafts and first deposits.</summary>
    public DateOnly EnVigueurLe { get; set; }

    /// <summary>Function of who published it; « Système » for the files.</summary>
    public string PublieePar { get; set; } = "";

    /// <summary>Its budget, that the dispositif's takes on that day; null until it is read from an older row.</summary>
    public Domain.Socle.Euros? Enveloppe { get; set; }
}

/// <summary>A rate band of a version: the database refuses two that overlap.</summary>
public sealed class TrancheDeTaux
{
    public string Version { get; set; } = "";
    public string Code { get; set; } = "";
    public NpgsqlTypes.NpgsqlRange<int> Bornes { get; set; }
}

/// <summary>The budget of a dispositif: the row that an accord locks.</summary>
public sealed class Enveloppe
{
    public string Dispositif { get; set; } = "";
    public Domain.Socle.Euros Montant { get; set; }

    /// <summary>The version whose amount it is; null until one was followed.</summary>
    public string? Version { get; set; }
}

/// <summary>Last number given, per dispositif and Paris year.</summary>
public sealed class Compteur
{
    public string Dispositif { get; set; } = "";
    public int Annee { get; set; }
    public int Dernier { get; set; }
}

/// <summary>One line per act, chained by SHA-256. Append-only: a trigger refuses everything else.</summary>
public sealed class LigneDeJournal
{
    public long Id { get; set; }
    public DateTimeOffset Instant { get; set; }
    public Guid? Utilisateur { get; set; }
    public Acte Acte { get; set; }
    public string Entite { get; set; } = "";
    public Guid EntiteId { get; set; }
    public string? Avant { get; set; }
    public string? Apres { get; set; }

    /// <summary>Sorted keys, so that the hash can be computed again.</summary>
    public string Details { get; set; } = "{}";
    public string? Adresse { get; set; }
    public string Precedent { get; set; } = "";
    public string Empreinte { get; set; } = "";
}

/// <summary>A message to send, written in the act's transaction.</summary>
public sealed class Courriel
{
    public Guid Id { get; set; }

    /// <summary>Order in which messages were written.</summary>
    public long Rang { get; set; }
    public string Modele { get; set; } = "";

    /// <summary>What it is about; one of the two, or none for an account.</summary>
    public Guid? DossierId { get; set; }
    public Guid? SeanceId { get; set; }

    /// <summary>
    /// A collectivité (SIREN), a member of a session (« 29@53 »), the service of a dossier (« service/{id} »), or an address: people are
    /// looked up when it leaves.
    /// </summary>
    public string Destinataire { get; set; } = "";
    public string Objet { get; set; } = "";
    public string Texte { get; set; } = "";

    /// <summary>Where to go on from it: a path of this service.</summary>
    public string Lien { get; set; } = "/";

    /// <summary>Document joined to it, « lettre/{decision} »; null for none.</summary>
    public string? Joint { get; set; }

    /// <summary>Leaves at once; the others are grouped, one message a day and per person.</summary>
    public bool Immediat { get; set; }
    public DateTimeOffset CreeLe { get; set; }

    /// <summary>When it was addressed to people; by the system's clock, as all that mail does.</summary>
    public DateTimeOffset? RepartiLe { get; set; }
    public List<Envoi> Envois { get; } = [];
}

public sealed class Envoi
{
    public long Id { get; set; }
    public Guid CourrielId { get; set; }
    public Courriel Courriel { get; set; } = null!;
    public string Adresse { get; set; } = "";
    public DateTimeOffset DuLe { get; set; }
    public int Essais { get; set; }

    /// <summary>Why the last try failed.</summary>
    public string? Erreur { get; set; }

    /// <summary>True where the last failure is this message's, and not that of the mailbox.</summary>
    public bool Seul { get; set; }
    public DateTimeOffset? EnvoyeLe { get; set; }

    /// <summary>Set aside: an administrator decides.</summary>
    public DateTimeOffset? EcarteLe { get; set; }
}

/// <summary>A page that refused a form, for who comes back to it.</summary>
public sealed class PageRefusee
{
    public Guid Id { get; set; }

    /// <summary>Hash of the browser's mark, of the person and of the address.</summary>
    public string Cle { get; set; } = "";
    public int Statut { get; set; }

    /// <summary>HTML, by gzip.</summary>
    public byte[] Contenu { get; set; } = [];
    public DateTimeOffset ExpireLe { get; set; }
}

/// <summary>A form that created something a moment ago: the same one sent again creates nothing.</summary>
public sealed class FormulaireRecu
{
    /// <summary>Hash of the person, the address and the content.</summary>
    public string Cle { get; set; } = "";
    public DateTimeOffset Le { get; set; }

    /// <summary>Where it led; null while it is being answered.</summary>
    public string? Vers { get; set; }
}

/// <summary>A PDF as it was first rendered, with its hash and its verification code.</summary>
public sealed class DocumentArchive
{
    public Guid Id { get; set; }

    /// <summary>What it belongs to: a dossier or a session.</summary>
    public Guid ObjetId { get; set; }
    public string Type { get; set; } = "";

    /// <summary>What it renders: a deposited version, a decision, an edition of the minutes.</summary>
    public string Reference { get; set; } = "";
    public string Code { get; set; } = "";
    public string Empreinte { get; set; } = "";
    public byte[] Contenu { get; set; } = [];
    public DateTimeOffset CreeLe { get; set; }
}

/// <summary>A setting that the product itself changes.</summary>
public sealed class Parametre
{
    public string Cle { get; set; } = "";
    public string Valeur { get; set; } = "";
}
