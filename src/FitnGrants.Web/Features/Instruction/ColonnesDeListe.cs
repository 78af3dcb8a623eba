using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The columns of a list that leaves as a file: texts, decimals, dates and whole numbers, whatever the format.</summary>
public static class ColonnesDeListe
{
    public static readonly (string Titre, Func<DossierDeListe, EtatDossier, object?> Valeur)[] Toutes =
    [
        ("Numéro", (d, _) => d.Numero),
        ("Dispositif", (d, _) => d.Dispositif),
        ("Titre", (d, _) => d.Titre),
        ("Porteur", (d, _) => d.Porteur.Nom),
        ("SIREN", (d, _) => d.Siren),
        ("Nature", (d, _) => Libelles.Nature(d.Porteur.Nature)),
        ("Département", (d, _) => d.Departement),
        ("État", (_, etat) => Etats.Libelle(etat)),
        ("Confié à", (d, _) => d.Agent),
        ("À faire avant le", (d, _) => d.EcheanceLe),
        ("Réponse attendue depuis le", (d, _) => d.ReponseAttendueDepuis),
        ("Recevabilité à dire avant le", (d, etat) => d.Delais(etat).Recevabilite?.Terme),
        ("Décision avant le", (d, etat) => d.Delais(etat).Decision?.Terme),
        ("Délais suspendus depuis le", (d, _) => d.SuspenduDepuis),
        ("Déposé le", (d, _) => d.DeposeLe is { } depot ? JourDeParis.De(depot) : null),
        ("Coût éligible", (d, _) => d.Assiette?.Montant),
        ("Coût éligible retenu", (d, _) => d.AssietteRetenue?.Montant),
        ("Demandé", (d, _) => d.MontantDemande?.Montant),
        ("Retenu", (d, _) => d.MontantRetenu?.Montant),
        ("Proposé", (d, _) => d.MontantPropose?.Montant),
        // A refused dossier keeps nothing; one whose accord is not told yet reads as its state does.
        ("Accordé", (d, etat) => Etats.DUnAccord.Contains(etat) ? d.MontantAccorde?.Montant : null),
        ("Taux", (d, _) => d.Taux?.Pourcentage),
        ("Avis demandés", (d, _) => d.AvisDemandes),
        ("Avis reçus", (d, _) => d.AvisRecus),
        ("Avis défavorables", (d, _) => d.AvisDefavorables),
        ("Règles à conclure", (d, _) => d.AConclure),
        ("Bloquants", (d, _) => d.Bloquants),
        ("Alertes", (d, _) => d.Alertes),
        ("À vérifier", (d, _) => d.AVerifier),
    ];

    /// <summary>Those that a total makes sense of.</summary>
    private static readonly string[] Sommables = ["Coût éligible", "Coût éligible retenu", "Demandé", "Retenu", "Proposé", "Accordé"];

    /// <summary>The list as filtered, for a file.</summary>
    public static TableauProduit Tableau(FitnContext db, ListeFiltre filtre, Acteur acteur, DateOnly aujourdhui) =>
        new($"dossiers-{aujourdhui:yyyy-MM-dd}", [.. Toutes.Select(c => c.Titre)], Sommables, LignesAsync(db, filtre, acteur));

    private static async IAsyncEnumerable<object?[]> LignesAsync(FitnContext db, ListeFiltre filtre, Acteur acteur)
    {
        var lecteur = Lecteur.De(acteur);
        await foreach (
            var d in new ListeDeTravail(db, acteur).Choisir(filtre.Propre()).Ranger().Select(DossierDeListe.Lire(db)).AsAsyncEnumerable()
        )
        {
            var etat = lecteur.EtatDe(d.Etat, d.NotificationEnAttente, d.Region);
            yield return [.. Toutes.Select(c => c.Valeur(d, etat))];
        }
    }
}
