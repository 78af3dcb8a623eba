using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Features.Administration;

/// <summary>The accounts of agents: invited, given roles, suspended, closed, opened again. Every act is in the journal.</summary>
[Route("administration")]
[Requiert(Droit.GererAgents)]
public sealed class AgentsController(
    FitnContext db,
    ActesSurLesAgents actes,
    RegistreDesReglements reglements,
    IOptions<OptionsDeComptes> options
) : Controller
{
    private const string Vues = "/Features/Administration/";

    [HttpGet("agents")]
    public Task<IActionResult> Liste(string? onglet, string? q, string? apres, CancellationToken arret) =>
        MontrerLaListeAsync(new InvitationDAgentFormulaire(), onglet, q, apres, arret);

    [HttpPost("agents")]
    [UneFois]
    public async Task<IActionResult> Inviter(InvitationDAgentFormulaire formulaire, CancellationToken arret)
    {
        if (ModelState.IsValid && await actes.InviterAsync(formulaire, User.ActeurRequis(), arret) is { } id)
            return Vers(id, "Invitation envoyée. Le lien est valable sept jours.");
        if (ModelState.IsValid)
            ModelState.AddModelError(
                nameof(formulaire.Adresse),
                "Un compte existe déjà à cette adresse : cherchez-le dans la liste. Celui d’une collectivité ne devient pas celui "
                    + "d’un agent."
            );
        return await MontrerLaListeAsync(formulaire, null, null, null, arret);
    }

    [HttpGet("agents/{id:guid}")]
    public Task<IActionResult> Voir(Guid id, CancellationToken arret) => MontrerAsync(id, p => p, arret);

    [HttpPost("agents/{id:guid}/fonction")]
    public Task<IActionResult> ChangerLaFonction(Guid id, FonctionFormulaire formulaire, CancellationToken arret) =>
        FaireAsync(
            id,
            par => actes.ChangerLaFonctionAsync(id, formulaire, par, arret),
            "Fonction changée.",
            arret,
            p => p with { Fonction = formulaire }
        );

    [HttpPost("agents/{id:guid}/roles")]
    public Task<IActionResult> Accorder(Guid id, RoleFormulaire formulaire, CancellationToken arret) =>
        FaireAsync(
            id,
            par => actes.AccorderAsync(id, formulaire.Revision, formulaire.Habilitation!, par, arret),
            "Rôle donné. Cela prend effet dans la minute.",
            arret,
            p => p with { Role = formulaire }
        );

    [HttpPost("agents/{id:guid}/renvoi")]
    public Task<IActionResult> Renvoyer(Guid id, int revision, CancellationToken arret) =>
        FaireAsync(id, par => actes.RenvoyerAsync(id, revision, par, arret), "Invitation renvoyée. Le lien est valable sept jours.", arret);

    [HttpPost("agents/{id:guid}/reouverture")]
    public Task<IActionResult> Rouvrir(Guid id, int revision, CancellationToken arret) =>
        FaireAsync(id, par => actes.RouvrirAsync(id, revision, par, arret), "Compte rouvert, avec les rôles qu’il avait.", arret);

    [HttpGet("agents/{id:guid}/roles/{role:int}/retrait")]
    public Task<IActionResult> DemanderLeRetrait(Guid id, int role, CancellationToken arret) =>
        DemanderAsync(id, p => p.Roles.FirstOrDefault(r => r.Id == role) is { } donne ? ConfirmationDAgent.RetraitDe(donne) : null, arret);

    [HttpPost("agents/{id:guid}/roles/{role:int}/retrait")]
    public Task<IActionResult> Retirer(Guid id, int role, int revision, CancellationToken arret) =>
        FaireAsync(id, par => actes.RetirerAsync(id, revision, role, par, arret), "Rôle retiré. Cela prend effet dans la minute.", arret);

    [HttpGet("agents/{id:guid}/code")]
    public Task<IActionResult> DemanderLeRetraitDuCode(Guid id, CancellationToken arret) =>
        DemanderAsync(id, _ => ConfirmationDAgent.RetraitDuCode, arret);

    [HttpPost("agents/{id:guid}/code")]
    public Task<IActionResult> RetirerLeCode(Guid id, int revision, CancellationToken arret) =>
        FaireAsync(
            id,
            par => actes.RetirerLeCodeAsync(id, revision, par, arret),
            "Code retiré. La personne en choisira un autre à sa prochaine connexion.",
            arret
        );

    [HttpGet("agents/{id:guid}/suspension")]
    public Task<IActionResult> DemanderLaSuspension(Guid id, CancellationToken arret) =>
        DemanderAsync(id, _ => ConfirmationDAgent.Suspension, arret);

    [HttpPost("agents/{id:guid}/suspension")]
    public Task<IActionResult> Suspendre(Guid id, int revision, CancellationToken arret) =>
        FaireAsync(
            id,
            par => actes.SuspendreAsync(id, revision, par, arret),
            "Compte suspendu. Ses écrans se ferment dans la minute.",
            arret
        );

    [HttpGet("agents/{id:guid}/fermeture")]
    public Task<IActionResult> DemanderLaFermeture(Guid id, CancellationToken arret) =>
        DemanderAsync(id, _ => ConfirmationDAgent.Fermeture, arret);

    [HttpPost("agents/{id:guid}/fermeture")]
    public Task<IActionResult> Fermer(Guid id, int revision, CancellationToken arret) =>
        FaireAsync(id, par => actes.FermerAsync(id, revision, par, arret), "Compte fermé. Ses écrans se ferment dans la minute.", arret);

    /// <summary>Who may do what, from the very matrix that refuses.</summary>
    [HttpGet("habilitations/matrice")]
    public IActionResult LaMatrice() => View(Vues + "Matrice.cshtml");

    /// <summary>Does an act; a form that is not right is shown again with what it holds.</summary>
    private async Task<IActionResult> FaireAsync(
        Guid id,
        Func<Acteur, Task> acte,
        string succes,
        CancellationToken arret,
        Func<AgentPage, AgentPage>? saisie = null
    )
    {
        if (!await db.Users.AnyAsync(u => u.Agent && u.Id == id, arret))
            return NotFound();
        if (!ModelState.IsValid)
            return await MontrerAsync(id, saisie ?? (p => p), arret);
        await acte(User.ActeurRequis());
        return Vers(id, succes);
    }

    /// <summary>Asks once, and names what will happen.</summary>
    private async Task<IActionResult> DemanderAsync(Guid id, Func<AgentPage, ConfirmationDAgent?> acte, CancellationToken arret) =>
        await AgentPage.ChargerAsync(db, id, arret) is { } page && acte(page) is { } confirmation
            ? View(Vues + "ConfirmationDAgent.cshtml", new ActeAConfirmer(page, confirmation))
            : NotFound();

    private async Task<IActionResult> MontrerAsync(Guid id, Func<AgentPage, AgentPage> saisie, CancellationToken arret)
    {
        if (await AgentPage.ChargerAsync(db, id, arret) is not { } page)
            return NotFound();
        Preparer();
        return View(Vues + "Agent.cshtml", saisie(page));
    }

    private async Task<IActionResult> MontrerLaListeAsync(
        InvitationDAgentFormulaire formulaire,
        string? onglet,
        string? q,
        string? apres,
        CancellationToken arret
    )
    {
        Preparer();
        ViewData.Porter(await AgentsPage.ChargerAsync(db, User.ActeurRequis(), onglet, q, apres, arret));
        return View(Vues + "Agents.cshtml", formulaire);
    }

    private void Preparer()
    {
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData.Porter(new ReglagesDesAgents(RoleFormulaire.Perimetres(reglements), options.Value.CodeDesAgents));
    }

    private RedirectResult Vers(Guid id, string succes)
    {
        TempData["Succes"] = succes;
        return Redirect(Adresses.Agents.Un(id));
    }
}
