using System.Security.Cryptography;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>A session as its minutes will tell it: completed during it and after it, until they are edited.</summary>
/// <param name="Seance">The session, with its points.</param>
/// <param name="Points">« 1. Vern-sur-Seiche – Portail des familles », by dossier.</param>
/// <param name="Editee">True once the minutes are edited: nothing changes any more.</param>
/// <param name="Signe">True once their signed paper is joined.</param>
public sealed record TenuePage(Seance Seance, IReadOnlyDictionary<Guid, string> Points, bool Editee, bool Signe);

/// <summary>The signed minutes.</summary>
public sealed record ProcesVerbalSigneFormulaire
{
    public IFormFile? Fichier { get; init; }
}

public sealed class ProcesVerbalSigneValidator : AbstractValidator<ProcesVerbalSigneFormulaire>
{
    public ProcesVerbalSigneValidator() =>
        RuleFor(f => f.Fichier).NotNull().WithMessage("Choisissez le procès-verbal signé, numérisé en PDF.");
}

[Route("comite/seances/{id:guid}/tenue")]
[Requiert(Droit.Decider)]
public sealed class TenueController(FitnContext db, Actes actes, Archives archives, NumerisationsSignees numerisations) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Voir(Guid id, CancellationToken arret) => MontrerAsync(id, null, arret);

    [HttpPost("")]
    public Task<IActionResult> Noter([FromRoute] Guid id, TenueFormulaire formulaire, CancellationToken arret) =>
        actes.RepondreAsync(
            this,
            ActeDemande.EnSeance(id, User.ActeurRequis(), Droit.Decider, formulaire.Revision),
            async a =>
            {
                if (await EstEditeeAsync(id, arret))
                    throw new ActeImpossibleException("Action impossible : le procès-verbal est édité, il ne change plus.");
                var resultat = Resultat.De(Impossibles(a.Seance, formulaire));
                if (resultat.EstAccepte)
                    Tenir(a, formulaire);
                return resultat;
            },
            new ReponseDActe("Tenue de la séance enregistrée. Le procès-verbal la porte.", Adresses.Seances.Tenue(id), r =>
            {
                foreach (var refus in r?.Refus ?? [])
                    ModelState.AddModelError(refus.Champ!, refus.Message);
                return MontrerAsync(id, formulaire, arret);
            }),
            arret
        );

    /// <summary>What cannot have been: more votes than voters, a quorum above the members, a convocation after the session.</summary>
    private static IEnumerable<Constat> Impossibles(Seance seance, TenueFormulaire formulaire)
    {
        var tenue = formulaire.Tenue();
        if (tenue.Quorum > seance.Membres.Length)
            yield return Refus(
                nameof(formulaire.Quorum),
                $"L’instance a {Francais.Compte(seance.Membres.Length, "membre")} : le quorum ne peut pas dépasser ce nombre."
            );
        if (tenue.ConvoqueeLe > seance.Jour)
            yield return Refus(nameof(formulaire.ConvoqueeLe), "La convocation est antérieure à la séance.");
        if (tenue.FinA < tenue.DebutA)
            yield return Refus(nameof(formulaire.FinA), "La séance se lève après son ouverture.");
        var siegent = seance.Membres.Where(m =>
            formulaire.Presences.Count == 0 ? m.Siege : (m with { Presence = formulaire.Presences.GetValueOrDefault(m.Code) }).Siege
        );
        var presents = siegent.Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < formulaire.Points.Count; i++)
        {
            var point = seance.Points.FirstOrDefault(p => p.DossierId == formulaire.Points[i].Dossier && p.Etat != EtatPoint.Retire);
            if (point is null || formulaire.Points[i].Lire()?.Vote is not { } vote)
                continue;
            var votants = presents.Count == 0 ? seance.VotantsAuPlus(point) : presents.Count(c => !point.Deports.Any(d => d.Membre == c));
            if (vote.Votants > votants)
                yield return Refus(
                    $"Points[{i}].Pour",
                    $"{Francais.Compte(votants, "membre vote", "membres votent")} au plus sur ce point : "
                        + $"vous comptez {Francais.Compte(vote.Votants, "voix", "voix")}."
                );
        }
    }

    private static Constat Refus(string champ, string message) =>
        new()
        {
            Regle = "",
            Nom = "",
            Resultat = ResultatConstat.Bloquant,
            Message = Francais.Typographier(message),
            Source = Source.Aucune,
            Champ = champ,
        };

    /// <summary>The minutes as chair and secretary signed them, beside what was edited.</summary>
    [HttpPost("signature")]
    [EnableRateLimiting(LimitesDeDebit.Televersements)]
    [RequestSizeLimit(OptionsDePieces.OctetsParEnvoi)]
    [RequestFormLimits(MultipartBodyLengthLimit = OptionsDePieces.OctetsParEnvoi)]
    public async Task<IActionResult> Signer([FromRoute] Guid id, ProcesVerbalSigneFormulaire formulaire, CancellationToken arret)
    {
        var (contenu, refus) = ModelState.IsValid ? await numerisations.LireAsync(formulaire.Fichier!, arret) : (null, null);
        if (refus is not null)
            ModelState.AddModelError(nameof(formulaire.Fichier), refus);
        return await actes.RepondreAsync(
            this,
            ActeDemande.EnSeance(id, User.ActeurRequis(), Droit.Decider, null),
            async a =>
            {
                if (!await EstEditeeAsync(id, arret))
                    throw new ActeImpossibleException("Action impossible : le procès-verbal n’est pas encore édité.");
                a.Seance.SignerLeProcesVerbal(Convert.ToHexStringLower(SHA256.HashData(contenu!)), a.Acteur);
                await archives.SignerAsync(id, MinutesController.Signe, contenu!, arret);
                return Actes.Rien;
            },
            new ReponseDActe("Procès-verbal signé joint. Les membres l’ouvrent depuis la séance.", Adresses.Seances.Tenue(id), _ =>
                MontrerAsync(id, null, arret)
            ),
            arret
        );
    }

    private static void Tenir(ActeEnCours a, TenueFormulaire formulaire)
    {
        a.Seance.DecrireLaTenue(formulaire.Tenue(), a.Acteur);
        if (formulaire.Presences.Count > 0)
            a.Seance.Pointer(formulaire.Presences, a.Acteur);
        foreach (var point in formulaire.Points)
        {
            var notee = a.Seance.Points.FirstOrDefault(p => p.DossierId == point.Dossier && p.Etat != EtatPoint.Retire)?.Deliberation;
            // What was noted and is blank now is taken back.
            var lue = point.Lire() ?? (notee is null ? null : new Deliberation(null, null));
            if (lue is not null && lue != notee)
                a.Seance.NoterLaDeliberation(point.Dossier, lue, a.Acteur);
        }
    }

    /// <summary>True once the minutes are edited as they stand: a decision rectified later calls for others, completed first.</summary>
    private async Task<bool> EstEditeeAsync(Guid id, CancellationToken arret)
    {
        var reference = await db
            .Seances.Where(s => s.Id == id)
            .Select(s => 1 + db.Decisions.IgnoreQueryFilters().Count(d => d.SeanceId == id && d.EnregistreeLe > s.ClotureeLe))
            .FirstOrDefaultAsync(arret);
        var cle = $"edition-{reference}";
        return await db.Documents.AnyAsync(d => d.ObjetId == id && d.Type == "proces-verbal" && d.Reference == cle, arret);
    }

    private async Task<IActionResult> MontrerAsync(Guid id, TenueFormulaire? refuse, CancellationToken arret)
    {
        var seance = await db
            .Seances.VisiblesPar(User.ActeurRequis(), Droit.Decider)
            .Include(s => s.Points)
            .FirstOrDefaultAsync(s => s.Id == id, arret);
        if (seance is null or { Etat: EtatSeance.Annulee })
            return NotFound();
        Guid[] dossiers = [.. seance.Points.Select(p => p.DossierId)];
        var titres = await (
            from d in db.Dossiers
            where dossiers.Contains(d.Id)
            join c in db.Collectivites on d.Siren equals c.Siren
            select new
            {
                d.Id,
                c.Nom,
                d.Titre,
            }
        ).ToDictionaryAsync(d => d.Id, d => Francais.Typographier($"{d.Nom} – {d.Titre}"), arret);
        var gardes = await db.Documents.Where(d => d.ObjetId == id).Select(d => d.Type).Distinct().ToListAsync(arret);
        ViewData.Porter(new TenuePage(seance, titres, await EstEditeeAsync(id, arret), gardes.Contains(MinutesController.Signe)));
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Comite/Tenue.cshtml", refuse ?? TenueFormulaire.De(seance));
    }
}
