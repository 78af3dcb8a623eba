using System.Globalization;
using System.Text.RegularExpressions;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>Tab, search, filters and cursor: the whole list is in its address.</summary>
public sealed partial record ListeFiltre
{
    private static readonly NatureJuridique[] Epci =
    [
        NatureJuridique.CC,
        NatureJuridique.CA,
        NatureJuridique.CU,
        NatureJuridique.Metropole,
        NatureJuridique.Met69,
        NatureJuridique.EPT,
    ];

    private static readonly Euros Petit = new(10_000m);
    private static readonly Euros Moyen = new(25_000m);

    public string? Onglet { get; init; }
    public string? Q { get; init; }
    public string? Dispositif { get; init; }

    /// <summary>Where the page begins: the due day and the identifier of the last line before it.</summary>
    public string? Apres { get; init; }

    /// <summary>The agent the dossiers are entrusted to.</summary>
    public Guid? Agent { get; init; }

    /// <summary>The dossiers chosen one by one, for what leaves with them: then nothing else restricts.</summary>
    public List<string> Numeros { get; init; } = [];

    public List<string> Qui { get; init; } = [];
    public List<string> Constats { get; init; } = [];
    public List<string> Natures { get; init; } = [];
    public List<string> Montants { get; init; } = [];

    public static IReadOnlyList<Reponse> ChoixDeQui { get; } =
    [new("moi", "Moi"), new("collegue", "Un collègue"), new("personne", "Personne encore")];

    public static IReadOnlyList<Reponse> ChoixDesConstats { get; } =
    [new("bloquants", "Bloquants"), new("alertes", "Alertes"), new("a-verifier", "À vérifier"), new("conformes", "Tous conformes")];

    public static IReadOnlyList<Reponse> ChoixDesNatures { get; } = [new("commune", "Commune"), new("epci", "EPCI"), new("autre", "Autre")];

    public static IReadOnlyList<Reponse> ChoixDesMontants { get; } =
    [new("petit", "Jusqu’à 10 000 €"), new("moyen", "10 000 à 25 000 €"), new("grand", "Plus de 25 000 €")];

    /// <summary>What is looked for, as it is compared: without the words and the link around a number.</summary>
    public string Recherche => Francais.Normaliser(Numero().Match(Q ?? "") is { Success: true } n ? n.Value : Mots().Replace(Q ?? "", ""));

    /// <summary>The SIREN that is looked for; null when it is no SIREN.</summary>
    public string? Siren => Domain.Socle.Siren.TryParse(Q, out var siren) ? siren.Valeur : null;

    [GeneratedRegex("FITN-[A-Z0-9-]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numero();

    [GeneratedRegex(
        @"^\s*((dossier|numéro|numero|n°|nº|siren|siret)[\s:.]*)+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Mots();

    /// <summary>True for a number of dossier: another one is not what is looked for.</summary>
    public bool EstUnNumero => Recherche.Count(char.IsAsciiDigit) >= 5;

    public bool Cherche => Recherche.Length >= 2;

    /// <summary>Number of boxes that are ticked.</summary>
    public int Cochees => Qui.Count + Constats.Count + Natures.Count + Montants.Count + (Agent is null ? 0 : 1);

    /// <summary>Without what an address may hold by mistake: control characters, unknown boxes.</summary>
    public ListeFiltre Propre() =>
        this with
        {
            Q = Texte(Q),
            Dispositif = Texte(Dispositif),
            Qui = Connus(Qui, ChoixDeQui),
            Constats = Connus(Constats, ChoixDesConstats),
            Natures = Connus(Natures, ChoixDesNatures),
            Montants = Connus(Montants, ChoixDesMontants),
        };

    /// <summary>The same list from its address: « ?Onglet=en-cours&amp;Qui=moi ».</summary>
    public string Adresse(string? onglet = null, string? apres = null, bool sansCases = false)
    {
        var parties = new List<KeyValuePair<string, string?>>();
        void Ajouter(string nom, string? valeur)
        {
            if (!string.IsNullOrEmpty(valeur))
                parties.Add(KeyValuePair.Create(nom, (string?)valeur));
        }
        Ajouter(nameof(Onglet), onglet ?? Onglet);
        if (onglet is null)
            Ajouter(nameof(Q), Q);
        Ajouter(nameof(Dispositif), Dispositif);
        Ajouter(nameof(Agent), sansCases ? null : Agent?.ToString());
        foreach (
            var (nom, valeurs) in new[]
            {
                (nameof(Qui), Qui),
                (nameof(Constats), Constats),
                (nameof(Natures), Natures),
                (nameof(Montants), Montants),
            }
        )
        foreach (var valeur in sansCases ? [] : valeurs)
            Ajouter(nom, valeur);
        Ajouter(nameof(Apres), apres);
        return QueryString.Create(parties).ToString();
    }

    /// <summary>The dossiers that the boxes keep.</summary>
    public IQueryable<Dossier> Restreindre(FitnContext db, IQueryable<Dossier> dossiers, Acteur acteur)
    {
        if (!string.IsNullOrEmpty(Dispositif))
            dossiers = dossiers.Where(d => d.Dispositif == Dispositif);
        if (Agent is not null)
            dossiers = dossiers.Where(d => d.Instructeur == Agent);
        if (Qui.Count > 0)
        {
            var (moi, collegue, personne) = (Qui.Contains("moi"), Qui.Contains("collegue"), Qui.Contains("personne"));
            Guid?[] miens = [.. acteur.Comptes.Select(c => (Guid?)c)];
            dossiers = dossiers.Where(d =>
                (moi && miens.Contains(d.Instructeur))
                || (collegue && d.Instructeur != null && !miens.Contains(d.Instructeur))
                || (personne && d.Instructeur == null)
            );
        }
        if (Montants.Count > 0)
        {
            var (petit, moyen, grand) = (Montants.Contains("petit"), Montants.Contains("moyen"), Montants.Contains("grand"));
            dossiers = dossiers.Where(d =>
                (petit && d.MontantDemande <= Petit)
                || (moyen && d.MontantDemande > Petit && d.MontantDemande <= Moyen)
                || (grand && d.MontantDemande > Moyen)
            );
        }
        if (Natures.Count > 0)
        {
            var (commune, epci, autre) = (Natures.Contains("commune"), Natures.Contains("epci"), Natures.Contains("autre"));
            dossiers = dossiers.Where(d =>
                db.Collectivites.Any(c =>
                    c.Siren == d.Siren
                    && (
                        (commune && c.Nature == NatureJuridique.Commune)
                        || (epci && Epci.Contains(c.Nature))
                        || (autre && c.Nature != NatureJuridique.Commune && !Epci.Contains(c.Nature))
                    )
                )
            );
        }
        return Constats.Count > 0 ? ParConstats(dossiers) : dossiers;
    }

    private IQueryable<Dossier> ParConstats(IQueryable<Dossier> dossiers)
    {
        ResultatConstat[] voulus =
        [
            .. Constats.Contains("bloquants") ? new[] { ResultatConstat.Bloquant } : [],
            .. Constats.Contains("alertes") ? new[] { ResultatConstat.Alerte } : [],
            .. Constats.Contains("a-verifier") ? new[] { ResultatConstat.AVerifier } : [],
        ];
        ResultatConstat[] tous = [ResultatConstat.Bloquant, ResultatConstat.Alerte, ResultatConstat.AVerifier];
        var conformes = Constats.Contains("conformes");
        return dossiers.Where(d =>
            d.Controles.Any(c => c.Version == d.Version && voulus.Contains(c.Propose))
            || (
                conformes
                && d.Controles.Any(c => c.Version == d.Version)
                && !d.Controles.Any(c => c.Version == d.Version && tous.Contains(c.Propose))
            )
        );
    }

    /// <summary>Where the page begins; null for the first one, and for a cursor that makes no sense.</summary>
    public (DateOnly Echeance, Guid Id)? Curseur()
    {
        var parties = (Apres ?? "").Split('_');
        return
            parties.Length == 2
            && DateOnly.TryParseExact(parties[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
            && Guid.TryParse(parties[1], out var id)
            ? (jour, id)
            : null;
    }

    private static string? Texte(string? texte) => texte is null ? null : string.Concat(texte.Where(c => !char.IsControl(c)).Take(100));

    private static List<string> Connus(List<string> coches, IReadOnlyList<Reponse> choix) =>
        [.. choix.Select(c => c.Valeur).Where(coches.Contains)];
}
