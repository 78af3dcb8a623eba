using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Chorus;
using FitnGrants.Web.Pieces;

namespace FitnGrants.Web.Features.Suivi.Chorus;

/// <summary>What an extract says: with one bad cell, none of it is kept.</summary>
/// <param name="Lignes">Its payments.</param>
/// <param name="Ignorees">Rows that name no payment: totals, notes.</param>
/// <param name="Fautes">Bad cells, each by its line and its column.</param>
public sealed record LectureDeChorus(IReadOnlyList<LigneLue> Lignes, int Ignorees, IReadOnlyList<string> Fautes)
{
    private const int ChiffresDeDp = 9;
    private const int ChiffresDEj = 10;

    /// <param name="rangees">Every row.</param>
    /// <param name="enTete">That of the headings.</param>
    /// <param name="colonnes">Where each value is.</param>
    /// <param name="aujourdhui">Nothing is paid after it.</param>
    public static LectureDeChorus Lire(
        IReadOnlyList<Rangee> rangees,
        Rangee enTete,
        IReadOnlyDictionary<ChampDeChorus, int> colonnes,
        DateOnly aujourdhui
    )
    {
        var (lignes, ignorees, fautes) = (new List<LigneLue>(), 0, new List<string>());
        foreach (var rangee in rangees.SkipWhile(r => r.Ligne <= enTete.Ligne))
        {
            string? Brut(ChampDeChorus champ) =>
                colonnes.TryGetValue(champ, out var rang) ? CelluleLue.Texte(rangee.Cases.ElementAtOrDefault(rang)) : null;
            var (dp, ej) = (Brut(ChampDeChorus.Dp), Brut(ChampDeChorus.Ej));
            if (dp is null && ej is null)
            {
                ignorees++;
                continue;
            }
            T? Exiger<T>(ChampDeChorus champ, T? lu, string quoi)
                where T : struct
            {
                if (lu is null)
                    fautes.Add(
                        $"Ligne {rangee.Ligne}, « {enTete.Cases[colonnes[champ]].Trim()} » : « {Brut(champ) ?? "vide"} » n’est pas {quoi}."
                    );
                return lu;
            }
            string? Numero(ChampDeChorus champ, string? brut, int chiffres)
            {
                var lu = CelluleLue.Numero(brut, chiffres);
                if (brut is not null && lu is null)
                    fautes.Add(
                        $"Ligne {rangee.Ligne}, « {enTete.Cases[colonnes[champ]].Trim()} » : « {brut} » n’a pas {chiffres} chiffres."
                    );
                return lu;
            }
            var (numeroDp, numeroEj) = (Numero(ChampDeChorus.Dp, dp, ChiffresDeDp), Numero(ChampDeChorus.Ej, ej, ChiffresDEj));
            var montant = Exiger(ChampDeChorus.Montant, CelluleLue.Montant(Brut(ChampDeChorus.Montant)), "un montant");
            var jour = Exiger(ChampDeChorus.Le, CelluleLue.Jour(Brut(ChampDeChorus.Le)), "un jour");
            if (jour > aujourdhui)
                fautes.Add($"Ligne {rangee.Ligne} : le {Francais.Date(jour.Value)} est à venir.");
            if (montant == Euros.Zero)
                ignorees++;
            else if (montant is { } m && jour is { } j)
                lignes.Add(
                    new LigneLue(
                        rangee.Ligne,
                        numeroDp,
                        Poste(Brut(ChampDeChorus.PosteDp)),
                        numeroEj,
                        Poste(Brut(ChampDeChorus.PosteEj)),
                        m,
                        j
                    )
                    {
                        Fournisseur = Brut(ChampDeChorus.Fournisseur) is { } nom ? nom[..Math.Min(nom.Length, 120)] : null,
                    }
                );
        }
        return new LectureDeChorus(lignes, ignorees, fautes);
    }

    /// <summary>« 00010 » and 10 are one poste.</summary>
    private static string? Poste(string? brut) =>
        brut is null ? null
        : brut.TrimStart('0') is { Length: > 0 } net ? net
        : "0";
}
