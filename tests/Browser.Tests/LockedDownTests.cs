using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class LockedDownTests(Chromium chromium)
{
    [Fact]
    public async Task The_theme_of_the_person_wins_over_the_system()
    {
        await using var app = await RunningApp.Start();
        await using var visit = await chromium.Open(app);
        await visit.Page.GotoAsync("/me");
        async Task<string> Paper() => await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        var light = await Paper();
        await visit.Page.ClickAsync("label:has([name=theme][value=dark])");
        await visit.Page.ClickAsync("form:has([name=theme]) button:has-text('Save')");
        Assert.NotEqual(light, await Paper());
    }

    [Fact]
    public async Task None_of_these_and_the_other_lines_of_a_gate_exclude_each_other()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var gate = app.Person.State.Visits.ToList().FindIndex(one => one.IsGate) + 1;
        await visit.Page.GotoAsync($"/check/{gate}");
        Assert.True(await visit.Page.IsCheckedAsync("[name=gate][value=none]"));
        await visit.Page.ClickAsync("[data-gate] .choice >> nth=0");
        Assert.False(await visit.Page.IsCheckedAsync("[name=gate][value=none]"));
    }
}
