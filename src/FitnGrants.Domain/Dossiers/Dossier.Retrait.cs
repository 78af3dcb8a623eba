using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>The porteur gives up: a deposited dossier is withdrawn, a draft is deleted (domain.md 3.3).</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// True where the porteur may withdraw it: deposited, and no decision taken. One on the agenda of a session that has
    /// begun may not: the session says so.
    /// </summary>
    public bool EstRetirable =>
        !NotificationEnAttente
        && Etat
            is EtatDossier.Depose
                or EtatDossier.EnInstruction
                or EtatDossier.ACompleter
                or EtatDossier.Instruit
                or EtatDossier.InscritSeance
                or EtatDossier.EnReconstruction;

    /// <summary>True for a draft that was never deposited: it may be deleted, and nothing else may.</summary>
    public bool EstSupprimable => Etat == EtatDossier.Brouillon && Numero is null;

    /// <summary>Withdraws the dossier, for good: the project may come back as another one.</summary>
    /// <param name="motif">Why; null when it is not said.</param>
    /// <param name="par">The legal representative.</param>
    /// <exception cref="ActeImpossibleException">A draft, on an agenda, or decided already.</exception>
    public void Retirer(string? motif, Acteur par)
    {
        Exiger(EstRetirable && Etat != EtatDossier.InscritSeance);
        var avant = Etat;
        Demandes = [.. Demandes.Where(d => d.CloseLe is not null)];
        Etat = EtatDossier.Retire;
        (EcheanceLe, SuspenduDepuis, ReponseAttendueDepuis) = (null, null, null);
        Noter(new RetirerLeDossier(par.Fonction, string.IsNullOrWhiteSpace(motif) ? null : motif.Trim()), avant);
    }

    /// <summary>Notes that the draft is deleted, just before its row is.</summary>
    /// <exception cref="ActeImpossibleException">It was deposited.</exception>
    public void Supprimer(Acteur par)
    {
        Exiger(EstSupprimable);
        Noter(new Supprimer(par.Fonction), nameof(EtatDossier.Brouillon), null);
    }
}
