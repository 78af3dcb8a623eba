using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Documents;

/// <summary>The hours of a booklet, and what its pages only sum.</summary>
public sealed class AnnexeDuLivretTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
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
