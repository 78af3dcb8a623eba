using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Laureats;

/// <summary>An act of the schema « subventions »: signed and received.</summary>
public sealed record ActePublie
{
    public required string Numero { get; init; }
    public required string Attribuant { get; init; }
    public required string Dispositif { get; init; }
    public required decimal Montant { get; init; }
    public required TermesDeLActe Termes { get; init; }
    public required ImmutableArray<BeneficiaireDeLActe> Beneficiaires { get; init; }
    public required DateOnly? SigneLe { get; init; }
    public required ImmutableDictionary<string, DateOnly> Signatures { get; init; }
    public required DateOnly RecuLe { get; init; }

    /// <summary>Paris day of the last signature: the act stands from then on.</summary>
    public DateOnly ConventionLe => Signatures.Values.Append(SigneLe ?? RecuLe).Max();
}

/// <summary>
/// The essential data of subsidies, one line per beneficiary (SCDL « subventions » 1.1.0 and 2.1.1; décret n° 2017-779). The amount is that
/// of the act, before it is shared.
/// </summary>
public sealed class SubventionsScdl(FitnContext db, Papiers papiers, RegistreDesReglements reglements)
{
    /// <summary>Letters of a text: the first version wants fewer than 256, the second 256 at most.</summary>
    public const int LettresAuPlus = 255;

    /// <summary>The least share that the second version reads.</summary>
    private const decimal PartMinimale = 0.01m;

    public static readonly ImmutableArray<string> Version1 =
    [
        "nomAttribuant",
        "idAttribuant",
        "dateConvention",
        "referenceDecision",
        "nomBeneficiaire",
        "idBeneficiaire",
        "objet",
        "montant",
        "nature",
        "conditionsVersement",
        "datesPeriodeVersement",
        "idRAE",
        "notificationUE",
        "pourcentageSubvention",
    ];

    public static readonly ImmutableArray<string> Version2 = [.. Version1[..6], "rnaBeneficiaire", .. Version1[6..], "dispositifAide"];

    /// <summary>Writes the file: the header first, nothing before it.</summary>
    /// <param name="sortie">Where.</param>
    /// <param name="deux">True for version 2.1.1.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task EcrireAsync(Stream sortie, bool deux, CancellationToken arret)
    {
        var colonnes = deux ? Version2 : Version1;
        var services = await db.Services.ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, arret);
        await using var csv = CsvWriter.Create(sortie, DonneesDesLaureats.Csv, leaveOpen: true);
        csv.WriteHeader([.. colonnes]);
        await foreach (var acte in Actes.AsAsyncEnumerable().WithCancellation(arret))
        {
            // As the service was on the day of the act.
            var emetteur = papiers.De(
                services.GetValueOrDefault(acte.Attribuant) ?? Domain.Services.ServiceEmetteur.Creer(acte.Attribuant),
                acte.ConventionLe
            );
            foreach (var ligne in Lignes(acte, emetteur, deux))
            {
                foreach (var colonne in colonnes)
                    csv.WriteField(ligne.GetValueOrDefault(colonne) ?? "");
                await csv.EndRecordAsync(arret);
            }
        }
    }

    private IQueryable<ActePublie> Actes =>
        from a in db.ActesAttributifs
        where a.RecuLe != null
        orderby a.Id
        select new ActePublie
        {
            Numero = a.Numero,
            Attribuant = a.Attribuant,
            Dispositif = a.Dispositif,
            Montant = (decimal)(object)a.Montant,
            Termes = a.Termes!,
            Beneficiaires = a.Beneficiaires,
            SigneLe = a.SigneLe,
            Signatures = a.Signatures,
            RecuLe = a.RecuLe!.Value,
        };

    private IEnumerable<Dictionary<string, string?>> Lignes(ActePublie acte, Emetteur emetteur, bool deux)
    {
        var beneficiaires = acte.Beneficiaires.Where(b => acte.Beneficiaires.Length == 1 || b.Part > 0m).ToList();
        var parts = Parts([.. beneficiaires.Select(b => acte.Beneficiaires.Length == 1 ? 1m : b.Part!.Value / 100m)], deux);
        foreach (var (b, part) in beneficiaires.Zip(parts))
            yield return new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["nomAttribuant"] = Coupe(emetteur.Fiche.Nom),
                ["idAttribuant"] = emetteur.Fiche.Siret,
                ["dateConvention"] = Jour(acte.ConventionLe),
                ["referenceDecision"] = acte.Numero,
                ["nomBeneficiaire"] = Coupe(b.Nom),
                ["idBeneficiaire"] = b.Siret,
                ["objet"] = Coupe(acte.Termes.Objet),
                ["montant"] = acte.Montant.ToString("0.00", CultureInfo.InvariantCulture),
                ["nature"] = "aide en numéraire",
                ["conditionsVersement"] = "échelonné",
                ["datesPeriodeVersement"] =
                    acte.Termes.AchevementPrevu > acte.RecuLe
                        ? $"{Jour(acte.RecuLe)}/{Jour(acte.Termes.AchevementPrevu.Value)}"
                        : Jour(acte.RecuLe),
                ["notificationUE"] = "non",
                ["pourcentageSubvention"] = part.ToString("0.##########", CultureInfo.InvariantCulture),
                ["dispositifAide"] = $"FITN ITN7 axe 3 volet {reglements.Exiger(acte.Dispositif).Volet}",
            };
    }

    /// <summary>Shares that sum to one; those that the second version cannot read are raised to its least, from the largest.</summary>
    public static IReadOnlyList<decimal> Parts(IReadOnlyList<decimal> parts, bool deux)
    {
        if (!deux || parts.All(p => p >= PartMinimale))
            return parts;
        var relevees = parts.Select(p => Math.Max(p, PartMinimale)).ToArray();
        var grande = Array.IndexOf(relevees, relevees.Max());
        relevees[grande] -= relevees.Sum() - parts.Sum();
        return relevees;
    }

    /// <summary>A text on one line, cut on a word.</summary>
    public static string Coupe(string? texte)
    {
        var ligne = string.Join(' ', (texte ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (ligne.Length <= LettresAuPlus)
            return ligne;
        var fin = ligne.LastIndexOf(' ', LettresAuPlus - 1);
        var coupe = ligne[..(fin > 0 ? fin : LettresAuPlus - 1)];
        // Half a sign is no sign.
        return (char.IsHighSurrogate(coupe[^1]) ? coupe[..^1] : coupe) + "…";
    }

    private static string Jour(DateOnly jour) => jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
