using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Regles;

namespace FitnGrants.Domain.Tests.Suivi.Regles;

public sealed class EntreprisesAttributairesTests : RegleTests<EntreprisesAttributaires>
{
    private static readonly EtatDesLieuxJuge SansListe = new() { Echeance = new DateOnly(2022, 2, 28), JugeLe = new DateOnly(2022, 2, 28) };

    private static ImmutableArray<Constat> Avec(Reglement reglement, params string?[] departements) =>
        Juger(
            reglement,
            UneCandidature.HautRhinoise,
            Moment.Suivi,
            etatDesLieux: SansListe with
            {
                Entreprises = [.. departements.Select((d, i) => new EntrepriseAttributaire($"Entreprise {i + 1}", d, new Euros(12_000m)))],
            }
        );

    [Theory]
    [InlineData("68")]
    [InlineData("2A")]
    [InlineData("974")]
    [InlineData("99")]
    public void Le_département_du_siège_suffit_99_pour_l_étranger(string departement)
    {
        var constat = Assert.Single(Avec(UnReglement.HautRhin, departement));
        Attendre(constat, Conforme, "1 entreprise déclarée.");
        Assert.Equal("R78", constat.Regle);
    }

    [Fact]
    public void Une_liste_vide_est_une_réponse()
    {
        Attendre(Assert.Single(Avec(UnReglement.HautRhin)), Conforme, "0 entreprise déclarée.");
        Attendre(Assert.Single(Avec(UnReglement.HautRhin, "68", "67")), Conforme, "2 entreprises déclarées.");
    }

    [Fact]
    public void Sans_liste_l_état_des_lieux_est_refusé_dans_le_Haut_Rhin_et_signalé_ailleurs()
    {
        Constat Sans(Reglement r) => Assert.Single(Juger(r, UneCandidature.HautRhinoise, Moment.Suivi, etatDesLieux: SansListe));
        Attendre(Sans(UnReglement.HautRhin), Bloquant, "Donnez la liste des entreprises", "entreprises");
        Attendre(Sans(UnReglement.Bretagne), Alerte, champ: "entreprises");
        Attendre(Sans(UnReglement.GrandEst), Alerte, champ: "entreprises");
    }

    [Fact]
    public void Chaque_entreprise_sans_département_est_nommée()
    {
        var constats = Avec(UnReglement.HautRhin, "68", null, " ");
        Assert.Equal(["Entreprise 2", "Entreprise 3"], constats.Select(c => c.Valeurs["entreprise"]));
        Attendre(
            constats[0],
            Bloquant,
            "« Entreprise 2 » : indiquez le département de son siège social, 99 pour une entreprise étrangère.",
            "entreprises"
        );
        Attendre(Assert.Single(Avec(UnReglement.GrandEst, "68", null)), Alerte);
    }

    [Fact]
    public void Avant_l_accord_rien_n_est_dit()
    {
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Suivi));
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Decision, etatDesLieux: SansListe));
    }
}
