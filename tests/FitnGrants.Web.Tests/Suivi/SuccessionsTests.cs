using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>Scenario 10: a commune nouvelle in the middle of execution; rights, dossiers, act and place follow it.</summary>
public sealed class SuccessionsTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Page = "/administration/referentiel/successions";
    private const string Vern = "213503527";
    private const string Beuzec = "212900088";

    [Fact]
    public async Task Un_successeur_reprend_droits_dossiers_acte_et_place_au_milieu_de_l_exécution()
    {
        var (admin, gestion) = (await instance.EnTantQueAsync("admin"), await instance.EnTantQueAsync("gestionnaire.bretagne"));
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var (nouveau, numero) = (instance.Commune(), await instance.AccorderAsync("Suivi d’une commune nouvelle", 28000m, 20720m, Vern));
        await instance.PreparerLActeAsync(numero);
        await gestion.FaireAsync(numero, "edition");
        await gestion.SignerLActeAsync(instance, numero);
        await gestion.FaireAsync(numero, "envoi");
        await porteur.LireAsync($"/suivi/{numero}/acte.pdf");
        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/suivi/{numero}/commencement"),
            "main form",
            ("CommenceLe", "22/06/2021"),
            ("Preuve", "acte")
        );
        var population = (await instance.DossierAsync(numero)).Porteur!.PopulationTotale;

        (string, string?)[] saisie = [("Ancien", Vern), ("Nouveau", nouveau), ("Le", "22/06/2021"), ("Arrete", "arrêté n° 2021-345")];
        var faux = await admin.SoumettreAsync(
            await admin.LireAsync(Page),
            "main form",
            ("Ancien", Vern),
            ("Nouveau", Vern),
            ("Le", "23/06/2021"),
            ("Arrete", "")
        );
        Assert.Equal((HttpStatusCode.UnprocessableEntity, Vern), (faux.Code, faux.Valeur("Nouveau")));
        Assert.NotNull(faux.Erreur("Le"));
        Assert.NotNull(faux.Erreur("Arrete"));
        // Nothing is recorded before what follows was read, whatever the form says.
        var force = await admin.SoumettreAsync(await admin.LireAsync(Page), "main form", [.. saisie, ("action", "enregistrer")]);
        Assert.Equal(HttpStatusCode.OK, force.Code);
        Assert.Contains(numero, force.De(".encart"));
        Assert.Equal(Vern, (await instance.DossierAsync(numero)).Siren);
        var fait = await admin.SoumettreAsync(force, "main form", ("action", "enregistrer"));
        Assert.Equal(HttpStatusCode.Redirect, fait.Code);
        Assert.Contains("arrêté n° 2021-345", (await admin.LireAsync(Page)).De("main"));

        var dossier = await instance.DossierAsync(numero);
        Assert.Equal((nouveau, population, EtatDossier.EnExecution), (dossier.Siren, dossier.Porteur!.PopulationTotale, dossier.Etat));
        var engagement = await instance.LireAsync(db => db.Engagements.SingleAsync(e => e.DossierId == dossier.Id));
        Assert.Equal((nouveau, new Euros(20_720m)), (engagement.SirenReserve, engagement.Montant));
        // The cookie of who was signed in is read again within a minute; a new one at once.
        porteur = await instance.NouvelleSessionAsync("porteur.vern");
        Assert.Contains("Saisissez le SIRET de la collectivité nouvelle", (await porteur.LireAsync("/mes-dossiers")).De("main"));
        Assert.Contains("Saisissez le SIRET", (await porteur.LireAsync($"/suivi/{numero}")).De(".balle"));
        Assert.Contains("Repris par une collectivité nouvelle", (await porteur.LireAsync($"/suivi/{numero}")).De(".chronologie"));
        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/suivi/{numero}/sirets"),
            "main form",
            ($"Sirets[{nouveau}]", Siret.SiegePlausible(nouveau).Valeur)
        );
        await gestion.FaireAsync(numero, "sirets/confirmation");
        var acte = await instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.DossierId == dossier.Id));
        Assert.Equal((nouveau, false), (acte.Siren, acte.SiretsOuverts));
        Assert.Equal(0, await instance.LireAsync(db => db.Habilitations.CountAsync(h => h.Siren == Vern)));

        // One place: the successor is laureate, and no other of its projects may be.
        var autre = await Assert.ThrowsAnyAsync<Exception>(() => instance.PointAsync("Un second projet", siren: nouveau));
        Assert.Contains("déjà lauréate", autre.Message, StringComparison.Ordinal);
        Assert.Equal(0, await instance.MaillonsRompusAsync());
    }

    [Fact]
    public async Task Deux_lauréates_qui_deviennent_une_gardent_leurs_aides_et_une_seule_place()
    {
        var (premier, second) = (instance.Commune(), instance.Commune());
        var (un, deux) = (
            await instance.AccorderAsync("Première", 10000m, 5000m, premier),
            await instance.AccorderAsync("Seconde", 10000m, 6000m, second)
        );
        var admin = await instance.EnTantQueAsync("admin");
        var vu = await admin.SoumettreAsync(
            await admin.LireAsync(Page),
            "main form",
            ("Ancien", premier),
            ("Nouveau", second),
            ("Le", "22/06/2021"),
            ("Arrete", "arrêté n° 1")
        );
        Assert.Contains("déjà lauréate", vu.De(".encart"));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SoumettreAsync(vu, "main form", ("action", "enregistrer"))).Code);
        var tenus = await instance.LireAsync(async db =>
            await (
                from e in db.Engagements
                join d in db.Dossiers on e.DossierId equals d.Id
                where d.Numero == un || d.Numero == deux
                orderby e.Montant
                select new
                {
                    e.Montant,
                    e.SirenReserve,
                    d.Siren,
                }
            ).ToListAsync()
        );
        Assert.Equal(
            new (decimal, string?, string)[] { (5000m, null, second), (6000m, second, second) },
            tenus.Select(t => (t.Montant.Montant, (string?)t.SirenReserve, t.Siren))
        );
        var encore = await admin.SoumettreAsync(
            await admin.LireAsync(Page),
            "main form",
            ("Ancien", premier),
            ("Nouveau", Beuzec),
            ("Le", "22/06/2021"),
            ("Arrete", "arrêté n° 2")
        );
        Assert.Contains("déjà enregistré", encore.Erreur("Ancien"));
    }
}
