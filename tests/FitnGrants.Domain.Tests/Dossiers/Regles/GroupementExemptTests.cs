using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class GroupementExemptTests : RegleTests<GroupementExempt>
{
    [Fact]
    public void Deux_SIREN_distincts_font_un_groupement() =>
        Attendre(
            Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.Vern, UneCandidature.LeGuerno))),
            Conforme,
            "groupement"
        );

    [Fact]
    public void Un_EPCI_seul_est_un_candidat_individuel() =>
        Attendre(Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.RennesMetropole))), SansObjet);

    [Fact]
    public void Deux_fois_le_même_SIREN_ne_font_pas_un_groupement() =>
        Attendre(
            Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.Vern, UneCandidature.Vern))),
            SansObjet
        );

    /// <summary>A groupement on paper, whose whole is for one, is an individual project: R47 binds it.</summary>
    [Theory]
    [InlineData(100, 0, false)]
    [InlineData(0, 100, false)]
    [InlineData(99.99, 0.01, true)]
    public void Une_part_nulle_ne_fait_pas_un_groupement(double chef, double membre, bool groupement) =>
        Attendre(
            Assert.Single(
                Juger(
                    UnReglement.Bretagne,
                    UneCandidature.Bretonne.De(UneCandidature.Vern, UneCandidature.LeGuerno) with
                    {
                        Groupement = new Groupement
                        {
                            PartDuChefDeFile = (decimal)chef,
                            Membres = [new MembreDeGroupement(UneCandidature.LeGuerno.Siren!, (decimal)membre, Attestation: true)],
                        },
                    }
                )
            ),
            groupement ? Conforme : SansObjet
        );

    [Fact]
    public void Un_membre_fictif_compte_pour_un_SIREN() =>
        Attendre(
            Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.Vern, UneCandidature.Commune(500, "35")))),
            Conforme
        );

    [Fact]
    public void La_règle_n_est_pas_posée_à_la_décision() =>
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Decision));
}
