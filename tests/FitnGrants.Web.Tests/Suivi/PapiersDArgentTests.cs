using System.Text;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>What is paid, asked back and closed, on paper; costs that come from a spreadsheet; the visa of the public accountant.</summary>
public sealed class PapiersDArgentTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Motif = "Une partie de la somme a servi à un autre objet que celui de la convention.";
    private const string Vern = "213503527";
    private const string LeGuerno = "215600776";
    private const string Beuzec = "212900088";

    /// <summary>The sheet of the service proposes who pays, and on what budget.</summary>
    [Fact]
    public async Task L_acte_propose_le_comptable_et_l_imputation_du_service()
    {
        await instance.AlHeureAsync("2021-06-22T09:30:00+02:00");
        var numero = await instance.AccorderAsync("À proposer", 10_000m, 5_000m);
        var page = await (await instance.EnTantQueAsync("gestionnaire.bretagne")).LireAsync($"/suivi/{numero}/acte");
        Assert.Contains("finances publiques de Bretagne", page.Valeur("Comptable")!);
        Assert.Contains("programme 363", page.Valeur("Imputation")!);
    }

    [Fact]
    public async Task Un_reversement_s_annonce_s_entend_se_décide_et_s_écrit()
    {
        await instance.AlHeureAsync("2021-06-22T09:30:00+02:00");
        var (gestion, second) = (
            await instance.EnTantQueAsync("gestionnaire.bretagne"),
            await instance.EnTantQueAsync("gestionnaire.bretagne-2")
        );
        var porteur = await instance.EnTantQueAsync("porteur.leguerno");
        var numero = await instance.EnExecutionAsync("porteur.leguerno", "À reverser", 10_000m, 5_000m, LeGuerno);
        var (versement, reversements) = ($"/suivi/{numero}/versements/1", $"/suivi/{numero}/reversements");
        await porteur.FaireSurAsync($"/suivi/{numero}/versements", "versements", ("Nature", "Avance"));
        await porteur.SoumettreAsync(await porteur.LireAsync(versement), "main form", ("Montant", "1500"), ("action", "enregistrer"));
        await porteur.TransmettreAsync(versement);
        await gestion.FaireSurAsync(versement, "controle");
        await gestion.FaireSurAsync(versement, "ordonnancement", ("NumeroDp", "100000001"));
        await second.FaireSurAsync(versement, "paiement", ("PayeeLe", "22/06/2021"));

        var trop = await gestion.SoumettreAsync(
            await gestion.LireAsync(reversements),
            "form[action$='/reversements']",
            ("Fondement", "ObjetChange"),
            ("Montant", "1500,01"),
            ("Motif", Motif)
        );
        Assert.Contains("1 500,00 € au plus", trop.Erreur("Montant"));
        await gestion.FaireSurAsync(reversements, "reversements", ("Fondement", "ObjetChange"), ("Montant", "100"), ("Motif", Motif));
        Assert.Equal(HttpStatusCode.NotFound, (await gestion.LireAsync($"/suivi/{numero}/lettres/arrete-de-reversement-1.pdf")).Code);
        // Reading the letter is its reception.
        var lettre = Lire(await porteur.LireAsync($"/suivi/{numero}/lettres/reversement-1.pdf"));
        Assert.Contains("demander le reversement de 100,00 €", lettre, StringComparison.Ordinal);
        Assert.Contains("le 1° de l'article 14 du décret n° 2018-514", lettre, StringComparison.Ordinal);
        Assert.Contains("Sommes versées. 1 500,00 € le 22 juin 2021 (avance).", lettre, StringComparison.Ordinal);
        var page = await porteur.LireAsync(reversements);
        Assert.Contains("lettre reçue le 22 juin 2021", page.De("main"));
        var vide = await porteur.SoumettreAsync(page, "form[action$='/observations']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, vide.Code);
        await porteur.FaireSurAsync(reversements, "observations", ("Motif", "L’objet n’a pas changé."));
        Assert.Contains("L'objet n'a pas changé.", (await gestion.LireAsync(reversements)).De("main"));
        Assert.Null((await porteur.LireAsync(reversements)).Document.QuerySelector("form[action$='/observations']"));

        await instance.AlHeureAsync("2021-07-07T09:30:00+02:00");
        gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        await gestion.FaireSurAsync(reversements, "titre", ("Titre", "T-2021-7"));
        var arrete = Lire(await gestion.LireAsync($"/suivi/{numero}/lettres/arrete-de-reversement-1.pdf"));
        foreach (
            var texte in new[]
            {
                "Arrêté portant reversement",
                "reçue le 22 juin 2021, et les observations présentées",
                "1 500,00 €",
                "100,00 € (cent euros)",
                "titre de perception n° T-2021-7",
                "tribunal administratif",
            }
        )
            Assert.Contains(texte, arrete, StringComparison.Ordinal);
        Assert.Equal(0, await instance.MaillonsRompusAsync());
    }

    [Fact]
    public async Task Des_dépenses_s_importent_d_un_fichier_et_le_décompte_les_arrête()
    {
        await instance.AlHeureAsync("2021-06-22T09:30:00+02:00");
        var (gestion, porteur) = (await instance.EnTantQueAsync("gestionnaire.bretagne"), await instance.EnTantQueAsync("porteur.vern"));
        var numero = await instance.EnExecutionAsync("porteur.vern", "Importée", 28_000m, 20_720m, Vern);
        var achevement = $"/suivi/{numero}/achevement";
        Assert.Equal(HttpStatusCode.NotFound, (await gestion.LireAsync($"{achevement}/decompte.pdf")).Code);
        // Headings of the commune's software, in its own order, a total below.
        var csv =
            "Date de paiement;Tiers;N° mandat;Montant TTC;Date facture;Pièce\n"
            + "22/06/2021;Atelier d’à côté;12;20 000,00;21/06/2021;F-1\n22/06/2021;Atelier;13;-1 000,50;21/06/2021;A-1\n"
            + ";TOTAL;;18 999,50;;\n";
        var lu = await ImporterAsync(porteur, achevement, "depenses.csv", Encoding.UTF8.GetBytes(csv));
        Assert.Equal("Atelier d'à côté", Droite(lu.Valeur("Lignes[0].Fournisseur")));
        Assert.Equal(Francais.Saisie(new Euros(20_000m)), lu.Valeur("Lignes[0].Montant"));
        Assert.Equal(
            ("-" + Francais.Saisie(new Euros(1_000.5m)), "13", "22/06/2021"),
            (lu.Valeur("Lignes[1].Montant"), lu.Valeur("Lignes[1].Mandat"), lu.Valeur("Lignes[1].PayeeLe"))
        );
        Assert.Null(lu.Valeur("Lignes[2].Montant"));

        var declare = await porteur.SoumettreAsync(
            lu,
            "main form",
            ("action", "declarer"),
            ("AcheveLe", "22/06/2021"),
            ("AutresAides", "0")
        );
        Assert.True(declare.Code == HttpStatusCode.Redirect, declare.De("main"));
        await gestion.FaireSurAsync($"/suivi/{numero}/versements/1", "controle");
        var decompte = Lire(await gestion.LireAsync($"{achevement}/decompte.pdf"));
        // 20 720 × 18 999,50 ÷ 28 000 = 14 059,63 rounded down.
        foreach (
            var texte in new[] { "Décompte définitif", "18 999,50 €", "14 059,63 €", "quatorze mille cinquante-neuf euros", "6 660,37 €" }
        )
            Assert.Contains(texte, decompte, StringComparison.Ordinal);

        var visa = $"/suivi/{numero}/versements/1/visa";
        var page = $"/suivi/{numero}/versements/1";
        await porteur.LireAsync(page);
        var demain = await porteur.JoindreAsync(
            visa,
            "Fichier",
            [("ViseLe", "23/06/2021"), ("Revision", await RevisionAsync(porteur, page))]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, demain.Code);
        Assert.NotNull(demain.Erreur("ViseLe"));
        var note = await porteur.JoindreAsync(
            visa,
            "Fichier",
            [("ViseLe", "22/06/2021"), ("Revision", await RevisionAsync(porteur, page))],
            ("vise.pdf", (await porteur.LireAsync($"{page}/etat-recapitulatif.pdf")).Octets)
        );
        Assert.True(note.Code == HttpStatusCode.Redirect, note.De("main"));
        Assert.Contains("Visé par le comptable public le 22 juin 2021", (await gestion.LireAsync(page)).De("main"));
    }

    [Fact]
    public async Task Une_mauvaise_case_se_nomme_et_ce_qui_est_tapé_reste()
    {
        await instance.AlHeureAsync("2021-06-22T09:30:00+02:00");
        var porteur = await instance.EnTantQueAsync("porteur.beuzec");
        var numero = await instance.EnExecutionAsync("porteur.beuzec", "Mauvaises cases", 28_000m, 20_720m, Beuzec);
        await porteur.FaireSurAsync($"/suivi/{numero}/versements", "versements", ("Nature", "Acompte"));
        foreach (
            var (contenu, phrase) in new[]
            {
                ("Atelier;F-1;demain;22/06/2021;10", "Ligne 1, « Jour de la facture » : « demain » n'est pas un jour"),
                ("Atelier;F-1;21/06/2021;22/06/2021;dix", "Ligne 1, « Montant » : « dix » n'est pas un montant"),
                ("Atelier;F-1;21/06/2021", "Ligne 1 : 3 colonnes, il en faut cinq"),
                ("Atelier;F-1;21/06/2021;22/06/2021;10;Un poste inconnu", "n'est pas un poste du plan"),
                (
                    "Tiers;Pièce;SIRET;Date facture;Date de paiement;Montant\nAtelier;F-1;123;21/06/2021;22/06/2021;10",
                    "Ligne 2, « SIRET » : « 123 » n'est pas un SIRET"
                ),
                ("Fournisseur;Facture;Jour;Payée;Montant", "Aucune dépense n'est lue"),
                ("PK\u0003\u0004", "abîmé"),
                ("", "est vide"),
            }
        )
        {
            var page = await ImporterAsync(
                porteur,
                $"/suivi/{numero}/versements/1",
                "depenses.csv",
                Encoding.UTF8.GetBytes(contenu),
                ("Lignes[0].Fournisseur", "Tapé avant")
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
            Assert.Contains(phrase, Droite(page.Erreur("Fichier")));
            Assert.Equal("Tapé avant", page.Valeur("Lignes[0].Fournisseur"));
        }
    }

    private static async Task<PageLue> ImporterAsync(
        Navigateur porteur,
        string page,
        string nom,
        byte[] octets,
        params (string, string?)[] champs
    ) =>
        await porteur.JoindreAsync(
            page,
            "Fichier",
            [("action", "importer"), ("Revision", await RevisionAsync(porteur, page)), .. champs],
            (nom, octets)
        );

    private static async Task<string?> RevisionAsync(Navigateur porteur, string page) => (await porteur.LireAsync(page)).Valeur("Revision");

    private static string Lire(PageLue pdf)
    {
        Assert.True(pdf.Code == HttpStatusCode.OK, pdf.De("main"));
        return PdfLu.Lire(pdf.Octets).Texte;
    }

    private static string? Droite(string? texte) => texte?.Replace('’', '\'');
}
