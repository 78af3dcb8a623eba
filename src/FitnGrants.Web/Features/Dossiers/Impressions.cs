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
    public static DocumentAProduire Recepisse(Dossier dossier, VersionDeposee version, Reglement reglement, Emetteur emetteur)
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
            "La présente demande est susceptible de donner lieu à une décision implicite de rejet : à défaut de décision expresse "
                + $"notifiée avant le {rejet}, elle sera réputée rejetée à cette date ({texte}).",
            .. version.Version > 1
                ? Array.Empty<string>()
                :
                [
                    "Le service peut vous faire savoir jusqu’au "
                        + $"{Francais.Date(DelaiLegal.TermeDeRecevabilite(JourDeParis.De(version.DeposeeLe)))} que votre demande n’est pas "
                        + "recevable ; sans réponse à cette date, elle est réputée recevable (décret n° 2018-514, article 4).",
                ],
            .. Absentes(version, reglement),
            "Cet accusé de réception ne vaut pas promesse de subvention.",
            .. reglement.Applique<Domain.Dossiers.Regles.ProjetNonEngage>()
                ? new[] { "Un projet commencé avant cette réception ne peut pas être aidé (décret n° 2018-514, article 5)." }
                : [],
        ];
        return new DocumentAProduire("recepisse", $"version-{version.Version}", "recepisse", code => new
        {
            papier = emetteur.Papier(dossier.Numero!, code),
            titre = version.Version > 1
                ? $"Accusé de dépôt de la version {version.Version}"
                : "Accusé de réception d’une demande de subvention",
            numero = dossier.Numero,
            lieu = emetteur.LieuEtJour,
            service = Francais.Typographier($"{emetteur.Fiche.Nom}, {emetteur.Coordonnees}"),
            faits = Propre(faits.Where(f => f[1].Length > 0)),
            suites = suites.Select(Francais.Typographier),
            recours = RecoursImplicite(emetteur, rejet),
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
    /// <param name="emetteur">The service that instructs it.</param>
    public static DocumentAProduire Entier(
        Dossier dossier,
        VersionDeposee? version,
        Recapitulation lu,
        string porteur,
        Reglement reglement,
        Emetteur emetteur
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
            papier = emetteur.Papier(dossier.Numero ?? "Brouillon, non déposé", code, projet: version is null),
            numero = dossier.Numero ?? "Brouillon",
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

    /// <summary>What was not joined: no day is set while nobody asked for it (CRPA, art. L. 114-5).</summary>
    private static IEnumerable<string> Absentes(VersionDeposee version, Reglement reglement)
    {
        var absentes = PieceAttendue
            .De(reglement, version.Contenu.Projet, type => version.Pieces.Any(p => p.Type == type))
            .Where(p => !p.Jointe)
            .Select(p => Francais.Minuscule(p.Libelle))
            .ToList();
        if (absentes.Count > 0)
            yield return $"Pièces qui ne sont pas jointes à ce dépôt : {Francais.Liste(absentes)}. Si l’instruction en a besoin, le "
                + "service vous les demandera en disant jusqu’à quel jour les apporter.";
    }

    /// <summary>Name and hash of each piece of a deposit.</summary>
    private static IEnumerable<string[]> Pieces(VersionDeposee version) =>
        version.Pieces.Select(p => new[] { PieceLue.Phrase(p), p.Sha256 });

    /// <summary>« critère Méthode participative (R50) et valeur Communs partageables (R59) ».</summary>
    public static string Fondements(Decision decision) =>
        Francais.Liste([
            .. decision.Motifs.Select(m => $"{Choix.Fondements.Libelle(m.Fondement.ToString()).ToLowerInvariant()} « {m.Nom} » ({m.Code})"),
            .. decision
                .Fondements.Except(decision.Motifs.Select(m => m.Fondement))
                .Select(f => Choix.Fondements.Libelle(f.ToString()).ToLowerInvariant()),
        ]);

    private static IEnumerable<string[]> Propre(IEnumerable<string[]> faits) =>
        faits.Select(f => new[] { f[0], Francais.Typographier(f[1]) });

    /// <summary>Appeal routes against the rejection that silence makes (CRPA R112-5; CJA R421-2).</summary>
    private static IEnumerable<string> RecoursImplicite(Emetteur emetteur, string rejet) =>
        new[]
        {
            $"À défaut de décision expresse le {rejet}, votre demande sera réputée rejetée ; vous disposerez alors de deux mois pour "
                + $"former un recours gracieux devant l’auteur de la décision, un recours hiérarchique devant le {emetteur.Fiche.Ministre} "
                + $"ou un recours contentieux devant le {emetteur.Fiche.Tribunal} ({emetteur.Fiche.AdresseDuTribunal}, ou "
                + "www.telerecours.fr).",
            "Un recours gracieux ou hiérarchique formé dans ce délai interrompt le délai du recours contentieux.",
        }.Select(Francais.Typographier);
}
