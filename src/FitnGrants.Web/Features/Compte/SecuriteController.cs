using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Habilitations.Traces;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using QRCoder;

namespace FitnGrants.Web.Features.Compte;

/// <summary>A code of the telephone, or one of those kept for the day it is lost.</summary>
public sealed record CodeFormulaire
{
    public string? Code { get; init; }
    public string? Retour { get; init; }

    /// <summary>Digits and letters only: people type spaces.</summary>
    public string Net => string.Concat((Code ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
}

public sealed class CodeValidator : AbstractValidator<CodeFormulaire>
{
    public CodeValidator() =>
        RuleFor(f => f.Code).NotEmpty().WithMessage("Indiquez le code.").MaximumLength(40).WithMessage("Ce code est trop long.");
}

/// <summary>When news come by mail.</summary>
public sealed record CourrielsFormulaire(bool Aussitot);

/// <summary>What an account knows of its own safety.</summary>
public sealed record SecuritePage(
    string Adresse,
    bool ACode,
    string? Cle,
    string? Lien,
    int CodesRestants,
    bool NouvellesAussitot,
    bool Exige,
    CodeFormulaire Formulaire
)
{
    /// <summary>The link as a picture that a telephone reads, in SVG.</summary>
    public string? CodeQr()
    {
        if (Lien is null)
            return null;
        using var trame = QRCodeGenerator.GenerateQrCode(Lien, QRCodeGenerator.ECCLevel.M);
        using var dessin = new SvgQRCode(trame);
        return dessin.GetGraphic(5, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.WidthHeightAttribute);
    }
}

/// <summary>One's own account: the code of the telephone, the spare codes, the rhythm of the mails.</summary>
[Route("compte/securite")]
[Requiert(Droit.GererSonCompte)]
public sealed class SecuriteController(
    FitnContext db,
    UserManager<Utilisateur> utilisateurs,
    SignInManager<Utilisateur> connexions,
    Essais essais,
    IOptions<OptionsDeComptes> options,
    Horloge horloge
) : Controller
{
    private const int CodesDeSecours = 10;
    private const string Codes = "codes";

    [HttpGet("")]
    public async Task<IActionResult> Voir() =>
        await PersonneAsync() is { } personne
            ? View("/Features/Compte/Securite.cshtml", await PageAsync(personne, new CodeFormulaire()))
            : Forbid();

    /// <summary>A first right code proves that the telephone has the key.</summary>
    [HttpPost("code")]
    [EnableRateLimiting(LimitesDeDebit.Connexions)]
    public async Task<IActionResult> Activer(CodeFormulaire formulaire, CancellationToken arret)
    {
        if (await PersonneAsync() is not { } personne)
            return Forbid();
        if (ModelState.IsValid && !await EstLeBonAsync(personne, formulaire.Net, arret))
            ModelState.AddModelError(
                nameof(CodeFormulaire.Code),
                "Ce code n’est pas le bon, ou il a déjà servi : vérifiez l’heure de votre téléphone, puis tapez celui qu’il affiche."
            );
        if (!ModelState.IsValid)
            return await RefuserAsync(personne, formulaire);
        await ActeAsync(
            personne,
            par => new ActiverCode(par),
            async () =>
            {
                await utilisateurs.SetTwoFactorEnabledAsync(personne, true);
                TempData[Codes] = string.Join(
                    ' ',
                    await utilisateurs.GenerateNewTwoFactorRecoveryCodesAsync(personne, CodesDeSecours) ?? []
                );
            },
            arret
        );
        return Redirect(Adresses.Compte.CodesDeSecours);
    }

    /// <summary>The spare codes, shown once.</summary>
    [HttpGet("codes")]
    public IActionResult LireLesCodes() =>
        TempData[Codes] is string codes ? View("/Features/Compte/Codes.cshtml", codes.Split(' ')) : Redirect(Adresses.Compte.Securite);

    [HttpPost("desactivation")]
    [EnableRateLimiting(LimitesDeDebit.Connexions)]
    public async Task<IActionResult> Desactiver(CodeFormulaire formulaire, CancellationToken arret)
    {
        if (await PersonneAsync() is not { } personne)
            return Forbid();
        if (ModelState.IsValid && !await EstLeBonAsync(personne, formulaire.Net, arret))
            ModelState.AddModelError(
                nameof(CodeFormulaire.Code),
                "Ce code n’est pas le bon, ou il a déjà servi : tapez celui que votre téléphone affiche maintenant."
            );
        if (!ModelState.IsValid)
            return await RefuserAsync(personne, formulaire);
        await ActeAsync(
            personne,
            par => new DesactiverCode(par),
            async () =>
            {
                await utilisateurs.SetTwoFactorEnabledAsync(personne, false);
                await utilisateurs.ResetAuthenticatorKeyAsync(personne);
            },
            arret
        );
        TempData["Succes"] = "Connexion par code désactivée.";
        return Redirect(Adresses.Compte.Securite);
    }

    /// <summary>Whoever sits at an open screen does not know the password: it is asked, and counted as at the sign-in.</summary>
    [HttpPost("mot-de-passe")]
    [EnableRateLimiting(LimitesDeDebit.Connexions)]
    public async Task<IActionResult> ChangerLeMotDePasse(ChangementDeMotDePasseFormulaire formulaire, CancellationToken arret)
    {
        if (await PersonneAsync() is not { } personne)
            return Forbid();
        var cle = Essais.Code(personne.Id);
        if (
            ModelState.IsValid
            && !(await essais.AdmettreAsync(cle, arret) && await utilisateurs.CheckPasswordAsync(personne, formulaire.Ancien!))
        )
            ModelState.AddModelError(nameof(formulaire.Ancien), "Ce n’est pas votre mot de passe actuel.");
        if (ModelState.IsValid)
            foreach (var regle in utilisateurs.PasswordValidators)
            foreach (var erreur in (await regle.ValidateAsync(utilisateurs, personne, formulaire.Nouveau)).Errors)
                ModelState.AddModelError(nameof(formulaire.Nouveau), erreur.Description);
        if (!ModelState.IsValid)
            return await RefuserAsync(personne, new CodeFormulaire());
        await ActeAsync(
            personne,
            par => new ChangerMotDePasse(par),
            () => utilisateurs.ChangePasswordAsync(personne, formulaire.Ancien!, formulaire.Nouveau!),
            arret
        );
        await essais.OublierAsync(cle, arret);
        TempData["Succes"] = "Mot de passe changé. Vos autres appareils devront se reconnecter.";
        return Redirect(Adresses.Compte.Securite);
    }

    [HttpPost("courriels")]
    public async Task<IActionResult> ChoisirLesCourriels(CourrielsFormulaire formulaire)
    {
        if (await PersonneAsync() is not { } personne)
            return Forbid();
        personne.NouvellesAussitot = formulaire.Aussitot;
        await utilisateurs.UpdateAsync(personne);
        TempData["Succes"] = formulaire.Aussitot
            ? "Chaque nouvelle vous arrive aussitôt."
            : "Vos nouvelles vous arrivent groupées, une fois par jour.";
        return Redirect(Adresses.Compte.Securite);
    }

    /// <summary>Counted with those of the sign-in: a screen left open is no place to guess either.</summary>
    private async Task<bool> EstLeBonAsync(Utilisateur personne, string code, CancellationToken arret)
    {
        var cle = Essais.Code(personne.Id);
        if (
            !await essais.AdmettreAsync(cle, arret)
            || !await utilisateurs.VerifyTwoFactorTokenAsync(personne, TokenOptions.DefaultAuthenticatorProvider, code)
        )
            return false;
        await essais.OublierAsync(cle, arret);
        return true;
    }

    private async Task<Utilisateur?> PersonneAsync() => await utilisateurs.GetUserAsync(User);

    private async Task<IActionResult> RefuserAsync(Utilisateur personne, CodeFormulaire formulaire)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Compte/Securite.cshtml", await PageAsync(personne, formulaire));
    }

    private async Task ActeAsync(Utilisateur personne, Func<string, Trace> acte, Func<Task> quoi, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        await db.ActeAsync(
            acteur,
            horloge.Maintenant,
            async () =>
            {
                await quoi();
                return true;
            },
            arret,
            new Fait(acte(acteur.Fonction), nameof(Utilisateur), personne.Id)
        );
        // The stamp changed: this screen goes on, the others sign in again.
        await connexions.RefreshSignInAsync(personne);
    }

    private async Task<SecuritePage> PageAsync(Utilisateur personne, CodeFormulaire formulaire)
    {
        var cle = personne.TwoFactorEnabled ? null : await CleAsync(personne);
        return new SecuritePage(
            personne.Email!,
            personne.TwoFactorEnabled,
            cle is null ? null : string.Join(' ', cle.Chunk(4).Select(c => new string(c))),
            cle is null ? null : $"otpauth://totp/FitnGrants:{Uri.EscapeDataString(personne.Email!)}?secret={cle}&issuer=FitnGrants",
            personne.TwoFactorEnabled ? await utilisateurs.CountRecoveryCodesAsync(personne) : 0,
            personne.NouvellesAussitot,
            options.Value.AttendUnCode(User),
            formulaire
        );
    }

    private async Task<string> CleAsync(Utilisateur personne)
    {
        if (await utilisateurs.GetAuthenticatorKeyAsync(personne) is { Length: > 0 } connue)
            return connue;
        await utilisateurs.ResetAuthenticatorKeyAsync(personne);
        await connexions.RefreshSignInAsync(personne);
        return (await utilisateurs.GetAuthenticatorKeyAsync(personne))!;
    }
}

/// <summary>The second step of signing in.</summary>
[Public]
[Route("compte/code")]
public sealed class CodeController(SignInManager<Utilisateur> connexions, Essais essais) : Controller
{
    private const string Vue = "/Features/Compte/Code.cshtml";

    [HttpGet("")]
    public IActionResult Demander(string? retour)
    {
        ModelState.Clear();
        return View(Vue, new CodeFormulaire { Retour = retour });
    }

    [HttpPost("")]
    [EnableRateLimiting(LimitesDeDebit.Connexions)]
    public async Task<IActionResult> Verifier(CodeFormulaire formulaire, CancellationToken arret)
    {
        var personne = ModelState.IsValid ? await connexions.GetTwoFactorAuthenticationUserAsync() : null;
        if (ModelState.IsValid && personne is null)
            ModelState.AddModelError(
                nameof(CodeFormulaire.Code),
                "Trop de temps a passé : tapez à nouveau votre adresse et votre mot de passe."
            );
        if (personne is not null && await RefusAsync(personne, formulaire.Net, arret) is { } refus)
            ModelState.AddModelError(nameof(CodeFormulaire.Code), refus);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(Vue, formulaire);
        }
        var principal = await connexions.CreateUserPrincipalAsync(personne!);
        return LocalRedirect(Url.IsLocalUrl(formulaire.Retour) ? formulaire.Retour : Accueils.Pour(principal.ActeurRequis()));
    }

    /// <summary>Why a code is refused; null when it opened the session.</summary>
    private async Task<string?> RefusAsync(Utilisateur personne, string code, CancellationToken arret)
    {
        var cle = Essais.Code(personne.Id);
        if (!await essais.AdmettreAsync(cle, arret))
            return "Trop de codes faux : attendez un quart d’heure.";
        if (!await EstLeBonAsync(code))
            return "Ce code n’est pas le bon, ou il a déjà servi : tapez celui que votre téléphone affiche maintenant.";
        await essais.OublierAsync(cle, arret);
        return null;
    }

    /// <summary>Six digits are of the telephone; anything else is a spare code, good once.</summary>
    private async Task<bool> EstLeBonAsync(string code) =>
        code.Length == 6 && code.All(char.IsAsciiDigit)
            ? (await connexions.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)).Succeeded
            : (await connexions.TwoFactorRecoveryCodeSignInAsync(code.Length == 10 ? $"{code[..5]}-{code[5..]}" : code)).Succeeded;
}
