using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests.Breaks;

public sealed class BreaksTests
{
    static TestApp Desk(bool on = true)
    {
        var app = new TestApp();
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        if (on) app.Get<PersonFile>().Write(Noted.Of(new BreakSettings { On = true }));
        return app;
    }

    static async Task<string> Text(TestApp app, string path = "/breaks") => WebUtility.HtmlDecode((await app.Open(path)).Html);

    static History History(TestApp app) => app.Get<PersonFile>().Now().Folded.History.Daily;

    static (string, string)[] Form(params (string Name, string Value)[] other)
    {
        (string Name, string Value)[] usual = [("on", "yes"), ("day", "1"), ("day", "2"), ("every", "45"), ("length", "2"), ("from", "08:30"), ("to", "17:00"), ("quiet_from", "21:00"), ("quiet_to", "07:00")];
        return [.. usual.Where(one => other.All(field => field.Name != one.Name)), .. other];
    }

    [Fact]
    public async Task Reminders_are_off_until_they_are_switched_on()
    {
        await using var app = Desk(on: false);
        Assert.Contains("Reminders are off", await Text(app), StringComparison.Ordinal);
        Assert.Equal(303, (await app.Submit("/breaks/settings", "/breaks/settings", Form())).Status);
        var settings = History(app).Reminders();
        Assert.True(settings is { On: true, EveryMinutes: 45, BreakMinutes: 2 });
        Assert.Equal((new TimeOnly(8, 30), new TimeOnly(17, 0)), (settings.From, settings.To));
        Assert.Equal([1, 2], settings.Days);
        Assert.Contains("The next one is due at 09:45", await Text(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sets_reminders_for_the_first_time_is_offered_three_stretches_a_day_and_can_clear_them()
    {
        await using var app = Desk(on: false);
        var first = await Text(app, "/breaks/settings");
        var offered = Enumerable.Range(0, 3).Select(at => Regex.Match(first, $"id=\"stretch_{at}\"[^>]*value=\"([0-9:]+)\"").Groups[1].Value).ToArray();
        Assert.Equal(["10:30", "13:00", "16:00"], offered);
        Assert.Contains("our suggestion", first, StringComparison.Ordinal);
        Assert.Empty(History(app).Reminders().Stretches);
        Assert.Equal(303, (await app.Submit("/breaks/settings", "/breaks/settings", Form([.. offered.Select((time, at) => ($"stretch_{at}", time))]))).Status);
        Assert.Equal(BreakSettings.SuggestedStretches, History(app).Reminders().Stretches);
        app.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(303, (await app.Submit("/breaks/settings", "/breaks/settings", Form())).Status);
        Assert.Empty(History(app).Reminders().Stretches);
        var cleared = await Text(app, "/breaks/settings");
        Assert.DoesNotContain("10:30", cleared, StringComparison.Ordinal);
        Assert.DoesNotContain("our suggestion", cleared, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("every", "0")]
    [InlineData("every", "9")]
    [InlineData("every", "91")]
    [InlineData("every", "1e1")]
    [InlineData("every", "")]
    [InlineData("length", "0")]
    [InlineData("length", "NaN")]
    [InlineData("from", "25:00")]
    [InlineData("from", "")]
    [InlineData("to", "08:30")]
    [InlineData("quiet_to", "soon")]
    [InlineData("stretch_1", "9 o'clock")]
    [InlineData("stretch_0", "<b>")]
    public async Task A_setting_that_is_wrong_is_said_at_its_field_and_nothing_is_stored(string field, string value)
    {
        await using var app = Desk();
        var before = History(app).BreakSettings.Count;
        var page = await app.Submit("/breaks/settings", "/breaks/settings", Form((field, value)));
        Assert.Equal(422, page.Status);
        var html = WebUtility.HtmlDecode(page.Html);
        Assert.Contains($"id=\"wrong-{field}\"", html, StringComparison.Ordinal);
        Assert.Contains($"name=\"{field}\"", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{value}\"", html, StringComparison.Ordinal);
        Assert.Equal(before, History(app).BreakSettings.Count);
    }

    [Fact]
    public async Task On_without_a_day_is_asked_about_and_off_without_a_day_is_fine()
    {
        await using var app = Desk();
        (string Name, string Value)[] noDays = [.. Form().Where(one => one.Item1 != "day")];
        Assert.Equal(422, (await app.Submit("/breaks/settings", "/breaks/settings", noDays)).Status);
        app.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(303, (await app.Submit("/breaks/settings", "/breaks/settings", noDays.Select(one => one.Name == "on" ? (one.Name, "no") : one))).Status);
        Assert.False(History(app).Reminders().On);
    }

    [Theory]
    [InlineData("done", BreakEvent.Taken, "break-taken")]
    [InlineData("later", BreakEvent.Snoozed, "break-later")]
    [InlineData("skip", BreakEvent.Skipped, "break-skipped")]
    public async Task One_tap_records_it_and_undo_takes_it_back(string tap, BreakEvent what, string said)
    {
        await using var app = Desk();
        var sent = await app.Submit("/breaks", "/breaks/mark", [("do", tap)]);
        Assert.Contains($"said={said}", sent.Location, StringComparison.Ordinal);
        Assert.Equal(what, Assert.Single(History(app).Breaks).What.Event);
        // The same tap at once is the same tap.
        Assert.Contains("said=same", (await app.Submit("/breaks", "/breaks/mark", [("do", tap)])).Location, StringComparison.Ordinal);
        await app.Undo(sent);
        Assert.Empty(History(app).Breaks);
    }

    [Fact]
    public async Task A_tap_that_does_not_exist_is_refused()
    {
        await using var app = Desk();
        Assert.Equal(400, (await app.Submit("/breaks", "/breaks/mark", [("do", "delete")])).Status);
        Assert.Equal(400, (await app.Submit("/breaks", "/breaks/mark", [])).Status);
        Assert.Empty(History(app).Breaks);
    }

    [Fact]
    public async Task Why_there_is_no_reminder_is_said_in_words()
    {
        await using var app = Desk();
        Assert.Contains("You have not sat long enough yet", await Text(app), StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Contains("A break is due now", await Text(app), StringComparison.Ordinal);
        await app.Submit("/breaks", "/breaks/mark", [("do", "later")]);
        var html = await Text(app);
        Assert.Contains("You asked for it later", html, StringComparison.Ordinal);
        Assert.Contains("The next one is due at 10:10", html, StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromMinutes(10));
        Assert.Contains("A break is due now", await Text(app), StringComparison.Ordinal);
        await app.Submit("/breaks", "/breaks/pause", [("for", "hour")]);
        Assert.Contains("You paused the reminders", await Text(app), StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromMinutes(61));
        Assert.DoesNotContain("You paused the reminders", await Text(app), StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromHours(7));
        Assert.Contains("These are not your hours", await Text(app), StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromHours(3));
        Assert.Contains("These are your quiet hours", await Text(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_something_should_be_looked_at_first_there_is_no_move_no_task_and_no_reminder()
    {
        await using var app = Desk();
        Assert.Contains("Show me how", await Text(app), StringComparison.Ordinal);
        await app.Submit("/breaks", "/breaks/challenge", [("do", "start")]);
        app.Get<PersonFile>().Write(new CheckedIn(4, AnythingNew: true));
        var html = await Text(app);
        Assert.DoesNotContain("Show me how", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"rung\"", html, StringComparison.Ordinal);
        Assert.Contains("Something should be looked at first", html, StringComparison.Ordinal);

        await using var emergency = new TestApp();
        Persona.Emergency.Check(emergency.Get<CareModels>(), emergency.Get<PersonFile>());
        emergency.Get<PersonFile>().Write(Noted.Of(new BreakSettings { On = true }));
        html = await Text(emergency);
        Assert.DoesNotContain("Show me how", html, StringComparison.Ordinal);
        Assert.Contains("Reminders wait", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_move_is_offered_that_is_blocked_for_the_person()
    {
        await using var app = Desk();
        var care = app.Get<CareModels>();
        var (person, desk) = (app.Get<PersonFile>(), app.Get<Web.Breaks.BreakDesk>());
        var offered = new HashSet<string>();
        for (var day = 0; day < 40; day++)
        {
            if (Web.Breaks.BreakOffer.Of(person.Read(), desk.Now(), care).Move is { } move) offered.Add(move.Item.Id);
            app.Clock.Pass(TimeSpan.FromDays(1));
        }
        Assert.True(offered.Count > 3, string.Join(", ", offered));
        var standing = care.Model.Contraindications.Of(person.Read().Answers, care.Triage.Assess(person.Read().Answers).Suspicions);
        Assert.All(offered, id => Assert.False(standing.IsBlocked(TestApp.Library.Items.ToList().FindIndex(item => item.Id == id)), id));
    }

    [Fact]
    public async Task The_thirty_days_begin_go_on_and_stop()
    {
        await using var app = Desk();
        Assert.Contains("One tiny thing a day", await Text(app), StringComparison.Ordinal);
        await app.Submit("/breaks", "/breaks/challenge", [("do", "start")]);
        var first = TestApp.Library.Challenge.MinBy(task => task.Day)!;
        Assert.Contains(first.Title, await Text(app), StringComparison.Ordinal);
        Assert.Equal(303, (await app.Submit("/breaks", "/breaks/challenge", [("do", "done"), ("task", first.Id), ("rung", "1")])).Status);
        Assert.Equal((first.Id, 1), Assert.Single(History(app).ChallengeDone) is { What: var done } ? (done.Task, done.Rung) : default);
        Assert.Contains("Done for today", await Text(app), StringComparison.Ordinal);
        Assert.Contains("said=same", (await app.Submit("/breaks", "/breaks/challenge", [("do", "done"), ("task", first.Id)])).Location, StringComparison.Ordinal);
        Assert.Equal(400, (await app.Submit("/breaks", "/breaks/challenge", [("do", "done"), ("task", "fly")])).Status);
        app.Clock.Pass(TimeSpan.FromDays(1));
        Assert.DoesNotContain(first.Title, await Text(app), StringComparison.Ordinal);
        var stopped = await app.Submit("/breaks", "/breaks/challenge", [("do", "stop")]);
        Assert.Contains("One tiny thing a day", await Text(app), StringComparison.Ordinal);
        await app.Undo(stopped);
        Assert.DoesNotContain("One tiny thing a day", await Text(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_day_and_a_holiday_rest_the_reminders_and_can_be_taken_back()
    {
        await using var app = Desk();
        await app.Submit("/breaks", "/breaks/free", [("on", "today")]);
        Assert.Contains("You are away, or have a free day", await Text(app), StringComparison.Ordinal);
        await app.Submit("/breaks", "/breaks/back", [("of", History(app).FreeDays[0].Id.ToString("N"))]);
        Assert.DoesNotContain("You are away", await Text(app), StringComparison.Ordinal);

        await app.Submit("/breaks", "/breaks/holiday", [("from", "2026-03-08"), ("to", "2026-03-20")]);
        Assert.Contains("You are away", await Text(app), StringComparison.Ordinal);
        var back = await app.Submit("/breaks", "/breaks/back", [("of", History(app).Holidays[0].Id.ToString("N"))]);
        // The days that are over stay free.
        Assert.Equal(new DateOnly(2026, 3, 9), Assert.Single(History(app).Holidays).What.To);
        Assert.DoesNotContain("You are away", await Text(app), StringComparison.Ordinal);
        await app.Undo(back);
        Assert.Equal(new DateOnly(2026, 3, 20), Assert.Single(History(app).Holidays).What.To);
    }

    [Theory]
    [InlineData("2026-03-20", "2026-03-12")]
    [InlineData("2026-03-01", "2026-03-05")]
    [InlineData("2026-02-30", "2026-03-12")]
    [InlineData("", "2026-03-12")]
    [InlineData("2026-03-12", "2029-03-12")]
    public async Task Days_away_that_cannot_be_are_said_at_the_field(string from, string to)
    {
        await using var app = Desk();
        var page = await app.Submit("/breaks", "/breaks/holiday", [("from", from), ("to", to)]);
        Assert.Equal(422, page.Status);
        Assert.Contains("id=\"away-error\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{to}\"", page.Html, StringComparison.Ordinal);
        Assert.Empty(History(app).Holidays);
    }
}
