using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class CopingTests
{
    static History Daily(TestApp app) => app.Get<PersonFile>().Read().Daily;

    [Fact]
    public async Task Stress_opens_for_anybody_and_offers_moves_only_where_nothing_speaks_against_them()
    {
        await using var nobody = new TestApp();
        var html = Text(await nobody.Open("/stress"));
        Assert.Contains("What weighs on you?", html, StringComparison.Ordinal);
        Assert.DoesNotContain("move=body-scan", html, StringComparison.Ordinal);
        await using var app = TestApp.After();
        Assert.Contains("/session?move=belly-breath-pacer", Text(await app.Open("/stress")), StringComparison.Ordinal);
        await using var urgent = TestApp.After(Persona.Emergency);
        Assert.DoesNotContain("move=belly-breath-pacer", Text(await urgent.Open("/stress")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_weighs_is_kept_with_the_change_and_can_be_undone()
    {
        await using var app = TestApp.After();
        var saved = await app.Submit("/stress", "/stress", [("weighs", "work"), ("weighs", "sleep"), ("weighs", "nonsense"), ("can", "work"), ("can", "money"), ("own", "The move"), ("change", "say-no")]);
        Assert.Equal(303, saved.Status);
        var look = Assert.Single(Daily(app).StressLooks).What;
        Assert.Equal(["work", "sleep"], look.Weighs);
        Assert.Equal(["work"], look.CanChange);
        Assert.Equal(("The move", "say-no"), (look.Own, look.Change));
        Assert.Contains("name=\"change\" value=\"say-no\" checked", (await app.Open("/stress")).Html, StringComparison.Ordinal);
        await app.Undo(saved);
        Assert.Empty(Daily(app).StressLooks);
    }

    [Fact]
    public async Task An_empty_or_an_endless_look_is_not_saved_and_keeps_what_was_ticked()
    {
        await using var app = TestApp.After();
        Assert.Equal(422, (await app.Submit("/stress", "/stress", [])).Status);
        var endless = await app.Submit("/stress", "/stress", [("weighs", "work"), ("own", new('x', 500))]);
        Assert.Equal(422, endless.Status);
        Assert.Contains("name=\"weighs\" value=\"work\" checked", endless.Html, StringComparison.Ordinal);
        Assert.Empty(Daily(app).StressLooks);
    }

    [Fact]
    public async Task A_sheet_is_written_step_by_step_looked_back_on_and_put_away()
    {
        await using var app = TestApp.After();
        await app.Submit("/stress/sheet", "/stress/sheet", [("of", ""), ("what", "Too many calls"), ("idea", "Off at noon"), ("idea", ""), ("idea", "Ask Ann")]);
        var sheet = Assert.Single(ProblemNow.Of(Daily(app))).Sheet;
        Assert.Equal(["Off at noon", "Ask Ann"], sheet.Ideas);
        var page = $"/stress/sheet/{sheet.Sheet}";
        Assert.Contains("value=\"Ask Ann\"", (await app.Open(page)).Html, StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromMinutes(5));
        var written = await app.Submit(page, "/stress/sheet", [("of", sheet.Sheet), ("what", "Too many calls"), ("idea", "Ask Ann"), ("choice", "Ask Ann"), ("when", "2026-03-12"), ("outcome", "She took half"), ("done", "yes")]);
        var last = Assert.Single(ProblemNow.Of(Daily(app))).Sheet;
        Assert.Equal(("Ask Ann", new DateOnly(2026, 3, 12), "She took half", true), (last.Choice, last.When, last.Outcome, last.Done));
        await app.Undo(written);
        Assert.False(ProblemNow.Of(Daily(app))[0].Sheet.Done);
    }

    [Fact]
    public async Task A_sheet_that_is_wrong_says_where_and_keeps_the_rest()
    {
        await using var app = TestApp.After();
        var page = await app.Submit("/stress/sheet", "/stress/sheet", [("of", ""), ("what", ""), ("idea", "Ask Ann"), ("when", "tomorrow"), ("outcome", new('x', 500))]);
        Assert.Equal(422, page.Status);
        foreach (var says in new[] { "Say in a few words", "Write the day as year", "more than fits" }) Assert.Contains(says, page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Ask Ann\"", page.Html, StringComparison.Ordinal);
        Assert.Empty(Daily(app).Problems);
        Assert.Equal(404, (await app.Open("/stress/sheet/nothing")).Status);
        Assert.Equal(400, (await app.Submit("/me", "/stress/sheet", [("of", "nothing"), ("what", "x")])).Status);
    }

    [Fact]
    public async Task Today_recalls_the_day_that_was_chosen_asks_after_a_week_and_lets_go()
    {
        await using var app = TestApp.After();
        await app.Submit("/stress/sheet", "/stress/sheet", [("of", ""), ("what", "Too many calls"), ("choice", "Ask <b>Ann</b>"), ("when", "2026-03-12")]);
        await app.Submit("/stress", "/stress", [("weighs", "work"), ("change", "say-no")]);
        var sheet = Assert.Single(ProblemNow.Of(Daily(app))).Sheet.Sheet;
        async Task<string> On(int day)
        {
            app.Clock.Pass(new DateTimeOffset(2026, 3, day, 10, 0, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
            return (await app.Open("/")).Html;
        }
        const string Chosen = "Today is the day you chose for:", Asked = "How did it go?";
        Assert.DoesNotContain(Chosen, await On(11), StringComparison.Ordinal);
        var on = await On(12);
        Assert.Contains($"{Chosen} <a href=\"/stress/sheet/{sheet}\"><bdi>Ask &lt;b&gt;Ann&lt;/b&gt;</bdi>", on, StringComparison.Ordinal);
        // Below the plan.
        Assert.True(on.IndexOf(Chosen, StringComparison.Ordinal) > on.IndexOf("id=\"next\"", StringComparison.Ordinal));
        foreach (var day in new[] { 13, 16 }) Assert.DoesNotContain(Chosen, await On(day), StringComparison.Ordinal);
        // The small change, by itself; and from the 19th on the sheet, alone.
        Assert.Contains("name=\"of\" value=\"change\"", await On(17), StringComparison.Ordinal);
        var later = await On(19);
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(later, System.Text.RegularExpressions.Regex.Escape(Asked)));
        Assert.Contains($"name=\"of\" value=\"{sheet}\"", later, StringComparison.Ordinal);
        var gone = await app.Submit("/", "/stress/let-go", [("of", sheet), ("do", "go")]);
        Assert.Equal((303, true), (gone.Status, ProblemNow.Of(Daily(app))[0].Sheet.Done));
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(303, (await app.Submit("/", "/stress/let-go", [("of", "change"), ("do", "keep")])).Status);
        Assert.DoesNotContain(Asked, await On(20), StringComparison.Ordinal);
        Assert.Contains(Asked, await On(27), StringComparison.Ordinal);
        Assert.Equal(303, (await app.Submit("/", "/stress/let-go", [("of", "change"), ("do", "go")])).Status);
        Assert.DoesNotContain(Asked, (await app.Open("/")).Html, StringComparison.Ordinal);
        Assert.Equal(("work", null), (Daily(app).StressLooks[^1].What.Weighs[0], Daily(app).StressLooks[^1].What.Change));
        Assert.Equal(400, (await app.Submit("/me", "/stress/let-go", [("of", "nothing"), ("do", "go")])).Status);
    }

    [Fact]
    public async Task Nothing_of_it_is_recalled_while_something_should_be_looked_at_first()
    {
        foreach (var persona in new[] { Persona.Desk, Persona.Emergency })
        {
            await using var app = TestApp.After(persona, hours: 1);
            app.Get<PersonFile>().Write(Noted.Of(new ProblemSheet { Sheet = "s1", What = "Too many calls", When = new(2026, 3, 10) }));
            Assert.Equal(persona == Persona.Desk, (await app.Open("/")).Html.Contains("Today is the day you chose for:", StringComparison.Ordinal));
            app.Clock.Pass(TimeSpan.FromMinutes(1));
            app.Get<PersonFile>().Write(new CheckedIn(Pain: 3, AnythingNew: true));
            Assert.DoesNotContain("Today is the day you chose for:", (await app.Open("/")).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_way_back_goes_step_by_step()
    {
        await using var app = TestApp.After();
        Assert.Equal(303, (await app.Submit("/me", "/return/start", [("move", "bend")])).Status);
        var way = Daily(app).Returns[0].What.Way;
        for (var n = 0; n < 2; n++)
        {
            app.Clock.Pass(TimeSpan.FromMinutes(5));
            Assert.Equal(303, (await app.Submit("/me", "/return/try", [("of", way), ("before", "6"), ("after", "2")])).Status);
        }
        var html = Text(await app.Open("/return"));
        Assert.Contains("Step 2 of 5", html, StringComparison.Ordinal);
        Assert.Equal(422, (await app.Submit("/me", "/return/start", [("move", "lift")])).Status);
        app.Clock.Pass(TimeSpan.FromMinutes(5));
        var tried = await app.Submit("/me", "/return/try", [("of", way), ("before", "8"), ("after", "8"), ("much", "yes")]);
        Assert.Contains("Step 1 of 5", Text(await app.Open("/return")), StringComparison.Ordinal);
        await app.Undo(tried);
        Assert.Contains("Step 2 of 5", Text(await app.Open("/return")), StringComparison.Ordinal);
        await app.Submit("/me", "/return/stop", [("of", way)]);
        Assert.Contains("Which move do you want back?", Text(await app.Open("/return")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_steps_wait_a_try_can_still_be_told_to_have_been_too_much()
    {
        await using var app = TestApp.After();
        await app.Submit("/me", "/return/start", [("move", "bend")]);
        var way = Daily(app).Returns[0].What.Way;
        for (var n = 0; n < 2; n++)
        {
            app.Clock.Pass(TimeSpan.FromMinutes(5));
            await app.Submit("/me", "/return/try", [("of", way), ("before", "6"), ("after", "2")]);
        }
        Assert.Contains("Step 2 of 5", Text(await app.Open("/return")), StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromHours(20));
        app.Get<PersonFile>().Write([new Journal.CheckedIn(8, AnythingNew: false)]);
        var page = await app.Open("/return");
        Assert.DoesNotContain("name=\"before\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"much\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(422, (await app.Submit("/return", "/return/try", [("of", way)])).Status);
        var sent = await app.Submit("/return", "/return/try", [("of", way), ("much", "yes")]);
        Assert.Equal(303, sent.Status);
        Assert.Contains("Step 1 of 5", Text(await app.Open("/return")), StringComparison.Ordinal);
        var told = Daily(app).ReturnsTried[^1].What;
        Assert.Equal((true, null, null), (told.TooMuch, told.Before, told.After));
        await app.Undo(sent);
        Assert.Contains("Step 2 of 5", Text(await app.Open("/return")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_own_move_needs_a_name_and_two_steps_and_what_was_written_stays()
    {
        await using var app = TestApp.After();
        var page = await app.Submit("/me", "/return/start", [("move", "own"), ("name", "Riding a bike"), ("step", "Sit on it")]);
        Assert.Equal(422, page.Status);
        Assert.Contains("Write down two steps or more", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Riding a bike\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(422, (await app.Submit("/me", "/return/start", [("move", "own"), ("step", "a"), ("step", "b")])).Status);
        Assert.Equal(422, (await app.Submit("/me", "/return/start", [("move", "moon")])).Status);
        Assert.Equal(303, (await app.Submit("/me", "/return/start", [("move", "own"), ("name", "Riding a bike"), ("step", "Sit on it"), ("step", "Roll")])).Status);
        Assert.Equal(422, (await app.Submit("/me", "/return/try", [("of", Daily(app).Returns[0].What.Way), ("before", "6")])).Status);
    }

    [Fact]
    public async Task No_step_is_offered_with_strong_pain_while_something_is_new_or_in_an_emergency()
    {
        await using var app = TestApp.After();
        await app.Submit("/me", "/return/start", [("move", "bend")]);
        var way = Daily(app).Returns[0].What.Way;
        await app.Submit("/", "/check-in", [("pain", "8"), ("new", "no")]);
        var html = Text(await app.Open("/return"));
        Assert.DoesNotContain("name=\"before\"", html, StringComparison.Ordinal);
        Assert.Contains("waits for a better day", html, StringComparison.Ordinal);
        Assert.Equal(422, (await app.Submit("/me", "/return/try", [("of", way), ("before", "3"), ("after", "3")])).Status);
        await app.Submit("/", "/check-in", [("pain", "3"), ("new", "yes")]);
        Assert.DoesNotContain("/return/", Text(await app.Open("/return")), StringComparison.Ordinal);
        await using var urgent = TestApp.After(Persona.Emergency);
        Assert.DoesNotContain("/return/start", Text(await urgent.Open("/return")), StringComparison.Ordinal);
        await using var nobody = new TestApp();
        Assert.Contains("No result yet", Text(await nobody.Open("/return")), StringComparison.Ordinal);
    }
}
