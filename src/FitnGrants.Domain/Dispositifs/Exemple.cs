using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;

namespace FitnGrants.Domain.Dispositifs;

/// <summary>A case that the rule itself judges where it is shown: an example cannot say what the rule does not do.</summary>
/// <param name="Cas">The case, in one sentence.</param>
/// <param name="Candidature">What is judged.</param>
/// <param name="Situation">What lies beyond it.</param>
public sealed record Exemple(string Cas, Candidature Candidature, Situation Situation)
{
    /// <summary>The decision judged; null before the session.</summary>
    public DecisionProposee? Decision { get; init; }

    /// <summary>The report judged; null before the award.</summary>
    public EtatDesLieuxJuge? EtatDesLieux { get; init; }

    /// <summary>The act judged; null before the award.</summary>
    public ActeJuge? Acte { get; init; }

    /// <summary>What the rule answers: its gravest constat; null when it has nothing to say.</summary>
    public Constat? Juger(Reglement reglement, RegleActivee activee)
    {
        var seule = reglement with
        {
            Regles =
            [
                .. reglement.Regles.Where(r =>
                    r.Code == activee.Code
                    || r.Regle
                        is Dossiers.Regles.IFiltreLePorteur
                            or Dossiers.Regles.IExclutUneCategorie
                            or Dossiers.Regles.PartALaChargeDesCollectivites
                ),
            ],
        };
        var constats = Examen.Faire(seule, Candidature, Situation, MomentDe(activee.Regle), Decision, EtatDesLieux, Acte).Constats;
        return constats.Where(c => c.Activee == activee.Code).PlusGrave();
    }

    private static Moment MomentDe(Regle regle) =>
        new[] { Moment.Depot, Moment.Decision, Moment.OrdreDuJour, Moment.Suivi, Moment.Acte }.FirstOrDefault(
            m => regle.Moments.HasFlag(m),
            Moment.Simulation
        );
}

/// <summary>The ordinary candidature of a dispositif, that every rule accepts; an example changes one thing in it.</summary>
public sealed class Modele
{
    private readonly Euros cout = new(20_000m);
    private readonly Euros demande = new(16_000m);

    public Modele(Reglement reglement)
    {
        Reglement = reglement;
        Voisine = Commune("Commune voisine", "999999997", 1_200);
        var jour = reglement.OuvertLe.AddDays(92);
        Candidature = new Candidature
        {
            Porteur = Commune("Commune d’exemple", "999999998", 5_000),
            Projet = ProjetType(jour),
            Identite = new Identite
            {
                Siret = "99999999800017",
                Adresse = "1 place de la Mairie",
                RepresentantLegal = "Maire",
                Contact = "Mairie",
                Courriel = "mairie@commune.example",
            },
            Instant = JourDeParis.ALHeure(jour, new TimeOnly(9, 0)),
        };
        Situation = new Situation
        {
            Disponible = reglement.Enveloppe,
            LimitesOrdreDuJour = [.. reglement.Seances.Select(s => s.Jour.AddDays(-(reglement.DelaiOrdreDuJourJours ?? 0)))],
        };
    }

    public Reglement Reglement { get; }

    public Candidature Candidature { get; }

    public Situation Situation { get; }

    /// <summary>Another collectivité, for groupements.</summary>
    public Beneficiaire Voisine { get; }

    /// <summary>An ordinary accord of what is asked.</summary>
    public DecisionProposee Accord =>
        new()
        {
            Type = TypeDecision.Accord,
            Motivation = "Le projet répond aux priorités du fonds.",
            Fondements = [Fondement.Priorite],
            MontantAccorde = demande,
        };

    /// <summary>With another candidature.</summary>
    public Exemple Avec(string cas, Func<Candidature, Candidature> change) =>
        new(Francais.Typographier(cas), change(Candidature), Situation);

    /// <summary>With another project.</summary>
    public Exemple Projet(string cas, Func<Projet, Projet> change) => Avec(cas, c => c with { Projet = change(c.Projet) });

    /// <summary>With another porteur.</summary>
    public Exemple Porteur(string cas, Func<Beneficiaire, Beneficiaire> change) => Avec(cas, c => c with { Porteur = change(c.Porteur) });

    /// <summary>A commune of so many inhabitants.</summary>
    public Exemple DePopulation(int population) =>
        Porteur($"Une commune de {Libelles.Habitants(population)}.", b =>
            b with
            {
                PopulationTotale = population,
                PopulationMunicipale = population,
            }
        );

    /// <summary>A plan of one eligible cost, what is asked, the rest by oneself.</summary>
    public Exemple Plan(string cas, Euros total, Euros montant) =>
        Projet(cas, p => p with { Depenses = [Ligne(total)], Ressources = Ressources(total, montant) });

    /// <summary>Knowing something else beyond the dossier.</summary>
    public Exemple Sachant(string cas, Func<Situation, Situation> change) =>
        new(Francais.Typographier(cas), Candidature, change(Situation));

    public Exemple Decider(string cas, DecisionProposee decision, Func<Situation, Situation>? change = null) =>
        Sachant(cas, change ?? (s => s)) with
        {
            Decision = decision,
        };

    public Exemple Acter(string cas, Func<ActeJuge, ActeJuge> change) =>
        Sachant(cas, s => s) with
        {
            Acte = change(
                new ActeJuge(
                    Suivi.Regles.FormeDeLActe.Requise(Reglement) ?? TypeActe.Arrete,
                    demande,
                    new TermesDeLActe { AvancePct = 30, AcomptesPct = 80 },
                    null,
                    Candidature.Jour
                )
            ),
        };

    public Exemple Rapporter(string cas, Func<EtatDesLieuxJuge, EtatDesLieuxJuge> change) =>
        Sachant(cas, s => s) with
        {
            EtatDesLieux = change(
                new EtatDesLieuxJuge
                {
                    Echeance = Candidature.Jour,
                    JugeLe = Candidature.Jour,
                    TransmisLe = Candidature.Jour,
                    Avancement = "Le portail est en ligne.",
                    DepensesPayees = demande,
                    Depense = demande,
                    CreditsConsommes = demande,
                    Entreprises = [],
                }
            ),
        };

    /// <summary>An eligible line of cost.</summary>
    public static LigneDepense Ligne(
        Euros montant,
        CategorieDepense categorie = CategorieDepense.Prestation,
        bool eligible = true,
        string? pays = null
    ) => new("Ligne d’exemple", categorie, montant, montant, eligible, pays);

    /// <summary>The fund, and the rest by oneself.</summary>
    public static System.Collections.Immutable.ImmutableArray<LigneRessource> Ressources(Euros total, Euros montant)
    {
        var fonds = new LigneRessource(TypeRessource.FITN, null, montant, StatutRessource.Sollicite, Preuve: null);
        return total > montant
            ? [fonds, new LigneRessource(TypeRessource.Autofinancement, null, total - montant, StatutRessource.Acquis, Preuve: null)]
            : [fonds];
    }

    private Beneficiaire Commune(string nom, string siren, int population) =>
        new()
        {
            Siren = siren,
            Nom = nom,
            Nature = NatureJuridique.Commune,
            Departement = Reglement.Departements[0],
            PopulationTotale = population,
            PopulationMunicipale = population,
            Millesime = 2018,
        };

    private Projet ProjetType(DateOnly jour) =>
        new()
        {
            Titre = "Portail des familles",
            Resume = "Inscriptions et paiements en ligne, conçus avec des parents et les agents.",
            Lieux = "Toute la commune",
            Thematiques = [Thematique.ServiceEnLigneDonneesDematerialisation],
            NaturesAppui = [NatureAppui.Deploiement],
            EtatAvancement = EtatAvancement.Conception,
            Regime = RegimeDepense.Investissement,
            Urbanisme = false,
            Laboratoire = new Laboratoire("Laboratoire d’exemple", Lettre: true),
            MethodeParticipative = "Trois ateliers avec des parents et des agents.",
            Indicateurs = new Indicateurs("Part des démarches faites en ligne", 12, 3_400, 12, "Ateliers en mairie"),
            Depenses = [Ligne(cout)],
            Ressources = Ressources(cout, demande),
            DateDebutPrevue = jour.AddDays(60),
            DateFinPrevue = jour.AddDays(400),
            DateEffetConcret = jour.AddDays(365),
        };
}
