using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>A name for the filters of the list.</summary>
public sealed record VueFormulaire(string? Nom);

public sealed class VueValidator : AbstractValidator<VueFormulaire>
{
    public VueValidator() => RuleFor(f => f.Nom).NotEmpty().WithMessage("Donnez un nom à ces filtres.").TexteLibre(60);
}

/// <summary>The columns one wants.</summary>
public sealed record ColonnesFormulaire
{
    public List<string> Colonnes { get; init; } = [];
}

/// <summary>How an agent likes its list: columns, and filters under a name.</summary>
[Route("instruction")]
[Requiert(Droit.LireListeDeTravail)]
public sealed class VuesController(FitnContext db, Horloge horloge) : Controller
{
    /// <summary>Names of one account at most.</summary>
    public const int Maximum = 20;

    [HttpPost("vues")]
    [UneFois]
    public async Task<IActionResult> Enregistrer(VueFormulaire formulaire, ListeFiltre filtre, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        filtre = filtre.Propre() with { Apres = null, Numeros = [] };
        var refus =
            !ModelState.IsValid ? ModelState.Values.First(v => v.Errors.Count > 0).Errors[0].ErrorMessage
            : await db.Vues.CountAsync(v => v.UtilisateurId == acteur.Id && v.Nom != formulaire.Nom, arret) >= Maximum
                ? $"Vous avez déjà {Maximum} filtres enregistrés : supprimez-en un."
            : null;
        if (refus is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(
                "/Features/Instruction/Liste.cshtml",
                await ListePage.ChargerAsync(db, filtre, acteur, horloge.Aujourdhui, arret) with
                {
                    RefusDeNom = refus,
                    NomSaisi = formulaire.Nom,
                }
            );
        }
        var nom = Saisie.Propre(formulaire.Nom)!;
        // The same name again replaces.
        await db.Vues.Where(v => v.UtilisateurId == acteur.Id && v.Nom == nom).ExecuteDeleteAsync(arret);
        db.Vues.Add(
            new VueEnregistree
            {
                Id = Guid.CreateVersion7(),
                UtilisateurId = acteur.Id,
                Nom = nom,
                Adresse = filtre.Adresse(),
            }
        );
        await db.SaveChangesAsync(arret);
        TempData["Succes"] = $"Filtres enregistrés sous « {nom} ».";
        return Redirect(Adresses.Instruction.Liste + filtre.Adresse());
    }

    [HttpPost("vues/{id:guid}/suppression")]
    public async Task<IActionResult> Supprimer([FromRoute] Guid id, CancellationToken arret)
    {
        var moi = User.ActeurRequis().Id;
        if (await db.Vues.Where(v => v.Id == id && v.UtilisateurId == moi).ExecuteDeleteAsync(arret) == 0)
            return NotFound();
        TempData["Succes"] = "Filtres supprimés.";
        return Redirect(Adresses.Instruction.Liste);
    }

    [HttpPost("colonnes")]
    public async Task<IActionResult> Choisir(ColonnesFormulaire formulaire, ListeFiltre filtre, CancellationToken arret)
    {
        var moi = User.ActeurRequis().Id;
        var colonnes = string.Join(',', ListePage.ChoixDesColonnes.Select(c => c.Valeur).Where(formulaire.Colonnes.Contains));
        await db.Users.Where(u => u.Id == moi).ExecuteUpdateAsync(u => u.SetProperty(x => x.Colonnes, colonnes), arret);
        return Redirect(Adresses.Instruction.Liste + (filtre.Propre() with { Numeros = [] }).Adresse());
    }
}
