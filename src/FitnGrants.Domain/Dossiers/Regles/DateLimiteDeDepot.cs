using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R71, R72: deposit until the last day, inclusive, 23:59:59.999 Paris, by the request's arrival (A11).</summary>
public sealed class DateLimiteDeDepot : Regle
{
    public override string Nom => "Date limite";

    public override string Phrase => "Le dossier est déposé au plus tard le dernier jour, à minuit, heure de Paris.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Calendrier;

    public override bool PremierDepotSeulement => true;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        modele.Reglement.LimiteDepot is not { } limite
            ? []
            :
            [
                modele.Avec($"Déposé le {Francais.Date(limite)} à 23 h 59.", c =>
                    c with
                    {
                        Instant = JourDeParis.ALHeure(limite, new TimeOnly(23, 59)),
                    }
                ),
                modele.Avec($"Déposé le {Francais.Date(limite.AddDays(1))} à 0 h 00.", c =>
                    c with
                    {
                        Instant = JourDeParis.ALHeure(limite.AddDays(1), new TimeOnly(0, 0)),
                    }
                ),
            ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Reglement.LimiteDepot is not { } limite)
            return [juge.SansObjet("Ce dispositif n’a pas de date limite.")];
        var reste = limite.DayNumber - examen.Candidature.Jour.DayNumber;
        return
        [
            (
                examen.Candidature.Instant < JourDeParis.Fin(limite)
                    ? juge.Conforme(
                        reste == 0
                            ? $"dernier jour : dépôt jusqu’au {Francais.Date(limite)}, 23 h 59."
                            : $"il vous reste {Francais.Compte(reste, "jour")}."
                    )
                    : juge.Manquement($"La date limite de dépôt ({Francais.Date(limite)}, 23 h 59, heure de Paris) est dépassée.")
            ).Avec("limite", Francais.Date(limite)),
        ];
    }
}
