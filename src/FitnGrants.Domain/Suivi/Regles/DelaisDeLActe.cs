using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Domain.Suivi.Regles;

/// <summary>A delay that the verbs of the act count with; nothing to judge of a plan.</summary>
public abstract class DelaiDeLActe : RegleDInformation
{
    public override GroupeDeRegles Groupe => GroupeDeRegles.Acte;

    public override Moment Moments => Moment.Acte;

    /// <summary>A number of a règlement; the usual one where it says nothing.</summary>
    protected static int Lire<T>(Reglement reglement, string cle, int defaut)
        where T : Regle => (reglement.Trouver<T>()?.Parametres ?? Parametres.Aucun).Entier(cle, defaut);
}

/// <summary>How long a project has to begin, from the reception of its act, where the act fixes no day.</summary>
public sealed class DelaiDeCommencement : DelaiDeLActe
{
    public override string Nom => "Délai de commencement";

    public override string Phrase => "Le projet commence dans les deux ans de la réception de l’acte, sauf si l’acte fixe un autre jour.";

    public override ImmutableArray<string> Cles => ["mois"];

    /// <summary>Months from the reception.</summary>
    public static int Mois(Reglement reglement) => Lire<DelaiDeCommencement>(reglement, "mois", 24);

    /// <summary>Last Paris day to begin.</summary>
    public static DateOnly Terme(DateOnly reception, Reglement reglement) => reception.AddMonths(Mois(reglement));
}

/// <summary>How long a beneficiary has to be heard before a measure against it.</summary>
public sealed class ObservationsPrealables : DelaiDeLActe
{
    public override string Nom => "Observations préalables";

    public override string Phrase =>
        "Avant de constater une caducité ou un rejet, ou de retirer une aide, le service entend le bénéficiaire : quinze jours au moins.";

    public override ImmutableArray<string> Cles => ["jours"];

    /// <summary>Days from the reception of the request.</summary>
    public static int Jours(Reglement reglement) => Lire<ObservationsPrealables>(reglement, "jours", 15);
}

/// <summary>How long an illegal decision may be withdrawn (CRPA, art. L. 242-1).</summary>
public sealed class RetraitDansLeDelai : DelaiDeLActe
{
    public override string Nom => "Délai de retrait";

    public override string Phrase => "Une décision illégale se retire dans les quatre mois.";

    public override ImmutableArray<string> Cles => ["mois"];

    /// <summary>Months from the decision.</summary>
    public static int Mois(Reglement reglement) => Lire<RetraitDansLeDelai>(reglement, "mois", 4);

    /// <summary>Last Paris day to withdraw.</summary>
    public static DateOnly Terme(DateOnly decision, Reglement reglement) => decision.AddMonths(Mois(reglement));
}
