using System.Collections.Immutable;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi.EtatsDesLieux;

/// <summary>The reports of an act: those sent, the one that is due.</summary>
/// <param name="Suivi">The act and its dossier.</param>
/// <param name="Etats">Those that its reader may see, the first first.</param>
public sealed record EtatsPage(UnSuivi Suivi, IReadOnlyList<EtatDesLieux> Etats)
{
    /// <summary>One more that was asked, and refused; null elsewhere.</summary>
    public DemandeDEtatFormulaire? Refuse { get; init; }
}

/// <summary>A report that is being written, beside the one before.</summary>
/// <param name="Suivi">The act and its dossier.</param>
/// <param name="Rang">Its own, from 1.</param>
/// <param name="Attendu">Paris day before which it is due.</param>
/// <param name="Avant">What was sent last; null for the first.</param>
/// <param name="Points">What was sent back.</param>
/// <param name="EnregistreLe">When it was saved last; null while it is not.</param>
public sealed record SaisiePage(
    UnSuivi Suivi,
    int Rang,
    DateOnly Attendu,
    TransmissionDEtat? Avant,
    ImmutableArray<PointACorriger> Points,
    DateTimeOffset? EnregistreLe
)
{
    /// <summary>Quarters that it forecasts.</summary>
    public IReadOnlyList<Trimestre> Trimestres => ContenuDEtat.APrevoir(PrevoirDepuis, Suivi.Acte.Valeurs.Termes.AchevementPrevu);

    public DateOnly PrevoirDepuis => ActeAttributif.PrevoirDepuis(Attendu, Suivi.Aujourdhui);

    /// <summary>« au 10 janvier 2022 »: when the one before was sent.</summary>
    public string Quand => Avant is null ? "" : $"au {Francais.Date(JourDeParis.De(Avant.Le))}";

    /// <summary>Points said of a field.</summary>
    public IEnumerable<string> PointsDe(string champ) => Points.Where(p => p.Champ == champ).Select(p => p.Texte);

    /// <summary>What each field said before, where it says something else: by name, « 45 % », « 10 600,00 € ».</summary>
    public IReadOnlyDictionary<string, string> Changes(EtatFormulaire saisi)
    {
        var changes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Avant?.Contenu is not { } avant)
            return changes;
        void Comparer(string champ, object? ici, object? la, string dit)
        {
            if (!Equals(ici, la))
                changes[champ] = dit;
        }
        var lu = saisi.SansFautes();
        Comparer("Statut", lu.Statut, avant.Statut, MotsDesEtats.Statut(avant.Statut));
        Comparer("AvancementPct", lu.AvancementPct, avant.AvancementPct, avant.AvancementPct is { } p ? $"{p} %" : "non dit");
        Comparer("Avancement", lu.Avancement, avant.Avancement, "");
        Comparer("Difficultes", lu.Difficultes, avant.Difficultes, avant.Difficultes is null ? "aucune" : "");
        Comparer("DepensesPayees", lu.DepensesPayees, avant.DepensesPayees, avant.DepensesPayees?.ToString() ?? "non dites");
        foreach (var t in Trimestres)
        {
            Prevision? De(ContenuDEtat c) => c.Previsions.FirstOrDefault(x => x.Trimestre == t);
            Comparer($"Previsions.{t}", De(lu)?.Montant, De(avant)?.Montant, De(avant)?.Montant.ToString() ?? "non prévu");
        }
        Comparer("Echeances", Cle(lu.Echeances), Cle(avant.Echeances), "");
        Comparer("Entreprises", Cle(lu.Entreprises) + lu.AucuneEntreprise, Cle(avant.Entreprises) + avant.AucuneEntreprise, "");
        return changes;
    }

    private static string Cle<T>(ImmutableArray<T> lignes) => string.Join('\n', lignes);
}

/// <summary>What each field said before, where it says something else now.</summary>
public sealed record ChangesDEtat(IReadOnlyDictionary<string, string> Par);

/// <summary>A report that was sent, as those concerned read it.</summary>
/// <param name="Etats">The reports of the act.</param>
/// <param name="Etat">The one that is read.</param>
/// <param name="Constats">What is to be looked at, for who reads it; what was set aside apart.</param>
/// <param name="Contradictions">Registered offices that other laureates said otherwise, by SIREN.</param>
/// <param name="Refuse">What was typed, and refused; null for a page that is only read.</param>
public sealed record LecturePage(
    EtatsPage Etats,
    EtatDesLieux Etat,
    IReadOnlyList<ConstatDEtat> Constats,
    IReadOnlyDictionary<string, string> Contradictions,
    LectureFormulaire? Refuse
)
{
    public UnSuivi Suivi => Etats.Suivi;

    public ContenuDEtat Contenu => Etat.Transmis!;

    /// <summary>The one sent before it; null for the first.</summary>
    public EtatDesLieux? Precedent => Etats.Etats.Where(e => e.Rang < Etat.Rang && e.Transmis is not null).MaxBy(e => e.Rang);

    /// <summary>True for who may conclude.</summary>
    public bool SeLit => Suivi is { Controle: true } && Etat.Stade == StadeDEtat.Transmis;

    /// <summary>Findings that the one before left open, and that are not computed again here.</summary>
    public IEnumerable<ConstatDEtat> RestesOuverts =>
        (Precedent?.Ouverts ?? []).Where(o => Constats.All(c => c.Code != o.Code) && Etat.Leves.All(l => l.Code != o.Code));

    /// <summary>What a recommended report left out: « l’avancement, les dépenses ».</summary>
    public string NonDits =>
        Francais.Liste([
            .. new[]
            {
                Contenu.AvancementPct is null || Contenu.Avancement is null ? "l’avancement" : null,
                Contenu.DepensesPayees is null ? "les dépenses payées" : null,
                Contenu.Previsions.IsEmpty && Suivi.Acte.AcheveLe is null ? "les dépenses à venir" : null,
                Contenu is { Entreprises.IsEmpty: true, AucuneEntreprise: false } ? "les entreprises" : null,
            }.OfType<string>(),
        ]);

    /// <summary>The lines of what is declared, beside the report before.</summary>
    public IEnumerable<LigneComparee> Lignes =>
        LignesComparees.De(
            Suivi,
            new EtatDit(Contenu, Etat.CreditsConsommes, Etat.TransmisLe!.Value),
            Precedent is { } p ? new EtatDit(p.Transmis!, p.CreditsConsommes, p.TransmisLe!.Value) : null,
            Constats
        );

    /// <summary>What its last sending changed of the one that was sent back; empty for a report sent once.</summary>
    public IReadOnlyList<LigneComparee> DepuisLeRenvoi =>
        Etat.Transmissions is not [.., var avant, var apres]
            ? []
            : [.. LignesComparees.De(Suivi, Dit(apres), Dit(avant), []).Where(l => l.Avant != l.Ici || l.Ecart == LignesComparees.Change)];

    private EtatDit Dit(TransmissionDEtat t) => new(t.Contenu, Suivi.Acte.CreditsConsommes(t.Contenu), JourDeParis.De(t.Le));
}
