using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace FitnGrants.Web.Courriels;

/// <summary>What became of a message that was given to the server.</summary>
public enum Remise
{
    Faite,

    /// <summary>This address: later, perhaps.</summary>
    Differee,

    /// <summary>This message: later, perhaps, and no other waits for it.</summary>
    Seule,

    /// <summary>This address: never.</summary>
    Impossible,

    /// <summary>The server itself: nothing passes now.</summary>
    EnPanne,
}

/// <summary>The SMTP server of the settings.</summary>
public sealed class ServeurSmtp(IOptions<OptionsDeCourriel> options)
{
    private static readonly TimeSpan Limite = TimeSpan.FromSeconds(30);

    /// <summary>Judges the certificate of the server; null for the machine's own authorities.</summary>
    public RemoteCertificateValidationCallback? Confiance { get; init; }

    /// <summary>Gives one message to the server; says what became of it and why it failed.</summary>
    public async Task<(Remise Remise, string? Erreur)> RemettreAsync(MimeMessage message, CancellationToken arret)
    {
        if (!message.To.Mailboxes.Single().LocalPart.All(char.IsAscii))
            return (Remise.Impossible, "Cette adresse comporte une lettre accentuée avant l’arobase : le courriel ne la connaît pas.");
        var reglages = options.Value;
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(arret);
        delai.CancelAfter(Limite);
        try
        {
            // A closed network reaches no list of revoked certificates.
            using var client = new SmtpClient { ServerCertificateValidationCallback = Confiance, CheckCertificateRevocation = false };
            await client.ConnectAsync(
                reglages.Serveur!,
                reglages.Port,
                reglages.Tls ? SecureSocketOptions.StartTls : SecureSocketOptions.None,
                delai.Token
            );
            if (!string.IsNullOrEmpty(reglages.Utilisateur))
                await client.AuthenticateAsync(reglages.Utilisateur, reglages.MotDePasse ?? "", delai.Token);
            await client.SendAsync(message, delai.Token);
            // The message is taken: how the connection ends changes nothing to it.
            await client.DisconnectAsync(quit: true, CancellationToken.None);
            return (Remise.Faite, null);
        }
        catch (OperationCanceledException) when (!arret.IsCancellationRequested)
        {
            return (Remise.EnPanne, $"Le serveur de messagerie n’a pas répondu en {Limite.TotalSeconds:0} secondes.");
        }
        catch (SmtpCommandException e)
        {
            // What is said of a person or of a message concerns it alone; all the rest, whoever it is written to.
            return e.ErrorCode switch
            {
                SmtpErrorCode.RecipientNotAccepted => (Nature(e.StatusCode), Phrase("refuse cette adresse", e.Message)),
                SmtpErrorCode.MessageNotAccepted => (
                    Nature(e.StatusCode) is Remise.Differee ? Remise.Seule : Nature(e.StatusCode),
                    Phrase("refuse ce message", e.Message)
                ),
                _ => (Remise.EnPanne, Phrase("n’accepte rien pour l’instant", e.Message)),
            };
        }
        catch (Exception e)
            when (e
                    is ProtocolException
                        or SslHandshakeException
                        or AuthenticationException
                        or SocketException
                        or IOException
                        or NotSupportedException
            )
        {
            return (Remise.EnPanne, Panne(e));
        }
    }

    /// <summary>What the server answered, in its words, in a sentence.</summary>
    private static string Phrase(string verbe, string reponse) => $"Le serveur de messagerie {verbe} : il répond « {reponse.Trim()} ».";

    private static string Panne(Exception e) =>
        e switch
        {
            AuthenticationException => "Le serveur de messagerie refuse le nom ou le mot de passe des réglages.",
            SslHandshakeException => "La connexion chiffrée avec le serveur de messagerie échoue : son certificat n’est pas reconnu.",
            NotSupportedException => "Le serveur de messagerie ne propose pas la connexion que demandent les réglages.",
            _ => "Le serveur de messagerie ne répond pas, ou coupe la connexion.",
        };

    private static Remise Nature(SmtpStatusCode code) =>
        code switch
        {
            SmtpStatusCode.MailboxUnavailable
            or SmtpStatusCode.MailboxNameNotAllowed
            or SmtpStatusCode.UserNotLocalTryAlternatePath
            or SmtpStatusCode.SyntaxError => Remise.Impossible,
            SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.AuthenticationRequired => Remise.EnPanne,
            _ => Remise.Differee,
        };
}
