using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Tests;

namespace Mainstay.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class ChartTests(Chromium chromium)
{
    [Fact]
    public async Task A_chart_says_what_its_table_says_where_the_mouse_or_the_arrow_keys_are()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        for (var day = 0; day < 20; day++) app.Write(Noted.Of(new DiaryNote { Pain = 6 - day / 5, Mood = 3, For = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().AddDays(day - 20).DateTime) }));
        await using var visit = await chromium.Open(app, width: 1280);
        var page = visit.Page;
        await page.GotoAsync("/insights");
        var chart = page.Locator("figure.chart:has(tr[data-at])").First;
        await chart.Locator(".chart-box [role='img']").FocusAsync();
        await page.Keyboard.PressAsync("End");
        var rows = chart.Locator("tr[data-at]");
        async Task<string> Head(int row) => (await rows.Nth(row).Locator("th").TextContentAsync())!.Trim().Split('\n')[0];
        Assert.Contains(await Head(await rows.CountAsync() - 1), await chart.Locator(".reads").TextContentAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Home");
        Assert.Contains(await Head(0), await chart.Locator(".reads").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.Run(page));
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("", await chart.Locator(".reads").TextContentAsync());
        await chart.Locator(".chart-box [role='img']").HoverAsync();
        Assert.Contains(":", await chart.Locator(".reads").TextContentAsync(), StringComparison.Ordinal);
        // A chart that was folded away when the page came speaks like the others.
        await page.Locator("details.also > summary").ClickAsync();
        var mood = page.Locator("details.also figure.chart");
        await mood.Locator(".chart-box [role='img']").FocusAsync();
        await page.Keyboard.PressAsync("End");
        Assert.Contains("Good", await mood.Locator(".reads").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.Run(page));
    }
}
