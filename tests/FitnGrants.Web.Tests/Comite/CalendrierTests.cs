using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Comite;

public sealed class CalendrierTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";

    /// <summary>Scenario 37, to the screen, the outbox and the public sheet.</summary>
    [Fact]
    public async Task Deplacee_la_seance_garde_ses_points_previent_membres_et_porteurs_et_montre_sa_premiere_date()
    {
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var nouvelle = await PlanifierAsync(secretaire, "04/11/2021");
        await instance.DeroulerAsync(new(Vern, "Avancé") { Seance = "2021-11-04" });
        var courriels = await CourrielsAsync();

        var page = await secretaire.LireAsync($"/comite/seances/{nouvelle}/deplacement");
        Assert.Contains("L'ordre du jour garde son point.", page.Texte);
        var reponse = await secretaire.SoumettreAsync(page, "main form", ("Jour", "18/10/2021"), ("Motif", "Calendrier avancé."));

        Assert.Equal((HttpStatusCode.Redirect, $"/comite/seances/{nouvelle}"), (reponse.Code, reponse.Vers));
        var seance = await LireAsync(nouvelle);
        Assert.Equal(
            (new DateOnly(2021, 10, 18), new DateOnly(2021, 11, 4), 1),
            (seance.Jour, seance.Initiale!.Value, seance.Points.Count)
        );
        Assert.Equal(courriels + 6, await CourrielsAsync());
        var montree = await secretaire.LireAsync($"/comite/seances/{nouvelle}");
        Assert.Contains("avancée, initialement prévue le 4 novembre 2021", montree.Texte);
        Assert.Contains("jeudi 4 novembre 2021 → lundi 18 octobre 2021", montree.De("section[aria-labelledby=deplacements]"));
        Assert.Contains("Calendrier avancé.", montree.De("section[aria-labelledby=deplacements]"));
        Assert.Contains(
            "lundi 18 octobre 2021, avancée, initialement prévue le 4 novembre 2021",
            (await instance.Anonyme().LireAsync("/dispositifs/BZH-V1")).Texte
        );
        var ics = (await secretaire.LireAsync($"/comite/seances.ics?seance={nouvelle}"))
            .Source.ReplaceLineEndings("\n")
            .Replace("\n ", "", StringComparison.Ordinal);
        Assert.Contains("\nDTSTART;VALUE=DATE:20211018\nDTEND;VALUE=DATE:20211019\n", ics);
        Assert.Contains("\nSEQUENCE:1\n", ics);
    }

    [Theory]
    [InlineData("31/05/2021", "Motif.", "Jour", "Cette date est passée")]
    [InlineData("", "Motif.", "Jour", "Indiquez la nouvelle date.")]
    [InlineData("demain", "Motif.", "Jour", "jour/mois/année")]
    [InlineData("14/12/2021", "   ", "Motif", "Dites pourquoi la séance est déplacée.")]
    [InlineData("22/06/2021", "Motif.", "Jour", "Une autre séance est déjà prévue à cette date.")]
    public async Task Un_deplacement_mal_saisi_garde_la_saisie_et_ne_change_rien(string jour, string motif, string champ, string erreur)
    {
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var id = await instance.SeanceAsync("2021-09-14");
        var avant = (await LireAsync(id)).Revision;

        var reponse = await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"/comite/seances/{id}/deplacement"),
            "main form",
            ("Jour", jour),
            ("Motif", motif)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.Contains(erreur, reponse.Erreur(champ));
        Assert.Equal(jour, reponse.Valeur("Jour"));
        Assert.Equal((avant, new DateOnly(2021, 9, 14)), ((await LireAsync(id)).Revision, (await LireAsync(id)).Jour));
    }

    [Fact]
    public async Task Un_mois_du_Grand_Est_recoit_un_jour_et_peut_s_ouvrir()
    {
        var secretaire = await instance.EnTantQueAsync("secretaire.grand-est");
        var id = await instance.LireAsync(db =>
            db.Seances.Where(s => s.Region == "44" && s.Jour == new DateOnly(2021, 6, 1)).Select(s => s.Id).SingleAsync()
        );
        var page = await secretaire.LireAsync($"/comite/seances/{id}/deplacement");
        Assert.Contains("Fixer le jour de la séance de juin 2021", page.Texte);

        await secretaire.SoumettreAsync(page, "main form", ("Jour", "01/06/2021"), ("Motif", "Jour fixé."));
        var montree = await secretaire.LireAsync($"/comite/seances/{id}");
        Assert.Contains("juin 2021 → mardi 1er juin 2021", montree.Texte);

        var ouverte = await secretaire.SoumettreAsync(montree, "form[action$='/ouverture']");
        Assert.Equal(HttpStatusCode.Redirect, ouverte.Code);
        Assert.Equal(EtatSeance.Ouverte, (await LireAsync(id)).Etat);
        Assert.Equal(HttpStatusCode.Redirect, (await secretaire.LireAsync($"/comite/seances/{id}/deplacement")).Code);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await secretaire.PosterAsync(
                    $"/comite/seances/{id}/deplacement",
                    ("Revision", $"{(await LireAsync(id)).Revision}"),
                    ("Jour", "01/09/2021"),
                    ("Motif", "Trop tard.")
                )
            ).Code
        );
    }

    [Fact]
    public async Task Annulee_la_seance_rend_ses_dossiers_et_sa_date_redevient_libre()
    {
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var id = await PlanifierAsync(secretaire, "15/12/2021");
        var numero = await instance.DeroulerAsync(new(Vern, "À reporter") { Seance = "2021-12-15" });
        var page = await secretaire.LireAsync($"/comite/seances/{id}/annulation");
        Assert.Contains("1 dossier redevient prêt", page.Texte);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretaire.SoumettreAsync(page, "main form", ("Motif", " "))).Code);
        Assert.Equal(EtatDossier.InscritSeance, (await instance.DossierAsync(numero)).Etat);

        await secretaire.SoumettreAsync(page, "main form", ("Motif", "Faute de quorum."));

        Assert.Equal(EtatDossier.Instruit, (await instance.DossierAsync(numero)).Etat);
        Assert.Equal((EtatSeance.Annulee, "Faute de quorum."), ((await LireAsync(id)).Etat, (await LireAsync(id)).MotifAnnulation));
        Assert.Contains("Séance annulée", (await secretaire.LireAsync($"/comite/seances/{id}")).Texte);
        Assert.Contains("STATUS:CANCELLED", (await secretaire.LireAsync($"/comite/seances.ics?seance={id}")).Source);
        Assert.NotEqual(id, await PlanifierAsync(secretaire, "15/12/2021"));
    }

    [Theory]
    [InlineData("", "BZH-V1", "Jour")]
    [InlineData("31/05/2021", "BZH-V1", "Jour")]
    [InlineData("22/06/2021", "BZH-V1", "Jour")]
    [InlineData("10/01/2022", null, "Dispositifs")]
    [InlineData("10/01/2022", "HR-V1", "Dispositifs")]
    public async Task Une_seance_mal_planifiee_n_existe_pas(string jour, string? dispositif, string champ)
    {
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var avant = await instance.LireAsync(db => db.Seances.CountAsync());

        var reponse = await secretaire.SoumettreAsync(
            await secretaire.LireAsync("/comite/seances/nouvelle"),
            "main form",
            ("Jour", jour),
            ("Dispositifs", dispositif)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.NotNull(reponse.Erreur(champ));
        Assert.Equal(avant, await instance.LireAsync(db => db.Seances.CountAsync()));
    }

    [Fact]
    public async Task Hors_de_la_region_le_calendrier_n_existe_pas()
    {
        var autre = await instance.EnTantQueAsync("secretaire.grand-est");
        var id = await instance.SeanceAsync("2021-09-14");
        foreach (
            var suite in new[]
            {
                "deplacement",
                "annulation",
                "notification",
                "direct",
                "direct/etat",
                "livret.pdf",
                "releve.pdf",
                "proces-verbal.pdf",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await autre.LireAsync($"/comite/seances/{id}/{suite}")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await autre.LireAsync($"/comite/seances.ics?seance={id}")).Code);
        Assert.DoesNotContain($"{id}", (await autre.LireAsync("/comite/seances.ics")).Source);
        var revision = ("Revision", $"{(await LireAsync(id)).Revision}");
        foreach (
            var (acte, champs) in new (string, (string, string?)[])[]
            {
                ("deplacement", [revision, ("Jour", "01/12/2021"), ("Motif", "Motif.")]),
                ("annulation", [revision, ("Motif", "Motif.")]),
                ("presences", [revision]),
                ("ordre", [revision, ("Sens", "trier")]),
                ("appel", [("Numero", "FITN-BZH-V1-2021-00001")]),
                ("deport", [("Numero", "FITN-BZH-V1-2021-00001"), ("Membre", "29"), ("Motif", "Motif.")]),
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await autre.PosterAsync($"/comite/seances/{id}/{acte}", champs)).Code);
        Assert.Equal(revision.Item2, $"{(await LireAsync(id)).Revision}");
    }

    private async Task<Guid> PlanifierAsync(Navigateur secretaire, string jour)
    {
        var reponse = await secretaire.SoumettreAsync(await secretaire.LireAsync("/comite/seances/nouvelle"), "main form", ("Jour", jour));
        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        return Guid.Parse(reponse.Vers!.Split('/')[^1]);
    }

    private Task<int> CourrielsAsync() => instance.LireAsync(db => db.Courriels.CountAsync());

    private Task<Seance> LireAsync(Guid id) =>
        instance.LireAsync(db => db.Seances.AsNoTracking().Include(s => s.Points).SingleAsync(s => s.Id == id));
}
