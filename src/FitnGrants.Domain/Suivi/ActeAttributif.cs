using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

/// <summary>
/// What makes an accord a subsidy: « seule la décision attributive, régulièrement notifiée, vaut accord de financement » (décret
/// n° 2018-514, art. 8). It is born of the notification of the accord, and follows the project to its end.
/// </summary>
public sealed partial class ActeAttributif : Racine
{
    private ActeAttributif() { }

    public Guid DossierId { get; private set; }

    /// <summary>The accord that it turns into an act.</summary>
    public Guid DecisionId { get; private set; }

    public string Dispositif { get; private set; } = "";

    /// <summary>SIREN of the porteur.</summary>
    public string Siren { get; private set; } = "";

    /// <summary>1 or 2: who instructed.</summary>
    public int Volet { get; private set; }

    public string Region { get; private set; } = "";

    public string Departement { get; private set; } = "";

    /// <summary>Code of the service that attributes, and manages: « R53 », « 68 ».</summary>
    public string Attribuant { get; private set; } = "";

    /// <summary>« FITN-BZH-V1-2021-00012-A1 ».</summary>
    public string Numero { get; private set; } = "";

    public EtatActe Etat { get; private set; }

    /// <summary>What waits: the tab of the desk that it stands under.</summary>
    public EtapeDeSuivi Etape { get; private set; }

    /// <summary>Since when it waits there.</summary>
    public DateTimeOffset EtapeDepuis { get; private set; }

    /// <summary>Last Paris day of the clock that runs: to notify the act, to begin, to end; null once none does.</summary>
    public DateOnly? EcheanceLe { get; private set; }

    /// <summary>Euros granted: those of the accord, to the cent.</summary>
    public Euros Montant { get; private set; }

    /// <summary>Subsidised cost of the edition, in euros; null before it.</summary>
    public Euros? Depense { get; private set; }

    /// <summary>What it says; null until who manages has written it.</summary>
    public TermesDeLActe? Termes { get; private set; }

    /// <summary>The leader first.</summary>
    public ImmutableArray<BeneficiaireDeLActe> Beneficiaires { get; private set; } = [];

    public ImmutableArray<ConditionDeLAccord> Conditions { get; private set; } = [];

    /// <summary>The plan balanced again; null where that of the instruction stands.</summary>
    public PlanDeLActe? Plan { get; private set; }

    /// <summary>True while a plan waits for who manages.</summary>
    public bool PlanAAccepter { get; private set; }

    /// <summary>Editions made: each is kept.</summary>
    public int Editions { get; private set; }

    public DateTimeOffset? EditeLe { get; private set; }

    /// <summary>Paris day of the signature of the State.</summary>
    public DateOnly? SigneLe { get; private set; }

    /// <summary>Paris days on which beneficiaries signed a convention, by SIREN.</summary>
    public ImmutableDictionary<string, DateOnly> Signatures { get; private set; } = ImmutableDictionary<string, DateOnly>.Empty;

    /// <summary>The scan of the signed paper, a piece; null without one.</summary>
    public Guid? NumeriseId { get; private set; }

    public DateTimeOffset? EnvoyeLe { get; private set; }

    /// <summary>Paris day on which the beneficiary received it: every delay runs from it.</summary>
    public DateOnly? RecuLe { get; private set; }

    /// <summary>What proves it: « première ouverture sur la plateforme », « avis de réception n° … ».</summary>
    public string? PreuveDeReception { get; private set; }

    /// <summary>Last Paris day to begin; null before the reception.</summary>
    public DateOnly? CommencerAvantLe { get; private set; }

    public Commencement? Commencement { get; private set; }

    public ImmutableArray<DemandeDObservations> Observations { get; private set; } = [];

    public FinDeLActe? Fin { get; private set; }

    /// <summary>True while a SIRET waits for its representative.</summary>
    public bool SiretASaisir => SiretsOuverts && Beneficiaires.Any(b => b.Siret is null);

    /// <summary>Observations that wait for an answer, and may still be given; null where none do.</summary>
    public DemandeDObservations? ARepondre => Fin is null ? Observations.FirstOrDefault(o => o.Reponse is null && o.CloseLe is null) : null;

    /// <summary>Its paper in the archive: each edition under its own.</summary>
    public string ReferenceDArchive => ReferenceDeLEdition(Editions);

    /// <param name="edition">From 1.</param>
    public string ReferenceDeLEdition(int edition) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Numero}/{edition}");

    /// <summary>Editions that were taken back, from the first: the last one too while the act is a draft again.</summary>
    public IEnumerable<int> EditionsRemplacees => Enumerable.Range(1, Etat == EtatActe.Projet ? Editions : Math.Max(0, Editions - 1));

    /// <summary>What the notification of an accord begins.</summary>
    internal static ActeAttributif Preparer(Dossier dossier, Decision accord, Reglement reglement, DateTimeOffset instant)
    {
        var contenu = dossier.ContenuDepose;
        var parts = contenu.Groupement?.Parts;
        var connus = dossier.Membres.Where(m => m.Siren is not null).ToDictionary(m => m.Siren!, StringComparer.Ordinal);
        var membres = contenu.Groupement?.Membres.Where(m => m.Siren != dossier.Siren).ToList() ?? [];
        var acte = new ActeAttributif
        {
            Id = Guid.CreateVersion7(),
            DossierId = dossier.Id,
            DecisionId = accord.Id,
            Dispositif = dossier.Dispositif,
            Siren = dossier.Siren,
            Volet = dossier.Volet,
            Region = dossier.Region,
            Departement = dossier.Departement,
            Attribuant = reglement.Attribuant,
            Numero = $"{dossier.Numero}-A1",
            Montant = accord.MontantAccorde!.Value,
            EtapeDepuis = instant,
            EcheanceLe = dossier.RejetImpliciteLe,
            Conditions =
            [
                .. (accord.Conditions ?? "")
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(c => new ConditionDeLAccord(c.TrimStart('-', '–', '•', '*', ' '))),
            ],
            Beneficiaires =
            [
                new BeneficiaireDeLActe(dossier.Siren, dossier.PorteurActuel!.Nom, membres.Count == 0 ? null : parts?[0])
                {
                    Departement = dossier.Departement,
                },
                .. membres.Select(m => new BeneficiaireDeLActe(
                    m.Siren,
                    connus.GetValueOrDefault(m.Siren)?.Nom ?? $"SIREN {m.Siren}",
                    m.Part
                )
                {
                    Departement = connus.GetValueOrDefault(m.Siren)?.Departement,
                }),
            ],
        };
        // A collectivité that disappeared between the deposit and the accord.
        foreach (var substitution in dossier.Substitutions)
            acte.Beneficiaires = Suivre(acte.Beneficiaires, substitution);
        acte.Publier(accord, contenu);
        acte.PrevoirLeRappel();
        return acte;
    }

    /// <summary>
    /// The share of each beneficiary, in the order of <see cref="Beneficiaires"/>, that sum to the amount to the cent (I20).
    /// </summary>
    public ImmutableArray<Euros> Parts =>
        Beneficiaires is [_] ? [Montant]
        : Beneficiaires.All(b => b.Part is not null) && Beneficiaires.Sum(b => b.Part) == 100m
            ? Repartition.PlusFortReste(Montant, [.. Beneficiaires.Select(b => b.Part!.Value)])
        : [];

    /// <summary>What is proposed before who manages has written anything.</summary>
    /// <param name="dossier">With its versions.</param>
    /// <param name="reglement">The one whose rules judge the act.</param>
    public TermesDeLActe TermesProposes(Dossier dossier, Reglement reglement)
    {
        var projet = dossier.ContenuDepose.Projet;
        var versements = Regles.VersementsPlafonnes.De(reglement);
        var trimestriel = reglement.Applique<Regles.EtatDesLieuxTrimestriel>();
        return new TermesDeLActe
        {
            Type = Regles.FormeDeLActe.Requise(reglement) ?? TypeActe.Arrete,
            Objet = projet.Titre,
            DebutPrevu = projet.DateDebutPrevue,
            AchevementPrevu = projet.DateFinPrevue,
            AvancePct = versements.Avance,
            AcomptesPct = versements.Acomptes(projet.DureeEnMois),
            Reversement =
                "L’aide est reversée, en tout ou partie, si l’objet du projet ou l’affectation de l’aide a changé sans "
                + "autorisation, si les "
                + "aides publiques dépassent le coût du projet, si le projet n’est pas réalisé dans les délais de l’acte, si ce qui a été "
                + "versé dépasse le montant dû à la liquidation, ou si l’acte est retiré ou la subvention abandonnée.",
            Obligations =
                (trimestriel ? "Le bénéficiaire rend chaque trimestre un état des lieux de l’avancement et des dépenses. " : "")
                + "Il fait connaître l’aide de l’État par une mention visible sur le service créé et sur ses supports de communication. "
                + "L’État publie les données essentielles de la présente aide (décret n° 2017-779 du 5 mai 2017).",
            PaiementsSuspendus = reglement.Exige<Regles.EtatDesLieuxTrimestriel>(),
            Exercice = EtapeDepuis.Year,
        };
    }

    /// <summary>The plan that the act is written on; null while what was granted leaves it unbalanced.</summary>
    public Projet? ProjetDeLActe(Dossier dossier, Reglement reglement)
    {
        if (Plan is { AccepteLe: not null } plan)
            return dossier.ContenuDepose.Projet with { Depenses = plan.Depenses, Ressources = plan.Ressources };
        var retenu = dossier.ProjetRetenu(reglement);
        return retenu.MontantDemande == Montant ? retenu : null;
    }

    /// <summary>A clock that goes on keeps its reminders; another begins its own.</summary>
    private void Passer(EtapeDeSuivi etape, DateTimeOffset instant, DateOnly? echeance)
    {
        var autre = echeance != EcheanceLe;
        (Etape, EtapeDepuis, EcheanceLe) = (etape, instant, echeance);
        if (autre)
            PrevoirLeRappel();
        PrevoirLEtat(JourDeParis.De(instant));
    }

    /// <exception cref="ActeImpossibleException">The condition does not hold.</exception>
    private static void Exiger(bool condition, string raison)
    {
        if (!condition)
            throw new ActeImpossibleException($"Action impossible : {raison}.");
    }

    private static Constat Manque(string message, string champ, Source? source = null) =>
        new()
        {
            Regle = "",
            Nom = "Acte",
            Resultat = ResultatConstat.Bloquant,
            Message = Francais.Typographier(message),
            Source = source ?? Source.Aucune,
            Champ = champ,
        };
}
