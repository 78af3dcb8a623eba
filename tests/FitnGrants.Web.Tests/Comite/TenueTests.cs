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
        Assert.Equal(HttpStatusCode.UnprocessableEntity, trop.Code);
        Assert.Contains("5 membres votent au plus sur ce point : vous comptez 9 voix.", PageLue.Plat(trop.Erreur("Points_0__Pour")!));
        Assert.Equal("9", trop.Valeur("Points[0].Pour"));
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
            ("DebutA", "9h35"),
            ("FinA", "11:40"),
            ("Membres[22].Qualite", "référente transformation numérique"),
            ("Membres[22].MandatA", "29"),
            ("Participants[0].Organisme", "Direction régionale des finances publiques"),
            ("Participants[0].Qualite", "chargée du contrôle budgétaire"),
            ("Points[0].Pour", "1"),
            ("Points[0].Contre", "1"),
            ("Points[0].Desaccord", "La préfecture du Finistère demande la mention de son désaccord")
        );
        Assert.Equal((HttpStatusCode.Redirect, adresse), (noter.Code, noter.Vers));
        foreach (
            var (champ, valeur, phrase) in new[]
            {
                ("Quorum", "99", "5 membres : le quorum ne peut pas dépasser"),
                ("ConvoqueeLe", "26/10/2021", "antérieure à la séance"),
                ("DebutA", "neuf heures", "Indiquez une heure"),
                ("Points[0].Pour", "3", "3 membres votent au plus sur ce point : vous comptez 4 voix."),
            }
        )
        {
            var impossible = await secretaire.SoumettreAsync(await secretaire.LireAsync(adresse), "main form", (champ, valeur));
            Assert.Equal((champ, HttpStatusCode.UnprocessableEntity), (champ, impossible.Code));
            Assert.Contains(phrase, PageLue.Plat(impossible.Erreur(champ.Replace("[0].", "_0__", StringComparison.Ordinal))!));
        }
        // What is refused keeps what was chosen; what was noted and is blank is taken back.
        var garde = await secretaire.SoumettreAsync(
            await secretaire.LireAsync(adresse),
            "main form",
            ("Presences[56]", "Absent"),
            ("Points[0].Pour", "x")
        );
        Assert.Equal("Absent", garde.Document.QuerySelector("#presence-56 option[selected]")!.GetAttribute("value"));
        await secretaire.SoumettreAsync(await secretaire.LireAsync(adresse), "main form", ("Points[0].Debat", ""));
        Assert.Equal("", (await secretaire.LireAsync(adresse)).Valeur("Points[0].Debat") ?? "");
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync(adresse),
            "main form",
            ("Points[0].Debat", "Le matériel domine.\nLe service rendu n’est pas décrit.")
        );
        await secretaire.SoumettreAsync(await secretaire.LireAsync($"/comite/seances/{seance}"), "form[action$='/cloture']");

        var projet = await LireAsync(secretaire, seance);
        Assert.True(projet.Texte.Contains("Projet, sans valeur.", StringComparison.Ordinal), projet.Texte);
        Assert.DoesNotContain("vérification : code", projet.Texte, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.SoumettreAsync(await secretaire.LireAsync(adresse), "main form", Personnes)).Code
        );
        // Two votes for three who were there: the sum is not theirs, and nothing is edited.
        Assert.Contains("Projet, sans valeur.", (await LireAsync(secretaire, seance)).Texte, StringComparison.Ordinal);
        Assert.Contains("Il y manque : le vote du point", PageLue.Plat((await secretaire.LireAsync(adresse)).Texte));
        await secretaire.SoumettreAsync(await secretaire.LireAsync(adresse), "main form", ("Points[0].Pour", "2"));

        var edite = await LireAsync(secretaire, seance);
        foreach (
            var dit in new[]
            {
                "Procès-verbal n° 2021-01",
                "Convocation envoyée le 8 juin 2021",
                "Heures ouverte à 9 h 35, levée à 11 h 40",
                "Préfecture des Côtes-d'Armor référente transformation numérique Délibérative Excusée",
                "Direction régionale des finances publiques chargée du contrôle budgétaire Consultative A participé",
                "Projets numériques des collectivités bretonnes (Bretagne)",
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
        Assert.Null(close.Document.QuerySelector("main form:not([action])"));
        var scan = "%PDF-1.7\nProcès-verbal signé\n%%EOF"u8.ToArray();
        var refus = await secretaire.JoindreAsync($"{adresse}/signature", "Fichier", ("x", null), ("pv.txt", "texte"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.NotNull(refus.Erreur("Fichier"));
        Assert.Equal(HttpStatusCode.NotFound, (await secretaire.LireAsync($"/comite/seances/{seance}/proces-verbal-signe.pdf")).Code);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.JoindreAsync($"{adresse}/signature", "Fichier", ("x", null), ("pv.pdf", scan))).Code
        );
        var membre = await instance.EnTantQueAsync("membre.35");
        Assert.Contains("Procès-verbal signé, PDF", (await membre.LireAsync($"/comite/seances/{seance}")).Texte);
        Assert.Equal(scan, (await membre.LireAsync($"/comite/seances/{seance}/proces-verbal-signe.pdf")).Octets);
        Assert.Equal(edite.Texte, (await LireAsync(membre, seance)).Texte);
        Assert.Equal(HttpStatusCode.Conflict, (await secretaire.PosterAsync(adresse, ("Revision", "99"))).Code);
    }

    private static async Task<PdfLu> LireAsync(Navigateur lecteur, Guid seance) =>
        PdfLu.Lire((await lecteur.LireAsync($"/comite/seances/{seance}/proces-verbal.pdf")).Octets);
}
