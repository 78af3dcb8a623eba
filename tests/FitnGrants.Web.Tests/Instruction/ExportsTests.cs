using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FitnGrants.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Instruction;

/// <summary>What leaves the list and the grid, opened and read cell by cell.</summary>
public sealed class ExportsTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";

    private static string[][] Lire(byte[] xlsx)
    {
        using var classeur = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(classeur, TestContext.Current.CancellationToken));
        var feuille = classeur.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var lignes = feuille.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray()).ToArray();
        if (lignes.Length == 1)
            return lignes;
        // The last one sums what the filter shows.
        Assert.Equal($"A1:AC{lignes.Length - 1}", feuille.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal("Total des lignes affichées", lignes[^1][0]);
        var demande = Array.IndexOf(lignes[0], "Demandé");
        Assert.Equal($"SUBTOTAL(109,{(char)('A' + demande)}2:{(char)('A' + demande)}{lignes.Length - 1})", lignes[^1][demande]);
        return lignes[..^1];
    }

    /// <summary>A row that cannot be read, after some that could: the beginning of a file is not a file.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Un_export_qui_echoue_en_chemin_est_une_erreur_et_laisse_rien(string format)
    {
        await instance.DeroulerAsync(new(Vern, $"Premier, {format}", 28000m, 20720m) { Jusqua = EtatDossier.Depose });
        var casse = await instance.DeroulerAsync(new(Vern, $"Illisible, {format}", 28000m, 20720m) { Jusqua = EtatDossier.Depose });
        await instance.SqlAsync($"update dossiers set recevabilite = 'Inconnue', echeance_le = '2030-01-01' where numero = {casse}");
        try
        {
            var agent = await instance.EnTantQueAsync("instructeur.35");
            var reponse = await agent.LireAsync($"/instruction/export.{format}?Q=213503527");
            Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (reponse.Code, reponse.Type));
            Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "fitn-????????????????????????????????"));
        }
        finally
        {
            await instance.SqlAsync($"update dossiers set recevabilite = 'EnAttente' where numero = {casse}");
        }
    }

    [Fact]
    public async Task Le_classeur_dit_ce_que_la_liste_montre_avec_de_vrais_nombres_et_de_vraies_dates()
    {
        await instance.DeroulerAsync(new(Vern, "=SOMME(A1) à exporter", 28000m, 20720.50m) { Jusqua = EtatDossier.Depose });
        var agent = await instance.EnTantQueAsync("instructeur.35");

        using var reponse = await agent.Client.GetAsync("/instruction/export.xlsx?Q=a%20exporter", TestContext.Current.CancellationToken);
        var lignes = Lire(await reponse.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal("attachment; filename=\"dossiers-2021-06-01.xlsx\"", reponse.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(2, lignes.Length);
        string Cellule(string titre) => lignes[1][Array.IndexOf(lignes[0], titre)];
        Assert.Equal(("'=SOMME(A1) à exporter", Vern, "Vern-sur-Seiche"), (Cellule("Titre"), Cellule("SIREN"), Cellule("Porteur")));
        Assert.Equal(("20720.50", "28000.00", "74.00"), (Cellule("Demandé"), Cellule("Coût éligible"), Cellule("Taux")));
        Assert.Equal("44336", Cellule("Déposé le"));
    }

    [Fact]
    public async Task Les_dossiers_coches_partent_seuls_en_classeur_en_csv_et_en_syntheses()
    {
        string[] numeros =
        [
            await instance.DeroulerAsync(new(Vern, "Coché un") { Jusqua = EtatDossier.EnInstruction }),
            await instance.DeroulerAsync(new(Vern, "Coché deux") { Jusqua = EtatDossier.InscritSeance }),
        ];
        await instance.DeroulerAsync(new(Vern, "Pas coché") { Jusqua = EtatDossier.EnInstruction });
        var agent = await instance.EnTantQueAsync("instructeur.35");
        await agent.LireAsync("/instruction");
        (string, string?)[] choix = [.. numeros.Select(n => ("Numeros", (string?)n))];

        var lignes = Lire((await agent.PosterAsync("/instruction/export.xlsx", choix)).Octets);
        Assert.Equal(["Coché deux", "Coché un"], lignes.Skip(1).Select(l => l[2]).Order(StringComparer.Ordinal));
        Assert.Equal(
            3,
            (await agent.PosterAsync("/instruction/export.csv", choix)).Source.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length
        );
        var pdf = await agent.PosterAsync("/instruction/syntheses.pdf", choix);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (pdf.Code, pdf.Type));
        Assert.Equal("%PDF-", pdf.Source[..5]);
        Assert.Equal(HttpStatusCode.Conflict, (await agent.PosterAsync("/instruction/syntheses.pdf")).Code);
        // Those of another département are read by the community, those of another région are not there.
        var ailleurs = await instance.EnTantQueAsync("instructeur.68");
        await ailleurs.LireAsync("/instruction");
        Assert.Single(
            (await ailleurs.PosterAsync("/instruction/export.csv", choix)).Source.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await ailleurs.PosterAsync("/instruction/syntheses.pdf", choix)).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await ailleurs.LireAsync($"/instruction/{numeros[0]}/synthese.pdf")).Code);
        Assert.Equal("application/pdf", (await agent.LireAsync($"/instruction/{numeros[0]}/synthese.pdf")).Type);
    }

    [Fact]
    public async Task Toutes_les_pieces_saines_partent_en_une_archive_qui_dit_ce_qui_manque()
    {
        var numero = await instance.NumeroAsync("Laboratoire des mobilités");
        var dossier = await instance.LireAsync(db => db.Dossiers.SingleAsync(d => d.Numero == numero));
        var agent = await instance.EnTantQueAsync("instructeur.grand-est");

        using var saine = new ZipArchive(new MemoryStream((await agent.LireAsync($"/instruction/{numero}/pieces.zip")).Octets));
        var entree = Assert.Single(saine.Entries);
        Assert.Equal("01-lettre-engagement.pdf", entree.FullName);
        using (var contenu = new MemoryStream())
        {
            await using (var ouverte = await entree.OpenAsync(TestContext.Current.CancellationToken))
                await ouverte.CopyToAsync(contenu, TestContext.Current.CancellationToken);
            Assert.Equal(FitnGrants.Web.Demonstration.LettreDEssai.Octets, contenu.ToArray());
        }

        await instance.SqlAsync($"update pieces set etat = 'NonAnalysee' where dossier_id = {dossier.Id}");
        using var absente = new ZipArchive(new MemoryStream((await agent.LireAsync($"/instruction/{numero}/pieces.zip")).Octets));
        Assert.Equal("00-pieces-absentes.txt", Assert.Single(absente.Entries).FullName);
        await instance.SqlAsync($"update pieces set etat = 'Saine' where dossier_id = {dossier.Id}");

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("instructeur.35")).LireAsync($"/instruction/{numero}/pieces.zip")).Code
        );
        Assert.Equal(HttpStatusCode.NotFound, (await agent.LireAsync("/instruction/FITN-X-2021-00001/pieces.zip")).Code);
    }
}
