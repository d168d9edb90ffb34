using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Breaks;
using Mainstay.Web.Flow;
using Mainstay.Web.Hosting;
using Mainstay.Web.Push;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mainstay.Web.Tests.Breaks;

/// <summary>A browser's side of the RFC, written apart from the app's.</summary>
sealed class FakeBrowser : IDisposable
{
    readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    readonly string _id = RandomNumberGenerator.GetHexString(16);

    public FakeBrowser() => Point = [4, .. _key.ExportParameters(false).Q.X!, .. _key.ExportParameters(false).Q.Y!];

    public byte[] Point { get; }
    public byte[] Auth { get; } = RandomNumberGenerator.GetBytes(16);
    public string Endpoint => $"https://fcm.googleapis.com/fcm/send/{_id}";

    public (string Name, string Value)[] Form => [("endpoint", Endpoint), ("p256dh", Base64Url.EncodeToString(Point)), ("auth", Base64Url.EncodeToString(Auth)), ("name", "Chrome, Linux")];

    public byte[] Decrypt(byte[] body)
    {
        var (salt, idLength) = (body[..16], body[20]);
        var sender = body[21..(21 + idLength)];
        using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
        byte[] info = [.. Encoding.ASCII.GetBytes("WebPush: info"), 0, .. Point, .. sender];
        var secret = HMACSHA256.HashData(HMACSHA256.HashData(Auth, _key.DeriveRawSecretAgreement(other.PublicKey)), (byte[])[.. info, 1]);
        var fromSalt = HMACSHA256.HashData(salt, secret);
        byte[] Expand(string what, int length) => HMACSHA256.HashData(fromSalt, (byte[])[.. Encoding.ASCII.GetBytes(what), 0, 1])[..length];
        using var cipher = new AesGcm(Expand("Content-Encoding: aes128gcm", 16), 16);
        var sealed_ = body[(21 + idLength)..];
        var plain = new byte[sealed_.Length - 16];
        cipher.Decrypt(Expand("Content-Encoding: nonce", 12), sealed_.AsSpan(0, plain.Length), sealed_.AsSpan(plain.Length), plain);
        return plain[..Array.FindLastIndex(plain, one => one == 2)];
    }

    public void Dispose() => _key.Dispose();
}

/// <summary>The server of a browser's maker.</summary>
sealed class FakePushServer : HttpMessageHandler
{
    /// <summary>0: it cannot be reached.</summary>
    public int Status { get; set; } = 201;
    public Action? Before { get; set; }
    public List<(HttpRequestMessage Request, byte[] Body)> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Before?.Invoke();
        if (Status == 0) throw new HttpRequestException("no network");
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        lock (Requests) Requests.Add((request, body));
        return new((HttpStatusCode)Status);
    }
}

/// <summary>One data file, a push server, and as many app servers as a test wants. Time passes only when it is told to.</summary>
sealed class PushWorld : IAsyncDisposable
{
    readonly List<IDisposable> _open = [];

    public PushWorld() => First = Another();

    public TestApp App { get; } = new();
    public FakePushServer Server { get; } = new();
    public Reminders First { get; }

    /// <summary>A server of its own on the same file, as another process would have it.</summary>
    public Reminders Another(FakePushServer? wire = null)
    {
        var store = JournalStore.Open(App.Data);
        var (care, clock, addresses) = (App.Get<CareModels>(), App.Clock, new PushAddresses(store));
        var file = new PersonFile(store, care, clock);
        var sender = new PushSender(addresses, new Vapid(new Secrets(store), clock), clock, new WebOptions(), wire ?? Server);
        var reminders = new Reminders(new BreakDesk(file, care, clock), store, addresses, sender, new JobTable(store), file, App.Get<Web.Texts.Languages>(), clock, NullLogger<Reminders>.Instance);
        _open.AddRange([reminders, sender, store]);
        return reminders;
    }

    public async Task<FakeBrowser> Subscribe()
    {
        var browser = new FakeBrowser();
        _open.Add(browser);
        Assert.Equal(303, (await App.Submit("/breaks/settings", "/breaks/push", browser.Form)).Status);
        return browser;
    }

    public void SwitchOn(BreakSettings? settings = null) => App.Get<PersonFile>().Write(Noted.Of(settings ?? new BreakSettings { On = true }));

    public void Mark(BreakEvent what) => App.Get<PersonFile>().Write(Noted.Of(new BreakLog { Event = what }));

    public Task<PushAnswer> Send(FakeBrowser to)
    {
        var sender = new PushSender(App.Get<PushAddresses>(), App.Get<Vapid>(), App.Clock, new WebOptions(), Server);
        var message = new PushMessage("break/test", "Time to move a little", "A minute on your feet is enough.", true, true);
        var address = App.Get<PushAddresses>().All(JournalStore.Me).First(one => one.Endpoint == to.Endpoint);
        return sender.Send(address, message.Json(Web.Texts.Phrases.English, address.Origin), PushMessage.TopicOf("x"), TimeSpan.FromMinutes(10), default);
    }

    /// <summary>A look every half minute, by each of the servers.</summary>
    public async Task Pass(TimeSpan time, params Reminders[] servers)
    {
        if (servers.Length == 0) servers = [First];
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(30))
        {
            App.Clock.Pass(TimeSpan.FromSeconds(30));
            foreach (var server in servers) await server.Look();
        }
    }

    public History History => App.Get<PersonFile>().Now().Folded.History.Daily;

    public int Prompts => History.Breaks.Count(one => one.What.Event == BreakEvent.Prompted);

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _open) one.Dispose();
        await App.DisposeAsync();
    }
}
