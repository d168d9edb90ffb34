namespace Mainstay.Browser.Tests;

/// <summary>The contrast of what looks alike is measured once; what looks different is never left out.</summary>
[Collection(Browsing.Name)]
public sealed class AxeTests(Chromium chromium)
{
    const string Page = """
        <!doctype html><html lang="en"><head><title>Rows</title><style>
          body { background: #fff; color: #222; } .pale li { color: #ddd; } li.pale { color: #ccc; } :checked ~ label { color: #bbb; } [aria-current] { color: #aaa; }
        </style></head><body><main><h1>Rows</h1>
          <ul><li>One</li><li>Two</li><li>Three</li><li class="pale" id="four">Four</li></ul>
          <ul class="pale"><li id="five">Five</li><li>Six</li><li>Seven</li><li>Eight</li></ul>
          <div><input type="checkbox" id="a" checked><label for="a" id="nine">Nine</label></div><div><input type="checkbox" id="b"><label for="b" id="ten">Ten</label></div>
          <p>Eleven</p><p aria-current="page" id="twelve">Twelve</p>
        </main></body></html>
        """;

    [Fact]
    public async Task A_contrast_that_is_too_low_is_found_wherever_it_looks_different_and_once_where_it_looks_alike()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app);
        await visit.Page.SetContentAsync(Page);
        var low = Assert.Single(await Axe.Run(visit.Page, Axe.OfColours));
        foreach (var place in new[] { "#four", "#five", "#nine", "#twelve" }) Assert.Contains(place, low, StringComparison.Ordinal);
        Assert.DoesNotContain("#ten", low, StringComparison.Ordinal);
        // First and last of a list may look different from those between.
        Assert.InRange(low.Split(", ").Length, 4, 6);
    }
}
