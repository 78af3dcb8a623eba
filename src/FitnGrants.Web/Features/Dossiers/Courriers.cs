using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>Messages that acts leave in the outbox.</summary>
public static class Courriers
{
    public static Courriel Depose(Dossier dossier, Reglement reglement, DateTimeOffset instant) => Faire(
        "depot", dossier, instant, $"Votre dossier {dossier.Numero} est déposé",
        $"Nous avons reçu votre dossier « {dossier.Titre} » le {Francais.DateEtHeure(instant)}. La {char.ToLowerInvariant(reglement.Service(dossier.Departement)[0])}{reglement.Service(dossier.Departement)[1..]} va l’instruire. "
        + "Votre accusé de réception est dans votre espace.");

    public static Courriel Notifie(Dossier dossier, Decision decision, DateTimeOffset instant) => Faire(
        "decision", dossier, instant, $"Une décision est rendue sur votre dossier {dossier.Numero}",
        $"La décision prise le {Francais.Date(decision.PriseLe)} sur « {dossier.Titre} » et sa lettre sont dans votre espace.");

    public static Courriel Issue(Dossier dossier, DateTimeOffset instant) => Faire(
        "issue", dossier, instant,
        dossier.Etat == EtatDossier.Reoriente ? $"Votre dossier {dossier.Numero} est réorienté" : $"Votre dossier {dossier.Numero} est irrecevable",
        $"Ce n’est pas un refus. Le motif de cette réponse sur « {dossier.Titre} », et ce que vous pouvez faire, sont dans votre espace.");

    private static Courriel Faire(string modele, Dossier dossier, DateTimeOffset instant, string objet, string texte) => new()
    {
        Id = Guid.CreateVersion7(),
        Modele = modele,
        DossierId = dossier.Id,
        Destinataire = dossier.Siren,
        Objet = Francais.Typographier(objet),
        Texte = Francais.Typographier(texte),
        CreeLe = instant.ToUniversalTime(),
    };
}
