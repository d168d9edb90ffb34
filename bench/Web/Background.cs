using System.Diagnostics;
using Microsoft.Playwright;

namespace Mainstay.Web.Bench;

/// <summary>A session of fifteen minutes in real time: whether the time that is shown is right after ten minutes in which the page stood still, as on a
/// phone that sleeps, and whether the sounds after that came when they should. A tab that a tool drives is never hidden to itself, so its processes are
/// stopped instead, which is harder: no timer runs at all. Needs a system with "kill".</summary>
static class Background
{
    static readonly TimeSpan Before = TimeSpan.FromSeconds(20), Away = TimeSpan.FromMinutes(10), Rest = TimeSpan.FromMinutes(5.2);

    /// <summary>Notes for each sound when it should begin and when the browser says that it was over, in milliseconds of the wall clock, and counts timers.</summary>
    const string Listen = """
        window.sounds = []; window.ticks = 0;
        setInterval(() => window.ticks++, 200);
        const start = OscillatorNode.prototype.start, stop = OscillatorNode.prototype.stop;
        OscillatorNode.prototype.start = function (at = this.context.currentTime) {
            this.note = { due: Date.now() + 1000 * (at - this.context.currentTime) };
            window.sounds.push(this.note);
            this.addEventListener('ended', () => this.note.over = Date.now());
            return start.call(this, at);
        };
        OscillatorNode.prototype.stop = function (at) {
            if (at !== undefined) this.note.until = Date.now() + 1000 * (at - this.context.currentTime);
            return stop.call(this, at);
        };
        """;

    public static async Task Run(string folder, string data)
    {
        using var app = await Served.Start(folder, data);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--autoplay-policy=no-user-gesture-required"],
        });
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var player = await context.NewPageAsync();
        await player.AddInitScriptAsync(Listen);
        await player.GotoAsync($"{app.Address}/session?move=heat-pack");
        await player.Locator("#begin label:has(input[value='4'])").ClickAsync();
        await player.Locator("#begin button[value='no']").ClickAsync();
        await player.Locator(".player [data-time]").WaitForAsync();
        await Task.Delay(Before);
        var (left, at, ticks) = await State(player);
        var pages = await Renderers(browser);
        foreach (var page in pages) Signal("STOP", page);
        await Task.Delay(Away);
        foreach (var page in pages) Signal("CONT", page);
        var back = await State(player);
        Measuring.Say("page stood still", $"{(back.At - at) / 1000:0} s, {back.Ticks - ticks} of {(back.At - at) / 200:0} timers ran");
        Measuring.Say("time shown on return, off by", $"{Math.Abs(left - ((back.At - at) / 1000) - back.Left) * 1000:0} ms");
        await Task.Delay(Rest);
        var late = await player.EvaluateAsync<double[]>("window.sounds.filter(one => one.over && one.until).map(one => one.over - one.until)");
        var missed = await player.EvaluateAsync<int>("window.sounds.filter(one => !one.over && one.due < Date.now()).length");
        Measuring.Say("sounds", $"{late.Length} over, {missed} missed, over at most {late.DefaultIfEmpty(0).Max():0} ms after they should be");
    }

    static async Task<int[]> Renderers(IBrowser browser)
    {
        var devtools = await browser.NewBrowserCDPSessionAsync();
        var answer = await devtools.SendAsync("SystemInfo.getProcessInfo");
        return [.. answer!.Value.GetProperty("processInfo").EnumerateArray().Where(one => one.GetProperty("type").GetString() == "renderer").Select(one => one.GetProperty("id").GetInt32())];
    }

    static void Signal(string name, int process)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process}"]);
        kill.WaitForExit();
    }

    static async Task<(double Left, double At, int Ticks)> State(IPage page)
    {
        var all = await page.EvaluateAsync<double[]>("[document.querySelector('mainstay-session').left, Date.now(), window.ticks]");
        return (all[0], all[1], (int)all[2]);
    }
}
