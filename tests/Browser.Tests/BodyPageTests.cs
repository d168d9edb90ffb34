using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>The sliders of the body page, and the same without a script.</summary>
[Collection(Browsing.Name)]
public sealed class BodyPageTests(Chromium chromium)
{
    const string Figure = "document.querySelector('mainstay-figure')";

    [Fact]
    public async Task A_slider_is_answered_at_once_and_the_last_word_counts()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app, 1280);
        var page = visit.Page;
        await page.GotoAsync("/body?posture=bend");
        await page.WaitForFunctionAsync($"() => {Figure}?.state?.ready");
        var before = await page.InnerTextAsync(".body-loads .bars");
        Assert.False(await page.IsVisibleAsync("[data-show]"));
        var kg = page.Locator("#kg");
        foreach (var value in new[] { "4", "11", "20" }) await kg.FillAsync(value);
        await page.Arrives("**kg=20**");
        Assert.Equal("20", await page.InputValueAsync("[data-of=kg]"));
        Assert.NotEqual(before, await page.InnerTextAsync(".body-loads .bars"));
        Assert.Contains("× standing", await page.InnerTextAsync("[data-said]"), StringComparison.Ordinal);
        var frames = await page.EvaluateAsync<int>($"() => {Figure}.state.frames");
        await page.Locator("[data-of=tight-hamstrings]").FocusAsync();
        // A little of it nobody could see, and it is not drawn.
        for (var percent = 0; percent < 8; percent++) await page.Keyboard.PressAsync("ArrowRight");
        await page.Arrives("**tight-hamstrings=8**");
        await page.WaitForFunctionAsync($"frames => {Figure}.state.frames > frames", frames);
        await page.GetByText("Lift with a bent back").ClickAsync();
        await page.WaitForFunctionAsync($"() => {Figure}.duration > 1");
        Assert.Contains("Load on the way", await page.InnerTextAsync(".body-more"), StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Without_a_script_the_button_sends_the_form_and_the_spine_is_drawn()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app, scripts: false);
        var page = visit.Page;
        await page.GotoAsync("/body");
        Assert.True(await page.IsVisibleAsync("svg.inside"));
        Assert.False(await page.IsVisibleAsync("[data-of=kg]"));
        await page.FillAsync("#kg", "15");
        await page.ClickAsync("[data-show]");
        await page.Arrives("**kg=15**");
        Assert.Equal("15", await page.InputValueAsync("#kg"));
        await page.GetByText("Keep as A").ClickAsync();
        await page.FillAsync("#kg", "5");
        await page.ClickAsync("[data-show]");
        Assert.Equal(3, await page.Locator(".bars").CountAsync());
    }
}
