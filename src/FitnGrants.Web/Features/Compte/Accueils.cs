using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Compte;

/// <summary>Where each person starts: what they came for.</summary>
public static class Accueils
{
    public static string Pour(Acteur acteur) =>
        acteur.Habilitations.IsEmpty ? Adresses.Compte.Attente
        : acteur.Peut(Droit.LireMesDossiers) ? Adresses.MesDossiers
        : acteur.Peut(Droit.Decider) ? Adresses.Seances.Liste
        : acteur.Peut(Droit.LireListeDeTravail) ? Adresses.Instruction.Liste
        : acteur.Peut(Droit.LireSeances) ? Adresses.Seances.Liste
        : acteur.Peut(Droit.Accompagner) ? Adresses.Accompagnements
        : acteur.Peut(Droit.GererSuivi) ? Adresses.Suivi.Liste
        : acteur.Peut(Droit.GererAgents) ? Adresses.Agents.Liste
        : "/";
}
