using Mainstay.Care;
using Mainstay.Knowledge;
using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>What the scripts leave out or keep by themselves, where the app was not asked or the device can keep nothing.</summary>
[Collection(Browsing.Name)]
public sealed class PlayerLimitsTests(Chromium chromium)
{
    const string Hard = "pelvic-clock";

    static async Task Until(Func<bool> there, string what)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (there()) return;
            await Task.Delay(100);
        }
        throw new InvalidOperationException($"{what} does not come.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Strong_pain_just_before_leaves_what_is_gentle_with_and_without_the_network_and_after_a_reload(bool online)
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var page = visit.Page;
        var breathing = RunningApp.Library.Items.First(item => item is { Family: Family.Breathing, Level: 1 });
        await page.GotoAsync($"/session?move=cat-cow&move={Hard}&move={breathing.Id}");
        await page.Listens();
        await page.Context.SetOfflineAsync(!online);
        await page.Locator("#begin label:has(input[value='8'])").ClickAsync();
        await page.Locator("#begin button[value='no']").ClickAsync();
        await page.Locator(".player [data-time]").WaitForAsync();
        Assert.Equal(breathing.Name, await page.TextContentAsync(".player [data-name]"));
        Assert.Equal(1, await page.Locator("[data-beads] li").CountAsync());
        Assert.True(await page.Locator("[data-gentle]").IsVisibleAsync());
        if (!online) return;
        await Until(() => app.Person.Daily.SessionsById.Values.SingleOrDefault()?.Before == 8, "The start");
        await page.Arrives("**/session/*-*");
        await page.ReloadAsync();
        await page.Locator(".player [data-time]").WaitForAsync();
        Assert.Equal(breathing.Name, await page.TextContentAsync(".player [data-name]"));
        Assert.Equal(1, await page.Locator("[data-beads] li").CountAsync());
    }

    [Fact]
    public async Task What_a_full_device_cannot_keep_stays_in_its_form_until_it_is_sent_once()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app);
        var page = visit.Page;
        await page.AddInitScriptAsync("IDBObjectStore.prototype.add = function () { throw new DOMException('full', 'QuotaExceededError'); };");
        await page.GotoAsync("/");
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("#check-in label:has(input[value='4'])");
        await page.ClickAsync("#check-in button[value='no']");
        await page.Locator("#check-in [data-kept-says]").GetByText("Leave this page open").WaitForAsync();
        Assert.True(await page.Locator("#check-in input[name='pain'][value='4']").IsCheckedAsync());
        await page.Locator("[data-outbox]").GetByText("Only in this page").WaitForAsync();
        await page.ClickAsync("#check-in label:has(input[value='5'])");
        await page.ClickAsync("#check-in button[value='no']");
        await page.Context.SetOfflineAsync(false);
        await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        await page.Locator("#check-in [data-kept-says]").GetByText("can be reached again").WaitForAsync();
        Assert.Equal(5, Assert.Single(app.Person.CheckIns).Said.Pain);
        Assert.False(await page.Locator("#check-in input[name='pain'][value='5']").IsCheckedAsync());
    }
}
