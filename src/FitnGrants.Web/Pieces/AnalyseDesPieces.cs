using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Pieces;

/// <summary>Asks the antivirus of each piece that waits. A process that dies leaves its piece to another one, two minutes later.</summary>
public sealed class AnalyseDesPieces(FitnContext db, IEntrepot entrepot, Clamd clamd, Horloge horloge)
{
    private static readonly TimeSpan Bail = TimeSpan.FromMinutes(2);

    /// <summary>Examines what waits; says how many pieces. Safe to run by several processes at once.</summary>
    public async Task<int> FaireUnTourAsync(CancellationToken arret)
    {
        var faites = 0;
        while (await PrendreAsync(arret) is { } id)
        {
            var avis = await AnalyserAsync(id, arret);
            await ConclureAsync(id, avis, arret);
            faites++;
        }
        return faites;
    }

    /// <summary>Takes one for a while: nothing slow happens inside a transaction.</summary>
    private async Task<Guid?> PrendreAsync(CancellationToken arret)
    {
        var maintenant = horloge.Maintenant.ToUniversalTime();
        var prises = await db
            .Database.SqlQuery<Guid>(
                $"""
                update pieces set analyser_le = {maintenant + Bail} where id = (
                    select id from pieces where etat in ('EnAnalyse', 'NonAnalysee') and analyser_le <= {maintenant} order by analyser_le
                    limit 1 for update skip locked)
                returning id as "Value"
                """
            )
            .ToListAsync(arret);
        return prises.Count == 0 ? null : prises[0];
    }

    private async Task<AvisDeLAntivirus> AnalyserAsync(Guid id, CancellationToken arret)
    {
        if (!clamd.EstRegle)
            return new AvisDeLAntivirus(true, null);
        await using var contenu = await entrepot.LireAsync(id, arret);
        return contenu is null ? new AvisDeLAntivirus(null, "Le fichier est introuvable.") : await clamd.AnalyserAsync(contenu, arret);
    }

    private async Task ConclureAsync(Guid id, AvisDeLAntivirus avis, CancellationToken arret)
    {
        db.ChangeTracker.Clear();
        var (instant, refusee) = (horloge.Maintenant.ToUniversalTime(), false);
        await db.ActeAsync(
            Acteur.Systeme,
            instant,
            async () =>
            {
                // Taken out meanwhile: there is nothing to say of it.
                if (
                    await db
                        .Pieces.AsTracking()
                        .FirstOrDefaultAsync(p => p.Id == id && (p.Etat == EtatPiece.EnAnalyse || p.Etat == EtatPiece.NonAnalysee), arret)
                    is not { } piece
                )
                    return;
                if (avis.Sain is true)
                    piece.DeclarerSaine(instant);
                else if (avis.Sain is null)
                    piece.Reporter(avis.Detail!, instant);
                else
                    piece.Refuser(avis.Detail!, instant);
                refusee = avis.Sain is false;
            },
            arret
        );
        // Kept nowhere: not even by mistake may it be opened.
        if (refusee)
            await entrepot.EffacerAsync(id, arret);
    }
}

/// <summary>Erases the files that no row names: of a draft that was deleted, or of a process that died before the row.</summary>
public sealed class Ramassage(FitnContext db, IEntrepot entrepot, TimeProvider systeme, IOptions<OptionsDePieces> options)
{
    private const int Lot = 500;

    /// <summary>Says how many files were erased.</summary>
    public async Task<int> FaireUnTourAsync(CancellationToken arret)
    {
        var (effaces, maintenant) = (0, systeme.GetUtcNow());
        await db.PagesRefusees.Where(p => p.ExpireLe <= maintenant).ExecuteDeleteAsync(arret);
        var recus = maintenant - TimeSpan.FromHours(1);
        await db.FormulairesRecus.Where(f => f.Le <= recus).ExecuteDeleteAsync(arret);
        // Files are dated by the system's clock, whatever the field's says.
        await foreach (
            var lot in entrepot
                .AnterieuresAAsync(systeme.GetUtcNow() - TimeSpan.FromHours(options.Value.HeuresDOrphelin), arret)
                .Chunk(Lot)
                .WithCancellation(arret)
        )
        {
            var nommes = await db.Pieces.Where(p => lot.Contains(p.Id) && p.Etat != EtatPiece.Refusee).Select(p => p.Id).ToListAsync(arret);
            foreach (var cle in lot.Except(nommes))
            {
                await entrepot.EffacerAsync(cle, arret);
                effaces++;
            }
        }
        return effaces;
    }
}
