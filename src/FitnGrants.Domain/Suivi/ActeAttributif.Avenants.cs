using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>An act changes by avenant only: asked for, written, edited, signed, received.</summary>
public sealed partial class ActeAttributif
{
    /// <summary>Years by which the delay to begin may be prolonged, once (décret n° 2018-514, art. 9).</summary>
    private const int AnneesDeProlongation = 1;

    /// <summary>The first first; one at most is under way.</summary>
    public ImmutableArray<Avenant> Avenants { get; private set; } = [];

    /// <summary>Where the one under way stands; null without one.</summary>
    public EtatAvenant? AvenantEtat { get; private set; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset? AvenantDepuis { get; private set; }

    public Avenant? AvenantEnCours => AvenantEtat is null ? null : Avenants[^1];

    /// <summary>What it says today.</summary>
    /// <exception cref="ActeImpossibleException">Not edited.</exception>
    public ValeursDeLActe Valeurs
    {
        get
        {
            Exiger(Depense is not null, "l’acte n’est pas édité");
            return new ValeursDeLActe(Montant, Depense!.Value, CommencerAvantLe, Termes!);
        }
    }

    /// <summary>What it said on a day: an avenant is in force from its reception on.</summary>
    public ValeursDeLActe EnVigueurAu(DateOnly jour) =>
        Avenants.FirstOrDefault(a => a.Etat == EtatAvenant.Notifie && a.RecuLe > jour)?.Avant ?? Valeurs;

    /// <summary>The amount that a plan balances on: that of the act, or of the avenant under way.</summary>
    public Euros MontantDuPlan => AvenantEnCours?.Modifications.Montant ?? Montant;

    /// <summary>True while its porteur may propose a plan: for the act, or for the avenant under way.</summary>
    public bool PlanOuvert => Fin is null && (Etat == EtatActe.Projet || PlanDAvenantOuvert);

    /// <summary>The plan last proposed there, accepted or not.</summary>
    public PlanDeLActe? PlanPropose => Etat == EtatActe.Projet ? Plan : AvenantEnCours?.Plan;

    /// <summary>True while an avenant waits for a plan of its porteur.</summary>
    public bool PlanDAvenantARefaire => PlanDAvenantOuvert && AvenantEnCours!.Plan is null or { Retour: not null };

    private bool PlanDAvenantOuvert => AvenantEnCours is { Etat: EtatAvenant.Projet, Modifications.AvecUnPlan: true };

    /// <summary>Asks for an avenant.</summary>
    /// <param name="demande">What is asked, and why.</param>
    /// <param name="achevement">Planned completion that is wished; null where it is something else.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <exception cref="ActeImpossibleException">Not notified, ended, or an avenant is under way.</exception>
    public Resultat DemanderUnAvenant(string? demande, DateOnly? achevement, CadreDeLActe cadre)
    {
        ExigerModifiable();
        Exiger(AvenantEnCours is null, "un avenant est déjà en cours");
        var manques = new List<Constat>();
        if ((demande?.Trim().Length ?? 0) < MotivationMinimale)
            manques.Add(Manque($"Dites ce que vous demandez et pourquoi : {MotivationMinimale} caractères au moins.", "demande"));
        if (achevement is not null)
            manques.AddRange(ManquesDAchevement(achevement.Value, cadre, "achevement"));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        Ajouter(
            Nouveau() with
            {
                Etat = EtatAvenant.Demande,
                Demande = demande!.Trim(),
                DemandeLe = cadre.Jour,
                Modifications = new Modifications { AchevementPrevu = achevement }.Depuis(Valeurs),
            },
            cadre.Instant
        );
        Noter(new DemanderUnAvenant(cadre.Par.Fonction, DossierId, demande.Trim(), achevement));
        return resultat;
    }

    /// <summary>Writes what it changes, and why: a draft; what can never be is refused at once, the rest at its edition.</summary>
    /// <param name="modifications">As wished; what is in force already is left out.</param>
    /// <param name="motifs">Why it is made, and why alerts are passed over.</param>
    /// <param name="demandeLe">Paris day of the demand on paper; that made here is kept.</param>
    /// <param name="cadre">Its dossier, its règlement, who, when.</param>
    /// <exception cref="ActeImpossibleException">Not notified, ended, or the one under way is edited.</exception>
    public Resultat EcrireUnAvenant(
        Modifications modifications,
        (string? Motif, string? DesAlertes) motifs,
        DateOnly? demandeLe,
        CadreDeLActe cadre
    )
    {
        ExigerModifiable();
        Exiger(AvenantEnCours is null or { Etat: EtatAvenant.Demande or EtatAvenant.Projet }, "l’avenant est édité, reprenez-le d’abord");
        var voulues = modifications.Depuis(Valeurs);
        var manques = ManquesDesModifications(voulues, cadre).ToList();
        if (demandeLe > cadre.Jour)
            manques.Add(Manque("Une demande ne se note pas d’avance.", "demandeLe"));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        var (avant, attendu) = (AvenantEnCours, PlanDAvenantARefaire ? MontantDuPlan : (Euros?)null);
        var ecrit = (avant ?? Nouveau()) with
        {
            Etat = EtatAvenant.Projet,
            Modifications = voulues,
            Motif = Propre(motifs.Motif),
            MotifDesAlertes = Propre(motifs.DesAlertes),
            DemandeLe = avant?.Demande is null ? demandeLe : avant.DemandeLe,
        };
        // A plan is balanced on one amount: another amount asks for another plan.
        if (!voulues.AvecUnPlan || voulues.Montant != avant?.Modifications.Montant)
            (ecrit, PlanAAccepter) = (ecrit with { Plan = null }, false);
        if (avant is null)
            Ajouter(ecrit, cadre.Instant);
        else
            Remplacer(ecrit, cadre.Instant);
        var attend = PlanDAvenantARefaire && MontantDuPlan != attendu ? MontantDuPlan : (Euros?)null;
        Noter(new EcrireUnAvenant(cadre.Par.Fonction, DossierId, ecrit.Numero, ecrit.Motif, attend));
        return resultat;
    }

    /// <summary>All that stops its edition, at once, and what is to be looked at.</summary>
    /// <exception cref="ActeImpossibleException">None is being written.</exception>
    public Resultat ExaminerLAvenant(CadreDeLActe cadre, AttribuantDeLActe attribuant)
    {
        Exiger(AvenantEnCours is { Etat: EtatAvenant.Projet }, "aucun avenant n’est en préparation");
        var (avenant, m) = (AvenantEnCours!, AvenantEnCours!.Modifications);
        var manques = ManquesDesModifications(m, cadre).ToList();
        if (m == Modifications.Aucune)
            manques.Add(Manque("Rien ne change encore : modifiez au moins un terme.", "avenant"));
        if ((avenant.Motif?.Length ?? 0) < MotivationMinimale)
            manques.Add(Manque($"Motivez l’avenant : {MotivationMinimale} caractères au moins. Il le dira.", "motif"));
        if (attribuant.Siret is null)
            manques.Add(Manque("Le SIRET du service attribuant manque à sa fiche.", "service", Mentions));
        if (!attribuant.Signataire)
            manques.Add(Manque($"Personne n’a la signature d’un acte de {MontantDuPlan} pour ce service aujourd’hui.", "service"));
        if (m.AvecUnPlan)
            manques.AddRange(ManquesDuPlan(avenant, cadre));
        if (manques.Exists(c => c.Resultat == ResultatConstat.Alerte) && avenant.MotifDesAlertes is null)
            manques.Add(Manque("Des alertes restent : dites pourquoi l’avenant est édité tel quel.", "motifDesAlertes"));
        return Resultat.De(manques);
    }

    /// <summary>Freezes its paper, with what was in force and what will be.</summary>
    /// <exception cref="ActeImpossibleException">None is being written, or this accord has ended.</exception>
    public Resultat EditerLAvenant(CadreDeLActe cadre, AttribuantDeLActe attribuant)
    {
        ExigerModifiable();
        Exiger(
            cadre.Versements.All(d => d.Etat is not (EtatDeVersement.Controlee or EtatDeVersement.Ordonnancee)),
            "une demande de versement est contrôlée et n’est pas payée"
        );
        var resultat = ExaminerLAvenant(cadre, attribuant);
        if (!resultat.EstAccepte)
            return resultat;
        var (avenant, m) = (AvenantEnCours!, AvenantEnCours!.Modifications);
        Remplacer(
            avenant with
            {
                Etat = EtatAvenant.Edite,
                EditeLe = cadre.Instant,
                Editions = avenant.Editions + 1,
                Avant = Valeurs,
                Apres = new ValeursDeLActe(
                    m.Montant ?? Montant,
                    avenant.Plan is { } plan && m.AvecUnPlan ? Cout(plan, cadre)!.Value : Depense!.Value,
                    m.CommencerAvantLe ?? CommencerAvantLe,
                    m.Sur(Termes!)
                ),
            },
            cadre.Instant
        );
        Noter(
            new EditerLAvenant(cadre.Par.Fonction, DossierId, avenant.Numero, AvenantEnCours!.Apres!.Montant, AvenantEnCours.Apres.Depense)
        );
        return resultat;
    }

    /// <summary>Takes it back to the draft: the frozen paper stays readable.</summary>
    /// <exception cref="ActeImpossibleException">Neither edited nor signed.</exception>
    public Resultat ReprendreLAvenant(string? motif, CadreDeLActe cadre)
    {
        ExigerAvenant("l’avenant n’est pas en cours de signature", EtatAvenant.Edite, EtatAvenant.Signe);
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites pourquoi l’avenant est repris.", "motif")]);
        Remplacer(
            AvenantEnCours! with
            {
                Etat = EtatAvenant.Projet,
                SigneLe = null,
                Signatures = ImmutableDictionary<string, DateOnly>.Empty,
                NumeriseId = null,
            },
            cadre.Instant
        );
        Noter(new ReprendreLAvenant(cadre.Par.Fonction, DossierId, AvenantEnCours!.Numero, motif.Trim()));
        return Resultat.De([]);
    }

    /// <summary>Says on which days it was signed: before the days that it moves are past.</summary>
    /// <param name="le">Paris day of the State.</param>
    /// <param name="signatures">Paris days of the beneficiaries, by SIREN; empty where it amends an arrêté.</param>
    /// <param name="scan">The signed paper, already in its store; null without one.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <returns>The piece that holds the scan; null without one, or where it is refused.</returns>
    /// <exception cref="ActeImpossibleException">Not edited, or signed already.</exception>
    public (Resultat Resultat, Piece? Scan) SignerLAvenant(
        DateOnly? le,
        IReadOnlyDictionary<string, DateOnly> signatures,
        FichierRecu? scan,
        CadreDeLActe cadre
    )
    {
        ExigerAvenant("l’avenant n’est pas édité, ou il est déjà signé", EtatAvenant.Edite);
        var avenant = AvenantEnCours!;
        var signe = avenant with
        {
            Etat = EtatAvenant.Signe,
            SigneLe = le,
            Signatures =
                Termes!.Type == TypeActe.Convention
                    ? signatures.ToImmutableDictionary(StringComparer.Ordinal)
                    : ImmutableDictionary<string, DateOnly>.Empty,
        };
        var manques = ManquesDeSignature(le, signatures, (JourDeParis.De(avenant.EditeLe!.Value), "L’avenant"), cadre.Jour).ToList();
        if (manques.Count == 0 && TermeDesModifications(avenant.Modifications) is { } terme && signe.DerniereSignature > terme)
            manques.Add(
                Manque(
                    $"Cet avenant déplace un jour passé depuis le {Francais.Date(terme)} : il se signe au plus tard ce jour-là.",
                    "signeLe"
                )
            );
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return (resultat, null);
        var piece = scan is null ? null : Piece.Numeriser(this, scan, cadre.Par, cadre.Instant);
        Remplacer(signe with { NumeriseId = piece?.Id }, cadre.Instant);
        Noter(new SignerLAvenant(cadre.Par.Fonction, DossierId, avenant.Numero, le, scan?.Sha256));
        return (resultat, piece);
    }

    /// <summary>Sends it: its first opening by its beneficiary is its reception.</summary>
    /// <exception cref="ActeImpossibleException">Not signed.</exception>
    public Resultat EnvoyerLAvenant(CadreDeLActe cadre)
    {
        ExigerAvenant("l’avenant n’est pas signé, ou il est déjà envoyé", EtatAvenant.Signe);
        Remplacer(AvenantEnCours! with { Etat = EtatAvenant.Envoye, EnvoyeLe = cadre.Instant }, cadre.Instant);
        Noter(new EnvoyerLAvenant(cadre.Par.Fonction, DossierId, AvenantEnCours!.Numero));
        return Resultat.De([]);
    }

    /// <summary>Says when it was received on paper: from then on it is in force.</summary>
    /// <exception cref="ActeImpossibleException">Not sent, or received already.</exception>
    public Resultat RecevoirLAvenant(DateOnly? jour, string? preuve, CadreDeLActe cadre, Engagement engagement)
    {
        ExigerAvenant("l’avenant n’est pas envoyé, ou il est déjà reçu", EtatAvenant.Envoye);
        var resultat = Resultat.De(ManquesDeReception(jour, preuve, (AvenantEnCours!.DerniereSignature!.Value, "L’avenant"), cadre.Jour));
        if (resultat.EstAccepte)
            NotifierLAvenant(jour!.Value, preuve!.Trim(), cadre, engagement);
        return resultat;
    }

    /// <summary>Its first opening here by who may write for its beneficiary: the day of its reception.</summary>
    /// <returns>True for the opening that put it in force.</returns>
    public bool OuvrirLAvenant(CadreDeLActe cadre, Engagement engagement)
    {
        if (Fin is not null || AvenantEnCours is not { Etat: EtatAvenant.Envoye })
            return false;
        NotifierLAvenant(cadre.Jour, PremiereOuverture, cadre, engagement);
        return true;
    }

    /// <summary>Does not follow it up: the act stays as it is, its beneficiary reads why.</summary>
    /// <exception cref="ActeImpossibleException">None is under way, or it is sent: nobody takes back what left.</exception>
    public Resultat ClasserLAvenant(string? motif, CadreDeLActe cadre)
    {
        ExigerAvenant(
            "aucun avenant n’est en cours, ou il est déjà envoyé",
            EtatAvenant.Demande,
            EtatAvenant.Projet,
            EtatAvenant.Edite,
            EtatAvenant.Signe
        );
        if (string.IsNullOrWhiteSpace(motif))
            return Resultat.De([Manque("Dites pourquoi l’avenant n’a pas de suite. Le bénéficiaire lira ce texte.", "motif")]);
        Classer(motif.Trim());
        Noter(new ClasserLAvenant(cadre.Par.Fonction, DossierId, motif.Trim()));
        return Resultat.De([]);
    }

    private const string PremiereOuverture = "première ouverture sur la plateforme";

    private void NotifierLAvenant(DateOnly jour, string preuve, CadreDeLActe cadre, Engagement engagement)
    {
        var (avenant, apres) = (AvenantEnCours!, AvenantEnCours!.Apres!);
        var paye = Liquider(cadre.Versements).Paye;
        if (apres.Montant != Montant)
            engagement.Reduire(apres.Montant > paye ? apres.Montant : paye, cadre.Instant);
        (Montant, Depense, Termes) = (apres.Montant, apres.Depense, avenant.Modifications.Sur(Termes!));
        if (avenant.Modifications.AvecUnPlan)
            Plan = avenant.Plan;
        Terminer(avenant with { Etat = EtatAvenant.Notifie, RecuLe = jour, PreuveDeReception = preuve });
        if (Etape == EtapeDeSuivi.ACommencer)
        {
            CommencerAvantLe = apres.CommencerAvantLe;
            // The delay runs again: what was asked because it was past has no object any more.
            if (avenant.Modifications.CommencerAvantLe is not null)
                Clore(ObjetDesObservations.Caducite, cadre.Instant);
        }
        Passer(Etape, EtapeDepuis, Etape == EtapeDeSuivi.ACommencer ? CommencerAvantLe : Termes.AchevementPrevu);
        Noter(new RecevoirLAvenant(cadre.Par.Fonction, DossierId, avenant.Numero, jour, preuve));
    }

    /// <summary>The last day on which it may be signed: the nearest of those that it moves; null where it moves none.</summary>
    private DateOnly? TermeDesModifications(Modifications m)
    {
        var termes = new[]
        {
            m.AchevementPrevu is null ? null : Termes!.AchevementPrevu,
            m.CommencerAvantLe is null ? null : CommencerAvantLe,
        };
        return termes.Where(t => t is not null).Min();
    }

    private void ExigerModifiable() =>
        Exiger(
            Fin is null && Etape is EtapeDeSuivi.ACommencer or EtapeDeSuivi.EnExecution,
            "un acte se modifie par avenant une fois reçu, tant que le projet n’est pas achevé"
        );

    private void ExigerAvenant(string raison, params EtatAvenant[] etats) =>
        Exiger(Fin is null && AvenantEnCours is { } a && etats.Contains(a.Etat), raison);

    /// <summary>The number of one that was never edited serves again: no paper bears it.</summary>
    private Avenant Nouveau()
    {
        var rang = 2 + Avenants.Count(a => a.Etat == EtatAvenant.Notifie || a.Editions > 0);
        return new Avenant(rang, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Numero[..^1]}{rang}"));
    }

    private void Ajouter(Avenant avenant, DateTimeOffset instant)
    {
        Avenants = [.. Avenants, avenant];
        (AvenantEtat, AvenantDepuis) = (avenant.Etat, instant);
    }

    private void Remplacer(Avenant avenant, DateTimeOffset instant)
    {
        if (avenant.Etat != AvenantEtat)
            AvenantDepuis = instant;
        (Avenants, AvenantEtat) = (Avenants.SetItem(Avenants.Length - 1, avenant), avenant.Etat);
    }

    private void Terminer(Avenant avenant)
    {
        Avenants = Avenants.SetItem(Avenants.Length - 1, avenant);
        (AvenantEtat, AvenantDepuis, PlanAAccepter) = (null, null, false);
    }

    private void Classer(string motif) => Terminer(AvenantEnCours! with { Etat = EtatAvenant.Classe, MotifDeClassement = motif });

    private static string? Propre(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();
}
