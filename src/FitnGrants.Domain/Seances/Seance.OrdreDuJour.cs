using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances.Traces;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances;

/// <summary>The agenda: who is on it, in what order, who presents.</summary>
public sealed partial class Seance
{
    /// <summary>Puts a dossier on the agenda, last, once the rules of the agenda accept it (R70).</summary>
    /// <param name="dossier">A dossier « instruit » of one of the session's dispositifs.</param>
    /// <param name="reglement">Its règlement: the cut-off delay and the rules of the agenda.</param>
    /// <param name="par">The secretary.</param>
    /// <exception cref="ActeImpossibleException">Not planned, another dispositif, past the cut-off, or not ready.</exception>
    public Resultat Inscrire(Dossier dossier, Reglement reglement, Acteur par)
    {
        Exiger(Etat == EtatSeance.Planifiee, "l’ordre du jour se compose avant l’ouverture de la séance");
        Exiger(Dispositifs.Contains(dossier.Dispositif), "cette séance n’examine pas ce dispositif");
        if (
            LimiteOrdreDuJour(reglement.DelaiOrdreDuJourJours) is { } limite
            && dossier.DernierDepotLe is { } depot
            && JourDeParis.De(depot) > limite
        )
            throw new ActeImpossibleException(
                $"Action impossible : déposé après le {Francais.Date(limite)}, ce dossier relève de la séance suivante."
            );
        var resultat = dossier.EntrerALOrdreDuJour(this, reglement, par);
        if (!resultat.EstAccepte)
            return resultat;
        var ordre = points.Count == 0 ? 1 : points.Max(p => p.Ordre) + 1;
        // A withdrawal of a member is for good: taking the dossier off and putting it back does not lift it.
        points.Add(new Point(dossier.Id, ordre) { Deports = points.LastOrDefault(p => p.DossierId == dossier.Id)?.Deports ?? [] });
        Renumeroter();
        Reviser();
        return resultat;
    }

    /// <summary>Takes a dossier off the agenda, with a reason.</summary>
    /// <exception cref="ActeImpossibleException">Closed, or the dossier is not on this agenda.</exception>
    public void Retirer(Dossier dossier, string motif, Acteur par)
    {
        Exiger(Etat is EtatSeance.Planifiee or EtatSeance.Ouverte, "la séance est clôturée");
        Exiger(!string.IsNullOrWhiteSpace(motif), "dites pourquoi le dossier est retiré");
        var point = PointInscrit(dossier.Id);
        dossier.SortirDeLOrdreDuJour(this, par, motif);
        point.EtreRetire(motif.Trim());
        PointCourant = PointCourant == dossier.Id ? null : PointCourant;
        Renumeroter();
        Reviser();
    }

    /// <summary>Takes off the agenda a dossier that its porteur withdraws, before the session begins.</summary>
    /// <exception cref="ActeImpossibleException">The session has begun: whether it decided is not told before the notification.</exception>
    public void LaisserRetirer(Dossier dossier, string? motif, Acteur par)
    {
        if (Etat != EtatSeance.Planifiee)
            throw new ActeImpossibleException(
                "Action impossible : votre dossier est examiné en séance. Attendez la décision, elle vous est notifiée."
            );
        Retirer(dossier, "Retiré par le porteur.", par);
        dossier.Retirer(motif, par);
    }

    /// <summary>Gives the points another order.</summary>
    /// <param name="dossiers">Every dossier of the agenda, once, in the wanted order.</param>
    /// <param name="par">The secretary.</param>
    /// <exception cref="ActeImpossibleException">Closed or cancelled, the list is not that of the agenda, or a decided point would
    /// move.</exception>
    public void Ordonner(IReadOnlyList<Guid> dossiers, Acteur par)
    {
        Exiger(Etat is EtatSeance.Planifiee or EtatSeance.Ouverte, "l’ordre du jour ne change plus");
        var vivants = points.Where(p => p.Etat != EtatPoint.Retire).ToDictionary(p => p.DossierId);
        Exiger(
            dossiers.Count == vivants.Count
                && dossiers.Distinct().All(vivants.ContainsKey)
                && dossiers.Distinct().Count() == dossiers.Count,
            "l’ordre du jour a changé, rechargez la page"
        );
        Exiger(
            vivants.Values.All(p => p.Etat != EtatPoint.Traite || dossiers[p.Ordre - 1] == p.DossierId),
            "un point décidé garde son rang"
        );
        for (var i = 0; i < dossiers.Count; i++)
            vivants[dossiers[i]].Ordre = i + 1;
        Noter(new Ordonner(par.Fonction));
    }

    /// <summary>Entrusts a point to a member, or to nobody.</summary>
    /// <exception cref="ActeImpossibleException">The point waits for no decision, or nobody of this code sits.</exception>
    public void ConfierLeRapport(Guid dossier, string? membre, Acteur par)
    {
        var point = PointInscrit(dossier);
        Exiger(membre is null || Membres.Any(m => m.Code == membre), "ce rapporteur ne siège pas à cette séance");
        Exiger(!point.EstDeporte(membre), "ce membre s’est déporté de ce point");
        point.Rapporteur = membre;
        Noter(new ConfierLeRapport(par.Fonction, dossier, membre));
    }

    /// <summary>The agenda has no hole: a withdrawn point leaves its rank to the next.</summary>
    private void Renumeroter()
    {
        var ordre = 0;
        foreach (var point in points.Where(p => p.Etat != EtatPoint.Retire).OrderBy(p => p.Ordre))
            point.Ordre = ++ordre;
    }
}
