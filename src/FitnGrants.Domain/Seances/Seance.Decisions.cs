using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;

namespace FitnGrants.Domain.Seances;

/// <summary>What a decision is judged with.</summary>
/// <param name="Reglement">The règlement of the dossier's first deposit.</param>
/// <param name="Situation">Envelope and accords, read under the envelope's lock, without the decision being rectified.</param>
/// <param name="Par">Who records it.</param>
/// <param name="Instant">When.</param>
/// <param name="SeparationStricte">True when who instructed may not record (domain.md 3.2); it only alerts otherwise.</param>
public sealed record CadreDeDecision(
    Reglement Reglement,
    Situation Situation,
    Acteur Par,
    DateTimeOffset Instant,
    bool SeparationStricte = false
);

/// <summary>What recording a decision comes to.</summary>
/// <param name="Resultat">Each rule that was asked.</param>
/// <param name="Decision">Null where a rule refused it.</param>
/// <param name="Engagement">What an accord takes from its envelope; null for any other decision.</param>
public sealed record DecisionRendue(Resultat Resultat, Decision? Decision = null, Engagement? Engagement = null)
{
    public void Deconstruct(out Resultat resultat, out Decision? decision) => (resultat, decision) = (Resultat, Decision);
}

/// <summary>Decisions, and their rectification before anyone is told.</summary>
public sealed partial class Seance
{
    /// <summary>
    /// Records a decision. Every rule of the decision is asked; an accord also asks for a grid without « non conforme ».
    /// </summary>
    /// <exception cref="ActeImpossibleException">The session is not open, or the dossier is no longer on its agenda.</exception>
    public DecisionRendue Decider(Dossier dossier, DecisionProposee proposee, CadreDeDecision cadre)
    {
        Exiger(Etat == EtatSeance.Ouverte, "une décision s’enregistre pendant la séance, une fois ouverte et avant sa clôture");
        var point = PointInscrit(dossier.Id);
        var rendue = Juger(dossier, proposee, cadre, null);
        if (rendue is not (var resultat, { } decision))
            return rendue;
        dossier.Recevoir(decision, Alertes(resultat), cadre.Par);
        point.Etat = EtatPoint.Traite;
        point.AppeleLe ??= cadre.Instant;
        Reviser();
        return rendue;
    }

    /// <summary>
    /// Replaces a decision that nobody was told of: one act annuls it, releases what it held, judges again and records the new
    /// one. The former stays readable, with its reason.
    /// </summary>
    /// <param name="ancienne">The decision that holds; not notified.</param>
    /// <param name="dossier">Its dossier.</param>
    /// <param name="proposee">The new decision.</param>
    /// <param name="motif">Why; not blank.</param>
    /// <param name="cadre">What it is judged with.</param>
    /// <exception cref="ActeImpossibleException">Notified or annulled already, another session's, or the session is neither open nor
    /// closed.</exception>
    public DecisionRendue Rectifier(Decision ancienne, Dossier dossier, DecisionProposee proposee, string motif, CadreDeDecision cadre)
    {
        Exiger(Etat is EtatSeance.Ouverte or EtatSeance.Cloturee, "la séance n’a pas eu lieu");
        Exiger(
            ancienne.SeanceId == Id && ancienne.DossierId == dossier.Id && ancienne.VersionDossier == dossier.Version,
            "cette décision n’est pas la dernière"
        );
        Exiger(ancienne.NotifieeLe is null, "cette décision est déjà notifiée, elle ne se rectifie plus");
        Exiger(ancienne.AnnuleeParId is null, "cette décision est déjà rectifiée");
        Exiger(!string.IsNullOrWhiteSpace(motif), "dites pourquoi la décision est rectifiée");
        var rendue = Juger(dossier, proposee, cadre, motif.Trim());
        if (rendue is not (var resultat, { } decision))
            return rendue;
        ancienne.EtreAnnulee(decision);
        dossier.Rectifier(ancienne, decision, Alertes(resultat), cadre.Par);
        Reviser();
        return rendue;
    }

    /// <summary>
    /// Codes of the rules that alerted and did not stop, and the separation where no rule says it: the journal keeps them.
    /// </summary>
    private static string? Alertes(Resultat resultat) =>
        string.Join(
            ' ',
            resultat
                .Constats.Where(c => c.Resultat == ResultatConstat.Alerte)
                .Select(c => c.Regle.Length > 0 ? c.Regle : "separation")
                .Distinct(StringComparer.Ordinal)
        )
            is { Length: > 0 } codes
            ? codes
            : null;

    private DecisionRendue Juger(Dossier dossier, DecisionProposee proposee, CadreDeDecision cadre, string? rectification)
    {
        var candidature = dossier.CandidatureRetenue(cadre.Reglement, cadre.Instant);
        var motivee = proposee with
        {
            Fondements = [.. proposee.Fondements.Union(Motifs.Fondements(proposee.Motifs, cadre.Reglement)).Order()],
        };
        // What was sent back is not sent back twice by its own rectification.
        var situation = dossier.Completer(cadre.Situation) with { DateSeance = Jour };
        var examen = Examen.Faire(
            cadre.Reglement,
            candidature,
            rectification is null
                ? situation
                : situation with
                {
                    NombreARevoir = dossier.NombreARevoir - (dossier.Etat == EtatDossier.EnReconstruction ? 1 : 0),
                },
            Moment.Decision,
            motivee
        );
        var resultat = Resultat.De(
            Pertinents(examen, motivee)
                .Concat(motivee.Type == TypeDecision.Accord ? NonConformes(dossier) : [])
                .Concat(Separation(dossier, cadre))
        );
        if (!resultat.EstAccepte)
            return new DecisionRendue(resultat);
        var decision = Decision.Enregistrer(this, dossier, motivee, cadre, rectification);
        if (motivee.Type != TypeDecision.Accord)
            return new DecisionRendue(resultat, decision);
        var unique = cadre.Reglement.Regles.Any(r => r is { Mode: ModeRegle.Bloquant, Regle: UnSeulProjetIndividuel });
        var reserve = unique && !candidature.EstGroupement ? situation.Place ?? dossier.Siren : null;
        return new DecisionRendue(resultat, decision, Engagement.De(decision, reserve));
    }

    /// <summary>The rules of money and of the calendar bind an accord only; à revoir and refus need their reasons.</summary>
    private static IEnumerable<Constat> Pertinents(Examen examen, DecisionProposee proposee)
    {
        var deDecision = examen.Reglement.Regles.Where(r => r.Regle.Groupe == GroupeDeRegles.Decision).Select(r => r.Code).ToHashSet();
        return examen.Constats.Where(c => proposee.Type == TypeDecision.Accord || deDecision.Contains(c.Activee));
    }

    private static IEnumerable<Constat> NonConformes(Dossier dossier) =>
        dossier
            .Grille.Where(c => c.Conclusion == Conclusion.NonConforme)
            .Select(c => new Constat
            {
                Regle = c.Regle,
                Activee = c.Regle,
                Nom = c.Nom,
                Resultat = ResultatConstat.Bloquant,
                Message = Francais.Typographier(
                    $"L’instruction a conclu « non conforme » pour {c.Nom} ({c.Regle}) : l’accord est impossible."
                ),
                Source = new Source(c.Document, c.Citation, []),
            });

    /// <summary>
    /// Who instructs does not record: the rule that decisions are motivated speaks of those of the instance, not of one agent. A règlement
    /// without that rule keeps the separation, under no text.
    /// </summary>
    private static IEnumerable<Constat> Separation(Dossier dossier, CadreDeDecision cadre)
    {
        var instruit = dossier.Instructeur == cadre.Par.Id || dossier.Grille.Any(c => c.Agent == cadre.Par.Id);
        if (!instruit)
            yield break;
        var regle = cadre.Reglement.Trouver<DecisionMotivee>();
        yield return new Constat
        {
            Regle = regle?.Code ?? "",
            Nom = "Séparation de l’instruction et de la décision",
            Resultat = cadre.SeparationStricte ? ResultatConstat.Bloquant : ResultatConstat.Alerte,
            Message = Francais.Typographier(
                cadre.SeparationStricte
                    ? "Vous avez instruit ce dossier : une autre personne enregistre sa décision."
                    : "Vous avez instruit ce dossier et vous enregistrez sa décision : le journal le garde."
            ),
            Source = regle?.Source ?? Source.Aucune,
        };
    }
}
