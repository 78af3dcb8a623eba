namespace FitnGrants.Web.Features.Shared;

/// <summary>The list one comes from follows from page to page in their addresses.</summary>
public static class SuiteDeListe
{
    /// <summary>What an address that comes from a list says.</summary>
    private const string Onglet = "Onglet";

    public static string Suite(this HttpRequest requete) =>
        requete.Query.ContainsKey(Onglet)
            ? QueryString
                .Create(requete.Query.Where(q => q.Key != "piece").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)))
                .ToString()
            : "";
}
