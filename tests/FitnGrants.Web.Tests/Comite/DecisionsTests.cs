using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitnGrants.Web.Tests.Comite;

public sealed class DecisionsTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Un_accord_a_la_demande_est_enregistre_et_renvoie_au_point()
    {
        var (numero, point) = await instance.PointAsync("Accord simple");
        await instance.LaisserDansLEnveloppeAsync(5000m);
        var journal = (await instance.TraceAsync(numero)).Journal;
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");

        var reponse = await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);

        Assert.Equal((HttpStatusCode.Redirect, point), (reponse.Code, reponse.Vers));
        var decision = await DecisionAsync(numero);
        Assert.Equal(
            (TypeDecision.Accord, 5000m, new DateOnly(2021, 6, 22)),
            (decision!.Type, decision.MontantAccorde!.Value.Montant, decision.PriseLe)
        );
        Assert.Equal(
            (EtatDossier.AccordSousReserve, journal + 1),
            ((await instance.DossierAsync(numero)).Etat, (await instance.TraceAsync(numero)).Journal)
        );
    }

    [Fact]
    public async Task Un_centime_au_dela_de_l_enveloppe_est_refuse()
    {
        var (numero, point) = await instance.PointAsync("Un centime de trop");
        await instance.LaisserDansLEnveloppeAsync(4999.99m);
        var trace = await instance.TraceAsync(numero);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var page = await secretaire.LireAsync(point + "/accord");

        var refus = await secretaire.SoumettreAsync(page, "main form", SeanceOuverte.Motive);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("Enveloppe insuffisante : disponible 4 999,99 €, demandé 5 000,00 €.", refus.De(".erreurs"));
        Assert.Equal("Le projet simplifie les démarches des habitants.", refus.Valeur("Motivation"));
        Assert.Equal(trace, await instance.TraceAsync(numero));
        Assert.Null(await DecisionAsync(numero));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.SoumettreAsync(page, "main form", [.. SeanceOuverte.Motive, ("Montant", "4 999,99")])).Code
        );
    }

    [Theory]
    [InlineData("accord", "Montant", "", "Montant")]
    [InlineData("accord", "Montant", "-1", "Montant")]
    [InlineData("accord", "Montant", "0", null)]
    [InlineData("accord", "Montant", "5 000,01", null)]
    [InlineData("accord", "Montant", "beaucoup", "Montant")]
    [InlineData("accord", "Motivation", "   ", null)]
    [InlineData("accord", "Motivation", "Trop court", null)]
    [InlineData("accord", "Fondements", null, null)]
    [InlineData("refus", "Motivation", "", null)]
    [InlineData("refus", "Fondements", null, null)]
    [InlineData("refus", "Fondements", "Humeur", "Fondements")]
    [InlineData("a-revoir", "Motivation", "", null)]
    [InlineData("a-revoir", "Axes[0].Texte", "", null)]
    [InlineData("a-revoir", "Axes[0].Texte", "  ", null)]
    [InlineData("a-revoir", "Axes[0].Cible", "", "Axes_0__Cible")]
    [InlineData("a-revoir", "Axes[0].Cible", "R999", "Axes_0__Cible")]
    [InlineData("a-revoir", "Similaires", "FITN-BZH-V1-2021-99999", "Similaires")]
    [InlineData("a-revoir", "Referent", "", null)]
    public async Task Une_decision_incomplete_n_est_pas_enregistree_et_garde_ce_qui_est_ecrit(
        string acte,
        string champ,
        string? valeur,
        string? erreur
    )
    {
        var (numero, point) = await instance.PointAsync("Décision incomplète");
        await instance.LaisserDansLEnveloppeAsync(100_000m);
        var trace = await instance.TraceAsync(numero);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var saisie = SeanceOuverte
            .Motive.Append(("Axes[0].Texte", "Dire comment les usages seront mesurés"))
            .Append(("Axes[0].Cible", "projet"))
            .Append(("Referent", "Ti Lab"))
            .Where(c => c.Item1 != champ)
            .Append((champ, valeur))
            .ToArray();

        var reponse = await secretaire.SoumettreAsync(await secretaire.LireAsync($"{point}/{acte}"), "main form", saisie);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.NotNull(reponse.De(".erreurs"));
        if (erreur is not null)
            Assert.NotNull(reponse.Erreur(erreur));
        if (champ != "Motivation")
            Assert.Equal("Le projet simplifie les démarches des habitants.", reponse.Valeur("Motivation"));
        Assert.Equal(trace, await instance.TraceAsync(numero));
        Assert.Null(await DecisionAsync(numero));
    }

    [Fact]
    public async Task Un_second_accord_individuel_est_refuse_par_la_regle_et_par_la_base()
    {
        var siren = instance.Commune();
        var (premier, point1) = await instance.PointAsync("Projet A", siren: siren);
        var (second, point2) = await instance.PointAsync("Projet B", siren: siren);
        await instance.LaisserDansLEnveloppeAsync(100_000m);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var page2 = await secretaire.LireAsync(point2 + "/accord");
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.SoumettreAsync(await secretaire.LireAsync(point1 + "/accord"), "main form", SeanceOuverte.Motive)).Code
        );

        var refus = await secretaire.SoumettreAsync(page2, "main form", SeanceOuverte.Motive);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("est déjà lauréate individuellement du projet « Projet A »", refus.De(".erreurs"));
        Assert.Contains("L'accord de cette collectivité : 5 000,00 € pour « Projet A »", refus.Texte);
        Assert.Null(await DecisionAsync(second));
        var violation = await Assert.ThrowsAsync<PostgresException>(() =>
            instance.SqlAsync(
                $"""
                insert into engagements (decision_id, dossier_id, dispositif, exercice, montant, siren_reserve, mouvements)
                select gen_random_uuid(), d2.id, e.dispositif, exercice, montant, siren_reserve, mouvements
                from engagements e join dossiers d1 on d1.id = dossier_id and d1.numero = {premier}, dossiers d2 where d2.numero = {second}
                """
            )
        );
        Assert.Equal((PostgresErrorCodes.UniqueViolation, "ux_engagements_siren_reserve"), (violation.SqlState, violation.ConstraintName));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.SoumettreAsync(await secretaire.LireAsync(point2 + "/refus"), "main form", SeanceOuverte.Motive)).Code
        );
    }

    [Fact]
    public async Task Un_point_decide_n_offre_plus_de_decision_et_son_formulaire_renvoie_au_point()
    {
        var (numero, point) = await instance.PointAsync("Déjà décidé");
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var page = await secretaire.LireAsync(point + "/refus");
        await secretaire.SoumettreAsync(page, "main form", SeanceOuverte.Motive);

        var second = await secretaire.SoumettreAsync(page, "main form", SeanceOuverte.Motive);

        Assert.Equal(HttpStatusCode.Conflict, second.Code);
        Assert.Contains(
            "Ce dossier a déjà fait l'objet d'une décision par SGAR de Bretagne, secrétariat de la séance le 22 juin 2021 à",
            second.Texte
        );
        Assert.Equal(HttpStatusCode.Redirect, (await secretaire.LireAsync(point + "/refus")).Code);
        Assert.Equal(EtatDossier.Refuse, (await instance.DossierAsync(numero)).Etat);
    }

    private Task<Decision?> DecisionAsync(string numero) =>
        instance.LireAsync(db =>
            (
                from d in db.Decisions.AsNoTracking()
                join dossier in db.Dossiers on d.DossierId equals dossier.Id
                where dossier.Numero == numero
                select d
            ).SingleOrDefaultAsync()
        );
}
