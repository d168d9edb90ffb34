using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>One Chromium for all tests: the one that CHROMIUM names, or the system's.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    IPlaywright? _playwright;
    IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Usual.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium was found. Install it (apt-get install chromium), or name it in CHROMIUM.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <param name="forAxe">The page's own policy must not stop the checker from being put into it. Everything else runs under the policy.</param>
    public async Task<Visit> Open(RunningApp app, int width = 390, ColorScheme theme = ColorScheme.Light, bool scripts = true, bool forAxe = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = app.Address,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            BypassCSP = forAxe,
        });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        return new Visit(context, page, app.Address);
    }
}

/// <summary>A page in a context of its own, that notes what it must not do: ask another host, break its own policy, fail.</summary>
public sealed class Visit : IAsyncDisposable
{
    readonly IBrowserContext _context;

    public Visit(IBrowserContext context, IPage page, string address)
    {
        (_context, Page) = (context, page);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal)) Faults.Add($"asks {request.Url}");
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Faults.Add(message.Text);
        };
        page.PageError += (_, error) => Faults.Add(error);
    }

    public IPage Page { get; }

    public List<string> Faults { get; } = [];

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class Browsing : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
