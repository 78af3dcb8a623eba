using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.EtatsDesLieux;

/// <summary>Something to look at in a report: computed, never blocking.</summary>
/// <param name="Code">« E1 » to « E9 ».</param>
/// <param name="Nom">What it is about.</param>
/// <param name="Phrase">With its figures.</param>
/// <param name="Champ">The field it speaks of.</param>
public sealed record ConstatDEtat(string Code, string Nom, string Phrase, string Champ);

/// <summary>What a report is compared with.</summary>
/// <param name="Contenu">What it says.</param>
/// <param name="Avant">The report before; null for the first.</param>
/// <param name="Valeurs">What the act says that day.</param>
/// <param name="Declarees">Costs that requests of payment declare, in euros, avoirs and what was rejected apart.</param>
/// <param name="Jour">Paris day of its sending.</param>
public sealed record EtatCompare(ContenuDEtat Contenu, ContenuDEtat? Avant, ValeursDeLActe Valeurs, Euros Declarees, DateOnly Jour);

/// <summary>E1 to E9 (suivi.md, 4): what who reads a report would find with a calculator.</summary>
public static class ConstatsDEtat
{
    /// <summary>Percent of the cost, past which what was spent and what is forecast leave the plan.</summary>
    private const decimal Tolerance = 10m;

    public static IReadOnlyList<ConstatDEtat> De(EtatCompare etat) =>
        [
            .. new[]
            {
                AuDessusDuCout(etat),
                MoinsQuAvant(etat),
                Recul(etat),
                AvancementEtDepenses(etat),
                SansEntreprise(etat),
                HorsDuPlan(etat),
                EcheancesPassees(etat),
                BloqueDeuxFois(etat),
                AutrementQuAuxVersements(etat),
            }
                .OfType<ConstatDEtat>()
                .Select(c => c with { Phrase = Francais.Typographier(c.Phrase) }),
        ];

    private static ConstatDEtat? AuDessusDuCout(EtatCompare e) =>
        e.Contenu.DepensesPayees is { } payees && payees > e.Valeurs.Depense
            ? new(
                "E1",
                "Dépenses au-dessus du coût éligible",
                $"{payees} payés sur {e.Valeurs.Depense}, soit {payees - e.Valeurs.Depense} de trop.",
                Champs.Depenses
            )
            : null;

    private static ConstatDEtat? MoinsQuAvant(EtatCompare e) =>
        e.Contenu.DepensesPayees is { } payees
        && e.Avant?.DepensesPayees is { } avant
        && payees < avant
        && string.IsNullOrWhiteSpace(e.Contenu.MotifDeBaisse)
            ? new(
                "E2",
                "Moins de dépenses qu’avant",
                $"{payees} payés, {avant} au précédent : {avant - payees} de moins, sans explication.",
                Champs.Depenses
            )
            : null;

    private static ConstatDEtat? Recul(EtatCompare e) =>
        e.Contenu.AvancementPct is { } pct && e.Avant?.AvancementPct is { } avant && pct < avant
            ? new("E3", "Avancement en recul", $"{pct} % après {avant} %.", Champs.Avancement)
            : null;

    private static ConstatDEtat? AvancementEtDepenses(EtatCompare e)
    {
        if (e.Contenu is not { AvancementPct: { } pct, DepensesPayees: { } payees })
            return null;
        var part = e.Valeurs.Depense > Euros.Zero ? payees.Montant / e.Valeurs.Depense.Montant : 0m;
        return pct == 100 && part < 0.5m
                ? new(
                    "E4",
                    "Achevé pour moins de la moitié du coût",
                    $"100 % d’avancement, {payees} payés sur {e.Valeurs.Depense}.",
                    Champs.Avancement
                )
            : part >= 1m && pct < 50
                ? new(
                    "E4",
                    "Tout est dépensé, moins de la moitié est faite",
                    $"{pct} % d’avancement, {payees} payés sur {e.Valeurs.Depense}.",
                    Champs.Avancement
                )
            : null;
    }

    private static ConstatDEtat? SansEntreprise(EtatCompare e) =>
        e.Contenu.DepensesPayees is { } payees && payees > Euros.Zero && e.Contenu.Entreprises.IsEmpty
            ? new(
                "E5",
                "De la dépense, aucune entreprise",
                e.Contenu.AucuneEntreprise ? $"{payees} payés et « aucune à ce jour »." : $"{payees} payés, et aucune liste.",
                Champs.Entreprises
            )
            : null;

    private static ConstatDEtat? HorsDuPlan(EtatCompare e)
    {
        if (e.Contenu.DepensesPayees is not { } payees)
            return null;
        var (cout, prevu) = (e.Valeurs.Depense, e.Contenu.Prevu);
        var ecart = (payees + prevu).Montant - cout.Montant;
        if (Math.Abs(ecart) * 100m > cout.Montant * Tolerance)
            return new(
                "E6",
                "Prévision hors du plan",
                $"{payees} payés + {prevu} prévus = {payees + prevu}, soit {Pourcent(Math.Abs(ecart) / cout.Montant)} de "
                    + $"{(ecart > 0m ? "plus" : "moins")} que {cout}. Repère : 10 %.",
                Champs.Previsions
            );
        return
            e.Valeurs.Termes.AchevementPrevu is { } fin
            && e.Contenu.Previsions.Where(p => p.Trimestre.Debut > fin && p.Montant > Euros.Zero).ToList() is { Count: > 0 } tardives
            ? new(
                "E6",
                "Dépenses prévues après l’achèvement",
                $"{Euros.Somme(tardives.Select(p => p.Montant))} prévus après le {Francais.Date(fin)}, achèvement prévu par l’acte.",
                Champs.Previsions
            )
            : null;
    }

    private static ConstatDEtat? EcheancesPassees(EtatCompare e)
    {
        var passees = e.Contenu.Echeances.Where(x => x.FaiteLe is null && x.PrevueLe < e.Jour).ToList();
        return passees.Count == 0
            ? null
            : new(
                "E7",
                passees.Count == 1 ? "Échéance passée" : "Échéances passées",
                string.Join(" ; ", passees.Select(x => $"« {x.Libelle} », prévue le {Francais.Date(x.PrevueLe)}, n’est pas faite")) + ".",
                Champs.Echeances
            );
    }

    private static ConstatDEtat? BloqueDeuxFois(EtatCompare e) =>
        e is { Contenu.Statut: StatutDeProjet.Bloque, Avant.Statut: StatutDeProjet.Bloque }
            ? new("E8", "Bloqué deux fois de suite", "Le projet était déjà bloqué à l’état des lieux précédent.", Champs.Statut)
            : null;

    private static ConstatDEtat? AutrementQuAuxVersements(EtatCompare e) =>
        e.Contenu.DepensesPayees is { } payees && e.Declarees > payees
            ? new(
                "E9",
                "Moins que les demandes de versement",
                $"{e.Declarees} de dépenses dans les demandes de versement, {payees} ici.",
                Champs.Depenses
            )
            : null;

    /// <summary>« 16,80 % », two decimals.</summary>
    private static string Pourcent(decimal part) => new Taux(decimal.Round(part * 100m, 2)).ToString();

    /// <summary>Names of the fields, as forms and points say them.</summary>
    public static class Champs
    {
        public const string Statut = "statut";
        public const string Avancement = "avancement";
        public const string Depenses = "depensesPayees";
        public const string Previsions = "previsions";
        public const string Echeances = "echeances";
        public const string Entreprises = "entreprises";
    }
}
