using System.Globalization;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Suites;

/// <summary>Lines of a dossier's history, and who reads them.</summary>
internal static class Histoires
{
    /// <summary>Told to nobody: not of the dossier, or of the service alone.</summary>
    public static readonly Histoire Tue = (_, _) => null;

    public static Histoire Dit(string quoi) => (_, _) => new LigneDHistoire(quoi);

    public static Histoire Dit<T>(Func<T, LigneDHistoire> dire)
        where T : Trace => (trace, _) => dire((T)trace);

    public static Histoire AuxAgents<T>(Func<T, LigneDHistoire> dire)
        where T : Trace => (trace, lecteur) => lecteur.Agent ? dire((T)trace) : null;

    public static Histoire AvantNotification<T>(Func<T, LigneDHistoire> dire)
        where T : Trace => (trace, lecteur) => lecteur.AvantNotification ? dire((T)trace) : null;

    public static LigneDHistoire Depot(Deposer d) =>
        new(
            d.Version == 1 ? "Déposé" : "Déposé à nouveau",
            $"Numéro {d.Numero}, version {d.Version.ToString(CultureInfo.InvariantCulture)}.",
            d.Version
        );

    public static LigneDHistoire Conclusions(Conclure c) => new("Règles conclues", MotsDesDecisions.Conclusions(c.Conclusions));

    public static LigneDHistoire Similitude(JugerLaSimilitude j) => new("Similitude jugée", $"Dossier {j.Dossier} : projet {j.Jugement}.");

    public static LigneDHistoire Complements(DemanderDesComplements d) =>
        new("Compléments demandés", d.Avant is { } limite ? $"Réponse attendue avant le {Francais.Date(limite)}." : null);

    /// <summary>A decision that was annulled since is told of no more.</summary>
    public static LigneDHistoire? Notification(Trace trace, LecteurDHistoire lecteur) =>
        lecteur.Notifiees.FirstOrDefault(d => d.Id == ((Notifier)trace).Decision) is { } decision
            ? new LigneDHistoire("Décision notifiée : " + MotsDesDecisions.Decision(decision.Type))
            : null;
}
