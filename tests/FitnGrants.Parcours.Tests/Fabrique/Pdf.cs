using System.Diagnostics;

namespace FitnGrants.Parcours.Tests.Fabrique;

/// <summary>Reads a PDF as a person would.</summary>
public static class Pdf
{
    public static string Texte(byte[] pdf)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext n’est pas installé.");
        var info = new ProcessStartInfo("pdftotext", ["-", "-"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var p = Process.Start(info)!;
        p.StandardInput.BaseStream.Write(pdf);
        p.StandardInput.Close();
        var texte = p.StandardOutput.ReadToEnd();
        p.WaitForExit();
        return string.Join(
            ' ',
            texte.Replace('\u202F', ' ').Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
