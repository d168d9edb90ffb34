using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Mainstay.Journal;
using Mainstay.Web.Hosting;

namespace Mainstay.Web.Push;

public enum PushOutcome
{
    /// <summary>The maker's server took it.</summary>
    Taken,
    /// <summary>The browser does not want messages any more; its address was removed.</summary>
    Gone,
    /// <summary>It did not go out now, and may later.</summary>
    Later,
    /// <summary>The server will never take it like this.</summary>
    Refused,
}

/// <param name="After">When it may be tried again, as the server asked; null: it did not say.</param>
public readonly record struct PushAnswer(PushOutcome Outcome, TimeSpan? After = null);

/// <summary>Sends a message to one browser by the server of its maker.</summary>
/// <param name="wire">Tests put a server of their own here.</param>
public sealed class PushSender(PushAddresses addresses, Vapid vapid, TimeProvider clock, WebOptions options, HttpMessageHandler? wire = null) : IDisposable
{
    /// <summary>Who runs this at home has no address for strangers; the name that is reserved for nobody says so in the form that servers ask for.</summary>
    const string Nobody = "mailto:nobody@example.org";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>No redirects: the host was checked, and where it would send us was not.</summary>
    readonly HttpClient _http = new(wire ?? new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience };

    /// <param name="json">UTF-8.</param>
    /// <param name="topic">A later message of the same topic takes its place while the browser is away; up to 32 letters.</param>
    /// <param name="life">How long the server keeps it for a browser that is away.</param>
    public async Task<PushAnswer> Send(PushAddress to, ReadOnlyMemory<byte> json, string topic, TimeSpan life, CancellationToken stop)
    {
        if (!Uri.TryCreate(to.Endpoint, UriKind.Absolute, out var endpoint) || PushHosts.MakerOf(endpoint) is null) return Gone(to);
        byte[] body;
        try
        {
            body = PushCipher.Encrypt(json.Span, Base64Url.DecodeFromChars(to.Key), Base64Url.DecodeFromChars(to.Auth));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return Gone(to);
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.TryAddWithoutValidation("Authorization", vapid.Authorization(endpoint, options.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? Nobody));
        request.Headers.TryAddWithoutValidation("TTL", ((int)life.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("Urgency", "normal");
        request.Headers.TryAddWithoutValidation("Topic", topic);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.StatusCode switch
            {
                HttpStatusCode.NotFound or HttpStatusCode.Gone => Gone(to),
                HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new(PushOutcome.Later, AfterOf(answer.Headers.RetryAfter)),
                >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new(PushOutcome.Taken),
                _ => new(PushOutcome.Refused),
            };
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new(PushOutcome.Later);
        }
    }

    PushAnswer Gone(PushAddress to)
    {
        addresses.Remove(JournalStore.Me, to.Endpoint);
        return new(PushOutcome.Gone);
    }

    TimeSpan? AfterOf(RetryConditionHeaderValue? said) => (said?.Delta ?? said?.Date - clock.GetUtcNow()) is { } after && after > TimeSpan.Zero ? after : null;

    public void Dispose() => _http.Dispose();
}
