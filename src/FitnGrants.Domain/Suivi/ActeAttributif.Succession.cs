using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Domain.Suivi;

/// <summary>A beneficiary that another collectivité took the place of.</summary>
public sealed partial class ActeAttributif
{
    /// <summary>True while the SIRET of a beneficiary may be typed or confirmed: before the edition, or after a succession.</summary>
    public bool SiretsOuverts => Fin is null && (Etat == EtatActe.Projet || Beneficiaires.Any(b => b.ConfirmePar is null));

    /// <summary>Follows the successor: it is paid under its own SIRET, that its representative types and who manages confirms.</summary>
    public void Succeder(Substitution substitution)
    {
        if (Siren == substitution.Ancien)
            Siren = substitution.Nouveau;
        Beneficiaires = Suivre(Beneficiaires, substitution);
        Reviser();
    }

    /// <summary>True where the paper under way names a collectivité that is no more: it is taken back, then edited again.</summary>
    public bool NommeUneDisparue(Dossier dossier) =>
        Etat is EtatActe.Edite or EtatActe.Signe && RecuLe is null && dossier.Substitutions.Any(s => s.EnregistreeLe > EditeLe);

    /// <summary>Two members that become one have the parts of both.</summary>
    private static ImmutableArray<BeneficiaireDeLActe> Suivre(ImmutableArray<BeneficiaireDeLActe> beneficiaires, Substitution s) =>
        beneficiaires.All(b => b.Siren != s.Ancien)
            ? beneficiaires
            :
            [
                .. beneficiaires
                    .Select(b =>
                        b.Siren == s.Ancien
                            ? new BeneficiaireDeLActe(s.Nouveau, s.Nom, b.Part)
                            {
                                Deliberation = b.Deliberation,
                                Departement = b.Departement,
                            }
                            : b
                    )
                    .GroupBy(b => b.Siren, StringComparer.Ordinal)
                    .Select(g => g.First() with { Part = g.All(b => b.Part is null) ? null : g.Sum(b => b.Part) }),
            ];
}
