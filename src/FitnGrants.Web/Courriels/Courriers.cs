using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Courriels;

/// <summary>A last day of deposit.</summary>
/// <param name="Reglement">Of which dispositif.</param>
/// <param name="Jour">Paris day, included.</param>
/// <param name="Seance">« du mardi 22 juin 2021 »: the session whose agenda closes; null where the dispositif itself does.</param>
public sealed record TermeDeDepot(Reglement Reglement, DateOnly Jour, string? Seance);

/// <summary>Messages that acts leave in the outbox.</summary>
public static class Courriers
{
    public const string ModeleDeRappel = "rappel";

    /// <summary>Template of what tells a colleague that a dossier is entrusted.</summary>
    public const string ModeleConfie = "confie";

    /// <summary>Template of the reminder of a request.</summary>
    public const string ModeleDeRappelDeDemande = "rappel-demande";

    public static Courriel Depose(Dossier dossier, Reglement reglement, DateTimeOffset instant) =>
        Faire(
            "depot",
            dossier,
            instant,
            $"Votre dossier {dossier.Numero} est déposé",
            $"Nous avons reçu votre dossier « {dossier.Titre} » le {Francais.DateEtHeure(instant)}. La "
                + $"{char.ToLowerInvariant(reglement.Service(dossier.Departement)[0])}{reglement.Service(dossier.Departement)[1..]} "
                + "va l’instruire. "
                + "Votre accusé de réception est joint ; il reste dans votre espace.",
            $"recepisse/{dossier.Version}"
        );

    public static Courriel Notifie(Dossier dossier, Decision decision, DateTimeOffset instant) =>
        Faire(
            "decision",
            dossier,
            instant,
            $"Une décision est rendue sur votre dossier {dossier.Numero}",
            $"La décision prise le {Francais.Date(decision.PriseLe)} sur « {dossier.Titre} » est dans votre espace. Sa lettre est jointe.",
            $"lettre/{decision.Id}"
        );

    public static Courriel Issue(Dossier dossier, DateTimeOffset instant) =>
        Faire(
            "issue",
            dossier,
            instant,
            dossier.Etat == EtatDossier.Reoriente
                ? $"Votre dossier {dossier.Numero} est réorienté"
                : $"Votre dossier {dossier.Numero} est irrecevable",
            $"Ce n’est pas un refus. Le motif de cette réponse sur « {dossier.Titre} », et ce que vous pouvez faire, sont dans la "
                + "lettre jointe et dans votre espace.",
            "notification/"
        );

    public static Courriel Retire(Dossier dossier, DateTimeOffset instant) =>
        Faire(
            "retrait",
            dossier,
            instant,
            $"Votre dossier {dossier.Numero} est retiré",
            $"Vous avez retiré « {dossier.Titre} » le {Francais.DateEtHeure(instant)} : il n’est plus instruit. Vous pouvez déposer "
                + "un autre dossier, ou copier celui-ci depuis votre espace.",
            null
        );

    /// <summary>The service asks for pieces and corrections: said at once, with what and until when.</summary>
    public static Courriel Demande(Dossier dossier, DateTimeOffset instant) =>
        Faire(
            "demande",
            dossier,
            instant,
            $"Répondez au plus tard le {Francais.Date(dossier.DemandeEnCours!.AvantLe)} : votre dossier {dossier.Numero} est à compléter",
            $"Le service qui instruit « {dossier.Titre} » vous demande : "
                + $"{string.Join(" ; ", dossier.DemandeEnCours.Points.Select(p => p.Texte.TrimEnd('.')))}. "
                + $"Votre réponse est attendue au plus tard le {Francais.DateLongue(dossier.DemandeEnCours.AvantLe)}. D’ici là, les délais "
                + "de l’instruction sont suspendus. La lettre est jointe.",
            $"demande/{dossier.DemandeEnCours.Id}"
        );

    /// <summary>The one reminder of a request.</summary>
    public static Courriel RappelDeDemande(Dossier dossier, DateTimeOffset instant) =>
        Faire(
            ModeleDeRappelDeDemande,
            dossier,
            instant,
            $"Rappel : votre dossier {dossier.Numero} attend votre réponse au plus tard le "
                + Francais.Date(dossier.DemandeEnCours!.AvantLe),
            $"Le service qui instruit « {dossier.Titre} » attend encore votre réponse. Sans elle, il peut reprendre votre dossier tel "
                + "que vous l’avez déposé.",
            null
        );

    /// <summary>The service waits no longer.</summary>
    public static Courriel Reprise(Dossier dossier, DateTimeOffset instant) =>
        Faire(
            "reprise",
            dossier,
            instant,
            $"Votre dossier {dossier.Numero} est instruit tel que déposé",
            $"Le service n’a pas attendu votre réponse et reprend l’instruction de « {dossier.Titre} » tel que vous l’aviez déposé. "
                + "Ce que vous aviez commencé à modifier n’est pas gardé. Vous pouvez lui écrire depuis votre espace.",
            null
        );

    /// <summary>The porteur has answered: the service's turn.</summary>
    public static Courriel Reponse(Dossier dossier, DateTimeOffset instant) =>
        PourLeService(
            "reponse",
            dossier,
            instant,
            $"Le dossier {dossier.Numero} est complété",
            $"Le porteur de « {dossier.Titre} » a répondu à votre demande. Les lignes de la grille qui ont changé sont à conclure.",
            Adresses.Instruction.Un(dossier.Numero!)
        );

    /// <summary>A message to the other side: grouped once a day, unless one asked for each.</summary>
    public static Courriel Message(Dossier dossier, Message message, DateTimeOffset instant)
    {
        var (objet, texte) = (
            $"Un message sur le dossier {dossier.Numero}",
            $"{message.Par} vous écrit au sujet de « {dossier.Titre} ». Lisez et répondez dans votre espace."
        );
        var courriel = message.DuService
            ? Faire("message", dossier, instant, objet, texte, null)
            : PourLeService("message", dossier, instant, objet, texte, "");
        (courriel.Lien, courriel.Immediat) = (Adresses.Dossiers.Messages(dossier.Adresse), false);
        return courriel;
    }

    /// <summary>A laboratory writes to whom it helps: grouped once a day, unless one asked for each.</summary>
    public static Courriel Note(Dossier dossier, Note note, DateTimeOffset instant)
    {
        var courriel = Faire(
            "note",
            dossier,
            instant,
            $"Une note d’accompagnement pour votre dossier {dossier.Numero}",
            $"Une note de {note.Par} vous aide à reprendre « {dossier.Titre} ». Elle est dans votre espace.",
            null
        );
        courriel.Immediat = false;
        return courriel;
    }

    /// <summary>A colleague is entrusted with a dossier: grouped once a day, unless one asked for each.</summary>
    public static Courriel Confie(Dossier dossier, string adresse, DateTimeOffset instant)
    {
        var courriel = Faire(
            ModeleConfie,
            dossier,
            instant,
            $"Le dossier {dossier.Numero} vous est confié",
            $"« {dossier.Titre} » est maintenant dans votre liste de travail.",
            null
        );
        (courriel.Destinataire, courriel.Lien, courriel.Immediat) = (adresse, Adresses.Instruction.Un(dossier.Numero!), false);
        return courriel;
    }

    private static Courriel PourLeService(string modele, Dossier dossier, DateTimeOffset instant, string objet, string texte, string lien)
    {
        var courriel = Faire(modele, dossier, instant, objet, texte, null);
        (courriel.Destinataire, courriel.Lien) = (Courriels.Destinataires.Service + dossier.Id, lien);
        return courriel;
    }

    /// <summary>The antivirus found something: told at once, since the deposit may be tonight.</summary>
    public static Courriel PieceRefusee(Dossier dossier, Piece piece, DateTimeOffset instant) =>
        Faire(
            "piece-refusee",
            dossier,
            instant,
            "Une pièce de votre dossier est refusée par l’antivirus",
            $"« {piece.NomFichier} », jointe à « {(dossier.Titre.Length == 0 ? "Projet sans titre" : dossier.Titre)} », contient un "
                + $"virus ({piece.Motif}) : elle est effacée et personne ne la lira. "
                + (
                    dossier.EstModifiable || piece.MessageId is not null
                        ? "Joignez-en une version saine."
                        : "Écrivez au service qui suit votre dossier pour lui en envoyer une version saine."
                ),
            null
        );

    /// <summary>The same, to the service that sent it or that judges the deposit it is part of.</summary>
    public static Courriel PieceRefuseeAuService(Dossier dossier, Piece piece, DateTimeOffset instant) =>
        PourLeService(
            "piece-refusee",
            dossier,
            instant,
            $"Une pièce du dossier {dossier.Numero} est refusée par l’antivirus",
            $"« {piece.NomFichier} », de « {dossier.Titre} », contient un virus ({piece.Motif}) : elle est effacée. Si elle était "
                + "nécessaire, demandez-en une version saine.",
            Adresses.Instruction.Un(dossier.Numero!)
        );

    /// <summary>Two days before the dispositif closes, or the agenda of a session, once for each draft.</summary>
    public static Courriel Rappel(Dossier dossier, TermeDeDepot terme, DateTimeOffset instant) =>
        Faire(
            ModeleDeRappel,
            dossier,
            instant,
            $"Votre brouillon se dépose avant le {Francais.Date(terme.Jour)}, 23 h 59"
                + (terme.Seance is { } seance ? $", pour la séance {seance}" : ""),
            $"« {(dossier.Titre.Length == 0 ? "Projet sans titre" : dossier.Titre)} » n’est pas encore déposé "
                + $"({terme.Reglement.Intitule}). "
                + (
                    terme.Seance is { } du
                        ? $"Pour être examiné à la séance {du}, il se dépose au plus tard le {Francais.DateLongue(terme.Jour)} à 23 h 59, "
                            + "heure de Paris ; plus tard, il attend la séance suivante. "
                        : $"Le dépôt ferme le {Francais.DateLongue(terme.Jour)} à 23 h 59, heure de Paris. "
                )
                + "Un brouillon enregistré n’est pas déposé.",
            null
        );

    private static Courriel Faire(string modele, Dossier dossier, DateTimeOffset instant, string objet, string texte, string? joint) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = modele,
            DossierId = dossier.Id,
            Destinataire = dossier.Siren,
            Objet = Francais.Typographier(objet),
            Texte = Francais.Typographier(texte),
            Lien = Adresses.Dossiers.Un(dossier.Adresse),
            Joint = joint,
            Immediat = true,
            CreeLe = instant.ToUniversalTime(),
        };
}
