using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>What changes with every act, and with nothing else: what was made of the data holds until then.</summary>
public static class EmpreinteDesActes
{
    /// <summary>The last line of the journal, that acts write one after the other in their own transactions; 0 for none.</summary>
    public static Task<long> EmpreinteAsync(this FitnContext db, CancellationToken arret) =>
        db.Journal.OrderByDescending(l => l.Id).Select(l => l.Id).FirstOrDefaultAsync(arret);
}
