using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Pieces;

/// <summary>The same in a folder and in a bucket.</summary>
public abstract class PiecesTests(DesPieces instance) : IAsyncLifetime
{
    protected const string Vern = "213503527";
    private const string ColmarAgglo = "246800726";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1];

    public static TheoryData<string, byte[], string> Refuses =>
        new()
        {
            { "vide.pdf", [], "est vide" },
            { "lourd.pdf", new byte[1024 * 1024 + 1], "pèse 1,1 Mo : une pièce pèse 1 Mo au plus" },
            { "programme.exe", "MZ programme"u8.ToArray(), "n'est pas d'un type admis" },
            { "IMG_0042.HEIC", [0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0], "est une photo au format HEIC" },
            { "photo.jpg", [0, 0, 0, 0x18, .. "ftypmif1"u8, 0, 0], "est une photo au format HEIC" },
            { "secret.pdf", PdfProteges.AvecMotDePasse, "protégé par un mot de passe : personne ne pourrait l'ouvrir" },
            { "secret-128.pdf", PdfProteges.DAvant, "protégé par un mot de passe : personne ne pourrait l'ouvrir" },
            { "bombe.zip", DesPieces.UneBombe(), "dépasse 200 Mo une fois décompressé" },
            { "mille.zip", DesPieces.UnZip([.. Enumerable.Range(0, 1001).Select(i => ($"{i}.txt", "x"))]), "contient 1 001 fichiers" },
            { "sans-extension", "%PDF-1.4"u8.ToArray(), "n'est pas d'un type admis" },
            { "faux.pdf", "<html><script>alert(1)</script>"u8.ToArray(), "n'est pas un vrai fichier .pdf" },
            { "photo.pdf", Jpeg, "porte l'extension .pdf mais son contenu est une image JPEG" },
            { "ancien.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "protégé par un mot de passe ou d'un ancien format" },
            { "secret.zip", DesPieces.UnZipChiffre(), "protégé par un mot de passe : personne ne pourrait l'ouvrir" },
            { "abime.zip", "PK\x03\x04 et rien de plus"u8.ToArray(), "est abîmé" },
            {
                "macros.docx",
                DesPieces.UnZip(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"), ("word/vbaProject.bin", "x")),
                "contient des macros"
            },
            {
                "tableur.docx",
                DesPieces.UnZip(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")),
                "son contenu est un document .xlsx"
            },
        };

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Antivirus.EstInstalle, "clamd n’est pas installé");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Refuses))]
    public async Task Un_fichier_refuse_dit_pourquoi_et_rien_n_est_garde(string nom, byte[] octets, string phrase)
    {
        var (porteur, adresse) = await BrouillonAsync();
        var avant = await instance.FichiersAsync();

        var page = await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: false, (nom, octets));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains(phrase, page.De("#Fichiers-erreur")!);
        Assert.Contains($"« {nom} »", page.De(".erreurs")!);
        Assert.Equal("Devis", page.Document.QuerySelector("#Type option[selected]")!.GetAttribute("value"));
        Assert.Empty(await instance.PiecesAsync(adresse));
        Assert.Equal(avant, await instance.FichiersAsync());
    }

    [Fact]
    public async Task Sans_fichier_ou_sans_nature_la_page_le_dit_et_rien_n_est_garde()
    {
        var (porteur, adresse) = await BrouillonAsync();

        Assert.Contains(
            "Dites ce qu'est cette pièce.",
            (await porteur.EnvoyerDesFichiersAsync(Etape(adresse), null, automatique: false, ("a.pdf", instance.UnPdf()))).Texte
        );
        Assert.Contains(
            "Choisissez un fichier à joindre.",
            (await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: false)).Texte
        );
        Assert.Contains(
            "est vide",
            (await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: true, ("a.pdf", []))).Source.Replace(
                '\u2019',
                '\''
            )
        );
        Assert.Empty(await instance.PiecesAsync(adresse));
    }

    [Fact]
    public async Task Personne_n_ouvre_une_piece_avant_l_antivirus_puis_elle_se_lit_telle_qu_elle_fut_envoyee()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var pdf = instance.UnPdf();

        var envoi = await porteur.EnvoyerDesFichiersAsync(
            Etape(adresse),
            "Devis",
            automatique: false,
            ("Devis été/../../etc/passwd.pdf", pdf)
        );
        var piece = Assert.Single(await instance.PiecesAsync(adresse));

        Assert.Equal(Etape(adresse), envoi.Vers);
        Assert.Equal(
            ("passwd.pdf", pdf.LongLength, EtatPiece.EnAnalyse, "application/pdf"),
            (piece.NomFichier, piece.Taille, piece.Etat, piece.TypeMime)
        );
        Assert.Contains("analyse antivirus en cours", (await porteur.LireAsync(Etape(adresse))).Texte);
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync($"/dossiers/{adresse}/pieces/{piece.Id}")).Code);
        await instance.AnalyserAsync();
        using var lue = await porteur.Client.GetAsync($"/dossiers/{adresse}/pieces/{piece.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(pdf, await lue.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            ("application/pdf", "inline"),
            (lue.Content.Headers.ContentType!.MediaType, lue.Content.Headers.ContentDisposition!.DispositionType)
        );
        Assert.Equal("nosniff", lue.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", lue.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(
            [Acte.JoindrePiece, Acte.AnalyserPiece],
            await instance.LireAsync(db =>
                db.Journal.Where(l => l.EntiteId == piece.Id).OrderBy(l => l.Id).Select(l => l.Acte).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Un_PDF_qui_commence_plus_loin_ou_que_tous_ouvrent_est_accepte()
    {
        var (porteur, adresse) = await BrouillonAsync();

        foreach (var octets in new[] { [.. new byte[900], .. instance.UnPdf()], PdfProteges.QuiSOuvre })
            Assert.Equal(
                HttpStatusCode.OK,
                (await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: true, ("scan.pdf", octets))).Code
            );

        Assert.Equal(2, (await instance.PiecesAsync(adresse)).Count);
    }

    [Fact]
    public async Task Le_meme_fichier_donne_deux_fois_est_signale_sans_etre_refuse()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var pdf = instance.UnPdf();
        await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: false, ("devis.pdf", pdf));

        await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: false, ("devis (1).pdf", pdf));
        Assert.Contains("est déjà joint, sous le nom « devis.pdf »", (await porteur.LireAsync(Etape(adresse))).Texte);
        Assert.Single(await instance.PiecesAsync(adresse));
        var autre = await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "RIB", automatique: true, ("rib.pdf", pdf));

        Assert.Equal(HttpStatusCode.OK, autre.Code);
        Assert.Contains("est le même fichier que « devis.pdf »", PageLue.Plat(System.Text.RegularExpressions.Regex.Unescape(autre.Source)));
        Assert.Equal(2, (await instance.PiecesAsync(adresse)).Count);
    }

    [Fact]
    public async Task Le_meme_fichier_envoye_deux_fois_ou_huit_fois_a_la_fois_n_est_garde_qu_une_fois()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var (pdf, avant) = (instance.UnPdf(), await instance.FichiersAsync());

        var reponses = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: true, ("devis.pdf", pdf)))
        );

        Assert.All(reponses, r => Assert.Equal(HttpStatusCode.OK, r.Code));
        Assert.Single(await instance.PiecesAsync(adresse));
        Assert.Equal(avant + 1, await instance.FichiersAsync());
    }

    [Fact]
    public async Task Les_pieces_d_un_dossier_ont_une_limite_ensemble()
    {
        var (porteur, adresse) = await BrouillonAsync();
        byte[] Gros() => [.. instance.UnPdf(), .. new byte[700_000]];

        var page = await porteur.EnvoyerDesFichiersAsync(
            Etape(adresse),
            "Devis",
            automatique: false,
            ("un.pdf", Gros()),
            ("deux.pdf", Gros()),
            ("trois.pdf", Gros())
        );

        Assert.Contains(
            "« trois.pdf » dépasse la place qui reste : les pièces d'un dossier pèsent 2 Mo au plus, ensemble.",
            page.De("#Fichiers-erreur")!
        );
        Assert.Equal(["un.pdf", "deux.pdf"], (await instance.PiecesAsync(adresse)).Select(p => p.NomFichier));
    }

    [Fact]
    public async Task Un_fichier_infecte_n_est_jamais_lu_et_sa_collectivite_le_sait_aussitot()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var avant = await instance.FichiersAsync();
        await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: false, ("devis.pdf", instance.UnPdf(Antivirus.Eicar)));

        await instance.AnalyserAsync();

        var piece = Assert.Single(await instance.PiecesAsync(adresse));
        Assert.Equal((EtatPiece.Refusee, "Essai.Eicar.UNOFFICIAL"), (piece.Etat, piece.Motif));
        Assert.Equal(avant, await instance.FichiersAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync($"/dossiers/{adresse}/pieces/{piece.Id}")).Code);
        Assert.Contains("Refusée : un virus y a été trouvé", (await porteur.LireAsync(Etape(adresse))).Texte);
        var courriel = await instance.LireAsync(db => db.Courriels.SingleAsync(c => c.DossierId == piece.DossierId));
        Assert.Equal((true, Vern), (courriel.Immediat, courriel.Destinataire));
    }

    [Fact]
    public async Task L_antivirus_arrete_est_redemande_puis_une_personne_relance()
    {
        var (porteur, adresse) = await BrouillonAsync();
        await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: false, ("devis.pdf", instance.UnPdf()));
        var piece = (await instance.PiecesAsync(adresse)).Single();
        await instance.Antivirus.ArreterAsync();
        for (var essai = 1; essai <= Piece.EssaisPermis; essai++)
        {
            await instance.AnalyserAsync();
            await instance.SqlAsync($"update pieces set analyser_le = '2000-01-01' where id = {piece.Id}");
        }

        await instance.Antivirus.ReprendreAsync();
        Assert.Equal(
            (EtatPiece.NonAnalysee, "L’antivirus est injoignable."),
            ((await instance.PiecesAsync(adresse)).Single().Etat, (await instance.PiecesAsync(adresse)).Single().Motif)
        );
        var page = await porteur.LireAsync(Etape(adresse));
        Assert.Contains("pas encore analysée", page.Texte);
        await porteur.SoumettreAsync(page, $"form[action$='/pieces/{piece.Id}/analyse']");
        await instance.AnalyserAsync();

        Assert.Equal(EtatPiece.Saine, (await instance.PiecesAsync(adresse)).Single().Etat);
        Assert.Equal(HttpStatusCode.Conflict, (await porteur.PosterAsync($"/dossiers/{adresse}/pieces/{piece.Id}/analyse")).Code);
    }

    [Fact]
    public async Task Une_piece_retiree_d_un_brouillon_part_avec_son_fichier()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var avant = await instance.FichiersAsync();
        await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: false, ("devis.pdf", instance.UnPdf()));
        var piece = (await instance.PiecesAsync(adresse)).Single();

        await porteur.SoumettreAsync(await porteur.LireAsync(Etape(adresse)), $"form[action$='/pieces/{piece.Id}/retrait']");

        Assert.Empty(await instance.PiecesAsync(adresse));
        Assert.Equal(avant, await instance.FichiersAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.PosterAsync($"/dossiers/{adresse}/pieces/{piece.Id}/retrait")).Code);
    }

    [Fact]
    public async Task Le_depot_fige_ses_pieces_et_les_agents_ne_lisent_que_celles_la()
    {
        var adresse = await instance.DeroulerAsync(new(Vern, "Pièces déposées") { Jusqua = EtatDossier.Brouillon });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var agent = await instance.EnTantQueAsync("instructeur.35");
        await porteur.EnvoyerDesFichiersAsync(
            Etape(adresse),
            "Devis",
            automatique: false,
            ("devis.pdf", instance.UnPdf()),
            ("autre.pdf", instance.UnPdf())
        );
        await instance.AnalyserAsync();
        var pieces = await instance.PiecesAsync(adresse);

        var depot = await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif"),
            "form[action$='/deposer']",
            ("Certifie", "true")
        );
        var numero = depot.Vers!.Split('/')[^1];
        var dossier = await instance.DossierAsync(numero);

        Assert.Equal(pieces.Select(p => (p.NomFichier, p.Sha256)), dossier.Versions[0].Pieces.Select(p => (p.NomFichier, p.Sha256)));
        Assert.All(await instance.PiecesAsync(numero), p => Assert.Equal(1, p.Version));
        Assert.Equal(HttpStatusCode.OK, (await agent.LireAsync($"/dossiers/{numero}/pieces/{pieces[0].Id}")).Code);
        Assert.Contains("devis.pdf", (await agent.LireAsync($"/instruction/{numero}")).Texte);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("instructeur.68")).LireAsync($"/dossiers/{numero}/pieces/{pieces[0].Id}")).Code
        );
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await porteur.EnvoyerDesFichiersAsync(Etape(numero), "Devis", automatique: false, ("tard.pdf", instance.UnPdf()))).Code
        );
        Assert.Equal(HttpStatusCode.Conflict, (await porteur.PosterAsync($"/dossiers/{numero}/pieces/{pieces[0].Id}/retrait")).Code);

        // Sent back: what is taken out stays in the first deposit, what is added is not for the agents yet.
        await instance.SqlAsync($"update dossiers set etat = 'EnReconstruction' where numero = {numero}");
        await porteur.PosterAsync($"/dossiers/{numero}/pieces/{pieces[0].Id}/retrait");
        await porteur.EnvoyerDesFichiersAsync(Etape(numero), "Devis", automatique: false, ("nouveau.pdf", instance.UnPdf()));
        await instance.AnalyserAsync();
        Assert.Equal(HttpStatusCode.OK, (await agent.LireAsync($"/dossiers/{numero}/pieces/{pieces[0].Id}")).Code);
        var nouvelle = (await instance.PiecesAsync(numero)).Single(p => p.NomFichier == "nouveau.pdf");
        Assert.Equal(HttpStatusCode.NotFound, (await agent.LireAsync($"/dossiers/{numero}/pieces/{nouvelle.Id}")).Code);
        Assert.DoesNotContain("nouveau.pdf", (await agent.LireAsync($"/dossiers/{numero}")).Texte);
        var page = (await porteur.LireAsync($"/dossiers/{numero}")).Texte;
        Assert.Contains("nouveau.pdf", page);
        Assert.DoesNotContain("devis.pdf", page);
    }

    [Fact]
    public async Task Une_copie_prend_les_pieces_saines_avec_elle_et_l_antivirus_les_revoit()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var pdf = instance.UnPdf();
        await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: false, ("devis.pdf", pdf));
        await instance.AnalyserAsync();
        await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Deliberation", automatique: false, ("pas-encore-vue.pdf", instance.UnPdf()));
        await instance.SqlAsync(
            $"""
            update dossiers set etat = 'Retire', numero = {"FITN-BZH-V1-2021-9" + adresse[^4..]}, depose_le = now(),
            version_reglement = (select version_reglement from dossiers where numero is not null
            and dispositif = 'BZH-V1' limit 1) where jeton = {adresse}
            """
        );

        var copie = (await porteur.PosterAsync($"/dossiers/{adresse}/copier")).Vers!.Split('/')[2];

        var piece = Assert.Single(await instance.PiecesAsync(copie));
        Assert.Equal(("devis.pdf", TypePiece.Devis, EtatPiece.EnAnalyse), (piece.NomFichier, piece.Type, piece.Etat));
        await instance.AnalyserAsync();
        using var lue = await porteur.Client.GetAsync($"/dossiers/{copie}/pieces/{piece.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(pdf, await lue.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Continuer_joint_le_fichier_choisi_puis_mene_au_recapitulatif()
    {
        var (porteur, adresse) = await BrouillonAsync();
        Assert.Equal(
            $"/dossiers/{adresse}/modifier/recapitulatif",
            (await porteur.SoumettreAsync(await porteur.LireAsync(Etape(adresse)), "#televersement", ("Action", "continuer"))).Vers
        );

        var envoi = await porteur.EnvoyerDesFichiersAsync(
            Etape(adresse),
            "Devis",
            automatique: false,
            ("Action", "continuer"),
            ("devis.pdf", instance.UnPdf())
        );

        Assert.Equal($"/dossiers/{adresse}/modifier/recapitulatif", envoi.Vers);
        Assert.Equal("devis.pdf", Assert.Single(await instance.PiecesAsync(adresse)).NomFichier);
        Assert.Contains("Devis : devis.pdf", (await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif")).Texte);
    }

    [Fact]
    public async Task La_lettre_du_laboratoire_est_une_piece_exigee_au_depot()
    {
        var adresse = await instance.DeroulerAsync(
            new(ColmarAgglo, "Avec laboratoire")
            {
                Dispositif = "GE-V2",
                Depose = "2021-05-20T10:00:00+02:00",
                Jusqua = EtatDossier.Brouillon,
            }
        );
        var porteur = await instance.EnTantQueAsync("porteur.colmar-agglo");
        Task<PageLue> DeposerAsync() => Deposer(porteur, adresse);

        var refus = await DeposerAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains(refus.Document.QuerySelectorAll(".erreurs a"), a =>
            a.GetAttribute("href") == $"/dossiers/{adresse}/modifier/pieces#Type"
            && a.TextContent.Contains("lettre d’engagement", StringComparison.Ordinal)
        );
        // An infected letter is no letter.
        await porteur.EnvoyerDesFichiersAsync(
            Etape(adresse),
            "LettreEngagementLaboratoire",
            automatique: false,
            ("lettre.pdf", instance.UnPdf(Antivirus.Eicar))
        );
        await instance.AnalyserAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DeposerAsync()).Code);
        // One that is still being examined counts: the deposit is judged at its arrival.
        await porteur.EnvoyerDesFichiersAsync(
            Etape(adresse),
            "LettreEngagementLaboratoire",
            automatique: false,
            ("lettre.pdf", instance.UnPdf())
        );

        Assert.Equal(HttpStatusCode.Redirect, (await DeposerAsync()).Code);
    }

    [Fact]
    public async Task Un_fichier_que_rien_ne_nomme_est_ramasse_un_jour_apres_et_lui_seul()
    {
        var (porteur, adresse) = await BrouillonAsync();
        await porteur.EnvoyerDesFichiersAsync(Etape(adresse), "Devis", automatique: false, ("devis.pdf", instance.UnPdf()));
        var (garde, orphelin, recent) = ((await instance.PiecesAsync(adresse)).Single().Id, Guid.NewGuid(), Guid.NewGuid());
        foreach (var cle in new[] { orphelin, recent })
            await instance.Entrepot.EcrireAsync(cle, new MemoryStream([1]), TestContext.Current.CancellationToken);
        foreach (var cle in new[] { garde, orphelin })
            instance.Vieillir(cle);

        Assert.Equal(1, await instance.RamasserAsync());

        async Task<bool> ExisteAsync(Guid cle)
        {
            await using var contenu = await instance.Entrepot.LireAsync(cle, TestContext.Current.CancellationToken);
            return contenu is not null;
        }
        Assert.Equal((true, false, true), (await ExisteAsync(garde), await ExisteAsync(orphelin), await ExisteAsync(recent)));
        // A draft that goes leaves its file to the collector.
        await porteur.SoumettreAsync(await porteur.LireAsync($"/dossiers/{adresse}/suppression"), "main form");
        Assert.Equal(1, await instance.RamasserAsync());
        Assert.False(await ExisteAsync(garde));
    }

    protected static string Etape(string adresse) => $"/dossiers/{adresse}/modifier/pieces";

    private static async Task<PageLue> Deposer(Navigateur porteur, string adresse) =>
        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{adresse}/modifier/recapitulatif"),
            "form[action$='/deposer']",
            ("Certifie", "true")
        );

    protected async Task<(Navigateur Porteur, string Adresse)> BrouillonAsync()
    {
        var adresse = await instance.DeroulerAsync(new(Vern, "Brouillon à pièces") { Jusqua = EtatDossier.Brouillon });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        await porteur.LireAsync(Etape(adresse));
        return (porteur, adresse);
    }
}
