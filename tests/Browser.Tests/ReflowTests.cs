using System.Text.Json;
using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>Narrow windows, large letters, longer words and the other direction: every page is read by scrolling down alone.</summary>
[Collection(Browsing.Name)]
public sealed class ReflowTests(Chromium chromium)
{
    /// <summary>320 px is also what 1280 px are at 400 % zoom, where the window is low too. fr is longer than English, ar runs from right to left.</summary>
    public static TheoryData<string?, int[][]> Windows => new()
    {
        { null, [[320, 256]] }, { "fr", [[320, 568]] }, { "ar", [[320, 568], [1280, 900]] },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task No_page_scrolls_sideways_and_nothing_that_sticks_covers_it(string? language, int[][] windows)
    {
        var wrong = new List<string>();
        foreach (var persona in new[] { Persona.Desk, Persona.Emergency })
        {
            await using var app = await RunningApp.Start(persona, language);
            wrong.AddRange(await Tour.Of(await app.Unseen($"sideways {language}", await app.Pages()), () => chromium.Open(app, windows[0][0]), async visit =>
            {
                var found = new List<string>();
                foreach (var window in windows)
                {
                    await visit.Page.SetViewportSizeAsync(window[0], window[1]);
                    if (window[0] == Narrow && await visit.Page.EvaluateAsync<double>(Covered) is > MostCovered and var covered) found.Add($"{covered:P0} of the window is covered");
                    found.AddRange((await visit.Page.EvaluateAsync<JsonElement>(Sideways)).EnumerateArray().Select(one => $"{window[0]} px: {one.GetString()}"));
                }
                return found;
            }));
        }
        Tour.FoundNothing(wrong);
    }

    const int Narrow = 320;

    const double MostCovered = 0.35;

    const string Covered = """
        () => [...document.body.querySelectorAll('*')].filter(one => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.checkVisibility() && !one.matches('.skip, [popover]'))
          .reduce((sum, one) => sum + one.getBoundingClientRect().height, 0) / innerHeight
        """;

    /// <summary>Opens all details, then names what sticks out of the page where the page scrolls sideways, and words that are cut off.</summary>
    const string Sideways = """
        () => {
          document.querySelectorAll('details').forEach(one => one.open = true);
          const root = document.documentElement, name = one => `${one.localName}.${one.className?.baseVal ?? one.className} "${(one.textContent ?? '').trim().slice(0, 40)}"`;
          const hidden = one => one.closest('.hidden, .skip, [popover]:not(:popover-open)') || getComputedStyle(one).opacity === '0';
          const found = [];
          if (root.scrollWidth > root.clientWidth) {
            const out = [...document.body.querySelectorAll('*')].filter(one => {
              const box = one.getBoundingClientRect();
              return !hidden(one) && box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
            });
            found.push(`${root.scrollWidth - root.clientWidth} px too wide: ${out.filter(one => !out.some(other => other !== one && one.contains(other))).slice(0, 4).map(name).join(' | ')}`);
          }
          for (const one of document.body.querySelectorAll('p, li, a, button, h1, h2, h3, td, th, label, summary, dd, dt, legend, figcaption, span'))
            if (!hidden(one) && !one.closest('svg') && one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 2 && getComputedStyle(one).overflowX !== 'visible') found.push(`cut off: ${name(one)}`);
          return found;
        }
        """;

    [Theory]
    [InlineData("ltr", null)]
    [InlineData("rtl", "ar")]
    public async Task The_layout_begins_where_the_language_begins(string direction, string? language)
    {
        await using var app = await RunningApp.Start(Persona.Desk, language);
        await using var visit = await chromium.Open(app, 1280);
        await visit.Page.GotoAsync("/result");
        Assert.Equal(direction, await visit.Page.GetAttributeAsync("html", "dir"));
        var (rail, main, edge) = (await Box(visit, ".nav"), await Box(visit, "main"), await Box(visit, ".urgency > .icon"));
        Assert.Equal(direction == "ltr", rail.X < main.X);
        Assert.Equal(direction == "ltr", edge.X < main.X + (main.Width / 2));
        // Their own left is at the left of the back view in any language.
        await visit.Page.GotoAsync("/check/change/body_map");
        var (left, right) = (await Box(visit, ".sides.back span > span:first-child"), await Box(visit, ".sides.back span > span:last-child"));
        Assert.True(left.X < right.X);
    }

    static async Task<LocatorBoundingBoxResult> Box(Visit visit, string selector) => (await visit.Page.Locator(selector).First.BoundingBoxAsync())!;
}
