using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances;

public sealed class TenueTests
{
    private static readonly DateOnly Juin = new(2021, 6, 22);
    private static readonly DateTimeOffset Pendant = Quand.Le(2021, 6, 22);

    private static readonly PersonneDeSeance Personne = new("[Prénom", "Nom]", "secrétaire général", Civilite.Monsieur);

    [Fact]
    public void Le_proces_verbal_attend_qui_a_preside_et_qui_l_a_tenu_la_cloture_jamais()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        seance.Decide(dossier, UneSeance.Refus());
        Assert.Equal(["qui a présidé la séance", "les présences", "qui a tenu le secrétariat"], seance.ManquesDuProcesVerbal);
        seance.Pointer(
            seance.Membres.ToDictionary(m => m.Code, _ => (Presence?)Presence.Present, StringComparer.Ordinal),
            UnDossier.Secretaire
        );
        Assert.Equal(["qui a présidé la séance"], seance.ManquesDuReleve);

        seance.Cloturer(UnDossier.Secretaire, Pendant);
        seance.DecrireLaTenue(new Tenue { President = Personne }, UnDossier.Secretaire);
        Assert.Empty(seance.ManquesDuReleve);
        Assert.Equal(["qui a tenu le secrétariat"], seance.ManquesDuProcesVerbal);
        seance.DecrireLaTenue(new Tenue { President = Personne, Secretaire = Personne }, UnDossier.Secretaire);
        Assert.Empty(seance.ManquesDuProcesVerbal);
    }

    /// <summary>A member by mandate counts and votes, once, through one who is there.</summary>
    [Fact]
    public void Un_mandat_compte_s_il_est_donne_a_un_membre_present_qui_n_en_a_pas_d_autre()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        var codes = seance.Membres.Select(m => m.Code).ToList();
        void Pointer(params Presence[] presences) =>
            seance.Pointer(
                codes
                    .Select((c, i) => (c, i))
                    .ToDictionary(x => x.c, x => (Presence?)(x.i < presences.Length ? presences[x.i] : Presence.Absent)),
                UnDossier.Secretaire
            );
        void Mandats(params (int De, int A)[] mandats) =>
            seance.DecrireLaTenue(
                new Tenue
                {
                    President = Personne,
                    Secretaire = Personne,
                    Membres = [.. mandats.Select(m => new PrecisionDeMembre(codes[m.De], null, codes[m.A]))],
                },
                UnDossier.Secretaire
            );

        Pointer(Presence.Present, Presence.ADistance, Presence.Represente, Presence.Represente);
        Assert.Equal(4, seance.Presents);
        Mandats((2, 0), (3, 1));
        Assert.Empty(seance.ManquesDuProcesVerbal);
        // Two mandates for one, then one for a member who is not there.
        Mandats((2, 0), (3, 0));
        Assert.Equal(2, seance.ManquesDuProcesVerbal.Length);
        Mandats((2, 0), (3, 4));
        Assert.Contains("a donné mandat", Assert.Single(seance.ManquesDuProcesVerbal), StringComparison.Ordinal);
        Mandats((2, 0));
        Assert.Single(seance.ManquesDuProcesVerbal);
    }

    [Fact]
    public void Un_vote_dont_la_somme_n_est_pas_celle_des_votants_laisse_le_proces_verbal_en_projet()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        seance.DecrireLaTenue(new Tenue { President = Personne, Secretaire = Personne }, UnDossier.Secretaire);
        seance.NoterLaDeliberation(dossier.Id, new Deliberation(null, new Vote(2, 0, 0, null)), UnDossier.Secretaire);
        // Nobody was said present: there is nothing to compare with.
        Assert.Equal(["les présences"], seance.ManquesDuProcesVerbal);
        seance.Pointer(
            seance.Membres.Take(3).ToDictionary(m => m.Code, _ => (Presence?)Presence.Present, StringComparer.Ordinal),
            UnDossier.Secretaire
        );
        Assert.Equal("le vote du point 1 (2 voix pour 3 votants)", Assert.Single(seance.ManquesDuProcesVerbal).Replace('\u00A0', ' '));
        seance.NoterLaDeliberation(dossier.Id, new Deliberation(null, new Vote(2, 0, 1, null)), UnDossier.Secretaire);
        Assert.Empty(seance.ManquesDuProcesVerbal);
    }

    [Fact]
    public void Le_quorum_compte_les_presents()
    {
        var seance = UneSeance.Ouverte(Juin, null, UnDossier.Instruit());
        Assert.Null(seance.QuorumAtteint);
        var membres = seance.Membres.Select(m => m.Code).ToList();

        void Presents(int nombre) =>
            seance.Pointer(
                membres
                    .Select((m, i) => (m, i))
                    .ToDictionary(x => x.m, x => (Presence?)(x.i < nombre ? Presence.Present : Presence.Excuse), StringComparer.Ordinal),
                UnDossier.Secretaire
            );

        seance.DecrireLaTenue(new Tenue { Quorum = 2 }, UnDossier.Secretaire);
        Presents(1);
        Assert.Equal((1, false), (seance.Presents, seance.QuorumAtteint));
        Presents(2);
        Assert.Equal((2, true), (seance.Presents, seance.QuorumAtteint));
    }

    [Fact]
    public void On_ne_vote_pas_a_plus_que_ceux_qui_siegent_et_ne_se_sont_pas_deportes()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        var siegent = seance.Membres.Length;

        seance.NoterLaDeliberation(dossier.Id, new Deliberation(null, new Vote(siegent - 1, 1, 0, null)), UnDossier.Secretaire);
        Assert.Equal(siegent, seance.Points[0].Deliberation!.Vote!.Votants);
        foreach (
            var trop in new[]
            {
                new Vote(siegent, 1, 0, null),
                new Vote(siegent, 0, 1, null),
                new Vote(-1, 1, 1, null),
                new Vote(1, -1, 1, null),
                new Vote(1, 1, -1, null),
            }
        )
            Assert.Throws<ActeImpossibleException>(() =>
                seance.NoterLaDeliberation(dossier.Id, new Deliberation(null, trop), UnDossier.Secretaire)
            );
        seance.Deporter(dossier.Id, seance.Membres[0].Code, "Élu de la commune.", UnDossier.Secretaire, Pendant);
        Assert.Throws<ActeImpossibleException>(() =>
            seance.NoterLaDeliberation(dossier.Id, new Deliberation(null, new Vote(siegent, 0, 0, null)), UnDossier.Secretaire)
        );
        seance.NoterLaDeliberation(dossier.Id, new Deliberation("Dit.", new Vote(siegent - 1, 0, 0, null)), UnDossier.Secretaire);
        Assert.Throws<ActeImpossibleException>(() =>
            seance.NoterLaDeliberation(Guid.NewGuid(), new Deliberation("Dit.", null), UnDossier.Secretaire)
        );
    }

    [Fact]
    public void Rien_ne_se_note_d_une_seance_annulee_ni_d_un_point_avant_l_ouverture()
    {
        var planifiee = UneSeance.Planifiee(Juin);
        planifiee.DecrireLaTenue(new Tenue { Lieu = "Rennes" }, UnDossier.Secretaire);
        Assert.Throws<ActeImpossibleException>(() =>
            planifiee.NoterLaDeliberation(Guid.NewGuid(), new Deliberation("Dit.", null), UnDossier.Secretaire)
        );
        planifiee.Annuler([], "Reportée.", UnDossier.Secretaire);
        Assert.Throws<ActeImpossibleException>(() => planifiee.DecrireLaTenue(new Tenue(), UnDossier.Secretaire));
        Assert.Throws<ActeImpossibleException>(() =>
            planifiee.Pointer(new Dictionary<string, Presence?>(StringComparer.Ordinal), UnDossier.Secretaire)
        );
    }
}
