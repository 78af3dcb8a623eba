namespace FitnGrants.Web;

/// <summary>What was asked on the command line: serving, or one command. Anything else is refused, and starts nothing.</summary>
/// <param name="Commande">« referentiel », « admin », « aide »; null to serve.</param>
/// <param name="Neuf">True to erase the private database first.</param>
public sealed record LigneDeCommande(string? Commande, bool Neuf)
{
    public const string Aide = """
        FitnGrants s’emploie ainsi :

          scripts/run                                  sert le produit
          scripts/run --neuf                           le sert sur une base privée vidée
          scripts/run --urls http://localhost:5081     le sert à une autre adresse
          scripts/run referentiel import               importe à nouveau les paquets du référentiel
          scripts/run referentiel fichier.csv --annee 2019 --en-vigueur 2022-01-01
                                                       importe les chiffres d’une année
          scripts/run admin creer adresse@service.fr   crée un administrateur et donne son lien
          scripts/run aide                             montre ces lignes

        Les réglages se donnent par l’environnement : README.md les nomme.
        """;

    private static readonly string[] AvecValeur = ["--urls", "--annee", "--en-vigueur"];

    /// <exception cref="CommandeInconnueException">A command or an option that does not exist, or one that stands where it means
    /// nothing.</exception>
    public static LigneDeCommande Lire(IReadOnlyList<string> args)
    {
        var (mots, options) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            var nom = args[i].Split('=')[0];
            if (!args[i].StartsWith('-'))
                mots.Add(args[i]);
            else if (nom is "--help" or "-h")
                return new LigneDeCommande("aide", false);
            else if (nom == "--neuf" && nom == args[i])
                options.Add(nom);
            else if (AvecValeur.Contains(nom, StringComparer.Ordinal) && (args[i].Length > nom.Length + 1 || ++i < args.Count))
                options.Add(nom);
            else
                throw new CommandeInconnueException($"Option inconnue ou incomplète : {nom}.");
        }
        var (permises, nombre) = mots switch
        {
            [] => (new[] { "--neuf", "--urls" }, 0),
            ["aide"] => ([], 1),
            ["referentiel", "import"] => ([], 2),
            ["referentiel", _] => (["--annee", "--en-vigueur"], 2),
            ["admin", "creer", _] => ([], 3),
            _ => throw new CommandeInconnueException($"Commande inconnue ou incomplète : {string.Join(' ', mots)}."),
        };
        if (options.Find(o => !permises.Contains(o, StringComparer.Ordinal)) is { } deplacee)
            throw new CommandeInconnueException($"L’option {deplacee} ne va pas avec « {string.Join(' ', mots.Take(nombre))} ».");
        return new LigneDeCommande(mots.FirstOrDefault(), options.Contains("--neuf"));
    }
}

/// <summary>Nothing was started.</summary>
public sealed class CommandeInconnueException(string message)
    : Exception(message + Environment.NewLine + Environment.NewLine + LigneDeCommande.Aide);
