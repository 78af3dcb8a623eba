using System.Collections.Immutable;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>The reports of the act as who follows it reads them: read, sent back, findings set aside, one more asked.</summary>
public sealed partial class ActeAttributif
{
    /// <summary>Marks it read: what is still found stays on the next one.</summary>
    /// <param name="constats">Findings that stand.</param>
    /// <exception cref="ActeImpossibleException">Not waiting to be read.</exception>
    public Resultat MarquerLu(
        EtatDesLieux etat,
        IReadOnlyCollection<ConstatDEtat> constats,
        IReadOnlyCollection<EtatDesLieux> etats,
        CadreDeLActe cadre
    )
    {
        Exiger(etat.Stade == StadeDEtat.Transmis, "cet état des lieux n’attend pas d’être lu");
        etat.Ouverts = [.. constats];
        Passer(etat, StadeDEtat.Lu, etats, cadre);
        Noter(
            new MarquerLu(
                cadre.Par.Fonction,
                DossierId,
                etat.Rang,
                constats.Count == 0 ? null : string.Join(", ", constats.Select(c => c.Code))
            )
        );
        return Resultat.De([]);
    }

    /// <summary>Sends it back, point by point.</summary>
    /// <exception cref="ActeImpossibleException">Not waiting to be read.</exception>
    public Resultat RenvoyerUnEtat(
        EtatDesLieux etat,
        IReadOnlyCollection<PointACorriger> points,
        IReadOnlyCollection<EtatDesLieux> etats,
        CadreDeLActe cadre
    )
    {
        ExigerVivant();
        Exiger(etat.Stade == StadeDEtat.Transmis, "cet état des lieux n’attend pas d’être lu");
        ImmutableArray<PointACorriger> dits = [.. points.Where(p => !string.IsNullOrWhiteSpace(p.Texte))];
        if (dits.IsEmpty)
            return Resultat.De([Manque("Dites ce qui est à corriger : un point au moins.", "autre")]);
        etat.Points = dits;
        Passer(etat, StadeDEtat.ACorriger, etats, cadre);
        Noter(
            new RenvoyerUnEtat(cadre.Par.Fonction, DossierId, etat.Rang, string.Join(" ; ", dits.Select(p => p.Texte.TrimEnd('.'))) + ".")
        );
        return Resultat.De([]);
    }

    /// <summary>Sets a finding aside, with a reason: it comes back when its figures change.</summary>
    public Resultat LeverUnConstat(EtatDesLieux etat, ConstatDEtat constat, string? motif, CadreDeLActe cadre)
    {
        Exiger(etat.Stade == StadeDEtat.Transmis, "cet état des lieux n’attend pas d’être lu");
        if (Propre(motif) is not { } raison)
            return Resultat.De([Manque("Dites pourquoi ce constat est levé.", "motif")]);
        etat.Leves = [.. etat.Leves, new ConstatLeve(constat.Code, constat.Phrase, raison, cadre.Par.Fonction, cadre.Instant)];
        Noter(new LeverUnConstat(cadre.Par.Fonction, DossierId, etat.Rang, constat.Code, raison));
        return Resultat.De([]);
    }

    /// <summary>Asks for one more report, before a day.</summary>
    /// <exception cref="ActeImpossibleException">No report is due on this act any more.</exception>
    public Resultat DemanderUnEtat(DateOnly? avant, string? motif, CadreDeLActe cadre)
    {
        Exiger(EtatAttenduLe is not null, "aucun état des lieux n’est attendu sur cet acte");
        Exiger(EtatDemandeAvantLe is null, "un état des lieux est déjà demandé sur cet acte");
        var manques = new List<Constat>();
        if (avant is null || avant <= cadre.Jour)
            manques.Add(Manque("Indiquez un jour à venir.", "avantLe"));
        if (Propre(motif) is null)
            manques.Add(Manque("Dites pourquoi : le porteur lira ce texte.", "motif"));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        (EtatDemandeAvantLe, MotifDeLEtatDemande) = (avant, motif!.Trim());
        PrevoirLEtat(cadre.Jour);
        Noter(new DemanderUnEtat(cadre.Par.Fonction, DossierId, avant, MotifDeLEtatDemande));
        return resultat;
    }

    /// <summary>Findings of a report that was sent, those set aside apart.</summary>
    /// <param name="etat">Sent.</param>
    /// <param name="etats">Every report of the act.</param>
    /// <param name="versements">Every request of the act.</param>
    public IReadOnlyList<ConstatDEtat> ConstatsDe(
        EtatDesLieux etat,
        IReadOnlyCollection<EtatDesLieux> etats,
        IReadOnlyCollection<DemandeDeVersement> versements
    )
    {
        if (etat.Transmis is not { } transmis)
            return [];
        var precedent = etats.Where(e => e.Rang < etat.Rang && e.Transmis is not null).MaxBy(e => e.Rang);
        var declarees = Euros.Somme(versements.Where(d => d.Compte && d.EstTransmise).Select(d => d.Depenses));
        var calcules = ConstatsDEtat.De(new EtatCompare(transmis, precedent?.Transmis, Valeurs, declarees, etat.TransmisLe!.Value));
        var leves = etats.Where(e => e.Rang <= etat.Rang).SelectMany(e => e.Leves).Select(l => (l.Code, l.Phrase)).ToHashSet();
        return [.. calcules.Where(c => !leves.Contains((c.Code, c.Phrase)))];
    }
}
