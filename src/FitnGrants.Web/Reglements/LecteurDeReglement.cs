using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FitnGrants.Domain;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Reglements;

/// <summary>A règlement that does not hold: the message names file and line.</summary>
public sealed class ReglementInvalideException(string fichier, long ligne, string message)
    : Exception($"{fichier}, ligne {ligne} : {message}")
{
    /// <summary>Line of the fault, from 1.</summary>
    public long Ligne => ligne;

    /// <summary>The fault, without its place.</summary>
    public string Faute => message;
}

/// <summary>Reads a règlement from its YAML, checking every key, rule, date and band.</summary>
public static class LecteurDeReglement
{
    private static readonly string[] ClesRacine =
    [
        "code",
        "intitule",
        "nom",
        "nomEnveloppe",
        "volet",
        "region",
        "departements",
        "ouvertLe",
        "limiteDepot",
        "archiveLe",
        "delaiOrdreDuJourJours",
        "enveloppe",
        "populationReference",
        "instance",
        "tribunal",
        "accompagnement",
        "serviceInstructeur",
        "attribuant",
        "seances",
        "documents",
        "tranches",
        "fiche",
        "regles",
    ];

    /// <exception cref="ReglementInvalideException">The file does not hold.</exception>
    public static Reglement Lire(string fichier, string contenu)
    {
        var racine = Noeud.Charger(fichier, contenu).Objet(ClesRacine);
        var documents = racine.Champ("documents").Table();
        var reglement = new Reglement
        {
            Code = racine.Champ("code").Texte(),
            Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contenu))),
            Intitule = racine.Champ("intitule").Phrase(),
            Nom = racine.Champ("nom").Phrase(),
            NomEnveloppe = racine.Champ("nomEnveloppe").Phrase(),
            Volet = racine.Champ("volet").Entier(),
            Region = racine.Champ("region").Texte(),
            Departements = [.. racine.Champ("departements").Liste().Select(n => n.Texte())],
            OuvertLe = racine.Champ("ouvertLe").Date(),
            LimiteDepot = racine.Option("limiteDepot")?.Date(),
            ArchiveLe = racine.Option("archiveLe")?.Date(),
            DelaiOrdreDuJourJours = racine.Option("delaiOrdreDuJourJours")?.Entier(),
            Enveloppe = racine.Champ("enveloppe").Euros(),
            PopulationReference = racine.Champ("populationReference").Enumere<PopulationReference>(),
            Tranches = LireTranches(racine.Option("tranches")),
            Instance = LireInstance(racine.Champ("instance").Objet("code", "article", "nom")),
            Tribunal = racine.Champ("tribunal").Phrase(),
            Accompagnement = racine.Champ("accompagnement").Phrase(),
            ServiceInstructeur = racine.Option("serviceInstructeur")?.Phrase(),
            Attribuant = racine.Option("attribuant")?.Texte() ?? ServiceEmetteur.DeRegion(racine.Champ("region").Texte()),
            Seances = [.. racine.Champ("seances").Liste().Select(n => LireSeance(n.Objet("jour", "mois", "initiale", "motif")))],
            Fiche = LireFiche(
                racine
                    .Champ("fiche")
                    .Objet("pourQui", "taux", "finance", "criteres", "priorites", "valeurs", "exclusions", "contacts", "ressources")
            ),
            Regles = LireRegles(racine.Champ("regles"), documents),
        };
        Verifier(reglement, racine);
        return reglement;
    }

    private static void Verifier(Reglement reglement, Noeud racine)
    {
        if (reglement.LimiteDepot < reglement.OuvertLe)
            throw racine.Champ("limiteDepot").Erreur("la limite de dépôt précède l’ouverture");
        var codes = reglement.Regles.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        if (reglement.Tranches.FirstOrDefault(t => !codes.Contains(t.Code)) is { } orpheline)
            throw racine
                .Champ("tranches")
                .Liste()
                .First(n => n.Champ("code").Texte() == orpheline.Code)
                .Erreur($"la tranche {orpheline.Code} n’a pas de règle du même code");
    }

    private static Instance LireInstance(Noeud n) => new(n.Champ("code").Texte(), n.Champ("article").Texte(), n.Champ("nom").Phrase());

    private static SeancePrevue LireSeance(Noeud n) =>
        n.Option("mois") is { } mois
            ? new SeancePrevue(mois.Mois(), AuMois: true, null, null)
            : new SeancePrevue(n.Champ("jour").Date(), AuMois: false, n.Option("initiale")?.Date(), n.Option("motif")?.Phrase());

    private static Fiche LireFiche(Noeud n)
    {
        ImmutableArray<string> Liste(string cle) => [.. n.Option(cle)?.Liste().Select(e => e.Phrase()) ?? []];
        return new Fiche
        {
            PourQui = n.Champ("pourQui").Phrase(),
            Taux = n.Champ("taux").Phrase(),
            Finance = Liste("finance"),
            Criteres = Liste("criteres"),
            Priorites = Liste("priorites"),
            Valeurs = Liste("valeurs"),
            Exclusions = Liste("exclusions"),
            Ressources = [.. n.Option("ressources")?.Liste().Select(LireRessource) ?? []],
            Contacts =
            [
                .. n.Option("contacts")
                    ?.Liste()
                    .Select(c => c.Objet("fonction", "courriel"))
                    .Select(c => new ContactFonction(c.Champ("fonction").Phrase(), c.Option("courriel")?.Texte()))
                    ?? [],
            ],
        };
    }

    internal static Ressource LireRessource(Noeud noeud)
    {
        var n = noeud.Objet("libelle", "adresse");
        var adresse = n.Option("adresse");
        if (adresse is not null && !adresse.Texte().StartsWith("https://", StringComparison.Ordinal))
            throw adresse.Erreur($"une adresse https est attendue : {adresse.Texte()}");
        return new Ressource(n.Champ("libelle").Phrase(), adresse?.Texte());
    }

    private static ImmutableArray<Tranche> LireTranches(Noeud? noeud)
    {
        if (noeud is null)
            return [];
        var tranches = new List<Tranche>();
        foreach (var n in noeud.Liste().Select(e => e.Objet("code", "de", "a", "min", "max")))
        {
            var tranche = new Tranche(
                n.Champ("code").Texte(),
                n.Champ("de").Entier(),
                n.Option("a")?.Entier(),
                n.Option("min") is { } min ? new Taux(min.Entier()) : null,
                new Taux(n.Champ("max").Entier())
            );
            if (tranche.BorneSup <= tranche.BorneInf)
                throw n.Erreur($"la tranche {tranche.Code} est vide");
            if (tranche.Min is { } bas && bas.Pourcentage > tranche.Max.Pourcentage)
                throw n.Erreur(
                    $"la tranche {tranche.Code} a un taux minimum, {Francais.TauxBref(bas.Pourcentage)} %, au-dessus de son maximum, "
                        + $"{Francais.TauxBref(tranche.Max.Pourcentage)} %"
                );
            if (tranches.Any(t => t.BorneInf < (tranche.BorneSup ?? int.MaxValue) && tranche.BorneInf < (t.BorneSup ?? int.MaxValue)))
                throw n.Erreur($"la tranche {tranche.Code} en chevauche une autre");
            tranches.Add(tranche);
        }
        return [.. tranches];
    }

    private static ImmutableArray<RegleActivee> LireRegles(Noeud noeud, IReadOnlyDictionary<string, Noeud> documents)
    {
        var regles = new List<RegleActivee>();
        foreach (var n in noeud.Liste().Select(e => e.Objet("code", "regle", "mode", "nom", "phrase", "parametres", "source", "lecture")))
        {
            var nom = n.Champ("regle");
            var regle = Catalogue.Trouver(nom.Texte()) ?? throw nom.Erreur($"règle inconnue : {nom.Texte()}");
            var code = n.Champ("code").Texte();
            if (regles.Exists(r => r.Code == code))
                throw n.Erreur($"la règle {code} est donnée deux fois");
            regles.Add(
                new RegleActivee(
                    code,
                    regle,
                    n.Champ("mode").Enumere<ModeRegle>(),
                    LireParametres(regle, n.Option("parametres")),
                    LireSource(n.Champ("source"), documents)
                )
                {
                    Nom = n.Option("nom")?.Phrase() ?? regle.Nom,
                    Phrase = n.Option("phrase")?.Phrase() ?? Francais.Typographier(regle.Phrase),
                    Lecture = n.Option("lecture")?.Phrase(),
                }
            );
        }
        return [.. regles.OrderBy(r => Catalogue.Regles.IndexOf(r.Regle))];
    }

    private static Parametres LireParametres(Regle regle, Noeud? noeud)
    {
        if (noeud is null)
            return Parametres.Aucun;
        var valeurs = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        foreach (var (cle, valeur) in noeud.Table())
        {
            var attendu = regle.Cles.FirstOrDefault(c => c.TrimEnd('[', ']', '$', '@') == cle)
                ?? throw valeur.Erreur($"paramètre inconnu de {regle.GetType().Name} : {cle}");
            valeurs[cle] =
                attendu.EndsWith(']') ? [.. valeur.Liste().Select(v => v.Texte())]
                : attendu.EndsWith('$') ? [valeur.Phrase()]
                : attendu.EndsWith('@') ? [valeur.Date().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]
                : [valeur.Entier().ToString(CultureInfo.InvariantCulture)];
        }
        return new Parametres(valeurs.ToImmutable());
    }

    internal static Source LireSource(Noeud noeud, IReadOnlyDictionary<string, Noeud> documents)
    {
        var n = noeud.Objet("document", "lignes", "citation", "texte", "article");
        if (n.Option("texte") is { } texte)
            return new Source($"{texte.Phrase()}, {n.Champ("article").Phrase()}", null, []);
        var document = n.Champ("document");
        if (!documents.TryGetValue(document.Texte(), out var titre))
            throw document.Erreur($"document inconnu : {document.Texte()}");
        return new Source(titre.Phrase(), n.Champ("citation").Texte(), [.. n.Champ("lignes").Liste().Select(l => l.Entier())]);
    }
}
