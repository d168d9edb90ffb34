using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

public sealed class InsightsTests
{
    /// <summary>Days that end today, noted in the evening.</summary>
    static void Live(TestApp app, int days, Func<int, DiaryNote> note)
    {
        for (var day = 0; day < days; day++)
        {
            app.Get<PersonFile>().Write(Noted.Of(note(day)));
            app.Clock.Pass(TimeSpan.FromDays(1));
        }
    }

    static Task<Page> Begin(TestApp app, string a = "heat", string b = "walk", string days = "3", string pairs = "2")
        => app.Submit("/me", "/insights/compare", [("a", a), ("b", b), ("days", days), ("pairs", pairs)]);

    [Fact]
    public async Task Before_the_check_it_asks_for_the_check_and_before_the_first_note_it_says_how_it_grows()
    {
        await using var nobody = new TestApp();
        Assert.Contains("First some questions", Text(await nobody.Open("/insights")), StringComparison.Ordinal);
        await using var app = TestApp.After();
        Assert.Contains("Your picture grows here", Text(await app.Open("/insights")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_few_days_it_says_how_many_are_missing_and_claims_nothing()
    {
        await using var app = TestApp.After();
        Live(app, 5, day => new() { Pain = 5 - day % 2, SittingHours = 6 + day });
        var html = Text(await app.Open("/insights"));
        Assert.Contains("5 of 6 so far", html, StringComparison.Ordinal);
        Assert.Contains("Too few days yet", html, StringComparison.Ordinal);
        Assert.Contains("4 of 21", html, StringComparison.Ordinal);
        Assert.DoesNotContain("They go together", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_matters_is_the_heading_and_the_picture_stands_as_a_table_too()
    {
        await using var app = TestApp.After();
        Live(app, 36, day => new() { Pain = day < 5 ? 6 : 3, SleepHours = 7 });
        var html = Text(await app.Open("/insights"));
        Assert.Contains("<h1>Better than 5 weeks ago</h1>", html, StringComparison.Ordinal);
        Assert.Contains("went from 6 to 3", html, StringComparison.Ordinal);
        Assert.Contains("role=\"img\" aria-label=\"Your pain from", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">10 March</th><td class=\"n\">6</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_is_told_with_its_interval_and_without_a_cause()
    {
        await using var app = TestApp.After();
        var chance = new Random(4);
        var sat = 6.0;
        Live(app, 60, _ =>
        {
            var pain = Math.Clamp(Math.Round(sat - 4 + chance.NextDouble()), 0, 10);
            sat = 5 + chance.Next(7);
            return new() { Pain = pain, SittingHours = sat };
        });
        var html = Text(await app.Open("/insights"));
        Assert.Contains("After a day with one hour more of sitting, your pain is about", html, StringComparison.Ordinal);
        Assert.Contains("That does not say which one brings the other", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_runs_from_its_form_over_its_turns_to_its_result_and_each_step_can_be_undone()
    {
        await using var app = TestApp.After();
        var begun = await Begin(app);
        Assert.Equal(303, begun.Status);
        var plan = Assert.Single(app.Get<PersonFile>().Read().Daily.Experiments).What;
        Assert.Equal((RemedyKind.Heat, RemedyKind.Walk, 3, 2), (plan.A, plan.B, plan.BlockDays, plan.Pairs));
        for (var day = 0; day < 12; day++)
        {
            var html = Text(await app.Open("/insights"));
            var heat = OneWay.Schedule(plan)[day].Remedy == RemedyKind.Heat;
            Assert.Contains(heat ? "turn of: warmth" : "turn of: a walk", html, StringComparison.Ordinal);
            Assert.Equal(303, (await app.Submit("/insights", "/insights/turn", [("of", plan.Experiment.ToString("N")), ("before", "6"), ("after", heat ? $"{2 + day % 2}" : $"{5 + day % 2}")])).Status);
            app.Clock.Pass(TimeSpan.FromDays(1));
        }
        var result = Text(await app.Open("/insights"));
        Assert.Contains("For you, warmth eased the pain more than a walk", result, StringComparison.Ordinal);
        Assert.Contains("href=\"/insights/compare\"", result, StringComparison.Ordinal);
        Assert.DoesNotContain("/insights/turn", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_without_both_numbers_is_asked_again_and_keeps_what_was_tapped()
    {
        await using var app = TestApp.After();
        await Begin(app);
        var of = app.Get<PersonFile>().Read().Daily.Experiments[0].What.Experiment.ToString("N");
        foreach (var after in new[] { "", "11", "x" })
        {
            var page = await app.Submit("/insights", "/insights/turn", [("of", of), ("before", "4"), ("after", after)]);
            Assert.Equal(422, page.Status);
            Assert.Contains("Tap a number for both", page.Html, StringComparison.Ordinal);
            Assert.Contains("name=\"before\" value=\"4\" checked", page.Html, StringComparison.Ordinal);
        }
        Assert.Equal(400, (await app.Submit("/insights", "/insights/turn", [("of", "zzz"), ("before", "4"), ("after", "3")])).Status);
        Assert.Empty(app.Get<PersonFile>().Read().Daily.Diary);
    }

    [Fact]
    public async Task A_form_that_is_wrong_says_so_at_its_field_and_only_one_test_runs()
    {
        await using var app = TestApp.After();
        var wrong = await Begin(app, a: "heat", b: "heat", days: "9", pairs: "x");
        Assert.Equal(422, wrong.Status);
        foreach (var says in new[] { "Choose another one than above", "Choose 3, 4 or 5 days", "Choose from 2 to 5 rounds" }) Assert.Contains(says, wrong.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"a\" value=\"heat\" checked", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(422, (await Begin(app, a: "medicine", b: "belt")).Status);
        await Begin(app);
        Assert.Equal(422, (await Begin(app, a: "cold", b: "breathing")).Status);
        Assert.Single(app.Get<PersonFile>().Read().Daily.Experiments);
    }

    [Fact]
    public async Task A_test_can_be_stopped_and_the_stop_undone()
    {
        await using var app = TestApp.After();
        await Begin(app);
        var of = app.Get<PersonFile>().Read().Daily.Experiments[0].What.Experiment.ToString("N");
        var stopped = await app.Submit("/insights", "/insights/stop", [("of", of)]);
        Assert.DoesNotContain("turn of:", Text(await app.Open("/insights")), StringComparison.Ordinal);
        await app.Undo(stopped);
        Assert.Contains("turn of:", Text(await app.Open("/insights")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_out_for_safety_is_not_compared()
    {
        await using var app = TestApp.After(Persona.Desk with { Said = Persona.Desk.Said.SetItem("medicine_patch", "yes") });
        app.Get<PersonFile>().Write(AnswerGiven.Word("medicine_patch", "yes"));
        var html = Text(await app.Open("/insights/compare"));
        Assert.DoesNotContain("name=\"a\" value=\"heat\"", html, StringComparison.Ordinal);
        Assert.Contains("Warmth can push too much medicine out of a patch", html, StringComparison.Ordinal);
        Assert.Equal(422, (await Begin(app)).Status);
    }

    [Fact]
    public async Task In_an_emergency_nothing_is_offered_to_try_and_while_something_is_new_neither()
    {
        await using var urgent = TestApp.After(Persona.Emergency);
        Assert.DoesNotContain("name=\"a\"", (await urgent.Open("/insights/compare")).Html, StringComparison.Ordinal);
        await using var app = TestApp.After();
        await Begin(app);
        await app.Submit("/", "/check-in", [("pain", "4"), ("new", "yes")]);
        var html = Text(await app.Open("/insights"));
        Assert.DoesNotContain("/insights/turn", html, StringComparison.Ordinal);
        Assert.Contains("no day for trying things", html, StringComparison.Ordinal);
        Assert.Contains("comes back when we know what is new", Text(await app.Open("/insights/compare")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_medicine_over_weeks_gets_a_gentle_note()
    {
        await using var app = TestApp.After();
        Live(app, 57, day => new() { Pain = 3, Doses = day >= 28 && day % 2 == 0 ? 1 : 0 });
        Assert.Contains("took pain medicine more often", Text(await app.Open("/insights")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_else_was_noted_stands_folded_as_small_curves_each_with_its_table()
    {
        await using var app = TestApp.After();
        Live(app, 9, day => new() { Pain = 3, Mood = day % 2 == 0 ? 3 : 1, Load = 150, Effort = 5, Doses = day == 2 ? 2 : null, StiffMinutes = day < 3 ? 20 : null });
        var html = Text(await app.Open("/insights"));
        Assert.Contains("<details class=\"also\"><summary><span>Mood, Training and Pain medicine</span>", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Mood: about Good at first, about So-so in the last week that was noted.\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Training: about 15 at first, about 15 in the last week that was noted.\"", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">10 March</th><td class=\"n\">0.3</td>", html, StringComparison.Ordinal);
        Assert.Contains("Too few days for a curve yet: Stiff in the morning (3 of 5).", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_else_noted_it_says_so_and_a_day_without_medicine_is_no_curve()
    {
        await using var app = TestApp.After();
        Live(app, 9, _ => new() { Pain = 3, SleepHours = 7, Doses = 0 });
        var html = Text(await app.Open("/insights"));
        Assert.Contains("Nothing else has been noted on 5 days yet", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"also\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_runs_or_was_stopped_shows_its_numbers_and_tells_no_winner()
    {
        await using var app = TestApp.After();
        await Begin(app, pairs: "3");
        var plan = app.Get<PersonFile>().Read().Daily.Experiments[0].What;
        Live(app, 12, day => new() { Remedies = [new(OneWay.Schedule(plan)[day].Remedy, 15, 6, OneWay.Schedule(plan)[day].Remedy == RemedyKind.Heat ? 2 + day % 2 : 5 + day % 2)] });
        Assert.Contains("What it shows is told when it is over", Text(await app.Open("/insights")), StringComparison.Ordinal);
        await app.Submit("/insights", "/insights/stop", [("of", plan.Experiment.ToString("N"))]);
        var stopped = Text(await app.Open("/insights"));
        Assert.Contains("Stopped before its end", stopped, StringComparison.Ordinal);
        Assert.DoesNotContain("eased the pain more than", stopped, StringComparison.Ordinal);
    }
}
