using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mainstay.Journal;
using Mainstay.Web.Push;

namespace Mainstay.Web.Tests.Breaks;

public sealed class PushTests
{
    static byte[] Bytes(string base64url) => Base64Url.DecodeFromChars(base64url);

    /// <summary>RFC 8291, section 5 and appendix A.</summary>
    [Fact]
    public void It_encrypts_the_example_of_the_RFC_to_the_same_bytes()
    {
        const string own = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
        var parameters = PushCipher.PointOf(Bytes(own));
        parameters.D = Bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        using var key = ECDiffieHellman.Create(parameters);
        var body = PushCipher.Encrypt("When I grow up, I want to be a watermelon"u8,
            Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"), Bytes("BTBZMqHH6r4Tts7J_aSIgg"), key, Bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        Assert.Equal("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(PushCipher.MostBytes)]
    public void A_browser_reads_what_was_sent_and_no_two_messages_look_alike(int length)
    {
        using var browser = new FakeBrowser();
        var message = RandomNumberGenerator.GetBytes(length);
        var (one, other) = (PushCipher.Encrypt(message, browser.Point, browser.Auth), PushCipher.Encrypt(message, browser.Point, browser.Auth));
        Assert.Equal(message, browser.Decrypt(one));
        Assert.NotEqual(one, other);
        Assert.True(one.Length <= 4096);
        Assert.Throws<ArgumentException>(() => PushCipher.Encrypt(new byte[PushCipher.MostBytes + 1], browser.Point, browser.Auth));
    }

    [Fact]
    public void A_key_that_is_none_is_refused()
    {
        using var browser = new FakeBrowser();
        var off = browser.Point.ToArray();
        off[40] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => PushCipher.Encrypt("x"u8, off, browser.Auth));
        Assert.ThrowsAny<CryptographicException>(() => PushCipher.Encrypt("x"u8, browser.Point.AsSpan(1), browser.Auth));
        Assert.Throws<ArgumentException>(() => PushCipher.Encrypt("x"u8, browser.Point, browser.Auth.AsSpan(1)));
    }

    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", "Google")]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/abc", "Mozilla")]
    [InlineData("https://web.push.apple.com/abc", "Apple")]
    [InlineData("https://wns2-par02p.notify.windows.com/w/?token=abc", "Microsoft")]
    [InlineData("http://fcm.googleapis.com/fcm/send/abc", null)]
    [InlineData("https://fcm.googleapis.com:8443/abc", null)]
    [InlineData("https://fcm.googleapis.com.example.org/abc", null)]
    [InlineData("https://evilpush.apple.com.example.org/", null)]
    [InlineData("https://notpush.apple.com/", null)]
    [InlineData("https://user@fcm.googleapis.com/abc", null)]
    [InlineData("https://127.0.0.1/abc", null)]
    [InlineData("https://192.168.1.1/abc", null)]
    public void Messages_go_only_to_servers_that_are_known(string endpoint, string? maker) => Assert.Equal(maker, PushHosts.MakerOf(new(endpoint)));

    [Fact]
    public async Task A_message_is_signed_so_that_the_browser_s_maker_can_check_it()
    {
        await using var world = new PushWorld();
        var browser = await world.Subscribe();
        Assert.Equal(PushOutcome.Taken, (await world.Send(browser)).Outcome);
        var (request, body) = Assert.Single(world.Server.Requests);
        Assert.Equal("aes128gcm", request.Content!.Headers.ContentEncoding.Single());
        Assert.Equal("600", request.Headers.GetValues("TTL").Single());
        Assert.Matches("^[A-Za-z0-9_-]{32}$", request.Headers.GetValues("Topic").Single());

        var header = request.Headers.GetValues("Authorization").Single();
        var parts = header["vapid t=".Length..].Split(", k=");
        Assert.Equal(world.App.Get<Vapid>().PublicKey, parts[1]);
        var jwt = parts[0].Split('.');
        using var key = ECDsa.Create(PushCipher.PointOf(Bytes(parts[1])));
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{jwt[0]}.{jwt[1]}"), Bytes(jwt[2]), HashAlgorithmName.SHA256));
        var claims = JsonDocument.Parse(Bytes(jwt[1])).RootElement;
        Assert.Equal("https://fcm.googleapis.com", claims.GetProperty("aud").GetString());
        var life = claims.GetProperty("exp").GetInt64() - world.App.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.InRange(life, 1, 24 * 3600);

        var message = JsonDocument.Parse(browser.Decrypt(body)).RootElement;
        Assert.Equal(8030, message.GetProperty("web_push").GetInt32());
        Assert.Equal("Time to move a little", message.GetProperty("notification").GetProperty("title").GetString());
        Assert.Equal("http://127.0.0.1:5080/breaks", message.GetProperty("notification").GetProperty("navigate").GetString());
    }

    [Fact]
    public async Task A_message_says_nothing_about_health()
    {
        await using var world = new PushWorld();
        var browser = await world.Subscribe();
        world.SwitchOn();
        await world.Pass(TimeSpan.FromMinutes(61));
        var text = Encoding.UTF8.GetString(browser.Decrypt(Assert.Single(world.Server.Requests).Body));
        foreach (var word in new[] { "back", "pain", "spine", "muscle", "ache", "stiff", "exercise", "health", "Mainstay" })
            Assert.DoesNotContain(word, text.Replace("\"/breaks", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(404, PushOutcome.Gone, false)]
    [InlineData(410, PushOutcome.Gone, false)]
    [InlineData(429, PushOutcome.Later, true)]
    [InlineData(500, PushOutcome.Later, true)]
    [InlineData(503, PushOutcome.Later, true)]
    [InlineData(302, PushOutcome.Refused, true)]
    [InlineData(400, PushOutcome.Refused, true)]
    [InlineData(403, PushOutcome.Refused, true)]
    [InlineData(0, PushOutcome.Later, true)]
    public async Task A_dead_address_is_removed_and_any_other_stays(int status, PushOutcome outcome, bool stays)
    {
        await using var world = new PushWorld();
        var browser = await world.Subscribe();
        world.Server.Status = status;
        Assert.Equal(outcome, (await world.Send(browser)).Outcome);
        Assert.Equal(stays, world.App.Get<PushAddresses>().All(JournalStore.Me).Count == 1);
    }

    [Theory]
    [InlineData("endpoint", "https://192.168.1.1/steal", 422)]
    [InlineData("endpoint", "not an address", 422)]
    [InlineData("p256dh", "AAAA", 400)]
    [InlineData("p256dh", "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiwA", 400)]
    [InlineData("auth", "short", 400)]
    [InlineData("auth", "", 400)]
    public async Task A_subscription_that_is_wrong_is_refused(string field, string value, int status)
    {
        await using var world = new PushWorld();
        using var browser = new FakeBrowser();
        Assert.Equal(status, (await world.App.Submit("/breaks/settings", "/breaks/push", browser.Form.Select(one => one.Name == field ? (field, value) : one))).Status);
        Assert.Empty(world.App.Get<PushAddresses>().All(JournalStore.Me));
    }

    [Fact]
    public async Task A_browser_subscribes_once_however_often_it_asks_and_stops()
    {
        await using var world = new PushWorld();
        var browser = await world.Subscribe();
        await world.App.Submit("/breaks/settings", "/breaks/push", browser.Form);
        var there = Assert.Single(world.App.Get<PushAddresses>().All(JournalStore.Me));
        var html = (await world.App.Open("/breaks/settings")).Html;
        Assert.Contains("by Google, since 10 March", html, StringComparison.Ordinal);
        // Who reads the page over a shoulder cannot send to the browser.
        Assert.DoesNotContain(there.Endpoint, html, StringComparison.Ordinal);
        var mark = System.Text.RegularExpressions.Regex.Match(html, "data-mark=\"([0-9a-f]{16})\"").Groups[1].Value;
        await world.App.Submit("/breaks/settings", "/breaks/push/off", [("mark", mark)]);
        Assert.Empty(world.App.Get<PushAddresses>().All(JournalStore.Me));
        Assert.Equal(303, (await world.App.Submit("/breaks/settings", "/breaks/push/off", [("mark", mark)])).Status);
    }

    [Fact]
    public async Task The_key_stays_the_same_and_goes_with_everything_else()
    {
        await using var world = new PushWorld();
        await world.Subscribe();
        var key = world.App.Get<Vapid>().PublicKey;
        Assert.Equal(key, new Vapid(new Secrets(world.App.Get<JournalStore>()), TimeProvider.System).PublicKey);
        Assert.DoesNotContain("p256", (await world.App.Open("/me/export")).Html, StringComparison.Ordinal);
        await world.App.Submit("/me/delete", "/me/delete", [("sure", "yes")]);
        Assert.Empty(world.App.Get<PushAddresses>().All(JournalStore.Me));
        Assert.Null(world.App.Get<Secrets>().Find(JournalStore.Me, Vapid.SecretName));
    }

    [Fact]
    public async Task The_worker_is_served_at_the_root_and_asked_for_anew_each_time()
    {
        await using var app = new TestApp();
        var worker = await app.Open(PushPages.Worker);
        Assert.Equal((200, "no-cache"), (worker.Status, worker.Headers.CacheControl.ToString()));
        Assert.StartsWith("text/javascript", worker.Headers.ContentType.ToString(), StringComparison.Ordinal);
        // A browser takes it as a classic script: nothing may be imported.
        Assert.DoesNotMatch("(^|[;}\\s])(import|export)\\s*[{*\"'(]|\\bexport\\s+(default|const|let|function|class)\\b", worker.Html);
        var form = JsonDocument.Parse((await app.Open("/breaks/push/form")).Html).RootElement;
        var body = $"do=done&of=break%2Fx&{form.GetProperty("field").GetString()}={Uri.EscapeDataString(form.GetProperty("token").GetString()!)}";
        Assert.Equal(303, (await app.Send("POST", "/breaks/mark", body: body, headers: ("Origin", "http://127.0.0.1:5080"))).Status);
    }
}
