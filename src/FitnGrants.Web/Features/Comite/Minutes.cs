using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>
/// The minutes, from the session's facts alone. A rectification after the closing makes another edition: those before it stay
/// as they were given.
/// </summary>
public sealed class Minutes(FitnContext db, RegistreDesReglements reglements, ServicesInstructeurs services)
{
    /// <summary>One point as the minutes tell it.</summary>
    private sealed record Ligne(Point P, Dossier Dossier, VersionDeposee Version, Decision? Decision, IReadOnlyList<Decision> Rectifiees);

    private sealed record Faits(Seance Seance, IReadOnlyList<Ligne> Lignes, IReadOnlyList<(Point P, Dossier Dossier)> Retires, IReadOnlyList<object> Enveloppes, int Edition);

    /// <summary>« releve » or « proces-verbal » of a session opened or closed.</summary>
    public async Task<DocumentAProduire> ProduireAsync(Seance seance, string type, CancellationToken arret)
    {
        var faits = await LireAsync(seance, arret);
        return new DocumentAProduire(type, $"edition-{faits.Edition}", type, code => type == "releve" ? Releve(faits, code) : ProcesVerbal(faits, code), "a-2a");
    }

    /// <summary>The booklet of the syntheses, one page a point.</summary>
    public async Task<DocumentAProduire> LivretAsync(Seance seance, IReadOnlySet<Guid> caches, CancellationToken arret)
    {
        var points = seance.Points.Where(p => p.Etat != EtatPoint.Retire && !caches.Contains(p.DossierId)).OrderBy(p => p.Ordre).ToList();
        Guid[] ids = [.. points.Select(p => p.DossierId)];
        var dossiers = await db.Dossiers.AsNoTracking().Include(d => d.Versions).Include(d => d.Controles).AsSplitQuery().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, arret);
        return new DocumentAProduire("livret", "", "livret", _ => new
        {
            services.Demonstration,
            code = "",
            verification = "",
            numero = Francais.Typographier($"Livret, séance {seance.Du}"),
            service = Majuscule(seance.NomInstance),
            coordonnees = Dispositifs(seance),
            seance = seance.Du,
            sommaire = points.Select(p => (P: p, D: dossiers[p.DossierId])).Select(x => new[] { $"{x.P.Ordre}", x.D.Titre, x.D.Porteur!.Nom, x.D.MontantDemande?.ToString() ?? "" }),
            points = points.Select(p => Page(p, dossiers[p.DossierId])),
        });
    }

    private static object Page(Point p, Dossier d)
    {
        var version = d.Versions.First(v => v.Version == d.Version);
        string[][] faits =
        [
            ["Département", Domain.Collectivites.Libelles.Departement(d.Departement)],
            ["Coût éligible", version.Assiette?.ToString() ?? ""],
            ["Montant demandé", version.MontantDemande?.ToString() ?? ""],
            ["Taux", version.Assiette is { } a ? version.MontantDemande?.Sur(a)?.ToString() ?? "" : ""],
            ["Déposé le", Francais.Date(JourDeParis.De(d.DeposeLe!.Value))],
            .. p.Rapporteur is { } r ? new[] { new[] { "Rapporteur", Membre.NomDe(r) } } : [],
        ];
        return new
        {
            p.Ordre,
            titre = version.Contenu.Projet.Titre ?? d.Titre,
            porteur = d.Porteur!.Nom,
            d.Numero,
            faits,
            resume = version.Contenu.Projet.Resume,
            d.Synthese,
            alertes = d.Grille.Where(c => c.Propose == ResultatConstat.Alerte || c.Conclusion == Conclusion.NonConforme).Select(c => $"{c.Nom} ({c.Regle}) : {c.Message}"),
            avis = d.Avis.Select(x => $"{Domain.Collectivites.Libelles.Prefecture(x.Departement)} : {Sens(x.Sens)}. {x.Texte}")
                .Concat(p.Avis.Select(x => $"{Membre.NomDe(x.Membre)} : {Sens(x.Sens)}. {x.Texte}")),
        };
    }

    private async Task<Faits> LireAsync(Seance seance, CancellationToken arret)
    {
        Guid[] ids = [.. seance.Points.Select(p => p.DossierId)];
        var dossiers = await db.Dossiers.AsNoTracking().Include(d => d.Versions).Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, arret);
        var decisions = await db.Decisions.AsNoTracking().IgnoreQueryFilters().Where(d => d.SeanceId == seance.Id).OrderBy(d => d.EnregistreeLe).ToListAsync(arret);
        var lignes = seance.Points.Where(p => p.Etat != EtatPoint.Retire).OrderBy(p => p.Ordre).Select(p =>
        {
            var (dossier, rendues) = (dossiers[p.DossierId], decisions.Where(d => d.DossierId == p.DossierId).ToList());
            var decision = rendues.Find(d => d.AnnuleeParId is null);
            return new Ligne(p, dossier, dossier.Versions.First(v => v.Version == (decision?.VersionDossier ?? dossier.Version)), decision, [.. rendues.Where(d => d.AnnuleeParId is not null)]);
        }).ToList();
        return new Faits(
            seance, lignes, [.. seance.Points.Where(p => p.Etat == EtatPoint.Retire).Select(p => (p, dossiers[p.DossierId]))],
            await EnveloppesAsync(seance, [.. lignes.Select(l => l.Decision).OfType<Decision>()], arret),
            1 + decisions.Count(d => d.EnregistreeLe > seance.ClotureeLe));
    }

    private async Task<IReadOnlyList<object>> EnveloppesAsync(Seance seance, IReadOnlyCollection<Decision> rendues, CancellationToken arret)
    {
        var accordes = await db.AccordesAsync([.. seance.Dispositifs], arret);
        return [.. seance.Dispositifs.Select(code =>
        {
            var reglement = reglements.Exiger(code);
            var total = accordes.GetValueOrDefault(code);
            var ici = Euros.Somme(rendues.Where(d => d.Dispositif == code).Select(d => d.MontantAccorde ?? Euros.Zero));
            return (object)new
            {
                nom = reglement.NomEnveloppe,
                faits = new[]
                {
                    new[] { "Enveloppe", reglement.Enveloppe.ToString() }, ["Accordé avant la séance", (total - ici).ToString()],
                    ["Accordé à cette séance", ici.ToString()], ["Reste", Situations.Reste(reglement.Enveloppe, total).ToString()],
                },
            };
        })];
    }

    private object Releve(Faits f, string code) => new
    {
        services.Demonstration,
        code,
        verification = services.Verification(code),
        numero = Francais.Typographier($"Relevé de décisions, séance {f.Seance.Du}"),
        service = Majuscule(f.Seance.NomInstance),
        coordonnees = Dispositifs(f.Seance),
        seance = f.Seance.Du,
        edition = Edition(f),
        faits = Tenue(f.Seance),
        decisions = f.Lignes.Select(l => new[]
        {
            $"{l.P.Ordre}", $"{l.Dossier.Porteur!.Nom} : {l.Version.Contenu.Projet.Titre} ({l.Dossier.Numero})", l.Decision is { } d ? Majuscule(Mots.Decision(d.Type)) : "à décider",
            l.Version.MontantDemande?.ToString() ?? "", l.Decision?.MontantAccorde?.ToString() ?? "–",
        }),
        enveloppes = f.Enveloppes,
        retires = Retires(f),
        signature = Signature(f.Seance),
    };

    private object ProcesVerbal(Faits f, string code) => new
    {
        services.Demonstration,
        code,
        verification = services.Verification(code),
        numero = Francais.Typographier($"Procès-verbal, séance {f.Seance.Du}"),
        service = Majuscule(f.Seance.NomInstance),
        coordonnees = Dispositifs(f.Seance),
        seance = f.Seance.Du,
        edition = Edition(f),
        faits = Tenue(f.Seance),
        membres = f.Seance.Membres.Select(m => new[] { m.Nom, m.Presence switch { Presence.Present => "présent", Presence.Excuse => "excusé", Presence.Absent => "absent", _ => "non enregistrée" } }),
        points = f.Lignes.Select(Deliberation),
        enveloppes = f.Enveloppes,
        retires = Retires(f),
        signature = Signature(f.Seance),
    };

    private object Deliberation(Ligne l)
    {
        var d = l.Decision;
        string[][] faits =
        [
            ["Demandé", l.Version.MontantDemande?.ToString() ?? ""],
            ["Coût éligible", l.Version.Assiette?.ToString() ?? ""],
            .. l.P.Rapporteur is { } r ? new[] { new[] { "Rapporteur", Membre.NomDe(r) } } : [],
            .. l.P.Avis.Length > 0 ? new[] { new[] { "Avis des membres", string.Join(" ; ", l.P.Avis.Select(a => $"{Membre.NomDe(a.Membre)} : {Sens(a.Sens)}")) } } : [],
            .. l.P.Deports.Length > 0 ? new[] { new[] { "Déports", string.Join(" ; ", l.P.Deports.Select(x => $"{Membre.NomDe(x.Membre)}, {x.Motif}")) } } : [],
            ["Décision", d is null ? "à décider" : Majuscule(Mots.Decision(d.Type)) + (d.MontantAccorde is { } m ? $", {m}" : "")],
            .. d?.Conditions is { } c ? new[] { new[] { "Conditions", c } } : [],
            .. d?.Referent is { } referent ? new[] { new[] { "Accompagnement", referent } } : [],
            .. d is { Similaires.Length: > 0 } ? new[] { new[] { "À rapprocher de", Francais.Liste(d.Similaires) } } : [],
        ];
        return new
        {
            l.P.Ordre,
            titre = l.Version.Contenu.Projet.Titre ?? "",
            porteur = l.Dossier.Porteur!.Nom,
            l.Dossier.Numero,
            faits = faits.Select(f => new[] { f[0], Francais.Typographier(f[1]) }),
            motivation = d?.Motivation,
            fondements = d is null ? "" : Impressions.Fondements(d),
            axes = (d?.Axes ?? []).Select(a => a.Texte),
            rectifications = l.Rectifiees.Select(x => Francais.Typographier(
                $"{Mots.Decision(x.Type)}{(x.MontantAccorde is { } montant ? $", {montant}" : "")}, enregistrée le {Francais.DateEtHeure(x.EnregistreeLe)}, rectifiée le {Francais.DateEtHeure(x.AnnuleeLe!.Value)}"
                + $"{(l.Rectifiees.Concat(d is null ? [] : [d]).FirstOrDefault(n => n.Id == x.AnnuleeParId)?.MotifRectification is { } motif ? $" : {motif}" : "")}")),
        };
    }

    private static string? Edition(Faits f) => f.Seance.Etat != EtatSeance.Cloturee ? "Projet : la séance n’est pas clôturée."
        : f.Edition == 1 ? null : $"Édition {f.Edition} : tient compte des rectifications faites après la clôture. Les éditions précédentes sont conservées.";

    private static string[][] Tenue(Seance s) =>
    [
        ["Instance", Majuscule(s.NomInstance)],
        ["Date", s.Libelle],
        .. s.Mouvement is { } m ? new[] { new[] { "Date initiale", $"{Francais.Date(s.Initiale!.Value)}, séance {m} : {s.MotifReport}" } } : [],
        ["Ouverte", s.OuverteLe is { } o ? Francais.DateEtHeure(o) : ""],
        ["Clôturée", s.ClotureeLe is { } c ? Francais.DateEtHeure(c) : "séance en cours"],
        ["Présents", Francais.Liste([.. s.Membres.Where(x => x.Presence == Presence.Present).Select(x => x.Nom)]) is { Length: > 0 } p ? p : "non enregistrés"],
    ];

    private static IEnumerable<string> Retires(Faits f) => f.Retires.Select(r => Francais.Typographier($"{r.Dossier.Porteur!.Nom}, {r.Dossier.Titre} ({r.Dossier.Numero}) : {r.P.MotifRetrait}"));

    private static string Dispositifs(Seance s) => "Dispositifs : " + string.Join(", ", s.Dispositifs);

    private static string Signature(Seance s) => Francais.Typographier($"Pour l’instance ({s.NomInstance}), le secrétariat");

    private static string Sens(SensAvis sens) => Choix.SensDAvis.Libelle(sens.ToString()).ToLowerInvariant();

    private static string Majuscule(string texte) => texte.Length == 0 ? texte : char.ToUpperInvariant(texte[0]) + texte[1..];
}
