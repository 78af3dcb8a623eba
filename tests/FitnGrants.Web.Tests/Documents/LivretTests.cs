using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Documents;

/// <summary>What members read before they vote: the day on a page, then a page a dossier.</summary>
public sealed class LivretTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Le_livret_dit_le_jour_sur_une_page_puis_un_dossier_par_page_et_son_total_est_celui_de_l_ordre_du_jour()
    {
        await instance.PointAsync("Portail des démarches", 28000m, 20720m, "213503527");
        var longs = string.Concat(Enumerable.Repeat("Un très long titre de projet ", 7)).Trim();
        await instance.PointAsync(longs, 12345.67m, 4115.18m);

        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var livret = PdfLu.Lire((await secretaire.LireAsync($"/comite/seances/{instance.Seance}/livret.pdf")).Octets);

        // The demonstration had put one on the agenda.
        Assert.Equal(4, livret.Pages.Count);
        foreach (
            var dit in new[]
            {
                "Communauté interdépartementale de sélection – Séance du mardi 22 juin 2021",
                "dossiers déposés jusqu'au 7 juin 2021",
                "3 dossiers Coût éligible : 104 345,67 € 72 835,18 €",
                "Demandé ce jour (hachuré)",
                "1 115 164,82 €",
                "Répartition par département",
                "Aucun dossier dans",
                "Les trois décisions",
            }
        )
            Assert.Contains(dit, livret.Pages[0], StringComparison.Ordinal);
        foreach (
            var dit in new[]
            {
                "Point 2",
                "Portail des démarches",
                "Commune de Vern-sur-Seiche (Ille-et-Vilaine)",
                "28 000,00 €",
                "20 720,00 €",
                "74,00 %",
                "7 280,00 €",
                "Plan de financement, hors taxes",
                "Décision de la séance",
            }
        )
            Assert.Contains(dit, livret.Pages[2], StringComparison.Ordinal);
        Assert.Contains(longs, livret.Pages[3], StringComparison.Ordinal);
        Assert.DoesNotContain("Projet, sans valeur", livret.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_heure_de_chaque_point_suit_l_ordre_et_treize_dépenses_vont_en_annexe()
    {
        var siren = instance.Commune();
        await instance.DeroulerAsync(new DossierVoulu(siren, "Douze dépenses", 12000m) { Lignes = 12 });
        var treize = await instance.DeroulerAsync(new DossierVoulu(instance.Commune(), "Treize dépenses", 13000.01m) { Lignes = 13 });
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var tenue = $"/comite/seances/{instance.Seance}/tenue";
        var sans = await secretaire.SoumettreAsync(await secretaire.LireAsync(tenue), "main form", ("PremierPointA", "9 h 30"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "9 h 30"), (sans.Code, sans.Valeur("PremierPointA")));
        Assert.NotNull(sans.Erreur("MinutesParPoint"));
        var faux = await secretaire.SoumettreAsync(sans, "main form", ("MinutesParPoint", "241"));
        Assert.NotNull(faux.Erreur("MinutesParPoint"));
        Assert.Equal(HttpStatusCode.Redirect, (await secretaire.SoumettreAsync(faux, "main form", ("MinutesParPoint", "20"))).Code);

        var livret = PdfLu.Lire((await secretaire.LireAsync($"/comite/seances/{instance.Seance}/livret.pdf")).Octets);
        Assert.Contains("9 h 30, 20 minutes par point", livret.Pages[0], StringComparison.Ordinal);
        var ordre = await instance.LireAsync(db =>
            db.Dossiers.Where(d => d.Numero == treize)
                .SelectMany(d => db.Seances.SelectMany(s => s.Points).Where(p => p.DossierId == d.Id))
                .Select(p => p.Ordre)
                .SingleAsync()
        );
        var heure = Francais.Heure(new TimeOnly(9, 30).AddMinutes(20 * (ordre - 1))).Replace(Francais.Insecable, ' ');
        Assert.Contains($"Point {ordre}, {heure}", livret.Pages[ordre], StringComparison.Ordinal);
        Assert.Contains("Développement, 13 lignes", livret.Pages[ordre], StringComparison.Ordinal);
        Assert.DoesNotContain("Treize dépenses, lot 13", livret.Pages[ordre], StringComparison.Ordinal);
        var annexe = livret.Pages[^1];
        Assert.Contains("Annexe – Dépenses, ligne à ligne", annexe, StringComparison.Ordinal);
        Assert.Contains("Treize dépenses, lot 13", annexe, StringComparison.Ordinal);
        Assert.Contains("13 000,01", annexe, StringComparison.Ordinal);
        Assert.DoesNotContain("Douze dépenses", annexe, StringComparison.Ordinal);
    }
}
