using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FitnGrants.Web.Comptes;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Echeancier;
using FitnGrants.Web.Features.Comite;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Features.Simulateur;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Suites;
using FitnGrants.Web.Taches;
using FitnGrants.Web.Temps;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Serilog;

namespace FitnGrants.Web;

/// <summary>What the application is made of, then how a request goes through it.</summary>
public static class Services
{
    public static void AjouterFitn(this WebApplicationBuilder builder, Chemins chemins)
    {
        var services = builder.Services;
        var fr = CultureInfo.GetCultureInfo("fr-FR");
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (fr, fr);

        AjouterDemonstration(builder);
        services.AddSerilog((s, journal) => Journaux.Configurer(journal, s, builder.Configuration), preserveStaticLogger: true);
        services.AddSingleton(chemins);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Horloge>();
        services.AddSingleton<IndexDesCollectivites>();
        services.AddSingleton<LiensDAgenda>();
        services.AddSingleton<FichiersGardes>();
        services.AddMemoryCache();
        services.AddSingleton<Features.Laureats.FichiersOuverts>();
        services.AddSingleton<Composants.FondDeCarte>();
        services.AddScoped<Features.Laureats.DonneesDesLaureats>();
        services.AddScoped<Features.Laureats.SubventionsScdl>();
        services.AddSingleton<ReglageHorloge>();
        services.AddSingleton<Demarrage>();
        services.AddSingleton<Disponibilite>();
        services.AddSingleton(s => new RegistreDesReglements(
            Path.Combine(builder.Environment.ContentRootPath, "Reglements"),
            s.GetRequiredService<Horloge>()
        ));
        services.AddSingleton(new FichesInformatives(Path.Combine(builder.Environment.ContentRootPath, "Reglements", "fiches")));
        services.Configure<OptionsDeSuivi>(builder.Configuration.GetSection("Reglements"));
        services.AddHostedService<SuiviDesReglements>();
        services.AddScoped<PublicationDesVersions>();
        services.AddScoped<EffetsDUneVersion>();
        services.AddSingleton<DocumentTypst>();
        services.AddDbContextPool<FitnContext>((s, o) => AccesALaBase.Configurer(o, s.GetRequiredService<Chemins>().Connexion));
        services.AddScoped<Simulation>();
        services.AddScoped<DossiersDuPorteur>();
        services.AddScoped<Archives>();
        services.AddScoped<Features.Comite.Decisions>();
        services.AddScoped<Actes>();
        services.AddScoped<Features.Suivi.CadresDeSuivi>();
        services.AddScoped<Features.Suivi.Chorus.PaiementsDeChorus>();
        services.AddScoped<Features.Suivi.PapiersDuSuivi>();
        services.AddScoped<Features.Suivi.PapiersDeVersement>();
        services.AddScoped<Features.Suivi.LettresDuSuivi>();
        services.AddScoped<Features.Administration.EssaisDeModele>();
        services.AddScoped<Features.Suivi.MoyensDuSuivi>();
        services.AddScoped<Demonstration.SuiteDesAccords>();
        services.AddScoped<Demonstration.SeancesDeDemonstration>();
        services.AddScoped<Features.Comite.Minutes>();
        services.AddScoped<Features.Comite.Livret>();
        services.Configure<Features.Comite.OptionsDeSeance>(builder.Configuration.GetSection("Seance"));
        services.AddScoped<DocumentsDuDossier>();
        services.AddScoped<IDocumentsJoints>(s => s.GetRequiredService<DocumentsDuDossier>());
        services.AddScoped<Features.Instruction.PrisesEnCharge>();
        services.AddScoped<Features.Instruction.Syntheses>();
        services.AddScoped<Features.Lots.TraitementEnLot>();
        services.AddSingleton<LiensDAvis>();
        services.AddSingleton<IAnnonces, AnnoncesDesActes>();
        services.AddScoped<Echeances>();
        services.AddScoped<Rappels>();
        services.AddScoped<RappelsDuSuivi>();
        services.AddHostedService<ServiceDesEcheances>();
        AjouterCourriels(builder);
        AjouterPieces(builder, chemins);
        services.AddScoped<Papiers>();
        services.AddScoped<Documents.Lettres.ModelesDeLettres>();
        services.AddScoped<LettresDuDossier>();
        services.AddScoped<OuverturesDeLettres>();
        services.AddScoped<NumerisationsSignees>();
        services.AddScoped<ScansDePapiers>();
        services.AddScoped<Features.Lettres.SuiviDesLettres>();

        AjouterComptes(services, builder.Configuration);
        services.AddRateLimiter(o => LimitesDeDebit.Configurer(o, builder.Configuration));
        services.AddValidatorsFromAssemblyContaining<FitnContext>();
        services.AddFluentValidationAutoValidation(o => o.DisableDataAnnotationsValidation = true);
        services.AddSingleton<IValidatorInterceptor, ValidationDesFormulaires>();
        services.AddOpenApi("v1");
        services
            .AddControllersWithViews(o =>
            {
                o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                o.ModelBinderProviders.Insert(0, new LiaisonDesTextes());
                o.Filters.Add<ErreursFilter>();
                o.Filters.Add<PagesRefusees>();
                o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                MessagesDeLiaison.Traduire(o.ModelBindingMessageProvider);
            })
            .ConfigureApiBehaviorOptions(o =>
            {
                o.SuppressMapClientErrors = true;
                o.InvalidModelStateResponseFactory = c => new BadRequestObjectResult(
                    Problemes.Invalide(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["$"] = ["Ce JSON n’est pas lisible."] })
                )
                {
                    ContentTypes = { "application/problem+json" },
                };
            });
        services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(new ConventionDesVues()));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<ForwardedHeadersOptions>(o => Reseau.Configurer(o, builder.Configuration));
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = "fitn-message");
        services.AddAntiforgery(o => o.Cookie.Name = "fitn-jeton");
        if (!builder.Environment.EstUneDemonstration())
        {
            services.ConfigureApplicationCookie(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
            services.Configure<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
        }
    }

    private static void AjouterDemonstration(WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("Demonstration");
        builder
            .Services.AddOptions<OptionsDemonstration>()
            .Bind(section)
            .Validate(
                o => OptionsDemonstration.Jeux.Contains(o.Jeu, StringComparer.OrdinalIgnoreCase),
                $"Demonstration__Jeu est l’un de : {string.Join(", ", OptionsDemonstration.Jeux)}."
            )
            .ValidateOnStart();
        builder.Services.PostConfigure<OptionsDemonstration>(o => o.Active = builder.Environment.EstUneDemonstration());
    }

    private static void AjouterCourriels(WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<OptionsDeCourriel>().BindConfiguration("Courriels").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<OptionsDeCourriel>, ValidationDesCourriels>();
        builder.Services.AddSingleton<ServeurSmtp>();
        builder.Services.AddScoped<LiensDeCompte>();
        builder.Services.AddScoped<Features.Acces.AccesDesCollectivites>();
        builder.Services.AddScoped<Features.Administration.ActesSurLesAgents>();
        builder.Services.AddScoped<Distribution>();
        builder.Services.AddHostedService<ServiceDeDistribution>();
    }

    private static void AjouterPieces(WebApplicationBuilder builder, Chemins chemins)
    {
        builder.Services.AddOptions<OptionsDAntivirus>().BindConfiguration("Antivirus").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<OptionsDAntivirus>, ValidationDeLAntivirus>();
        builder
            .Services.AddOptions<OptionsDePieces>()
            .BindConfiguration("Pieces")
            .PostConfigure(o => o.Dossier ??= Path.Combine(chemins.Donnees, "pieces"))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<OptionsDePieces>, ValidationDesPieces>();
        builder.Services.AddSingleton<IEntrepot>(s =>
            s.GetRequiredService<IOptions<OptionsDePieces>>().Value is { S3.EstRegle: true } seau
                ? new EntrepotS3(seau.S3)
                : new EntrepotSurDisque(s.GetRequiredService<IOptions<OptionsDePieces>>().Value.Dossier!)
        );
        builder.Services.AddSingleton<Clamd>();
        builder.Services.AddScoped<PiecesDuDossier>();
        builder.Services.AddScoped<AnalyseDesPieces>();
        builder.Services.AddScoped<Ramassage>();
        builder.Services.AddHostedService<ServiceDesPieces>();
    }

    private static void AjouterComptes(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddIdentityCore<Utilisateur>(o =>
            {
                o.Password.RequiredLength = 12;
                o.Password.RequireNonAlphanumeric = false;
                o.User.RequireUniqueEmail = true;
                // The name is the address: what an address may hold is checked where it is typed.
                o.User.AllowedUserNameCharacters = "";
                // Wrong tries are counted by « Essais »: they never lock the owner out.
                o.Lockout.AllowedForNewUsers = false;
                o.Lockout.MaxFailedAccessAttempts = int.MaxValue;
            })
            .AddUserStore<MagasinDesComptes>()
            .AddSignInManager<Connexions>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<CodeUnique>(TokenOptions.DefaultAuthenticatorProvider)
            .AddTokenProvider<JetonsDInvitation>(JetonsDInvitation.Fournisseur)
            .AddErrorDescriber<Features.Compte.MessagesDIdentite>()
            .AddClaimsPrincipalFactory<FabriqueDePrincipal>();
        services
            .AddOptions<OptionsDeComptes>()
            .Configure<IOptions<OptionsDemonstration>>(
                (o, d) => o.CodeDesAgents = configuration.GetValue("Comptes:CodeDesAgents", !d.Value.Active)
            );
        services.Configure<Features.Suivi.OptionsDePaiement>(configuration.GetSection("Paiements"));
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = LiensDeCompte.Duree);
        // Who leaves a collectivité, or changes a password, is out within a minute on every screen.
        services.Configure<SecurityStampValidatorOptions>(o =>
            o.ValidationInterval = TimeSpan.FromSeconds(configuration.GetValue("Comptes:VerificationSecondes", 60.0))
        );
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "fitn-session";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.LoginPath = Adresses.Compte.Connexion;
            o.ReturnUrlParameter = "retour";
            o.ExpireTimeSpan = Sessions.Duree;
            Sessions.Suivre(o.Events);
            o.Events.OnRedirectToAccessDenied = c =>
            {
                if (!c.HttpContext.RequestServices.GetRequiredService<IOptions<OptionsDeComptes>>().Value.AttendUnCode(c.HttpContext.User))
                    return Repondre(c.Response, StatusCodes.Status403Forbidden);
                c.Response.Redirect(Adresses.Compte.Securite);
                return Task.CompletedTask;
            };
            var versConnexion = o.Events.OnRedirectToLogin;
            o.Events.OnRedirectToLogin = c =>
                c.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
                    ? Repondre(c.Response, StatusCodes.Status401Unauthorized)
                    : versConnexion(RevenirALaPage(c));
        });
        services.AddSingleton<Sessions>();
        services.AddScoped<Essais>();
        services.AddSingleton<IAuthorizationHandler, DroitHandler>();
        services.AddScoped<Microsoft.AspNetCore.Authentication.IClaimsTransformation, DelegationsDeLInstant>();
        services.AddAuthorization(o =>
        {
            // Refused by default: a route without a right nor « public » is closed to everyone.
            o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();
        });
        services.AddDataProtection().SetApplicationName("FitnGrants").PersistKeysToDbContext<FitnContext>();
    }

    /// <summary>Who pressed a button after its session had ended comes back to the page of that button, not to its act.</summary>
    private static RedirectContext<CookieAuthenticationOptions> RevenirALaPage(RedirectContext<CookieAuthenticationOptions> contexte)
    {
        if (
            !HttpMethods.IsGet(contexte.Request.Method)
            && Uri.TryCreate(contexte.Request.Headers.Referer, UriKind.Absolute, out var page)
            && page.Authority == contexte.Request.Host.Value
        )
            contexte.RedirectUri =
                contexte.Options.LoginPath
                + QueryString.Create(contexte.Options.ReturnUrlParameter, page.PathAndQuery).Add("finie", "true");
        return contexte;
    }

    private static Task Repondre(HttpResponse reponse, int code)
    {
        reponse.StatusCode = code;
        return Task.CompletedTask;
    }
}
