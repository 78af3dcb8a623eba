using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dispositifs;

/// <summary>Who would recruit a conseiller numérique (R83).</summary>
public enum Recruteur
{
    /// <summary>A commune, an EPCI, a département, a région, or another groupement.</summary>
    Collectivite,

    Association,

    /// <summary>A cooperative, a mutuelle, a fondation or another body of the économie sociale et solidaire.</summary>
    EntrepriseEss,

    Autre,
}

/// <summary>Which of the calls is meant for a recruiter, seen from one of them.</summary>
/// <param name="Constat">
/// <c>Conforme</c> when it is this one, <c>NonApplicable</c> when it is another, <c>AVerifier</c> when the source names
/// none.
/// </param>
/// <param name="Vers">The call that is meant for the recruiter; null when none is.</param>
public sealed record AppelVise(Constat Constat, DispositifInformatif? Vers);

/// <summary>R83 (S1:56, 59-61): one call for collectivités and their groupements, one for private and ESS bodies.</summary>
public static class AppelDuRecruteur
{
    /// <summary>Says which call is meant for a recruiter.</summary>
    public static AppelVise Juger(DispositifInformatif fiche, Recruteur recruteur, IEnumerable<DispositifInformatif> tous)
    {
        var regle = fiche.Regle(fiche.Orientation.Regle);
        if (fiche.Orientation.Recruteurs.Contains(recruteur))
            return new AppelVise(regle.Constat(ResultatConstat.Conforme, "Cet appel s’adresse à vous."), fiche);
        var vers = tous.FirstOrDefault(f => f.Orientation.Recruteurs.Contains(recruteur));
        var (resultat, message) = vers is null
            ? (
                ResultatConstat.AVerifier,
                "Aucun appel ne nomme clairement votre structure : posez la question au service indiqué sur cette page."
            )
            : (ResultatConstat.NonApplicable, "Cet appel ne s’adresse pas à vous : un autre vous est destiné.");
        return new AppelVise(regle.Constat(resultat, message), vers);
    }
}
