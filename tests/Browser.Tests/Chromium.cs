using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>One Chromium for all tests: the one that CHROMIUM names, or the system's.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Milliseconds. Long, since a busy machine is not a fault of the page.</summary>
    const float Patience = 60_000;

    /// <summary>Features of the browser that go. Playwright's own list is lost where one is given, so what matters of it stands here again; the first two
    /// start a process for every page that is opened, which takes longer than the page.</summary>
    static readonly string[] Off = ["SpareRendererForSitePerProcess", "RenderDocument", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades",
        "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "Translate", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"];

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
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--disable-features={string.Join(',', Off)}"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <param name="worker">The app may keep pages for the time without the network.</param>
    public Task<Visit> Open(RunningApp app, int width = 390, ColorScheme theme = ColorScheme.Light, bool scripts = true, bool worker = false) => Open(app.Address, width, theme, scripts, worker);

    /// <inheritdoc cref="Open(RunningApp, int, ColorScheme, bool, bool)"/>
    public async Task<Visit> Open(string address, int width = 390, ColorScheme theme = ColorScheme.Light, bool scripts = true, bool worker = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        return new Visit(context, page, address);
    }
}

[CollectionDefinition(Name)]
public sealed class Browsing : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
