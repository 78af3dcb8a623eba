using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Donnees.Configurations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The dossiers of an agent by tab, search and filter: what its list, its export and its next dossier are read from.</summary>
public sealed class ListeDeTravail(FitnContext db, Acteur acteur)
{
    private static readonly (string Cle, string Nom, EtatDossier[] Etats)[] Definitions =
    [
        ("a-prendre", "À prendre", [EtatDossier.Depose]),
        ("en-cours", "En cours", [EtatDossier.EnInstruction]),
        ("chez-le-porteur", "En attente du porteur", [EtatDossier.ACompleter, EtatDossier.EnReconstruction]),
        ("prets", "Prêts", [EtatDossier.Instruit]),
        ("en-seance", "En séance", [EtatDossier.InscritSeance]),
        ("traites", "Traités", [.. Etats.Decides, EtatDossier.Irrecevable, EtatDossier.Reoriente, EtatDossier.Retire]),
        // Of those who give an avis on dossiers that others instruct (R70).
        ("avis", "Avis à rendre", [EtatDossier.Depose, EtatDossier.EnInstruction, EtatDossier.ACompleter, EtatDossier.Instruit]),
    ];

    /// <summary>A state is counted up to here: its index tells so much at once, however many there are.</summary>
    public const int Compte = 1000;

    private readonly Lecteur lecteur = Lecteur.De(acteur);

    private IQueryable<Dossier> Miens =>
        acteur.Peut(Droit.Confier)
            ? db.Dossiers.DuServiceDe(acteur, Droit.Confier)
            : db.Dossiers.VisiblesPar(acteur, Droit.LireListeDeTravail);

    /// <summary>The tabs and how many dossiers each has; that of the avis only where some are awaited.</summary>
    public async Task<IReadOnlyList<ListePage.Onglet>> OngletsAsync(CancellationToken arret)
    {
        var trouves = await Definitions
            .SelectMany(o => o.Etats)
            .Distinct()
            .Select(e =>
                Miens
                    .Where(d => d.Etat == e)
                    .Take(Compte)
                    .Select(d => new
                    {
                        d.Etat,
                        d.NotificationEnAttente,
                        d.Region,
                    })
            )
            .Aggregate((a, b) => a.Concat(b))
            .GroupBy(d => d)
            .Select(g => new { g.Key, N = g.Count() })
            .ToListAsync(arret);
        var comptes = trouves
            .GroupBy(g => lecteur.EtatDe(g.Key.Etat, g.Key.NotificationEnAttente, g.Key.Region))
            .ToDictionary(g => g.Key, g => g.Sum(x => x.N));
        var attendus = acteur.Peut(Droit.DonnerAvis) ? await db.Dossiers.AvisAttendusDe(acteur).Take(Compte).CountAsync(arret) : 0;
        return
        [
            .. Definitions
                .SkipLast(1)
                .Select(o => new ListePage.Onglet(o.Cle, o.Nom, o.Etats, o.Etats.Sum(e => comptes.GetValueOrDefault(e)))),
            .. attendus > 0
                ? new[] { new ListePage.Onglet(Definitions[^1].Cle, Definitions[^1].Nom, Definitions[^1].Etats, attendus) }
                : [],
        ];
    }

    /// <summary>What a filter keeps: a search looks everywhere, a tab only in its states.</summary>
    public IQueryable<Dossier> Choisir(ListeFiltre filtre)
    {
        if (filtre.Numeros.Count > 0)
            return (filtre.Onglet == "avis" ? db.Dossiers.AvisAttendusDe(acteur) : Miens).Where(d => filtre.Numeros.Contains(d.Numero!));
        var (definition, dossiers) = (Array.Find(Definitions, o => o.Cle == filtre.Onglet), Base(filtre));
        if (filtre.Cherche)
            return Chercher(dossiers, filtre);
        if (definition.Etats is not { } etats)
            return dossiers;
        return dossiers.Where(lecteur.DansLesEtats(etats));
    }

    private IQueryable<Dossier> Base(ListeFiltre filtre) =>
        filtre.Restreindre(db, filtre.Onglet == "avis" ? db.Dossiers.AvisAttendusDe(acteur) : Miens, acteur);

    /// <summary>Those of the collectivités that answer to what is looked for: « chatogiron ».</summary>
    public async Task<IQueryable<Dossier>> DesPorteursAsync(ListeFiltre filtre, CancellationToken arret)
    {
        var trouvees = await db.GetService<IndexDesCollectivites>().ChercherAsync(db, filtre.Q, 20, arret);
        string[] sirens = [.. trouvees.Select(t => t.Entree.Siren)];
        return Base(filtre).Where(d => d.Sirens.Any(s => sirens.Contains(s))).Ranger();
    }

    /// <summary>What reads nearly as what is looked for, the nearest first.</summary>
    public IQueryable<Dossier> Approcher(ListeFiltre filtre)
    {
        var recherche = filtre.Recherche;
        return Base(filtre)
            .Where(d => EF.Functions.TrigramsAreWordSimilar(recherche, d.Recherche))
            .OrderBy(d => EF.Functions.TrigramsWordSimilarityDistance(recherche, d.Recherche))
            .ThenBy(d => d.Id);
    }

    /// <summary>The numbers before and after a dossier in a list; null at its ends, and for what the list does not hold in order.</summary>
    public async Task<(string? Avant, string? Apres)> VoisinsAsync(ListeFiltre filtre, DateOnly? echeance, Guid id, CancellationToken arret)
    {
        var (choisis, tri) = (Choisir(filtre), echeance ?? DossierConfiguration.SansEcheance);
        var voisins = await choisis
            .Where(d =>
                EF.Functions.LessThan(
                    ValueTuple.Create(EF.Property<DateOnly>(d, DossierConfiguration.Tri), d.Id),
                    ValueTuple.Create(tri, id)
                )
            )
            .OrderByDescending(d => EF.Property<DateOnly>(d, DossierConfiguration.Tri))
            .ThenByDescending(d => d.Id)
            .Take(1)
            .Select(d => new { d.Numero, Apres = false })
            .Concat(
                choisis
                    .Where(d =>
                        EF.Functions.GreaterThan(
                            ValueTuple.Create(EF.Property<DateOnly>(d, DossierConfiguration.Tri), d.Id),
                            ValueTuple.Create(tri, id)
                        )
                    )
                    .Ranger()
                    .Take(1)
                    .Select(d => new { d.Numero, Apres = true })
            )
            .ToListAsync(arret);
        return (voisins.Find(v => !v.Apres)?.Numero, voisins.Find(v => v.Apres)?.Numero);
    }

    private static IQueryable<Dossier> Chercher(IQueryable<Dossier> dossiers, ListeFiltre filtre)
    {
        var recherche = filtre.Recherche;
        if (filtre.Siren is { } siren)
            return dossiers.Where(d => d.Sirens.Contains(siren));
        return dossiers.Where(d => EF.Functions.Like(d.Recherche, "%" + recherche + "%"));
    }
}

/// <summary>The one order of the list.</summary>
public static class OrdreDeLaListe
{
    public static IOrderedQueryable<Dossier> Ranger(this IQueryable<Dossier> dossiers) =>
        dossiers.OrderBy(d => EF.Property<DateOnly>(d, DossierConfiguration.Tri)).ThenBy(d => d.Id);
}
