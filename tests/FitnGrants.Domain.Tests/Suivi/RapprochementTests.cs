using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Chorus;

namespace FitnGrants.Domain.Tests.Suivi;

/// <summary>What Chorus says, matched with what waits (suivi.md, 3): by demande de paiement, else by engagement and amount.</summary>
public sealed class RapprochementTests
{
    private const string Dp = "100000001";
    private const string Ej = "2100000001";
    private static readonly Acteur Agent = UnDossier.Qui("SGAR", Role.Gestionnaire);
    private static readonly DateOnly Jour = new(2021, 9, 15);

    private static LigneLue Lue(decimal montant, string? dp = Dp, string? poste = "1", string? ej = Ej, int jours = 0) =>
        new(2, dp, poste, ej, null, new Euros(montant), Jour.AddDays(jours));

    private static IReadOnlyList<LigneChorus> Lire(IReadOnlyCollection<LigneChorus> connues, params LigneLue[] lues) =>
        ExtraitChorus.Lire("R53", "extrait.csv", lues, connues, Agent, DateTimeOffset.UnixEpoch).Lignes;

    private static VersementConnu Attendu(
        decimal montant,
        string? dp = Dp,
        EtatDeVersement etat = EtatDeVersement.Ordonnancee,
        decimal? paye = null,
        bool duService = true,
        string ej = Ej
    ) => new(Guid.NewGuid(), "FITN-1", 1, etat, dp, new Euros(montant), paye is { } p ? new Euros(p) : null, [ej], duService);

    private static PaiementChorus Seul(IReadOnlyList<LigneChorus> lignes, params VersementConnu[] versements) =>
        Assert.Single(Rapprochement.Faire(lignes, new Attendus(versements, [], new HashSet<string>(), [])));

    [Fact]
    public void Un_extrait_relu_n_apporte_rien()
    {
        LigneLue[] lues = [Lue(100m), Lue(100m, poste: "2"), Lue(100m, jours: 1), Lue(-100m), Lue(50m, dp: null)];
        var connues = Lire([], lues);
        Assert.Equal(5, connues.Count);
        Assert.Empty(Lire(connues, lues));
        Assert.Equal(new Euros(100.01m), Assert.Single(Lire(connues, [.. lues, Lue(100.01m)])).Contenu.Montant);
    }

    [Fact]
    public void Une_ligne_deux_fois_dans_un_extrait_est_la_même()
    {
        Assert.Single(Lire([], Lue(100m), Lue(100m)));
        // Without its poste nothing tells them: they are two.
        var sans = Lire([], Lue(100m, poste: null), Lue(100m, poste: null));
        Assert.Equal(2, sans.Count);
        Assert.Empty(Lire(sans, Lue(100m, poste: null), Lue(100m, poste: null)));
        Assert.Single(Lire(sans, Lue(100m, poste: null), Lue(100m, poste: null), Lue(100m, poste: null)));
    }

    [Fact]
    public void Un_extrait_qui_dit_les_postes_reconnaît_celui_qui_ne_les_disait_pas()
    {
        var sans = Lire([], Lue(100m, poste: null), Lue(100m, poste: null));
        Assert.Empty(Lire(sans, Lue(100m), Lue(100m, poste: "2")));
        var avec = Lire([], Lue(100m), Lue(100m, poste: "2"));
        Assert.Empty(Lire(avec, Lue(100m, poste: null), Lue(100m, poste: null)));
    }

    [Fact]
    public void Un_paiement_est_la_somme_de_ses_postes()
    {
        var lignes = Lire([], Lue(600m), Lue(400m, poste: "2"));
        var paiement = Seul(lignes, Attendu(1_000m));
        Assert.Equal((SortDePaiement.Rapproche, new Euros(1_000m), 2), (paiement.Sort, paiement.Montant, paiement.Lignes.Count));
        Assert.Equal(SortDePaiement.AutreMontant, Seul(lignes, Attendu(1_000.01m)).Sort);
        Assert.Equal(SortDePaiement.DejaNote, Seul(lignes, Attendu(1_000m, etat: EtatDeVersement.Payee, paye: 1_000m)).Sort);
    }

    [Fact]
    public void Sans_demande_de_paiement_connue_l_engagement_et_le_montant_suffisent_à_un_seul()
    {
        var lignes = Lire([], Lue(1_000m));
        var attendu = Attendu(1_000m, dp: null, etat: EtatDeVersement.Controlee);
        Assert.Equal(attendu, Seul(lignes, attendu).Versement);
        Assert.Equal(SortDePaiement.Ambigu, Seul(lignes, attendu, Attendu(1_000m, dp: null)).Sort);
        // Another amount on a known engagement is nobody's to guess.
        Assert.Equal(SortDePaiement.Ambigu, Seul(lignes, Attendu(999.99m, dp: null)).Sort);
        Assert.Equal(SortDePaiement.Inconnu, Seul(lignes, Attendu(1_000m, dp: null, ej: "2100000002")).Sort);
    }

    [Fact]
    public void Deux_paiements_qui_pourraient_être_le_même_attendent_un_choix()
    {
        var attendu = Attendu(1_000m, dp: null);
        var lignes = Lire([], Lue(1_000m), Lue(1_000m, dp: "100000002"));
        Assert.All(Rapprochement.Faire(lignes, new Attendus([attendu], [], new HashSet<string>(), [])), p =>
            Assert.Equal((SortDePaiement.Ambigu, false), (p.Sort, p.Applicable))
        );
        lignes[0].Choisir(attendu.Id);
        var choisi = Rapprochement.Faire([lignes[0]], new Attendus([attendu], [], new HashSet<string>(), []));
        Assert.Equal(attendu, Assert.Single(choisi).Versement);
    }

    [Fact]
    public void Un_acte_d_un_autre_service_se_dit_sans_se_montrer()
    {
        var lignes = Lire([], Lue(1_000m));
        var autre = Seul(lignes, Attendu(1_000m, duService: false));
        Assert.Equal((SortDePaiement.AutreService, null, 0), (autre.Sort, autre.Versement, autre.Candidats.Count));
        var parEj = Rapprochement.Faire(Lire([], Lue(1_000m, dp: null)), new Attendus([], [], new HashSet<string> { Ej }, []));
        Assert.Equal(SortDePaiement.AutreService, Assert.Single(parEj).Sort);
    }

    [Fact]
    public void Une_somme_rendue_va_au_seul_reversement_qui_peut_la_prendre()
    {
        var reversement = new ReversementConnu("FITN-1", 1, new Euros(500m), [Ej], [Dp]);
        var lignes = Lire([], Lue(-300m), Lue(-200m, poste: "2"), Lue(-0.01m, poste: "3"));
        var sorts = Rapprochement.Faire(lignes, new Attendus([], [reversement], new HashSet<string>(), [])).Select(p => p.Sort);
        Assert.Equal([SortDePaiement.Recouvrement, SortDePaiement.Recouvrement, SortDePaiement.Inconnu], sorts);
    }

    [Fact]
    public void Ce_qui_est_payé_au_delà_reste_un_écart_jusqu_à_ce_qu_il_revienne()
    {
        var (u, demande) = Ordonnancee(740m);
        UnActe.Accepter(Constater(u, demande, 740m));
        Assert.Equal((false, new Euros(740m)), (demande.EcartOuvert, u.Acte.Liquider(u.Versements).Paye));
        var faits = u.Acte.Faits.Count;
        UnActe.Accepter(Constater(u, demande, 740m));
        Assert.Equal(faits, u.Acte.Faits.Count);

        UnActe.Accepter(Constater(u, demande, u.Acte.Montant.Montant + 0.01m));
        Assert.True(demande.EcartOuvert);
        Assert.Equal(u.Acte.Montant + Euros.UnCentime, u.Engagement.Montant);
        Assert.Throws<ActeImpossibleException>(() => u.Acte.ReglerUnEcart(demande, "Réglé.", u.Cadre(2021, 9, 2)));
        UnActe.Accepter(Constater(u, demande, 739m));
        Assert.Equal(new Euros(-1m), demande.Ecart);
        Assert.False(u.Acte.ReglerUnEcart(demande, " ", u.Cadre(2021, 9, 2)).EstAccepte);
        UnActe.Accepter(u.Acte.ReglerUnEcart(demande, "Un euro retenu par le comptable.", u.Cadre(2021, 9, 2)));
        Assert.False(demande.EcartOuvert);
    }

    private static Resultat Constater(UnActe u, DemandeDeVersement demande, decimal montant) =>
        u.Acte.ConstaterUnPaiement(
            demande,
            Dp,
            new DateOnly(2021, 9, 2),
            new Euros(montant),
            u.Cadre(2021, 9, 2, UnDossier.Secretaire),
            u.Engagement
        );

    private static (UnActe Acte, DemandeDeVersement Demande) Ordonnancee(decimal montant)
    {
        var u = UnActe.A(EtapeDeSuivi.EnExecution);
        var c = u.Cadre(2021, 9, 1, Agent);
        var demande = u.Acte.PreparerUnVersement(NatureDeVersement.Acompte, c).Demande!;
        u.Versements.Add(demande);
        var jour = new DateOnly(2021, 8, 1);
        UnActe.Accepter(u.Acte.EcrireUnVersement(demande, null, [new("Atelier", 0, "F-1", jour, jour, new Euros(1_000m))], c));
        UnActe.Accepter(u.Acte.TransmettreUnVersement(demande, c with { Par = UnDossier.Representant }));
        UnActe.Accepter(u.Acte.ControlerUnVersement(demande, [], new Euros(montant), "Vu.", c));
        UnActe.Accepter(u.Acte.OrdonnancerUnVersement(demande, Dp, c));
        return (u, demande);
    }
}
