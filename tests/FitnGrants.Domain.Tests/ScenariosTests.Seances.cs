using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;

namespace FitnGrants.Domain.Tests;

/// <summary>One project a collectivité, refusals, « à revoir », sessions, envelope and follow-up.</summary>
public sealed partial class ScenariosTests
{
    private static readonly AccordActif Lauréate = new(
        "BZH-V1",
        UneCandidature.Vern.Siren!,
        Individuel: true,
        "Portail famille et salles",
        "FITN-BZH-V1-2021-00001"
    );

    private static readonly RefusPrononce PortailRefuse = new(
        "BZH-V1",
        "FITN-BZH-V1-2021-00007",
        "Portail famille",
        [UneCandidature.Vern.Siren!],
        new DateOnly(2021, 6, 22)
    );

    private static Situation EnBretagne => Quand.Situation(UnReglement.Bretagne);

    [Fact]
    public void S24_Vern_déjà_lauréate_ne_dépose_pas_un_second_projet_individuel()
    {
        var dossier = UnDossier.Brouillon();
        Assert.Equal(new Euros(28_000m), dossier.Contenu.Projet.TotalDepenses);
        Assert.Equal(new Euros(20_720m), dossier.Contenu.Projet.MontantDemande);
        var resultat = dossier.Deposer(UnDossier.Depot(situation: EnBretagne with { Accords = [Lauréate] }));
        RefuseParUne(resultat.Refus, "R47", "déjà lauréate individuellement du projet « Portail famille et salles »");
        Assert.Equal(EtatDossier.Brouillon, dossier.Etat);
    }

    [Fact]
    public void S25_De_deux_candidats_de_la_même_commune_un_seul_reçoit_l_accord()
    {
        var (a, b) = (Candidat("Projet A"), Candidat("Projet B"));
        var seance = UneSeance.Ouverte(new DateOnly(2021, 9, 14), null, a, b);
        var accord = seance.Decide(a, UneSeance.Accord());
        Assert.True(accord.Resultat.EstAccepte);
        Assert.Equal(UneCandidature.LeGuerno.Siren, accord.Engagement!.SirenReserve);
        var apres = EnBretagne with { Accords = [new AccordActif(a.Dispositif, a.Siren, Individuel: true, a.Titre, a.Numero!)] };
        RefuseParUne(seance.Decide(b, UneSeance.Accord(), situation: apres).Resultat.Refus, "R47", "« Projet A »");
        Assert.Equal(EtatDossier.InscritSeance, b.Etat);
        Assert.True(seance.Decide(b, UneSeance.ARevoir(), situation: apres).Resultat.EstAccepte);

        static Dossier Candidat(string titre) =>
            UnDossier.Instruit(UneCandidature.Bretonne.De(UneCandidature.LeGuerno).Avec(p => p with { Titre = titre }));
    }

    [Fact]
    public void S26_Une_lauréate_mène_un_groupement_puis_un_second()
    {
        var groupement = UneCandidature.Bretonne.De(UneCandidature.Vern, UneCandidature.RennesMetropole);
        Assert.Empty(Refus(UnReglement.Bretagne, groupement, EnBretagne with { Accords = [Lauréate] }));
        var premier = Lauréate with { Individuel = false, Numero = "FITN-BZH-V1-2021-00002" };
        Assert.Empty(Refus(UnReglement.Bretagne, groupement, EnBretagne with { Accords = [Lauréate, premier] }));
    }

    [Fact]
    public void S28_Un_accord_abandonné_rend_l_enveloppe_et_la_place()
    {
        var tenu = EnBretagne with { Accords = [Lauréate], Disponible = new Euros(0m) };
        var rendu = tenu with { Accords = [], Disponible = tenu.Disponible + new Euros(20_720m) };
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(null, null, dossier);
        Assert.Equal(["R47", "R3"], seance.Decide(dossier, UneSeance.Accord(), situation: tenu).Resultat.Refus.Select(c => c.Regle));
        Assert.True(seance.Decide(dossier, UneSeance.Accord(), situation: rendu).Resultat.EstAccepte);
    }

    [Fact]
    public void S29_Un_groupement_mené_par_Rennes_attend_les_QPV_comme_bénéficiaires_et_lieu_d_expérimentation()
    {
        var rennes = UneCandidature.Corps("Rennes", Domain.Collectivites.NatureJuridique.Commune, "35", 221_898, "213502388", 217_728);
        bool Alerte(Domain.Collectivites.Beneficiaire chef, bool beneficiaire, bool experimentation)
        {
            var candidature = UneCandidature
                .Bretonne.De(chef, UneCandidature.Vern)
                .Avec(p => p with { Qpv = new Qpv(beneficiaire, experimentation, null) });
            Assert.Empty(Refus(UnReglement.Bretagne, candidature));
            return Alertes(UnReglement.Bretagne, candidature).Any(c => c.Regle == "R49");
        }
        Assert.True(Alerte(rennes, beneficiaire: false, experimentation: false));
        Assert.True(Alerte(rennes, beneficiaire: true, experimentation: false));
        Assert.False(Alerte(rennes, beneficiaire: true, experimentation: true));
        Assert.False(Alerte(UneCandidature.LeGuerno, beneficiaire: false, experimentation: false));
    }

    [Fact]
    public void S30_La_copie_d_un_projet_refusé_est_refusée_avec_son_dossier_et_sa_date()
    {
        var copie = UneCandidature.Bretonne.Avec(p => p with { Titre = "Guichet des parents" }) with { Origines = [PortailRefuse.Numero] };
        RefuseParUne(
            Refus(UnReglement.Bretagne, copie, EnBretagne with { Refus = [PortailRefuse] }),
            "R67",
            "refus le 22 juin 2021 (dossier FITN-BZH-V1-2021-00007)"
        );
    }

    [Fact]
    public void S31_Un_titre_voisin_se_dépose_avec_une_alerte_que_l_instruction_tranche_avec_un_motif()
    {
        var voisine = UneCandidature.Bretonne.Avec(p => p with { Titre = "Le portail des familles – version 2" });
        var situation = EnBretagne with
        {
            Refus = [PortailRefuse],
            Semblables = [new ProjetSemblable(PortailRefuse.Numero, PortailRefuse.Titre, PortailRefuse.Dispositif, 85)],
        };
        Situation Tranche(bool identique) =>
            situation with
            {
                Rapprochements = ImmutableDictionary<string, bool>.Empty.Add(PortailRefuse.Numero, identique),
            };
        Assert.Empty(Refus(UnReglement.Bretagne, voisine, situation));
        Assert.Contains(Alertes(UnReglement.Bretagne, voisine, situation), c => c.Regle == "R67");
        RefuseParUne(Refus(UnReglement.Bretagne, voisine, Tranche(identique: true)), "R67", "identique à « Portail famille »");
        Assert.Empty(Refus(UnReglement.Bretagne, voisine, Tranche(identique: false)));
        Assert.DoesNotContain(Alertes(UnReglement.Bretagne, voisine, Tranche(identique: false)), c => c.Regle == "R67");
        Assert.All(Enum.GetValues<Conclusion>(), c => Assert.True(Controle.ExigeUnMotif(ResultatConstat.Alerte, c)));
    }

    [Fact]
    public void S33_Un_autre_projet_de_la_même_commune_est_admis() =>
        Assert.Empty(
            Refus(
                UnReglement.Bretagne,
                UneCandidature.Bretonne.Avec(p => p with { Titre = "Capteurs de qualité de l’air" }),
                EnBretagne with
                {
                    Refus = [PortailRefuse],
                }
            )
        );

    [Fact]
    public void S35_À_revoir_deux_fois_la_seconde_donne_une_alerte_et_les_trois_versions_restent()
    {
        var dossier = UnDossier.Instruit();
        var depose = dossier.DeposeLe;
        var decisions = new List<Decision>();
        Assert.DoesNotContain(Decide(new DateOnly(2021, 6, 22), UneSeance.ARevoir()).Constats, c => c.Regle == "A17");
        Reprendre(Quand.Le(2021, 8, 30));
        Assert.Contains(Decide(new DateOnly(2021, 9, 14), UneSeance.ARevoir()).Constats, c =>
            c is { Regle: "A17", Resultat: ResultatConstat.Alerte }
        );
        Assert.Equal(2, dossier.NombreARevoir);
        Reprendre(Quand.Le(2021, 9, 30));
        Decide(new DateOnly(2021, 10, 19), UneSeance.Accord());
        Assert.Equal((EtatDossier.AccordSousReserve, depose), (dossier.Etat, dossier.DeposeLe));
        Assert.Equal([TypeDecision.ARevoir, TypeDecision.ARevoir, TypeDecision.Accord], decisions.Select(d => d.Type));
        Assert.Equal([1, 2, 3], decisions.Select(d => d.VersionDossier));
        Assert.Equal(
            ["Toute la commune", "Suite de la version 1", "Suite de la version 2"],
            dossier.Versions.Select(v => v.Contenu.Projet.Lieux)
        );

        Resultat Decide(DateOnly jour, DecisionProposee proposee)
        {
            var (resultat, decision) = UneSeance.Ouverte(jour, null, dossier).Decide(dossier, proposee);
            Assert.True(resultat.EstAccepte);
            dossier.Notifier(decision!, UnReglement.Bretagne, UnDossier.Secretaire, JourDeParis.Fin(jour));
            decisions.Add(decision!);
            return resultat;
        }

        void Reprendre(DateTimeOffset instant)
        {
            var suite = dossier.Contenu.Projet with { Lieux = $"Suite de la version {dossier.Version}" };
            dossier.Enregistrer(UnDossier.Contenu(suite), instant);
            Assert.True(dossier.Deposer(UnDossier.Depot(instant)).EstAccepte);
            dossier.PrendreEnCharge(UnDossier.PriseEnCharge());
            UnDossier.Clore(dossier);
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("                         ", true)]
    [InlineData(UneSeance.Motivation, false)]
    public void S38_Un_refus_sans_motivation_ou_sans_fondement_est_refusé_et_rien_n_est_enregistré(string motivation, bool fonde)
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(null, null, dossier);
        var (revision, faits) = (dossier.Revision, dossier.Faits.Count);
        var (resultat, decision) = seance.Decide(
            dossier,
            UneSeance.Refus() with
            {
                Motivation = motivation,
                Fondements = fonde ? [Fondement.Exclusion] : [],
            }
        );
        RefuseParUne(resultat.Refus, "R64", "La décision doit être motivée au vu des critères, valeurs, priorités ou exclusions");
        Assert.Null(decision);
        Assert.Equal((EtatDossier.InscritSeance, revision, faits), (dossier.Etat, dossier.Revision, dossier.Faits.Count));
        Assert.Equal(EtatPoint.Inscrit, Assert.Single(seance.Points).Etat);
    }

    [Fact]
    public void S54_Le_suivi_est_dû_chaque_trimestre_avec_les_entreprises_et_leur_siège()
    {
        var echeances = CalendrierDesEtats.Echeances(new DateOnly(2021, 11, 30)).Take(3).ToList();
        Assert.Equal([new(2022, 2, 28), new(2022, 5, 30), new(2022, 8, 30)], echeances);
        var rendu = new EtatDesLieuxJuge
        {
            Echeance = echeances[0],
            JugeLe = echeances[0],
            TransmisLe = echeances[0],
            Avancement = "Le portail est en ligne.",
            DepensesPayees = new Euros(31_250m),
            Depense = new Euros(31_250m),
            CreditsConsommes = new Euros(25_000m),
            Entreprises = [new EntrepriseAttributaire("Éditeur", "68", new Euros(25_000m))],
        };
        Assert.All(Suivre(rendu), c => Assert.Equal(ResultatConstat.Conforme, c.Resultat));
        Assert.Contains(Suivre(rendu with { Entreprises = null }), c => c is { Regle: "R78", EstBloquant: true });
        Assert.Contains(Suivre(rendu with { Entreprises = [new EntrepriseAttributaire("Éditeur", null, null)] }), c =>
            c is { Regle: "R78", EstBloquant: true }
        );
        var depasse = Suivre(rendu with { DepensesPayees = new Euros(32_500m) });
        Assert.Contains(depasse, c => c is { Regle: "R77", Resultat: ResultatConstat.Alerte });
        Assert.DoesNotContain(depasse, c => c.EstBloquant);

        static ImmutableArray<Constat> Suivre(EtatDesLieuxJuge etat) =>
            Examen.Faire(UnReglement.HautRhin, UneCandidature.HautRhinoise, new Situation(), Moment.Suivi, null, etat).Constats;
    }
}
