using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Compte;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Features.Simulateur;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Acces;

/// <summary>The request that a link confirms: for whom, and whether an account is to be made.</summary>
public sealed record ConfirmationPage(ConfirmationFormulaire Formulaire, string? Collectivite, bool Nouveau, bool Invite);

/// <summary>A new account: the same answer whoever asks; nothing exists before the link of the message is followed.</summary>
[Public]
[Route("compte")]
public sealed class InscriptionController(
    FitnContext db,
    AccesDesCollectivites acces,
    LiensDeCompte liens,
    SignInManager<Utilisateur> connexions,
    UserManager<Utilisateur> utilisateurs
) : Controller
{
    private const string Vues = "/Features/Acces/";

    [HttpGet("inscription")]
    public IActionResult Inscrire() => View(Vues + "Inscription.cshtml", new InscriptionFormulaire());

    [HttpPost("inscription")]
    [EnableRateLimiting(LimitesDeDebit.Connexions)]
    public async Task<IActionResult> Inscrire(InscriptionFormulaire formulaire, CancellationToken arret)
    {
        var siren = await TrouverAsync(formulaire, arret);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(Vues + "Inscription.cshtml", formulaire);
        }
        await acces.DemanderAsync(formulaire.Adresse!, siren!, formulaire.Fonction!.Trim(), formulaire.Role!.Value, null, arret);
        return Redirect(Adresses.Compte.InscriptionEnvoyee);
    }

    /// <summary>The SIREN of what was chosen, or of the only collectivité that answers to what was typed.</summary>
    private async Task<string?> TrouverAsync(InscriptionFormulaire formulaire, CancellationToken arret)
    {
        // Chosen in the list: the name that it left in the field says so.
        if (
            formulaire.Siren is { Length: > 0 } choisi
            && await db.Collectivites.FirstOrDefaultAsync(c => c.Siren == choisi, arret) is { } choisie
            && RechercheDeCollectivites.EstLeNom(choisie.Nom, formulaire.Collectivite)
        )
            return choisie.Siren;
        var trouvees = await db.ChercherAsync(formulaire.Collectivite, 6, arret);
        if (trouvees.Find(t => t.Sure) is { } sure)
            return sure.Siren;
        if (ModelState.IsValid)
            ModelState.AddModelError(
                nameof(InscriptionFormulaire.Collectivite),
                trouvees.Count == 0
                    ? "Aucune collectivité connue ne correspond : vérifiez l’orthographe, ou donnez son SIREN "
                        + "(annuaire-entreprises.data.gouv.fr)."
                    : "Plusieurs collectivités répondent : ajoutez le département, ou donnez le SIREN, par exemple "
                        + string.Join(" ou ", trouvees.Take(3).Select(t => $"{t.Siren} ({t.Nom}, {t.Precision})"))
                        + "."
            );
        return null;
    }

    [HttpGet("inscription/envoye")]
    public IActionResult Envoyee() => View(Vues + "InscriptionEnvoyee.cshtml");

    [HttpGet("inscription/confirmation")]
    public async Task<IActionResult> Confirmer(string? jeton, CancellationToken arret)
    {
        ModelState.Clear();
        return View(
            Vues + "Confirmation.cshtml",
            await PageAsync(await TrouverAsync(jeton, arret), new ConfirmationFormulaire { Jeton = jeton }, arret)
        );
    }

    [HttpPost("inscription/confirmation")]
    [EnableRateLimiting(LimitesDeDebit.Connexions)]
    public async Task<IActionResult> Confirmer(ConfirmationFormulaire formulaire, CancellationToken arret)
    {
        var demande = await TrouverAsync(formulaire.Jeton, arret);
        var nouveau = demande is not null && await utilisateurs.FindByEmailAsync(demande.Adresse) is null;
        if (ModelState.IsValid && demande is not null && await acces.ConfirmerAsync(demande, formulaire.MotDePasse, arret) is { } refus)
            ModelState.AddModelError(nameof(ConfirmationFormulaire.MotDePasse), refus);
        if (!ModelState.IsValid || demande is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            db.ChangeTracker.Clear();
            return View(Vues + "Confirmation.cshtml", await PageAsync(demande, formulaire with { MotDePasse = null }, arret));
        }
        TempData["Succes"] = demande.InvitePar is null ? "Adresse confirmée. Votre demande est transmise." : "Accès ouvert.";
        // A new account has just chosen its password; who had one signs in with it.
        if (!nouveau)
            return Redirect(Adresses.Compte.Connexion);
        var personne = (await utilisateurs.FindByEmailAsync(demande.Adresse))!;
        await connexions.SignInAsync(personne, isPersistent: false);
        return Redirect(Accueils.Pour((await connexions.CreateUserPrincipalAsync(personne)).ActeurRequis()));
    }

    /// <summary>Where one stands while nobody has answered yet.</summary>
    [HttpGet("attente")]
    public async Task<IActionResult> Attendre(CancellationToken arret)
    {
        var personne = User.Acteur()?.Id;
        var demandes = await (
            from d in db.DemandesDAcces
            where personne != null && d.UtilisateurId == personne
            join c in db.Collectivites on d.Siren equals c.Siren
            orderby d.CreeLe descending
            select new DemandeLue(d, c.Nom, null)
        )
            .Take(20)
            .ToListAsync(arret);
        return View(Vues + "Attente.cshtml", demandes);
    }

    private async Task<DemandeDAcces?> TrouverAsync(string? jeton, CancellationToken arret) =>
        liens.Demande(jeton) is { } id
            ? await db.DemandesDAcces.AsTracking().FirstOrDefaultAsync(d => d.Id == id && d.ConfirmeeLe == null && d.CloseLe == null, arret)
            : null;

    private async Task<ConfirmationPage> PageAsync(DemandeDAcces? demande, ConfirmationFormulaire formulaire, CancellationToken arret) =>
        demande is null
            ? new ConfirmationPage(formulaire, null, false, false)
            : new ConfirmationPage(
                formulaire,
                await db.Collectivites.Where(c => c.Siren == demande.Siren).Select(c => c.Nom).SingleAsync(arret),
                await utilisateurs.FindByEmailAsync(demande.Adresse) is null,
                demande.InvitePar is not null
            );
}
