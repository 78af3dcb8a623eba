using System.Text.Json;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Donnees.Configurations;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A button that was pressed twice makes one draft: the one that is as it was made serves.</summary>
public static class Brouillons
{
    /// <summary>The draft, and false where it was already there.</summary>
    /// <param name="db">The database.</param>
    /// <param name="neuf">The draft to add.</param>
    /// <param name="pieces">What it joins.</param>
    /// <param name="par">Who asks.</param>
    /// <param name="instant">When.</param>
    /// <param name="arret">Cancellation.</param>
    public static Task<(Dossier Brouillon, bool Nouveau)> CommencerAsync(
        this FitnContext db,
        Dossier neuf,
        IEnumerable<Piece> pieces,
        Acteur par,
        DateTimeOffset instant,
        CancellationToken arret
    ) =>
        db.ActeAsync(
            par,
            instant,
            async () =>
            {
                // One at a time for a collectivité: the second finds the first.
                await db.Database.ExecuteSqlAsync($"select 1 from collectivites where siren = {neuf.Siren} for no key update", arret);
                var contenu = JsonSerializer.Serialize(neuf.Contenu, Json.Options);
                var tel = (
                    await db
                        .Dossiers.Where(d =>
                            d.Siren == neuf.Siren && d.Dispositif == neuf.Dispositif && d.Etat == EtatDossier.Brouillon && d.Numero == null
                        )
                        .ToListAsync(arret)
                ).Find(d =>
                    d.Origines.SequenceEqual(neuf.Origines, StringComparer.Ordinal)
                    && JsonSerializer.Serialize(d.Contenu, Json.Options) == contenu
                );
                if (tel is not null)
                    return (tel, false);
                db.Dossiers.Add(neuf);
                db.Pieces.AddRange(pieces);
                return (neuf, true);
            },
            arret
        );
}
