using System.Text.Json;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>A page that is open, looked at on a phone and on a desk, light and dark, closed and opened out, and in the narrowest window. Every two of
/// these meet at least once.</summary>
static class Views
{
    static readonly (int Width, int Height) Phone = (390, 844), Desk = (1280, 900);

    /// <summary>What 1280 px are at 400 % zoom, where the window is low too.</summary>
    public static readonly (int Width, int Height) Zoomed = (320, 256);

    const double MostCovered = 0.35;

    /// <returns>What axe-core finds, what is wider than its window, and what covers it. The page is left as it was.</returns>
    public static async Task<IReadOnlyList<string>> Look(Visit visit)
    {
        var found = new List<string>();
        foreach (var (window, first, second) in new[] { (Phone, ColorScheme.Light, ColorScheme.Dark), (Desk, ColorScheme.Dark, ColorScheme.Light) })
        {
            await visit.Page.SetViewportSizeAsync(window.Width, window.Height);
            await Axed(visit.Page, found, window.Width, first, "closed");
            // Where nothing can be opened, the other theme changes colours alone.
            var opened = await visit.Page.EvaluateAsync<int>(Unfold);
            await Axed(visit.Page, found, window.Width, second, "opened", opened > 0 ? null : Axe.OfColours);
            await visit.Page.EvaluateAsync("() => window.folded.forEach(one => one.open = false)");
        }
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        found.AddRange(await Sideways(visit.Page, Zoomed));
        await visit.Page.EvaluateAsync("() => window.folded.forEach(one => one.open = false)");
        await visit.Page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        return found;
    }

    static async Task Axed(IPage page, List<string> found, int width, ColorScheme theme, string details, string[]? rules = null)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        found.AddRange((await Axe.Run(page, rules)).Select(one => $"{width} px, {theme}, {details}: {one}"));
    }

    const string Unfold = "() => { window.folded = [...document.querySelectorAll('details:not([open])')]; window.folded.forEach(one => one.open = true); return window.folded.length; }";

    /// <summary>Opens all details. Names what sticks out of the page where the page scrolls sideways, words that are cut off, and what sticks and covers
    /// more than a third of a low window.</summary>
    public static async Task<IEnumerable<string>> Sideways(IPage page, (int Width, int Height) window)
    {
        await page.SetViewportSizeAsync(window.Width, window.Height);
        await page.EvaluateAsync(Unfold);
        var found = (await page.EvaluateAsync<JsonElement>(Wide)).EnumerateArray().Select(one => $"{window.Width} px: {one.GetString()}").ToList();
        if (window.Width == Zoomed.Width && await page.EvaluateAsync<double>(Covered) is > MostCovered and var covered) found.Add($"{covered:P0} of the window is covered");
        return found;
    }

    const string Covered = """
        () => [...document.body.querySelectorAll('*')].filter(one => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.checkVisibility() && !one.matches('.skip, [popover]'))
          .reduce((sum, one) => sum + one.getBoundingClientRect().height, 0) / innerHeight
        """;

    const string Wide = """
        () => {
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
}
