using FitnGrants.Parcours.Tests.Fabrique;
using Microsoft.Playwright;

namespace FitnGrants.Parcours.Tests;

/// <summary>
/// The pages of who keeps the service, as eyes and axe see them: agents, règlements, the accesses of a collectivité. Their acts are tested
/// over HTTP.
/// </summary>
public sealed class AdministrationTests(ServicePrive service)
{
    [Fact]
    public async Task L_administration_invite_un_agent_et_lit_avant_l_envoi_ce_qu_il_pourra()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("admin");
        await v.RegarderAsync("agents");
        await v.Page.SelectOptionAsync("#Role", "Gestionnaire");
        Assert.Equal(1, await v.Page.Locator(".ce-que-peut [data-pour]:visible").CountAsync());
        await v
            .Page.Locator(".ce-que-peut [data-pour=Gestionnaire] li:not(.non)")
            .GetByText("préparer, signer, envoyer et suivre les actes")
            .WaitForAsync();
        await v.RegarderAsync("agents-role-choisi");
        await v.CliquerAsync("Envoyer l’invitation");
        await v.VoirAsync("Indiquez l’adresse de la personne.");
        await v.RegarderAsync("agents-refus");
        await v.Page.FillAsync("#Adresse", "gestion.3@sgar.example");
        await v.Page.FillAsync("#Fonction", "Gestion des aides");
        await v.Page.SelectOptionAsync("#Perimetre", "53");
        await v.CliquerAsync("Envoyer l’invitation");
        await v.VoirAsync("Invitation envoyée.");
        await v.RegarderAsync("agent");
        await v.SuivreAsync("Suspendre ce compte");
        await v.RegarderAsync("agent-suspension");
        await v.Page.GotoAsync("/administration/agents?q=sgar.example");
        await v.VoirAsync("Invité");
        await v.Page.GotoAsync("/administration/habilitations/matrice");
        await v.RegarderAsync("matrice");
        await v.ConnecterAsync("gestionnaire.bretagne");
        await v.RegarderAsync("suivi-vide");
        Assert.Empty(v.Erreurs);
        Assert.Empty(v.Defauts);
    }

    [Fact]
    public async Task Un_service_sa_fiche_ses_signataires_et_le_texte_de_ses_lettres_se_lisent()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("admin");
        await v.Page.GotoAsync("/administration/services");
        await v.RegarderAsync("services");
        await v.SuivreAsync("Préfecture de la région Bretagne");
        await v.RegarderAsync("service");
        await v.SuivreAsync("Accord sous réserve");
        await v.RegarderAsync("modele-de-lettre");
        var texte = await v.Page.InputValueAsync("#Texte");
        await v.Page.FillAsync("#Texte", texte + "\n\n{montnt}");
        await v.CliquerAsync("Voir ce que cela donne");
        await v.VoirAsync("Le champ « montnt » n’existe pas dans cette lettre.");
        await v.RegarderAsync("modele-de-lettre-refuse");
        await v.Page.FillAsync("#Texte", texte.Replace("Mes services préparent", "Le pôle des aides prépare", StringComparison.Ordinal));
        await v.CliquerAsync("Voir ce que cela donne");
        await v.VoirAsync("Ce que donne votre texte");
        await v.RegarderAsync("modele-de-lettre-essaye");
        Assert.Empty(v.Erreurs);
        Assert.Empty(v.Defauts);
    }

    [Fact]
    public async Task Les_pages_des_reglements_et_des_acces_se_lisent()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("admin");
        await v.Page.GotoAsync("/administration/reglements");
        await v.RegarderAsync("reglements");
        await v.SuivreAsync("Haut-Rhin, volet 1");
        await v.RegarderAsync("versions");
        await v.SuivreAsync("Préparer une nouvelle version");
        var texte = await v.Page.InputValueAsync("#Texte");
        await v.Page.FillAsync("#Texte", texte.Replace("regle: PlanEquilibre", "regle: PlanAuHasard", StringComparison.Ordinal));
        await v.CliquerAsync("Vérifier");
        await v.VoirAsync("règle inconnue : PlanAuHasard");
        await v.RegarderAsync("nouvelle-version-fautive");
        await v.Page.FillAsync("#Texte", texte.Replace("plafond: 100000", "plafond: 50000", StringComparison.Ordinal));
        await v.CliquerAsync("Vérifier");
        await v.VoirAsync("dossiers changeraient de constat");
        await v.RegarderAsync("apercu-version");
        await v.Page.GotoAsync("/administration/reglements/HR-V1");
        await v.Page.Locator("tbody a").First.ClickAsync();
        await v.Page.Locator("summary:has-text('Lire le texte')").ClickAsync();
        await v.RegarderAsync("version");

        await v.ConnecterAsync("porteur.beuzec");
        await v.Page.GotoAsync("/compte/acces");
        await v.Page.FillAsync("#Adresse", "collegue@beuzec.example");
        await v.Page.FillAsync("#Fonction", "Secrétaire de mairie");
        await v.Page.CheckAsync("#Role");
        await v.CliquerAsync("Envoyer l’invitation");
        await v.VoirAsync("Invitation envoyée.");
        await v.RegarderAsync("acces");
        await v.SuivreAsync("Quitter la collectivité");
        await v.RegarderAsync("quitter");
        await v.ConnecterAsync("admin");
        await v.Page.GotoAsync("/administration/courriels");
        await v.SuivreAsync("vous invite à rejoindre");
        await v.Page.GotoAsync(
            (await v.Page.GetByRole(AriaRole.Link, new() { Name = "Suivre le lien du courriel" }).GetAttributeAsync("href"))!
        );
        await v.RegarderAsync("invitation");
        Assert.Empty(v.Erreurs);
        Assert.Empty(v.Defauts);
    }
}
