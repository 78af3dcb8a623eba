using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>The project begins, or ends before its time.</summary>
public sealed partial class ActeAttributif
{
    private const int MotivationMinimale = 20;

    /// <summary>Declares the first legal act of the project.</summary>
    /// <param name="jour">Its Paris day.</param>
    /// <param name="surLHonneur">True where a statement stands for the act.</param>
    /// <param name="cadre">Its dossier, its règlement, who, when.</param>
    /// <param name="confirme">True where a day before the reception of the request was read again: it puts the subsidy at risk
    /// (R28).</param>
    /// <exception cref="ActeImpossibleException">Not notified, begun already, or ended.</exception>
    public Resultat DeclarerLeCommencement(DateOnly? jour, bool surLHonneur, CadreDeLActe cadre, bool confirme = false)
    {
        Exiger(Fin is null && Etape == EtapeDeSuivi.ACommencer, "l’acte n’est pas notifié, ou le projet a déjà commencé");
        if (jour is null)
            return Resultat.De([Manque("Indiquez le jour du premier acte juridique : bon de commande, devis signé.", "commenceLe")]);
        if (jour > cadre.Jour)
            return Resultat.De([Manque("Un commencement ne se déclare pas d’avance.", "commenceLe")]);
        if (jour > CommencerAvantLe)
            return Resultat.De([
                Manque(
                    $"Le délai pour commencer a pris fin le {Francais.Date(CommencerAvantLe!.Value)} : ce jour est au-delà. "
                        + "Écrivez au service, qui vous entend avant de constater la caducité.",
                    "commenceLe"
                ),
            ]);
        var reception = JourDeParis.De(cadre.Dossier.DeposeLe!.Value);
        var avant = jour < reception;
        if (avant && !confirme)
            return Resultat.De([
                Manque(
                    $"Ce jour précède la réception de la demande, le {Francais.Date(reception)} : l’aide ne soutient pas un projet déjà "
                        + "commencé. Vérifiez-le ; s’il est exact, confirmez-le.",
                    "confirme"
                ),
            ]);
        Commencement = new Commencement(jour.Value, surLHonneur, avant, cadre.Par.Fonction, cadre.Instant);
        Clore(ObjetDesObservations.Caducite, cadre.Instant);
        Passer(EtapeDeSuivi.EnExecution, cadre.Instant, Termes!.AchevementPrevu);
        Reviser();
        cadre.Dossier.Suivre(
            EtatDossier.EnExecution,
            new DeclarerLeCommencement(cadre.Par.Fonction, Numero, jour.Value, surLHonneur ? "honneur" : null)
        );
        return Resultat.De([]);
    }

    /// <summary>Corrects the day of the beginning, that was mistyped: with a reason, before any payment is asked.</summary>
    /// <exception cref="ActeImpossibleException">Not begun, completed, or a payment is asked already.</exception>
    public Resultat CorrigerLeCommencement(DateOnly? jour, string? motif, CadreDeLActe cadre)
    {
        Exiger(Fin is null && Etape == EtapeDeSuivi.EnExecution, "le projet n’a pas commencé, ou il est achevé");
        Exiger(cadre.Versements.All(d => !d.EstTransmise), "un versement est déjà demandé sur ce commencement");
        var manques = new List<Constat>();
        if (jour is null || jour > cadre.Jour)
            manques.Add(Manque("Indiquez le jour du premier acte juridique, passé ou d’aujourd’hui.", "commenceLe"));
        else if (jour > CommencerAvantLe)
            manques.Add(Manque($"Le délai pour commencer a pris fin le {Francais.Date(CommencerAvantLe!.Value)}.", "commenceLe"));
        if (string.IsNullOrWhiteSpace(motif))
            manques.Add(Manque("Dites pourquoi ce jour est corrigé, et ce qui le montre.", "motif"));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        var avant = Commencement!.Le;
        Commencement = Commencement with { Le = jour!.Value, AvantLaDemande = jour < JourDeParis.De(cadre.Dossier.DeposeLe!.Value) };
        Noter(new CorrigerLeCommencement(cadre.Par.Fonction, DossierId, avant, jour, motif!.Trim()));
        return resultat;
    }

    /// <summary>Gives the subsidy up: the envelope and the place of laureate are free at once (A35).</summary>
    /// <param name="motif">Why; from who represents the collectivité, or with its letter.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <param name="engagement">What it takes from the envelope.</param>
    /// <exception cref="ActeImpossibleException">Ended already.</exception>
    public Resultat Renoncer(string? motif, CadreDeLActe cadre, Engagement engagement)
    {
        ExigerVivant();
        Exiger(
            cadre.Versements.All(d =>
                d.Etat is not (EtatDeVersement.Transmise or EtatDeVersement.Controlee or EtatDeVersement.Ordonnancee)
            ),
            "une demande de versement est en cours : attendez son paiement, ou faites-la rejeter"
        );
        Exiger(
            !(Depense is not null && ResteAReverser(cadre)),
            "ce qui est versé doit d’abord avoir son reversement décidé, ou classé sans suite"
        );
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites pourquoi la collectivité renonce.", "motif")]);
        Finir(
            EtatDossier.Abandonne,
            CauseDeMouvement.Abandon,
            motif.Trim(),
            new RenoncerALAide(cadre.Par.Fonction, Numero, motif.Trim()),
            (cadre, engagement)
        );
        return Resultat.De([]);
    }

    /// <summary>Asks the beneficiary for its observations before a measure against it.</summary>
    /// <param name="objet">What is intended.</param>
    /// <param name="motif">Why, as the beneficiary reads it.</param>
    /// <param name="cadre">Its dossier, its règlement, who, when.</param>
    /// <param name="sur">Of a withdrawal: its ground, and the accord whose day counts where no act is signed.</param>
    /// <exception cref="ActeImpossibleException">What is intended is not possible that day, or they are asked already.</exception>
    public Resultat DemanderDesObservations(
        ObjetDesObservations objet,
        string? motif,
        CadreDeLActe cadre,
        (FondementDuRetrait? Fondement, Decision Accord)? sur = null
    )
    {
        ExigerVivant();
        Exiger(EnCours(objet) is null, "les observations du bénéficiaire sont déjà demandées pour cela");
        ExigerPossible(objet, cadre);
        if (objet == ObjetDesObservations.Retrait && sur?.Fondement is null)
            return Resultat.De([Manque("Choisissez sur quoi se fonderait le retrait : le bénéficiaire répond à ce texte.", "fondement")]);
        if (sur is { Fondement: { } fondement, Accord: { } accord })
            ExigerLeDelaiDuRetrait(fondement, accord, cadre.Jour.AddDays(Regles.ObservationsPrealables.Jours(cadre.Reglement)), cadre);
        if ((motif?.Trim().Length ?? 0) < MotivationMinimale)
            return Resultat.De([
                Manque(
                    $"Dites ce qui est envisagé et pourquoi : {MotivationMinimale} caractères au moins. Le bénéficiaire lira ce texte.",
                    "motif"
                ),
            ]);
        Observations =
        [
            .. Observations,
            new DemandeDObservations(objet, motif!.Trim(), cadre.Instant, cadre.Par.Fonction) { Fondement = sur?.Fondement },
        ];
        Noter(new DemanderDesObservations(cadre.Par.Fonction, DossierId, objet, motif.Trim()));
        return Resultat.De([]);
    }

    /// <summary>Says when the request was received: first opening here, or first presentation of the registered letter.</summary>
    /// <exception cref="ActeImpossibleException">Not asked, or received already.</exception>
    public Resultat RecevoirLaDemande(ObjetDesObservations objet, DateOnly jour, CadreDeLActe cadre)
    {
        var demande = EnCours(objet);
        Exiger(demande is { RecueLe: null }, "aucune demande d’observations n’attend sa réception");
        if (jour > cadre.Jour)
            return Resultat.De([Manque("Une réception ne se note pas d’avance.", "recueLe")]);
        var envoi = JourDeParis.De(demande!.DemandeesLe);
        if (jour < envoi)
            return Resultat.De([Manque($"La demande est du {Francais.Date(envoi)} : elle se reçoit ensuite.", "recueLe")]);
        Observations = Observations.Replace(demande, demande with { RecueLe = jour });
        Noter(new RecevoirLaDemandeDObservations(cadre.Par.Fonction, DossierId, objet, jour));
        return Resultat.De([]);
    }

    /// <summary>What the beneficiary answers.</summary>
    /// <exception cref="ActeImpossibleException">Nothing was asked.</exception>
    public Resultat PresenterDesObservations(ObjetDesObservations objet, string? reponse, CadreDeLActe cadre)
    {
        ExigerVivant();
        var demande = EnCours(objet);
        Exiger(demande is not null, "aucune observation ne vous est demandée");
        if (string.IsNullOrWhiteSpace(reponse))
            return Resultat.De([Manque("Écrivez vos observations.", "reponse")]);
        Observations = Observations.Replace(demande!, demande! with { Reponse = reponse.Trim(), RecueLe = demande.RecueLe ?? cadre.Jour });
        Noter(new PresenterDesObservations(cadre.Par.Fonction, DossierId, objet));
        return Resultat.De([]);
    }

    /// <summary>The request that what is intended waits for; null where none was made, or it was closed.</summary>
    public DemandeDObservations? EnCours(ObjetDesObservations objet) =>
        Observations.FirstOrDefault(o => o.Objet == objet && o.CloseLe is null);

    /// <summary>Gives up what was intended: another request may be made later, for another reason.</summary>
    /// <exception cref="ActeImpossibleException">Nothing was asked, or this accord has ended.</exception>
    public Resultat ClasserLesObservations(ObjetDesObservations objet, string? motif, CadreDeLActe cadre)
    {
        ExigerVivant();
        Exiger(EnCours(objet) is not null, "aucune demande d’observations n’est en cours");
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites pourquoi la mesure est abandonnée. Le bénéficiaire lira ce texte.", "motif")]);
        Clore(objet, cadre.Instant);
        Noter(new ClasserLesObservations(cadre.Par.Fonction, DossierId, objet, motif.Trim()));
        return Resultat.De([]);
    }

    /// <summary>First Paris day on which what was announced may be decided; null while the request is not received.</summary>
    public DateOnly? PossibleLe(ObjetDesObservations objet, Dispositifs.Reglement reglement) =>
        EnCours(objet)?.RecueLe is { } recue ? recue.AddDays(Regles.ObservationsPrealables.Jours(reglement)) : null;

    /// <summary>States that nobody began in time: the act is void.</summary>
    /// <exception cref="ActeImpossibleException">The delay runs, or the beneficiary was not heard.</exception>
    public Resultat ConstaterLaCaducite(string? motif, CadreDeLActe cadre, Engagement engagement) =>
        Constater(
            ObjetDesObservations.Caducite,
            (EtatDossier.Caduc, CauseDeMouvement.Caducite),
            motif,
            m => new ConstaterLaCaducite(cadre.Par.Fonction, Numero, m),
            (cadre, engagement)
        );

    /// <summary>States that silence has rejected the demand: no act was notified in time (A31).</summary>
    /// <exception cref="ActeImpossibleException">The delay runs, or the beneficiary was not heard.</exception>
    public Resultat ConstaterLeRejet(string? motif, CadreDeLActe cadre, Engagement engagement) =>
        Constater(
            ObjetDesObservations.RejetImplicite,
            (EtatDossier.Caduc, CauseDeMouvement.Caducite),
            motif,
            m => new ConstaterLeRejet(cadre.Par.Fonction, Numero, m),
            (cadre, engagement)
        );

    /// <summary>Withdraws the subsidy.</summary>
    /// <param name="fondement">On which ground, where the request for observations told none: what was told does not change.</param>
    /// <param name="motif">In fact and in law (CRPA, art. L. 211-2).</param>
    /// <param name="accord">The decision: the delay runs from its day where no act is signed (CRPA, art. L. 242-1).</param>
    /// <param name="cadre">Its dossier, its règlement, who, when.</param>
    /// <param name="engagement">What it takes from the envelope.</param>
    /// <exception cref="ActeImpossibleException">The delay is over, or the beneficiary was not heard.</exception>
    public Resultat Retirer(FondementDuRetrait? fondement, string? motif, Decision accord, CadreDeLActe cadre, Engagement engagement)
    {
        ExigerVivant();
        fondement = EnCours(ObjetDesObservations.Retrait)?.Fondement ?? fondement;
        if (fondement is null)
            return Resultat.De([Manque("Choisissez sur quoi se fonde le retrait.", "fondement")]);
        ExigerLeDelaiDuRetrait(fondement.Value, accord, cadre.Jour, cadre);
        Exiger(
            cadre.Versements.All(d => d.Etat != EtatDeVersement.Ordonnancee),
            "une demande de versement est ordonnancée : attendez son paiement"
        );
        return Constater(
            ObjetDesObservations.Retrait,
            (EtatDossier.Retiree, CauseDeMouvement.Retrait),
            motif,
            m => new RetirerLAide(cadre.Par.Fonction, Numero, fondement, m),
            (cadre, engagement),
            fondement
        );
    }

    /// <summary>Last Paris day on which an illegal decision is withdrawn (CRPA, art. L. 242-1).</summary>
    public DateOnly TermeDuRetrait(Decision accord, Dispositifs.Reglement reglement) =>
        Regles.RetraitDansLeDelai.Terme(DerniereSignature ?? accord.PriseLe, reglement);

    /// <param name="fondement">On which ground.</param>
    /// <param name="accord">The decision.</param>
    /// <param name="jour">First day on which it may be decided.</param>
    /// <param name="cadre">Its règlement.</param>
    private void ExigerLeDelaiDuRetrait(FondementDuRetrait fondement, Decision accord, DateOnly jour, CadreDeLActe cadre)
    {
        if (fondement != FondementDuRetrait.Illegalite)
            return;
        var limite = TermeDuRetrait(accord, cadre.Reglement);
        Exiger(
            jour <= limite,
            cadre.Jour <= limite
                ? $"une décision illégale se retire jusqu’au {Francais.Date(limite)}, et le bénéficiaire a d’abord ses jours pour répondre"
                : $"le délai pour retirer une décision illégale a pris fin le {Francais.Date(limite)}"
        );
    }

    private Resultat Constater(
        ObjetDesObservations objet,
        (EtatDossier Etat, CauseDeMouvement Cause) fin,
        string? motif,
        Func<string, Trace> trace,
        (CadreDeLActe Cadre, Engagement Engagement) sur,
        FondementDuRetrait? fondement = null
    )
    {
        ExigerVivant();
        ExigerPossible(objet, sur.Cadre);
        ExigerEntendu(objet, sur.Cadre);
        if ((motif?.Trim().Length ?? 0) < MotivationMinimale)
            return Resultat.De([Manque($"Motivez : {MotivationMinimale} caractères au moins. Le bénéficiaire lira ce texte.", "motif")]);
        Finir(fin.Etat, fin.Cause, motif!.Trim(), trace(motif.Trim()), sur);
        Fin = Fin! with { Fondement = fondement };
        return Resultat.De([]);
    }

    /// <summary>The beneficiary was asked for its observations, and had its days to answer.</summary>
    private void ExigerEntendu(ObjetDesObservations objet, CadreDeLActe cadre)
    {
        Exiger(
            EnCours(objet)?.RecueLe is not null,
            "demandez d’abord les observations du bénéficiaire, et attendez qu’il ait reçu cette demande"
        );
        var possible = PossibleLe(objet, cadre.Reglement)!.Value;
        Exiger(cadre.Jour >= possible, $"le bénéficiaire a jusqu’au {Francais.Date(possible.AddDays(-1))} pour présenter ses observations");
    }

    private void ExigerPossible(ObjetDesObservations objet, CadreDeLActe cadre)
    {
        if (objet == ObjetDesObservations.Cloture)
        {
            Exiger(Etape == EtapeDeSuivi.EnExecution, "le projet n’est pas en exécution");
            Exiger(cadre.Jour > ClorePossibleApres, $"l’achèvement se déclare jusqu’au {Francais.Date(ClorePossibleApres ?? cadre.Jour)}");
        }
        if (objet == ObjetDesObservations.Retrait)
            Exiger(Etape != EtapeDeSuivi.ASolder, "le projet est achevé : ce qui est à rendre se reverse");
        if (objet == ObjetDesObservations.Caducite)
            Exiger(
                Etape == EtapeDeSuivi.ACommencer && cadre.Jour > CommencerAvantLe,
                CommencerAvantLe is { } jour && Etape == EtapeDeSuivi.ACommencer
                    ? $"le projet peut commencer jusqu’au {Francais.Date(jour)}"
                    : "la caducité ne se constate qu’après la notification de l’acte, quand rien n’a commencé"
            );
        if (objet == ObjetDesObservations.RejetImplicite)
            Exiger(
                Etat != EtatActe.Notifie && cadre.Dossier.RejetImpliciteLe < cadre.Jour,
                Etat == EtatActe.Notifie
                    ? "l’acte est notifié"
                    : $"l’acte peut être notifié jusqu’au {Francais.Date(cadre.Dossier.RejetImpliciteLe ?? cadre.Jour)}"
            );
    }

    private void Clore(ObjetDesObservations objet, DateTimeOffset instant) =>
        Observations = [.. Observations.Select(o => o.Objet == objet && o.CloseLe is null ? o with { CloseLe = instant } : o)];

    private void ExigerVivant() => Exiger(Fin is null && Etape != EtapeDeSuivi.Termine, "cet accord a pris fin");

    private void Finir(EtatDossier etat, CauseDeMouvement cause, string motif, Trace trace, (CadreDeLActe Cadre, Engagement Engagement) sur)
    {
        sur.Cadre.Dossier.Suivre(etat, trace);
        sur.Engagement.Liberer(Depense is null ? Euros.Zero : Liquider(sur.Cadre.Versements).Paye, cause, sur.Cadre.Instant);
        Fin = new FinDeLActe(etat, sur.Cadre.Instant, sur.Cadre.Par.Fonction, motif);
        if (AvenantEnCours is not null)
            Classer("L’accord a pris fin.");
        foreach (var demande in sur.Cadre.Versements.Where(d => d.Compte && d.Etat != EtatDeVersement.Payee))
            (demande.Etat, demande.EtatDepuis, demande.MotifDeFin) = (EtatDeVersement.Annulee, sur.Cadre.Instant, "L’accord a pris fin.");
        Attendre(sur.Cadre);
        Passer(EtapeDeSuivi.Termine, sur.Cadre.Instant, null);
        Reviser();
    }
}
