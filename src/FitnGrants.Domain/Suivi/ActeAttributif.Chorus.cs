using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>What the bank did: reality, recorded whatever was ordered.</summary>
public sealed partial class ActeAttributif
{
    /// <summary>
    /// Records what Chorus says was paid on a request, in all: what differs from what was ordered is an open écart, that no ceiling
    /// refuses. Said again, it changes nothing.
    /// </summary>
    /// <param name="demande">Controlled, ordered, or paid already.</param>
    /// <param name="dp">Nine digits of the demande de paiement; null where Chorus says none.</param>
    /// <param name="jour">Paris day of the last operation.</param>
    /// <param name="total">Euros paid in all on it.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <param name="engagement">What its envelope counts.</param>
    /// <exception cref="ActeImpossibleException">Not controlled: nothing could be paid on it.</exception>
    public Resultat ConstaterUnPaiement(
        DemandeDeVersement demande,
        string? dp,
        DateOnly jour,
        Euros total,
        CadreDeLActe cadre,
        Engagement engagement
    )
    {
        Exiger(demande.EstControlee, "cette demande n’est pas contrôlée");
        Exiger(total > Euros.Zero, "un paiement est au-dessus de zéro");
        if (demande.Paye == total && demande.PayeeLe == jour && (dp is null || demande.NumeroDp == dp))
            return Resultat.De([]);
        var resultat = Resultat.De(MemesComptes(cadre, demande.Transmission, demande.Controle));
        if (!resultat.EstAccepte)
            return resultat;
        demande.Ordonnancement ??= Pas(cadre);
        demande.NumeroDp = dp ?? demande.NumeroDp;
        (demande.Paiement, demande.PayeeLe, demande.Paye, demande.EcartRegle) = (Pas(cadre), jour, total, null);
        Passer(demande, EtatDeVersement.Payee, cadre);
        Attendre(cadre);
        Recompter(cadre, engagement);
        Noter(new ConstaterUnPaiement(cadre.Par.Fonction, DossierId, demande.Rang, total, jour, dp));
        return resultat;
    }

    /// <summary>Says how an écart was settled: what passes the aid stays open until it has come back.</summary>
    /// <exception cref="ActeImpossibleException">None is open, or more is paid than the aid.</exception>
    public Resultat ReglerUnEcart(DemandeDeVersement demande, string? motif, CadreDeLActe cadre)
    {
        Exiger(demande.EcartOuvert, "cette demande n’a pas d’écart ouvert");
        // What waits to be paid counts too: once settled, nothing would say that it passes the aid.
        var trop = Liquider(cadre.Versements).Engage.Moins(Montant);
        Exiger(
            demande.Ecart < Euros.Zero || trop == Euros.Zero,
            $"{trop} passent l’aide, versés ou en cours : l’écart se règle une fois cette somme reversée"
        );
        if (Propre(motif) is not { } raison)
            return Resultat.De([Manque("Dites comment l’écart est réglé.", "motif")]);
        demande.EcartRegle = raison;
        Attendre(cadre);
        Noter(new ReglerUnEcart(cadre.Par.Fonction, DossierId, demande.Rang, demande.Ecart, raison));
        return Resultat.De([]);
    }

    /// <summary>Records the visa of the public accountant on what a request declares: facultative, it stops nothing.</summary>
    /// <param name="demande">Declares costs.</param>
    /// <param name="jour">Paris day of the visa.</param>
    /// <param name="scan">The état récapitulatif, scanned; null without one.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <returns>The piece that keeps the scan, where there is one.</returns>
    /// <exception cref="ActeImpossibleException">It declares no cost, or counts no more.</exception>
    public (Resultat Resultat, Dossiers.Piece? Piece) ViserUnVersement(
        DemandeDeVersement demande,
        DateOnly? jour,
        Dossiers.FichierRecu? scan,
        CadreDeLActe cadre
    )
    {
        ExigerVivant();
        Exiger(demande.Compte && !demande.Lignes.IsEmpty, "cette demande ne déclare aucune dépense");
        if (jour is null)
            return (Resultat.De([Manque("Indiquez le jour du visa.", "viseLe")]), null);
        if (jour > cadre.Jour)
            return (Resultat.De([Manque("Un visa ne se note pas d’avance.", "viseLe")]), null);
        var dernier = demande.Lignes.Max(l => l.PayeeLe);
        if (jour < dernier)
            return (
                Resultat.De([
                    Manque($"Le comptable vise ce qui est payé : la dernière dépense l’est le {Francais.Date(dernier)}.", "viseLe"),
                ]),
                null
            );
        var piece = scan is null ? null : Dossiers.Piece.Numeriser(this, scan, cadre.Par, cadre.Instant);
        (demande.ViseLe, demande.VisaId) = (jour, piece?.Id ?? demande.VisaId);
        Noter(new ViserUnVersement(cadre.Par.Fonction, DossierId, demande.Rang, jour, scan?.Sha256));
        return (Resultat.De([]), piece);
    }
}
