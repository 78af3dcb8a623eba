using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class GroupementConstitueTests : RegleTests<GroupementConstitue>
{
    private static readonly Groupement Constitue = new()
    {
        PartDuChefDeFile = 50m,
        Membres = [Membre("215600776", 30m), Membre("243500139", 20m)],
        ContactOperationnel = "Service numérique de Vern-sur-Seiche",
    };

    private static MembreDeGroupement Membre(string siren, decimal? part) => new(siren, part, Attestation: true);

    private static ImmutableArray<Constat> Avec(Groupement? groupement, Moment moment = Moment.Depot, Reglement? reglement = null) =>
        Juger(
            reglement ?? UnReglement.Bretagne,
            UneCandidature.Bretonne.De(UneCandidature.Vern, UneCandidature.LeGuerno, UneCandidature.RennesMetropole) with
            {
                Groupement = groupement,
            },
            moment
        );

    private static Constat Un(Groupement groupement) => Assert.Single(Avec(groupement));

    [Fact]
    public void Des_parts_de_100_pour_cent_des_attestations_et_un_contact_suffisent() =>
        Assert.Equal("I1", Attendre(Un(Constitue), Conforme, "3 collectivités").Regle);

    [Fact]
    public void Un_dossier_individuel_n_a_rien_à_dire()
    {
        Attendre(Assert.Single(Avec(null)), SansObjet, "individuel");
        Attendre(Un(new Groupement()), SansObjet);
    }

    [Theory]
    [InlineData(49.99, 99.99, "99,99 %")]
    [InlineData(50.01, 100.01, "100,01 %")]
    [InlineData(0.01, 50.01, "50,01 %")]
    public void Les_parts_font_100_au_centième(double chef, double somme, string lue)
    {
        var constat = Un(Constitue with { PartDuChefDeFile = (decimal)chef });
        Attendre(constat, Bloquant, $"Les parts font {lue} : leur somme doit faire 100 %.", "partDuChefDeFile");
        Assert.Equal(somme - 50, chef, 2);
    }

    [Fact]
    public void Qui_ne_porte_rien_n_est_pas_du_groupement()
    {
        const string Rien = "qui n'en porte aucune (0 %) n'est pas du groupement";
        Attendre(
            Un(Constitue with { PartDuChefDeFile = 80m, Membres = [Membre("215600776", 0m), Membre("243500139", 20m)] }),
            Bloquant,
            Rien
        );
        Attendre(
            Un(Constitue with { PartDuChefDeFile = 0m, Membres = [Membre("215600776", 80m), Membre("243500139", 20m)] }),
            Bloquant,
            Rien
        );
        Attendre(
            Un(Constitue with { PartDuChefDeFile = 90m, Membres = [Membre("215600776", -10m), Membre("243500139", 20m)] }),
            Bloquant,
            champ: "partDuChefDeFile"
        );
    }

    [Fact]
    public void Une_part_non_dite_est_refusée()
    {
        Attendre(Un(Constitue with { PartDuChefDeFile = null }), Bloquant, "Indiquez la part de chacun, en pour cent.", "partDuChefDeFile");
        Attendre(
            Un(Constitue with { Membres = [Membre("215600776", 30m), Membre("243500139", null)] }),
            Bloquant,
            "Indiquez la part de chacun",
            "partDuChefDeFile"
        );
    }

    [Fact]
    public void Chaque_membre_atteste()
    {
        var constat = Un(Constitue with { Membres = [Membre("215600776", 30m), Membre("243500139", 20m) with { Attestation = false }] });
        Attendre(constat, Bloquant, "Membre 2 : son représentant légal doit attester.", "membres[1].attestation");
    }

    [Theory]
    [InlineData("213503527", "243500139", 0)]
    [InlineData("243500139", "213503527", 1)]
    [InlineData("243500139", "243500139", 1)]
    public void Une_collectivité_n_y_est_qu_une_fois_chef_de_file_compris(string premier, string second, int rang) =>
        Attendre(
            Un(Constitue with { Membres = [Membre(premier, 30m), Membre(second, 20m)] }),
            Bloquant,
            $"Membre {rang + 1} : cette collectivité est déjà dans le groupement.",
            $"membres[{rang}].collectivite"
        );

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Un_contact_opérationnel_est_demandé(string? contact) =>
        Attendre(Un(Constitue with { ContactOperationnel = contact }), Bloquant, "contact opérationnel", "contactOperationnel");

    [Fact]
    public void Tous_les_manques_sont_dits_ensemble() =>
        Assert.Equal(
            ["membres[0].collectivite", "membres[0].attestation", "partDuChefDeFile", "contactOperationnel"],
            Avec(new Groupement { Membres = [new MembreDeGroupement("213503527", null, Attestation: false)] }).Select(c => c.Champ)
        );

    [Fact]
    public void La_règle_bloque_dans_les_trois_dispositifs_au_dépôt_et_à_l_instruction()
    {
        foreach (var reglement in UnReglement.Tous)
        foreach (var moment in new[] { Moment.Depot, Moment.Instruction })
            Attendre(Assert.Single(Avec(Constitue with { ContactOperationnel = "" }, moment, reglement)), Bloquant);
    }

    [Theory]
    [InlineData(Moment.Simulation)]
    [InlineData(Moment.Decision)]
    public void Ni_la_simulation_ni_la_décision_ne_le_regardent(Moment moment) =>
        AucunConstat(Avec(new Groupement { Membres = [Membre("213503527", null)] }, moment));
}
