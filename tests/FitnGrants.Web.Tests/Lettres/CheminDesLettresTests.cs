using System.IO.Compression;
using System.Text;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Lettres;

/// <summary>A letter from its edition to its reception, on paper and on screen.</summary>
public sealed class CheminDesLettresTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Bretagne = "/administration/services/R53";

    private string Lettres => $"/comite/seances/{instance.Seance}/lettres";

    [Fact]
    public async Task Signee_a_la_main_elle_est_editee_signee_puis_seulement_notifiee_et_le_porteur_ouvre_le_papier_signe()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var (numero, decision, point) = await DeciderAsync(secretaire, "Signée à la main", "212900088");
        await ALaMainAsync(admin, oui: true);
        try
        {
            // Nothing unsigned leaves.
            var refus = await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
            Assert.Contains($"Dossier {numero} : la lettre signée à la main", PageLue.Plat(refus.Texte));
            var projet = PdfLu.Lire((await secretaire.LireAsync($"{Lettres}/{decision}/lettre.pdf")).Octets);
            Assert.Contains("Projet, sans valeur.", projet.Texte, StringComparison.Ordinal);

            var trop = await secretaire.SoumettreAsync(
                await secretaire.LireAsync(Lettres),
                "form[action$='/edition']",
                ("DateesDu", "21/06/2021"),
                ("AEditer", $"{decision}")
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, trop.Code);
            Assert.Contains("antérieur à la décision", PageLue.Plat(trop.Erreur("DateesDu")!));
            Assert.Equal("21/06/2021", trop.Valeur("DateesDu"));

            await FaitAsync(secretaire, "form[action$='/edition']", ("DateesDu", "22/06/2021"), ("AEditer", $"{decision}"));
            var editee = await secretaire.LireAsync($"{Lettres}/{decision}/lettre.pdf");
            var lue = PdfLu.Lire(editee.Octets);
            Assert.Contains("Rennes, le 22 juin 2021", lue.Texte, StringComparison.Ordinal);
            Assert.DoesNotContain("Projet, sans valeur", lue.Texte, StringComparison.Ordinal);
            Assert.DoesNotContain("notifiée par téléservice", lue.Texte, StringComparison.Ordinal);
            Assert.Equal(editee.Octets, (await secretaire.LireAsync($"{Lettres}/{decision}/lettre.pdf")).Octets);

            // The page that the other secretary left open edits nothing unseen.
            var perimee = await secretaire.PosterAsync(
                $"{Lettres}/edition",
                ("DateesDu", "22/06/2021"),
                ("AEditer", $"{decision}"),
                ("Vues", $"{decision}:0")
            );
            Assert.Equal(HttpStatusCode.Conflict, perimee.Code);
            Assert.Equal(1, (await LettreAsync($"{decision}")).Editions);

            // A true PDF: one that cannot be opened is refused, as it would stop the printing of all.
            var scan = (await secretaire.LireAsync($"/comite/seances/{instance.Seance}/livret.pdf")).Octets;
            var abime = await secretaire.JoindreAsync(
                $"{Lettres}/signatures",
                "Fichiers",
                ("SigneesLe", "22/06/2021"),
                ($"lettre-{numero}.pdf", "%PDF-1.7\nabîmé\n%%EOF"u8.ToArray())
            );
            Assert.Contains("ne s'ouvre pas", PageLue.Plat(abime.Erreur("Fichiers")!));
            var inconnu = await secretaire.JoindreAsync(
                $"{Lettres}/signatures",
                "Fichiers",
                ("SigneesLe", "22/06/2021"),
                ("scan3.pdf", scan)
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, inconnu.Code);
            Assert.Contains("« scan3.pdf » : son nom ne porte pas le numéro", PageLue.Plat(inconnu.Erreur("Fichiers")!));
            var jointe = await secretaire.JoindreAsync(
                $"{Lettres}/signatures",
                "Fichiers",
                ("SigneesLe", "22/06/2021"),
                ($"Lettre-{numero.ToLowerInvariant()} signée.pdf", scan)
            );
            Assert.Equal((HttpStatusCode.Redirect, Lettres), (jointe.Code, jointe.Vers));
            await AnalyserAsync();

            var notifiee = await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
            Assert.Equal(HttpStatusCode.Redirect, notifiee.Code);
            var porteur = await instance.EnTantQueAsync("porteur.beuzec");
            var page = await porteur.LireAsync($"/dossiers/{numero}");
            Assert.Contains("Lettre signée, PDF", page.Texte);
            Assert.Equal(scan, (await porteur.LireAsync($"/dossiers/{numero}/decisions/{decision}/lettre.pdf")).Octets);
            Assert.Equal(
                editee.Octets,
                (await porteur.LireAsync($"/dossiers/{numero}/decisions/{decision}/lettre.pdf?editee=true")).Octets
            );
            // The paper is no piece of the dossier: neither its porteur nor its agents find it among them.
            var piece = await instance.LireAsync(db => db.Pieces.SingleAsync(p => p.LettreId != null && p.Etat == EtatPiece.Saine));
            Assert.DoesNotContain(piece.NomFichier, page.Texte);
            Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync($"/dossiers/{numero}/pieces/{piece.Id}")).Code);
            // What the porteur read is not replaced, and no préfecture says anything of it.
            var remplacee = await secretaire.JoindreAsync(
                $"/instruction/{numero}/lettres/{decision}/signature",
                "Fichier",
                ("SigneeLe", "22/06/2021"),
                ("autre.pdf", scan)
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, remplacee.Code);
            var instructeur = await instance.EnTantQueAsync("instructeur.29");
            var tue = await instructeur.LireAsync($"/instruction/{numero}/lettres");
            Assert.Contains("Lettre signée, PDF", tue.Texte);
            Assert.Null(tue.Document.QuerySelector("main form"));
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await instructeur.PosterAsync($"/instruction/{numero}/lettres/{decision}/envoi", ("PosteeLe", "22/06/2021"))).Code
            );
            Assert.Equal(scan, (await porteur.LireAsync($"/dossiers/{numero}/decisions/{decision}/lettre.pdf")).Octets);
            var lettre = await LettreAsync($"{decision}");
            Assert.NotNull(lettre.OuverteLe);
            Assert.Equal(new DateOnly(2021, 6, 22), lettre.SigneeLe);
        }
        finally
        {
            await ALaMainAsync(admin, oui: false);
        }
    }

    [Fact]
    public async Task Sans_compte_elle_est_a_poster_imprimee_avec_les_autres_et_son_envoi_puis_sa_reception_se_notent()
    {
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var (numero, decision, point) = await DeciderAsync(secretaire, "À poster");
        var (autre, _, pointAutre) = await DeciderAsync(secretaire, "À poster aussi");
        foreach (var p in new[] { point, pointAutre })
            await secretaire.SoumettreAsync(await secretaire.LireAsync(p), "form[action$='/notification']");
        await SansCompteAsync(numero, autre);

        var page = await secretaire.LireAsync(Lettres);
        Assert.Contains("personne n'a de compte dans cette collectivité", PageLue.Plat(page.Texte));
        var imprimees = PdfLu.Lire((await secretaire.LireAsync($"{Lettres}/impression.pdf?quoi=APoster")).Octets);
        Assert.Equal(0, imprimees.Pages.Count % 2);
        Assert.Contains(numero, imprimees.Texte, StringComparison.Ordinal);
        Assert.Contains(autre, imprimees.Texte, StringComparison.Ordinal);
        await using (var zip = new ZipArchive(new MemoryStream((await secretaire.LireAsync($"{Lettres}/archive.zip?quoi=APoster")).Octets)))
            Assert.Superset(
                new HashSet<string> { $"lettre-{numero}.pdf", $"lettre-{autre}.pdf" },
                zip.Entries.Select(e => e.FullName).ToHashSet()
            );

        var demain = await secretaire.SoumettreAsync(page, "form[action$='/envois']", ("PosteesLe", "23/06/2021"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, demain.Code);
        Assert.Contains("d'avance", PageLue.Plat(demain.Erreur("PosteesLe")!));
        await FaitAsync(secretaire, "form[action$='/envois']", ("PosteesLe", "22/06/2021"), ("Postees", $"{decision}"));
        // Left open, the page does not write over what was noted since.
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await secretaire.PosterAsync($"{Lettres}/envois", ("PosteesLe", "22/06/2021"), ("Postees", $"{decision}"))).Code
        );
        Assert.Equal(new DateOnly(2021, 6, 22), (await LettreAsync($"{decision}")).PosteeLe);

        var duDossier = $"/instruction/{numero}/lettres";
        var recue = await secretaire.SoumettreAsync(
            await secretaire.LireAsync(duDossier),
            "form[action$='/reception']",
            ("RecueLe", "21/06/2021")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, recue.Code);
        Assert.Contains("après son envoi", PageLue.Plat(recue.Erreur("RecueLe")!));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.SoumettreAsync(recue, "form[action$='/reception']", ("RecueLe", "22/06/2021"))).Code
        );
        Assert.Contains("Reçue par courrier le 22 juin 2021", PageLue.Plat((await secretaire.LireAsync(duDossier)).Texte));
    }

    [Fact]
    public async Task Une_demande_de_pieces_a_sa_lettre_jointe_au_courriel_et_lue_par_les_deux()
    {
        var numero = await instance.DeroulerAsync(
            new DossierVoulu("213503527", "Il manque un devis", 10000m, 5000m) { Jusqua = EtatDossier.EnInstruction }
        );
        var (instructeur, porteur) = (await instance.EnTantQueAsync("instructeur.35"), await instance.EnTantQueAsync("porteur.vern"));
        var page = await instructeur.LireAsync($"/instruction/{numero}/pieces");
        await instructeur.SoumettreAsync(
            page,
            "main form",
            ("Points[0].Cible", "pieces.Devis"),
            ("Points[0].Texte", "Un devis du prestataire, signé."),
            ("Points[1].Cible", "depenses"),
            ("Points[1].Texte", "Le détail de la ligne 2."),
            ("AvantLe", "08/07/2021")
        );

        var demande = (await instance.DossierAsync(numero)).DemandeEnCours!;
        var pdf = await porteur.LireAsync($"/dossiers/{numero}/demandes/{demande.Id}/lettre.pdf");
        Assert.Contains("pdfuaid:part", Encoding.Latin1.GetString(pdf.Octets), StringComparison.Ordinal);
        var lettre = PdfLu.Lire(pdf.Octets);
        foreach (
            var dit in new[]
            {
                "demande de pièces complémentaires pour le projet « Il manque un devis »",
                "le 8 juillet 2021 au plus tard",
                "Un devis du prestataire, signé.",
                "Le détail de la ligne 2.",
                "Arrêté du 21 août 2018",
                "art. L. 114-5-1",
                "Lettre adressée par téléservice",
            }
        )
            Assert.Contains(dit, lettre.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("recours", lettre.Texte, StringComparison.Ordinal);
        Assert.Equal(pdf.Octets, (await instructeur.LireAsync($"/dossiers/{numero}/demandes/{demande.Id}/lettre.pdf")).Octets);
        Assert.Equal(
            $"demande/{demande.Id}",
            await instance.LireAsync(db =>
                db.Courriels.Where(c => c.Modele == "demande").OrderBy(c => c.Rang).Select(c => c.Joint).LastAsync()
            )
        );
        Assert.Contains("Demande de pièces", (await instructeur.LireAsync($"/instruction/{numero}/lettres")).Texte);
        var ailleurs = await instance.EnTantQueAsync("porteur.leguerno");
        Assert.Equal(HttpStatusCode.NotFound, (await ailleurs.LireAsync($"/dossiers/{numero}/demandes/{demande.Id}/lettre.pdf")).Code);
    }

    private async Task<(string Numero, Guid Decision, string Point)> DeciderAsync(Navigateur secretaire, string titre, string? siren = null)
    {
        var (numero, point) = await instance.PointAsync(titre, siren: siren);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);
        return (
            numero,
            await instance.LireAsync(db =>
                (from d in db.Decisions join x in db.Dossiers on d.DossierId equals x.Id where x.Numero == numero select d.Id).SingleAsync()
            ),
            point
        );
    }

    private async Task ALaMainAsync(Navigateur admin, bool oui) =>
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await admin.SoumettreAsync(
                    await admin.LireAsync(Bretagne),
                    "main form:not([action])",
                    ("LettresALaMain", oui ? "true" : null)
                )
            ).Code
        );

    private Task SansCompteAsync(params string[] numeros) =>
        instance.SqlAsync($"delete from habilitations where siren in (select siren from dossiers where numero = any({numeros}))");

    private async Task FaitAsync(Navigateur secretaire, string formulaire, params (string, string?)[] champs)
    {
        var reponse = await secretaire.SoumettreAsync(await secretaire.LireAsync(Lettres), formulaire, champs);
        Assert.True(reponse.Code == HttpStatusCode.Redirect, reponse.Texte);
    }

    private Task AnalyserAsync() =>
        instance.FaireAsync(s => s.GetRequiredService<AnalyseDesPieces>().FaireUnTourAsync(CancellationToken.None));

    private Task<Lettre> LettreAsync(string reference) => instance.LireAsync(db => db.Lettres.SingleAsync(l => l.Reference == reference));
}
