using FitnGrants.Web.Reglements;
using FitnGrants.Web.Tests.Comite;
using FitnGrants.Web.Tests.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Administration;

/// <summary>A version changes the envelope of a dispositif that has already granted.</summary>
[Trait("duree", "longue")]
public sealed class EnveloppesTests(Serveur serveur) : IAsyncLifetime
{
    private readonly SeanceOuverte instance = new(serveur);

    public ValueTask InitializeAsync() => instance.InitializeAsync();

    public ValueTask DisposeAsync() => instance.DisposeAsync();

    [Fact]
    public async Task Une_enveloppe_inferieure_a_ce_qui_est_accorde_est_refusee()
    {
        await AccorderAsync("Projet accordé", 5000m);
        var versions = await instance.LireAsync(db => db.VersionsDeReglement.CountAsync());

        var refus = await PublierAsync("4999.99", "22/06/2021");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        // Nobody is notified: the amount is not the administrator's to read.
        Assert.Contains("L'enveloppe de cette version (4 999,99 €) est inférieure à ce qui est déjà accordé.", refus.De(".erreurs"));
        await instance.SqlAsync($"update decisions set notifiee_le = now()");
        Assert.Contains(
            "est inférieure à ce qui est déjà accordé (5 000,00 €).",
            (await PublierAsync("4999.99", "22/06/2021")).De(".erreurs")
        );
        Assert.Equal(versions, await instance.LireAsync(db => db.VersionsDeReglement.CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await PublierAsync("5000.00", "22/06/2021")).Code);
    }

    [Fact]
    public async Task Un_accord_pris_le_jour_d_une_nouvelle_enveloppe_est_juge_par_elle_et_le_point_la_montre()
    {
        var (_, point) = await instance.PointAsync("Sous la nouvelle enveloppe");
        Assert.Equal(HttpStatusCode.Redirect, (await PublierAsync("4000.00", "23/06/2021")).Code);
        await instance.AlHeureAsync("2021-06-23T09:00:00+02:00");
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var page = await secretaire.LireAsync(point + "/accord");
        Assert.Contains("4 000,00 €", page.De(".enveloppe figcaption"));

        var refus = await secretaire.SoumettreAsync(page, "main form", SeanceOuverte.Motive);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("Enveloppe insuffisante : disponible 4 000,00 €, demandé 5 000,00 €.", refus.De(".erreurs"));
        Assert.Equal(4000m, instance.Services.GetRequiredService<RegistreDesReglements>().Exiger("BZH-V1").Enveloppe.Montant);
    }

    private async Task AccorderAsync(string titre, decimal montant)
    {
        var (_, point) = await instance.PointAsync(titre, demande: montant);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var reponse = await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);
        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
    }

    private Task<PageLue> PublierAsync(string enveloppe, string le) =>
        instance.PublierUneVersionAsync(
            "BZH-V1",
            TextesDEssai.Avec("BZH-V1", ("enveloppe: 1188000.00", "enveloppe: " + enveloppe)),
            ("Le", le)
        );
}
