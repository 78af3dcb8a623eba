using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dispositifs.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Reglements;

/// <summary>A version to publish.</summary>
/// <param name="Reglement">As read.</param>
/// <param name="Contenu">Its text.</param>
/// <param name="Le">Paris day from which it judges.</param>
/// <param name="Confirme">True when the author knows what later versions become.</param>
/// <param name="Precedente">Version in force when the preview was made.</param>
public sealed record VersionAPublier(Reglement Reglement, string Contenu, DateOnly Le, bool Confirme, string? Precedente);

/// <summary>Publishes a version: checks and writes under the envelope's lock, so that two publications are one after the other.</summary>
public sealed class PublicationDesVersions(FitnContext db, RegistreDesReglements reglements)
{
    /// <summary>Publishes; answers with the field and the sentence of a refusal, which has written nothing.</summary>
    public async Task<(string Champ, string Message)?> PublierAsync(
        VersionAPublier acte,
        Acteur par,
        DateTimeOffset instant,
        CancellationToken arret
    )
    {
        try
        {
            await db.ActeAsync(par, instant, () => EcrireAsync(acte, par, instant, arret), arret, Fait(acte, par));
        }
        catch (RefusException e)
        {
            return (e.Champ, e.Message);
        }
        await reglements.RechargerAsync(db, arret);
        return null;
    }

    /// <summary>
    /// What the author must know of the versions already published for that day or a later one; null when there are none.
    /// </summary>
    public static string? Avertissement(IEnumerable<Publication> publiees, DateOnly le, DateOnly aujourdhui)
    {
        var aVenir = publiees.Where(p => p.EnVigueurLe > aujourdhui && p.EnVigueurLe >= le).OrderBy(p => p.EnVigueurLe).ToList();
        if (aVenir.Count == 0)
            return null;
        var suivante = aVenir.Find(p => p.EnVigueurLe > le);
        return aVenir.Find(p => p.EnVigueurLe == le) is { } doublee
            ? $"La version {doublee.Abrege}, déjà publiée pour ce jour, ne jugera aucun dossier : celle-ci la remplace."
            : $"La version {suivante!.Abrege}, déjà publiée, entrera en vigueur le {Francais.Date(suivante.EnVigueurLe)} et "
                + "remplacera celle-ci ce jour-là.";
    }

    private async Task<bool> EcrireAsync(VersionAPublier acte, Acteur par, DateTimeOffset instant, CancellationToken arret)
    {
        var (code, jour) = (acte.Reglement.Code, JourDeParis.De(instant));
        await db.VerrouillerEnveloppeAsync(code, arret);
        var publiees = await db
            .VersionsDeReglement.Where(v => v.Code == code)
            .Select(v => new Publication(v.Version, v.Code, v.EnVigueurLe, v.PublieeLe, v.PublieePar))
            .ToListAsync(arret);
        Refuser(acte, publiees, jour);
        var accorde = await db.AccordeAsync(code, arret);
        if (acte.Reglement.Enveloppe < accorde)
        {
            // The sum of what is not told yet would tell it: the amount is said where it says nothing more than what is told.
            // That it is refused says a bound of it still: an envelope below what is accorded would be worse.
            var montant = accorde == await db.AccordeEtNotifieAsync(code, arret) ? $" ({accorde})" : "";
            throw new RefusException(
                "Texte",
                $"L’enveloppe de cette version ({acte.Reglement.Enveloppe}) est inférieure à ce qui est déjà accordé{montant}."
            );
        }
        db.AjouterVersion(
            acte.Reglement,
            acte.Contenu,
            new Publication(acte.Reglement.Version, code, acte.Le, instant.ToUniversalTime(), par.Fonction)
        );
        await db.SaveChangesAsync(arret);
        await db.SuivreLesEnveloppesAsync(jour, arret, code);
        return true;
    }

    private static void Refuser(VersionAPublier acte, List<Publication> publiees, DateOnly jour)
    {
        if (publiees.Find(p => p.Version == acte.Reglement.Version) is { } connue)
            throw new RefusException("Texte", DejaPubliee(connue));
        if (acte.Le < jour)
            throw new RefusException("Le", $"Une version ne juge pas le passé : choisissez le {Francais.Date(jour)} ou un jour qui suit.");
        var enVigueur = publiees.Where(p => p.EnVigueurLe <= jour).OrderBy(p => p.EnVigueurLe).ThenBy(p => p.PublieeLe).LastOrDefault();
        if (enVigueur is not null && enVigueur.Version != acte.Precedente)
            throw new RefusException(
                "Le",
                "Une autre version est entrée en vigueur depuis votre aperçu : relisez les différences, puis publiez."
            );
        if (!acte.Confirme && Avertissement(publiees, acte.Le, jour) is { } avertissement)
            throw new RefusException("Confirme", avertissement + " Cochez la case si c’est bien ce que vous voulez.");
    }

    /// <summary>« Ce texte est déjà publié… »</summary>
    public static string DejaPubliee(Publication connue) =>
        $"Ce texte est déjà publié : c’est la version {connue.Abrege}, en vigueur à partir du {Francais.Date(connue.EnVigueurLe)}.";

    private Fait Fait(VersionAPublier acte, Acteur par) =>
        new(
            new PublierReglement(par.Fonction, acte.Reglement.Code, acte.Le, acte.Reglement.Enveloppe),
            nameof(Reglement),
            Guid.Empty,
            reglements.PublicationEnVigueur(acte.Reglement.Code)?.Version,
            acte.Reglement.Version
        );

    /// <summary>Leaves the transaction without writing, not even the journal.</summary>
    private sealed class RefusException(string champ, string message) : Exception(Francais.Typographier(message))
    {
        public string Champ => champ;
    }
}
