using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

/// <summary>What a dossier keeps from one act to the next.</summary>
public sealed class InstructionTests
{
    private static readonly DateTimeOffset Juillet = Quand.Le(2021, 7, 1);

    /// <summary>A18: the calendar judges the first deposit only.</summary>
    [Fact]
    public void La_grille_du_premier_dépôt_juge_le_calendrier_et_celle_du_second_non()
    {
        var dossier = UnDossier.A(EtatDossier.EnReconstruction);
        Assert.Equal(["A11", "R6"], Codes().Intersect(["R6", "A11"], StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.True(dossier.Deposer(UnDossier.Depot(Juillet)).EstAccepte);
        dossier.PrendreEnCharge(UnDossier.PriseEnCharge());
        Assert.Empty(Codes().Intersect(["R6", "A11"], StringComparer.Ordinal));
        Assert.Contains("R24", Codes());

        HashSet<string> Codes() => dossier.Grille.Select(c => c.Regle).ToHashSet(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData(" Favorable. ", "Favorable.")]
    public void Une_synthèse_blanche_n_en_est_pas_une(string? saisie, string? gardee)
    {
        var dossier = UnDossier.Instruit();
        dossier.Rouvrir(UnDossier.PriseEnCharge());
        Assert.True(dossier.Clore(new Cloture(UnDossier.Instructeur, Juillet, saisie)).EstAccepte);
        Assert.Equal(gardee, dossier.Synthese);
    }

    [Fact]
    public void Une_ligne_remise_à_vérifier_perd_sa_conclusion_et_son_motif_et_les_autres_restent()
    {
        var dossier = UnDossier.EnDefaut();
        var (conclue, autre) = (dossier.Grille.Single(c => c.Regle == "R24"), dossier.Grille.First(c => c.Regle != "R24"));
        Assert.True(
            dossier.Conclure([new ConclusionSaisie(autre.Id, Conclusion.Conforme, "Vu.")], UnDossier.Instructeur, Juillet).EstAccepte
        );
        var revision = dossier.Revision;

        dossier.RemettreAVerifier([conclue.Id], UnDossier.Instructeur);

        Assert.Equal((null, null, null, null), (conclue.Conclusion, conclue.Motif, conclue.Agent, conclue.Le));
        Assert.Equal((Conclusion.Conforme, revision + 1), (autre.Conclusion, dossier.Revision));
        Assert.Equal((Acte.RemettreAVerifier, "R24"), (dossier.Faits[^1].Acte, dossier.Faits[^1].Details["regles"]));
        dossier.RemettreAVerifier([conclue.Id], UnDossier.Instructeur);
        Assert.Equal(revision + 1, dossier.Revision);
    }

    [Fact]
    public void Clore_ne_change_pas_une_recevabilité_acquise_par_le_silence()
    {
        var dossier = UnDossier.EnInstruction();
        dossier.ReputerRecevable(Quand.Le(2021, 7, 11));
        UnDossier.Clore(dossier);
        Assert.Equal(Recevabilite.ReputeeRecevable, dossier.Recevabilite);
    }

    [Fact]
    public void Un_dossier_que_le_silence_a_rendu_recevable_ne_devient_pas_irrecevable()
    {
        var dossier = UnDossier.EnInstruction();
        dossier.ReputerRecevable(Quand.Le(2021, 7, 11));
        Assert.Throws<Domain.Socle.ActeImpossibleException>(() => dossier.DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite(Juillet)));
    }

    [Fact]
    public void Un_dossier_se_confie_a_un_autre_puis_a_personne_et_le_journal_le_dit()
    {
        var dossier = UnDossier.EnInstruction();
        var (avant, autre) = (dossier.Instructeur, Guid.CreateVersion7());
        dossier.OublierLesFaits();

        dossier.Confier(new Attribution(UnDossier.Instructeur, autre));
        Assert.Throws<Domain.Socle.ActeImpossibleException>(() => dossier.Confier(new Attribution(UnDossier.Instructeur, autre)));
        dossier.Confier(new Attribution(UnDossier.Instructeur, null));
        Assert.Throws<Domain.Socle.ActeImpossibleException>(() => dossier.Confier(new Attribution(UnDossier.Instructeur, null)));

        Assert.Null(dossier.Instructeur);
        Assert.Equal([Acte.Confier, Acte.Confier], dossier.Faits.Select(f => f.Acte));
        Assert.Equal((autre.ToString(), avant.ToString()), (dossier.Faits[0].Details["a"], dossier.Faits[0].Details["de"]));
        Assert.Equal(autre.ToString(), dossier.Faits[1].Details["de"]);
        Assert.False(dossier.Faits[1].Details.ContainsKey("a"));
    }

    [Fact]
    public void Une_conclusion_garde_son_motif_et_se_corrige()
    {
        var dossier = UnDossier.EnInstruction();
        var ligne = dossier.Grille.Single(c => c.Regle == "R24");
        Conclure(" Sans lien avec le dispositif. ", Conclusion.NonConforme);
        Assert.Equal((Conclusion.NonConforme, "Sans lien avec le dispositif."), (ligne.Conclusion, ligne.Motif));
        Conclure("Sans lien avec le dispositif.", Conclusion.NonConforme);
        Assert.Equal(1, Conclus());
        Conclure("Hors champ.", Conclusion.NonConforme);
        Assert.Equal(("Hors champ.", 2), (ligne.Motif, Conclus()));
        Conclure(null, Conclusion.Conforme);
        Assert.Null(ligne.Motif);
        foreach (var blanc in new[] { null, "", "  " })
            Conclure(blanc, Conclusion.Conforme);
        Assert.Equal(3, Conclus());
        Conclure("Vu.", Conclusion.Conforme);
        Assert.Equal(("Vu.", 4), (ligne.Motif, Conclus()));
        Conclure("", Conclusion.Conforme);
        Assert.Equal((null, 5), (ligne.Motif, Conclus()));

        void Conclure(string? motif, Conclusion conclusion) =>
            Assert.True(dossier.Conclure([new ConclusionSaisie(ligne.Id, conclusion, motif)], UnDossier.Instructeur, Juillet).EstAccepte);
        int Conclus() => dossier.Faits.Count(f => f.Acte == Acte.Conclure);
    }

    [Fact]
    public void Une_ligne_de_grille_dit_sa_règle_son_groupe_et_sa_source()
    {
        var ligne = UnDossier.EnInstruction().Grille.Single(c => c.Regle == "R18");
        Assert.Equal(("Plan équilibré", GroupeDeRegles.Financement), (ligne.Nom, ligne.Groupe));
        Assert.Equal(("Source de R18", "citation de R18"), (ligne.Document, ligne.Citation));
        Assert.Equal(GroupeDeRegles.Calendrier, UnDossier.EnInstruction().Grille.Single(c => c.Regle == "R6").Groupe);
        Assert.NotEmpty(ligne.Message);
    }

    [Fact]
    public void Le_jugement_d_un_autre_refus_ne_remplace_pas_celui_qui_manque()
    {
        var dossier = UnDossier.EnInstruction();
        Juger("A");
        Juger("C");
        Assert.Null(Ligne().Conclusion);
        Juger("B");
        Assert.Equal((Conclusion.Conforme, "A : Objet A. C : Objet C. B : Objet B."), (Ligne().Conclusion, Lisible.De(Ligne().Motif!)));

        Controle Ligne() => dossier.Grille.Single(c => c.Regle == "R67");
        void Juger(string numero) =>
            Assert.True(
                dossier
                    .JugerLaSimilitude(
                        new JugementDeSimilitude(
                            UnDossier.Instructeur,
                            Juillet,
                            UnReglement.Bretagne,
                            numero,
                            Identique: false,
                            $" Objet {numero}. "
                        )
                        {
                            AJuger = ["A", "B"],
                        }
                    )
                    .EstAccepte
            );
    }

    [Fact]
    public void Sans_règle_de_refus_définitif_un_jugement_reste_possible()
    {
        var reglement = UnReglement.Bretagne with { Regles = [.. UnReglement.Bretagne.Regles.Where(r => r.Code != "R67")] };
        var dossier = UnDossier.EnInstruction(null, reglement);
        Assert.True(
            dossier
                .JugerLaSimilitude(
                    new JugementDeSimilitude(UnDossier.Instructeur, Juillet, UnReglement.Bretagne, "N", Identique: true, "Même objet.")
                )
                .EstAccepte
        );
        Assert.True(Assert.Single(dossier.Rapprochements).Identique);
    }

    [Fact]
    public void Un_dossier_déposé_se_trouve_par_son_numéro_et_reste_jugé_à_son_premier_dépôt()
    {
        var dossier = UnDossier.Depose();
        Assert.Equal("FITN-BZH-V1-2021-00001", dossier.Adresse);
        Assert.Equal(UnDossier.DateDeDepot, dossier.Candidature(UneCandidature.LeGuerno, Quand.Le(2022, 1, 1), []).Instant);
        Assert.Equal(Juillet, UnDossier.Brouillon().Candidature(UneCandidature.Vern, Juillet, []).Instant);
    }

    [Fact]
    public void Un_brouillon_porte_ce_que_son_dispositif_et_sa_collectivité_en_disent()
    {
        var dossier = Dossier.Creer(
            UnReglement.Bretagne,
            UnDossier.Collectivite(UneCandidature.Vern),
            UnDossier.Representant,
            "jeton",
            UnDossier.DateDeDepot
        );
        Assert.Equal(
            ("jeton", "BZH-V1", "version-BZH-V1", 1),
            (dossier.Jeton, dossier.Dispositif, dossier.VersionReglement, dossier.Volet)
        );
        Assert.Equal(("53", "35", "213503527"), (dossier.Region, dossier.Departement, dossier.Siren));
        Assert.Equal(("", "", true), (dossier.Titre, dossier.Comparaison, dossier.Individuel));
        dossier.Enregistrer(UnDossier.Contenu(new Projet { Titre = null }), Juillet);
        Assert.Equal(("", Juillet), (dossier.Titre, dossier.ModifieLe));
        dossier.Enregistrer(UnDossier.Contenu(new Projet { Titre = " Portail " }), Juillet);
        Assert.Equal("Portail", dossier.Titre);
    }

    /// <summary>A4: a groupement has two SIREN or more.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Un_dépôt_dit_s_il_est_individuel_et_de_quoi_il_parle(bool groupe)
    {
        var dossier = UnDossier.Brouillon(null, SansGroupement);
        var depot = UnDossier.Depot(null, SansGroupement);
        Assert.True(dossier.Deposer(groupe ? depot with { Membres = [UneCandidature.LeGuerno] } : depot).EstAccepte);
        Assert.Equal(!groupe, dossier.Individuel);
        Assert.Equal(groupe ? ["213503527", "215600776"] : ["213503527"], dossier.Sirens);
        Assert.Equal(groupe ? ["35", "56"] : ["35"], dossier.Departements);
        Assert.Equal("portail famille un guichet en ligne pour les inscriptions scolaires", dossier.Comparaison);
    }

    /// <summary>What R49 and the shares of a groupement ask for is told elsewhere.</summary>
    private static readonly Reglement SansGroupement = UnReglement.Bretagne with
    {
        Regles = [.. UnReglement.Bretagne.Regles.Where(r => r.Code is not ("I1" or "R49"))],
    };

    [Fact]
    public void Une_version_déposée_garde_le_contenu_et_son_empreinte()
    {
        var dossier = UnDossier.Depose();
        var version = Assert.Single(dossier.Versions);
        Assert.Equal((1, UnDossier.DateDeDepot, "e3b0c442"), (version.Version, version.DeposeeLe, version.Empreinte));
        Assert.Equal(dossier.Contenu, version.Contenu);
    }
}
