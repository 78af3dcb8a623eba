using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.EtatsDesLieux;

/// <summary>Where the project stands, as its porteur says.</summary>
public enum StatutDeProjet
{
    NonCommence,
    EnCours,
    Bloque,
    Abandonne,
    Acheve,
}

/// <summary>A company that benefits from the order (R78).</summary>
/// <param name="Nom">Its name.</param>
/// <param name="DepartementSiege">Département of its registered office; « 99 » for a foreign company; null when not said.</param>
/// <param name="Montant">Euros of the order.</param>
public sealed record EntrepriseAttributaire(string Nom, string? DepartementSiege, Euros? Montant)
{
    /// <summary>« 99 »: registered abroad.</summary>
    public const string Etranger = "99";

    /// <summary>Nine digits; null for a foreign company, or not said.</summary>
    public string? Siren { get; init; }

    /// <summary>What was ordered from it.</summary>
    public string? Objet { get; init; }

    /// <summary>Day of the order.</summary>
    public DateOnly? NotifieLe { get; init; }
}

/// <summary>A milestone of the project (« les dates d’échéance des projets »).</summary>
public sealed record EcheanceDeProjet(string Libelle, DateOnly PrevueLe, DateOnly? FaiteLe = null);

/// <summary>Costs that a quarter should see paid.</summary>
/// <param name="Trimestre">When.</param>
/// <param name="Montant">Euros, on the tax basis of the act.</param>
public sealed record Prevision(Trimestre Trimestre, Euros Montant);

/// <summary>What a laureate reports (R77, R78). Null means « not said ».</summary>
public sealed record ContenuDEtat
{
    /// <summary>Lines of a list, at most.</summary>
    public const int LignesAuPlus = 60;

    /// <summary>Days that a quarter still has after the due day, to be forecast: less, and it is over.</summary>
    private const int JoursDUnTrimestreOuvert = 30;

    /// <summary>Quarters forecast, at most: an end of another century asks for no more.</summary>
    private const int TrimestresAuPlus = 20;

    public StatutDeProjet? Statut { get; init; }

    /// <summary>0 to 100.</summary>
    public int? AvancementPct { get; init; }

    public string? Avancement { get; init; }

    public string? Difficultes { get; init; }

    /// <summary>Eligible costs paid since the beginning, in euros, on the tax basis of the act.</summary>
    public Euros? DepensesPayees { get; init; }

    /// <summary>Why less was paid than the report before said.</summary>
    public string? MotifDeBaisse { get; init; }

    public ImmutableArray<Prevision> Previsions { get; init; } = [];

    public ImmutableArray<EcheanceDeProjet> Echeances { get; init; } = [];

    public ImmutableArray<EntrepriseAttributaire> Entreprises { get; init; } = [];

    /// <summary>« Aucune entreprise à ce jour ».</summary>
    public bool AucuneEntreprise { get; init; }

    /// <summary>Euros forecast in all.</summary>
    public Euros Prevu => Euros.Somme(Previsions.Select(p => p.Montant));

    /// <summary>
    /// Quarters that a report forecasts from its due day, or from the day it is written where that is later: those to come until the
    /// planned completion, and the one under way while it has a month left; one at least, for a project that is late.
    /// </summary>
    public static ImmutableArray<Trimestre> APrevoir(DateOnly depuis, DateOnly? achevementPrevu)
    {
        var premier = Trimestre.De(depuis);
        if (premier.Fin.DayNumber - depuis.DayNumber < JoursDUnTrimestreOuvert)
            premier = premier.Suivant;
        var tous = new List<Trimestre> { premier };
        while (achevementPrevu > tous[^1].Fin && tous.Count < TrimestresAuPlus)
            tous.Add(tous[^1].Suivant);
        return [.. tous];
    }

    /// <summary>What the next report begins with: everything, but a reason that was of its day and the quarters that are past.</summary>
    public ContenuDEtat Repris(DateOnly depuis, DateOnly? achevementPrevu)
    {
        var ouverts = APrevoir(depuis, achevementPrevu);
        return this with { MotifDeBaisse = null, Previsions = [.. Previsions.Where(p => p.Trimestre >= ouverts[0])] };
    }
}
