using System.Diagnostics.CodeAnalysis;

namespace FitnGrants.Domain.Socle;

/// <summary>SIREN: nine digits under Luhn's key (domain.md 2.9). Kept as text.</summary>
public readonly record struct Siren
{
    /// <summary>Nine digits.</summary>
    public string Valeur { get; }

    private Siren(string valeur) => Valeur = valeur;

    /// <summary>Reads a SIREN, or the SIRET of one of its establishments, as <see cref="Luhn.Chiffres"/> reads digits; false when the
    /// length or the key is wrong.</summary>
    public static bool TryParse([NotNullWhen(true)] string? texte, out Siren siren)
    {
        var chiffres = Luhn.Chiffres(texte);
        siren =
            chiffres is { Length: 9 } && Luhn.EstValide(chiffres) ? new Siren(chiffres)
            : Siret.TryParse(chiffres, out var siret) ? new Siren(siret.Siren)
            : default;
        return siren.Valeur is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Valeur;
}

/// <summary>SIRET: a SIREN and a five-digit NIC, fourteen digits under Luhn's key; La Poste has its own rule.</summary>
public readonly record struct Siret
{
    private const string LaPoste = "356000000";

    /// <summary>Fourteen digits.</summary>
    public string Valeur { get; }

    private Siret(string valeur) => Valeur = valeur;

    /// <summary>The nine digits of the legal unit.</summary>
    public string Siren => Valeur[..9];

    /// <summary>Reads a SIRET as <see cref="Luhn.Chiffres"/> reads digits; false when the length or the key is wrong.</summary>
    public static bool TryParse([NotNullWhen(true)] string? texte, out Siret siret)
    {
        var chiffres = Luhn.Chiffres(texte);
        var valide =
            chiffres is { Length: 14 }
            && (
                Luhn.EstValide(chiffres) || (chiffres.StartsWith(LaPoste, StringComparison.Ordinal) && chiffres.Sum(c => c - '0') % 5 == 0)
            );
        siret = valide ? new Siret(chiffres!) : default;
        return valide;
    }

    /// <summary>The SIRET of a SIREN whose NIC is the first that makes the key right, for demonstrations and tests.</summary>
    public static Siret SiegePlausible(string siren) =>
        Enumerable.Range(1, 99).Select(nic => $"{siren}{nic:00000}").Where(Luhn.EstValide).Select(v => new Siret(v)).First();

    /// <inheritdoc />
    public override string ToString() => Valeur;
}

internal static class Luhn
{
    /// <summary>
    /// The digits of a text that holds nothing else but a label before them, spaces, dots, hyphens and slashes; else null.
    /// </summary>
    internal static string? Chiffres(string? texte)
    {
        if (texte is null || texte.Length > 80)
            return null;
        var nombre = TexteSaisi.Chiffres(texte).SkipWhile(c => !char.IsAsciiDigit(c));
        var chiffres = string.Concat(nombre.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '‐' or '‑' or '–' or '/' or '_')));
        return chiffres.All(char.IsAsciiDigit) ? chiffres : null;
    }

    internal static bool EstValide(string chiffres)
    {
        var somme = 0;
        for (var i = 0; i < chiffres.Length; i++)
        {
            var chiffre = chiffres[^(i + 1)] - '0';
            if (i % 2 == 1)
                chiffre = chiffre > 4 ? chiffre * 2 - 9 : chiffre * 2;
            somme += chiffre;
        }
        return somme % 10 == 0;
    }
}
