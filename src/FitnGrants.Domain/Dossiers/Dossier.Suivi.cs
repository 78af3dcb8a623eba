using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Dossiers;

/// <summary>A delay that was prolonged.</summary>
/// <param name="Du">Last Paris day before.</param>
/// <param name="Au">Last Paris day from then on.</param>
/// <param name="Motif">Why.</param>
/// <param name="Le">When it was decided.</param>
/// <param name="ApresLAccord">True where who manages decided it, and not the service that instructs.</param>
/// <param name="JoursSuspendus">Days that requests had suspended by then: its new term counts them, those that follow add to it.</param>
public sealed record Prorogation(DateOnly Du, DateOnly Au, string Motif, DateTimeOffset Le, bool ApresLAccord, int JoursSuspendus = 0);

/// <summary>After the accord: the act leads, the dossier follows (suivi.md, 2).</summary>
public sealed partial class Dossier
{
    /// <summary>Each time its legal delay was prolonged, the first first.</summary>
    public ImmutableArray<Prorogation> Prorogations { get; private set; } = [];

    /// <summary>Says on a later day that silence will be a rejection, before it is one (décret n° 2018-514, art. 7; A31).</summary>
    /// <param name="au">Last Paris day from now on.</param>
    /// <param name="motif">Why; the porteur reads it.</param>
    /// <param name="acte">What the accord has become; null before one.</param>
    /// <param name="par">The instructor before the accord, who manages after.</param>
    /// <param name="instant">When.</param>
    /// <exception cref="ActeImpossibleException">The delay is over, stands still, or nothing is awaited.</exception>
    public Resultat Proroger(DateOnly? au, string? motif, ActeAttributif? acte, Acteur par, DateTimeOffset instant)
    {
        Exiger(
            DelaiLegal.DeDecision(Etat, RejetImpliciteLe, SuspenduDepuis) is not null
                // A decision that nobody was told of stops no clock, and this must not tell of it.
                || (acte is null ? NotificationEnAttente : Etat == EtatDossier.AccordSousReserve && acte.Etat != EtatActe.Notifie)
        );
        if (SuspenduDepuis is not null)
            throw new ActeImpossibleException("Action impossible : ce délai est suspendu, le porteur répond à une demande.");
        if (RejetImpliciteLe < JourDeParis.De(instant))
            throw new ActeImpossibleException(
                $"Action impossible : le délai a pris fin le {Francais.Date(RejetImpliciteLe!.Value)}, il ne se proroge plus."
            );
        var manques = new List<Constat>();
        if (au is null || au <= RejetImpliciteLe)
            manques.Add(Manque(null, $"Choisissez un jour après le {Francais.Date(RejetImpliciteLe!.Value)}, terme actuel.", "au"));
        if ((motif?.Trim().Length ?? 0) < MotivationMinimale)
            manques.Add(Manque(null, $"Motivez : {MotivationMinimale} caractères au moins. Le porteur lira ce texte.", "motif"));
        var resultat = Resultat.De(manques);
        if (!resultat.EstAccepte)
            return resultat;
        var du = RejetImpliciteLe;
        RejetImpliciteLe = au;
        Prorogations = [.. Prorogations, new Prorogation(du!.Value, au!.Value, motif!.Trim(), instant, acte is not null, JoursSuspendus)];
        acte?.Proroger(au.Value);
        Noter(new Proroger(par.Fonction, du, au, motif.Trim()), Etat);
        return resultat;
    }

    /// <summary>Where its act takes it.</summary>
    /// <exception cref="ActeImpossibleException">It does not come from there.</exception>
    internal void Suivre(EtatDossier vers, Trace trace)
    {
        EtatDossier[] depuis = vers switch
        {
            EtatDossier.Conventionne => [EtatDossier.AccordSousReserve],
            EtatDossier.EnExecution => [EtatDossier.Conventionne, EtatDossier.Acheve],
            EtatDossier.Acheve => [EtatDossier.EnExecution],
            EtatDossier.Solde => [EtatDossier.Acheve],
            EtatDossier.Caduc => [EtatDossier.AccordSousReserve, EtatDossier.Conventionne],
            _ => [EtatDossier.AccordSousReserve, EtatDossier.Conventionne, EtatDossier.EnExecution],
        };
        Exiger(depuis.Contains(Etat) && !NotificationEnAttente);
        var avant = Etat;
        Etat = vers;
        Noter(trace, avant);
    }
}
