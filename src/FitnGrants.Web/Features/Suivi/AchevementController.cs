using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The declaration of completion, and what closes the act.</summary>
/// <param name="Argent">The money of the act.</param>
/// <param name="Formulaire">As typed.</param>
/// <param name="Refuse">The form that was refused, and its bound content.</param>
public sealed record AchevementPage(VersementsPage Argent, VersementFormulaire Formulaire, (string Nom, object Saisie)? Refuse)
{
    public DemandeDeVersement? Solde => Argent.Demandes.FirstOrDefault(d => d.Nature == NatureDeVersement.Solde && d.Compte);
}

[Route("suivi/{numero}/achevement")]
public sealed class AchevementController(MoyensDuSuivi moyens, PapiersDeVersement papiers) : PagesDeVersement(moyens)
{
    [HttpGet("")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> Voir(string numero, CancellationToken arret) => PageAsync(numero, Droit.LireSuivi, null, arret);

    /// <summary>The final account.</summary>
    [HttpGet("decompte.pdf")]
    [Requiert(Droit.LireSuivi)]
    public async Task<IActionResult> Decompte(string numero, CancellationToken arret) =>
        await TrouverAsync(numero, Droit.LireSuivi, arret) is { } suivi && await papiers.DecompteAsync(suivi, arret) is { } pdf
            ? File(pdf, "application/pdf")
            : NotFound();

    /// <summary>It is the request of the balance.</summary>
    [HttpPost("")]
    [Requiert(Droit.EngagerLaCollectivite)]
    [RequestFormLimits(ValueCountLimit = 8192)]
    public async Task<IActionResult> Declarer(
        [FromRoute] string numero,
        string? action,
        VersementFormulaire formulaire,
        CancellationToken arret
    )
    {
        if (action is "ligne" or "coller" or "importer" || action?.StartsWith("retirer:", StringComparison.Ordinal) == true)
            return await AjouterDesLignesAsync(
                numero,
                action,
                formulaire,
                f => PageAsync(numero, Droit.EngagerLaCollectivite, ("saisie", f), arret),
                arret
            );
        var saisi = formulaire.SansVides();
        return await ActerAsync(
            Demande(numero, Droit.EngagerLaCollectivite, formulaire.Revision),
            Simple(
                (a, c) =>
                {
                    var (solde, effacees, resultat) = a.Attributif.DeclarerLAchevement(
                        Saisie.Date(saisi.AcheveLe),
                        saisi.LesLignes(),
                        Saisie.Montant(saisi.AutresAides),
                        c
                    );
                    Moyens.Db.Versements.RemoveRange(effacees);
                    if (solde is not null && !c.Versements.Contains(solde))
                        Moyens.Db.Versements.Add(solde);
                    return resultat;
                }
            ),
            ("Achèvement déclaré : le solde est demandé.", Adresses.Suivi.Un(numero)),
            _ => PageAsync(numero, Droit.EngagerLaCollectivite, ("saisie", saisi), arret),
            arret
        );
    }

    [HttpPost("renvoi")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Renvoyer([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, Droit.GererSuivi, formulaire.Revision),
            Simple((a, c) => a.Attributif.RenvoyerLaDeclaration(Saisie.Propre(formulaire.Motif), c)),
            ("Déclaration renvoyée : le porteur en est averti.", Adresses.Suivi.Achevement(numero)),
            _ => PageAsync(numero, Droit.GererSuivi, ("renvoi", formulaire), arret),
            arret
        );

    [HttpPost("solde")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Solder([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, Droit.GererSuivi, formulaire.Revision, enveloppe: true),
            Simple((a, c) => a.Attributif.Solder(c, a.Engagement)),
            ("Aide soldée : ce qui n’a pas été versé revient à l’enveloppe.", Adresses.Suivi.Un(numero)),
            _ => PageAsync(numero, Droit.GererSuivi, ("solde", formulaire), arret),
            arret
        );

    private async Task<IActionResult> PageAsync(string numero, Droit droit, (string Nom, object Saisie)? refuse, CancellationToken arret)
    {
        if (await TrouverAsync(numero, droit, arret) is not { Acte.RecuLe: not null } suivi)
            return NotFound();
        var argent = Argent(suivi);
        var connu = argent.Demandes.FirstOrDefault(d => d.Nature == NatureDeVersement.Solde && d.Compte);
        ViewData.Porter(suivi);
        return View(
            "/Features/Suivi/Achevement.cshtml",
            new AchevementPage(
                argent,
                refuse?.Saisie as VersementFormulaire
                    ?? new VersementFormulaire
                    {
                        Revision = suivi.Acte.Revision,
                        Lignes = [.. (connu?.Lignes ?? []).Select(LigneSaisie.De)],
                        AutresAides = connu?.AutresAides is { } aides ? Francais.Saisie(aides) : null,
                    },
                refuse
            )
        );
    }
}
