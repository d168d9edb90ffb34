using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>The app without a pointer. The whole check has a test of its own.</summary>
[Collection(Browsing.Name)]
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task A_day_of_the_plan_is_changed_by_keyboard_alone()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, width: 1280);
        var keys = new Keyboard(visit.Page);
        await visit.Page.GotoAsync("/plan");
        var before = await visit.Page.Locator(".items > li h3").AllTextContentsAsync();
        await keys.Follow(".items .tools form:not([class]) button");
        Assert.NotEqual(before, await visit.Page.Locator(".items > li h3").AllTextContentsAsync());
        await keys.Open("details.card:has([name=minutes]) > summary");
        await keys.Follow("[name=minutes][value='4']");
        Assert.Contains(app.Person.Choices.Made, choice => choice is Care.PlanChoice.Minutes { Total: 4 });
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_letter_is_chosen_by_keyboard_alone()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, width: 1280);
        var keys = new Keyboard(visit.Page);
        await visit.Page.GotoAsync("/result");
        await keys.Follow("a[href='/result/letter']");
        await keys.Follow("a[href='/result/letter?for=no-progress']");
        await keys.Open("details:has([name=with]) > summary");
        await keys.Reach("[name=with][value=plan]");
        await visit.Page.Keyboard.PressAsync("Space");
        await keys.Follow("form:has([name=with]) button");
        Assert.Contains("own=1", visit.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("with=plan", visit.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Spasm_now_is_answered_by_keyboard_alone()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app, width: 1280);
        var keys = new Keyboard(visit.Page);
        await visit.Page.GotoAsync("/");
        await keys.Follow("a.spasm");
        await keys.Follow("button[name=none]");
        Assert.Equal("Now: be kind to your back", await visit.Page.TextContentAsync("h1"));
        Assert.Empty(visit.Faults);
    }

    /// <summary>Tab goes through everything once, in the order of the page, shows where it is, and comes out again.</summary>
    [Theory]
    [InlineData(390, "/", "/check/1", "/check/2", "/result", "/spasm", "/me")]
    [InlineData(1280, "/", "/check/4", "/check/answers", "/result", "/result/letter", "/plan", "/moves", "/learn/search?q=sleep", "/me", "/pair")]
    public async Task Tab_goes_through_the_whole_page_and_out_again(int width, params string[] paths)
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, width);
        var wrong = new List<string>();
        foreach (var path in paths)
        {
            await visit.Page.GotoAsync(path);
            wrong.AddRange((await new Keyboard(visit.Page).Round()).Select(fault => $"{path}: {fault}"));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_navigation()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, width: 1280);
        foreach (var path in new[] { "/", "/result", "/check/2" })
        {
            await visit.Page.GotoAsync(path);
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.skip')"), path);
            await visit.Page.Keyboard.PressAsync("Enter");
            Assert.Equal("main", await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        }
    }
}
