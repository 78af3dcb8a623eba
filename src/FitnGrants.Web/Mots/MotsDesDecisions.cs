using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;

namespace FitnGrants.Web.Mots;

/// <summary>Words of conclusions and of decisions.</summary>
public static class MotsDesDecisions
{
    /// <summary>« R6 conforme, R34 sans objet. », from « R6=Conforme R34=SansObjet »; null when nothing was noted.</summary>
    public static string? Conclusions(string? notees) =>
        string.IsNullOrWhiteSpace(notees)
            ? null
            : string.Join(
                ", ",
                notees
                    .Split(' ')
                    .Select(n =>
                    {
                        var signe = n.LastIndexOf('=');
                        return signe > 0 && Enum.TryParse<Conclusion>(n[(signe + 1)..], out var conclusion)
                            ? $"{n[..signe]} {Conclusion(conclusion)}"
                            : n;
                    })
            ) + ".";

    private static string Conclusion(Conclusion conclusion) =>
        conclusion switch
        {
            Domain.Dossiers.Conclusion.Conforme => "conforme",
            Domain.Dossiers.Conclusion.NonConforme => "non conforme",
            _ => "sans objet",
        };

    /// <summary>« présente », « excusé »: a préfecture is feminine, the SGAR is not.</summary>
    public static string Presence(Membre membre) =>
        membre.Presence is { } presence ? Presence(presence, membre.Code) : "présence non enregistrée";

    /// <summary>A presence, as it is said of a member.</summary>
    public static string Presence(Presence presence, string membre) =>
        presence switch
        {
            Domain.Seances.Presence.Present => "présent",
            Domain.Seances.Presence.ADistance => "à distance",
            Domain.Seances.Presence.Represente => "représenté",
            Domain.Seances.Presence.Excuse => "excusé",
            _ => "absent",
        } + (membre == Membre.Sgar || presence == Domain.Seances.Presence.ADistance ? "" : "e");

    /// <summary>Every presence, to choose from.</summary>
    public static IEnumerable<(Presence Valeur, string Mot)> PresencesDe(string membre) =>
        Enum.GetValues<Presence>().Select(p => (p, Domain.Socle.Francais.Majuscule(Presence(p, membre))));

    public static string Decision(TypeDecision type) =>
        type switch
        {
            TypeDecision.Accord => "accord sous réserve",
            TypeDecision.ARevoir => "à revoir",
            _ => "refus",
        };

    /// <summary>Word, tone and icon of a decision in lists and on the live screen.</summary>
    public static (string Mot, string Ton, string Icone) Issue(TypeDecision type) =>
        type switch
        {
            TypeDecision.Accord => ("Accord", "conforme", "conforme"),
            TypeDecision.ARevoir => ("À revoir", "alerte", "retour"),
            _ => ("Refus", "bloquant", "croix"),
        };
}
