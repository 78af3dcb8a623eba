using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace FitnGrants.Web.Features.Lettres;

/// <summary>Documents one after the other, to print: each begins on a sheet of its own, printed on both sides.</summary>
public static class AssemblageDePdf
{
    /// <summary>What is for a printer keeps no structure: people read each document by itself.</summary>
    public static byte[] Assembler(IEnumerable<byte[]> documents)
    {
        using var assemble = new PdfDocumentBuilder { DocumentInformation = { Title = "Lettres à imprimer" } };
        foreach (var contenu in documents)
        {
            using var document = PdfDocument.Open(contenu);
            for (var page = 1; page <= document.NumberOfPages; page++)
                assemble.AddPage(document, page);
            if (document.NumberOfPages % 2 == 1)
                // A page without anything is written as a stream that readers find broken: a line of no length mends it.
                assemble.AddPage(PageSize.A4).DrawLine(new PdfPoint(0, 0), new PdfPoint(0, 0));
        }
        return assemble.Build();
    }
}
