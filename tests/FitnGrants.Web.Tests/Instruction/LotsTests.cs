using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Instruction;

/// <summary>Many dossiers at once: what would pass is said first, what is done stays done, what nobody was told of is undone.</summary>
[Trait("duree", "longue")]
public sealed class LotsTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";

    private Task<Navigateur> AgentAsync() => instance.EnTantQueAsync("instructeur.35");

    private Task<string> DossierAsync(string titre, EtatDossier etat) => instance.DeroulerAsync(new(Vern, titre) { Jusqua = etat });

    /// <summary>Asks for an act on chosen dossiers and answers with the page of the batch.</summary>
    private static async Task<PageLue> PreparerAsync(Navigateur agent, string acte, params string[] numeros)
    {
        var reponse = await agent.PosterAsync("/instruction/lots", [("Acte", acte), .. numeros.Select(n => ("Numeros", (string?)n))]);
        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        return await agent.LireAsync(reponse.Vers!);
    }

    private static async Task<PageLue> LancerAsync(Navigateur agent, PageLue lot, params (string Nom, string? Valeur)[] champs)
    {
        var reponse = await agent.SoumettreAsync(lot, "form[action$='/lancement']", champs);
        return reponse.Code == HttpStatusCode.Redirect ? await agent.LireAsync(reponse.Vers!) : reponse;
    }

    private async Task<Dossier[]> LireAsync(params string[] numeros) => await Task.WhenAll(numeros.Select(n => instance.DossierAsync(n)));

    private Task<int> ConclureAsync(string numero) =>
        instance.FaireAsync(async services =>
        {
            var db = services.GetRequiredService<FitnContext>();
            var dossier = await db.Dossiers.AsTracking().Include(d => d.Controles).SingleAsync(d => d.Numero == numero);
            return await db.ActeAsync(Actes.Agent, dossier.DeposeLe!.Value, () =>
            {
                Assert.True(
                    dossier
                        .Conclure(
                            [.. dossier.Grille.Select(c => new ConclusionSaisie(c.Id, Conclusion.Conforme, "Vu."))],
                            Actes.Agent,
                            dossier.DeposeLe.Value
                        )
                        .EstAccepte
                );
                return Task.FromResult(1);
            });
        });

    [Fact]
    public async Task Le_controle_dit_qui_passera_et_pourquoi_les_autres_non_puis_ne_fait_que_ceux_la()
    {
        var agent = await AgentAsync();
        string[] conclus =
        [
            await DossierAsync("Conclu un", EtatDossier.EnInstruction),
            await DossierAsync("Conclu deux", EtatDossier.EnInstruction),
        ];
        foreach (var numero in conclus)
            await ConclureAsync(numero);
        var ouvert = await DossierAsync("Reste à conclure", EtatDossier.EnInstruction);
        var depose = await DossierAsync("Pas encore pris", EtatDossier.Depose);

        var lot = await PreparerAsync(agent, "Clore", [.. conclus, ouvert, depose]);

        Assert.Contains("2 sur 4 passeront, 2 non.", lot.Texte);
        Assert.Contains("concluez cette règle. Et", lot.Texte);
        Assert.Contains("le dossier est à l'état « Déposé »", lot.Texte);
        Assert.All(await LireAsync([.. conclus, ouvert]), d => Assert.Equal(EtatDossier.EnInstruction, d.Etat));
        Assert.Equal(2, lot.Document.QuerySelectorAll("textarea").Length);

        var fait = await LancerAsync(agent, lot, ("Motifs[1]", "Synthèse du premier."));

        Assert.Contains("2 dossiers traités", fait.Texte);
        var apres = await LireAsync([.. conclus, ouvert, depose]);
        Assert.Equal(
            [EtatDossier.Instruit, EtatDossier.Instruit, EtatDossier.EnInstruction, EtatDossier.Depose],
            apres.Select(d => d.Etat)
        );
        Assert.Single(apres, d => d.Synthese == "Synthèse du premier.");
    }

    [Fact]
    public async Task Un_dossier_qui_a_change_depuis_l_annonce_n_est_pas_traite_et_ce_qui_est_a_relire_se_dit()
    {
        var agent = await AgentAsync();
        string[] conclus =
        [
            await DossierAsync("Inchangé", EtatDossier.EnInstruction),
            await DossierAsync("Changé", EtatDossier.EnInstruction),
        ];
        foreach (var numero in conclus)
            await ConclureAsync(numero);
        await instance.SqlAsync(
            $"""
            update controles set conclusion = 'NonConforme' where regle = 'R2' and dossier_id = (select id from dossiers
            where numero = {conclus[0]})
            """
        );
        var lot = await PreparerAsync(agent, "Clore", conclus);
        Assert.Contains(
            "À relire : 1 règle non conforme.",
            Assert.Single(lot.Document.QuerySelectorAll(".ton--alerte").Select(e => PageLue.Plat(e.TextContent)))
        );
        // A colleague concludes otherwise meanwhile.
        await instance.SqlAsync($"update dossiers set revision = revision + 1 where numero = {conclus[1]}");

        var fait = await LancerAsync(agent, lot);

        Assert.Contains("1 dossier traité, 1 refusé", fait.Texte);
        Assert.Contains("Ce dossier a changé depuis ce qui vous a été annoncé", fait.Texte);
        Assert.Equal([EtatDossier.Instruit, EtatDossier.EnInstruction], (await LireAsync(conclus)).Select(d => d.Etat));
    }

    [Fact]
    public async Task Ce_que_personne_n_a_su_s_annule_dossier_par_dossier_tant_que_rien_n_a_suivi()
    {
        var agent = await AgentAsync();
        string[] numeros =
        [
            await DossierAsync("Annulé", EtatDossier.EnInstruction),
            await DossierAsync("Déjà repris", EtatDossier.EnInstruction),
        ];
        foreach (var numero in numeros)
            await ConclureAsync(numero);
        var fait = await LancerAsync(agent, await PreparerAsync(agent, "Clore", numeros));
        var annule = fait.Document.QuerySelector($"tr:has(a[href$='{numeros[0]}']) form")!;
        await agent.SoumettreAsync(await agent.LireAsync("/instruction/" + numeros[1]), "form[action*='/reouverture']");

        var refus = await agent.PosterAsync(
            fait.Adresse + "/annulation",
            (
                "Rang",
                fait.Document.QuerySelector($"tr:has(a[href$='{numeros[0]}']) input[name=Rang]")!.GetAttribute("value") == "1" ? "2" : "1"
            )
        );
        Assert.Equal(HttpStatusCode.Conflict, refus.Code);
        Assert.Contains("a changé depuis", refus.Texte);
        await agent.PosterAsync(annule.GetAttribute("action")!, PageLue.Champs(annule).ToArray());

        Assert.All(await LireAsync(numeros), d => Assert.Equal(EtatDossier.EnInstruction, d.Etat));
        var page = await agent.LireAsync(fait.Adresse);
        Assert.Contains("1 dossier traité, 1 annulé", page.Texte);
        Assert.Empty(page.Document.QuerySelectorAll("form[action$='/annulation']"));
    }

    [Fact]
    public async Task Confier_change_d_agent_previent_le_collegue_et_se_defait()
    {
        var agent = await AgentAsync();
        var numero = await DossierAsync("À confier", EtatDossier.EnInstruction);
        var avant = (await instance.DossierAsync(numero)).Instructeur;
        var lot = await PreparerAsync(agent, "Confier", numero);
        var collegue = lot
            .Document.QuerySelectorAll("select[name=Agent] option")
            .Single(o => o.TextContent.Contains("Instruction, collègue", StringComparison.Ordinal))
            .GetAttribute("value")!;

        var refuse = await LancerAsync(agent, lot, ("Agent", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refuse.Code);
        Assert.Contains("Choisissez à qui confier ces dossiers.", refuse.Erreur("Agent"));
        var etranger = await instance.LireAsync(db =>
            db.Users.Where(u => u.Email == "instructeur.22@demo.example").Select(u => u.Id).SingleAsync()
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await LancerAsync(agent, lot, ("Agent", $"{etranger}"))).Code);
        var fait = await LancerAsync(agent, lot, ("Agent", collegue));

        Assert.Equal(collegue, $"{(await instance.DossierAsync(numero)).Instructeur}");
        var dossier = await instance.DossierAsync(numero);
        Assert.Equal(
            "collegue.35@demo.example",
            await instance.LireAsync(db =>
                db.Courriels.Where(c => c.DossierId == dossier.Id && c.Modele == "confie").Select(c => c.Destinataire).SingleAsync()
            )
        );
        Assert.Contains("Confié à Instruction, collègue", (await agent.LireAsync("/instruction/" + numero)).Texte);
        await agent.SoumettreAsync(fait, "form[action$='/annulation']");
        Assert.Equal(avant, (await instance.DossierAsync(numero)).Instructeur);
    }

    [Fact]
    public async Task Prendre_en_charge_ouvre_chaque_grille_et_ne_s_annule_pas()
    {
        var agent = await AgentAsync();
        string[] numeros = [await DossierAsync("Pris un", EtatDossier.Depose), await DossierAsync("Pris deux", EtatDossier.Depose)];

        var fait = await LancerAsync(agent, await PreparerAsync(agent, "PrendreEnCharge", numeros));

        Assert.All(await LireAsync(numeros), d => Assert.True(d.Etat == EtatDossier.EnInstruction && d.Grille.Any()));
        Assert.Empty(fait.Document.QuerySelectorAll("form[action$='/annulation']"));
        Assert.Equal(HttpStatusCode.Conflict, (await agent.PosterAsync(fait.Adresse + "/annulation")).Code);
    }

    [Fact]
    public async Task Une_irrecevabilite_attend_la_motivation_de_chaque_dossier()
    {
        var agent = await AgentAsync();
        var numero = await DossierAsync("Irrecevable en nombre", EtatDossier.EnInstruction);
        var grille = (await instance.DossierAsync(numero)).Grille.First(c => c.Regle == "R20" || c.Regle == "R10" || c.Regle == "R23");
        await instance.SqlAsync($"update controles set propose = 'Bloquant' where id = {grille.Id}");
        var sansDefaut = await DossierAsync("Rien à lui reprocher", EtatDossier.EnInstruction);

        var lot = await PreparerAsync(agent, "DeclarerIrrecevable", numero, sansDefaut);
        Assert.Contains("1 sur 2 passera, 1 non.", lot.Texte);
        Assert.Contains("Aucune règle bloquante n'est en défaut dans sa grille.", lot.Texte);
        var nom = lot.Document.QuerySelector("textarea")!.GetAttribute("name")!;
        var vide = await LancerAsync(agent, lot, (nom, "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, vide.Code);
        Assert.Contains("Écrivez la motivation que ce porteur lira.", vide.Texte);
        Assert.Equal(EtatDossier.EnInstruction, (await instance.DossierAsync(numero)).Etat);

        await LancerAsync(agent, lot, (nom, "Le projet ne remplit pas cette condition du règlement."));

        var dossier = await instance.DossierAsync(numero);
        Assert.Equal((EtatDossier.Irrecevable, grille.Regle), (dossier.Etat, dossier.Issue!.Regle));
        Assert.Equal(1, await instance.LireAsync(db => db.Courriels.CountAsync(c => c.DossierId == dossier.Id && c.Modele == "issue")));
        Assert.Equal(EtatDossier.EnInstruction, (await instance.DossierAsync(sansDefaut)).Etat);
    }

    [Fact]
    public async Task Un_lot_coupe_se_reprend_et_deux_ecrans_ne_font_rien_deux_fois()
    {
        var agent = await AgentAsync();
        var modele = await DossierAsync("Modèle du grand lot", EtatDossier.Depose);
        await instance.CopierAsync(modele, 45, "LOT");
        var liste = await agent.PosterAsync(
            "/instruction/lots?Onglet=a-prendre&Q=" + Uri.EscapeDataString("modele du grand lot"),
            ("Acte", "PrendreEnCharge"),
            ("Tout", "true")
        );
        var lot = await agent.LireAsync(liste.Vers!);
        Assert.Contains("Les 46 dossiers passeront.", lot.Texte);

        var premier = await LancerAsync(agent, lot);
        Assert.Contains("20 sur 46", premier.Texte);
        Assert.NotNull(premier.Document.QuerySelector("[data-lot] progress"));
        await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(async _ =>
                    await (await instance.NouvelleSessionAsync("instructeur.35")).PosterAsync(premier.Adresse + "/avancement")
                )
        );
        for (var i = 0; i < 4; i++)
            await agent.PosterAsync(premier.Adresse + "/avancement");

        Assert.Contains("46 dossiers traités", (await agent.LireAsync(premier.Adresse)).Texte);
        Assert.Equal(
            46,
            await instance.LireAsync(db =>
                db.Dossiers.CountAsync(d => d.Titre == "Modèle du grand lot" && d.Etat == EtatDossier.EnInstruction)
            )
        );
        Assert.Equal(
            46,
            await instance.LireAsync(db =>
                (
                    from j in db.Journal
                    where j.Acte == Acte.PrendreEnCharge
                    join d in db.Dossiers on j.EntiteId equals d.Id
                    where d.Titre == "Modèle du grand lot"
                    select j
                ).CountAsync()
            )
        );
    }

    [Fact]
    public async Task Rien_de_choisi_un_dossier_d_ailleurs_ou_le_lot_d_un_autre_ne_donnent_rien()
    {
        var agent = await AgentAsync();
        var rien = await agent.PosterAsync("/instruction/lots?Onglet=a-prendre", ("Acte", "Confier"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rien.Code);
        Assert.Contains("Cochez au moins un dossier de la liste.", rien.Texte);
        var numero = await DossierAsync("Du 35", EtatDossier.Depose);
        var voisin = await instance.EnTantQueAsync("instructeur.22");
        await voisin.LireAsync("/instruction");
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await voisin.PosterAsync("/instruction/lots", ("Acte", "Confier"), ("Numeros", numero))).Code
        );
        Assert.Equal(HttpStatusCode.NotFound, (await agent.PosterAsync("/instruction/lots", ("Acte", "Brûler"), ("Numeros", numero))).Code);

        var lot = await PreparerAsync(agent, "PrendreEnCharge", numero);
        foreach (var autre in new[] { voisin, await instance.EnTantQueAsync("collegue.35") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await autre.LireAsync(lot.Adresse)).Code);
            foreach (var acte in new[] { "/lancement", "/avancement", "/annulation" })
                Assert.Equal(HttpStatusCode.NotFound, (await autre.PosterAsync(lot.Adresse + acte)).Code);
        }
        Assert.Equal(EtatDossier.Depose, (await instance.DossierAsync(numero)).Etat);
        // The head of service entrusts, and does not instruct.
        var chef = await instance.EnTantQueAsync("chef.35");
        await chef.LireAsync("/instruction");
        Assert.Equal(HttpStatusCode.NotFound, (await chef.PosterAsync("/instruction/lots", ("Acte", "Clore"), ("Numeros", numero))).Code);
        Assert.Equal(HttpStatusCode.Redirect, (await chef.PosterAsync("/instruction/lots", ("Acte", "Confier"), ("Numeros", numero))).Code);
    }
}
