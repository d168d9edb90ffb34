using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>Somebody who has no pointer: Tab, arrows, Space and Enter.</summary>
sealed class Keyboard(IPage page)
{
    const int MostTabs = 260;

    /// <summary>An outline of two pixels or more, on the element or on the label that stands for it.</summary>
    const string ShowsFocus = """
        () => [document.activeElement, document.activeElement.closest('label'), ...(document.activeElement.labels ?? [])].some(one => {
            const s = one && getComputedStyle(one);
            return s && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
        })
        """;

    /// <summary>Tabs until an element is reached.</summary>
    public async Task Reach(string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await Is(selector)) return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"{selector} cannot be reached by Tab on {page.Url}.");
    }

    /// <summary>Goes to a link or button and presses it.</summary>
    public async Task Follow(string selector)
    {
        await Reach(selector);
        Assert.True(await page.EvaluateAsync<bool>(ShowsFocus), $"{selector} shows no focus on {page.Url}");
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnLoad(object? sender, IPage page) => loaded.TrySetResult();
        page.Load += OnLoad;
        await page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
        page.Load -= OnLoad;
    }

    /// <summary>Opens or closes details.</summary>
    public async Task Open(string summary)
    {
        await Reach(summary);
        Assert.True(await page.EvaluateAsync<bool>(ShowsFocus), $"{summary} shows no focus on {page.Url}");
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Tabs from the top of the page until the end, and tells what was wrong on the way.</summary>
    public async Task<IReadOnlyList<string>> Round()
    {
        var wrong = new List<string>();
        await page.EvaluateAsync("() => { window.stops = []; }");
        for (var tabs = 0; ; tabs++)
        {
            if (tabs == MostTabs) return [.. wrong, "Tab never comes to an end"];
            await page.Keyboard.PressAsync("Tab");
            var state = await page.EvaluateAsync<string>("""
                () => {
                    const now = document.activeElement, before = window.stops.at(-1);
                    if (now === document.body || window.stops[0] === now) return 'end';
                    if (window.stops.includes(now)) return 'twice';
                    window.stops.push(now);
                    return before && !(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) ? 'back' : 'on';
                }
                """);
            if (state == "end") break;
            var name = await page.EvaluateAsync<string>("() => (document.activeElement.outerHTML ?? '').slice(0, 90)");
            if (state == "twice") return [.. wrong, $"Tab is caught at {name}"];
            if (state == "back") wrong.Add($"Tab jumps back to {name}");
            if (!await page.EvaluateAsync<bool>(ShowsFocus)) wrong.Add($"no focus shows on {name}");
        }
        var missed = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=radio]):not([type=hidden])')]
                .filter(one => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0 && !one.disabled && !window.stops.includes(one)).map(one => one.outerHTML.slice(0, 90))
            """);
        return [.. wrong, .. missed.Select(one => $"Tab never comes to {one}")];
    }

    public async Task Answer(WholeCheckTests.Question question)
    {
        if (question.Text is { } text)
        {
            await Reach($"[name='{question.Name}']");
            await page.Keyboard.TypeAsync(text);
            return;
        }
        var wanted = $"[name='{question.Name}'][value='{question.Choose}']";
        if (await page.GetAttributeAsync(wanted, "type") == "checkbox")
        {
            await Reach(wanted);
            await page.Keyboard.PressAsync("Space");
        }
        else
        {
            await Reach($"[name='{question.Name}']");
            await page.Keyboard.PressAsync("Space");
            for (var steps = 0; steps < 40 && !await Is(wanted); steps++) await page.Keyboard.PressAsync("ArrowDown");
        }
        Assert.True(await page.IsCheckedAsync(wanted), $"{wanted} is not chosen on {page.Url}");
    }

    Task<bool> Is(string selector) => page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector);
}
