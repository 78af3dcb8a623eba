using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Reglements;

/// <summary>Reads the sheet of a dispositif that takes no deposit here, checking every key, date, code and source.</summary>
public static class LecteurDeFiche
{
    private static readonly string[] ClesRacine =
    [
        "code",
        "rang",
        "intitule",
        "nom",
        "pourQui",
        "depot",
        "enBref",
        "contenu",
        "calendrier",
        "contacts",
        "ressources",
        "orientation",
        "documents",
        "regles",
    ];

    /// <summary>Reads a sheet; a code that another sheet uses must say the same thing here.</summary>
    /// <exception cref="ReglementInvalideException">The file does not hold.</exception>
    public static DispositifInformatif Lire(string fichier, string contenu, IEnumerable<RegleInformative>? connues = null)
    {
        var racine = Noeud.Charger(fichier, contenu).Objet(ClesRacine);
        var documents = racine.Champ("documents").Table();
        var regles = LireRegles(racine.Champ("regles"), documents, [.. connues ?? []]);
        return new DispositifInformatif
        {
            Code = racine.Champ("code").Texte(),
            Rang = racine.Champ("rang").Entier(),
            Intitule = racine.Champ("intitule").Phrase(),
            Nom = racine.Champ("nom").Phrase(),
            PourQui = racine.Champ("pourQui").Phrase(),
            Depot = racine.Champ("depot").Phrase(),
            EnBref =
            [
                .. racine
                    .Champ("enBref")
                    .Liste()
                    .Select(n => n.Objet("libelle", "valeur"))
                    .Select(n => new FaitEnBref(n.Champ("libelle").Phrase(), n.Champ("valeur").Phrase())),
            ],
            Contenu = [.. racine.Champ("contenu").Liste().Select(n => n.Phrase())],
            Calendrier = [.. racine.Champ("calendrier").Liste().Select(n => LireEcheance(n, documents))],
            Contacts =
            [
                .. Liste(racine, "contacts")
                    .Select(n => n.Objet("fonction", "courriel"))
                    .Select(n => new ContactFonction(n.Champ("fonction").Phrase(), n.Option("courriel")?.Texte())),
            ],
            Ressources = [.. Liste(racine, "ressources").Select(LecteurDeReglement.LireRessource)],
            Regles = regles,
            Orientation = LireOrientation(racine.Champ("orientation"), regles),
        };
    }

    private static IEnumerable<Noeud> Liste(Noeud n, string cle) => n.Option(cle)?.Liste() ?? [];

    private static Echeance LireEcheance(Noeud noeud, IReadOnlyDictionary<string, Noeud> documents)
    {
        var n = noeud.Objet("date", "texte", "avant", "source");
        var echeance = new Echeance(
            n.Option("date")?.Date(),
            n.Champ("texte").Phrase(),
            n.Option("avant")?.Phrase(),
            LireSource(n.Champ("source"), documents)
        );
        if (echeance.Jour is null && (echeance.Avant is not null || echeance.Texte.Contains("{date}", StringComparison.Ordinal)))
            throw n.Erreur("une phrase qui dépend d’une date donne sa date");
        return echeance;
    }

    private static ImmutableArray<RegleInformative> LireRegles(
        Noeud noeud,
        IReadOnlyDictionary<string, Noeud> documents,
        List<RegleInformative> connues
    )
    {
        var regles = ImmutableArray.CreateBuilder<RegleInformative>();
        foreach (var n in noeud.Liste().Select(e => e.Objet("code", "nom", "phrase", "source")))
        {
            var regle = new RegleInformative(
                n.Champ("code").Texte(),
                n.Champ("nom").Phrase(),
                n.Champ("phrase").Phrase(),
                LireSource(n.Champ("source"), documents)
            );
            if (regles.Any(r => r.Code == regle.Code))
                throw n.Erreur($"la règle {regle.Code} est donnée deux fois");
            if (connues.Find(r => r.Code == regle.Code) is { } autre && !DitLaMemeChose(regle, autre))
                throw n.Erreur($"la règle {regle.Code} ne dit pas la même chose dans une autre fiche");
            regles.Add(regle);
        }
        return regles.ToImmutable();
    }

    private static bool DitLaMemeChose(RegleInformative une, RegleInformative autre) =>
        (une.Nom, une.Phrase, une.Source.Document, une.Source.Citation)
            == (autre.Nom, autre.Phrase, autre.Source.Document, autre.Source.Citation)
        && une.Source.Lignes.SequenceEqual(autre.Source.Lignes);

    private static Source LireSource(Noeud noeud, IReadOnlyDictionary<string, Noeud> documents)
    {
        var source = LecteurDeReglement.LireSource(noeud, documents);
        return source.Citation is null || source.Lignes.Length > 0 ? source : throw noeud.Erreur("une citation donne ses lignes");
    }

    private static Orientation LireOrientation(Noeud noeud, ImmutableArray<RegleInformative> regles)
    {
        var n = noeud.Objet("regle", "seuil", "recruteurs", "rappels");
        if (n.Option("seuil") is null == n.Option("recruteurs") is null)
            throw n.Erreur("une orientation donne un seuil ou des recruteurs");
        return new Orientation(
            Code(n.Champ("regle")),
            n.Option("seuil")?.Entier(),
            [.. Liste(n, "recruteurs").Select(r => r.Enumere<Recruteur>())],
            [.. Liste(n, "rappels").Select(Code)]
        );

        string Code(Noeud code) =>
            regles.Any(r => r.Code == code.Texte()) ? code.Texte() : throw code.Erreur($"la règle {code.Texte()} n’est pas dans la fiche");
    }
}
