using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Services;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>The templates of the letters of a service: French text with fields, tried before it is kept, each version kept.</summary>
[Route("administration/services/{code}/modeles/{nature}")]
[Requiert(Droit.TenirServices)]
public sealed class ModelesController(
    FitnContext db,
    ModelesDeLettres modeles,
    EssaisDeModele essais,
    RegistreDesReglements reglements,
    Horloge horloge
) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Voir(string code, NatureDeLettre nature, int? version, CancellationToken arret)
    {
        if (await ChargerAsync(code, nature, arret) is not { } page)
            return NotFound();
        var ancienne = page.Versions.FirstOrDefault(v => v.Numero == version);
        return await MontrerAsync(
            page,
            new ModeleFormulaire
            {
                Nature = nature,
                Precedent = page.Numero,
                Texte = ancienne is null ? page.EnUsage : ancienne.Texte ?? modeles.Livre(nature),
            },
            arret
        );
    }

    [HttpPost("")]
    public async Task<IActionResult> Ecrire(
        [FromRoute] string code,
        [FromRoute] NatureDeLettre nature,
        ModeleFormulaire formulaire,
        CancellationToken arret
    )
    {
        // The text was judged for the letter that the form names: it is kept for no other.
        if (formulaire.Nature != nature || await ChargerAsync(code, nature, arret) is not { } page)
            return NotFound();
        if (!ModelState.IsValid || formulaire.Action is not ("enregistrer" or "livre"))
            return await MontrerAsync(page, formulaire, arret);
        if (formulaire.Precedent != page.Numero)
            throw new PagePerimeeException(page.Versions[0].Id);
        var acteur = User.ActeurRequis();
        var texte = formulaire.Action == "livre" ? null : formulaire.Propre;
        if ((texte ?? modeles.Livre(nature)) != page.EnUsage)
            await GarderAsync(
                ModeleDuService.Ecrire(code, nature, page.Numero, texte, acteur, horloge.Maintenant.ToUniversalTime()),
                arret
            );
        TempData["Succes"] = "Modèle enregistré. Les lettres éditées avant ne changent pas.";
        return Redirect(Adresses.ServicesEmetteurs.Modele(code, nature.ToString()));
    }

    /// <summary>Of two people at once, the second reads what the first kept.</summary>
    private async Task GarderAsync(ModeleDuService modele, CancellationToken arret)
    {
        try
        {
            await db.ActeAsync(
                User.ActeurRequis(),
                horloge.Maintenant,
                () =>
                {
                    db.ModelesDesServices.Add(modele);
                    return Task.CompletedTask;
                },
                arret
            );
        }
        catch (DbUpdateException e)
            when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            throw new PagePerimeeException();
        }
    }

    private Task<ModelePage?> ChargerAsync(string code, NatureDeLettre nature, CancellationToken arret) =>
        ModelePage.ChargerAsync(db, modeles, reglements, User.ActeurRequis(), (code, nature), arret);

    private async Task<IActionResult> MontrerAsync(ModelePage page, ModeleFormulaire formulaire, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        var numero = page.Dossiers.Any(d => d.Numero == formulaire.Dossier) ? formulaire.Dossier : page.Dossiers.FirstOrDefault().Numero;
        var montree = formulaire with { Dossier = numero, Precedent = page.Numero, Nature = page.Nature };
        ViewData.Porter(
            page with
            {
                Avant = await essais.EssayerAsync(page.Nature, numero, page.EnUsage, acteur, arret),
                Apres =
                    ModelState.IsValid && montree.Propre != page.EnUsage
                        ? await essais.EssayerAsync(page.Nature, numero, montree.Propre, acteur, arret)
                        : null,
            }
        );
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Administration/Modele.cshtml", montree);
    }
}
