using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R23: a concrete effect within two years of the session, or of the deposit while there is none (A7).</summary>
public sealed class EffetSousDeuxAns : Regle
{
    public override string Nom => "Effet sous deux ans";

    public override string Phrase => "Le projet produit un effet concret dans les deux ans.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Calendrier;

    public override Moment Moments => Moment.Toujours;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet(
                $"Déposé le {Francais.Date(modele.Candidature.Jour)}, effet le {Francais.Date(modele.Candidature.Jour.AddYears(2))}.",
                p => p with { DateEffetConcret = modele.Candidature.Jour.AddYears(2) }
            ),
            modele.Projet(
                $"Déposé le {Francais.Date(modele.Candidature.Jour)}, effet le "
                    + $"{Francais.Date(modele.Candidature.Jour.AddYears(2).AddDays(1))}.",
                p => p with { DateEffetConcret = modele.Candidature.Jour.AddYears(2).AddDays(1) }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Projet.DateEffetConcret is not { } effet)
            return [juge.Inconnu("Indiquez la date à laquelle le projet produira un effet concret.", "dateEffetConcret")];
        var reference = examen.Situation.DateSeance ?? examen.Candidature.Jour;
        var limite = reference.Year + 2 > DateOnly.MaxValue.Year ? DateOnly.MaxValue : reference.AddYears(2);
        return
        [
            (
                effet <= limite
                    ? juge.Conforme($"{Francais.Date(effet)}, avant le {Francais.Date(limite)}.", "dateEffetConcret")
                    : juge.Manquement(
                        $"Le projet doit produire un effet concret dans les deux ans (au plus tard le {Francais.Date(limite)}).",
                        "dateEffetConcret"
                    )
            )
                .Avec("effet", Francais.Date(effet))
                .Avec("limite", Francais.Date(limite)),
        ];
    }
}
