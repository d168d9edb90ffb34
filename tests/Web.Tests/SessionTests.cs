using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Sessions;
using static Mainstay.Web.Tests.SessionSteps;

namespace Mainstay.Web.Tests;

public sealed class SessionTests
{
    [Fact]
    public async Task A_whole_session_without_scripts_from_Today_to_the_next_morning()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        Assert.Contains("href=\"/session\"", (await app.Open("/")).Html, StringComparison.Ordinal);
        var items = app.Get<SessionDesk>().Today(app.Get<PersonFile>().Read()).Moves;
        Assert.NotEmpty(items);
        var session = await Begin(app);
        foreach (var item in items)
        {
            var html = Text(await app.Open(session));
            Assert.Contains(item.Item.Name, html, StringComparison.Ordinal);
            Assert.Contains(item.Item.Stop, html, StringComparison.Ordinal);
            Assert.All(item.Item.Steps, step => Assert.Contains(step, html, StringComparison.Ordinal));
            Assert.StartsWith($"{session}?said=saved&undo=", (await Report(app, session, "done", ("worst", "5"))).Location, StringComparison.Ordinal);
        }
        var end = await app.Open(session);
        Assert.Contains("How hard was it?", end.Html, StringComparison.Ordinal);
        var ended = await app.Submit(session, session + "/end", [("entry", Field(end, "entry")), ("pain", "4"), ("rpe", "5")]);
        Assert.StartsWith(session, ended.Location, StringComparison.Ordinal);
        Assert.Contains($"{items.Length} moves done", Text(await app.Open(session)), StringComparison.Ordinal);
        var kept = Assert.Single(HistoryOf(app).SessionsById.Values);
        Assert.Equal(items.Select(item => item.Id), kept.Items.Select(report => report.What.Item));
        Assert.All(items.Zip(kept.Items), pair => Assert.Equal(pair.First.Asked, pair.Second.What.Asked));
        Assert.Contains("All done for today", Text(await app.Open("/")), StringComparison.Ordinal);

        app.Clock.Pass(TimeSpan.FromHours(22));
        var morning = await app.Open("/");
        Assert.Contains("After your last session", morning.Html, StringComparison.Ordinal);
        var after = $"{session}/after";
        var entry = Regex.Match(morning.Html, $"action=\"{after}\".*?name=\"entry\" value=\"([^\"]*)\"", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal(422, (await app.Submit("/", after, [("entry", entry)])).Status);
        Assert.Equal(303, (await app.Submit("/", after, [("entry", entry), ("settled", "hour"), ("morning", "4")])).Status);
        Assert.All(DayOf(app).Progress.Sessions.Single().Items, item => Assert.Equal(Light.Green, item.Light));
        Assert.DoesNotContain("After your last session", (await app.Open("/")).Html, StringComparison.Ordinal);
        Assert.Contains("It went well.", Text(await app.Open(session)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_today_is_not_offered_again_for_a_stiff_moment()
    {
        await using var app = TestApp.After(Persona.Desk);
        string[] Few() => [.. app.Get<SessionDesk>().Few(app.Get<PersonFile>().Read()).Moves.Select(move => move.Item.Id)];
        var first = Few();
        var id = Guid.CreateVersion7();
        app.Get<PersonFile>().Write(new Entry[] { Noted.Of(new SessionStart { Session = id, Items = [.. first], Pain = 3, Programme = false }) }
            .Concat(first.Select(Entry (item) => Noted.Of(new ItemReport { Session = id, Item = item, Worst = 3, After = 3 }))).Append(Noted.Of(new SessionEnd { Session = id, Pain = 3 })));
        Assert.NotEmpty(first);
        Assert.Empty(Few().Intersect(first));
    }

    [Fact]
    public async Task Not_yet_is_no_red_the_next_morning_and_is_asked_about_again_when_the_day_is_over()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 12);
        var session = await Begin(app, "/session?move=cat-cow");
        Assert.Equal(303, (await Report(app, session, "done", ("worst", "3"))).Status);
        app.Clock.Pass(TimeSpan.FromHours(11));
        Assert.Contains("value=\"not_yet\"", (await app.Open("/")).Html, StringComparison.Ordinal);
        Assert.Equal(303, (await app.Submit("/", $"{session}/after", [("entry", Guid.CreateVersion7().ToString()), ("settled", "not_yet"), ("morning", "3")])).Status);
        Assert.Equal(Light.Amber, DayOf(app).Progress.Sessions.Single().Light);
        Assert.DoesNotContain("After your last session", (await app.Open("/")).Html, StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromHours(14));
        Assert.Contains("After your last session", (await app.Open("/")).Html, StringComparison.Ordinal);
        Assert.Equal(303, (await app.Submit("/", $"{session}/after", [("entry", Guid.CreateVersion7().ToString()), ("settled", "not_yet")])).Status);
        Assert.Equal(Light.Red, DayOf(app).Progress.Sessions.Single().Light);
    }

    [Fact]
    public async Task A_session_goes_on_over_midnight_and_is_over_when_it_was_left_for_long()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 14);
        app.Clock.Pass(TimeSpan.FromMinutes(54));
        var session = await Begin(app, "/session?move=cat-cow&move=pelvic-clock");
        var begun = DayOf(app).Date;
        app.Clock.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(begun.AddDays(1), DayOf(app).Date);
        Assert.Equal(303, (await Report(app, session, "done", ("worst", "3"))).Status);
        Assert.Equal("pelvic-clock", Field(await app.Open(session), "item"));
        app.Clock.Pass(TimeSpan.FromHours(5));
        Assert.DoesNotContain("name=\"item\"", (await app.Open(session)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_needs_a_number_and_keeps_the_list()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var page = await app.Open("/session?move=cat-cow");
        foreach (var pain in new[] { "", "11", "-1", "x" })
        {
            var sent = await app.Submit("/session?move=cat-cow", "/session/start", [("session", Field(page, "session")), ("entry", Field(page, "entry")), ("pain", pain), ("new", "no"), ("move", "cat-cow")]);
            Assert.Equal(422, sent.Status);
            Assert.Contains("Tap a number", sent.Html, StringComparison.Ordinal);
            Assert.Contains("name=\"move\" value=\"cat-cow\"", sent.Html, StringComparison.Ordinal);
        }
        Assert.Empty(HistoryOf(app).SessionsById);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_entry()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var session = await Begin(app, "/session?move=cat-cow&move=pelvic-clock");
        var page = await app.Open(session);
        (string, string)[] fields = [("entry", Field(page, "entry")), ("item", "cat-cow"), ("outcome", "done"), ("worst", "3")];
        await app.Submit(session, session + "/item", fields);
        app.Clock.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(303, (await app.Submit(session, session + "/item", fields)).Status);
        Assert.Single(HistoryOf(app).SessionsById.Values.Single().Items);
    }

    /// <summary>It arrived, the answer to it was lost, and it was changed before it was sent again.</summary>
    [Fact]
    public async Task A_form_that_is_changed_before_it_is_sent_again_is_not_dropped()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var session = await Begin(app, "/session?move=cat-cow&move=pelvic-clock");
        (string, string)[] fields = [("entry", Field(await app.Open(session), "entry")), ("item", "cat-cow"), ("outcome", "done")];
        await app.Submit(session, session + "/item", fields);
        Assert.Null(DayOf(app).Rescreen);
        app.Clock.Pass(TimeSpan.FromSeconds(2));
        await app.Submit("/me", session + "/item", [.. fields, ("leg", "yes")]);
        Assert.Equal([null, true], HistoryOf(app).SessionsById.Values.Single().Items.Select(report => report.What.NewLegSign));
        Assert.NotNull(DayOf(app).Rescreen);
    }

    [Fact]
    public async Task Something_new_counts_though_the_session_began_without_it()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var page = await app.Open("/session");
        (string, string)[] fields = [("session", Field(page, "session")), ("entry", Field(page, "entry")), ("pain", "4")];
        Assert.StartsWith("/session/", (await app.Submit("/me", "/session/start", [.. fields, ("new", "no")])).Location, StringComparison.Ordinal);
        Assert.StartsWith("/new", (await app.Submit("/me", "/session/start", [.. fields, ("new", "yes")])).Location, StringComparison.Ordinal);
        Assert.True(HistoryOf(app).SessionsById.Values.Single().Started!.What.AnyNew);
        // And is not taken back by the form that was sent before it.
        await app.Submit("/me", "/session/start", [.. fields, ("new", "no")]);
        Assert.True(HistoryOf(app).SessionsById.Values.Single().Started!.What.AnyNew);
    }

    [Theory]
    [InlineData("item", "no-such-move", "done")]
    [InlineData("item", "cat-cow", "flew")]
    [InlineData("item", "", "")]
    public async Task A_report_that_makes_no_sense_is_refused(string action, string item, string outcome)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var session = await Begin(app, "/session?move=cat-cow");
        Assert.Equal(400, (await app.Submit(session, $"{session}/{action}", [("entry", Guid.CreateVersion7().ToString()), ("item", item), ("outcome", outcome)])).Status);
        Assert.Empty(HistoryOf(app).SessionsById.Values.Single().Items);
        Assert.Equal(404, (await app.Open($"/session/{Guid.CreateVersion7():D}")).Status);
    }

    [Fact]
    public async Task What_is_blocked_or_rests_is_not_offered_and_says_why()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var day = DayOf(app);
        var blocked = day.Plan.Plan!.Blocked.Select(one => one.Item.Id).ToArray();
        var choose = await app.Open("/session/own");
        Assert.All(blocked, id => Assert.DoesNotContain($"name=\"move\" value=\"{id}\"", choose.Html, StringComparison.Ordinal));
        var strong = TestApp.Library.Items.First(item => item.Family == Knowledge.Family.Strength && choose.Html.Contains($"name=\"move\" value=\"{item.Id}\"", StringComparison.Ordinal));
        var session = await Begin(app, $"/session?move={strong.Id}");
        await Report(app, session, "done", ("worst", "4"));
        app.Clock.Pass(TimeSpan.FromHours(26));
        var html = Text(await app.Open($"/session?move={strong.Id}"));
        Assert.DoesNotContain("action=\"/session/start\"", html, StringComparison.Ordinal);
        Assert.Contains(app.Get<CareModels>().Daily.Rules.Words.Rest, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_day_and_a_holiday_are_noted_and_taken_back()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var today = app.Get<PersonFile>().Today;
        var sent = await app.Submit("/plan", "/plan/off", [("do", "free"), ("from", $"{today:yyyy-MM-dd}"), ("day", "0")]);
        Assert.Equal(DayMode.FreeDay, DayOf(app).Mode);
        Assert.DoesNotContain("href=\"/session\"", (await app.Open("/")).Html, StringComparison.Ordinal);
        await app.Undo(sent);
        Assert.NotEqual(DayMode.FreeDay, DayOf(app).Mode);
        await app.Submit("/plan", "/plan/off", [("do", "holiday"), ("from", $"{today:yyyy-MM-dd}"), ("to", $"{today.AddDays(6):yyyy-MM-dd}")]);
        Assert.Equal(DayMode.Holiday, DayOf(app).Mode);
        var off = HistoryOf(app).Holidays.Single().Id;
        await app.Submit("/plan", "/plan/off", [("do", "remove"), ("entry", $"{off:D}")]);
        Assert.NotEqual(DayMode.Holiday, DayOf(app).Mode);
        foreach (var (from, to) in new[] { ("2026-03-12", "2026-03-11"), ("", "2026-03-12"), ("2026-01-01", "2026-01-02"), ("2026-03-12", "2028-01-01"), ("<b>", "x") })
        {
            var wrong = await app.Submit("/plan", "/plan/off", [("do", "holiday"), ("from", from), ("to", to)]);
            Assert.Equal(422, wrong.Status);
            Assert.Contains($"value=\"{System.Net.WebUtility.HtmlEncode(to)}\"", wrong.Html, StringComparison.Ordinal);
        }
        Assert.Empty(HistoryOf(app).Holidays);
    }
}
