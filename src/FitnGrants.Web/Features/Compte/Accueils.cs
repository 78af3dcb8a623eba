using FitnGrants.Domain.Habilitations;

namespace FitnGrants.Web.Features.Compte;

/// <summary>Where each person starts: what they came for.</summary>
public static class Accueils
{
    public static string Pour(Acteur acteur) =>
        acteur.Habilitations.IsEmpty ? "/compte/attente"
        : acteur.Peut(Droit.LireMesDossiers) ? "/mes-dossiers"
        : acteur.Peut(Droit.Decider) ? "/comite/seances"
        : acteur.Peut(Droit.LireListeDeTravail) ? "/instruction"
        : acteur.Peut(Droit.LireSeances) ? "/comite/seances"
        : acteur.Peut(Droit.Accompagner) ? "/accompagnement"
        : acteur.Peut(Droit.LireAccords) ? "/suivi"
        : acteur.Peut(Droit.GererAgents) ? "/administration/agents"
        : "/";
}
