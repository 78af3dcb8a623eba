using System.Security.Cryptography;
using System.Text;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Donnees;

/// <summary>What a file holds, or why it is refused: with one error, none of it is imported.</summary>
/// <param name="Lot">What was read.</param>
/// <param name="Millesime">Year and day in force of its figures.</param>
/// <param name="Empreinte">SHA-256 of the file.</param>
/// <param name="Erreurs">The first errors, in the order of the file.</param>
/// <param name="NombreDErreurs">How many there are, shown or not.</param>
public sealed record LectureDeFichier(
    LotDeReferentiel Lot,
    Millesime Millesime,
    string Empreinte,
    IReadOnlyList<string> Erreurs,
    int NombreDErreurs
)
{
    /// <summary>« Et 1 200 autres erreurs. »; null when all are shown.</summary>
    public string? Reste =>
        NombreDErreurs > Erreurs.Count ? $"Et {Francais.Compte(NombreDErreurs - Erreurs.Count, "autre erreur", "autres erreurs")}." : null;
}

/// <summary>Reads the figures of one year from a CSV file, whose every bad line is said at once.</summary>
public sealed class FichierDuReferentiel
{
    /// <summary>Columns of the file, in any order; the separator is « ; » or « , », the text is UTF-8.</summary>
    public const string EnTete = "siren;nom;type;codeInsee;departement;region;populationMunicipale;populationTotale;epci";

    /// <summary>Bytes that a file may weigh.</summary>
    public const int TailleMaximale = 10 * 1024 * 1024;

    /// <summary>Errors told one by one; the others are counted.</summary>
    public const int ErreursMontrees = 100;

    private static readonly string[] Colonnes = EnTete.Split(';');

    private readonly Millesime millesime;
    private readonly LotDeReferentiel lot = new();
    private readonly List<string> erreurs = [];
    private readonly Dictionary<string, int> vus = new(StringComparer.Ordinal);
    private int nombreDErreurs;

    private FichierDuReferentiel(Millesime millesime) => this.millesime = millesime;

    /// <summary>Reads a whole file of <see cref="TailleMaximale"/> at most.</summary>
    public static async Task<LectureDeFichier> LireAsync(Stream flux, Millesime millesime, CancellationToken arret)
    {
        using var memoire = new MemoryStream();
        await flux.CopyToAsync(memoire, arret);
        memoire.Position = 0;
        var empreinte = Convert.ToHexStringLower(await SHA256.HashDataAsync(memoire, arret));
        memoire.Position = 0;
        // No guess from the first bytes: another encoding shows as unreadable characters, told line by line.
        using var lecteur = new StreamReader(memoire, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var fichier = new FichierDuReferentiel(millesime);
        fichier.Lire(await lecteur.ReadToEndAsync(arret));
        return new LectureDeFichier(fichier.lot, millesime, empreinte, fichier.erreurs, fichier.nombreDErreurs);
    }

    private void Lire(string texte)
    {
        using var enregistrements = new LecteurCsv(texte, LecteurCsv.Separateur(texte)).Lire().GetEnumerator();
        if (!enregistrements.MoveNext())
            Refuser("Ce fichier est vide.");
        else if (RangsDe(enregistrements.Current) is { } rangs)
            LireLesLignes(enregistrements, rangs);
    }

    private void LireLesLignes(IEnumerator<EnregistrementCsv> enregistrements, Dictionary<string, int> rangs)
    {
        while (enregistrements.MoveNext())
            if (!enregistrements.Current.Champs.All(string.IsNullOrWhiteSpace))
                Lire(enregistrements.Current, rangs);
        if (nombreDErreurs == 0 && lot.Collectivites.Count == 0)
            Refuser("Ce fichier ne contient aucune collectivité sous son en-tête.");
    }

    /// <summary>Where each column is; null, and one error, when the header is not the one expected.</summary>
    private Dictionary<string, int>? RangsDe(EnregistrementCsv enTete)
    {
        var noms = enTete.Champs.Select(c => c.Trim()).ToList();
        var manquantes = Colonnes.Except(noms, StringComparer.OrdinalIgnoreCase).ToList();
        if (manquantes.Count == 0 && noms.Count == Colonnes.Length)
            return Colonnes.ToDictionary(
                c => c,
                c => noms.FindIndex(n => n.Equals(c, StringComparison.OrdinalIgnoreCase)),
                StringComparer.Ordinal
            );
        Refuser(
            manquantes.Count is > 0 and var n && n < Colonnes.Length
                ? $"Ligne 1 : il manque {Francais.Liste([.. manquantes.Select(c => $"« {c} »")])}. En-tête attendu : {EnTete}"
                : $"Ligne 1 : ce n’est pas l’en-tête attendu, en texte UTF-8 : {EnTete}"
        );
        return null;
    }

    private void Lire(EnregistrementCsv enregistrement, Dictionary<string, int> rangs)
    {
        if (enregistrement.Faute is var (rang, motif))
        {
            Refuser($"Ligne {enregistrement.Ligne}, colonne {Nom(rang)} : {motif}");
            return;
        }
        if (enregistrement.Champs.Count != Colonnes.Length)
        {
            Refuser(
                $"Ligne {enregistrement.Ligne} : {Francais.Compte(enregistrement.Champs.Count, "colonne")} au lieu de {Colonnes.Length}."
            );
            return;
        }
        var l = new LigneDeFichier(enregistrement.Ligne, c => enregistrement.Champs[rangs[c]], Refuser);
        if (l.Lire() is not var (siren, ligne, municipale, totale))
            return;
        if (EstNouveau(l, "siren", siren) && (ligne.CodeInsee is null || EstNouveau(l, "codeInsee", ligne.CodeInsee)))
            lot.Ajouter(siren, ligne, new PopulationMillesime(millesime.Annee, millesime.EnVigueurLe, municipale, totale, ligne.Epci));

        string Nom(int rangDuChamp) => rangs.FirstOrDefault(r => r.Value == rangDuChamp).Key ?? $"{rangDuChamp + 1}";
    }

    private bool EstNouveau(LigneDeFichier l, string colonne, string valeur)
    {
        if (vus.TryAdd($"{colonne}:{valeur}", l.Numero))
            return true;
        l.Refuser(colonne, $"« {valeur} » est déjà à la ligne {vus[$"{colonne}:{valeur}"]}.");
        return false;
    }

    private void Refuser(string erreur)
    {
        if (nombreDErreurs++ < ErreursMontrees)
            erreurs.Add(Francais.Typographier(erreur));
    }
}
