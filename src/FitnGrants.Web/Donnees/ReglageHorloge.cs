using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>Demonstration settings, from the environment or appsettings.</summary>
public sealed class OptionsDemonstration
{
    /// <summary>On in Development and Demonstration, refused everywhere else.</summary>
    public bool Active { get; set; }

    /// <summary>Instant at which a fresh database starts.</summary>
    public DateTimeOffset? Maintenant { get; set; }

    /// <summary>
    /// « simple » (default), « seance » (twelve dossiers ready for the session of October) « complet », or « suivi » (accords and what
    /// follows).
    /// </summary>
    public string Jeu { get; set; } = "simple";

    /// <summary>The sets of dossiers that exist.</summary>
    public static readonly string[] Jeux = ["simple", "seance", "instruction", "complet", "suivi"];

    /// <summary>True for this set of dossiers.</summary>
    public bool Est(string jeu) => string.Equals(Jeu, jeu, StringComparison.OrdinalIgnoreCase);

    /// <summary>The instant a fresh database starts at.</summary>
    public DateTimeOffset Depart =>
        Maintenant
        ?? DateTimeOffset.Parse(
            Est("complet") ? "2021-11-02T09:00:00+01:00"
                : Est("suivi") ? "2022-03-14T09:00:00+01:00"
                : Est("seance") ? "2021-10-01T09:00:00+02:00"
                : "2021-06-01T09:00:00+02:00",
            System.Globalization.CultureInfo.InvariantCulture
        );
}

/// <summary>Keeps the clock of every process on the offset that the database holds.</summary>
public sealed class ReglageHorloge(Horloge horloge, TimeProvider systeme)
{
    private const string Cle = "decalage-horloge";
    private long luLe;

    /// <summary>Reads the offset, at most once a second.</summary>
    public async Task RafraichirAsync(FitnContext db, CancellationToken arret)
    {
        var maintenant = systeme.GetTimestamp();
        if (luLe != 0 && systeme.GetElapsedTime(luLe) < TimeSpan.FromSeconds(1))
            return;
        var valeur = await db.Parametres.Where(p => p.Cle == Cle).Select(p => p.Valeur).FirstOrDefaultAsync(arret);
        Appliquer(valeur);
        luLe = maintenant;
    }

    /// <summary>Sets the offset; the caller saves.</summary>
    public async Task ReglerAsync(FitnContext db, DateTimeOffset instant, CancellationToken arret)
    {
        var decalage = horloge.DecalagePour(instant);
        var parametre = await db.Parametres.AsTracking().FirstOrDefaultAsync(p => p.Cle == Cle, arret);
        if (parametre is null)
            db.Parametres.Add(parametre = new Parametre { Cle = Cle });
        parametre.Valeur = decalage.ToString("c", System.Globalization.CultureInfo.InvariantCulture);
        Appliquer(parametre.Valeur);
    }

    private void Appliquer(string? valeur) =>
        horloge.Decalage = valeur is null ? TimeSpan.Zero : TimeSpan.Parse(valeur, System.Globalization.CultureInfo.InvariantCulture);
}
