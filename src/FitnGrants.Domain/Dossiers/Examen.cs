using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>Who applies, with whom, for what, and when.</summary>
public sealed record Candidature
{
    /// <summary>The applicant, or the leader of the groupement.</summary>
    public required Beneficiaire Porteur { get; init; }

    /// <summary>The other members; empty for an individual dossier.</summary>
    public ImmutableArray<Beneficiaire> Membres { get; init; } = [];

    public required Projet Projet { get; init; }

    /// <summary>Identity; null where it is not judged (simulation).</summary>
    public Identite? Identite { get; init; }

    /// <summary>Instant at which the deposit is judged: that of the request's arrival (A11).</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>Shares and certifications of the groupement; null where they are not judged (simulation).</summary>
    public Groupement? Groupement { get; init; }

    /// <summary>Numbers of the dossiers this one comes from, copy after copy; empty without filiation (A5).</summary>
    public ImmutableArray<string> Origines { get; init; } = [];

    /// <summary>What the joined pieces prove; null where they are not judged (simulation): what is declared is believed.</summary>
    public ImmutableArray<TypePiece>? Pieces { get; init; }

    /// <summary>True when a piece of a type is joined, or where pieces are not judged.</summary>
    public bool Joint(TypePiece type) => Pieces is not { } pieces || pieces.Contains(type);

    public IEnumerable<Beneficiaire> Tous => [Porteur, .. Membres];

    /// <summary>
    /// A groupement is two distinct SIREN or more that bear the project together; each fictitious body is one. Whose share is zero bears
    /// nothing (A4).
    /// </summary>
    public bool EstGroupement =>
        Groupement is not { PartDuChefDeFile: <= 0m } && Membres.Any(m => (m.Siren is null || m.Siren != Porteur.Siren) && Porte(m));

    private bool Porte(Beneficiaire membre) => Groupement?.Membres.FirstOrDefault(m => m.Siren == membre.Siren) is not { Part: <= 0m };

    /// <summary>The field that names a member, « membres[0].collectivite »; null for the porteur and where there is none.</summary>
    public string? ChampDe(Beneficiaire qui)
    {
        if (qui == Porteur)
            return null;
        var rang = Groupement is { } groupement ? groupement.Membres.ToList().FindIndex(m => m.Siren == qui.Siren) : Membres.IndexOf(qui);
        return rang < 0 ? null : $"membres[{rang}].collectivite";
    }

    /// <summary>Paris day of the deposit.</summary>
    public DateOnly Jour => JourDeParis.De(Instant);
}

/// <summary>An accord that holds.</summary>
public sealed record AccordActif(string Dispositif, string Siren, bool Individuel, string Titre, string Numero);

/// <summary>A refusal of the instance (R67).</summary>
public sealed record RefusPrononce(string Dispositif, string Numero, string Titre, ImmutableArray<string> Sirens, DateOnly Le);

/// <summary>A refused project that looks like this one (A5, 3).</summary>
/// <param name="Numero">The refused dossier.</param>
/// <param name="Titre">Its title.</param>
/// <param name="Dispositif">Its dispositif.</param>
/// <param name="Similarite">Percent, 60 to 100.</param>
public sealed record ProjetSemblable(string Numero, string Titre, string Dispositif, int Similarite);

/// <summary>What lies beyond the dossier: loaded by the application, read by the rules.</summary>
public sealed record Situation
{
    /// <summary>What is left of the envelope, in euros; null when not loaded.</summary>
    public Euros? Disponible { get; init; }

    /// <summary>Accords held by the SIREN at stake.</summary>
    public ImmutableArray<AccordActif> Accords { get; init; } = [];

    /// <summary>SIREN under which the porteur's only place of laureate is held (R47); null for its own.</summary>
    public string? Place { get; init; }

    /// <summary>Refusals of the SIREN at stake.</summary>
    public ImmutableArray<RefusPrononce> Refus { get; init; } = [];

    /// <summary>Last Paris day to be on each session that is not cancelled (A11); empty without sessions.</summary>
    public ImmutableArray<DateOnly> LimitesOrdreDuJour { get; init; } = [];

    /// <summary>Refused projects that look like this one, with a SIREN in common.</summary>
    public ImmutableArray<ProjetSemblable> Semblables { get; init; } = [];

    /// <summary>Rulings of the instructor: number of the dossier looked like, true when it is the same project.</summary>
    public ImmutableDictionary<string, bool> Rapprochements { get; init; } = ImmutableDictionary<string, bool>.Empty;

    /// <summary>Days of the sessions that are not cancelled, the last of the month while the day is unknown (R61).</summary>
    public ImmutableArray<DateOnly> Seances { get; init; } = [];

    /// <summary>Number of laureates of the dispositif by département; null when not loaded (R55).</summary>
    public ImmutableDictionary<string, int>? LaureatsParDepartement { get; init; }

    /// <summary>Préfectures of département that have given their avis, by code (R70).</summary>
    public ImmutableArray<string> AvisRendus { get; init; } = [];

    /// <summary>Paris day on which silence is a rejection, prorogations counted (A28); null where it is counted from the deposit.</summary>
    public DateOnly? RejetImpliciteLe { get; init; }

    /// <summary>Times the dossier was already sent back (A17).</summary>
    public int NombreARevoir { get; init; }

    /// <summary>Day of the session the dossier is on, which R23 counts from; null while there is none (A7).</summary>
    public DateOnly? DateSeance { get; init; }

    /// <summary>False for a new deposit after « à revoir » (A18).</summary>
    public bool PremierDepot { get; init; } = true;

    /// <summary>Paris days during which the legal delays stood still, the porteur having the dossier to complete.</summary>
    public int JoursSuspendus { get; init; }

    /// <summary>Instant of the first deposit; null before it.</summary>
    public DateTimeOffset? ReceptionLe { get; init; }
}

/// <summary>Lowest and highest amounts, in euros, and the band they come from.</summary>
public sealed record Bornes(Tranche? Tranche, Euros Plancher, Euros Plafond)
{
    /// <summary>False when no amount fits, an assiette of a few cents or a part of zero: the rules then say why.</summary>
    public bool Admettent => Plancher <= Plafond && Plafond > Euros.Zero;
}

/// <summary>What the rules say, all together.</summary>
public enum Verdict
{
    Eligible,
    AVerifier,
    NonEligible,
}

/// <summary>One examination: the same facts for the simulator, the field and the act, computed once.</summary>
public sealed class Examen
{
    private Examen(
        Reglement reglement,
        Candidature candidature,
        Situation situation,
        Moment moment,
        DecisionProposee? decision,
        Suivi.EtatsDesLieux.EtatDesLieuxJuge? etatDesLieux,
        Suivi.ActeJuge? acte
    )
    {
        (EtatDesLieux, Acte) = (etatDesLieux, acte);
        Reglement = reglement;
        Candidature = candidature;
        Situation = situation;
        Moment = moment;
        Decision = decision;
        Population = candidature.Porteur.Population(reglement.PopulationReference);
        Exclues = [.. reglement.Regles.Select(r => r.Regle).OfType<IExclutUneCategorie>().Select(r => r.Categorie)];
        Assiette = Projet.Somme(candidature.Projet.Depenses?.Where(Retenue), d => d.Montant(candidature.Projet.BaseRetenue));
        Tranche = reglement.TranchePour(Population);
        Bornes = CalculerBornes();
        Constats = [.. reglement.Regles.SelectMany(r => r.Regle.Examiner(r, this))];
    }

    /// <summary>The règlement in the version that judges.</summary>
    public Reglement Reglement { get; }

    /// <summary>Who, what, when.</summary>
    public Candidature Candidature { get; }

    /// <summary>What lies beyond the dossier.</summary>
    public Situation Situation { get; }

    public Moment Moment { get; }

    /// <summary>The decision being recorded; null before.</summary>
    public DecisionProposee? Decision { get; }

    /// <summary>The quarterly report being judged; null before the award.</summary>
    public Suivi.EtatsDesLieux.EtatDesLieuxJuge? EtatDesLieux { get; }

    /// <summary>The act being judged; null before, and where its plan alone is.</summary>
    public Suivi.ActeJuge? Acte { get; }

    public Projet Projet => Candidature.Projet;

    /// <summary>Population of the porteur on the reference of the règlement; null when unknown or zero.</summary>
    public int? Population { get; }

    /// <summary>Categories that never count, whatever the porteur ticks (I6).</summary>
    public ImmutableHashSet<CategorieDepense> Exclues { get; }

    /// <summary>Sum of the eligible costs, in euros (I5); null when not said.</summary>
    public Euros? Assiette { get; }

    /// <summary>The band of the porteur; null where there is none.</summary>
    public Tranche? Tranche { get; }

    /// <summary>The band, unless the porteur's type or population is refused.</summary>
    public Tranche? TrancheApplicable => Porteur.EstAdmis(this) ? Tranche : null;

    /// <summary>Percents that a rate is compared with: those of the band, else 100.</summary>
    public ImmutableArray<decimal> TauxBornes =>
        Tranche is not { } tranche ? [100m]
        : tranche.Min is { } min ? [min.Pourcentage, tranche.Max.Pourcentage]
        : [tranche.Max.Pourcentage];

    /// <summary>Lowest and highest amounts; null where no rate applies or the assiette is not said.</summary>
    public Bornes? Bornes { get; }

    /// <summary>The amount judged: granted at the decision, asked before; null when not said.</summary>
    public Euros? Montant => Decision is { Type: TypeDecision.Accord } d ? d.MontantAccorde : Projet.MontantDemande;

    /// <summary>What the collectivités must bear: eligible cost less what others have granted (R15), never below zero.</summary>
    public Euros? PartDesCollectivites => Assiette is { } assiette && AutresAcquis() is { } acquis ? assiette.Moins(acquis) : null;

    /// <summary>Every constat of every active rule, in the order of a dossier's life.</summary>
    public ImmutableArray<Constat> Constats { get; }

    /// <summary>Non eligible when a constat blocks, else « à vérifier » when a blocking rule lacks a value.</summary>
    public Verdict Verdict =>
        Constats.Any(c => c.EstBloquant) ? Verdict.NonEligible
        : Constats.Any(c => c.Resultat == ResultatConstat.AVerifier && EstBloquante(c)) ? Verdict.AVerifier
        : Verdict.Eligible;

    private bool EstBloquante(Constat constat) => Reglement.Regles.Any(r => r.Code == constat.Activee && r.Mode == ModeRegle.Bloquant);

    /// <summary>Examines a candidature: depends on nothing but its arguments, and never throws.</summary>
    public static Examen Faire(
        Reglement reglement,
        Candidature candidature,
        Situation situation,
        Moment moment,
        DecisionProposee? decision = null,
        Suivi.EtatsDesLieux.EtatDesLieuxJuge? etatDesLieux = null,
        Suivi.ActeJuge? acte = null
    ) => new(reglement, candidature, situation, moment, decision, etatDesLieux, acte);

    /// <summary>True when a cost counts in the assiette.</summary>
    public bool Retenue(LigneDepense ligne) => ligne.Eligible && !Exclues.Contains(ligne.Categorie);

    private Euros? AutresAcquis() =>
        Projet.Ressources is null
            ? Euros.Zero
            : Projet.Somme(
                Projet.Ressources.Value.Where(r =>
                    r.Statut == StatutRessource.Acquis && r.Type is not (TypeRessource.FITN or TypeRessource.Autofinancement)
                ),
                r => r.Montant
            );

    private Bornes? CalculerBornes()
    {
        var sansTaux = Reglement.Tranches.Length > 0 && Tranche is null;
        if (Assiette is not { } assiette || sansTaux || !Porteur.EstAdmis(this))
            return null;
        if (Tranche is { } tranche)
            return new Bornes(tranche, tranche.Min is { } min ? assiette.Plancher(min) : Euros.UnCentime, assiette.Plafond(tranche.Max));
        var plafond = Reglement.Applique<PartALaChargeDesCollectivites>() ? PartDesCollectivites ?? assiette : assiette;
        return new Bornes(null, Euros.UnCentime, Euros.Min(assiette, plafond));
    }
}

/// <summary>Whether a règlement admits a body by its type and population: what decides if a rate exists for it.</summary>
internal static class Porteur
{
    internal static bool EstAdmis(Examen examen) =>
        examen
            .Reglement.Regles.Where(r => r.Mode == ModeRegle.Bloquant && r.Regle is IFiltreLePorteur)
            .All(r => ((IFiltreLePorteur)r.Regle).Admet(examen.Candidature.Porteur, r.Parametres, examen.Reglement));
}
