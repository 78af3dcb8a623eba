using System.Globalization;
using System.Text;

namespace FitnGrants.Web.Demonstration;

/// <summary>A one-page PDF, the letter of a laboratory that does not exist.</summary>
public static class LettreDEssai
{
    public static readonly byte[] Octets = Ecrire();

    private static byte[] Ecrire()
    {
        const string texte =
            "BT /F1 14 Tf 72 760 Td (Laboratoire d'innovation du Grand Est) Tj 0 -40 Td (Lettre d'engagement) Tj "
            + "0 -30 Td (Le laboratoire appuie ce projet, de la conception a l'evaluation.) Tj 0 -60 Td (Demonstration : ce document "
            + "n'engage personne.) Tj ET";
        string[] objets =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
            $"<< /Length {texte.Length} >>\nstream\n{texte}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objets.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objets[i]}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objets.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(p => pdf.Append(CultureInfo.InvariantCulture, $"{p:0000000000} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objets.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
