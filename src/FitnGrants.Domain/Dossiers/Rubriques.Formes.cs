using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>The kinds of parts: what one value needs, and no more.</summary>
public sealed partial class Rubrique
{
    private static Rubrique DIdentite(
        string cle,
        string nom,
        Lecture lecture,
        Func<Identite, string?> lire,
        Func<Identite, string?, Identite> ecrire,
        params ImmutableArray<Type> regles
    ) =>
        new()
        {
            Cle = cle,
            Nom = nom,
            Etape = EtapeDuDossier.Collectivite,
            Champs = [Seul(cle, lecture)],
            Lire = c => lire(c.Identite),
            Prendre = (c, d) => c with { Identite = ecrire(c.Identite, lire(d.Identite)) },
            EnLignes = c => [lire(c.Identite)],
            Regles = regles,
        };

    private static Rubrique DuProjet<T>(
        string cle,
        string nom,
        EtapeDuDossier etape,
        ImmutableArray<Champ> champs,
        Func<Projet, T> lire,
        Func<Projet, T, Projet> ecrire,
        Func<Projet, IEnumerable<string?>> lignes,
        params ImmutableArray<Type> regles
    ) =>
        new()
        {
            Cle = cle,
            Nom = nom,
            Etape = etape,
            Champs = champs,
            Lire = c => lire(c.Projet),
            Prendre = DansLeProjet((p, d) => ecrire(p, lire(d))),
            EnLignes = c => lignes(c.Projet),
            Regles = regles,
        };

    private static Rubrique DeTexte(
        string cle,
        string nom,
        EtapeDuDossier etape,
        int maximum,
        Func<Projet, string?> lire,
        Func<Projet, string?, Projet> ecrire,
        params ImmutableArray<Type> regles
    ) => DuProjet(cle, nom, etape, [Seul(cle, Lecture.Texte(maximum))], lire, ecrire, p => [lire(p)], regles);

    private static Rubrique DOuiNon(
        string cle,
        string nom,
        Func<Projet, bool?> lire,
        Func<Projet, bool?, Projet> ecrire,
        params ImmutableArray<Type> regles
    ) =>
        DuProjet(cle, nom, EtapeDuDossier.Criteres, [Seul(cle, Lecture.OuiNon)], lire, ecrire, p => [MotsDuProjet.OuiNon(lire(p))], regles);

    private static Rubrique DUnJour(
        string cle,
        string nom,
        Func<Projet, DateOnly?> lire,
        Func<Projet, DateOnly?, Projet> ecrire,
        params ImmutableArray<Type> regles
    ) =>
        DuProjet(
            cle,
            nom,
            EtapeDuDossier.Calendrier,
            [Seul(cle, Lecture.Jour)],
            lire,
            ecrire,
            p => [lire(p) is { } jour ? Francais.Date(jour) : null],
            regles
        );

    private static Func<ContenuDossier, ContenuDossier, ContenuDossier> DansLeProjet(Func<Projet, Projet, Projet> prendre) =>
        (c, d) => c with { Projet = prendre(c.Projet, d.Projet) };

    /// <summary>A value whose control has its name.</summary>
    private static Champ Seul(string nom, Lecture lecture) => new(nom, char.ToUpperInvariant(nom[0]) + nom[1..], lecture);

    private static string Ligne(string[] ligne) => $"{ligne[0]} ({ligne[1]}) : {ligne[2]}";

    private static string Part(decimal? part) => MotsDuProjet.Part(part, "à compléter");

    private static string? Nombre(int? nombre, string singulier, string? pluriel = null) =>
        nombre is { } n ? Francais.Compte(n, singulier, pluriel) : null;
}
