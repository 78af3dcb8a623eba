using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>The versions of each règlement: read, compared, prepared, published.</summary>
[Route("administration/reglements")]
[Requiert(Droit.TenirReglements)]
public sealed class ReglementsController(
    FitnContext db,
    RegistreDesReglements reglements,
    Horloge horloge,
    EffetsDUneVersion effets,
    PublicationDesVersions publications
) : Controller
{
    private const string Vues = "/Features/Administration/";

    [HttpGet("")]
    public async Task<IActionResult> Liste(CancellationToken arret) =>
        View(
            Vues + "Reglements.cshtml",
            await DispositifPage.ChargerAsync(db, reglements, reglements.EnVigueur, horloge.Aujourdhui, arret)
        );

    [HttpGet("{code}")]
    public async Task<IActionResult> Dispositif(string code, CancellationToken arret) =>
        await DispositifPage.ChargerAsync(db, reglements, code, horloge.Aujourdhui, arret) is { } page
            ? View(Vues + "Dispositif.cshtml", page)
            : NotFound();

    [HttpGet("{code}/{version}")]
    public async Task<IActionResult> Version(string code, string version, VersionFiltre filtre, CancellationToken arret) =>
        await VersionPage.ChargerAsync(db, reglements, code, version, filtre, Lecteur.De(User.ActeurRequis()), horloge.Aujourdhui, arret)
            is { } page
            ? View(Vues + "Version.cshtml", page)
            : NotFound();

    [HttpGet("{code}/nouvelle")]
    public async Task<IActionResult> Nouvelle(string code, CancellationToken arret) =>
        reglements.Trouver(code) is { } enVigueur
            ? View(Vues + "NouvelleVersion.cshtml", new NouvelleVersionPage(enVigueur, await ContenuAsync(enVigueur, arret), []))
            : NotFound();

    /// <summary>Verifies and previews: nothing is stored.</summary>
    [HttpPost("{code}/nouvelle")]
    public async Task<IActionResult> Verifier([FromRoute] string code, NouvelleVersionFormulaire formulaire, CancellationToken arret)
    {
        if (reglements.Trouver(code) is not { } enVigueur)
            return NotFound();
        var contenu = await formulaire.ContenuAsync(arret);
        if (contenu is null || VerificationDeReglement.EstTropLong(contenu))
            return TropLong(
                enVigueur,
                formulaire.Texte,
                formulaire.Fichier is { Length: > 0 } ? nameof(formulaire.Fichier) : nameof(formulaire.Texte)
            );
        var verifie = VerificationDeReglement.Faire(code, contenu, await ContenuAsync(enVigueur, arret));
        if (verifie.Reglement is null || Connue(verifie.Reglement) is not null)
            return ACorriger(enVigueur, verifie);
        var propose = new PublicationFormulaire
        {
            Texte = contenu,
            Le = Saisie.Texte(horloge.Aujourdhui),
            Precedente = enVigueur.Version,
        };
        return View(Vues + "ApercuVersion.cshtml", await ApercuAsync(enVigueur, verifie, propose, arret));
    }

    [HttpPost("{code}/nouvelle/publication")]
    public async Task<IActionResult> Publier([FromRoute] string code, PublicationFormulaire formulaire, CancellationToken arret)
    {
        if (reglements.Trouver(code) is not { } enVigueur)
            return NotFound();
        var contenu = VerificationDeReglement.Normaliser(formulaire.Texte);
        if (VerificationDeReglement.EstTropLong(contenu))
            return TropLong(enVigueur, formulaire.Texte, nameof(formulaire.Texte));
        var verifie = VerificationDeReglement.Faire(code, contenu, await ContenuAsync(enVigueur, arret));
        if (verifie.Reglement is not { } reglement || Connue(reglement) is not null)
            return ACorriger(enVigueur, verifie);
        if (ModelState.IsValid && await PublierAsync(reglement, contenu, formulaire, arret) is { } publiee)
            return publiee;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(
            Vues + "ApercuVersion.cshtml",
            await ApercuAsync(enVigueur, verifie, formulaire with { Precedente = enVigueur.Version }, arret)
        );
    }

    /// <summary>Null when it was refused.</summary>
    private async Task<IActionResult?> PublierAsync(
        Reglement reglement,
        string contenu,
        PublicationFormulaire formulaire,
        CancellationToken arret
    )
    {
        var le = Saisie.Date(formulaire.Le)!.Value;
        var acte = new VersionAPublier(reglement, contenu, le, formulaire.Confirme, formulaire.Precedente);
        if (await publications.PublierAsync(acte, User.ActeurRequis(), horloge.Maintenant, arret) is var (champ, message))
        {
            ModelState.AddModelError(champ, message);
            return null;
        }
        TempData["Succes"] = $"Version publiée. Elle juge les brouillons et les premiers dépôts à partir du {Francais.Date(le)}.";
        return Redirect(Adresses.ReglementsPublies.Version(reglement.Code, reglement.Version[..12]));
    }

    private async Task<ApercuPage> ApercuAsync(
        Reglement enVigueur,
        VerificationDeReglement verifie,
        PublicationFormulaire formulaire,
        CancellationToken arret
    ) =>
        new(
            enVigueur,
            verifie,
            Differences.Entre(enVigueur, verifie.Reglement!),
            await effets.MesurerAsync(verifie.Reglement!, horloge.Maintenant, arret),
            [.. reglements.Publications.Where(p => p.Code == enVigueur.Code && p.EnVigueurLe > horloge.Aujourdhui)],
            formulaire
        );

    private ViewResult TropLong(Reglement enVigueur, string? texte, string champ)
    {
        ModelState.AddModelError(champ, Francais.Typographier("Ce texte est trop long : 200 Ko au plus."));
        return Refuse(new NouvelleVersionPage(enVigueur, texte, []));
    }

    /// <summary>The faults at their lines, and the text as it was sent.</summary>
    private ViewResult ACorriger(Reglement enVigueur, VerificationDeReglement verifie)
    {
        var phrase = verifie.Reglement is null ? verifie.Erreurs[0].Phrase : Connue(verifie.Reglement)!;
        // The text of a file takes the place of what was typed.
        ModelState.Clear();
        ModelState.AddModelError(nameof(NouvelleVersionFormulaire.Texte), Francais.Typographier(phrase));
        return Refuse(new NouvelleVersionPage(enVigueur, verifie.Contenu, verifie.Erreurs));
    }

    private ViewResult Refuse(NouvelleVersionPage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Vues + "NouvelleVersion.cshtml", page);
    }

    private string? Connue(Reglement reglement) =>
        reglements.Publications.FirstOrDefault(p => p.Version == reglement.Version) is { } connue
            ? PublicationDesVersions.DejaPubliee(connue)
            : null;

    private Task<string> ContenuAsync(Reglement reglement, CancellationToken arret) =>
        db.VersionsDeReglement.Where(v => v.Version == reglement.Version).Select(v => v.Contenu).SingleAsync(arret);
}
