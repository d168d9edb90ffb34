using System.Globalization;
using Mainstay.Care;
using Mainstay.Journal;
using Mainstay.Knowledge;
using Mainstay.Web.Flow;

namespace Mainstay.Web.Tests;

/// <summary>An entry of the diary is taken back or put right, and no sign that it told of goes before it was asked about.</summary>
public sealed class TakeBackTests
{
    static Person Now(TestApp app) => app.Get<PersonFile>().Read();

    static Care.Today DayOf(TestApp app) => app.Get<CareModels>().Day(Now(app));

    static Task<Page> Back(TestApp app, Guid id) => app.Submit("/diary", $"/diary/entry/{id:D}/back", []);

    static Task<Page> Undo(TestApp app, Guid id) => app.Submit("/me", "/undo", [("of", $"{id:N}"), ("back", "/diary")]);

    /// <summary>All that is asked, with the answers that stand.</summary>
    static void Answer(TestApp app)
    {
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var (file, person) = (app.Get<PersonFile>(), Now(app));
        file.Write(person, new InterviewStep(person.Answers, person.State), DayOf(app).Rescreen?.Inputs.ToHashSet() ?? [], [new SignsAnswered()]);
        Assert.Null(DayOf(app).Rescreen);
        Assert.Null(Now(app).NewSince);
    }

    public static TheoryData<string> News => ["check-in", "note", "leg", "test", "foot"];

    static Guid Tell(TestApp app, string what) => app.Get<PersonFile>().Write([what switch
    {
        "check-in" => new CheckedIn(4, AnythingNew: true),
        "note" => Noted.Of(new DiaryNote { Pain = 4, AnyNew = true }),
        "leg" => Noted.Of(new DiaryNote { Pain = 4, Leg = true }),
        "test" => Noted.Of(new TestTaken { Test = "repeated-movement", Value = 3, Moved = PainMoved.Down }),
        _ => Noted.Of(new TestTaken { Test = "heel-toe-walk", Left = 1, Right = 0, AnyNew = true }),
    }]).First;

    [Theory]
    [MemberData(nameof(News))]
    public async Task What_told_of_something_new_stays_until_it_was_asked_about_however_late_it_is_taken_back(string what)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var (id, first) = (Tell(app, what), what is "leg" or "test" ? "/new/again?said=first" : "/new?said=first");
        var (since, entries) = (Now(app).NewSince, app.Get<JournalStore>().Read(JournalStore.Me).Length);
        foreach (var days in new[] { 0, 1, 3 })
        {
            app.Clock.Pass(TimeSpan.FromDays(days));
            Assert.Equal(first, (await Back(app, id)).Location);
            Assert.Equal(first, (await Undo(app, id)).Location);
            Assert.Equal((since, true), (Now(app).NewSince, DayOf(app).Rescreen is { Holds: true }));
        }
        Assert.Equal(entries, app.Get<JournalStore>().Read(JournalStore.Me).Length);

        Answer(app);
        var sent = await Back(app, id);
        Assert.Contains("said=undone&undo=", sent.Location, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (Now(app).CheckIns.Count, Now(app).Daily.Diary.Count, Now(app).Daily.Tests.Count));
        Assert.Null(DayOf(app).Rescreen);

        // It comes again, and it goes again: it was asked about.
        var again = await app.Undo(sent);
        Assert.Equal(1, Now(app).CheckIns.Count + Now(app).Daily.Diary.Count + Now(app).Daily.Tests.Count);
        await app.Undo(again);
        Assert.Equal(0, Now(app).CheckIns.Count + Now(app).Daily.Diary.Count + Now(app).Daily.Tests.Count);
    }

    [Fact]
    public async Task An_undo_that_brings_news_again_is_not_undone_before_it_was_asked_about()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var id = Tell(app, "check-in");
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var gone = app.Get<PersonFile>().Write([new TakenBack([id])]).First;
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        var again = app.Get<PersonFile>().Write([new TakenBack([gone])]).First;
        Assert.NotNull(Now(app).NewSince);
        Assert.Equal("/new?said=first", (await Undo(app, again)).Location);
        Assert.NotNull(Now(app).NewSince);
    }

    [Fact]
    public async Task What_told_of_nothing_new_goes_at_once_and_the_news_of_another_entry_stays()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var calm = app.Get<PersonFile>().Write([new CheckedIn(3, AnythingNew: false)]).First;
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        Tell(app, "check-in");
        var html = (await app.Open($"/diary/{Now(app).Today:yyyy-MM-dd}")).Html;
        Assert.Contains($"action=\"/diary/entry/{calm:D}/back\"", html, StringComparison.Ordinal);
        Assert.Contains("said=undone&undo=", (await Back(app, calm)).Location, StringComparison.Ordinal);
        Assert.Equal(4, Assert.Single(Now(app).CheckIns).Said.Pain);
        Assert.NotNull(Now(app).NewSince);
        Assert.Equal(400, (await Back(app, calm)).Status);
        Assert.Equal(400, (await Back(app, Guid.CreateVersion7())).Status);
    }

    [Theory]
    [InlineData(Urgency.Routine, null)]
    [InlineData(Urgency.WithinTwoWeeks, Stays.Urgency)]
    [InlineData(Urgency.SameDay, Stays.Urgency)]
    public async Task A_slip_that_asks_for_a_routine_appointment_may_go_and_what_is_more_urgent_stays(Urgency urgency, Stays? stays)
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var (file, care, answers) = (app.Get<PersonFile>(), app.Get<CareModels>(), Now(app).Answers);
        Assert.True(care.Day(Now(app)).Assessment.Triage.Urgency < urgency);
        var sign = TestApp.Library.Inputs.First(input => input.Kind == InputKind.YesNo && care.Model.Triage.Assess(answers.With(input.Id, "yes")).Urgency == urgency);
        var id = file.Write(AnswerGiven.Word(sign.Id, "yes")).First;
        Assert.Equal(urgency, care.Day(Now(app)).Assessment.Triage.Urgency);
        Assert.Equal(stays, TakeBacks.Of(care, Now(app), file.Without([id])));
    }

    [Fact]
    public async Task A_sign_in_a_leg_is_not_put_right_before_it_was_asked_about_and_what_was_typed_is_kept()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var id = Tell(app, "leg");
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        (string, string)[] fields = [("of", $"{id}"), ("day", "2026-03-10"), ("pain", "4"), ("leg", "no"), ("text", "It was only tired.")];
        var held = await app.Submit($"/diary/entry/{id}", "/diary/entry", fields);
        Assert.Equal(422, held.Status);
        foreach (var part in new[] { "A few questions come first.", "href=\"/new/again\"", "It was only tired." }) Assert.Contains(part, held.Html, StringComparison.Ordinal);
        Assert.True(Assert.Single(Now(app).Daily.Diary).What.Leg);
        // What says no less goes in at once.
        var more = await app.Submit($"/diary/entry/{id}", "/diary/entry", [.. fields.Where(field => field.Item1 != "leg"), ("leg", "yes")]);
        Assert.Equal(303, more.Status);
        Assert.True(DayOf(app).Rescreen is { Holds: true });

        Answer(app);
        var note = Assert.Single(Now(app).Daily.Diary).Id;
        Assert.Equal(303, (await app.Submit($"/diary/entry/{note}", "/diary/entry", [("of", $"{note}"), .. fields[1..]])).Status);
        Assert.False(Assert.Single(Now(app).Daily.Diary).What.Leg);
    }

    [Fact]
    public async Task An_entry_that_is_put_right_keeps_its_moment_and_lifts_no_limit_of_what_was_told_since()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        var told = app.Clock.GetLocalNow();
        var id = app.Get<PersonFile>().Write([Noted.Of(new DiaryNote { Pain = 2 })]).First;
        app.Clock.Pass(TimeSpan.FromHours(2));
        app.Get<PersonFile>().Write([new CheckedIn(8, AnythingNew: false)]);
        Assert.Equal(DayMode.StrongPain, DayOf(app).Underlying);
        for (var sleep = 6; sleep < 8; sleep++)
        {
            app.Clock.Pass(TimeSpan.FromHours(1));
            var note = Now(app).Daily.Diary[0].Id;
            await app.Submit($"/diary/entry/{note}", "/diary/entry", [("of", $"{note}"), ("day", "2026-03-10"), ("pain", "2"), ("sleep", sleep.ToString(CultureInfo.InvariantCulture))]);
            Assert.Equal((sleep, told), (Assert.Single(Now(app).Daily.Diary).What.SleepHours, Now(app).Daily.Diary[0].What.Felt));
            Assert.Equal(DayMode.StrongPain, DayOf(app).Underlying);
        }
        Assert.NotEqual(id, Now(app).Daily.Diary[0].Id);
        Assert.Equal(told, new Diary.DayBook(Now(app).Daily, app.Clock.GetLocalNow()).On(Now(app).Today)[0].At);

        // Of another day it is told only now.
        var last = Now(app).Daily.Diary[0].Id;
        await app.Submit($"/diary/entry/{last}", "/diary/entry", [("of", $"{last}"), ("day", "2026-03-09"), ("pain", "2")]);
        Assert.Null(Assert.Single(Now(app).Daily.Diary).What.Felt);
    }

    [Fact]
    public async Task A_result_that_is_taken_back_in_the_diary_takes_its_answer_with_it_and_the_one_before_stands_again()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        async Task<Guid> Hold(string seconds)
        {
            app.Clock.Pass(TimeSpan.FromMinutes(1));
            Assert.Equal(303, (await app.Submit("/tests/trunk-hold", "/tests/trunk-hold", [("value", seconds)])).Status);
            return Now(app).Daily.Tests[^1].Id;
        }
        var input = TestApp.Library.Tests.Single(test => test.Id == "trunk-hold").Inputs[0];
        Assert.False(Now(app).Answers[input].IsGiven);
        var (first, slip) = (await Hold("50"), await Hold("6"));
        Assert.Equal(6, Now(app).Answers.NumberOf(input));
        var sent = await Back(app, slip);
        Assert.Equal(50, Now(app).Answers.NumberOf(input));
        await app.Undo(sent);
        Assert.Equal(6, Now(app).Answers.NumberOf(input));
        await Back(app, slip);
        await Back(app, first);
        Assert.False(Now(app).Answers[input].IsGiven);
    }

    [Fact]
    public async Task A_spot_takes_its_own_answer_with_it_also_when_it_was_said_since_where_it_spreads()
    {
        await using var app = TestApp.After(Persona.Desk, hours: 1);
        const string Asked = "tender_spot_reproduces";
        if (Now(app).Answers[Asked].IsGiven) app.Get<PersonFile>().Write(AnswerGiven.Word(Asked, "unsure"));
        var before = Now(app).Answers[Asked];
        async Task<Guid> Add(string region)
        {
            app.Clock.Pass(TimeSpan.FromMinutes(1));
            Assert.Equal(303, (await app.Submit("/spots/new", "/spots/new", [("region", region), ("x", "400"), ("y", "485"), ("pain", "6"), ("mine", "yes")])).Status);
            return Now(app).Daily.Spots[^1].Id;
        }
        var (one, _) = (await Add("buttock_left"), await Add("buttock_right"));
        var spot = Now(app).Daily.Spots[^1].What.Spot;
        app.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(303, (await app.Submit($"/spots/{spot}", $"/spots/{spot}", [("do", "spread"), ("spread", "thigh_back_right")])).Status);
        await Back(app, one);
        Assert.Equal(Truth.True, Now(app).Answers.IsYes(Asked));
        await Back(app, Assert.Single(Now(app).Daily.Spots).Id);
        Assert.Equal(before, Now(app).Answers[Asked]);
    }
}
