using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Courriels;

/// <summary>What became of a message that was given to the server.</summary>
public enum Remise
{
    Faite,

    /// <summary>This message: later, perhaps.</summary>
    Differee,

    /// <summary>What it carries is not ready: later.</summary>
    SansDocument,

    /// <summary>This address: never.</summary>
    Impossible,

    /// <summary>The server itself: nothing passes now.</summary>
    EnPanne,
}

/// <summary>The SMTP server of the settings.</summary>
public sealed class ServeurSmtp(IOptions<OptionsDeCourriel> options)
{
    private const SmtpStatusCode IdentifiantsRefuses = (SmtpStatusCode)535;
    private static readonly TimeSpan Limite = TimeSpan.FromSeconds(30);

    /// <summary>Gives one message to the server; says what became of it and why it failed.</summary>
    public async Task<(Remise Remise, string? Erreur)> RemettreAsync(MailMessage message, CancellationToken arret)
    {
        if (!message.To[0].User.All(char.IsAscii))
            return (Remise.Impossible, "Cette adresse comporte une lettre accentuée avant l’arobase : le courriel ne la connaît pas.");
        var reglages = options.Value;
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(arret);
        delai.CancelAfter(Limite);
        try
        {
            using var client = new SmtpClient(reglages.Serveur, reglages.Port) { EnableSsl = reglages.Tls };
            if (!string.IsNullOrEmpty(reglages.Utilisateur))
                client.Credentials = new NetworkCredential(reglages.Utilisateur, reglages.MotDePasse);
            await client.SendMailAsync(message, delai.Token);
            return (Remise.Faite, null);
        }
        catch (OperationCanceledException) when (!arret.IsCancellationRequested)
        {
            return (Remise.EnPanne, $"Le serveur n’a pas répondu en {Limite.TotalSeconds:0} secondes.");
        }
        catch (SmtpException e)
        {
            return (Nature(e.StatusCode), e.InnerException is { } cause ? $"{e.Message} {cause.Message}" : e.Message);
        }
    }

    private static Remise Nature(SmtpStatusCode code) => code switch
    {
        SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath
            or SmtpStatusCode.SyntaxError => Remise.Impossible,
        SmtpStatusCode.GeneralFailure or SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.ClientNotPermitted
            or SmtpStatusCode.MustIssueStartTlsFirst or IdentifiantsRefuses => Remise.EnPanne,
        _ => Remise.Differee,
    };
}
