using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances;

public sealed class RectificationTests
{
    private static readonly DateOnly Juin = new(2021, 6, 22);

    [Fact]
    public void Avant_sa_notification_une_décision_cède_à_une_autre_et_reste_lisible_avec_sa_raison()
    {
        var (seance, dossier, accord) = Decidee(UneSeance.Accord());
        var (resultat, refus) = seance.Rectifier(accord, dossier, UneSeance.Refus(), "Erreur de saisie.", UneSeance.Cadre(seance));
        Assert.True(resultat.EstAccepte);
        Assert.Equal((refus!.Id, refus.EnregistreeLe), (accord.AnnuleeParId!.Value, accord.AnnuleeLe!.Value));
        Assert.Equal((TypeDecision.Accord, new Euros(20_720m)), (accord.Type, accord.MontantAccorde!.Value));
        Assert.Equal(("Erreur de saisie.", null), (refus.MotifRectification, refus.AnnuleeParId));
        Assert.Equal((EtatDossier.Refuse, true), (dossier.Etat, dossier.NotificationEnAttente));
        Assert.Equal(Acte.Rectifier, dossier.Faits[^1].Acte);
        Assert.Throws<ActeImpossibleException>(() =>
            dossier.Notifier(accord, UnReglement.Bretagne, UnDossier.Secretaire, Quand.Le(2021, 6, 23))
        );
        dossier.Notifier(refus, UnReglement.Bretagne, UnDossier.Secretaire, Quand.Le(2021, 6, 23));
    }

    [Fact]
    public void Rectifiée_une_seconde_fois_c_est_la_dernière_qui_cède()
    {
        var (seance, dossier, accord) = Decidee(UneSeance.Accord());
        var refus = seance.Rectifier(accord, dossier, UneSeance.Refus(), "Erreur.", UneSeance.Cadre(seance)).Decision!;
        Assert.Throws<ActeImpossibleException>(() =>
            seance.Rectifier(accord, dossier, UneSeance.ARevoir(), "Encore.", UneSeance.Cadre(seance))
        );
        Assert.NotNull(seance.Rectifier(refus, dossier, UneSeance.Accord(10_000m), "Encore.", UneSeance.Cadre(seance)).Decision);
        Assert.Equal(EtatDossier.AccordSousReserve, dossier.Etat);
    }

    [Fact]
    public void Notifiée_ou_sans_motif_une_décision_ne_se_rectifie_pas()
    {
        var (seance, dossier, accord) = Decidee(UneSeance.Accord());
        Assert.Throws<ActeImpossibleException>(() => seance.Rectifier(accord, dossier, UneSeance.Refus(), " ", UneSeance.Cadre(seance)));
        dossier.Notifier(accord, UnReglement.Bretagne, UnDossier.Secretaire, Quand.Le(2021, 6, 23));
        Assert.Throws<ActeImpossibleException>(() =>
            seance.Rectifier(accord, dossier, UneSeance.Refus(), "Trop tard.", UneSeance.Cadre(seance))
        );
        Assert.Equal(EtatDossier.AccordSousReserve, dossier.Etat);
        Assert.Null(accord.AnnuleeParId);
    }

    [Fact]
    public void La_séance_close_laisse_rectifier_et_une_autre_séance_non()
    {
        var (seance, dossier, accord) = Decidee(UneSeance.Accord());
        seance.Cloturer(UnDossier.Secretaire, Quand.Le(2021, 6, 22));
        Assert.Throws<ActeImpossibleException>(() =>
            UneSeance.Ouverte(Juin).Rectifier(accord, dossier, UneSeance.Refus(), "Motif.", UneSeance.Cadre(seance))
        );
        Assert.NotNull(seance.Rectifier(accord, dossier, UneSeance.Refus(), "Motif.", UneSeance.Cadre(seance)).Decision);
    }

    [Fact]
    public void Refusée_par_une_règle_la_rectification_ne_change_rien()
    {
        var (seance, dossier, refus) = Decidee(UneSeance.Refus());
        var situation = Quand.Situation(UnReglement.Bretagne) with { Disponible = new Euros(20_719.99m) };
        var (resultat, decision) = seance.Rectifier(
            refus,
            dossier,
            UneSeance.Accord(),
            "Motif.",
            UneSeance.Cadre(seance, situation: situation)
        );
        Assert.Equal("R3", Assert.Single(resultat.Refus).Regle);
        Assert.Null(decision);
        Assert.Equal((EtatDossier.Refuse, null), (dossier.Etat, refus.AnnuleeParId));
    }

    [Fact]
    public void Un_à_revoir_rectifié_ne_compte_plus_et_ne_s_alerte_pas_de_lui_même()
    {
        var (seance, dossier, aRevoir) = Decidee(UneSeance.ARevoir());
        Assert.Equal(1, dossier.NombreARevoir);
        var (resultat, suivante) = seance.Rectifier(aRevoir, dossier, UneSeance.ARevoir(), "Un axe manquait.", UneSeance.Cadre(seance));
        Assert.Equal(1, dossier.NombreARevoir);
        Assert.DoesNotContain(resultat.Constats, c => c.Regle == "A17");
        seance.Rectifier(suivante!, dossier, UneSeance.Refus(), "Motif.", UneSeance.Cadre(seance));
        Assert.Equal(0, dossier.NombreARevoir);
    }

    /// <summary>Scenario 57.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Qui_a_instruit_est_alerté_quand_il_décide_et_refusé_en_séparation_stricte(bool stricte)
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        var agent = UnDossier.Secretaire with { Id = dossier.Instructeur!.Value };
        var resultat = seance
            .Decider(dossier, UneSeance.Refus(), UneSeance.Cadre(seance) with { Par = agent, SeparationStricte = stricte })
            .Resultat;
        Assert.Equal(!stricte, resultat.EstAccepte);
        var constat = Assert.Single(resultat.Constats, c => c.Nom.StartsWith("Séparation", StringComparison.Ordinal));
        Assert.Equal(stricte ? ResultatConstat.Bloquant : ResultatConstat.Alerte, constat.Resultat);
        var suivant = UnDossier.Instruit();
        var suivante = UneSeance.Ouverte(Juin, null, suivant);
        var autre = suivante.Decider(suivant, UneSeance.Refus(), UneSeance.Cadre(suivante) with { SeparationStricte = stricte }).Resultat;
        Assert.DoesNotContain(autre.Constats, c => c.Nom.StartsWith("Séparation", StringComparison.Ordinal));
    }

    [Fact]
    public void Qui_a_conclu_une_règle_a_instruit_aussi_et_le_journal_garde_l_alerte()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        var agent = UnDossier.Secretaire with { Id = dossier.Grille.First(c => c.Agent is not null).Agent!.Value };
        typeof(Dossier).GetProperty(nameof(Dossier.Instructeur))!.SetValue(dossier, Guid.NewGuid());
        var (resultat, _) = seance.Decider(dossier, UneSeance.Refus(), UneSeance.Cadre(seance) with { Par = agent });
        Assert.Contains(resultat.Constats, c => c.Regle == "R64" && c.Resultat == ResultatConstat.Alerte);
        Assert.Contains("R64", dossier.Faits[^1].Details["alertes"], StringComparison.Ordinal);
    }

    [Fact]
    public void Les_motifs_codés_donnent_les_fondements_et_gardent_leur_nom()
    {
        var dossier = UnDossier.Instruit();
        var proposee = UneSeance.Accord() with
        {
            Fondements = [],
            Motifs = ["R50", "R38", "R59", "INCONNU", "R3"],
            Conditions = "  Fournir le devis. ",
        };
        var (resultat, decision) = UneSeance.Ouverte(Juin, null, dossier).Decide(dossier, proposee);
        Assert.True(resultat.EstAccepte);
        Assert.Equal([Fondement.Critere, Fondement.Valeur, Fondement.Priorite], decision!.Fondements);
        Assert.Equal(["R38", "R50", "R59"], decision.Motifs.Select(m => m.Code).Order());
        Assert.All(decision.Motifs, m => Assert.NotEmpty(m.Nom));
        Assert.Equal("Fournir le devis.", decision.Conditions);
    }

    [Fact]
    public void Conditions_axes_et_dossiers_semblables_vont_à_la_décision_qui_les_porte()
    {
        var complet = UneSeance.ARevoir() with
        {
            Conditions = "Sans objet.",
            Similaires = ["FITN-BZH-V1-2021-00002"],
            Axes = [new("Associer les usagers", "R50"), new(" ", null)],
        };
        var (_, _, aRevoir) = Decidee(complet);
        Assert.Equal([new AxeDAmelioration("Associer les usagers", "R50")], aRevoir.Axes);
        Assert.Equal(["FITN-BZH-V1-2021-00002"], aRevoir.Similaires);
        Assert.Null(aRevoir.Conditions);
        var (_, _, accord) = Decidee(UneSeance.Accord() with { Axes = complet.Axes, Similaires = complet.Similaires });
        Assert.Empty(accord.Axes);
        Assert.Empty(accord.Similaires);
    }

    [Theory]
    [InlineData("R50", Fondement.Critere)]
    [InlineData("R38", Fondement.Priorite)]
    [InlineData("R46", Fondement.Priorite)]
    [InlineData("R47", Fondement.Critere)]
    [InlineData("R55", Fondement.Valeur)]
    [InlineData("R59", Fondement.Valeur)]
    [InlineData("R31", Fondement.Exclusion)]
    [InlineData("R37", Fondement.Exclusion)]
    [InlineData("R28", Fondement.Exclusion)]
    [InlineData("R29", Fondement.Priorite)]
    [InlineData("R9", Fondement.Priorite)]
    [InlineData("R10", Fondement.Exclusion)]
    [InlineData("R12", Fondement.Exclusion)]
    [InlineData("R14", Fondement.Critere)]
    [InlineData("R23", Fondement.Critere)]
    [InlineData("R27", Fondement.Critere)]
    [InlineData("R30", Fondement.Critere)]
    [InlineData("R54", Fondement.Critere)]
    [InlineData("R76", Fondement.Priorite)]
    [InlineData("R8", null)]
    [InlineData("R13", null)]
    [InlineData("R22", null)]
    [InlineData("R77", null)]
    [InlineData("X50", null)]
    [InlineData("R3", null)]
    [InlineData("R60", null)]
    [InlineData("A5", null)]
    [InlineData("R", null)]
    [InlineData("D2018-514-3", null)]
    public void Chaque_règle_donne_le_fondement_de_son_chapitre(string code, Fondement? attendu) =>
        Assert.Equal(attendu, Motifs.FondementDe(code));

    [Fact]
    public void Chaque_dispositif_offre_de_quoi_motiver() =>
        Assert.All(UnReglement.Tous, r => Assert.True(Motifs.Offerts(r).Length >= 5, r.Code));

    private static (Seance Seance, Dossier Dossier, Decision Decision) Decidee(DecisionProposee proposee)
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        return (seance, dossier, seance.Decide(dossier, proposee).Decision!);
    }
}
