using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;

namespace FitnGrants.Domain.Dossiers;

/// <summary>The préfecture's part of a dossier's life, then the session's.</summary>
public sealed partial class Dossier
{
    /// <summary>When the instruction was closed last; null while it never was.</summary>
    public DateTimeOffset? InstruitLe { get; private set; }

    /// <summary>What the last opening of a closed instruction found; null when it was never opened again.</summary>
    public Reouverture? Reouverture { get; private set; }

    /// <summary>An agent takes charge: the grid is drawn, once per deposited version.</summary>
    /// <exception cref="ActeImpossibleException">The dossier is not waiting to be taken.</exception>
    public void PrendreEnCharge(PriseEnCharge acte)
    {
        Exiger(Etat == EtatDossier.Depose);
        controles.AddRange(Controle.DepuisExamen(ExaminerPourLaGrille(acte), Version));
        Instructeur = acte.Par.Id;
        Etat = EtatDossier.EnInstruction;
        Noter(new PrendreEnCharge(acte.Par.Fonction, Version), EtatDossier.Depose);
    }

    /// <summary>
    /// Entrusts it to an agent of the service, or to nobody in particular; a dossier that waits is taken in charge by who likes.
    /// </summary>
    /// <exception cref="ActeImpossibleException">The instruction is over, or it is already so.</exception>
    public void Confier(Attribution acte)
    {
        Exiger(Etat is EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.ACompleter or EtatDossier.Instruit);
        if (Instructeur == acte.Agent)
            throw new ActeImpossibleException(
                acte.Agent is null
                    ? "Action impossible : ce dossier n’est confié à personne."
                    : "Action impossible : ce dossier lui est déjà confié."
            );
        var avant = Instructeur;
        Instructeur = acte.Agent;
        Noter(new Confier(acte.Par.Fonction, acte.Agent, avant), Etat);
    }

    /// <summary>Undoes an attribution that nobody was told of: who had the dossier has it again.</summary>
    /// <exception cref="ActeImpossibleException">The instruction is over.</exception>
    public void AnnulerLAttribution(Acteur par, Guid? avant)
    {
        Exiger(Etat is EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.ACompleter or EtatDossier.Instruit);
        var trace = new AnnulerLAttribution(par.Fonction, avant, Instructeur);
        Instructeur = avant;
        Noter(trace, Etat);
    }

    /// <summary>
    /// Records conclusions. A missing reason refuses the whole, with one constat per line; nothing is recorded then.
    /// </summary>
    /// <exception cref="ActeImpossibleException">The instruction is not open.</exception>
    public Resultat Conclure(IReadOnlyCollection<ConclusionSaisie> saisies, Acteur par, DateTimeOffset instant)
    {
        Exiger(Etat == EtatDossier.EnInstruction);
        var lignes = saisies.Join(Grille, s => s.Controle, c => c.Id, (s, c) => (Saisie: s, Controle: c)).ToList();
        var resultat = Resultat.De(
            lignes
                .Where(l => string.IsNullOrWhiteSpace(l.Saisie.Motif) && Controle.ExigeUnMotif(l.Controle.Propose, l.Saisie.Conclusion))
                .Select(l => MotifManquant(l.Controle))
        );
        if (!resultat.EstAccepte)
            return resultat;
        // What was already concluded so keeps its agent and its instant.
        lignes.RemoveAll(l => l.Controle.EstDeja(l.Saisie.Conclusion, l.Saisie.Motif));
        if (lignes.Count == 0)
            return resultat;
        foreach (var (saisie, controle) in lignes)
            controle.Conclure(saisie.Conclusion, saisie.Motif, par.Id, instant);
        Noter(new Conclure(par.Fonction, string.Join(' ', lignes.Select(l => $"{l.Controle.Regle}={l.Saisie.Conclusion}"))), Etat);
        return resultat;
    }

    /// <summary>Puts lines back « à vérifier », their reasons with them; those that are not concluded stay as they are.</summary>
    /// <exception cref="ActeImpossibleException">The instruction is not open.</exception>
    public void RemettreAVerifier(IReadOnlyCollection<Guid> lignes, Acteur par)
    {
        Exiger(Etat == EtatDossier.EnInstruction);
        var remises = Grille.Where(c => c.EstConclu && lignes.Contains(c.Id)).ToList();
        if (remises.Count == 0)
            return;
        remises.ForEach(c => c.Remettre());
        Noter(new RemettreAVerifier(par.Fonction, string.Join(' ', remises.Select(c => c.Regle))), Etat);
    }

    /// <summary>Closes the instruction once every line is concluded; otherwise one constat per line that is not.</summary>
    /// <exception cref="ActeImpossibleException">The instruction is not open.</exception>
    public Resultat Clore(Cloture acte)
    {
        Exiger(Etat == EtatDossier.EnInstruction);
        var resultat = Resultat.De(Grille.Where(c => !c.EstConclu).Select(NonConclue).Concat(JugerLaProposition(acte)));
        if (!resultat.EstAccepte)
            return resultat;
        MontantPropose = acte.Montant;
        Synthese = string.IsNullOrWhiteSpace(acte.Synthese) ? null : acte.Synthese.Trim();
        Recevabilite = Recevabilite == Recevabilite.EnAttente ? Recevabilite.Recevable : Recevabilite;
        (Etat, InstruitLe) = (EtatDossier.Instruit, acte.Instant);
        Noter(new Clore(acte.Par.Fonction, Version, acte.Montant), EtatDossier.EnInstruction);
        return resultat;
    }

    /// <summary>
    /// Opens the instruction again, while the dossier is on no agenda: rules judge afresh what lies beyond the dossier, and
    /// the lines that find something else than at the closing are to be concluded again.
    /// </summary>
    /// <exception cref="ActeImpossibleException">The dossier is not « instruit ».</exception>
    public void Rouvrir(PriseEnCharge acte)
    {
        Exiger(Etat == EtatDossier.Instruit);
        Etat = EtatDossier.EnInstruction;
        var close = Grille.ToDictionary(c => c.Regle, c => c.Message, StringComparer.Ordinal);
        var rejugees = Rejuger(acte);
        Reouverture = new Reouverture(
            acte.Instant,
            acte.Par.Fonction,
            InstruitLe,
            [.. rejugees.Select(c => new LigneRejugee(c.Regle, c.Nom, close.GetValueOrDefault(c.Regle)))]
        );
        Noter(
            new Rouvrir(acte.Par.Fonction, rejugees.Count == 0 ? null : string.Join(' ', rejugees.Select(c => c.Regle))),
            EtatDossier.Instruit
        );
    }

    /// <summary>Undoes a closing that nobody was told of: the grid is what it was, the synthesis stays to be written again.</summary>
    /// <exception cref="ActeImpossibleException">The dossier is not « instruit ».</exception>
    /// <param name="par">Who undoes it.</param>
    /// <param name="avant">What its recevabilité was before that closing; null to keep what it said.</param>
    public void AnnulerLaCloture(Acteur par, Recevabilite? avant)
    {
        Exiger(Etat == EtatDossier.Instruit);
        (Etat, Recevabilite, InstruitLe) = (EtatDossier.EnInstruction, avant ?? Recevabilite, null);
        Noter(new AnnulerLaCloture(par.Fonction), EtatDossier.Instruit);
    }

    /// <summary>Enters an agenda, if its rules accept it. The session checks its own cut-off.</summary>
    /// <exception cref="ActeImpossibleException">The dossier is not ready.</exception>
    internal Resultat EntrerALOrdreDuJour(Seance seance, Reglement reglement, Acteur par)
    {
        Exiger(Etat == EtatDossier.Instruit);
        var resultat = Resultat.De(
            Examen.Faire(reglement, CandidatureRetenue(reglement, DeposeLe!.Value), Completer(new Situation()), Moment.OrdreDuJour).Constats
        );
        if (!resultat.EstAccepte)
            return resultat;
        Etat = EtatDossier.InscritSeance;
        Noter(new Inscrire(par.Fonction, seance.Id, seance.Du), EtatDossier.Instruit);
        return resultat;
    }

    /// <summary>Leaves an agenda.</summary>
    /// <exception cref="ActeImpossibleException">The dossier is on none.</exception>
    internal void SortirDeLOrdreDuJour(Seance seance, Acteur par, string motif)
    {
        Exiger(Etat == EtatDossier.InscritSeance);
        Etat = EtatDossier.Instruit;
        Noter(new Retirer(par.Fonction, seance.Id, motif), EtatDossier.InscritSeance);
    }

    /// <summary>Receives a decision that the rules have accepted; nothing is told before its notification.</summary>
    internal void Recevoir(Decision decision, string? alertes, Acteur par)
    {
        Exiger(Etat == EtatDossier.InscritSeance);
        NotificationEnAttente = true;
        Prendre(decision, new Decider(par.Fonction, decision.Id, decision.MontantAccorde, alertes));
    }

    /// <summary>Takes another decision in place of one that nobody was told of.</summary>
    internal void Rectifier(Decision ancienne, Decision decision, string? alertes, Acteur par)
    {
        Exiger(NotificationEnAttente);
        NombreARevoir -= ancienne.Type == TypeDecision.ARevoir ? 1 : 0;
        Prendre(
            decision,
            new Rectifier(par.Fonction, decision.Id, ancienne.Id, decision.MontantAccorde, alertes, decision.MotifRectification)
        );
    }

    private void Prendre(Decision decision, Trace trace)
    {
        var avant = Etat;
        Etat = decision.Type switch
        {
            TypeDecision.Accord => EtatDossier.AccordSousReserve,
            TypeDecision.ARevoir => EtatDossier.EnReconstruction,
            _ => EtatDossier.Refuse,
        };
        NombreARevoir += decision.Type == TypeDecision.ARevoir ? 1 : 0;
        Noter(trace, avant);
    }

    /// <summary>Tells the porteur: from here the decision holds.</summary>
    /// <returns>The act that an accord is to become; null for any other decision.</returns>
    /// <exception cref="ActeImpossibleException">No decision waits to be told, or it was told already.</exception>
    public ActeAttributif? Notifier(Decision decision, Reglement reglement, Acteur par, DateTimeOffset instant)
    {
        if (
            !NotificationEnAttente
            || decision.DossierId != Id
            || decision.VersionDossier != Version
            || decision.NotifieeLe is not null
            || decision.AnnuleeParId is not null
        )
            throw new ActeImpossibleException("Cette décision est déjà notifiée.");
        decision.EtreNotifiee(instant);
        NotificationEnAttente = false;
        Noter(new Notifier(par.Fonction, decision.Id), Etat);
        return decision.Type == TypeDecision.Accord ? ActeAttributif.Preparer(this, decision, reglement, instant) : null;
    }

    private static Constat NonConclue(Controle controle) =>
        Refus(controle, $"{controle.Nom} ({controle.Regle}) : concluez cette règle.", "conclusion");

    private static Constat MotifManquant(Controle controle) =>
        Refus(controle, $"{controle.Nom} ({controle.Regle}) : dites pourquoi, le motif est demandé pour cette conclusion.", "motif");

    private static Constat Refus(Controle controle, string message, string champ) =>
        new()
        {
            Regle = controle.Regle,
            Nom = controle.Nom,
            Resultat = ResultatConstat.Bloquant,
            Message = Francais.Typographier(message),
            Source = new Source(controle.Document, controle.Citation, []),
            Champ = $"{champ}-{controle.Id}",
        };
}
