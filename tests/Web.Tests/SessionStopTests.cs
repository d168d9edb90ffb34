using System.Text.Json;
using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Sessions;
using static Mainstay.Web.Tests.SessionSteps;

namespace Mainstay.Web.Tests;

/// <summary>What ends a session or keeps it from beginning: something new, pain that moves down, a danger sign, too much.</summary>
public sealed class SessionStopTests
{
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
}
