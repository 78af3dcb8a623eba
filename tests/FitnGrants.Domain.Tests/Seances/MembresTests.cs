using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances;

public sealed class MembresTests
{
    private static readonly DateOnly Juin = new(2021, 6, 22);
    private static readonly DateTimeOffset Avant = Quand.Le(2021, 6, 20);
    private static readonly Acteur Finistere = new(
        Guid.CreateVersion7(),
        "Préfecture du Finistère, membre",
        [new(Role.MembreCommunaute, Departement: "29", Region: "53")]
    );

    [Fact]
    public void Un_membre_parle_pour_sa_préfecture_dans_sa_région_seulement()
    {
        var seance = UneSeance.Planifiee(Juin);
        Assert.Equal("29", seance.MembreDe(Finistere, Droit.Sieger));
        Assert.Null(seance.MembreDe(Finistere, Droit.Decider));
        Assert.Null(UneSeance.Planifiee(Juin, UnReglement.HautRhin).MembreDe(Finistere, Droit.Sieger));
        var regional = Finistere with { Habilitations = [new(Role.MembreCommunaute, Region: "53")] };
        Assert.Equal("SGAR", seance.MembreDe(regional, Droit.Sieger));
        Assert.Null(
            seance.MembreDe(Finistere with { Habilitations = [new(Role.MembreCommunaute, Departement: "68", Region: "53")] }, Droit.Sieger)
        );
    }

    [Fact]
    public void Les_présences_se_disent_membre_par_membre_et_se_corrigent()
    {
        var seance = UneSeance.Ouverte(Juin);
        seance.Pointer(
            new Dictionary<string, Presence?>(StringComparer.Ordinal) { ["29"] = Presence.Present, ["35"] = Presence.Excuse },
            UnDossier.Secretaire
        );
        Assert.Equal(
            [("29", Presence.Present), ("35", Presence.Excuse)],
            seance.Membres.Where(m => m.Presence is not null).Select(m => (m.Code, m.Presence!.Value))
        );
        seance.Pointer(new Dictionary<string, Presence?>(StringComparer.Ordinal) { ["29"] = Presence.Absent }, UnDossier.Secretaire);
        Assert.Equal(
            ("29", Presence.Absent),
            Assert.Single(seance.Membres.Where(m => m.Presence is not null).Select(m => (m.Code, m.Presence!.Value)))
        );
        // Until its minutes are edited, after it too.
        seance.Cloturer(UnDossier.Secretaire, Quand.Le(2021, 6, 22));
        seance.Pointer(new Dictionary<string, Presence?>(StringComparer.Ordinal) { ["29"] = Presence.Present }, UnDossier.Secretaire);
        Assert.Equal(1, seance.Presents);
    }

    [Fact]
    public void Un_déport_survit_au_retrait_du_point_et_à_sa_réinscription()
    {
        var (dossier, autre) = (UnDossier.Instruit(), UnDossier.Instruit());
        var seance = UneSeance.Planifiee(Juin);
        seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
        seance.Inscrire(autre, UnReglement.Bretagne, UnDossier.Secretaire);
        seance.Deporter(dossier.Id, "29", "Lien d’intérêt.", Finistere, Avant);
        seance.Retirer(dossier, "Par erreur.", UnDossier.Secretaire);
        seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
        Assert.True(seance.Points.Single(p => p.DossierId == dossier.Id && p.Etat == EtatPoint.Inscrit).EstDeporte("29"));
        Assert.False(seance.Points.Single(p => p.DossierId == autre.Id).EstDeporte("29"));
    }

    [Fact]
    public void Le_déport_d_un_membre_laisse_le_rapport_d_un_autre_et_le_retrait_d_un_point_laisse_celui_qui_est_appelé()
    {
        var (appele, autre) = (UnDossier.Instruit(), UnDossier.Instruit());
        var seance = UneSeance.Ouverte(Juin, null, appele, autre);
        seance.ConfierLeRapport(autre.Id, "35", UnDossier.Secretaire);
        seance.Deporter(autre.Id, "29", "Lien d’intérêt.", Finistere, Avant);
        Assert.Equal("35", seance.Points.Single(p => p.DossierId == autre.Id).Rapporteur);
        seance.Appeler(appele.Id, UnDossier.Secretaire, Quand.Le(2021, 6, 22));
        var appel = seance.Points.Single(p => p.DossierId == appele.Id).AppeleLe;
        seance.Proposer(appele.Id, TypeDecision.Refus, null, UnDossier.Secretaire, Quand.Le(2021, 6, 23));
        seance.Retirer(autre, "Absent.", UnDossier.Secretaire);
        Assert.Equal(appele.Id, seance.PointCourant);
        Assert.True(seance.Decide(appele, UneSeance.Refus()).Resultat.EstAccepte);
        Assert.Equal(appel, seance.Points.Single(p => p.DossierId == appele.Id).AppeleLe);
    }

    [Fact]
    public void Un_point_décidé_garde_son_rang()
    {
        Dossier[] d = [UnDossier.Instruit(), UnDossier.Instruit(), UnDossier.Instruit()];
        var seance = UneSeance.Ouverte(Juin, null, d);
        Assert.True(seance.Decide(d[1], UneSeance.Refus()).Resultat.EstAccepte);
        var refus = Assert.Throws<ActeImpossibleException>(() => seance.Ordonner([d[1].Id, d[0].Id, d[2].Id], UnDossier.Secretaire));
        Assert.Contains("un point décidé garde son rang", refus.Message, StringComparison.Ordinal);
        seance.Ordonner([d[2].Id, d[1].Id, d[0].Id], UnDossier.Secretaire);
        Assert.Equal([d[2].Id, d[1].Id, d[0].Id], seance.Points.OrderBy(p => p.Ordre).Select(p => p.DossierId));
    }

    [Fact]
    public void Un_déport_se_déclare_une_fois_avant_l_appel_du_point_et_efface_l_avis_du_membre()
    {
        var (seance, dossier) = Prete();
        seance.Opiner(dossier.Id, "29", SensAvis.Favorable, null, Finistere, Avant);
        seance.ConfierLeRapport(dossier.Id, "29", UnDossier.Secretaire);
        var revision = seance.Revision;
        Assert.Throws<ActeImpossibleException>(() => seance.Deporter(dossier.Id, "29", "  ", Finistere, Avant));
        Assert.Throws<ActeImpossibleException>(() => seance.Deporter(dossier.Id, "68", "Lien d’intérêt.", Finistere, Avant));
        seance.Deporter(dossier.Id, "29", "Lien d’intérêt.", Finistere, Avant);
        var point = seance.Points[0];
        Assert.True(point.EstDeporte("29"));
        Assert.False(point.EstDeporte("35"));
        Assert.False(point.EstDeporte(null));
        Assert.Empty(point.Avis);
        Assert.Null(point.Rapporteur);
        Assert.Equal(revision, seance.Revision);
        Assert.Throws<ActeImpossibleException>(() => seance.Deporter(dossier.Id, "29", "Encore.", Finistere, Avant));
        Assert.Throws<ActeImpossibleException>(() => seance.Opiner(dossier.Id, "29", SensAvis.Favorable, null, Finistere, Avant));
        Assert.Throws<ActeImpossibleException>(() => seance.ConfierLeRapport(dossier.Id, "29", UnDossier.Secretaire));

        seance.Ouvrir(UnDossier.Secretaire, Quand.Le(2021, 6, 22));
        seance.Appeler(dossier.Id, UnDossier.Secretaire, Quand.Le(2021, 6, 22));
        Assert.Throws<ActeImpossibleException>(() => seance.Deporter(dossier.Id, "35", "Trop tard.", Finistere, Quand.Le(2021, 6, 22)));
        Assert.Throws<ActeImpossibleException>(() =>
            seance.Opiner(dossier.Id, "35", SensAvis.Favorable, null, Finistere, Quand.Le(2021, 6, 22))
        );
    }

    [Fact]
    public void Un_membre_a_un_seul_avis_par_point_le_dernier()
    {
        var (seance, dossier) = Prete();
        seance.Opiner(dossier.Id, "29", SensAvis.Favorable, null, Finistere, Avant);
        seance.Opiner(dossier.Id, "35", SensAvis.SansAvis, null, Finistere, Avant);
        seance.Opiner(dossier.Id, "29", SensAvis.Defavorable, "Coût trop élevé.", Finistere, Avant.AddHours(1));
        Assert.Equal(
            [("29", SensAvis.Defavorable), ("35", SensAvis.SansAvis)],
            seance.Points[0].Avis.OrderBy(a => a.Membre).Select(a => (a.Membre, a.Sens))
        );
    }

    [Fact]
    public void Le_point_appelé_est_le_point_courant_jusqu_au_suivant_au_retrait_ou_à_la_clôture()
    {
        var (a, b) = (UnDossier.Instruit(), UnDossier.Instruit());
        var planifiee = UneSeance.Planifiee(Juin);
        Assert.Throws<ActeImpossibleException>(() => planifiee.Appeler(a.Id, UnDossier.Secretaire, Avant));
        var seance = UneSeance.Ouverte(Juin, null, a, b);
        Assert.Throws<ActeImpossibleException>(() => seance.Appeler(Guid.NewGuid(), UnDossier.Secretaire, Quand.Le(2021, 6, 22)));
        var heure = Quand.Le(2021, 6, 22, 10);
        seance.Appeler(a.Id, UnDossier.Secretaire, heure);
        seance.Appeler(b.Id, UnDossier.Secretaire, heure.AddMinutes(1));
        seance.Appeler(a.Id, UnDossier.Secretaire, heure.AddMinutes(2));
        Assert.Equal((a.Id, heure), (seance.PointCourant, seance.Points[0].AppeleLe));
        seance.Retirer(a, "Absent.", UnDossier.Secretaire);
        Assert.Null(seance.PointCourant);
        Assert.True(seance.Decide(b, UneSeance.Refus()).Resultat.EstAccepte);
        seance.Appeler(b.Id, UnDossier.Secretaire, heure);
        seance.Cloturer(UnDossier.Secretaire, heure);
        Assert.Null(seance.PointCourant);
    }

    [Fact]
    public void Une_proposition_se_voit_et_ne_décide_rien()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        var heure = Quand.Le(2021, 6, 22, 10);
        seance.Proposer(dossier.Id, TypeDecision.Accord, new Euros(15_000m), UnDossier.Secretaire, heure);
        Assert.Equal(
            new Proposition(TypeDecision.Accord, new Euros(15_000m), UnDossier.Secretaire.Fonction, heure),
            seance.Points[0].Proposition
        );
        Assert.Equal(
            (EtatDossier.InscritSeance, EtatPoint.Inscrit, dossier.Id),
            (dossier.Etat, seance.Points[0].Etat, seance.PointCourant)
        );
        seance.Proposer(dossier.Id, TypeDecision.Refus, new Euros(15_000m), UnDossier.Secretaire, heure);
        Assert.Null(seance.Points[0].Proposition!.Montant);
        Assert.Equal(2, seance.Faits.Count(f => f.Acte == Acte.Proposer));
        seance.Decide(dossier, UneSeance.Refus());
        Assert.Throws<ActeImpossibleException>(() => seance.Proposer(dossier.Id, TypeDecision.Accord, null, UnDossier.Secretaire, heure));
    }

    [Fact]
    public void L_ordre_des_points_change_d_un_coup_ou_pas_du_tout()
    {
        Dossier[] d = [UnDossier.Instruit(), UnDossier.Instruit(), UnDossier.Instruit()];
        var seance = UneSeance.Planifiee(Juin);
        foreach (var dossier in d)
            seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
        seance.Ordonner([d[2].Id, d[0].Id, d[1].Id], UnDossier.Secretaire);
        Assert.Equal([d[2].Id, d[0].Id, d[1].Id], Ordre());
        foreach (var fausse in new[] { new[] { d[0].Id, d[1].Id }, [d[0].Id, d[0].Id, d[1].Id], [d[0].Id, d[1].Id, Guid.NewGuid()] })
            Assert.Throws<ActeImpossibleException>(() => seance.Ordonner(fausse, UnDossier.Secretaire));
        Assert.Equal([d[2].Id, d[0].Id, d[1].Id], Ordre());
        seance.Retirer(d[0], "Absent.", UnDossier.Secretaire);
        Assert.Equal([1, 2], seance.Points.Where(p => p.Etat == EtatPoint.Inscrit).OrderBy(p => p.Ordre).Select(p => p.Ordre));

        IEnumerable<Guid> Ordre() => seance.Points.OrderBy(p => p.Ordre).Select(p => p.DossierId);
    }

    [Fact]
    public void Le_rapporteur_siège_à_la_séance()
    {
        var (seance, dossier) = Prete();
        Assert.Throws<ActeImpossibleException>(() => seance.ConfierLeRapport(dossier.Id, "68", UnDossier.Secretaire));
        seance.ConfierLeRapport(dossier.Id, "22", UnDossier.Secretaire);
        Assert.Equal("22", seance.Points[0].Rapporteur);
        seance.ConfierLeRapport(dossier.Id, null, UnDossier.Secretaire);
        Assert.Null(seance.Points[0].Rapporteur);
    }

    private static (Seance Seance, Dossier Dossier) Prete()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Planifiee(Juin);
        seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
        return (seance, dossier);
    }
}
