using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Consultations;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The synthesis of one dossier or of some, to print before a session: what was deposited, the grid, the avis.</summary>
public sealed class Syntheses(FitnContext db, Papiers papiers, RegistreDesReglements reglements, Horloge horloge)
{
    /// <summary>Dossiers of one document at most.</summary>
    public const int Maximum = 60;

    /// <summary>The document; null when none of them is in the actor's perimeter.</summary>
    public async Task<DocumentAProduire?> FaireAsync(IReadOnlyCollection<string> numeros, Acteur acteur, CancellationToken arret)
    {
        var dossiers = await db
            .Dossiers.Include(d => d.Versions.OrderByDescending(v => v.Version).Take(1))
            .Include(d => d.Controles)
            .AsSplitQuery()
            .VisiblesPar(acteur, Droit.LireListeDeTravail)
            .Where(d => numeros.Contains(d.Numero!))
            .Ranger()
            .Take(Maximum)
            .ToListAsync(arret);
        if (dossiers.Count == 0)
            return null;
        Guid[] ids = [.. dossiers.Select(d => d.Id)];
        var lecteur = Lecteur.De(acteur);
        var rendus = await db.AvisLisiblesAsync(ids, arret);
        var service = reglements.Exiger(dossiers[0].Dispositif).CodeDuService(dossiers[0].Departement);
        var emetteur = await papiers.EmetteurAsync(service, horloge.Aujourdhui, arret);
        var quoi = dossiers.Count == 1 ? dossiers[0].Numero! : Francais.Compte(dossiers.Count, "dossier");
        return new DocumentAProduire("synthese", "", "synthese", _ => new
        {
            papier = emetteur.Papier($"Synthèse d’instruction, {quoi}", ""),
            numero = quoi,
            etablie = Francais.Typographier($"Établie le {Francais.Date(horloge.Aujourdhui)} par {emetteur.Fiche.Nom}"),
            dossiers = dossiers.Select(d => Page(d, lecteur, rendus[d.Id])),
        });
    }

    private static object Page(Dossier d, Lecteur lecteur, IEnumerable<Consultation> consultations)
    {
        var version = d.Versions[0];
        var projet = version.Contenu.Projet;
        string[][] faits =
        [
            ["Porteur", $"{d.Porteur!.Nom}, SIREN {d.Siren}"],
            ["Département", Libelles.Departement(d.Departement)],
            ["État", Etats.Libelle(lecteur.EtatDe(d))],
            ["Déposé", Francais.DateEtHeure(version.DeposeeLe) + (version.Version > 1 ? $", version {version.Version}" : "")],
            ["Coût éligible", version.Assiette?.ToString() ?? "–"],
            ["Montant demandé", version.MontantDemande?.ToString() ?? "–"],
            ["Taux", version.Assiette is { } a ? version.MontantDemande?.Sur(a)?.ToString() ?? "–" : "–"],
            .. d.MontantPropose is { } propose ? new[] { new[] { "Montant proposé", propose.ToString() } } : [],
            .. d.EcarteesEnVigueur.Select(e => new[] { "Dépense écartée", $"{e.Ligne.Libelle} : {e.Motif}" }),
            .. d.RejetImpliciteLe is { } rejet
                ? new[] { new[] { "Sans décision avant le", Francais.Date(rejet) + ", la demande est réputée rejetée" } }
                : [],
        ];
        return new
        {
            d.Numero,
            titre = projet.Titre ?? d.Titre,
            faits = faits.Select(f => f.Select(Francais.Typographier)),
            resume = projet.Resume,
            plan = MotsDuProjet.Plan(projet).Select(l => l.Select(Francais.Typographier)),
            grille = d
                .Grille.Where(c =>
                    c.Propose is not (ResultatConstat.Conforme or ResultatConstat.NonApplicable) || c.Conclusion == Conclusion.NonConforme
                )
                .Select(c =>
                    new[]
                    {
                        $"{c.Nom} ({c.Regle})",
                        c.Message,
                        c.Conclusion is { } x ? Conclusions.Libelle(x) + (c.Motif is null ? "" : $" : {c.Motif}") : "à conclure",
                    }
                ),
            conformes = d.Grille.Count(c => c.Conclusion is Conclusion.Conforme or Conclusion.SansObjet),
            total = d.Grille.Count(),
            d.Synthese,
            avis = d
                .Avis.Select(x =>
                    $"{Libelles.Prefecture(x.Departement)} : {Choix.SensDAvis.Libelle(x.Sens.ToString()).ToLowerInvariant()}. {x.Texte}"
                )
                .Concat(consultations.Select(c => c.Phrase())),
        };
    }
}
