using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FitnGrants.Web.Features.Comite;

/// <summary>When money or the one individual place is gone: who took it, what and when.</summary>
public static class CauseDuRefus
{
    /// <summary>A sentence on the accord that stands in the way; null when no accord does.</summary>
    public static async Task<string?> CauseDuRefusAsync(
        this FitnContext db,
        IReadOnlyCollection<Constat> refus,
        Reglement reglement,
        Dossier dossier,
        CancellationToken arret
    )
    {
        bool Vient<T>()
            where T : Regle => refus.Any(c => reglement.Regles.Any(r => r.Regle is T && r.Code == c.Activee));
        var (place, enveloppe) = (Vient<UnSeulProjetIndividuel>(), Vient<EnveloppeSuffisante>());
        if (!place && !enveloppe)
            return null;
        var tenuePar = await db.GetService<IndexDesCollectivites>().PlaceAsync(db, dossier.Siren, arret);
        var accord = await (
            from d in db.Decisions
            where d.Dispositif == dossier.Dispositif && d.Type == TypeDecision.Accord && d.DossierId != dossier.Id
            join e in db.Engagements on d.Id equals e.DecisionId
            join x in db.Dossiers on d.DossierId equals x.Id
            // A groupement of the same collectivité bars nothing (R48): only its individual accord does.
            where e.LibereLe == null && (!place || e.SirenReserve == tenuePar)
            orderby d.EnregistreeLe descending
            select new
            {
                d.MontantAccorde,
                d.EnregistreePar,
                d.EnregistreeLe,
                x.Titre,
                x.Numero,
            }
        ).FirstOrDefaultAsync(arret);
        return accord is null
            ? null
            : Francais.Typographier(
                $"{(place ? "L’accord de cette collectivité" : "Dernier accord")} : {accord.MontantAccorde} pour « {accord.Titre} » "
                    + $"({accord.Numero}), "
                    + $"enregistré par {accord.EnregistreePar} le {Francais.DateEtHeure(accord.EnregistreeLe)}."
            );
    }
}
