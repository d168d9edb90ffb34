using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>Somebody who has no pointer: Tab, arrows, Space and Enter.</summary>
sealed class Keyboard(IPage page)
{
    const int MostTabs = 260;

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
        Assert.True(await page.EvaluateAsync<bool>("() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; }"),
            $"{selector} shows no focus on {page.Url}");
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnLoad(object? sender, IPage page) => loaded.TrySetResult();
        page.Load += OnLoad;
        await page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(20));
        page.Load -= OnLoad;
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
