using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class RetraitTests
{
    [Theory]
    [InlineData(EtatDossier.Depose)]
    [InlineData(EtatDossier.EnInstruction)]
    [InlineData(EtatDossier.ACompleter)]
    [InlineData(EtatDossier.Instruit)]
    [InlineData(EtatDossier.EnReconstruction)]
    public void Un_dossier_sans_décision_se_retire_et_ne_bouge_plus(EtatDossier etat)
    {
        var dossier = UnDossier.A(etat);
        Assert.True(dossier.EstRetirable);
        dossier.Retirer("  Le marché est annulé. ", UnDossier.Representant);
        Assert.Equal(
            (EtatDossier.Retire, null, false, false),
            (dossier.Etat, dossier.EcheanceLe, dossier.EstModifiable, dossier.EstRetirable)
        );
        Assert.Equal(
            $"Dossier RetirerLeDossier : {etat} → Retire [motif=Le marché est annulé., par=Vern-sur-Seiche, représentant légal]",
            Journal.Lignes(dossier)[^1]
        );
        Assert.Throws<ActeImpossibleException>(() => dossier.Retirer(null, UnDossier.Representant));
        Assert.Throws<ActeImpossibleException>(() => dossier.Deposer(UnDossier.Depot()));
        Assert.Throws<ActeImpossibleException>(() => dossier.PrendreEnCharge(UnDossier.PriseEnCharge()));
    }

    [Theory]
    [InlineData(EtatDossier.Brouillon)]
    [InlineData(EtatDossier.InscritSeance)]
    [InlineData(EtatDossier.AccordSousReserve)]
    [InlineData(EtatDossier.Refuse)]
    [InlineData(EtatDossier.Irrecevable)]
    [InlineData(EtatDossier.Reoriente)]
    [InlineData(EtatDossier.Retire)]
    public void Un_brouillon_un_dossier_en_séance_ou_décidé_ne_se_retire_pas(EtatDossier etat)
    {
        var dossier = UnDossier.A(etat);
        var faits = dossier.Faits.Count;
        Assert.Throws<ActeImpossibleException>(() => dossier.Retirer(null, UnDossier.Representant));
        Assert.Equal((etat, faits), (dossier.Etat, dossier.Faits.Count));
    }

    [Fact]
    public void Décidé_mais_pas_notifié_il_ne_se_retire_pas_et_rien_n_en_est_dit()
    {
        var (dossier, _) = UnDossier.DecideNonNotifie(UneSeance.ARevoir());
        Assert.False(dossier.EstRetirable);
        Assert.Equal(
            "Action impossible : le dossier est à l'état « Inscrit en séance ».",
            Lisible.De(Assert.Throws<ActeImpossibleException>(() => dossier.Retirer(null, UnDossier.Representant)).Message)
        );
    }

    [Fact]
    public void À_l_ordre_du_jour_il_le_quitte_avant_l_ouverture_et_plus_après()
    {
        var (dossier, reste) = (UnDossier.Instruit(), UnDossier.Instruit());
        var seance = UneSeance.Planifiee();
        seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
        seance.Inscrire(reste, UnReglement.Bretagne, UnDossier.Secretaire);
        seance.LaisserRetirer(dossier, null, UnDossier.Representant);
        Assert.Equal((EtatDossier.Retire, EtatPoint.Retire), (dossier.Etat, seance.Points[0].Etat));
        Assert.Equal(1, seance.Points.Single(p => p.DossierId == reste.Id).Ordre);

        seance.Ouvrir(UnDossier.Secretaire, Quand.Le(2021, 6, 22));
        var avant = Lisible.De(
            Assert.Throws<ActeImpossibleException>(() => seance.LaisserRetirer(reste, null, UnDossier.Representant)).Message
        );
        Assert.True(seance.Decide(reste, UneSeance.Refus()).Resultat.EstAccepte);
        Assert.Equal(
            avant,
            Lisible.De(Assert.Throws<ActeImpossibleException>(() => seance.LaisserRetirer(reste, null, UnDossier.Representant)).Message)
        );
        Assert.Equal("Action impossible : votre dossier est examiné en séance. Attendez la décision, elle vous est notifiée.", avant);
    }

    [Fact]
    public void Un_brouillon_se_supprime_un_dossier_déposé_jamais()
    {
        var brouillon = UnDossier.Brouillon();
        Assert.True(brouillon.EstSupprimable);
        brouillon.Supprimer(UnDossier.Representant);
        Assert.Equal("Dossier Supprimer : Brouillon → – [par=Vern-sur-Seiche, représentant légal]", Journal.Lignes(brouillon)[^1]);
        foreach (var etat in Enum.GetValues<EtatDossier>().Except([EtatDossier.Brouillon]))
            Assert.Throws<ActeImpossibleException>(() => UnDossier.A(etat).Supprimer(UnDossier.Representant));
    }
}
