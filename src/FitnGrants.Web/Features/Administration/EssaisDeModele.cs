using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Suivi;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>What a template gives, before it is kept.</summary>
public sealed class EssaisDeModele(FitnContext db, LettresDuDossier lettres, RegistreDesReglements reglements, Horloge horloge)
{
    /// <summary>On a real dossier where there is one that has such a letter, else on values that say their name.</summary>
    /// <param name="nature">Which letter.</param>
    /// <param name="numero">Number of a dossier that the actor may read; null for none.</param>
    /// <param name="texte">The template, usable.</param>
    /// <param name="acteur">Who tries it.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<LettreComposee> EssayerAsync(
        NatureDeLettre nature,
        string? numero,
        string texte,
        Acteur acteur,
        CancellationToken arret
    ) =>
        ModeleDeLettre
            .Lire(texte, ChampsDesLettres.Noms(nature))
            .Composer((numero is null ? null : await ChampsAsync(nature, numero, acteur, arret)) ?? ChampsDesLettres.DExemple(nature));

    private async Task<Dictionary<string, ChampDeLettre>?> ChampsAsync(
        NatureDeLettre nature,
        string numero,
        Acteur acteur,
        CancellationToken arret
    ) =>
        !nature.SuitUnAccord()
            ? await lettres.ChampsDeAsync(
                await db.Dossiers.Include(d => d.Versions).FirstAsync(d => d.Numero == numero, arret),
                nature,
                horloge.Aujourdhui,
                arret
            )
        : await UnSuivi.ChargerAsync(db, reglements, numero, (acteur, horloge.Aujourdhui), arret) is { } suivi
            ? ChampsDuSuivi.DuDernier(nature, suivi, horloge.Aujourdhui)
        : null;
}
