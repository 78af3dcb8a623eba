using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;

namespace FitnGrants.Web.Features.Suivi;

/// <content>What the état récapitulatif says beside its lines.</content>
public sealed partial class PapiersDeVersement
{
    /// <summary>From the first payment to the last one; nothing where there is none.</summary>
    private static IEnumerable<string[]> Periode(DemandeDeVersement d)
    {
        if (d.Lignes.Length > 0)
            yield return
            [
                "Période",
                $"dépenses payées du {Francais.Date(d.Lignes.Min(l => l.PayeeLe))} au {Francais.Date(d.Lignes.Max(l => l.PayeeLe))}",
            ];
    }

    /// <summary>What is declared on each poste, beside the plan of the act.</summary>
    private static object ParPoste(UnSuivi s, DemandeDeVersement d)
    {
        var plan = s.Acte.ProjetDeLActe(s.Dossier, s.Reglement);
        var declarees = d.Lignes.ToLookup(l => l.Poste, l => l.Montant);
        return new
        {
            titre = "Par poste du plan",
            poids = new[] { 30, 12, 12 },
            tetes = new[] { "Poste", "Prévu par l’acte", "Déclaré ici" },
            lignes = (plan?.Depenses ?? []).Select(
                (p, i) => Propre([p.Libelle, $"{p.Montant(plan!.BaseRetenue) ?? Euros.Zero}", $"{Euros.Somme(declarees[i])}"])
            ),
            nombres = new[] { 1, 2 },
            total = new[] { "Total", $"{plan?.TotalDepenses}", $"{d.Depenses}" },
        };
    }
}
