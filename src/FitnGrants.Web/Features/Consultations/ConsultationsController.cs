using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Consultations;

/// <summary>Avis asked about a dossier.</summary>
public sealed record ConsultationsPage(
    string Numero,
    string Titre,
    string Porteur,
    EtatDossier Etat,
    IReadOnlyList<Consultation> Consultations,
    DateOnly Aujourdhui
);

/// <summary>The service asks others for their avis, asks again, or gives it up.</summary>
[Route("instruction/{numero}/consultations")]
[Requiert(Droit.Instruire)]
public sealed class ConsultationsController(FitnContext db, Actes actes, Horloge horloge) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Lire(string numero, CancellationToken arret) => MontrerAsync(numero, new ConsultationFormulaire(), arret);

    [HttpPost("")]
    [UneFois]
    public Task<IActionResult> Demander([FromRoute] string numero, ConsultationFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero,
            formulaire,
            "Avis demandé."
                + (
                    Saisie.Date(formulaire.AvantLe) > horloge.Aujourdhui.AddDays(3)
                        ? " Un rappel part tout seul trois jours avant la date."
                        : ""
                ),
            Actes.Sans(a =>
                db.Consultations.Add(
                    Consultation.Demander(
                        a.Dossier,
                        new DemandeDAvis(
                            a.Acteur,
                            a.Instant,
                            Saisie.Propre(formulaire.Service)!,
                            Saisie.Propre(formulaire.Adresse)!,
                            Saisie.Propre(formulaire.Question)!,
                            Saisie.Date(formulaire.AvantLe)!.Value,
                            formulaire.Confidentielle
                        )
                    )
                )
            ),
            arret
        );

    [HttpPost("{id:guid}/relance")]
    public Task<IActionResult> Relancer([FromRoute] string numero, [FromRoute] Guid id, CancellationToken arret) =>
        SurLAvisAsync(numero, id, "Rappel envoyé.", (c, a) => c.Relancer(a.Acteur, a.Instant), arret);

    [HttpPost("{id:guid}/retrait")]
    public Task<IActionResult> Retirer([FromRoute] string numero, [FromRoute] Guid id, CancellationToken arret) =>
        SurLAvisAsync(numero, id, "Cet avis n’est plus demandé.", (c, a) => c.Retirer(a.Acteur, a.Instant), arret);

    private async Task<IActionResult> SurLAvisAsync(
        string numero,
        Guid id,
        string succes,
        Action<Consultation, ActeEnCours> acte,
        CancellationToken arret
    )
    {
        if (!await db.Consultations.AnyAsync(c => c.Id == id && db.Dossiers.Any(d => d.Id == c.DossierId && d.Numero == numero), arret))
            return NotFound();
        return await ActerAsync(
            numero,
            new ConsultationFormulaire(),
            succes,
            async a =>
            {
                acte(await db.Consultations.AsTracking().SingleAsync(c => c.Id == id, arret), a);
                return Actes.Rien;
            },
            arret
        );
    }

    private Task<IActionResult> ActerAsync(
        string numero,
        ConsultationFormulaire saisie,
        string succes,
        Func<ActeEnCours, Task<Resultat>> acte,
        CancellationToken arret
    ) =>
        actes.RepondreAsync(
            this,
            new ActeDemande
            {
                Acteur = User.ActeurRequis(),
                Dossier = (numero, d => d.InstruitsPar(User.ActeurRequis())),
                Revision = null,
            },
            acte,
            new ReponseDActe(succes, $"{Adresses.Instruction.Consultations(numero)}{Request.Suite()}", _ =>
                MontrerAsync(numero, saisie, arret)
            ),
            arret
        );

    private async Task<IActionResult> MontrerAsync(string numero, ConsultationFormulaire formulaire, CancellationToken arret)
    {
        var lu = await (
            from d in db.Dossiers.InstruitsPar(User.ActeurRequis())
            where d.Numero == numero
            join c in db.Collectivites on d.Siren equals c.Siren
            select new ConsultationsPage(
                numero,
                d.Titre,
                c.Nom,
                d.Etat,
                db.Consultations.Where(x => x.DossierId == d.Id).OrderByDescending(x => x.DemandeeLe).ToList(),
                horloge.Aujourdhui
            )
        ).FirstOrDefaultAsync(arret);
        if (lu is null)
            return NotFound();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData.Porter(lu);
        return View("/Features/Consultations/Demandes.cshtml", formulaire);
    }
}
