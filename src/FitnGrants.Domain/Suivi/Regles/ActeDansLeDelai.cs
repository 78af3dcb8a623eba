using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.Regles;

/// <summary>
/// A31: the months of the décret run until the act is notified, not until the accord. Past them, it may still be, with an alert and a
/// reason.
/// </summary>
public sealed class ActeDansLeDelai : Regle
{
    public override string Nom => "Délai de notification de l’acte";

    public override string Phrase => "L’acte est notifié avant la date à laquelle le silence vaut rejet.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Acte;

    public override Moment Moments => Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        var terme = DelaiLegal.TermeDeDecision(modele.Candidature.Jour, modele.Candidature.Projet.Regime);
        Exemple Le(DateOnly jour) =>
            modele.Acter($"Terme le {Francais.Date(terme)}, acte édité le {Francais.Date(jour)}.", a =>
                a with
                {
                    Terme = terme,
                    Jour = jour,
                }
            );
        return [Le(terme), Le(terme.AddDays(1))];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        examen.Acte is not { Terme: { } terme } acte ? []
        : acte.Jour <= terme ? [juge.Conforme($"avant le {Francais.Date(terme)}.")]
        :
        [
            juge.Alerte(
                $"Le délai pour notifier l’acte a pris fin le {Francais.Date(terme)} : le silence vaut rejet, votre acte le remplace."
            ),
        ];
}
