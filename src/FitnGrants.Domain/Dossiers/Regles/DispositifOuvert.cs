using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R6: deposit only while the dispositif is open, judged at the instant of deposit.</summary>
public sealed class DispositifOuvert : Regle
{
    public override string Nom => "Dispositif ouvert";

    public override string Phrase => "Le dépôt n’est possible que lorsque le dispositif est ouvert.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Calendrier;

    public override bool PremierDepotSeulement => true;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Avec($"Dossier déposé le {Francais.Date(modele.Reglement.OuvertLe)}, jour de l’ouverture.", c =>
                c with
                {
                    Instant = JourDeParis.ALHeure(modele.Reglement.OuvertLe, new TimeOnly(0, 0)),
                }
            ),
            modele.Avec($"Dossier déposé la veille, le {Francais.Date(modele.Reglement.OuvertLe.AddDays(-1))}.", c =>
                c with
                {
                    Instant = JourDeParis.ALHeure(modele.Reglement.OuvertLe.AddDays(-1), new TimeOnly(23, 59)),
                }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var statut = examen.Reglement.Statut(examen.Candidature.Instant);
        var constat = statut switch
        {
            StatutDispositif.Ouvert => juge.Conforme($"dispositif ouvert depuis le {Francais.Date(examen.Reglement.OuvertLe)}."),
            StatutDispositif.EnPreparation => juge.Manquement(
                $"Ce dispositif ouvre le {Francais.Date(examen.Reglement.OuvertLe)} : le dépôt n’est pas encore possible."
            ),
            _ => juge.Manquement("Cette aide n’est plus disponible. Cette page reste accessible pour archivage."),
        };
        return [constat.Avec("statut", statut.ToString())];
    }
}
