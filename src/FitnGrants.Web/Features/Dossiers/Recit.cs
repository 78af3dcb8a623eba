using System.Text.Json;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>The life of a dossier, read from the journal. The porteur reads nothing of a decision before its notification.</summary>
public static class Recit
{
    private static readonly string[] Noms = ["Dépôt", "Instruction", "Séance", "Décision", "Convention"];

    public static IReadOnlyList<DossierPage.Stade> Stades(EtatDossier etat, IReadOnlyList<LigneDeJournal> lignes, Seance? seance)
    {
        var courant = etat switch
        {
            EtatDossier.Brouillon or EtatDossier.EnReconstruction => 0,
            EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.ACompleter => 1,
            EtatDossier.Instruit or EtatDossier.InscritSeance => 2,
            EtatDossier.AccordSousReserve => 4,
            EtatDossier.Irrecevable or EtatDossier.Reoriente => 2,
            EtatDossier.Retire => 1,
            _ => 3,
        };
        string Date(int rang)
        {
            string[] actes = rang switch { 0 => ["Deposer"], 1 => ["Clore", "DeclarerIrrecevable", "Reorienter"], 3 => ["Notifier"], _ => [] };
            if (rang == 2 && seance is not null && rang <= courant)
                return seance.AuMois ? Francais.MoisEtAnnee(seance.Jour) : Francais.JourEtMois(seance.Jour);
            // The first deposit counts: what was sent back keeps its date. Lines are the last first.
            var ligne = rang < courant || etat == EtatDossier.Refuse ? rang == 0 ? lignes.LastOrDefault(l => actes.Contains(l.Acte)) : lignes.FirstOrDefault(l => actes.Contains(l.Acte)) : null;
            return ligne is not null ? Francais.JourEtMois(JourDeParis.De(ligne.Instant)) : rang == courant ? "en cours" : "";
        }
        var stades = etat switch { EtatDossier.Retire => 1, EtatDossier.Irrecevable or EtatDossier.Reoriente => 2, EtatDossier.Refuse => 4, _ => 5 };
        return [.. Noms.Take(stades).Select((nom, i) => new DossierPage.Stade(
            nom, i < courant || (stades < 5 && i == stades - 1) ? "fait" : i == courant ? "courant" : "avenir", Date(i)))];
    }

    public static IReadOnlyList<DossierPage.Evenement> Evenements(
        IReadOnlyList<LigneDeJournal> lignes, IReadOnlyList<Decision> notifiees, Acteur acteur) =>
        [.. lignes.Select(l => Evenement(l, notifiees, acteur.EstAgent(), acteur.LitAvantNotification())).OfType<DossierPage.Evenement>()];

    private static DossierPage.Evenement? Evenement(LigneDeJournal ligne, IReadOnlyList<Decision> notifiees, bool agent, bool avant)
    {
        var details = JsonSerializer.Deserialize<Dictionary<string, string>>(ligne.Details) ?? [];
        string? Detail(string cle) => details.GetValueOrDefault(cle);
        var decision = notifiees.FirstOrDefault(d => d.Id.ToString() == Detail("decision"));
        var (quoi, detail) = ligne.Acte switch
        {
            "Creer" => ("Brouillon commencé", null),
            "Copier" => ("Copié d’un autre dossier", Detail("origine")),
            "Deposer" => (Detail("version") == "1" ? "Déposé" : "Déposé à nouveau", $"Numéro {Detail("numero")}, version {Detail("version")}."),
            "PrendreEnCharge" => ("Pris en charge", null),
            "Conclure" => (agent ? "Règles conclues" : null, Mots.Conclusions(Detail("conclusions"))),
            "RemettreAVerifier" => (agent ? "Règles remises à vérifier" : null, Detail("regles")),
            "Clore" => ("Instruction close", null),
            "DemanderDesComplements" => ("Compléments demandés", Detail("avant") is { } limite ? $"Réponse attendue avant le {Francais.Date(DateOnly.ParseExact(limite, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))}." : null),
            "RepondreALaDemande" => ("Compléments reçus", $"Version {Detail("version")}."),
            "ReprendreSansReponse" => ("Instruction reprise sans réponse", null),
            "Rouvrir" => ("Instruction rouverte", null),
            "AnnulerLaCloture" => ("Clôture de l’instruction annulée", null),
            "ReputerRecevable" => ("Réputé recevable", "Deux mois sans réponse depuis la réception."),
            "DeclarerIrrecevable" => ("Déclaré irrecevable", $"Règle {Detail("regle")}."),
            "Reorienter" => ("Réorienté", Detail("axe")),
            "RendreAvis" => (agent ? "Avis départemental rendu" : null, null),
            "JugerLaSimilitude" => (agent ? "Similitude jugée" : null, $"Dossier {Detail("dossier")} : projet {Detail("jugement")}."),
            "RetirerLeDossier" => ("Retiré par le porteur", Detail("motif")),
            "Inscrire" => ("Inscrit à l’ordre du jour", $"Séance {Detail("date")}."),
            "Retirer" => ("Retiré de l’ordre du jour", Detail("motif")),
            "Decider" => (avant ? "Décision enregistrée" : null, null),
            "Rectifier" => (avant ? "Décision rectifiée" : null, Detail("motif")),
            "Notifier" => (decision is null ? null : "Décision notifiée : " + Mots.Decision(decision.Type), null),
            _ => ((string?)null, (string?)null),
        };
        return quoi is null ? null : new DossierPage.Evenement(quoi, ligne.Instant, Detail("par") ?? "Système", detail, ligne.Acte == "Deposer" ? Detail("version") : null);
    }
}

/// <summary>Words of conclusions and of decisions.</summary>
public static class Mots
{
    /// <summary>« R6 conforme, R34 sans objet. », from « R6=Conforme R34=SansObjet »; null when nothing was noted.</summary>
    public static string? Conclusions(string? notees) => string.IsNullOrWhiteSpace(notees) ? null : string.Join(", ", notees.Split(' ').Select(n =>
    {
        var signe = n.LastIndexOf('=');
        return signe > 0 && Enum.TryParse<Conclusion>(n[(signe + 1)..], out var conclusion) ? $"{n[..signe]} {Conclusion(conclusion)}" : n;
    })) + ".";

    private static string Conclusion(Conclusion conclusion) => conclusion switch
    {
        Domain.Dossiers.Conclusion.Conforme => "conforme",
        Domain.Dossiers.Conclusion.NonConforme => "non conforme",
        _ => "sans objet",
    };

    /// <summary>« présente », « excusé »: a préfecture is feminine, the SGAR is not.</summary>
    public static string Presence(Membre membre) => membre.Presence switch
    {
        Domain.Seances.Presence.Present => "présent",
        Domain.Seances.Presence.Excuse => "excusé",
        Domain.Seances.Presence.Absent => "absent",
        _ => "présence non enregistrée",
    } + (membre.Presence is null || membre.Code == Membre.Sgar ? "" : "e");

    public static string Decision(TypeDecision type) => type switch
    {
        TypeDecision.Accord => "accord sous réserve",
        TypeDecision.ARevoir => "à revoir",
        _ => "refus",
    };

    /// <summary>Word, tone and icon of a decision in lists and on the live screen.</summary>
    public static (string Mot, string Ton, string Icone) Issue(TypeDecision type) => type switch
    {
        TypeDecision.Accord => ("Accord", "conforme", "conforme"),
        TypeDecision.ARevoir => ("À revoir", "alerte", "retour"),
        _ => ("Refus", "bloquant", "croix"),
    };
}
