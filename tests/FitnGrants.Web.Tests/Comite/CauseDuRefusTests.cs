using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Features.Comite;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Comite;

/// <summary>Who took the money or the place, whatever the codes of the dispositif.</summary>
public sealed class CauseDuRefusTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task L_accord_qui_manque_se_nomme_aussi_sous_d_autres_codes()
    {
        var (commune, session) = (instance.Commune(), await instance.NouvelleSessionAsync("secretaire.bretagne"));
        var autre = await instance.DeroulerAsync(new(commune, "Ce qui attend") { Jusqua = EtatDossier.Depose });
        var (_, point) = await instance.PointAsync("Ce qui est accordé", siren: commune);
        var reponse = await session.SoumettreAsync(
            await session.LireAsync(point + "/accord"),
            "main form",
            [("Montant", "5 000"), .. SeanceOuverte.Motive]
        );
        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        var origine = instance.Services.GetRequiredService<RegistreDesReglements>().Exiger("BZH-V1");
        var reglement = origine with { Regles = [.. origine.Regles.Select(r => r with { Code = "Z-" + r.Code })] };

        Assert.StartsWith("Dernier accord", await CauseAsync<EnveloppeSuffisante>(reglement, autre));
        Assert.StartsWith("L’accord de cette collectivité", await CauseAsync<UnSeulProjetIndividuel>(reglement, autre));
        Assert.Null(await CauseAsync<PlanEquilibre>(reglement, autre));
    }

    private Task<string?> CauseAsync<T>(Reglement reglement, string numero)
        where T : Regle =>
        instance.LireAsync(async db =>
            await db.CauseDuRefusAsync(
                [
                    new Constat
                    {
                        Regle = "",
                        Activee = reglement.Trouver<T>()!.Code,
                        Nom = "",
                        Resultat = ResultatConstat.Bloquant,
                        Message = "",
                        Source = Source.Aucune,
                    },
                ],
                reglement,
                await db.Dossiers.SingleAsync(d => d.Numero == numero),
                CancellationToken.None
            )
        );
}
