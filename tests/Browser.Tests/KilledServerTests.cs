using System.Globalization;
using Mainstay.Journal;
using Mainstay.Web.Tests;

namespace Mainstay.Browser.Tests;

/// <summary>What waits in a browser is sent to an app that is killed meanwhile.</summary>
[Collection(Browsing.Name)]
public sealed class KilledServerTests(Chromium chromium)
{
    const int All = 200;

    /// <summary>Puts check-ins into the outbox, and says their ids.</summary>
    const string Fill = """
        async ([all, at]) => {
          const db = await new Promise(done => { const open = indexedDB.open('mainstay-outbox'); open.onsuccess = () => done(open.result); });
          const write = db.transaction('entries', 'readwrite'), ids = Array.from({ length: all }, (_, n) => `019b1234-5678-7abc-8def-${String(n).padStart(12, '0')}`);
          ids.forEach((id, n) => write.objectStore('entries').add({ id, url: '/api/entries', body: JSON.stringify({ id, at, kind: 'check-in', fields: { pain: [String(n % 11)] } }) }));
          await new Promise(done => { write.oncomplete = done; });
          db.close();
          return ids;
        }
        """;

    const string Left = """
        async () => {
          const db = await new Promise(done => { const open = indexedDB.open('mainstay-outbox'); open.onsuccess = () => done(open.result); });
          const left = await new Promise(done => { const count = db.transaction('entries').objectStore('entries').count(); count.onsuccess = () => done(count.result); });
          db.close();
          return left;
        }
        """;

    [Fact]
    public async Task Two_hundred_check_ins_of_a_browser_are_there_once_and_in_order_though_the_app_was_killed_twice()
    {
        using var app = new AppProcess();
        await app.Start();
        await using var visit = await chromium.Open(app.Address);
        var page = visit.Page;
        await page.GotoAsync("/about");
        await page.EvaluateAsync("() => new Promise(done => { const open = indexedDB.open('mainstay-outbox'); open.onsuccess = done; })");
        var ids = await page.EvaluateAsync<string[]>(Fill, new object[] { All, TimeProvider.System.GetLocalNow().AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture) });
        await page.ReloadAsync();
        foreach (var half in new[] { 2 * All / 3, All / 3 })
        {
            await Until(async () => await page.EvaluateAsync<int>(Left) <= half);
            await app.Kill();
            Assert.InRange(await page.EvaluateAsync<int>(Left), 1, half);
            await app.Start();
            await page.Locator("[data-outbox] [data-again]").ClickAsync();
        }
        await Until(async () => await page.EvaluateAsync<int>(Left) == 0);
        await app.Kill();
        using var store = JournalStore.Open(app.Data);
        Assert.Equal(ids, store.Read(JournalStore.Me).Select(recorded => recorded.Id.ToString()));
    }

    static async Task Until(Func<Task<bool>> there)
    {
        for (var tries = 0; tries < 6000; tries++)
        {
            if (await there()) return;
            await Task.Delay(20);
        }
        throw new InvalidOperationException("What waits is not sent.");
    }
}
