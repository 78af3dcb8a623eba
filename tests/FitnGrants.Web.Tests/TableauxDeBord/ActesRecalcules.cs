using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.TableauxDeBord;

/// <summary>What acts come to at the end of a quarter, in euros.</summary>
public readonly record struct SommesDActes(decimal Accorde, decimal Acte, decimal Paye, decimal Consomme, decimal Prevu, decimal Estime);

/// <summary>The figures of the page, computed act by act over raw rows: never by its query, a view or a counter.</summary>
internal static class ActesRecalcules
{
    public static async Task<SommesDActes> RecalculerAsync(this Instance instance, Trimestre t, string region = "53")
    {
        var (actes, etats, versements, decisions) = await instance.LireAsync(async db =>
            (
                await db.ActesAttributifs.Where(a => a.Region == region).ToListAsync(),
                (await db.EtatsDesLieux.ToListAsync()).ToLookup(e => e.ActeId),
                (await db.Versements.ToListAsync()).ToLookup(v => v.ActeId),
                await db.Decisions.ToDictionaryAsync(d => d.Id)
            )
        );
        var total = new SommesDActes();
        foreach (var a in actes)
        {
            var accord = decisions[a.DecisionId];
            if (accord.NotifieeLe is { } dite && JourDeParis.De(dite) <= t.Fin)
                total = total with { Accorde = total.Accorde + accord.MontantAccorde!.Value.Montant };
            var recouvre = a.Reversements.SelectMany(r => r.Recouvrements).Where(r => r.Le <= t.Fin).Sum(r => r.Montant.Montant);
            var paye = versements[a.Id].Where(v => v.PayeeLe <= t.Fin).Sum(v => v.Paye!.Value.Montant) - recouvre;
            total = total with { Paye = total.Paye + paye };
            if (a.RecuLe is null || a.RecuLe > t.Fin)
                continue;
            if (a.Fin is not null)
            {
                total = total with { Acte = total.Acte + paye, Consomme = total.Consomme + paye };
                continue;
            }
            var (m, d) = (a.Montant.Montant, a.Depense!.Value.Montant);
            decimal Du(decimal depenses) => Math.Min(m, Centimes(m * depenses / d));
            total = total with { Acte = total.Acte + m };
            var dernier = etats[a.Id]
                .Where(e => e.Transmissions is [.., var envoi] && JourDeParis.De(envoi.Le) <= t.Fin)
                .MaxBy(e => e.Rang)
                ?.Transmissions[^1]
                .Contenu;
            var payees = dernier?.DepensesPayees?.Montant ?? 0m;
            // Completed: its requests declare every cost, report or not.
            var declarees =
                a.AcheveLe is { } acheve && acheve <= t.Fin
                    ? versements[a.Id]
                        .Where(v => v.Compte && v.EstTransmise)
                        .SelectMany(v => v.Lignes)
                        .Sum(l => (l.Retenu ?? l.Montant).Montant)
                    : 0m;
            var consomme = Du(Math.Max(payees, declarees));
            total = total with { Consomme = total.Consomme + consomme };
            if (dernier is { Previsions.Length: > 0 })
            {
                var prevues = dernier.Previsions.Where(p => p.Trimestre <= t).Sum(p => p.Montant.Montant);
                total = total with { Prevu = total.Prevu + Math.Max(0m, Du(payees + prevues) - consomme) };
            }
            else if (a.AcheveLe is null)
            {
                var (debut, fin) = ((a.Commencement?.Le ?? a.RecuLe.Value).DayNumber, a.Termes!.AchevementPrevu!.Value.DayNumber);
                var part = Math.Clamp((decimal)(t.Fin.DayNumber - debut) / (fin - debut), 0m, 1m);
                total = total with { Estime = total.Estime + Math.Max(0m, Centimes(m * part) - consomme) };
            }
        }
        return total;
    }

    private static decimal Centimes(decimal montant) => decimal.Floor(montant * 100m) / 100m;

    /// <summary>Every quarter of the page against that.</summary>
    public static async Task ComparerAsync(this Instance instance, PageLue page, DateOnly aujourdhui)
    {
        var lignes = page
            .Document.QuerySelectorAll("table:last-of-type tbody tr")
            .Where(l => l.QuerySelector("td[data-titre=Prévu]") is not null)
            .ToList();
        Assert.NotEmpty(lignes);
        foreach (var l in lignes)
        {
            var nom = l.QuerySelector("th")!.TextContent.Trim();
            var t = Features.TableauxDeBord.ConsommationPage.Lire($"{nom[3..]}-{nom[1]}")!.Value;
            var attendu = await instance.RecalculerAsync(t);
            decimal Dit(string titre) => Montant(l.QuerySelector($"td[data-titre='{titre}']")!.TextContent);
            Assert.Equal((t, attendu.Consomme, attendu.Prevu, attendu.Estime), (t, Dit("Consommé"), Dit("Prévu"), Dit("Estimé")));
            if (t.Debut <= aujourdhui)
                Assert.Equal((t, attendu.Acte, attendu.Paye, attendu.Accorde), (t, Dit("Acté"), Dit("Payé"), Dit("Accordé")));
        }
    }

    public static decimal Montant(string montant) =>
        decimal.Parse(
            string.Concat(montant.Where(c => char.IsAsciiDigit(c) || c is ',' or '-' or '.')).Replace(',', '.'),
            System.Globalization.CultureInfo.InvariantCulture
        );
}
