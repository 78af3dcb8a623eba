using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Comite;

/// <summary>Minutes read by who may not count an accord of another session.</summary>
public sealed class ExemplairesTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Qui_s_est_deporte_dans_une_autre_seance_lit_son_exemplaire_et_ne_fige_pas_celui_de_tous()
    {
        var (avant, apres) = (await instance.SeanceAsync("2021-10-19"), await instance.SeanceAsync("2022-02-08"));
        var communes = await instance.CommunesBretonnesAsync(2);
        var cache = await instance.DeroulerAsync(new(communes[0], "Accord caché") { Seance = "2021-10-19" });
        var refuse = await instance.DeroulerAsync(new(communes[1], "Refus") { Seance = "2022-02-08" });
        var (secretaire, deporte) = (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.EnTantQueAsync("membre.35"));
        await secretaire.PosterAsync($"/comite/seances/{avant}/deport", ("Numero", cache), ("Membre", "35"), ("Motif", "Lien d’intérêt."));
        await instance.OuvrirAsync(avant);
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"/comite/seances/{avant}/points/{cache}/accord"),
            "main form",
            [.. SeanceOuverte.Motive, ("Montant", "4 321,09")]
        );
        await instance.OuvrirAsync(apres);
        await instance.PointerAsync(apres);
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"/comite/seances/{apres}/points/{refuse}/refus"),
            "main form",
            SeanceOuverte.Motive
        );
        var adresse = $"/comite/seances/{apres}";
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.PosterAsync(adresse + "/cloture", ("Revision", await RevisionAsync(apres)))).Code
        );
        var documents = await DocumentsAsync(apres);

        var sien = (await deporte.LireAsync(adresse + "/releve.pdf")).Octets;

        Assert.Equal(documents, await DocumentsAsync(apres));
        Assert.NotEqual((await secretaire.LireAsync(adresse + "/releve.pdf")).Octets, sien);
        Assert.Equal(HttpStatusCode.NotFound, (await deporte.LireAsync(adresse + "/releve.pdf?edition=1")).Code);
        Assert.Equal(HttpStatusCode.OK, (await secretaire.LireAsync(adresse + "/releve.pdf?edition=1")).Code);
    }

    private Task<int> DocumentsAsync(Guid seance) => instance.LireAsync(db => db.Documents.CountAsync(d => d.ObjetId == seance));

    private async Task<string> RevisionAsync(Guid seance) =>
        $"{await instance.LireAsync(db => db.Seances.Where(s => s.Id == seance).Select(s => s.Revision).SingleAsync())}";
}
