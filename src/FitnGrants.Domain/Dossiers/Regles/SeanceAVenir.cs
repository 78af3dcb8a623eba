using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>A11: without a deadline, a dossier needs a session whose agenda is not closed on the day of deposit.</summary>
public sealed class SeanceAVenir : Regle
{
    public override string Nom => "Séance à venir";

    public override string Phrase => "Une séance dont l’ordre du jour n’est pas arrêté peut encore examiner le dossier.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Calendrier;

    public override bool PremierDepotSeulement => true;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        modele.Situation.LimitesOrdreDuJour.Length == 0
            ? []
            :
            [
                Depose(modele, modele.Situation.LimitesOrdreDuJour.Max()),
                Depose(modele, modele.Situation.LimitesOrdreDuJour.Max().AddDays(1)),
            ];

    private static Exemple Depose(Modele modele, DateOnly jour) =>
        modele.Avec($"Déposé le {Francais.Date(jour)}.", c => c with { Instant = JourDeParis.ALHeure(jour, new TimeOnly(10, 0)) });

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var jour = examen.Candidature.Jour;
        var limites = examen.Situation.LimitesOrdreDuJour.Where(l => l >= jour).Order().ToList();
        return
        [
            limites is [var limite, ..]
                ? juge.Conforme($"déposé avant le {Francais.Date(limite)}, le dossier peut être examiné à la prochaine séance.")
                    .Avec("limite", Francais.Date(limite))
                : juge.Manquement("Aucune séance à venir ne peut examiner ce dossier : l’ordre du jour de la dernière est arrêté."),
        ];
    }
}
