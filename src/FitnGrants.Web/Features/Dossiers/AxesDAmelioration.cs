using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>What a session asks to improve, as its porteur reads it: what it is about, and projects to learn from.</summary>
public static class AxesDAmelioration
{
    /// <summary>The words of a target, as the porteur reads them.</summary>
    public static string? Cible(string? code, Domain.Dispositifs.Reglement reglement) =>
        code is null
            ? null
            : Array.Find(EtapesDuDossier.Toutes, e => e.Cle == code)?.Nom
                ?? Motifs.Offerts(reglement).FirstOrDefault(m => m.Code == code)?.Nom;

    /// <summary>The step where a target is worked on; null for the whole.</summary>
    public static string Etape(string? code) =>
        code is null ? "projet" : Array.Find(EtapesDuDossier.Toutes, e => e.Cle == code)?.Cle ?? "criteres";

    /// <summary>« Portail des familles, Vern-sur-Seiche », by number: what a porteur reads of a project to learn from.</summary>
    public static Task<Dictionary<string, string>> ProchesAsync(
        this FitnContext db,
        IReadOnlyCollection<string> numeros,
        CancellationToken arret,
        bool publics = false
    ) =>
        numeros.Count == 0
            ? Task.FromResult(new Dictionary<string, string>(StringComparer.Ordinal))
            : (
                from d in db.Dossiers
                where d.Numero != null && numeros.Contains(d.Numero) && (!publics || db.ActesAttributifs.Any(a => a.DossierId == d.Id))
                join c in db.Collectivites on d.Siren equals c.Siren
                select new { d.Numero, Nom = $"« {d.Titre} », {c.Nom}" }
            ).ToDictionaryAsync(d => d.Numero!, d => Francais.Typographier(d.Nom), StringComparer.Ordinal, arret);
}
