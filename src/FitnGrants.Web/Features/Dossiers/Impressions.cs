using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>Data of the documents: facts, dates and appeal routes, as the law asks (domain.md 2.1, 2.2).</summary>
public static class Impressions
{
    public static DocumentAProduire Recepisse(Dossier dossier, VersionDeposee version, Reglement reglement, ServicesInstructeurs services)
    {
        var reception = JourDeParis.De(dossier.DeposeLe!.Value);
        var membres = Recapitulation.De(dossier, version.Contenu).Membres;
        string[][] faits =
        [
            ["Numéro du dossier", dossier.Numero!],
            ["Projet", version.Contenu.Projet.Titre ?? ""],
            ["Porteur", $"{dossier.Porteur!.Nom}, SIREN {dossier.Siren}"],
            .. membres.Count > 0 ? new[] { new[] { "Groupement", string.Join(" ; ", membres.Select(m => m.Phrase)) } } : [],
            ["Dispositif", $"{reglement.Intitule} ({reglement.Nom})"],
            ["Date de réception", Francais.DateEtHeure(dossier.DeposeLe.Value) + ", heure de Paris"],
            .. version.Version > 1
                ? new[] { new[] { "Nouveau dépôt", $"version {version.Version}, {Francais.DateEtHeure(version.DeposeeLe)}" } }
                : [],
            ["Montant demandé", version.MontantDemande?.ToString() ?? ""],
            ["Coût éligible", version.Assiette?.ToString() ?? ""],
        ];
        var rejet = Francais.Date(DelaiLegal.TermeDeDecision(reception, version.Contenu.Projet.Regime).AddDays(dossier.JoursSuspendus));
        var texte =
            version.Contenu.Projet.Regime == RegimeDepense.Fonctionnement
                ? "code des relations entre le public et l’administration, article L. 231-4"
                : "décret n° 2018-514, article 7";
        string[] suites =
        [
            .. version.Version > 1
                ? Array.Empty<string>()
                :
                [
                    "Le service vous dit si le dossier est recevable avant le "
                        + $"{Francais.Date(DelaiLegal.TermeDeRecevabilite(JourDeParis.De(version.DeposeeLe)))} ; "
                        + "sans réponse à cette date, le dossier est réputé recevable.",
                ],
            $"Sans décision expresse notifiée avant le {rejet}, votre demande est réputée rejetée à cette date " + $"({texte}).",
        ];
        return new DocumentAProduire("recepisse", $"version-{version.Version}", "recepisse", code => new
        {
            services.Demonstration,
            code,
            verification = services.Verification(code),
            dossier.Numero,
            service = reglement.Service(dossier.Departement),
            coordonnees = services.Coordonnees(dossier.Departement),
            faits = Propre(faits),
            suites = suites.Select(Francais.Typographier),
            recours = Recours(reglement, $"du rejet implicite, le {rejet}"),
            version.Empreinte,
            pieces = Pieces(version),
        });
    }

    /// <summary>The whole dossier: what was deposited, or what is being written.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="version">The deposited version; null for a draft, which carries no code.</param>
    /// <param name="lu">What it says, and its groupement.</param>
    /// <param name="porteur">Name of the collectivité.</param>
    /// <param name="reglement">Its règlement.</param>
    /// <param name="services">Words of the instance.</param>
    public static DocumentAProduire Entier(
        Dossier dossier,
        VersionDeposee? version,
        Recapitulation lu,
        string porteur,
        Reglement reglement,
        ServicesInstructeurs services
    )
    {
        var p = lu.Contenu.Projet;
        string[][] entete =
        [
            ["Dossier", dossier.Numero ?? "Brouillon, non déposé"],
            ["Porteur", $"{porteur}, SIREN {dossier.Siren}"],
            ["Dispositif", $"{reglement.Intitule} ({reglement.Nom})"],
            .. version is { } v
                ? new[]
                {
                    new[] { "Déposé", $"{Francais.DateEtHeure(v.DeposeeLe)}, version {v.Version}" },
                    ["Montant demandé", v.MontantDemande?.ToString() ?? ""],
                    ["Coût éligible", v.Assiette?.ToString() ?? ""],
                }
                : [],
        ];
        return new DocumentAProduire("dossier", $"version-{version?.Version}", "dossier", code => new
        {
            services.Demonstration,
            code,
            verification = services.Verification(code),
            numero = dossier.Numero ?? "Brouillon",
            service = reglement.Service(dossier.Departement),
            coordonnees = services.Coordonnees(dossier.Departement),
            titre = p.Titre is { Length: > 0 } titre ? titre : "Projet sans titre",
            entete = Propre(entete.Where(f => f[1].Length > 0)),
            resume = p.Resume,
            lignes = Propre(lu.Lignes.Select(l => new[] { l.Nom, l.Valeur })),
            membres = lu.Membres.Select(m => Francais.Typographier(m.Phrase)),
            @base = p.BaseRetenue == BaseTaxe.HT ? "hors taxes" : "toutes taxes comprises",
            plan = MotsDuProjet.Plan(p).Select(l => l.Select(Francais.Typographier)),
            depenses = p.TotalDepenses?.ToString() ?? "–",
            ressources = p.TotalRessources?.ToString() ?? "–",
            version?.Empreinte,
            pieces = version is null ? [] : Pieces(version),
        });
    }

    /// <summary>Name and hash of each piece of a deposit.</summary>
    private static IEnumerable<string[]> Pieces(VersionDeposee version) =>
        version.Pieces.Select(p => new[] { PieceLue.Phrase(p), p.Sha256 });

    /// <summary>The letter of a decision: its words are in the template of its type.</summary>
    public static DocumentAProduire Lettre(
        Dossier dossier,
        VersionDeposee version,
        Decision decision,
        IReadOnlyDictionary<string, string> proches,
        Reglement reglement,
        ServicesInstructeurs services
    )
    {
        string[][] faits =
        [
            ["Dossier", dossier.Numero!],
            ["Montant demandé", version.MontantDemande?.ToString() ?? ""],
            .. decision.MontantAccorde is { } m
                ? new[] { new[] { "Montant accordé", m.ToString() }, ["Taux", m.Sur(version.Assiette!.Value)?.ToString() ?? ""] }
                : [],
            ["Coût éligible", version.Assiette?.ToString() ?? ""],
        ];
        var modele = decision.Type switch
        {
            TypeDecision.Accord => "accord",
            TypeDecision.ARevoir => "a-revoir",
            _ => "refus",
        };
        return new DocumentAProduire("lettre", decision.Id.ToString(), modele, code => new
        {
            services.Demonstration,
            code,
            verification = services.Verification(code),
            dossier.Numero,
            service = reglement.Service(dossier.Departement),
            coordonnees = services.Coordonnees(dossier.Departement),
            destinataire = dossier.Porteur!.Nom,
            adresse = version.Contenu.Identite.Adresse ?? "",
            lieu = Francais.Typographier($"Le {Francais.Date(JourDeParis.De(decision.NotifieeLe!.Value))}"),
            instance = reglement.Instance.Le,
            seance = Francais.Date(decision.PriseLe),
            projet = version.Contenu.Projet.Titre ?? "",
            montant = decision.MontantAccorde?.ToString(),
            conditions = decision.Conditions,
            referent = decision.Referent,
            axes = decision.Axes.Select(x => new[] { x.Texte, AxesDAmelioration.Cible(x.Cible, reglement) }),
            similaires = decision.Similaires.Select(n => proches.GetValueOrDefault(n) ?? n),
            reequilibrer = decision.MontantAccorde < version.MontantDemande,
            faits = Propre(faits),
            motivation = decision.Motivation,
            fondements = Fondements(decision),
            recours = Recours(reglement, "de la notification de cette lettre").ToArray(),
            signature = Francais.Typographier($"Pour {reglement.Instance.Article} {reglement.Instance.Nom}, le secrétariat"),
        });
    }

    /// <summary>« critère Méthode participative (R50) et valeur Communs partageables (R59) ».</summary>
    public static string Fondements(Decision decision) =>
        Francais.Liste([
            .. decision.Motifs.Select(m => $"{Choix.Fondements.Libelle(m.Fondement.ToString()).ToLowerInvariant()} « {m.Nom} » ({m.Code})"),
            .. decision
                .Fondements.Except(decision.Motifs.Select(m => m.Fondement))
                .Select(f => Choix.Fondements.Libelle(f.ToString()).ToLowerInvariant()),
        ]);

    /// <summary>Irrecevabilité or orientation: not a refusal, and says so.</summary>
    public static DocumentAProduire Notification(Dossier dossier, Reglement reglement, ServicesInstructeurs services)
    {
        var issue = dossier.Issue!;
        var regle = reglement.Regles.FirstOrDefault(r => r.Code == issue.Regle);
        var projet = dossier.Contenu.Projet.Titre;
        string[] paragraphes = issue.Axe is { } axe
            ?
            [
                $"Votre projet « {projet} » ne relève pas de ce dispositif : il est orienté vers {axe}.",
                "Ce n’est pas un refus : aucun refus n’est enregistré.",
            ]
            :
            [
                $"Votre dossier « {projet} » n’est pas recevable.",
                "Ce n’est pas un refus : vous pouvez déposer un nouveau dossier, y compris sur ce projet.",
            ];
        string[][] faits =
        [
            ["Dossier", dossier.Numero!],
            ["Règle", $"{regle?.Nom} ({issue.Regle})"],
            ["Source", regle?.Source.Document ?? ""],
            ["Citation", regle?.Source.Citation ?? ""],
        ];
        return new DocumentAProduire("notification", issue.Axe is null ? "irrecevabilite" : "reorientation", "notification", code => new
        {
            services.Demonstration,
            code,
            verification = services.Verification(code),
            dossier.Numero,
            service = reglement.Service(dossier.Departement),
            coordonnees = services.Coordonnees(dossier.Departement),
            titre = issue.Axe is null ? "Dossier irrecevable" : "Dossier réorienté",
            destinataire = dossier.Porteur!.Nom,
            adresse = dossier.Contenu.Identite.Adresse ?? "",
            lieu = Francais.Typographier($"Le {Francais.Date(JourDeParis.De(issue.Le))}"),
            paragraphes = paragraphes.Select(Francais.Typographier),
            faits = Propre(faits.Where(f => f[1].Length > 0)),
            motivation = issue.Motivation,
            fondements = Francais.Typographier($"règle {issue.Regle}"),
            recours = Recours(reglement, "de la notification de cette lettre").ToArray(),
            signature = Francais.Typographier(reglement.Service(dossier.Departement)),
        });
    }

    private static IEnumerable<string[]> Propre(IEnumerable<string[]> faits) =>
        faits.Select(f => new[] { f[0], Francais.Typographier(f[1]) });

    private static IEnumerable<string> Recours(Reglement reglement, string depart) =>
        new[]
        {
            $"Dans un délai de deux mois à compter {depart}, vous pouvez former :",
            "un recours gracieux devant le service qui a pris la décision, ou un recours hiérarchique devant le ministre chargé de la "
                + "transformation publique ;",
            $"un recours contentieux devant le {reglement.Tribunal}, y compris par l’application Télérecours citoyens "
                + "(www.telerecours.fr).",
        }.Select(Francais.Typographier);
}
