using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>What the address of the page says.</summary>
/// <param name="Dispositif">Null for all.</param>
/// <param name="Au">Quarter that the sentence speaks of, « 2022-2 »; that of today where it is not said.</param>
public sealed record ConsommationFiltre(string? Dispositif, string? Au);

/// <summary>« Combien serons-nous à consommer au 30 juin ? »: the sentence, the quarters, who is late, what may be granted again.</summary>
public sealed record ConsommationPage
{
    /// <summary>Quarters to come that are shown.</summary>
    private const int Avenir = 3;

    /// <summary>Quarters past that are shown, at most.</summary>
    private const int Passes = 6;

    public required string? Dispositif { get; init; }
    public required IReadOnlyList<Reponse> Dispositifs { get; init; }
    public required IReadOnlyList<MontantsDUnTrimestre> Trimestres { get; init; }

    /// <summary>The quarter that the sentence speaks of.</summary>
    public required MontantsDUnTrimestre Ici { get; init; }
    public required IReadOnlyList<LaureatEnRetard> EnRetard { get; init; }
    public required Euros Enveloppe { get; init; }

    /// <summary>Came back to the envelope from accords that were told, by cause.</summary>
    public required IReadOnlyList<RetourDEnveloppe> Retours { get; init; }

    /// <summary>The next session that may grant it again, and the last day to be on its agenda; null while none is planned.</summary>
    public required (string Seance, DateOnly? Limite)? Prochaine { get; init; }

    /// <summary>What may be granted again.</summary>
    public Euros Reaffectable => new(Math.Max(0m, Retours.Sum(r => r.Rendu)));
    public required DateOnly Aujourdhui { get; init; }

    public Euros TenusEnRetard => Euros.Somme(EnRetard.Select(l => l.Montant));

    /// <summary>The whole of each bar: what is granted, or more where more is said.</summary>
    public Euros Echelle => Trimestres.Select(t => t.Accorde > t.Total ? t.Accorde : t.Total).Append(Euros.UnCentime).Max();

    public bool EstAVenir(Trimestre trimestre) => trimestre.Debut > Aujourdhui;

    public string Adresse(Trimestre? au = null, string page = Mots.Adresses.Consommation.Page) =>
        $"{page}?au={(au ?? Ici.Trimestre).Annee}-{(au ?? Ici.Trimestre).Rang}" + (Dispositif is null ? "" : $"&dispositif={Dispositif}");

    public static async Task<ConsommationPage> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        ConsommationFiltre filtre,
        (Acteur Acteur, DateOnly Aujourdhui) qui,
        CancellationToken arret
    )
    {
        var sommes = new ConsommationDesActes(db, qui.Acteur, qui.Aujourdhui);
        var codes = await sommes.DispositifsAsync(arret);
        var dispositif = codes.Find(c => c == filtre.Dispositif);
        var trimestres = Montres(qui.Aujourdhui);
        var ici = Lire(filtre.Au) is { } voulu && trimestres.Contains(voulu) ? voulu : Trimestre.De(qui.Aujourdhui);
        var montants = await sommes.ParTrimestreAsync(dispositif, trimestres, arret);
        return new ConsommationPage
        {
            Dispositif = dispositif,
            Dispositifs = [.. codes.Select(c => new Reponse(c, reglements.Exiger(c).Nom))],
            // A quarter before any accord says nothing.
            Trimestres = [.. montants.SkipWhile(t => t.Accorde == Euros.Zero && t.Trimestre != ici)],
            Ici = montants.First(t => t.Trimestre == ici),
            EnRetard = await sommes.EnRetardAsync(dispositif, ici, arret),
            Enveloppe = Euros.Somme((dispositif is null ? codes : [dispositif]).Select(c => reglements.Exiger(c).Enveloppe)),
            Retours = await sommes.RetoursAsync(dispositif, arret),
            Prochaine = await ProchaineAsync(db, reglements, dispositif is null ? codes : [dispositif], qui.Aujourdhui, arret),
            Aujourdhui = qui.Aujourdhui,
        };
    }

    private static async Task<(string Seance, DateOnly? Limite)?> ProchaineAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        IReadOnlyList<string> codes,
        DateOnly aujourdhui,
        CancellationToken arret
    )
    {
        var planifiees = await db
            .Seances.Where(s => s.Etat == EtatSeance.Planifiee && s.Jour > aujourdhui)
            .OrderBy(s => s.Jour)
            .ToListAsync(arret);
        if (planifiees.Find(s => s.Dispositifs.Intersect(codes, StringComparer.Ordinal).Any()) is not { } seance)
            return null;
        var delai = reglements.Exiger(seance.Dispositifs.First(d => codes.Contains(d, StringComparer.Ordinal))).DelaiOrdreDuJourJours;
        return (seance.Du, seance.LimiteOrdreDuJour(delai));
    }

    private static List<Trimestre> Montres(DateOnly aujourdhui) =>
        [.. Enumerable.Range(-Passes, Passes + Avenir + 1).Select(n => Trimestre.De(Trimestre.De(aujourdhui).Debut.AddMonths(3 * n)))];

    public static Trimestre? Lire(string? au) =>
        au?.Split('-') is [var annee, var rang]
        && int.TryParse(annee, System.Globalization.CultureInfo.InvariantCulture, out var a)
        && int.TryParse(rang, System.Globalization.CultureInfo.InvariantCulture, out var r)
        && a is >= 2000 and <= 2100
        && r is >= 1 and <= 4
            ? new Trimestre(a, r)
            : null;
}
