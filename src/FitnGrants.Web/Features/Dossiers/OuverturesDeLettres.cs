using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>The first opening of letters by somebody who may write for the collectivité: it proves that they were received.</summary>
public sealed class OuverturesDeLettres(FitnContext db, Horloge horloge)
{
    /// <summary>The page of a dossier says what its letters say: to open one is to read the others.</summary>
    public Task NoterAsync(DossierPage page, Acteur acteur, CancellationToken arret) =>
        NoterAsync(
            (page.Id, page.Siren),
            [
                .. page
                    .Decisions.Select(d => (Nature: TypesDeLettre.Nature(d.Type), Reference: $"{d.Id}"))
                    .Concat(page.Issue is { } issue ? [(TypesDeLettre.Nature(issue), TypesDeLettre.Reference(issue))] : [])
                    .Where(l => !page.Ouvertes.Contains(l.Reference)),
            ],
            acteur,
            arret
        );

    /// <summary>Keeps what is read for the first time; most readings keep nothing.</summary>
    public async Task NoterAsync(
        (Guid Id, string Siren) dossier,
        IReadOnlyList<(NatureDeLettre Nature, string Reference)> lues,
        Acteur acteur,
        CancellationToken arret
    )
    {
        if (lues.Count == 0 || !acteur.Pour(Droit.EcrireDossier).Any(h => h.Siren == dossier.Siren))
            return;
        var instant = horloge.Maintenant.ToUniversalTime();
        await db.ActeAsync(
            acteur,
            instant,
            async () =>
            {
                await db.VerrouillerDossierAsync(dossier.Id, arret);
                var connues = await db
                    .Lettres.AsTracking()
                    .Where(l => l.DossierId == dossier.Id)
                    .ToDictionaryAsync(l => l.Reference, StringComparer.Ordinal, arret);
                foreach (var (nature, reference) in lues)
                {
                    if (!connues.TryGetValue(reference, out var lettre))
                        db.Lettres.Add(lettre = Lettre.De(dossier.Id, nature, reference));
                    lettre.Ouvrir(acteur, instant);
                }
            },
            arret
        );
    }
}
