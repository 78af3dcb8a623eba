using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances.Traces;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances;

/// <summary>Those who sit: presence, withdrawal from a point, opinion, and what is proposed before their eyes.</summary>
public sealed partial class Seance
{
    /// <summary>The member an actor speaks for under a right; null when it speaks for none.</summary>
    public string? MembreDe(Acteur acteur, Droit droit) =>
        acteur
            .Pour(droit)
            .Where(h => h.Region == Region)
            .Select(h => h.Departement ?? Membre.Sgar)
            .FirstOrDefault(c => Membres.Any(m => m.Code == c));

    /// <summary>Records who sits.</summary>
    /// <param name="presences">By code of member; null for one not said.</param>
    /// <param name="par">The secretary.</param>
    /// <exception cref="ActeImpossibleException">Closed or cancelled.</exception>
    public void Pointer(IReadOnlyDictionary<string, Presence?> presences, Acteur par)
    {
        Exiger(Etat != EtatSeance.Annulee, "la séance est annulée");
        Membres = [.. Membres.Select(m => m with { Presence = presences.GetValueOrDefault(m.Code) })];
        Noter(new Pointer(par.Fonction, string.Join(' ', Membres.Where(m => m.Siege).Select(m => m.Code))));
    }

    /// <summary>Declares that a member takes no part in a point, before it is called.</summary>
    /// <exception cref="ActeImpossibleException">Already called, already declared, no such member, or without a reason.</exception>
    public void Deporter(Guid dossier, string membre, string motif, Acteur par, DateTimeOffset instant)
    {
        var point = PointInscrit(dossier);
        Exiger(Membres.Any(m => m.Code == membre), "ce membre ne siège pas à cette séance");
        Exiger(point.AppeleLe is null, "le point est déjà appelé, un déport se déclare avant");
        Exiger(!point.EstDeporte(membre), "ce déport est déjà déclaré");
        Exiger(!string.IsNullOrWhiteSpace(motif), "dites pourquoi le membre se déporte");
        point.Deports = [.. point.Deports, new Deport(membre, motif.Trim(), par.Fonction, instant)];
        point.Avis = [.. point.Avis.Where(a => a.Membre != membre)];
        point.Rapporteur = point.Rapporteur == membre ? null : point.Rapporteur;
        Consigner(new Deporter(par.Fonction, dossier, membre));
    }

    /// <summary>Gives a member's opinion on a point, or replaces it, before it is called.</summary>
    /// <exception cref="ActeImpossibleException">Already called, withdrawn from it, or no such member.</exception>
    public void Opiner(Guid dossier, string membre, SensAvis sens, string? texte, Acteur par, DateTimeOffset instant)
    {
        var point = PointInscrit(dossier);
        Exiger(Membres.Any(m => m.Code == membre), "ce membre ne siège pas à cette séance");
        Exiger(point.AppeleLe is null, "le point est déjà appelé, un avis se donne avant");
        Exiger(!point.EstDeporte(membre), "ce membre s’est déporté de ce point");
        point.Avis = [.. point.Avis.Where(a => a.Membre != membre), new AvisDeMembre(membre, sens, texte, par.Fonction, instant)];
        Consigner(new Opiner(par.Fonction, dossier, membre, sens));
    }

    /// <summary>Calls a point: everyone sees it large.</summary>
    /// <exception cref="ActeImpossibleException">The session is not open, or the dossier is not on its agenda.</exception>
    public void Appeler(Guid dossier, Acteur par, DateTimeOffset instant)
    {
        Exiger(Etat == EtatSeance.Ouverte, "la séance n’est pas ouverte");
        var point = points.Find(p => p.DossierId == dossier && p.Etat != EtatPoint.Retire);
        Exiger(point is not null, "ce dossier n’est pas à l’ordre du jour");
        point!.AppeleLe ??= instant;
        PointCourant = dossier;
        Consigner(new Appeler(par.Fonction, dossier));
    }

    /// <summary>Puts a proposal before everyone's eyes. It binds nobody: only a decision does.</summary>
    /// <exception cref="ActeImpossibleException">The session is not open, or the dossier waits for no decision.</exception>
    public void Proposer(Guid dossier, TypeDecision type, Euros? montant, Acteur par, DateTimeOffset instant)
    {
        Exiger(Etat == EtatSeance.Ouverte, "la séance n’est pas ouverte");
        var point = PointInscrit(dossier);
        point.AppeleLe ??= instant;
        PointCourant = dossier;
        point.Proposition = new Proposition(type, type == TypeDecision.Accord ? montant : null, par.Fonction, instant);
        Consigner(new Proposer(par.Fonction, dossier, type, point.Proposition.Montant));
    }
}
