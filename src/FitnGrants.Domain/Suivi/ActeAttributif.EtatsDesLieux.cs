using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>The quarterly reports of the act (R77, R78): when they are due, written, sent, read.</summary>
public sealed partial class ActeAttributif
{
    private static readonly ImmutableArray<int> NiveauxDeRappelDEtat =
    [
        -CalendrierDesEtats.Ouverture,
        -15,
        -5,
        1,
        CalendrierDesEtats.TresTard,
        CalendrierDesEtats.AvantMiseEnDemeure,
    ];

    /// <summary>Last due day of the calendar that a report answered; null before the first.</summary>
    public DateOnly? EtatRenduJusquAu { get; private set; }

    /// <summary>Day asked beside the calendar, and not answered yet; null without one.</summary>
    public DateOnly? EtatDemandeAvantLe { get; private set; }

    /// <summary>Why that day was asked; null without one.</summary>
    public string? MotifDeLEtatDemande { get; private set; }

    /// <summary>Paris day before which the next report is due; null while none is.</summary>
    public DateOnly? EtatAttenduLe { get; private set; }

    /// <summary>Paris day of the next reminder of it; null once none is left.</summary>
    public DateOnly? RappelDEtatLe { get; private set; }

    /// <summary>Paris day of the last reminder of the report that is late, by the clock or by a service; null once it is sent.</summary>
    public DateOnly? EtatRelanceLe { get; private set; }

    /// <summary>What waits among its reports; null where nothing does.</summary>
    public EtapeDEtat? EtatAttend { get; private set; }

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset? EtatDepuis { get; private set; }

    /// <summary>True once the final report is sent: none is due any more.</summary>
    public bool EtatFinalRendu { get; private set; }

    /// <summary>Paris day from which the next report may be written; null where none is due.</summary>
    public DateOnly? EtatOuvreLe =>
        EtatAttenduLe is not { } attendu ? null
        : EtatDemandeAvantLe is not null ? DateOnly.MinValue
        : attendu.AddDays(-CalendrierDesEtats.Ouverture);

    /// <summary>True where the next report is late that day.</summary>
    public bool EtatEnRetard(DateOnly jour) => EtatAttenduLe < jour;

    /// <summary>Begins the next report with what the one before said; the one being written where there is one.</summary>
    /// <param name="etats">Every report of the act.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <exception cref="ActeImpossibleException">None is due, or not open yet.</exception>
    public EtatDesLieux OuvrirUnEtat(IReadOnlyCollection<EtatDesLieux> etats, CadreDeLActe cadre)
    {
        if (etats.FirstOrDefault(e => e.SEcrit) is { } enCours)
            return enCours;
        ExigerVivant();
        Exiger(EtatAttenduLe is not null, "aucun état des lieux n’est attendu");
        Exiger(EtatOuvreLe <= cadre.Jour, $"le prochain état des lieux s’ouvre le {Francais.Date(EtatOuvreLe!.Value)}");
        var attendu = EtatAttenduLe!.Value;
        var etat = EtatDesLieux.Ouvrir(
            Id,
            1 + etats.Select(e => e.Rang).DefaultIfEmpty().Max(),
            attendu,
            ContenuDuProchain(etats, cadre.Jour),
            cadre.Instant
        );
        Noter(new OuvrirUnEtat(cadre.Par.Fonction, DossierId, etat.Rang, attendu));
        return etat;
    }

    /// <summary>
    /// What the next report begins with: what the one before said, else where the act stands, and its end as the only milestone.
    /// </summary>
    public ContenuDEtat ContenuDuProchain(IReadOnlyCollection<EtatDesLieux> etats, DateOnly jour)
    {
        var achevement = Valeurs.Termes.AchevementPrevu;
        return etats
            .Where(e => e.Transmis is not null)
            .MaxBy(e => e.Rang)
            ?.Transmis!.Repris(PrevoirDepuis(EtatAttenduLe ?? jour, jour), achevement)
            ?? new ContenuDEtat
            {
                Statut = Commencement is null ? StatutDeProjet.NonCommence : StatutDeProjet.EnCours,
                Echeances = achevement is { } fin ? [new EcheanceDeProjet("Achèvement", fin)] : [],
            };
    }

    /// <summary>From when a report forecasts: its due day, or the day it is written where that is later.</summary>
    public static DateOnly PrevoirDepuis(DateOnly attendu, DateOnly jour) => jour > attendu ? jour : attendu;

    /// <summary>Saves what is typed, whole or not.</summary>
    /// <param name="etat">Being written.</param>
    /// <param name="contenu">What is typed.</param>
    /// <param name="cadre">Its dossier, who, when.</param>
    /// <param name="page">Which page saves it; null where it does not say.</param>
    /// <exception cref="ActeImpossibleException">Sent already.</exception>
    public Resultat EcrireUnEtat(EtatDesLieux etat, ContenuDEtat contenu, CadreDeLActe cadre, string? page = null)
    {
        ExigerVivant();
        Exiger(etat.SEcrit, "cet état des lieux est transmis");
        if (ManquesDeTaille(contenu) is { } trop)
            return trop;
        (etat.Contenu, etat.Revision, etat.StadeDepuis, etat.DernierePage) = (contenu, etat.Revision + 1, cadre.Instant, page);
        Noter(new EcrireUnEtat(cadre.Par.Fonction, DossierId, etat.Rang));
        return Resultat.De([]);
    }

    /// <summary>Sends what is typed, saved or not; where it is refused, what was saved stays as it was.</summary>
    /// <exception cref="ActeImpossibleException">Sent already.</exception>
    public Resultat TransmettreUnEtat(EtatDesLieux etat, ContenuDEtat contenu, IReadOnlyCollection<EtatDesLieux> etats, CadreDeLActe cadre)
    {
        Exiger(etat.SEcrit, "cet état des lieux est déjà transmis");
        var avant = etat.Contenu;
        etat.Contenu = contenu;
        var resultat = ManquesDeTaille(contenu) ?? TransmettreUnEtat(etat, etats, cadre);
        if (!resultat.EstAccepte)
            etat.Contenu = avant;
        return resultat;
    }

    private static Resultat? ManquesDeTaille(ContenuDEtat contenu) =>
        contenu.Entreprises.Length > ContenuDEtat.LignesAuPlus || contenu.Echeances.Length > ContenuDEtat.LignesAuPlus
            ? Resultat.De([Manque($"{ContenuDEtat.LignesAuPlus} lignes au plus par liste.", "entreprises")])
            : null;

    /// <summary>Sends it to the service: it answers every due day that is past or open. R77 and R78 judge it.</summary>
    /// <exception cref="ActeImpossibleException">Sent already.</exception>
    public Resultat TransmettreUnEtat(EtatDesLieux etat, IReadOnlyCollection<EtatDesLieux> etats, CadreDeLActe cadre)
    {
        ExigerVivant();
        Exiger(etat.SEcrit, "cet état des lieux est déjà transmis");
        var resultat = Resultat.De([.. JugerLEtat(etat, cadre), .. ManquesDeLEtat(etat.Contenu, cadre)]);
        if (!resultat.EstAccepte)
            return resultat;
        etat.Transmissions =
        [
            .. etat.Transmissions,
            new TransmissionDEtat(cadre.Instant, cadre.Par.Fonction, etat.Contenu) { Reponse = etat.Points },
        ];
        (etat.TransmisLe, etat.DepensesPayees, etat.CreditsConsommes) = (
            cadre.Jour,
            etat.Contenu.DepensesPayees,
            CreditsConsommes(etat.Contenu)
        );
        etat.Final = EtatFinalRendu = etat.Final || AcheveLe is not null;
        etat.Points = [];
        Passer(etat, StadeDEtat.Transmis, etats, cadre);
        EtatRenduJusquAu = Max(EtatRenduJusquAu, CalendrierDesEtats.Repondue(RecuLe!.Value, cadre.Jour, EtatDemandeAvantLe));
        (EtatDemandeAvantLe, MotifDeLEtatDemande) = (null, null);
        CloreLaMiseEnDemeure(cadre.Instant);
        PrevoirLEtat(cadre.Jour);
        Noter(new TransmettreUnEtat(cadre.Par.Fonction, DossierId, etat.Rang, etat.DepensesPayees, etat.Contenu.AvancementPct));
        return resultat;
    }

    /// <summary>
    /// Says once that a report is due, or late. After a jump of the clock the latest level alone is said, the earlier ones are passed.
    /// </summary>
    /// <returns>False where nothing is due that day.</returns>
    public bool RappelerLEtat(DateOnly jour)
    {
        if (EtatAttenduLe is not { } attendu || RappelDEtatLe is not { } prevu || prevu > jour)
            return false;
        RappelDEtatLe = ProchainRappel(attendu, jour);
        // Its service said so today already.
        if (EtatRelanceLe == jour)
            return false;
        if (EtatEnRetard(jour))
            EtatRelanceLe = jour;
        Consigner(new RappelerUnEtat(Acteur.Systeme.Fonction, DossierId, attendu));
        return true;
    }

    /// <summary>Why a service may not remind that day of the report that is late; null where it may.</summary>
    /// <param name="attendu">Paris day before which it is due; null while none is.</param>
    /// <param name="relance">Paris day of the last reminder.</param>
    /// <param name="jour">Paris day.</param>
    public static string? RelanceImpossible(DateOnly? attendu, DateOnly? relance, DateOnly jour) =>
        attendu is null ? "aucun état des lieux n’est attendu"
        : attendu >= jour ? "l’état des lieux n’est pas en retard"
        : relance == jour ? "déjà relancé aujourd’hui"
        : null;

    /// <summary>Reminds the porteur of the report that is late: once a day at most, what the clock said included.</summary>
    /// <exception cref="ActeImpossibleException">None is late, or it was reminded of today.</exception>
    public Resultat RelancerLEtat(string? mot, CadreDeLActe cadre)
    {
        ExigerVivant();
        var empechement = RelanceImpossible(EtatAttenduLe, EtatRelanceLe, cadre.Jour);
        Exiger(empechement is null, empechement ?? "");
        EtatRelanceLe = cadre.Jour;
        Noter(new RelancerUnEtat(cadre.Par.Fonction, DossierId, EtatAttenduLe, Propre(mot)));
        return Resultat.De([]);
    }

    /// <summary>Euros of the subsidy that what is said to be paid consumes; null where it is not said.</summary>
    public Euros? CreditsConsommes(ContenuDEtat contenu) =>
        contenu.DepensesPayees is { } payees ? new Liquidation(Valeurs, [], Euros.Zero).Du(payees) : null;

    private IEnumerable<Constat> JugerLEtat(EtatDesLieux etat, CadreDeLActe cadre) =>
        Examen
            .Faire(
                cadre.Reglement,
                cadre.Dossier.Candidature(cadre.Dossier.Porteur!, cadre.Dossier.DeposeLe!.Value, cadre.Dossier.Membres),
                cadre.Dossier.Completer(new Situation()),
                Dispositifs.Moment.Suivi,
                etatDesLieux: new EtatDesLieuxJuge
                {
                    Echeance = etat.Attendu,
                    JugeLe = cadre.Jour,
                    TransmisLe = cadre.Jour,
                    Avancement = etat.Contenu.Avancement,
                    DepensesPayees = etat.Contenu.DepensesPayees,
                    Depense = Valeurs.Depense,
                    CreditsConsommes = CreditsConsommes(etat.Contenu),
                    Entreprises = etat.Contenu.Entreprises.IsEmpty && !etat.Contenu.AucuneEntreprise ? null : etat.Contenu.Entreprises,
                }
            )
            .Constats;

    /// <summary>What no dispositif passes over: a day that has not come, an answer that denies itself.</summary>
    private static IEnumerable<Constat> ManquesDeLEtat(ContenuDEtat contenu, CadreDeLActe cadre)
    {
        if (cadre.Reglement.Exige<Regles.EtatDesLieuxTrimestriel>())
        {
            if (contenu.Statut is null)
                yield return Manque("Choisissez où en est le projet.", "statut");
            if (contenu.AvancementPct is null)
                yield return Manque("Indiquez l’avancement, de 0 à 100.", "avancementPct");
        }
        else if (contenu is { AvancementPct: null, DepensesPayees: null } && string.IsNullOrWhiteSpace(contenu.Avancement))
            yield return Manque("Dites au moins l’avancement, ou les dépenses payées.", "avancementPct");
        if (contenu is { AucuneEntreprise: true, Entreprises.IsEmpty: false })
            yield return Manque("Vous dites « aucune à ce jour » et donnez des entreprises : choisissez.", "entreprises");
        for (var i = 0; i < contenu.Echeances.Length; i++)
            if (contenu.Echeances[i].FaiteLe > cadre.Jour)
                yield return Manque("Une échéance ne se dit pas faite d’avance.", $"echeances[{i}].faiteLe");
    }

    private void Passer(EtatDesLieux etat, StadeDEtat stade, IReadOnlyCollection<EtatDesLieux> etats, CadreDeLActe cadre)
    {
        (etat.Stade, etat.StadeDepuis, etat.Revision) = (stade, cadre.Instant, etat.Revision + 1);
        var attente = etats
            .Append(etat)
            .Distinct()
            .Where(e => e.Stade is StadeDEtat.Transmis or StadeDEtat.ACorriger)
            .OrderBy(e => e.Stade)
            .ThenBy(e => e.StadeDepuis)
            .FirstOrDefault();
        EtatDepuis = attente?.StadeDepuis;
        EtatAttend =
            attente is null ? null
            : attente.Stade == StadeDEtat.Transmis ? EtapeDEtat.ALire
            : EtapeDEtat.ACorriger;
    }

    /// <summary>The next due day: the nearest of the calendar and of what was asked beside it.</summary>
    private void PrevoirLEtat(DateOnly jour)
    {
        if (AcheveLe is null)
            EtatFinalRendu = false;
        DateOnly? attendu =
            RecuLe is not { } recu || Fin is not null || EtatFinalRendu ? null
            : CalendrierDesEtats.Suivante(recu, EtatRenduJusquAu) is var suivante && EtatDemandeAvantLe < suivante ? EtatDemandeAvantLe
            : suivante;
        if (attendu == EtatAttenduLe)
            return;
        (EtatAttenduLe, EtatRelanceLe) = (attendu, null);
        RappelDEtatLe = attendu is { } a ? ProchainRappel(a, jour) : null;
    }

    private static DateOnly? ProchainRappel(DateOnly attendu, DateOnly jour) =>
        NiveauxDeRappelDEtat.Select(n => (DateOnly?)attendu.AddDays(n)).FirstOrDefault(n => n > jour);

    private static DateOnly? Max(DateOnly? a, DateOnly? b) => a is null || b > a ? b : a;
}
