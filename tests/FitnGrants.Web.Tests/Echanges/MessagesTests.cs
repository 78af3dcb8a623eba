using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Demonstration;
using FitnGrants.Web.Pieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Echanges;

public sealed class MessagesTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Le_porteur_et_son_service_s_ecrivent_avec_des_pieces_et_personne_d_autre_ne_lit()
    {
        var numero = await DeposeAsync();
        var (porteur, agent) = (await instance.EnTantQueAsync("porteur.vern"), await instance.EnTantQueAsync("instructeur.35"));
        var adresse = $"/dossiers/{numero}/messages";
        Assert.Contains("Écrivez à la préfecture d'Ille-et-Vilaine", (await porteur.LireAsync(adresse)).Texte);

        Assert.Equal(
            adresse,
            (
                await EnvoyerAsync(
                    porteur,
                    adresse,
                    "Pouvons-nous commencer <b>avant</b> juillet ?",
                    ("calendrier.pdf", LettreDEssai.Octets)
                )
            ).Vers
        );
        await agent.LireAsync(adresse);
        await EnvoyerAsync(agent, adresse, "Pas avant la décision.");

        var lu = await agent.LireAsync(adresse);
        Assert.Equal(
            ["Pouvons-nous commencer <b>avant</b> juillet ?", "Pas avant la décision."],
            lu.Document.QuerySelectorAll(".messages .texte").Select(e => PageLue.Plat(e.TextContent))
        );
        var piece = await instance.LireAsync(db =>
            (
                from p in db.Pieces.AsNoTracking()
                join d in db.Dossiers on p.DossierId equals d.Id
                where d.Numero == numero && p.MessageId != null
                select p
            ).SingleAsync()
        );
        await instance.FaireAsync(s => s.GetRequiredService<AnalyseDesPieces>().FaireUnTourAsync(CancellationToken.None));
        foreach (var lecteur in new[] { porteur, agent })
            Assert.Equal(HttpStatusCode.OK, (await lecteur.LireAsync($"/dossiers/{numero}/pieces/{piece.Id}")).Code);
        // The région's community reads the dossier, not what is said between the two.
        var voisin = await instance.EnTantQueAsync("instructeur.29");
        Assert.Equal(HttpStatusCode.OK, (await voisin.LireAsync($"/dossiers/{numero}")).Code);
        foreach (var ailleurs in new[] { adresse, $"/dossiers/{numero}/pieces/{piece.Id}" })
            Assert.Equal(HttpStatusCode.NotFound, (await voisin.LireAsync(ailleurs)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await voisin.PosterAsync(adresse, ("Texte", "Indiscret"))).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await instance.EnTantQueAsync("secretaire.bretagne")).LireAsync(adresse)).Code);
        // What goes with a message is in no deposit.
        Assert.DoesNotContain("calendrier.pdf", (await porteur.LireAsync($"/dossiers/{numero}")).Texte);
        var id = piece.DossierId;
        Assert.Equal(
            [($"service/{id}", false), ("213503527", false)],
            await instance.LireAsync(async db =>
                (
                    await db
                        .Courriels.AsNoTracking()
                        .Where(c => c.DossierId == id && c.Modele == "message")
                        .OrderBy(c => c.Rang)
                        .ToListAsync()
                )
                    .Select(c => (c.Destinataire, c.Immediat))
                    .ToList()
            )
        );
    }

    [Fact]
    public async Task Un_message_du_porteur_passe_devant_dans_la_liste_jusqu_a_sa_reponse_sans_perimer_la_grille()
    {
        var (ancien, numero) = (await DeposeAsync(), await DeposeAsync());
        var (porteur, agent) = (await instance.EnTantQueAsync("porteur.vern"), await instance.EnTantQueAsync("instructeur.35"));
        var adresse = $"/dossiers/{numero}/messages";
        var revision = (await instance.DossierAsync(numero)).Revision;
        await porteur.LireAsync(adresse);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.PosterAsync(adresse + "/sans-reponse")).Code);
        await EnvoyerAsync(porteur, adresse, "Pouvons-nous commencer ?");

        var lignes = (await agent.LireAsync("/instruction?Onglet=a-prendre"))
            .Document.QuerySelectorAll("#dossiers tbody tr")
            .Select(l => (Numero: l.QuerySelector("input[name=Numeros]")!.GetAttribute("value"), Texte: PageLue.Plat(l.TextContent)))
            .ToList();
        var (ici, avant) = (lignes.FindIndex(l => l.Numero == numero), lignes.FindIndex(l => l.Numero == ancien));
        Assert.Contains("Le porteur attend une réponse depuis aujourd'hui", lignes[ici].Texte);
        Assert.Contains("Prendre en charge", lignes[avant].Texte);
        Assert.InRange(ici, 0, avant - 1);
        Assert.Equal(revision, (await instance.DossierAsync(numero)).Revision);
        Assert.Contains("Messages, réponse attendue", (await agent.LireAsync($"/instruction/{numero}")).De("nav.onglets"));
        // Neighbours of the list follow the same order.
        Assert.Equal(
            ici == 0 ? null : $"/instruction/{lignes[ici - 1].Numero}?Onglet=a-prendre",
            (await agent.LireAsync($"/instruction/{numero}?Onglet=a-prendre")).Document.QuerySelector("a[rel=prev]")?.GetAttribute("href")
        );

        await EnvoyerAsync(agent, adresse, "Pas avant la décision.");
        Assert.Null((await instance.DossierAsync(numero)).ReponseAttendueDepuis);

        await EnvoyerAsync(porteur, adresse, "Merci.");
        var page = await agent.LireAsync(adresse);
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.PosterAsync(adresse + "/sans-reponse")).Code);
        Assert.Equal(adresse, (await agent.SoumettreAsync(page, "form[action$='/sans-reponse']")).Vers);
        Assert.Null((await instance.DossierAsync(numero)).ReponseAttendueDepuis);
        // A question that came after the page was shown still waits.
        await EnvoyerAsync(porteur, adresse, "Et pour le devis ?");
        Assert.Equal(
            adresse,
            (
                await agent.PosterAsync(
                    adresse + "/sans-reponse",
                    ("Dernier", page.Formulaire("form[action$='/sans-reponse'] input[name=Dernier]").GetAttribute("value"))
                )
            ).Vers
        );
        Assert.NotNull((await instance.DossierAsync(numero)).ReponseAttendueDepuis);
        Assert.Equal(
            Acte.ClasserLesMessages,
            await instance.LireAsync(db => db.Journal.OrderByDescending(l => l.Id).Select(l => l.Acte).FirstAsync())
        );
    }

    [Fact]
    public async Task Les_fichiers_des_messages_d_un_dossier_ont_une_limite_ensemble()
    {
        var numero = await DeposeAsync();
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var adresse = $"/dossiers/{numero}/messages";
        await porteur.LireAsync(adresse);
        await EnvoyerAsync(porteur, adresse, "Voici", ("a.pdf", LettreDEssai.Octets));
        await instance.SqlAsync(
            $"""
            update pieces set taille = 104857600 where message_id is not null and dossier_id = (select id from dossiers
            where numero = {numero})
            """
        );

        var refus = await EnvoyerAsync(porteur, adresse, "Encore", ("b.pdf", LettreDEssai.Octets));

        Assert.Contains("les fichiers des messages d'un dossier pèsent 100 Mo au plus", refus.Erreur("Fichiers"));
        Assert.Equal("Encore", refus.Valeur("Texte"));
        Assert.Equal(
            1,
            await instance.LireAsync(db =>
                (from m in db.Messages join d in db.Dossiers on m.DossierId equals d.Id where d.Numero == numero select m).CountAsync()
            )
        );
    }

    [Fact]
    public async Task Un_message_vide_ou_un_fichier_refuse_ne_part_pas_et_ne_laisse_rien()
    {
        var numero = await DeposeAsync();
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var adresse = $"/dossiers/{numero}/messages";
        await porteur.LireAsync(adresse);
        Assert.Equal(
            "Erreur : Écrivez votre message.",
            (await EnvoyerAsync(porteur, adresse, " ", ("a.pdf", LettreDEssai.Octets))).Erreur("Texte")
        );

        var refus = await EnvoyerAsync(porteur, adresse, "Bonjour", ("bon.pdf", LettreDEssai.Octets), ("vide.pdf", []));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("est vide", refus.Erreur("Fichiers"));
        Assert.Equal("Bonjour", refus.Valeur("Texte"));
        Assert.Equal(
            0,
            await instance.LireAsync(db =>
                (from m in db.Messages join d in db.Dossiers on m.DossierId equals d.Id where d.Numero == numero select m).CountAsync()
            )
        );
    }

    [Fact]
    public async Task Un_fichier_recu_avec_un_message_refuse_n_est_pas_redemande()
    {
        var numero = await DeposeAsync();
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var adresse = $"/dossiers/{numero}/messages";
        await porteur.LireAsync(adresse);

        var refus = await EnvoyerAsync(porteur, adresse, " ", ("plan.pdf", LettreDEssai.Octets));
        Assert.Contains("plan.pdf", refus.De("fieldset"));
        var marque = refus.Document.QuerySelector("[name=Gardes]")!.GetAttribute("value");
        // Of another dossier it is nothing.
        var autre = await DeposeAsync();
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await porteur.PosterAsync($"/dossiers/{autre}/messages", ("Texte", "Ailleurs"), ("Gardes", marque))).Code
        );
        var envoi = await porteur.PosterAsync(adresse, ("Texte", "Voici le plan"), ("Gardes", marque), ("Gardes", marque));

        Assert.Equal(HttpStatusCode.Redirect, envoi.Code);
        // Back, then again: nothing leaves twice, and what is no longer kept is said.
        var encore = await porteur.PosterAsync(adresse, ("Texte", "Voici le plan"), ("Gardes", marque));
        Assert.Contains("déjà partis", encore.Erreur("Fichiers"));
        Assert.Contains("n'est plus gardé", (await porteur.PosterAsync(adresse, ("Texte", "Voici"), ("Gardes", "x"))).Erreur("Fichiers"));
        Assert.Equal(
            [numero],
            await instance.LireAsync(db =>
                (
                    from p in db.Pieces
                    join d in db.Dossiers on p.DossierId equals d.Id
                    where p.NomFichier == "plan.pdf" && p.MessageId != null
                    select d.Numero
                ).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Un_brouillon_n_a_pas_de_service_a_qui_ecrire()
    {
        var brouillon = await instance.DeroulerAsync(new("213503527", "Brouillon") { Jusqua = EtatDossier.Brouillon });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync($"/dossiers/{brouillon}/messages")).Code);
        Assert.Equal(HttpStatusCode.Conflict, (await porteur.PosterAsync($"/dossiers/{brouillon}/messages", ("Texte", "Bonjour"))).Code);
    }

    private static Task<PageLue> EnvoyerAsync(Navigateur navigateur, string adresse, string texte, params (string, byte[])[] fichiers) =>
        navigateur.EnvoyerDesFichiersAsync(adresse, null, automatique: false, ("Texte", texte), fichiers);

    private Task<string> DeposeAsync() => instance.DeroulerAsync(new("213503527", "Avec messages") { Jusqua = EtatDossier.Depose });
}
