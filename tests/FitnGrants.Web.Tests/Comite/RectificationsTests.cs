using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitnGrants.Web.Tests.Comite;

public sealed class RectificationsTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Un_accord_rectifie_en_refus_rend_l_enveloppe_et_la_place_et_garde_l_ancienne_decision()
    {
        var siren = instance.Commune();
        var (numero, point) = await instance.PointAsync("À rectifier", siren: siren);
        var (_, second) = await instance.PointAsync("Second projet", siren: siren);
        await instance.LaisserDansLEnveloppeAsync(5000m);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);
        var ancienne = await DecisionAsync(numero);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await secretaire.SoumettreAsync(await secretaire.LireAsync(second + "/accord"), "main form", SeanceOuverte.Motive)).Code
        );

        var choix = await secretaire.LireAsync($"/comite/decisions/{ancienne.Id}/rectification");
        Assert.Contains("accord sous réserve, 5 000,00 €", choix.Texte);
        var formulaire = await secretaire.LireAsync($"{point}/refus?rectifie={ancienne.Id}");
        var sansMotif = await secretaire.SoumettreAsync(formulaire, "main form", [.. SeanceOuverte.Motive, ("MotifRectification", " ")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sansMotif.Code);
        Assert.NotNull(sansMotif.Erreur("MotifRectification"));
        Assert.Equal(ancienne.Id, (await DecisionAsync(numero)).Id);
        var reponse = await secretaire.SoumettreAsync(
            formulaire,
            "main form",
            [.. SeanceOuverte.Motive, ("MotifRectification", "Erreur de saisie.")]
        );

        Assert.Equal((HttpStatusCode.Redirect, point), (reponse.Code, reponse.Vers));
        var nouvelle = await DecisionAsync(numero);
        Assert.Equal((TypeDecision.Refus, "Erreur de saisie."), (nouvelle.Type, nouvelle.MotifRectification));
        Assert.Equal(EtatDossier.Refuse, (await instance.DossierAsync(numero)).Etat);
        var toutes = await instance.LireAsync(db =>
            db.Decisions.IgnoreQueryFilters().AsNoTracking().Where(d => d.DossierId == nouvelle.DossierId).ToListAsync()
        );
        Assert.Equal(nouvelle.Id, toutes.Single(d => d.Id == ancienne.Id).AnnuleeParId);
        Assert.Contains("Décision rectifiée : accord sous réserve", (await secretaire.LireAsync(point)).Texte);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.SoumettreAsync(await secretaire.LireAsync(second + "/accord"), "main form", SeanceOuverte.Motive)).Code
        );
        Assert.Equal(
            PostgresErrorCodes.IntegrityConstraintViolation,
            (
                await Assert.ThrowsAsync<PostgresException>(() =>
                    instance.SqlAsync($"update decisions set annulee_par_id = null where id = {ancienne.Id}")
                )
            ).SqlState
        );
        // The same form again, or one that names a decision that no longer holds, changes nothing.
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await secretaire.SoumettreAsync(formulaire, "main form", [.. SeanceOuverte.Motive, ("MotifRectification", "Encore.")])).Code
        );
        Assert.Equal(HttpStatusCode.NotFound, (await secretaire.LireAsync($"/comite/decisions/{ancienne.Id}/rectification")).Code);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await secretaire.PosterAsync(
                    $"/comite/decisions/{ancienne.Id}/notification",
                    ("Revision", $"{(await instance.DossierAsync(numero)).Revision}")
                )
            ).Code
        );
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await secretaire.PosterAsync($"/comite/seances/{instance.Seance}/notification", ("Decisions", $"{ancienne.Id}"))).Code
        );
        Assert.Null((await DecisionAsync(numero)).NotifieeLe);
    }

    [Fact]
    public async Task Une_rectification_au_dela_de_l_enveloppe_laisse_l_ancienne_decision()
    {
        var (numero, point) = await instance.PointAsync("Trop cher à rectifier");
        await instance.LaisserDansLEnveloppeAsync(4999.99m);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/refus"), "main form", SeanceOuverte.Motive);
        var refus = await DecisionAsync(numero);

        var reponse = await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"{point}/accord?rectifie={refus.Id}"),
            "main form",
            [.. SeanceOuverte.Motive, ("MotifRectification", "La séance a dit accord.")]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.Contains("Enveloppe insuffisante", reponse.De(".erreurs"));
        Assert.Equal((refus.Id, EtatDossier.Refuse), ((await DecisionAsync(numero)).Id, (await instance.DossierAsync(numero)).Etat));
        Assert.Equal(1, await instance.LireAsync(db => db.Decisions.IgnoreQueryFilters().CountAsync(d => d.DossierId == refus.DossierId)));
    }

    [Fact]
    public async Task Notifiee_une_decision_ne_se_rectifie_plus()
    {
        var (numero, point) = await instance.PointAsync("Notifiée");
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/refus"), "main form", SeanceOuverte.Motive);
        var refus = await DecisionAsync(numero);
        var formulaire = await secretaire.LireAsync($"{point}/a-revoir?rectifie={refus.Id}");
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");

        Assert.Equal(HttpStatusCode.Redirect, (await secretaire.LireAsync($"/comite/decisions/{refus.Id}/rectification")).Code);
        Assert.Equal(HttpStatusCode.Redirect, (await secretaire.LireAsync($"{point}/a-revoir?rectifie={refus.Id}")).Code);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await secretaire.SoumettreAsync(
                    formulaire,
                    "main form",
                    [
                        .. SeanceOuverte.Motive,
                        ("Axes[0].Texte", "Un axe"),
                        ("Axes[0].Cible", "projet"),
                        ("MotifRectification", "Trop tard."),
                    ]
                )
            ).Code
        );
        Assert.Equal(refus.Id, (await DecisionAsync(numero)).Id);
    }

    [Fact]
    public async Task Les_motifs_codes_les_conditions_et_les_axes_cibles_se_lisent_de_la_seance_au_porteur()
    {
        var (numero, point) = await instance.PointAsync("Motivé par code", siren: "215600776");
        await instance.LaisserDansLEnveloppeAsync(100_000m);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        (string, string?)[] motifs =
        [
            ("Motivation", "Le projet simplifie les démarches des habitants."),
            ("Motifs", "R50"),
            ("Motifs", "R59"),
        ];
        var accord = await secretaire.SoumettreAsync(
            await secretaire.LireAsync(point + "/accord"),
            "main form",
            [.. motifs, ("Conditions", "Fournir le devis signé.")]
        );
        Assert.Equal(HttpStatusCode.Redirect, accord.Code);
        var decidee = await secretaire.LireAsync(point);
        Assert.Contains("Fournir le devis signé.", decidee.Texte);
        Assert.Contains("(R50)", decidee.De(".fondements"));
        Assert.Contains("(R59)", decidee.De(".fondements"));
        var decision = await DecisionAsync(numero);
        Assert.Equal([Fondement.Critere, Fondement.Valeur], decision.Fondements);

        await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"{point}/a-revoir?rectifie={decision.Id}"),
            "main form",
            [
                .. motifs,
                ("MotifRectification", "À revoir d’abord."),
                ("Axes[0].Texte", "Associer les usagers"),
                ("Axes[0].Cible", "calendrier"),
            ]
        );
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        var porteur = await instance.EnTantQueAsync("porteur.leguerno");
        var dossier = await porteur.LireAsync($"/dossiers/{numero}");
        Assert.Contains("Associer les usagers", dossier.Texte);
        Assert.NotNull(dossier.Document.QuerySelector($"a[href='/dossiers/{numero}/modifier/calendrier']"));
        Assert.DoesNotContain("Fournir le devis signé.", dossier.Texte);
    }

    [Fact]
    public async Task Plusieurs_decisions_se_notifient_ensemble_apres_un_coup_d_oeil_et_rien_ne_part_a_moitie()
    {
        var (a, pointA) = await instance.PointAsync("Lot A", siren: "212900088");
        var (b, pointB) = await instance.PointAsync("Lot B");
        var (c, pointC) = await instance.PointAsync("Lot C");
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        foreach (var point in new[] { pointA, pointB, pointC })
            await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/refus"), "main form", SeanceOuverte.Motive);
        var (da, db_, dc) = (await DecisionAsync(a), await DecisionAsync(b), await DecisionAsync(c));
        var adresse = $"/comite/seances/{instance.Seance}/notification";
        var page = await secretaire.LireAsync(adresse);
        Assert.Contains("1 personne la lira", page.Texte);
        Assert.Contains("personne n'a de compte dans cette collectivité", page.Texte);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretaire.PosterAsync(adresse)).Code);

        await secretaire.SoumettreAsync(await secretaire.LireAsync(pointC), "form[action$='/notification']");
        var courriels = (await instance.TraceAsync(a)).Courriels;
        // One of the three was told meanwhile: none of them goes.
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await secretaire.PosterAsync(adresse, ("Decisions", $"{da.Id}"), ("Decisions", $"{db_.Id}"), ("Decisions", $"{dc.Id}"))).Code
        );
        Assert.Equal(courriels, (await instance.TraceAsync(a)).Courriels);
        Assert.Null((await DecisionAsync(a)).NotifieeLe);

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.PosterAsync(adresse, ("Decisions", $"{da.Id}"), ("Decisions", $"{db_.Id}"))).Code
        );
        Assert.Equal(courriels + 2, (await instance.TraceAsync(a)).Courriels);
        Assert.NotNull((await DecisionAsync(a)).NotifieeLe);
        Assert.NotNull((await DecisionAsync(b)).NotifieeLe);
    }

    private Task<Decision> DecisionAsync(string numero) =>
        instance.LireAsync(db =>
            (
                from d in db.Decisions.AsNoTracking()
                join x in db.Dossiers on d.DossierId equals x.Id
                where x.Numero == numero
                select d
            ).SingleAsync()
        );
}
