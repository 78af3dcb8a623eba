using System.Text.RegularExpressions;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Securite;

/// <summary>Outside its perimeter an actor who holds the right reads 404, and changes nothing.</summary>
[Trait("duree", "longue")]
public sealed partial class PerimetresTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";

    public static TheoryData<string, string> DuPorteur =>
        new()
        {
            { "GET", "/dossiers/{0}" },
            { "GET", "/dossiers/{0}/recepisse.pdf" },
            { "POST", "/dossiers/{0}/deposer" },
            { "GET", "/dossiers/{0}/modifier/collectivite" },
            { "POST", "/dossiers/{0}/modifier/collectivite" },
            { "GET", "/dossiers/{0}/modifier/projet" },
            { "POST", "/dossiers/{0}/modifier/projet" },
            { "GET", "/dossiers/{0}/modifier/criteres" },
            { "POST", "/dossiers/{0}/modifier/criteres" },
            { "GET", "/dossiers/{0}/modifier/financement" },
            { "POST", "/dossiers/{0}/modifier/financement" },
            { "GET", "/dossiers/{0}/modifier/calendrier" },
            { "POST", "/dossiers/{0}/modifier/calendrier" },
            { "GET", "/dossiers/{0}/modifier/recapitulatif" },
        };

    [Theory]
    [MemberData(nameof(DuPorteur))]
    public async Task Une_autre_collectivite_ne_voit_ni_ne_change_un_dossier(string methode, string adresse)
    {
        foreach (var etat in new[] { EtatDossier.Brouillon, EtatDossier.EnInstruction })
        {
            var dossier = await instance.DeroulerAsync(new(Vern, "Portail") { Jusqua = etat });
            await Refuser404Async("porteur.mulhouse", dossier, methode, adresse);
        }
    }

    [Theory]
    [InlineData("prise-en-charge", EtatDossier.Depose)]
    [InlineData("conclusions", EtatDossier.EnInstruction)]
    [InlineData("cloture", EtatDossier.EnInstruction)]
    [InlineData("reouverture", EtatDossier.Instruit)]
    public async Task Le_Finistere_lit_un_dossier_d_Ille_et_Vilaine_et_n_y_agit_pas(string acte, EtatDossier etat)
    {
        var dossier = await instance.DeroulerAsync(new(Vern, "Portail") { Jusqua = etat });
        var agent = await instance.EnTantQueAsync("instructeur.29");

        Assert.Equal(HttpStatusCode.OK, (await agent.LireAsync($"/dossiers/{dossier}")).Code);
        await Refuser404Async("instructeur.29", dossier, "GET", "/instruction/{0}");
        // Who prepares the session reads the grid of the whole région.
        var grille = await (await instance.EnTantQueAsync("secretaire.bretagne")).LireAsync($"/instruction/{dossier}");
        Assert.Equal(HttpStatusCode.OK, grille.Code);
        Assert.Null(grille.Document.QuerySelector("main form[method=post] button, main input[type=radio]"));
        await Refuser404Async("instructeur.29", dossier, "POST", "/instruction/{0}/" + acte);
        await Refuser404Async("instructeur.68", dossier, "POST", "/instruction/{0}/" + acte);
        await Refuser404Async("instructeur.grand-est", dossier, "POST", "/instruction/{0}/" + acte);
    }

    [Theory]
    [InlineData("instructeur.68")]
    [InlineData("instructeur.grand-est")]
    [InlineData("secretaire.grand-est")]
    public async Task Une_autre_region_ne_lit_ni_le_dossier_ni_sa_grille(string compte)
    {
        var dossier = await instance.DeroulerAsync(new(Vern, "Portail") { Jusqua = EtatDossier.EnInstruction });

        await Refuser404Async(compte, dossier, "GET", "/dossiers/{0}");
        await Refuser404Async(compte, dossier, "GET", "/dossiers/{0}/recepisse.pdf");
        await Refuser404Async(compte, dossier, "GET", "/instruction/{0}");
    }

    [Theory]
    [InlineData("instructeur.35")]
    [InlineData("chef.35")]
    [InlineData("secretaire.bretagne")]
    [InlineData("auditeur")]
    [InlineData("membre.35")]
    [InlineData("tilab")]
    public async Task Un_brouillon_n_est_lu_que_par_sa_collectivite(string compte)
    {
        var brouillon = await instance.DeroulerAsync(new(Vern, "Portail") { Jusqua = EtatDossier.Brouillon });

        await Refuser404Async(compte, brouillon, "GET", "/dossiers/{0}");
    }

    [Theory]
    [InlineData("membre.35")]
    [InlineData("tilab")]
    public async Task Un_membre_et_un_laboratoire_ne_lisent_pas_un_dossier_avant_son_tour(string compte)
    {
        var dossier = await instance.DeroulerAsync(new(Vern, "Portail") { Jusqua = EtatDossier.EnInstruction });

        await Refuser404Async(compte, dossier, "GET", "/dossiers/{0}");
    }

    [Fact]
    public async Task Le_secretariat_du_Grand_Est_ne_touche_pas_aux_seances_de_Bretagne()
    {
        var dossier = await instance.DeroulerAsync(new(Vern, "Portail") { Jusqua = EtatDossier.InscritSeance });
        var seance = await instance.SeanceAsync();
        var avant = await instance.LireAsync(db => db.Seances.Where(s => s.Id == seance).Select(s => s.Revision).SingleAsync());
        foreach (
            var suite in new[]
            {
                "",
                $"/points/{dossier}",
                $"/points/{dossier}/accord",
                $"/points/{dossier}/a-revoir",
                $"/points/{dossier}/refus",
            }
        )
            await Refuser404Async("secretaire.grand-est", dossier, "GET", $"/comite/seances/{seance}{suite}");
        foreach (
            var suite in new[]
            {
                "ordre-du-jour",
                "retrait",
                "ouverture",
                "cloture",
                $"points/{dossier}/accord",
                $"points/{dossier}/a-revoir",
                $"points/{dossier}/refus",
            }
        )
            await Refuser404Async("secretaire.grand-est", dossier, "POST", $"/comite/seances/{seance}/{suite}");

        Assert.Equal(avant, await instance.LireAsync(db => db.Seances.Where(s => s.Id == seance).Select(s => s.Revision).SingleAsync()));
        Assert.Equal(0, await instance.LireAsync(db => db.Decisions.CountAsync(d => d.SeanceId == seance)));
    }

    [Fact]
    public async Task Une_decision_d_une_autre_region_ne_se_notifie_pas_et_sa_lettre_ne_se_lit_pas()
    {
        var dossier = await instance.DeroulerAsync(
            new("212900088", "Accueil") { Jusqua = EtatDossier.InscritSeance, Seance = "2021-09-14" }
        );
        var seance = await instance.SeanceAsync("2021-09-14");
        await instance.OuvrirAsync(seance);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync($"/comite/seances/{seance}/points/{dossier}/refus"),
            "main form",
            Comite.SeanceOuverte.Motive
        );
        var decision = await instance.LireAsync(db => db.Decisions.Where(d => d.SeanceId == seance).Select(d => d.Id).SingleAsync());

        await Refuser404Async("secretaire.grand-est", dossier, "POST", $"/comite/decisions/{decision}/notification");
        Assert.Equal(HttpStatusCode.Conflict, (await secretaire.PosterAsync($"/comite/decisions/{decision}/notification")).Code);
        var point = await secretaire.LireAsync($"/comite/seances/{seance}/points/{dossier}");
        Assert.Equal(HttpStatusCode.Redirect, (await secretaire.SoumettreAsync(point, "form[action$='/notification']")).Code);
        await Refuser404Async("porteur.mulhouse", dossier, "GET", "/dossiers/{0}/decisions/" + decision + "/lettre.pdf");
        await Refuser404Async("secretaire.grand-est", dossier, "GET", "/dossiers/{0}/decisions/" + decision + "/lettre.pdf");
        // The letter belongs to its dossier, not to another one of the same reader.
        var autre = await instance.DeroulerAsync(new("212900088", "Autre") { Jusqua = EtatDossier.Depose });
        await Refuser404Async("porteur.beuzec", autre, "GET", "/dossiers/{0}/decisions/" + decision + "/lettre.pdf");
    }

    [Fact]
    public async Task L_administration_ne_lit_pas_les_dossiers_et_ne_decide_pas()
    {
        var dossier = await instance.DeroulerAsync(new(Vern, "Portail") { Jusqua = EtatDossier.InscritSeance });
        var seance = await instance.SeanceAsync();
        var admin = await instance.EnTantQueAsync("admin");
        var trace = await instance.TraceAsync(dossier);

        foreach (
            var adresse in new[]
            {
                $"/dossiers/{dossier}",
                $"/dossiers/{dossier}/modifier/projet",
                $"/instruction/{dossier}",
                "/mes-dossiers",
                "/instruction",
                $"/comite/seances/{seance}/points/{dossier}/accord",
            }
        )
            Assert.Equal(HttpStatusCode.Forbidden, (await admin.LireAsync(adresse)).Code);
        foreach (
            var adresse in new[]
            {
                $"/dossiers/{dossier}/modifier/projet",
                $"/instruction/{dossier}/conclusions",
                $"/comite/seances/{seance}/ouverture",
                $"/comite/seances/{seance}/points/{dossier}/accord",
            }
        )
            Assert.Equal(HttpStatusCode.Forbidden, (await admin.PosterAsync(adresse, ("Revision", "1"))).Code);
        Assert.Equal(trace, await instance.TraceAsync(dossier));
    }

    /// <summary>By reflection: a route added tomorrow is asked too.</summary>
    [Fact]
    public async Task Aucune_route_d_un_dossier_ni_d_une_seance_ne_s_ouvre_hors_du_perimetre()
    {
        var dossier = await instance.DeroulerAsync(new(Vern, "Par réflexion") { Jusqua = EtatDossier.InscritSeance });
        var seance = await instance.SeanceAsync();
        var id = (await instance.DossierAsync(dossier)).Id;
        var routes = ((IEndpointRouteBuilder)instance.Application)
            .DataSources.SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(e =>
                (
                    Modele: e.RoutePattern.RawText!,
                    Droit: e.Metadata.GetMetadata<RequiertAttribute>()?.Droit,
                    Methode: e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET"
                )
            )
            .Where(r =>
                r.Modele.StartsWith("dossiers/{reference}", StringComparison.Ordinal)
                || r.Modele.StartsWith("instruction/{numero}", StringComparison.Ordinal)
                || r.Modele.StartsWith("accompagnement/{numero}", StringComparison.Ordinal)
                || r.Modele.StartsWith("comite/seances/{id", StringComparison.Ordinal)
                || r.Modele.StartsWith("comite/decisions/{id", StringComparison.Ordinal)
            )
            .ToList();

        foreach (var (modele, droit, methode) in routes)
        {
            var compte =
                modele.StartsWith("dossiers", StringComparison.Ordinal) ? "porteur.mulhouse"
                : modele.StartsWith("instruction", StringComparison.Ordinal) ? "instructeur.68"
                : modele.StartsWith("accompagnement", StringComparison.Ordinal) ? "labo.grand-est"
                : droit == Droit.Sieger ? "membre.grand-est"
                : "secretaire.grand-est";
            var adresse =
                "/"
                + modele
                    .Replace("{reference}", dossier, StringComparison.Ordinal)
                    .Replace("{numero}", dossier, StringComparison.Ordinal)
                    .Replace(
                        "{id:guid}",
                        $"{(modele.StartsWith("comite/seances", StringComparison.Ordinal) ? seance : id)}",
                        StringComparison.Ordinal
                    );
            await Refuser404Async(compte, dossier, methode, Valeur().Replace(adresse, v => v.Value.Contains(":guid") ? $"{id}" : dossier));
        }
        Assert.True(routes.Count > 100, $"{routes.Count} routes");
    }

    /// <summary>What a route leaves to say.</summary>
    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Valeur();

    /// <summary>Sends what an owner would send: only the perimeter may refuse it.</summary>
    private async Task Refuser404Async(string compte, string dossier, string methode, string adresse)
    {
        var navigateur = await instance.EnTantQueAsync(compte);
        var trace = await instance.TraceAsync(dossier);
        var ici = string.Format(System.Globalization.CultureInfo.InvariantCulture, adresse, dossier);
        var page =
            methode == "GET"
                ? await navigateur.LireAsync(ici)
                : await navigateur.PosterAsync(
                    ici,
                    ("Revision", $"{trace.Revision}"),
                    ("Certifie", "true"),
                    ("Titre", "Volé"),
                    ("Numero", dossier),
                    ("Motif", "Parce que."),
                    ("BaseTaxe", "HT"),
                    ("Motivation", "Une motivation assez longue pour passer."),
                    ("Fondements", nameof(Fondement.Critere)),
                    ("Montant", "1"),
                    ("Axes[0].Texte", "Un axe"),
                    ("Axes[0].Cible", "projet"),
                    ("Referent", "Qui")
                );

        Assert.True(page.Code == HttpStatusCode.NotFound, $"{compte}, {methode} {ici} : {(int)page.Code} {page.Vers}");
        Assert.Equal(trace, await instance.TraceAsync(dossier));
    }
}
