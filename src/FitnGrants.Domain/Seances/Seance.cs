using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances;

/// <summary>Where a session stands.</summary>
public enum EtatSeance
{
    Planifiee, Ouverte, Cloturee,
}

/// <summary>What became of a point of the agenda.</summary>
public enum EtatPoint
{
    Inscrit, Retire, Traite,
}

/// <summary>A dossier on an agenda.</summary>
public sealed class Point
{
    internal Point(Guid dossierId, int ordre)
    {
        (Id, DossierId, Ordre) = (Guid.CreateVersion7(), dossierId, ordre);
    }

    /// <summary>Identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>Dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>Rank on the agenda.</summary>
    public int Ordre { get; private set; }

    /// <summary>What became of it.</summary>
    public EtatPoint Etat { get; internal set; }
}

/// <summary>A session of an instance: the one place where decisions are recorded.</summary>
public sealed class Seance : Racine
{
    private readonly List<Point> points = [];

    private Seance()
    {
    }

    /// <summary>Dispositifs it decides on.</summary>
    public ImmutableArray<string> Dispositifs { get; private set; } = [];

    /// <summary>Code of the instance.</summary>
    public string Instance { get; private set; } = "";

    /// <summary>Its name.</summary>
    public string NomInstance { get; private set; } = "";

    /// <summary>Région.</summary>
    public string Region { get; private set; } = "";

    /// <summary>The day, or the first of the month when <see cref="AuMois"/>.</summary>
    public DateOnly Jour { get; private set; }

    /// <summary>True when only the month is known: it receives a day before it opens (R69).</summary>
    public bool AuMois { get; private set; }

    /// <summary>The day first announced, when it moved (R63).</summary>
    public DateOnly? Initiale { get; private set; }

    /// <summary>Why it moved.</summary>
    public string? MotifReport { get; private set; }

    /// <summary>Where it stands.</summary>
    public EtatSeance Etat { get; private set; }

    /// <summary>Opening.</summary>
    public DateTimeOffset? OuverteLe { get; private set; }

    /// <summary>Closing.</summary>
    public DateTimeOffset? ClotureeLe { get; private set; }

    /// <summary>The agenda.</summary>
    public IReadOnlyList<Point> Points => points;

    /// <summary>« mardi 22 juin 2021 », or « juin 2021 ».</summary>
    public string Libelle => AuMois ? Francais.MoisEtAnnee(Jour) : Francais.DateLongue(Jour);

    /// <summary>« du mardi 22 juin 2021 », or « de juin 2021 ».</summary>
    public string Du => (AuMois ? "de " : "du ") + Libelle;

    /// <summary>Day R23 counts from: the last of the month while the day is unknown.</summary>
    public DateOnly JourDeReference => AuMois ? Jour.AddMonths(1).AddDays(-1) : Jour;

    /// <summary>A session of the published calendar.</summary>
    public static Seance Planifier(Instance instance, string region, ImmutableArray<string> dispositifs, SeancePrevue prevue)
    {
        var seance = new Seance
        {
            Id = Guid.CreateVersion7(),
            Dispositifs = dispositifs,
            Instance = instance.Code,
            NomInstance = instance.Nom,
            Region = region,
            Jour = prevue.Jour,
            AuMois = prevue.AuMois,
            Initiale = prevue.Initiale,
            MotifReport = prevue.Motif,
        };
        seance.Noter("Planifier", null, nameof(EtatSeance.Planifiee), ("jour", seance.Libelle));
        return seance;
    }

    /// <summary>Last Paris day of (re)deposit to be on the agenda; null where the dispositif sets no delay (A11).</summary>
    public DateOnly? LimiteOrdreDuJour(int? delaiJours) => delaiJours is { } delai ? JourDeReference.AddDays(-delai) : null;

    /// <summary>Puts a dossier on the agenda, last.</summary>
    /// <param name="dossier">A dossier « instruit » of one of the session's dispositifs.</param>
    /// <param name="delaiJours">Cut-off delay of its dispositif, in days; null without one.</param>
    /// <param name="par">The secretary.</param>
    /// <exception cref="ActeImpossibleException">Not planned, another dispositif, past the cut-off, or not ready.</exception>
    public void Inscrire(Dossier dossier, int? delaiJours, Acteur par)
    {
        Exiger(Etat == EtatSeance.Planifiee, "l’ordre du jour se compose avant l’ouverture de la séance");
        Exiger(Dispositifs.Contains(dossier.Dispositif), "cette séance n’examine pas ce dispositif");
        if (LimiteOrdreDuJour(delaiJours) is { } limite && dossier.DernierDepotLe is { } depot && JourDeParis.De(depot) > limite)
            throw new ActeImpossibleException(
                $"Action impossible : déposé après le {Francais.Date(limite)}, ce dossier relève de la séance suivante.");
        dossier.EntrerALOrdreDuJour(this, par);
        var ordre = points.Count == 0 ? 1 : points.Max(p => p.Ordre) + 1;
        points.Add(new Point(dossier.Id, ordre));
        Reviser();
    }

    /// <summary>Takes a dossier off the agenda, with a reason.</summary>
    /// <exception cref="ActeImpossibleException">Closed, or the dossier is not on this agenda.</exception>
    public void Retirer(Dossier dossier, string motif, Acteur par)
    {
        Exiger(Etat != EtatSeance.Cloturee, "la séance est clôturée");
        Exiger(!string.IsNullOrWhiteSpace(motif), "dites pourquoi le dossier est retiré");
        var point = PointInscrit(dossier);
        dossier.SortirDeLOrdreDuJour(this, par, motif);
        point.Etat = EtatPoint.Retire;
        Reviser();
    }

    /// <summary>Opens the session, from its day on.</summary>
    /// <exception cref="ActeImpossibleException">Not planned, no day yet, or before its day.</exception>
    public void Ouvrir(Acteur par, DateTimeOffset instant)
    {
        Exiger(Etat == EtatSeance.Planifiee, "la séance a déjà été ouverte");
        Exiger(!AuMois, "la séance doit d’abord recevoir un jour");
        Exiger(JourDeParis.De(instant) >= Jour, $"la séance s’ouvre à partir du {Francais.Date(Jour)}");
        Etat = EtatSeance.Ouverte;
        OuverteLe = instant;
        Noter("Ouvrir", nameof(EtatSeance.Planifiee), nameof(EtatSeance.Ouverte), ("par", par.Fonction));
    }

    /// <summary>Closes the session once every point is decided or withdrawn.</summary>
    /// <exception cref="ActeImpossibleException">Not open, or a point remains.</exception>
    public void Cloturer(Acteur par, DateTimeOffset instant)
    {
        Exiger(Etat == EtatSeance.Ouverte, "la séance n’est pas ouverte");
        var restants = points.Count(p => p.Etat == EtatPoint.Inscrit);
        Exiger(restants == 0, $"{Francais.Compte(restants, "point reste", "points restent")} à décider ou à retirer");
        Etat = EtatSeance.Cloturee;
        ClotureeLe = instant;
        Noter("Cloturer", nameof(EtatSeance.Ouverte), nameof(EtatSeance.Cloturee), ("par", par.Fonction));
    }

    /// <summary>
    /// Records a decision. Every rule of the decision is asked; an accord also asks for a grid without « non conforme ».
    /// The envelope and the accords in <paramref name="situation"/> must have been read under the envelope's lock.
    /// </summary>
    /// <returns>The outcome, and the decision when it is accepted.</returns>
    /// <exception cref="ActeImpossibleException">The session is not open, or the dossier is no longer on its agenda.</exception>
    public (Resultat Resultat, Decision? Decision) Decider(
        Dossier dossier, DecisionProposee proposee, Reglement reglement, Situation situation, Acteur par, DateTimeOffset instant)
    {
        Exiger(Etat == EtatSeance.Ouverte, "une décision s’enregistre pendant la séance, une fois ouverte et avant sa clôture");
        var point = PointInscrit(dossier);
        var candidature = dossier.Candidature(dossier.Porteur!, instant);
        var examen = Examen.Faire(
            reglement, candidature,
            situation with { DateSeance = Jour, ReceptionLe = dossier.DeposeLe, NombreARevoir = dossier.NombreARevoir }, Moment.Decision, proposee);
        var resultat = Resultat.De(Pertinents(examen, proposee).Concat(proposee.Type == TypeDecision.Accord ? NonConformes(dossier) : []));
        if (!resultat.EstAccepte)
            return (resultat, null);

        var unique = reglement.Regles.Any(r => r is { Mode: ModeRegle.Bloquant, Regle: UnSeulProjetIndividuel });
        var reserve = proposee.Type == TypeDecision.Accord && unique && !candidature.EstGroupement ? dossier.Siren : null;
        var decision = Decision.Enregistrer(this, Jour, dossier, proposee, par.Fonction, instant, reserve);
        dossier.Recevoir(decision, par);
        point.Etat = EtatPoint.Traite;
        Reviser();
        return (resultat, decision);
    }

    /// <summary>The rules of money and of the calendar bind an accord only; à revoir and refus need their reasons.</summary>
    private static IEnumerable<Constat> Pertinents(Examen examen, DecisionProposee proposee)
    {
        var deDecision = examen.Reglement.Regles.Where(r => r.Regle.Groupe == GroupeDeRegles.Decision).Select(r => r.Code).ToHashSet();
        return examen.Constats.Where(c => proposee.Type == TypeDecision.Accord || deDecision.Contains(c.Activee));
    }

    private static IEnumerable<Constat> NonConformes(Dossier dossier) => dossier.Grille
        .Where(c => c.Conclusion == Conclusion.NonConforme)
        .Select(c => new Constat
        {
            Regle = c.Regle,
            Nom = c.Nom,
            Resultat = ResultatConstat.Bloquant,
            Message = Francais.Typographier($"L’instruction a conclu « non conforme » pour {c.Nom} ({c.Regle}) : l’accord est impossible."),
            Source = new Source(c.Document, c.Citation, []),
        });

    private Point PointInscrit(Dossier dossier) =>
        points.Find(p => p.DossierId == dossier.Id && p.Etat == EtatPoint.Inscrit)
        ?? throw new ActeImpossibleException("Action impossible : ce dossier n’attend pas de décision à cette séance.");

    private static void Exiger(bool possible, string raison)
    {
        if (!possible)
            throw new ActeImpossibleException($"Action impossible : {raison}.");
    }
}
