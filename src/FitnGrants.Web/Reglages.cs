using System.Text.RegularExpressions;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Comite;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Taches;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FitnGrants.Web;

/// <summary>Every setting is read before anything is opened, migrated or imported: a wrong one costs a second, not a minute.</summary>
public static partial class Reglages
{
    /// <exception cref="ReglageInvalideException">A setting that cannot be read, or that this environment refuses.</exception>
    public static void Verifier(IServiceProvider services, IConfiguration configuration)
    {
        try
        {
            VerifierLaDemonstration(services.GetRequiredService<IHostEnvironment>(), configuration.GetSection("Demonstration"));
            services.GetRequiredService<IStartupValidator>().Validate();
            _ = services.GetRequiredService<IOptions<OptionsDemonstration>>().Value.Depart;
            _ = services.GetRequiredService<IOptions<OptionsDeSuivi>>().Value;
            _ = services.GetRequiredService<IOptions<OptionsDeSeance>>().Value;
            _ = services.GetRequiredService<IOptions<OptionsDeComptes>>().Value;
            _ = services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;
            LimitesDeDebit.Verifier(configuration);
            Journaux.Verifier(configuration);
            Reseau.Verifier(configuration);
            foreach (var adresse in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
                _ = BindingAddress.Parse(adresse);
            _ = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Fitn"));
        }
        catch (OptionsValidationException e)
        {
            throw new ReglageInvalideException(e.Message);
        }
        catch (AggregateException e)
        {
            throw new ReglageInvalideException(string.Join(Environment.NewLine, e.InnerExceptions.Select(i => i.Message)));
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ReglageInvalideException(
                ValeurIllisible().Match(e.Message) is { Success: true } m
                    ? $"Le réglage {m.Groups["cle"].Value.Replace(":", "__", StringComparison.Ordinal)} n’est pas lisible : « "
                        + $"{m.Groups["valeur"].Value} »."
                    : $"Un réglage n’est pas lisible : {e.Message}"
            );
        }
        if (
            configuration["AdressePublique"] is { Length: > 0 } publique
            && !(Uri.TryCreate(publique, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        )
            throw new ReglageInvalideException(
                "AdressePublique commence par https:// (http:// pour un essai) : c’est l’adresse que les documents et les courriels "
                    + "donnent."
            );
    }

    /// <summary>What the framework says of a value that is not of its type.</summary>
    [GeneratedRegex("configuration value '(?<valeur>.*)' at '(?<cle>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ValeurIllisible();

    /// <summary>The name of the environment decides alone: no setting makes a demonstration of a real service, nor the reverse.</summary>
    private static void VerifierLaDemonstration(IHostEnvironment environnement, IConfigurationSection section)
    {
        if (environnement.EstUneDemonstration())
        {
            if (!section.GetValue("Active", true))
                throw new ReglageInvalideException(
                    "Demonstration__Active=false ne fait pas un service réel : nommez l’environnement Production."
                );
        }
        else if (section.GetValue("Active", false) || section["Maintenant"] is not null || section["Jeu"] is not null)
            throw new ReglageInvalideException(
                $"Un service réel (environnement {environnement.EnvironmentName}) refuse les réglages Demonstration__ : retirez-les, "
                    + "ou nommez l’environnement Demonstration."
            );
    }
}
