using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class RefusDefinitifTests : RegleTests<RefusDefinitif>
{
    private static readonly RefusPrononce Refus = new(
        "BZH-V1",
        "FITN-BZH-V1-2021-00007",
        "Portail famille",
        [UneCandidature.Vern.Siren!],
        new DateOnly(2021, 6, 22)
    );

    private static Constat Avec(RefusPrononce refus, Candidature candidature) =>
        Assert.Single(
            Juger(UnReglement.Bretagne, candidature, Moment.Depot, Quand.Situation(UnReglement.Bretagne) with { Refus = [refus] })
        );

    [Fact]
    public void Sans_refus_le_projet_est_admis() => Attendre(EnBretagne(p => p), Conforme);

    [Theory]
    [InlineData("Portail famille")]
    [InlineData("  LE PORTAIL de la Famille ! ")]
    [InlineData("portail – famille")]
    public void Le_même_titre_normalisé_est_refusé_et_le_refus_est_cité(string titre)
    {
        var constat = Avec(Refus, UneCandidature.Bretonne.Avec(p => p with { Titre = titre }));
        Attendre(
            constat,
            Bloquant,
            "Ce projet a fait l'objet d'un refus le 22 juin 2021 (dossier FITN-BZH-V1-2021-00007) : " + "il ne peut pas être redéposé."
        );
        Assert.Equal("R67", constat.Regle);
    }

    [Fact]
    public void Un_autre_projet_de_la_même_commune_est_admis() =>
        Attendre(Avec(Refus, UneCandidature.Bretonne.Avec(p => p with { Titre = "Capteurs de qualité de l’air" })), Conforme);

    [Fact]
    public void Le_même_titre_d_une_autre_commune_est_admis() =>
        Attendre(Avec(Refus, UneCandidature.Bretonne.De(UneCandidature.LeGuerno)), Conforme);

    [Fact]
    public void Changer_de_chef_de_file_ne_lave_pas_un_refus() =>
        Attendre(Avec(Refus, UneCandidature.Bretonne.De(UneCandidature.LeGuerno, UneCandidature.Vern)), Bloquant);

    [Fact]
    public void Une_copie_est_refusée_quel_que_soit_son_titre() =>
        Attendre(
            Avec(
                Refus,
                UneCandidature.Bretonne.Avec(p => p with { Titre = "Tout autre titre" }) with
                {
                    Origines = ["FITN-BZH-V1-2021-00090", Refus.Numero],
                }
            ),
            Bloquant
        );

    [Fact]
    public void Une_copie_d_un_autre_dossier_est_admise() =>
        Attendre(
            Avec(Refus, UneCandidature.Bretonne.Avec(p => p with { Titre = "Autre" }) with { Origines = ["FITN-BZH-V1-2021-00008"] }),
            Conforme
        );

    [Fact]
    public void Dans_un_autre_dispositif_ce_n_est_qu_une_alerte() =>
        Attendre(Avec(Refus with { Dispositif = "GE-V2" }, UneCandidature.Bretonne), Alerte, "autre dispositif");

    [Theory]
    [InlineData("HR-V1")]
    [InlineData("GE-V2")]
    public void Le_refus_est_définitif_dans_tous_les_dispositifs(string code)
    {
        var (reglement, candidature) =
            code == "HR-V1" ? (UnReglement.HautRhin, UneCandidature.HautRhinoise) : (UnReglement.GrandEst, UneCandidature.GrandEst);
        var refus = Refus with { Dispositif = code, Sirens = [candidature.Porteur.Siren!] };
        Attendre(Assert.Single(Juger(reglement, candidature, Moment.Depot, new Situation { Refus = [refus] })), Bloquant);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Le de la")]
    public void Un_titre_sans_mot_ne_ressemble_à_rien(string? titre) =>
        Attendre(Avec(Refus with { Titre = "Les" }, UneCandidature.Bretonne.Avec(p => p with { Titre = titre })), Conforme);

    [Fact]
    public void Un_titre_se_compare_sans_casse_accents_ni_mots_vides() =>
        Assert.Equal("qualite air ecole", RefusDefinitif.TitreNormalise("La Qualité de l’Air, à l’école"));

    [Fact]
    public void Une_collectivité_fictive_n_est_pas_jugée() =>
        Attendre(Avec(Refus, UneCandidature.Bretonne.De(UneCandidature.Commune(500, "35"))), SansObjet);

    private static readonly ProjetSemblable Semblable = new("FITN-BZH-V1-2021-00007", "Le portail des familles", "BZH-V1", 85);

    private static Constat Ressemblant(Situation situation) =>
        Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Instruction, situation));

    private static Situation Rapproche(bool? identique, params ProjetSemblable[] semblables) =>
        new()
        {
            Semblables = [.. semblables],
            Rapprochements = identique is { } i
                ? ImmutableDictionary<string, bool>.Empty.Add(Semblable.Numero, i)
                : ImmutableDictionary<string, bool>.Empty,
        };

    [Fact]
    public void Un_projet_semblable_donne_une_alerte_tant_que_l_instruction_n_a_rien_dit()
    {
        var constat = Ressemblant(Rapproche(null, Semblable));
        Attendre(
            constat,
            Alerte,
            "Ce projet ressemble à « Le portail des familles » (dossier FITN-BZH-V1-2021-00007), refusé : "
                + "l'instruction dira s'il est identique ou distinct.",
            "titre"
        );
        Assert.Equal(("FITN-BZH-V1-2021-00007", "85 %"), (constat.Valeurs["dossier"], constat.Valeurs["similarite"]));
    }

    [Fact]
    public void Jugé_distinct_il_n_y_a_plus_rien() => Attendre(Ressemblant(Rapproche(false, Semblable)), Conforme);

    [Fact]
    public void Jugé_identique_il_est_refusé()
    {
        var constat = Ressemblant(Rapproche(true, Semblable));
        Attendre(constat, Bloquant, "L'instruction a jugé ce projet identique à « Le portail des familles »", "titre");
        Assert.Equal("R67", constat.Regle);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    public void Semblable_dans_un_autre_dispositif_ce_n_est_qu_une_alerte(bool? identique) =>
        Attendre(Ressemblant(Rapproche(identique, Semblable with { Dispositif = "HR-V1" })), Alerte, "refusé dans un autre dispositif");

    [Fact]
    public void Celui_du_dispositif_passe_avant_celui_d_un_autre()
    {
        var ailleurs = Semblable with { Numero = "FITN-HR-V1-2021-00001", Dispositif = "HR-V1" };
        Assert.Equal(Semblable.Numero, Ressemblant(Rapproche(null, ailleurs, Semblable)).Valeurs["dossier"]);
        Assert.Equal(ailleurs.Numero, Ressemblant(Rapproche(false, Semblable, ailleurs)).Valeurs["dossier"]);
    }

    [Fact]
    public void Jugé_identique_à_l_un_d_eux_le_projet_est_refusé_où_qu_il_soit_dans_la_liste()
    {
        var autre = Semblable with { Numero = "FITN-BZH-V1-2021-00003" };
        Attendre(Ressemblant(Rapproche(true, autre, Semblable)), Bloquant);
        Attendre(Ressemblant(Rapproche(true, Semblable, autre)), Bloquant);
    }

    [Fact]
    public void Un_refus_ailleurs_n_efface_pas_le_rapprochement_fait_ici() =>
        Attendre(Ressemblant(Rapproche(true, Semblable) with { Refus = [Refus with { Dispositif = "HR-V1" }] }), Bloquant);

    [Fact]
    public void Le_refus_du_même_titre_passe_avant_la_ressemblance() =>
        Attendre(Ressemblant(Rapproche(false, Semblable) with { Refus = [Refus] }), Bloquant, "a fait l'objet d'un refus");

    [Theory]
    [InlineData("a")]
    [InlineData("au")]
    [InlineData("aux")]
    [InlineData("d’")]
    [InlineData("de")]
    [InlineData("des")]
    [InlineData("du")]
    [InlineData("en")]
    [InlineData("et")]
    [InlineData("l’")]
    [InlineData("la")]
    [InlineData("le")]
    [InlineData("les")]
    [InlineData("pour")]
    [InlineData("sur")]
    [InlineData("un")]
    [InlineData("une")]
    public void Un_mot_outil_ne_fait_pas_un_autre_titre(string mot) =>
        Assert.Equal("portail famille", RefusDefinitif.TitreNormalise($"Portail {mot} famille"));

    [Fact]
    public void Un_refus_se_cite_par_son_dossier()
    {
        var constat = Avec(Refus, UneCandidature.Bretonne);
        Assert.Equal(("titre", Refus.Numero), (constat.Champ, constat.Valeurs["dossier"]));
        Assert.Equal(Refus.Numero, Avec(Refus with { Dispositif = "GE-V2" }, UneCandidature.Bretonne).Valeurs["dossier"]);
    }
}
