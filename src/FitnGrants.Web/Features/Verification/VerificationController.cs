using System.Security.Cryptography;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Features.Suivi;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Verification;

/// <summary>A code and, if one wishes, the file itself.</summary>
public sealed record VerificationFormulaire
{
    public string? Code { get; init; }
    public IFormFile? Fichier { get; init; }
}

public sealed class VerificationValidator : AbstractValidator<VerificationFormulaire>
{
    public VerificationValidator()
    {
        RuleFor(f => f.Code)
            .Must(c => Archives.Normaliser(c) is not null)
            .WithMessage("Tapez la référence imprimée en bas du document : douze lettres et chiffres, par exemple 7K2M-9QXT-3BFD.");
        RuleFor(f => f.Fichier).Must(f => f is null || f.Length <= 25_000_000).WithMessage("Ce fichier est trop lourd : 25 Mo au plus.");
    }
}

/// <summary>What a code says: which document, when, its hash; whether a file is that document to the byte.</summary>
public sealed record VerificationPage(
    string Code,
    string? Document,
    string? Numero,
    DateTimeOffset? Le,
    string? Empreinte,
    bool? Conforme,
    DateTimeOffset? Remplace = null,
    DateTimeOffset? Repris = null
);

/// <summary>A receipt, a letter, minutes: genuine or not. Says nothing of what is written in them.</summary>
[Route("verification")]
public sealed class VerificationController(FitnContext db) : Controller
{
    [HttpGet("")]
    [Public]
    public IActionResult Demander() => View("/Features/Verification/Index.cshtml", new VerificationFormulaire());

    [HttpPost("")]
    [Public]
    [EnableRateLimiting(LimitesDeDebit.Verifications)]
    [RequestSizeLimit(26_000_000)]
    public async Task<IActionResult> Verifier(VerificationFormulaire formulaire, CancellationToken arret)
    {
        if (ModelState.IsValid && formulaire.Fichier is null)
            return Redirect(Adresses.Reference(Archives.Normaliser(formulaire.Code)!));
        if (ModelState.IsValid)
            ViewData.Porter(
                await ChercherAsync(Archives.Normaliser(formulaire.Code)!, await EmpreinteAsync(formulaire.Fichier!, arret), arret)
            );
        else
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Verification/Index.cshtml", formulaire);
    }

    [HttpGet("{reference}")]
    [Public]
    public async Task<IActionResult> Voir(string reference, CancellationToken arret)
    {
        var code = Archives.Normaliser(reference);
        ViewData.Porter(
            code is null ? new VerificationPage(reference, null, null, null, null, null) : await ChercherAsync(code, null, arret)
        );
        if (ViewData.Trouver<VerificationPage>() is { Document: null })
            Response.StatusCode = StatusCodes.Status404NotFound;
        return View("/Features/Verification/Index.cshtml", new VerificationFormulaire { Code = reference });
    }

    private async Task<VerificationPage> ChercherAsync(string code, string? empreinte, CancellationToken arret)
    {
        var trouve = await db
            .Documents.Where(d => d.Code == code)
            .Select(d => new
            {
                d.Type,
                d.CreeLe,
                d.Empreinte,
                d.Reference,
                Dossier = db.Dossiers.IgnoreQueryFilters().Where(x => x.Id == d.ObjetId).Select(x => x.Numero).FirstOrDefault(),
                Acte = db.ActesAttributifs.Where(a => a.DossierId == d.ObjetId).Select(a => a.Numero).FirstOrDefault(),
                // Minutes of a session, an act, an avenant may have another edition since; every other document is alone of its reference.
                Remplace = db
                    .Documents.Where(x =>
                        x.ObjetId == d.ObjetId
                        && x.Type == d.Type
                        && (
                            d.Type == PapiersDuSuivi.TypeDeLActe
                            || d.Reference.StartsWith("edition-")
                            // « numéro/édition »: another edition of the same avenant.
                            || (
                                d.Type == PapiersDuSuivi.TypeDeLAvenant
                                && x.Reference.StartsWith(d.Reference.Substring(0, d.Reference.IndexOf("/") + 1))
                            )
                        )
                        && x.CreeLe > d.CreeLe
                    )
                    .Max(x => (DateTimeOffset?)x.CreeLe),
                // Taken back, and not edited again yet.
                Repris = db
                    .ActesAttributifs.Where(a =>
                        d.Type == PapiersDuSuivi.TypeDeLActe && a.DossierId == d.ObjetId && a.Etat == EtatActe.Projet
                    )
                    .Max(a => (DateTimeOffset?)a.EtapeDepuis),
            })
            .FirstOrDefaultAsync(arret);
        return trouve is null
            ? new VerificationPage(code, null, null, null, null, null)
            : new VerificationPage(
                code,
                Nom(trouve.Type),
                trouve.Type switch
                {
                    PapiersDuSuivi.TypeDeLActe => trouve.Acte,
                    PapiersDuSuivi.TypeDeLAvenant => trouve.Reference.Split('/')[0],
                    _ => trouve.Dossier,
                },
                trouve.CreeLe,
                trouve.Empreinte,
                empreinte is null ? null : empreinte == trouve.Empreinte,
                trouve.Remplace,
                trouve.Repris
            );
    }

    private static string Nom(string type) =>
        type switch
        {
            "dossier" => "Dossier complet",
            "recepisse" => "Accusé de réception d’un dossier",
            "lettre" => "Lettre de notification d’une décision",
            "notification" => "Lettre d’irrecevabilité ou d’orientation",
            "releve" => "Relevé de décisions d’une séance",
            PapiersDuSuivi.TypeDeLActe => "Acte attributif d’une subvention",
            PapiersDuSuivi.TypeDeLAvenant => "Avenant à un acte attributif",
            "certificat" => "Certificat pour le paiement d’un versement",
            TypesDeLettre.ActeNotifie => "Lettre de notification d’un acte attributif",
            "decompte" => "Décompte définitif d’une subvention",
            "reversement" => "Arrêté portant reversement d’une subvention",
            "fin-acte" => "Décision qui met fin à une subvention",
            TypesDeLettre.EtatDesLieux => "Demande d’état des lieux",
            TypesDeLettre.MiseEnDemeure => "Mise en demeure de rendre un état des lieux",
            TypesDeLettre.Prorogation => "Lettre de prorogation d’un délai",
            TypesDeLettre.Observations => "Demande d’observations",
            "proces-verbal" => "Procès-verbal d’une séance",
            _ => "Document",
        };

    private static async Task<string> EmpreinteAsync(IFormFile fichier, CancellationToken arret)
    {
        await using var flux = fichier.OpenReadStream();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(flux, arret));
    }
}
