using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

/// <summary>What a verb refuses even when the application asks for it wrongly.</summary>
public sealed class GardesTests
{
    [Fact]
    public void Une_ressource_acquise_sans_preuve_connue_refuse_le_depot()
    {
        var region = UnProjet.Ressource(TypeRessource.Region, 8_000m, StatutRessource.Acquis, null);
        var dossier = UnDossier.Brouillon(UneCandidature.Bretonne.Avec(p => p.Recevant(UnProjet.Fonds(20_000m), region)));

        Assert.Contains(dossier.Deposer(UnDossier.Depot()).Refus, c => c.Regle == "R18");
    }

    [Fact]
    public void Une_depense_negative_refuse_le_depot()
    {
        var dossier = UnDossier.Brouillon(
            UneCandidature.Bretonne.Avec(p => p.Depensant(UnProjet.Depense(30_000m), UnProjet.Depense(-2_000m)))
        );

        Assert.Contains(dossier.Deposer(UnDossier.Depot()).Refus, c => c.Regle == "I5");
    }

    [Fact]
    public void Un_nouveau_depot_garde_le_reglement_du_premier()
    {
        var dossier = UnDossier.A(EtatDossier.EnReconstruction);

        Assert.Throws<ActeImpossibleException>(() =>
            dossier.Deposer(UnDossier.Depot(Quand.Le(2021, 7, 2), UnReglement.Bretagne with { Version = "v2" }))
        );
        Assert.Equal("version-BZH-V1", dossier.VersionReglement);
    }

    [Fact]
    public void Un_accord_sans_enveloppe_lue_est_refuse()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(null, null, dossier);

        Assert.Contains(seance.Decide(dossier, UneSeance.Accord(), situation: new Situation()).Resultat.Refus, c => c.Regle == "R3");
    }

    [Fact]
    public void Un_brouillon_ne_s_inscrit_pas_a_l_ordre_du_jour() =>
        Assert.Throws<ActeImpossibleException>(() =>
            UneSeance.Planifiee().Inscrire(UnDossier.Brouillon(), UnReglement.Bretagne, UnDossier.Secretaire)
        );

    [Fact]
    public void Un_retrait_dit_pourquoi()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(null, null, dossier);

        Assert.Throws<ActeImpossibleException>(() => seance.Retirer(dossier, "  ", UnDossier.Secretaire));
        Assert.Equal(EtatDossier.InscritSeance, dossier.Etat);
    }

    [Fact]
    public void Des_axes_blancs_ne_sont_pas_des_axes()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(null, null, dossier);

        Assert.Contains(seance.Decide(dossier, UneSeance.ARevoir() with { Axes = [new(" ", null)] }).Resultat.Refus, c => c.Regle == "R66");
    }

    [Fact]
    public void La_decision_d_un_autre_dossier_ne_se_notifie_pas()
    {
        var (dossier, _) = UnDossier.DecideNonNotifie(UneSeance.Accord());
        var (_, autre) = UnDossier.DecideNonNotifie(UneSeance.Refus());

        Assert.Throws<ActeImpossibleException>(() =>
            dossier.Notifier(autre, UnReglement.Bretagne, UnDossier.Secretaire, Quand.Le(2021, 6, 25))
        );
    }

    [Fact]
    public void Conclure_de_la_meme_facon_garde_l_agent_et_l_instant()
    {
        var dossier = UnDossier.EnInstruction();
        var controle = dossier.Grille.First(c => c.Propose == ResultatConstat.Conforme);
        var saisie = new ConclusionSaisie(controle.Id, Conclusion.Conforme, null);
        dossier.Conclure([saisie], UnDossier.Instructeur, Quand.Le(2021, 5, 20));
        var revision = dossier.Revision;

        dossier.Conclure([saisie], UnDossier.Secretaire, Quand.Le(2021, 5, 21));

        Assert.Equal(
            (UnDossier.Instructeur.Id, Quand.Le(2021, 5, 20), revision),
            (controle.Agent!.Value, controle.Le!.Value, dossier.Revision)
        );
    }

    [Fact]
    public void Chaque_version_deposee_garde_ses_montants()
    {
        var version = Assert.Single(UnDossier.Depose().Versions);

        Assert.NotNull(version.MontantDemande);
        Assert.Equal(version.Contenu.Projet.MontantDemande, version.MontantDemande);
        Assert.NotNull(version.Assiette);
    }

    [Fact]
    public void Une_irrecevabilité_se_fonde_sur_une_règle_qui_bloque()
    {
        var alerte = UnReglement.Bretagne.Regles.First(r => r.Mode == Domain.Dispositifs.ModeRegle.Alerte).Code;
        var dossier = UnDossier.EnInstruction();
        var resultat = dossier.DeclarerIrrecevable(UnDossier.ActeDIrrecevabilite() with { Regle = alerte });
        Assert.Equal("regle", Assert.Single(resultat.Refus).Champ);
        Assert.Equal(EtatDossier.EnInstruction, dossier.Etat);
    }
}
