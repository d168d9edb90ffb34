using System.Text.RegularExpressions;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Web.Breaks;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests.Breaks;

/// <summary>What the app records of the level, for reminders that cannot judge.</summary>
public sealed partial class LevelTests
{
    /// <summary>The person as the small program of the reminders reads them.</summary>
    static PersonHistory Small(TestApp app) => PersonHistory.Of(app.Get<JournalStore>().ReadForReminders(JournalStore.Me, app.Clock.GetUtcNow().AddDays(-2)));

    static int Levels(TestApp app) => app.Get<JournalStore>().Read(JournalStore.Me).Count(one => one.Entry is LevelHeld);

    static Today Day(TestApp app) => app.Get<CareModels>().Day(app.Get<PersonFile>().Read());

    [Fact]
    public async Task A_danger_sign_told_later_keeps_reminders_still_until_somebody_saw_it_and_allowed_exercise()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        Assert.False(Small(app).Waits);
        await app.Submit("/", "/check-in", [("pain", "6"), ("new", "yes")]);
        Assert.True(Small(app).Waits);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var at = (await app.Submit("/new", "/new", [("sign", "between-legs")])).Location!;
        for (var screens = 0; screens < 5 && at.StartsWith("/new/more", StringComparison.Ordinal); screens++)
            at = (await app.Submit(at, at, [("screen", Screen().Match((await app.Open(at)).Html).Groups[1].Value), ("q.ces_saddle", "yes"), ("q.ces_bladder", "yes"), ("q.ces_time", "recent")])).Location!;
        Assert.Equal(("E", true), (Small(app).Level.Urgency, Small(app).Waits));
        Assert.Null(Small(app).NewSince);

        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var questionnaire = app.Get<CareModels>().Questionnaire;
        for (var rounds = 0; rounds < 10 && Day(app).Rescreen is { } due; rounds++)
            await app.Submit(NewsPages.Again, NewsPages.Again, due.Inputs.Select(id => questionnaire[questionnaire.IndexOf(id)]).Select(input => ($"q.{input.Id}", input.Harmless ?? "no")));
        Assert.Equal(new LevelHeld("E"), Small(app).Level);

        foreach (var allowed in new[] { "no", "yes" })
        {
            app.Clock.Pass(TimeSpan.FromMinutes(1));
            foreach (var fired in Day(app).Assessment.Triage.Fired)
                Assert.Equal(303, (await app.Submit("/me", "/result/seen", [("rule", fired.Rule.Id), ("on", "2026-03-10"), ("by", "Dr A"), ("exercise", allowed)])).Status);
            Assert.Equal(allowed == "no", Small(app).Waits);
        }
    }

    [Fact]
    public async Task Danger_questions_that_are_due_keep_them_still_too_and_so_does_an_undo_of_what_cleared_it()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var sent = await app.Submit("/tests/repeated-movement", "/tests/repeated-movement", [("value", "3")]);
        Assert.True(Small(app).Level.Asks);
        Assert.Equal("/new/again?said=first", (await app.Undo(sent)).Location);
        Assert.True(Small(app).Level.Asks);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var person = app.Get<PersonFile>().Read();
        var answered = app.Get<PersonFile>().Write(person, new InterviewStep(person.Answers, person.State), Day(app).Rescreen!.Inputs.ToHashSet());
        Assert.False(Small(app).Waits);
        await app.Submit("/me", "/undo", [("of", answered.ToString()), ("back", "/")]);
        Assert.True(Small(app).Level.Asks);
    }

    [Fact]
    public async Task Nothing_is_recorded_twice_and_nothing_while_nothing_changes()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var before = Levels(app);
        for (var i = 0; i < 3; i++) app.Get<PersonFile>().Write(Noted.Of(new BreakLog { Event = BreakEvent.Taken }));
        await app.Get<Reminders>().Look();
        Assert.Equal(before, Levels(app));
        app.Get<PersonFile>().Write(AnswerGiven.Word("ces_saddle", "yes"), AnswerGiven.Word("ces_bladder", "yes"), AnswerGiven.Word("ces_time", "recent"));
        for (var i = 0; i < 3; i++) await app.Get<Reminders>().Look();
        Assert.Equal(before + 1, Levels(app));
    }

    [Fact]
    public async Task A_journal_without_levels_gets_one_at_the_next_look_and_a_clock_set_back_makes_no_more()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var at = app.Clock.GetLocalNow();
        // As another program would write it.
        foreach (var (input, word) in new[] { ("ces_saddle", "yes"), ("ces_bladder", "yes"), ("ces_time", "recent") })
            app.Get<JournalStore>().Append(JournalStore.Me, new Recorded(Guid.CreateVersion7(at), at, AnswerGiven.Word(input, word)));
        app.Clock.Pass(TimeSpan.FromMinutes(-40));
        var before = Levels(app);
        for (var i = 0; i < 3; i++) await app.Get<Reminders>().Look();
        Assert.Equal((before + 1, "E"), (Levels(app), Small(app).Level.Urgency));
    }

    [Theory]
    [InlineData(30 * 24, false)]
    [InlineData(30 * 24, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task A_danger_sign_told_after_a_clock_that_ran_ahead_was_put_right_counts(int hours, bool signs)
    {
        await using var app = new TestApp();
        if (signs) Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        app.Clock.Pass(TimeSpan.FromHours(hours));
        if (signs)
        {
            await app.Submit("/", "/check-in", [("pain", "3"), ("new", "yes")]);
            app.Get<PersonFile>().Write(AnswerGiven.Word("ces_saddle", "no"), AnswerGiven.Word("ces_bladder", "no"), new SignsAnswered());
        }
        else Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        Assert.Null(app.Get<PersonFile>().Read().NewSince);
        app.Clock.Pass(TimeSpan.FromHours(-hours) + TimeSpan.FromMinutes(10));

        await app.Submit("/", "/check-in", [("pain", "6"), ("new", "yes")]);
        Assert.NotNull(app.Get<PersonFile>().Read().NewSince);
        Assert.True(Small(app).Waits);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        app.Get<PersonFile>().Write(new SignsAnswered());
        Assert.Contains("ces_saddle", Day(app).Rescreen!.Inputs);
        app.Get<PersonFile>().Write(AnswerGiven.Word("ces_saddle", "yes"), AnswerGiven.Word("ces_bladder", "yes"), AnswerGiven.Word("ces_time", "recent"));
        Assert.Equal(("E", "E"), (Codes.Of(Day(app).Assessment.Triage.Holding), Small(app).Level.Urgency));
        // Nor when the time comes for which the old answers were stamped.
        for (var looks = 0; looks < 4; looks++)
        {
            app.Clock.Pass(TimeSpan.FromHours(hours / 2d));
            await app.Get<Reminders>().Look();
            Assert.Equal(("E", "E"), (Codes.Of(Day(app).Assessment.Triage.Holding), Small(app).Level.Urgency));
        }
    }

    [Fact]
    public async Task Something_new_from_a_phone_whose_clock_is_an_hour_slow_counts_though_the_signs_were_answered_since_then()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 5);
        var file = app.Get<PersonFile>();
        file.Write(new CheckedIn(AnythingNew: true));
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        file.Write(AnswerGiven.Word("ces_saddle", "no"), new SignsAnswered());
        app.Clock.Pass(TimeSpan.FromMinutes(9));
        var at = app.Clock.GetLocalNow().AddHours(-1);
        Recorded[] late = [new(Guid.CreateVersion7(at), at, new CheckedIn(Pain: 5, AnythingNew: true))];
        Assert.Equal(1, file.Take(late));
        Assert.NotNull(file.Read().NewSince);
        Assert.Contains("ces_saddle", Day(app).Rescreen!.Inputs);
        Assert.True(Small(app).Waits);

        file.Write(new SignsAnswered());
        var questionnaire = app.Get<CareModels>().Questionnaire;
        for (var rounds = 0; rounds < 10 && Day(app).Rescreen is { } due; rounds++)
        {
            app.Clock.Pass(TimeSpan.FromMinutes(1));
            await app.Submit(NewsPages.Again, NewsPages.Again, due.Inputs.Select(id => ($"q.{id}", questionnaire[questionnaire.IndexOf(id)].Harmless ?? "no")));
        }
        Assert.Equal((null, null), (file.Read().NewSince, Day(app).Rescreen));
        // Sent once more, it is no news.
        Assert.Equal(0, file.Take(late));
        Assert.Null(file.Read().NewSince);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pain_that_went_down_a_leg_in_a_session_of_a_slow_phone_counts_though_the_signs_were_answered_since_then(bool inTheMove)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 5);
        var (file, session) = (app.Get<PersonFile>(), Guid.CreateVersion7());
        file.Write(Noted.Of(new SessionStart { Session = session, Items = ["cat-cow"], Pain = 3, AnyNew = false }));
        app.Clock.Pass(TimeSpan.FromHours(2));
        file.Write(new CheckedIn(AnythingNew: true));
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        file.Write(new SignsAnswered());
        var questionnaire = app.Get<CareModels>().Questionnaire;
        for (var rounds = 0; rounds < 10 && Day(app).Rescreen is { } due; rounds++)
        {
            await app.Submit(NewsPages.Again, NewsPages.Again, due.Inputs.Select(id => ($"q.{id}", questionnaire[questionnaire.IndexOf(id)].Harmless ?? "no")));
            app.Clock.Pass(TimeSpan.FromMinutes(1));
        }
        Assert.Null(Day(app).Rescreen);
        var at = app.Clock.GetLocalNow().AddHours(-1);
        file.Take([new(Guid.CreateVersion7(at), at, inTheMove ? Noted.Of(new ItemReport { Session = session, Item = "cat-cow", Before = 3, Worst = 4, Moved = PainMoved.Down })
            : Noted.Of(new SessionAfter { Session = session, NewLegSign = true }))]);
        Assert.Contains("ces_saddle", Day(app).Rescreen!.Inputs);
    }

    [Fact]
    public async Task An_undo_after_the_clock_was_put_right_brings_a_sign_back()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var file = app.Get<PersonFile>();
        file.Write(AnswerGiven.Word("ces_saddle", "yes"), AnswerGiven.Word("ces_bladder", "yes"), AnswerGiven.Word("ces_time", "recent"));
        app.Clock.Pass(TimeSpan.FromDays(30));
        var no = file.Write(AnswerGiven.Word("ces_saddle", "no"), AnswerGiven.Word("ces_bladder", "no"));
        var undone = file.TakeBack(no)!.Value;
        Assert.Equal("E", Small(app).Level.Urgency);
        app.Clock.Pass(TimeSpan.FromDays(-29));
        var again = file.TakeBack(undone)!.Value;
        Assert.Equal(Answer.No, file.Read().Answers["ces_saddle"]);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        file.TakeBack(again);
        Assert.Equal(Answer.Yes, file.Read().Answers["ces_saddle"]);
        Assert.Equal("E", Small(app).Level.Urgency);
    }

    [Fact]
    public async Task A_journal_of_a_time_that_has_not_come_is_brought_into_an_empty_one_only_and_there_too_a_sign_told_now_counts()
    {
        await using var app = new TestApp();
        app.Clock.Pass(TimeSpan.FromDays(30));
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        var copy = new StringWriter();
        JournalFile.Export(app.Get<JournalStore>().Read(JournalStore.Me), copy);
        app.Clock.Pass(TimeSpan.FromDays(-30));

        await using var other = new TestApp();
        var (store, file) = (other.Get<JournalStore>(), other.Get<PersonFile>());
        JournalFile.Import(store, JournalStore.Me, new StringReader(copy.ToString()), other.Clock);
        other.Clock.Pass(TimeSpan.FromMinutes(1));
        Entry[] signs = [AnswerGiven.Word("ces_saddle", "yes"), AnswerGiven.Word("ces_bladder", "yes"), AnswerGiven.Word("ces_time", "recent")];
        file.Write(signs);
        Assert.Equal("E", Small(other).Level.Urgency);
        // All of it is there already.
        Assert.Equal(0, JournalFile.Import(store, JournalStore.Me, new StringReader(copy.ToString()), other.Clock).New);

        await using var third = new TestApp();
        third.Get<PersonFile>().Write(signs);
        Assert.Equal(JournalFault.BadImport, Assert.Throws<JournalException>(() =>
            JournalFile.Import(third.Get<JournalStore>(), JournalStore.Me, new StringReader(copy.ToString()), third.Clock)).Fault);
        Assert.Equal("E", Small(third).Level.Urgency);
        third.Clock.Pass(TimeSpan.FromDays(31));
        Assert.True(JournalFile.Import(third.Get<JournalStore>(), JournalStore.Me, new StringReader(copy.ToString()), third.Clock).New > 0);
    }

    [Fact]
    public async Task A_check_that_begins_anew_lowers_nothing_until_it_is_through()
    {
        await using var app = TestApp.After(Persona.Emergency, hours: 1);
        await app.Submit("/check/answers", "/check/anew", []);
        Assert.True(Small(app).Waits);
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        Persona.Desk.Check(app.Get<CareModels>(), app.Get<PersonFile>());
        Assert.False(Small(app).Waits);
    }

    [GeneratedRegex("name=\"screen\" value=\"([^\"]*)\"")]
    private static partial Regex Screen();
}
