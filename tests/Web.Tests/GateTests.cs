using System.Collections.Immutable;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Breaks;
using Mainstay.Web.Flow;
using Mainstay.Web.Sessions;
using Mainstay.Web.Trends;

namespace Mainstay.Web.Tests;

/// <summary>What keeps a person safe holds on every page that could offer a move.</summary>
public sealed class GateTests
{
    static readonly Persona FirstDays = Persona.Desk with { Numbers = Persona.Desk.Numbers.SetItem("onset_days", 1) };

    static Today DayOf(TestApp app) => app.Get<CareModels>().Day(app.Get<PersonFile>().Read());

    static BreakNow Breaks(TestApp app) => app.Get<BreakDesk>().Now();

    static void Write(TestApp app, params Entry[] entries) => app.Get<PersonFile>().Write(entries);

    static Entry Off(TestApp app, bool holiday) => app.Get<PersonFile>().Today is var today && holiday ? Noted.Of(new Holiday { From = today, To = today.AddDays(3) }) : Noted.Of(new FreeDay { On = today });

    static readonly Entry Spot = Noted.Of(new SpotFelt { Spot = "s", Region = "buttock_left", Pain = 5 });

    /// <summary>A session of one move that was too much: the pain went down the leg.</summary>
    static void Red(TestApp app, string move = "cat-cow")
    {
        var id = Guid.CreateVersion7();
        Write(app, Noted.Of(new SessionStart { Session = id, Items = ValueList.From([move]), Pain = 3, AnyNew = false }),
            Noted.Of(new ItemReport { Session = id, Item = move, Worst = 8, After = 6, Moved = PainMoved.Down }), Noted.Of(new SessionEnd { Session = id, Pain = 6 }));
    }

    static async Task SeenForAll(TestApp app, bool exercise)
    {
        foreach (var fired in DayOf(app).Assessment.Triage.Fired)
            await app.Submit("/result", "/result/seen", [("rule", fired.Rule.Id), ("on", "2026-03-09"), ("by", "Dr A"), ("exercise", exercise ? "yes" : "no")]);
    }

    /// <summary>All that a break could offer today.</summary>
    static Item[] Offered(TestApp app)
    {
        var (now, person, care) = (Breaks(app), app.Get<PersonFile>().Read(), app.Get<CareModels>());
        var taken = new Logged<BreakLog>(Guid.Empty, now.Now, new() { Event = BreakEvent.Taken });
        return [.. Enumerable.Range(0, 40).Select(breaks => BreakOffer.Of(person, now with { Day = now.Day with { Events = [.. Enumerable.Repeat(taken, breaks)] } }, care).Move?.Item).OfType<Item>().Distinct()];
    }

    [Theory]
    [InlineData(false, 9)]
    [InlineData(true, 9)]
    [InlineData(false, 3)]
    [InlineData(true, 3)]
    public async Task A_free_day_or_a_holiday_opens_nothing_that_strong_pain_closes(bool holiday, int pain)
    {
        await using var app = TestApp.After(hours: 1);
        var turn = Noted.Of(new ExperimentStart { Experiment = Guid.CreateVersion7(), A = RemedyKind.Heat, B = RemedyKind.Walk, Seed = 1, From = app.Get<PersonFile>().Today });
        Write(app, Off(app, holiday), new CheckedIn(pain, AnythingNew: false), Spot, turn);
        var (strong, person, care) = (pain >= 7, app.Get<PersonFile>().Read(), app.Get<CareModels>());
        foreach (var path in new[] { "/tests/trunk-hold", "/spots", "/spots/s" })
            Assert.Equal(strong, Text(await app.Open(path)).Contains("Your pain is strong today.", StringComparison.Ordinal));
        Assert.Equal(strong ? 400 : 303, (await app.Submit("/me", "/spots/s", [("do", "pressed"), ("before", "3"), ("after", "3"), ("seconds", "30")])).Status);
        Assert.Equal(strong ? 422 : 303, (await app.Submit("/me", "/return/start", [("move", "bend")])).Status);
        Assert.Equal(strong, Offered(app).Length == 0);
        Assert.Equal(!strong, Remedies.MayTry(DayOf(app)));
        Assert.Equal(strong, TodayLooks.Of(person, care).Turn is null);
        Assert.Equal(!strong, PlanMore.Of(person, care, app.Clock.GetLocalNow()).MayVary);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    public async Task In_the_first_days_no_stretch_and_no_pressure_is_compared_and_a_turn_of_them_waits(double onset)
    {
        await using var app = TestApp.After(Persona.Desk with { Numbers = Persona.Desk.Numbers.SetItem("onset_days", onset) }, hours: 1);
        Write(app, Noted.Of(new ExperimentStart { Experiment = Guid.CreateVersion7(), A = RemedyKind.Stretch, B = RemedyKind.Pressure, Seed = 1, From = app.Get<PersonFile>().Today }));
        var (care, person, fresh) = (app.Get<CareModels>(), app.Get<PersonFile>().Read(), onset < 4);
        var (free, left) = Remedies.Offered(care, person);
        foreach (var kind in new[] { RemedyKind.Stretch, RemedyKind.Pressure })
            Assert.Equal((!fresh, fresh), (free.Contains(kind), left.Contains((kind, TestApp.Library.Plan.Words.FirstDays))));
        Assert.Contains(RemedyKind.Heat, free);
        Assert.Equal(fresh, TodayLooks.Of(person, care).Turn is null);
        var insights = Text(await app.Open("/insights"));
        Assert.Equal(fresh, insights.Contains("It is left out for your safety.", StringComparison.Ordinal));
        Assert.Equal(!fresh, insights.Contains("Today it is the turn of", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    public async Task A_few_minutes_are_gentle_moves_that_the_day_allows_and_never_more_than_six(double onset)
    {
        await using var app = TestApp.After(Persona.Desk with { Numbers = Persona.Desk.Numbers.SetItem("onset_days", onset) }, hours: 1);
        var few = app.Get<SessionDesk>().Few(app.Get<PersonFile>().Read());
        Assert.NotEmpty(few.Moves);
        Assert.All(few.Moves, move => Assert.True(move.IsOpen && move.Item.Equipment.All(thing => thing is "chair" or "wall") && move.Item.Family is Family.Mobility or Family.Stretch or Family.Breathing));
        Assert.InRange(few.Minutes, 1, 6);
        Assert.Equal(onset < 4, few.Moves.All(move => move.Item.Family != Family.Stretch));
        Assert.Contains(few.Moves[0].Item.Name, Text(await app.Open("/session/few")), StringComparison.Ordinal);
        Write(app, new CheckedIn(4, AnythingNew: true));
        Assert.DoesNotContain(few.Moves[0].Item.Name, Text(await app.Open("/session/few")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_offers_no_pressing_of_a_spot_that_was_pressed_and_says_why()
    {
        await using var app = TestApp.After(hours: 1);
        const string Path = "/session?move=ball-at-wall-buttock&move=cat-cow";
        var why = TestApp.Library.Progress!.Words.PressOnce;
        Write(app, Spot);
        Assert.DoesNotContain(why, Text(await app.Open(Path)), StringComparison.Ordinal);
        Write(app, Noted.Of(new SpotPressed { Spot = "s", Seconds = 30, Before = 5, After = 4 }));
        Assert.Contains(why, Text(await app.Open(Path)), StringComparison.Ordinal);
        var id = Guid.CreateVersion7();
        await app.Submit(Path, "/session/start", [("session", $"{id}"), ("entry", $"{Guid.CreateVersion7()}"), ("move", "ball-at-wall-buttock"), ("move", "cat-cow"), ("pain", "3"), ("new", "no")]);
        Assert.Equal(["cat-cow"], app.Get<PersonFile>().Read().Daily.SessionsById[id].Started!.What.Items);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_free_day_or_a_holiday_opens_nothing_that_open_questions_close(bool holiday)
    {
        await using var app = TestApp.After(Persona.Silent, hours: 1);
        Write(app, Off(app, holiday), Spot);
        Assert.Equal((holiday ? DayMode.Holiday : DayMode.FreeDay, DayMode.Guarded), (DayOf(app).Mode, DayOf(app).Underlying));
        foreach (var path in new[] { "/tests/trunk-hold", "/spots", "/spots/s" }) Assert.Contains("Not for now.", Text(await app.Open(path)), StringComparison.Ordinal);
        Assert.Equal(422, (await app.Submit("/me", "/return/start", [("move", "bend")])).Status);
        Assert.DoesNotContain("move=belly-breath-pacer", (await app.Open("/stress")).Html, StringComparison.Ordinal);
        Assert.Empty(Offered(app));
        Assert.False(Remedies.MayTry(DayOf(app)));
        Assert.False(PlanMore.Of(app.Get<PersonFile>().Read(), app.Get<CareModels>(), app.Clock.GetLocalNow()).MayVary);
    }

    [Fact]
    public async Task Who_was_seen_and_may_exercise_is_told_of_no_emergency_and_has_breaks_again()
    {
        await using var app = TestApp.After(Persona.Emergency);
        var html = Text(await app.Open("/"));
        Assert.Contains("This needs help now.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("I took a break", html, StringComparison.Ordinal);
        Assert.DoesNotContain("standing up counts", html, StringComparison.Ordinal);
        Assert.True(Breaks(app).Waits);

        await SeenForAll(app, exercise: false);
        html = Text(await app.Open("/"));
        Assert.DoesNotContain("This needs help now.", html, StringComparison.Ordinal);
        Assert.Contains("You have been seen for this.", html, StringComparison.Ordinal);
        Assert.True(Breaks(app).Waits);
        Assert.DoesNotContain("I took a break", html, StringComparison.Ordinal);

        app.Clock.Pass(TimeSpan.FromMinutes(1));
        await SeenForAll(app, exercise: true);
        html = Text(await app.Open("/"));
        Assert.DoesNotContain("This needs help now.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("You have been seen for this.", html, StringComparison.Ordinal);
        Assert.False(Breaks(app).Waits);
        Assert.Contains("I took a break", html, StringComparison.Ordinal);
        Assert.Contains("I took a break", Text(await app.Open("/breaks")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emergency", "/result")]
    [InlineData("new", "/new")]
    [InlineData("red", "/new/again")]
    public async Task While_something_comes_first_breaks_wait_and_the_page_leads_to_it(string what, string link)
    {
        await using var app = TestApp.After(what == "emergency" ? Persona.Emergency : Persona.Desk, hours: 1);
        if (what != "emergency") Assert.Contains("I took a break", Text(await app.Open("/")), StringComparison.Ordinal);
        if (what == "new") Write(app, new CheckedIn(4, AnythingNew: true));
        if (what == "red") Red(app);
        Assert.True(Breaks(app).Waits);
        var today = Text(await app.Open("/"));
        Assert.DoesNotContain("I took a break", today, StringComparison.Ordinal);
        Assert.DoesNotContain("standing up counts", today, StringComparison.Ordinal);
        Assert.DoesNotContain("Reminders, small moves", today, StringComparison.Ordinal);
        var breaks = Text(await app.Open("/breaks"));
        foreach (var offer in new[] { "I took a break", "For your next break", "Thirty small days" }) Assert.DoesNotContain(offer, breaks, StringComparison.Ordinal);
        Assert.Contains($"First something should be looked at. <a href=\"{link}\"", breaks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_break_offers_no_move_that_was_too_much_and_in_the_first_days_no_stretch()
    {
        await using var app = TestApp.After(hours: 1);
        var move = Offered(app)[0].Id;
        Red(app, move);
        app.Clock.Pass(TimeSpan.FromHours(20));
        var care = app.Get<CareModels>();
        Write(app, [.. DayOf(app).Rescreen!.Inputs.Select(id => AnswerGiven.Word(id, TestApp.Library.Inputs.Single(input => input.Id == id) is { Harmless: { } harmless } ? harmless : "no"))]);
        Assert.Null(DayOf(app).Rescreen);
        Assert.DoesNotContain(move, Offered(app).Select(item => item.Id));
        Assert.NotEmpty(Offered(app));
        app.Clock.Pass(TimeSpan.FromDays(8));
        Assert.Contains(move, Offered(app).Select(item => item.Id));

        Assert.Contains(Offered(app), item => item.Family == Family.Stretch);
        await using var early = TestApp.After(FirstDays, hours: 1);
        Assert.NotEmpty(Offered(early));
        Assert.DoesNotContain(Offered(early), item => item.Family == Family.Stretch);
    }

    [Fact]
    public async Task In_the_first_days_nothing_is_pressed()
    {
        await using var app = TestApp.After(FirstDays, hours: 1);
        Write(app, Spot);
        var page = Text(await app.Open("/spots/s"));
        Assert.Contains("In the first days", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"pressed\"", page, StringComparison.Ordinal);
        Assert.Equal(400, (await app.Submit("/me", "/spots/s", [("do", "pressed"), ("before", "3"), ("after", "3"), ("seconds", "30")])).Status);
        Assert.Empty(app.Get<PersonFile>().Read().Daily.Pressed);
    }

    [Fact]
    public async Task The_pain_of_today_decides_about_pressing_and_not_the_old_one_of_the_check()
    {
        await using var app = TestApp.After(Persona.Desk with { Numbers = Persona.Desk.Numbers.SetItem("nprs", 8) }, hours: 1);
        Write(app, Spot);
        // Until the diary knows better, what the check was told holds pressing, tests and trials.
        foreach (var path in new[] { "/tests/trunk-hold", "/spots", "/spots/s" })
            Assert.Contains("Your pain is strong today.", Text(await app.Open(path)), StringComparison.Ordinal);
        Assert.False(Remedies.MayTry(DayOf(app)));
        app.Clock.Pass(TimeSpan.FromDays(5));
        Write(app, new CheckedIn(3, AnythingNew: false));
        var page = Text(await app.Open("/spots/s"));
        Assert.DoesNotContain("Your pain is strong today.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Wait until your pain is lower.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"pressed\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", "Once a day is enough")]
    [InlineData("6", "until Thursday at 10:00")]
    public async Task A_spot_that_was_pressed_today_or_got_sore_is_left_alone(string after, string says)
    {
        await using var app = TestApp.After(hours: 1);
        Write(app, Spot);
        Task<Page> Press() => app.Submit("/me", "/spots/s", [("do", "pressed"), ("before", "4"), ("after", after), ("seconds", "30")]);
        Assert.Contains("said=saved", (await Press()).Location, StringComparison.Ordinal);
        app.Clock.Pass(TimeSpan.FromHours(3));
        var page = Text(await app.Open("/spots/s"));
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"pressed\"", page, StringComparison.Ordinal);
        Assert.Equal("/spots/s", (await Press()).Location);
        Assert.Single(app.Get<PersonFile>().Read().Daily.Pressed);
        app.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Contains("value=\"pressed\"", Text(await app.Open("/spots/s")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Days_away_that_are_wrong_show_no_plan_while_something_comes_first(bool red)
    {
        await using var app = TestApp.After(hours: 1);
        (string, string)[] wrong = [("do", "holiday"), ("from", "2026-03-12"), ("to", "2026-03-11")];
        Assert.Equal(422, (await app.Submit("/plan", "/plan/off", wrong)).Status);
        if (red) Red(app);
        else Write(app, new CheckedIn(4, AnythingNew: true));
        var page = await app.Submit("/me", "/plan/off", wrong);
        Assert.Equal(400, page.Status);
        Assert.DoesNotContain("class=\"items\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_said_that_something_is_new_before_any_check_is_asked_first()
    {
        await using var app = new TestApp();
        Assert.DoesNotContain("Exercises wait", (await app.Open("/moves/cat-cow")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/new\"", (await app.Open("/")).Html, StringComparison.Ordinal);
        Write(app, Noted.Of(new DiaryNote { Pain = 4, AnyNew = true }));
        Assert.False(app.Get<PersonFile>().Read().HasAnswers);
        foreach (var path in new[] { "/moves/cat-cow", "/moves" }) Assert.Contains("Exercises wait for now.", (await app.Open(path)).Html, StringComparison.Ordinal);
        var welcome = Text(await app.Open("/"));
        Assert.Contains("Start with the check", welcome, StringComparison.Ordinal);
        Assert.Contains("that something is new", welcome, StringComparison.Ordinal);
        Assert.Contains("href=\"/new\"", welcome, StringComparison.Ordinal);
        Assert.DoesNotContain("older than that", welcome, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/why/tender-points")]
    [InlineData("/why/posture")]
    public async Task A_page_of_causes_says_that_exercises_wait(string path)
    {
        await using var app = TestApp.After();
        Assert.DoesNotContain("Exercises wait", (await app.Open(path)).Html, StringComparison.Ordinal);
        await using var urgent = TestApp.After(Persona.Emergency);
        Assert.Contains("Exercises wait until you were seen.", (await urgent.Open(path)).Html, StringComparison.Ordinal);
    }
}
