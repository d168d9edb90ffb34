using Mainstay.Care;
using Mainstay.Web.Tests;

namespace Mainstay.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class SpotTests(Chromium chromium)
{
    [Fact]
    public async Task Where_on_the_map_it_was_tapped_goes_along_and_a_place_from_the_list_has_no_point()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, width: 1280);
        var page = visit.Page;
        await page.GotoAsync("/spots/new");
        var place = page.Locator("label.shape[for='r-buttock_left'] path");
        await place.ScrollIntoViewIfNeededAsync();
        var size = (await place.BoundingBoxAsync())!;
        await place.ClickAsync(new() { Position = new() { X = size.Width * 0.4f, Y = size.Height * 0.6f } });
        await page.Locator(".bodymap circle.point").WaitForAsync();
        Assert.True(await page.IsCheckedAsync("#r-buttock_left"));
        var box = (await place.BoundingBoxAsync())!;
        var dot = (await page.Locator(".bodymap circle.point").BoundingBoxAsync())!;
        Assert.Equal((box.X + box.Width * 0.4, box.Y + box.Height * 0.6), (dot.X + dot.Width / 2, dot.Y + dot.Height / 2), new Near(2));
        await page.ClickAsync("label:has(input[name='pain'][value='6'])");
        await page.ClickAsync("main form .big");
        await page.Arrives("**/spots/*said=saved*");
        var spot = app.Person.Daily.SpotsNow().Single().Now;
        Assert.True(spot is { Region: "buttock_left", X: > 0 and < 1, Y: > 0 and < 1 }, spot.ToString());

        await page.GotoAsync("/spots/new");
        await place.ClickAsync();
        await page.Locator(".bodymap circle.point").WaitForAsync();
        await page.Locator("label.name[for='r-buttock_right']").ClickAsync();
        Assert.Equal(("", ""), (await page.InputValueAsync("input[name='x']"), await page.InputValueAsync("input[name='y']")));
        Assert.Equal(0, await page.Locator(".bodymap circle.point").CountAsync());
    }

    sealed class Near(double by) : IEqualityComparer<(double X, double Y)>
    {
        public bool Equals((double X, double Y) one, (double X, double Y) other) => Math.Abs(one.X - other.X) <= by && Math.Abs(one.Y - other.Y) <= by;
        public int GetHashCode((double X, double Y) of) => 0;
    }
}
