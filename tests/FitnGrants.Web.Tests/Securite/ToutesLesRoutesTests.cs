using System.Globalization;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Securite;

/// <summary>An instance with one account per role of the matrix, each with that role alone.</summary>
public sealed class UnCompteParRole(Serveur serveur) : Instance(serveur)
{
    public static string Cle(Role role) => "role." + role.ToString().ToLowerInvariant();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await LireAsync(async db =>
        {
            var hash = await db.Users.Select(u => u.PasswordHash).FirstAsync();
            foreach (var role in Enum.GetValues<Role>())
                db.Users.Add(Compte(role, hash));
            return await db.SaveChangesAsync();
        });
    }

    private static Utilisateur Compte(Role role, string? hash)
    {
        var adresse = Cle(role) + "@demo.example";
        var utilisateur = new Utilisateur
        {
            Id = Guid.CreateVersion7(),
            UserName = adresse,
            NormalizedUserName = adresse.ToUpperInvariant(),
            Email = adresse,
            NormalizedEmail = adresse.ToUpperInvariant(),
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Organisme = "Essai",
            Fonction = "Essai",
        };
        var duPorteur = role is Role.Lecteur or Role.Porteur or Role.RepresentantLegal;
        utilisateur.Habilitations.Add(
            new HabilitationAccordee
            {
                Role = role,
                Siren = duPorteur ? ComptesDeDemonstration.Trouver("porteur.vern").Siren : null,
                Departement = duPorteur ? null : "35",
                Region = duPorteur ? null : "53",
            }
        );
        return utilisateur;
    }
}

[Trait("duree", "longue")]
public sealed class ToutesLesRoutesTests(UnCompteParRole instance) : IClassFixture<UnCompteParRole>
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    private sealed record Route(string Methode, string Adresse, Droit? Droit)
    {
        public override string ToString() => $"{Methode} {Adresse}";
    }

    [Fact]
    public void Chaque_route_dit_son_droit_ou_qu_elle_est_publique()
    {
        var fautives = Endpoints()
            .Where(e =>
                e.Metadata.GetMetadata<ControllerActionDescriptor>() is null
                    ? e.Metadata.GetMetadata<IAllowAnonymous>() is null
                    : e.Metadata.GetOrderedMetadata<RequiertAttribute>().Count + e.Metadata.GetOrderedMetadata<PublicAttribute>().Count != 1
            )
            .Select(e => e.DisplayName);

        Assert.Empty(fautives);
        Assert.True(Routes().Count > 40);
    }

    [Fact]
    public void Seule_la_description_de_l_interface_n_est_pas_dans_un_controleur()
    {
        var hors = Endpoints().Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is null).Select(e => e.RoutePattern.RawText);

        Assert.Equal(["/api/{documentName}/openapi.json"], hors);
    }

    [Fact]
    public async Task Une_personne_non_connectee_n_ouvre_que_les_routes_publiques()
    {
        var anonyme = instance.Anonyme();
        await anonyme.LireAsync("/compte/connexion");
        var fautes = new List<string>();
        foreach (var route in Routes())
        {
            var page = await DemanderAsync(anonyme, route);
            var attendu =
                route.Droit is null ? !Refusee(page)
                : route.Adresse.StartsWith("/api", StringComparison.Ordinal) ? page.Code == HttpStatusCode.Unauthorized
                : page.Code == HttpStatusCode.Redirect
                    && new Uri(new Uri("http://localhost"), page.Vers).PathAndQuery.StartsWith(
                        "/compte/connexion?retour=",
                        StringComparison.Ordinal
                    );
            if (!attendu)
                fautes.Add($"{route} : {(int)page.Code} {page.Vers}");
        }

        Assert.True(fautes.Count == 0, string.Join(Environment.NewLine, fautes));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Un_role_ouvre_exactement_les_routes_que_la_matrice_lui_donne(Role role)
    {
        var navigateur = await instance.NouvelleSessionAsync(UnCompteParRole.Cle(role));
        var fautes = new List<string>();
        foreach (var route in Routes())
        {
            var page = await DemanderAsync(navigateur, route);
            var permis = route.Droit is not { } droit || Matrice.Accorde(role, droit);
            if (permis ? Refusee(page) : page.Code != HttpStatusCode.Forbidden)
                fautes.Add($"{route} : {(int)page.Code} {page.Vers}");
        }

        Assert.True(fautes.Count == 0, string.Join(Environment.NewLine, fautes));
    }

    [Fact]
    public async Task Un_formulaire_sans_jeton_n_est_pas_lu()
    {
        var navigateur = await instance.NouvelleSessionAsync("porteur.vern");
        var fautes = new List<string>();
        foreach (var route in Routes().Where(r => r.Methode == "POST" && !r.Adresse.StartsWith("/api", StringComparison.Ordinal)))
        {
            var page = await navigateur.PosterAsync(route.Adresse, (PageLue.Jeton, "rien"));
            if (page.Code != (route.Droit is not { } droit || Peut(droit) ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden))
                fautes.Add($"{route} : {(int)page.Code}");
        }

        Assert.True(fautes.Count == 0, string.Join(Environment.NewLine, fautes));

        static bool Peut(Droit droit) => Matrice.Accorde(Role.RepresentantLegal, droit);
    }

    [Theory]
    [InlineData("/dossiers/FITN-1/deposer", "/dossiers/FITN-1")]
    [InlineData("/dossiers/%C3%A9%0A/deposer", "/dossiers/%C3%A9%0A")]
    public async Task L_adresse_d_un_acte_ouverte_dans_le_navigateur_mene_a_sa_page(string adresse, string attendue) =>
        Assert.Equal(
            (HttpStatusCode.Redirect, attendue),
            ((await instance.Anonyme().LireAsync(adresse)).Code, (await instance.Anonyme().LireAsync(adresse)).Vers)
        );

    [Fact]
    public async Task Une_adresse_inconnue_est_introuvable_pour_tous()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await instance.Anonyme().LireAsync("/nulle-part")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await (await instance.EnTantQueAsync("admin")).LireAsync("/nulle-part")).Code);
    }

    private static bool Refusee(PageLue page) =>
        page.Code is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized
        || page.Vers?.Contains("/compte/connexion", StringComparison.Ordinal) == true;

    private static Task<PageLue> DemanderAsync(Navigateur navigateur, Route route) =>
        route.Methode == "GET" ? navigateur.LireAsync(route.Adresse)
        : route.Adresse.StartsWith("/api", StringComparison.Ordinal) ? navigateur.PosterJsonAsync(route.Adresse, "{}")
        : navigateur.PosterAsync(route.Adresse);

    private List<RouteEndpoint> Endpoints() =>
        [.. ((IEndpointRouteBuilder)instance.Application).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>Every method of every route; the one that signs out comes last.</summary>
    private List<Route> Routes() =>
        [
            .. Endpoints()
                .SelectMany(e =>
                    (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => new Route(
                        m,
                        Adresse(e),
                        e.Metadata.GetMetadata<RequiertAttribute>()?.Droit
                    ))
                )
                .OrderBy(r => r.Adresse.Contains("deconnexion", StringComparison.Ordinal)),
        ];

    /// <summary>A value for each parameter: well formed, and of nothing that exists.</summary>
    private static string Adresse(RouteEndpoint e) =>
        "/"
        + string.Join(
            '/',
            e.RoutePattern.PathSegments.Select(s =>
                string.Concat(
                    s.Parts.Select(p =>
                        p switch
                        {
                            RoutePatternLiteralPart litteral => litteral.Content,
                            RoutePatternSeparatorPart separateur => separateur.Content,
                            RoutePatternParameterPart { Name: "id" or "decision" } => Guid.Empty.ToString(),
                            RoutePatternParameterPart { Name: "code", ParameterPolicies.Count: > 0 } => 404.ToString(
                                CultureInfo.InvariantCulture
                            ),
                            RoutePatternParameterPart { Name: "role" } => "0",
                            RoutePatternParameterPart { Name: "documentName" } => "v1",
                            _ => "FITN-BZH-V1-2021-99999",
                        }
                    )
                )
            )
        );
}
