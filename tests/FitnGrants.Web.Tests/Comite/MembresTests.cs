using System.Text.Json;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Comite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Comite;

public sealed class MembresTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Un_membre_donne_son_avis_le_change_et_chacun_le_lit_jusqu_a_l_appel_du_point()
    {
        var (seance, point, _) = await PointAsync("Avis", "2021-06-22");
        var (membre, secretaire) = (await instance.EnTantQueAsync("membre.29"), await instance.EnTantQueAsync("secretaire.bretagne"));
        var vide = await membre.SoumettreAsync(await membre.LireAsync(point + "/avis"), "main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, vide.Code);
        Assert.Equal("Erreur : Choisissez le sens de votre avis.", vide.Erreur("Sens"));
        var sansTexte = await membre.SoumettreAsync(
            await membre.LireAsync(point + "/avis"),
            "main form",
            ("Sens", "Defavorable"),
            ("Texte", " ")
        );
        Assert.Equal("Erreur : Expliquez un avis défavorable ou avec réserves.", sansTexte.Erreur("Texte"));
        Assert.Empty((await LirePointAsync(seance)).Avis);

        var page = await membre.LireAsync(point + "/avis");
        Assert.Equal(HttpStatusCode.Redirect, (await membre.SoumettreAsync(page, "main form", ("Sens", "Favorable"))).Code);
        // A colleague's page from before does not overwrite what was said since.
        var perimee = await membre.SoumettreAsync(page, "main form", ("Sens", "Defavorable"), ("Texte", "Ancienne page."));
        Assert.Equal(HttpStatusCode.Conflict, perimee.Code);
        Assert.Contains("avis donné par Préfecture du Finistère, membre de la communauté, le ", perimee.Texte);
        Assert.Contains("Ancienne page.", perimee.Texte);
        await membre.SoumettreAsync(
            await membre.LireAsync(point + "/avis"),
            "main form",
            ("Sens", "FavorableAvecReserves"),
            ("Texte", "Coût à préciser.")
        );
        Assert.Contains("Préfecture du FinistèreFavorable avec réserves Coût à préciser.", (await secretaire.LireAsync(point)).De(".avis"));

        await instance.OuvrirAsync(seance);
        await secretaire.PosterAsync($"/comite/seances/{seance}/appel", ("Numero", point.Split('/')[^1]));
        Assert.Equal(HttpStatusCode.Redirect, (await membre.LireAsync(point + "/avis")).Code);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await membre.PosterAsync(
                    point + "/avis",
                    ("Sens", "Favorable"),
                    ("Remplace", $"{(await LirePointAsync(seance)).Avis[0].Le.UtcTicks}")
                )
            ).Code
        );
        Assert.Equal(SensAvis.FavorableAvecReserves, (await LirePointAsync(seance)).Avis.Single().Sens);
    }

    [Fact]
    public async Task Un_membre_deporte_ne_lit_plus_la_deliberation_avant_sa_notification()
    {
        var (seance, point, numero) = await PointAsync("Déport", "2021-09-14");
        var (membre, autre, secretaire) = (
            await instance.EnTantQueAsync("membre.35"),
            await instance.EnTantQueAsync("membre.22"),
            await instance.EnTantQueAsync("secretaire.bretagne")
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await membre.SoumettreAsync(await membre.LireAsync(point + "/deport"), "main form", ("Motif", ""))).Code
        );
        await membre.SoumettreAsync(await membre.LireAsync(point + "/deport"), "main form", ("Motif", "Lien d’intérêt."));
        await instance.OuvrirAsync(seance);
        await secretaire.PosterAsync($"/comite/seances/{seance}/points/{numero}/proposition", ("Type", "Accord"), ("Montant", "4 321,09"));
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/refus"), "main form", SeanceOuverte.Motive);

        foreach (
            var adresse in new[]
            {
                point,
                $"/comite/seances/{seance}",
                $"/comite/seances/{seance}/direct",
                $"/comite/seances/{seance}/direct/etat",
            }
        )
        {
            var cachee = await membre.LireAsync(adresse);
            Assert.Equal(HttpStatusCode.OK, cachee.Code);
            Assert.Contains("déporté", cachee.Texte);
            Assert.DoesNotContain("4 321,09", cachee.Texte);
            Assert.DoesNotContain("Refus", cachee.Texte);
            Assert.DoesNotContain("simplifie les démarches", cachee.Texte);
        }
        var minutes = await membre.LireAsync($"/comite/seances/{seance}/proces-verbal.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (minutes.Code, minutes.Type));
        Assert.Contains("Refus", (await autre.LireAsync(point)).Texte);
        Assert.Contains("Inscrit en séance", (await membre.LireAsync($"/dossiers/{numero}")).Texte);
        // An agent of the same préfecture reads no more than its member, wherever it looks.
        var agent = await instance.EnTantQueAsync("instructeur.35");
        foreach (
            var adresse in new[]
            {
                point,
                $"/dossiers/{numero}",
                $"/instruction/{numero}",
                $"/instruction?Q={numero}",
                "/instruction?Onglet=traites",
                $"/comite/seances/{seance}",
            }
        )
        {
            var lue = await agent.LireAsync(adresse);
            Assert.Equal(HttpStatusCode.OK, lue.Code);
            Assert.DoesNotContain("Refusé", lue.Texte);
            Assert.DoesNotContain("Décision enregistrée", lue.Texte);
            Assert.DoesNotContain("simplifie les démarches", lue.Texte);
        }
        Assert.Contains("Déport", (await agent.LireAsync("/instruction?Onglet=en-seance")).Texte);
        Assert.Contains("Refusé", (await secretaire.LireAsync($"/dossiers/{numero}")).Texte);

        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        var notifiee = (await membre.LireAsync(point)).Texte;
        Assert.Contains("Refus", notifiee);
        Assert.DoesNotContain("Avis des membres", notifiee);
        var direct = (await membre.LireAsync($"/comite/seances/{seance}/direct")).Texte;
        Assert.Contains("Refus notifiée", direct);
        Assert.DoesNotContain("Répartition", direct);
    }

    [Fact]
    public async Task Le_deporte_ne_retrouve_pas_un_montant_par_soustraction_et_son_exemplaire_du_proces_verbal_n_en_dit_rien()
    {
        var (seance, point, numero) = await PointAsync("Accord caché", "2021-10-19");
        var (membre, autre, secretaire) = (
            await instance.EnTantQueAsync("membre.35"),
            await instance.EnTantQueAsync("membre.22"),
            await instance.EnTantQueAsync("secretaire.bretagne")
        );
        await membre.SoumettreAsync(await membre.LireAsync(point + "/deport"), "main form", ("Motif", "Lien d’intérêt."));
        await instance.OuvrirAsync(seance);
        await instance.PointerAsync(seance);
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync(point + "/accord"),
            "main form",
            [.. SeanceOuverte.Motive, ("Montant", "4 000")]
        );

        foreach (var adresse in new[] { $"/comite/seances/{seance}", $"/comite/seances/{seance}/direct" })
        {
            Assert.DoesNotContain("1 184 000", (await membre.LireAsync(adresse)).Texte);
            Assert.Contains("1 184 000", (await autre.LireAsync(adresse)).Texte);
        }
        var deporte = Lecteur.De(
            new Acteur(Guid.NewGuid(), "", [new Habilitation(Role.MembreCommunaute, Departement: "35", Region: "53")])
        );
        Assert.DoesNotContain("4 000", await MinutesAsync(seance, deporte));
        Assert.DoesNotContain("simplifie les démarches", await MinutesAsync(seance, deporte));
        Assert.Contains("Exemplaire d’un membre déporté", await MinutesAsync(seance, deporte));
        Assert.Contains("4 000", await MinutesAsync(seance, Lecteur.DeLInstance));

        var close = await secretaire.SoumettreAsync(await secretaire.LireAsync($"/comite/seances/{seance}"), "form[action$='/cloture']");
        Assert.Equal((HttpStatusCode.Redirect, EtatSeance.Cloturee), (close.Code, (await LireAsync(seance)).Etat));
        var documents = await instance.LireAsync(db => db.Documents.CountAsync(d => d.ObjetId == seance));
        Assert.NotEqual(
            (await autre.LireAsync($"/comite/seances/{seance}/proces-verbal.pdf")).Octets,
            (await membre.LireAsync($"/comite/seances/{seance}/proces-verbal.pdf")).Octets
        );
        Assert.Equal(HttpStatusCode.NotFound, (await membre.LireAsync($"/comite/seances/{seance}/proces-verbal.pdf?edition=1")).Code);
        Assert.Equal(HttpStatusCode.OK, (await autre.LireAsync($"/comite/seances/{seance}/proces-verbal.pdf?edition=1")).Code);
        Assert.Equal(documents, await instance.LireAsync(db => db.Documents.CountAsync(d => d.ObjetId == seance)));
    }

    /// <summary>What the minutes say to a reader.</summary>
    private Task<string> MinutesAsync(Guid seance, Lecteur lecteur) =>
        instance.FaireAsync(async services =>
        {
            var db = services.GetRequiredService<FitnContext>();
            var (document, _) = await services
                .GetRequiredService<Minutes>()
                .ProduireAsync(
                    await db.Seances.AsNoTracking().Include(s => s.Points).SingleAsync(s => s.Id == seance),
                    "proces-verbal",
                    lecteur,
                    CancellationToken.None
                );
            return JsonSerializer
                .Serialize(document.Donnees(""), SansEchappement)
                .Replace("\\u202F", " ", StringComparison.Ordinal)
                .Replace("\\u00A0", " ", StringComparison.Ordinal);
        });

    private static readonly JsonSerializerOptions SansEchappement = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task Le_secretariat_pointe_les_presences_range_les_points_et_designe_un_rapporteur()
    {
        var seance = await instance.SeanceAsync("2022-02-08");
        var adresse = $"/comite/seances/{seance}";
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var a = await instance.DeroulerAsync(new("213503527", "Un") { Seance = "2022-02-08" });
        var b = await instance.DeroulerAsync(new("215600776", "Deux") { Seance = "2022-02-08" });
        var page = await secretaire.LireAsync(adresse);

        await secretaire.SoumettreAsync(page, "form[action$='/presences']", ("Presences[29]", "Present"), ("Presences[35]", "Excuse"));
        var perimee = await secretaire.SoumettreAsync(page, "form[action$='/presences']", ("Presences[29]", "Absent"));
        Assert.Equal(HttpStatusCode.Conflict, perimee.Code);
        Assert.Contains("présences enregistrées par SGAR de Bretagne, secrétariat de la séance, le ", perimee.Texte);
        Assert.Equal(
            [("29", Presence.Present), ("35", Presence.Excuse)],
            (await LireAsync(seance)).Membres.Where(m => m.Presence is not null).Select(m => (m.Code, m.Presence!.Value))
        );

        await OrdonnerAsync(b, "monter");
        Assert.Equal([b, a], await OrdreAsync(seance));
        await OrdonnerAsync(b, "monter");
        Assert.Equal([b, a], await OrdreAsync(seance));
        await OrdonnerAsync(b, "descendre");
        Assert.Equal([a, b], await OrdreAsync(seance));
        await OrdonnerAsync(null, "trier");
        Assert.Equal([a, b], await OrdreAsync(seance));
        await OrdonnerAsync(a, "descendre");

        await secretaire.PosterAsync(adresse + "/rapporteur", await RevisionAsync(), ("Numero", a), ("Membre", "22"));
        Assert.Contains("Préfecture des Côtes-d'Armor", (await secretaire.LireAsync(adresse)).De("section[aria-labelledby=odj]"));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await secretaire.PosterAsync(adresse + "/rapporteur", await RevisionAsync(), ("Numero", a), ("Membre", "68"))).Code
        );
        await secretaire.PosterAsync(adresse + "/deport", ("Numero", a), ("Membre", "22"), ("Motif", "Lien d’intérêt."));
        Assert.Contains("1 déport", (await secretaire.LireAsync(adresse)).De("section[aria-labelledby=odj]"));

        async Task OrdonnerAsync(string? numero, string sens) =>
            Assert.Equal(
                HttpStatusCode.Redirect,
                (await secretaire.PosterAsync(adresse + "/ordre", await RevisionAsync(), ("Numero", numero), ("Sens", sens))).Code
            );
        async Task<(string, string?)> RevisionAsync() => ("Revision", $"{(await LireAsync(seance)).Revision}");
    }

    [Fact]
    public async Task Un_membre_d_une_autre_region_ne_siege_pas()
    {
        var (_, point, _) = await PointAsync("Ailleurs", "2021-09-14");
        var autre = await instance.EnTantQueAsync("membre.grand-est");
        foreach (var acte in new[] { "avis", "deport" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await autre.LireAsync($"{point}/{acte}")).Code);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await autre.PosterAsync($"{point}/{acte}", ("Sens", "Favorable"), ("Motif", "Motif."))).Code
            );
        }
    }

    private async Task<(Guid Seance, string Point, string Numero)> PointAsync(string titre, string jour)
    {
        var numero = await instance.DeroulerAsync(new((await instance.CommunesBretonnesAsync(1))[0], titre) { Seance = jour });
        var seance = await instance.SeanceAsync(jour);
        return (seance, $"/comite/seances/{seance}/points/{numero}", numero);
    }

    private Task<Seance> LireAsync(Guid id) =>
        instance.LireAsync(db => db.Seances.AsNoTracking().Include(s => s.Points).SingleAsync(s => s.Id == id));

    private async Task<Point> LirePointAsync(Guid seance) => (await LireAsync(seance)).Points.MaxBy(p => p.Ordre)!;

    private Task<List<string>> OrdreAsync(Guid seance) =>
        instance.LireAsync(db =>
            (
                from p in db.Set<Point>()
                where EF.Property<Guid>(p, "SeanceId") == seance
                join d in db.Dossiers on p.DossierId equals d.Id
                orderby p.Ordre
                select d.Numero!
            ).ToListAsync()
        );
}
