using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class RecevabiliteTests
{
    [Fact]
    public void Le_dernier_jour_des_deux_mois_permet_encore_l_irrecevabilité()
    {
        Assert.True(UnDossier.EnDefaut().DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite(Quand.Le(2021, 7, 10, 23, 59))).EstAccepte);
        Assert.Throws<ActeImpossibleException>(() =>
            UnDossier.EnInstruction().DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite(Quand.Le(2021, 7, 11, 0, 0)))
        );
    }

    [Theory]
    [InlineData("R999", "Le projet sort du champ du dispositif.", "regle")]
    [InlineData("R24", "Trop court.", "motivation")]
    [InlineData(null, null, "regle,motivation")]
    public void Une_irrecevabilité_cite_une_règle_et_se_motive(string? regle, string? motivation, string champs)
    {
        var dossier = UnDossier.EnDefaut();
        var resultat = dossier.DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite() with { Regle = regle, Motivation = motivation });
        Assert.Equal(champs, string.Join(',', resultat.Refus.Select(c => c.Champ)));
        Assert.Equal((EtatDossier.EnInstruction, Recevabilite.EnAttente), (dossier.Etat, dossier.Recevabilite));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(Conclusion.Conforme, false)]
    [InlineData(Conclusion.SansObjet, false)]
    [InlineData(Conclusion.NonConforme, true)]
    public void Une_irrecevabilité_ne_se_fonde_pas_sur_une_règle_tenue(Conclusion? conclusion, bool acceptee)
    {
        var dossier = UnDossier.EnInstruction();
        if (conclusion is { } conclue)
            dossier.Conclure(
                [new ConclusionSaisie(dossier.Grille.Single(c => c.Regle == "R24").Id, conclue, "Vu.")],
                UnDossier.Instructeur,
                Quand.Le(2021, 5, 25)
            );
        var resultat = dossier.DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite());
        Assert.Equal(acceptee, resultat.EstAccepte);
        if (!acceptee)
        {
            Assert.Equal(("R24", "regle"), (Assert.Single(resultat.Refus).Regle, resultat.Refus[0].Champ));
            Assert.StartsWith("Cette règle est tenue d’après la grille.", resultat.Refus[0].Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Une_réorientation_dit_vers_quoi()
    {
        var dossier = UnDossier.EnInstruction();
        Assert.Equal("axe", Assert.Single(dossier.Reorienter(UnDossier.ActeDeReorientation() with { Axe = " " }).Refus).Champ);
        Assert.True(dossier.Reorienter(UnDossier.ActeDeReorientation()).EstAccepte);
        Assert.Equal(("Axe 2 (DINUM)", "R32"), (dossier.Issue!.Axe, dossier.Issue.Regle));
    }

    [Fact]
    public void Le_silence_de_deux_mois_rend_recevable_une_fois()
    {
        var dossier = UnDossier.Depose();
        Assert.Throws<ActeImpossibleException>(() => dossier.ReputerRecevable(Quand.Le(2021, 7, 10, 23, 59)));
        dossier.ReputerRecevable(Quand.Le(2021, 7, 11, 0, 0));
        Assert.Equal((Recevabilite.ReputeeRecevable, EtatDossier.Depose), (dossier.Recevabilite, dossier.Etat));
        Assert.Throws<ActeImpossibleException>(() => dossier.ReputerRecevable(Quand.Le(2021, 7, 12)));
    }

    [Fact]
    public void Clore_l_instruction_dit_le_dossier_recevable() => Assert.Equal(Recevabilite.Recevable, UnDossier.Instruit().Recevabilite);

    [Theory]
    [InlineData(RegimeDepense.Investissement, 2022, 1, 10)]
    [InlineData(RegimeDepense.Mixte, 2022, 1, 10)]
    [InlineData(RegimeDepense.Fonctionnement, 2021, 7, 10)]
    public void Le_rejet_implicite_est_une_date_huit_mois_ou_deux_en_fonctionnement(RegimeDepense regime, int annee, int mois, int jour)
    {
        var dossier = UnDossier.Depose(UneCandidature.Bretonne.Avec(p => p with { Regime = regime }));
        Assert.Equal(new DateOnly(annee, mois, jour), dossier.RejetImpliciteLe);
    }

    [Theory]
    [InlineData(null, "Il manque un motif", "identique")]
    [InlineData(true, " ", "motif")]
    public void Un_jugement_de_similitude_est_complet_ou_n_est_pas(bool? identique, string motif, string champ)
    {
        var dossier = UnDossier.EnInstruction();
        var resultat = dossier.JugerLaSimilitude(
            new JugementDeSimilitude(UnDossier.Instructeur, Quand.Le(2021, 7, 1), UnReglement.Bretagne, "N", identique, motif)
        );
        Assert.Equal(champ, Assert.Single(resultat.Refus).Champ);
        Assert.Empty(dossier.Rapprochements);
    }

    [Fact]
    public void Le_second_jugement_remplace_le_premier()
    {
        var dossier = UnDossier.EnInstruction();
        foreach (var identique in new[] { true, false })
            Assert.True(
                dossier
                    .JugerLaSimilitude(
                        new JugementDeSimilitude(
                            UnDossier.Instructeur,
                            Quand.Le(2021, 7, 1),
                            UnReglement.Bretagne,
                            "FITN-BZH-V1-2021-00009",
                            identique,
                            "Comparé."
                        )
                    )
                    .EstAccepte
            );
        Assert.False(Assert.Single(dossier.Rapprochements).Identique);
        Assert.Equal(Conclusion.Conforme, dossier.Grille.Single(c => c.Regle == "R67").Conclusion);
        Assert.False(dossier.Completer(new Situation()).Rapprochements["FITN-BZH-V1-2021-00009"]);
    }

    [Fact]
    public void Un_avis_se_rend_au_volet_2_par_la_préfecture_concernée_et_se_remplace()
    {
        var dossier = UnDossier.Depose(UneCandidature.GrandEst, UnReglement.GrandEst);
        RenduDAvis Rendu(SensAvis? sens, string? texte, string departement = "68") =>
            new(UnDossier.Instructeur, Quand.Le(2021, 6, 1), departement, sens, texte);
        Assert.Equal("sens", Assert.Single(dossier.RendreAvis(Rendu(null, null)).Refus).Champ);
        Assert.Equal("texte", Assert.Single(dossier.RendreAvis(Rendu(SensAvis.Defavorable, " ")).Refus).Champ);
        Assert.Throws<ActeImpossibleException>(() => dossier.RendreAvis(Rendu(SensAvis.Favorable, null, "67")));
        Assert.True(dossier.RendreAvis(Rendu(SensAvis.Favorable, null)).EstAccepte);
        Assert.True(dossier.RendreAvis(Rendu(SensAvis.SansAvis, null)).EstAccepte);
        Assert.Equal(SensAvis.SansAvis, Assert.Single(dossier.Avis).Sens);
        Assert.Equal(["68"], dossier.AvisRendus);
        Assert.Throws<ActeImpossibleException>(() => UnDossier.Depose().RendreAvis(Rendu(SensAvis.Favorable, null, "35")));
    }

    [Fact]
    public void Un_seul_projet_identique_suffit_et_la_règle_attend_le_dernier_jugement()
    {
        var dossier = UnDossier.EnInstruction();
        void Juger(string numero, bool identique) =>
            Assert.True(
                dossier
                    .JugerLaSimilitude(
                        new JugementDeSimilitude(
                            UnDossier.Instructeur,
                            Quand.Le(2021, 7, 1),
                            UnReglement.Bretagne,
                            numero,
                            identique,
                            "Comparé."
                        )
                        {
                            AJuger = ["A", "B"],
                        }
                    )
                    .EstAccepte
            );
        Conclusion? Conclusion() => dossier.Grille.Single(c => c.Regle == "R67").Conclusion;

        Juger("A", identique: false);
        Assert.Null(Conclusion());
        Juger("B", identique: true);
        Assert.Equal(Domain.Dossiers.Conclusion.NonConforme, Conclusion());
        Juger("A", identique: false);
        Assert.Equal(Domain.Dossiers.Conclusion.NonConforme, Conclusion());
        Juger("B", identique: false);
        Assert.Equal(Domain.Dossiers.Conclusion.Conforme, Conclusion());
    }

    [Fact]
    public void Un_dossier_déjà_dit_recevable_ne_devient_pas_irrecevable()
    {
        var dossier = UnDossier.Instruit();
        dossier.Rouvrir(UnDossier.PriseEnCharge());
        var refus = Assert.Throws<ActeImpossibleException>(() =>
            dossier.DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite(Quand.Le(2021, 6, 1)))
        );
        Assert.Contains("déjà été déclaré recevable", refus.Message, StringComparison.Ordinal);
    }
}
