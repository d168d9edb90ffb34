using System.Text.RegularExpressions;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed partial class TodayTests
{
    [Fact]
    public async Task Before_the_first_check_there_is_a_welcome_and_no_dead_widget()
    {
        await using var app = new TestApp();
        var html = Text(await app.Open("/"));
        Assert.Contains("Start with the check", html, StringComparison.Ordinal);
        Assert.DoesNotContain("check-in", html, StringComparison.Ordinal);
        Assert.DoesNotContain("seven days", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_emergency_the_number_can_be_called_from_today_at_once_until_somebody_has_seen_it()
    {
        await using var app = TestApp.After(Persona.Emergency);
        Assert.DoesNotContain("href=\"tel:", (await app.Open("/")).Html, StringComparison.Ordinal);
        await app.Submit("/me", "/me", [("country", "GB")]);
        Assert.Matches("class=\"button big\" href=\"tel:999\"", (await app.Open("/")).Html);
        Assert.Matches("class=\"button big second\" href=\"/result\"", (await app.Open("/")).Html);
        foreach (var fired in app.Get<CareModels>().Triage.Assess(app.Get<PersonFile>().Read().Answers).Fired)
            await app.Submit("/result", "/result/seen", [("rule", fired.Rule.Id), ("on", "2026-03-09"), ("by", "Dr A")]);
        Assert.DoesNotContain("href=\"tel:", (await app.Open("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_in_takes_two_taps_and_stands_on_the_page_with_its_way_back()
    {
        await using var app = TestApp.After(Persona.Desk);
        var sent = await app.Submit("/", "/check-in", [("pain", "3"), ("new", "no")]);
        Assert.Equal(303, sent.Status);
        var html = Text(await app.Open(sent.Location!));
        Assert.Contains("<span class=\"num big\">3</span>", html, StringComparison.Ordinal);
        Assert.Contains("Tuesday: pain 3 of 10", html, StringComparison.Ordinal);
        Assert.Contains("action=\"/undo\"", html, StringComparison.Ordinal);
        Assert.Equal(new CheckedIn(3, AnythingNew: false), Assert.Single(app.Get<PersonFile>().Read().CheckIns).Said);

        var undone = await app.Undo(sent);
        Assert.StartsWith("/?said=undone", undone.Location, StringComparison.Ordinal);
        Assert.Empty(app.Get<PersonFile>().Read().CheckIns);
        Assert.DoesNotContain("pain 3 of 10", Text(await app.Open("/")), StringComparison.Ordinal);
        await app.Undo(undone);
        Assert.Single(app.Get<PersonFile>().Read().CheckIns);
    }

    [Fact]
    public async Task A_day_shows_its_last_check_in_and_the_next_day_starts_with_stiff_and_mood_but_no_number()
    {
        await using var app = TestApp.After(Persona.Desk);
        await app.Submit("/", "/check-in", [("pain", "7"), ("stiffness", "7"), ("mood", "1"), ("new", "no")]);
        app.Clock.Pass(TimeSpan.FromHours(3));
        await app.Submit("/", "/check-in", [("pain", "4"), ("stiffness", "3"), ("mood", "3"), ("new", "no")]);
        var html = Text(await app.Open("/"));
        Assert.Contains("Tuesday: pain 4 of 10", html, StringComparison.Ordinal);
        Assert.DoesNotContain("pain 7 of 10", html, StringComparison.Ordinal);

        app.Clock.Pass(TimeSpan.FromDays(1));
        html = Text(await app.Open("/"));
        Assert.Contains("Tuesday: pain 4 of 10", html, StringComparison.Ordinal);
        Assert.Contains("Wednesday: nothing noted", html, StringComparison.Ordinal);
        Assert.Equal(["stiffness 3", "mood 3"], Checked().Matches(html).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}"));
        app.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Empty(Checked().Matches(Text(await app.Open("/"))));
    }

    [Fact]
    public async Task Without_a_number_nothing_is_saved_and_what_was_chosen_stays()
    {
        await using var app = TestApp.After(Persona.Desk);
        foreach (var pain in new[] { "", "11", "-1", "3.5", "<b>" })
        {
            var page = await app.Submit("/", "/check-in", [("pain", pain), ("mood", "1"), ("new", "no")]);
            Assert.Equal(422, page.Status);
            Assert.Contains("Tap a number", page.Html, StringComparison.Ordinal);
            Assert.Equal(["mood 1"], Checked().Matches(page.Html).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}"));
        }
        Assert.Empty(app.Get<PersonFile>().Read().CheckIns);
    }

    [Fact]
    public async Task Something_new_asks_at_once_even_without_a_number_and_no_plan_or_result_stands_until_it_was_asked()
    {
        await using var app = TestApp.After(Persona.Desk);
        var sent = await app.Submit("/", "/check-in", [("new", "yes")]);
        Assert.StartsWith("/new?said=new", sent.Location, StringComparison.Ordinal);
        Assert.Contains("name=\"sign\"", (await app.Open(sent.Location!)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Your moves today", (await app.Open("/")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"items\"", (await app.Open("/plan")).Html, StringComparison.Ordinal);
        foreach (var page in new[] { "/", "/plan", "/result", "/result/letter" })
            Assert.Contains("that something is new", (await app.Open(page)).Html, StringComparison.Ordinal);

        // A later "no" does not settle it: the questions do.
        await app.Submit("/", "/check-in", [("pain", "2"), ("new", "no")]);
        Assert.NotNull(app.Get<PersonFile>().Read().NewSince);
        Assert.Equal("/new?nothing=true", (await app.Submit("/new", "/new", [])).Location);
        var asked = await app.Submit("/new", "/new", [("none", "1")]);
        Assert.StartsWith("/result", asked.Location, StringComparison.Ordinal);
        Assert.Null(app.Get<PersonFile>().Read().NewSince);
        Assert.Contains("class=\"items\"", (await app.Open("/plan")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_sign_of_danger_leads_through_its_questions_to_the_emergency()
    {
        await using var app = TestApp.After(Persona.Desk);
        await app.Submit("/", "/check-in", [("pain", "6"), ("new", "yes")]);
        var at = (await app.Submit("/new", "/new", [("sign", "between-legs")])).Location!;
        Assert.StartsWith("/new/more?yes=between-legs", at, StringComparison.Ordinal);
        Assert.NotNull(app.Get<PersonFile>().Read().NewSince);
        for (var screens = 0; screens < 5 && at.StartsWith("/new/more", StringComparison.Ordinal); screens++)
            at = (await app.Submit(at, at, [("screen", Screen().Match((await app.Open(at)).Html).Groups[1].Value), ("q.ces_saddle", "yes"), ("q.ces_bladder", "yes"), ("q.ces_time", "recent")])).Location!;
        Assert.StartsWith("/result", at, StringComparison.Ordinal);
        Assert.Contains("data-level=\"E\"", (await app.Open("/result")).Html, StringComparison.Ordinal);
        Assert.Null(app.Get<PersonFile>().Read().NewSince);
    }

    [GeneratedRegex("name=\"(stiffness|mood)\" value=\"(\\d+)\" checked")]
    private static partial Regex Checked();

    [GeneratedRegex("name=\"screen\" value=\"([^\"]*)\"")]
    private static partial Regex Screen();
}
