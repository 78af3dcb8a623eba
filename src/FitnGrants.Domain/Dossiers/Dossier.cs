using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>
/// A dossier: it belongs to the collectivité, never to a person. Each verb checks everything, then mutates, then says
/// what the journal will hold; a refused verb has changed nothing.
/// </summary>
public sealed partial class Dossier : Racine
{
    private readonly List<VersionDeposee> versions = [];
    private readonly List<Controle> controles = [];

    private Dossier() { }

    /// <summary>« FITN-BZH-V1-2021-00001 », given at the first deposit, never reused; null before.</summary>
    public string? Numero { get; private set; }

    /// <summary>Public identifier of a draft, in its address.</summary>
    public string Jeton { get; private set; } = "";

    public string Dispositif { get; private set; } = "";

    /// <summary>Version of the règlement that judges it; fixed at the first deposit.</summary>
    public string VersionReglement { get; private set; } = "";

    /// <summary>1 or 2: who instructs.</summary>
    public int Volet { get; private set; }

    public string Region { get; private set; } = "";

    /// <summary>Département that instructs: that of the porteur (R2).</summary>
    public string Departement { get; private set; } = "";

    /// <summary>SIREN of the porteur.</summary>
    public string Siren { get; private set; } = "";

    public EtatDossier Etat { get; private set; }

    /// <summary>Deposited version; 0 for a draft.</summary>
    public int Version { get; private set; }

    /// <summary>Times it was sent back (A17).</summary>
    public int NombreARevoir { get; private set; }

    /// <summary>True between a decision and its notification: the porteur still reads « en séance » and edits nothing.</summary>
    public bool NotificationEnAttente { get; private set; }

    /// <summary>What the porteur writes.</summary>
    public ContenuDossier Contenu { get; private set; } = new();

    /// <summary>Title of the project, copied for lists.</summary>
    public string Titre { get; private set; } = "";

    /// <summary>Euros asked at the last deposit; null before.</summary>
    public Euros? MontantDemande { get; private set; }

    /// <summary>Eligible cost at the last deposit, in euros; null before.</summary>
    public Euros? Assiette { get; private set; }

    /// <summary>The porteur as it was at the first deposit: no later millésime moves it (I18).</summary>
    public Beneficiaire? Porteur { get; private set; }

    /// <summary>The other members as they were at the last deposit.</summary>
    public ImmutableArray<Beneficiaire> Membres { get; private set; } = [];

    /// <summary>SIREN of the porteur and of the members of the last deposit: whom a refusal or an accord concerns.</summary>
    public string[] Sirens { get; private set; } = [];

    /// <summary>Départements of the porteur and of the members of the last deposit: whose préfectures give an avis (A26).</summary>
    public string[] Departements { get; private set; } = [];

    /// <summary>Départements whose avis is given.</summary>
    public string[] AvisRendus { get; private set; } = [];

    /// <summary>Numbers of the dossiers it comes from, copy after copy: a refusal of one bars it (A5, 1).</summary>
    public string[] Origines { get; private set; } = [];

    /// <summary>True when one SIREN alone bears the project (A4).</summary>
    public bool Individuel { get; private set; } = true;

    /// <summary>Title and summary of the last deposit, without case nor accents, to find projects that look alike (A5).</summary>
    public string Comparaison { get; private set; } = "";

    /// <summary>Whether it may be examined; silent for two months, it may (art. 4).</summary>
    public Recevabilite Recevabilite { get; private set; }

    /// <summary>Avis given by the préfectures, one per département (R70).</summary>
    public ImmutableArray<Avis> Avis { get; private set; } = [];

    /// <summary>Rulings on projects that look like this one (A5).</summary>
    public ImmutableArray<Rapprochement> Rapprochements { get; private set; } = [];

    /// <summary>How it ended without the session; null otherwise.</summary>
    public Issue? Issue { get; private set; }

    /// <summary>Arrival of the first deposit; set once (I7).</summary>
    public DateTimeOffset? DeposeLe { get; private set; }

    /// <summary>Arrival of the last deposit; the answer to a request is none, and no agenda is missed by it.</summary>
    public DateTimeOffset? DernierDepotLe { get; private set; }

    /// <summary>Day before which the agent in charge must act: what the work list sorts by.</summary>
    public DateOnly? EcheanceLe { get; private set; }

    /// <summary>
    /// What a search compares: porteur, SIREN of all, title and number of the last deposit, without accents; empty for a draft.
    /// </summary>
    public string Recherche { get; private set; } = "";

    /// <summary>Account of the agent in charge.</summary>
    public Guid? Instructeur { get; private set; }

    /// <summary>The agent's synthesis for the session.</summary>
    public string? Synthese { get; private set; }

    public DateTimeOffset CreeLe { get; private set; }

    public DateTimeOffset ModifieLe { get; private set; }

    /// <summary>The open page that wrote last: one never disagrees with oneself.</summary>
    public string? DernierePage { get; private set; }

    /// <summary>Deposited versions, the first first.</summary>
    public IReadOnlyList<VersionDeposee> Versions => versions;

    /// <summary>What was deposited last, its draft before: what a porteur is writing again is for its collectivité alone.</summary>
    /// <exception cref="InvalidOperationException">The versions were not loaded.</exception>
    public ContenuDossier ContenuDepose =>
        Version == 0
            ? Contenu
            : versions.MaxBy(v => v.Version)?.Contenu ?? throw new InvalidOperationException("Les versions déposées ne sont pas chargées.");

    /// <summary>Lines of the grid, all versions.</summary>
    public IReadOnlyList<Controle> Controles => controles;

    /// <summary>Lines of the grid of the version being judged.</summary>
    public IEnumerable<Controle> Grille => controles.Where(c => c.Version == Version).OrderBy(c => c.Rang);

    /// <summary>True while the porteur may write.</summary>
    public bool EstModifiable =>
        Etat is EtatDossier.Brouillon or EtatDossier.ACompleter || (Etat == EtatDossier.EnReconstruction && !NotificationEnAttente);

    /// <summary>Where it stands for its porteur, who reads « en séance » until the notification.</summary>
    public EtatDossier EtatPourLePorteur => NotificationEnAttente ? EtatDossier.InscritSeance : Etat;

    /// <summary>Number, or the draft's public identifier.</summary>
    public string Adresse => Numero ?? Jeton;

    /// <summary>A draft in an open dispositif.</summary>
    /// <exception cref="ActeImpossibleException">The dispositif is not open.</exception>
    public static Dossier Creer(Reglement reglement, Collectivite porteur, Acteur par, string jeton, DateTimeOffset instant)
    {
        if (reglement.Statut(instant) != StatutDispositif.Ouvert)
            throw new ActeImpossibleException("Ce dispositif n’accepte pas de dossier en ce moment.");
        var dossier = new Dossier
        {
            Id = Guid.CreateVersion7(),
            Jeton = jeton,
            Dispositif = reglement.Code,
            VersionReglement = reglement.Version,
            Volet = reglement.Volet,
            Region = reglement.Region,
            Departement = porteur.Departement,
            Siren = porteur.Siren,
            CreeLe = instant,
            ModifieLe = instant,
        };
        dossier.Noter(new Creer(par.Fonction, reglement.Code), null, nameof(EtatDossier.Brouillon));
        return dossier;
    }

    /// <summary>Saves what was typed; not an act, no journal line.</summary>
    /// <exception cref="ActeImpossibleException">The dossier, or a part that changes, is not the porteur's to write.</exception>
    /// <param name="contenu">What it becomes.</param>
    /// <param name="instant">When.</param>
    /// <param name="page">The open page that writes; null outside a page.</param>
    public void Enregistrer(ContenuDossier contenu, DateTimeOffset instant, string? page = null)
    {
        Exiger(EstModifiable);
        if (Etat == EtatDossier.ACompleter && Rubrique.Differentes(contenu, Contenu).Any(r => !EstOuverte(r.Cle)))
            throw new ActeImpossibleException("Action impossible : seuls les champs demandés par le service sont ouverts.");
        Contenu = contenu;
        // What others read of a deposited dossier changes with its deposits only.
        if (Version == 0)
            Titre = contenu.Projet.Titre?.Trim() ?? "";
        (ModifieLe, DernierePage) = (instant, page);
        Reviser();
    }

    /// <summary>What the rules judge of this dossier, with the members it names now.</summary>
    public Candidature Candidature(Beneficiaire porteur, DateTimeOffset instant, ImmutableArray<Beneficiaire> membres) =>
        new()
        {
            Porteur = Porteur ?? porteur,
            Membres = membres,
            Projet = Contenu.Projet,
            Identite = Contenu.Identite,
            Groupement = Contenu.Groupement,
            Origines = [.. Origines],
            Instant = DeposeLe ?? instant,
        };

    /// <summary>What the dossier itself adds to what lies beyond it.</summary>
    public Situation Completer(Situation situation) =>
        situation with
        {
            PremierDepot = Version == 0,
            ReceptionLe = DeposeLe,
            JoursSuspendus = JoursSuspendus,
            RejetImpliciteLe = RejetImpliciteLe,
            NombreARevoir = NombreARevoir,
            AvisRendus = [.. AvisRendus],
            Rapprochements = Rapprochements
                .Where(r => r.Refuse)
                .ToImmutableDictionary(r => r.Numero, r => r.Identique, StringComparer.Ordinal),
        };

    /// <summary>Title and summary as they are compared with those of others.</summary>
    public static string TexteCompare(Projet projet) => Francais.Normaliser($"{projet.Titre} {projet.Resume}");

    /// <summary>Refuses a piece where its porteur may not write, or was not asked for it.</summary>
    /// <exception cref="ActeImpossibleException">The dossier is not the porteur's to write, or waits for something else.</exception>
    internal void ExigerOuverte(TypePiece type)
    {
        Exiger(EstModifiable);
        if (!EstOuverte($"pieces.{type}"))
            throw new ActeImpossibleException("Action impossible : le service n’a pas demandé cette pièce.");
    }

    /// <summary>An act that took the dossier from a state to the one it is in now.</summary>
    private void Noter(Trace trace, EtatDossier avant) => Noter(trace, avant.ToString(), Etat.ToString());

    private void Exiger(bool possible)
    {
        if (!possible)
            throw new ActeImpossibleException($"Action impossible : le dossier est à l’état « {Etats.Libelle(EtatPourLePorteur)} ».");
    }
}
