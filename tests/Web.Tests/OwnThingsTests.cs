using System.Net;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Flow;
using Mainstay.Web.Own;

namespace Mainstay.Web.Tests;

/// <summary>Sore spots, self-tests and own goals.</summary>
public sealed class OwnThingsTests
{
    static History Daily(TestApp app) => app.Get<PersonFile>().Read().Daily;

    static int Entries(TestApp app) => app.Get<JournalStore>().Read(JournalStore.Me).Length;

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public async Task A_spot_that_brings_on_just_this_pain_answers_the_question_of_the_check(string mine, bool answers)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var file = app.Get<PersonFile>();
        if (file.Read().Answers["tender_spot_reproduces"].State == AnswerState.Given) file.Write(AnswerGiven.Word("tender_spot_reproduces", "unsure"));
        var before = file.Read().Answers.IsYes("tender_spot_reproduces");
        Assert.NotEqual(Truth.True, before);
        var added = await app.Submit("/spots/new", "/spots/new", [("region", "buttock_left"), ("x", "400"), ("y", "485"), ("pain", "6"), ("mine", mine)]);
        Assert.Equal(answers ? Truth.True : before, file.Read().Answers.IsYes("tender_spot_reproduces"));
        await app.Undo(added);
        Assert.Equal(before, file.Read().Answers.IsYes("tender_spot_reproduces"));
    }

    [Theory]
    [InlineData(4, 6, false)]
    [InlineData(6, 4, true)]
    public async Task A_self_test_goes_by_the_pain_of_today_and_not_by_that_of_the_check(int check, int today, bool open)
    {
        await using var app = TestApp.After(Persona.Desk);
        app.Get<PersonFile>().Write([new AnswerGiven("nprs", System.Text.Json.JsonSerializer.SerializeToElement(check)), new CheckedIn(today)]);
        var page = await app.Open("/tests/trunk-hold");
        Assert.Equal(open, page.Html.Contains("name=\"value\"", StringComparison.Ordinal));
        var status = open ? (await app.Submit("/tests/trunk-hold", "/tests/trunk-hold", [("value", "20")])).Status : (await app.Submit("/me", "/tests/trunk-hold", [("value", "20")])).Status;
        Assert.Equal(open ? 303 : 400, status);
        Assert.Equal(open ? 1 : 0, Daily(app).Tests.Count);
    }

    [Fact]
    public async Task A_spot_is_added_felt_again_spread_pressed_and_gone_and_each_can_be_undone()
    {
        await using var app = TestApp.After(Persona.Desk);
        var added = await app.Submit("/spots/new", "/spots/new", [("region", "buttock_left"), ("x", "400"), ("y", "485"), ("pain", "6"), ("mine", "yes")]);
        var spot = Assert.Single(Daily(app).SpotsNow());
        Assert.StartsWith($"/spots/{spot.Id}?said=saved", added.Location, StringComparison.Ordinal);
        var page = Text(await app.Open($"/spots/{spot.Id}"));
        Assert.Contains("Ball at the wall, buttock", page, StringComparison.Ordinal);
        Assert.Contains("data-countdown", page, StringComparison.Ordinal);

        app.Clock.Pass(TimeSpan.FromDays(2));
        Task<Page> Do(params (string, string)[] fields)
        {
            app.Clock.Pass(TimeSpan.FromMinutes(1));
            return app.Submit($"/spots/{spot.Id}", $"/spots/{spot.Id}", fields);
        }

        await Do(("do", "felt"), ("pain", "4"));
        var spread = await Do(("do", "spread"), ("spread", "thigh_back_left"), ("spread", "nowhere"), ("spread", "buttock_left"));
        await Do(("do", "pressed"), ("before", "5"), ("after", "3"), ("seconds", "60"));
        var now = Assert.Single(Daily(app).SpotsNow());
        Assert.Equal([6, 4], now.Felt.Select(felt => felt.What.Pain!.Value));
        Assert.Equal((0.4, 0.485), (now.Now.X, now.Now.Y));
        Assert.Contains("<circle class=\"point\" cx=\"96\" cy=\"271.6\"", (await app.Open("/spots")).Html, StringComparison.Ordinal);
        Assert.Equal((true, "thigh_back_left"), (now.Now.Mine, Assert.Single(now.Now.Spread)));
        Assert.Equal(new SpotPressed { Spot = spot.Id, Seconds = 60, Before = 5, After = 3 }, Assert.Single(now.Pressed).What);
        await app.Undo(spread);
        Assert.Empty(Assert.Single(Daily(app).SpotsNow()).Now.Spread);

        var gone = await Do(("do", "gone"));
        Assert.Empty(Daily(app).SpotsNow());
        Assert.Contains("No sore spot now", Text(await app.Open("/spots")), StringComparison.Ordinal);
        await app.Undo(gone);
        Assert.Single(Daily(app).SpotsNow());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("400", "")]
    [InlineData("400", "1001")]
    [InlineData("-1", "200")]
    [InlineData("NaN", "200")]
    public async Task A_spot_without_a_whole_point_is_of_its_region_alone(string x, string y)
    {
        await using var app = TestApp.After(Persona.Desk);
        await app.Submit("/spots/new", "/spots/new", [("region", "buttock_left"), ("x", x), ("y", y), ("pain", "6")]);
        var spot = Assert.Single(Daily(app).SpotsNow()).Now;
        Assert.Equal(("buttock_left", null, null), (spot.Region, spot.X, spot.Y));
    }

    [Theory]
    [InlineData("region=third_elbow&pain=4", "tap the place first")]
    [InlineData("region=neck_left&pain=11", "how much it hurts")]
    [InlineData("region=neck_left", "how much it hurts")]
    public async Task A_spot_that_is_not_right_is_said_and_not_stored(string fields, string says)
    {
        await using var app = TestApp.After(Persona.Desk);
        var before = Entries(app);
        var page = await app.Submit("/spots/new", "/spots/new", fields.Split('&').Select(one => (one.Split('=')[0], one.Split('=')[1])));
        Assert.Equal(422, page.Status);
        Assert.Contains(says, page.Html, StringComparison.Ordinal);
        Assert.Equal(before, Entries(app));
    }

    [Theory]
    [InlineData("do=pressed&before=5&after=3&seconds=91", 422)]
    [InlineData("do=pressed&before=5&seconds=30", 422)]
    [InlineData("do=felt&pain=", 422)]
    [InlineData("do=explode", 400)]
    public async Task A_form_of_a_spot_that_makes_no_sense_stores_nothing(string fields, int status)
    {
        await using var app = TestApp.After(Persona.Desk);
        app.Get<PersonFile>().Write(Noted.Of(new SpotFelt { Spot = "s", Region = "buttock_left", Pain = 5 }));
        var before = Entries(app);
        Assert.Equal(status, (await app.Submit("/spots/s", "/spots/s", fields.Split('&').Select(one => (one.Split('=')[0], one.Split('=')[1])))).Status);
        Assert.Equal(before, Entries(app));
        Assert.Equal(404, (await app.Open("/spots/other")).Status);
    }

    [Fact]
    public async Task Pressing_is_left_out_where_a_limit_says_so_and_where_there_is_no_safe_way()
    {
        await using var app = TestApp.After(Persona.Desk.With("anticoag", "yes"));
        app.Get<PersonFile>().Write(AnswerGiven.Word("anticoag", "yes"), Noted.Of(new SpotFelt { Spot = "s", Region = "buttock_left", Pain = 5 }), Noted.Of(new SpotFelt { Spot = "t", Region = "throat_left", Pain = 5 }));
        foreach (var path in new[] { "/spots", "/spots/s" }) Assert.Contains("bruise easily", Text(await app.Open(path)), StringComparison.Ordinal);
        Assert.Equal(400, (await app.Submit("/spots/s", "/spots/s", [("do", "pressed"), ("before", "5"), ("after", "3"), ("seconds", "30")])).Status);
        Assert.Equal("/spots", (await app.Open("/spots/new")).Location);

        await using var free = TestApp.After(Persona.Desk);
        free.Get<PersonFile>().Write(Noted.Of(new SpotFelt { Spot = "t", Region = "throat_left", Pain = 5 }));
        var page = Text(await free.Open("/spots/t"));
        Assert.Contains("no safe way to press here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"pressed\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emergency")]
    [InlineData("nobody")]
    [InlineData("new")]
    public async Task Nothing_is_tried_out_while_a_programme_is_withheld_or_something_new_waits(string who)
    {
        await using var app = who == "nobody" ? new TestApp() : TestApp.After(who == "emergency" ? Persona.Emergency : Persona.Desk);
        if (who == "new") app.Get<PersonFile>().Write(new CheckedIn(4, AnythingNew: true));
        app.Get<PersonFile>().Write(Noted.Of(new SpotFelt { Spot = "s", Region = "buttock_left", Pain = 5 }));
        var before = Entries(app);
        foreach (var path in new[] { "/tests", "/tests/trunk-hold", "/spots", "/spots/s" })
        {
            var page = Text(await app.Open(path));
            Assert.Contains("Not for now.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"steps-list\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("value=\"felt\"", page, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("/tests/trunk-hold", (await app.Open("/tests")).Html, StringComparison.Ordinal);
        Assert.Equal(400, (await app.Submit("/me", "/tests/trunk-hold", [("value", "20")])).Status);
        Assert.Equal(400, (await app.Submit("/me", "/spots/s", [("do", "felt"), ("pain", "2")])).Status);
        Assert.Equal(before, Entries(app));
    }

    [Fact]
    public async Task A_result_is_kept_answers_its_question_and_is_undone_with_it()
    {
        await using var app = TestApp.After(Persona.Desk);
        var sent = await app.Submit("/tests/side-bridge", "/tests/side-bridge", [("left", "20"), ("right", "14,5")]);
        Assert.Equal(new TestTaken { Test = "side-bridge", Left = 20, Right = 14.5 }, Assert.Single(Daily(app).Tests).What);
        var answers = app.Get<PersonFile>().Read().Answers;
        Assert.Equal((20, 14), (answers["test_side_bridge_left_s"].Number, answers["test_side_bridge_right_s"].Number));
        Assert.Contains("left: 20 s, right: 14.5 s", Text(await app.Open("/tests")), StringComparison.Ordinal);
        Assert.Contains("14.5 s", Text(await app.Open("/tests/side-bridge")), StringComparison.Ordinal);
        await app.Undo(sent);
        Assert.Empty(Daily(app).Tests);
        Assert.False(app.Get<PersonFile>().Read().Answers["test_side_bridge_left_s"].IsGiven);
    }

    [Fact]
    public async Task Pain_that_moved_down_the_leg_is_kept_as_such_and_leads_on()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var sent = await app.Submit("/tests/repeated-movement", "/tests/repeated-movement", [("value", "3")]);
        Assert.Equal(PainMoved.Down, Assert.Single(Daily(app).Tests).What.Moved);
        Assert.StartsWith(NewsPages.Again, sent.Location, StringComparison.Ordinal);
        var due = app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Rescreen!;
        Assert.True(due.Holds);
        Assert.Contains("ces_saddle", due.Inputs);
        foreach (var path in new[] { "/tests/repeated-movement", "/moves" }) Assert.Contains($"href=\"{NewsPages.Again}\"", Text(await app.Open(path)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "0", true)]
    [InlineData("0", "1", true)]
    [InlineData("0", "0", false)]
    public async Task A_foot_that_drops_is_something_new(string left, string right, bool isNew)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var sent = await app.Submit("/tests/heel-toe-walk", "/tests/heel-toe-walk", [("left", left), ("right", right)]);
        Assert.Equal(isNew, app.Get<PersonFile>().Read().NewSince is not null);
        Assert.StartsWith(isNew ? "/new?said=test-new" : "/tests/heel-toe-walk?said=saved", sent.Location, StringComparison.Ordinal);
        Assert.Equal(isNew, Text(await app.Open(sent.Location!)).Contains("A foot that does not lift well", StringComparison.Ordinal));
        Assert.Equal(isNew, app.Get<CareModels>().Day(app.Get<PersonFile>().Read()).Rescreen is { Holds: true });
        var undone = await app.Undo(sent);
        Assert.Equal(isNew, undone.Location == "/new?said=first");
        Assert.Equal(isNew, app.Get<PersonFile>().Read().NewSince is not null);
    }

    [Theory]
    [InlineData("trunk-hold", "value", "61")]
    [InlineData("trunk-hold", "value", "-1")]
    [InlineData("trunk-hold", "value", "long")]
    [InlineData("trunk-hold", "value", "1e999")]
    [InlineData("trunk-hold", "value", "")]
    [InlineData("heel-toe-walk", "left", "0.5")]
    [InlineData("side-bend", "left", "<b>")]
    public async Task A_result_that_cannot_be_is_said_at_its_field(string test, string field, string typed)
    {
        await using var app = TestApp.After(Persona.Desk);
        var before = Entries(app);
        var page = await app.Submit($"/tests/{test}", $"/tests/{test}", [(field, typed)]);
        Assert.Equal(422, page.Status);
        Assert.Contains("class=\"error\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, Entries(app));
        Assert.Equal(404, (await app.Open("/tests/no-such-test")).Status);
    }

    [Fact]
    public void Every_test_has_a_page_that_can_be_answered_and_every_limit_compiles()
    {
        var care = new CareModels(new Reasoning(TestApp.Library), TimeProvider.System);
        foreach (var test in TestApp.Library.Tests)
        {
            Assert.Empty(care.Tests.Reasons(test.Id, Care.Answers.Empty(care.Questionnaire), default));
            Assert.All(TestPages.AnswersOf(test, test.Sides ? new TestTaken { Test = test.Id, Left = test.Max, Right = test.Min } : new TestTaken { Test = test.Id, Value = test.Max }, care), entry => Assert.IsType<AnswerGiven>(entry));
        }
    }

    [Fact]
    public async Task Three_goals_at_most_are_named_scored_asked_for_weekly_and_given_up()
    {
        await using var app = TestApp.After(Persona.Desk);
        app.Get<PersonFile>().Write(AnswerGiven.Word("own_goals", "Garden; carry my child"));
        var page = Text(await app.Open("/goals"));
        Assert.Contains("value=\"Garden\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"carry my child\"", page, StringComparison.Ordinal);
        foreach (var text in new[] { "Garden", "<b>Ski</b>", "Sleep" })
        {
            app.Clock.Pass(TimeSpan.FromMinutes(1));
            Assert.Equal(303, (await app.Submit("/goals", "/goals", [("text", text)])).Status);
        }
        Assert.Equal(422, (await app.Submit("/goals", "/goals", [("text", "Fourth")])).Status);
        var goals = Daily(app).Goals();
        Assert.Equal(["Garden", "<b>Ski</b>", "Sleep"], goals.Select(goal => goal.Text));
        Assert.DoesNotContain("<b>Ski", (await app.Open("/goals")).Html, StringComparison.Ordinal);
        Assert.Contains("Garden, <b>Ski</b> and Sleep", Text(await app.Open("/")), StringComparison.Ordinal);

        var scored = await app.Submit("/goals", "/goals/scores", [.. goals.Select(goal => ($"score.{goal.Id}", "4"))]);
        Assert.DoesNotContain("How well does it go by now?", Text(await app.Open("/")), StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Contains("How well does it go by now?", Text(await app.Open("/")), StringComparison.Ordinal);
        await app.Submit("/goals", $"/goals/{goals[0].Id}", [("text", "Garden for an hour")]);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        await app.Submit("/goals", $"/goals/{goals[2].Id}", [("do", "drop")]);
        Assert.Equal(["Garden for an hour", "<b>Ski</b>"], Daily(app).Goals().Select(goal => goal.Text));
        await app.Undo(scored);
        Assert.All(Daily(app).Goals(), goal => Assert.Empty(goal.Scores));
    }

    [Theory]
    [InlineData("/goals", "text=")]
    [InlineData("/goals", "text=LONG")]
    [InlineData("/goals/scores", "score.x=4")]
    public async Task A_goal_that_is_not_right_is_said_and_not_stored(string action, string field)
    {
        await using var app = TestApp.After(Persona.Desk);
        var before = Entries(app);
        Assert.Equal(422, (await app.Submit("/goals", action, [(field.Split('=')[0], field.Split('=')[1].Replace("LONG", new string('x', 121), StringComparison.Ordinal))])).Status);
        Assert.Equal(400, (await app.Submit("/goals", "/goals/none", [("text", "x")])).Status);
        Assert.Equal(before, Entries(app));
    }
}
