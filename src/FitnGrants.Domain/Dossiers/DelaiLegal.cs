using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>A delay that the law sets (décret n° 2018-514, art. 4 and 7; CRPA, art. L. 231-4), as it stands for a dossier.</summary>
/// <param name="Terme">Its last day; while it stands still, what that day was when it stopped.</param>
/// <param name="SuspenduDepuis">Paris day since which it stands still; null while it runs.</param>
public readonly record struct DelaiLegal(DateOnly Terme, DateOnly? SuspenduDepuis)
{
    /// <summary>Last day to say whether the dossier is recevable: two months (décret n° 2018-514, art. 4).</summary>
    public static DateOnly TermeDeRecevabilite(DateOnly depot) => depot.AddMonths(2);

    /// <summary>
    /// Day from which silence is a refusal: eight months (décret n° 2018-514, art. 7), two where the project is pure
    /// fonctionnement, which that décret does not govern (CRPA, art. L. 231-4; A28).
    /// </summary>
    public static DateOnly TermeDeDecision(DateOnly depot, RegimeDepense? regime = null) =>
        depot > DateOnly.MaxValue.AddMonths(-8) ? DateOnly.MaxValue : depot.AddMonths(regime == RegimeDepense.Fonctionnement ? 2 : 8);

    /// <summary>Days that will be left when it runs again, zero or more; null while it runs.</summary>
    public int? JoursRestants => SuspenduDepuis is { } depuis ? Math.Max(0, Terme.DayNumber - depuis.DayNumber) : null;

    /// <summary>True once its last day is over on a day; never while it stands still.</summary>
    public bool EstPasseLe(DateOnly jour) => SuspenduDepuis is null && Terme < jour;

    /// <summary>The delay of recevabilité; null where nothing is to be said of it any more.</summary>
    public static DelaiLegal? DeRecevabilite(EtatDossier etat, Recevabilite recevabilite, DateOnly? terme, DateOnly? suspenduDepuis) =>
        recevabilite == Recevabilite.EnAttente
        && etat is EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.ACompleter
        && terme is { } jour
            ? new DelaiLegal(jour, suspenduDepuis)
            : null;

    /// <summary>The delay of the decision; null where none is awaited.</summary>
    public static DelaiLegal? DeDecision(EtatDossier etat, DateOnly? terme, DateOnly? suspenduDepuis) =>
        etat
            is EtatDossier.Depose
                or EtatDossier.EnInstruction
                or EtatDossier.ACompleter
                or EtatDossier.Instruit
                or EtatDossier.InscritSeance
        && terme is { } jour
            ? new DelaiLegal(jour, suspenduDepuis)
            : null;

    /// <summary>
    /// « avant le 1er août 2021 », « dépassé depuis le 2 août 2021 », « suspendu depuis le 12 juin 2021, 50 jours restants ».
    /// </summary>
    /// <param name="aujourdhui">Paris day.</param>
    public string Phrase(DateOnly aujourdhui) =>
        Francais.Typographier(
            SuspenduDepuis is { } depuis
                ? $"suspendu depuis le {Francais.Date(depuis)}, {Francais.Compte(JoursRestants!.Value, "jour restant", "jours restants")}"
            : EstPasseLe(aujourdhui) ? $"dépassé depuis le {Francais.Date(Terme.AddDays(1))}"
            : $"avant le {Francais.Date(Terme)}"
        );
}
