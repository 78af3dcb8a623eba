using FitnGrants.Domain.Habilitations;
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

    /// <summary>Came back to the envelope from accords that were told: given up, ended, paid for less.</summary>
    public required Euros Reaffectable { get; init; }
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
        var actes = sommes.Actes(dispositif);
        var reaffectable = await (
            from a in actes
            join d in db.Decisions on a.DecisionId equals d.Id
            join e in db.Engagements on d.Id equals e.DecisionId
            select (decimal)(object)d.MontantAccorde! - (decimal)(object)e.Montant
        ).SumAsync(x => x > 0 ? x : 0, arret);
        return new ConsommationPage
        {
            Dispositif = dispositif,
            Dispositifs = [.. codes.Select(c => new Reponse(c, reglements.Exiger(c).Nom))],
            // A quarter before any accord says nothing.
            Trimestres = [.. montants.SkipWhile(t => t.Accorde == Euros.Zero && t.Trimestre != ici)],
            Ici = montants.First(t => t.Trimestre == ici),
            EnRetard = await sommes.EnRetardAsync(dispositif, ici, arret),
            Enveloppe = Euros.Somme((dispositif is null ? codes : [dispositif]).Select(c => reglements.Exiger(c).Enveloppe)),
            Reaffectable = new Euros(reaffectable),
            Aujourdhui = qui.Aujourdhui,
        };
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
