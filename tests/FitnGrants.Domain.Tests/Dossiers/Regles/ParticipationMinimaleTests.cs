using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class ParticipationMinimaleTests : RegleTests<ParticipationMinimale>
{
    private static Constat Avec(decimal fonds, decimal departement, decimal propre, RegimeDepense? regime = RegimeDepense.Investissement) =>
        EnBretagne(p =>
            (p with { Regime = regime }).Recevant(
                UnProjet.Fonds(fonds),
                UnProjet.Ressource(TypeRessource.Departement, departement),
                UnProjet.Autofinancement(propre)
            )
        );

    [Fact]
    public void Seize_pour_cent_donnent_une_alerte_jamais_un_refus()
    {
        var constat = Avec(40_000m, 2_000m, 8_000m);
        Attendre(constat, Alerte, "moins de 20 %");
        Assert.Equal("CGCT-L1111-10", constat.Regle);
    }

    [Fact]
    public void Vingt_pour_cent_exactement_suffisent()
    {
        Attendre(Avec(38_000m, 2_000m, 10_000m), Conforme);
        Attendre(Avec(38_000.05m, 2_000m, 10_000m), Alerte);
    }

    [Fact]
    public void L_argent_privé_n_entre_pas_dans_la_base() =>
        Attendre(
            EnBretagne(p =>
                p.Recevant(UnProjet.Fonds(40_000m), UnProjet.Ressource(TypeRessource.Prive, 100_000m), UnProjet.Autofinancement(10_000m))
            ),
            Conforme
        );

    [Fact]
    public void Une_ressource_refusée_n_entre_pas_dans_la_base() =>
        Attendre(
            EnBretagne(p =>
                p.Recevant(
                    UnProjet.Fonds(40_000m),
                    UnProjet.Ressource(TypeRessource.Region, 100_000m, StatutRessource.Refuse),
                    UnProjet.Autofinancement(10_000m)
                )
            ),
            Conforme
        );

    [Theory]
    [InlineData(RegimeDepense.Mixte)]
    [InlineData(null)]
    public void Hors_du_fonctionnement_la_règle_s_applique(RegimeDepense? regime) =>
        Attendre(Avec(40_000m, 2_000m, 8_000m, regime), Alerte);

    [Fact]
    public void En_fonctionnement_elle_n_a_rien_à_juger() =>
        Attendre(Avec(40_000m, 2_000m, 8_000m, RegimeDepense.Fonctionnement), SansObjet);

    [Fact]
    public void Sans_ressources_elle_n_a_rien_à_juger()
    {
        Attendre(EnBretagne(p => p with { Ressources = null }), SansObjet);
        Attendre(EnBretagne(p => p.Recevant(UnProjet.Fonds(null))), SansObjet);
    }
}
