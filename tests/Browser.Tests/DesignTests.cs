using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>The page that shows every part in all its states, for whoever works on the app.</summary>
[Collection(Browsing.Name)]
public sealed class DesignTests(Chromium chromium)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Axe_finds_nothing_in_any_state_of_any_part_in_either_theme(int width)
    {
        await using var app = await RunningApp.Start(development: true);
        await using var visit = await chromium.Open(app, width);
        await visit.Page.GotoAsync("/design");
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        var found = await Axe.Run(visit.Page);
        Tour.FoundNothing(found);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Light_and_dark_stand_beside_each_other_whatever_the_system_says()
    {
        await using var app = await RunningApp.Start(development: true);
        await using var visit = await chromium.Open(app, 1280, ColorScheme.Dark);
        await visit.Page.GotoAsync("/design");
        async Task<string> Paper(string theme) => await visit.Page.Locator($".paper[data-theme={theme}]").First.EvaluateAsync<string>("one => getComputedStyle(one).backgroundColor");
        Assert.Equal(("rgb(247, 242, 231)", "rgb(14, 23, 38)"), (await Paper("light"), await Paper("dark")));
        foreach (var part in new[] { ".urgency", ".contributor", ".evidence", ".steps", ".bodymap", ".week", ".chart", ".chip", ".choice", ".note", ".toast", ".empty", "progress", ".items", ".moves" })
            Assert.True(await visit.Page.Locator($".paper[data-theme=dark] {part}").CountAsync() > 0, $"{part} is missing");
    }
}
