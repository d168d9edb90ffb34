using System.Text.Json;
using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Sessions;

namespace Mainstay.Web.Tests;

public sealed partial class SessionTests
{
    static string Field(Page page, string name) => Regex.Match(page.Html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    static History HistoryOf(TestApp app) => app.Get<PersonFile>().Read().Daily;

    static Care.Today DayOf(TestApp app) => app.Get<CareModels>().Day(app.Get<PersonFile>().Read());

    /// <summary>Begins today's session, and gives its address.</summary>
    static async Task<string> Begin(TestApp app, string from = "/session", string pain = "4")
    {
        var page = await app.Open(from);
        var moves = Regex.Matches(page.Html, "type=\"hidden\" name=\"move\" value=\"([^\"]*)\"").Select(match => ("move", match.Groups[1].Value));
        var sent = await app.Submit(from, "/session/start", [("session", Field(page, "session")), ("entry", Field(page, "entry")), ("pain", pain), ("new", "no"), .. moves]);
        Assert.Equal(303, sent.Status);
        return sent.Location!;
    }

    static async Task<Page> Report(TestApp app, string session, string outcome, params (string, string)[] more)
    {
        var page = await app.Open(session);
        return await app.Submit(session, $"{session.Split('?')[0]}/item", [("entry", Field(page, "entry")), ("item", Field(page, "item")), ("outcome", outcome), .. more]);
    }

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
    public async Task Something_new_at_the_start_leads_to_the_questions_and_no_move_is_shown()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var page = await app.Open("/session");
        var sent = await app.Submit("/session", "/session/start", [("session", Field(page, "session")), ("entry", Field(page, "entry")), ("new", "yes")]);
        Assert.StartsWith("/new?said=new", sent.Location, StringComparison.Ordinal);
        foreach (var path in new[] { "/session", "/session?move=cat-cow", "/session/own", $"/session/{Field(page, "session")}", "/plan/handout" })
        {
            var html = (await app.Open(path)).Html;
            Assert.Contains("href=\"/new\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("mainstay-session", html, StringComparison.Ordinal);
            Assert.DoesNotContain("cat-cow", html, StringComparison.Ordinal);
        }
        await MovesWaitFor(app, "/new");
        var asked = await app.Submit("/new", "/new", [("none", "1")]);
        var rest = await Answer(app, asked.Location!);
        Assert.StartsWith("/result", rest, StringComparison.Ordinal);
        Assert.Contains("mainstay-session", (await app.Open("/session?move=cat-cow")).Html, StringComparison.Ordinal);
    }

    /// <summary>Answers the questions that are due, each in the harmless way, until none is left.</summary>
    static async Task<string> Answer(TestApp app, string at)
    {
        for (var rounds = 0; rounds < 10 && at.Split('?')[0] == NewsPages.Again; rounds++)
        {
            var due = DayOf(app).Rescreen!.Inputs;
            var page = await app.Open(at);
            var shown = due.Take(NewsPages.AtOnce).ToList();
            Assert.Equal(due.Length > shown.Count, page.Html.Contains($"of {due.Length} questions that are left", StringComparison.Ordinal));
            Assert.Equal(shown, Regex.Matches(page.Html, "<fieldset[^>]*>.*?name=\"q\\.([a-z_]+)\"", RegexOptions.Singleline).Select(match => match.Groups[1].Value).Distinct());
            var questionnaire = app.Get<CareModels>().Questionnaire;
            var inputs = shown.Select(id => questionnaire[questionnaire.IndexOf(id)]);
            at = (await app.Submit(at, at, inputs.Select(input => ($"q.{input.Id}", input.Harmless ?? "no")))).Location!;
        }
        return at;
    }

    [Fact]
    public async Task Pain_down_the_leg_stops_the_session_until_the_questions_are_answered()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var session = await Begin(app, "/session?move=cat-cow&move=pelvic-clock");
        Assert.Equal(session, (await Report(app, session, "done", ("worst", "2"), ("moved", "down"))).Location);
        var html = Text(await app.Open(session));
        Assert.Contains("Stop here for today", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/new/again\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("mainstay-session", html, StringComparison.Ordinal);
        await MovesWaitFor(app, NewsPages.Again);
        var empty = await app.Submit(NewsPages.Again, NewsPages.Again, []);
        Assert.Equal(422, empty.Status);
        Assert.StartsWith("/result", await Answer(app, NewsPages.Again), StringComparison.Ordinal);
        Assert.Null(DayOf(app).Rescreen);
        Assert.Contains("href=\"/session?move=pelvic-clock\"", (await app.Open("/moves/pelvic-clock")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/session?move=cat-cow\"", (await app.Open("/moves/cat-cow")).Html, StringComparison.Ordinal);
    }

    static async Task MovesWaitFor(TestApp app, string first)
    {
        foreach (var path in new[] { "/moves", "/moves/cat-cow" })
        {
            var html = Text(await app.Open(path));
            Assert.Contains("Exercises wait for now.", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"{first}\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"/session?move=cat-cow\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_danger_sign_that_is_answered_yes_hides_every_session()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var session = await Begin(app, "/session?move=cat-cow");
        await Report(app, session, "done", ("leg", "yes"));
        var sent = await app.Submit(NewsPages.Again, NewsPages.Again, [("q.ces_saddle", "yes"), ("q.ces_bladder", "yes")]);
        if (sent.Location!.StartsWith(NewsPages.Again, StringComparison.Ordinal)) sent = await app.Submit(NewsPages.Again, NewsPages.Again, [("q.ces_time", "recent")]);
        Assert.StartsWith("/result", sent.Location, StringComparison.Ordinal);
        foreach (var path in new[] { "/session", "/session?move=cat-cow", session })
        {
            var html = (await app.Open(path)).Html;
            Assert.Contains("href=\"/result\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("mainstay-session", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Too_much_offers_the_easier_one_and_logs_it()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var own = app.Get<SessionDesk>().Own(app.Get<PersonFile>().Read());
        var hard = TestApp.Library.Items.Select(item => own.Of(item.Id)!).First(move => move.Today is { Easier: not null, NotBefore: null }).Today!;
        var session = await Begin(app, $"/session?move={hard.Id}");
        var sent = await Report(app, session, "too_much", ("worst", "6"));
        Assert.StartsWith($"{session}?easier={hard.Easier}&said=saved&undo=", sent.Location, StringComparison.Ordinal);
        Assert.Contains("Do the easier one", Text(await app.Open(sent.Location!)), StringComparison.Ordinal);
        await Report(app, $"{session}?at={hard.Easier}", "partly", ("share", "less"));
        var kept = HistoryOf(app).SessionsById.Values.Single();
        Assert.Equal([(hard.Id, ItemOutcome.TooMuch), (hard.Easier!, ItemOutcome.Partly)], kept.Items.Select(report => (report.What.Item, report.What.Outcome)));
        Assert.False(kept.Started!.What.Programme);
    }

    [Fact]
    public async Task The_player_knows_red_by_the_numbers_of_the_traffic_light()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var html = (await app.Open("/session?move=cat-cow")).Html;
        var plan = JsonDocument.Parse(System.Net.WebUtility.HtmlDecode(Regex.Match(html, "data-plan=\"([^\"]*)\"").Groups[1].Value)).RootElement;
        var red = plan.GetProperty("red");
        var (rise, high, highRise) = (red.GetProperty("rise").GetDouble(), red.GetProperty("high").GetDouble(), red.GetProperty("highRise").GetDouble());
        var light = app.Get<CareModels>().Daily.Light;
        for (var before = 0; before <= 10; before++)
            for (var worst = 0; worst <= 10; worst++)
                Assert.Equal((before, worst, light.Of(before, worst, null, null, null) == Light.Red), (before, worst, worst - before >= rise || (worst >= high && worst - before >= highRise)));
    }

    [Theory]
    [InlineData("too_much", "4")]
    [InlineData("done", "9")]
    public async Task What_was_too_much_or_red_is_not_offered_again_today_and_says_so(string outcome, string worst)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        // Nothing easier of its kind stands in for it.
        const string move = "belly-breath-pacer";
        Assert.Contains($"name=\"move\" value=\"{move}\"", (await app.Open("/session/own")).Html, StringComparison.Ordinal);
        var session = await Begin(app, $"/session?move={move}&move=cat-cow");
        await Report(app, session, outcome, ("worst", worst));
        if (DayOf(app).Rescreen is not null) await Answer(app, NewsPages.Again);
        var stopped = app.Get<CareModels>().Daily.Rules.Words.Stopped;
        Assert.DoesNotContain($"name=\"move\" value=\"{move}\"", (await app.Open("/session/own")).Html, StringComparison.Ordinal);
        var page = await app.Open($"/moves/{move}");
        Assert.DoesNotContain($"href=\"/session?move={move}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(stopped, Text(page), StringComparison.Ordinal);
        var start = Text(await app.Open($"/session?move={move}"));
        Assert.DoesNotContain("action=\"/session/start\"", start, StringComparison.Ordinal);
        Assert.Contains(stopped, start, StringComparison.Ordinal);
        // The session that runs goes on with the next one, even where its address asks for it.
        Assert.Equal("cat-cow", Field(await app.Open($"{session}?at={move}"), "item"));
        app.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Contains($"href=\"/session?move={move}\"", (await app.Open($"/moves/{move}")).Html, StringComparison.Ordinal);
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
