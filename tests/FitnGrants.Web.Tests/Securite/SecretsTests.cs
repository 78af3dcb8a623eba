using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Securite;

/// <summary>
/// A session that decides three dossiers, from which the préfecture of Ille-et-Vilaine withdrew: what each page told to each reader before,
/// and
/// what it tells once the decisions are recorded and nobody is notified.
/// </summary>
public sealed partial class SeanceSecrete(Serveur serveur) : Instance(serveur)
{
    private readonly Dictionary<(string, string), string> avant = [];
    private readonly Dictionary<(string, string), string> apres = [];
    private readonly Dictionary<string, string> numeros = new(StringComparer.Ordinal);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AlHeureAsync("2021-06-22T09:30:00+02:00");
        var communes = await LireAsync(db =>
            db.Collectivites.AsNoTracking()
                .Where(c => c.Departement == "35" && c.CodeInsee != null && c.Siren != "213503527")
                .OrderBy(c => c.Siren)
                .Select(c => c.Siren)
                .Take(2)
                .ToListAsync()
        );
        // The third is of the same collectivité as the first: its pages name what else it asked.
        foreach (var (cle, siren) in new[] { "accorde", "renvoye", "public" }.Zip(communes.Append(communes[0])))
            numeros[cle] = await this.DeroulerAsync(new DossierVoulu(siren, $"Projet {cle}", 10000m, 5000m));
        var seance = await this.SeanceAsync();
        (numeros["seance"], numeros["suivante"]) = ($"{seance}", $"{await this.SeanceAsync("2021-09-14")}");
        numeros["version"] = (await this.DossierAsync(numeros["accorde"])).VersionReglement;
        var secretaire = await NouvelleSessionAsync("secretaire.bretagne");
        // What is sent back is counted for who has it.
        await SqlAsync(
            $"""
            update dossiers set instructeur = (select id from utilisateurs where email = 'instructeur.35@demo.example')
            where numero = {numeros["renvoye"]}
            """
        );
        numeros["retour"] = await this.DeroulerAsync(new DossierVoulu("215600776", "Projet de retour", 10000m, 5000m));
        foreach (var cle in Decides)
            await secretaire.PosterAsync(
                $"/comite/seances/{seance}/deport",
                ("Numero", numeros[cle]),
                ("Membre", "35"),
                ("Motif", "Lien d’intérêt.")
            );
        await this.OuvrirAsync(seance);
        await RevenirAsync(secretaire, seance);
        await LireToutAsync(avant);
        await DeciderAsync(secretaire);
        await LireToutAsync(apres);
    }

    /// <summary>What a page told before, and what it tells now.</summary>
    public (string Avant, string Apres) Lues(string compte, string page) => (avant[(compte, page)], apres[(compte, page)]);

    private static readonly string[] Decides = ["accorde", "renvoye", "retour"];

    /// <summary>One that another session sent back, that its porteur deposited again and that is on this agenda.</summary>
    private async Task RevenirAsync(Navigateur secretaire, Guid seance)
    {
        var point = $"/comite/seances/{seance}/points/{numeros["retour"]}";
        var porteur = await NouvelleSessionAsync("porteur.leguerno");
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/a-revoir"), "main form", Renvoi);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        var recapitulatif = await porteur.LireAsync($"/dossiers/{numeros["retour"]}/modifier/recapitulatif");
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await porteur.SoumettreAsync(recapitulatif, "form[action$='/deposer']", ("Certifie", "true"))).Code
        );
        var autre = await this.SeanceAsync("2021-10-19");
        numeros["autre"] = $"{autre}";
        await this.OuvrirAsync(autre);
        await SqlAsync(
            $"""
            update points set seance_id = {autre}, etat = 'Inscrit', ordre = 99 where dossier_id = (select id from dossiers
            where numero = {numeros["retour"]})
            """
        );
        await SqlAsync($"update dossiers set etat = 'InscritSeance' where numero = {numeros["retour"]}");
    }

    private static readonly (string, string?)[] Renvoi =
    [
        ("Axes[0].Texte", "Décrire la méthode"),
        ("Axes[0].Cible", "criteres"),
        ("Axes[1].Texte", "Mesurer les usages"),
        ("Axes[1].Cible", "R50"),
        .. Comite.SeanceOuverte.Motive,
    ];

    private async Task DeciderAsync(Navigateur secretaire)
    {
        (string, string?)[] accord = [("Montant", "4 321,09"), .. Comite.SeanceOuverte.Motive];
        foreach (
            var (point, acte, champs) in new[]
            {
                ("seance/accorde", "accord", accord),
                ("seance/renvoye", "a-revoir", Renvoi),
                ("autre/retour", "accord", accord),
            }
        )
        {
            var cles = point.Split('/');
            var page = await secretaire.LireAsync($"/comite/seances/{numeros[cles[0]]}/points/{numeros[cles[1]]}/{acte}");
            Assert.Equal(HttpStatusCode.Redirect, (await secretaire.SoumettreAsync(page, "main form", champs)).Code);
        }
    }

    /// <summary>When a PDF was made, and the references that come of it.</summary>
    [GeneratedRegex(@"D:\d{14}Z|<xmp:\w+Date>[^<]*|<(xmpMM|stEvt):\w+>[^<]*|/ID \[[^\]]*\]")]
    private static partial Regex DatesDUnPdf();

    private async Task LireToutAsync(Dictionary<(string, string), string> lues)
    {
        foreach (var groupe in SecretsTests.Pages.GroupBy(p => p.Compte, StringComparer.Ordinal))
        {
            var lecteur = await NouvelleSessionAsync(groupe.Key);
            foreach (var (compte, page) in groupe)
            {
                var lue = await lecteur.LireAsync(
                    numeros.Aggregate(page, (a, n) => a.Replace($"{{{n.Key}}}", n.Value, StringComparison.Ordinal))
                );
                var texte =
                    lue.Type == "text/html" ? lue.Texte : DatesDUnPdf().Replace(System.Text.Encoding.UTF8.GetString(lue.Octets), "");
                lues[(compte, page)] = $"{(int)lue.Code} {texte}";
            }
        }
    }
}

/// <summary>Nobody reads a decision, nor guesses it, before its notification, but those who record it or audit it.</summary>
public sealed class SecretsTests(SeanceSecrete seance) : IClassFixture<SeanceSecrete>
{
    private static readonly string[] DeLaPrefecture =
    [
        "/instruction/{accorde}",
        "/instruction/{renvoye}",
        "/instruction/{public}",
        "/instruction?Onglet=en-seance",
        "/instruction?Onglet=traites",
        "/instruction?Onglet=chez-le-porteur",
        "/instruction?Q={accorde}",
        "/instruction/{public}/collectivite",
        "/dossiers/{accorde}",
        "/dossiers/{renvoye}",
        "/tableaux-de-bord",
        "/instruction/export.csv?Onglet=en-seance",
        "/instruction/export.csv?Onglet=traites",
    ];

    private static readonly string[] DeLaSeance =
    [
        "/comite/seances/{seance}",
        "/comite/seances/{suivante}",
        "/comite/seances/{seance}/points/{accorde}",
        "/comite/seances/{seance}/points/{renvoye}",
        "/comite/seances/{seance}/points/{public}",
        "/comite/seances/{seance}/direct",
        "/comite/seances/{seance}/direct/etat",
    ];

    public static IReadOnlyList<(string Compte, string Page)> Pages { get; } =
    [
        .. DeLaPrefecture.Concat(DeLaSeance).Select(p => ("instructeur.35", p)),
        .. new[]
        {
            "/instruction/{accorde}/irrecevabilite",
            "/instruction/{accorde}/reorientation",
            "/instruction/{renvoye}/rapprochements",
            "/instruction/{renvoye}/depenses",
        }.Select(p => ("instructeur.35", p)),
        .. DeLaSeance.Append("/dossiers/{accorde}").Select(p => ("membre.35", p)),
        .. new[] { "/instruction/charge", "/instruction?Onglet=chez-le-porteur", "/comite/seances/{seance}", "/tableaux-de-bord" }.Select(
            p => ("chef.35", p)
        ),
        .. new[] { "/dossiers/{accorde}", "/dossiers/{renvoye}", "/tableaux-de-bord" }.Select(p => ("instructeur.29", p)),
        .. new[] { "/accompagnement", "/accompagnement/{retour}", "/dossiers/{renvoye}", "/dossiers/{retour}" }.Select(p => ("tilab", p)),
        .. new[] { "/suivi", "/dossiers/{accorde}" }.Select(p => ("gestionnaire.bretagne", p)),
        .. new[] { "/administration/agents?q=instructeur.35", "/administration/reglements/BZH-V1/{version}" }.Select(p => ("admin", p)),
        .. new[] { "/mes-dossiers", "/dossiers/{retour}", "/dispositifs/BZH-V1" }.Select(p => ("porteur.leguerno", p)),
        .. new[] { "releve.pdf", "proces-verbal.pdf", "livret.pdf" }.Select(p => ("instructeur.35", "/comite/seances/{seance}/" + p)),
    ];

    public static TheoryData<string, string> Cas => [.. Pages];

    [Theory]
    [MemberData(nameof(Cas))]
    public void Une_decision_qui_n_est_pas_notifiee_ne_change_rien_a_ce_qui_se_lit(string compte, string page)
    {
        var (avant, apres) = seance.Lues(compte, page);

        Assert.StartsWith(
            page.EndsWith("/depenses", StringComparison.Ordinal) || compte == "tilab" || compte == "gestionnaire.bretagne" ? "" : "200 ",
            avant
        );
        Assert.Equal(avant, apres);
    }
}
