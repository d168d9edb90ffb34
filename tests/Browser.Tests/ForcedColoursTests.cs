using System.Text.Json;
using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>With the few colours of the system alone (high contrast), everything that was told by a wash is told by a border or an outline.</summary>
[Collection(Browsing.Name)]
public sealed class ForcedColoursTests(Chromium chromium)
{
    async Task<Visit> Open(RunningApp app, int width = 390)
    {
        var visit = await chromium.Open(app, width);
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
        return visit;
    }

    /// <summary>On a phone in the light, then at a desk in the dark.</summary>
    [Fact]
    public async Task In_forced_colours_all_words_can_be_read_and_whatever_has_focus_shows_it()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        var wrong = await Tour.Of(await app.Addresses(), () => Open(app), async visit =>
        {
            await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
            var found = new List<string>();
            foreach (var (width, height, theme) in new[] { (390, 844, ColorScheme.Light), (1280, 900, ColorScheme.Dark) })
            {
                void Add(IEnumerable<string> faults, string what = "") => found.AddRange(faults.Select(one => $"{width} px, {theme}: {one}{what}"));
                await visit.Page.SetViewportSizeAsync(width, height);
                await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
                Add(await Axe.Run(visit.Page, Axe.OfColours));
                Add(await Names(visit, OnPaper), " is written in the colour of the paper");
                await visit.Page.EvaluateAsync("() => document.querySelector('a[href]').focus()");
                await visit.Page.Keyboard.PressAsync("Tab");
                Add(await Names(visit, WithoutFocus), " shows no focus");
                await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
                Add(await Names(visit, WithoutFocus), " shows no focus in the usual colours");
            }
            await visit.Page.SetViewportSizeAsync(390, 844);
            await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Light });
            return found;
        });
        Tour.FoundNothing(wrong);
    }

    static async Task<IEnumerable<string>> Names(Visit visit, string script) =>
        (await visit.Page.EvaluateAsync<JsonElement>(script)).EnumerateArray().Select(one => one.GetString()!);

    /// <summary>The browser lays a plate of the paper's colour behind all words, whatever lies below: words in that colour cannot be read.</summary>
    const string OnPaper = """
        () => {
          const paper = getComputedStyle(document.body).backgroundColor;
          return [...document.body.querySelectorAll('*')].filter(one => !one.closest('svg, .hidden') && one.checkVisibility() && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
            && getComputedStyle(one).color === paper && !one.closest('.knots i')).map(one => `${one.localName}.${one.className} "${one.textContent.trim().slice(0, 30)}"`);
        }
        """;

    [Theory]
    [InlineData("/check/change/sex", ".choice")]
    [InlineData("/check/change/nprs", ".steps label")]
    [InlineData("/me", ".chip")]
    [InlineData("/check/change/equipment", ".choice")]
    [InlineData("/check/change/body_map", ".bodymap .name")]
    public async Task What_is_chosen_has_a_thicker_border_than_what_is_not(string path, string part)
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await Open(app, 1280);
        await visit.Page.GotoAsync(path);
        var target = visit.Page.Locator(part).First;
        if (path.EndsWith("equipment", StringComparison.Ordinal) && !await target.Locator("input").IsCheckedAsync()) await target.ClickAsync();
        var widths = await visit.Page.EvaluateAsync<JsonElement>("""
            part => {
              const all = [...document.querySelectorAll(part)].filter(one => one.checkVisibility());
              const on = one => (one.control ?? one.querySelector('input')).checked, width = one => parseFloat(getComputedStyle(one).borderTopWidth);
              return { on: Math.min(...all.filter(on).map(width)), off: Math.max(...all.filter(one => !on(one)).map(width)) };
            }
            """, part);
        Assert.True(widths.GetProperty("on").GetDouble() >= widths.GetProperty("off").GetDouble() + 1.5, $"{path}: {widths}");
    }

    [Theory]
    [InlineData("/", ".nav [aria-current]", ".nav a:not([aria-current])")]
    [InlineData("/plan", ".week [aria-current]", ".week a:not([aria-current])")]
    [InlineData("/result/letter", ".chip.on", ".chip:not(.on)")]
    public async Task Where_one_is_has_a_thicker_border(string path, string here, string there)
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await Open(app, 1280);
        await visit.Page.GotoAsync(path);
        async Task<double> Border(string selector) => await visit.Page.Locator(selector).First.EvaluateAsync<double>("one => parseFloat(getComputedStyle(one).borderTopWidth)");
        Assert.True(await Border(here) >= await Border(there) + 1.5, $"{path}: {await Border(here)} and {await Border(there)}");
    }

    /// <summary>How far along and how urgent is filled, not only coloured: filled and empty differ.</summary>
    [Fact]
    public async Task Filled_and_empty_beads_differ()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await Open(app);
        await visit.Page.GotoAsync("/result");
        async Task<string> Fill(string selector) => await visit.Page.Locator(selector).First.EvaluateAsync<string>("one => getComputedStyle(one).backgroundColor");
        Assert.NotEqual(await Fill(".beads > .done"), await Fill(".beads > :not(.done)"));
    }

    /// <summary>After a key, so that the browser shows what it shows to those who use keys: a line that is two pixels thick or more at the element or at
    /// its label, or a thick line at its shape.</summary>
    const string WithoutFocus = """
        () => {
          const outlined = part => part && getComputedStyle(part).outlineStyle !== 'none' && parseFloat(getComputedStyle(part).outlineWidth) >= 2 && part.checkVisibility();
          const shows = one => {
            const labels = [...(one.labels ?? [])], shape = labels.map(label => label.querySelector('path')).find(path => path && path.checkVisibility());
            return [one, one.closest('label'), ...labels].some(outlined) || (shape && parseFloat(getComputedStyle(shape).strokeWidth) >= 4);
          };
          if (!document.activeElement?.matches(':focus-visible')) return ['Tab leads nowhere: the page'];
          const stops = [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex="0"]')].filter(one => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
          // Those that are called and held alike look alike: the first of them stands for all.
          const kind = one => [one, one.parentElement, one.closest('label'), one.labels?.[0]].map(part => `${part?.localName}.${part?.className?.baseVal ?? part?.className}`).join(' ') + one.type;
          const first = [...new Map(stops.reverse().map(one => [kind(one), one])).values()];
          return first.filter(one => { one.focus({ preventScroll: true }); return document.activeElement === one && !shows(one); })
            .map(one => `${one.localName}.${one.className?.baseVal ?? one.className} ${(one.textContent ?? '').trim().slice(0, 40)}`);
        }
        """;
}
