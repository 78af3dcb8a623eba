using System.Text;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Chorus;
using FitnGrants.Web.Features.Suivi.Chorus;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>
/// Two hundred avances of 1 500 euros that the service ordered, one of another service, one paid by hand and asked back in part.
/// </summary>
public sealed class DeuxCentsAvances(Serveur serveur) : SeanceOuverte(serveur)
{
    public const int Nombre = 200;
    public const string DpPayee = "300000000";
    public const string EjPayee = "2300000000";
    private const string Vern = "213503527";
    private const string Beuzec = "212900088";

    public string Payee { get; private set; } = "";

    /// <summary>Demande de paiement, and engagement, of a copy, from 1.</summary>
    public static string Dp(int rang) => $"{200_000_000 + rang}";

    public static string Ej(int rang) => $"{2_100_000_000L + rang}";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var modele = await this.EnExecutionAsync("porteur.vern", "Modèle", 10_000m, 5_000m, Vern);
        await OrdonnerAsync("porteur.vern", modele, Dp(0), "2100000000");
        Payee = await this.EnExecutionAsync("porteur.beuzec", "Payée", 10_000m, 5_000m, Beuzec);
        await OrdonnerAsync("porteur.beuzec", Payee, DpPayee, EjPayee);
        await PayerEtReclamerAsync();
        await MultiplierAsync(modele);
        // The last one is managed by a préfecture.
        await SqlAsync($"update actes_attributifs set attribuant = '35' where numero = {Numero(Nombre) + "-A1"}");
        // The two before share an engagement: a line that says nothing else may be either.
        await SqlAsync(
            $"""
            update actes_attributifs set termes = jsonb_set(termes, array['Ej'], jsonb_build_array({Ej(Nombre - 2)}::text))
            where numero = {Numero(Nombre - 1) + "-A1"}
            """
        );
    }

    public static string Numero(int rang) => $"FITN-BZH-V1-2021-7{rang:0000}";

    private async Task OrdonnerAsync(string compte, string numero, string dp, string ej)
    {
        var (gestion, porteur) = (await EnTantQueAsync("gestionnaire.bretagne"), await EnTantQueAsync(compte));
        var page = $"/suivi/{numero}/versements/1";
        await gestion.FaireAsync(numero, "engagements", ("Ej", ej));
        await porteur.FaireSurAsync($"/suivi/{numero}/versements", "versements", ("Nature", "Avance"));
        await porteur.SoumettreAsync(await porteur.LireAsync(page), "main form", ("Montant", "1500"), ("action", "enregistrer"));
        await porteur.TransmettreAsync(page);
        await gestion.FaireSurAsync(page, "controle");
        await gestion.FaireSurAsync(page, "ordonnancement", ("NumeroDp", dp));
    }

    private async Task PayerEtReclamerAsync()
    {
        var second = await EnTantQueAsync("gestionnaire.bretagne-2");
        await second.FaireSurAsync($"/suivi/{Payee}/versements/1", "paiement", ("PayeeLe", "22/06/2021"));
        var reversements = $"/suivi/{Payee}/reversements";
        await second.FaireSurAsync(
            reversements,
            "reversements",
            ("Fondement", "ObjetChange"),
            ("Montant", "100"),
            ("Motif", "Une partie de la somme a servi à un autre objet que celui de la convention.")
        );
        await second.FaireSurAsync(reversements, "reception", ("RecuLe", "22/06/2021"));
        await AlHeureAsync("2021-07-12T09:00:00+02:00");
        second = await EnTantQueAsync("gestionnaire.bretagne-2");
        await second.FaireSurAsync(reversements, "titre", ("Titre", "T-1"));
    }

    private async Task MultiplierAsync(string modele)
    {
        await this.CopierLeSuiviAsync(
            modele,
            await this.SirensLibresAsync(Nombre),
            "copie-",
            "FITN-BZH-V1-2021-7",
            "jsonb_set(m.termes, array['Ej'], jsonb_build_array((2100000000 + d.g)::text))"
        );
        await this.CopierDesLignesAsync(
            "versements",
            $"m.acte_id = (select id from actes_attributifs where numero = '{modele}-A1')",
            "select id, substr(numero, 19, 4)::int g from actes_attributifs where numero like 'FITN-BZH-V1-2021-7%'",
            "'id', gen_random_uuid(), 'acte_id', d.id, 'numero_dp', (200000000 + d.g)::text"
        );
    }
}

/// <summary>Scenario 9: an extract of 5 000 lines, foreign headings, read twice (suivi.md, 11).</summary>
public sealed class ChorusTests(DeuxCentsAvances instance) : IClassFixture<DeuxCentsAvances>
{
    private const string Page = "/suivi/chorus";
    private static readonly DateOnly Jour = new(2021, 7, 1);

    /// <summary>Posts of each payment: the first has more, so that the extract has 5 000 lines.</summary>
    private const int Postes = 25;

    private static IEnumerable<LigneDExtrait> Paiement(int rang, int postes, decimal reste = 0m)
    {
        var part = decimal.Round(1_500m / postes, 2);
        return Enumerable
            .Range(1, postes)
            .Select(p => new LigneDExtrait(
                DeuxCentsAvances.Dp(rang),
                p,
                DeuxCentsAvances.Ej(rang),
                p == postes ? 1_500m - part * (postes - 1) + reste : part,
                Jour
            ));
    }

    /// <summary>
    /// One unknown, one other amount, one negative, one of another service, one without its DP, one that may be either of two.
    /// </summary>
    private static readonly LigneDExtrait[] Lignes =
    [
        .. Paiement(1, 45),
        .. Enumerable.Range(2, 195).SelectMany(r => Paiement(r, Postes, r == 10 ? 0.01m : 0m)),
        .. Paiement(DeuxCentsAvances.Nombre, Postes),
        new("999999999", 1, "9999999999", 12.34m, Jour),
        new(DeuxCentsAvances.DpPayee, 2, DeuxCentsAvances.EjPayee, -100m, Jour.AddDays(11)),
        new(DeuxCentsAvances.DpPayee, 1, DeuxCentsAvances.EjPayee, 1_500m, new DateOnly(2021, 6, 22)),
        new(null, 1, DeuxCentsAvances.Ej(197), 1_500m, Jour),
        new(null, 1, DeuxCentsAvances.Ej(198), 1_500m, Jour),
    ];

    [Fact]
    public async Task Un_extrait_de_cinq_mille_lignes_se_lit_se_montre_s_applique_et_se_relit()
    {
        // 45 + 195 × 25 + 25 + 5.
        Assert.Equal(4_950, Lignes.Length);
        LigneDExtrait[] cinqMille =
        [
            .. Lignes,
            .. Enumerable.Range(100, 50).Select(p => new LigneDExtrait("999999999", p, "9999999999", 1m, Jour)),
        ];
        Assert.Equal(5_000, cinqMille.Length);
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne-2");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await instance.EnTantQueAsync("instructeur.35")).LireAsync(Page)).Code);

        var csv = ExtraitsChorus.Csv(cinqMille);
        Assert.Equal(HttpStatusCode.Redirect, (await gestion.JoindreAsync(Page, "Fichier", ("Service", "R53"), ("extrait.csv", csv))).Code);
        var vue = (await gestion.LireAsync(Page)).De("main");
        Assert.Contains("5 000 lignes lues, 5 000 nouvelles", vue);
        foreach (var sorte in new[] { "Rapprochés 196", "D'un autre montant 1", "Recouvrements 1", "Déjà notés 1", "À choisir 1" })
            Assert.Contains(sorte, vue);
        Assert.Contains("Inconnus 1", vue);
        Assert.Contains("D'un autre service 1", vue);
        // What another service manages is said, never shown.
        Assert.DoesNotContain(
            DeuxCentsAvances.Numero(DeuxCentsAvances.Nombre),
            (await gestion.LireAsync($"{Page}?Sort=AutreService")).De("main")
        );
        Assert.Equal(0, await PayesAsync());

        await CouperAsync();
        var coupes = await PayesAsync();
        Assert.InRange(coupes, 1, 150);
        var tours = 0;
        for (var suite = await gestion.LireAsync(Page); ; tours++)
        {
            var formulaire = suite.Document.QuerySelector("form[action$='/application']");
            if (formulaire is null)
                break;
            var reponse = await gestion.SoumettreAsync(suite, "form[action$='/application']");
            suite = await gestion.LireAsync(reponse.Vers!);
        }
        Assert.InRange(tours, 1, 5);
        await VerifierAsync();

        var journal = await instance.LireAsync(db => db.Journal.CountAsync());
        foreach (var (nom, octets) in new[] { ("extrait.csv", csv), ("extrait.xlsx", ExtraitsChorus.Xlsx(cinqMille)) })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await gestion.JoindreAsync(Page, "Fichier", ("Service", "R53"), (nom, octets))).Code);
            Assert.Contains("5 000 lignes lues, 0 nouvelle", (await gestion.LireAsync(Page)).De("main"));
        }
        // Each reading is one line, and nothing else moved.
        Assert.Equal(journal + 2, await instance.LireAsync(db => db.Journal.CountAsync()));
        await VerifierAsync();
        await ChoisirEtEcarterAsync(gestion);
        Assert.Equal(0, await instance.MaillonsRompusAsync());
    }

    /// <summary>The connection is cut in the middle: what is done is done, whole.</summary>
    private async Task CouperAsync()
    {
        using var coupure = new CancellationTokenSource();
        var agent = await instance.LireAsync(db =>
            db.Users.Where(u => u.Email == "gestionnaire.bretagne-2@demo.example").Select(u => u.Id).SingleAsync()
        );
        var acteur = new Acteur(agent, "SGAR de Bretagne", [new Habilitation(Role.Gestionnaire, Region: "53")]);
        var travail = instance.FaireAsync(async s =>
        {
            await s.GetRequiredService<PaiementsDeChorus>().AppliquerAsync("R53", acteur, coupure.Token);
            return true;
        });
        while (await PayesAsync() < 5 && !travail.IsCompleted)
            await Task.Yield();
        await coupure.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => travail);
    }

    private async Task VerifierAsync()
    {
        var (payes, ecarts, lignes) = await instance.LireAsync(async db =>
            (
                await db.Versements.Where(v => v.Etat == EtatDeVersement.Payee && v.NumeroDp!.StartsWith("2")).ToListAsync(),
                await db.Versements.Where(v => v.Paye != null && v.Paye != v.Montant).Select(v => v.NumeroDp).ToListAsync(),
                await db.LignesChorus.CountAsync(l => l.Etat == EtatDeLigneChorus.EnAttente)
            )
        );
        // 196 of their own, and the one of another amount, less the one whose DP Chorus did not say.
        Assert.Equal(197, payes.Count);
        Assert.Equal(196 * 1_500m + 1_500.01m, payes.Sum(v => v.Paye!.Value.Montant));
        Assert.Equal([DeuxCentsAvances.Dp(10)], ecarts);
        Assert.Equal(25 + 51 + 1, lignes);
        var reversement = await instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.Numero == instance.Payee + "-A1"));
        Assert.Equal(new Euros(100m), Assert.Single(reversement.Reversements).Recouvre);
    }

    private async Task ChoisirEtEcarterAsync(Navigateur gestion)
    {
        var aChoisir = await gestion.LireAsync($"{Page}?Sort=Ambigu");
        await gestion.SoumettreAsync(aChoisir, "form[action$='/choix']");
        await gestion.FaireSurAsync(Page, "application");
        Assert.Equal(198, await PayesAsync());
        var inconnus = $"{Page}?Sort=Inconnu";
        var sans = await gestion.SoumettreAsync(await gestion.LireAsync(inconnus), "form.encart[action$='/ecart']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sans.Code);
        await gestion.SoumettreAsync(await gestion.LireAsync(inconnus), "form.encart[action$='/ecart']", ("Motif", "Un autre fonds."));
        Assert.DoesNotContain("Inconnus", (await gestion.LireAsync(Page)).De("main"));
        // The écart is shown until it is settled.
        var page = $"/suivi/{DeuxCentsAvances.Numero(10)}/versements/1";
        Assert.Contains(DeuxCentsAvances.Numero(10), (await gestion.LireAsync(Page)).De("main"));
        await gestion.FaireSurAsync(page, "ecart", ("Motif", "Un centime, repris au solde."));
        Assert.DoesNotContain("Écarts ouverts 1", (await gestion.LireAsync(Page)).De("main"));
    }

    private Task<int> PayesAsync() =>
        instance.LireAsync(db => db.Versements.CountAsync(v => v.Etat == EtatDeVersement.Payee && v.NumeroDp!.StartsWith("2")));
}

/// <summary>What an extract may be: foreign, broken, hostile, empty.</summary>
public sealed class ExtraitsDeChorusTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Page = "/suivi/chorus";

    [Theory]
    [InlineData("extrait.csv", "", "est vide")]
    [InlineData("extrait.csv", "\n\n", "n'a aucune ligne")]
    [InlineData("extrait.xlsx", "PK\u0003\u0004 pas un classeur", "abîmé")]
    [InlineData("photo.csv", "GIF\0\0\0", "n'est ni un fichier CSV, ni un classeur XLSX")]
    [InlineData("extrait.csv", "N° DP;Montant payé;Date\n1000;12,00;01/06/2021", "« 1000 » n'a pas 9 chiffres")]
    [InlineData(
        "extrait.csv",
        "N° DP;Montant payé;Date\n100000001;douze;01/06/2021",
        "Ligne 2, « Montant payé » : « douze » n'est pas un montant"
    )]
    [InlineData("extrait.csv", "N° DP;Montant payé;Date\n100000001;1.234;01/06/2021", "« 1.234 » n'est pas un montant")]
    [InlineData("extrait.csv", "N° DP;Montant payé;Date\n100000001;9999999999999;01/06/2021", "n'est pas un montant")]
    [InlineData("extrait.csv", "N° DP;Montant payé;Date\n100000001;12;31/02/2021", "« 31/02/2021 » n'est pas un jour")]
    [InlineData("extrait.csv", "N° DP;Montant payé;Date\n100000001;12;23/06/2021", "est à venir")]
    [InlineData("extrait.csv", "N° DP;Montant payé;Date\n100000001;\"12;01/06/2021", "abîmé")]
    public async Task Un_mauvais_extrait_se_dit_et_n_est_pas_lu(string nom, string texte, string phrase)
    {
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        var avant = await instance.LireAsync(db => db.LignesChorus.CountAsync());

        var page = await gestion.JoindreAsync(Page, "Fichier", ("Service", "R53"), (nom, Encoding.UTF8.GetBytes(texte)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains(phrase, page.Erreur("Fichier")!);
        Assert.Equal(avant, await instance.LireAsync(db => db.LignesChorus.CountAsync()));
    }

    [Fact]
    public async Task Des_colonnes_étrangères_se_choisissent_une_fois()
    {
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        var octets = Encoding.UTF8.GetBytes("Versement;Ordre;Quand;Qui\n12,50;400000001;01/06/2021;<script>alert(1)</script>\n");
        var page = await gestion.JoindreAsync(Page, "Fichier", ("Service", "R53"), ("autre.csv", octets));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains("Ordre", page.De("select[name='Colonnes[Dp]']"));

        (string, string?)[] choix =
        [
            ("Service", "R53"),
            ("Colonnes[Dp]", "Ordre"),
            ("Colonnes[Montant]", "Versement"),
            ("Colonnes[Le]", "Quand"),
            ("Colonnes[Fournisseur]", "Qui"),
        ];
        Assert.Equal(HttpStatusCode.Redirect, (await gestion.JoindreAsync(Page, "Fichier", choix, ("autre.csv", octets))).Code);
        var inconnus = await gestion.LireAsync($"{Page}?Sort=Inconnu");
        Assert.Contains("400000001", inconnus.De("main"));
        Assert.Empty(inconnus.Document.QuerySelectorAll("main script"));
        // Kept for the next ones.
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await gestion.JoindreAsync(Page, "Fichier", ("Service", "R53"), ("autre.csv", octets))).Code
        );
        Assert.Equal(HttpStatusCode.NotFound, (await gestion.JoindreAsync(Page, "Fichier", ("Service", "35"), ("autre.csv", octets))).Code);
    }
}
