using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>An avenant, or the arrêté that amends an arrêté (documents.md 7.11): old and new side by side.</summary>
internal sealed partial class TexteDeLActe
{
    /// <param name="avenant">Edited, or written.</param>
    /// <param name="code">Empty for a draft.</param>
    public object DonneesDeLAvenant(Avenant avenant, string code)
    {
        var signataire = emetteur.Service.SignataireAu(
            NatureDeSignature.Actes,
            emetteur.Jour,
            avenant.Modifications.Montant ?? acte.Montant
        );
        return Document(
            (avenant.Numero, code),
            (
                convention ? $"Avenant n° {avenant.Numero} à {Base}" : $"Arrêté n° {avenant.Numero}",
                convention
                    ? $"Avenant à la convention attributive d’une {Intitule}"
                    : $"Arrêté modifiant l’arrêté portant attribution d’une {Intitule}"
            ),
            signataire,
            (VisasDeLAvenant(avenant, signataire), ArticlesDeLAvenant(avenant)),
            avenant is { Modifications.AvecUnPlan: true, Plan: { } plan }
                ? projet with
                {
                    Depenses = plan.Depenses,
                    Ressources = plan.Ressources,
                }
                : null
        );
    }

    /// <summary>« la convention n° … du 8 juillet 2021 ».</summary>
    private string Base =>
        $"{MotsDuSuivi.Le(acte)} n° {termes.ReferenceDuService ?? acte.Numero}"
        + (acte.DerniereSignature is { } jour ? $" du {Francais.Date(jour)}" : "");

    /// <summary>Those in force before it, the first first.</summary>
    private List<Avenant> Anterieurs(Avenant avenant) =>
        [.. acte.Avenants.Where(a => a.Etat == EtatAvenant.Notifie && a.Rang < avenant.Rang)];

    private IEnumerable<string> VisasDeLAvenant(Avenant avenant, Signataire? signataire)
    {
        if (investissement)
            yield return "Vu le décret n° 2018-514 du 25 juin 2018 relatif aux subventions de l’État pour des projets d’investissement ;";
        if (signataire is { Texte: { } texte })
            yield return $"Vu l’arrêté n° {texte.Numero} du {Francais.Date(texte.Date)} portant délégation de signature ;";
        yield return $"Vu {Base}, {MotsDuSuivi.Accord(acte, "notifié")} le {Francais.Date(acte.RecuLe!.Value)} ;";
        foreach (var a in Anterieurs(avenant))
            yield return $"Vu {Francais.Minuscule(MotsDuSuivi.LAvenant(acte))} n° {a.Numero} du "
                + $"{Francais.Date(a.DerniereSignature!.Value)} ;";
        if (avenant.DemandeLe is { } demande)
            yield return $"Vu la demande du bénéficiaire du {Francais.Date(demande)} ;";
        yield return $"Considérant {Francais.Que((avenant.Motif ?? "…").TrimEnd('.', ' '))} ;";
    }

    private IEnumerable<(string titre, string[] textes, object? tableau)> ArticlesDeLAvenant(Avenant avenant)
    {
        yield return (
            "Modifications",
            [$"{MotsDuSuivi.Majuscule(acte)} susvisé{(convention ? "e" : "")} est modifié{(convention ? "e" : "")} ainsi :"],
            new
            {
                tetes = new[] { "Terme", "Avant", "Désormais" },
                lignes = Changements(acte, avenant).Select(c => (string[])[c.Terme, c.Avant, c.Apres]),
                texte = true,
            }
        );
        if (avenant.Modifications.Montant is not null)
            yield return (
                "Versements",
                [
                    "Les plafonds de l’avance et des acomptes, et le montant dû, se calculent désormais sur ce montant et sur "
                        + "cette dépense. "
                        + "La différence revient à l’enveloppe.",
                ],
                null
            );
        var anterieurs = Anterieurs(avenant).Select(a => $"n° {a.Numero}").ToList();
        yield return (
            "Clauses inchangées",
            [
                $"Les autres clauses de {Base}"
                    + (anterieurs.Count == 0 ? "" : $", déjà {MotsDuSuivi.Accord(acte, "modifié")} ({Francais.Liste(anterieurs)}),")
                    + " demeurent applicables.",
            ],
            null
        );
        yield return ("Effet", [$"Le présent {(convention ? "avenant" : "arrêté")} prend effet à sa notification."], null);
        if (!convention)
            yield return ("Exécution", [Execution], null);
    }

    /// <summary>Each term that changes, as it was and as it will be; on a page as on paper.</summary>
    internal static IEnumerable<(string Terme, string Avant, string Apres)> Changements(ActeAttributif acte, Avenant avenant)
    {
        var m = avenant.Modifications;
        var avant = avenant.Avant ?? acte.Valeurs;
        var depense = avenant.Apres?.Depense;
        if (m.Montant is { } montant)
            yield return ("Montant maximum de l’aide", EnLettres(avant.Montant), EnLettres(montant));
        if (m.AvecUnPlan && depense != avant.Depense)
            yield return ("Dépense subventionnable", $"{avant.Depense}", depense?.ToString() ?? "celle du plan à accepter");
        if (m.AvecUnPlan && depense is { } d)
            yield return ("Taux", Pourcent(avant.Montant, avant.Depense), Pourcent(m.Montant ?? avant.Montant, d));
        if (m.AchevementPrevu is { } fin)
            yield return ("Achèvement prévu", Jour(avant.Termes.AchevementPrevu), Jour(fin));
        if (m.CommencerAvantLe is { } debut)
            yield return ("Commencer au plus tard le", Jour(avant.CommencerAvantLe), Jour(debut));
        (string Nom, string? Avant, string? Apres)[] textes =
        [
            ("Objet de l’aide", avant.Termes.Objet, m.Objet),
            ("Conditions de reversement", avant.Termes.Reversement, m.Reversement),
            ("Obligations de suivi et de publicité", avant.Termes.Obligations, m.Obligations),
            ("Imputation", avant.Termes.Imputation, m.Imputation),
            ("Comptable assignataire", avant.Termes.Comptable, m.Comptable),
        ];
        foreach (var (nom, ancien, nouveau) in textes.Where(t => t.Apres is not null))
            yield return (nom, ancien ?? "–", nouveau!);
    }

    private static string EnLettres(Euros montant) => $"{montant} ({MontantEnLettres.De(montant)})";

    private static string Jour(DateOnly? jour) => jour is { } j ? Francais.Date(j) : "–";

    private static string Pourcent(Euros montant, Euros depense) => montant.Sur(depense) is { } taux ? Arrondi(taux) : "–";
}
