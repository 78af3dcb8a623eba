using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>Recevabilité, orientation, avis and rulings: what an instruction says beside its grid.</summary>
public sealed partial class Dossier
{
    private const int MotivationMinimale = 20;

    /// <summary>
    /// Last day to declare it irrecevable; null before the deposit. Moved by the days of each request, once it is closed.
    /// </summary>
    public DateOnly? RecevabiliteAvantLe { get; private set; }

    /// <summary>
    /// Day from which silence is a rejection: a date, never a state (A28); null before the deposit. Moved in the same way.
    /// </summary>
    public DateOnly? RejetImpliciteLe { get; private set; }

    /// <summary>Paris day since which both stand still: the porteur has the ball; null while they run.</summary>
    public DateOnly? SuspenduDepuis { get; private set; }

    /// <summary>True when the silence of two months has made it recevable on a day.</summary>
    public bool EstReputeRecevableLe(DateOnly jour) =>
        Recevabilite == Recevabilite.EnAttente && RecevabiliteAvantLe < jour && Etat is EtatDossier.Depose or EtatDossier.EnInstruction;

    /// <summary>Silence has made it recevable: the product says so by itself, once.</summary>
    /// <exception cref="ActeImpossibleException">The two months are not over, or it was already said.</exception>
    public void ReputerRecevable(DateTimeOffset instant)
    {
        if (!EstReputeRecevableLe(JourDeParis.De(instant)))
            throw new ActeImpossibleException("Action impossible : le délai de recevabilité court encore, ou la recevabilité est dite.");
        Recevabilite = Recevabilite.ReputeeRecevable;
        Noter(new ReputerRecevable(Acteur.Systeme.Fonction), Etat);
    }

    /// <summary>Declares it irrecevable, within two months of the reception; a new request stays possible.</summary>
    /// <exception cref="ActeImpossibleException">Not in instruction, or the recevabilité is already said or deemed.</exception>
    public Resultat DeclarerIrrecevable(Irrecevabilite acte)
    {
        Exiger(Etat == EtatDossier.EnInstruction);
        if (Recevabilite is Recevabilite.Recevable)
            throw new ActeImpossibleException(
                "Action impossible : ce dossier a déjà été déclaré recevable, à la clôture de son instruction."
            );
        if (Recevabilite != Recevabilite.EnAttente || JourDeParis.De(acte.Instant) > RecevabiliteAvantLe)
            throw new ActeImpossibleException(
                "Action impossible : le délai pour déclarer ce dossier irrecevable a pris fin le "
                    + $"{Francais.Date(RecevabiliteAvantLe!.Value)}. "
                    + "Il est recevable et va en séance, qui peut le refuser."
            );
        var resultat = Motiver(acte.Reglement, acte.Regle, acte.Motivation, bloquante: true);
        if (!resultat.EstAccepte)
            return resultat;
        Recevabilite = Recevabilite.Irrecevable;
        Finir(
            EtatDossier.Irrecevable,
            new Issue(acte.Regle!, null, acte.Motivation!.Trim(), acte.Instant),
            new DeclarerIrrecevable(acte.Par.Fonction, acte.Regle)
        );
        return resultat;
    }

    /// <summary>Code of the first blocking rule that does not hold, as concluded or as computed; null when all hold.</summary>
    public string? RegleEnDefaut(Reglement reglement) =>
        Grille
            .Where(c => reglement.Regles.Any(r => r.Code == c.Regle && r.Mode == ModeRegle.Bloquant))
            .FirstOrDefault(c => c.Conclusion == Conclusion.NonConforme || (c.Conclusion is null && c.Propose == ResultatConstat.Bloquant))
            ?.Regle;

    /// <summary>Orients it to another axis: no refusal is recorded (A14).</summary>
    /// <exception cref="ActeImpossibleException">The instruction is not open.</exception>
    public Resultat Reorienter(Reorientation acte)
    {
        Exiger(Etat == EtatDossier.EnInstruction);
        var resultat = Motiver(acte.Reglement, acte.Regle, acte.Motivation, string.IsNullOrWhiteSpace(acte.Axe));
        if (!resultat.EstAccepte)
            return resultat;
        Finir(
            EtatDossier.Reoriente,
            new Issue(acte.Regle!, acte.Axe!.Trim(), acte.Motivation!.Trim(), acte.Instant)
            {
                Coordonnees = string.IsNullOrWhiteSpace(acte.Coordonnees) ? null : acte.Coordonnees.Trim(),
            },
            new Reorienter(acte.Par.Fonction, acte.Regle, acte.Axe.Trim())
        );
        return resultat;
    }

    /// <summary>
    /// Rules that a refused project is the same or another one, with a reason. The line of the grid that watches refusals
    /// follows, whatever its code: non conforme as soon as one is the same, conforme once each is another.
    /// </summary>
    /// <exception cref="ActeImpossibleException">The instruction is not open.</exception>
    public Resultat JugerLaSimilitude(JugementDeSimilitude acte)
    {
        Exiger(Etat == EtatDossier.EnInstruction);
        var ligne = Grille.FirstOrDefault(c => acte.Reglement.Regles.Any(r => r.Regle is RefusDefinitif && r.Code == c.Regle));
        var manques = new List<Constat>();
        if (acte.Identique is null)
            manques.Add(Manque(ligne, "Dites si les deux projets sont identiques ou distincts.", "identique"));
        if (string.IsNullOrWhiteSpace(acte.Motif))
            manques.Add(Manque(ligne, "Dites pourquoi.", "motif"));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        var identique = acte.Identique!.Value;
        Rapprochements =
        [
            .. Rapprochements.Where(r => r.Numero != acte.Numero),
            new Rapprochement(acte.Numero, identique, acte.Motif!.Trim(), acte.Par.Fonction, acte.Instant, acte.Refuse),
        ];
        var refuses = Rapprochements.Where(r => r.Refuse).ToList();
        var identiques = refuses.Exists(r => r.Identique);
        if (acte.Refuse && (identiques || acte.AJuger.All(n => refuses.Exists(r => r.Numero == n))))
            ligne?.Conclure(
                identiques ? Conclusion.NonConforme : Conclusion.Conforme,
                string.Join(' ', refuses.Select(r => $"{r.Numero} : {r.Motif}")),
                acte.Par.Id,
                acte.Instant
            );
        Noter(new Traces.JugerLaSimilitude(acte.Par.Fonction, acte.Numero, identique ? "identique" : "distinct"), Etat);
        return resultat;
    }

    /// <summary>Gives, or gives again, the avis of a département: until the dossier is on an agenda (R70).</summary>
    /// <exception cref="ActeImpossibleException">The dossier is not in instruction, or this département has no avis to give.</exception>
    public Resultat RendreAvis(RenduDAvis acte)
    {
        Exiger(Etat is EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.ACompleter or EtatDossier.Instruit);
        if (Volet != 2 || !Departements.Contains(acte.Departement))
            throw new ActeImpossibleException("Action impossible : aucun avis de cette préfecture n’est attendu sur ce dossier.");
        var manques = new List<Constat>();
        if (acte.Sens is null)
            manques.Add(Manque(null, "Choisissez le sens de l’avis.", "sens"));
        if (acte.Sens is SensAvis.Defavorable or SensAvis.FavorableAvecReserves && string.IsNullOrWhiteSpace(acte.Texte))
            manques.Add(Manque(null, "Dites pourquoi : un avis défavorable ou avec réserves s’explique.", "texte"));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        var texte = string.IsNullOrWhiteSpace(acte.Texte) ? null : acte.Texte.Trim();
        Avis =
        [
            .. Avis.Where(a => a.Departement != acte.Departement),
            new Avis(acte.Departement, acte.Sens!.Value, texte, acte.Par.Fonction, acte.Instant),
        ];
        AvisRendus = [.. Avis.Select(a => a.Departement)];
        Noter(new RendreAvis(acte.Par.Fonction, acte.Departement, acte.Sens), Etat);
        return resultat;
    }

    /// <summary>Both legal delays, from the first reception and the days that requests have suspended.</summary>
    private void CompterLesDelais()
    {
        var reception = JourDeParis.De(DeposeLe!.Value);
        RecevabiliteAvantLe = DelaiLegal.TermeDeRecevabilite(reception).AddDays(JoursSuspendus);
        RejetImpliciteLe = Prorogations is [.., var derniere]
            ? derniere.Au.AddDays(JoursSuspendus - derniere.JoursSuspendus)
            : DelaiLegal.TermeDeDecision(reception, Contenu.Projet.Regime).AddDays(JoursSuspendus);
        SuspenduDepuis = DemandeEnCours is { } demande ? JourDeParis.De(demande.Le) : null;
    }

    private void Finir(EtatDossier etat, Issue issue, Trace trace)
    {
        (Etat, Issue, EcheanceLe) = (etat, issue, null);
        Noter(trace, EtatDossier.EnInstruction);
    }

    private Resultat Motiver(
        Dispositifs.Reglement reglement,
        string? regle,
        string? motivation,
        bool sansAxe = false,
        bool bloquante = false
    )
    {
        var manques = new List<Constat>();
        if (!reglement.Regles.Any(r => r.Code == regle && (!bloquante || r.Mode == Dispositifs.ModeRegle.Bloquant)))
            manques.Add(Manque(null, "Choisissez la règle sur laquelle cette issue se fonde.", "regle"));
        else if (bloquante && Grille.FirstOrDefault(c => c.Regle == regle) is { EstTenue: true } tenue)
            manques.Add(
                Manque(
                    tenue,
                    "Cette règle est tenue d’après la grille. Si elle ne l’est pas, concluez-la d’abord « non conforme » avec votre motif.",
                    "regle"
                )
            );
        if (sansAxe)
            manques.Add(Manque(null, "Dites vers quel axe le projet est orienté.", "axe"));
        if ((motivation?.Trim().Length ?? 0) < MotivationMinimale)
            manques.Add(Manque(null, $"Motivez : {MotivationMinimale} caractères au moins. Le porteur lira ce texte.", "motivation"));
        return Resultat.De(manques);
    }

    /// <summary>What a form lacks: under the line of the grid that it is about, else under no rule and no text.</summary>
    private static Constat Manque(Controle? ligne, string message, string champ) =>
        new()
        {
            Regle = ligne?.Regle ?? "",
            Nom = ligne?.Nom ?? "Saisie",
            Resultat = ResultatConstat.Bloquant,
            Message = Francais.Typographier(message),
            Source = ligne is null ? Source.Aucune : new Source(ligne.Document, ligne.Citation, []),
            Champ = champ,
        };
}
