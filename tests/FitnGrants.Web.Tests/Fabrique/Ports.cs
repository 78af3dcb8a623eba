using System.Net.Sockets;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>Ports of the programs that tests start.</summary>
public static class Ports
{
    /// <summary>One that nobody listens on.</summary>
    public static int Libre()
    {
        using var ecoute = new TcpListener(System.Net.IPAddress.Loopback, 0);
        ecoute.Start();
        return ((System.Net.IPEndPoint)ecoute.LocalEndpoint).Port;
    }
}
