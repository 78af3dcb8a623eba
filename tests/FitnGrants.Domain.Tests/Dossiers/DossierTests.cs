using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class DossierTests
{
    private static readonly Dictionary<string, (Action<Dossier> Verbe, EtatDossier[] Permis)> Verbes = new(StringComparer.Ordinal)
    {
        ["Enregistrer"] = (
            d => d.Enregistrer(d.Contenu, Quand.Le(2021, 7, 1)),
            [EtatDossier.Brouillon, EtatDossier.EnReconstruction, EtatDossier.ACompleter]
        ),
        ["DemanderDesComplements"] = (d => d.DemanderDesComplements(UnDossier.Demande()), [EtatDossier.EnInstruction]),
        ["RepondreALaDemande"] = (d => d.RepondreALaDemande(UnDossier.Depot(), "Voici.", change: false), [EtatDossier.ACompleter]),
        ["ReprendreSansReponse"] = (d => d.ReprendreSansReponse(UnDossier.Instructeur, Quand.Le(2021, 7, 1)), [EtatDossier.ACompleter]),
        ["Deposer"] = (d => d.Deposer(UnDossier.Depot()), [EtatDossier.Brouillon, EtatDossier.EnReconstruction]),
        ["PrendreEnCharge"] = (d => d.PrendreEnCharge(UnDossier.PriseEnCharge()), [EtatDossier.Depose]),
        ["Confier"] = (
            d => d.Confier(new Attribution(UnDossier.Instructeur, Guid.CreateVersion7())),
            [EtatDossier.Depose, EtatDossier.EnInstruction, EtatDossier.ACompleter, EtatDossier.Instruit]
        ),
        ["EcarterUneDepense"] = (
            d => d.EcarterUneDepense(new MiseALEcart(0, "Hors sujet.", UnDossier.PriseEnCharge())),
            [EtatDossier.EnInstruction]
        ),
        ["Coter"] = (d => d.Coter(new Dictionary<Guid, int?>(), UnReglement.Bretagne, UnDossier.Instructeur), [EtatDossier.EnInstruction]),
        ["Conclure"] = (d => d.Conclure([], UnDossier.Instructeur, Quand.Le(2021, 7, 1)), [EtatDossier.EnInstruction]),
        ["RemettreAVerifier"] = (d => d.RemettreAVerifier([], UnDossier.Instructeur), [EtatDossier.EnInstruction]),
        ["Clore"] = (d => d.Clore(new Cloture(UnDossier.Instructeur, Quand.Le(2021, 7, 1), null)), [EtatDossier.EnInstruction]),
        ["DeclarerIrrecevable"] = (d => d.DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite()), [EtatDossier.EnInstruction]),
        ["Reorienter"] = (d => d.Reorienter(UnDossier.ActeDeReorientation()), [EtatDossier.EnInstruction]),
        ["JugerLaSimilitude"] = (
            d =>
                d.JugerLaSimilitude(
                    new JugementDeSimilitude(
                        UnDossier.Instructeur,
                        Quand.Le(2021, 7, 1),
                        UnReglement.Bretagne,
                        "FITN-BZH-V1-2021-00009",
                        Identique: false,
                        "Autre objet."
                    )
                ),
            [EtatDossier.EnInstruction]
        ),
        ["Rouvrir"] = (d => d.Rouvrir(UnDossier.PriseEnCharge()), [EtatDossier.Instruit]),
        ["AnnulerLaCloture"] = (d => d.AnnulerLaCloture(UnDossier.Instructeur, Recevabilite.EnAttente), [EtatDossier.Instruit]),
        ["Inscrire"] = (d => UneSeance.Planifiee().Inscrire(d, UnReglement.Bretagne, UnDossier.Secretaire), [EtatDossier.Instruit]),
    };

    public static TheoryData<string, EtatDossier> TousLesCas() =>
        [.. Verbes.Keys.SelectMany(_ => Enum.GetValues<EtatDossier>(), (v, e) => (v, e))];

    [Theory]
    [MemberData(nameof(TousLesCas))]
    public void Chaque_verbe_n_est_possible_que_dans_ses_états(string verbe, EtatDossier etat)
    {
        var dossier = UnDossier.A(etat);
        Assert.Equal(etat, dossier.Etat);
        var revision = dossier.Revision;
        var (agir, permis) = Verbes[verbe];
        if (permis.Contains(etat))
        {
            agir(dossier);
            return;
        }
        var exception = Assert.Throws<ActeImpossibleException>(() => agir(dossier));
        Assert.Contains(Etats.Libelle(etat), exception.Message, StringComparison.Ordinal);
        Assert.Equal((etat, revision), (dossier.Etat, dossier.Revision));
    }

    [Theory]
    [InlineData(2021, 2, 28)]
    [InlineData(2022, 4, 1)]
    public void Un_brouillon_ne_se_crée_que_dans_un_dispositif_ouvert(int annee, int mois, int jour) =>
        Assert.Throws<ActeImpossibleException>(() =>
            Dossier.Creer(
                UnReglement.Bretagne,
                UnDossier.Collectivite(UneCandidature.Vern),
                UnDossier.Representant,
                "j",
                Quand.Le(annee, mois, jour)
            )
        );

    [Fact]
    public void Enregistrer_un_brouillon_n_est_pas_un_acte()
    {
        var dossier = UnDossier.Brouillon();
        var (faits, revision) = (dossier.Faits.Count, dossier.Revision);
        dossier.Enregistrer(dossier.Contenu, Quand.Le(2021, 5, 3));
        Assert.Equal((faits, revision + 1), (dossier.Faits.Count, dossier.Revision));
        Assert.Null(dossier.Numero);
        Assert.Equal("jeton", dossier.Adresse);
    }

    [Fact]
    public void Le_dépôt_fixe_numéro_instant_et_population()
    {
        var dossier = UnDossier.Depose();
        Assert.Equal(("FITN-BZH-V1-2021-00001", EtatDossier.Depose, 1), (dossier.Numero, dossier.Etat, dossier.Version));
        Assert.Equal(UnDossier.DateDeDepot, dossier.DeposeLe);
        Assert.Equal(UneCandidature.Vern, dossier.Porteur);
        Assert.Equal((new Euros(20_720m), new Euros(28_000m)), (dossier.MontantDemande!.Value, dossier.Assiette!.Value));
        Assert.Equal(new DateOnly(2021, 7, 10), dossier.EcheanceLe);
        var fait = dossier.Faits[^1];
        Assert.Equal((Acte.Deposer, "Brouillon", "Depose"), (fait.Acte, fait.Avant, fait.Apres));
    }

    [Fact]
    public void Un_dépôt_refusé_ne_change_rien_et_donne_toutes_les_raisons()
    {
        var dossier = UnDossier.Brouillon(
            UneCandidature.Bretonne.Avec(p => p.Finance(100m, 100.01m) with { Thematiques = [], Urbanisme = true, Titre = null })
        );
        var (revision, faits) = (dossier.Revision, dossier.Faits.Count);
        var resultat = dossier.Deposer(UnDossier.Depot() with { Certifie = false });
        Assert.Subset(
            resultat.Refus.Select(r => r.Champ ?? r.Regle).ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(["thematiques", "urbanisme", "titre", "montant", "ressources", "certifie"], StringComparer.Ordinal)
        );
        Assert.Equal((EtatDossier.Brouillon, 0, revision, faits), (dossier.Etat, dossier.Version, dossier.Revision, dossier.Faits.Count));
        Assert.Null(dossier.Numero);
        Assert.Null(dossier.DeposeLe);
        Assert.Null(dossier.Porteur);
        Assert.Null(dossier.MontantDemande);
        Assert.Empty(dossier.Versions);
    }

    [Fact]
    public void Sans_attestation_le_dépôt_est_refusé() =>
        Assert.Equal("certifie", Assert.Single(UnDossier.Brouillon().Deposer(UnDossier.Depot() with { Certifie = false }).Refus).Champ);

    [Fact]
    public void À_23_h_59_le_27_août_le_dépôt_est_reçu_et_à_minuit_refusé()
    {
        var instant = Quand.Z("2021-08-27T21:59:59.999Z");
        var dossier = UnDossier.Depose(UneCandidature.HautRhinoise, UnReglement.HautRhin, instant);
        Assert.Equal("27 août 2021 à 23 h 59", Lisible.De(Francais.DateEtHeure(dossier.DeposeLe!.Value)));
        Assert.Equal(
            ["R6", "R71"],
            UnDossier
                .Brouillon(UneCandidature.HautRhinoise, UnReglement.HautRhin)
                .Deposer(UnDossier.Depot(instant.AddMilliseconds(1), UnReglement.HautRhin, UneCandidature.Riquewihr))
                .Refus.Select(r => r.Regle)
        );
    }

    [Fact]
    public void Un_nouveau_millésime_ne_déplace_pas_un_dossier_déposé()
    {
        var porteur = UneCandidature.Feldkirch with { PopulationTotale = 998, PopulationMunicipale = 990 };
        var candidature = UneCandidature.HautRhinoise.De(porteur).Avec(p => p.Finance(20_000m, 20_000m));
        var dossier = UnDossier.EnInstruction(candidature, UnReglement.HautRhin, Quand.Le(2021, 8, 20));
        var jugee = dossier.Candidature(porteur with { PopulationTotale = 1_003 }, Quand.Le(2022, 1, 2), []);
        Assert.Equal(998, jugee.Porteur.Population(PopulationReference.Totale));
        Assert.Equal(ResultatConstat.Conforme, dossier.Grille.Single(c => c.Regle == "R20").Propose);
    }

    [Theory]
    [InlineData(2021, 8, 27, 2021, 10, 27, 2022, 4, 27)]
    [InlineData(2021, 12, 31, 2022, 2, 28, 2022, 8, 31)]
    public void Les_délais_courent_de_deux_et_huit_mois(int a, int m, int j, int a2, int m2, int j2, int a8, int m8, int j8)
    {
        Assert.Equal(new DateOnly(a2, m2, j2), DelaiLegal.TermeDeRecevabilite(new DateOnly(a, m, j)));
        Assert.Equal(new DateOnly(a8, m8, j8), DelaiLegal.TermeDeDecision(new DateOnly(a, m, j)));
    }

    [Fact]
    public void Une_lauréate_ne_dépose_pas_un_second_projet_individuel()
    {
        var accord = new AccordActif("BZH-V1", UneCandidature.Vern.Siren!, Individuel: true, "Portail famille", "FITN-BZH-V1-2021-00009");
        var refus = UnDossier
            .Brouillon()
            .Deposer(UnDossier.Depot(situation: Quand.Situation(UnReglement.Bretagne) with { Accords = [accord] }))
            .Refus;
        Assert.Contains("« Portail famille »", Lisible.De(Assert.Single(refus).Message), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Le portail famille", false)]
    [InlineData("Capteurs de qualité de l’air", true)]
    public void Un_projet_refusé_ne_se_redépose_pas_mais_un_autre_oui(string titre, bool admis)
    {
        var refuse = new RefusPrononce(
            "BZH-V1",
            "FITN-BZH-V1-2021-00002",
            "Portail famille",
            [UneCandidature.Vern.Siren!],
            new DateOnly(2021, 6, 22)
        );
        var resultat = UnDossier
            .Brouillon(UneCandidature.Bretonne.Avec(p => p with { Titre = titre }))
            .Deposer(UnDossier.Depot(situation: Quand.Situation(UnReglement.Bretagne) with { Refus = [refuse] }));
        Assert.Equal(admis, resultat.EstAccepte);
    }

    [Fact]
    public void Après_à_revoir_le_redépôt_ne_regarde_plus_le_calendrier()
    {
        var dossier = UnDossier.A(EtatDossier.EnReconstruction);
        var tard = Quand.Le(2022, 5, 1);
        var resultat = dossier.Deposer(
            UnDossier.Depot(tard, situation: new Situation()) with
            {
                Numero = "AUTRE",
                Porteur = UneCandidature.LeGuerno,
            }
        );
        Assert.True(resultat.EstAccepte);
        Assert.Empty(resultat.Constats.Select(c => c.Regle).Intersect(["R6", "R71", "R72", "A11"]));
        Assert.Equal(("FITN-BZH-V1-2021-00001", 2), (dossier.Numero, dossier.Version));
        Assert.Equal((UnDossier.DateDeDepot, tard), (dossier.DeposeLe!.Value, dossier.DernierDepotLe!.Value));
        Assert.Equal(UneCandidature.Vern, dossier.Porteur);
        Assert.Equal([1, 2], dossier.Versions.Select(v => v.Version));
    }

    [Fact]
    public void Après_à_revoir_les_autres_règles_bloquent_encore()
    {
        var dossier = UnDossier.A(EtatDossier.EnReconstruction);
        dossier.Enregistrer(UnDossier.Contenu(UneCandidature.Bretonne.Projet with { Thematiques = [] }), Quand.Le(2021, 7, 1));
        Assert.False(dossier.Deposer(UnDossier.Depot(Quand.Le(2021, 7, 2))).EstAccepte);
        Assert.Equal((EtatDossier.EnReconstruction, 1), (dossier.Etat, dossier.Version));
    }

    [Fact]
    public void Tant_que_l_à_revoir_n_est_pas_notifié_le_porteur_lit_en_séance_et_n_écrit_pas()
    {
        var (dossier, decision) = UnDossier.DecideNonNotifie(UneSeance.ARevoir());
        Assert.Equal((EtatDossier.InscritSeance, false), (dossier.EtatPourLePorteur, dossier.EstModifiable));
        Assert.Throws<ActeImpossibleException>(() => dossier.Enregistrer(dossier.Contenu, Quand.Le(2021, 6, 23)));
        Assert.Throws<ActeImpossibleException>(() => dossier.Deposer(UnDossier.Depot()));
        dossier.Notifier(decision, UnReglement.Bretagne, UnDossier.Secretaire, Quand.Le(2021, 6, 25));
        Assert.Equal(Quand.Le(2021, 6, 25), decision.NotifieeLe);
        Assert.Equal((EtatDossier.EnReconstruction, true), (dossier.EtatPourLePorteur, dossier.EstModifiable));
        Assert.Throws<ActeImpossibleException>(() =>
            dossier.Notifier(decision, UnReglement.Bretagne, UnDossier.Secretaire, Quand.Le(2021, 6, 26))
        );
    }

    [Fact]
    public void À_revoir_deux_fois_puis_accord_garde_toute_l_histoire()
    {
        var dossier = UnDossier.A(EtatDossier.EnReconstruction);
        foreach (
            var (depot, seance, decision) in new[]
            {
                (Quand.Le(2021, 8, 30), new DateOnly(2021, 9, 14), UneSeance.ARevoir()),
                (Quand.Le(2021, 9, 30), new DateOnly(2021, 10, 19), UneSeance.Accord()),
            }
        )
        {
            Assert.True(dossier.Deposer(UnDossier.Depot(depot)).EstAccepte);
            dossier.PrendreEnCharge(UnDossier.PriseEnCharge());
            UnDossier.Clore(dossier);
            var (resultat, prise) = UneSeance.Ouverte(seance, null, dossier).Decide(dossier, decision);
            Assert.True(resultat.EstAccepte);
            dossier.Notifier(prise!, UnReglement.Bretagne, UnDossier.Secretaire, JourDeParis.Fin(seance));
        }
        Assert.Equal((EtatDossier.AccordSousReserve, 3, 2), (dossier.Etat, dossier.Version, dossier.NombreARevoir));
        Assert.Equal(UnDossier.DateDeDepot, dossier.DeposeLe);
        Assert.Equal([1, 2, 3], dossier.Versions.Select(v => v.Version));
        Assert.Equal([1, 2, 3], dossier.Controles.Select(c => c.Version).Distinct());
    }

    [Fact]
    public void Un_motif_manquant_refuse_toutes_les_conclusions()
    {
        var dossier = UnDossier.EnInstruction();
        var saisies = dossier.Grille.Select(c => new ConclusionSaisie(c.Id, Conclusion.NonConforme, " ")).ToList();
        var resultat = dossier.Conclure(saisies, UnDossier.Instructeur, Quand.Le(2021, 5, 25));
        Assert.Equal(saisies.Count, resultat.Refus.Length);
        Assert.All(dossier.Grille, c => Assert.False(c.EstConclu));
    }

    [Fact]
    public void L_instruction_se_clôt_quand_chaque_ligne_est_conclue()
    {
        var dossier = UnDossier.EnInstruction();
        var refus = dossier.Clore(new Cloture(UnDossier.Instructeur, Quand.Le(2021, 5, 26), "S")).Refus;
        Assert.Equal(dossier.Grille.Count(), refus.Length);
        Assert.Equal((EtatDossier.EnInstruction, null), (dossier.Etat, dossier.Synthese));
        UnDossier.Clore(dossier);
        Assert.Equal((EtatDossier.Instruit, "Favorable."), (dossier.Etat, dossier.Synthese));
    }
}
