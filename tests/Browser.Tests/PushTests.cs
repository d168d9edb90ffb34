using System.Text;
using System.Text.Json;
using Mainstay.Care;
using Mainstay.Web.Push;
using Mainstay.Web.Tests;
using Mainstay.Web.Texts;
using Microsoft.Playwright;

namespace Mainstay.Browser.Tests;

/// <summary>A reminder as the browser takes it: what the app sends is handed to its worker as a push service would.</summary>
[Collection(Browsing.Name)]
public sealed class PushTests(Chromium chromium)
{
    static readonly PushMessage Break = new("break 2026-01-01 10:00", "A short break", "Stand up for a minute.", Silent: true, Actions: true);

    const string Shown = "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(one => [one.title, one.body, one.tag, String(one.silent), one.actions.map(act => act.action).join()])";

    [Fact]
    public async Task A_pushed_reminder_is_shown_once_and_its_button_is_recorded()
    {
        await using var app = await RunningApp.Start(Persona.Desk);
        await using var visit = await chromium.Open(app, worker: true);
        var page = visit.Page;
        await page.Context.GrantPermissionsAsync(["notifications"]);
        await page.GotoAsync("/breaks");
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.register('/sw.js'); await navigator.serviceWorker.ready; }");
        var push = await page.Context.NewCDPSessionAsync(page);
        var registration = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        push.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
        {
            foreach (var one in told!.Value.GetProperty("registrations").EnumerateArray()) registration.TrySetResult(one.GetProperty("registrationId").GetString()!);
        };
        await push.SendAsync("ServiceWorker.enable");
        var deliver = new Dictionary<string, object>
        {
            ["origin"] = app.Address, ["registrationId"] = await registration.Task.WaitAsync(TimeSpan.FromMinutes(1)), ["data"] = Encoding.UTF8.GetString(Break.Json(Phrases.English, app.Address)),
        };

        await push.SendAsync("ServiceWorker.deliverPushMessage", deliver);
        await Until(async () => (await page.EvaluateAsync<string[][]>(Shown)).Length == 1);
        // The same again takes its place.
        await push.SendAsync("ServiceWorker.deliverPushMessage", deliver);
        await Until(async () => (await page.EvaluateAsync<string[][]>(Shown)).Length == 1);
        Assert.Equal([Break.Title, Break.Body, Break.Key, "true", "done,later"], Assert.Single(await page.EvaluateAsync<string[][]>(Shown)));

        await InWorker(page, "registration.getNotifications().then(([notification]) => dispatchEvent(new NotificationEvent('notificationclick', { notification, action: 'done' })))");
        await Until(() => Task.FromResult(app.Person.Daily.Breaks.Any(one => one.What.Event == BreakEvent.Taken)));
        await Until(async () => (await page.EvaluateAsync<string[][]>(Shown)).Length == 0);
    }

    /// <summary>Runs a script in the worker that belongs to the page.</summary>
    static async Task InWorker(IPage page, string script)
    {
        var browser = await page.Context.Browser!.NewBrowserCDPSessionAsync();
        var (own, origin) = ("", new Uri(page.Url).GetLeftPart(UriPartial.Authority));
        foreach (var target in (await browser.SendAsync("Target.getTargets"))!.Value.GetProperty("targetInfos").EnumerateArray())
            if (target.GetProperty("type").GetString() == "service_worker" && target.GetProperty("url").GetString()!.StartsWith(origin, StringComparison.Ordinal)) own = target.GetProperty("targetId").GetString()!;
        var session = (await browser.SendAsync("Target.attachToTarget", new() { ["targetId"] = own, ["flatten"] = false }))!.Value.GetProperty("sessionId").GetString()!;
        var message = JsonSerializer.Serialize(new { id = 1, method = "Runtime.evaluate", @params = new { expression = script, awaitPromise = true } });
        await browser.SendAsync("Target.sendMessageToTarget", new() { ["message"] = message, ["sessionId"] = session });
    }

    static async Task Until(Func<Task<bool>> there)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await there()) return;
            await Task.Delay(100);
        }
        throw new InvalidOperationException("It does not come.");
    }
}
