using System.Security.Cryptography;
using System.Text;
using FitnGrants.Web.Documents;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Comite;

public sealed class MinutesTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Le_proces_verbal_est_un_projet_puis_se_fige_a_la_cloture_et_se_verifie()
    {
        var seance = await instance.SeanceAsync();
        var adresse = $"/comite/seances/{seance}";
        // The dossier of the demonstration leaves the agenda of this session.
        var numero = await instance.DeroulerAsync(new("215600776", "Au procès-verbal"));
        await instance.AlHeureAsync("2021-06-22T09:30:00+02:00");
        await instance.OuvrirAsync(seance);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var autre = await instance.NumeroAsync("Données ouvertes du territoire");
        await secretaire.PosterAsync(
            adresse + "/retrait",
            ("Revision", await RevisionAsync(seance)),
            ("Numero", autre),
            ("Motif", "Représentant absent.")
        );
        await secretaire.SoumettreAsync(await secretaire.LireAsync($"{adresse}/points/{numero}/refus"), "main form", SeanceOuverte.Motive);

        var projet = await secretaire.LireAsync(adresse + "/proces-verbal.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (projet.Code, projet.Type));
        Assert.Equal(0, await DocumentsAsync(seance));
        await instance.PointerAsync(seance);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.PosterAsync(adresse + "/cloture", ("Revision", await RevisionAsync(seance)))).Code
        );
        Assert.Equal(2, await DocumentsAsync(seance));

        var fige = await secretaire.LireAsync(adresse + "/proces-verbal.pdf");
        var document = await instance.LireAsync(db =>
            db.Documents.AsNoTracking().SingleAsync(d => d.ObjetId == seance && d.Type == "proces-verbal")
        );
        Assert.Equal(document.Empreinte, Convert.ToHexStringLower(SHA256.HashData(fige.Octets)));
        Assert.Equal(fige.Octets, (await (await instance.EnTantQueAsync("membre.35")).LireAsync(adresse + "/proces-verbal.pdf")).Octets);

        var public_ = instance.Anonyme();
        var verifiee = await public_.LireAsync("/verification/" + document.Code.ToLowerInvariant().Replace('-', ' '));
        Assert.Equal(HttpStatusCode.OK, verifiee.Code);
        Assert.Contains("Cette référence est authentique. ", verifiee.Texte);
        Assert.Contains("Procès-verbal d'une séance", verifiee.Texte);
        Assert.Contains(document.Empreinte, verifiee.Texte);
        Assert.DoesNotContain("Au procès-verbal", verifiee.Texte);
        Assert.Contains("authentique, à l'octet près", (await EnvoyerAsync(public_, document.Code, fige.Octets)).Texte);
        Assert.Contains(
            "n'est pas le document que nous avons produit",
            (await EnvoyerAsync(public_, document.Code, [.. fige.Octets, 0])).Texte
        );
    }

    /// <summary>The relevé is a draft, whatever is read meanwhile, until it can say who chaired and who was there.</summary>
    [Fact]
    public async Task Le_releve_attend_les_presences_puis_se_fige_avec_elles()
    {
        var seance = await instance.SeanceAsync("2021-10-19");
        var (adresse, secretaire) = ($"/comite/seances/{seance}", await instance.EnTantQueAsync("secretaire.bretagne"));
        var numero = await instance.DeroulerAsync(new("212900088", "Au relevé") { Seance = "2021-10-19" });
        await instance.AlHeureAsync("2021-10-19T09:30:00+02:00");
        await instance.OuvrirAsync(seance);
        var renvoi = await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"{adresse}/points/{numero}/a-revoir"),
            "main form",
            [
                .. SeanceOuverte.Motive,
                ("Axes[0].Texte", "Dire qui participe"),
                ("Axes[0].Cible", "R50"),
                ("Axes[1].Texte", "Mesurer les usages"),
                ("Axes[1].Cible", "R52"),
                ("Referent", "Ti Lab"),
                ("SansSeanceUlterieure", "true"),
            ]
        );
        Assert.True(renvoi.Code == HttpStatusCode.Redirect, renvoi.De("main"));
        var close = await secretaire.PosterAsync(adresse + "/cloture", ("Revision", await RevisionAsync(seance)));
        Assert.True(close.Code == HttpStatusCode.Redirect, close.De("main"));
        Assert.Equal(0, await DocumentsAsync(seance));
        Assert.Contains("Relevé de décisions, projet, PDF", (await secretaire.LireAsync(adresse)).De("main"));
        var projet = PdfLu.Lire((await secretaire.LireAsync(adresse + "/releve.pdf")).Octets).Texte;
        Assert.Contains("Projet : il reste à noter les présences.", projet, StringComparison.Ordinal);
        Assert.DoesNotContain("vérification : code", projet, StringComparison.Ordinal);

        await instance.PointerAsync(seance);
        var edite = PdfLu.Lire((await secretaire.LireAsync(adresse + "/releve.pdf")).Octets).Texte;
        Assert.DoesNotContain("Projet :", edite, StringComparison.Ordinal);
        Assert.Contains("1 membre présent sur 5", edite, StringComparison.Ordinal);
        var minutes = PdfLu.Lire((await secretaire.LireAsync(adresse + "/proces-verbal.pdf")).Octets).Texte;
        Assert.Contains("Axes à améliorer. 1. Dire qui participe. 2. Mesurer les usages.", minutes, StringComparison.Ordinal);
        Assert.Contains("Vote. Aucun vote n'est noté.", minutes, StringComparison.Ordinal);
        Assert.Contains("Secrétariat général pour les affaires régionales", minutes, StringComparison.Ordinal);
        Assert.DoesNotContain("SGAR", minutes, StringComparison.Ordinal);
        Assert.Equal(2, await DocumentsAsync(seance));
    }

    /// <summary>A point that no page holds is cut between its paragraphs: nothing of it is lost, nothing runs over the foot.</summary>
    [Fact]
    public async Task Un_point_plus_long_qu_une_page_se_lit_jusqu_au_bout()
    {
        var seance = await instance.SeanceAsync();
        var numero = await instance.DeroulerAsync(new("212900088", "Au long cours"));
        await instance.AlHeureAsync("2021-06-22T09:30:00+02:00");
        await instance.OuvrirAsync(seance);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var motivation = string.Join(
            "\n\n",
            Enumerable.Range(1, 23).Select(i => $"Considération {i}. " + string.Concat(Enumerable.Repeat("Le projet est à revoir. ", 10)))
        );
        var refus = await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"/comite/seances/{seance}/points/{numero}/refus"),
            "main form",
            ("Motivation", motivation),
            ("Fondements", "Critere")
        );
        Assert.True(refus.Code == HttpStatusCode.Redirect, refus.De("main"));
        var tenue = await secretaire.LireAsync($"/comite/seances/{seance}/tenue");
        var debats = tenue.Document.QuerySelectorAll("textarea[name$='.Debat']").Select(t => t.GetAttribute("name")!).ToList();
        var dit = string.Concat(Enumerable.Repeat("L’instance en débat longuement. ", 60));
        await secretaire.SoumettreAsync(tenue, "main form", [.. debats.Select(d => (d, (string?)dit))]);
        var pages = PdfLu.Lire((await secretaire.LireAsync($"/comite/seances/{seance}/proces-verbal.pdf")).Octets).Pages.ToList();
        int PageDe(int i) => pages.FindIndex(p => p.Contains($"Considération {i}.", StringComparison.Ordinal));
        Assert.DoesNotContain(-1, Enumerable.Range(1, 23).Select(PageDe));
        // One page could not hold them all above its foot.
        Assert.InRange(PageDe(23), PageDe(1) + 1, pages.Count);
    }

    [Theory]
    [InlineData("AAAA-BBBB-CCCC", HttpStatusCode.NotFound)]
    [InlineData("trop-court", HttpStatusCode.NotFound)]
    [InlineData("<script>", HttpStatusCode.NotFound)]
    public async Task Une_reference_inconnue_n_est_pas_authentique(string code, HttpStatusCode attendu)
    {
        var page = await instance.Anonyme().LireAsync("/verification/" + Uri.EscapeDataString(code));
        Assert.Equal(attendu, page.Code);
        Assert.Contains("Nous n'avons produit aucun document sous cette référence.", page.Texte);
    }

    [Fact]
    public async Task Une_reference_mal_tapee_se_dit_a_cote_du_champ()
    {
        var public_ = instance.Anonyme();
        var page = await public_.SoumettreAsync(await public_.LireAsync("/verification"), "main form", ("Code", "12"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "12"), (page.Code, page.Valeur("Code")));
        Assert.Contains("douze lettres et chiffres", page.Erreur("Code"));
    }

    [Theory]
    [InlineData("7k2m 9qxt 3bfd", "7K2M-9QXT-3BFD")]
    [InlineData("7K2M-9QXT-3BFD", "7K2M-9QXT-3BFD")]
    [InlineData("FITN-BZH-V1-2021-00012 · vérification : code 7K2M-9QXT-3BFD, fitn.example/verification", "7K2M-9QXT-3BFD")]
    [InlineData("https://fitn.example/verification/7k2m-9qxt-3bfd", "7K2M-9QXT-3BFD")]
    [InlineData("7K2M9QXT3BF", null)]
    [InlineData(null, null)]
    public void Un_code_se_tape_comme_on_veut(string? saisi, string? attendu) => Assert.Equal(attendu, Archives.Normaliser(saisi));

    [Fact]
    public async Task Avant_l_ouverture_il_n_y_a_que_le_livret()
    {
        var seance = await instance.SeanceAsync("2021-09-14");
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        Assert.Equal(HttpStatusCode.NotFound, (await secretaire.LireAsync($"/comite/seances/{seance}/livret.pdf")).Code);
        await instance.DeroulerAsync(new("213503527", "Dans le livret") { Seance = "2021-09-14" });
        var livret = await secretaire.LireAsync($"/comite/seances/{seance}/livret.pdf");
        Assert.Equal("%PDF", Encoding.ASCII.GetString(livret.Octets[..4]));
        Assert.Equal(HttpStatusCode.NotFound, (await secretaire.LireAsync($"/comite/seances/{seance}/releve.pdf")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await secretaire.LireAsync($"/comite/seances/{seance}/proces-verbal.pdf")).Code);
    }

    private static async Task<PageLue> EnvoyerAsync(Navigateur navigateur, string code, byte[] fichier)
    {
        var page = await navigateur.LireAsync("/verification");
        using var corps = new MultipartFormDataContent
        {
            { new StringContent(code), "Code" },
            { new StringContent(page.DernierJeton!), PageLue.Jeton },
            { new ByteArrayContent(fichier), "Fichier", "pv.pdf" },
        };
        using var reponse = await navigateur.Client.PostAsync(
            new Uri("/verification", UriKind.Relative),
            corps,
            TestContext.Current.CancellationToken
        );
        return new PageLue(
            "/verification",
            reponse.StatusCode,
            null,
            "text/html",
            await reponse.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    private Task<int> DocumentsAsync(Guid seance) => instance.LireAsync(db => db.Documents.CountAsync(d => d.ObjetId == seance));

    private async Task<string> RevisionAsync(Guid seance) =>
        $"{await instance.LireAsync(db => db.Seances.Where(s => s.Id == seance).Select(s => s.Revision).SingleAsync())}";
}
