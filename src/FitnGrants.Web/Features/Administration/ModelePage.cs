using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Services;
using FitnGrants.Web.Documents.Lettres;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>The template of one letter of one service, its versions, and what it gives.</summary>
/// <param name="Code">Of the service.</param>
/// <param name="Nom">Of the service.</param>
/// <param name="Nature">Which letter.</param>
/// <param name="EnUsage">The text in use.</param>
/// <param name="Versions">Those that the service wrote, the last first.</param>
/// <param name="Dossiers">On which it may be tried.</param>
public sealed record ModelePage(
    string Code,
    string Nom,
    NatureDeLettre Nature,
    string EnUsage,
    IReadOnlyList<ModeleDuService> Versions,
    IReadOnlyList<(string Numero, string Titre)> Dossiers
)
{
    private const int Proposes = 20;

    public int Numero => Versions.Count == 0 ? 0 : Versions[0].Numero;

    /// <summary>True while the service uses the shipped text.</summary>
    public bool EstLivre => Versions.Count == 0 || Versions[0].Texte is null;

    /// <summary>What the text in use gives on what was chosen.</summary>
    public LettreComposee? Avant { get; init; }

    /// <summary>What the typed text gives there; null until it is tried.</summary>
    public LettreComposee? Apres { get; init; }

    /// <summary>The letters that a service issues.</summary>
    public static IEnumerable<NatureDeLettre> NaturesDe(RegistreDesReglements reglements, string code) =>
        reglements.EnVigueur.Any(r => r.Attribuant == code)
            ? Enum.GetValues<NatureDeLettre>()
            :
            [
                NatureDeLettre.Irrecevabilite,
                NatureDeLettre.Reorientation,
                NatureDeLettre.Pieces,
                NatureDeLettre.Prorogation,
                NatureDeLettre.EtatDesLieux,
                NatureDeLettre.MiseEnDemeure,
            ];

    /// <summary>The page; null where the actor does not keep that service, or where it issues no such letter.</summary>
    public static async Task<ModelePage?> ChargerAsync(
        FitnContext db,
        ModelesDeLettres modeles,
        RegistreDesReglements reglements,
        Acteur acteur,
        (string Code, NatureDeLettre Nature) quoi,
        CancellationToken arret
    )
    {
        var (code, nature) = quoi;
        var service = ServicesPage.Tenus(reglements, acteur).FirstOrDefault(t => t.Code == code);
        if (service.Code is null || !NaturesDe(reglements, code).Contains(nature))
            return null;
        var versions = await db
            .ModelesDesServices.Where(m => m.Service == code && m.Nature == nature)
            .OrderByDescending(m => m.Numero)
            .ToListAsync(arret);
        return new ModelePage(
            code,
            service.Nom,
            nature,
            versions.Count > 0 && versions[0].Texte is { } texte ? texte : modeles.Livre(nature),
            versions,
            await DossiersAsync(db, reglements, acteur, quoi, arret)
        );
    }

    /// <summary>Dossiers of that service that have such a letter and that the actor may read, the last first.</summary>
    private static async Task<IReadOnlyList<(string Numero, string Titre)>> DossiersAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Acteur acteur,
        (string Code, NatureDeLettre Nature) quoi,
        CancellationToken arret
    )
    {
        var (code, nature) = quoi;
        string[] attribues = [.. reglements.EnVigueur.Where(r => r.Attribuant == code).Select(r => r.Code)];
        var visibles = db.Dossiers.VisiblesPar(acteur, Droit.LireDecision).Where(d => d.Numero != null);
        var siens = visibles.Where(d => d.Departement == code || (d.Volet == 2 && "R" + d.Region == code));
        var avec = AyantEu(db, nature);
        var choisis = nature switch
        {
            NatureDeLettre.Irrecevabilite => siens.Where(d => d.Etat == EtatDossier.Irrecevable),
            NatureDeLettre.Reorientation => siens.Where(d => d.Etat == EtatDossier.Reoriente),
            NatureDeLettre.Pieces => siens.Where(d => db.Courriels.Any(c => c.DossierId == d.Id && c.Modele == "demande")),
            // A prorogation is told by who instructs before the accord, by who attributes after.
            NatureDeLettre.Prorogation => (attribues.Length > 0 ? visibles.Where(d => attribues.Contains(d.Dispositif)) : siens).Where(d =>
                avec.Contains(d.Id)
            ),
            NatureDeLettre.EtatDesLieux or NatureDeLettre.MiseEnDemeure => siens.Where(d => avec.Contains(d.Id)),
            NatureDeLettre.ActeNotifie or NatureDeLettre.Observations => visibles.Where(d =>
                attribues.Contains(d.Dispositif) && avec.Contains(d.Id)
            ),
            _ => visibles.Where(d =>
                attribues.Contains(d.Dispositif)
                && db.Decisions.Any(x => x.DossierId == d.Id && x.NotifieeLe != null && x.Type == DecisionDe(nature))
            ),
        };
        var lus = await choisis
            .OrderByDescending(d => d.DernierDepotLe)
            .Take(Proposes)
            .Select(d => new { d.Numero, d.Titre })
            .ToListAsync(arret);
        return [.. lus.Select(d => (d.Numero!, d.Titre))];
    }

    /// <summary>Identifiers of the dossiers whose act had such a letter: what tells it is kept in lists that only SQL counts.</summary>
    private static IQueryable<Guid> AyantEu(FitnContext db, NatureDeLettre nature) =>
        nature switch
        {
            NatureDeLettre.Prorogation => db.Database.SqlQuery<Guid>(
                $"""select id as "Value" from dossiers where jsonb_array_length(prorogations) > 0"""
            ),
            NatureDeLettre.Observations => db.Database.SqlQuery<Guid>(
                $"""
                select dossier_id as "Value" from actes_attributifs
                where jsonb_array_length(observations) + jsonb_array_length(reversements) > 0
                """
            ),
            NatureDeLettre.MiseEnDemeure => db.Database.SqlQuery<Guid>(
                $"""select dossier_id as "Value" from actes_attributifs where jsonb_array_length(mises_en_demeure) > 0"""
            ),
            NatureDeLettre.EtatDesLieux => db.ActesAttributifs.Where(a => a.EtatAttenduLe != null).Select(a => a.DossierId),
            _ => db.ActesAttributifs.Where(a => a.EnvoyeLe != null).Select(a => a.DossierId),
        };

    private static TypeDecision DecisionDe(NatureDeLettre nature) =>
        nature switch
        {
            NatureDeLettre.Accord => TypeDecision.Accord,
            NatureDeLettre.ARevoir => TypeDecision.ARevoir,
            _ => TypeDecision.Refus,
        };
}

/// <summary>A letter to read, beside another version of it.</summary>
/// <param name="Lettre">The one that is read.</param>
/// <param name="Autre">The other one, whose paragraphs are not marked as changed; null for none.</param>
public sealed record LettreMontree(LettreComposee Lettre, LettreComposee? Autre);
