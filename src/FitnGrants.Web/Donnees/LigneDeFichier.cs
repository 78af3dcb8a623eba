using System.Globalization;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Donnees;

/// <summary>One line of a file: its values, or every reason why it is refused.</summary>
public sealed class LigneDeFichier(int numero, Func<string, string> valeur, Action<string> dire)
{
    private const int NomLePlusLong = 200;
    private const int PopulationLaPlusGrande = 99_999_999;

    /// <summary>Natures as the packages write them, and as the product does.</summary>
    private static readonly Dictionary<string, NatureJuridique> Natures = Enum.GetValues<NatureJuridique>()
        .Select(n => KeyValuePair.Create(Cle(n.ToString()), n))
        .Append(new("metro", NatureJuridique.Metropole))
        .Append(new("communeactuelle", NatureJuridique.Commune))
        .ToDictionary(StringComparer.Ordinal);

    private bool bonne = true;

    public int Numero => numero;

    /// <summary>What the line says; null when it is refused.</summary>
    public (string Siren, LigneDeReferentiel Ligne, int? Municipale, int? Totale)? Lire()
    {
        var siren = LireSiren("siren") ?? Manque("siren", "le SIREN manque.");
        var (nom, nature) = (LireNom(), LireNature());
        var (departement, region) = (
            Exiger("departement", EstUnDepartement, "n’est pas le code d’un département : deux caractères, par exemple 01, 35 ou 2A."),
            Exiger("region", v => v.Length is 2 or 3 && v.All(char.IsAsciiDigit), "n’est pas le code d’une région, par exemple 53.")
        );
        var code = nature is null ? null : LireCodeInsee(nature.Value, departement);
        var epci = LireSiren("epci");
        if (epci is not null && nature is not (null or NatureJuridique.Commune))
            Refuser("epci", "seule une commune appartient à un EPCI : laissez cette colonne vide.");
        var (municipale, totale) = (LirePopulation("populationMunicipale"), LirePopulation("populationTotale"));
        if (bonne && municipale is null && totale is null)
            Refuser("populationTotale", "indiquez au moins une population.");
        if (municipale > totale)
            Refuser("populationTotale", "la population totale ne peut pas être inférieure à la population municipale.");
        return bonne ? (siren!, new LigneDeReferentiel(nom!, nature!.Value, code, departement!, region!, epci), municipale, totale) : null;
    }

    public void Refuser(string colonne, string motif)
    {
        bonne = false;
        dire($"Ligne {numero}, colonne {colonne} : {motif}");
    }

    private string? LireSiren(string colonne)
    {
        if (Texte(colonne) is not { } texte)
            return null;
        if (Siren.TryParse(texte, out var siren))
            return siren.Valeur;
        Refuser(colonne, $"« {Court(texte)} » n’est pas un SIREN : vérifiez ses 9 chiffres.");
        return "";
    }

    private string? LireNom()
    {
        if (Texte("nom") is not { } nom)
            return Manque("nom", "le nom manque.");
        if (nom.Length > NomLePlusLong)
            Refuser("nom", $"ce nom est trop long : {NomLePlusLong} caractères au plus.");
        else if (nom.Contains('\uFFFD', StringComparison.Ordinal))
            Refuser("nom", "des caractères sont illisibles : enregistrez le fichier en UTF-8.");
        return nom;
    }

    private NatureJuridique? LireNature()
    {
        if (Texte("type") is not { } texte)
            Manque("type", "le type manque.");
        else if (Natures.TryGetValue(Cle(texte), out var nature))
            return nature;
        else
            Refuser(
                "type",
                $"« {Court(texte)} » n’est pas un type connu : "
                    + "commune, CC, CA, CU, METRO, MET69, departement, region, SIVU, SIVOM, SMF, SMO, PETR…"
            );
        return null;
    }

    private string? LireCodeInsee(NatureJuridique nature, string? departement)
    {
        if (nature is not NatureJuridique.Commune)
        {
            if (Texte("codeInsee") is not null)
                Refuser("codeInsee", "seule une commune a un code INSEE : laissez cette colonne vide.");
            return null;
        }
        var code = Exiger("codeInsee", EstUnCodeInsee, "n’est pas un code INSEE : cinq caractères, par exemple 01004.");
        if (bonne && !code!.StartsWith(departement!, StringComparison.Ordinal))
            Refuser("codeInsee", $"« {code} » n’est pas une commune du département {departement}.");
        return code;
    }

    private int? LirePopulation(string colonne)
    {
        if (Texte(colonne) is not { } texte)
            return null;
        var chiffres = string.Concat(texte.Where(c => !char.IsWhiteSpace(c)));
        if (int.TryParse(chiffres, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= PopulationLaPlusGrande)
            return n;
        Refuser(colonne, $"« {Court(texte)} » n’est pas un nombre d’habitants.");
        return null;
    }

    private string? Exiger(string colonne, Func<string, bool> forme, string motif)
    {
        if (Texte(colonne)?.ToUpperInvariant() is not { } texte)
            return Manque(colonne, "cette valeur manque.");
        if (!forme(texte))
            Refuser(colonne, $"« {Court(texte)} » {motif}");
        return texte;
    }

    private string? Manque(string colonne, string motif)
    {
        Refuser(colonne, motif);
        return null;
    }

    private string? Texte(string colonne) =>
        TexteSaisi.Nettoyer(valeur(colonne)).ReplaceLineEndings(" ").Trim() is { Length: > 0 } v ? v : null;

    private static bool EstUnDepartement(string v) =>
        v is "2A" or "2B" || (v.Length is 2 && v.All(char.IsAsciiDigit)) || (v.Length is 3 && v[0] == '9' && v.All(char.IsAsciiDigit));

    private static bool EstUnCodeInsee(string v) =>
        v.Length == 5 && char.IsAsciiDigit(v[0]) && (char.IsAsciiDigit(v[1]) || v[1] is 'A' or 'B') && v.Skip(2).All(char.IsAsciiDigit);

    private static string Cle(string texte) => Francais.Normaliser(texte).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A value as an error may quote it.</summary>
    private static string Court(string texte) => texte.Length > 40 ? texte[..40] + "…" : texte;
}
