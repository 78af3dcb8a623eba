using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Habilitations.Traces;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Comptes;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Compte;

/// <summary>A forgotten password: the same answer, in the same time, whether the address has an account or not.</summary>
[Public]
[Route("compte")]
public sealed class MotDePasseController(
    FitnContext db,
    UserManager<Utilisateur> utilisateurs,
    Essais essais,
    Horloge horloge,
    TimeProvider systeme
) : Controller
{
    /// <summary>Requests per address and per hour: nobody floods a colleague.</summary>
    private const int ParHeure = 3;

    private const string Vues = "/Features/Compte/";

    [HttpGet("mot-de-passe-oublie")]
    public IActionResult Oublie() => View(Vues + "MotDePasseOublie.cshtml", new OubliFormulaire());

    [HttpPost("mot-de-passe-oublie")]
    [EnableRateLimiting(LimitesDeDebit.Connexions)]
    public async Task<IActionResult> Oublie(OubliFormulaire formulaire, CancellationToken arret)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(Vues + "MotDePasseOublie.cshtml", formulaire);
        }
        var (adresse, instant) = (formulaire.Adresse!.Trim().ToLowerInvariant(), systeme.GetUtcNow());
        var recentes = await db.Courriels.CountAsync(
            c => c.Modele == LiensDeCompte.MotDePasse && c.Destinataire == adresse && c.CreeLe > instant.AddHours(-1),
            arret
        );
        if (recentes < ParHeure)
            db.Courriels.Add(LiensDeCompte.Oublie(adresse, instant));
        await db.SaveChangesAsync(arret);
        return Redirect(Adresses.Compte.MotDePasseOublieEnvoye);
    }

    [HttpGet("mot-de-passe-oublie/envoye")]
    public IActionResult Envoye() => View(Vues + "MotDePasseEnvoye.cshtml");

    [HttpGet("nouveau-mot-de-passe")]
    public IActionResult Choisir(Guid compte, string? jeton)
    {
        ModelState.Clear();
        return View(Vues + "NouveauMotDePasse.cshtml", new NouveauMotDePasseFormulaire { Compte = compte, Jeton = jeton });
    }

    [HttpPost("nouveau-mot-de-passe")]
    [EnableRateLimiting(LimitesDeDebit.Connexions)]
    public async Task<IActionResult> Choisir(NouveauMotDePasseFormulaire formulaire, CancellationToken arret)
    {
        if (ModelState.IsValid && await ChangerAsync(formulaire, arret))
        {
            TempData["Succes"] = "Mot de passe changé. Connectez-vous.";
            return Redirect(Adresses.Compte.Connexion);
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Vues + "NouveauMotDePasse.cshtml", formulaire with { MotDePasse = null });
    }

    private async Task<bool> ChangerAsync(NouveauMotDePasseFormulaire formulaire, CancellationToken arret)
    {
        var utilisateur = await utilisateurs.FindByIdAsync(formulaire.Compte.ToString());
        if (utilisateur is not { EstOuvert: true } || LiensDeCompte.Jeton(formulaire.Jeton) is not { } jeton)
            return Refuser("Ce lien n’est plus valable : demandez-en un autre.");
        var par = $"{utilisateur.Organisme}, {Francais.Minuscule(utilisateur.Fonction)}";
        var fait = new Fait(
            utilisateur.PasswordHash is null ? new AccepterInvitation(par) : new ChangerMotDePasse(par),
            nameof(Utilisateur),
            utilisateur.Id
        );
        var refus = IdentityResult.Success;
        try
        {
            await db.ActeAsync(
                new Acteur(utilisateur.Id, utilisateur.Fonction, []),
                horloge.Maintenant,
                async () =>
                {
                    refus = await EcrireAsync(utilisateur, jeton, formulaire.MotDePasse!);
                    if (!refus.Succeeded)
                        throw new MotDePasseRefuseException();
                    // Who opens the link reads this address, and has proved enough to come in again.
                    utilisateur.EmailConfirmed = true;
                    return true;
                },
                arret,
                fait
            );
            await essais.OublierAsync(essais.MotDePasse(utilisateur.Email!, HttpContext.Connection.RemoteIpAddress), arret);
            return true;
        }
        catch (MotDePasseRefuseException)
        {
            return Refuser(
                refus.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken))
                    ? "Ce lien n’est plus valable : demandez-en un autre."
                    : string.Join(' ', refus.Errors.Select(e => e.Description))
            );
        }
    }

    /// <summary>By the link of an invitation, for an account that has no password yet; else by that of a forgotten one.</summary>
    private async Task<IdentityResult> EcrireAsync(Utilisateur utilisateur, string jeton, string motDePasse) =>
        utilisateur.PasswordHash is null
        && await utilisateurs.VerifyUserTokenAsync(utilisateur, JetonsDInvitation.Fournisseur, JetonsDInvitation.Usage, jeton)
            ? await utilisateurs.AddPasswordAsync(utilisateur, motDePasse)
            : await utilisateurs.ResetPasswordAsync(utilisateur, jeton, motDePasse);

    private bool Refuser(string phrase)
    {
        ModelState.AddModelError(nameof(NouveauMotDePasseFormulaire.MotDePasse), phrase);
        return false;
    }

    /// <summary>Leaves the transaction without a trace.</summary>
    private sealed class MotDePasseRefuseException : Exception;
}
