using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mainstay.Web.Texts;

namespace Mainstay.Web.Push;

/// <summary>What a reminder says. It holds nothing about health: whoever glances at the screen learns nothing.</summary>
/// <param name="Key">The same reminder shown again takes the place of the first.</param>
/// <param name="Silent">Without a sound.</param>
/// <param name="Actions">Done and later beside it; a plain tap opens the page.</param>
public sealed record PushMessage(string Key, string Title, string Body, bool Silent, bool Actions)
{
    static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In the form that newer browsers show without a worker, and that our worker reads in the others.</summary>
    /// <param name="origin">Where this app is, seen from the browser.</param>
    public byte[] Json(Phrases say, string origin)
    {
        var page = $"{origin}/breaks";
        var notification = new Dictionary<string, object>
        {
            ["title"] = say.Say(Title), ["body"] = say.Say(Body), ["navigate"] = page, ["lang"] = say.Language, ["dir"] = say.IsRightToLeft ? "rtl" : "ltr",
            ["tag"] = Key, ["silent"] = Silent,
        };
        if (Actions)
            notification["actions"] = new[]
            {
                new Dictionary<string, string> { ["action"] = "done", ["title"] = say.Say("Done"), ["navigate"] = page },
                new Dictionary<string, string> { ["action"] = "later", ["title"] = say.Say("Later"), ["navigate"] = page },
            };
        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["web_push"] = 8030, ["notification"] = notification }, Written);
    }

    /// <summary>Of the push server's own order: 32 letters that say nothing.</summary>
    public static string TopicOf(string key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 24));
}
