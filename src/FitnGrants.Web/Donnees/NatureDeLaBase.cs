using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>
/// A database is born in a demonstration or in a real service, and stays there: the accounts of one never open the other.
/// </summary>
public static class NatureDeLaBase
{
    private const string Cle = "nature";

    /// <summary>Refuses before anything is changed.</summary>
    /// <exception cref="ReglageInvalideException">The database is of the other kind.</exception>
    public static async Task VerifierAsync(FitnContext db, bool demonstration, CancellationToken arret)
    {
        if (await LireAsync(db, arret) is { } nature)
            Refuser(nature, demonstration);
    }

    /// <summary>The same for a private database, by a file of its folder: before it is started, and before --neuf erases it.</summary>
    /// <exception cref="ReglageInvalideException">The folder is of the other kind.</exception>
    public static void Verifier(string dossier, bool demonstration)
    {
        var fichier = Path.Combine(dossier, Cle);
        if (File.Exists(fichier))
            Refuser(File.ReadAllText(fichier).Trim(), demonstration);
    }

    /// <summary>Writes that file, once the database agreed.</summary>
    public static void Retenir(string dossier, bool demonstration) => File.WriteAllText(Path.Combine(dossier, Cle), Nom(demonstration));

    private static void Refuser(string nature, bool demonstration)
    {
        if (nature != Nom(demonstration))
            throw new ReglageInvalideException(
                demonstration
                    ? "Cette base est celle d’un service réel : une démonstration ne l’ouvre pas. Nommez l’environnement Production, "
                        + "ou donnez une autre base."
                    : "Cette base est celle d’une démonstration : un service réel ne l’ouvre pas. Nommez l’environnement "
                        + "Demonstration, ou donnez une base vide."
            );
    }

    /// <summary>Writes it once.</summary>
    public static Task RetenirAsync(FitnContext db, bool demonstration, CancellationToken arret) =>
        db.Database.ExecuteSqlAsync(
            $"insert into parametres (cle, valeur) values ({Cle}, {Nom(demonstration)}) on conflict do nothing",
            arret
        );

    /// <summary>A base that was filled before this was kept is a demonstration when it has an offset of the clock.</summary>
    private static async Task<string?> LireAsync(FitnContext db, CancellationToken arret)
    {
        if (!await db.Database.SqlQuery<bool>($"select to_regclass('parametres') is not null as \"Value\"").SingleAsync(arret))
            return null;
        var connus = await db
            .Parametres.Where(p => p.Cle == Cle || p.Cle == "initialisee" || p.Cle == "decalage-horloge")
            .ToDictionaryAsync(p => p.Cle, p => p.Valeur, arret);
        return connus.GetValueOrDefault(Cle) ?? (connus.ContainsKey("initialisee") ? Nom(connus.ContainsKey("decalage-horloge")) : null);
    }

    private static string Nom(bool demonstration) => demonstration ? "demonstration" : "service";
}
