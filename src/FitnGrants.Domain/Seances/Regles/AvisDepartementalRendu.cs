using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances.Regles;

/// <summary>R70: in volet 2 the préfecture of the leader's département gives its avis before the agenda; it is advisory.</summary>
public sealed class AvisDepartementalRendu : Regle
{
    public override string Nom => "Avis départemental";

    public override string Phrase => "L’avis de la préfecture de département est rendu avant l’inscription à l’ordre du jour.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Calendrier;

    public override Moment Moments => Moment.OrdreDuJour;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Sachant("La préfecture du chef de file a rendu son avis, même défavorable.", s =>
                s with
                {
                    AvisRendus = [modele.Candidature.Porteur.Departement],
                }
            ),
            modele.Sachant("La préfecture du chef de file n’a pas rendu son avis.", s => s with { AvisRendus = [] }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        [
            (
                examen.Situation.AvisRendus.Contains(examen.Candidature.Porteur.Departement)
                    ? juge.Conforme("avis rendu.")
                    : juge.Manquement("L’avis de la préfecture de département est requis avant l’inscription à l’ordre du jour (volet 2).")
            ).Avec("departement", examen.Candidature.Porteur.Departement),
        ];
}
