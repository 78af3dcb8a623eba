using FitnGrants.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Comite;

/// <summary>What the minutes need beside the decisions, and when they stop changing.</summary>
public sealed class TenueTests(Instance instance) : IClassFixture<Instance>
{
    private static readonly (string, string?)[] Personnes =
    [
        ("PresidentCivilite", "Monsieur"),
        ("PresidentPrenom", "[Prénom"),
        ("PresidentNom", "Nom]"),
        ("PresidentQualite", "Secrétaire général pour les affaires régionales"),
        ("SecretaireCivilite", "Madame"),
        ("SecretairePrenom", "[Prénom"),
        ("SecretaireNom", "Nom]"),
        ("SecretaireQualite", "chargée de mission numérique"),
    ];

    [Fact]
    public async Task Le_proces_verbal_reste_un_projet_jusqu_a_ce_qu_on_dise_qui_a_preside_puis_ne_change_plus()
    {
        var seance = await instance.SeanceAsync();
        await instance.AlHeureAsync("2021-06-22T09:30:00+02:00");
        await instance.OuvrirAsync(seance);
        await instance.SqlAsync($"update seances set tenue = '{{}}' where id = {seance}");
        var premier = await instance.LireAsync(db =>
            db.Dossiers.Where(d => d.Etat == EtatDossier.InscritSeance).Select(d => d.Numero!).FirstAsync()
        );
        var (secretaire, adresse) = (await instance.EnTantQueAsync("secretaire.bretagne"), $"/comite/seances/{seance}/tenue");
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"/comite/seances/{seance}/points/{premier}/refus"),
            "main form",
            SeanceOuverte.Motive
        );
        foreach (
            var autre in await instance.LireAsync(db =>
                db.Dossiers.Where(d => d.Etat == EtatDossier.InscritSeance && d.Numero != premier).Select(d => d.Numero!).ToListAsync()
            )
        )
            await secretaire.SoumettreAsync(
                await secretaire.LireAsync($"/comite/seances/{seance}/points/{autre}/refus"),
                "main form",
                SeanceOuverte.Motive
            );

        var faux = await secretaire.SoumettreAsync(await secretaire.LireAsync(adresse), "main form", ("PresidentPrenom", "[Prénom]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faux.Code);
        Assert.Contains("la fonction de qui a présidé", faux.Erreur("PresidentQualite"));
        var trop = await secretaire.SoumettreAsync(await secretaire.LireAsync(adresse), "main form", ("Points[0].Pour", "9"));
        Assert.Equal(HttpStatusCode.Conflict, trop.Code);
        Assert.Contains("5 membres au plus votent", trop.Texte);
        var noter = await secretaire.SoumettreAsync(
            await secretaire.LireAsync(adresse),
            "main form",
            ("ConvoqueeLe", "8/6/2021"),
            ("Lieu", "Préfecture de région, Rennes"),
            ("Quorum", "3"),
            ("SourceDuQuorum", "usage"),
            ("Presences[SGAR]", "Present"),
            ("Presences[35]", "Present"),
            ("Presences[29]", "Present"),
            ("Presences[22]", "Excuse"),
            ("Points[0].Debat", "Le matériel domine.\nLe service rendu n’est pas décrit."),
            ("Points[0].Pour", "2"),
            ("Points[0].Contre", "1"),
            ("Points[0].Desaccord", "La préfecture du Finistère demande la mention de son désaccord")
        );
        Assert.Equal((HttpStatusCode.Redirect, adresse), (noter.Code, noter.Vers));
        await secretaire.SoumettreAsync(await secretaire.LireAsync($"/comite/seances/{seance}"), "form[action$='/cloture']");

        var projet = await LireAsync(secretaire, seance);
        Assert.True(projet.Texte.Contains("Projet, sans valeur.", StringComparison.Ordinal), projet.Texte);
        Assert.DoesNotContain("vérification : code", projet.Texte, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.SoumettreAsync(await secretaire.LireAsync(adresse), "main form", Personnes)).Code
        );

        var edite = await LireAsync(secretaire, seance);
        foreach (
            var dit in new[]
            {
                "Convocation envoyée le 8 juin 2021",
                "Lieu Préfecture de région, Rennes",
                "Présidence le secrétaire général pour les affaires régionales",
                "Secrétariat la chargée de mission numérique",
                "Quorum : 3 membres au moins (usage). 3 membres présents sur 5 : le quorum est atteint.",
                "Aucun membre n'a déclaré d'intérêt",
                "Débat. Le matériel domine.",
                "Vote. Pour 2, contre 1, abstentions 0. La préfecture du Finistère demande la mention de son désaccord.",
                "Motifs. Le projet simplifie les démarches des habitants.",
                "Disponible ensuite",
                "Le président de séance, secrétaire général pour les affaires régionales,",
                "La secrétaire de séance, chargée de mission numérique,",
                "vérification : code",
            }
        )
            Assert.Contains(dit, edite.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Projet, sans valeur", edite.Texte, StringComparison.Ordinal);
        var close = await secretaire.LireAsync(adresse);
        Assert.Null(close.Document.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Conflict, (await secretaire.PosterAsync(adresse, ("Revision", "99"))).Code);
    }

    private static async Task<PdfLu> LireAsync(Navigateur lecteur, Guid seance) =>
        PdfLu.Lire((await lecteur.LireAsync($"/comite/seances/{seance}/proces-verbal.pdf")).Octets);
}
