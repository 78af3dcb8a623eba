using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Tests.Donnees;

public sealed class LecteurCsvTests
{
    [Theory]
    [InlineData("a;b", ';')]
    [InlineData("a,b", ',')]
    [InlineData("a,b;c\r\n", ';')]
    [InlineData("a,b\nc;d", ',')]
    [InlineData("", ',')]
    public void La_premiere_ligne_dit_le_separateur(string texte, char separateur) =>
        Assert.Equal(separateur, LecteurCsv.Separateur(texte));

    [Theory]
    [InlineData("a;b", "1:a|b")]
    [InlineData("a;b\n", "1:a|b")]
    [InlineData("a;b\r\nc;d\r\n", "1:a|b/2:c|d")]
    [InlineData("a;b\rc;d", "1:a|b/2:c|d")]
    [InlineData(";;\n", "1:||")]
    [InlineData("\n\na", "1:/2:/3:a")]
    [InlineData("\"a;b\";c", "1:a;b|c")]
    [InlineData("\"a \"\"b\"\" c\";d", "1:a \"b\" c|d")]
    [InlineData("\"\";\"\"\"\"", "1:|\"")]
    [InlineData("\"a\nb\";c\nd", "1:a\nb|c/3:d")]
    [InlineData("\"a\r\nb\rc\";d\r\ne", "1:a\r\nb\rc|d/4:e")]
    public void Les_valeurs_et_leurs_lignes_sont_celles_du_fichier(string texte, string attendu) =>
        Assert.Equal(attendu, string.Join('/', new LecteurCsv(texte, ';').Lire().Select(e => $"{e.Ligne}:{string.Join('|', e.Champs)}")));

    [Theory]
    [InlineData("a;b\nc;d\"e\nf;g", 2, 1, "au milieu")]
    [InlineData("a;b\n\"c\"d;e\nf;g", 2, 0, "suit le guillemet")]
    [InlineData("a;b\nc;\"d\ne;f", 2, 1, "jamais refermé")]
    public void Un_guillemet_mal_place_est_dit_a_sa_ligne(string texte, int ligne, int rang, string motif)
    {
        var faute = Assert.Single(new LecteurCsv(texte, ';').Lire(), e => e.Faute is not null);

        Assert.Equal((ligne, rang), (faute.Ligne, faute.Faute!.Value.Rang));
        Assert.Contains(motif, faute.Faute.Value.Motif, StringComparison.Ordinal);
    }
}
