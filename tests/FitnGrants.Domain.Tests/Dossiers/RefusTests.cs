using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

/// <summary>What a person reads when an act on a dossier is refused, word for word.</summary>
public sealed class RefusTests
{
    private static readonly DateTimeOffset Juillet = Quand.Le(2021, 7, 1);

    private static void Impossible(string phrase, Action acte) =>
        Assert.Equal(phrase, Lisible.De(Assert.Throws<ActeImpossibleException>(acte).Message));

    /// <summary>« champ : phrase », one per constat, as the form shows them.</summary>
    private static IEnumerable<string> Lire(Resultat resultat)
    {
        Assert.False(resultat.EstAccepte);
        return resultat.Refus.Select(c => $"{c.Champ} : {Lisible.De(c.Message)}");
    }

    [Fact]
    public void Un_verbe_hors_de_son_état_dit_l_état() =>
        Impossible("Action impossible : le dossier est à l'état « Brouillon ».", () =>
            UnDossier.Brouillon().PrendreEnCharge(UnDossier.PriseEnCharge())
        );

    [Fact]
    public void Un_dispositif_fermé_ne_prend_pas_de_brouillon() =>
        Impossible("Ce dispositif n'accepte pas de dossier en ce moment.", () =>
            Dossier.Creer(
                UnReglement.HautRhin,
                UnDossier.Collectivite(UneCandidature.Riquewihr),
                UnDossier.Representant,
                "j",
                Quand.Le(2021, 8, 28)
            )
        );

    [Fact]
    public void Un_nouveau_dépôt_sous_un_autre_règlement_est_impossible() =>
        Impossible("Action impossible : le dossier est jugé par le règlement de son premier dépôt.", () =>
            UnDossier.A(EtatDossier.EnReconstruction).Deposer(UnDossier.Depot(Juillet, UnReglement.Bretagne with { Version = "v2" }))
        );

    [Fact]
    public void Une_copie_part_d_un_dossier_déposé_et_non_refusé()
    {
        Impossible("Action impossible : ce dossier n'a pas encore été déposé.", () => Copier(UnDossier.Brouillon()));
        Impossible("Action impossible : ce projet a été refusé, il ne peut pas être redéposé dans ce dispositif.", () =>
            Copier(UnDossier.A(EtatDossier.Refuse))
        );

        static void Copier(Dossier dossier) =>
            dossier.Copier(UnReglement.Bretagne, UnDossier.Collectivite(UneCandidature.Vern), UnDossier.Representant, "copie", Juillet);
    }

    [Fact]
    public void Une_décision_se_notifie_une_fois()
    {
        var (dossier, decision) = UnDossier.DecideNonNotifie(UneSeance.Accord());
        dossier.Notifier(decision, UnReglement.Bretagne, UnDossier.Secretaire, Quand.Le(2021, 6, 25));
        Impossible("Cette décision est déjà notifiée.", () =>
            dossier.Notifier(decision, UnReglement.Bretagne, UnDossier.Secretaire, Quand.Le(2021, 6, 26))
        );
    }

    [Fact]
    public void La_recevabilité_se_dit_à_temps_et_une_fois()
    {
        Impossible("Action impossible : le délai de recevabilité court encore, ou la recevabilité est dite.", () =>
            UnDossier.Depose().ReputerRecevable(Quand.Le(2021, 7, 10))
        );
        Impossible(
            "Action impossible : le délai pour déclarer ce dossier irrecevable a pris fin le 10 juillet 2021. "
                + "Il est recevable et va en séance, qui peut le refuser.",
            () => UnDossier.EnInstruction().DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite(Quand.Le(2021, 7, 11)))
        );
        var rouvert = UnDossier.Instruit();
        rouvert.Rouvrir(UnDossier.PriseEnCharge());
        Impossible("Action impossible : ce dossier a déjà été déclaré recevable, à la clôture de son instruction.", () =>
            rouvert.DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite(Juillet))
        );
    }

    [Fact]
    public void Une_préfecture_étrangère_au_dossier_n_y_donne_pas_d_avis() =>
        Impossible("Action impossible : aucun avis de cette préfecture n'est attendu sur ce dossier.", () =>
            UnDossier.Depose(UneCandidature.GrandEst, UnReglement.GrandEst).RendreAvis(Avis("67", SensAvis.Favorable, null))
        );

    [Theory]
    [InlineData(EtatDossier.Brouillon)]
    [InlineData(EtatDossier.InscritSeance)]
    [InlineData(EtatDossier.AccordSousReserve)]
    [InlineData(EtatDossier.Irrecevable)]
    public void Un_avis_se_rend_entre_le_dépôt_et_l_ordre_du_jour(EtatDossier etat) =>
        Impossible($"Action impossible : le dossier est à l'état « {Etats.Libelle(etat)} ».", () =>
            UnDossier.A(etat).RendreAvis(Avis("35", SensAvis.Favorable, null))
        );

    [Fact]
    public void Un_avis_incomplet_dit_ce_qui_manque()
    {
        var dossier = UnDossier.Depose(UneCandidature.GrandEst, UnReglement.GrandEst);
        Assert.Equal(["sens : Choisissez le sens de l'avis."], Lire(dossier.RendreAvis(Avis("68", null, null))));
        foreach (var sens in new[] { SensAvis.Defavorable, SensAvis.FavorableAvecReserves })
        foreach (var texte in new[] { null, "", "  " })
            Assert.Equal(
                ["texte : Dites pourquoi : un avis défavorable ou avec réserves s'explique."],
                Lire(dossier.RendreAvis(Avis("68", sens, texte)))
            );
        Assert.Empty(dossier.Avis);
    }

    [Fact]
    public void Un_avis_garde_son_texte_et_un_texte_blanc_n_en_est_pas_un()
    {
        var dossier = UnDossier.Depose(UneCandidature.GrandEst, UnReglement.GrandEst);
        Assert.True(dossier.RendreAvis(Avis("68", SensAvis.Defavorable, " Coût trop élevé. ")).EstAccepte);
        Assert.Equal("Coût trop élevé.", Assert.Single(dossier.Avis).Texte);
        foreach (var blanc in new[] { null, "", "  " })
        {
            Assert.True(dossier.RendreAvis(Avis("68", SensAvis.Favorable, blanc)).EstAccepte);
            Assert.Null(Assert.Single(dossier.Avis).Texte);
        }
    }

    private static RenduDAvis Avis(string departement, SensAvis? sens, string? texte) =>
        new(UnDossier.Instructeur, Quand.Le(2021, 6, 1), departement, sens, texte);

    [Fact]
    public void Une_issue_sans_règle_ni_axe_ni_motivation_dit_ce_qui_manque()
    {
        Assert.Equal(
            [
                "regle : Choisissez la règle sur laquelle cette issue se fonde.",
                "axe : Dites vers quel axe le projet est orienté.",
                "motivation : Motivez : 20 caractères au moins. Le porteur lira ce texte.",
            ],
            Lire(UnDossier.EnInstruction().Reorienter(UnDossier.ActeDeReorientation() with { Regle = null, Axe = null, Motivation = null }))
        );
        var refus = UnDossier
            .EnDefaut()
            .DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite() with { Motivation = new string('x', 19) })
            .Refus;
        var constat = Assert.Single(refus);
        Assert.Equal(("", "Saisie", Source.Aucune), (constat.Regle, constat.Nom, constat.Source));
    }

    [Fact]
    public void Vingt_caractères_suffisent_à_motiver_une_issue()
    {
        var dossier = UnDossier.EnDefaut();
        Assert.True(
            dossier.DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite() with { Motivation = $"  {new string('x', 20)}  " }).EstAccepte
        );
        Assert.Equal(new string('x', 20), dossier.Issue!.Motivation);
    }

    [Fact]
    public void Un_jugement_incomplet_se_range_sous_la_règle_du_refus_définitif()
    {
        var refus = UnDossier
            .EnInstruction()
            .JugerLaSimilitude(new JugementDeSimilitude(UnDossier.Instructeur, Juillet, UnReglement.Bretagne, "N", null, null));
        Assert.Equal(["identique : Dites si les deux projets sont identiques ou distincts.", "motif : Dites pourquoi."], Lire(refus));
        Assert.All(refus.Refus, c =>
            Assert.Equal(
                ("R67", "Projet non refusé", "Source de R67", "citation de R67"),
                (c.Regle, c.Nom, c.Source.Document, c.Source.Citation)
            )
        );
    }

    [Fact]
    public void Sans_attestation_le_dépôt_dit_quelle_case_cocher()
    {
        var constat = Assert.Single(UnDossier.Brouillon().Deposer(UnDossier.Depot() with { Certifie = false }).Refus);
        Assert.Equal("Le représentant légal atteste l'exactitude du dossier : cochez la case d'attestation.", Lisible.De(constat.Message));
        Assert.Equal(("D2018-514-3", "Attestation", "Source de D2018-514-3"), (constat.Regle, constat.Nom, constat.Source.Document));
    }

    [Fact]
    public void L_attestation_est_demandée_même_sans_règle_de_complétude()
    {
        var reglement = UnReglement.Bretagne with { Regles = [.. UnReglement.Bretagne.Regles.Where(r => r.Regle is not DossierComplet)] };
        var constat = Assert.Single(
            UnDossier.Brouillon(null, reglement).Deposer(UnDossier.Depot(null, reglement) with { Certifie = false }).Refus
        );
        Assert.Equal(("certifie", reglement.Regles[0].Code), (constat.Champ, constat.Regle));
    }

    [Fact]
    public void Une_conclusion_à_expliquer_et_une_ligne_à_conclure_se_nomment()
    {
        var dossier = UnDossier.EnInstruction();
        var ligne = dossier.Grille.Single(c => c.Regle == "R24");
        var motif = dossier.Conclure([new ConclusionSaisie(ligne.Id, Conclusion.NonConforme, null)], UnDossier.Instructeur, Juillet);
        Assert.Equal([$"motif-{ligne.Id} : Thématique (R24) : dites pourquoi, le motif est demandé pour cette conclusion."], Lire(motif));
        var ouvertes = Lire(dossier.Clore(new Cloture(UnDossier.Instructeur, Juillet, null)));
        Assert.Contains($"conclusion-{ligne.Id} : Thématique (R24) : concluez cette règle.", ouvertes);
        var source = motif.Refus[0].Source;
        Assert.Equal(("Source de R24", "citation de R24"), (source.Document, source.Citation));
    }
}
