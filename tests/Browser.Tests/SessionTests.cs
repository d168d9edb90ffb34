using System.Globalization;
using Mainstay.Care;
using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class SessionTests(Chromium chromium)
{
    const string Two = "/session?move=cat-cow&move=pelvic-clock", Long = "/session?move=heat-pack";
    const string Player = "document.querySelector('mainstay-session')";

    /// <summary>The page's clock stands some time back, so that stepping it never leads into the app's future.</summary>
    static Task StopClock(IPage page) => page.Clock.InstallAsync(new() { TimeDate = TimeProvider.System.GetUtcNow().AddMinutes(-50).UtcDateTime });

    static async Task Begin(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.Listens();
        await page.Locator("#begin label:has(input[value='4'])").ClickAsync();
        await page.Locator("#begin button[value='no']").ClickAsync();
        await page.Locator(".player [data-time]").WaitForAsync();
    }

    /// <summary>Steps until the page shows something.</summary>
    static async Task Step(IPage page, string until, int most = 600)
    {
        for (var seconds = 0; seconds < most; seconds += 5)
        {
            if (await page.Locator(until).IsVisibleAsync()) return;
            await page.Clock.FastForwardAsync(5000);
        }
        throw new InvalidOperationException($"{until} does not come on {page.Url}: {await page.Locator("[data-phase]").TextContentAsync()}");
    }

    static async Task<Session> Only(RunningApp app, Func<Session, bool> there)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (app.Person.Daily.SessionsById.Values.SingleOrDefault() is { } session && there(session)) return session;
            await Task.Delay(100);
        }
        throw new InvalidOperationException("What was recorded does not arrive.");
    }

    /// <summary>Waits for the page after the player. The player's own address is the same, so the address alone tells nothing.</summary>
    internal static async Task Summary(IPage page)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                if (await page.EvaluateAsync<bool>("() => document.readyState === 'complete' && !document.querySelector('mainstay-session')")) return;
            }
            catch (PlaywrightException)
            {
                // It is just being left.
            }
            await Task.Delay(100);
        }
        throw new InvalidOperationException($"The session does not end on its summary: {page.Url}.");
    }

    const string Asked = "[data-time].words";

    [Fact]
    public async Task A_whole_session_by_keyboard_with_every_entry_once()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, width: 1280);
        var page = visit.Page;
        await StopClock(page);
        await page.GotoAsync(Two);
        await page.Listens();
        var keys = new Keyboard(page);
        await keys.Answer(new("pain", "4", null));
        await keys.Reach("#begin button[value='no']");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".player [data-time]").WaitForAsync();
        await page.Clock.RunForAsync(3000);
        await page.Keyboard.PressAsync(" ");
        var stood = await page.EvaluateAsync<double>($"{Player}.left");
        await page.Clock.FastForwardAsync(60_000);
        Assert.Equal(stood, await page.EvaluateAsync<double>($"{Player}.left"));
        await page.Keyboard.PressAsync(" ");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await Step(page, Asked);
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('[data-do=fine]')"));
            await page.Keyboard.PressAsync("Enter");
        }
        await page.Locator("[data-panel='end']").WaitForAsync();
        await keys.Answer(new("after", "3", null));
        await keys.Answer(new("effort", "5", null));
        await keys.Reach("[data-end] button");
        await page.Keyboard.PressAsync("Enter");
        await Summary(page);
        Assert.Contains("2 moves done", await page.TextContentAsync("main"), StringComparison.Ordinal);

        var session = await Only(app, one => one.Ended is not null);
        Assert.Equal(["cat-cow", "pelvic-clock"], session.Items.Select(report => report.What.Item));
        Assert.All(session.Items, report => Assert.Equal((ItemOutcome.Done, 4, report.What.Asked), (report.What.Outcome, report.What.Worst, report.What.Done)));
        Assert.Equal((4, 3, 5), (session.Before, session.After, session.Ended!.What.Rpe));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Without_the_network_everything_waits_with_a_sign_and_arrives_once_in_order()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var page = visit.Page;
        await StopClock(page);
        await Begin(page, Two);
        await Only(app, one => one.Started is not null);
        await page.Context.SetOfflineAsync(true);
        await Step(page, Asked);
        await page.ClickAsync("[data-do='fine']");
        await page.Locator("[data-outbox]").WaitForAsync();
        Assert.Contains("1", await page.TextContentAsync("[data-outbox] [data-text]"), StringComparison.Ordinal);
        await Step(page, Asked);
        await page.ClickAsync("[data-do='more']");
        await page.ClickAsync("[data-panel='more'] label:has(input[value='6'])");
        await page.ClickAsync("[data-panel='more'] button[type='submit']");
        await page.Locator("[data-end] button").ClickAsync();
        await page.Locator("[data-panel='sent']").WaitForAsync();
        Assert.Empty(app.Person.Daily.SessionsById.Values.Single().Items);
        await page.Context.SetOfflineAsync(false);
        await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        var session = await Only(app, one => one.Ended is not null);
        Assert.Equal([("cat-cow", 4d), ("pelvic-clock", 6d)], session.Items.Select(report => (report.What.Item, report.What.Worst!.Value)));
        await page.Locator("[data-outbox]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task A_reload_in_the_middle_goes_on_where_the_clock_is()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var page = visit.Page;
        await StopClock(page);
        await Begin(page, Long);
        await page.Arrives("**/session/*-*");
        await page.Clock.RunForAsync(70_000);
        var (left, at) = await Left(page);
        await page.ReloadAsync();
        await page.Locator(".player [data-time]").WaitForAsync();
        var (after, now) = await Left(page);
        Assert.Equal(left - (now - at) / 1000, after, 0.1);
        await page.Clock.RunForAsync(1000);
        Assert.Equal(Face(after - 1), await page.TextContentAsync("[data-time]"));
    }

    [Fact]
    public async Task After_ten_minutes_in_the_background_the_time_is_right_at_once()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var page = visit.Page;
        await StopClock(page);
        await Begin(page, Long);
        await page.Clock.RunForAsync(40_000);
        await Hide(page, true);
        var (left, at) = await Left(page);
        await page.Clock.FastForwardAsync(600_000);
        await Hide(page, false);
        var (after, now) = await Left(page);
        Assert.True(now - at >= 600_000);
        Assert.Equal(left - (now - at) / 1000, after, 0.1);
        Assert.Equal(Face(after), await page.TextContentAsync("[data-time]"));
    }

    [Fact]
    public async Task Sounds_stand_on_the_audio_clock_ahead_of_time_and_go_with_a_pause()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var page = visit.Page;
        await page.AddInitScriptAsync("""
            window.planned = [];
            const start = OscillatorNode.prototype.start, stop = OscillatorNode.prototype.stop;
            OscillatorNode.prototype.start = function (at) { this.when = at - this.context.currentTime; window.planned.push(this.when); return start.call(this, at); };
            OscillatorNode.prototype.stop = function (at) { if (at === undefined) window.planned.splice(window.planned.indexOf(this.when), 1); return stop.call(this, at); };
            """);
        await StopClock(page);
        await Begin(page, Long);
        var planned = await page.EvaluateAsync<double[]>("window.planned");
        foreach (var expected in new[] { 5d, 6, 7, 8, 908 }) Assert.Contains(planned, at => Math.Abs(at - expected) < 0.1);
        await page.ClickAsync("[data-do='play']");
        Assert.Empty(await page.EvaluateAsync<double[]>("window.planned"));
        await page.ClickAsync("[data-do='play']");
        Assert.NotEmpty(await page.EvaluateAsync<double[]>("window.planned"));
    }

    [Fact]
    public async Task Too_much_stops_the_move_notes_it_and_offers_the_easier_one()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var page = visit.Page;
        await StopClock(page);
        await Begin(page, "/session?move=bird-dog");
        await page.Clock.RunForAsync(20_000);
        await page.Keyboard.PressAsync("t");
        await Only(app, one => one.Items.Count == 1);
        await page.ClickAsync("[data-panel='more'] label:has(input[value='6'])");
        await page.ClickAsync("[data-do='swap']");
        var session = await Only(app, one => one.Items.Count == 2);
        Assert.All(session.Items, report => Assert.Equal(("bird-dog", ItemOutcome.TooMuch), (report.What.Item, report.What.Outcome)));
        Assert.Equal(RunningApp.Library.Items.First(item => item.Id == "cat-cow").Name, await page.TextContentAsync(".player [data-name]"));
    }

    public static TheoryData<int, ColorScheme> Views => new() { { 390, ColorScheme.Light }, { 1280, ColorScheme.Dark } };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_in_any_state_of_the_player(int width, ColorScheme theme)
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, width, theme);
        var page = visit.Page;
        var found = new List<string>();
        async Task Look(string what)
        {
            found.AddRange((await Axe.Run(page)).Select(one => $"{what}: {one}"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over) found.Add($"{what} is {over} px too wide");
        }

        await StopClock(page);
        await Begin(page, "/session?move=bird-dog&move=cat-cow&move=figure-four&move=pelvic-clock");
        await Look("running");
        await page.ClickAsync("[data-do='play']");
        await page.ClickAsync("[data-do='help']");
        await Look("paused, with help");
        await page.ClickAsync("[data-do='much']");
        await Look("too much");
        await page.ClickAsync("[data-panel='more'] button[type='submit']");
        await page.ClickAsync("[data-do='skip']");
        await Step(page, "[data-pacer]");
        await Look("a hold with its breath");
        await Step(page, Asked);
        await Look("how it was");
        await page.ClickAsync("[data-do='more']");
        await Look("it hurts more");
        await page.ClickAsync("[data-panel='more'] label:has(input[name='moved'])");
        await page.ClickAsync("[data-panel='more'] button[type='submit']");
        await page.Locator("[data-panel='stop']").WaitForAsync();
        await Look("stopped");
        await page.ClickAsync(".bar > a.icon-button");
        await Look("the end");
        Assert.False(await page.Locator("[data-resume]").IsVisibleAsync());
        Assert.False(await page.Locator(".player").IsVisibleAsync());
        await page.ClickAsync("[data-end] button");
        await Summary(page);
        await Look("the summary");
        Assert.Empty(found);
    }

    [Fact]
    public async Task Red_stops_the_session_and_after_the_questions_the_next_move_stands_ready_in_the_same_tab()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var page = visit.Page;
        await Begin(page, Two);
        await page.Keyboard.PressAsync("t");
        await page.ClickAsync("[data-panel='more'] label:has(input[value='9'])");
        await page.ClickAsync("[data-panel='more'] button[type='submit']");
        await page.Locator("[data-panel='stop']").WaitForAsync();
        var session = await Only(app, one => one.Items.Count == 2);
        await page.ClickAsync("[data-next]");
        await page.Arrives("**/new/again");
        for (var screens = 0; screens < 20 && page.Url.Contains("/new/again", StringComparison.Ordinal); screens++)
        {
            var keys = new Keyboard(page);
            foreach (var question in await WholeCheckTests.Questions(page, "again")) await keys.Answer(question);
            await keys.Follow(".foot button");
        }
        Assert.EndsWith("/result", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await page.GotoAsync($"/session/{session.Id:D}");
        await page.Locator(".player [data-time]").WaitForAsync();
        Assert.Equal(RunningApp.Library.Items.First(item => item.Id == "pelvic-clock").Name, await page.TextContentAsync(".player [data-name]"));
        Assert.True(await page.Locator("[data-do='play']").IsVisibleAsync());
    }

    static async Task<(double Left, double At)> Left(IPage page)
    {
        var both = await page.EvaluateAsync<double[]>($"[{Player}.left, Date.now()]");
        return (both[0], both[1]);
    }

    static string Face(double seconds) => TimeSpan.FromSeconds(Math.Ceiling(seconds - 0.001)) is var left ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalMinutes}:{left.Seconds:00}") : "";

    static async Task Hide(IPage page, bool hidden) => await page.EvaluateAsync("""
        hidden => {
            Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
            Object.defineProperty(document, 'visibilityState', { value: hidden ? 'hidden' : 'visible', configurable: true });
            document.dispatchEvent(new Event('visibilitychange'));
        }
        """, hidden);
}
