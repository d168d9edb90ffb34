using System.Text.Json;
using Mainstay.Web.Tests;

namespace Mainstay.Browser.Tests;

/// <summary>What every page weighs, does not move, does not ask elsewhere, and does not carry within itself.</summary>
[Collection(Browsing.Name)]
public sealed class PageTests(Chromium chromium)
{
    /// <summary>Of the page, and of the moving figure that comes into it where there is one.</summary>
    const int MostBytes = 100_000, MostFigureBytes = 250_000;

    /// <summary>As it is reported, with two decimals, this is 0: a font that comes late on a busy machine moves an icon by a hair.</summary>
    const double LeastShift = 0.001;

    const string WatchShifts = """
        window.shifts = [];
        new PerformanceObserver(list => {
            for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts.push({ by: one.value, what: `${one.value.toFixed(4)} of ${one.sources.map(part => {
                const box = part.node?.nodeType === 1 ? part.node : part.node?.parentElement;
                return `${box?.localName}.${box?.className?.baseVal ?? box?.className} from ${part.previousRect.y},${part.previousRect.height} to ${part.currentRect.y},${part.currentRect.height}`;
            }).join(', ')}` });
        }).observe({ type: 'layout-shift', buffered: true });
        performance.setResourceTimingBufferSize(1000);
        """;

    /// <summary>Sizes are those of the bodies as they were sent, packed.</summary>
    const string Weighed = """
        async () => {
          await new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)));
          const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(one => !one.name.endsWith('.woff2'));
          const ofFigure = one => one.name.includes('.bin') || one.name.includes('/client/element-');
          const weight = parts => parts.reduce((sum, one) => sum + one.encodedBodySize, 0);
          return {
            bytes: weight(loaded.filter(one => !ofFigure(one))), figure: weight(loaded.filter(ofFigure)), parts: loaded.map(one => `${one.name.split('/').at(-1)} ${one.encodedBodySize}`).join(', '),
            unweighed: loaded.filter(one => one.encodedBodySize === 0).map(one => one.name),
            moved: window.shifts.reduce((sum, one) => sum + one.by, 0), shifts: window.shifts.map(one => one.what),
            inline: document.querySelectorAll('script:not([src]), style, [style]').length + [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(a => a.name.startsWith('on'))).length,
            letters: document.fonts.check('18px "Atkinson Next"'),
          };
        }
        """;

    [Fact]
    public async Task What_comes_once_the_browser_was_asked_has_its_room_from_the_start()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, worker: true);
        await visit.Page.AddInitScriptAsync(WatchShifts);
        await visit.Page.GotoAsync("/breaks/settings");
        await visit.Page.Locator("form[data-push] button").WaitForAsync();
        var weighed = await visit.Page.EvaluateAsync<JsonElement>(Weighed);
        Assert.True(weighed.GetProperty("moved").GetDouble() < LeastShift, weighed.GetProperty("shifts").ToString());
    }

    /// <summary>A page is opened but once on a phone: what it weighs is seen first, then it is looked at in every view.</summary>
    [Fact]
    public async Task Every_page_is_light_stays_still_asks_nobody_else_and_axe_finds_nothing_in_any_view()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        var steps = Enumerable.Range(1, app.Person.State.Visits.Length).Select(step => $"/check/{step}");
        IReadOnlyList<string> pages = [.. (await app.Pages()).Concat(steps).Distinct()];
        await app.Unseen(AccessTests.Looked, pages);
        Tour.FoundNothing(await Tour.Of(pages, () => Cold(app, 390), async visit => [.. await Weigh(visit), .. await Views.Look(visit)]));
    }

    [Fact]
    public async Task Every_page_stays_still_on_a_wide_screen_too()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        Tour.FoundNothing(await Tour.Of(await app.Addresses(), () => Cold(app, 1280), Weigh));
    }

    /// <summary>A visit that keeps nothing from page to page.</summary>
    async Task<Visit> Cold(RunningApp app, int width)
    {
        var visit = await chromium.Open(app, width);
        var devtools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        await visit.Page.AddInitScriptAsync(WatchShifts);
        return visit;
    }

    static async Task<IEnumerable<string>> Weigh(Visit visit)
    {
        var found = Judge(await visit.Page.EvaluateAsync<JsonElement>(Weighed)).ToArray();
        if (found.Length == 0) return found;
        // A busy machine may show a page before all of it has come. What is wrong with the page itself is wrong each time.
        await visit.Page.ReloadAsync();
        await visit.Page.EvaluateAsync("() => document.fonts.ready");
        return Judge(await visit.Page.EvaluateAsync<JsonElement>(Weighed));
    }

    static IEnumerable<string> Judge(JsonElement page)
    {
        int Number(string name) => page.GetProperty(name).GetInt32();
        IEnumerable<string> Each(string name) => page.GetProperty(name).EnumerateArray().Select(one => one.GetString()!);
        if (Number("figure") > MostFigureBytes) yield return $"the figure weighs {Number("figure") / 1000} kB";
        if (Number("bytes") > MostBytes) yield return $"weighs {Number("bytes") / 1000} kB: {page.GetProperty("parts")}";
        foreach (var one in Each("unweighed")) yield return $"{one} was not weighed";
        if (page.GetProperty("moved").GetDouble() >= LeastShift)
            foreach (var shift in Each("shifts")) yield return $"moves by {shift}";
        if (Number("inline") > 0) yield return $"has {Number("inline")} inline scripts or styles";
        if (!page.GetProperty("letters").GetBoolean()) yield return "the fonts are missing";
    }

    [Fact]
    public async Task A_form_of_ten_megabytes_ends_on_a_page_that_says_so()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app);
        await visit.Page.GotoAsync("/check/change/own_goals");
        // Not typed and not drawn: a browser takes minutes to lay out a word of that length.
        await visit.Page.EvaluateAsync("() => { const field = document.querySelector(\"[name='q.own_goals']\"), sent = Object.assign(document.createElement('input'), { type: 'hidden', name: field.name, value: 'x'.repeat(10_000_000) }); field.replaceWith(sent); }");
        await visit.Page.ClickAsync(".foot button");
        Assert.Equal("That was too much text", await visit.Page.TextContentAsync("h1"));
        await visit.Page.GoBackAsync();
        Assert.StartsWith("/check/change", new Uri(visit.Page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.False(app.Person.HasAnswers);
    }
}
