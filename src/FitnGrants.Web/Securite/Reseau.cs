using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace FitnGrants.Web.Securite;

/// <summary>Where a request comes from, on the network.</summary>
public static class Reseau
{
    private const string Cle = "Mandataires";

    /// <summary>Who is counted as one: an address, or the sixty-four first bits of a long one, which a home has to itself.</summary>
    public static string Provenance(IPAddress? adresse)
    {
        if (adresse is { IsIPv4MappedToIPv6: true })
            adresse = adresse.MapToIPv4();
        return adresse is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } && !IPAddress.IsLoopback(adresse)
            ? Convert.ToHexStringLower(adresse.GetAddressBytes().AsSpan(0, 8))
            : $"{adresse}";
    }

    /// <summary>
    /// Proxies whose word is taken: this machine, and those that « Mandataires » names (addresses or networks, by commas).
    /// </summary>
    public static void Configurer(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var reseau in Lire(configuration))
            options.KnownIPNetworks.Add(reseau);
    }

    /// <exception cref="FormatException">One that is not an address nor a network.</exception>
    public static void Verifier(IConfiguration configuration) => _ = Lire(configuration).Count;

    private static List<System.Net.IPNetwork> Lire(IConfiguration configuration) =>
        [
            .. (configuration[Cle] ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(m =>
                    System.Net.IPNetwork.TryParse(m, out var reseau) ? reseau
                    : IPAddress.TryParse(m, out var seule) ? new System.Net.IPNetwork(seule, seule.GetAddressBytes().Length * 8)
                    : throw new FormatException(
                        $"{Cle} nomme des adresses ou des réseaux, séparés par des virgules : « {m} » n’en est pas."
                    )
                ),
        ];
}
