using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using static FitnGrants.Domain.Suivi.EtatAvenant;

namespace FitnGrants.Domain.Tests.Suivi;

/// <summary>An act changes by avenant, as section 1 of suivi.md says it; typed here, and not read from its guards.</summary>
public sealed class AvenantsTests
{
    private static readonly DateOnly Aout = new(2021, 8, 10);
    private static readonly DateOnly Prevu = UneFin(UnActe.A(EtapeDeSuivi.ACommencer));
    private static readonly DateOnly Commencer = new(2023, 7, 12);

    private static readonly Dictionary<string, (Func<UnActe, bool> Agir, EtatAvenant?[] Permis)> Verbes = new(StringComparer.Ordinal)
    {
        ["Demander"] = (
            u => u.Acte.DemanderUnAvenant("Le prestataire livre trois mois plus tard.", Prevu.AddMonths(3), u.Cadre(2021, 8, 2)).EstAccepte,
            [null]
        ),
        ["Ecrire"] = (u => Ecrire(u, Plus3Mois).EstAccepte, [null, EtatAvenant.Demande, EtatAvenant.Projet]),
        ["Editer"] = (u => u.Acte.EditerLAvenant(u.Cadre(2021, 8, 10), UnActe.Attribuant).EstAccepte, [EtatAvenant.Projet]),
        ["Reprendre"] = (u => u.Acte.ReprendreLAvenant("Une coquille.", u.Cadre(2021, 8, 11)).EstAccepte, [Edite, Signe]),
        ["Signer"] = (u => u.Acte.SignerLAvenant(Aout, u.Signatures(Aout), null, u.Cadre(2021, 8, 10)).Resultat.EstAccepte, [Edite]),
        ["Envoyer"] = (u => u.Acte.EnvoyerLAvenant(u.Cadre(2021, 8, 10)).EstAccepte, [Signe]),
        ["Recevoir"] = (
            u => u.Acte.RecevoirLAvenant(new DateOnly(2021, 8, 12), "AR n° 2", u.Cadre(2021, 8, 12), u.Engagement).EstAccepte,
            [Envoye]
        ),
        ["Ouvrir"] = (u => u.Acte.OuvrirLAvenant(u.Cadre(2021, 8, 12), u.Engagement), [Envoye]),
        ["Classer"] = (
            u => u.Acte.ClasserLAvenant("Le prestataire livre à temps.", u.Cadre(2021, 8, 11)).EstAccepte,
            [EtatAvenant.Demande, EtatAvenant.Projet, Edite, Signe]
        ),
    };

    private static Modifications Plus3Mois => new() { AchevementPrevu = Prevu.AddMonths(3) };

    public static TheoryData<string, EtatAvenant?, EtapeDeSuivi> TousLesCas() =>
        [
            .. from v in Verbes.Keys
            from e in new EtatAvenant?[] { null, EtatAvenant.Demande, EtatAvenant.Projet, Edite, Signe, Envoye, Notifie, Classe }
            from etape in new[] { EtapeDeSuivi.ACommencer, EtapeDeSuivi.EnExecution }
            select (v, e, etape),
        ];

    [Theory]
    [MemberData(nameof(TousLesCas))]
    public void Chaque_acte_n_est_possible_que_la_ou_il_a_un_sens(string verbe, EtatAvenant? etat, EtapeDeSuivi etape)
    {
        var u = A(etat, UnActe.A(etape));
        var (agir, permis) = Verbes[verbe];
        // One that is in force, or not followed up, leaves room for another.
        var ouvert = etat is Notifie or Classe ? null : etat;
        var (avant, avenants) = (u.Acte.Valeurs, u.Acte.Avenants);
        if (permis.Contains(ouvert))
        {
            Assert.True(agir(u));
            return;
        }
        Assert.False(Tenter(agir, u));
        Assert.Equal((avant, avenants), (u.Acte.Valeurs, u.Acte.Avenants));
    }

    public static TheoryData<string, EtapeDeSuivi> AvantLaReception() =>
        [
            .. from v in Verbes.Keys
            from e in Enum.GetValues<EtapeDeSuivi>()
            where e is not (EtapeDeSuivi.ACommencer or EtapeDeSuivi.EnExecution or EtapeDeSuivi.Termine)
            select (v, e),
        ];

    [Theory]
    [MemberData(nameof(AvantLaReception))]
    public void Un_acte_qui_n_est_pas_reçu_se_reprend_et_n_a_pas_d_avenant(string verbe, EtapeDeSuivi etape) =>
        Assert.False(Tenter(Verbes[verbe].Agir, UnActe.A(etape)));

    [Fact]
    public void Il_n_est_en_vigueur_qu_à_sa_réception()
    {
        var u = A(Envoye, UnActe.A(EtapeDeSuivi.EnExecution));
        Assert.Equal((Prevu, Prevu), (u.Acte.Termes!.AchevementPrevu, u.Acte.EcheanceLe));
        Assert.Equal((Envoye, u.Dossier.Numero + "-A2"), (u.Acte.AvenantEtat, u.Acte.AvenantEnCours!.Numero));
        Assert.True(u.Acte.OuvrirLAvenant(u.Cadre(2021, 8, 12), u.Engagement));
        var trois = Prevu.AddMonths(3);
        Assert.Equal((trois, trois), (u.Acte.Termes!.AchevementPrevu, u.Acte.EcheanceLe));
        Assert.Equal((null, null, null), (u.Acte.AvenantEtat, u.Acte.AvenantDepuis, u.Acte.AvenantEnCours));
        // What was said of a day stays: a letter of before it speaks of before it.
        Assert.Equal(Prevu, u.Acte.EnVigueurAu(new DateOnly(2021, 8, 11)).Termes.AchevementPrevu);
        Assert.Equal(trois, u.Acte.EnVigueurAu(new DateOnly(2021, 8, 12)).Termes.AchevementPrevu);
        Assert.Equal((Prevu, trois), (u.Acte.Avenants[0].Avant!.Termes.AchevementPrevu, u.Acte.Avenants[0].Apres!.Termes.AchevementPrevu));
        Assert.False(u.Acte.OuvrirLAvenant(u.Cadre(2021, 8, 13), u.Engagement));
    }

    [Fact]
    public void L_achèvement_se_déplace_jusqu_à_son_jour_et_pas_le_lendemain()
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        Assert.Equal("achevementPrevu", Assert.Single(Ecrire(u, Plus3Mois, Instant(Prevu.AddDays(1))).Refus).Champ);
        UnActe.Accepter(Ecrire(u, Plus3Mois, Instant(Prevu)));
        Assert.Equal(
            "achevementPrevu",
            Assert.Single(u.Acte.EditerLAvenant(u.Cadre(Instant(Prevu.AddDays(1))), UnActe.Attribuant).Refus).Champ
        );
        UnActe.Accepter(u.Acte.EditerLAvenant(u.Cadre(Instant(Prevu)), UnActe.Attribuant));
        // Edited on the last day: signed that day, and not on the next.
        var tard = Prevu.AddDays(1);
        Assert.Contains(
            "déplace un jour passé",
            Assert.Single(u.Acte.SignerLAvenant(Prevu, u.Signatures(tard), null, u.Cadre(Instant(tard))).Resultat.Refus).Message,
            StringComparison.Ordinal
        );
        UnActe.Accepter(u.Acte.SignerLAvenant(Prevu, u.Signatures(Prevu), null, u.Cadre(Instant(tard))).Resultat);
    }

    [Fact]
    public void Le_délai_pour_commencer_se_prolonge_une_fois_d_un_an_au_plus_avant_sa_fin()
    {
        var u = UnActe.A(EtapeDeSuivi.ACommencer);
        Assert.Equal(Commencer, u.Acte.CommencerAvantLe);
        Resultat Vers(DateOnly jour, DateOnly le) => Ecrire(u, new Modifications { CommencerAvantLe = jour }, Instant(le));
        Assert.Contains("un an au plus", Vers(new DateOnly(2024, 7, 13), Commencer).Refus.Single().Message, StringComparison.Ordinal);
        Assert.Contains(
            "ne se prolonge plus",
            Vers(new DateOnly(2024, 7, 12), Commencer.AddDays(1)).Refus.Single().Message,
            StringComparison.Ordinal
        );
        Assert.Contains("suit le", Vers(Commencer.AddDays(-1), Commencer).Refus.Single().Message, StringComparison.Ordinal);
        UnActe.Accepter(Vers(new DateOnly(2024, 7, 12), Commencer));
        EnVigueur(u, Commencer);
        Assert.Equal((new DateOnly(2024, 7, 12), new DateOnly(2024, 7, 12)), (u.Acte.CommencerAvantLe, u.Acte.EcheanceLe));
        Assert.Contains(
            "qu’une fois",
            Vers(new DateOnly(2024, 8, 12), Commencer.AddMonths(2)).Refus.Single().Message,
            StringComparison.Ordinal
        );
        UnActe.Accepter(u.Acte.DeclarerLeCommencement(new DateOnly(2024, 7, 12), surLHonneur: true, u.Cadre(2024, 7, 12)));
    }

    [Fact]
    public void Signé_à_temps_et_reçu_après_le_terme_il_ferme_la_caducité_demandée()
    {
        var u = UnActe.A(EtapeDeSuivi.ACommencer);
        UnActe.Accepter(Ecrire(u, new Modifications { CommencerAvantLe = new DateOnly(2024, 1, 12) }, Instant(Commencer)));
        UnActe.Accepter(u.Acte.EditerLAvenant(u.Cadre(Instant(Commencer)), UnActe.Attribuant));
        UnActe.Accepter(u.Acte.SignerLAvenant(Commencer, u.Signatures(Commencer), null, u.Cadre(Instant(Commencer))).Resultat);
        u.Entendre(ObjetDesObservations.Caducite, Quand.Le(2023, 7, 13));
        UnActe.Accepter(u.Acte.EnvoyerLAvenant(u.Cadre(2023, 7, 14)));
        Assert.True(u.Acte.OuvrirLAvenant(u.Cadre(2023, 7, 17), u.Engagement));
        Assert.Null(u.Acte.EnCours(ObjetDesObservations.Caducite));
        Assert.Throws<ActeImpossibleException>(() => u.Acte.ConstaterLaCaducite(UnActe.Motif, u.Cadre(2023, 7, 28), u.Engagement));
    }

    [Fact]
    public void Il_n_augmente_jamais_l_aide_d_un_centime()
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        Assert.Equal("montant", Assert.Single(Ecrire(u, new Modifications { Montant = new Euros(20_720.01m) }).Refus).Champ);
        Assert.Equal("montant", Assert.Single(Ecrire(u, new Modifications { Montant = Euros.Zero }).Refus).Champ);
        UnActe.Accepter(Ecrire(u, new Modifications { Montant = new Euros(20_719.99m) }));
    }

    [Fact]
    public void L_aide_baissée_veut_son_plan_et_revient_à_l_enveloppe_à_la_réception()
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        UnActe.Accepter(Ecrire(u, new Modifications { Montant = new Euros(14_000m) }));
        Assert.True(u.Acte.PlanDAvenantARefaire);
        Assert.Equal(["plan"], u.Acte.EditerLAvenant(u.Cadre(2021, 8, 10), UnActe.Attribuant).Refus.Select(r => r.Champ));
        // Bretagne pays up to the whole cost, and never a cent more.
        Assert.False(u.Acte.ProposerUnPlan(UnPlan(28_000m, 20_720m), u.Cadre(2021, 8, 10)).EstAccepte);
        Assert.False(u.Acte.ProposerUnPlan(UnPlan(13_999.99m, 14_000m), u.Cadre(2021, 8, 10)).EstAccepte);
        Assert.Contains(
            "ne peut que la baisser",
            string.Join(' ', u.Acte.ProposerUnPlan(UnPlan(28_000.01m, 14_000m), u.Cadre(2021, 8, 10)).Refus.Select(r => r.Message)),
            StringComparison.Ordinal
        );
        UnActe.Accepter(u.Acte.ProposerUnPlan(UnPlan(20_000m, 14_000m), u.Cadre(2021, 8, 10)));
        Assert.Equal(["plan"], u.Acte.EditerLAvenant(u.Cadre(2021, 8, 10), UnActe.Attribuant).Refus.Select(r => r.Champ));
        UnActe.Accepter(u.Acte.AccepterLePlan("Le périmètre est réduit.", u.Cadre(2021, 8, 10)));
        UnActe.Accepter(u.Acte.EditerLAvenant(u.Cadre(2021, 8, 10), UnActe.Attribuant));
        Assert.Equal((new Euros(20_720m), new Euros(28_000m)), (u.Acte.Montant, u.Acte.Depense));
        SignerEtRecevoir(u, Aout);
        Assert.Equal((new Euros(14_000m), new Euros(20_000m)), (u.Acte.Montant, u.Acte.Depense));
        Assert.Equal((new Euros(14_000m), CauseDeMouvement.Avenant), (u.Engagement.Montant, u.Engagement.Mouvements[^1].Cause));
        Assert.Equal(new Euros(20_720m), u.Engagement.MontantAu(Instant(Aout)));
        Assert.NotNull(u.Engagement.SirenReserve);
        Assert.Equal(20_000m, u.Acte.ProjetDeLActe(u.Dossier, u.Reglement)!.TotalDepenses!.Value.Montant);
    }

    [Fact]
    public void Une_autre_aide_veut_un_autre_plan_la_même_garde_le_sien()
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        UnActe.Accepter(Ecrire(u, new Modifications { Montant = new Euros(14_000m) }));
        UnActe.Accepter(u.Acte.ProposerUnPlan(UnPlan(20_000m, 14_000m), u.Cadre(2021, 8, 10)));
        UnActe.Accepter(Ecrire(u, new Modifications { Montant = new Euros(14_000m), AchevementPrevu = Prevu.AddMonths(1) }));
        Assert.True(u.Acte.PlanAAccepter);
        UnActe.Accepter(Ecrire(u, new Modifications { Montant = new Euros(13_000m) }));
        Assert.Equal((false, true), (u.Acte.PlanAAccepter, u.Acte.PlanDAvenantARefaire));
    }

    [Fact]
    public void Sans_changement_sans_motif_il_ne_s_édite_pas_et_il_dit_tout_à_la_fois()
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        UnActe.Accepter(u.Acte.EcrireUnAvenant(new Modifications { Objet = u.Acte.Termes!.Objet }, (" ", null), null, u.Cadre(2021, 8, 2)));
        Assert.Equal(Modifications.Aucune, u.Acte.AvenantEnCours!.Modifications);
        Assert.Equal(
            ["avenant", "motif", "service", "service"],
            u.Acte.EditerLAvenant(u.Cadre(2021, 8, 10), new AttribuantDeLActe(null, Signataire: false)).Refus.Select(r => r.Champ)
        );
    }

    [Fact]
    public void Une_pure_correction_de_rédaction_ne_touche_ni_jour_ni_montant()
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        var avant = u.Acte.Valeurs;
        UnActe.Accepter(Ecrire(u, new Modifications { Objet = "Gestion des courriers de la commune" }));
        EnVigueur(u, Aout);
        Assert.Equal(avant with { Termes = avant.Termes with { Objet = "Gestion des courriers de la commune" } }, u.Acte.Valeurs);
    }

    [Fact]
    public void Les_numéros_se_suivent_et_celui_qui_ne_fut_jamais_édité_resservit()
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        UnActe.Accepter(Ecrire(u, Plus3Mois));
        UnActe.Accepter(u.Acte.ClasserLAvenant("Inutile.", u.Cadre(2021, 8, 3)));
        UnActe.Accepter(Ecrire(u, Plus3Mois));
        Assert.Equal(2, u.Acte.AvenantEnCours!.Rang);
        UnActe.Accepter(u.Acte.EditerLAvenant(u.Cadre(2021, 8, 10), UnActe.Attribuant));
        UnActe.Accepter(u.Acte.ClasserLAvenant("Inutile.", u.Cadre(2021, 8, 11)));
        // A paper bears that number: it is not given twice.
        UnActe.Accepter(Ecrire(u, Plus3Mois, Quand.Le(2021, 8, 12)));
        Assert.Equal((3, u.Dossier.Numero + "-A3"), (u.Acte.AvenantEnCours!.Rang, u.Acte.AvenantEnCours.Numero));
    }

    [Fact]
    public void La_demande_du_bénéficiaire_donne_son_jour_à_l_avenant()
    {
        var u = A(EtatAvenant.Demande, UnActe.A(EtapeDeSuivi.EnExecution));
        UnActe.Accepter(
            u.Acte.EcrireUnAvenant(
                u.Acte.AvenantEnCours!.Modifications,
                (UnActe.Motif, null),
                new DateOnly(2021, 8, 1),
                u.Cadre(2021, 8, 5)
            )
        );
        Assert.Equal(
            (new DateOnly(2021, 8, 2), Prevu.AddMonths(3)),
            (u.Acte.AvenantEnCours!.DemandeLe, u.Acte.AvenantEnCours.Modifications.AchevementPrevu)
        );
    }

    [Fact]
    public void Une_fin_classe_l_avenant_en_cours()
    {
        var u = A(Signe, UnActe.A(EtapeDeSuivi.EnExecution));
        UnActe.Accepter(u.Acte.Renoncer("Le projet ne se fera pas.", u.Cadre(2021, 9, 1), u.Engagement));
        Assert.Equal((null, Classe, Euros.Zero), (u.Acte.AvenantEtat, u.Acte.Avenants[0].Etat, u.Engagement.Montant));
    }

    private static DateOnly UneFin(UnActe u) => u.Acte.Termes!.AchevementPrevu!.Value;

    private static DateTimeOffset Instant(DateOnly jour) => Quand.Le(jour.Year, jour.Month, jour.Day);

    private static Resultat Ecrire(UnActe u, Modifications m, DateTimeOffset? instant = null) =>
        u.Acte.EcrireUnAvenant(m, (UnActe.Motif, "Vu."), null, u.Cadre(instant ?? Quand.Le(2021, 8, 2)));

    private static PlanDeLActe UnPlan(decimal cout, decimal fonds)
    {
        var projet = UnProjet.Complet(cout, fonds);
        return new PlanDeLActe(projet.Depenses!.Value, projet.Ressources!.Value)
        {
            ProposePar = UnDossier.Representant.Fonction,
            ProposeLe = Quand.Le(2021, 8, 9),
        };
    }

    private static void EnVigueur(UnActe u, DateOnly jour)
    {
        UnActe.Accepter(u.Acte.EditerLAvenant(u.Cadre(Instant(jour)), UnActe.Attribuant));
        SignerEtRecevoir(u, jour);
    }

    private static void SignerEtRecevoir(UnActe u, DateOnly jour)
    {
        UnActe.Accepter(u.Acte.SignerLAvenant(jour, u.Signatures(jour), null, u.Cadre(Instant(jour))).Resultat);
        UnActe.Accepter(u.Acte.EnvoyerLAvenant(u.Cadre(Instant(jour))));
        Assert.True(u.Acte.OuvrirLAvenant(u.Cadre(Instant(jour.AddDays(2))), u.Engagement));
    }

    /// <summary>One whose avenant stands there, brought by its own verbs.</summary>
    private static UnActe A(EtatAvenant? etat, UnActe u)
    {
        string[] chemin = etat switch
        {
            null => [],
            EtatAvenant.Demande => ["Demander"],
            EtatAvenant.Projet => ["Ecrire"],
            Edite => ["Ecrire", "Editer"],
            Signe => ["Ecrire", "Editer", "Signer"],
            Envoye => ["Ecrire", "Editer", "Signer", "Envoyer"],
            Notifie => ["Ecrire", "Editer", "Signer", "Envoyer", "Ouvrir"],
            _ => ["Demander", "Classer"],
        };
        foreach (var verbe in chemin)
            Assert.True(Verbes[verbe].Agir(u), verbe);
        return u;
    }

    private static bool Tenter(Func<UnActe, bool> agir, UnActe u)
    {
        try
        {
            return agir(u);
        }
        catch (ActeImpossibleException)
        {
            return false;
        }
    }
}
