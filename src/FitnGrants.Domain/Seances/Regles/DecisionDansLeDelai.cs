using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances.Regles;

/// <summary>
/// A28: silence for eight months (two for pure fonctionnement) is an implicit rejection. An express decision stays
/// possible afterwards, with an alert; the implicit one bars no new request.
/// </summary>
public sealed class DecisionDansLeDelai : Regle
{
    public override string Nom => "Délai de décision";

    public override string Phrase => "La décision est prise avant la date à laquelle le silence vaut rejet.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Decision;

    public override Moment Moments => Moment.Decision;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        var echeance = DelaiLegal.TermeDeDecision(modele.Candidature.Jour, modele.Candidature.Projet.Regime);
        Exemple Le(DateOnly jour) =>
            modele.Decider(
                $"Dossier reçu le {Francais.Date(modele.Candidature.Jour)}, décision du {Francais.Date(jour)}.",
                modele.Accord,
                s => s with { DateSeance = jour }
            );
        return [Le(echeance), Le(echeance.AddDays(1))];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Decision is null || examen.Situation.DateSeance is not { } jour)
            return [];
        var echeance = examen.Situation.RejetImpliciteLe
            ?? DelaiLegal
                .TermeDeDecision(JourDeParis.De(examen.Situation.ReceptionLe ?? examen.Candidature.Instant), examen.Projet.Regime)
                .AddDays(examen.Situation.JoursSuspendus);
        return
        [
            (
                jour <= echeance
                    ? juge.Conforme($"avant le {Francais.Date(echeance)}.")
                    : juge.Manquement(
                        $"Le silence vaut rejet depuis le {Francais.Date(echeance)} : votre décision expresse le remplace, dites-le "
                            + "au porteur."
                    )
            ).Avec("echeance", Francais.Date(echeance)),
        ];
    }
}
