using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>Longer words and the other direction in a narrow window: every page is read by scrolling down alone. English at 400 % zoom is looked at
/// wherever axe-core looks.</summary>
[Collection(Browsing.Name)]
public sealed class ReflowTests(Chromium chromium)
{
    [Fact]
    public async Task No_page_of_a_longer_language_from_right_to_left_scrolls_sideways_and_nothing_that_sticks_covers_it()
    {
        var wrong = new List<string>();
        foreach (var persona in new[] { Persona.Desk, Persona.Emergency })
        {
            await using var app = await RunningApp.Start(persona, "ar");
            wrong.AddRange(await Tour.Of(await app.Unseen("sideways", await app.Addresses()), () => chromium.Open(app, Narrow.Width), async visit =>
                [.. await Views.Sideways(visit.Page, Narrow), .. await Views.Sideways(visit.Page, Wide)]));
        }
        Tour.FoundNothing(wrong);
    }

    static readonly (int Width, int Height) Narrow = (320, 568), Wide = (1280, 900);

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
