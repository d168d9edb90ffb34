using Microsoft.Playwright;

namespace Mainstay.Web.Bench;

/// <summary>When the largest part of each page is painted, in a Chromium whose processor is slowed four times, with nothing kept from before.</summary>
static class Painting
{
    const int Slower = 4, Runs = 5;
    static readonly string[] Pages = ["/", "/result", "/plan", "/check/answers", "/check/change/body_map", "/check/change/nprs", "/moves", "/moves/cat-cow", "/learn", "/learn/claims", "/me", "/result/letter", "/why", "/spasm", "/about"];

    const string Largest = """
        () => new Promise(tell => {
            let last = 0;
            new PerformanceObserver(list => { for (const one of list.getEntries()) last = one.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
            setTimeout(() => tell(last), 300);
        })
        """;

    public static async Task Run(string folder, string data)
    {
        using var app = await Served.Start(folder, data);
        foreach (var path in Pages) await app.Get(path);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        foreach (var width in (int[])[390, 1280])
            foreach (var path in Pages)
            {
                var took = new List<double>();
                for (var n = 0; n < Runs; n++) took.Add(await Once(browser, app.Address + path, width));
                took.Sort();
                Measuring.Say($"{path}, {width} wide", $"best {took[0]:0} ms, middle {took[Runs / 2]:0} ms");
            }
    }

    static async Task<double> Once(IBrowser browser, string address, int width)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 850 } });
        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = Slower });
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        return await page.EvaluateAsync<double>(Largest);
    }
}
