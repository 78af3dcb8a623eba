using System.Collections.Immutable;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi.EtatsDesLieux;

/// <summary>What a report said, when.</summary>
/// <param name="Contenu">What was typed.</param>
/// <param name="Credits">Euros of the subsidy that it consumes.</param>
/// <param name="Le">Paris day of its sending.</param>
public sealed record EtatDit(ContenuDEtat Contenu, Euros? Credits, DateOnly Le);

/// <summary>A line of what is declared.</summary>
public sealed record LigneComparee(string Nom, string? Avant, string Ici, string Ecart, IReadOnlyList<string> Constats);

/// <summary>What is declared line by line, beside what was before: the report before, or this one before it was sent back.</summary>
public static class LignesComparees
{
    /// <summary>Said of a text or of a list that is not the same any more.</summary>
    public const string Change = "changé";

    private const string Inchange = "inchangé";

    /// <param name="suivi">The act.</param>
    /// <param name="ici">What is read.</param>
    /// <param name="la">What was said before; null for the first.</param>
    /// <param name="constats">Findings, each said on its line.</param>
    public static IEnumerable<LigneComparee> De(UnSuivi suivi, EtatDit ici, EtatDit? la, IReadOnlyList<ConstatDEtat> constats)
    {
        LigneComparee Ligne(string nom, Func<ContenuDEtat, string> dire, string? ecart, string? champ) =>
            Brute(nom, dire(ici.Contenu), la is null ? null : dire(la.Contenu), ecart, champ);
        LigneComparee Brute(string nom, string dit, string? avant, string? ecart, string? champ) =>
            new(
                nom,
                avant,
                dit,
                ecart
                    ?? (
                        avant is null ? ""
                        : avant == dit ? Inchange
                        : Change
                    ),
                champ is null ? [] : [.. constats.Where(c => c.Champ == champ).Select(c => c.Code)]
            );
        string? Compare<T>(Func<ContenuDEtat, T> quoi, Func<T, T, bool> pareil) =>
            la is null ? null
            : pareil(quoi(ici.Contenu), quoi(la.Contenu)) ? Inchange
            : Change;

        var (i, l) = (ici.Contenu, la?.Contenu);
        yield return Ligne("Statut", c => MotsDesEtats.Statut(c.Statut), null, "statut");
        yield return Ligne("Avancement", c => Pct(c.AvancementPct), Points(i.AvancementPct, l?.AvancementPct), "avancement");
        yield return Ligne(
            "Ce qui a avancé",
            c => c.Avancement is null ? "non dit" : "dit ci-dessous",
            Compare(c => c.Avancement, (x, y) => x == y),
            null
        );
        yield return Ligne(
            $"Dépenses payées, {suivi.Dossier.ContenuDepose.Projet.BaseRetenue}",
            c => Dit(c.DepensesPayees),
            Ecart(i.DepensesPayees, l?.DepensesPayees),
            "depensesPayees"
        );
        if (i.MotifDeBaisse is not null || l?.MotifDeBaisse is not null)
            yield return Ligne(
                "Pourquoi moins de dépenses",
                c => c.MotifDeBaisse is null ? "non dit" : "dit ci-dessous",
                Compare(c => c.MotifDeBaisse, (x, y) => x == y),
                null
            );
        yield return Brute(
            "Crédits consommés",
            Dit(ici.Credits),
            la is null ? null : Dit(la.Credits),
            i.DepensesPayees > suivi.Acte.Valeurs.Depense ? "plafonnés à l’aide" : Ecart(ici.Credits, la?.Credits),
            null
        );
        foreach (var t in i.Previsions.Concat(l?.Previsions ?? []).Select(p => p.Trimestre).Distinct().Order())
        {
            Euros? De(ContenuDEtat? c) => c?.Previsions.Where(p => p.Trimestre == t).Select(p => (Euros?)p.Montant).FirstOrDefault();
            yield return Ligne(
                $"Prévu, {t}",
                c => De(c)?.ToString() ?? "–",
                t.Fin < ici.Le ? "trimestre échu" : Ecart(De(i), De(l)),
                "previsions"
            );
        }
        yield return Ligne("Échéances", Faites, Compare(c => c.Echeances, Memes), "echeances");
        yield return Ligne("Entreprises", Compte, Compare(c => c.Entreprises, Memes), "entreprises");
        yield return Ligne(
            "Difficultés",
            c => c.Difficultes is null ? "aucune" : "dites ci-dessous",
            Compare(c => c.Difficultes, (x, y) => x == y),
            null
        );
    }

    private static bool Memes<T>(ImmutableArray<T> ici, ImmutableArray<T> la) => ici.SequenceEqual(la);

    private static string Faites(ContenuDEtat c) =>
        c.Echeances.IsEmpty ? "aucune" : $"{c.Echeances.Count(e => e.FaiteLe is not null)} sur {c.Echeances.Length} faites";

    private static string Pct(int? pct) => pct is { } p ? $"{p} %" : "non dit";

    private static string Dit(Euros? montant) => montant?.ToString() ?? "non dit";

    private static string Compte(ContenuDEtat c) =>
        c.Entreprises.IsEmpty
            ? c.AucuneEntreprise
                ? "aucune à ce jour"
                : "non dites"
            : Francais.Compte(c.Entreprises.Length, "entreprise");

    private static string? Points(int? ici, int? la) =>
        ici is { } i && la is { } l && i != l ? $"{(i > l ? "+" : "−")} {Francais.Compte(Math.Abs(i - l), "point")}" : null;

    private static string? Ecart(Euros? ici, Euros? la) =>
        ici is { } i && la is { } l && i != l ? $"{(i > l ? "+" : "−")} {(i > l ? i - l : l - i)}" : null;
}
