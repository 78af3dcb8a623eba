using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A letter, and what stands in the way of its edition.</summary>
/// <param name="Document">What is rendered.</param>
/// <param name="Manques">Everything that stops it, at once.</param>
/// <param name="Alertes">What deserves a look, and stops nothing.</param>
public sealed record LettrePrete(DocumentAProduire Document, IReadOnlyList<Manque> Manques, IReadOnlyList<string> Alertes);

/// <summary>The letters that end a demand: a decision by the service that attributes, the rest by the one that instructs.</summary>
public sealed class LettresDuDossier(FitnContext db, Papiers papiers, ModelesDeLettres modeles, RegistreDesReglements reglements)
{
    private const int SeancesDites = 2;

    /// <summary>The letter of a decision.</summary>
    /// <param name="dossier">The dossier, with its versions.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="jour">Paris day of its notification.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<LettrePrete> DeLaDecisionAsync(Dossier dossier, Decision decision, DateOnly jour, CancellationToken arret)
    {
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var version = dossier.Versions.First(v => v.Version == decision.VersionDossier);
        var champs = ChampsDesLettres.De(
            dossier,
            version,
            decision,
            await db.ProchesAsync(decision.Similaires, arret),
            decision.Type == TypeDecision.ARevoir ? await ProchainesSeancesAsync(reglement, jour, arret) : "",
            reglement
        );
        var nature = decision.Type switch
        {
            TypeDecision.Accord => NatureDeLettre.Accord,
            TypeDecision.ARevoir => NatureDeLettre.ARevoir,
            _ => NatureDeLettre.Refus,
        };
        return await PreparerAsync(
            dossier,
            version.Contenu,
            await papiers.EmetteurAsync(reglement.Attribuant, jour, arret),
            await papiers.EmetteurAsync(reglement.CodeDuService(dossier.Departement), jour, arret),
            (nature, decision.Id.ToString(), champs),
            arret
        );
    }

    /// <summary>The letter of an irrecevabilité or of an orientation.</summary>
    public async Task<LettrePrete> DeLIssueAsync(Dossier dossier, CancellationToken arret)
    {
        var (issue, reglement) = (dossier.Issue!, await reglements.VersionAsync(db, dossier.VersionReglement, arret));
        var service = await papiers.EmetteurAsync(reglement.CodeDuService(dossier.Departement), JourDeParis.De(issue.Le), arret);
        var nature = issue.Axe is null ? NatureDeLettre.Irrecevabilite : NatureDeLettre.Reorientation;
        return await PreparerAsync(
            dossier,
            dossier.Contenu,
            service,
            service,
            (
                nature,
                nature == NatureDeLettre.Irrecevabilite ? "irrecevabilite" : "reorientation",
                ChampsDesLettres.De(dossier, issue, reglement)
            ),
            arret
        );
    }

    private async Task<LettrePrete> PreparerAsync(
        Dossier dossier,
        ContenuDossier contenu,
        Emetteur emetteur,
        Emetteur instructeur,
        (NatureDeLettre Nature, string Reference, Dictionary<string, ChampDeLettre> Champs) lettre,
        CancellationToken arret
    )
    {
        var porteur = dossier.Porteur!;
        var codes = await db.Collectivites.Where(c => c.Siren == dossier.Siren).Select(c => c.CodesPostaux).FirstOrDefaultAsync(arret)
            ?? [];
        var destinataire = new Destinataire(porteur.Nom, porteur.Nature, contenu.Identite.Civilite, contenu.Identite.Qualite);
        var adresse = AdressePostale.Lire(contenu.Identite.Adresse, porteur.Nature == NatureJuridique.Commune ? porteur.Nom : "", codes);
        var composee = ModeleDeLettre.Lire(modeles.Texte(lettre.Nature), ChampsDesLettres.Noms(lettre.Nature)).Composer(lettre.Champs);
        var recours = lettre.Nature != NatureDeLettre.ARevoir;
        var membres = dossier.Membres.Where(m => m.Siren != dossier.Siren).Select(m => m.Nom).ToList();
        var document = new DocumentAProduire(
            lettre.Nature is NatureDeLettre.Irrecevabilite or NatureDeLettre.Reorientation ? "notification" : "lettre",
            lettre.Reference,
            "lettre",
            code => new
            {
                papier = emetteur.Papier(dossier.Numero!, code),
                objet = composee.Objet,
                @ref = composee.Reference,
                pj = (string?)null,
                lieu = emetteur.LieuEtJour,
                suivi = Suivi(instructeur.Fiche.Suivi is null ? emetteur : instructeur),
                destinataire = new[] { destinataire.PremiereLigne }
                    .Concat(adresse.Lignes)
                    .Concat(adresse.DerniereLigne is { } derniere ? [derniere] : [])
                    .Select(Francais.Typographier),
                appel = destinataire.Appel,
                corps = composee.Corps.SkipLast(1),
                fin = composee.Corps[^1],
                formule = Francais.Typographier(destinataire.Formule),
                signature = emetteur.Signature,
                copies = membres.Select(Francais.Typographier),
                recours = recours ? emetteur.Recours : [],
            }
        );
        return new LettrePrete(
            document,
            [.. emetteur.Manques(recours), .. composee.Manquants.Select(c => new Manque($"Dossier {dossier.Numero} : {c.Libelle}", null))],
            [
                .. contenu.Identite.Civilite is null ? new[] { "civilité inconnue : la lettre dit « Madame, Monsieur »" } : [],
                .. adresse.DerniereLigne is null ? new[] { "adresse sans code postal" } : [],
            ]
        );
    }

    private static IEnumerable<string> Suivi(Emetteur service) =>
        new[] { service.Fiche.Suivi, service.Fiche.Telephone, service.Fiche.Courriel }
            .Where(l => !string.IsNullOrWhiteSpace(l))
            .Select(l => Francais.Typographier(l!))
            .Prepend(Francais.Typographier("Affaire suivie par :"));

    /// <summary>« Les prochaines séances se tiennent le 14 septembre 2021 (dépôt au plus tard le 30 août 2021) et … ».</summary>
    private async Task<string> ProchainesSeancesAsync(Reglement reglement, DateOnly jour, CancellationToken arret)
    {
        var planifiees = await db
            .Seances.Where(s => s.Etat == EtatSeance.Planifiee && s.Region == reglement.Region && s.Jour > jour)
            .OrderBy(s => s.Jour)
            .ToListAsync(arret);
        var prochaines = planifiees.Where(s => s.Dispositifs.Contains(reglement.Code)).Take(SeancesDites).ToList();
        if (prochaines.Count == 0)
            return "Aucune autre séance n’est planifiée à ce jour : vous serez informé de la prochaine.";
        var dites = prochaines.Select(s =>
            s.LimiteOrdreDuJour(reglement.DelaiOrdreDuJourJours) is { } limite && !s.AuMois
                ? $"{s.Libelle} (dépôt au plus tard le {Francais.Date(limite)})"
                : s.Libelle
        );
        return $"Prochaine{(prochaines.Count > 1 ? "s" : "")} séance{(prochaines.Count > 1 ? "s" : "")} : {Francais.Liste([.. dites])}.";
    }
}
