using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>Sessions and proposed decisions.</summary>
internal static class UneSeance
{
    public const string Motivation = "Projet utile aux familles et réplicable par d’autres communes.";

    public static Seance Planifiee(DateOnly? jour = null, Reglement? reglement = null, bool auMois = false)
    {
        var r = reglement ?? UnReglement.Bretagne;
        return Seance.Planifier(
            r.Instance,
            r.Region,
            [r.Code],
            r.Departements,
            new SeancePrevue(jour ?? new DateOnly(2021, 6, 22), auMois, null, null)
        );
    }

    public static Seance Ouverte(DateOnly? jour = null, Reglement? reglement = null, params Dossier[] dossiers)
    {
        var r = reglement ?? UnReglement.Bretagne;
        var seance = Planifiee(jour, r);
        foreach (var dossier in dossiers)
            seance.Inscrire(dossier, r, UnDossier.Secretaire);
        seance.Ouvrir(UnDossier.Secretaire, JourDeParis.ALHeure(seance.Jour, new TimeOnly(9, 0)));
        return seance;
    }

    public static DecisionProposee Accord(decimal? montant = 20_720m) =>
        new()
        {
            Type = TypeDecision.Accord,
            Motivation = Motivation,
            Fondements = [Fondement.Critere],
            MontantAccorde = montant is { } m ? new Euros(m) : null,
        };

    public static DecisionProposee ARevoir() =>
        new()
        {
            Type = TypeDecision.ARevoir,
            Motivation = Motivation,
            Fondements = [Fondement.Valeur],
            Axes = [new("Associer les usagers", "projet"), new("Ouvrir le code", "R59")],
            Referent = "Ti Lab",
        };

    public static DecisionProposee Refus() =>
        new()
        {
            Type = TypeDecision.Refus,
            Motivation = Motivation,
            Fondements = [Fondement.Exclusion],
        };

    /// <summary>Decides at ten o'clock on the session's day, with a whole envelope unless told otherwise.</summary>
    public static DecisionRendue Decide(
        this Seance seance,
        Dossier dossier,
        DecisionProposee proposee,
        Reglement? reglement = null,
        Situation? situation = null
    )
    {
        var r = reglement ?? UnReglement.Bretagne;
        return seance.Decider(dossier, proposee, Cadre(seance, r, situation));
    }

    /// <summary>Ten o'clock on the session's day, with a whole envelope unless told otherwise.</summary>
    public static CadreDeDecision Cadre(Seance seance, Reglement? reglement = null, Situation? situation = null)
    {
        var r = reglement ?? UnReglement.Bretagne;
        return new(r, situation ?? Quand.Situation(r), UnDossier.Secretaire, JourDeParis.ALHeure(seance.Jour, new TimeOnly(10, 0)));
    }
}
