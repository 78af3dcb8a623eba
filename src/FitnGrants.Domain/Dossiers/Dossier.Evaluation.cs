using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>What the agent retains of a project: costs set aside, ratings, the amount that it proposes to the session.</summary>
public sealed partial class Dossier
{
    /// <summary>Highest rating of a criterion or of a value (A21).</summary>
    public const int CoteMaximale = 3;

    /// <summary>Costs that the agent has set aside, of whatever deposit.</summary>
    public ImmutableArray<DepenseEcartee> Ecartees { get; private set; } = [];

    /// <summary>What the agent proposes to grant, in euros; null until the instruction is closed with an amount.</summary>
    public Euros? MontantPropose { get; private set; }

    /// <summary>
    /// Eligible cost that the instruction retains, in euros: that of the deposit, less what was set aside; null before a deposit.
    /// </summary>
    public Euros? AssietteRetenue { get; private set; }

    /// <summary>
    /// What was asked, brought down to what the retained cost leaves, in euros; zero where no amount is possible; null before a deposit.
    /// </summary>
    public Euros? MontantRamene { get; private set; }

    /// <summary>The amount that the instruction retains: what it proposes, else what was asked, brought down.</summary>
    public Euros? MontantRetenu => MontantPropose ?? MontantRamene;

    /// <summary>Cost and amount that the instruction retains of a version: of an earlier one, what it said itself.</summary>
    public (Euros? Assiette, Euros? Montant) RetenuDe(VersionDeposee version) =>
        version.Version == Version ? (AssietteRetenue, MontantRetenu) : (version.Assiette, version.MontantDemande);

    /// <summary>Computes again what is retained: after each deposit, and each time a cost is set aside or counted again.</summary>
    public void Retenir(Reglement reglement)
    {
        if (!EcarteesEnVigueur.Any())
        {
            (AssietteRetenue, MontantRamene) = (Assiette, MontantDemande);
            return;
        }
        var examen = Evaluer(reglement);
        AssietteRetenue = examen.Assiette ?? Euros.Zero;
        MontantRamene = examen.Bornes is { Admettent: true } ? examen.Projet.MontantDemande : Euros.Zero;
    }

    /// <summary>Those that still hold: their line of the plan is what it was.</summary>
    public IEnumerable<DepenseEcartee> EcarteesEnVigueur => Ecartees.Where(e => LigneAuRang(e.Rang) == e.Ligne);

    /// <summary>
    /// The project as it is retained: costs set aside count no more, and what is asked is brought down to what they leave,
    /// the applicant's own money taking the difference. The deposited project where nothing was set aside.
    /// </summary>
    public Projet ProjetRetenu(Reglement reglement)
    {
        var ecartes = EcarteesEnVigueur.ToDictionary(e => e.Rang, e => e.Motif);
        if (ecartes.Count == 0)
            return Contenu.Projet;
        var retenu = Contenu.Projet with
        {
            Depenses =
            [
                .. Contenu.Projet.Depenses!.Value.Select(
                    (l, i) => ecartes.TryGetValue(i, out var motif) ? l with { Eligible = false, MotifIneligibilite = motif } : l
                ),
            ],
        };
        return Evaluer(reglement, retenu).Bornes is { Admettent: true } bornes && retenu.MontantDemande > bornes.Plafond
            ? retenu.Ramener(bornes.Plafond)
            : retenu;
    }

    /// <summary>Assiette, band and bounds of the project as it is retained.</summary>
    public Examen Evaluer(Reglement reglement) => Evaluer(reglement, ProjetRetenu(reglement));

    /// <summary>
    /// Sets a cost aside, with a reason that the session reads. The lines of the grid that say something else are to be concluded again.
    /// </summary>
    /// <exception cref="ActeImpossibleException">The instruction is not open, or the line does not count.</exception>
    public Resultat EcarterUneDepense(MiseALEcart acte)
    {
        Exiger(Etat == EtatDossier.EnInstruction);
        if (LigneAuRang(acte.Rang) is not { Eligible: true } ligne || EcarteesEnVigueur.Any(e => e.Rang == acte.Rang))
            throw new ActeImpossibleException("Action impossible : cette dépense ne compte pas dans le coût éligible.");
        if (string.IsNullOrWhiteSpace(acte.Motif))
            return Resultat.De([Manque(null, "Dites pourquoi cette dépense est écartée.", "motif")]);
        Ecartees =
        [
            .. EcarteesEnVigueur,
            new DepenseEcartee(acte.Rang, ligne, acte.Motif.Trim(), acte.Contexte.Par.Fonction, acte.Contexte.Instant),
        ];
        // An amount proposed before, on other costs, is proposed no more.
        MontantPropose = null;
        Retenir(acte.Contexte.Reglement);
        Rejuger(acte.Contexte);
        Noter(new EcarterUneDepense(acte.Contexte.Par.Fonction, ligne.Libelle, acte.Motif.Trim()), Etat);
        return Resultat.De([]);
    }

    /// <summary>Counts again a cost that was set aside.</summary>
    /// <exception cref="ActeImpossibleException">The instruction is not open, or the line is not set aside.</exception>
    public void ReintegrerUneDepense(int rang, PriseEnCharge contexte)
    {
        Exiger(Etat == EtatDossier.EnInstruction);
        if (EcarteesEnVigueur.FirstOrDefault(e => e.Rang == rang) is not { } ecartee)
            throw new ActeImpossibleException("Action impossible : cette dépense n’est pas écartée.");
        Ecartees = [.. EcarteesEnVigueur.Where(e => e != ecartee)];
        MontantPropose = null;
        Retenir(contexte.Reglement);
        Rejuger(contexte);
        Noter(new ReintegrerUneDepense(contexte.Par.Fonction, ecartee.Ligne.Libelle), Etat);
    }

    /// <summary>Rates criteria and values, 0 to 3; null takes a rating back. What is not rated by its rule refuses the whole.</summary>
    /// <exception cref="ActeImpossibleException">The instruction is not open, or a rating makes no sense.</exception>
    public void Coter(IReadOnlyDictionary<Guid, int?> cotes, Reglement reglement, Acteur par)
    {
        Exiger(Etat == EtatDossier.EnInstruction);
        var lignes = Grille.Where(c => cotes.ContainsKey(c.Id) && c.Cote != cotes[c.Id]).ToList();
        if (lignes.Exists(c => cotes[c.Id] is < 0 or > CoteMaximale || !SeCote(c, reglement)))
            throw new ActeImpossibleException($"Action impossible : une cote va de 0 à {CoteMaximale}, pour un critère ou une valeur.");
        if (lignes.Count == 0)
            return;
        foreach (var ligne in lignes)
            ligne.Coter(cotes[ligne.Id]);
        Noter(new Coter(par.Fonction, string.Join(' ', lignes.Select(c => $"{c.Regle}={c.Cote}"))), Etat);
    }

    /// <summary>True for a line that the agent rates.</summary>
    public static bool SeCote(Controle controle, Reglement reglement) =>
        reglement.Regles.Any(r => r.Code == controle.Regle && r.Regle.SeCote);

    /// <summary>What is wrong with an amount proposed: outside its bounds, over what was asked, or over what is left.</summary>
    private IEnumerable<Constat> JugerLaProposition(Cloture acte)
    {
        if (acte.Montant is not { } montant)
            yield break;
        var bornes = Evaluer(acte.Reglement!).Bornes;
        if (bornes is not { Admettent: true })
            yield return Manque(null, "Aucun montant ne peut être proposé : le règlement n’en admet pas pour ce projet.", "montant");
        else if (montant < bornes.Plancher)
            yield return Manque(null, $"Proposez au moins {bornes.Plancher}, le minimum de ce projet.", "montant");
        else if (montant > bornes.Plafond)
            yield return Manque(null, $"Proposez au plus {bornes.Plafond}, le maximum de ce projet.", "montant");
        if (montant > MontantDemande)
            yield return Manque(null, $"Proposez au plus {MontantDemande}, le montant demandé.", "montant");
        if (montant > acte.Disponible)
            yield return Manque(null, $"Il ne reste que {acte.Disponible} dans l’enveloppe.", "montant");
    }

    /// <summary>What the grid, the agenda and the session judge: the project as it is retained.</summary>
    internal Candidature CandidatureRetenue(Reglement reglement, DateTimeOffset instant) =>
        Candidature(Porteur!, instant, Membres) with
        {
            Projet = ProjetRetenu(reglement),
        };

    private Examen Evaluer(Reglement reglement, Projet projet) =>
        Examen.Faire(
            reglement,
            Candidature(Porteur!, DeposeLe!.Value, Membres) with
            {
                Projet = projet,
            },
            new Situation(),
            Moment.Simulation
        );

    private LigneDepense? LigneAuRang(int rang) =>
        Contenu.Projet.Depenses is { } lignes && rang >= 0 && rang < lignes.Length ? lignes[rang] : null;

    /// <summary>What the rules say of the project as it is retained.</summary>
    private Examen ExaminerPourLaGrille(PriseEnCharge contexte) =>
        Examen.Faire(
            contexte.Reglement,
            CandidatureRetenue(contexte.Reglement, contexte.Instant) with
            {
                Pieces = contexte.Pieces,
            },
            Completer(contexte.Situation) with
            {
                PremierDepot = NombreARevoir == 0,
            },
            Moment.Instruction
        );

    /// <summary>Asks the rules again, and gives the lines that find something else.</summary>
    private List<Controle> Rejuger(PriseEnCharge contexte)
    {
        var autres = new List<Controle>();
        foreach (var nouvelle in Controle.DepuisExamen(ExaminerPourLaGrille(contexte), Version).ToList())
        {
            var ligne = Grille.FirstOrDefault(c => c.Regle == nouvelle.Regle);
            if (ligne is null)
                controles.Add(nouvelle);
            if (ligne is null || ligne.Rejuger(nouvelle))
                autres.Add(ligne ?? nouvelle);
        }
        return autres;
    }
}
