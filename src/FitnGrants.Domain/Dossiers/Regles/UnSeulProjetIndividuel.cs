using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R47: one individual laureate project per SIREN in the dispositif; groupements are outside (R48).</summary>
public sealed class UnSeulProjetIndividuel : Regle
{
    public override string Nom => "Un seul projet individuel";

    public override string Phrase => "Une collectivité n’est lauréate individuellement que d’un seul projet.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Porteur;

    public override Moment Moments => Moment.Toujours;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Sachant("La collectivité n’a aucun accord.", s => s),
            modele.Sachant("La collectivité est déjà lauréate d’un projet individuel.", s =>
                s with
                {
                    Accords =
                    [
                        new AccordActif(
                            modele.Reglement.Code,
                            modele.Candidature.Porteur.Siren!,
                            Individuel: true,
                            "Accueil numérique",
                            "d’exemple"
                        ),
                    ],
                }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var porteur = examen.Candidature.Porteur;
        if (examen.Candidature.EstGroupement)
            return [juge.SansObjet("Le dossier est porté par un groupement.")];
        if (!porteur.EstReel)
            return [juge.SansObjet("Cette règle regarde les collectivités du référentiel.")];
        var deja = examen.Situation.Accords.FirstOrDefault(a =>
            a.Individuel && a.Siren == porteur.Siren && a.Dispositif == examen.Reglement.Code
        );
        return
        [
            deja is null
                ? juge.Conforme("aucun autre projet individuel lauréat.")
                : juge.Manquement(
                        $"{porteur.Nom} est déjà lauréate individuellement du projet « {deja.Titre} » : "
                            + "une collectivité ne peut l’être que d’un seul projet."
                    )
                    .Avec("dossier", deja.Numero)
                    .Avec("titre", deja.Titre),
        ];
    }
}
