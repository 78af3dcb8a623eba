using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances.Traces;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances;

/// <summary>The calendar: planned, moved, cancelled.</summary>
public sealed partial class Seance
{
    /// <summary>A session of the published calendar, or one that the secretary adds.</summary>
    /// <param name="instance">The body that decides.</param>
    /// <param name="region">Its région.</param>
    /// <param name="dispositifs">Codes of the dispositifs it decides on.</param>
    /// <param name="departements">Départements whose préfectures sit, beside the SGAR (R60).</param>
    /// <param name="prevue">Its day or its month.</param>
    /// <param name="par">Who plans it; null for the calendar of the règlement.</param>
    public static Seance Planifier(
        Instance instance,
        string region,
        ImmutableArray<string> dispositifs,
        IEnumerable<string> departements,
        SeancePrevue prevue,
        Acteur? par = null
    )
    {
        var seance = new Seance
        {
            Id = Guid.CreateVersion7(),
            Dispositifs = dispositifs,
            Instance = instance.Code,
            NomInstance = instance.Nom,
            Region = region,
            Jour = prevue.AuMois ? new DateOnly(prevue.Jour.Year, prevue.Jour.Month, 1) : prevue.Jour,
            AuMois = prevue.AuMois,
            Initiale = prevue.Initiale,
            MotifReport = prevue.Motif,
            Membres =
            [
                new Membre(Membre.Sgar, null),
                .. departements.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(d => new Membre(d, null)),
            ],
        };
        seance.Noter(new Planifier(par?.Fonction, seance.Libelle), null, nameof(EtatSeance.Planifiee));
        return seance;
    }

    /// <summary>Last Paris day of (re)deposit to be on the agenda; null where the dispositif sets no delay (A11).</summary>
    public DateOnly? LimiteOrdreDuJour(int? delaiJours) => delaiJours is { } delai ? JourDeReference.AddDays(-delai) : null;

    /// <summary>Why a session cannot be planned on a day or moved to it, as a sentence for the field; null when it can (R63).</summary>
    public static string? ObstacleAuJour(DateOnly jour, bool auMois, DateOnly aujourdhui) =>
        (auMois ? new DateOnly(jour.Year, jour.Month, 1).AddMonths(1).AddDays(-1) : jour) < aujourdhui
            ? Francais.Typographier($"Cette date est passée : choisissez le {Francais.Date(aujourdhui)} ou un jour à venir.")
            : null;

    /// <summary>
    /// Moves the session, or gives a day to a month. The agenda and its order are kept; the cut-off follows; the first date
    /// and every move stay (R63).
    /// </summary>
    /// <param name="jour">The new day, or any day of the new month.</param>
    /// <param name="auMois">True to keep the month only.</param>
    /// <param name="motif">Why; not blank.</param>
    /// <param name="par">The secretary.</param>
    /// <param name="instant">Now.</param>
    /// <exception cref="ActeImpossibleException">Opened, closed or cancelled; to the past; to where it already is; without a
    /// reason.</exception>
    public void Deplacer(DateOnly jour, bool auMois, string motif, Acteur par, DateTimeOffset instant)
    {
        var vers = auMois ? new DateOnly(jour.Year, jour.Month, 1) : jour;
        Exiger(
            Etat == EtatSeance.Planifiee,
            Etat == EtatSeance.Annulee ? "la séance est annulée" : "une séance ouverte ne se déplace plus"
        );
        if (ObstacleAuJour(vers, auMois, JourDeParis.De(instant)) is { } obstacle)
            throw new ActeImpossibleException(obstacle);
        Exiger((vers, auMois) != (Jour, AuMois), "la séance a déjà lieu à cette date");
        Exiger(!string.IsNullOrWhiteSpace(motif), "dites pourquoi la séance est déplacée");
        var deplacement = new Deplacement(Jour, AuMois, vers, auMois, motif.Trim(), par.Fonction, instant);
        Deplacements = [.. Deplacements, deplacement];
        Initiale ??= AuMois ? null : Jour;
        (Jour, AuMois, MotifReport) = (vers, auMois, deplacement.Motif);
        Noter(new Deplacer(par.Fonction, deplacement.Motif), deplacement.De, deplacement.A);
    }

    /// <summary>Cancels the session: each point goes back to the dossiers that are ready.</summary>
    /// <param name="inscrits">The dossiers of its live points.</param>
    /// <param name="motif">Why; not blank.</param>
    /// <param name="par">The secretary.</param>
    /// <exception cref="ActeImpossibleException">Opened, closed or cancelled already; without a reason; a dossier is missing.</exception>
    public void Annuler(IReadOnlyCollection<Dossier> inscrits, string motif, Acteur par)
    {
        Exiger(
            Etat == EtatSeance.Planifiee,
            Etat == EtatSeance.Annulee ? "la séance est déjà annulée" : "une séance ouverte ne s’annule plus"
        );
        Exiger(!string.IsNullOrWhiteSpace(motif), "dites pourquoi la séance est annulée");
        foreach (var point in points.Where(p => p.Etat == EtatPoint.Inscrit))
        {
            var dossier = inscrits.SingleOrDefault(d => d.Id == point.DossierId)
                ?? throw new ActeImpossibleException("Action impossible : l’ordre du jour a changé, rechargez la page.");
            dossier.SortirDeLOrdreDuJour(this, par, $"Séance annulée : {motif.Trim()}");
            point.EtreRetire(motif.Trim());
        }
        Etat = EtatSeance.Annulee;
        MotifAnnulation = motif.Trim();
        Noter(new Annuler(par.Fonction, MotifAnnulation), nameof(EtatSeance.Planifiee), nameof(EtatSeance.Annulee));
    }
}
