using System.Globalization;
using Mainstay.Care;
using Mainstay.Web.Tests;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>With the worker: what is there without the network, and what is gone after everything was deleted.</summary>
[Collection(Browsing.Name)]
public sealed class OfflineTests(Chromium chromium)
{
    const string Two = "/session?move=cat-cow&move=pelvic-clock", Secret = "zebrafinch";

    static async Task Until(Func<Task<bool>> there, string what)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await there()) return;
            await Task.Delay(200);
        }
        throw new InvalidOperationException($"{what} does not come.");
    }

    /// <summary>The worker has taken in what is to be kept.</summary>
    static Task Kept(IPage page) => Until(() => page.EvaluateAsync<bool>("async () => !!(await caches.match('/api/offline'))"), "What is kept");

    static async Task Step(IPage page, string until)
    {
        for (var seconds = 0; seconds < 600; seconds += 5)
        {
            if (await page.Locator(until).IsVisibleAsync()) return;
            await page.Clock.FastForwardAsync(5000);
        }
        throw new InvalidOperationException($"{until} does not come on {page.Url}.");
    }

    [Fact]
    public async Task A_session_by_keyboard_without_the_network_from_its_middle_on_finds_every_entry_once()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, width: 1280, worker: true);
        var (page, keys) = (visit.Page, new Keyboard(visit.Page));
        await page.GotoAsync("/");
        await Kept(page);
        await page.Clock.InstallAsync(new() { TimeDate = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-50) });
        await page.GotoAsync(Two);
        await page.Listens();
        await keys.Answer(new("pain", "4", null));
        await keys.Reach("#begin button[value='no']");
        await page.Keyboard.PressAsync("Enter");
        await page.Arrives("**/session/*-*");
        await Step(page, "[data-time].words");
        await page.Keyboard.PressAsync("Enter");
        await Until(() => Task.FromResult(app.Person.Daily.SessionsById.Values.SingleOrDefault()?.Items.Count == 1), "The first move");

        await page.Context.SetOfflineAsync(true);
        // The page itself comes from what was kept, and the session goes on in it.
        await page.ReloadAsync();
        await page.Locator(".player [data-time]").WaitForAsync();
        await page.Locator("[data-outbox]").GetByText("You are offline").WaitForAsync();
        await Step(page, "[data-time].words");
        await keys.Reach("[data-do='fine']");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-panel='end']").WaitForAsync();
        await keys.Answer(new("after", "3", null));
        await keys.Answer(new("effort", "5", null));
        await keys.Reach("[data-end] button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-panel='sent']").WaitForAsync();

        await page.GotoAsync("/");
        await keys.Answer(new("pain", "2", null));
        await keys.Reach("#check-in button[value='no']");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#check-in [data-kept-says] p").WaitForAsync();
        await page.Locator("[data-outbox]").GetByText(": 3.").WaitForAsync();
        Assert.Single(app.Person.Daily.SessionsById.Values.Single().Items);

        await page.Context.SetOfflineAsync(false);
        await keys.Reach("[data-again]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-outbox]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        var session = app.Person.Daily.SessionsById.Values.Single();
        Assert.Equal([("cat-cow", ItemOutcome.Done), ("pelvic-clock", ItemOutcome.Done)], session.Items.Select(report => (report.What.Item, report.What.Outcome)));
        Assert.Equal((4, 3, 5), (session.Before, session.After, session.Ended!.What.Rpe));
        Assert.Equal(2, Assert.Single(app.Person.CheckIns).Said.Pain);
    }

    [Fact]
    public async Task Without_the_network_help_and_the_diary_open_all_else_says_so_and_after_a_delete_nothing_is_kept()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        app.Write(Journal.Noted.Of(new DiaryNote { Pain = 3, Text = Secret }));
        await using var visit = await chromium.Open(app, worker: true);
        var page = visit.Page;
        await page.GotoAsync("/");
        await Kept(page);
        await page.Context.SetOfflineAsync(true);
        foreach (var path in new[] { "/spasm", "/diary/new", "/plan", "/session" })
        {
            await page.GotoAsync(path);
            await page.Locator("[data-outbox]").GetByText("You are offline").WaitForAsync();
            Assert.DoesNotContain("Without the network", await page.TitleAsync(), StringComparison.Ordinal);
        }
        await page.GotoAsync("/spasm");
        await page.ClickAsync("button[name='none']");
        await page.Locator("[data-kept-says]").GetByText("cannot be reached").WaitForAsync();
        await page.GotoAsync("/insights");
        Assert.Contains("Without the network", await page.TitleAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/diary/new");
        await page.FillAsync("#f-text", Secret);
        await page.ClickAsync("#entry button[value='no']");
        await page.Locator("#entry [data-kept-says] p").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>(Holds, Secret));

        await page.RouteAsync("**/api/entries", route => route.AbortAsync());
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync("/me/delete");
        await page.ClickAsync("label:has(input[name='sure'])");
        await page.ClickAsync("main form button");
        await page.Arrives("**/?said=deleted");
        await Kept(page);
        Assert.False(await page.EvaluateAsync<bool>(Holds, Secret));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => sessionStorage.length + localStorage.length"));
    }

    static async Task NoteWithout(IPage page, string field, string value)
    {
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/diary/new");
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => { one.open = true; })");
        await page.FillAsync($"#f-{field}", value);
        await page.FillAsync("#f-text", Secret);
        await page.ClickAsync("#entry button[value='no']");
        await page.Locator("#entry [data-kept-says] p").WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        await page.ClickAsync("[data-again]");
        await page.ClickAsync("[data-see]");
    }

    [Fact]
    public async Task What_the_app_would_not_store_is_shown_put_right_or_let_go()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, worker: true);
        var page = visit.Page;
        await page.GotoAsync("/");
        await Kept(page);

        await NoteWithout(page, "sleep", "25");
        var card = page.Locator("[data-refused-list] li.card");
        Assert.Contains("from 0 to 24", await card.Locator("[data-why]").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(["Sleep, in hours: 25", $"Notes: {Secret}", "Something new: No"], (await card.Locator("[data-said] li").AllTextContentsAsync()).Where(line => !line.StartsWith("Day", StringComparison.Ordinal)));
        Assert.Empty(await Axe.Run(page));
        await card.Locator("[data-again]").ClickAsync();
        await Until(async () => await card.CountAsync() == 1 && app.Person.Daily.Diary.Count == 0, "The same answer");
        await card.Locator("[data-mend]").ClickAsync();
        await page.Locator("#f-sleep[aria-invalid]").WaitForAsync();
        Assert.Equal(("25", Secret), (await page.InputValueAsync("#f-sleep"), await page.InputValueAsync("#f-text")));
        Assert.Contains("from 0 to 24", await page.Locator("[id='wrong-sleep']").TextContentAsync(), StringComparison.Ordinal);
        await page.FillAsync("#f-sleep", "26");
        await page.ClickAsync("#entry button[value='no']");
        await page.Locator("#entry [data-kept-says] .error").WaitForAsync();
        await page.FillAsync("#f-sleep", "7.5");
        await page.ClickAsync("#entry button[value='no']");
        await page.Arrives("**/diary/*?said=noted");
        var note = Assert.Single(app.Person.Daily.Diary);
        Assert.Equal((7.5, Secret), (note.What.SleepHours, note.What.Text));

        await NoteWithout(page, "steps", "999999");
        await card.Locator("summary").ClickAsync();
        await card.Locator("[data-drop]").ClickAsync();
        await page.Locator("[data-refused-list]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.Empty(await page.EvaluateAsync<string[]>(Waiting));
        Assert.Single(app.Person.Daily.Diary);
    }

    [Fact]
    public async Task A_check_in_of_a_clock_that_ran_ahead_is_put_right_in_its_own_form()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, worker: true);
        var page = visit.Page;
        await page.GotoAsync("/");
        await Kept(page);
        await page.EvaluateAsync(Keep, TimeProvider.System.GetLocalNow().AddDays(2).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        await page.GotoAsync("/offline");
        await page.Locator("[data-refused-list] [data-mend]").ClickAsync();
        await page.Locator("#check-in").WaitForAsync();
        Assert.True(await page.IsCheckedAsync("#check-in input[name='pain'][value='6']"));
        Assert.True(await page.IsCheckedAsync("#check-in input[name='mood'][value='1']"));
        await page.ClickAsync("#check-in label:has(input[name='pain'][value='5'])");
        await page.ClickAsync("#check-in button[value='no']");
        await page.Arrives("**/?said=checked-in");
        var stored = Assert.Single(app.Person.CheckIns);
        Assert.Equal((5, 1), (stored.Said.Pain, stored.Said.Mood));
    }

    [Fact]
    public async Task Something_new_told_without_the_network_keeps_a_session_from_beginning()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, worker: true);
        var page = visit.Page;
        await page.GotoAsync("/");
        await Kept(page);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/");
        await page.ClickAsync("#check-in label:has(input[name='pain'][value='5'])");
        await page.ClickAsync("#check-in button[value='yes']");
        await page.Locator("[data-outbox]").GetByText("Leave the moves").WaitForAsync();
        await page.GotoAsync("/session");
        await page.Listens();
        await page.ClickAsync("#begin label:has(input[value='4'])");
        await page.ClickAsync("#begin button[value='no']");
        await page.Locator("[data-panel='stop']").WaitForAsync();
        Assert.False(await page.Locator(".player").IsVisibleAsync());
        Assert.Single(await page.EvaluateAsync<string[]>(Waiting));
    }

    const string Waiting = """
        async () => {
          const db = await new Promise(done => { const open = indexedDB.open('mainstay-outbox'); open.onsuccess = () => done(open.result); });
          const all = await new Promise(done => { const all = db.transaction('entries').objectStore('entries').getAll(); all.onsuccess = () => done(all.result); });
          db.close();
          return all.map(one => one.body);
        }
        """;

    /// <summary>Puts a check-in into the outbox, of a moment.</summary>
    const string Keep = """
        async at => {
          const db = await new Promise(done => { const open = indexedDB.open('mainstay-outbox'); open.onsuccess = () => done(open.result); }), id = '019b1234-5678-7abc-8def-0123456789ab';
          const body = JSON.stringify({ id, at, kind: 'check-in', fields: { pain: ['6'], mood: ['1'] } });
          await new Promise(done => { const add = db.transaction('entries', 'readwrite').objectStore('entries').add({ id, url: '/api/entries', body }); add.onsuccess = done; });
          db.close();
        }
        """;

    /// <summary>Whether any cache or database of this browser holds a word.</summary>
    const string Holds = """
        async word => {
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) if ((await (await cache.match(request, { ignoreVary: true })).text()).includes(word)) return true;
          }
          for (const { name } of await indexedDB.databases()) {
            const db = await new Promise(done => { const open = indexedDB.open(name); open.onsuccess = () => done(open.result); });
            for (const store of db.objectStoreNames)
              if (JSON.stringify(await new Promise(done => { const all = db.transaction(store).objectStore(store).getAll(); all.onsuccess = () => done(all.result); })).includes(word)) return true;
            db.close();
          }
          return false;
        }
        """;
}
