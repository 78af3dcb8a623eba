using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

/// <summary>What may still be paid, and the article that says no more than that.</summary>
/// <param name="Montant">Euros.</param>
/// <param name="Article">Of the décret n° 2018-514, or of the act.</param>
public sealed record Plafond(Euros Montant, string Article);

/// <summary>
/// What is due on an act, and what was paid of it (suivi.md, 3). M is the amount granted at most, D the subsidised cost, R what is
/// retained:
/// du(R) = min(M, M × R ÷ D rounded down to the cent).
/// </summary>
/// <param name="Valeurs">What the act says that day.</param>
/// <param name="Demandes">Every request of the act.</param>
/// <param name="Recouvre">Euros given back.</param>
public sealed record Liquidation(ValeursDeLActe Valeurs, IReadOnlyCollection<DemandeDeVersement> Demandes, Euros Recouvre)
{
    /// <summary>Euros paid and not given back.</summary>
    public Euros Paye => Euros.Somme(Demandes.Where(d => d.Etat == EtatDeVersement.Payee).Select(d => d.Paye!.Value)) - Recouvre;

    /// <summary>Euros controlled and not paid yet.</summary>
    public Euros EnCours =>
        Euros.Somme(Demandes.Where(d => d.Etat is EtatDeVersement.Controlee or EtatDeVersement.Ordonnancee).Select(d => d.Montant!.Value));

    /// <summary>E: what limits are checked on.</summary>
    public Euros Engage => EnCours + Paye;

    /// <summary>R: costs retained by every control, in euros.</summary>
    public Euros Retenu => Euros.Somme(Demandes.Select(d => d.Retenu));

    /// <summary>Ceiling of the avance, in euros.</summary>
    public Euros PlafondDAvance => Valeurs.Montant.Plafond(new Taux(Valeurs.Termes.AvancePct));

    /// <summary>Ceiling of avance and acomptes, in euros (A33).</summary>
    public Euros PlafondDAcomptes => Valeurs.Montant.Plafond(new Taux(Valeurs.Termes.AcomptesPct));

    /// <summary>Avance that counts, in euros.</summary>
    public Euros Avance =>
        Euros.Somme(
            Demandes.Where(d => d.Nature == NatureDeVersement.Avance && d.EstControlee).Select(d => d.Paye ?? d.Montant ?? Euros.Zero)
        );

    /// <summary>du(R), in euros: exact, rounded down to the cent; zero where nothing is retained.</summary>
    public Euros Du(Euros retenu)
    {
        static Int128 Centimes(Euros e) => (Int128)(e.Montant * 100m);
        if (retenu <= Euros.Zero)
            return Euros.Zero;
        var du = Centimes(Valeurs.Montant) * Centimes(retenu) / Centimes(Valeurs.Depense);
        return Euros.Min(Valeurs.Montant, new Euros((decimal)du / 100m));
    }

    /// <summary>What the balance comes to: aid never passes the planned cost (décret n° 2018-514, art. 10).</summary>
    /// <param name="retenu">Costs retained in all, in euros.</param>
    /// <param name="autresAides">Public aid received or due beside this one, in euros.</param>
    public Euros Definitif(Euros retenu, Euros autresAides) => Euros.Min(Du(retenu), Valeurs.Depense.Moins(autresAides));

    /// <summary>What a request may be paid at most, the others standing as they are.</summary>
    /// <param name="demande">The request.</param>
    /// <param name="retenu">Costs that its control retains, in euros.</param>
    public Plafond Possible(DemandeDeVersement demande, Euros retenu)
    {
        var autres = Sans(demande);
        var (engage, total) = (autres.Engage, autres.Retenu + retenu);
        return demande.Nature switch
        {
            NatureDeVersement.Avance => new Plafond(
                PlafondDAvance.Moins(engage),
                $"art. 12 : avance de {Valeurs.Termes.AvancePct} % au plus"
            ),
            NatureDeVersement.Acompte => DeLAcompte(autres, engage, total),
            _ => new Plafond(
                Definitif(total, demande.AutresAides ?? Euros.Zero).Moins(engage),
                "art. 10 : le montant dû à la liquidation, moins ce qui est versé"
            ),
        };
    }

    /// <summary>The most that requests not controlled yet may give, all together: their costs retained whole.</summary>
    public Euros DemandeAuPlus(IReadOnlyCollection<DemandeDeVersement> demandes)
    {
        if (demandes.Count == 0)
            return Euros.Zero;
        var autres = this with { Demandes = [.. Demandes.Except(demandes)] };
        var total = autres.Retenu + Euros.Somme(demandes.Select(d => d.Depenses));
        if (demandes.FirstOrDefault(d => d.Nature == NatureDeVersement.Solde) is { } solde)
            return Definitif(total, solde.AutresAides ?? Euros.Zero).Moins(autres.Engage);
        var avance = autres.Avance + Euros.Somme(demandes.Select(d => d.Demande ?? Euros.Zero));
        var du = Du(total);
        return Euros.Min(du > avance ? du : avance, PlafondDAcomptes).Moins(autres.Engage);
    }

    /// <summary>The same without one request.</summary>
    public Liquidation Sans(DemandeDeVersement demande) => this with { Demandes = [.. Demandes.Where(d => d != demande)] };

    private Plafond DeLAcompte(Liquidation autres, Euros engage, Euros retenu)
    {
        var du = Du(retenu);
        // The avance counts inside: what is due below it gives nothing yet.
        var porte = du > autres.Avance ? du : autres.Avance;
        return porte <= PlafondDAcomptes
            ? new Plafond(porte.Moins(engage), "art. 12 : les acomptes suivent les dépenses retenues, avance comprise")
            : new Plafond(
                PlafondDAcomptes.Moins(engage),
                $"art. 12 : avance et acomptes ne dépassent pas {Valeurs.Termes.AcomptesPct} % de l’aide"
            );
    }
}
