using System.Globalization;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Donnees.Configurations;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The work list: who waits and until when, keyset paging on due day and id.</summary>
/// <param name="Filtre">What was asked.</param>
/// <param name="Onglets">The tabs and their counts.</param>
/// <param name="Lignes">Those of the page.</param>
/// <param name="Suivante">Cursor of the next page; null for the last one.</param>
/// <param name="Totaux">Euros asked, retained and granted on the page; a refused dossier keeps nothing.</param>
/// <param name="Aujourdhui">Paris day.</param>
/// <param name="Actes">What may be done to several of them at once.</param>
/// <param name="Approchee">True when nothing reads as what was typed, and the nearest are shown.</param>
public sealed record ListePage(
    ListeFiltre Filtre,
    IReadOnlyList<ListePage.Onglet> Onglets,
    IReadOnlyList<ListePage.Ligne> Lignes,
    string? Suivante,
    (Euros Demande, Euros Retenu, Euros Accorde) Totaux,
    DateOnly Aujourdhui,
    IReadOnlyList<ActeEnLot> Actes,
    bool Approchee
)
{
    private const int Taille = 50;

    private const string ParDefaut = "porteur,demande,taux,constats";

    /// <summary>Columns to choose from; what waits and the dossier are always there.</summary>
    public static IReadOnlyList<Reponse> ChoixDesColonnes { get; } =
    [
        new("porteur", "Porteur"),
        new("demande", "Demandé"),
        new("taux", "Taux"),
        new("constats", "Constats"),
        new("delais", "Délais légaux"),
        new("avis", "Avis"),
        new("agent", "Confié à"),
        new("depot", "Déposé le"),
        new("dispositif", "Dispositif"),
    ];

    /// <summary>Filters that the agent keeps under a name.</summary>
    public IReadOnlyList<VueEnregistree> Vues { get; init; } = [];

    public IReadOnlyList<string> Colonnes { get; init; } = [];

    /// <summary>Why a name was refused, and what was typed.</summary>
    public string? RefusDeNom { get; init; }

    public string? NomSaisi { get; init; }

    public bool Montre(string colonne) => Colonnes.Contains(colonne, StringComparer.Ordinal);

    /// <summary>What is wrong with what was asked.</summary>
    public string? Refus { get; init; }

    public sealed record Onglet(string Cle, string Nom, EtatDossier[] Etats, int Nombre);

    /// <summary>A line of the list.</summary>
    /// <param name="Lu">What was read of the dossier.</param>
    /// <param name="Etat">Its state, as the reader may know it.</param>
    /// <param name="Mien">True when it is entrusted to the reader, or to whom it replaces.</param>
    public sealed record Ligne(DossierDeListe Lu, EtatDossier Etat, bool Mien)
    {
        /// <summary>Of an accord that the reader may know; null otherwise.</summary>
        public Euros? Accorde => Etats.DUnAccord.Contains(Etat) ? Lu.MontantAccorde : null;

        /// <summary>What the instruction retains; nothing of what was refused or ended without a session.</summary>
        public Euros? Retenu =>
            Etat is EtatDossier.Refuse or EtatDossier.Irrecevable or EtatDossier.Reoriente or EtatDossier.Retire ? null : Lu.MontantRetenu;

        /// <summary>Whom it is entrusted to, when it is someone else.</summary>
        public string? Collegue => Lu.Instructeur is null || Mien ? null : "un collègue";

        /// <summary>« Conclure 3 règles »: what is awaited, of whom.</summary>
        public string Attente =>
            Lu.ReponseAttendueDepuis is not null
                ? "Le porteur attend une réponse"
                : Etat switch
                {
                    EtatDossier.Depose => "Prendre en charge",
                    EtatDossier.EnInstruction => Lu.AConclure == 0
                        ? "Clore l’instruction"
                        : $"Conclure {Francais.Compte(Lu.AConclure, "règle")}",
                    EtatDossier.Instruit => "Inscrire à une séance",
                    EtatDossier.InscritSeance => "Séance",
                    EtatDossier.EnReconstruction => "Le porteur améliore son dossier",
                    EtatDossier.ACompleter => "Réponse du porteur",
                    _ => Etats.Libelle(Etat),
                };

        /// <summary>« avant le 3 juin », « depuis 6 jours »; null when nothing is due.</summary>
        public string? Quand(DateOnly aujourdhui) =>
            (Lu.ReponseAttendueDepuis, Lu.EcheanceLe) switch
            {
                ({ } depuis, _) => (aujourdhui.DayNumber - depuis.DayNumber) switch
                {
                    <= 0 => "depuis aujourd’hui",
                    1 => "depuis hier",
                    var jours => $"depuis {jours} jours",
                },
                (_, { } echeance) when Etat is EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.ACompleter => (
                    echeance < aujourdhui ? "échéance passée le " : "avant le "
                )
                    + Francais.JourEtMois(echeance)
                    + (EstLaRecevabilite ? ", recevabilité" : ""),
                _ => null,
            };

        /// <summary>True when someone has waited too long.</summary>
        public bool EnRetard(DateOnly aujourdhui) =>
            Lu.ReponseAttendueDepuis is not null
            || (Lu.EcheanceLe < aujourdhui && Etat is EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.ACompleter);

        /// <summary>« décision avant le 6 décembre », « délais légaux suspendus depuis le 12 juin »; null when none counts.</summary>
        public string? DelaisEnBref(DateOnly aujourdhui)
        {
            if (Delais.Decision is not { } decision)
                return null;
            if (decision.SuspenduDepuis is { } depuis)
                return $"délais légaux suspendus depuis le {Francais.JourEtMois(depuis)}";
            var quand = decision.Terme.Year == aujourdhui.Year ? Francais.JourEtMois(decision.Terme) : Francais.Date(decision.Terme);
            var fin = $"décision {(decision.EstPasseLe(aujourdhui) ? "attendue depuis le" : "avant le")} {quand}";
            return Delais.Recevabilite is { } recevabilite && !EstLaRecevabilite
                ? $"recevabilité avant le {Francais.JourEtMois(recevabilite.Terme)}, {fin}"
                : fin;
        }

        /// <summary>True when what is due is to say whether it is recevable.</summary>
        private bool EstLaRecevabilite =>
            Lu.ReponseAttendueDepuis is null && Delais.Recevabilite is { SuspenduDepuis: null } delai && delai.Terme == Lu.EcheanceLe;

        /// <summary>The legal delays that still count.</summary>
        public (DelaiLegal? Recevabilite, DelaiLegal? Decision) Delais => Lu.Delais(Etat);
    }

    public static async Task<ListePage> ChargerAsync(
        FitnContext db,
        ListeFiltre filtre,
        Acteur acteur,
        DateOnly aujourdhui,
        CancellationToken arret
    )
    {
        filtre = filtre.Propre();
        var liste = new ListeDeTravail(db, acteur);
        var onglets = await liste.OngletsAsync(arret);
        var courant = onglets.FirstOrDefault(o => o.Cle == filtre.Onglet) ?? onglets.FirstOrDefault(o => o.Nombre > 0) ?? onglets[0];
        filtre = filtre with { Onglet = courant.Cle };
        var lignes = await LireAsync(db, Page(liste.Choisir(filtre), filtre), acteur, arret);
        // Nothing reads as it was typed: the nearest, a typing error away.
        var approchee = filtre.Cherche && lignes.Count == 0 && filtre.Curseur() is null && !filtre.EstUnNumero;
        if (approchee)
        {
            lignes = await LireAsync(db, (await liste.DesPorteursAsync(filtre, arret)).Take(Taille), acteur, arret);
            if (lignes.Count == 0)
                lignes = await LireAsync(db, liste.Approcher(filtre).Take(Taille), acteur, arret);
        }
        var montrees = lignes.Take(Taille).ToList();
        var suivante =
            lignes.Count > Taille
                ? string.Create(CultureInfo.InvariantCulture, $"{montrees[^1].Lu.Tri:yyyy-MM-dd}_{montrees[^1].Lu.Id:N}")
                : null;
        var preferences = await db
            .Users.Where(u => u.Id == acteur.Id)
            .Select(u => new { u.Colonnes, Vues = db.Vues.Where(v => v.UtilisateurId == u.Id).OrderBy(v => v.Nom).ToList() })
            .FirstOrDefaultAsync(arret);
        return new ListePage(
            filtre,
            onglets,
            montrees,
            suivante,
            (
                Euros.Somme(montrees.Select(l => l.Lu.MontantDemande).OfType<Euros>()),
                Euros.Somme(montrees.Select(l => l.Retenu).OfType<Euros>()),
                Euros.Somme(montrees.Select(l => l.Accorde).OfType<Euros>())
            ),
            aujourdhui,
            ActesDe(filtre, acteur),
            approchee && lignes.Count > 0
        )
        {
            Vues = preferences?.Vues ?? [],
            Colonnes = (preferences?.Colonnes ?? ParDefaut).Split(','),
        };
    }

    private static ActeEnLot[] ActesDe(ListeFiltre filtre, Acteur acteur) =>
        [.. ActesEnLot.De(filtre.Cherche ? null : filtre.Onglet ?? "").Where(a => acteur.Peut(ActesEnLot.De(a).Droit))];

    private static IQueryable<Dossier> Page(IQueryable<Dossier> choisis, ListeFiltre filtre) =>
        (
            filtre.Curseur() is var (echeance, id)
                ? choisis.Where(d =>
                    EF.Functions.GreaterThan(
                        ValueTuple.Create(EF.Property<DateOnly>(d, DossierConfiguration.Tri), d.Id),
                        ValueTuple.Create(echeance, id)
                    )
                )
                : choisis
        )
            .Ranger()
            .Take(Taille + 1);

    private static async Task<List<Ligne>> LireAsync(FitnContext db, IQueryable<Dossier> dossiers, Acteur acteur, CancellationToken arret)
    {
        var lecteur = Lecteur.De(acteur);
        var lues = await dossiers.Select(DossierDeListe.Lire(db)).ToListAsync(arret);
        return
        [
            .. lues.Select(d => new Ligne(
                d,
                lecteur.EtatDe(d.Etat, d.NotificationEnAttente, d.Region),
                d.Instructeur is { } qui && acteur.Comptes.Contains(qui)
            )),
        ];
    }
}
