using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

/// <summary>What an avenant may change, and what it never may.</summary>
public sealed partial class ActeAttributif
{
    private IEnumerable<Constat> ManquesDesModifications(Modifications m, CadreDeLActe cadre)
    {
        if (m.Montant > Montant)
            yield return Manque(
                $"Un avenant n’augmente jamais l’aide, qui est de {Montant} : une aide plus forte est une décision de séance.",
                "montant"
            );
        else if (m.Montant < Liquider(cadre.Versements).Engage)
            yield return Manque(
                $"{Liquider(cadre.Versements).Engage} sont déjà contrôlés ou versés : recouvrez la différence d’abord.",
                "montant"
            );
        else if (m.Montant <= Euros.Zero)
            yield return Manque("L’aide reste au-dessus de zéro : sinon, la collectivité y renonce.", "montant");
        if (m.AchevementPrevu is { } achevement)
            foreach (var manque in ManquesDAchevement(achevement, cadre, "achevementPrevu"))
                yield return manque;
        if (m.CommencerAvantLe is { } limite && JugerLaProlongation(limite, cadre) is { } refus)
            yield return refus;
    }

    private IEnumerable<Constat> ManquesDAchevement(DateOnly jour, CadreDeLActe cadre, string champ)
    {
        if (jour == Termes!.AchevementPrevu)
            yield break;
        if (Termes.AchevementPrevu < cadre.Jour)
            yield return Manque(
                $"L’achèvement prévu, le {Francais.Date(Termes.AchevementPrevu.Value)}, est passé : il ne se déplace plus.",
                champ
            );
        else if (jour < cadre.Jour)
            yield return Manque("Ce jour est déjà passé.", champ);
        else if (jour < (Commencement?.Le ?? Termes.DebutPrevu))
            yield return Manque("L’achèvement suit le début.", champ);
    }

    private Constat? JugerLaProlongation(DateOnly limite, CadreDeLActe cadre)
    {
        const string Champ = "commencerAvantLe";
        if (Etape != EtapeDeSuivi.ACommencer)
            return Manque("Le projet a commencé : ce délai ne se prolonge plus.", Champ);
        var (actuel, auPlus) = (CommencerAvantLe!.Value, CommencerAvantLe.Value.AddYears(AnneesDeProlongation));
        return Avenants.Any(a => a.Etat == EtatAvenant.Notifie && a.Modifications.CommencerAvantLe is not null)
                ? Manque("Ce délai a déjà été prolongé : il ne l’est qu’une fois.", Champ)
            : actuel < cadre.Jour
                ? Manque($"Le délai pour commencer a pris fin le {Francais.Date(actuel)} : il ne se prolonge plus.", Champ)
            : limite <= actuel ? Manque($"Le nouveau jour suit le {Francais.Date(actuel)}, dernier jour actuel.", Champ)
            : limite > auPlus ? Manque($"Ce délai se prolonge d’un an au plus : jusqu’au {Francais.Date(auPlus)}.", Champ)
            : null;
    }

    /// <summary>The plan of an avenant, judged as at the edition: on its amount, by every rule of money and of exclusion.</summary>
    private IEnumerable<Constat> ManquesDuPlan(Avenant avenant, CadreDeLActe cadre)
    {
        var montant = MontantDuPlan;
        if (avenant.Plan is not { Retour: null } plan)
        {
            yield return Manque($"Le porteur rééquilibre son plan sur {montant}, puis vous l’acceptez.", "plan");
            yield break;
        }
        if (plan.AccepteLe is null)
            yield return Manque("Un plan rééquilibré attend : acceptez-le, ou rendez-le au porteur.", "plan");
        var projet = Sur(plan, cadre);
        var acte = new ActeJuge(Termes!.Type, montant, avenant.Modifications.Sur(Termes), Terme: null, cadre.Jour);
        foreach (var constat in JugerLePlan(plan, cadre).Where(c => c.Regle.Length == 0).Concat(cadre.Examiner(projet, acte).Constats))
            yield return constat;
    }

    /// <summary>What the plan itself is refused for, then every rule of money and of exclusion.</summary>
    private IEnumerable<Constat> JugerLePlan(PlanDeLActe plan, CadreDeLActe cadre)
    {
        var (projet, montant) = (Sur(plan, cadre), MontantDuPlan);
        if (projet.MontantDemande != montant)
            yield return Manque(
                $"Le plan porte l’aide du fonds à {projet.MontantDemande?.ToString() ?? "un montant qui manque"} : "
                    + $"{(Etat == EtatActe.Projet ? "l’accord" : "l’avenant")} est de {montant}.",
                "ressources"
            );
        var examen = cadre.Examiner(projet, null);
        // An avenant lowers what is subsidised; a wider project is a new demand.
        if (Etat != EtatActe.Projet && examen.Assiette > Depense)
            yield return Manque(
                $"La dépense éligible de ce plan, {examen.Assiette}, dépasse celle de l’acte, {Depense} : un avenant ne peut "
                    + $"que la baisser.",
                "depenses"
            );
        foreach (var constat in examen.Constats)
            yield return constat;
    }

    private static Projet Sur(PlanDeLActe plan, CadreDeLActe cadre) =>
        cadre.Dossier.ContenuDepose.Projet with
        {
            Depenses = plan.Depenses,
            Ressources = plan.Ressources,
        };

    private static Euros? Cout(PlanDeLActe plan, CadreDeLActe cadre) => cadre.Examiner(Sur(plan, cadre), null).Assiette;
}
