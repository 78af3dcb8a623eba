using FitnGrants.Web.Donnees;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Courriels;

public sealed class OptionsDeCourriel
{
    /// <summary>SMTP server; without one nothing leaves, messages wait.</summary>
    public string? Serveur { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>STARTTLS, required: a server that does not offer it gets nothing.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>Account on the server; none by default.</summary>
    public string? Utilisateur { get; set; }

    public string? MotDePasse { get; set; }

    /// <summary>Address that messages come from.</summary>
    public string Expediteur { get; set; } = "ne-pas-repondre@fitngrants.invalid";

    /// <summary>True when the server delivers to nobody: the only one that a demonstration may use.</summary>
    public bool Capteur { get; set; }

    /// <summary>Seconds between two rounds; 0 for none.</summary>
    public double Secondes { get; set; } = 5;

    /// <summary>True when messages may leave.</summary>
    public bool EstRegle => !string.IsNullOrEmpty(Serveur);
}

/// <summary>Refuses to start with settings that would send to real people from a demonstration, or links to nowhere.</summary>
public sealed class ValidationDesCourriels(IOptions<OptionsDemonstration> demonstration, IConfiguration configuration)
    : IValidateOptions<OptionsDeCourriel>
{
    public ValidateOptionsResult Validate(string? name, OptionsDeCourriel options)
    {
        if (!options.EstRegle)
            return ValidateOptionsResult.Success;
        if (demonstration.Value.Active && !options.Capteur)
            return ValidateOptionsResult.Fail(
                "Une démonstration n’écrit à personne : retirez Courriels__Serveur, ou dites par Courriels__Capteur=true qu’il ne "
                    + "distribue rien."
            );
        if (!demonstration.Value.Active && string.IsNullOrEmpty(configuration["AdressePublique"]))
            return ValidateOptionsResult.Fail("Indiquez AdressePublique : les courriels y renvoient.");
        if (!demonstration.Value.Active && options.Expediteur.EndsWith(".invalid", StringComparison.Ordinal))
            return ValidateOptionsResult.Fail("Indiquez Courriels__Expediteur : l’adresse d’où partent les courriels.");
        return options.Expediteur.Contains('@', StringComparison.Ordinal) && MimeKit.MailboxAddress.TryParse(options.Expediteur, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Courriels__Expediteur n’est pas une adresse électronique.");
    }
}
