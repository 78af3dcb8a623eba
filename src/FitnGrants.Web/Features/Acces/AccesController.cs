using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Acces;

/// <summary>A request as people read it.</summary>
public sealed record DemandeLue(DemandeDAcces Demande, string Collectivite, string? Deja);

/// <summary>A request, and where it is answered.</summary>
public sealed record DemandeARepondre(DemandeLue Lue, string Accord, string Refus)
{
    public static DemandeARepondre ParUnService(DemandeLue d) =>
        new(d, Adresses.Instruction.AccordDAcces(d.Demande.Id), Adresses.Instruction.RefusDAcces(d.Demande.Id));

    public static DemandeARepondre ParSonEquipe(DemandeLue d) =>
        new(d, Adresses.Acces.AccordDeDemande(d.Demande.Id), Adresses.Acces.RefusDeDemande(d.Demande.Id));
}

/// <summary>The people of a collectivité, and who asks to be.</summary>
public sealed record EquipePage(
    string Siren,
    string Collectivite,
    IReadOnlyList<EquipePage.Personne> Personnes,
    IReadOnlyList<DemandeLue> Demandes,
    IReadOnlyList<DemandeLue> Invitations
)
{
    public sealed record Personne(Guid Compte, string Adresse, string Fonction, Role Role, bool Moi);
}

/// <summary>A legal representative opens and closes the door of its collectivité.</summary>
[Route("compte/acces")]
[Requiert(Droit.GererAcces)]
public sealed class AccesController(FitnContext db, AccesDesCollectivites acces) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Voir(CancellationToken arret) =>
        View("/Features/Acces/Equipe.cshtml", await PageAsync(new InvitationFormulaire(), arret));

    [HttpPost("invitation")]
    [UneFois]
    public async Task<IActionResult> Inviter(InvitationFormulaire formulaire, CancellationToken arret)
    {
        if (!EstDesMiens(formulaire.Siren))
            return NotFound();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("/Features/Acces/Equipe.cshtml", await PageAsync(formulaire, arret));
        }
        await acces.DemanderAsync(
            formulaire.Adresse!,
            formulaire.Siren!,
            formulaire.Fonction!.Trim(),
            formulaire.Role!.Value,
            User.ActeurRequis(),
            arret
        );
        return Vers("Invitation envoyée. Elle est valable sept jours.");
    }

    [HttpPost("{siren}/{id:guid}/role")]
    public async Task<IActionResult> Changer(string siren, Guid id, Role? role, CancellationToken arret) =>
        role is { } choisi ? await ChangerAsync(siren, id, choisi, "Rôle changé.", arret) : BadRequest();

    /// <summary>Asks once, and names what will happen.</summary>
    [HttpGet("{siren}/{id:guid}/retrait")]
    public async Task<IActionResult> DemanderLeRetrait(string siren, Guid id, CancellationToken arret)
    {
        var (equipes, _) = await PageAsync(new InvitationFormulaire(), arret);
        if (
            equipes.FirstOrDefault(e => e.Siren == siren) is not { } equipe
            || equipe.Personnes.FirstOrDefault(p => p.Compte == id) is not { } personne
        )
            return NotFound();
        return View("/Features/Acces/Retrait.cshtml", new RetraitDePersonne(equipe, personne));
    }

    [HttpPost("{siren}/{id:guid}/retrait")]
    public Task<IActionResult> Retirer(string siren, Guid id, CancellationToken arret) =>
        ChangerAsync(siren, id, null, "Accès retiré. Il prend effet dans la minute.", arret);

    [HttpPost("demandes/{id:guid}/accord")]
    public Task<IActionResult> Accepter(Guid id, CancellationToken arret) => TrancherAsync(id, true, null, arret);

    [HttpPost("demandes/{id:guid}/refus")]
    public Task<IActionResult> Refuser(Guid id, RefusDAccesFormulaire formulaire, CancellationToken arret) =>
        ModelState.IsValid ? TrancherAsync(id, false, formulaire.Motif, arret) : RefuserSansMotifAsync(arret);

    private async Task<IActionResult> RefuserSansMotifAsync(CancellationToken arret)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Acces/Equipe.cshtml", await PageAsync(new InvitationFormulaire(), arret));
    }

    private async Task<IActionResult> ChangerAsync(string siren, Guid compte, Role? role, string succes, CancellationToken arret)
    {
        if (!EstDesMiens(siren) || !await db.Habilitations.AnyAsync(h => h.Siren == siren && h.UtilisateurId == compte, arret))
            return NotFound();
        var acteur = User.ActeurRequis();
        await acces.ChangerAsync(siren, compte, role, acteur, arret);
        return compte == acteur.Id ? Redirect("/") : Vers(succes);
    }

    private async Task<IActionResult> TrancherAsync(Guid id, bool accorde, string? motif, CancellationToken arret)
    {
        var sirens = Miens();
        if (
            await db
                .DemandesDAcces.AsTracking()
                .FirstOrDefaultAsync(
                    d => d.Id == id && sirens.Contains(d.Siren) && (d.ConfirmeeLe != null || (d.InvitePar != null && !accorde)),
                    arret
                )
            is not { } demande
        )
            return NotFound();
        await acces.TrancherAsync(demande, accorde, motif, User.ActeurRequis(), arret);
        return Vers(accorde ? "Accès ouvert. La personne en est avertie." : "Réponse enregistrée.");
    }

    private RedirectResult Vers(string succes)
    {
        TempData["Succes"] = succes;
        return Redirect(Adresses.Acces.Liste);
    }

    private string[] Miens() =>
        [
            .. User.ActeurRequis()
                .Pour(Droit.GererAcces)
                .Where(h => h.Siren is not null)
                .Select(h => h.Siren!)
                .Distinct(StringComparer.Ordinal),
        ];

    private bool EstDesMiens(string? siren) => siren is not null && Miens().Contains(siren, StringComparer.Ordinal);

    private async Task<EquipesPage> PageAsync(InvitationFormulaire formulaire, CancellationToken arret)
    {
        var (sirens, moi) = (Miens(), User.ActeurRequis().Id);
        var noms = await db.Collectivites.Where(c => sirens.Contains(c.Siren)).Select(c => new { c.Siren, c.Nom }).ToListAsync(arret);
        var personnes = await (
            from h in db.Habilitations
            where sirens.Contains(h.Siren!)
            join u in db.Users on h.UtilisateurId equals u.Id
            orderby u.Email
            select new
            {
                h.Siren,
                h.Role,
                u.Id,
                u.Email,
                u.Fonction,
            }
        ).ToListAsync(arret);
        var demandes = await db
            .DemandesDAcces.Where(d => sirens.Contains(d.Siren) && d.CloseLe == null && (d.ConfirmeeLe != null || d.InvitePar != null))
            .OrderBy(d => d.CreeLe)
            .Take(100)
            .ToListAsync(arret);
        return new EquipesPage(
            [
                .. noms.OrderBy(n => n.Nom)
                    .Select(n => new EquipePage(
                        n.Siren,
                        n.Nom,
                        [
                            .. personnes
                                .Where(p => p.Siren == n.Siren)
                                .GroupBy(p => p.Id)
                                .Select(g => new EquipePage.Personne(
                                    g.Key,
                                    g.First().Email!,
                                    g.First().Fonction,
                                    Equipe.Roles.First(r => g.Any(p => p.Role == r)),
                                    g.Key == moi
                                )),
                        ],
                        [.. demandes.Where(d => d.Siren == n.Siren && d.InvitePar is null).Select(d => new DemandeLue(d, n.Nom, null))],
                        [.. demandes.Where(d => d.Siren == n.Siren && d.InvitePar is not null).Select(d => new DemandeLue(d, n.Nom, null))]
                    )),
            ],
            formulaire
        );
    }
}

/// <summary>The préfecture accepts the first people of the collectivités of its département.</summary>
[Route("instruction/acces")]
[Requiert(Droit.ApprouverAcces)]
public sealed class ApprobationsController(FitnContext db, AccesDesCollectivites acces) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Voir(CancellationToken arret) => View("/Features/Acces/Approbations.cshtml", await ListeAsync(arret));

    [HttpPost("{id:guid}/accord")]
    public Task<IActionResult> Accepter(Guid id, CancellationToken arret) => TrancherAsync(id, true, null, arret);

    [HttpPost("{id:guid}/refus")]
    public async Task<IActionResult> Refuser(Guid id, RefusDAccesFormulaire formulaire, CancellationToken arret)
    {
        if (ModelState.IsValid)
            return await TrancherAsync(id, false, formulaire.Motif, arret);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Acces/Approbations.cshtml", await ListeAsync(arret));
    }

    private async Task<IActionResult> TrancherAsync(Guid id, bool accorde, string? motif, CancellationToken arret)
    {
        if (await Attendues().AsTracking().FirstOrDefaultAsync(d => d.Id == id, arret) is not { } demande)
            return NotFound();
        await acces.TrancherAsync(demande, accorde, motif, User.ActeurRequis(), arret);
        TempData["Succes"] = accorde ? "Accès ouvert. La personne en est avertie." : "Demande refusée. La personne lira votre motif.";
        return Redirect(Adresses.Instruction.Acces);
    }

    /// <summary>Confirmed requests for the collectivités of the actor's départements.</summary>
    private IQueryable<DemandeDAcces> Attendues()
    {
        string[] departements =
        [
            .. User.ActeurRequis().Pour(Droit.ApprouverAcces).Where(h => h.Departement is not null).Select(h => h.Departement!),
        ];
        return db.DemandesDAcces.Where(d =>
            d.ConfirmeeLe != null
            && d.CloseLe == null
            && d.InvitePar == null
            && db.Collectivites.Any(c => c.Siren == d.Siren && departements.Contains(c.Departement))
        );
    }

    private async Task<IReadOnlyList<DemandeLue>> ListeAsync(CancellationToken arret)
    {
        var lignes = await (
            from d in Attendues()
            join c in db.Collectivites on d.Siren equals c.Siren
            orderby d.ConfirmeeLe
            select new
            {
                Demande = d,
                c.Nom,
                Deja = (
                    from h in db.Habilitations
                    join u in db.Users on h.UtilisateurId equals u.Id
                    where h.Siren == d.Siren && h.Role == Role.RepresentantLegal
                    select u.Fonction
                ).FirstOrDefault(),
            }
        )
            .Take(200)
            .ToListAsync(arret);
        return [.. lignes.Select(l => new DemandeLue(l.Demande, l.Nom, l.Deja))];
    }
}

/// <summary>The teams of a person, and an invitation.</summary>
public sealed record EquipesPage(IReadOnlyList<EquipePage> Equipes, InvitationFormulaire Formulaire);

/// <summary>Who leaves which team.</summary>
public sealed record RetraitDePersonne(EquipePage Equipe, EquipePage.Personne Personne);
