using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>What an act of the session works on, loaded under the session's lock.</summary>
public sealed record ActeEnSeance(Seance Seance, Dossier? Dossier, Acteur Acteur, DateTimeOffset Instant)
{
    /// <summary>The dossier that the act named.</summary>
    public Dossier Exige => Dossier ?? throw new InvalidOperationException("Cet acte porte sur un dossier.");
}

/// <summary>One act of the session: locked, checked against its revision, journalled.</summary>
public sealed class ActesDeSeance(FitnContext db, Horloge horloge)
{
    /// <summary>Runs an act; null when the session or the dossier is out of the actor's perimeter.</summary>
    /// <param name="seance">The session.</param>
    /// <param name="acteur">Who acts.</param>
    /// <param name="droit">Under which right.</param>
    /// <param name="revision">What the form carried; null for an act that makes no form stale.</param>
    /// <param name="numero">Number of the dossier, for an act on a point.</param>
    /// <param name="acte">The verbs.</param>
    /// <param name="arret">Cancellation.</param>
    public Task<Resultat?> ActerAsync(
        Guid seance, Acteur acteur, Droit droit, int? revision, string? numero, Func<ActeEnSeance, Task<Resultat>> acte, CancellationToken arret) =>
        db.ActeAsync(acteur, horloge.Maintenant, async () =>
        {
            await db.VerrouillerSeanceAsync(seance, arret);
            // Two sessions may want one dossier at once: the second one reads what the first did.
            if (numero is not null)
                await db.Database.ExecuteSqlAsync($"select 1 from dossiers where numero = {numero} for update", arret);
            var trouvee = await db.Seances.Include(s => s.Points).VisiblesPar(acteur, droit).FirstOrDefaultAsync(s => s.Id == seance, arret);
            var dossier = numero is null ? null : await db.Dossiers.VisiblesPar(acteur, droit).FirstOrDefaultAsync(d => d.Numero == numero, arret);
            if (trouvee is null || (numero is not null && dossier is null))
                return null;
            if (revision is { } r && r != trouvee.Revision)
                throw new PagePerimeeException(trouvee.Id);
            return await acte(new ActeEnSeance(trouvee, dossier, acteur, horloge.Maintenant.ToUniversalTime()));
        }, arret);

    /// <summary>The same for a verb that never refuses by a rule.</summary>
    public async Task<bool> ActerAsync(
        Guid seance, Acteur acteur, Droit droit, int? revision, string? numero, Action<ActeEnSeance> acte, CancellationToken arret) =>
        await ActerAsync(seance, acteur, droit, revision, numero, a =>
        {
            acte(a);
            return Task.FromResult(Resultat.De([]));
        }, arret) is not null;
}
