using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Mainstay.Journal;
using Mainstay.Web.Breaks;
using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using static Mainstay.Web.Texts.Marking;

namespace Mainstay.Web.Push;

/// <param name="Key">What a browser subscribes with.</param>
/// <param name="Browsers">Those that are in: a mark by which a browser knows itself, a name, whose server carries it, since when.</param>
public sealed record PushModel(string Key, IReadOnlyList<PushBrowser> Browsers);

/// <param name="Mark">Digest of its address; the address itself is a secret.</param>
public sealed record PushBrowser(string Mark, string Name, string Maker, DateTimeOffset Since);

/// <summary>A browser subscribes to reminders, and stops. The worker that shows them is served here too.</summary>
public static class PushPages
{
    public const string Worker = "/sw.js", Path = $"{BreaksPages.Path}/push";

    const string Back = $"{BreakSettingsPages.Path}#where";

    public static void MapPush(this IEndpointRouteBuilder app)
    {
        // At the root, since a worker serves only what lies below it; and never out of a cache.
        app.MapGet(Worker, (HttpContext http, Assets assets) => assets.Serve(http, "client/sw.js"));
        app.MapGet($"{Path}/form", (HttpContext http, IAntiforgery forms) =>
        {
            var tokens = forms.GetAndStoreTokens(http);
            return Results.Json(new { field = tokens.FormFieldName, token = tokens.RequestToken });
        });
        app.MapPost(Path, Subscribe);
        app.MapPost($"{Path}/off", Stop);
        app.MapPost($"{Path}/test", Test);
    }

    public static PushModel Of(IServiceProvider services) => new(services.GetRequiredService<Vapid>().PublicKey,
        [.. services.GetRequiredService<PushAddresses>().All(JournalStore.Me).Select(one => new PushBrowser(MarkOf(one.Endpoint), one.Name, PushHosts.MakerOf(new(one.Endpoint)) ?? "", one.Since))]);

    static async Task<IResult> Subscribe(HttpContext http, PushAddresses addresses, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync();
        var (endpoint, key, auth) = (form["endpoint"].ToString(), form["p256dh"].ToString(), form["auth"].ToString());
        if (endpoint.Length > 1000 || !Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || PushHosts.MakerOf(address) is null)
            return (Trouble.NotTaken with { Text = N("This browser's messages go by a server that we do not know. So we send none there."), Link = BreakSettingsPages.Path, LinkText = N("Go to the reminders") }).Shown(http);
        if (!IsKey(key) || !IsSecret(auth)) return Trouble.BadForm.Shown(http);
        var name = form["name"].ToString().Trim() is { Length: > 0 and <= 60 } said && !said.Any(char.IsControl) ? said : "";
        var there = addresses.Put(JournalStore.Me, new(endpoint, key, auth, $"{http.Request.Scheme}://{http.Request.Host}", name, clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return there ? SeeOther.To(Back, "push-on") : (Trouble.NotTaken with { Text = N("So many browsers are in already. Take one out first."), Link = BreakSettingsPages.Path, LinkText = N("Go to the reminders") }).Shown(http);
    }

    static async Task<IResult> Stop(HttpContext http, PushAddresses addresses)
    {
        var form = await http.Request.ReadFormAsync();
        // Stopping twice is stopping.
        foreach (var one in addresses.All(JournalStore.Me).Where(one => MarkOf(one.Endpoint) == form["mark"]))
            addresses.Remove(JournalStore.Me, one.Endpoint);
        return SeeOther.To(Back, "push-off");
    }

    static async Task<IResult> Test(HttpContext http, PushAddresses addresses, PushSender sender)
    {
        var form = await http.Request.ReadFormAsync();
        if (addresses.All(JournalStore.Me).FirstOrDefault(one => MarkOf(one.Endpoint) == form["mark"]) is not { } to) return SeeOther.To(Back, "push-gone");
        var message = new PushMessage("test", N("Time to move a little"), N("This is only a test. It works."), Silent: false, Actions: false);
        var answer = await sender.Send(to, message.Json(http.Phrases(), to.Origin), PushMessage.TopicOf("test"), TimeSpan.FromMinutes(1), http.RequestAborted);
        return SeeOther.To(Back, answer.Outcome switch { PushOutcome.Taken => "push-sent", PushOutcome.Gone => "push-gone", _ => "push-not-sent" });
    }

    static bool IsKey(string text)
    {
        try
        {
            using var key = ECDiffieHellman.Create(PushCipher.PointOf(Base64Url.DecodeFromChars(text)));
            return true;
        }
        catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    static bool IsSecret(string text) => Base64Url.IsValid(text, out var length) && length == PushCipher.AuthLength;

    static string MarkOf(string endpoint) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint)))[..16];
}
