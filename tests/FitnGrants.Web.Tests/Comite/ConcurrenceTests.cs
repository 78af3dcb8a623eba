using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Comite;

[Trait("duree", "longue")]
public sealed class ConcurrenceTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Deux_secretaires_sur_un_dossier_font_exactement_une_decision()
    {
        var (une, autre) = (
            await instance.NouvelleSessionAsync("secretaire.bretagne"),
            await instance.NouvelleSessionAsync("secretaire.bretagne")
        );
        await instance.LaisserDansLEnveloppeAsync(100_000m);
        for (var i = 0; i < 5; i++)
        {
            var (numero, point) = await instance.PointAsync("Deux secrétaires");
            var (accord, refus) = (await une.LireAsync(point + "/accord"), await autre.LireAsync(point + "/refus"));

            var reponses = await Task.WhenAll(
                une.SoumettreAsync(accord, "main form", SeanceOuverte.Motive),
                autre.SoumettreAsync(refus, "main form", SeanceOuverte.Motive)
            );

            Assert.Single(reponses, r => r.Code == HttpStatusCode.Redirect);
            var perdant = Assert.Single(reponses, r => r.Code == HttpStatusCode.Conflict);
            Assert.Contains(
                "Ce dossier a déjà fait l'objet d'une décision par SGAR de Bretagne, secrétariat de la séance le 22 juin 2021 à",
                perdant.Texte
            );
            var id = (await instance.DossierAsync(numero)).Id;
            Assert.Equal(1, await instance.LireAsync(db => db.Decisions.CountAsync(d => d.DossierId == id)));
            Assert.Equal(1, await instance.LireAsync(db => db.Journal.CountAsync(l => l.EntiteId == id && l.Acte == Acte.Decider)));
        }
    }

    [Fact]
    public async Task Deux_accords_a_la_fois_sur_une_enveloppe_qui_n_en_contient_qu_un_font_un_accord_vingt_fois()
    {
        var (une, autre) = (
            await instance.NouvelleSessionAsync("secretaire.bretagne"),
            await instance.NouvelleSessionAsync("secretaire.bretagne")
        );
        for (var i = 0; i < 20; i++)
        {
            var (a, b) = (await instance.PointAsync("Projet A", demande: 5000m), await instance.PointAsync("Projet B", demande: 8000m));
            await instance.LaisserDansLEnveloppeAsync(8000m);
            var (pageA, pageB) = (await une.LireAsync(a.Point + "/accord"), await autre.LireAsync(b.Point + "/accord"));

            var reponses = await Task.WhenAll(
                une.SoumettreAsync(pageA, "main form", SeanceOuverte.Motive),
                autre.SoumettreAsync(pageB, "main form", SeanceOuverte.Motive)
            );

            Assert.Single(reponses, r => r.Code == HttpStatusCode.Redirect);
            var perdant = Assert.Single(reponses, r => r.Code == HttpStatusCode.UnprocessableEntity);
            Assert.Contains("Enveloppe insuffisante", perdant.De(".erreurs"));
            Assert.Matches(
                "Dernier accord : [58] 000,00 € pour « Projet [AB] » .+ enregistré par SGAR de Bretagne, secrétariat de la séance le "
                    + "22 juin 2021 à",
                perdant.Texte
            );
            Assert.Equal(
                1,
                await instance.LireAsync(db =>
                    (
                        from d in db.Decisions
                        join x in db.Dossiers on d.DossierId equals x.Id
                        where d.Type == TypeDecision.Accord && (x.Numero == a.Numero || x.Numero == b.Numero)
                        select d.Id
                    ).CountAsync()
                )
            );
        }
        Assert.True(
            await instance.LireAsync(async db =>
                (await db.Decisions.ToListAsync()).Sum(d => d.MontantAccorde?.Montant ?? 0)
                <= (await db.Enveloppes.SingleAsync(e => e.Dispositif == "BZH-V1")).Montant.Montant
            )
        );
    }
}
