using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Reglements;

/// <summary>A rule whose answer changes; null where the rule does not answer.</summary>
public sealed record ChangementDeConstat(string Regle, string Nom, ResultatConstat? Avant, ResultatConstat? Apres);

/// <summary>A dossier of which at least one finding changes. No personal data: a draft has no name here.</summary>
public sealed record DossierTouche(
    string? Numero,
    EtatDossier Etat,
    DateTimeOffset CreeLe,
    ImmutableArray<ChangementDeConstat> Changements
);

/// <summary>What a version would change: in drafts, it will; in deposited dossiers, it would have.</summary>
public sealed record Effets(int Examines, bool Tronques, int Brouillons, int Deposes, ImmutableArray<DossierTouche> Premiers)
{
    /// <summary>Dossiers of which a finding changes.</summary>
    public int Total => Brouillons + Deposes;
}

/// <summary>Judges again, in memory, the dossiers that are not decided, under the version that judges them and under another.</summary>
public sealed class EffetsDUneVersion(FitnContext db, RegistreDesReglements reglements)
{
    /// <summary>Dossiers examined at most: beyond, the figure says so.</summary>
    public const int Maximum = 2000;

    private const int Lot = 250;
    private const int Montres = 50;

    public async Task<Effets> MesurerAsync(Reglement nouvelle, DateTimeOffset instant, CancellationToken arret)
    {
        var effets = new Effets(0, false, 0, 0, []);
        var accorde = await db.AccordeEtNotifieAsync(nouvelle.Code, arret);
        for (var dernier = Guid.Empty; ; )
        {
            var lot = await db
                .Dossiers.Include(d => d.Versions)
                .Where(d =>
                    d.Dispositif == nouvelle.Code
                    && d.Id > dernier
                    && (d.NotificationEnAttente || !Etats.Decides.Contains(d.Etat))
                    && d.Etat != EtatDossier.Irrecevable
                    && d.Etat != EtatDossier.Reoriente
                    && d.Etat != EtatDossier.Retire
                )
                .OrderBy(d => d.Id)
                .Take(Lot)
                .ToListAsync(arret);
            if (lot.Count == 0)
                return effets;
            if (effets.Examines >= Maximum)
                return effets with { Tronques = true };
            effets = Ajouter(effets, await ToucherAsync(lot, nouvelle, accorde, instant, arret), lot.Count);
            dernier = lot[^1].Id;
        }
    }

    private static Effets Ajouter(Effets effets, List<DossierTouche> touches, int examines) =>
        effets with
        {
            Examines = effets.Examines + examines,
            Brouillons = effets.Brouillons + touches.Count(t => t.Numero is null),
            Deposes = effets.Deposes + touches.Count(t => t.Numero is not null),
            Premiers = [.. effets.Premiers.Concat(touches).Take(Montres)],
        };

    private async Task<List<DossierTouche>> ToucherAsync(
        List<Dossier> lot,
        Reglement nouvelle,
        Euros accorde,
        DateTimeOffset instant,
        CancellationToken arret
    )
    {
        string[] sirens = [.. lot.SelectMany(Sirens).Distinct(StringComparer.Ordinal)];
        var collectivites = await db.Collectivites.Where(c => sirens.Contains(c.Siren)).ToDictionaryAsync(c => c.Siren, arret);
        var situations = new Dictionary<string, Situation>(StringComparer.Ordinal);
        var apres = await db.PourLePorteurAsync(nouvelle, sirens, null, arret) with
        {
            Disponible = Enveloppes.Reste(nouvelle.Enveloppe, accorde),
        };
        var touches = new List<DossierTouche>();
        foreach (var dossier in lot)
        {
            var sienne = dossier.DeposeLe is null
                ? reglements.Exiger(dossier.Dispositif)
                : await reglements.VersionAsync(db, dossier.VersionReglement, arret);
            if (!situations.TryGetValue(sienne.Version, out var avant))
                situations[sienne.Version] = avant = await db.PourLePorteurAsync(sienne, sirens, null, arret);
            var (porteur, membres) = Beneficiaires(dossier, collectivites, JourDeParis.De(dossier.DeposeLe ?? instant));
            var lu = dossier.ContenuDepose;
            var candidature = dossier.Candidature(porteur, instant, membres) with
            {
                Projet = lu.Projet,
                Identite = lu.Identite,
                Groupement = lu.Groupement,
            };
            var changements = Comparer(Examiner(dossier, sienne, candidature, avant), Examiner(dossier, nouvelle, candidature, apres));
            if (!changements.IsEmpty)
                touches.Add(new DossierTouche(dossier.Numero, dossier.EtatPourLePorteur, dossier.CreeLe, changements));
        }
        return touches;
    }

    private static IEnumerable<string> Sirens(Dossier dossier) =>
        [dossier.Siren, .. dossier.ContenuDepose.Groupement?.Membres.Select(m => m.Siren) ?? []];

    private static (Beneficiaire Porteur, ImmutableArray<Beneficiaire> Membres) Beneficiaires(
        Dossier dossier,
        Dictionary<string, Collectivite> collectivites,
        DateOnly jour
    )
    {
        var tous = Sirens(dossier)
            .Select(collectivites.GetValueOrDefault)
            .OfType<Collectivite>()
            .Select(c => c.Beneficiaire(jour))
            .ToList();
        return (tous[0], [.. tous.Skip(1)]);
    }

    private static Examen Examiner(Dossier dossier, Reglement reglement, Candidature candidature, Situation situation) =>
        Examen.Faire(reglement, candidature, dossier.Completer(situation), Moment.Simulation);

    /// <summary>Rule by rule, the gravest answer; a rule that comes or goes with nothing to say changes nothing.</summary>
    private static ImmutableArray<ChangementDeConstat> Comparer(Examen avant, Examen apres)
    {
        var (ici, la) = (Graves(avant), Graves(apres));
        return
        [
            .. ici
                .Keys.Union(la.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(c => (Avant: ici.GetValueOrDefault(c), Apres: la.GetValueOrDefault(c)))
                .Where(p => p.Avant?.Resultat != p.Apres?.Resultat && !(SansSuite(p.Avant) && SansSuite(p.Apres)))
                .Select(p => new ChangementDeConstat(
                    (p.Avant ?? p.Apres)!.Regle,
                    (p.Avant ?? p.Apres)!.Nom,
                    p.Avant?.Resultat,
                    p.Apres?.Resultat
                )),
        ];
    }

    private static bool SansSuite(Constat? constat) =>
        constat is null or { Resultat: ResultatConstat.Conforme or ResultatConstat.NonApplicable };

    private static Dictionary<string, Constat> Graves(Examen examen) =>
        examen.Constats.GroupBy(c => c.Regle, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.PlusGrave()!, StringComparer.Ordinal);
}
