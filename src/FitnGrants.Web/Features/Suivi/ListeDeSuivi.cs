using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The acts that a service manages, by what waits.</summary>
public sealed partial class ListeDeSuivi(FitnContext db, Acteur acteur, DateOnly aujourdhui)
{
    public const int Taille = 50;

    /// <summary>Lines past which a tab says « et plus ».</summary>
    public const int Compte = 1000;

    public const string ParEcheance = "echeances";
    public const string DesAvenants = "avenants";
    public const string DesEtatsALire = "etats-a-lire";
    public const string DesEtatsEnRetard = "etats-en-retard";

    /// <summary>Tabs of what waits among payments.</summary>
    private static readonly Dictionary<string, EtapeDeVersement[]> DesVersements = new(StringComparer.Ordinal)
    {
        ["a-controler"] = [EtapeDeVersement.AControler],
        ["a-ordonnancer"] = [EtapeDeVersement.AOrdonnancer],
        ["a-payer"] = [EtapeDeVersement.APayer, EtapeDeVersement.EcartARegler, EtapeDeVersement.AReverser],
    };

    /// <summary>Tabs where nothing waits for a service: beside the filters, so that what waits is on one line.</summary>
    public static bool EstDuFond(string cle) => cle is "a-commencer" or "en-execution" or "termines";

    public static readonly (string Cle, string Nom, EtapeDeSuivi[] Etapes)[] Onglets =
    [
        ("a-editer", "À éditer", [EtapeDeSuivi.AEditer]),
        ("a-signer", "À signer", [EtapeDeSuivi.ASigner]),
        ("a-notifier", "À notifier", [EtapeDeSuivi.ANotifier, EtapeDeSuivi.EnAttenteDeReception]),
        ("a-controler", "À contrôler", []),
        ("a-ordonnancer", "À ordonnancer", []),
        ("a-payer", "Paiements", []),
        ("a-solder", "À solder", [EtapeDeSuivi.ASolder]),
        (DesEtatsALire, "À lire", []),
        (DesEtatsEnRetard, "En retard", []),
        (ParEcheance, "Échéances", []),
        ("a-commencer", "À commencer", [EtapeDeSuivi.ACommencer]),
        ("en-execution", "En exécution", [EtapeDeSuivi.EnExecution]),
        (DesAvenants, "Avenants", []),
        ("termines", "Terminés", [EtapeDeSuivi.Termine]),
    ];

    /// <summary>The acts of a tab, or of a search, as filtered; in no order.</summary>
    public IQueryable<ActeAttributif> Choisir(SuiviFiltre f)
    {
        var actes = db.ActesAttributifs.VisiblesPar(acteur, Droit.LireListeDeSuivi);
        if (f.Cherche)
        {
            var mots = Francais.Normaliser(ApresLeDossier().Replace(f.Q!, "")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            actes = mots.Length == 0 ? actes.Where(_ => false) : mots.Take(6).Aggregate(actes, Portant);
        }
        else
            actes = DeLOnglet(actes, Onglet(f).Cle);
        var (departements, dispositifs) = (SuiviFiltre.Codes(f.Departements), SuiviFiltre.Codes(f.Dispositifs));
        if (departements.Length > 0)
            actes = actes.Where(a => departements.Contains(a.Departement));
        return dispositifs.Length > 0 ? actes.Where(a => dispositifs.Contains(a.Dispositif)) : actes;
    }

    // An act and its avenants are found by their dossier: « FITN-BZH-V1-2021-00012-A1 ».
    [GeneratedRegex(@"(?<=\b\d{5})-A\d{1,3}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ApresLeDossier();

    /// <summary>
    /// Those that a word names: nine digits are a SIREN or a demande de paiement, ten an engagement juridique, fourteen a SIRET.
    /// </summary>
    private IQueryable<ActeAttributif> Portant(IQueryable<ActeAttributif> actes, string mot)
    {
        var chiffres = mot.All(char.IsAsciiDigit) ? mot.Length : 0;
        if (chiffres == 10)
        {
            var nommes = db.Database.SqlQuery<Guid>(
                $"""select id as "Value" from actes_attributifs where termes -> 'Ej' @> to_jsonb({mot}::text)"""
            );
            return actes.Where(a => nommes.Contains(a.Id));
        }
        var cherche = chiffres == 14 ? mot[..9] : mot;
        var trouves = db.Dossiers.Where(d => EF.Functions.Like(d.Recherche, "%" + cherche + "%")).Select(d => d.Id);
        if (chiffres == 9)
            trouves = trouves.Union(
                db.Versements.Where(v => v.NumeroDp == mot).Join(db.ActesAttributifs, v => v.ActeId, a => a.Id, (_, a) => a.DossierId)
            );
        return actes.Where(a => trouves.Contains(a.DossierId));
    }

    public static (string Cle, string Nom, EtapeDeSuivi[] Etapes) Onglet(SuiviFiltre f) =>
        Onglets.FirstOrDefault(o => o.Cle == f.Onglet) is { Cle: not null } trouve ? trouve : Onglets[0];

    /// <summary>By due day in the tab of due days, else by what has waited most; one identifier after another.</summary>
    public static IOrderedQueryable<ActeAttributif> Ranger(IQueryable<ActeAttributif> actes, SuiviFiltre f) =>
        Cle(f) switch
        {
            ParEcheance => actes.OrderBy(a => a.EcheanceLe).ThenBy(a => a.Id),
            DesAvenants => actes.OrderBy(a => a.AvenantDepuis).ThenBy(a => a.Id),
            DesEtatsALire => actes.OrderBy(a => a.EtatDepuis).ThenBy(a => a.Id),
            DesEtatsEnRetard => actes.OrderBy(a => a.EtatAttenduLe).ThenBy(a => a.Id),
            var cle when EstDesVersements(cle) => actes.OrderBy(a => a.VersementDepuis).ThenBy(a => a.Id),
            _ => actes.OrderBy(a => a.EtapeDepuis).ThenBy(a => a.Id),
        };

    /// <summary>What comes after the last line read; anything else is the first page.</summary>
    public static IQueryable<ActeAttributif> Suite(IQueryable<ActeAttributif> actes, SuiviFiltre f)
    {
        if (f.Apres?.Split('-') is not [var rang, var id] || !Guid.TryParseExact(id, "N", out var dernier))
            return actes;
        if (EstParJour(Cle(f)))
            return !DateOnly.TryParseExact(rang, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? actes
                : Cle(f) == ParEcheance ? actes.Where(a => a.EcheanceLe > jour || (a.EcheanceLe == jour && a.Id.CompareTo(dernier) > 0))
                : actes.Where(a => a.EtatAttenduLe > jour || (a.EtatAttenduLe == jour && a.Id.CompareTo(dernier) > 0));
        if (!long.TryParse(rang, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTime.MaxValue.Ticks)
            return actes;
        var depuis = new DateTimeOffset(ticks, TimeSpan.Zero);
        if (Cle(f) == DesAvenants)
            return actes.Where(a => a.AvenantDepuis > depuis || (a.AvenantDepuis == depuis && a.Id.CompareTo(dernier) > 0));
        if (Cle(f) == DesEtatsALire)
            return actes.Where(a => a.EtatDepuis > depuis || (a.EtatDepuis == depuis && a.Id.CompareTo(dernier) > 0));
        if (EstDesVersements(Cle(f)))
            return actes.Where(a => a.VersementDepuis > depuis || (a.VersementDepuis == depuis && a.Id.CompareTo(dernier) > 0));
        return actes.Where(a => a.EtapeDepuis > depuis || (a.EtapeDepuis == depuis && a.Id.CompareTo(dernier) > 0));
    }

    public static string Marque(LigneDeSuivi l, SuiviFiltre f) =>
        EstParJour(Cle(f))
            ? string.Create(CultureInfo.InvariantCulture, $"{(Cle(f) == ParEcheance ? l.EcheanceLe : l.EtatAttenduLe):yyyyMMdd}-{l.Id:N}")
            : string.Create(CultureInfo.InvariantCulture, $"{Depuis(l, f).UtcTicks}-{l.Id:N}");

    /// <summary>True for a tab whose order is that of due days.</summary>
    public static bool EstParJour(string cle) => cle is ParEcheance or DesEtatsEnRetard;

    /// <summary>True for a tab of what waits among payments.</summary>
    public static bool EstDesVersements(string cle) => DesVersements.ContainsKey(cle);

    /// <summary>Since when a line waits, in its tab.</summary>
    public static DateTimeOffset Depuis(LigneDeSuivi l, SuiviFiltre f) =>
        Cle(f) == DesAvenants ? l.AvenantDepuis!.Value
        : Cle(f) == DesEtatsALire ? l.EtatDepuis!.Value
        : EstDesVersements(Cle(f)) ? l.VersementDepuis!.Value
        : l.Depuis;

    public IQueryable<LigneDeSuivi> Lire(IQueryable<ActeAttributif> actes) =>
        from a in actes
        join d in db.Dossiers on a.DossierId equals d.Id
        join c in db.Collectivites on a.Siren equals c.Siren
        select new LigneDeSuivi
        {
            Id = a.Id,
            Numero = d.Numero!,
            Titre = d.Titre,
            Porteur = c.Nom,
            Siren = a.Siren,
            Departement = a.Departement,
            Dispositif = a.Dispositif,
            Etat = d.Etat,
            Etape = a.Etape,
            Depuis = a.EtapeDepuis,
            EcheanceLe = a.EcheanceLe,
            Montant = a.Montant,
            NumeroDActe = a.Numero,
            RecuLe = a.RecuLe,
            PlanEnAttente = a.PlanAAccepter,
            Avenant = a.AvenantEtat,
            AvenantDepuis = a.AvenantDepuis,
            Versement = a.VersementAttend,
            VersementDepuis = a.VersementDepuis,
            EtatAttend = a.EtatAttend,
            EtatDepuis = a.EtatDepuis,
            EtatAttenduLe = a.EtatAttenduLe,
            Reversements = a.Reversements,
            Verse = new Euros(
                db.Versements.Where(v => v.ActeId == a.Id && v.Etat == EtatDeVersement.Payee).Sum(v => (decimal?)(object?)v.Paye) ?? 0m
            ),
            VersementMontant =
                a.VersementAttend == null
                    ? null
                    : db
                        .Versements.Where(v =>
                            v.ActeId == a.Id
                            && v.Etat
                                == (
                                    a.VersementAttend == EtapeDeVersement.AControler ? EtatDeVersement.Transmise
                                    : a.VersementAttend == EtapeDeVersement.AOrdonnancer ? EtatDeVersement.Controlee
                                    : EtatDeVersement.Ordonnancee
                                )
                        )
                        .OrderBy(v => v.EtatDepuis)
                        .Select(v => v.Montant ?? v.Demande)
                        .FirstOrDefault(),
        };

    /// <summary>How many in each tab, one more than <see cref="Compte"/> at most.</summary>
    public async Task<Dictionary<string, int>> ComptesAsync(CancellationToken arret)
    {
        var tous = db.ActesAttributifs.VisiblesPar(acteur, Droit.LireListeDeSuivi);
        var requete = Onglets
            .Select(o => DeLOnglet(tous, o.Cle).Take(Compte).GroupBy(_ => 1).Select(g => new { o.Cle, N = g.Count() }))
            .Aggregate((a, b) => a.Concat(b));
        return await requete.ToDictionaryAsync(x => x.Cle, x => x.N, StringComparer.Ordinal, arret);
    }

    /// <summary>The tab that gives its order; empty for a search.</summary>
    public static string Cle(SuiviFiltre f) => f.Cherche ? "" : Onglet(f).Cle;

    private IQueryable<ActeAttributif> DeLOnglet(IQueryable<ActeAttributif> actes, string cle)
    {
        if (cle == DesEtatsALire)
            return actes.Where(a => a.EtatAttend == EtapeDEtat.ALire);
        if (cle == DesEtatsEnRetard)
            return actes.Where(a => a.EtatAttenduLe < aujourdhui);
        if (cle == DesAvenants)
            return actes.Where(a => a.AvenantDepuis != null);
        if (DesVersements.TryGetValue(cle, out var attend))
            return attend is [var seul]
                ? actes.Where(a => a.VersementAttend == seul)
                : actes.Where(a => attend.Contains(a.VersementAttend!.Value));
        var etapes = Onglets.First(o => o.Cle == cle).Etapes;
        return etapes switch
        {
            [] => actes.Where(a => a.EcheanceLe != null),
            [var etape] => actes.Where(a => a.Etape == etape),
            _ => actes.Where(a => etapes.Contains(a.Etape)),
        };
    }

    /// <summary>A line, with what only a file holds.</summary>
    private sealed record LigneDeFichier(
        LigneDeSuivi Ligne,
        TermesDeLActe? Termes,
        ImmutableArray<BeneficiaireDeLActe> Beneficiaires,
        DateTimeOffset? EnvoyeLe,
        Commencement? Commencement
    );

    private static readonly (string Titre, Func<LigneDeSuivi, object?> Valeur)[] Colonnes =
    [
        ("Numéro", l => l.Numero),
        ("Acte", l => l.NumeroDActe),
        ("Dispositif", l => l.Dispositif),
        ("Titre", l => l.Titre),
        ("Porteur", l => l.Porteur),
        ("SIREN", l => l.Siren),
        ("Département", l => l.Departement),
        ("État", l => Etats.Libelle(l.Etat)),
        ("Ce qui attend", l => MotsDuSuivi.Etape(l.Etape)),
        ("Depuis le", l => JourDeParis.De(l.Depuis)),
        ("Échéance", l => l.EcheanceLe),
        ("Avenant", l => l.Avenant is { } e ? MotsDuSuivi.Etat(e) : null),
        ("Reçu le", l => l.RecuLe),
        ("État des lieux attendu le", l => l.EtatAttenduLe),
        ("Aide", l => l.Montant.Montant),
        ("Versé", l => l.Paye.Montant),
        ("Versement en attente", l => l.VersementMontant?.Montant),
    ];

    private static readonly (string Titre, Func<LigneDeFichier, object?> Valeur)[] ColonnesDeFichier =
    [
        .. Colonnes.Select(c => (c.Titre, (Func<LigneDeFichier, object?>)(l => c.Valeur(l.Ligne)))),
        ("SIRET", l => string.Join(" ", l.Beneficiaires.Select(b => b.Siret).OfType<string>())),
        ("Engagement juridique", l => l.Termes is { } t ? string.Join(" ", t.Ej) : null),
        ("Envoyé le", l => l.EnvoyeLe is { } le ? JourDeParis.De(le) : null),
        ("Commencé le", l => l.Commencement?.Le),
        ("Achèvement prévu le", l => l.Termes?.AchevementPrevu),
    ];

    /// <summary>The desk as filtered, for a file.</summary>
    public TableauProduit Tableau(SuiviFiltre filtre) =>
        new(
            $"suivi-{(filtre.Cherche ? "recherche" : Onglet(filtre).Cle)}-{aujourdhui:yyyy-MM-dd}",
            [.. ColonnesDeFichier.Select(c => c.Titre)],
            ["Aide", "Versé", "Versement en attente"],
            LignesAsync(filtre)
        );

    private async IAsyncEnumerable<object?[]> LignesAsync(SuiviFiltre filtre)
    {
        var lignes =
            from l in Lire(Ranger(Choisir(filtre), filtre))
            join a in db.ActesAttributifs on l.Id equals a.Id
            select new LigneDeFichier(l, a.Termes, a.Beneficiaires, a.EnvoyeLe, a.Commencement);
        await foreach (var ligne in lignes.AsAsyncEnumerable())
            yield return [.. ColonnesDeFichier.Select(c => c.Valeur(ligne))];
    }
}
