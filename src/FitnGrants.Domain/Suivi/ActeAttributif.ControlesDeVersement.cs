using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

/// <summary>What stops a request of payment, and what is looked at by eye.</summary>
public sealed partial class ActeAttributif
{
    private IEnumerable<Constat> ManquesDAvance(CadreDeLActe cadre)
    {
        if (Termes!.AvancePct == 0)
            yield return Manque("L’acte ne prévoit pas d’avance.", "nature");
        if (cadre.Versements.Any(d => d.Compte && d.Nature == NatureDeVersement.Avance))
            yield return Manque("Une avance se demande une fois.", "nature");
        if (cadre.Versements.Any(d => d.Compte && d.Nature == NatureDeVersement.Acompte))
            yield return Manque("Une avance se demande avant tout acompte.", "nature");
    }

    private IEnumerable<Constat> ManquesDeTransmission(DemandeDeVersement demande, CadreDeLActe cadre)
    {
        if (demande.Nature == NatureDeVersement.Avance)
        {
            var possible = Liquider(cadre.Versements).Possible(demande, Euros.Zero);
            if (demande.Demande is not { } montant || montant <= Euros.Zero)
                yield return Manque("Indiquez le montant de l’avance.", "montant");
            else if (montant > possible.Montant)
                yield return Manque($"L’avance ne dépasse pas {possible.Montant} ({possible.Article}).", "montant");
            yield break;
        }
        if (demande.Lignes.IsEmpty && demande.Nature != NatureDeVersement.Solde)
            yield return Manque("Ajoutez au moins une dépense payée.", "lignes");
        foreach (var manque in ManquesDesLignes(demande, cadre))
            yield return manque;
    }

    private IEnumerable<Constat> ManquesDesLignes(DemandeDeVersement demande, CadreDeLActe cadre)
    {
        var postes = ProjetDeLActe(cadre.Dossier, cadre.Reglement)?.Depenses?.Length ?? 0;
        // Rejected and annulled requests count nowhere: their costs may come back.
        var ailleurs = cadre.Versements.Where(d => d != demande && d.EstTransmise && d.Compte).SelectMany(d => d.Lignes.Where(Compte));
        var connues = ailleurs.Select(l => l.Cle).ToHashSet();
        foreach (var (l, i) in demande.Lignes.Select((l, i) => (l, i)))
        {
            if (l.Poste < 0 || l.Poste >= postes)
                yield return Manque($"Ligne {i + 1} : choisissez le poste du plan.", $"lignes[{i}].poste");
            if (l.FactureLe > cadre.Jour || l.PayeeLe > cadre.Jour)
                yield return Manque($"Ligne {i + 1} : un jour à venir. Une dépense se déclare une fois payée.", $"lignes[{i}].payeeLe");
            if (l.Montant == Euros.Zero)
                yield return Manque($"Ligne {i + 1} : indiquez le montant.", $"lignes[{i}].montant");
            if (!connues.Add(l.Cle) && l.Doublon is null)
                yield return Manque(
                    $"Ligne {i + 1} : ce fournisseur, cette facture et ce montant sont déjà déclarés. Dites pourquoi ils le "
                        + $"sont deux fois.",
                    $"lignes[{i}].doublon"
                );
        }
    }

    /// <summary>A line set aside may come back with its proof.</summary>
    private static bool Compte(LigneDeCout ligne) => ligne.Retenu is null || ligne.Retenu != Euros.Zero;

    private static IEnumerable<Constat> ManquesDuControle(ImmutableArray<LigneDeCout> lignes)
    {
        foreach (var (l, i) in lignes.Select((l, i) => (l, i)))
        {
            var retenu = l.Retenu!.Value;
            var trop = l.Montant >= Euros.Zero ? retenu > l.Montant || retenu < Euros.Zero : retenu < l.Montant || retenu > Euros.Zero;
            if (trop)
                yield return Manque($"Ligne {i + 1} : entre zéro et {l.Montant}.", $"lignes[{i}].retenu");
            else if (retenu != l.Montant && l.MotifDuControle is null)
                yield return Manque($"Ligne {i + 1} : dites pourquoi elle n’est pas retenue en entier.", $"lignes[{i}].motif");
        }
    }

    /// <summary>The ceiling, with its article, what is possible, and who did what before.</summary>
    private IEnumerable<Constat> ManquesDuMontant(DemandeDeVersement demande, Euros montant, Plafond possible, CadreDeLActe cadre)
    {
        if (montant > possible.Montant)
            yield return Manque(
                $"{montant} dépassent ce qui est possible : {possible.Montant} au plus ({possible.Article})." + DejaFait(demande, cadre),
                "montant"
            );
        else if (montant < Euros.Zero)
            yield return Manque("Indiquez un montant positif.", "montant");
        else if (montant == Euros.Zero && demande.Nature != NatureDeVersement.Solde)
            yield return Manque(
                (
                    possible.Montant > Euros.Zero
                        ? $"Indiquez un montant au-dessus de zéro : {possible.Montant} sont possibles ({possible.Article})."
                        : $"Rien n’est payable : {possible.Montant} possibles ({possible.Article}). Rejetez la demande, ou rendez-la."
                ) + DejaFait(demande, cadre),
                "montant"
            );
    }

    private static string DejaFait(DemandeDeVersement demande, CadreDeLActe cadre) =>
        cadre.Versements.Where(d => d != demande && d.EstControlee).MaxBy(d => d.EtatDepuis) is { } autre
            ? $" {autre.Paye ?? autre.Montant} comptent déjà ({(autre.Paiement ?? autre.Ordonnancement ?? autre.Controle)!.Par}, le "
                + $"{Francais.Date(JourDeParis.De(autre.EtatDepuis))})."
            : "";

    /// <summary>What the rules point at, line by line: it alerts, the agent decides.</summary>
    public IReadOnlyList<IReadOnlyList<Constat>> Signalements(DemandeDeVersement demande, CadreDeLActe cadre)
    {
        var plan = ProjetDeLActe(cadre.Dossier, cadre.Reglement);
        var depenses = plan?.Depenses ?? [];
        var reception = JourDeParis.De(cadre.Dossier.DeposeLe!.Value);
        var parPoste = cadre
            .Versements.Where(d => d == demande || (d.EstControlee && d != demande))
            .SelectMany(d => d.Lignes.Select(l => (l.Poste, Montant: l.Retenu ?? l.Montant)))
            .ToLookup(l => l.Poste, l => l.Montant);
        var jumelles = cadre.Versements.Where(d => d.Compte).SelectMany(d => d.Lignes).ToLookup(Jumelle);
        static (string, DateOnly, Euros) Jumelle(LigneDeCout l) => (Francais.Normaliser(l.Facture), l.FactureLe, l.Montant);
        return
        [
            .. demande.Lignes.Select(
                (l, i) => (IReadOnlyList<Constat>)[.. DeLaLigne(l, i).Select(m => m with { Resultat = ResultatConstat.Alerte })]
            ),
        ];

        IEnumerable<Constat> DeLaLigne(LigneDeCout l, int i)
        {
            var champ = $"lignes[{i}]";
            if (jumelles[Jumelle(l)].FirstOrDefault(x => x.Cle != l.Cle) is { } autre)
                yield return Manque($"Ligne {i + 1} : même facture, même jour et même montant que chez « {autre.Fournisseur} ».", champ);
            if (l.FactureLe < reception)
                yield return Manque(
                    $"Ligne {i + 1} : facture antérieure à la réception de la demande, le {Francais.Date(reception)}.",
                    champ
                );
            if (AcheveLe is { } fin && l.FactureLe > fin)
                yield return Manque($"Ligne {i + 1} : facture postérieure à l’achèvement, le {Francais.Date(fin)}.", champ);
            if (l.Poste < 0 || l.Poste >= depenses.Length)
                yield break;
            var poste = depenses[l.Poste];
            if (!poste.Eligible)
                yield return Manque($"Ligne {i + 1} : « {poste.Libelle} » est hors de la dépense subventionnable.", champ);
            var (prevu, total) = (poste.Montant(plan!.BaseRetenue) ?? Euros.Zero, Euros.Somme(parPoste[l.Poste]));
            if (total > prevu)
                yield return Manque($"Ligne {i + 1} : {total} sur « {poste.Libelle} », prévu {prevu}.", champ);
        }
    }

    /// <summary>Who asks, who controls and who records the payment are three accounts.</summary>
    private static IEnumerable<Constat> MemesComptes(CadreDeLActe cadre, params PasDeVersement?[] pas) =>
        pas.Any(p => p?.Compte == cadre.Par.Id)
            ?
            [
                Manque("La même personne a déjà fait un autre pas de ce versement.", "motif") with
                {
                    Resultat = cadre.SeparationStricte ? ResultatConstat.Bloquant : ResultatConstat.Alerte,
                },
            ]
            : [];
}
