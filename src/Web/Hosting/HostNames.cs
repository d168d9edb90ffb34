using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Mainstay.Web.Hosting;

/// <summary>The names this app answers to. Any other Host is refused: a foreign page could otherwise point its own name at this machine
/// and read everything (DNS rebinding).</summary>
public sealed class HostNames
{
    readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };

    public HostNames(WebOptions options, IEnumerable<IPAddress> lan)
    {
        PublicHost = options.PublicUrl?.Host;
        if (PublicHost is not null) _names.Add(PublicHost);
        Lan = options.Phone ? [.. lan] : [];
        foreach (var address in Lan) _names.Add(Written(address));
    }

    public string? PublicHost { get; }

    /// <summary>Where a phone on the same network finds this computer. Empty without --phone.</summary>
    public IReadOnlyList<IPAddress> Lan { get; }

    /// <param name="host">Without the port.</param>
    public bool Knows(string host) => _names.Contains(host);

    public static string Written(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    /// <summary>This machine's addresses on its networks, without loopback and link-local ones.</summary>
    public static IEnumerable<IPAddress> OfThisMachine() =>
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback
        from unicast in network.GetIPProperties().UnicastAddresses
        let address = unicast.Address
        where !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal
        orderby address.AddressFamily
        select address;
}
