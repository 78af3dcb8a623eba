using System.Text;
using System.Text.Encodings.Web;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using MimeKit;

namespace FitnGrants.Web.Courriels;

/// <summary>The two faces of a message, plain and HTML: the same words, one section per piece of news.</summary>
public static class MiseEnPage
{
    private const string Pied = "Ce message est envoyé automatiquement par FitnGrants : ne répondez pas à cette adresse.";

    /// <summary>One message of several pieces of news, for one person.</summary>
    /// <param name="de">Sender.</param>
    /// <param name="adresse">Recipient.</param>
    /// <param name="nouvelles">In their order; the last one gives the subject of those that go together.</param>
    /// <param name="service">Public address of this service; empty when it is not set.</param>
    /// <param name="documents">Joined PDF, by name.</param>
    /// <exception cref="FormatException">One of the addresses is not one.</exception>
    public static MimeMessage Composer(
        string de,
        string adresse,
        IReadOnlyList<Courriel> nouvelles,
        string service,
        IReadOnlyList<(string Nom, byte[] Contenu)> documents
    )
    {
        var message = new MimeMessage { Subject = Sujet(nouvelles) };
        message.From.Add(new MailboxAddress("FitnGrants", Adresse(de)));
        message.To.Add(new MailboxAddress(null, Adresse(adresse)));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var corps = new BodyBuilder { TextBody = Texte(nouvelles, service), HtmlBody = Html(nouvelles, service) };
        foreach (var (nom, contenu) in documents)
            corps.Attachments.Add(nom, contenu, new ContentType("application", "pdf"));
        message.Body = corps.ToMessageBody();
        // Accents survive old relays.
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    /// <summary>The same news, that says where the paper which could not be joined is.</summary>
    public static Courriel SansDocument(Courriel nouvelle) =>
        new()
        {
            Id = nouvelle.Id,
            Modele = nouvelle.Modele,
            Objet = nouvelle.Objet,
            Texte = nouvelle.Texte + "\n\nLe document qui accompagne ce message n’a pas pu y être joint : ouvrez-le à l’adresse qui suit.",
            Immediat = nouvelle.Immediat,
            Lien = nouvelle.Lien,
        };

    private static string Adresse(string texte) =>
        MailboxAddress.TryParse(texte, out var lue)
            ? lue.Address
            : throw new FormatException($"« {texte} » n’est pas une adresse électronique.");

    /// <summary>A subject is one line, and old readers know no thin space.</summary>
    public static string Sujet(IReadOnlyList<Courriel> nouvelles)
    {
        var objet =
            nouvelles.Any(n => n.Immediat) || nouvelles.Count == 1
                ? nouvelles[^1].Objet
                : $"{nouvelles.Count} nouvelles de vos dossiers et séances";
        return string.Concat(
            objet.Select(c =>
                char.IsControl(c) ? ' '
                : c == Francais.Fine ? Francais.Insecable
                : c
            )
        );
    }

    /// <summary>The plain face.</summary>
    public static string Texte(IReadOnlyList<Courriel> nouvelles, string service)
    {
        var texte = new StringBuilder("Bonjour,\r\n\r\n");
        foreach (var n in nouvelles)
        {
            if (nouvelles.Count > 1)
                texte.Append(n.Objet).Append("\r\n\r\n");
            texte.Append(n.Texte).Append("\r\n\r\n");
            if (service.Length > 0)
                texte.Append(service).Append(n.Lien).Append("\r\n\r\n");
        }
        return texte.Append("-- \r\n").Append(Pied).Append("\r\n").ToString();
    }

    /// <summary>The HTML face: no image, no tracker, nothing from elsewhere.</summary>
    public static string Html(IReadOnlyList<Courriel> nouvelles, string service)
    {
        var corps = string.Concat(nouvelles.Select(n => Section(n, nouvelles.Count > 1, service)));
        return $"""
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><title>{Propre(Sujet(nouvelles))}</title></head>
            <body style="margin:0;padding:24px;background:#f5f1ea;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;
            color:#321536">
            <div style="max-width:600px;margin:0 auto;background:#fff;padding:32px;border-top:6px solid #321536">
            <p style="margin:0 0 24px;font-weight:bold">FitnGrants</p>
            <p>Bonjour,</p>
            {corps}
            <p style="margin:32px 0 0;font-size:14px;color:#5c4a5e">{Pied}</p>
            </div></body></html>
            """;
    }

    private static string Section(Courriel nouvelle, bool titre, string service) =>
        (titre ? $"<h2 style=\"font-size:18px;margin:24px 0 8px\">{Propre(nouvelle.Objet)}</h2>" : "")
        + $"<p>{Propre(nouvelle.Texte).ReplaceLineEndings("<br>")}</p>"
        + (
            service.Length == 0
                ? ""
                : $"<p><a style=\"color:#321536\" href=\"{Propre(service + nouvelle.Lien)}\">{Libelle(nouvelle)}</a></p>"
        );

    private static string Libelle(Courriel nouvelle) =>
        nouvelle.Modele is LiensDeCompte.MotDePasse or LiensDeCompte.Invitation ? "Choisir un mot de passe"
        : nouvelle.DossierId is not null ? "Ouvrir le dossier"
        : nouvelle.SeanceId is not null ? "Ouvrir la séance"
        : "Continuer sur FitnGrants";

    private static string Propre(string texte) => HtmlEncoder.Default.Encode(texte);
}
