using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Knowledge;
using Mainstay.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Web.Tests;

/// <summary>The whole app on a test server, with a data file and a clock of its own. A request names the address it comes from.</summary>
public sealed partial class TestApp : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly string _folder = Directory.CreateTempSubdirectory("mainstay-web-").FullName;
    readonly Dictionary<string, string> _cookies = [];

    /// <param name="languages">Instead of those in the knowledge folder.</param>
    /// <param name="translate">The knowledge in other languages, instead of what the folder has.</param>
    /// <param name="components">Makes the components of the pages.</param>
    public TestApp(WebOptions? options = null, Web.Texts.Languages? languages = null, bool development = false, Func<string, Library?>? translate = null, IComponentActivator? components = null)
    {
        options = (options ?? new WebOptions()) with { Data = Data };
        _app = MainstayWeb.Build(options, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Clock).AddShared(languages, options.Knowledge);
            builder.Environment.EnvironmentName = development ? "Development" : "Production";
            if (translate is not null) builder.Services.AddSingleton(new Libraries(Task.FromResult(Library), translate));
            if (components is not null) builder.Services.AddSingleton(components);
            builder.WebHost.UseTestServer();
        }, Library);
        _app.StartAsync().GetAwaiter().GetResult();
    }

    /// <summary>The app of somebody who has been through the check.</summary>
    /// <param name="hours">Since then.</param>
    public static TestApp After(Persona? persona = null, int hours = 0)
    {
        var app = new TestApp();
        (persona ?? Persona.Desk).Check(app.Get<Flow.CareModels>(), app.Get<Flow.PersonFile>());
        app.Clock.Pass(TimeSpan.FromHours(hours));
        return app;
    }

    /// <summary>A token that a script would send.</summary>
    public async Task<string> Token() => Reading.Json(await Open("/api/token")).GetProperty("token").GetString()!;

    public static Library Library => Shared.Library;

    public string Data => Path.Combine(_folder, "mainstay.db");

    public TestClock Clock { get; } = new();

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <param name="from">The address the connection comes from.</param>
    public async Task<Page> Send(string method, string path, string host = "127.0.0.1:5080", string from = "127.0.0.1", string? body = null,
        params (string Name, string Value)[] headers)
    {
        // A browser keeps the part behind # to itself.
        path = path.Split('#')[0];
        var context = await _app.GetTestServer().SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(from);
            http.Request.Method = method;
            http.Request.Scheme = "http";
            http.Request.Host = new HostString(host);
            var query = path.IndexOf('?', StringComparison.Ordinal);
            http.Request.Path = query < 0 ? path : path[..query];
            if (query >= 0) http.Request.QueryString = new QueryString(path[query..]);
            if (_cookies.Count > 0) http.Request.Headers.Cookie = string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
            foreach (var (name, value) in headers) http.Request.Headers[name] = value;
            if (body is null) return;
            var bytes = System.Text.Encoding.UTF8.GetBytes(body);
            if (http.Request.ContentType is null) http.Request.ContentType = "application/x-www-form-urlencoded";
            http.Request.ContentLength = bytes.Length;
            http.Request.Body = new MemoryStream(bytes);
        });
        foreach (var set in context.Response.Headers.SetCookie)
            if (set is not null && CookiePair().Match(set) is { Success: true } pair) _cookies[pair.Groups[1].Value] = pair.Groups[2].Value;
        using var reader = new StreamReader(context.Response.Body);
        return new Page(context.Response.StatusCode, await reader.ReadToEndAsync(), context.Response.Headers);
    }

    /// <summary>The body of an answer, byte by byte.</summary>
    public async Task<byte[]> Bytes(string path)
    {
        using var client = _app.GetTestClient();
        client.BaseAddress = new Uri("http://127.0.0.1:5080");
        return await client.GetByteArrayAsync(path);
    }

    public Task<Page> Open(string path, string host = "127.0.0.1:5080", string from = "127.0.0.1") => Send("GET", path, host, from);

    /// <summary>Opens a page and sends one of its forms back, as a browser does.</summary>
    public async Task<Page> Submit(string page, string action, IEnumerable<(string Name, string Value)> fields, string host = "127.0.0.1:5080",
        string from = "127.0.0.1", string? origin = null, bool withToken = true)
    {
        var opened = await Open(page, host, from);
        IEnumerable<(string Name, string Value)> all = withToken ? fields.Append(("__RequestVerificationToken", opened.Token)) : fields;
        // What the form of the six signs answers.
        if (NewsField().Match(opened.Html) is { Success: true } news && all.All(field => field.Name != "news")) all = all.Append(("news", news.Groups[1].Value));
        var body = string.Join('&', all.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
        return await Send("POST", action, host, from, body, ("Origin", origin ?? $"http://{host}"));
    }

    /// <summary>Follows a write to its page, and presses Undo there.</summary>
    public async Task<Page> Undo(Page written)
    {
        var page = await Open(written.Location!.Split('#')[0]);
        while (page.Location is { } on) page = await Open(on);
        string Field(string name) => WebUtility.HtmlDecode(Regex.Match(page.Html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);
        return await Submit("/me", "/undo", [("of", Field("of")), ("back", Field("back"))]);
    }

    public void ForgetCookies() => _cookies.Clear();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("name=\"news\" value=\"([0-9]*)\"")]
    private static partial Regex NewsField();

    [GeneratedRegex("^([^=]+)=([^;]*)")]
    private static partial Regex CookiePair();
}

public sealed partial record Page(int Status, string Html, IHeaderDictionary Headers)
{
    public string Token => TokenField().Match(Html).Groups[1].Value;

    public string? Location => Headers.Location;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}

public sealed class TestClock : TimeProvider
{
    DateTimeOffset _now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    public void Pass(TimeSpan time) => _now += time;
}
