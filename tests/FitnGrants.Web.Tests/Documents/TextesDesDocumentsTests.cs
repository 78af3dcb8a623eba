using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Documents;

/// <summary>Whatever a page accepts is in every document that it enters: none of them fails for a sign that its typefaces lack.</summary>
public sealed class TextesDesDocumentsTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private static readonly (int De, int A)[] Ecritures =
    [
        (0x20, 0x2FF),
        (0x300, 0x36F),
        (0x370, 0x5FF),
        (0x600, 0x1FFF),
        (0x2000, 0x2BFF),
        (0x3000, 0x9FFF),
        (0xE000, 0xF8FF),
        (0xF900, 0xFFFF),
        (0x1D400, 0x1D7FF),
        (0x1F000, 0x1FAFF),
        (0x20000, 0x10FFFF),
    ];

    public static TheoryData<string> Textes =>
        [
            "Portail ➜ Ελλάδα, \uF0B7 puce, 😀 👩\u200D👩\u200D👧 🇫🇷 1\uFE0F\u20E3 漢字 हिन्दी",
            "𝗚𝗿𝗮𝘀 １２３ e\u0301\u0334\u1DFA \u0378 \U000F0000 ﷽",
            "Une échappée \\u{ffffffff} u{110000} tapée, 漢",
            AuHasard(1),
            AuHasard(2),
            AuHasard(3),
            AuHasard(4),
        ];

    [Theory]
    [MemberData(nameof(Textes))]
    public async Task Un_texte_accepte_ne_casse_aucun_document(string texte)
    {
        var titre = TexteSaisi.Nettoyer(
            texte.Length > 120 && char.IsHighSurrogate(texte[119]) ? texte[..119] : texte[..Math.Min(120, texte.Length)]
        );
        var (numero, point) = await instance.PointAsync(titre);
        var (secretaire, agent) = (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.EnTantQueAsync("instructeur.35"));

        var refus = await secretaire.SoumettreAsync(
            await secretaire.LireAsync(point + "/refus"),
            "main form",
            ("Motivation", texte),
            ("Fondements", "Critere")
        );
        Assert.Equal(HttpStatusCode.Redirect, refus.Code);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        var decision = await instance.LireAsync(db =>
            (from d in db.Decisions join x in db.Dossiers on d.DossierId equals x.Id where x.Numero == numero select d.Id).SingleAsync()
        );

        foreach (
            var adresse in new[]
            {
                $"/dossiers/{numero}/recepisse.pdf",
                $"/dossiers/{numero}/dossier.pdf",
                $"/dossiers/{numero}/decisions/{decision}/lettre.pdf",
                $"/instruction/{numero}/synthese.pdf",
                $"/comite/seances/{instance.Seance}/livret.pdf",
                $"/comite/seances/{instance.Seance}/releve.pdf",
                $"/comite/seances/{instance.Seance}/proces-verbal.pdf",
            }
        )
        {
            var document = await (adresse.Contains("/comite/", StringComparison.Ordinal) ? secretaire : agent).LireAsync(adresse);
            Assert.True((document.Code, document.Type) == (HttpStatusCode.OK, "application/pdf"), $"{adresse} : {(int)document.Code}");
            Assert.Contains("pdf", Encoding.Latin1.GetString(document.Octets[..8]), StringComparison.OrdinalIgnoreCase);
            Assert.Matches("pdfuaid:part|pdfaid:part", Encoding.Latin1.GetString(document.Octets));
            // The day of the demonstration, never the machine's.
            Assert.Matches(@"CreationDate \(D:2021", Encoding.Latin1.GetString(document.Octets));
        }

        var csv = await agent.LireAsync($"/instruction/export.csv?Q={numero}");
        Assert.Contains(titre.Replace("\"", "\"\"", StringComparison.Ordinal).Trim(), csv.Source, StringComparison.Ordinal);
        using var classeur = SpreadsheetDocument.Open(
            new MemoryStream((await agent.LireAsync($"/instruction/export.xlsx?Q={numero}")).Octets),
            isEditable: false
        );
        Assert.Empty(new OpenXmlValidator().Validate(classeur, TestContext.Current.CancellationToken));
    }

    private static string AuHasard(int graine)
    {
        var alea = new Random(graine);
        var texte = new StringBuilder("Texte ");
        while (texte.Length < 600)
        {
            var (de, a) = Ecritures[alea.Next(Ecritures.Length)];
            var signe = alea.Next(de, a + 1);
            if (!Rune.IsValid(signe))
                continue;
            texte.Append(new Rune(signe));
            if (alea.Next(8) == 0)
                texte.Append(' ');
        }
        return texte.ToString();
    }
}
