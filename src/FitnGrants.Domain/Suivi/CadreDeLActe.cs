using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

/// <summary>What the rules of the act judge beside the plan.</summary>
/// <param name="Type">Its form; null while it is not chosen.</param>
/// <param name="Montant">Euros granted.</param>
/// <param name="Termes">What it says.</param>
/// <param name="Terme">Last Paris day to notify it (A31); null where none runs.</param>
/// <param name="Jour">Paris day of the judging.</param>
public sealed record ActeJuge(TypeActe? Type, Euros Montant, TermesDeLActe Termes, DateOnly? Terme, DateOnly Jour);

/// <summary>What an act on the act is judged with.</summary>
/// <param name="Dossier">With its versions.</param>
/// <param name="Reglement">Money by the version of the first deposit, the act by the one in force.</param>
/// <param name="Par">Who acts.</param>
/// <param name="Instant">When.</param>
public sealed record CadreDeLActe(Dossier Dossier, Reglement Reglement, Acteur Par, DateTimeOffset Instant)
{
    /// <summary>Every request of payment of the act.</summary>
    public IReadOnlyCollection<DemandeDeVersement> Versements { get; init; } = [];

    /// <summary>True where who asks, who controls and who records a payment must be three accounts.</summary>
    public bool SeparationStricte { get; init; }

    /// <summary>The request of the balance.</summary>
    /// <exception cref="InvalidOperationException">Completion is not declared.</exception>
    public DemandeDeVersement Solde => Versements.Single(d => d.Nature == NatureDeVersement.Solde && d.Compte);

    /// <summary>Paris day of the judging.</summary>
    public DateOnly Jour => JourDeParis.De(Instant);

    /// <summary>Every rule of money and of exclusion on a plan; those of the act too where there is one.</summary>
    public Examen Examiner(Projet projet, ActeJuge? acte) =>
        Examen.Faire(
            Reglement,
            Dossier.Candidature(Dossier.Porteur!, Dossier.DeposeLe!.Value, Dossier.Membres) with
            {
                Projet = projet,
            },
            Dossier.Completer(new Situation()),
            Moment.Acte,
            acte: acte
        );
}
