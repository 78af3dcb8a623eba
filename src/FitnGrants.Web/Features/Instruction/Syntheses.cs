using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Comite;
using FitnGrants.Web.Features.Consultations;
using FitnGrants.Web.Features.Dossiers;
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
            .Dossiers.Include(d => d.Versions)
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
        var decisions = (await db.Decisions.Where(d => ids.Contains(d.DossierId)).ToListAsync(arret)).ToLookup(d => d.DossierId);
        var service = reglements.Exiger(dossiers[0].Dispositif).CodeDuService(dossiers[0].Departement);
        var emetteur = await papiers.EmetteurAsync(service, horloge.Aujourdhui, arret);
        var pages = dossiers.ConvertAll(d => PageDuLivret.De(null, d, d.Version, reglements.Exiger(d.Dispositif), rendus[d.Id]));
        var quoi = dossiers.Count == 1 ? dossiers[0].Numero! : Francais.Compte(dossiers.Count, "dossier");
        return new DocumentAProduire("synthese", "", "synthese", _ => new
        {
            papier = emetteur.Papier($"Synthèse d’instruction, {quoi}", ""),
            numero = quoi,
            etablie = Francais.Typographier(
                $"Établie le {Francais.Date(horloge.Aujourdhui)} par "
                    + (emetteur.Fiche.Nom!.StartsWith("Préfecture", StringComparison.Ordinal) ? "la " : "")
                    + Francais.Minuscule(emetteur.Fiche.Nom!)
            ),
            sommaire = dossiers.Count == 1 ? [] : dossiers.Select(d => Ligne(d, lecteur)),
            total = (string[])
                [
                    "",
                    "",
                    "",
                    $"{Euros.Somme(dossiers.Select(d => d.MontantDemande).OfType<Euros>())}",
                    $"{Euros.Somme(dossiers.Select(d => d.MontantRetenu).OfType<Euros>())}",
                    "",
                ],
            dossiers = pages.Select(p => Page(p, lecteur, decisions[p.Dossier.Id])),
        });
    }

    private static string[] Ligne(Dossier d, Lecteur lecteur) =>
        [
            d.Numero!,
            $"{d.Porteur!.Nom} ({d.Departement})",
            Francais.Typographier(d.Titre),
            $"{d.MontantDemande}",
            $"{d.MontantRetenu}",
            Etats.Libelle(lecteur.EtatDe(d)),
        ];

    private static object Page(PageDuLivret page, Lecteur lecteur, IEnumerable<Decision> decisions)
    {
        var d = page.Dossier;
        return new
        {
            page = page.Donnees(constats: false),
            etat = Etats.Libelle(lecteur.EtatDe(d)),
            grille = d.Grille.Select(c =>
                new[]
                {
                    Francais.Typographier($"{c.Nom} ({c.Regle})"),
                    Francais.Typographier(c.Message),
                    Francais.Typographier(c.Document),
                    PageDuLivret.Conclue(c),
                }
            ),
            pieces = page.Version.Pieces.Select(PieceLue.Phrase),
            histoire = Histoire(d, lecteur, decisions).Select(Francais.Typographier),
        };
    }

    /// <summary>Deposits, then decisions that the reader may know, then what the silence would do.</summary>
    private static IEnumerable<string> Histoire(Dossier d, Lecteur lecteur, IEnumerable<Decision> decisions)
    {
        foreach (var v in d.Versions.OrderBy(v => v.Version))
            yield return $"Version {v.Version} déposée le {Francais.DateEtHeure(v.DeposeeLe)}, demandé {v.MontantDemande}.";
        foreach (var x in decisions.Where(x => x.NotifieeLe is not null || lecteur.SaitAvantNotification(d.Region)))
            yield return $"{Francais.Majuscule(MotsDesDecisions.Decision(x.Type))} le {Francais.Date(x.PriseLe)}"
                + (x.MontantAccorde is { } m ? $", {m}" : "")
                + (x.NotifieeLe is { } le ? $", décision notifiée le {Francais.Date(JourDeParis.De(le))}." : ", décision à notifier.");
        foreach (var e in d.EcarteesEnVigueur)
            yield return $"Dépense écartée le {Francais.Date(JourDeParis.De(e.Le))} : {e.Ligne.Libelle}. {e.Motif}";
        if (d.Issue is { } issue)
            yield return $"{(issue.Axe is { } axe ? $"Orienté vers {axe}" : "Déclaré irrecevable")} le "
                + $"{Francais.Date(JourDeParis.De(issue.Le))}.";
        // What silence would do is said while it may still do it.
        else if (d.RejetImpliciteLe is { } rejet && !decisions.Any(x => x.NotifieeLe is not null && x.Type != TypeDecision.ARevoir))
            yield return $"Sans décision avant le {Francais.Date(rejet)}, la demande est réputée rejetée.";
    }
}
