using System.Collections.Immutable;
using System.Globalization;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Laureats;

/// <summary>What the address of the list says.</summary>
public sealed record LaureatsFiltre
{
    public string? Q { get; init; }
    public string? Departement { get; init; }
    public Thematique? Theme { get; init; }

    /// <summary>« yyyyMMdd-identifiant » of the last line read.</summary>
    public string? Apres { get; init; }

    public bool Choisit => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Departement) || Theme is not null;

    /// <summary>The same, from a line on.</summary>
    public string Adresse(string? apres)
    {
        var q = new QueryBuilder();
        if (!string.IsNullOrWhiteSpace(Q))
            q.Add("Q", Q);
        if (!string.IsNullOrEmpty(Departement))
            q.Add("Departement", Departement);
        if (Theme is { } theme)
            q.Add("Theme", theme.ToString());
        if (apres is not null)
            q.Add("Apres", apres);
        return Adresses.Laureats.Liste + q;
    }
}

/// <summary>One laureate of the list.</summary>
public sealed record LigneDeLaureat
{
    public required Guid Id { get; init; }
    public required string Numero { get; init; }
    public required string Titre { get; init; }
    public required string Porteur { get; init; }
    public required string[] Departements { get; init; }
    public required string Dispositif { get; init; }
    public required DateOnly DecideLe { get; init; }
    public required Euros Montant { get; init; }
    public required EtatPublic Etat { get; init; }
    public required ImmutableArray<BeneficiaireDeLActe> Beneficiaires { get; init; }

    public string Marque => string.Create(CultureInfo.InvariantCulture, $"{DecideLe:yyyyMMdd}-{Id:N}");
}

/// <summary>The laureates as everyone reads them: from the notification of their accord, while it holds (suivi.md, 8).</summary>
public sealed class LaureatsPublics(FitnContext db)
{
    public const int Taille = 20;

    /// <summary>Lines past which a choice says « et plus ».</summary>
    public const int Compte = 1000;

    /// <summary>Those of the list.</summary>
    public IQueryable<ActeAttributif> EnListe =>
        db.ActesAttributifs.Where(a => a.EtatPublic == EtatPublic.Accord || a.EtatPublic == EtatPublic.Attribuee);

    public IQueryable<ActeAttributif> Choisir(LaureatsFiltre f)
    {
        var actes = EnListe;
        foreach (var mot in Francais.Normaliser(f.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
            actes = actes.Where(a => db.Dossiers.Any(d => d.Id == a.DossierId && EF.Functions.Like(d.Recherche, "%" + mot + "%")));
        if (f.Departement is { Length: > 0 } departement)
        {
            string[] seul = [departement];
            actes = actes.Where(a => a.DepartementsServis.Any(d => seul.Contains(d)));
        }
        if (f.Theme is { } theme)
        {
            string[] seul = [theme.ToString()];
            actes = actes.Where(a => a.Thematiques.Any(t => seul.Contains(t)));
        }
        return actes;
    }

    /// <summary>The lines of a page and one more: the last decided first.</summary>
    public async Task<List<LigneDeLaureat>> LireAsync(LaureatsFiltre f, CancellationToken arret) =>
        [
            .. (await Page(f).ToListAsync(arret))
                // The join keeps no order of its own.
                .OrderByDescending(l => l.DecideLe)
                .ThenByDescending(l => l.Id),
        ];

    /// <summary>The same, as it is asked.</summary>
    public IQueryable<LigneDeLaureat> Page(LaureatsFiltre f) =>
        from a in Suite(Choisir(f), f.Apres).OrderByDescending(a => a.DecideLe).ThenByDescending(a => a.Id).Take(Taille + 1)
        join d in db.Dossiers on a.DossierId equals d.Id
        join c in db.Collectivites on a.Siren equals c.Siren
        select new LigneDeLaureat
        {
            Id = a.Id,
            Numero = d.Numero!,
            Titre = d.Titre,
            Porteur = c.Nom,
            Departements = a.DepartementsServis,
            Dispositif = a.Dispositif,
            DecideLe = a.DecideLe,
            Montant = a.Montant,
            Etat = a.EtatPublic,
            Beneficiaires = a.Beneficiaires,
        };

    /// <summary>How many a choice has, one more than <see cref="Compte"/> at most.</summary>
    public Task<int> CompterAsync(LaureatsFiltre f, CancellationToken arret) => AuPlus(f).CountAsync(arret);

    /// <summary>Those that are counted: in the order of the list, that its index gives.</summary>
    public IQueryable<Guid> AuPlus(LaureatsFiltre f) =>
        Choisir(f).OrderByDescending(a => a.DecideLe).ThenByDescending(a => a.Id).Take(Compte + 1).Select(a => a.Id);

    /// <summary>What comes after the last line read; anything else is the first page.</summary>
    private static IQueryable<ActeAttributif> Suite(IQueryable<ActeAttributif> actes, string? apres)
    {
        if (
            apres?.Split('-') is not [var rang, var id]
            || !Guid.TryParseExact(id, "N", out var dernier)
            || !DateOnly.TryParseExact(rang, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
        )
            return actes;
        return actes.Where(a => a.DecideLe < jour || (a.DecideLe == jour && a.Id.CompareTo(dernier) < 0));
    }
}
