namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>How long something takes: whole days, over those that have ended.</summary>
/// <param name="Nom">« Du dépôt à la prise en charge ».</param>
/// <param name="Nombre">How many have ended.</param>
/// <param name="Mediane">Half of them took no longer; null without any.</param>
/// <param name="NeufSurDix">Nine in ten took no longer; null without any.</param>
public sealed record Delai(string Nom, int Nombre, int? Mediane, int? NeufSurDix)
{
    public static Delai De(string nom, IEnumerable<int?> jours)
    {
        var connus = jours.OfType<int>().Order().ToList();
        return new Delai(nom, connus.Count, Rang(connus, 50), Rang(connus, 90));
    }

    /// <summary>Nearest rank: a value that was really seen.</summary>
    private static int? Rang(List<int> tries, int pourCent) => tries.Count == 0 ? null : tries[(((tries.Count * pourCent) + 99) / 100) - 1];
}
