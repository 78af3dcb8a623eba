using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R32: a national project is oriented to axis 2. At deposit words give an alert; the instructor concludes.</summary>
public sealed class AutreAxeOriente : Regle
{
    public override string Nom => "Autre axe de l’ITN7";

    public override string Phrase => "Le projet ne relève pas d’un autre axe de l’ITN7.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("« Portail des familles »", p => p),
            modele.Projet("« GED et archivage mutualisés »", p => p with { Titre = "GED et archivage mutualisés" }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var mot = MotsCles.Trouver(
            examen.Projet,
            "GED",
            "archivage",
            "SAE",
            "gestion électronique de documents",
            "archives électroniques",
            "archives numériques"
        );
        return
        [
            mot is null
                ? juge.Conforme("rien n’indique un autre axe.")
                : juge.Alerte(
                        $"Le titre ou le résumé cite « {mot} » : ce projet peut relever de l’axe 2 (DINUM) de l’ITN7. L’instructeur "
                            + "le dira.",
                        "titre"
                    )
                    .Avec("mot", mot),
        ];
    }
}
