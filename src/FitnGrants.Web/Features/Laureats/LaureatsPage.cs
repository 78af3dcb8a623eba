using FitnGrants.Domain.Collectivites;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace FitnGrants.Web.Features.Laureats;

/// <summary>The laureates: what they come to, where they are, the lines of a choice.</summary>
public sealed record LaureatsPage
{
    public required LaureatsFiltre Filtre { get; init; }
    public required SommesDesLaureats Sommes { get; init; }
    public required IReadOnlyList<LigneDeLaureat> Lignes { get; init; }

    /// <summary>How many the choice has, one more than <see cref="LaureatsPublics.Compte"/> at most.</summary>
    public required int Nombre { get; init; }

    /// <summary>Where the next lines begin; null on the last page.</summary>
    public required string? Suivante { get; init; }

    /// <summary>Départements of the dispositifs, and those where a laureate is.</summary>
    public required IReadOnlyList<Reponse> Departements { get; init; }

    public required Func<string, string> Dispositif { get; init; }

    public required DateTimeOffset Instant { get; init; }

    public static async Task<LaureatsPage> ChargerAsync(
        (FitnContext Db, RegistreDesReglements Reglements, IMemoryCache Memoire) moyens,
        LaureatsFiltre filtre,
        DateTimeOffset instant,
        CancellationToken arret
    )
    {
        var (laureats, reglements) = (new LaureatsPublics(moyens.Db), moyens.Reglements);
        var sommes = await SommesDesLaureats.LireAsync(moyens.Db, moyens.Memoire, arret);
        var lues = await laureats.LireAsync(filtre, arret);
        return new LaureatsPage
        {
            Filtre = filtre,
            Sommes = sommes,
            Lignes = [.. lues.Take(LaureatsPublics.Taille)],
            Nombre = filtre.Choisit ? await laureats.CompterAsync(filtre, arret) : sommes.Nombre,
            Suivante = lues.Count > LaureatsPublics.Taille ? lues[LaureatsPublics.Taille - 1].Marque : null,
            Departements =
            [
                .. reglements
                    .EnVigueur.SelectMany(r => r.Departements)
                    .Concat(sommes.Departements.Select(d => d.Code))
                    .Distinct(StringComparer.Ordinal)
                    .Select(c => new Reponse(c, Libelles.Departement(c)))
                    .OrderBy(
                        r => r.Libelle,
                        StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true)
                    ),
            ],
            Dispositif = code => reglements.Trouver(code)?.Nom ?? code,
            Instant = instant,
        };
    }

    /// <summary>The map: three tints, a number on each département.</summary>
    public CarteDesDepartements Carte(string titre) => new(titre, [.. Sommes.Departements.Select(Zone)]);

    private static ZoneDeCarte Zone(SommeDeDepartement s) =>
        new(
            s.Code,
            $"{s.Nom}, {Domain.Socle.Francais.Compte(s.Nombre, "lauréat")}",
            s.Nombre switch
            {
                < 5 => 1,
                < 10 => 2,
                _ => 3,
            },
            Domain.Socle.Francais.Entier(s.Nombre)
        )
        {
            Adresse = new LaureatsFiltre { Departement = s.Code }.Adresse(null) + "#projets",
            Discrete = s.Nombre < 5,
        };
}

/// <summary>What everyone may read of one laureate.</summary>
public sealed record UnLaureat(LaureatOuvert Laureat, string Dispositif, IReadOnlyDictionary<string, Domain.Socle.Euros> Parts)
{
    /// <summary>The sheet; null before the notification of an accord, and once it ended without a project.</summary>
    public static async Task<UnLaureat?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        string numero,
        CancellationToken arret
    )
    {
        var acte = await new LaureatsPublics(db).EnListe.FirstOrDefaultAsync(
            a => db.Dossiers.Any(d => d.Id == a.DossierId && d.Numero == numero),
            arret
        );
        if (acte is null)
            return null;
        var laureat = await DonneesDesLaureats.De(db, db.ActesAttributifs.Where(a => a.Id == acte.Id)).FirstAsync(arret);
        return new UnLaureat(
            laureat,
            reglements.Trouver(laureat.Dispositif)?.Nom ?? laureat.Dispositif,
            acte.Beneficiaires.Zip(acte.Parts).ToDictionary(x => x.First.Siren, x => x.Second, StringComparer.Ordinal)
        );
    }
}
