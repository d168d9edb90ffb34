using System.Net;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Hosting;

/// <summary>Refuses unknown host names, and anyone who is neither this person at this computer nor one of their devices.</summary>
public sealed class HostGuard(RequestDelegate next, HostNames names, DeviceList devices)
{
    public const string Cookie = "mainstay-device";

    public async Task InvokeAsync(HttpContext http)
    {
        if (!names.Knows(http.Request.Host.Host))
        {
            await Refusal.Write(http, StatusCodes.Status400BadRequest, N("This address is not one of Mainstay's"),
                N("Open the address that Mainstay showed when you started it."));
            return;
        }
        var visitor = Visitor.Of(http, devices);
        if (visitor.Kind == VisitorKind.Stranger && !IsOpenToStrangers(http.Request.Path))
        {
            Offline.KeptInBrowser.Clear(http);
            await Refusal.Write(http, StatusCodes.Status403Forbidden, N("This device has not been let in yet"),
                N("On the computer, open Me, then “Let a device in”. Then open /pair here and type the code."), "/pair");
            return;
        }
        http.Features.Set(visitor);
        await next(http);
    }

    static bool IsOpenToStrangers(PathString path) => path == "/pair" || path == Calendar.CalendarPages.Feed || path.StartsWithSegments(Assets.Prefix);
}

public enum VisitorKind { AtThisComputer, Device, Stranger }

/// <summary>Who asks.</summary>
/// <param name="DeviceId">Of a device that was let in.</param>
public sealed record Visitor(VisitorKind Kind, string? DeviceId = null)
{
    /// <summary>Only a loopback connection to a loopback name that no proxy passed on is the person at this computer. A proxy on this
    /// computer also connects over loopback, and its visitors may be anyone.</summary>
    public static Visitor Of(HttpContext http, DeviceList devices)
    {
        var request = http.Request;
        var local = IsLoopback(http.Connection.RemoteIpAddress) && (request.Host.Host is "localhost" or "127.0.0.1" or "[::1]")
            && !WasPassedOn(request.Headers);
        if (local) return new Visitor(VisitorKind.AtThisComputer);
        return request.Cookies.TryGetValue(HostGuard.Cookie, out var token) && devices.Recognise(token) is { } device
            ? new Visitor(VisitorKind.Device, device.Id) : new Visitor(VisitorKind.Stranger);
    }

    static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    static bool WasPassedOn(IHeaderDictionary headers) =>
        headers.ContainsKey("Forwarded") || headers.ContainsKey("Via") || headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase))
        || headers.ContainsKey("X-Real-IP");
}
