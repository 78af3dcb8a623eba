using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>The project is done: its balance is asked, controlled, and the act is closed.</summary>
public sealed partial class ActeAttributif
{
    /// <summary>Months after the planned completion to declare it (décret n° 2018-514, art. 13).</summary>
    private const int MoisPourDeclarer = 12;

    /// <summary>Paris day of the completion; null before its declaration, and where it never came.</summary>
    public DateOnly? AcheveLe { get; private set; }

    /// <summary>Declares the completion: it is the request of the balance. Drafts are erased.</summary>
    /// <param name="jour">Paris day of the completion.</param>
    /// <param name="lignes">Costs that no request has declared yet.</param>
    /// <param name="autresAides">Public aid received or due beside this one, in euros.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <returns>The balance, and the drafts to erase; null where it is refused.</returns>
    /// <exception cref="ActeImpossibleException">The project is not in execution.</exception>
    public (DemandeDeVersement? Solde, IReadOnlyList<DemandeDeVersement> Effacees, Resultat Resultat) DeclarerLAchevement(
        DateOnly? jour,
        ImmutableArray<LigneDeCout> lignes,
        Euros? autresAides,
        CadreDeLActe cadre
    )
    {
        ExigerEnExecution();
        IReadOnlyList<DemandeDeVersement> brouillons = [.. cadre.Versements.Where(d => d.Etat == EtatDeVersement.Brouillon)];
        // Sent back, it is the same request that comes again.
        var solde = cadre.Versements.FirstOrDefault(d => d.Nature == NatureDeVersement.Solde)
            ?? DemandeDeVersement.Preparer(Id, RangSuivant(cadre), NatureDeVersement.Solde, cadre.Instant);
        var avant = (solde.Lignes, solde.AutresAides);
        var visa = (solde.ViseLe, solde.VisaId);
        Ecrire(solde, lignes);
        solde.AutresAides = autresAides;
        var resultat = Resultat.De(ManquesDAchevementDeclare(jour, solde, cadre));
        if (!resultat.EstAccepte)
        {
            (solde.Lignes, solde.AutresAides) = avant;
            (solde.ViseLe, solde.VisaId) = visa;
            return (null, [], resultat);
        }
        AcheveLe = jour;
        Solliciter(solde, brouillons, cadre);
        Reviser();
        cadre.Dossier.Suivre(EtatDossier.Acheve, new DeclarerLAchevement(cadre.Par.Fonction, Numero, jour, solde.Depenses, autresAides));
        return (solde, [.. brouillons.Where(d => d != solde)], resultat);
    }

    /// <summary>Last Paris day to declare the completion: past it, the balance may be opened on what was received.</summary>
    public DateOnly? ClorePossibleApres => Termes?.AchevementPrevu?.AddMonths(MoisPourDeclarer);

    /// <summary>Opens the balance on the lines received: no completion was declared in time, and the beneficiary was heard.</summary>
    /// <returns>The balance, and the drafts to erase; null where it is refused.</returns>
    /// <exception cref="ActeImpossibleException">The delay runs, or the beneficiary was not heard.</exception>
    public (DemandeDeVersement? Solde, IReadOnlyList<DemandeDeVersement> Effacees, Resultat Resultat) CloreFauteDeDeclaration(
        string? motif,
        CadreDeLActe cadre
    )
    {
        ExigerPossible(ObjetDesObservations.Cloture, cadre);
        ExigerEntendu(ObjetDesObservations.Cloture, cadre);
        if ((motif?.Trim().Length ?? 0) < MotivationMinimale)
            return (
                null,
                [],
                Resultat.De([Manque($"Motivez : {MotivationMinimale} caractères au moins. Le bénéficiaire lira ce texte.", "motif")])
            );
        IReadOnlyList<DemandeDeVersement> effacees = [.. cadre.Versements.Where(d => d.Etat == EtatDeVersement.Brouillon)];
        var solde = DemandeDeVersement.Preparer(Id, RangSuivant(cadre), NatureDeVersement.Solde, cadre.Instant);
        solde.AutresAides = Euros.Zero;
        Clore(ObjetDesObservations.Cloture, cadre.Instant);
        Solliciter(solde, effacees, cadre);
        Reviser();
        cadre.Dossier.Suivre(EtatDossier.Acheve, new CloreFauteDeDeclaration(cadre.Par.Fonction, Numero, motif!.Trim()));
        return (solde, effacees, Resultat.De([]));
    }

    /// <summary>Sends the declaration back: its balance is a draft again.</summary>
    /// <exception cref="ActeImpossibleException">Not completed, or the balance is ordered.</exception>
    public Resultat RenvoyerLaDeclaration(string? motif, CadreDeLActe cadre)
    {
        ExigerASolder();
        var solde = cadre.Solde;
        Exiger(solde.Etat is EtatDeVersement.Transmise or EtatDeVersement.Controlee, "le solde est déjà ordonnancé");
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites ce qui est à reprendre. Le porteur lira ce texte.", "motif")]);
        (solde.Controle, solde.Montant, solde.ACompleter) = (null, null, motif.Trim());
        FermerLeTropPercu();
        Passer(solde, EtatDeVersement.Brouillon, cadre);
        AcheveLe = null;
        Passer(EtapeDeSuivi.EnExecution, cadre.Instant, Termes!.AchevementPrevu);
        Reviser();
        cadre.Dossier.Suivre(EtatDossier.EnExecution, new RenvoyerLaDeclaration(cadre.Par.Fonction, Numero, motif.Trim()));
        return Resultat.De([]);
    }

    /// <summary>Closes the act: what was paid is what is due, or nothing more will come back.</summary>
    /// <exception cref="ActeImpossibleException">The balance is neither paid nor nil, or money is still to come back.</exception>
    public Resultat Solder(CadreDeLActe cadre, Engagement engagement)
    {
        ExigerASolder();
        var (solde, liquidation) = (cadre.Solde, Liquider(cadre.Versements));
        Exiger(
            solde.Etat == EtatDeVersement.Payee || (solde.Etat == EtatDeVersement.Controlee && solde.Montant == Euros.Zero),
            "le solde n’est ni payé, ni nul"
        );
        Exiger(Reversements.All(r => !r.Ouvert), "un reversement est en cours : recouvrez-le, ou constatez qu’il ne viendra plus");
        var definitif = liquidation.Definitif(liquidation.Retenu, solde.AutresAides ?? Euros.Zero);
        Exiger(
            liquidation.Paye == definitif || Reversements.Any(r => r.Etat == EtatDeReversement.NonValeur),
            $"{liquidation.Paye} sont versés, {definitif} sont dus : réglez l’écart d’abord"
        );
        Terminer(EtatDossier.Solde, CauseDeMouvement.Solde, liquidation.Paye, (cadre, engagement));
        cadre.Dossier.Suivre(EtatDossier.Solde, new Solder(cadre.Par.Fonction, Numero, liquidation.Paye));
        return Resultat.De([]);
    }

    /// <summary>The balance is asked: nothing else is being written any more.</summary>
    private void Solliciter(DemandeDeVersement solde, IReadOnlyList<DemandeDeVersement> effacees, CadreDeLActe cadre)
    {
        Passer(solde, EtatDeVersement.Transmise, cadre with { Versements = [.. cadre.Versements.Except([.. effacees, solde]), solde] });
        solde.Transmission = Pas(cadre);
        Passer(EtapeDeSuivi.ASolder, cadre.Instant, null);
    }

    private void Terminer(EtatDossier etat, CauseDeMouvement cause, Euros depense, (CadreDeLActe Cadre, Engagement Engagement) sur)
    {
        sur.Engagement.Arreter(depense, cause, sur.Cadre.Instant);
        Fin = new FinDeLActe(etat, sur.Cadre.Instant, sur.Cadre.Par.Fonction, $"{depense} versés.");
        Passer(EtapeDeSuivi.Termine, sur.Cadre.Instant, null);
        Reviser();
    }

    private IEnumerable<Constat> ManquesDAchevementDeclare(DateOnly? jour, DemandeDeVersement solde, CadreDeLActe cadre)
    {
        if (jour is null)
            yield return Manque("Indiquez le jour où le projet s’est achevé.", "acheveLe");
        else if (jour > cadre.Jour)
            yield return Manque("Un achèvement ne se déclare pas d’avance.", "acheveLe");
        else if (jour < Commencement!.Le)
            yield return Manque($"Le projet a commencé le {Francais.Date(Commencement.Le)} : il s’achève ensuite.", "acheveLe");
        if (solde.AutresAides is null)
            yield return Manque("Indiquez les autres aides publiques reçues ou attendues ; 0 s’il n’y en a pas.", "autresAides");
        else if (solde.AutresAides < Euros.Zero)
            yield return Manque("Indiquez un montant positif.", "autresAides");
        if (solde.Lignes.IsEmpty && cadre.Versements.All(d => !d.Compte || d.Lignes.IsEmpty))
            yield return Manque("Déclarez les dépenses payées du projet.", "lignes");
        foreach (var manque in ManquesDesLignes(solde, cadre))
            yield return manque;
    }

    private void ExigerASolder() => Exiger(Fin is null && Etape == EtapeDeSuivi.ASolder, "l’achèvement n’est pas déclaré");
}
