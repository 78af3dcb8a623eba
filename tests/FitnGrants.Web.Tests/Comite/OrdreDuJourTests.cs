using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Comite;

public sealed class OrdreDuJourTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";

    [Fact]
    public async Task Un_dossier_que_deux_seances_veulent_a_la_fois_n_est_qu_a_un_ordre_du_jour()
    {
        for (var i = 0; i < 5; i++)
        {
            var (une, autre) = (
                await instance.NouvelleSessionAsync("secretaire.bretagne"),
                await instance.NouvelleSessionAsync("secretaire.bretagne")
            );
            var (septembre, fevrier) = (await instance.SeanceAsync("2021-09-14"), await instance.SeanceAsync("2022-02-08"));
            var numero = await instance.DeroulerAsync(new(Vern, $"Convoité {i}") { Jusqua = EtatDossier.Instruit });
            var (pageUne, pageAutre) = (
                await une.LireAsync($"/comite/seances/{septembre}"),
                await autre.LireAsync($"/comite/seances/{fevrier}")
            );
            (string, string?)[] Champs(PageLue page) => [("Revision", page.Valeur("Revision")), ("Numero", numero)];

            var reponses = await Task.WhenAll(
                une.PosterAsync($"/comite/seances/{septembre}/ordre-du-jour", Champs(pageUne)),
                autre.PosterAsync($"/comite/seances/{fevrier}/ordre-du-jour", Champs(pageAutre))
            );

            Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], reponses.Select(r => r.Code).Order());
            var id = (await instance.DossierAsync(numero)).Id;
            Assert.Equal(
                1,
                await instance.LireAsync(db => db.Set<Point>().CountAsync(p => p.DossierId == id && p.Etat == EtatPoint.Inscrit))
            );
        }
    }

    [Fact]
    public async Task Un_dossier_pret_s_inscrit_puis_se_retire_avec_un_motif()
    {
        var (secretaire, seance) = await OuvrirAsync("2021-09-14");
        var numero = await instance.DeroulerAsync(new(Vern, "À inscrire") { Jusqua = EtatDossier.Instruit });
        var adresse = $"/comite/seances/{seance}";

        var inscrit = await secretaire.PosterAsync(
            adresse + "/ordre-du-jour",
            ("Revision", await RevisionAsync(seance)),
            ("Numero", numero)
        );
        Assert.Equal((HttpStatusCode.Redirect, adresse + "#prets"), (inscrit.Code, inscrit.Vers));
        Assert.Equal(EtatDossier.InscritSeance, (await instance.DossierAsync(numero)).Etat);
        Assert.Contains(numero, (await secretaire.LireAsync(adresse)).De("section[aria-labelledby=odj]"));
        var trace = await instance.TraceAsync(numero);

        var sansMotif = await secretaire.PosterAsync(
            adresse + "/retrait",
            ("Revision", await RevisionAsync(seance)),
            ("Numero", numero),
            ("Motif", "  ")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sansMotif.Code);
        Assert.NotEmpty(sansMotif.Erreur("Motif")!);
        Assert.Contains("Dites pourquoi ce dossier est retiré.", sansMotif.De(".erreurs"));
        Assert.Equal(trace, await instance.TraceAsync(numero));

        var retire = await secretaire.PosterAsync(
            adresse + "/retrait",
            ("Revision", await RevisionAsync(seance)),
            ("Numero", numero),
            ("Motif", "Pièce attendue.")
        );
        Assert.Equal(HttpStatusCode.Redirect, retire.Code);
        Assert.Equal(EtatDossier.Instruit, (await instance.DossierAsync(numero)).Etat);
        Assert.Equal(trace.Journal + 1, (await instance.TraceAsync(numero)).Journal);
    }

    [Theory]
    [InlineData("2021-06-07T23:59:59+02:00", HttpStatusCode.Redirect)]
    [InlineData("2021-06-08T00:00:00+02:00", HttpStatusCode.Conflict)]
    public async Task La_limite_de_l_ordre_du_jour_est_quinze_jours_avant_a_Paris(string depot, HttpStatusCode attendu)
    {
        var (secretaire, seance) = await OuvrirAsync("2021-06-22");
        var numero = await instance.DeroulerAsync(new(Vern, "À la limite") { Jusqua = EtatDossier.Instruit, Depose = depot });
        var trace = await instance.TraceAsync(numero);

        var reponse = await secretaire.PosterAsync(
            $"/comite/seances/{seance}/ordre-du-jour",
            ("Revision", await RevisionAsync(seance)),
            ("Numero", numero)
        );

        Assert.Equal(attendu, reponse.Code);
        if (attendu == HttpStatusCode.Conflict)
        {
            Assert.Contains("déposé après le 7 juin 2021, ce dossier relève de la séance suivante", reponse.Texte);
            Assert.Equal(trace, await instance.TraceAsync(numero));
        }
    }

    [Fact]
    public async Task Un_dossier_non_instruit_ou_d_un_autre_dispositif_ne_s_inscrit_pas()
    {
        var (secretaire, seance) = await OuvrirAsync("2021-06-22");
        var nonInstruit = await instance.DeroulerAsync(new(Vern, "Pas prêt") { Jusqua = EtatDossier.EnInstruction });
        var ailleurs = await instance.DeroulerAsync(new("216802777", "Ailleurs") { Dispositif = "HR-V1", Jusqua = EtatDossier.Instruit });

        Assert.Equal(HttpStatusCode.Conflict, (await InscrireAsync(nonInstruit)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await InscrireAsync(ailleurs)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await InscrireAsync("FITN-BZH-V1-2021-99999")).Code);

        async Task<PageLue> InscrireAsync(string numero) =>
            await secretaire.PosterAsync(
                $"/comite/seances/{seance}/ordre-du-jour",
                ("Revision", await RevisionAsync(seance)),
                ("Numero", numero)
            );
    }

    [Fact]
    public async Task Une_seance_ne_s_ouvre_pas_avant_son_jour_et_ne_se_clot_pas_avec_un_point_en_attente()
    {
        var (secretaire, seance) = await OuvrirAsync("2021-11-04", "2021-10-19");
        var numero = await instance.DeroulerAsync(
            new("212900088", "Dernier point") { Jusqua = EtatDossier.InscritSeance, Seance = "2021-10-19" }
        );
        var adresse = $"/comite/seances/{seance}";
        await instance.AlHeureAsync("2021-10-18T23:59:00+02:00");
        var tot = await secretaire.PosterAsync(adresse + "/ouverture", ("Revision", await RevisionAsync(seance)));
        Assert.Equal(HttpStatusCode.Conflict, tot.Code);
        Assert.Contains("la séance s'ouvre à partir du 19 octobre 2021", tot.Texte);
        Assert.Equal(HttpStatusCode.Conflict, (await DeciderAsync()).Code);

        await instance.AlHeureAsync("2021-10-19T00:00:01+02:00");
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.PosterAsync(adresse + "/ouverture", ("Revision", await RevisionAsync(seance)))).Code
        );
        var reste = await secretaire.PosterAsync(adresse + "/cloture", ("Revision", await RevisionAsync(seance)));
        Assert.Equal(HttpStatusCode.Conflict, reste.Code);
        Assert.Contains("1 point reste à décider ou à retirer", reste.Texte);

        await instance.AlHeureAsync("2021-10-20T10:00:00+02:00");
        Assert.Equal(HttpStatusCode.Redirect, (await DeciderAsync()).Code);
        var decision = await instance.LireAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.SeanceId == seance));
        Assert.Equal(new DateOnly(2021, 10, 19), decision.PriseLe);
        Assert.Equal(20, decision.EnregistreeLe.ToOffset(TimeSpan.FromHours(2)).Day);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.PosterAsync(adresse + "/cloture", ("Revision", await RevisionAsync(seance)))).Code
        );
        Assert.Equal(
            EtatSeance.Cloturee,
            await instance.LireAsync(db => db.Seances.Where(s => s.Id == seance).Select(s => s.Etat).SingleAsync())
        );

        async Task<PageLue> DeciderAsync() =>
            await secretaire.PosterAsync(
                $"{adresse}/points/{numero}/refus",
                SeanceOuverte.Motive.Append(("Revision", $"{(await instance.DossierAsync(numero)).Revision}"))
            );
    }

    [Fact]
    public async Task Une_seance_perimee_n_inscrit_rien()
    {
        var (secretaire, seance) = await OuvrirAsync("2021-09-14");
        var numero = await instance.DeroulerAsync(new(Vern, "Trop tard") { Jusqua = EtatDossier.Instruit });
        var trace = await instance.TraceAsync(numero);

        Assert.Equal(
            HttpStatusCode.Conflict,
            (await secretaire.PosterAsync($"/comite/seances/{seance}/ordre-du-jour", ("Revision", "0"), ("Numero", numero))).Code
        );
        Assert.Equal(trace, await instance.TraceAsync(numero));
    }

    private async Task<(Navigateur Secretaire, Guid Seance)> OuvrirAsync(params string[] jours) =>
        (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.SeanceAsync(jours[^1]));

    private async Task<string> RevisionAsync(Guid seance) =>
        $"{await instance.LireAsync(db => db.Seances.Where(s => s.Id == seance).Select(s => s.Revision).SingleAsync())}";
}
