using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace FitnGrants.Web.Features.Compte;

[Public]
[Route("compte")]
public sealed class CompteController(
    SignInManager<Utilisateur> connexions,
    UserManager<Utilisateur> utilisateurs,
    Essais essais,
    FitnContext db,
    IOptions<OptionsDemonstration> demonstration
) : Controller
{
    private const string Inconnu = "Adresse ou mot de passe incorrect.";
    private const string Trop = "Trop d’essais depuis cet endroit : attendez un quart d’heure, ou choisissez un nouveau mot de passe.";
    private const string Ferme = "Ce compte est suspendu ou fermé : adressez-vous à votre administrateur.";

    [HttpGet("connexion")]
    public async Task<IActionResult> Connexion(string? retour, CancellationToken arret) =>
        View(await ConnexionPage.ChargerAsync(db, demonstration.Value, new ConnexionFormulaire { Retour = retour }, arret));

    [HttpPost("connexion")]
    [EnableRateLimiting(LimitesDeDebit.Connexions)]
    public async Task<IActionResult> Connexion(ConnexionFormulaire formulaire, CancellationToken arret)
    {
        var resultat = ModelState.IsValid ? await EssayerAsync(formulaire, arret) : SignInResult.Failed;
        if (resultat.Succeeded)
            return await VersAsync(formulaire.Adresse!, formulaire.Retour);
        if (resultat.RequiresTwoFactor)
            return VersLeCode(formulaire.Retour);
        if (ModelState.IsValid)
            ModelState.AddModelError(
                nameof(formulaire.Adresse),
                resultat.IsLockedOut ? Trop
                    : resultat.IsNotAllowed ? Ferme
                    : Inconnu
            );
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(await ConnexionPage.ChargerAsync(db, demonstration.Value, formulaire with { MotDePasse = null }, arret));
    }

    /// <summary>One button per demonstration account; absent everywhere else.</summary>
    [HttpPost("demonstration")]
    [EnableRateLimiting(LimitesDeDebit.Connexions)]
    public async Task<IActionResult> Demonstration(string? compte, string? retour)
    {
        if (!demonstration.Value.Active || compte?.EndsWith("@demo.example", StringComparison.Ordinal) != true)
            return NotFound();
        var resultat = await SeConnecterAsync(compte, Comptes.ComptesDeDemonstration.MotDePasse);
        if (resultat.RequiresTwoFactor)
            return VersLeCode(retour);
        if (!resultat.Succeeded)
            return NotFound();
        return await VersAsync(compte, retour);
    }

    [HttpPost("deconnexion")]
    public async Task<IActionResult> Deconnexion()
    {
        await connexions.SignOutAsync();
        TempData["Succes"] = "Vous êtes déconnecté.";
        return Redirect("/");
    }

    /// <summary>The second step, for an account that has a code.</summary>
    private RedirectResult VersLeCode(string? retour) =>
        Redirect(Adresses.Compte.Code + (Url.IsLocalUrl(retour) ? $"?retour={Uri.EscapeDataString(retour)}" : ""));

    private async Task<SignInResult> EssayerAsync(ConnexionFormulaire formulaire, CancellationToken arret)
    {
        var cle = essais.MotDePasse(formulaire.Adresse!, HttpContext.Connection.RemoteIpAddress);
        if (!await essais.AdmettreAsync(cle, arret))
            return SignInResult.LockedOut;
        var resultat = await SeConnecterAsync(formulaire.Adresse!, formulaire.MotDePasse!);
        if (resultat != SignInResult.Failed)
            await essais.OublierAsync(cle, arret);
        return resultat;
    }

    private Task<SignInResult> SeConnecterAsync(string adresse, string motDePasse) =>
        connexions.PasswordSignInAsync(adresse.Trim(), motDePasse, isPersistent: false, lockoutOnFailure: false);

    private async Task<IActionResult> VersAsync(string adresse, string? retour)
    {
        if (Url.IsLocalUrl(retour))
            return LocalRedirect(retour);
        var principal = await connexions.CreateUserPrincipalAsync((await utilisateurs.FindByNameAsync(adresse.Trim()))!);
        return LocalRedirect(Accueils.Pour(principal.ActeurRequis()));
    }
}
