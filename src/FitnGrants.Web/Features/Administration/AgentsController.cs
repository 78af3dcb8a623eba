using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Features.Administration;

/// <summary>The accounts of agents: invited, given roles, suspended, closed, opened again. Every act is in the journal.</summary>
[Route("administration")]
[Requiert(Droit.GererAgents)]
public sealed class AgentsController(FitnContext db, ActesSurLesAgents actes, RegistreDesReglements reglements, IOptions<OptionsDeComptes> options) : Controller
{
    private const string Vues = "/Features/Administration/";

    [HttpGet("agents")]
    public Task<IActionResult> Liste(string? onglet, string? q, string? apres, CancellationToken arret) => MontrerLaListeAsync(new InvitationDAgentFormulaire(), onglet, q, apres, arret);

    [HttpPost("agents")]
    public async Task<IActionResult> Inviter(InvitationDAgentFormulaire formulaire, CancellationToken arret)
    {
        if (ModelState.IsValid && await actes.InviterAsync(formulaire, User.ActeurRequis(), arret) is { } id)
            return Vers(id, "Invitation envoyée. Le lien est valable sept jours.");
        if (ModelState.IsValid)
            ModelState.AddModelError(nameof(formulaire.Adresse), "Un compte existe déjà à cette adresse : cherchez-le dans la liste. Celui d’une collectivité ne devient pas celui d’un agent.");
        return await MontrerLaListeAsync(formulaire, null, null, null, arret);
    }

    [HttpGet("agents/{id:guid}")]
    public Task<IActionResult> Voir(Guid id, CancellationToken arret) => MontrerAsync(id, "Agent", p => p, arret);

    [HttpPost("agents/{id:guid}/fonction")]
    public Task<IActionResult> ChangerLaFonction(Guid id, FonctionFormulaire formulaire, CancellationToken arret) => FaireAsync(
        id, p => p with { Fonction = formulaire }, () => actes.ChangerLaFonctionAsync(id, formulaire, User.ActeurRequis(), arret), "Fonction changée.", arret);

    [HttpPost("agents/{id:guid}/roles")]
    public Task<IActionResult> Accorder(Guid id, RoleFormulaire formulaire, CancellationToken arret) => FaireAsync(
        id, p => p with { Role = formulaire }, () => actes.AccorderAsync(id, formulaire.Revision, formulaire.Habilitation!, User.ActeurRequis(), arret), "Rôle donné. Cela prend effet dans la minute.", arret);

    [HttpGet("agents/{id:guid}/roles/{role:int}/retrait")]
    public Task<IActionResult> DemanderLeRetrait(Guid id, int role, CancellationToken arret)
    {
        ViewData["Retire"] = role;
        return MontrerAsync(id, "RetraitDeRole", p => p, arret);
    }

    [HttpPost("agents/{id:guid}/roles/{role:int}/retrait")]
    public Task<IActionResult> Retirer(Guid id, int role, int revision, CancellationToken arret) => FaireAsync(
        id, p => p, () => actes.RetirerAsync(id, revision, role, User.ActeurRequis(), arret), "Rôle retiré. Cela prend effet dans la minute.", arret);

    [HttpPost("agents/{id:guid}/renvoi")]
    public Task<IActionResult> Renvoyer(Guid id, int revision, CancellationToken arret) => FaireAsync(
        id, p => p, () => actes.RenvoyerAsync(id, revision, User.ActeurRequis(), arret), "Invitation renvoyée. Le lien est valable sept jours.", arret);

    [HttpGet("agents/{id:guid}/code")]
    public Task<IActionResult> DemanderLeRetraitDuCode(Guid id, CancellationToken arret) => MontrerAsync(id, "RetraitDuCode", p => p, arret);

    [HttpPost("agents/{id:guid}/code")]
    public Task<IActionResult> RetirerLeCode(Guid id, int revision, CancellationToken arret) => FaireAsync(
        id, p => p, () => actes.RetirerLeCodeAsync(id, revision, User.ActeurRequis(), arret), "Code retiré. La personne en choisira un autre à sa prochaine connexion.", arret);

    /// <summary>Asks once, and names what will happen.</summary>
    [HttpGet("agents/{id:guid}/suspension")]
    public Task<IActionResult> DemanderLaSuspension(Guid id, CancellationToken arret) => MontrerAsync(id, "Suspension", p => p, arret);

    [HttpPost("agents/{id:guid}/suspension")]
    public Task<IActionResult> Suspendre(Guid id, int revision, CancellationToken arret) => FaireAsync(
        id, p => p, () => actes.SuspendreAsync(id, revision, User.ActeurRequis(), arret), "Compte suspendu. Ses écrans se ferment dans la minute.", arret);

    [HttpGet("agents/{id:guid}/fermeture")]
    public Task<IActionResult> DemanderLaFermeture(Guid id, CancellationToken arret) => MontrerAsync(id, "Fermeture", p => p, arret);

    [HttpPost("agents/{id:guid}/fermeture")]
    public Task<IActionResult> Fermer(Guid id, int revision, CancellationToken arret) => FaireAsync(
        id, p => p, () => actes.FermerAsync(id, revision, User.ActeurRequis(), arret), "Compte fermé. Ses écrans se ferment dans la minute.", arret);

    [HttpPost("agents/{id:guid}/reouverture")]
    public Task<IActionResult> Rouvrir(Guid id, int revision, CancellationToken arret) => FaireAsync(
        id, p => p, () => actes.RouvrirAsync(id, revision, User.ActeurRequis(), arret), "Compte rouvert, avec les rôles qu’il avait.", arret);

    /// <summary>Who may do what, from the very matrix that refuses.</summary>
    [HttpGet("habilitations/matrice")]
    public IActionResult LaMatrice() => View(Vues + "Matrice.cshtml");

    private async Task<IActionResult> FaireAsync(Guid id, Func<AgentPage, AgentPage> saisie, Func<Task> acte, string succes, CancellationToken arret)
    {
        if (await AgentPage.ChargerAsync(db, id, arret) is null)
            return NotFound();
        if (!ModelState.IsValid)
            return await MontrerAsync(id, "Agent", saisie, arret);
        await acte();
        return Vers(id, succes);
    }

    private async Task<IActionResult> MontrerAsync(Guid id, string vue, Func<AgentPage, AgentPage> saisie, CancellationToken arret)
    {
        if (await AgentPage.ChargerAsync(db, id, arret) is not { } page)
            return NotFound();
        Preparer();
        return View($"{Vues}{vue}.cshtml", saisie(page));
    }

    private async Task<IActionResult> MontrerLaListeAsync(InvitationDAgentFormulaire formulaire, string? onglet, string? q, string? apres, CancellationToken arret)
    {
        Preparer();
        ViewData["Agents"] = await AgentsPage.ChargerAsync(db, onglet, q, apres, arret);
        return View(Vues + "Agents.cshtml", formulaire);
    }

    private void Preparer()
    {
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData["Perimetres"] = RoleFormulaire.Perimetres(reglements);
        ViewData["CodeDesAgents"] = options.Value.CodeDesAgents;
    }

    private RedirectResult Vers(Guid id, string succes)
    {
        TempData["Succes"] = succes;
        return Redirect($"/administration/agents/{id}");
    }
}
