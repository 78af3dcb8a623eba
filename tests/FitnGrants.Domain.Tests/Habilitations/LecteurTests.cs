using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;

namespace FitnGrants.Domain.Tests.Habilitations;

/// <summary>Who may know what, before the porteur is told and where a member withdrew.</summary>
public sealed class LecteurTests
{
    private static readonly DateTimeOffset Pendant = Quand.Le(2021, 6, 22);

    private static Lecteur De(params Habilitation[] habilitations) => Lecteur.De(new Acteur(Guid.NewGuid(), "Essai", [.. habilitations]));

    [Fact]
    public void La_decision_qui_attend_n_est_lue_que_de_qui_l_enregistre_ou_l_audite()
    {
        EtatDossier Lu(Lecteur lecteur, string region = "53") => lecteur.EtatDe(EtatDossier.Refuse, enAttente: true, region);

        Assert.Equal(EtatDossier.Refuse, Lu(De(new Habilitation(Role.Secretaire, Region: "53"))));
        Assert.Equal(EtatDossier.InscritSeance, Lu(De(new Habilitation(Role.Secretaire, Region: "53")), "44"));
        Assert.Equal(EtatDossier.Refuse, Lu(De(new Habilitation(Role.Auditeur))));
        Assert.Equal(EtatDossier.Refuse, Lu(De(new Habilitation(Role.Auditeur)), "44"));
        Assert.Equal(EtatDossier.Refuse, Lu(De(new Habilitation(Role.Auditeur, Region: "53"))));
        Assert.Equal(EtatDossier.InscritSeance, Lu(De(new Habilitation(Role.Auditeur, Region: "53")), "44"));
        Assert.Equal(EtatDossier.Refuse, Lu(Lecteur.DeLInstance));
        foreach (
            var autre in new[]
            {
                new Habilitation(Role.InstructeurDep, Departement: "35", Region: "53"),
                new Habilitation(Role.MembreCommunaute, Departement: "35", Region: "53"),
                new Habilitation(Role.ChefDeService, Departement: "35", Region: "53"),
                new Habilitation(Role.Gestionnaire, Region: "53"),
                new Habilitation(Role.Labo, Region: "53"),
                new Habilitation(Role.RepresentantLegal, Siren: "213503527"),
            }
        )
            Assert.Equal(EtatDossier.InscritSeance, Lu(De(autre)));
        // Told, everyone reads it.
        Assert.Equal(
            EtatDossier.Refuse,
            De(new Habilitation(Role.Porteur, Siren: "213503527")).EtatDe(EtatDossier.Refuse, enAttente: false, "53")
        );
    }

    [Fact]
    public void Les_listes_se_filtrent_par_l_etat_qui_se_lit()
    {
        var (agent, secretaire) = (
            De(new Habilitation(Role.InstructeurDep, Departement: "35", Region: "53")),
            De(new Habilitation(Role.Secretaire, Region: "53"))
        );
        var (decide, depose) = (UnDossier.Instruit(), UnDossier.Depose());
        var seance = UneSeance.Ouverte(null, null, decide);
        seance.Decide(decide, UneSeance.Refus());
        Assert.True(decide.NotificationEnAttente);

        bool Trouve(Lecteur lecteur, Dossier dossier, params EtatDossier[] etats) => lecteur.DansLesEtats(etats).Compile()(dossier);

        Assert.True(Trouve(secretaire, decide, EtatDossier.Refuse));
        Assert.False(Trouve(secretaire, decide, EtatDossier.InscritSeance));
        Assert.False(Trouve(agent, decide, EtatDossier.Refuse));
        Assert.False(Trouve(agent, decide, EtatDossier.Refuse, EtatDossier.AccordSousReserve));
        Assert.True(Trouve(agent, decide, EtatDossier.InscritSeance));
        Assert.True(Trouve(agent, decide, EtatDossier.InscritSeance, EtatDossier.Refuse));
        Assert.True(Trouve(agent, depose, EtatDossier.Depose));
        Assert.True(Trouve(agent, depose, EtatDossier.Depose, EtatDossier.EnInstruction));
        Assert.False(Trouve(agent, depose, EtatDossier.EnInstruction));
        Assert.False(Trouve(agent, depose, EtatDossier.EnInstruction, EtatDossier.Instruit));
        Assert.False(Trouve(agent, depose, EtatDossier.InscritSeance));
        Assert.True(Trouve(Lecteur.DeLInstance, decide, EtatDossier.Refuse));
        Assert.Equal((EtatDossier.InscritSeance, EtatDossier.Refuse), (agent.EtatDe(decide), secretaire.EtatDe(decide)));
    }

    [Fact]
    public void Qui_s_est_deporte_ne_lit_rien_du_point_et_sa_prefecture_non_plus()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Planifiee();
        seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
        seance.Deporter(dossier.Id, "35", "Élu de la commune.", UnDossier.Secretaire, Pendant);
        var point = seance.Points[0];

        SavoirDeSeance De35(Role role) => De(new Habilitation(role, Departement: "35", Region: "53")).EnSeance(seance);

        foreach (var role in new[] { Role.MembreCommunaute, Role.InstructeurDep, Role.ChefDeService })
        {
            Assert.Equal(["35"], De35(role).Sieges);
            Assert.True(De35(role).EstDeporte(point));
            Assert.Equal((false, true), (De35(role).Decision(point, notifiee: false), De35(role).Decision(point, notifiee: true)));
        }
        foreach (
            var autre in new[]
            {
                De(new Habilitation(Role.MembreCommunaute, Departement: "29", Region: "53")),
                De(new Habilitation(Role.MembreCommunaute, Region: "53")),
                De(new Habilitation(Role.MembreCommunaute, Departement: "35", Region: "44")),
                De(new Habilitation(Role.Secretaire, Region: "53")),
                De(new Habilitation(Role.Auditeur, Departement: "35", Region: "53")),
                Lecteur.DeLInstance,
            }
        )
            Assert.False(autre.EnSeance(seance).EstDeporte(point));
        Assert.True(De(new Habilitation(Role.MembreCommunaute, Departement: "29", Region: "53")).EnSeance(seance).Decision(point, false));
    }

    [Fact]
    public void Il_dit_pour_qui_il_lit()
    {
        var porteur = De(new Habilitation(Role.Porteur, Siren: "213503527"), new Habilitation(Role.Lecteur, Siren: "213503527"));
        var membre = De(
            new Habilitation(Role.MembreCommunaute, Region: "53"),
            new Habilitation(Role.InstructeurDep, Departement: "35", Region: "53"),
            new Habilitation(Role.Auditeur, Region: "44")
        );

        Assert.Equal((false, true), (porteur.EstAgent, porteur.EstDeLaCollectivite("213503527")));
        Assert.False(porteur.EstDeLaCollectivite("215600776"));
        Assert.Equal(["213503527"], porteur.Sirens);
        Assert.Empty(porteur.Seances);
        Assert.True(membre.EstAgent);
        Assert.True(Lecteur.DeLInstance.EstAgent);
        Assert.Equal(["53"], membre.Seances);
        Assert.Equal(["53:SGAR", "53:35"], membre.Sieges);
        Assert.Equal((false, "44"), (membre.AvantNotification.Partout, string.Join(',', membre.AvantNotification.Regions)));
        Assert.True(Lecteur.DeLInstance.AvantNotification.Partout);
        Assert.Equal((true, false), (membre.SaitAvantNotification("44"), membre.SaitAvantNotification("53")));
    }

    [Fact]
    public void Le_brouillon_est_a_sa_collectivite_ce_qui_est_depose_aux_autres()
    {
        var dossier = UnDossier.Depose();
        var porteur = De(new Habilitation(Role.Porteur, Siren: dossier.Siren));

        Assert.Same(dossier.Contenu, porteur.Contenu(dossier));
        Assert.Same(dossier.ContenuDepose, De(new Habilitation(Role.Auditeur)).Contenu(dossier));
    }
}
