using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

/// <summary>Costs set aside, ratings, the amount proposed: what the agent retains is what the grid and the session judge.</summary>
public sealed class EvaluationTests
{
    private static readonly DateTimeOffset Juillet = Quand.Le(2021, 7, 1);

    private static PriseEnCharge Contexte => UnDossier.PriseEnCharge() with { Instant = Juillet };

    private static Resultat Ecarter(Dossier dossier, int rang = 0, string? motif = "Hors sujet.") =>
        dossier.EcarterUneDepense(new MiseALEcart(rang, motif, Contexte));

    [Fact]
    public void Une_dépense_écartée_réduit_l_assiette_la_demande_et_rouvre_ce_qui_change()
    {
        var dossier = UnDossier.EnInstruction();
        var avant = dossier.Evaluer(UnReglement.Bretagne);
        var ligne = dossier.Contenu.Projet.Depenses!.Value[0];
        var montant = ligne.Montant(dossier.Contenu.Projet.BaseRetenue)!.Value;
        Assert.True(
            dossier
                .Conclure(
                    [.. dossier.Grille.Select(c => new ConclusionSaisie(c.Id, Conclusion.Conforme, "Vu."))],
                    UnDossier.Instructeur,
                    Juillet
                )
                .EstAccepte
        );
        dossier.OublierLesFaits();

        Assert.True(Ecarter(dossier).EstAccepte);

        var retenu = dossier.Evaluer(UnReglement.Bretagne);
        Assert.Equal(avant.Assiette!.Value - montant, retenu.Assiette ?? Euros.Zero);
        Assert.Equal(dossier.Assiette, avant.Assiette);
        Assert.True(retenu.Projet.TotalDepenses == retenu.Projet.TotalRessources);
        Assert.Contains(dossier.Grille, c => !c.EstConclu);
        Assert.Contains(dossier.Grille, c => c.EstConclu);
        var fait = Assert.Single(dossier.Faits);
        Assert.Equal((Acte.EcarterUneDepense, ligne.Libelle, "Hors sujet."), (fait.Acte, fait.Details["depense"], fait.Details["motif"]));

        dossier.ReintegrerUneDepense(0, Contexte);
        Assert.Equal(avant.Assiette, dossier.Evaluer(UnReglement.Bretagne).Assiette);
        Assert.Empty(dossier.EcarteesEnVigueur);
    }

    /// <summary>28 000 € in two lines, 20 720 € asked.</summary>
    private static Dossier EnDeuxLignes() =>
        UnDossier.EnInstruction(
            UneCandidature.Bretonne.Avec(p =>
                p with
                {
                    Depenses =
                    [
                        new LigneDepense("Portail", CategorieDepense.Prestation, new Euros(20_000m), null, Eligible: true, null),
                        new LigneDepense("Formation", CategorieDepense.Formation, new Euros(8_000m), null, Eligible: true, null),
                    ],
                    Ressources =
                    [
                        new LigneRessource(TypeRessource.FITN, null, new Euros(20_720m), StatutRessource.Sollicite, null),
                        new LigneRessource(TypeRessource.Autofinancement, null, new Euros(7_280m), StatutRessource.Acquis, null),
                    ],
                }
            )
        );

    [Fact]
    public void Ce_qui_est_demandé_est_ramené_au_plafond_de_ce_qui_reste_et_le_plan_reste_équilibré()
    {
        var dossier = EnDeuxLignes();
        Assert.Same(dossier.Contenu.Projet, dossier.ProjetRetenu(UnReglement.Bretagne));

        Ecarter(dossier);

        var retenu = dossier.Evaluer(UnReglement.Bretagne);
        Assert.Equal(new Euros(8_000m), retenu.Assiette);
        Assert.Equal(retenu.Bornes!.Plafond, retenu.Projet.MontantDemande);
        Assert.True(retenu.Projet.MontantDemande < new Euros(8_000.01m));
        Assert.Equal(new Euros(28_000m), retenu.Projet.TotalRessources);
        Assert.Equal(new Euros(20_720m), dossier.MontantDemande);
    }

    /// <summary>Asked, retained, proposed: one truth, kept at each act.</summary>
    [Fact]
    public void Ce_qui_est_retenu_suit_chaque_acte_et_vaut_zéro_quand_rien_ne_l_est()
    {
        var dossier = EnDeuxLignes();
        Assert.Equal((new Euros(28_000m), new Euros(20_720m)), (dossier.AssietteRetenue, dossier.MontantRetenu));

        Ecarter(dossier);
        var plafond = dossier.Evaluer(UnReglement.Bretagne).Bornes!.Plafond;
        Assert.Equal((new Euros(8_000m), plafond, plafond), (dossier.AssietteRetenue, dossier.MontantRamene, dossier.MontantRetenu));

        Ecarter(dossier, 1);
        Assert.Equal((Euros.Zero, Euros.Zero), (dossier.AssietteRetenue, dossier.MontantRetenu));

        dossier.ReintegrerUneDepense(1, Contexte);
        Assert.Equal((new Euros(8_000m), plafond), (dossier.AssietteRetenue, dossier.MontantRetenu));
        Assert.Equal(Acte.ReintegrerUneDepense, dossier.Faits[^1].Acte);
        dossier.ReintegrerUneDepense(0, Contexte);
        Assert.Equal((new Euros(28_000m), new Euros(20_720m)), (dossier.AssietteRetenue, dossier.MontantRetenu));

        var version = dossier.Versions.Single();
        Assert.Equal((new Euros(28_000m), new Euros(20_720m)), dossier.RetenuDe(version));
        Ecarter(dossier);
        Assert.Equal((new Euros(8_000m), plafond), dossier.RetenuDe(version));
        // Of an earlier version, what it said itself.
        Assert.Equal((version.Assiette, version.MontantDemande), dossier.RetenuDe(version with { Version = version.Version + 1 }));
    }

    [Fact]
    public void Ce_que_l_instruction_propose_est_ce_qu_elle_retient()
    {
        var dossier = EnDeuxLignes();
        UnDossier.Clore(dossier, montant: new Euros(18_000m));
        Assert.Equal(
            (new Euros(18_000m), new Euros(20_720m), new Euros(18_000m)),
            (dossier.MontantPropose, dossier.MontantRamene, dossier.MontantRetenu)
        );
    }

    [Fact]
    public void Une_dépense_se_réintègre_pendant_l_instruction_seulement_et_chaque_refus_dit_pourquoi()
    {
        var dossier = EnDeuxLignes();
        Assert.Contains(
            "ne compte pas",
            Assert.Throws<ActeImpossibleException>(() => Ecarter(dossier, 7)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains("pourquoi", Assert.Single(Ecarter(dossier, motif: " ").Refus).Message, StringComparison.Ordinal);
        Assert.Contains(
            "n’est pas écartée",
            Assert.Throws<ActeImpossibleException>(() => dossier.ReintegrerUneDepense(0, Contexte)).Message,
            StringComparison.Ordinal
        );
        Ecarter(dossier);
        UnDossier.Clore(dossier);
        Assert.Throws<ActeImpossibleException>(() => dossier.ReintegrerUneDepense(0, Contexte));
    }

    [Fact]
    public void La_séance_n_accorde_pas_plus_que_ce_que_les_dépenses_retenues_admettent()
    {
        var dossier = EnDeuxLignes();
        Ecarter(dossier);
        var plafond = dossier.Evaluer(UnReglement.Bretagne).Bornes!.Plafond;
        UnDossier.Clore(dossier);
        var seance = UneSeance.Ouverte(null, null, dossier);

        Assert.False(seance.Decide(dossier, UneSeance.Accord(plafond.Montant + 0.01m)).Resultat.EstAccepte);
        Assert.True(seance.Decide(dossier, UneSeance.Accord(plafond.Montant)).Resultat.EstAccepte);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(99)]
    public void Une_ligne_qui_n_existe_pas_ne_s_écarte_pas(int rang)
    {
        var dossier = UnDossier.EnInstruction();
        var revision = dossier.Revision;
        Assert.Throws<ActeImpossibleException>(() => Ecarter(dossier, rang));
        Assert.Throws<ActeImpossibleException>(() => dossier.ReintegrerUneDepense(rang, Contexte));
        Assert.Equal(revision, dossier.Revision);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Un_écart_a_son_motif_et_ne_se_fait_pas_deux_fois(string? vide)
    {
        var dossier = UnDossier.EnInstruction();
        var revision = dossier.Revision;
        Assert.Equal("motif", Assert.Single(Ecarter(dossier, motif: vide).Refus).Champ);
        Assert.Equal(revision, dossier.Revision);
        Ecarter(dossier);
        Assert.Throws<ActeImpossibleException>(() => Ecarter(dossier));
    }

    [Fact]
    public void Un_nouveau_dépôt_est_jugé_à_neuf()
    {
        var dossier = UnDossier.EnInstruction();
        Ecarter(dossier);
        UnDossier.Clore(dossier);
        Assert.NotEmpty(dossier.Ecartees);
        var repris = UnDossier.A(EtatDossier.EnReconstruction);
        Assert.True(repris.Deposer(UnDossier.Depot(Juillet)).EstAccepte);
        Assert.Empty(repris.Ecartees);
        Assert.Null(repris.MontantPropose);
    }

    private static Resultat Clore(Dossier dossier, decimal montant, decimal disponible = 1_000_000m)
    {
        Assert.True(
            dossier
                .Conclure(
                    [.. dossier.Grille.Select(c => new ConclusionSaisie(c.Id, Conclusion.Conforme, "Vu."))],
                    UnDossier.Instructeur,
                    Juillet
                )
                .EstAccepte
        );
        return dossier.Clore(
            new Cloture(UnDossier.Instructeur, Juillet, null)
            {
                Montant = new Euros(montant),
                Reglement = UnReglement.Bretagne,
                Disponible = new Euros(disponible),
            }
        );
    }

    [Fact]
    public void La_proposition_tient_entre_le_plancher_le_plafond_la_demande_et_ce_qui_reste()
    {
        var demande = UnDossier.EnInstruction().MontantDemande!.Value.Montant;
        var bornes = UnDossier.EnInstruction().Evaluer(UnReglement.Bretagne).Bornes!;
        var cas = new[]
        {
            (demande, 1_000_000m, (string?)null),
            (bornes.Plancher.Montant, 1_000_000m, null),
            (demande, demande, null),
            (demande + 0.01m, 1_000_000m, "le montant demandé"),
            (bornes.Plafond.Montant + 0.01m, 1_000_000m, "le maximum de ce projet"),
            (demande, demande - 0.01m, "dans l’enveloppe"),
        };
        foreach (var (montant, disponible, phrase) in cas)
        {
            var dossier = UnDossier.EnInstruction();
            var resultat = Clore(dossier, montant, disponible);
            Assert.Equal(phrase is null, resultat.EstAccepte);
            Assert.Equal(phrase is null ? new Euros(montant) : null, dossier.MontantPropose);
            Assert.Equal(phrase is null ? EtatDossier.Instruit : EtatDossier.EnInstruction, dossier.Etat);
            if (phrase is not null)
                Assert.Contains(resultat.Refus, c =>
                    c.Champ == "montant"
                    && c.Message.Replace('\u202F', ' ').Replace('\u00A0', ' ').Contains(phrase, StringComparison.Ordinal)
                );
        }
    }

    [Fact]
    public void Sous_le_plancher_ou_sans_dépense_retenue_rien_ne_se_propose()
    {
        var bornes = UnDossier.EnInstruction().Evaluer(UnReglement.Bretagne).Bornes!;
        var bas = UnDossier.EnInstruction();
        Assert.Equal("montant", Assert.Single(Clore(bas, bornes.Plancher.Montant - 0.01m).Refus).Champ);
        var vide = UnDossier.EnInstruction();
        for (var i = 0; i < vide.Contenu.Projet.Depenses!.Value.Length; i++)
            Ecarter(vide, i);
        Assert.Contains(Clore(vide, 100m).Refus, c => c.Message.Contains("Aucun montant ne peut être proposé", StringComparison.Ordinal));
    }

    [Fact]
    public void Seuls_les_critères_et_les_valeurs_se_cotent_de_zéro_à_trois()
    {
        var dossier = UnDossier.EnInstruction();
        var critere = dossier.Grille.First(c => Dossier.SeCote(c, UnReglement.Bretagne));
        var regle = dossier.Grille.First(c => !Dossier.SeCote(c, UnReglement.Bretagne));
        var revision = dossier.Revision;

        foreach (var (id, cote) in new[] { (critere.Id, -1), (critere.Id, 4), (regle.Id, 2) })
            Assert.Throws<ActeImpossibleException>(() =>
                dossier.Coter(new Dictionary<Guid, int?> { [id] = cote }, UnReglement.Bretagne, UnDossier.Instructeur)
            );
        Assert.Equal(revision, dossier.Revision);
        dossier.OublierLesFaits();
        dossier.Coter(new Dictionary<Guid, int?> { [critere.Id] = 3 }, UnReglement.Bretagne, UnDossier.Instructeur);
        dossier.Coter(new Dictionary<Guid, int?> { [critere.Id] = 3 }, UnReglement.Bretagne, UnDossier.Instructeur);

        Assert.Equal(3, critere.Cote);
        Assert.Equal($"{critere.Regle}=3", Assert.Single(dossier.Faits).Details["cotes"]);
        dossier.Coter(new Dictionary<Guid, int?> { [critere.Id] = null }, UnReglement.Bretagne, UnDossier.Instructeur);
        Assert.Null(critere.Cote);
    }
}
