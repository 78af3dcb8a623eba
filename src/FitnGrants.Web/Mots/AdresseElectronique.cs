using System.Globalization;
using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;
using FluentValidation;

namespace FitnGrants.Web.Mots;

/// <summary>An electronic address as it is pasted: out of a link, of an address book, of a sentence.</summary>
public static partial class AdresseElectronique
{
    private const int Maximum = 254;
    private const int BoiteMaximale = 64;
    private const int LePlusLong = 400;
    private static readonly IdnMapping NomsDeDomaine = new() { UseStd3AsciiRules = true };

    /// <summary>What is written to, without « mailto: », the name before it, brackets and the signs of the sentence.</summary>
    public static string? Nette(string? texte)
    {
        var net = TexteSaisi.Nettoyer(texte ?? "").Trim();
        // Nothing to look for in what no address is.
        if (net.Length > LePlusLong)
            return net;
        // Hyphens that word processors put in place of the plain one.
        net = net.Replace('\u2010', '-').Replace('\u2011', '-').Replace('\u2012', '-').Replace('\u2013', '-').Replace('\u2212', '-');
        if (Entre().Match(net) is { Success: true } entre)
            net = entre.Groups["a"].Value;
        if (net.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            net = TexteSaisi.Nettoyer(Uri.UnescapeDataString(net["mailto:".Length..].Split('?')[0]));
        net = net.Trim(' ', '\u00A0', '\u202F', '<', '>', '"', '\'', '«', '»', '“', '”', '(', ')', '[', ']', ',', ';', ':').TrimEnd('.');
        return net.Length == 0 ? null : net;
    }

    /// <summary>Why nothing would arrive there; null for an address that mail can carry, or for none.</summary>
    public static string? Faute(string? texte)
    {
        if (Nette(texte) is not { } adresse)
            return null;
        if (adresse.Length > Maximum)
            return $"Cette adresse est trop longue : {Maximum} caractères au plus.";
        if (adresse.AsSpan().Count('@') == 1 && adresse.LastIndexOf(',') > adresse.IndexOf('@', StringComparison.Ordinal))
            return "Une virgule s’est glissée après l’arobase : sans doute un point.";
        if (adresse.AsSpan().Count('@') > 1 || adresse.AsSpan().ContainsAny(',', ';'))
            return "Indiquez une seule adresse.";
        if (adresse.Any(char.IsWhiteSpace))
            return "Une adresse électronique n’a pas d’espace.";
        if (adresse.Split('@') is not [{ Length: > 0 } boite, { Length: > 0 } domaine])
            return "Indiquez une adresse électronique complète, par exemple mairie@commune.fr.";
        if (!boite.All(char.IsAscii))
            return "Le courriel ne connaît ni lettre accentuée avant l’arobase, ni signe d’une autre écriture : vérifiez l’adresse.";
        if (boite.Length > BoiteMaximale || !Boite().IsMatch(boite))
            return "Ce qui précède l’arobase n’est pas possible : ni point au début, à la fin ou doublé, ni signe particulier.";
        return EstUnDomaine(domaine) ? null : "Ce qui suit l’arobase n’est pas un nom de domaine, comme commune.fr.";
    }

    /// <summary>An address that mail can carry; an empty one is told elsewhere.</summary>
    public static IRuleBuilderOptions<T, string?> UneAdresse<T>(this IRuleBuilder<T, string?> regle) =>
        regle.Must(a => Faute(a) is null).WithMessage((_, a) => Faute(a)!);

    private static bool EstUnDomaine(string domaine)
    {
        try
        {
            return NomsDeDomaine.GetAscii(domaine).Split('.') is { Length: > 1 } parties
                && parties[^1].Length > 1
                && !parties[^1].All(char.IsAsciiDigit);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"[<(](?<a>[^<>()]*@[^<>()]*)[>)]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entre();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boite();
}
