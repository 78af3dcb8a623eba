using System.Text;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>A browser without script: it keeps cookies, follows no redirect, and sends back the token of the page it read.</summary>
public sealed class Navigateur(HttpClient client)
{
    private string? jeton;

    public HttpClient Client => client;

    public Task<PageLue> LireAsync(string adresse) => EnvoyerAsync(new HttpRequestMessage(HttpMethod.Get, adresse));

    /// <summary>Signs in with the form of the demonstration accounts.</summary>
    public async Task SeConnecterAsync(string compte)
    {
        var page = await LireAsync("/compte/connexion");
        var retour = await SoumettreAsync(page, "form[action='/compte/demonstration']", ("compte", compte + "@demo.example"));
        Assert.Equal(HttpStatusCode.Redirect, retour.Code);
        // The token of before belongs to nobody: the next page gives the one of this account.
        await LireAsync("/plan-du-site");
    }

    /// <summary>Sends fields to an address, with the last token read.</summary>
    public Task<PageLue> PosterAsync(string adresse, params (string Nom, string? Valeur)[] champs) =>
        PosterAsync(adresse, champs.AsEnumerable());

    public Task<PageLue> PosterAsync(string adresse, IEnumerable<(string Nom, string? Valeur)> champs)
    {
        var tous = champs.Where(c => c.Valeur is not null).Select(c => KeyValuePair.Create(c.Nom, c.Valeur!)).ToList();
        if (jeton is not null && !tous.Exists(c => c.Key == PageLue.Jeton))
            tous.Add(KeyValuePair.Create(PageLue.Jeton, jeton));
        return EnvoyerAsync(new HttpRequestMessage(HttpMethod.Post, adresse) { Content = new FormUrlEncodedContent(tous) });
    }

    /// <summary>Sends fields as the page does by itself while one types.</summary>
    public Task<PageLue> AutomatiqueAsync(string adresse, IEnumerable<(string Nom, string? Valeur)> champs)
    {
        var tous = champs
            .Where(c => c.Valeur is not null && c.Nom != PageLue.Jeton)
            .Append((PageLue.Jeton, jeton))
            .Select(c => KeyValuePair.Create(c.Item1, c.Item2!));
        var requete = new HttpRequestMessage(HttpMethod.Post, adresse) { Content = new FormUrlEncodedContent(tous) };
        requete.Headers.Add("X-Enregistrement", "auto");
        return EnvoyerAsync(requete);
    }

    /// <summary>Sends files as a form does, or as the page does by itself.</summary>
    public Task<PageLue> EnvoyerDesFichiersAsync(
        string adresse,
        string? type,
        bool automatique,
        params (string Nom, byte[] Octets)[] fichiers
    ) => EnvoyerDesFichiersAsync(adresse, type, automatique, ("Texte", null), fichiers);

    public Task<PageLue> EnvoyerDesFichiersAsync(
        string adresse,
        string? type,
        bool automatique,
        (string Nom, string? Valeur) champ,
        params (string Nom, byte[] Octets)[] fichiers
    )
    {
        var requete = Envoi(adresse, "Fichiers", [("Type", type), champ], fichiers);
        if (automatique)
            requete.Headers.Add("X-Enregistrement", "auto");
        return EnvoyerAsync(requete);
    }

    /// <summary>Sends files under the name of their control, with other fields.</summary>
    public Task<PageLue> JoindreAsync(
        string adresse,
        string controle,
        (string Nom, string? Valeur) champ,
        params (string Nom, byte[] Octets)[] fichiers
    ) => JoindreAsync(adresse, controle, [champ], fichiers);

    /// <summary>The same with several other fields.</summary>
    public Task<PageLue> JoindreAsync(
        string adresse,
        string controle,
        (string Nom, string? Valeur)[] champs,
        params (string Nom, byte[] Octets)[] fichiers
    ) => EnvoyerAsync(Envoi(adresse, controle, champs, fichiers));

    private HttpRequestMessage Envoi(
        string adresse,
        string controle,
        (string Nom, string? Valeur)[] champs,
        (string Nom, byte[] Octets)[] fichiers
    )
    {
        var corps = new MultipartFormDataContent();
        foreach (var (nom, valeur) in champs)
            if (valeur is not null)
                corps.Add(new StringContent(valeur), nom);
        corps.Add(new StringContent(jeton ?? ""), PageLue.Jeton);
        foreach (var (nom, octets) in fichiers)
            corps.Add(new ByteArrayContent(octets), controle, nom);
        return new HttpRequestMessage(HttpMethod.Post, adresse) { Content = corps };
    }

    public Task<PageLue> PosterJsonAsync(string adresse, string corps) =>
        EnvoyerAsync(
            new HttpRequestMessage(HttpMethod.Post, adresse) { Content = new StringContent(corps, Encoding.UTF8, "application/json") }
        );

    /// <summary>Sends a form of a page as a browser does, with some fields changed, added, or removed by null.</summary>
    public Task<PageLue> SoumettreAsync(PageLue page, string selecteur, params (string Nom, string? Valeur)[] changements)
    {
        var formulaire = page.Formulaire(selecteur);
        var noms = changements.Select(c => c.Nom).ToHashSet(StringComparer.Ordinal);
        var champs = PageLue.Champs(formulaire).Where(c => !noms.Contains(c.Nom)).Concat(changements);
        return PosterAsync(formulaire.GetAttribute("action") is { Length: > 0 } action ? action : page.Adresse, champs);
    }

    private async Task<PageLue> EnvoyerAsync(HttpRequestMessage requete)
    {
        using (requete)
        {
            using var reponse = await client.SendAsync(requete);
            var page = new PageLue(
                requete.RequestUri!.ToString(),
                reponse.StatusCode,
                reponse.Headers.Location?.ToString(),
                reponse.Content.Headers.ContentType?.MediaType,
                await reponse.Content.ReadAsByteArrayAsync()
            );
            jeton = page.DernierJeton ?? jeton;
            return page;
        }
    }
}
