using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Domain.Tests;

public sealed class CatalogueTests
{
    private static IEnumerable<Type> Classes =>
        typeof(Regle).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Regle)));

    [Fact]
    public void Chaque_règle_est_au_catalogue_une_fois_et_une_seule() =>
        Assert.Equal(
            Classes.Select(t => t.FullName).Order(StringComparer.Ordinal),
            Catalogue.Regles.Select(r => r.GetType().FullName).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Chaque_règle_a_un_nom_et_une_phrase() => Assert.All(Catalogue.Regles, r =>
        {
            Assert.False(string.IsNullOrWhiteSpace(r.Nom));
            Assert.False(string.IsNullOrWhiteSpace(r.Phrase));
            Assert.EndsWith(".", r.Phrase, StringComparison.Ordinal);
        });

    [Fact]
    public void Chaque_règle_est_posée_à_un_moment_au_moins() =>
        Assert.All(Catalogue.Regles, r => Assert.NotEqual(Moment.Aucun, r.Moments));

    [Fact]
    public void Chaque_règle_a_sa_classe_de_tests_au_même_endroit() => Assert.All(Classes, t =>
        {
            var attendue = t.FullName!.Replace("FitnGrants.Domain.", "FitnGrants.Domain.Tests.", StringComparison.Ordinal) + "Tests";
            Assert.NotNull(typeof(CatalogueTests).Assembly.GetType(attendue));
        });

    [Fact]
    public void Chaque_règle_se_trouve_par_le_nom_de_sa_classe()
    {
        Assert.All(Catalogue.Regles, r => Assert.Same(r, Catalogue.Trouver(r.GetType().Name)));
        Assert.Null(Catalogue.Trouver("RegleInconnue"));
    }

    [Fact]
    public void Chaque_règle_sert_à_un_dispositif() =>
        Assert.All(Catalogue.Regles, r => Assert.Contains(UnReglement.Tous, d => d.Regles.Any(a => a.Regle == r)));

    [Fact]
    public void Un_règlement_ne_règle_une_règle_que_par_ses_propres_clés()
    {
        Assert.All(UnReglement.Tous.SelectMany(d => d.Regles), r =>
            Assert.Subset(
                r.Regle.Cles.Select(c => c.TrimEnd('[', ']', '$', '@')).ToHashSet(StringComparer.Ordinal),
                r.Parametres.Valeurs.Keys.ToHashSet(StringComparer.Ordinal)
            )
        );
        Assert.All(Catalogue.Regles, r => Assert.All(r.Cles, c => Assert.Matches(@"^[a-z][A-Za-z]*(\[\]|\$|@)?$", c)));
    }

    [Fact]
    public void Une_règle_inactive_ne_dit_rien()
    {
        var candidature = UneCandidature.Bretonne.Avec(p => p with { Thematiques = [] });
        var reglement = UnReglement.Bretagne with
        {
            Regles = [.. UnReglement.Bretagne.Regles.Select(r => r with { Mode = ModeRegle.Inactif })],
        };
        Assert.Empty(Domain.Dossiers.Examen.Faire(reglement, candidature, new Domain.Dossiers.Situation(), Moment.Depot).Constats);
    }
}
