using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Echeancier;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Instruction;

/// <summary>An avis asked outside, answered by its link without an account.</summary>
public sealed class ConsultationsTests(Instance instance) : IClassFixture<Instance>
{
    private const string Service = "Laboratoire des usages";

    private Task<string> DossierAsync(string titre) =>
        instance.DeroulerAsync(new("213503527", titre) { Jusqua = EtatDossier.EnInstruction });

    private async Task<(Navigateur Agent, PageLue Page)> OuvrirAsync(string numero)
    {
        var agent = await instance.EnTantQueAsync("instructeur.35");
        return (agent, await agent.LireAsync($"/instruction/{numero}/consultations"));
    }

    private async Task<string> DemanderAsync(string numero, bool confidentielle = false, string avant = "15/06/2021")
    {
        var (agent, page) = await OuvrirAsync(numero);
        var reponse = await agent.SoumettreAsync(
            page,
            "form[action$='/consultations']",
            ("Service", Service),
            ("Adresse", "labo@usages.example"),
            ("Question", "Le projet est-il réplicable ?"),
            ("AvantLe", avant),
            ("Confidentielle", confidentielle ? "true" : null)
        );
        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        return await LienAsync(numero);
    }

    private async Task<string> LienAsync(string numero)
    {
        var id = (await instance.DossierAsync(numero)).Id;
        var consultation = Guid.Parse(
            await instance.LireAsync(db =>
                db.Courriels.Where(c => c.DossierId == id && c.Modele.StartsWith("avis-"))
                    .OrderByDescending(c => c.Rang)
                    .Select(c => c.Lien)
                    .FirstAsync()
            )
        );
        return instance.Services.GetRequiredService<LiensDAvis>().Pour(consultation);
    }

    [Fact]
    public async Task Qui_est_interroge_lit_le_projet_et_repond_une_fois_sans_compte()
    {
        var numero = await DossierAsync("Interrogé dehors");
        var lien = await DemanderAsync(numero);
        var anonyme = instance.Anonyme();
        var page = await anonyme.LireAsync(lien);
        Assert.Contains("Le projet est-il réplicable ?", page.Texte);
        Assert.Contains("Interrogé dehors", page.De("h1")!);
        Assert.Null(page.Document.QuerySelector("a[href^='/instruction']"));

        Assert.Contains("Choisissez le sens de votre avis.", (await anonyme.SoumettreAsync(page, "main form")).Erreur("Sens"));
        Assert.Contains("Dites pourquoi.", (await anonyme.SoumettreAsync(page, "main form", ("Sens", "Defavorable"))).Erreur("Texte"));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await anonyme.SoumettreAsync(page, "main form", ("Sens", "Favorable"), ("Texte", "Oui, largement."))).Code
        );
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await anonyme.SoumettreAsync(page, "main form", ("Sens", "Defavorable"), ("Texte", "Non."))).Code
        );

        Assert.Contains("Oui, largement.", (await anonyme.LireAsync(lien)).Texte);
        var (agent, recu) = await OuvrirAsync(numero);
        Assert.Contains("Oui, largement.", recu.Texte);
        Assert.Contains(";1;1;", (await agent.LireAsync("/instruction/export.csv?Q=interroge%20dehors")).Source);
        Assert.Contains(
            Service,
            await instance.LireAsync(db =>
                db.Journal.Where(l => l.Acte == Acte.RendreUnAvis).OrderByDescending(l => l.Id).Select(l => l.Details).FirstAsync()
            )
        );
        Assert.DoesNotContain(
            "Oui, largement.",
            (await (await instance.EnTantQueAsync("porteur.vern")).LireAsync("/dossiers/" + numero)).Source
        );
    }

    [Theory]
    [InlineData("/avis/inconnu")]
    [InlineData("/avis/Q2ZESjhB")]
    public async Task Un_lien_invente_ne_mene_nulle_part(string adresse) =>
        Assert.Equal(HttpStatusCode.NotFound, (await instance.Anonyme().LireAsync(adresse)).Code);

    [Fact]
    public async Task Le_rappel_part_une_fois_trois_jours_avant_et_un_agent_peut_rappeler_ou_renoncer()
    {
        await instance.AlHeureAsync("2021-06-01T10:00:00+02:00");
        var numero = await DossierAsync("À rappeler");
        await DemanderAsync(numero);
        var id = (await instance.DossierAsync(numero)).Id;
        Task<int> Rappels() => instance.LireAsync(db => db.Courriels.CountAsync(c => c.DossierId == id && c.Modele == "avis-relance"));
        Task<int> Tache() => instance.FaireAsync(s => s.GetRequiredService<Rappels>().TraiterAsync(CancellationToken.None));
        var (agent, page) = await OuvrirAsync(numero);
        // Asked this very day: nothing offers to ask again, and nothing accepts it.
        Assert.Null(page.Document.QuerySelector("form[action$='/relance']"));
        var relance = page.Formulaire("form[action$='/retrait']")
            .GetAttribute("action")!
            .Replace("/retrait", "/relance", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await agent.PosterAsync(relance)).Code);

        await instance.AlHeureAsync("2021-06-11T10:00:00+02:00");
        await Tache();
        Assert.Equal(0, await Rappels());
        await instance.AlHeureAsync("2021-06-12T10:00:00+02:00");
        await Tache();
        await Tache();
        Assert.Equal(1, await Rappels());

        await instance.AlHeureAsync("2021-06-14T10:00:00+02:00");
        await agent.SoumettreAsync(await agent.LireAsync(page.Adresse), "form[action$='/relance']");
        Assert.Equal(2, await Rappels());
        await agent.SoumettreAsync(page, "form[action$='/retrait']");
        var retire = await instance.Anonyme().LireAsync(await LienAsync(numero));
        Assert.Contains("Cet avis n'est plus demandé.", retire.Texte);
        Assert.Null(retire.Document.QuerySelector("main form"));
        await instance.AlHeureAsync("2021-06-01T10:00:00+02:00");
    }

    [Fact]
    public async Task Un_avis_confidentiel_n_est_pas_dans_la_synthese_et_une_autre_prefecture_ne_lit_rien()
    {
        var numero = await DossierAsync("Gardé dans le service");
        var lien = await DemanderAsync(numero, confidentielle: true);
        var anonyme = instance.Anonyme();
        await anonyme.SoumettreAsync(await anonyme.LireAsync(lien), "main form", ("Sens", "Defavorable"), ("Texte", "Confidence."));

        var syntheses = await instance.FaireAsync(async s =>
            System.Text.Json.JsonSerializer.Serialize(
                (
                    await s.GetRequiredService<FitnGrants.Web.Features.Instruction.Syntheses>()
                        .FaireAsync(
                            [numero],
                            new(Guid.Empty, "", [new(FitnGrants.Domain.Habilitations.Role.Auditeur)]),
                            CancellationToken.None
                        )
                )!.Donnees("")
            )
        );
        Assert.DoesNotContain("Confidence.", syntheses);
        var voisin = await instance.EnTantQueAsync("instructeur.22");
        Assert.Equal(HttpStatusCode.NotFound, (await voisin.LireAsync($"/instruction/{numero}/consultations")).Code);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await voisin.PosterAsync(
                    $"/instruction/{numero}/consultations",
                    ("Service", "x"),
                    ("Adresse", "a@b.example"),
                    ("Question", "q"),
                    ("AvantLe", "15/06/2021")
                )
            ).Code
        );
    }

    [Fact]
    public async Task La_seance_lit_sur_le_point_les_avis_rendus_sauf_ceux_qui_restent_dans_le_service()
    {
        var source = await DossierAsync("Avis pour la séance");
        foreach (var (confidentielle, texte) in new[] { (false, "Utile à la séance."), (true, "Confidence au service.") })
        {
            var lien = await DemanderAsync(source, confidentielle);
            var anonyme = instance.Anonyme();
            await anonyme.SoumettreAsync(await anonyme.LireAsync(lien), "main form", ("Sens", "Defavorable"), ("Texte", texte));
        }
        var grille = await (await instance.EnTantQueAsync("instructeur.35")).LireAsync($"/instruction/{source}");
        Assert.Contains("Utile à la séance.", grille.De(".grille aside"));
        Assert.Contains("Confidence au service.", grille.De(".grille aside"));
        var secretaire = await (await instance.EnTantQueAsync("secretaire.bretagne")).LireAsync($"/instruction/{source}");
        Assert.Equal(HttpStatusCode.OK, secretaire.Code);
        Assert.DoesNotContain("Confidence au service.", secretaire.Texte);
        // The préfecture of another département reads the dossier, and nothing of the work on it.
        var voisin = await instance.EnTantQueAsync("instructeur.22");
        Assert.Equal(HttpStatusCode.OK, (await voisin.LireAsync($"/dossiers/{source}")).Code);
        foreach (
            var suite in new[]
            {
                "",
                "/collectivite",
                "/synthese.pdf",
                "/pieces.zip",
                "/notes",
                "/consultations",
                "/rapprochements",
                "/depenses",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await voisin.LireAsync($"/instruction/{source}{suite}")).Code);
        var inscrit = await instance.DeroulerAsync(new("213503527", "Au point de la séance") { Seance = "2021-09-14" });
        await instance.SqlAsync(
            $"""
            update consultations set dossier_id = (select id from dossiers where numero = {inscrit})
            where dossier_id = (select id from dossiers where numero = {source})
            """
        );
        var seance = await instance.LireAsync(db =>
            db.Seances.Where(s => s.Points.Any(p => db.Dossiers.Any(d => d.Id == p.DossierId && d.Numero == inscrit)))
                .Select(s => s.Id)
                .SingleAsync()
        );

        var point = await (await instance.EnTantQueAsync("membre.29")).LireAsync($"/comite/seances/{seance}/points/{inscrit}");

        Assert.Contains($"{Service} : défavorable. Utile à la séance.", point.Texte);
        Assert.DoesNotContain("Confidence au service.", point.Texte);
    }

    [Theory]
    [InlineData("Service", "", "Dites à qui vous demandez cet avis.")]
    [InlineData("Adresse", "labo", "Indiquez une adresse électronique complète")]
    [InlineData("Question", " ", "Posez votre question.")]
    [InlineData("AvantLe", "31/05/2021", "Ce jour est passé.")]
    public async Task Une_saisie_fausse_est_dite_et_rien_ne_part(string champ, string valeur, string phrase)
    {
        var numero = await DossierAsync("Saisie fausse " + champ);
        var (agent, page) = await OuvrirAsync(numero);
        (string Nom, string? Valeur)[] juste =
        [
            ("Service", Service),
            ("Adresse", "labo@usages.example"),
            ("Question", "Oui ?"),
            ("AvantLe", "15/06/2021"),
        ];

        var refus = await agent.SoumettreAsync(
            page,
            "form[action$='/consultations']",
            [.. juste.Where(c => c.Nom != champ), (champ, valeur)]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains(phrase, refus.Erreur(champ));
        var id = (await instance.DossierAsync(numero)).Id;
        Assert.False(await instance.LireAsync(db => db.Consultations.AnyAsync(c => c.DossierId == id)));
    }
}
