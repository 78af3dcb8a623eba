using System.Reflection;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Tests.Mots;

/// <summary>A stale form gives back what was typed under the words of its page, never under the name of a property.</summary>
public sealed class NomsDesChampsTests
{
    [Theory]
    [InlineData("Montant", "Montant")]
    [InlineData("Lignes[1].FactureLe", "Datée du, ligne 2")]
    [InlineData("SigneLe", "Signé le")]
    public void Un_champ_se_nomme_comme_sur_sa_page(string cle, string nom) => Assert.Equal(nom, NomsDesChamps.Nom(cle, etape: false));

    [Fact]
    public void Ce_que_la_page_ecrit_elle_meme_n_est_pas_rendu() =>
        Assert.True(NomsDesChamps.EstDeLaPage("Revision") && !NomsDesChamps.EstDeLaPage("Motif"));

    [Fact]
    public void Chaque_texte_de_chaque_formulaire_a_ses_mots()
    {
        var formulaires = typeof(NomsDesChamps)
            .Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Formulaire", StringComparison.Ordinal) || t.Name.EndsWith("Saisie", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(formulaires);
        var muets =
            from t in formulaires
            from p in t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where p.PropertyType == typeof(string) && p.CanWrite && t.GetProperty("Faute") is null
            where !NomsDesChamps.Connait(p.Name) && Rubrique.DuControle(p.Name) is null
            select $"{t.Name}.{p.Name}";
        var dits = string.Join(" ", muets.Order());
        Assert.True(dits.Length == 0, dits);
    }
}
