using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.Chorus;

/// <summary>What a payment of Chorus is, beside what the acts wait for.</summary>
public enum SortDePaiement
{
    /// <summary>One request waits for it, of that amount.</summary>
    Rapproche,

    /// <summary>One request waits for it, of another amount: recorded, with an open écart.</summary>
    AutreMontant,

    /// <summary>Money that comes back on a reversement that is decided.</summary>
    Recouvrement,

    /// <summary>Recorded by hand already, as Chorus says it.</summary>
    DejaNote,

    /// <summary>Several requests could be meant: an agent chooses.</summary>
    Ambigu,

    /// <summary>Of an act that another service manages.</summary>
    AutreService,

    /// <summary>Nothing waits for it.</summary>
    Inconnu,
}

/// <summary>A request that a payment may be of.</summary>
/// <param name="Id">The request.</param>
/// <param name="Dossier">Number of its dossier.</param>
/// <param name="Rang">Its rank in its act, from 1.</param>
/// <param name="Etat">Where it stands.</param>
/// <param name="Dp">Its demande de paiement; null before the ordonnancement.</param>
/// <param name="Montant">Euros to pay.</param>
/// <param name="Paye">Euros recorded as paid; null before.</param>
/// <param name="Ej">Engagements of its act.</param>
/// <param name="DuService">False where another service manages it.</param>
public sealed record VersementConnu(
    Guid Id,
    string Dossier,
    int Rang,
    EtatDeVersement Etat,
    string? Dp,
    Euros Montant,
    Euros? Paye,
    ImmutableArray<string> Ej,
    bool DuService
)
{
    internal bool Ouvert => Etat is EtatDeVersement.Controlee or EtatDeVersement.Ordonnancee;
}

/// <summary>A reversement that is decided, on an act that Chorus may name.</summary>
/// <param name="Dossier">Number of its dossier.</param>
/// <param name="Rang">Its rank in its act, from 1.</param>
/// <param name="Reste">Euros still to come.</param>
/// <param name="Ej">Engagements of its act.</param>
/// <param name="Dp">Demandes de paiement of its act.</param>
public sealed record ReversementConnu(string Dossier, int Rang, Euros Reste, ImmutableArray<string> Ej, ImmutableArray<string> Dp);

/// <summary>What waits for Chorus, or was recorded, and may be named by the lines that are read.</summary>
/// <param name="Versements">Requests of the service, and those of others that bear the same numbers.</param>
/// <param name="Reversements">Decided, of the service.</param>
/// <param name="EjDAutrui">Engagements of acts of other services.</param>
/// <param name="Appliquees">Lines that are recorded on the same demandes de paiement.</param>
public sealed record Attendus(
    IReadOnlyList<VersementConnu> Versements,
    IReadOnlyList<ReversementConnu> Reversements,
    IReadOnlySet<string> EjDAutrui,
    IReadOnlyList<LigneChorus> Appliquees
);

/// <summary>A payment that waits: its lines, and what they pay.</summary>
/// <param name="Sort">What it is.</param>
/// <param name="Lignes">Those that wait.</param>
/// <param name="Montant">Euros in all, those of its lines that are recorded included; negative for what comes back.</param>
public sealed record PaiementChorus(SortDePaiement Sort, IReadOnlyList<LigneChorus> Lignes, Euros Montant)
{
    public string? Dp => Lignes[0].Contenu.Dp;

    public string? Ej => Lignes[0].Contenu.Ej;

    public string? Fournisseur => Lignes[0].Contenu.Fournisseur;

    /// <summary>Paris day of its last operation.</summary>
    public DateOnly Le => Lignes.Max(l => l.Contenu.Le);

    /// <summary>The request that it pays.</summary>
    public VersementConnu? Versement { get; init; }

    /// <summary>The reversement that it recovers.</summary>
    public ReversementConnu? Reversement { get; init; }

    /// <summary>Requests that it could be of.</summary>
    public IReadOnlyList<VersementConnu> Candidats { get; init; } = [];

    /// <summary>Why it could not be recorded; null where nothing stopped it.</summary>
    public string? Refus => Lignes[0].Refus;

    /// <summary>True where recording it needs nobody's choice, and nothing stopped it.</summary>
    public bool Applicable => Refus is null && (Versement is not null || Reversement is not null);
}

/// <summary>
/// Matches lines with what the acts wait for (suivi.md, 3): by demande de paiement, else by engagement and amount where one request only
/// fits. What is doubtful is never guessed.
/// </summary>
public static class Rapprochement
{
    /// <summary>One payment for the lines of a demande de paiement, one for each line that is negative.</summary>
    /// <param name="enAttente">Lines that wait.</param>
    /// <param name="attendus">What they are matched with.</param>
    public static IReadOnlyList<PaiementChorus> Faire(IEnumerable<LigneChorus> enAttente, Attendus attendus)
    {
        var lignes = enAttente.ToLookup(l => l.Contenu.Montant < Euros.Zero);
        var parDp = attendus.Versements.Where(v => v.Dp is not null).ToLookup(v => v.Dp!, StringComparer.Ordinal);
        var parEj = attendus
            .Versements.Where(v => v.DuService && v.Ouvert)
            .SelectMany(v => v.Ej.Select(e => (e, v)))
            .ToLookup(x => x.e, x => x.v, StringComparer.Ordinal);
        var recus = attendus.Appliquees.Where(l => l.Contenu.Montant > Euros.Zero).ToLookup(l => l.Contenu.Dp, StringComparer.Ordinal);
        var connus = new Connus(parDp, parEj, attendus);
        var paiements = lignes[false]
            .GroupBy(l => (l.Contenu.Paiement, l.Contenu.Dp is null ? l.Contenu.Le : default))
            .Select(g => connus.Juger([.. g], g.First().Contenu.Dp is { } dp ? recus[dp] : []))
            .ToList();
        return [.. SansPartager(paiements), .. connus.Recouvrer(lignes[true])];
    }

    /// <summary>A request is paid once: two payments that could both be it are left to an agent.</summary>
    private static IEnumerable<PaiementChorus> SansPartager(IReadOnlyList<PaiementChorus> paiements)
    {
        var partages = paiements
            .Where(p => p.Versement is not null)
            .GroupBy(p => p.Versement!.Id)
            .Where(g => g.Skip(1).Any())
            .Select(g => g.Key)
            .ToHashSet();
        return paiements.Select(p =>
            p.Versement is { } v && partages.Contains(v.Id) && (v.Dp is null || v.Dp != p.Dp)
                ? p with
                {
                    Sort = SortDePaiement.Ambigu,
                    Versement = null,
                    Candidats = [v],
                }
                : p
        );
    }

    private sealed record Connus(ILookup<string, VersementConnu> ParDp, ILookup<string, VersementConnu> ParEj, Attendus Attendus)
    {
        public PaiementChorus Juger(IReadOnlyList<LigneChorus> lignes, IEnumerable<LigneChorus> recues)
        {
            var montant = Euros.Somme(lignes.Concat(recues).Select(l => l.Contenu.Montant));
            var paiement = new PaiementChorus(SortDePaiement.Inconnu, lignes, montant);
            if (lignes[0].Choix is { } choix && Attendus.Versements.FirstOrDefault(v => v.Id == choix && v.DuService) is { } choisi)
                return Sur(paiement, choisi);
            var (memeDp, autrui) = (
                paiement.Dp is { } dp ? ParDp[dp].Where(v => v.DuService).ToList() : [],
                paiement.Dp is { } d && ParDp[d].Any(v => !v.DuService)
            );
            if (memeDp.Count == 0 && autrui)
                return paiement with { Sort = SortDePaiement.AutreService };
            if (memeDp.Count > 0)
                return memeDp is [var seul] ? Sur(paiement, seul)
                    : memeDp.Where(v => v.Montant == montant).ToList() is [var egal] ? Sur(paiement, egal)
                    : paiement with { Sort = SortDePaiement.Ambigu, Candidats = AChoisir(memeDp) };
            return ParLEngagement(paiement);
        }

        private PaiementChorus ParLEngagement(PaiementChorus paiement)
        {
            var ouverts = paiement.Ej is { } ej ? ParEj[ej].ToList() : [];
            return ouverts.Where(v => v.Montant == paiement.Montant).ToList() switch
            {
                [var seul] => Sur(paiement, seul),
                [_, ..] plusieurs => paiement with { Sort = SortDePaiement.Ambigu, Candidats = AChoisir(plusieurs) },
                // Another amount on a known engagement: which request it pays is not ours to guess.
                _ when ouverts.Count > 0 => paiement with { Sort = SortDePaiement.Ambigu, Candidats = AChoisir(ouverts) },
                _ => paiement with
                {
                    Sort = paiement.Ej is { } e && Attendus.EjDAutrui.Contains(e) ? SortDePaiement.AutreService : SortDePaiement.Inconnu,
                },
            };
        }

        /// <summary>
        /// Those that wait for money, where some do: what is paid already is not paid again by a choice. In a constant order.
        /// </summary>
        private static List<VersementConnu> AChoisir(IReadOnlyCollection<VersementConnu> possibles) =>
            [
                .. possibles
                    .Where(v => v.Ouvert || !possibles.Any(x => x.Ouvert))
                    .OrderBy(v => v.Dossier, StringComparer.Ordinal)
                    .ThenBy(v => v.Rang),
            ];

        private static PaiementChorus Sur(PaiementChorus paiement, VersementConnu versement) =>
            paiement with
            {
                Versement = versement,
                Sort =
                    versement.Paye == paiement.Montant ? SortDePaiement.DejaNote
                    : versement.Montant == paiement.Montant ? SortDePaiement.Rapproche
                    : SortDePaiement.AutreMontant,
            };

        /// <summary>Each line on the one reversement that may still take it.</summary>
        public IEnumerable<PaiementChorus> Recouvrer(IEnumerable<LigneChorus> lignes)
        {
            var restes = Attendus.Reversements.ToDictionary(r => (r.Dossier, r.Rang), r => r.Reste);
            foreach (var ligne in lignes)
            {
                var (dp, ej, rendu) = (ligne.Contenu.Dp, ligne.Contenu.Ej, Euros.Zero - ligne.Contenu.Montant);
                var paiement = new PaiementChorus(SortDePaiement.Inconnu, [ligne], ligne.Contenu.Montant);
                var possibles = Attendus
                    .Reversements.Where(r => (dp is not null && r.Dp.Contains(dp)) || (ej is not null && r.Ej.Contains(ej)))
                    .Where(r => restes[(r.Dossier, r.Rang)] >= rendu)
                    .ToList();
                if (possibles is [var seul])
                {
                    restes[(seul.Dossier, seul.Rang)] -= rendu;
                    yield return paiement with
                    {
                        Sort = SortDePaiement.Recouvrement,
                        Reversement = seul,
                    };
                }
                else
                    yield return paiement with
                    {
                        Sort =
                            possibles.Count > 1 ? SortDePaiement.Ambigu
                            : (dp is not null && ParDp[dp].Any(v => !v.DuService)) || (ej is not null && Attendus.EjDAutrui.Contains(ej))
                                ? SortDePaiement.AutreService
                            : SortDePaiement.Inconnu,
                    };
            }
        }
    }
}
