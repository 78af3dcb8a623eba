using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Chorus;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi.Chorus;

/// <summary>A file of Chorus, and where its columns are when a service chooses them.</summary>
public sealed record ExtraitFormulaire
{
    public string? Service { get; init; }
    public IFormFile? Fichier { get; init; }

    /// <summary>Heading of each value, chosen by hand.</summary>
    public Dictionary<ChampDeChorus, string?> Colonnes { get; init; } = [];
}

/// <summary>What is done with payments that nothing matched.</summary>
public sealed record LignesFormulaire
{
    public string? Service { get; init; }

    /// <summary>A line of the payment that is meant.</summary>
    public Guid Ligne { get; init; }
    public Guid? Versement { get; init; }
    public SortDePaiement? Sort { get; init; }
    public string? Motif { get; init; }
}

/// <summary>What differs from what was ordered, until it is settled.</summary>
public sealed record EcartOuvert(string Dossier, string Titre, string Porteur, int Rang, Euros Montant, Euros Paye, DateOnly? Le);

/// <summary>An extract that was read.</summary>
public sealed record ExtraitLu(string Fichier, DateTimeOffset LuLe, string Par, int Lues, int Nouvelles, int EnAttente);

/// <summary>Payments of Chorus of a service: what waits, what differs, what was read.</summary>
public sealed record ChorusPage
{
    /// <summary>Payments shown at once.</summary>
    public const int Taille = 50;

    public required string Service { get; init; }
    public required IReadOnlyList<Reponse> Services { get; init; }
    public required IReadOnlyList<PaiementChorus> Paiements { get; init; }
    public required IReadOnlyList<EcartOuvert> Ecarts { get; init; }
    public required IReadOnlyList<ExtraitLu> Extraits { get; init; }

    /// <summary>The kind that is listed; null for those stopped by something.</summary>
    public SortDePaiement? Sort { get; init; }

    /// <summary>True where those that something stopped are listed.</summary>
    public bool Refuses { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>Payments to record when it was asked; null where nothing runs.</summary>
    public int? Sur { get; init; }

    /// <summary>Headings of a file whose columns are not found; empty where they are.</summary>
    public IReadOnlyList<string> EnTetes { get; init; } = [];

    public IReadOnlyList<PaiementChorus> Applicables => [.. Paiements.Where(p => p.Applicable)];

    public IReadOnlyList<PaiementChorus> Arretes => [.. Paiements.Where(p => p.Refus is not null)];

    public IReadOnlyList<PaiementChorus> De(SortDePaiement sort) => [.. Paiements.Where(p => p.Sort == sort && p.Refus is null)];

    /// <summary>Those of the kind that is listed.</summary>
    public IReadOnlyList<PaiementChorus> Listes =>
        Refuses ? Arretes
        : Sort is { } s ? De(s)
        : [];

    public string Adresse(SortDePaiement? sort = null, int page = 1, bool refuses = false) =>
        $"{Mots.Adresses.Suivi.Chorus}?Service={Service}"
        + (
            refuses ? "&Refuses=true"
            : sort is null ? ""
            : $"&Sort={sort}"
        )
        + (page > 1 ? $"&Page={page}" : "")
        + (sort is null && !refuses ? "" : "#paiements");

    public static async Task<ChorusPage> ChargerAsync(
        FitnContext db,
        PaiementsDeChorus chorus,
        string service,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var ecarts = await (
            from v in db.Versements
            join a in db.ActesAttributifs on v.ActeId equals a.Id
            join d in db.Dossiers on a.DossierId equals d.Id
            join c in db.Collectivites on a.Siren equals c.Siren
            where a.Attribuant == service && v.Paye != null && v.Paye != v.Montant && v.EcartRegle == null
            orderby v.PayeeLe
            select new EcartOuvert(d.Numero!, d.Titre, c.Nom, v.Rang, v.Montant!.Value, v.Paye!.Value, v.PayeeLe)
        )
            .Take(200)
            .ToListAsync(arret);
        var extraits = await db
            .ExtraitsChorus.Where(e => e.Service == service)
            .OrderByDescending(e => e.LuLe)
            .Take(12)
            .Select(e => new ExtraitLu(
                e.Fichier,
                e.LuLe,
                e.Par,
                e.Lues,
                e.Nouvelles,
                db.LignesChorus.Count(l => l.ExtraitId == e.Id && l.Etat == EtatDeLigneChorus.EnAttente)
            ))
            .ToListAsync(arret);
        return new ChorusPage
        {
            Service = service,
            Services = [.. acteur.ServicesGeres().Select(s => new Reponse(s, Reglements.ServicesDesReglements.NomDuService(s)))],
            Paiements = await chorus.RapprocherAsync(service, arret),
            Ecarts = ecarts,
            Extraits = extraits,
        };
    }
}
