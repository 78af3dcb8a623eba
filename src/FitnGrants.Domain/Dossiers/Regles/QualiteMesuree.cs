using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R30: the project says how it measures itself, for how many people, how long, and with what animation.</summary>
public sealed class QualiteMesuree : Regle
{
    public override string Nom => "Qualité mesurée";

    public override string Phrase =>
        "Le projet dit comment son efficacité se mesure, combien d’agents ou d’usagers en bénéficient, sa durée et son animation.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("12 agents et aucun usager bénéficient du projet, pendant 1 mois.", p =>
                p with
                {
                    Indicateurs = p.Indicateurs! with { NbAgents = 12, NbUsagers = 0, DureeMois = 1 },
                }
            ),
            modele.Projet("Ni agent ni usager n’en bénéficie.", p =>
                p with
                {
                    Indicateurs = p.Indicateurs! with { NbAgents = 0, NbUsagers = 0 },
                }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Projet.Indicateurs is not { } i)
            return
            [
                juge.Inconnu(
                    "Dites comment le projet se mesure : efficacité, agents ou usagers, durée, animation.",
                    "indicateurs.efficacite"
                ),
            ];
        List<Constat> manques = [];
        Exiger(
            i.Efficacite is null,
            string.IsNullOrWhiteSpace(i.Efficacite),
            "Dites comment l’efficacité du service se mesure.",
            "efficacite"
        );
        var beneficiaires = (long)(i.NbAgents ?? 0) + (i.NbUsagers ?? 0);
        var negatif = i.NbAgents < 0 || i.NbUsagers < 0;
        Exiger(
            (i.NbAgents is null || i.NbUsagers is null) && beneficiaires <= 0 && !negatif,
            beneficiaires <= 0 || negatif,
            "Indiquez combien d’agents ou d’usagers bénéficient du projet : au moins un.",
            "nbUsagers"
        );
        var duree = examen.Projet.DureeEnMois;
        if (duree is null)
            manques.Add(juge.Inconnu("Indiquez quand le projet commence et finit.", "dateFinPrevue"));
        Exiger(nonDit: false, duree < 1, "Indiquez la durée du projet, un mois au moins.", "dureeMois");
        Exiger(i.Animation is null, string.IsNullOrWhiteSpace(i.Animation), "Dites quelle animation sera menée.", "animation");
        return manques.Count > 0
            ? manques
            :
            [
                juge.Conforme(
                        $"{Francais.Compte(i.NbAgents ?? 0, "agent")} et {Francais.Compte(i.NbUsagers ?? 0, "usager")}, "
                            + $"{Francais.Compte(duree ?? 0, "mois", "mois")}."
                    )
                    .Avec("agents", Francais.Entier(i.NbAgents ?? 0))
                    .Avec("usagers", Francais.Entier(i.NbUsagers ?? 0)),
            ];

        void Exiger(bool nonDit, bool faux, string message, string champ)
        {
            if (nonDit || faux)
                manques.Add(nonDit ? juge.Inconnu(message, $"indicateurs.{champ}") : juge.Manquement(message, $"indicateurs.{champ}"));
        }
    }
}
