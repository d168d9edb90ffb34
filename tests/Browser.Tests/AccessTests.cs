using System.Text.Json;
using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class AccessTests(Chromium chromium)
{
    static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    public static TheoryData<int, ColorScheme> Views => new()
    {
        { 390, ColorScheme.Light }, { 390, ColorScheme.Dark }, { 1280, ColorScheme.Light }, { 1280, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_before_the_first_check(int width, ColorScheme theme)
    {
        await using var app = await RunningApp.Start();
        await Check(app, width, theme, "/", "/check/1", "/spasm", "/spasm/more?yes=between-legs", "/spasm?nothing=true", "/result", "/plan", "/me", "/me/delete", "/about", "/why", "/why/acute-strain", "/learn", "/learn/search?q=sleep", "/learn/lessons/no-single-cause?no-single-cause-q=1", "/learn/questions", "/learn/myths", "/learn/words", "/learn/cards", "/learn/quiz?longest-sit=1", "/learn/treatments", "/learn/treatments/massage", "/learn/claims", "/learn/claims/C-01",
            "/check/answers", "/pair", "/no-such-page");
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_at_any_step_of_a_check_and_on_what_follows(int width, ColorScheme theme)
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        var steps = Enumerable.Range(1, app.Person.State.Visits.Length).Select(step => $"/check/{step}");
        await Check(app, width, theme, [.. steps, "/check/places", "/check/answers", "/check/change/nprs", "/check/change/body_map", "/result", "/plan", "/plan?day=3", "/", "/spasm?done=true", "/why/prolonged-sitting"]);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_on_urgent_and_open_results(int width, ColorScheme theme)
    {
        foreach (var persona in new[] { Persona.Emergency, Persona.Silent, Persona.Desk.Aged(15) })
        {
            await using var app = await RunningApp.Start(persona);
            await Check(app, width, theme, "/", "/result", "/plan");
        }
    }

    /// <summary>Details closed and open, nothing wider than the screen, nothing asked from elsewhere.</summary>
    async Task Check(RunningApp app, int width, ColorScheme theme, params string[] paths)
    {
        await using var visit = await chromium.Open(app, width, theme, forAxe: true);
        var found = new List<string>();
        foreach (var path in paths)
        {
            await visit.Page.GotoAsync(path);
            var over = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) found.Add($"{path} is {over} px too wide");
            await visit.Page.AddScriptTagAsync(new() { Path = AxePath() });
            foreach (var open in new[] { false, true })
            {
                if (open) await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
                var result = await visit.Page.EvaluateAsync<JsonElement>(
                    "rules => axe.run(document, { runOnly: rules }).then(r => r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`))", Rules);
                found.AddRange(result.EnumerateArray().Select(one => $"{path}{(open ? " opened" : "")}: {one.GetString()}"));
            }
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.DoesNotContain(visit.Faults, fault => !fault.Contains("404", StringComparison.Ordinal));
    }

    static string AxePath()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "src", "Web", "client", "node_modules", "axe-core", "axe.min.js") is var path && File.Exists(path)) return path;
        throw new FileNotFoundException("axe-core is not installed: build src/Web first, it runs npm ci.");
    }
}
