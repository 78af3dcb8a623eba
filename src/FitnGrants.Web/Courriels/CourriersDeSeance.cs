using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Courriels;

/// <summary>Messages that the acts of a session leave in the outbox.</summary>
public static class CourriersDeSeance
{
    public static Courriel Deplacee(Seance seance, string avant, Dossier? dossier, DateTimeOffset instant) =>
        Faire(
            "seance-deplacee",
            seance,
            dossier,
            instant,
            $"La séance {avant} est déplacée",
            $"La séance {avant} ({seance.NomInstance}) aura lieu {(seance.AuMois ? "en " : "le ")}{seance.Libelle}. Motif : "
                + $"{Francais.Phrase(seance.MotifReport!)} "
                + (
                    dossier is null
                        ? "L’ordre du jour et son ordre sont gardés."
                        : $"Votre dossier « {dossier.Titre} » reste à l’ordre du jour : vous n’avez rien à faire."
                )
        );

    public static Courriel Annulee(Seance seance, string motif, Dossier? dossier, DateTimeOffset instant) =>
        Faire(
            "seance-annulee",
            seance,
            dossier,
            instant,
            $"La séance {seance.Du} est annulée",
            $"La séance {seance.Du} ({seance.NomInstance}) est annulée. Motif : {Francais.Phrase(motif)} "
                + (
                    dossier is null
                        ? "Ses dossiers sont proposés à une autre séance."
                        : $"Votre dossier « {dossier.Titre} » sera inscrit à une autre séance : vous n’avez rien à faire."
                )
        );

    /// <summary>The same message, for who sits.</summary>
    public static Courriel PourLeMembre(Courriel courriel, Membre membre, Seance seance)
    {
        courriel.Destinataire = $"{membre.Code}@{seance.Region}";
        return courriel;
    }

    private static Courriel Faire(string modele, Seance seance, Dossier? dossier, DateTimeOffset instant, string objet, string texte) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = modele,
            DossierId = dossier?.Id,
            SeanceId = seance.Id,
            Destinataire = dossier?.Siren ?? "",
            Objet = Francais.Typographier(objet),
            Texte = Francais.Typographier(texte),
            Lien = dossier is null ? Adresses.Seances.Une(seance.Id) : Adresses.Dossiers.Un(dossier.Adresse),
            CreeLe = instant.ToUniversalTime(),
        };
}
