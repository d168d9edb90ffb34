namespace Mainstay.Web.Push;

/// <summary>The servers of browser makers that carry messages. An address elsewhere is refused: this app sends nothing to a host that it does not
/// know, whoever asks for it.</summary>
public static class PushHosts
{
    /// <summary>The end of a host's name, and whose it is.</summary>
    static readonly (string Host, string Maker)[] Known =
    [
        ("fcm.googleapis.com", "Google"), ("jmt17.google.com", "Google"), ("push.services.mozilla.com", "Mozilla"), ("push.apple.com", "Apple"), ("notify.windows.com", "Microsoft"),
    ];

    /// <summary>Whose server it is; null: it is none that may be used.</summary>
    public static string? MakerOf(Uri endpoint) => endpoint is { IsAbsoluteUri: true, Scheme: "https", IsDefaultPort: true, UserInfo: "" }
        ? Known.FirstOrDefault(one => endpoint.Host == one.Host || endpoint.Host.EndsWith($".{one.Host}", StringComparison.Ordinal)).Maker : null;
}
