using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>A PDF as a reader sees it: its pages and their words, in order.</summary>
public sealed class PdfLu
{
    private PdfLu(IReadOnlyList<string> pages) => Pages = pages;

    public IReadOnlyList<string> Pages { get; }

    /// <summary>The whole text, spaces of all kinds made plain.</summary>
    public string Texte => string.Join(' ', Pages);

    public static PdfLu Lire(byte[] octets)
    {
        using var pdf = PdfDocument.Open(octets);
        return new PdfLu([.. pdf.GetPages().Select(p => PageLue.Plat(ContentOrderTextExtractor.GetText(p)))]);
    }
}
