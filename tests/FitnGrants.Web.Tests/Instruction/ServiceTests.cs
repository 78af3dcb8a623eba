using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Instruction;

/// <summary>The people of a service: a rights check at each request, whatever the cookie was given with.</summary>
public sealed class UnServiceVerifieSansCesse(Serveur serveur) : Instance(serveur)
{
    protected override IReadOnlyDictionary<string, string?> Reglages { get; } =
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Comptes:VerificationSecondes"] = "0" };
}

public sealed class ServiceTests(UnServiceVerifieSansCesse instance) : IClassFixture<UnServiceVerifieSansCesse>
{
    private const string Absent = "instructeur.35";
    private const string Remplacant = "instructeur.22";

    private Task<Guid> CompteAsync(string cle) =>
        instance.LireAsync(db => db.Users.Where(u => u.Email == cle + "@demo.example").Select(u => u.Id).SingleAsync());

    private static (string, string?)[] Champs(Guid remplacant, string du, string au) =>
        [("Delegataire", $"{remplacant}"), ("Motif", "Absence"), ("Du", du), ("Au", au)];

    [Fact]
    public async Task Le_remplacant_instruit_du_premier_jour_au_dernier_puis_404_a_la_minute()
    {
        await instance.AlHeureAsync("2021-06-01T10:00:00+02:00");
        var numero = await instance.DeroulerAsync(new("213503527", "Confié pendant l’absence") { Jusqua = EtatDossier.Depose });
        var (absent, remplacant) = (await instance.EnTantQueAsync(Absent), await instance.EnTantQueAsync(Remplacant));
        await absent.LireAsync("/instruction/delegations");
        var donnee = await absent.PosterAsync(
            "/instruction/delegations",
            Champs(await CompteAsync(Remplacant), "07/06/2021", "11/06/2021")
        );
        Assert.Equal(HttpStatusCode.Redirect, donnee.Code);
        var prise = $"/instruction/{numero}/prise-en-charge";
        await remplacant.LireAsync("/instruction");
        Assert.Equal(HttpStatusCode.NotFound, (await remplacant.PosterAsync(prise, ("Revision", "0"))).Code);

        await instance.AlHeureAsync("2021-06-07T00:00:00+02:00");
        var page = await remplacant.LireAsync("/instruction/" + numero);
        Assert.Equal(HttpStatusCode.Redirect, (await remplacant.SoumettreAsync(page, "form[action*='/prise-en-charge']")).Code);
        Assert.Contains("Confié pendant", (await remplacant.LireAsync("/instruction?Onglet=en-cours")).Texte);
        var dossier = await instance.DossierAsync(numero);
        var details = await instance.LireAsync(db =>
            db.Journal.Where(l => l.EntiteId == dossier.Id && l.Acte == Acte.PrendreEnCharge).Select(l => l.Details).SingleAsync()
        );
        Assert.Contains($"{await CompteAsync(Absent)}", details);

        await instance.AlHeureAsync("2021-06-11T23:59:59+02:00");
        Assert.NotNull((await remplacant.LireAsync("/instruction/" + numero)).Document.QuerySelector("form#grille button"));
        await instance.AlHeureAsync("2021-06-12T00:00:00+02:00");
        Assert.Null((await remplacant.LireAsync("/instruction/" + numero)).Document.QuerySelector("form#grille button"));
        Assert.DoesNotContain("Confié pendant", (await remplacant.LireAsync("/instruction?Onglet=en-cours")).Texte);
        foreach (var acte in new[] { "conclusions", "cloture", "reouverture", "pieces", "irrecevabilite" })
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await remplacant.PosterAsync($"/instruction/{numero}/{acte}", ("Revision", $"{dossier.Revision}"))).Code
            );
        await instance.AlHeureAsync("2021-06-01T10:00:00+02:00");
    }

    [Fact]
    public async Task Terminee_avant_son_jour_elle_ne_donne_plus_rien()
    {
        var (chef, remplacant) = (await instance.EnTantQueAsync("chef.35"), await instance.EnTantQueAsync("instructeur.29"));
        var numero = await instance.DeroulerAsync(new("213503527", "Remplacé par le Finistère") { Jusqua = EtatDossier.EnInstruction });
        await chef.LireAsync("/instruction/delegations");
        await chef.PosterAsync(
            "/instruction/delegations",
            [.. Champs(await CompteAsync("instructeur.29"), "01/06/2021", "30/06/2021"), ("Delegant", $"{await CompteAsync(Absent)}")]
        );
        Assert.NotNull((await remplacant.LireAsync("/instruction/" + numero)).Document.QuerySelector("form#grille button"));
        Assert.Contains("En cours", (await remplacant.LireAsync("/instruction")).Texte);

        var page = await chef.LireAsync("/instruction/delegations");
        await chef.SoumettreAsync(page, "tr:has(td:nth-child(2):not(:empty)) form[action$='/cloture']");

        Assert.Null((await remplacant.LireAsync("/instruction/" + numero)).Document.QuerySelector("form#grille button"));
        Assert.Contains("terminée le 1er juin 2021", (await chef.LireAsync("/instruction/delegations")).Texte);
    }

    [Theory]
    [InlineData("", "07/06/2021", "11/06/2021", "Motif", "Dites pourquoi.")]
    [InlineData("Absence", "", "11/06/2021", "Du", "Indiquez le premier jour.")]
    [InlineData("Absence", "11/06/2021", "07/06/2021", "Au", "Le dernier jour ne peut pas précéder le premier.")]
    [InlineData("Absence", "01/05/2021", "31/05/2021", "Au", "Ce jour est passé.")]
    [InlineData("Absence", "07/06/2021", "30/06/2022", "Au", "Une délégation dure un an au plus : vous la renouvellerez.")]
    [InlineData(
        "Absence",
        "lundi",
        "11/06/2021",
        "Du",
        "Cette date n'est pas lisible : tapez-la sous la forme jour/mois/année, par exemple 15/09/2021."
    )]
    public async Task Une_saisie_fausse_est_dite_a_cote_de_son_champ_et_ne_donne_rien(
        string motif,
        string du,
        string au,
        string champ,
        string phrase
    )
    {
        var agent = await instance.EnTantQueAsync("instructeur.56");
        var page = await agent.LireAsync("/instruction/delegations");

        var refus = await agent.SoumettreAsync(
            page,
            "main form",
            ("Delegataire", $"{await CompteAsync(Remplacant)}"),
            ("Motif", motif),
            ("Du", du),
            ("Au", au)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains(phrase, refus.Erreur(champ));
        Assert.Equal(du, refus.Valeur("Du"));
        var delegant = await CompteAsync("instructeur.56");
        Assert.False(await instance.LireAsync(db => db.Delegations.AnyAsync(d => d.Delegant == delegant)));
    }

    [Fact]
    public async Task On_ne_delegue_ni_pour_un_autre_ni_a_un_autre_metier()
    {
        var agent = await instance.EnTantQueAsync("instructeur.56");
        await agent.LireAsync("/instruction/delegations");
        foreach (
            var (delegant, delegataire) in new[]
            {
                (Absent, Remplacant),
                ("instructeur.56", "porteur.vern"),
                ("instructeur.56", "instructeur.68"),
                ("instructeur.56", "secretaire.bretagne"),
            }
        )
        {
            var reponse = await agent.PosterAsync(
                "/instruction/delegations",
                [.. Champs(await CompteAsync(delegataire), "07/06/2021", "11/06/2021"), ("Delegant", $"{await CompteAsync(delegant)}")]
            );
            Assert.Equal(HttpStatusCode.NotFound, reponse.Code);
        }
    }

    [Fact]
    public async Task La_charge_compte_les_dossiers_de_chacun_et_ceux_de_personne()
    {
        await instance.DeroulerAsync(new("213503527", "Que personne n’a pris") { Jusqua = EtatDossier.Depose });
        var chef = await instance.EnTantQueAsync("chef.35");
        var page = await chef.LireAsync("/instruction/charge");
        var attendu = await instance.LireAsync(db =>
            db.Dossiers.CountAsync(d => d.Departement == "35" && d.Volet == 1 && d.Etat == EtatDossier.Depose && d.Instructeur == null)
        );

        var ligne = page
            .Document.QuerySelectorAll("tbody tr")
            .Single(l => l.QuerySelector("th")!.TextContent.Contains("Personne encore", StringComparison.Ordinal));
        var lien = ligne.QuerySelector("td[data-titre='À prendre'] a")!;
        Assert.StartsWith($"{attendu}", lien.TextContent);
        var liste = await chef.LireAsync(lien.GetAttribute("href")!);
        Assert.Equal(attendu, liste.Document.QuerySelectorAll("td[data-titre=Dossier]").Length);
        var noms = page.Document.QuerySelectorAll("tbody th").Select(t => PageLue.Plat(t.TextContent)).ToList();
        Assert.Contains("Instruction", noms);
        Assert.Contains("Instruction, collègue", noms);
        // The agents of this service, and nobody's address.
        Assert.DoesNotContain("@demo.example", page.De("main"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await instance.EnTantQueAsync(Absent)).LireAsync("/instruction/charge")).Code);
    }
}
