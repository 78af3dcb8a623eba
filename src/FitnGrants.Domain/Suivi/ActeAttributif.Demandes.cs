using System.Collections.Immutable;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>Requests of payment as their porteur makes them: begun, written, sent, taken back, erased.</summary>
public sealed partial class ActeAttributif
{
    /// <summary>Begins a request; at most one is being written.</summary>
    /// <returns>The request; null where it is refused.</returns>
    /// <exception cref="ActeImpossibleException">The project is not in execution, or another one is being written.</exception>
    public (DemandeDeVersement? Demande, Resultat Resultat) PreparerUnVersement(NatureDeVersement nature, CadreDeLActe cadre)
    {
        ExigerEnExecution();
        Exiger(nature != NatureDeVersement.Solde, "le solde se demande en déclarant l’achèvement");
        Exiger(
            cadre.Versements.All(d => d.EstTransmise || d.Nature == NatureDeVersement.Solde),
            "une demande est déjà en cours de saisie : transmettez-la d’abord"
        );
        var resultat = Resultat.De(nature == NatureDeVersement.Avance ? ManquesDAvance(cadre) : []);
        if (!resultat.EstAccepte)
            return (null, resultat);
        var demande = DemandeDeVersement.Preparer(Id, RangSuivant(cadre), nature, cadre.Instant);
        Noter(new PreparerUnVersement(cadre.Par.Fonction, DossierId, demande.Rang, nature));
        return (demande, resultat);
    }

    /// <summary>Writes what is asked: a draft, where every line is whole.</summary>
    /// <param name="demande">A draft, or one that is to be completed.</param>
    /// <param name="montant">Euros asked, for an avance.</param>
    /// <param name="lignes">Cost lines, for the others.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <exception cref="ActeImpossibleException">Transmitted already.</exception>
    public Resultat EcrireUnVersement(DemandeDeVersement demande, Euros? montant, ImmutableArray<LigneDeCout> lignes, CadreDeLActe cadre)
    {
        ExigerVivant();
        Exiger(!demande.EstTransmise, "cette demande est transmise");
        var resultat = Resultat.De(lignes.Length > LignesAuPlus ? [Manque($"{LignesAuPlus} lignes au plus par demande.", "lignes")] : []);
        if (!resultat.EstAccepte)
            return resultat;
        Ecrire(demande, lignes);
        demande.Demande = demande.Nature == NatureDeVersement.Avance ? montant : null;
        Noter(new EcrireUnVersement(cadre.Par.Fonction, DossierId, demande.Rang));
        return resultat;
    }

    /// <summary>A visa holds for the costs that the accountant read.</summary>
    private static void Ecrire(DemandeDeVersement demande, ImmutableArray<LigneDeCout> lignes)
    {
        if (!demande.Lignes.SequenceEqual(lignes))
            (demande.ViseLe, demande.VisaId) = (null, null);
        demande.Lignes = lignes;
    }

    /// <summary>Erases a request that is being written: another one may be begun.</summary>
    /// <exception cref="ActeImpossibleException">Transmitted, or the balance: it comes back with the declaration.</exception>
    public Resultat EffacerUnVersement(DemandeDeVersement demande, CadreDeLActe cadre)
    {
        ExigerVivant();
        Exiger(demande is { Etat: EtatDeVersement.Brouillon, Nature: not NatureDeVersement.Solde }, "cette demande ne s’efface pas");
        Noter(new EffacerUnVersement(cadre.Par.Fonction, DossierId, demande.Rang));
        return Resultat.De([]);
    }

    /// <summary>Takes a request back before its control: its porteur writes it again.</summary>
    /// <exception cref="ActeImpossibleException">Not transmitted, controlled already, or the balance.</exception>
    public Resultat ReprendreUnVersement(DemandeDeVersement demande, CadreDeLActe cadre)
    {
        ExigerEtat(demande, EtatDeVersement.Transmise);
        Exiger(demande.Nature != NatureDeVersement.Solde, "le solde se reprend avec la déclaration d’achèvement : écrivez au service");
        Exiger(cadre.Versements.All(d => d.EstTransmise), "une autre demande est en cours de saisie : effacez-la d’abord");
        Passer(demande, EtatDeVersement.Brouillon, cadre);
        demande.Transmission = null;
        Noter(new ReprendreUnVersement(cadre.Par.Fonction, DossierId, demande.Rang));
        return Resultat.De([]);
    }

    /// <summary>Sends what is typed, saved or not; where it is refused, what was saved stays as it was.</summary>
    /// <exception cref="ActeImpossibleException">Transmitted already, or the project is not in execution.</exception>
    public Resultat TransmettreUnVersement(
        DemandeDeVersement demande,
        Euros? montant,
        ImmutableArray<LigneDeCout> lignes,
        CadreDeLActe cadre
    )
    {
        Exiger(!demande.EstTransmise, "cette demande est déjà transmise");
        if (lignes.Length > LignesAuPlus)
            return Resultat.De([Manque($"{LignesAuPlus} lignes au plus par demande.", "lignes")]);
        var avant = (demande.Demande, demande.Lignes, demande.ViseLe, demande.VisaId);
        Ecrire(demande, lignes);
        demande.Demande = demande.Nature == NatureDeVersement.Avance ? montant : null;
        var resultat = TransmettreUnVersement(demande, cadre);
        if (!resultat.EstAccepte)
            (demande.Demande, demande.Lignes, demande.ViseLe, demande.VisaId) = avant;
        return resultat;
    }

    /// <summary>Sends it to who manages: everything that is missing at once.</summary>
    /// <exception cref="ActeImpossibleException">Transmitted already, or the project is not in execution.</exception>
    public Resultat TransmettreUnVersement(DemandeDeVersement demande, CadreDeLActe cadre)
    {
        ExigerVivant();
        Exiger(!demande.EstTransmise, "cette demande est déjà transmise");
        var resultat = Resultat.De(ManquesDeTransmission(demande, cadre));
        if (!resultat.EstAccepte)
            return resultat;
        Passer(demande, EtatDeVersement.Transmise, cadre);
        (demande.Transmission, demande.ACompleter) = (Pas(cadre), null);
        Noter(new TransmettreUnVersement(cadre.Par.Fonction, DossierId, demande.Rang, demande.Demande ?? demande.Depenses, demande.Nature));
        return resultat;
    }
}
