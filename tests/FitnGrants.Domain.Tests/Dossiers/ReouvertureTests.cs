using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;

namespace FitnGrants.Domain.Tests.Dossiers;

/// <summary>A closed instruction that opens again, or whose closing is undone.</summary>
public sealed class ReouvertureTests
{
    private static readonly DateTimeOffset Close = Quand.Le(2021, 5, 26);

    [Fact]
    public void Une_grille_dont_rien_n_a_changé_garde_ses_conclusions()
    {
        var dossier = Clos();
        dossier.Rouvrir(Contexte());
        Assert.All(dossier.Grille, c => Assert.True(c.EstConclu));
        Assert.Equal(
            (Quand.Le(2021, 6, 1), UnDossier.Instructeur.Fonction, Close, 0),
            (dossier.Reouverture!.Le, dossier.Reouverture.Par, dossier.Reouverture.CloseLe!.Value, dossier.Reouverture.Lignes.Length)
        );
    }

    [Fact]
    public void Une_règle_que_la_situation_fait_constater_autrement_est_à_conclure_et_dit_ce_qu_elle_constatait()
    {
        var dossier = Clos();
        var avant = dossier.Grille.Single(c => c.Regle == "R47").Message;
        dossier.Rouvrir(Contexte(new AccordActif("BZH-V1", dossier.Siren, Individuel: true, "Portail", "FITN-BZH-V1-2021-00099")));

        var ligne = Assert.Single(dossier.Reouverture!.Lignes);
        Assert.Equal(("R47", avant), (ligne.Regle, ligne.Avant));
        Assert.Equal(["R47"], dossier.Grille.Where(c => !c.EstConclu).Select(c => c.Regle));
        Assert.Contains(
            "rejugees=R47",
            string.Join(' ', dossier.Faits[^1].Details.Select(d => $"{d.Key}={d.Value}")),
            StringComparison.Ordinal
        );
        Assert.False(dossier.Clore(new Cloture(UnDossier.Instructeur, Quand.Le(2021, 6, 2), null)).EstAccepte);
    }

    [Fact]
    public void Clore_à_nouveau_puis_l_annuler_rend_ce_que_la_réouverture_disait()
    {
        var dossier = Clos();
        dossier.Rouvrir(Contexte());
        Assert.True(dossier.Clore(new Cloture(UnDossier.Instructeur, Quand.Le(2021, 6, 2), null)).EstAccepte);
        Assert.Equal(Quand.Le(2021, 6, 2), dossier.InstruitLe!.Value);
        dossier.AnnulerLaCloture(UnDossier.Instructeur, null);
        Assert.Equal(Quand.Le(2021, 6, 1), dossier.Reouverture!.Le);
    }

    [Fact]
    public void Annuler_une_clôture_rend_la_recevabilité_d_avant_et_ne_rejuge_rien()
    {
        var dossier = Clos();
        dossier.AnnulerLaCloture(UnDossier.Instructeur, Recevabilite.EnAttente);
        Assert.Equal(
            (EtatDossier.EnInstruction, Recevabilite.EnAttente, null, null),
            (dossier.Etat, dossier.Recevabilite, dossier.Reouverture, dossier.InstruitLe)
        );
        Assert.All(dossier.Grille, c => Assert.True(c.EstConclu));
    }

    [Fact]
    public void Annuler_une_clôture_sans_dire_ce_qu_était_la_recevabilité_la_laisse()
    {
        var dossier = Clos();
        dossier.AnnulerLaCloture(UnDossier.Instructeur, null);
        Assert.Equal(Recevabilite.Recevable, dossier.Recevabilite);
    }

    private static Dossier Clos()
    {
        var dossier = UnDossier.EnInstruction();
        Assert.True(
            dossier
                .Conclure(
                    [.. dossier.Grille.Select(c => new ConclusionSaisie(c.Id, Conclusion.Conforme, "Vu."))],
                    UnDossier.Instructeur,
                    Quand.Le(2021, 5, 25)
                )
                .EstAccepte
        );
        Assert.True(dossier.Clore(new Cloture(UnDossier.Instructeur, Close, null)).EstAccepte);
        return dossier;
    }

    private static PriseEnCharge Contexte(params AccordActif[] accords)
    {
        var contexte = UnDossier.PriseEnCharge();
        return contexte with { Instant = Quand.Le(2021, 6, 1), Situation = contexte.Situation with { Accords = [.. accords] } };
    }
}
