using FitnGrants.Web.Tests.Comite;

namespace FitnGrants.Web.Tests.Documents;

/// <summary>A booklet asked again later says what the members read: its own decisions are not counted twice.</summary>
public sealed class LivretApresLaSeanceTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Le_livret_redemande_apres_les_decisions_dit_ce_qu_il_disait_avant()
    {
        var (_, accorde) = await instance.PointAsync("Accordé ce jour", 28000m, 14000m);
        var (_, renvoye) = await instance.PointAsync("Renvoyé ce jour", 10000m, 5000m);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        async Task<PdfLu> LivretAsync() => PdfLu.Lire((await secretaire.LireAsync($"/comite/seances/{instance.Seance}/livret.pdf")).Octets);
        var avant = await LivretAsync();

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.SoumettreAsync(await secretaire.LireAsync(accorde + "/accord"), "main form", SeanceOuverte.Motive)).Code
        );
        var retour = await secretaire.SoumettreAsync(
            await secretaire.LireAsync(renvoye + "/a-revoir"),
            "main form",
            [
                .. SeanceOuverte.Motive,
                ("Axes[0].Cible", "projet"),
                ("Axes[0].Texte", "Chiffrer la maintenance."),
                ("Referent", "Préfecture, bureau du numérique"),
            ]
        );
        Assert.True(retour.Code == HttpStatusCode.Redirect, retour.De("main"));

        var apres = await LivretAsync();
        Assert.Contains("Déjà réservé 0,00 €", avant.Pages[0], StringComparison.Ordinal);
        Assert.Equal(avant.Pages[0], apres.Pages[0]);
        Assert.Equal(avant.Pages.Count, apres.Pages.Count);
    }
}
