using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What the final account says: costs against the plan, what is due, what was paid, what goes back.</summary>
internal static class DecompteDefinitif
{
    /// <summary>Euros due in the end.</summary>
    public static Euros Montant(UnSuivi s, DemandeDeVersement solde) =>
        s.Liquidation!.Definitif(s.Liquidation!.Retenu, solde.AutresAides ?? Euros.Zero);

    public static IEnumerable<object> Tableaux(UnSuivi s, DemandeDeVersement solde)
    {
        yield return Depenses(s);
        var (l, definitif) = (s.Liquidation!, Montant(s, solde));
        var avant = l.Sans(solde);
        yield return new
        {
            titre = "Calcul du montant dû",
            poids = new[] { 18, 8 },
            tetes = new[] { "Terme", "Montant" },
            lignes = new string[][]
            {
                ["Aide, au plus", $"{s.Acte.Montant}"],
                ["Dépense subventionnable", $"{s.Acte.Depense}"],
                ["Dépenses retenues", $"{l.Retenu}"],
                ["Dû sur ces dépenses", $"{l.Du(l.Retenu)}"],
                ["Autres aides publiques, reçues ou attendues", $"{solde.AutresAides ?? Euros.Zero}"],
            }.Select(Propre),
            nombres = new[] { 1 },
            total = new[] { "Montant définitif", $"{definitif}" },
        };
        var trop = avant.Engage.Moins(definitif);
        IEnumerable<string[]> suite =
            trop > Euros.Zero
                ?
                [
                    ["Trop-perçu, à reverser", $"{trop}"],
                ]
                :
                [
                    ["Solde à verser", solde.Montant == Euros.Zero ? "sans versement" : $"{solde.Montant}"],
                ];
        yield return new
        {
            titre = "Versements",
            poids = new[] { 18, 8 },
            tetes = new[] { "Versement", "Montant" },
            lignes = s
                .Versements.Where(d => d != solde && d.Paye is not null)
                .Select(d => new[] { $"{MotsDesVersements.Nom(d, s.Versements)}, le {Francais.Date(d.PayeeLe!.Value)}", $"{d.Paye}" })
                .Concat(
                    avant.Recouvre > Euros.Zero
                        ?
                        [
                            ["Reversé", $"− {avant.Recouvre}"],
                        ]
                        : []
                )
                .Concat(suite)
                .Select(Propre),
            nombres = new[] { 1 },
            total = new[] { "Revient à l’enveloppe", $"{s.Acte.Montant.Moins(definitif)}" },
        };
    }

    private static object Depenses(UnSuivi s)
    {
        var plan = s.Acte.ProjetDeLActe(s.Dossier, s.Reglement);
        var retenues = s
            .Versements.Where(d => d.EstControlee)
            .SelectMany(d => d.Lignes)
            .ToLookup(x => x.Poste, x => x.Retenu ?? Euros.Zero);
        return new
        {
            titre = "Dépenses, poste par poste",
            poids = new[] { 18, 8, 8 },
            tetes = new[] { "Poste du plan", "Prévu", "Retenu" },
            lignes = (plan?.Depenses ?? []).Select(
                (d, i) =>
                    Propre([
                        d.Libelle + (d.Eligible ? "" : " (hors dépense subventionnable)"),
                        $"{d.Montant(plan!.BaseRetenue) ?? Euros.Zero}",
                        $"{Euros.Somme(retenues[i])}",
                    ])
            ),
            nombres = new[] { 1, 2 },
            total = new[] { "Total subventionnable", $"{s.Acte.Depense}", $"{s.Liquidation!.Retenu}" },
        };
    }

    private static string[] Propre(string[] ligne) => [.. ligne.Select(Francais.Typographier)];
}
