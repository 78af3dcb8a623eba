using System.Net;
using System.Net.Sockets;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>Ports of the programs that tests start.</summary>
public static class Ports
{
    /// <summary>One that nobody listens on.</summary>
    public static int Libre()
    {
        using var ecoute = new TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        return ((IPEndPoint)ecoute.LocalEndpoint).Port;
    }
}
