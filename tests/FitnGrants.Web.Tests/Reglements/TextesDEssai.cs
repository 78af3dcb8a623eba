namespace FitnGrants.Web.Tests.Reglements;

/// <summary>The texts of the product, and what a test changes in them.</summary>
public static class TextesDEssai
{
    public static readonly string Dossier = Path.Combine(Serveur.Projet, "Reglements");

    public static string Lire(string code) => File.ReadAllText(Path.Combine(Dossier, code + ".yaml"));

    /// <summary>A text with some words changed; each must be there.</summary>
    public static string Avec(string code, params (string Avant, string Apres)[] changements) =>
        changements.Aggregate(Lire(code), (texte, c) =>
        {
            Assert.Contains(c.Avant, texte, StringComparison.Ordinal);
            var debut = texte.IndexOf(c.Avant, StringComparison.Ordinal);
            return texte[..debut] + c.Apres + texte[(debut + c.Avant.Length)..];
        });

    /// <summary>Line of some words, from 1.</summary>
    public static int Ligne(string texte, string mots)
    {
        var debut = texte.IndexOf(mots, StringComparison.Ordinal);
        Assert.True(debut >= 0, mots);
        return texte[..debut].Count(c => c == '\n') + 1;
    }

    /// <summary>Sends a text that holds, and answers with its preview.</summary>
    public static async Task<PageLue> ApercuDUneVersionAsync(this Navigateur admin, string code, string texte)
    {
        var apercu = await admin.SoumettreAsync(
            await admin.LireAsync($"/administration/reglements/{code}/nouvelle"),
            "main form",
            ("Texte", texte)
        );
        Assert.Equal(HttpStatusCode.OK, apercu.Code);
        return apercu;
    }

    /// <summary>Sends a text, then publishes it from its preview.</summary>
    public static async Task<PageLue> PublierUneVersionAsync(
        this Instance instance,
        string code,
        string texte,
        params (string, string?)[] champs
    )
    {
        var admin = await instance.EnTantQueAsync("admin");
        return await admin.SoumettreAsync(await admin.ApercuDUneVersionAsync(code, texte), "form[action$='/publication']", champs);
    }
}
