using System.Text;
using System.Text.RegularExpressions;
using Mainstay.Web.Hosting;

namespace Mainstay.Web.Tests;

public sealed partial class PairingTests
{
    const string Phone = "192.168.7.23";

    static async Task<string> NewCode(TestApp app)
    {
        var page = await app.Submit("/me", "/me/devices/code", []);
        Assert.Equal(200, page.Status);
        return Code().Match(page.Html) is { Success: true } code ? code.Groups[1].Value + code.Groups[2].Value : throw new InvalidOperationException(page.Html);
    }

    static Task<Page> Type(TestApp app, string code) => app.Submit("/pair", "/pair", [("code", code), ("name", "My <b>phone</b>")], from: Phone);

    static TestApp WithPhone() => new(new WebOptions(Phone: true));

    [Fact]
    public async Task The_code_lets_a_device_in_and_Me_puts_it_out_again()
    {
        await using var app = WithPhone();
        var paired = await Type(app, await NewCode(app));
        Assert.Equal(303, paired.Status);
        var cookie = paired.Headers.SetCookie.ToString();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, (await app.Open("/about", from: Phone)).Status);

        var me = await app.Open("/me");
        Assert.Contains("My &lt;b&gt;phone&lt;/b&gt;", me.Html, StringComparison.Ordinal);
        var id = app.Get<DeviceList>().All.Single().Id;
        Assert.Equal(303, (await app.Submit("/me", $"/me/devices/{id}/out", [])).Status);
        Assert.Equal(403, (await app.Open("/about", from: Phone)).Status);
    }

    [Fact]
    public async Task Behind_the_proxy_of_the_person_the_cookie_is_for_TLS_only_and_forms_of_the_public_address_are_taken()
    {
        await using var app = new TestApp(new WebOptions(PublicUrl: new Uri("https://back.example.org")));
        var code = await NewCode(app);
        const string host = "back.example.org";
        var paired = await app.Submit("/pair", "/pair", [("code", code)], host, origin: "https://back.example.org");
        Assert.Equal(303, paired.Status);
        Assert.Contains("secure", paired.Headers.SetCookie.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, (await app.Open("/about", host)).Status);
        Assert.Equal(303, (await app.Submit("/me", "/me", [("theme", "dark")], host, origin: "https://back.example.org")).Status);
        Assert.Equal(403, (await app.Submit("/me", "/me", [("theme", "light")], host, origin: "http://back.example.org")).Status);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var app = WithPhone();
        var code = await NewCode(app);
        await Type(app, code);
        app.ForgetCookies();
        Assert.Equal(403, (await Type(app, code)).Status);
    }

    [Fact]
    public async Task A_code_is_worth_nothing_after_ten_minutes()
    {
        await using var app = WithPhone();
        var code = await NewCode(app);
        app.Clock.Pass(TimeSpan.FromMinutes(10.1));
        Assert.Equal(403, (await Type(app, code)).Status);
    }

    [Fact]
    public async Task Five_wrong_tries_end_a_code()
    {
        await using var app = WithPhone();
        var code = await NewCode(app);
        var wrong = code[..7] + (code[7] == '0' ? '1' : '0');
        for (var i = 0; i < 5; i++) Assert.Equal(403, (await Type(app, wrong)).Status);
        Assert.Equal(403, (await Type(app, code)).Status);
    }

    [Fact]
    public async Task Only_the_computer_itself_makes_codes()
    {
        await using var app = WithPhone();
        await Type(app, await NewCode(app));
        var fromPhone = await app.Submit("/me", "/me/devices/code", [], from: Phone);
        Assert.Equal(403, fromPhone.Status);
        Assert.DoesNotContain("/me/devices/code", (await app.Open("/me", from: Phone)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_code_nor_the_key_of_a_device_is_stored_in_the_clear()
    {
        await using var app = WithPhone();
        var code = await NewCode(app);
        var cookie = (await Type(app, code)).Headers.SetCookie.ToString();
        var key = Key().Match(cookie).Groups[1].Value;
        Assert.Equal(64, key.Length);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(app.Data)!))
        {
            var bytes = Encoding.Latin1.GetString(ReadShared(file));
            Assert.DoesNotContain(code, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(key, bytes, StringComparison.OrdinalIgnoreCase);
        }
    }

    static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [Fact]
    public void The_picture_of_the_address_is_a_whole_QR_code()
    {
        var (path, side) = Flow.MePages.Qr("http://192.168.7.20:5080/pair?code=12345678");
        Assert.True(side is >= 29 and <= 60);
        Assert.Contains("M4 4h1v1h-1z", path, StringComparison.Ordinal);   // the corner of a finder pattern, behind the quiet border
    }

    [GeneratedRegex("num big code\" translate=\"no\">(\\d{4}) (\\d{4})<")]
    private static partial Regex Code();

    [GeneratedRegex("mainstay-device=([0-9a-f]+)")]
    private static partial Regex Key();
}
